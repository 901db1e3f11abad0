import type { IsoDay } from '../dates';
import type { RatesBook } from './rates-book';
import type { TaxYearRates } from './tax-year-rates';

/** What a figure is: whole pence, hundredths of one percent, a plain number, or text such as a tax code. */
export type RateFigureKind = 'amount' | 'percent' | 'number' | 'text';

/** One figure of a tax year, by its place in the file: `nationalInsurance.thresholds.weekly.pt`. */
export type RateFigure = {
  readonly path: string;
  readonly kind: RateFigureKind;
  readonly value: number | string;
};

/** One figure that is not the same: null where one side does not have it. */
export type RateChange = {
  readonly path: string;
  readonly kind: RateFigureKind;
  readonly before: number | string | null;
  readonly after: number | string | null;
};

export type RatesComparison = {
  readonly taxYear: string;
  /** The tax year it was compared with; null where the book has none before it. */
  readonly against: string | null;
  /** Whether the book has this tax year already, so that these figures take the place of others. */
  readonly replaces: boolean;
  readonly changes: readonly RateChange[];
};

const PERCENT_NAMES: ReadonlySet<string> = new Set([
  'percent',
  'basicRatePercent',
  'employerPercent',
  'totalPercent',
  'normalPercent',
  'smallEmployerPercent',
  'employeeMain',
  'employeeUpper',
  'employer',
  'BR',
  'D0',
  'D1',
  'D2',
  'D3',
]);
const NUMBER_NAMES: ReadonlySet<string> = new Set([
  'blockSize',
  'poundsPerCode',
  'poundsAdded',
  'youngest',
  'enrolFrom',
  'oldestBelow',
  'carFirstMiles',
  'electronicDay',
  'postDay',
]);
/** Not figures: what the file is, and where its figures are from. */
const NOT_FIGURES: ReadonlySet<string> = new Set(['format', 'taxYear', 'from', 'to', 'evidence']);

function kindOf(name: string, value: number | string): RateFigureKind {
  if (typeof value === 'string') return 'text';
  if (PERCENT_NAMES.has(name)) return 'percent';
  return NUMBER_NAMES.has(name) ? 'number' : 'amount';
}

function collect(value: object, before: string, found: RateFigure[]): void {
  for (const [name, inside] of Object.entries(value) as [string, unknown][]) {
    if (NOT_FIGURES.has(name)) continue;
    // Bands are counted from 1, as people do.
    const step = Array.isArray(value) ? String(Number(name) + 1) : name;
    const path = before === '' ? step : `${before}.${step}`;
    if (typeof inside === 'number' || typeof inside === 'string')
      found.push({ path, kind: kindOf(name, inside), value: inside });
    else if (typeof inside === 'object' && inside !== null) collect(inside, path, found);
  }
}

/** Every figure of a tax year with its place in the file, in the file's order. */
export function figuresOf(year: TaxYearRates): readonly RateFigure[] {
  const found: RateFigure[] = [];
  collect(year, '', found);
  return found;
}

/** The day a tax year's figures were last compared with their sources. */
export function checkedOn(year: TaxYearRates): IsoDay {
  const days = year.incomeTax.allowance.evidence.map((one) => one.checked);
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

/** The tax year to compare with: the same one, or else the newest before it. */
export function yearBefore(current: RatesBook, next: TaxYearRates): TaxYearRates | undefined {
  return (
    current.years.find((year) => year.taxYear === next.taxYear) ??
    current.years.filter((year) => year.from < next.from).at(-1)
  );
}

/** What changes, figure by figure, when a tax year comes into a book. Pure; order is the file's, what goes comes last. */
export function compareRates(current: RatesBook, next: TaxYearRates): RatesComparison {
  const against = yearBefore(current, next);
  const before = new Map((against === undefined ? [] : figuresOf(against)).map((one) => [one.path, one]));
  const changes: RateChange[] = [];
  for (const { path, kind, value } of figuresOf(next)) {
    const old = before.get(path)?.value ?? null;
    if (old !== value) changes.push({ path, kind, before: old, after: value });
    before.delete(path);
  }
  for (const { path, kind, value } of before.values())
    changes.push({ path, kind, before: value, after: null });
  return {
    taxYear: next.taxYear,
    against: against?.taxYear ?? null,
    replaces: against?.taxYear === next.taxYear,
    changes,
  };
}
