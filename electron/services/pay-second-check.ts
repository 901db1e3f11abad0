import type { Pence } from '@shared/money';
import { runCheckersOf } from '../db/queries/batches';
import { organisationOf } from '../db/queries/organisation';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';

/** Whether a second person looks at pay before it is finished: where an organisation keeps the households and wants it. */
export function wantsSecondCheck(db: WorkspaceDatabase): boolean {
  return organisationOf(db)?.second_check === 1;
}

/**
 * Refuses to finish a run that nobody else than who works now has looked at, to the penny: `pay.second-check-needed`, or
 * `pay.say-who-works` where nobody said who that is.
 */
export function refuseUnchecked(db: WorkspaceDatabase, householdId: string, key: string, net: Pence): void {
  if (!wantsSecondCheck(db)) return;
  if (db.initials === '') refuse('pay.say-who-works');
  if (runCheckersOf(db, householdId, key, net).every((by) => by === db.initials))
    refuse('pay.second-check-needed');
}

/** Who checked a run at this total, and whether somebody has to. */
export function runChecks(context: ServiceContext, householdId: string, key: string, net: Pence) {
  const db = databaseOf(context);
  return {
    needed: wantsSecondCheck(db),
    me: db.initials,
    by: runCheckersOf(db, householdId, key, net),
  };
}

/** Notes that who works now looked at a run at this total. Refuses with `pay.say-who-works`. */
export function noteCheck(context: ServiceContext, householdId: string, key: string, net: Pence): void {
  const db = databaseOf(context);
  if (db.initials === '') refuse('pay.say-who-works');
  if (runCheckersOf(db, householdId, key, net).includes(db.initials)) return;
  const id = context.ids.next();
  db.act({ name: 'pay.checked', householdId, values: { initials: db.initials } }, (write) =>
    write.insert('run_check', {
      id,
      household_id: householdId,
      run_key: key,
      net_pence: net,
      initials: db.initials,
      checked_at: context.clock.nowIso(),
    }),
  );
}
