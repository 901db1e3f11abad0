import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Returns that have been sent, oldest first. */
export function sentReturnsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('monitoring_return')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('to_day')
      .orderBy('closed_at'),
  );
}

/** The lines that are in returns that have been sent. */
export function sentLinesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('return_line').select('line_id').where('household_id', '=', householdId));
}

/** Whether a line is in a return that has been sent. */
export function isSentLine(db: WorkspaceDatabase, householdId: string, lineId: string): boolean {
  return (
    db.all(
      sql
        .selectFrom('return_line')
        .select('id')
        .where('household_id', '=', householdId)
        .where('line_id', '=', lineId)
        .limit(1),
    ).length > 0
  );
}
