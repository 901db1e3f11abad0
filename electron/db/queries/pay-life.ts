import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Pay days that were moved, for one run each. */
export function payDayChoicesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('pay_day_choice').selectAll().where('household_id', '=', householdId));
}

/** Late changes to paid hours of a household, those of one shift in their order. */
export function lateChangesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('late_change')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('noted_on')
      .orderBy('position')
      .orderBy('id'),
  );
}

/** Family leave of a household, earliest first. */
export function familyLeavesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('family_leave')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('leave_starts_on'),
  );
}

/** Orders to take money from pay, in the order they were issued. */
export function attachmentOrdersOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('attachment_order')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('issued_on')
      .orderBy('id'),
  );
}

export function accommodationOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('accommodation').selectAll().where('household_id', '=', householdId).orderBy('from_day'),
  );
}

export function holidayCarriedOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('holiday_carried')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('leave_year_from'),
  );
}

/** What the person says was sent to HMRC, earliest first. */
export function reportsSentOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('report_sent')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('sent_on')
      .orderBy('id'),
  );
}

export function lettersOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('letter').selectAll().where('household_id', '=', householdId).orderBy('made_on'),
  );
}

/**
 * Terms of pay that were noted or changed, with the action that did it, by the number that the ledger knows it by; what was
 * undone is left out. Oldest first.
 */
export function termsChangedOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('change')
      .innerJoin('action', 'action.id', 'change.action_id')
      .select([
        raw<number>`coalesce(action.origin_id, action.id)`.as('action_id'),
        'change.table_name',
        'change.before_json',
        'change.after_json',
        'action.at',
      ])
      .where('action.household_id', '=', householdId)
      .where('action.state', '=', 'done')
      .where('change.table_name', 'in', ['contract', 'pay_rate', 'pension_membership', 'tax_detail'])
      .orderBy('change.action_id'),
  );
}

/** The action that finished each run. */
export function actionsOfRunsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('pay_run')
      .innerJoin('ledger_entry', 'ledger_entry.id', 'pay_run.entry_id')
      .select(['pay_run.id', 'ledger_entry.action_id'])
      .where('pay_run.household_id', '=', householdId),
  );
}
