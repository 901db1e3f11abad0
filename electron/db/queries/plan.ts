import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** What the plans of a household say about spending, in their order. */
export function planRulesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('plan_rule')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('position')
      .orderBy('id'),
  );
}

/** Who agreed to what, the newest question first. */
export function spendingAgreedOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('spending_agreed')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('asked_on', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** The agreement to spend that a line is about. */
export function agreedLinkOf(db: WorkspaceDatabase, lineId: string) {
  return db.first(sql.selectFrom('agreed_line').selectAll().where('bank_line_id', '=', lineId));
}

/** Every line that is about an agreement to spend, with its text. */
export function agreedLinesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('agreed_line')
      .innerJoin('bank_line', 'bank_line.id', 'agreed_line.bank_line_id')
      .selectAll('agreed_line')
      .select([
        'bank_line.day as day',
        'bank_line.description as description',
        'bank_line.amount_pence as amount_pence',
      ])
      .where('agreed_line.household_id', '=', householdId)
      .orderBy('bank_line.day', 'desc'),
  );
}

/** What was spent on each kind of spending from one day to another; money out is negative. */
export function spentByCategory(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select((row) => [
        'line_explanation.category_id as category_id',
        row.fn.sum<number>('line_explanation.amount_pence').as('total'),
      ])
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('line_explanation.category_id', 'is not', null)
      .groupBy('line_explanation.category_id'),
  );
}
