import { type ContentTable, type PayslipContent, payslipContent, type Sentence } from './payslip-content';
import type { PayslipDocument } from './payslip-document';
import { leastTableWidth, type Table, type TableRow, tableHeight, writeTable } from './pdf-table';
import { MARGIN, PdfWriter } from './pdf-writer';

const NO_ROW: TableRow = { cells: [], rule: 'none' };
const GUTTER = 20;
const NARROW_ROWS = 3;
/** The least width of the names of rows, in points. */
const NAME_WIDTH = 112;

/** A table as it is drawn: its caption stands over the first column. */
function drawn(table: ContentTable): Table {
  return {
    summary: table.caption,
    columns: [
      { heading: table.caption, share: 1, least: NAME_WIDTH },
      ...table.figures.map((heading) => ({ heading, align: 'right' as const, figures: true })),
    ],
    rows: table.rows.map(
      ({ cells, isTotal }): TableRow => (isTotal ? { cells, bold: true, rule: 'none' } : { cells }),
    ),
  };
}

/**
 * Two tables beside each other with their totals on one line, each as wide as it needs; under each other when they don't
 * fit on the page side by side.
 */
function writePair(writer: PdfWriter, left: Table, right: Table): void {
  const both = writer.width - GUTTER;
  const wide = Math.min(
    Math.max(both / 2, leastTableWidth(writer, left)),
    both - leastTableWidth(writer, right),
  );
  const first: Table = { ...left, x: MARGIN, width: wide };
  const second: Table = { ...right, x: MARGIN + wide + GUTTER, width: both - wide };
  const fits = wide >= leastTableWidth(writer, left);
  const heights = [tableHeight(writer, first), tableHeight(writer, second)] as const;
  const tallest = Math.max(...heights);
  if (!fits || tallest > writer.left || Math.max(left.rows.length, right.rows.length) > 14) {
    writeTable(writer, left);
    writer.gap(14);
    writeTable(writer, right);
    return;
  }
  const top = writer.y;
  [first, second].forEach((table, index) => {
    writer.y = top;
    const spare = tallest - (heights[index] ?? 0);
    writeTable(writer, spare > 0.5 ? stretched(table, spare) : table);
  });
  writer.y = top + tallest;
}

/** Moves the total row down by a stretch of white, so that both totals stand on one line. */
function stretched(table: Table, points: number): Table {
  const last = table.rows[table.rows.length - 1] ?? NO_ROW;
  const rows = table.rows.slice(0, -1);
  return {
    ...table,
    rows: [
      ...rows.map((row, index): TableRow => (index === rows.length - 1 ? { ...row, rule: 'none' } : row)),
      { ...last, spaceBefore: points },
    ],
  };
}

/** Writes two things from one height; the cursor ends under the taller one. */
function sides(writer: PdfWriter, first: () => void, second: () => void): void {
  const top = writer.y;
  first();
  const end = writer.y;
  writer.y = top;
  second();
  writer.y = Math.max(end, writer.y);
}

function writeHead(writer: PdfWriter, slip: PayslipContent): void {
  const left = writer.width * 0.58;
  const x = MARGIN + left + GUTTER;
  const onTheRight = { x, width: writer.width - left - GUTTER, align: 'right' } as const;
  sides(
    writer,
    () => {
      writer.write('H1', slip.title, { size: 20, weight: 'bold', width: left });
      writer.write('P', [{ text: slip.worker, bold: true }], { width: left });
      writer.write('P', slip.workerNumbers, { width: left });
    },
    () => {
      writer.gap(4);
      writer.write('P', slip.employer, onTheRight);
      writer.write('P', slip.payeReference, onTheRight);
    },
  );
  writer.gap(14);
  sides(
    writer,
    () => {
      writer.write('P', slip.period, { width: left });
      writer.write('P', slip.payDay, { width: left });
    },
    () => {
      writer.write('P', slip.codes, onTheRight);
      writer.write('P', slip.taxPeriod, onTheRight);
    },
  );
  if (slip.replaces !== undefined) {
    writer.gap(8);
    writer.write('P', slip.replaces, { weight: 'semibold' });
  }
}

function writeNetPay(writer: PdfWriter, slip: PayslipContent): void {
  const height = 50;
  writer.keep(height + 20);
  const top = writer.y;
  writer.decoration((document) => {
    document.lineWidth(1.5).strokeColor('#000000').roundedRect(MARGIN, top, writer.width, height, 6).stroke();
  });
  writer.y = top + 17;
  writer.write('P', slip.net.label, { size: 11.5, x: MARGIN + 16, width: writer.width * 0.6 });
  writer.y = top + 11;
  writer.write('P', slip.net.amount, {
    size: 20,
    weight: 'bold',
    align: 'right',
    figures: true,
    x: MARGIN + writer.width * 0.6,
    width: writer.width * 0.4 - 16,
  });
  writer.y = top + height;
}

function writeSection(writer: PdfWriter, heading: string, lines: readonly Sentence[]): void {
  writer.gap(14);
  writer.write('H2', heading, { size: 12.5, weight: 'semibold', after: 2, keepWith: 30 });
  for (const line of lines) writer.write('P', line, { after: 3 });
}

/** The year so far on the left half of the page, holiday on the right one where both fit. */
function writeYear(writer: PdfWriter, slip: PayslipContent): void {
  const half = (writer.width - GUTTER) / 2;
  const year: Table = { ...drawn(slip.yearToDate), width: half, padding: NARROW_ROWS };
  writer.keep(tableHeight(writer, year));
  const { holiday } = slip;
  sides(
    writer,
    () => writeTable(writer, year),
    () => {
      if (holiday === undefined) return;
      const place = { x: MARGIN + half + GUTTER, width: half };
      writer.gap(NARROW_ROWS);
      writer.write('H2', holiday.heading, { size: 10, weight: 'semibold', after: 2, ...place });
      writer.rule(place.x, writer.y + 1, half, true);
      writer.gap(NARROW_ROWS + 2);
      writer.write('P', holiday.body, { size: 10, ...place });
    },
  );
}

/** Writes one payslip from the top of the writer's page. */
export function writePayslip(writer: PdfWriter, slip: PayslipContent): void {
  writeHead(writer, slip);
  writer.gap(16);
  writeNetPay(writer, slip);
  writer.gap(18);
  writePair(writer, drawn(slip.earnings), drawn(slip.deductions));
  if (slip.reimbursements !== undefined) {
    writer.gap(14);
    writeTable(writer, drawn(slip.reimbursements));
    writer.write('P', slip.reimbursements.hint, { size: 10 });
  }
  for (const table of [slip.sum, slip.payments]) {
    if (table === undefined) continue;
    writer.gap(14);
    writeTable(writer, drawn(table));
  }
  writer.gap(8);
  for (const line of slip.lines) writer.write('P', line);
  writer.gap(16);
  writeYear(writer, slip);
  if (slip.workings !== undefined) writeSection(writer, slip.workings.heading, slip.workings.lines);
  if (slip.notes !== undefined) writeSection(writer, slip.notes.heading, slip.notes.lines);
  writer.gap(16);
  writer.write('P', slip.contact, { size: 10 });
}

/**
 * A payslip as a tagged A4 PDF. The pay day is the file's date. With a password it is locked with AES-256; screen
 * readers may read it all the same. Throws when the payslip does not add up.
 */
export function payslipPdf(payslip: PayslipDocument, password?: string): Uint8Array {
  const slip = payslipContent(payslip);
  const writer = new PdfWriter({
    title: slip.fileTitle,
    createdOn: payslip.payDate,
    footer: slip.footer,
    ...(password === undefined ? {} : { password }),
  });
  writePayslip(writer, slip);
  return writer.finish();
}
