import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The newest version of the household's own profile of a key. */
export function newestProfileOf(db: WorkspaceDatabase, householdId: string, key: string) {
  return db.first(
    sql
      .selectFrom('return_profile')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('key', '=', key)
      .orderBy('version', 'desc')
      .limit(1),
  );
}

/** Every version of the household's own profiles, the newest of each first; without what they say. */
export function profileVersionsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('return_profile')
      .select(['id', 'household_id', 'key', 'version', 'name', 'made_from', 'made_on'])
      .where('household_id', '=', householdId)
      .orderBy('name')
      .orderBy('key')
      .orderBy('version', 'desc'),
  );
}

/** One version of one profile of the household. */
export function profileVersionOf(db: WorkspaceDatabase, householdId: string, key: string, version: number) {
  return db.first(
    sql
      .selectFrom('return_profile')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('key', '=', key)
      .where('version', '=', version),
  );
}

/** Whether a return that was sent was made by a profile of a key, in whatever version. */
export function profileWasSentBy(db: WorkspaceDatabase, householdId: string, key: string): boolean {
  return (
    db.first(
      sql
        .selectFrom('monitoring_return')
        .select('id')
        .where('household_id', '=', householdId)
        .where(raw<string>`figures_json ->> '$.view.profile.key'`, '=', key)
        .limit(1),
    ) !== undefined
  );
}
