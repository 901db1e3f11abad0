import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The newest entry of a household's chain. */
export function lastEntry(db: WorkspaceDatabase, householdId: string) {
  return db.first(
    sql
      .selectFrom('ledger_entry')
      .select(['sequence', 'hash'])
      .where('household_id', '=', householdId)
      .orderBy('sequence', 'desc')
      .limit(1),
  );
}

export function entriesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('ledger_entry').selectAll().where('household_id', '=', householdId).orderBy('sequence'),
  );
}

export function postingsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('ledger_posting')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('entry_id')
      .orderBy('line'),
  );
}

/**
 * What an action posted to its household's ledger, oldest first. Entries are sealed with the number that the action had where
 * it was done, so one that was brought in is found by that.
 */
export function entriesOfAction(db: WorkspaceDatabase, actionId: number) {
  return db.all(
    sql
      .selectFrom('ledger_entry')
      .innerJoin('action', (on) =>
        on
          .on('action.id', '=', actionId)
          .onRef('ledger_entry.household_id', '=', 'action.household_id')
          .on('ledger_entry.action_id', '=', raw<number>`coalesce(action.origin_id, action.id)`),
      )
      .selectAll('ledger_entry')
      .orderBy('sequence'),
  );
}

/** Entries about one thing (a bank line, a pay run), oldest first. */
export function entriesOfSource(
  db: WorkspaceDatabase,
  householdId: string,
  sourceKind: string,
  sourceId: string,
) {
  return db.all(
    sql
      .selectFrom('ledger_entry')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('source_kind', '=', sourceKind)
      .where('source_id', '=', sourceId)
      // The sign keeps SQLite to the index of sources: it would read the whole chain for its order.
      .orderBy(raw`+sequence`),
  );
}

/** The entry that takes another one back, where there is one. */
export function reversalOf(db: WorkspaceDatabase, householdId: string, entryId: string) {
  return db.first(
    sql
      .selectFrom('ledger_entry')
      .selectAll()
      .where('reverses_id', '=', entryId)
      .where('household_id', '=', householdId)
      .limit(1),
  );
}

export function postingsOfEntry(db: WorkspaceDatabase, entryId: string) {
  return db.all(sql.selectFrom('ledger_posting').selectAll().where('entry_id', '=', entryId).orderBy('line'));
}

/** What an account holds at the end of a day: debit positive, credit negative. */
export function balanceOfAccount(
  db: WorkspaceDatabase,
  householdId: string,
  account: string,
  day: IsoDay,
): Pence {
  const row = db.first(
    sql
      .selectFrom('ledger_posting')
      .select((from) => from.fn.sum<number | null>('amount_pence').as('total'))
      .where('household_id', '=', householdId)
      .where('account', '=', account)
      .where('day', '<=', day),
  );
  return pence(row?.total ?? 0);
}
