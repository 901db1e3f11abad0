import type { Pence } from '../money';
import type { TaxYearRates } from '../rates/tax-year-rates';

export type PayeReason = 'pay-at-threshold' | 'another-job' | 'pension' | 'benefits';

/**
 * Why an employer must register for PAYE because of one worker; empty when they need not.
 * Pay counts from the threshold itself: £96 a week or £417 a month since 6 April 2025.
 * Two- and four-weekly pay is compared by the week, as the threshold is published by week and month alone.
 * Source: HMRC; LITRG, 28 March 2025.
 */
export function reasonsToRegisterForPaye(
  worker: {
    readonly pay: Pence;
    readonly paidFor: { readonly weeks: 1 | 2 | 4 } | 'month';
    readonly hasAnotherJob: boolean;
    readonly hasPension: boolean;
    readonly hasBenefits: boolean;
  },
  rates: TaxYearRates['payeRegistration'],
): readonly PayeReason[] {
  const threshold = worker.paidFor === 'month' ? rates.monthly : rates.weekly * worker.paidFor.weeks;
  const reasons: PayeReason[] = [];
  if (worker.pay >= threshold) reasons.push('pay-at-threshold');
  if (worker.hasAnotherJob) reasons.push('another-job');
  if (worker.hasPension) reasons.push('pension');
  if (worker.hasBenefits) reasons.push('benefits');
  return reasons;
}
