import type { NeedRules } from '@shared/api/need';
import { daysBetween, type IsoDay } from '@shared/dates';
import { workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { gathered, workWarningsBetween } from './need-warnings';
import { workingTimeRules } from './rota-data';
import { workerName, workerShortName } from './worker-name';

/** The longest stretch of days that the plan or the rules of work are weighed over. */
export const LONGEST_NEED = 371;

/** Rules of work that the rota comes up against, by PA; somebody who keeps all of them has none. */
export function needRules(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): NeedRules {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (daysBetween(from, to) >= LONGEST_NEED) refuse('need.window-too-long', {}, 'to');
  // Refuses days that the data of rules does not reach.
  workingTimeRules(from);
  const found = workWarningsBetween(db, householdId, from, to);
  return {
    from,
    to,
    nation: household.nation,
    people: workersOf(db, householdId)
      .filter((row) => row.started_on <= to && (row.left_on === null || row.left_on >= from))
      .map((row) => ({
        workerId: row.id,
        name: workerName(row),
        shortName: workerShortName(row),
        warnings: gathered(found.get(row.id) ?? []),
      })),
  };
}
