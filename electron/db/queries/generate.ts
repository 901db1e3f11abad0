import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Everything that was done in a household, oldest first. */
export function actionsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('action').selectAll().where('household_id', '=', householdId).orderBy('id'));
}

/** What each of these actions changed, in order. */
export function changesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('change')
      .innerJoin('action', 'action.id', 'change.action_id')
      .selectAll('change')
      .where('action.household_id', '=', householdId)
      .orderBy('change.action_id')
      .orderBy('change.position'),
  );
}
