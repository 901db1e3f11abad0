import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Every pool of the workspace, by name: households of one file share PAs with each other. */
export function allPools(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('pool').selectAll().orderBy('name').orderBy('id'));
}

export function membersOfPool(db: WorkspaceDatabase, poolId: string) {
  return db.all(
    sql
      .selectFrom('pool_member')
      .selectAll()
      .where('pool_id', '=', poolId)
      .orderBy('from_day')
      .orderBy('household_id'),
  );
}

export function rulesOfPool(db: WorkspaceDatabase, poolId: string) {
  return db.all(sql.selectFrom('pool_rule').selectAll().where('pool_id', '=', poolId).orderBy('from_day'));
}

export function shiftsOfPool(db: WorkspaceDatabase, poolId: string) {
  return db.all(
    sql
      .selectFrom('pool_shift')
      .selectAll()
      .where('pool_id', '=', poolId)
      .orderBy('pattern_id')
      .orderBy('shift_key'),
  );
}

/** Finished splits of every pool, oldest first: each names all households that have a part. */
export function allSplits(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('pool_split').selectAll().orderBy('id'));
}

export function splitsOfPool(db: WorkspaceDatabase, poolId: string) {
  return db.all(sql.selectFrom('pool_split').selectAll().where('pool_id', '=', poolId).orderBy('id'));
}

/** What an account holds for one counterpart, or for one agreement, at the end of a day: debit positive. */
export function heldInAccount(
  db: WorkspaceDatabase,
  householdId: string,
  account: string,
  until: IsoDay,
  of: { readonly ref?: string; readonly agreementId?: string } = {},
): Pence {
  let query = sql
    .selectFrom('ledger_posting')
    .select((from) => from.fn.sum<number | null>('amount_pence').as('total'))
    .where('household_id', '=', householdId)
    .where('account', '=', account)
    .where('day', '<=', until);
  if (of.ref !== undefined) query = query.where('ref', '=', of.ref);
  if (of.agreementId !== undefined) query = query.where('agreement_id', '=', of.agreementId);
  return pence(db.first(query)?.total ?? 0);
}

/** Whom an account stands with. */
export function refsOfAccount(db: WorkspaceDatabase, householdId: string, account: string) {
  return db.all(
    sql
      .selectFrom('ledger_posting')
      .select('ref')
      .distinct()
      .where('household_id', '=', householdId)
      .where('account', '=', account)
      .where('ref', 'is not', null),
  );
}
