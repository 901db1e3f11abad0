import type { PensionMembership } from '@shared/api/people';
import { lastPayDateOf } from '../db/queries/pay';
import { pensionsOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { workerShortName } from './worker-name';

/** Keeps whether a PA is in a pension, from a day. Refuses a day that has been paid. */
export function savePension(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  pension: PensionMembership,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const lastPay = lastPayDateOf(db, workerId);
  if (lastPay !== undefined && pension.fromDay <= lastPay)
    refuse('pension.already-paid', { day: lastPay }, 'fromDay');
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
          how: 'automatic',
          informed_on: null,
          asked_on: null,
          notice_on: null,
        });
      else write.update('pension_membership', existing.id, row);
    },
  );
}
