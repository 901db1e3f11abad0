import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Everything that is noted about a household, the newest first. */
export function notesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('household_note')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('day', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** What was done in a household from one moment up to another (ISO, UTC), the newest first; not more than `most`. */
export function actionsBetween(
  db: WorkspaceDatabase,
  householdId: string,
  between: { readonly from: string; readonly before: string },
  most: number,
) {
  return db.all(
    sql
      .selectFrom('action')
      .select(['id', 'name', 'values_json', 'at', 'state', 'initials'])
      .where('household_id', '=', householdId)
      .where('at', '>=', between.from)
      .where('at', '<', between.before)
      .orderBy('id', 'desc')
      .limit(most),
  );
}
