import common from '@resources/documents/common.json';
import words from '@resources/documents/cost-sheet.json';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatWeekday } from '@shared/dates';
import { formatPounds, negatePence, type Pence } from '@shared/money';
import { type CostLine, type CostSheet, costOfAnHour, together, wholeCost } from './cost-sheet';
import { formatAmount, formatPeriod } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill, fillRuns } from './words';

/** The parts of a cost that a sheet shows: pay and its whole cost always, the others where some line has them. */
type Part = {
  readonly name: Exclude<keyof typeof words.rows, 'cost'>;
  readonly of: (line: CostLine) => Pence;
};

const PARTS: readonly Part[] = [
  { name: 'gross', of: (line) => line.gross },
  { name: 'nationalInsurance', of: (line) => line.employerNi },
  { name: 'pension', of: (line) => line.employerPension },
  { name: 'expenses', of: (line) => line.expenses },
  { name: 'allowance', of: (line) => negatePence(line.allowance) },
  { name: 'recovered', of: (line) => negatePence(line.recovered) },
];

const ALWAYS: readonly Part['name'][] = ['gross', 'nationalInsurance', 'pension'];

function partsOf(sheet: CostSheet): readonly Part[] {
  return PARTS.filter(({ name, of }) => ALWAYS.includes(name) || sheet.lines.some((line) => of(line) !== 0));
}

const hourlyText = (line: CostLine): string => {
  const hourly = costOfAnHour(line);
  return hourly === undefined ? words.none : formatAmount(hourly);
};

function writeHead(writer: PdfWriter, sheet: CostSheet): void {
  const [only] = sheet.lines;
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 4 });
  if (sheet.of === 'worker' && only !== undefined)
    writer.write('P', fillRuns(words.worker, { name: only.workerName }));
  writer.write('P', fill(words.employer, { name: sheet.employerName }));
  const period = formatPeriod(sheet.period.from, sheet.period.to, common.periodJoiner);
  writer.write('P', fill(words.period, { period }));
  writer.write('P', fillRuns(words.payDate, { day: formatWeekday(sheet.payDate, true) }), { after: 8 });
  writer.write('P', words.forEmployer);
  if (sheet.isCorrection) writer.write('P', words.correction, { weight: 'semibold' });
  writer.gap(16);
}

/** One line a PA, side by side: on a landscape page. */
function writeRun(writer: PdfWriter, sheet: CostSheet): void {
  const parts = partsOf(sheet);
  const row = (line: CostLine): readonly string[] => [
    line.workerName,
    ...parts.map((part) => formatAmount(part.of(line))),
    formatAmount(wholeCost(line)),
    line.minutes === 0 ? words.none : formatHours(line.minutes),
    hourlyText(line),
  ];
  const rows: TableRow[] = sheet.lines.map((line) => ({ cells: row(line) }));
  if (sheet.lines.length > 1)
    rows.push({ cells: row(together(sheet.lines, words.together)), bold: true, rule: 'none' });
  const heading = (text: string) => ({ heading: text, align: 'right' as const, figures: true });
  writeTable(writer, {
    summary: words.runHeading,
    columns: [
      { heading: words.pa, share: 1, least: 120 },
      ...parts.map((part) => heading(words.columns[part.name])),
      heading(words.columns.cost),
      heading(words.columns.hours),
      heading(words.columns.hourly),
    ],
    rows,
  });
}

/** One PA's cost, a row for each part. */
function writeWorker(writer: PdfWriter, sheet: CostSheet, line: CostLine): void {
  writeTable(writer, {
    summary: words.workerHeading,
    columns: [
      { heading: words.workerHeading, share: 1 },
      { heading: words.pounds, align: 'right', figures: true },
    ],
    rows: [
      ...partsOf(sheet).map(
        (part): TableRow => ({ cells: [words.rows[part.name], formatAmount(part.of(line))] }),
      ),
      { cells: [words.rows.cost, formatAmount(wholeCost(line))], bold: true, rule: 'none' },
    ],
  });
  writer.gap(10);
  const hourly = costOfAnHour(line);
  writer.write(
    'P',
    hourly === undefined
      ? words.noHours
      : fillRuns(words.hours, { hours: formatHours(line.minutes), hourly: formatPounds(hourly) }),
  );
}

/** What a run cost the employer, or one PA in it, as a tagged A4 PDF. The pay day is the file's date. */
export function costSheetPdf(sheet: CostSheet): Uint8Array {
  const [only] = sheet.lines;
  if (only === undefined) throw new Error('A cost sheet needs at least one PA');
  const day = formatDay(sheet.payDate);
  const ofWorker = sheet.of === 'worker';
  const writer = new PdfWriter({
    title: ofWorker
      ? fill(words.fileTitleOfWorker, { name: only.workerName, day })
      : fill(words.fileTitle, { day }),
    createdOn: sheet.payDate,
    orientation: ofWorker ? 'portrait' : 'landscape',
    footer: (page, pages) => fill(words.footer, { day, page, pages }),
  });
  writeHead(writer, sheet);
  if (ofWorker) writeWorker(writer, sheet, only);
  else writeRun(writer, sheet);
  const { notes } = words;
  const lines = [notes.hourly, notes.dearer];
  if (sheet.lines.some((line) => line.allowance !== 0)) lines.push(notes.allowance);
  if (sheet.lines.some((line) => line.recovered !== 0)) lines.push(notes.recovered);
  writer.gap(18);
  writer.write('H2', notes.heading, { size: 12.5, weight: 'semibold', after: 2, keepWith: 40 });
  for (const line of lines) writer.write('P', line, { after: 2 });
  return writer.finish();
}
