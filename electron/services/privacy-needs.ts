import type { Need } from '@shared/api/today';
import { accessDueOn } from '@shared/privacy/access-due';
import { workersOf } from '../db/queries/people';
import { accessRequestsOf } from '../db/queries/privacy';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { divisionOf } from './rota-data';
import { workerShortName } from './worker-name';

/** Each PA who waits for an answer on what is kept about them, with the last day for it. */
export function privacyNeeds(context: ServiceContext, householdId: string): Need[] {
  const db = databaseOf(context);
  const open = accessRequestsOf(db, householdId).filter((one) => one.answered_on === null);
  const household = db.byId('household', householdId);
  if (open.length === 0 || household === undefined) return [];
  const today = todayOf(context);
  const names = new Map(workersOf(db, householdId).map((worker) => [worker.id, workerShortName(worker)]));
  return open.map((one): Need => {
    const day = accessDueOn(one.asked_on, divisionOf(household.nation));
    return {
      code: 'access-request',
      urgency: day < today ? 'wrong' : 'attention',
      by: day,
      values: { name: names.get(one.worker_id) ?? '', day },
      target: { place: 'settings', values: { part: 'privacy' } },
    };
  });
}
