import { ageOn, type IsoDay } from '../dates';
import { negatePence, type Pence, pence } from '../money';
import { hasReachedStatePensionAge, type RatesBook } from '../rates/rates-book';
import { type PayFrequency, periodKey, type TaxYearRates } from '../rates/tax-year-rates';

/** How a worker's pension is paid into. Percentages are hundredths of one percent: 500 is 5%. */
export type PensionArrangement =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'qualifying-earnings' | 'all-pay';
      readonly treatment: 'relief-at-source' | 'net-pay';
      /** The worker's whole share, tax relief included. */
      readonly employeePercent: number;
      readonly employerPercent: number;
    }
  | {
      /** Given back after an opt-out: what was taken from pay and what the employer paid in, each a whole amount. */
      readonly kind: 'refund';
      readonly treatment: 'relief-at-source' | 'net-pay';
      readonly employee: Pence;
      readonly employer: Pence;
    };

export type PensionResult = {
  /** Pay the percentages are taken of. */
  readonly contributoryPay: Pence;
  /** Taken from the worker's pay. Less than zero is given back. */
  readonly employee: Pence;
  readonly employer: Pence;
  /** Tax relief that the pension provider claims and adds, with relief at source. */
  readonly reliefAdded: Pence;
};

export type QualifyingBand = { readonly lower: Pence; readonly upper: Pence };

/** The qualifying earnings band for a pay interval. */
export function qualifyingBand(frequency: PayFrequency, rates: TaxYearRates['pensions']): QualifyingBand {
  const key = periodKey(frequency);
  return { lower: rates.thresholds.lower[key], upper: rates.thresholds.upper[key] };
}

/** `value × top ÷ bottom` to the nearest whole number, a half up, for whole numbers of zero or more. */
function ratioHalfUp(value: number, top: number, bottom: number): number {
  const exact = BigInt(value) * BigInt(top) * 2n + BigInt(bottom);
  return Number(exact / (BigInt(bottom) * 2n));
}

/**
 * Pension contributions from one payment, each to the nearest penny, a half up (schemes may say otherwise).
 * Relief at source takes the share less basic rate tax; the provider adds the rest.
 * Source: Pensions Act 2008 sections 13 and 20; Finance Act 2004 sections 192 and 193.
 */
export function pensionContributions(
  pensionablePay: Pence,
  arrangement: PensionArrangement,
  band: QualifyingBand,
  rates: TaxYearRates['pensions'],
): PensionResult {
  if (arrangement.kind === 'none')
    return { contributoryPay: pence(0), employee: pence(0), employer: pence(0), reliefAdded: pence(0) };
  if (arrangement.kind === 'refund') return refunded(arrangement, rates);
  const contributoryPay =
    arrangement.kind === 'all-pay'
      ? Math.max(0, pensionablePay)
      : Math.max(0, Math.min(pensionablePay, band.upper) - band.lower);
  const employer = ratioHalfUp(contributoryPay, arrangement.employerPercent, 10_000);
  if (arrangement.treatment === 'net-pay') {
    return {
      contributoryPay: pence(contributoryPay),
      employee: pence(ratioHalfUp(contributoryPay, arrangement.employeePercent, 10_000)),
      employer: pence(employer),
      reliefAdded: pence(0),
    };
  }
  const basicRate = rates.reliefAtSource.basicRatePercent;
  const employee = ratioHalfUp(
    contributoryPay,
    arrangement.employeePercent * (10_000 - basicRate),
    100_000_000,
  );
  return {
    contributoryPay: pence(contributoryPay),
    employee: pence(employee),
    employer: pence(employer),
    reliefAdded: pence(ratioHalfUp(employee, basicRate, 10_000 - basicRate)),
  };
}

/**
 * An opt-out's refund: a contribution below zero on both sides. With net pay it is taxed again as pay; with relief at
 * source it is given back after tax, and the relief never stayed. Source: Pensions Act 2008 section 8.
 */
function refunded(
  refund: Extract<PensionArrangement, { kind: 'refund' }>,
  rates: TaxYearRates['pensions'],
): PensionResult {
  const basicRate = rates.reliefAtSource.basicRatePercent;
  const relief =
    refund.treatment === 'net-pay' ? 0 : ratioHalfUp(refund.employee, basicRate, 10_000 - basicRate);
  return {
    contributoryPay: pence(0),
    employee: refund.employee === 0 ? pence(0) : negatePence(refund.employee),
    employer: refund.employer === 0 ? pence(0) : negatePence(refund.employer),
    reliefAdded: pence(relief === 0 ? 0 : -relief),
  };
}

/** By how much a pension pays in less than the law asks, in hundredths of one percent; zero where it does not. */
export type RateShort = { readonly total: number; readonly employer: number };

/**
 * Compares percentages with the least that the law asks of a pension used for automatic enrolment: so much in all, and so
 * much of it from the employer, of qualifying earnings. Null when it is enough. Source: Pensions Act 2008 section 20.
 */
export function rateTooLow(
  percents: { readonly employeePercent: number; readonly employerPercent: number },
  minimum: TaxYearRates['pensions']['minimum'],
): RateShort | null {
  const total = minimum.totalPercent - percents.employeePercent - percents.employerPercent;
  const employer = minimum.employerPercent - percents.employerPercent;
  return total > 0 || employer > 0 ? { total: Math.max(0, total), employer: Math.max(0, employer) } : null;
}

/** What the employer must do about a pension for a worker, by age and earnings. */
export type PensionDuty = 'eligible-jobholder' | 'non-eligible-jobholder' | 'entitled-worker' | 'none';

/**
 * Assesses a worker for one pay period. Eligible: 22 to State Pension age and more than the trigger: enrol.
 * Non-eligible: may opt in, and the employer then pays. Entitled: may join, the employer need not pay.
 * Source: Pensions Act 2008 sections 1 to 9; The Pensions Regulator's detailed guidance 3.
 */
export function assessForPension(
  worker: { readonly birthDate: IsoDay; readonly day: IsoDay },
  earnings: Pence,
  frequency: PayFrequency,
  rates: TaxYearRates['pensions'],
  book: RatesBook,
): PensionDuty {
  const age = ageOn(worker.birthDate, worker.day);
  if (age < rates.ages.youngest || age >= rates.ages.oldestBelow) return 'none';
  const key = periodKey(frequency);
  if (earnings <= rates.thresholds.lower[key]) return 'entitled-worker';
  const isOfEnrolmentAge =
    age >= rates.ages.enrolFrom && !hasReachedStatePensionAge(book, worker.birthDate, worker.day);
  return isOfEnrolmentAge && earnings > rates.thresholds.trigger[key]
    ? 'eligible-jobholder'
    : 'non-eligible-jobholder';
}
