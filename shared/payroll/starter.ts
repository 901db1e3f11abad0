import { type Pence, pence } from '../money';
import type { TaxBasis, TaxYearRates } from '../rates/tax-year-rates';

/** What a starter ticked on HMRC's starter checklist; `none` when they gave no answer. */
export type StarterDeclaration = 'A' | 'B' | 'C' | 'none';

/** The code a new worker starts on, with what an earlier job this year counts for. */
export type StartingTaxCode = {
  readonly code: string;
  readonly basis: TaxBasis;
  readonly previousPay: Pence;
  readonly previousTax: Pence;
};

/** The code for a starter without a usable P45, by their declaration. Source: HMRC starter checklist. */
export function codeForStarter(
  declaration: StarterDeclaration,
  rates: TaxYearRates['incomeTax'],
): StartingTaxCode {
  const { code, basis } = rates.starterDeclaration[declaration];
  return { code, basis, previousPay: pence(0), previousTax: pence(0) };
}

export type P45 = {
  /** The tax year of the leaving date, such as `2026-27`. */
  readonly taxYear: string;
  readonly code: string;
  readonly basis: TaxBasis;
  readonly payToDate: Pence;
  readonly taxToDate: Pence;
};

/**
 * The code from a P45. From the same tax year: its code, and its figures where the code is cumulative.
 * From the year before: its code, cumulative, without figures. Older ones do not count: nothing comes back,
 * and the starter declaration decides. (From memory of HMRC's guidance; not checked.)
 */
export function codeFromP45(p45: P45, startTaxYear: string): StartingTaxCode | null {
  const none = { previousPay: pence(0), previousTax: pence(0) };
  if (p45.taxYear === startTaxYear) {
    return p45.basis === 'cumulative'
      ? { code: p45.code, basis: p45.basis, previousPay: p45.payToDate, previousTax: p45.taxToDate }
      : { code: p45.code, basis: p45.basis, ...none };
  }
  return Number(p45.taxYear.slice(0, 4)) === Number(startTaxYear.slice(0, 4)) - 1
    ? { code: p45.code, basis: 'cumulative', ...none }
    : null;
}
