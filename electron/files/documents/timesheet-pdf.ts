import common from '@resources/documents/common.json';
import words from '@resources/documents/timesheet.json';
import { type ClockTime, formatHours } from '@shared/clock-time';
import { formatDay, formatShortDay, type IsoDay, weekdayName } from '@shared/dates';
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
  /** Paid by the night: its hours are no part of the total, the night is counted. */
  readonly isNight?: boolean;
  /** What was planned instead, where it was worked at other times. */
  readonly planned?: { readonly from: ClockTime; readonly to: ClockTime };
  /** Why it was different. */
  readonly reason?: string;
  /** In a sleep-in: minutes awake to help. */
  readonly awakeMinutes?: number;
  /** Only how long it was is known: on the day, or in all of the period. */
  readonly timesKnown?: 'day' | 'period' | undefined;
  /** Only planned: nobody has confirmed it yet. */
  readonly isOpen?: boolean;
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
  /** The PA's word that the hours are right, as it was noted; then only the employer has to sign. */
  readonly agreement?: { readonly how: 'signed' | 'typed'; readonly name: string; readonly on: IsoDay };
  readonly printedOn: IsoDay;
};

/** The kind of work, with what was planned and why it was different. */
function workOf(line: TimesheetLine): string {
  const more = [
    ...(line.isOpen === true ? [words.open] : []),
    ...(line.timesKnown === undefined ? [] : [words.onlyHours]),
    ...(line.planned === undefined
      ? []
      : [fill(words.planned, { from: line.planned.from, to: line.planned.to })]),
    ...(line.reason === undefined || line.reason === '' ? [] : [line.reason]),
    ...(line.awakeMinutes === undefined || line.awakeMinutes === 0
      ? []
      : [fill(words.awake, { hours: formatHours(line.awakeMinutes) })]),
  ];
  return [line.work, ...more].join('\n');
}

/** Day, date and times, as far as they are known. */
function whenOf(line: TimesheetLine): readonly string[] {
  if (line.timesKnown === 'period') return [words.inPeriod, '', '', ''];
  const day = [weekdayName(line.day), formatShortDay(line.day)];
  if (line.timesKnown === 'day') return [...day, '', ''];
  return [...day, line.from, line.overMidnight ? fill(words.nextDay, { time: line.to }) : line.to];
}

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
          ...whenOf(line),
          line.breakMinutes === 0 ? '' : formatHours(line.breakMinutes),
          workOf(line),
          line.isNight === true ? words.night : formatHours(line.minutes),
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
  const nights = sheet.lines.filter((line) => line.isNight === true).length;
  const byHand = (sheet.emptyRows ?? 0) > 0;
  const hours = sheet.lines.reduce((sum, line) => sum + (line.isNight === true ? 0 : line.minutes), 0);
  // With rows to fill in by hand, the totals are written by hand too.
  const total = (name: string, figure: string): TableRow => ({
    cells: [name, '', '', '', '', '', byHand ? '' : figure],
    bold: true,
    rule: 'none',
  });
  rows.push(total(words.total, formatHours(hours)));
  if (nights > 0) rows.push(total(words.totalNights, String(nights)));
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
  const { agreement } = sheet;
  if (agreement !== undefined) {
    writer.gap(10);
    writer.write(
      'P',
      fill(words.agreed[agreement.how], { name: agreement.name, day: formatDay(agreement.on) }),
      { weight: 'semibold' },
    );
  }
  for (const label of agreement === undefined
    ? [words.signWorker, words.signEmployer]
    : [words.signEmployer]) {
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
