import type { PayWarning } from '@shared/api/pay';
import { type PayeReason, reasonsToRegisterForPaye } from '@shared/payroll/paye-registration';
import { ratesForDay } from '@shared/rates/rates-book';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import { startersOf } from '../db/queries/people';
import type { PayRecord } from './pay-record';
import type { WorkedPay } from './pay-view';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

const PAID_FOR: Readonly<Record<PayFrequency, { readonly weeks: 1 | 2 | 4 } | 'month'>> = {
  weekly: { weeks: 1 },
  'two-weekly': { weeks: 2 },
  'four-weekly': { weeks: 4 },
  monthly: 'month',
};

/**
 * Whether an employer who is not registered for PAYE must be, because of somebody in a run: one warning a PA. It does not
 * block: the PA has to be paid on time, registered or not. Benefits are not kept here, so they are not looked at.
 */
export function registrationWarnings(record: PayRecord, worked: readonly WorkedPay[]): PayWarning[] {
  if (record.employer?.paye_status === 'registered') return [];
  const starters = startersOf(record.db, record.householdId);
  return worked.flatMap(({ span, result }): PayWarning[] => {
    const rates = ratesForDay(ratesBookOf(record.db), span.payDate);
    const worker = record.workers.find((one) => one.id === span.workerId);
    if (!rates.ok || worker === undefined) return [];
    const starter = starters.find((one) => one.worker_id === span.workerId);
    const reasons: readonly PayeReason[] = reasonsToRegisterForPaye(
      {
        pay: result.nicablePay,
        paidFor: PAID_FOR[span.frequency],
        // Statement C says "another job or a pension"; the code cannot tell which, and either is a reason.
        hasAnotherJob: starter?.statement === 'C',
        hasPension: false,
        hasBenefits: false,
      },
      rates.value.payeRegistration,
    );
    const [reason] = reasons;
    if (reason === undefined) return [];
    const threshold =
      span.frequency === 'monthly'
        ? rates.value.payeRegistration.monthly
        : rates.value.payeRegistration.weekly;
    return [
      {
        workerId: worker.id,
        blocks: false,
        code: 'pay.must-register',
        values: {
          name: workerShortName(worker),
          reason,
          threshold,
          per: span.frequency === 'monthly' ? 'month' : 'week',
        },
      },
    ];
  });
}
