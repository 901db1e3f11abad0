import words from '@resources/documents/return-pack.json';
import { formatDay } from '@shared/dates';
import { formatAmount } from './figures';
import { payslipContent } from './payslip-content';
import { writePayslip } from './payslip-pdf';
import { type TableRow, writeTable } from './pdf-table';
import type { PdfWriter } from './pdf-writer';
import { soundJpeg, soundPng } from './picture-check';
import type { EvidenceItem, StatementLine } from './return-document';
import { fill } from './words';

const LEAST_PICTURE_HEIGHT = 120;

/** Whether a picture is a whole JPEG or PNG: broken ones, other kinds and giants get a slip. */
function isDrawable(picture: () => Uint8Array): boolean {
  const bytes = picture();
  return soundPng(bytes) || soundJpeg(bytes);
}

/** The pictures of an item, the first under what it is, each further one on a page of its own. */
function writePictures(
  writer: PdfWriter,
  item: EvidenceItem,
  pictures: readonly (() => Uint8Array)[],
  drawn: boolean,
): void {
  writer.write('P', fill(words.itemFile, { file: item.fileName }), { size: 9.5, after: 10 });
  pictures.forEach((picture, index) => {
    if (index > 0) writer.newPage();
    if (!drawn || writer.left < LEAST_PICTURE_HEIGHT) return;
    const name =
      pictures.length === 1
        ? item.name
        : fill(words.pictureOfPages, { name: item.name, page: index + 1, pages: pictures.length });
    const image = writer.document.openImage(picture());
    writer.picture(image, fill(words.pictureOf, { item: item.number, name }), writer.left - 6);
  });
}

/** What the bank's file says, as the bank has it. */
function writeStatement(writer: PdfWriter, item: EvidenceItem, lines: readonly StatementLine[]): void {
  writer.write('P', fill(words.itemFile, { file: item.fileName }), { size: 9.5, after: 10 });
  const { transactionsColumns: columns } = words;
  writeTable(writer, {
    summary: item.name,
    size: 9.5,
    padding: 4,
    columns: [
      { heading: columns.date, figures: true, least: 46 },
      { heading: columns.what, share: 1, least: 140 },
      { heading: columns.in, align: 'right', figures: true, least: 56 },
      { heading: columns.out, align: 'right', figures: true, least: 56 },
      { heading: columns.balance, align: 'right', figures: true, least: 60 },
    ],
    rows: lines.map(
      (line): TableRow => ({
        cells: [
          `${line.day.slice(8)}/${line.day.slice(5, 7)}/${line.day.slice(2, 4)}`,
          line.description,
          line.amount > 0 ? formatAmount(line.amount) : '',
          line.amount < 0 ? formatAmount(line.amount) : '',
          line.balance === undefined ? '' : formatAmount(line.balance),
        ],
      }),
    ),
  });
}

/** A page that names the file beside the pack, with its check number. */
function writeSlip(writer: PdfWriter, item: EvidenceItem): void {
  writer.gap(20);
  writer.write('P', item.pictures === undefined ? words.slip : words.slipBroken, { size: 12, after: 12 });
  writeTable(writer, {
    summary: words.slip,
    hideHeadings: true,
    size: 11,
    columns: [
      { heading: '', least: 130 },
      { heading: '', share: 1 },
    ],
    rows: [
      { cells: [words.slipFile, item.fileName], bold: true },
      {
        cells: [
          words.slipCheck,
          (item.sha256.match(/.{1,16}/g) ?? []).join(' ').replace(/^(\S+ \S+) /, '$1\n'),
        ],
      },
    ],
  });
  writer.gap(10);
  writer.write('P', words.slipHow);
}

/** One item from a new page on: what it is, which lines it proves, and the thing itself or the name of the file beside the pack. */
export function writeEvidence(
  writer: PdfWriter,
  item: EvidenceItem,
  items: number,
  lines: string,
  pictures: boolean,
): void {
  const title = fill(words.itemTitle, { item: item.number, items, name: item.name });
  writer.document.outline.addItem(title);
  writer.write('H1', title, { size: 14, weight: 'bold', after: 2 });
  const facts = [words.kinds[item.kind], lines];
  if (item.day !== undefined) facts.push(fill(words.itemDated, { day: formatDay(item.day) }));
  writer.write('P', facts.join(' · '), { after: 6 });
  const { payslip } = item;
  const drawable = (item.pictures ?? []).filter(isDrawable);
  if (payslip !== undefined) {
    writer.gap(10);
    writer.within('Sect', () => writePayslip(writer, payslipContent(payslip)), { title: item.name });
  } else if (drawable.length > 0) writePictures(writer, item, drawable, pictures);
  else if (item.lines !== undefined && item.lines.length > 0) writeStatement(writer, item, item.lines);
  else writeSlip(writer, item);
}
