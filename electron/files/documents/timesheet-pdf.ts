import common from '@resources/documents/common.json';
import words from '@resources/documents/timesheet.json';
import { type ClockTime, formatHours } from '@shared/clock-time';
import { formatShortDay, type IsoDay, weekdayName } from '@shared/dates';
import { formatPeriod } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { MARGIN, PdfWriter } from './pdf-writer';
import { fill } from './words';

export type TimesheetLine = {
  readonly day: IsoDay;
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** Whether it ends on a later day. */
  readonly overMidnight: boolean;
  readonly breakMinutes: number;
  /** The minutes that count as worked, right over clock changes. */
  readonly minutes: number;
  /** The household's name for the kind of work. */
  readonly work: string;
};

export type Timesheet = {
  readonly householdName: string;
  readonly workerName: string;
  readonly payrollNumber?: string;
  readonly period: { readonly from: IsoDay; readonly to: IsoDay };
  readonly lines: readonly TimesheetLine[];
  /** Empty rows to be filled in by hand. */
  readonly emptyRows?: number;
  /** Days away in the period, as words the household may show: holiday, away. */
  readonly absences: readonly { readonly day: IsoDay; readonly kind: 'holiday' | 'away' }[];
  readonly printedOn: IsoDay;
};

/** A PA's hours for a period, to be checked and signed by both. */
export function timesheetPdf(sheet: Timesheet): Uint8Array {
  const period = formatPeriod(sheet.period.from, sheet.period.to, common.periodJoiner);
  const worker = sheet.workerName;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { worker, period }),
    createdOn: sheet.printedOn,
    footer: (page, pages) => fill(words.footer, { worker, period, page, pages }),
  });
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 2 });
  const number =
    sheet.payrollNumber === undefined
      ? ''
      : ` · ${fill(words.payrollNumber, { number: sheet.payrollNumber })}`;
  writer.write('P', worker + number, { size: 12, weight: 'semibold' });
  writer.write('P', fill(words.forHousehold, { household: sheet.householdName }));
  writer.write('P', period, { after: 12 });

  const entries = [
    ...sheet.lines.map((line) => ({
      key: `${line.day}${line.from}`,
      row: {
        cells: [
          weekdayName(line.day),
          formatShortDay(line.day),
          line.from,
          line.overMidnight ? fill(words.nextDay, { time: line.to }) : line.to,
          line.breakMinutes === 0 ? '' : formatHours(line.breakMinutes),
          line.work,
          formatHours(line.minutes),
        ],
      } satisfies TableRow,
    })),
    ...sheet.absences.map((away) => ({
      key: `${away.day} `,
      row: {
        cells: [weekdayName(away.day), formatShortDay(away.day), '', '', '', words.absences[away.kind], ''],
      } satisfies TableRow,
    })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows: TableRow[] = entries.map((entry) => entry.row);
  if (rows.length === 0 && (sheet.emptyRows ?? 0) === 0) writer.write('P', words.empty, { after: 8 });
  for (let index = 0; index < (sheet.emptyRows ?? 0); index += 1)
    rows.push({ cells: ['', '', '', '', '', '', ''] });
  rows.push({
    cells: [
      words.total,
      '',
      '',
      '',
      '',
      '',
      // With rows to fill in by hand, the total is written by hand too.
      (sheet.emptyRows ?? 0) > 0 ? '' : formatHours(sheet.lines.reduce((sum, line) => sum + line.minutes, 0)),
    ],
    bold: true,
    rule: 'none',
  });
  writeTable(writer, {
    summary: words.title,
    padding: 6,
    columns: [
      { heading: words.columns.day, least: 66 },
      { heading: words.columns.date, figures: true, least: 42 },
      { heading: words.columns.from, figures: true, least: 40 },
      { heading: words.columns.to, figures: true, least: 72 },
      { heading: words.columns.pause, align: 'right', figures: true, least: 30 },
      { heading: words.columns.work, share: 1, least: 90 },
      { heading: words.columns.hours, align: 'right', figures: true, least: 42 },
    ],
    rows,
  });
  writer.keep(150);
  writer.gap(14);
  writer.write('P', words.declaration);
  for (const label of [words.signWorker, words.signEmployer]) {
    writer.gap(28);
    const top = writer.y;
    writer.write('P', label, { width: 130 });
    writer.rule(MARGIN + 130, writer.y, 190, true);
    writer.y = top;
    writer.write('P', words.signDate, { x: MARGIN + 336, width: 40 });
    writer.rule(MARGIN + 376, writer.y, writer.width - 376, true);
  }
  return writer.finish();
}
