import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The plan's hours of a household, by agreement, then from when they run. */
export function needLinesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('need_line')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('agreement_id')
      .orderBy('from_day')
      .orderBy('weekday')
      .orderBy('start_time')
      .orderBy('id'),
  );
}

/** What PAs have said about their hours: their own limit, and whether they agreed to more than 48 a week. */
export function hoursLimitsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('worker_cover')
      .select(['worker_id', 'own_weekly_limit_minutes', 'opted_out_of_48_on'])
      .where('household_id', '=', householdId),
  );
}

/** The names of agencies and last resorts. */
export function contactNamesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('cover_contact').select(['id', 'name']).where('household_id', '=', householdId),
  );
}
