import common from '@resources/documents/common.json';
import words from '@resources/documents/paper-timesheet.json';
import type { ClockTime } from '@shared/clock-time';
import { formatShortDay, type IsoDay, weekdayName } from '@shared/dates';
import { formatPeriod } from './figures';
import { MARGIN, PdfWriter, type TextStyle } from './pdf-writer';
import { fill } from './words';

/** One line to fill in: a planned shift, or a day. */
export type PaperLine = {
  readonly day: IsoDay;
  /** What was planned; null where only the day is printed. */
  readonly planned: {
    readonly from: ClockTime;
    readonly to: ClockTime;
    readonly overMidnight: boolean;
    /** Said beside the times where it is no ordinary shift. */
    readonly work: string;
    readonly maySleep: boolean;
  } | null;
  /** Nothing is to be written: the PA is away. */
  readonly isAway: boolean;
};

export type PaperTimesheet = {
  readonly householdName: string;
  readonly workerName: string;
  readonly period: { readonly from: IsoDay; readonly to: IsoDay };
  readonly lines: readonly PaperLine[];
  /** Empty rows for shifts that were not planned. */
  readonly extraRows: number;
  /** Letters of 16 points and wide boxes, on paper turned sideways. */
  readonly large: boolean;
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly printedOn: IsoDay;
};

type Column = { readonly heading: string; readonly width: number; readonly isBox: boolean };

/** Widths as shares of the page. */
function columnsOf(sheet: PaperTimesheet, width: number): readonly Column[] {
  const isPlanned = sheet.lines.some((line) => line.planned !== null);
  const sleeps = sheet.lines.some((line) => line.planned?.maySleep);
  const { columns } = words;
  const shares: readonly (readonly [string, number, boolean])[] = [
    [columns.day, 17, false],
    ...(isPlanned ? ([[columns.planned, 22, false]] as const) : []),
    [columns.started, 14, true],
    [columns.ended, 14, true],
    ...(sleeps ? ([[columns.awake, 13, true]] as const) : []),
    [isPlanned ? columns.reason : columns.note, isPlanned ? 28 : 50, true],
  ];
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  return shares.map(([heading, share, isBox]) => ({ heading, width: (width * share) / sum, isBox }));
}

function plannedText(line: PaperLine): string {
  if (line.isAway) return words.away;
  if (line.planned === null) return '';
  const { from, to, overMidnight, work } = line.planned;
  const times = fill(overMidnight ? words.nextDay : words.fromTo, { from, to });
  return work === '' ? times : `${times}\n${work}`;
}

/**
 * A sheet for a PA who keeps no screen: the planned times printed, and empty boxes for what was worked and why. Black on
 * white, with boxes that a pen fills; reading tools hear each box as one to write in.
 */
export function paperTimesheetPdf(sheet: PaperTimesheet): Uint8Array {
  const period = formatPeriod(sheet.period.from, sheet.period.to, common.periodJoiner);
  const worker = sheet.workerName;
  const size = sheet.large ? 16 : 11;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { worker, period }),
    createdOn: sheet.printedOn,
    orientation: sheet.large ? 'landscape' : 'portrait',
    footer: (page, pages) => fill(words.footer, { worker, period, page, pages }),
  });
  writer.write('H1', words.title, { size: sheet.large ? 26 : 20, weight: 'bold', after: 2 });
  writer.write('P', worker, { size: size + 2, weight: 'semibold' });
  writer.write('P', fill(words.forHousehold, { household: sheet.householdName }), { size });
  writer.write('P', period, { size, after: 8 });
  const isPlanned = sheet.lines.some((line) => line.planned !== null);
  writer.write('P', isPlanned ? words.howPlanned : words.howBlank, { size });
  if (sheet.lines.some((line) => line.planned?.maySleep)) writer.write('P', words.awakeNote, { size });
  writer.gap(8);
  grid(writer, sheet, size);
  writer.keep(size * 15);
  writer.gap(size);
  boxes(writer, [words.totalHours, words.totalNights], size);
  writer.gap(size);
  writer.write('P', words.declaration, { size });
  for (const label of [words.signWorker, words.signEmployer]) signature(writer, label, size);
  if (sheet.contact !== undefined) {
    writer.gap(size);
    const { name, phone } = sheet.contact;
    writer.write('P', fill(phone === '' ? words.contactNoPhone : words.contact, { name, phone }), { size });
  }
  return writer.finish();
}

function grid(writer: PdfWriter, sheet: PaperTimesheet, size: number): void {
  const columns = columnsOf(sheet, writer.width);
  const style: TextStyle = { size, weight: 'regular', align: 'left', figures: true };
  const bold: TextStyle = { ...style, weight: 'semibold' };
  const pad = size * 0.45;
  const rows = [
    ...sheet.lines.map((line) => ({
      isAway: line.isAway,
      cells: [
        `${weekdayName(line.day).slice(0, 3)} ${formatShortDay(line.day)}`,
        ...(columns[1]?.isBox === false ? [plannedText(line)] : []),
      ],
    })),
    ...Array.from({ length: sheet.extraRows }, () => ({ isAway: false, cells: [] as string[] })),
  ];
  const outline = (height: number): void => {
    let x = MARGIN;
    const top = writer.y;
    for (const column of columns) {
      const at = x;
      writer.decoration((document) => {
        document.lineWidth(0.8).strokeColor('#000000').rect(at, top, column.width, height).stroke();
      });
      x += column.width;
    }
  };
  const cellsOf = (texts: readonly string[], use: TextStyle) =>
    columns.map((column, index) => writer.breakLines(texts[index] ?? '', column.width - 2 * pad, use));
  const heightOf = (cells: readonly { readonly length: number }[]): number =>
    Math.max(...cells.map((cell) => cell.length)) * writer.lineHeight(size) + 2 * pad;
  const headings = cellsOf(
    columns.map((column) => column.heading),
    bold,
  );
  const heading = (read: boolean): void => {
    const height = heightOf(headings);
    outline(height);
    let x = MARGIN;
    const draw = (index: number, at: number): void => {
      const column = columns[index];
      const cell = headings[index];
      if (column !== undefined && cell !== undefined)
        writer.drawLines(cell, at + pad, writer.y + pad, column.width - 2 * pad, bold);
    };
    const each = (): void => {
      columns.forEach((column, index) => {
        const at = x;
        if (read) writer.within('TH', () => writer.content(() => draw(index, at)), { scope: 'Column' });
        else writer.decoration(() => draw(index, at));
        x += column.width;
      });
    };
    if (read) writer.within('TR', each);
    else each();
    writer.y += height;
  };
  writer.within(
    'Table',
    () => {
      heading(true);
      for (const row of rows) {
        const cells = cellsOf(row.cells, style);
        // A pen needs room: no row is lower than two lines of its own letters.
        const height = Math.max(heightOf(cells), size * 2.6);
        if (writer.left < height) {
          writer.newPage();
          heading(false);
        }
        outline(height);
        writer.within('TR', () => {
          let x = MARGIN;
          columns.forEach((column, index) => {
            const at = x;
            const isEmpty = (row.cells[index] ?? '') === '' && !row.isAway;
            writer.within(
              index === 0 ? 'TH' : 'TD',
              () => {
                const cell = cells[index];
                if (cell === undefined) return;
                writer.content(() =>
                  writer.drawLines(cell, at + pad, writer.y + pad, column.width - 2 * pad, style),
                );
              },
              {
                ...(index === 0 ? { scope: 'Row' } : {}),
                ...(isEmpty ? { alt: `${column.heading}, ${words.empty}` } : {}),
              },
            );
            x += column.width;
          });
        });
        writer.y += height;
      }
    },
    { title: words.title },
  );
}

/** Boxes for totals, side by side, each with its name before it. */
function boxes(writer: PdfWriter, labels: readonly string[], size: number): void {
  const top = writer.y;
  const height = size * 2;
  let x = MARGIN;
  for (const label of labels) {
    const wide = size * 8;
    writer.y = top + size * 0.35;
    writer.write('P', label, { x, width: wide, size });
    const at = x + wide;
    writer.decoration((document) => {
      document
        .lineWidth(0.8)
        .strokeColor('#000000')
        .rect(at, top, size * 7, height)
        .stroke();
    });
    x += wide + size * 9;
  }
  writer.y = top + height;
}

function signature(writer: PdfWriter, label: string, size: number): void {
  writer.gap(size * 2);
  const top = writer.y;
  const wide = size * 12.5;
  const line = writer.width * 0.36;
  writer.write('P', label, { width: wide, size });
  writer.rule(MARGIN + wide, writer.y, line, true);
  writer.y = top;
  const date = MARGIN + wide + line + size;
  writer.write('P', words.signDate, { x: date, width: size * 4, size });
  const from = date + size * 4;
  writer.rule(from, writer.y, MARGIN + writer.width - from, true);
}
