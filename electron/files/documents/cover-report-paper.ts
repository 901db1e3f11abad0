import words from '@resources/documents/cover-report.json';
import type { CoverReport } from '@shared/api/cover-papers';
import { formatHours } from '@shared/clock-time';
import {
  addDays,
  addMonths,
  formatDay,
  formatShortDay,
  type IsoDay,
  monthName,
  partsOf,
} from '@shared/dates';
import { formatPounds } from '@shared/money';
import { type CsvCell, csvForPeople, csvHours, csvMoney, csvNumber } from './csv';
import { formatAmount } from './figures';
import { type TableColumn, type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill, fillCount } from './words';

/** What was covered in a period and what was not, with whom it is about. */
export type CoverReportPaper = {
  readonly name: string;
  readonly report: CoverReport;
  readonly printedOn: IsoDay;
};

type Hours = CoverReport['needed'];

const figure = (heading: string): TableColumn => ({ heading, align: 'right', figures: true });

function said(hours: Hours): string {
  if (hours.sleepIns === 0) return formatHours(hours.minutes);
  const nights = fillCount(words.nights, hours.sleepIns);
  return hours.minutes === 0
    ? nights
    : fill(words.hoursAndNights, { hours: formatHours(hours.minutes), nights });
}

function monthText(month: IsoDay): string {
  const parts = partsOf(month);
  return `${monthName(parts.month)} ${parts.year}`;
}

function whenText(line: CoverReport['uncoveredShifts'][number]): string {
  return `${line.start}–${line.end}`;
}

/** The report for the annual review: sums, why, by month, who covered, and each time that nobody was there. */
export function coverReportPdf({ name, report, printedOn }: CoverReportPaper): Uint8Array {
  const period = fill(words.period, { from: formatDay(report.from), to: formatDay(report.to) });
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name, period }),
    createdOn: printedOn,
    footer: (page, pages) => fill(words.footer, { name, page, pages }),
  });
  const heading = (text: string): void => {
    writer.write('H2', text, { size: 13, weight: 'semibold', after: 2, keepWith: 80 });
  };
  writer.write('H1', words.title, { size: 19, weight: 'bold', after: 2 });
  writer.write('P', fill(words.forWhom, { name }), { size: 12, weight: 'semibold' });
  writer.write('P', period, { after: 12 });

  heading(words.sumsTitle);
  const { columns } = words;
  const sum = (what: string, hours: Hours | null, bold = false): TableRow => ({
    cells: [
      what,
      hours === null ? words.noPlan : formatHours(hours.minutes),
      hours === null ? '' : String(hours.sleepIns),
    ],
    bold,
  });
  writeTable(writer, {
    summary: words.sumsTitle,
    columns: [{ heading: columns.what, share: 1 }, figure(columns.hours), figure(columns.nights)],
    rows: [
      sum(words.sums.plan, report.plan),
      sum(words.sums.needed, report.needed),
      sum(words.sums.asPlanned, report.asPlanned),
      sum(words.sums.covered, report.covered),
      sum(words.sums.uncovered, report.uncovered, true),
      sum(words.sums.worked, report.worked),
    ],
  });
  writer.gap(6);
  writer.write('P', fill(words.cost, { amount: formatPounds(report.extraCost) }));
  if (!report.costComplete) writer.write('P', words.costIncomplete);
  writer.gap(10);

  const parts = (what: string): TableColumn[] => [
    { heading: what, share: 1 },
    figure(columns.shifts),
    figure(columns.covered),
    figure(columns.uncovered),
  ];
  if (report.byCause.length > 0) {
    heading(words.causesTitle);
    writeTable(writer, {
      summary: words.causesTitle,
      columns: parts(columns.why),
      rows: report.byCause.map(
        (one): TableRow => ({
          cells: [words.causes[one.because], String(one.shifts), said(one.covered), said(one.uncovered)],
        }),
      ),
    });
    writer.gap(10);
    heading(words.monthsTitle);
    writeTable(writer, {
      summary: words.monthsTitle,
      columns: parts(columns.month),
      rows: report.byMonth.map(
        (one): TableRow => ({
          cells: [monthText(one.month), String(one.shifts), said(one.covered), said(one.uncovered)],
        }),
      ),
    });
    writer.gap(10);
  }
  if (report.byWho.length > 0) {
    heading(words.whoTitle);
    writeTable(writer, {
      summary: words.whoTitle,
      columns: [
        { heading: columns.who, share: 1 },
        figure(columns.covers),
        figure(columns.covered),
        figure(columns.cost),
      ],
      rows: report.byWho.map(
        (one): TableRow => ({
          cells: [
            fill(words.whoKind, { name: one.name, kind: words.kinds[one.kind] }),
            String(one.covers),
            said(one.covered),
            formatAmount(one.cost),
          ],
        }),
      ),
    });
    writer.gap(10);
  }
  heading(words.linesTitle);
  if (report.uncoveredShifts.length === 0) writer.write('P', words.noLines);
  else
    writeTable(writer, {
      summary: words.linesTitle,
      columns: [
        { heading: columns.day, figures: true, least: 74 },
        { heading: columns.times, figures: true, least: 76 },
        { heading: columns.who, share: 1 },
        { heading: columns.why, share: 1 },
        { heading: columns.search, share: 1 },
        figure(columns.missing),
      ],
      rows: report.uncoveredShifts.map(
        (line): TableRow => ({
          cells: [
            `${formatShortDay(line.day)} ${line.day.slice(0, 4)}`,
            whenText(line),
            line.name ?? words.nobody,
            words.causes[line.because],
            line.search === null ? '' : words.searches[line.search],
            line.sleepIn ? words.night : formatHours(line.uncoveredMinutes),
          ],
        }),
      ),
    });
  writer.gap(8);
  writer.write('P', words.noHealth, { size: 9.5 });
  return writer.finish();
}

/** The same as a CSV: one row a figure, so that a spreadsheet can sort and add it up. */
export function coverReportCsv({ report }: CoverReportPaper): Uint8Array {
  const { csv } = words;
  const heading = [
    csv.section,
    csv.name,
    csv.from,
    csv.to,
    csv.shifts,
    csv.coveredHours,
    csv.uncoveredHours,
    csv.coveredNights,
    csv.uncoveredNights,
    csv.cost,
    csv.note,
  ];
  const none: CsvCell = null;
  const both = (covered: Hours, uncovered: Hours | null): CsvCell[] => [
    csvHours(covered.minutes),
    uncovered === null ? none : csvHours(uncovered.minutes),
    csvNumber(covered.sleepIns),
    uncovered === null ? none : csvNumber(uncovered.sleepIns),
  ];
  const { from, to } = report;
  const sums: (readonly [string, Hours | null])[] = [
    [words.sums.plan, report.plan],
    [words.sums.needed, report.needed],
    [words.sums.asPlanned, report.asPlanned],
    [words.sums.worked, report.worked],
  ];
  const rows: CsvCell[][] = [
    ...sums.map(([name, hours]): CsvCell[] => [
      words.sumsTitle,
      name,
      from,
      to,
      none,
      ...(hours === null ? [none, none, none, none] : both(hours, null)),
      none,
      hours === null ? words.noPlan : none,
    ]),
    ...report.byCause.map((one): CsvCell[] => [
      words.causesTitle,
      words.causes[one.because],
      from,
      to,
      csvNumber(one.shifts),
      ...both(one.covered, one.uncovered),
      none,
      none,
    ]),
    ...report.byMonth.map((one): CsvCell[] => [
      words.monthsTitle,
      monthText(one.month),
      one.month,
      addDays(addMonths(one.month, 1), -1),
      csvNumber(one.shifts),
      ...both(one.covered, one.uncovered),
      none,
      none,
    ]),
    ...report.byWho.map((one): CsvCell[] => [
      words.whoTitle,
      one.name,
      from,
      to,
      csvNumber(one.covers),
      ...both(one.covered, null),
      csvMoney(one.cost),
      words.kinds[one.kind],
    ]),
    ...report.uncoveredShifts.map((line): CsvCell[] => [
      words.linesTitle,
      line.name ?? words.nobody,
      line.day,
      line.endDay,
      csvNumber(1),
      none,
      csvHours(line.sleepIn ? 0 : line.uncoveredMinutes),
      none,
      csvNumber(line.sleepIn ? 1 : 0),
      none,
      [words.causes[line.because], whenText(line), line.search === null ? '' : words.searches[line.search]]
        .filter((part) => part !== '')
        .join(', '),
    ]),
  ];
  return csvForPeople(heading, rows);
}
