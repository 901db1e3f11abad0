import { z } from 'zod';
import { addDays, ageOn, type IsoDay } from '../dates';
import { ok, type Result, refused } from '../result';
import { dayText } from './evidence';
import { type TaxYearRates, taxYearRatesSchema } from './tax-year-rates';

const pensionAgeSchema = z.strictObject({
  format: z.literal(1),
  rows: z
    .array(
      z.strictObject({
        bornFrom: dayText,
        bornTo: dayText,
        years: z.int().positive(),
        months: z.int().min(0).max(11),
        mark: z.enum(['SEEN', 'CALC', 'RECALLED']),
        sources: z.array(z.string()).min(1),
        checked: dayText,
        note: z.string().optional(),
      }),
    )
    .min(1),
});

export type StatePensionAgeRow = z.output<typeof pensionAgeSchema>['rows'][number];

/** Every tax year's figures that this copy of the program has, oldest first. */
export type RatesBook = {
  readonly years: readonly TaxYearRates[];
  readonly statePensionAges: readonly StatePensionAgeRow[];
};

export type RatesBookProblem = 'rates.not-valid' | 'rates.overlap' | 'rates.gap';

function firstIssue(error: z.ZodError): Readonly<Record<string, string>> {
  const issue = error.issues[0];
  return { where: issue ? issue.path.join('.') : '', problem: issue?.code ?? '' };
}

/** Checks that runs of days follow each other without an overlap or a gap. Works on sorted runs. */
function runProblem(
  runs: readonly { readonly from: IsoDay; readonly to: IsoDay }[],
): Result<null, RatesBookProblem> {
  for (const [index, run] of runs.entries()) {
    if (run.to < run.from) return refused('rates.not-valid', { where: 'to', from: run.from, to: run.to });
    const next = runs[index + 1];
    if (next === undefined) break;
    if (next.from <= run.to) return refused('rates.overlap', { day: next.from });
    if (next.from !== addDays(run.to, 1)) return refused('rates.gap', { day: addDays(run.to, 1) });
  }
  return ok(null);
}

/**
 * One tax year's figures from a parsed JSON file. Refuses a wrong shape, with where in the file, and a tax year that does
 * not run 6 April to 5 April under its own name.
 */
export function readTaxYear(file: unknown): Result<TaxYearRates, 'rates.not-valid'> {
  const parsed = taxYearRatesSchema.safeParse(file);
  if (!parsed.success) return refused('rates.not-valid', firstIssue(parsed.error));
  const start = Number(parsed.data.from.slice(0, 4));
  const name = `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
  if (
    parsed.data.taxYear !== name ||
    parsed.data.from !== `${start}-04-06` ||
    parsed.data.to !== `${start + 1}-04-05`
  )
    return refused('rates.not-valid', { where: 'taxYear', problem: parsed.data.taxYear });
  for (const [regimeName, regime] of Object.entries(parsed.data.incomeTax.regimes)) {
    const limits = regime.bands.map((band) => band.upTo ?? Number.POSITIVE_INFINITY);
    const rising = limits.every((limit, index) => index === 0 || limit > (limits[index - 1] ?? 0));
    if (!rising || limits.at(-1) !== Number.POSITIVE_INFINITY)
      return refused('rates.not-valid', {
        where: `incomeTax.regimes.${regimeName}.bands`,
        problem: 'bands',
      });
  }
  return ok(parsed.data);
}

/** A book with one more tax year, or with another version of one it has. Refuses what would leave a gap. */
export function withTaxYear(book: RatesBook, year: TaxYearRates): Result<RatesBook, RatesBookProblem> {
  const years = [...book.years.filter((one) => one.taxYear !== year.taxYear), year];
  years.sort((a, b) => (a.from < b.from ? -1 : 1));
  const inOrder = runProblem(years);
  return inOrder.ok ? ok({ ...book, years }) : inOrder;
}

/**
 * Builds a rates book from parsed JSON files: one a tax year, and the table of State Pension ages.
 * Refuses a file of the wrong shape, a tax year that does not run 6 April to 5 April under its own name,
 * and years that overlap or leave a gap.
 */
export function buildRatesBook(
  yearFiles: readonly unknown[],
  pensionAgeFile: unknown,
): Result<RatesBook, RatesBookProblem> {
  const years: TaxYearRates[] = [];
  for (const file of yearFiles) {
    const year = readTaxYear(file);
    if (!year.ok) return year;
    years.push(year.value);
  }
  years.sort((a, b) => (a.from < b.from ? -1 : 1));
  if (years.length === 0) return refused('rates.not-valid', { where: 'years' });
  const inOrder = runProblem(years);
  if (!inOrder.ok) return inOrder;
  const ages = pensionAgeSchema.safeParse(pensionAgeFile);
  if (!ages.success) return refused('rates.not-valid', firstIssue(ages.error));
  const agesInOrder = runProblem(ages.data.rows.map((row) => ({ from: row.bornFrom, to: row.bornTo })));
  return agesInOrder.ok ? ok({ years, statePensionAges: ages.data.rows }) : agesInOrder;
}

/** The figures for a pay date. A date outside every year is refused: never last year's figures. */
export function ratesForDay(book: RatesBook, day: IsoDay): Result<TaxYearRates, 'rates.unknown-date'> {
  const year = book.years.find((candidate) => candidate.from <= day && day <= candidate.to);
  return year
    ? ok(year)
    : refused('rates.unknown-date', {
        day,
        firstDay: book.years[0]?.from ?? '',
        lastDay: book.years.at(-1)?.to ?? '',
      });
}

/** The figures for a tax year by name, such as `2026-27`. */
export function ratesForTaxYear(
  book: RatesBook,
  taxYear: string,
): Result<TaxYearRates, 'rates.unknown-tax-year'> {
  const year = book.years.find((candidate) => candidate.taxYear === taxYear);
  return year ? ok(year) : refused('rates.unknown-tax-year', { taxYear });
}

/**
 * Whether a person has reached State Pension age on a day. Age is 65 to 68 with extra months by date of birth.
 * Source: Pensions Act 1995 schedule 4 as amended, through the table in resources/rates/state-pension-age.json.
 */
export function hasReachedStatePensionAge(book: RatesBook, birthDate: IsoDay, day: IsoDay): boolean {
  const row = book.statePensionAges.find((one) => one.bornFrom <= birthDate && birthDate <= one.bornTo);
  if (row === undefined) return false;
  if (row.months === 0) return ageOn(birthDate, day) >= row.years;
  return statePensionDay(birthDate, row) <= day;
}

function statePensionDay(birthDate: IsoDay, row: StatePensionAgeRow): string {
  const monthIndex = Number(birthDate.slice(5, 7)) - 1 + row.months;
  const year = Number(birthDate.slice(0, 4)) + row.years + Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  // Compared as text: a day past the end of its month sorts after that month's last day, as it should.
  return `${year}-${String(month).padStart(2, '0')}-${birthDate.slice(8, 10)}`;
}
