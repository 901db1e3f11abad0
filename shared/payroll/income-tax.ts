import { type Pence, pence } from '../money';
import type { PayFrequency, TaxBasis, TaxRegimeRates, TaxYearRates } from '../rates/tax-year-rates';
import { must } from '../result';
import { divideUp, percentDown } from './rounding';
import { freePay, type TaxCode } from './tax-code';
import { WEEKS_IN_PERIOD } from './tax-period';

/** What PAYE needs to know about one payment. */
export type IncomeTaxInput = {
  readonly code: TaxCode;
  readonly basis: TaxBasis;
  readonly frequency: PayFrequency;
  /** The tax week (to 53, 54, 56) or month at the end of the pay period. */
  readonly taxPeriodNumber: number;
  /** Taxable pay in this payment. */
  readonly pay: Pence;
  /** Taxable pay and tax earlier in the tax year, an earlier job's included. */
  readonly payBefore: Pence;
  readonly taxBefore: Pence;
};

/** One band's part in the sum: money in pence, rates in hundredths of one percent. */
export type TaxBandPart = {
  readonly percent: number;
  /** The limit below, in ten-thousandths of a pound, cut at four decimals. */
  readonly from: number;
  /** Tax on the part of the pay in this band, in ten-thousandths of a pound, cut at four decimals. */
  readonly tax: number;
};

export type IncomeTaxResult = {
  /** Tax to take from this payment; less than zero is a refund. */
  readonly tax: Pence;
  readonly taxToDate: Pence;
  /** Set when half of the pay was less than the tax due. */
  readonly limitedFrom: Pence | null;
};

/** The sum before the limit, kept for explanations. */
export type IncomeTaxSum = {
  readonly isCumulative: boolean;
  readonly unit: 'week' | 'month';
  readonly periods: number;
  readonly pay: Pence;
  readonly freePay: Pence;
  /** Pay less free pay, not less than zero. */
  readonly taxable: Pence;
  /** The same in whole pounds, rounded down. */
  readonly wholePounds: number;
  readonly taxOnPay: Pence;
};

/** The number of weeks or months whose free pay and bands are used, and whether earlier pay counts. */
function periodsFor(input: IncomeTaxInput): {
  unit: 'week' | 'month';
  periods: number;
  isCumulative: boolean;
} {
  const weeks = WEEKS_IN_PERIOD[input.frequency];
  if (weeks === 0) {
    return input.basis === 'cumulative'
      ? { unit: 'month', periods: input.taxPeriodNumber, isCumulative: true }
      : { unit: 'month', periods: 1, isCumulative: false };
  }
  const isCumulative = input.basis === 'cumulative' && input.taxPeriodNumber <= 52;
  return { unit: 'week', periods: isCumulative ? input.taxPeriodNumber : weeks, isCumulative };
}

/** A share of an annual limit (pence) for some periods, in ten-thousandths of a pound, cut at four decimals. */
function shareOf(annual: number, periods: number, inYear: number): number {
  return Math.floor((annual * 100 * periods) / inYear);
}

/** Tax by bands in pence on whole pounds of taxable pay. `visit` sees each band used, for explanations. */
function taxByBands(
  taxable: Pence,
  wholePounds: number,
  periods: number,
  inYear: number,
  regime: TaxRegimeRates,
  visit?: (part: TaxBandPart) => void,
): Pence {
  const pounds = wholePounds * 10_000;
  /** The limit below and the tax up to it, in ten-thousandths of a pound. */
  let below = 0;
  let taxBelow = 0;
  /** The same for the whole year: pence, and ten-thousandths of a penny. */
  let annualBelow = 0;
  let annualTax = 0;
  for (const band of regime.bands) {
    // The band is chosen by the pay before rounding, against the limit rounded up to a whole pound.
    if (band.upTo === null || taxable <= divideUp(band.upTo * periods, inYear * 100) * 100) {
      const part = percentDown(Math.max(0, pounds - below), band.percent);
      visit?.({ percent: band.percent, from: below, tax: part });
      return pence(Math.floor((taxBelow + part) / 100));
    }
    const limit = shareOf(band.upTo, periods, inYear);
    annualTax += (band.upTo - annualBelow) * band.percent;
    annualBelow = band.upTo;
    const upToHere =
      regime.taxBelow === 'annual-share'
        ? Math.floor((annualTax * periods) / (inYear * 100))
        : taxBelow + percentDown(limit - below, band.percent);
    visit?.({ percent: band.percent, from: below, tax: upToHere - taxBelow });
    taxBelow = upToHere;
    below = limit;
  }
  throw new Error('Income tax bands have no last band');
}

/**
 * The sum of tax on the pay (to date, or in this payment alone), before earlier tax and the 50% limit.
 * Source: HMRC specification for PAYE tax table routines, v24.0.
 */
export function incomeTaxSum(
  input: IncomeTaxInput,
  rates: TaxYearRates['incomeTax'],
  visit?: (part: TaxBandPart) => void,
): IncomeTaxSum {
  const { unit, periods, isCumulative } = periodsFor(input);
  const pay = pence(isCumulative ? input.payBefore + input.pay : input.pay);
  const { code } = input;
  const regime = rates.regimes[code.regime];
  if (code.kind === 'no-tax' || code.kind === 'flat') {
    const wholePounds = Math.max(0, Math.floor(pay / 100));
    const percent =
      code.kind === 'no-tax'
        ? 0
        : must(
            regime.flat[code.treatment as keyof typeof regime.flat],
            `the ${code.regime} rate for ${code.treatment}`,
          );
    const taxOnPay = pence(percentDown(wholePounds * 100, percent));
    return {
      isCumulative,
      unit,
      periods,
      pay,
      freePay: pence(0),
      taxable: pence(Math.max(0, pay)),
      wholePounds,
      taxOnPay,
    };
  }
  const free = freePay(code, unit, periods, rates.freePay);
  const taxable = pence(Math.max(0, pay - free));
  const wholePounds = Math.floor(taxable / 100);
  const taxOnPay =
    taxable === 0
      ? pence(0)
      : taxByBands(taxable, wholePounds, periods, unit === 'week' ? 52 : 12, regime, visit);
  return { isCumulative, unit, periods, pay, freePay: free, taxable, wholePounds, taxOnPay };
}

/**
 * PAYE on one payment. A refund is less than zero. No payment loses more than half of its pay to tax;
 * on a cumulative code what is left comes back in the next period.
 * Source: HMRC specification for PAYE tax table routines, v24.0; Income Tax (PAYE) Regulations 2003.
 */
export function incomeTax(input: IncomeTaxInput, rates: TaxYearRates['incomeTax']): IncomeTaxResult {
  const sum = incomeTaxSum(input, rates);
  const due = sum.isCumulative ? sum.taxOnPay - input.taxBefore : sum.taxOnPay;
  const most = percentDown(Math.max(0, input.pay), rates.overridingLimit.percent);
  const isLimited = due > most;
  const tax = pence(isLimited ? most : due);
  return {
    tax,
    taxToDate: pence(input.taxBefore + tax),
    limitedFrom: isLimited ? pence(due) : null,
  };
}
