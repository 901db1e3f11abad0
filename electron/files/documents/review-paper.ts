import words from '@resources/documents/review.json';
import type { ReviewView } from '@shared/api/endings';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { type CsvCell, csvForPeople, csvHours, csvMoney, csvNumber } from './csv';
import { formatAmount } from './figures';
import { type TableColumn, type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill, fillCount } from './words';

const CAUSES: Readonly<Record<string, string>> = words.causes;
const ACCOUNTS: Readonly<Record<string, string>> = words.accounts;
const CHANGES: Readonly<Record<string, string>> = words.changes;

const causeText = (because: string): string => CAUSES[because] ?? words.outcomeOther;
const kindText = (one: ReviewView['spending'][number]): string =>
  one.name || (ACCOUNTS[one.account] ?? words.otherAccount);
const changeText = (one: ReviewView['changes'][number]): string => fill(CHANGES[one.code] ?? '', one.values);
const dayText = (day: IsoDay): string => `${formatShortDay(day)} ${day.slice(0, 4)}`;

const figure = (heading: string): TableColumn => ({ heading, align: 'right', figures: true });

type HourRow = { readonly name: string; readonly hours: ReviewView['hours']['worked'] | null };

function hourRows({ hours }: ReviewView): readonly HourRow[] {
  return [
    { name: words.hours.plan, hours: hours.plan },
    { name: words.hours.planned, hours: hours.planned },
    { name: words.hours.worked, hours: hours.worked },
    { name: words.hours.covered, hours: hours.covered },
    { name: words.hours.lost, hours: hours.lost },
  ];
}

/** Notes under the outcome they are about, in the order outcomes first came. */
function byOutcome(outcomes: ReviewView['outcomes']): ReadonlyMap<string, ReviewView['outcomes']> {
  const groups = new Map<string, ReviewView['outcomes']>();
  for (const one of outcomes) {
    const name = one.outcome || words.outcomeOther;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}

/** The paper for a review: hours, why some were missed, outcomes, spending and what changed. Tagged A4. */
export function reviewPdf({
  view,
  printedOn,
}: {
  readonly view: ReviewView;
  readonly printedOn: IsoDay;
}): Uint8Array {
  const period = fill(words.period, { from: formatDay(view.from), to: formatDay(view.to) });
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name: view.name, period }),
    createdOn: printedOn,
    footer: (page, pages) => fill(words.footer, { name: view.name, page, pages }),
  });
  const { columns } = words;
  const heading = (text: string): void => {
    writer.gap(10);
    writer.write('H2', text, { size: 13, weight: 'semibold', after: 3, keepWith: 80 });
  };
  writer.write('H1', words.title, { size: 19, weight: 'bold', after: 2 });
  writer.write('P', fill(words.forWhom, { name: view.name }), { size: 12, weight: 'semibold' });
  writer.write('P', period, { after: 4 });

  heading(words.hoursTitle);
  writeTable(writer, {
    summary: words.hoursTitle,
    columns: [{ heading: columns.what, share: 1 }, figure(columns.hours), figure(columns.nights)],
    rows: hourRows(view).map(
      ({ name, hours }): TableRow => ({
        cells: [
          name,
          hours === null ? words.noPlan : formatHours(hours.minutes),
          hours === null ? '' : String(hours.sleepIns),
        ],
        bold: name === words.hours.lost,
      }),
    ),
  });
  writer.gap(4);
  writer.write('P', fill(words.coverCost, { amount: formatPounds(view.hours.coverCost) }));
  if (!view.hours.coverCostComplete) writer.write('P', words.coverCostIncomplete);

  if (view.reasons.length > 0) {
    heading(words.reasonsTitle);
    writeTable(writer, {
      summary: words.reasonsTitle,
      columns: [
        { heading: columns.why, share: 1 },
        figure(columns.shifts),
        figure(columns.covered),
        figure(columns.lost),
      ],
      rows: view.reasons.map(
        (one): TableRow => ({
          cells: [
            causeText(one.because),
            String(one.shifts),
            formatHours(one.covered.minutes),
            formatHours(one.lost.minutes),
          ],
        }),
      ),
    });
  }
  heading(words.unmetTitle);
  if (view.unmet.length === 0) writer.write('P', words.noUnmet);
  else
    writeTable(writer, {
      summary: words.unmetTitle,
      columns: [
        { heading: columns.day, figures: true, least: 74 },
        { heading: columns.times, figures: true, least: 80 },
        { heading: columns.why, share: 1 },
        figure(columns.missing),
      ],
      rows: view.unmet.map(
        (one): TableRow => ({
          cells: [
            dayText(one.day),
            `${one.start}–${one.end}`,
            causeText(one.because),
            one.sleepIn ? words.night : formatHours(one.minutes),
          ],
        }),
      ),
    });

  heading(words.outcomesTitle);
  if (view.outcomes.length === 0) writer.write('P', words.noOutcomes);
  for (const [name, notes] of byOutcome(view.outcomes)) {
    writer.write('H3', name, { size: 11.5, weight: 'semibold', after: 2, keepWith: 40 });
    writer.within('L', () => {
      for (const note of notes)
        writer.within('LI', () =>
          writer.write('LBody', `•  ${dayText(note.day)}: ${note.text}`, { after: 3 }),
        );
    });
  }

  heading(words.spendingTitle);
  if (view.spending.length === 0) writer.write('P', words.noSpending);
  else {
    writeTable(writer, {
      summary: words.spendingTitle,
      columns: [{ heading: columns.kind, share: 1 }, figure(columns.lines), figure(columns.amount)],
      rows: [
        ...view.spending.map(
          (one): TableRow => ({ cells: [kindText(one), String(one.lines), formatAmount(one.amount)] }),
        ),
        { cells: [words.total, '', formatAmount(view.moneyOut)], bold: true, rule: 'heavy' },
      ],
    });
    writer.gap(4);
  }
  writer.write(
    'P',
    fill(words.moneyIn, { amount: formatPounds(view.moneyIn), amountOut: formatPounds(view.moneyOut) }),
  );
  if (view.unexplained > 0) writer.write('P', fillCount(words.unexplained, view.unexplained));

  heading(words.changesTitle);
  if (view.changes.length === 0) writer.write('P', words.noChanges);
  else
    writer.within('L', () => {
      for (const one of view.changes)
        writer.within('LI', () =>
          writer.write('LBody', `•  ${dayText(one.day)}: ${changeText(one)}`, { after: 3 }),
        );
    });
  writer.gap(8);
  writer.write('P', words.noHealth, { size: 9.5 });
  return writer.finish();
}

/** The same as a CSV: one row a figure. */
export function reviewCsv(view: ReviewView): Uint8Array {
  const { csv } = words;
  const none: CsvCell = null;
  const row = (
    section: string,
    name: string,
    cells: {
      readonly day?: IsoDay;
      readonly hours?: number;
      readonly lost?: number;
      readonly nights?: number;
      readonly count?: number;
      readonly amount?: ReviewView['moneyIn'];
      readonly note?: string;
    },
  ): CsvCell[] => [
    section,
    name,
    cells.day ?? none,
    cells.hours === undefined ? none : csvHours(cells.hours),
    cells.lost === undefined ? none : csvHours(cells.lost),
    cells.nights === undefined ? none : csvNumber(cells.nights),
    cells.count === undefined ? none : csvNumber(cells.count),
    cells.amount === undefined ? none : csvMoney(cells.amount),
    cells.note ?? none,
  ];
  const rows = [
    ...hourRows(view).map(({ name, hours }) =>
      row(
        words.hoursTitle,
        name,
        hours === null ? { note: words.noPlan } : { hours: hours.minutes, nights: hours.sleepIns },
      ),
    ),
    ...view.reasons.map((one) =>
      row(words.reasonsTitle, causeText(one.because), {
        count: one.shifts,
        hours: one.covered.minutes,
        lost: one.lost.minutes,
      }),
    ),
    ...view.unmet.map((one) =>
      row(words.unmetTitle, causeText(one.because), {
        day: one.day,
        lost: one.minutes,
        nights: one.sleepIn ? 1 : 0,
        note: `${one.start}–${one.end}`,
      }),
    ),
    ...view.outcomes.map((one) =>
      row(words.outcomesTitle, one.outcome || words.outcomeOther, { day: one.day, note: one.text }),
    ),
    ...view.spending.map((one) =>
      row(words.spendingTitle, kindText(one), { count: one.lines, amount: one.amount }),
    ),
    ...view.changes.map((one) => row(words.changesTitle, changeText(one), { day: one.day })),
  ];
  return csvForPeople(
    [csv.section, csv.name, csv.day, csv.hours, csv.lostHours, csv.nights, csv.count, csv.amount, csv.note],
    rows,
  );
}
