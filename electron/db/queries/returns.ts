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
