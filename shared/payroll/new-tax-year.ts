import { addDays, type IsoDay, isoDay } from '../dates';
import type { TaxBasis, TaxYearRates } from '../rates/tax-year-rates';
import { parseTaxCode } from './tax-code';
import { taxYearFrom } from './tax-period';

/** `2026-27` after `2025-26`. */
export function taxYearAfter(taxYear: string): string {
  return taxYearFrom(Number(taxYear.slice(0, 4)) + 1);
}

/** `2025-26` before `2026-27`. */
export function taxYearBefore(taxYear: string): string {
  return taxYearFrom(Number(taxYear.slice(0, 4)) - 1);
}

/** The first day of a tax year by its name: 6 April. */
export function firstDayOf(taxYear: string): IsoDay {
  return isoDay(`${taxYear.slice(0, 4)}-04-06`);
}

/** The last day of a tax year by its name: 5 April. */
export function lastDayOf(taxYear: string): IsoDay {
  return addDays(firstDayOf(taxYearAfter(taxYear)), -1);
}

/** What becomes of a code on 6 April, and why. */
export type CarriedCode = {
  readonly code: string;
  readonly basis: TaxBasis;
  /** `ask`: the allowance changed by an amount that the figures do not say for this code. */
  readonly how: 'kept' | 'mark-dropped' | 'raised' | 'ask';
};

type Allowance = Pick<TaxYearRates['incomeTax'], 'allowance'>;

function standardNumber(rates: Allowance): number {
  const code = parseTaxCode(rates.allowance.standardCode);
  if (!code.ok) throw new Error(`Not a tax code: ${rates.allowance.standardCode}`);
  return code.value.number;
}

/**
 * The code that a worker goes into a new tax year with: the same, without week 1 or month 1. A code ending in L rises
 * with the standard one; one ending in M or N rises by other amounts, which HMRC's notice P9X tells. Every other code
 * is carried forward as it is. `next` is null while the new year has no figures: nothing is raised then.
 * Source: HMRC notices P9X, from memory; no codes rise in 2026-27 (seen).
 */
export function carryTaxCode(
  code: string,
  basis: TaxBasis,
  year: Allowance,
  next: Allowance | null,
): CarriedCode | null {
  const read = parseTaxCode(code);
  if (!read.ok) return null;
  const { treatment, number, canonical, basis: written } = read.value;
  const had = basis === 'week1-month1' || written === 'week1-month1';
  const same = { code: canonical, basis: 'cumulative', how: had ? 'mark-dropped' : 'kept' } as const;
  const rise = next === null ? 0 : standardNumber(next) - standardNumber(year);
  if (rise === 0) return same;
  if (treatment === 'L')
    return {
      code: canonical.replace(String(number), String(number + rise)),
      basis: 'cumulative',
      how: 'raised',
    };
  return treatment === 'M' || treatment === 'N' ? { ...same, how: 'ask' } : same;
}
