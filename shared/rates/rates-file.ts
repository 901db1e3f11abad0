import { ok, type Result, refused } from '../result';
import { figuresOf, type RateFigure, yearBefore } from './compare-rates';
import { type RatesBook, type RatesBookProblem, readTaxYear, withTaxYear } from './rates-book';
import type { TaxYearRates } from './tax-year-rates';

export type RatesFileProblem =
  | RatesBookProblem
  | 'rates.not-json'
  | 'rates.rate-too-high'
  | 'rates.amount-fell'
  | 'rates.amount-rose'
  | 'rates.not-rising';

export type ReadRatesFile = {
  readonly year: TaxYearRates;
  /** The book with this tax year in it. */
  readonly book: RatesBook;
};

/** No published rate of tax, National Insurance or a loan is above this: 60 %, in hundredths of one percent. */
const HIGHEST_RATE = 6000;
/** What an employer gets back of family pay is more than it paid: up to 109 %. */
const HIGHEST_RECOVERY = 20000;
/** A published amount has never halved or trebled from one year to the next: such a figure is a slip of typing. */
const FELL_TO_ONE_OF = 2;
const ROSE_TO = 3;
/** The order in which the same threshold rises with the length of the pay period. */
const RISING = ['weekly', 'twoWeekly', 'fourWeekly', 'monthly', 'annual'] as const;

type FigureProblem = Result<null, RatesFileProblem>;

function plausibleRates(figures: readonly RateFigure[]): FigureProblem {
  for (const { path, kind, value } of figures) {
    const highest = path.startsWith('statutoryPayRecovery.') ? HIGHEST_RECOVERY : HIGHEST_RATE;
    if (kind === 'percent' && Number(value) > highest)
      return refused('rates.rate-too-high', {
        where: path,
        hundredths: Number(value),
        highestHundredths: highest,
      });
  }
  return ok(null);
}

/** The list of bands that a place is in: `incomeTax.regimes.scotland.bands.`. */
function bandsOf(path: string): string | undefined {
  return /^.*\.bands\./.exec(path)?.[0];
}

const countUnder = (figures: readonly RateFigure[], place: string): number =>
  figures.filter((one) => one.path.startsWith(place)).length;

function plausibleAmounts(figures: readonly RateFigure[], last: readonly RateFigure[]): FigureProblem {
  const before = new Map(last.map((one) => [one.path, Number(one.value)]));
  for (const { path, kind, value } of figures) {
    if (kind !== 'amount') continue;
    const bands = bandsOf(path);
    // A band that comes or goes moves the others: then they are held by their order alone.
    if (bands !== undefined && countUnder(figures, bands) !== countUnder(last, bands)) continue;
    const was = before.get(path);
    if (was === undefined || was === 0) continue;
    const now = Number(value);
    if (now * FELL_TO_ONE_OF <= was)
      return refused('rates.amount-fell', { where: path, beforePence: was, afterPence: now });
    if (now >= was * ROSE_TO)
      return refused('rates.amount-rose', { where: path, beforePence: was, afterPence: now });
  }
  return ok(null);
}

/** The last name of a place is the kind of threshold under National Insurance, and the length of the period elsewhere. */
function risingByPeriod(figures: readonly RateFigure[]): FigureProblem {
  const byPath = new Map(figures.filter((one) => one.kind === 'amount').map((one) => [one.path, one.value]));
  for (const path of byPath.keys()) {
    const names = path.split('.');
    const at = names.indexOf(RISING[0]);
    if (at === -1) continue;
    let shorter = Number(byPath.get(path));
    for (const length of RISING.slice(1)) {
      const longerPath = names.with(at, length).join('.');
      const longer = byPath.get(longerPath);
      if (longer === undefined) continue;
      if (Number(longer) <= shorter) return refused('rates.not-rising', { where: longerPath });
      shorter = Number(longer);
    }
  }
  return ok(null);
}

/**
 * Reads one tax year's rates file and checks it against the book it is to join: its shape, that it leaves neither gap nor
 * overlap, and that its figures can be true. A refusal's `where` is the place in the file. Nothing is changed.
 */
export function readRatesFile(text: string, current: RatesBook): Result<ReadRatesFile, RatesFileProblem> {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('rates.not-json');
  }
  const year = readTaxYear(file);
  if (!year.ok) return year;
  const figures = figuresOf(year.value);
  const last = yearBefore(current, year.value);
  const checks = [
    plausibleRates(figures),
    risingByPeriod(figures),
    plausibleAmounts(figures, last === undefined ? [] : figuresOf(last)),
  ];
  for (const check of checks) if (!check.ok) return check;
  const book = withTaxYear(current, year.value);
  return book.ok ? ok({ year: year.value, book: book.value }) : book;
}
