import common from '@resources/documents/common.json';
import words from '@resources/documents/shared-pay.json';
import type { PoolPart, PoolSplitView } from '@shared/api/pools';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatWeekday } from '@shared/dates';
import { formatPounds, type Pence, sumPence } from '@shared/money';
import { formatAmount, formatPeriod } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill, fillRuns } from './words';

const PARTS = ['wages', 'employerNi', 'pension', 'expenses', 'recovered'] as const;
const ALWAYS: readonly string[] = ['wages', 'employerNi', 'pension'];

/** Hours of a part; a correction takes some back. */
function hoursText(minutes: number): string {
  return minutes < 0 ? `−${formatHours(-minutes)}` : formatHours(minutes);
}

function writeParts(writer: PdfWriter, split: PoolSplitView): void {
  const shown = PARTS.filter((part) => ALWAYS.includes(part) || split.parts.some((one) => one[part] !== 0));
  const row = (
    name: string,
    hours: string,
    amountOf: (part: (typeof PARTS)[number]) => Pence,
    total: Pence,
  ) => [name, hours, ...shown.map((part) => formatAmount(amountOf(part))), formatAmount(total)];
  const sumOf = (part: (typeof PARTS)[number]): Pence =>
    sumPence(split.parts.map((one: PoolPart) => one[part]));
  const figures = (heading: string) => ({ heading, align: 'right' as const, figures: true });
  writer.write('H2', words.parts, { size: 12.5, weight: 'semibold', after: 2, keepWith: 90 });
  writeTable(writer, {
    summary: words.parts,
    columns: [
      { heading: words.who, share: 1, least: 120 },
      figures(words.hours),
      ...shown.map((part) => figures(words[part])),
      figures(words.total),
    ],
    rows: [
      ...split.parts.map(
        (part): TableRow => ({
          cells: row(
            part.isEmployer ? fill(words.employs, { name: part.name }) : part.name,
            hoursText(part.minutes),
            (of) => part[of],
            part.total,
          ),
        }),
      ),
      { cells: row(words.together, '', sumOf, split.total), bold: true, rule: 'none' },
    ],
  });
  writer.gap(12);
}

function writeShifts(writer: PdfWriter, split: PoolSplitView): void {
  if (split.shifts.length === 0) return;
  writer.write('H2', words.shifts, { size: 12.5, weight: 'semibold', after: 2, keepWith: 90 });
  writeTable(writer, {
    summary: words.shifts,
    columns: [
      { heading: words.day, share: 1, least: 110 },
      { heading: words.supported, share: 2 },
      { heading: words.rule, share: 1 },
      { heading: words.worth, align: 'right', figures: true },
    ],
    rows: split.shifts.map(
      (shift): TableRow => ({
        cells: [
          formatWeekday(shift.day),
          shift.supported
            .map((one) => fill(words.supportedFor, { name: one.name, hours: formatHours(one.minutes) }))
            .join('; '),
          words.rules[shift.rule ?? 'alone'],
          formatAmount(shift.worth),
        ],
      }),
    ),
  });
  writer.gap(10);
}

/** One pay of a shared PA with everybody's part, as a tagged A4 PDF: for each of them, and for their return. */
export function sharedPayPdf(split: PoolSplitView): Uint8Array {
  const day = formatDay(split.payDate);
  const name = split.workerName;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name, day }),
    createdOn: split.payDate,
    orientation: 'landscape',
    footer: (page, pages) => fill(words.footer, { name, day, page, pages }),
  });
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 4 });
  writer.write('P', fillRuns(words.worker, { name }));
  const employer = split.parts.find((part) => part.isEmployer)?.name ?? split.employerName;
  writer.write('P', fill(words.employer, { name: employer }));
  const period = formatPeriod(split.periodFrom, split.periodTo, common.periodJoiner);
  writer.write('P', fill(words.period, { period }));
  writer.write('P', fillRuns(words.payDate, { day: formatWeekday(split.payDate, true) }), { after: 8 });
  writer.write('P', words.note);
  writer.write('P', words.payslip);
  if (split.isCorrection) writer.write('P', words.correction, { weight: 'semibold' });
  writer.gap(12);
  writeParts(writer, split);
  writeShifts(writer, split);
  if (split.usualPay !== 0) writer.write('P', fill(words.usual, { amount: formatPounds(split.usualPay) }));
  for (const part of split.parts.filter((one) => one.isMoved))
    writer.write('P', fill(words.moved, { name: part.name, day: formatDay(part.entryDay) }));
  return writer.finish();
}
