import type { PensionMembership } from '@shared/api/people';
import { pensionsOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadPayRecord } from './pay-record';
import { lastPaidTo } from './pensions-membership';
import { workerShortName } from './worker-name';

/**
 * Keeps whether a PA is in a pension, from a day, as it is found. Refuses a day of a period that has been paid, unless it
 * was `wrongFromStart`: then the payslips of that time are each to be put right by a correction.
 */
export function savePension(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  pension: PensionMembership,
  wrongFromStart = false,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const lastPaid = lastPaidTo(loadPayRecord(db, householdId, todayOf(context)), workerId);
  if (!wrongFromStart && lastPaid !== null && pension.fromDay <= lastPaid)
    refuse('pension.already-paid', { day: lastPaid }, 'fromDay');
  if (pension.status === 'postponed' && pension.postponedUntil === null)
    refuse('day.empty', {}, 'postponedUntil');
  const existing = pensionsOf(db, householdId).find(
    (one) => one.worker_id === workerId && one.from_day === pension.fromDay,
  );
  const row = {
    id: existing?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    from_day: pension.fromDay,
    status: pension.status,
    provider: pension.provider,
    treatment: pension.treatment,
    earnings_basis: pension.earningsBasis,
    employee_percent_hundredths: pension.employeePercentHundredths,
    employer_percent_hundredths: pension.employerPercentHundredths,
    postponed_until: pension.postponedUntil,
  };
  db.act(
    { name: 'people.pension-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (existing === undefined)
        write.insert('pension_membership', {
          ...row,
          // As it was found: no letter is due for it.
          how: 'agreed',
          informed_on: null,
          asked_on: null,
          notice_on: null,
        });
      else write.update('pension_membership', existing.id, row);
    },
  );
}
