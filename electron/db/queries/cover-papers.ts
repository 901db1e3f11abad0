import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** What a household's standing cover plan says. */
export function coverPlanOf(db: WorkspaceDatabase, householdId: string) {
  return db.first(sql.selectFrom('cover_plan').selectAll().where('household_id', '=', householdId));
}

/** Claims for cover, oldest first. */
export function coverClaimsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('cover_claim')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('from_day')
      .orderBy('made_on')
      .orderBy('id'),
  );
}
