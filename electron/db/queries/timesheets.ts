import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** What PAs of a household agreed to, in the order it was agreed. */
export function timesheetAgreementsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('timesheet_agreement')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('agreed_on')
      .orderBy('id'),
  );
}
