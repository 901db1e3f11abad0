import words from '@resources/documents/return-pack.json';
import { formatDay } from '@shared/dates';
import type { PdfImage } from './pdf-kit';
import { writeTable } from './pdf-table';
import type { PdfWriter } from './pdf-writer';
import { soundJpeg, soundPng } from './picture-check';
import type { EvidenceItem } from './return-document';
import { fill } from './words';

const LEAST_PICTURE_HEIGHT = 120;

/** Opens a JPEG or PNG that can be drawn, or answers nothing: broken pictures, other kinds and giants get a slip. */
function openPicture(writer: PdfWriter, bytes: Uint8Array): PdfImage | undefined {
  if (!soundPng(bytes) && !soundJpeg(bytes)) return undefined;
  try {
    return writer.document.openImage(bytes);
  } catch {
    return undefined;
  }
}

/** One page for one item: what it is, which lines it proves, and the picture or the name of the file beside the pack. */
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
  writer.write('P', facts.join(' · '));
  const picture = item.picture === undefined ? undefined : openPicture(writer, item.picture);
  if (picture !== undefined) {
    writer.write('P', fill(words.itemFile, { file: item.fileName }), { size: 9.5, after: 10 });
    if (!pictures || writer.left < LEAST_PICTURE_HEIGHT) return;
    writer.picture(picture, fill(words.pictureOf, { item: item.number, name: item.name }), writer.left - 6);
    return;
  }
  writer.gap(20);
  writer.write('P', item.picture === undefined ? words.slip : words.slipBroken, { size: 12, after: 12 });
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
