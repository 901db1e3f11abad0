import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** People and firms that are paid beside PAs, by name. */
export function payeesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('payee').selectAll().where('household_id', '=', householdId).orderBy('name'));
}

/** The household's own templates of payment files. */
export function paymentTemplatesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('payment_template').selectAll().where('household_id', '=', householdId).orderBy('name'),
  );
}

/** What bank lines settled of some payments. */
export function settledOf(db: WorkspaceDatabase, householdId: string, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .select([
        'line_explanation.match_key as match_key',
        'line_explanation.amount_pence as amount_pence',
        'bank_line.day as day',
      ])
      .where('line_explanation.household_id', '=', householdId)
      .where('line_explanation.match_key', 'in', keys),
  );
}

/** The ticks of some payments. */
export function ticksOf(db: WorkspaceDatabase, householdId: string, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return db.all(
    sql
      .selectFrom('payment_tick')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('payment_key', 'in', keys),
  );
}

/** Whether a bill names a payee. */
export function payeeIsUsed(db: WorkspaceDatabase, payeeId: string): boolean {
  return db.first(sql.selectFrom('bill').select('id').where('payee_id', '=', payeeId).limit(1)) !== undefined;
}
