import type { OrganisationRow } from '../schema';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The organisation that keeps these households; undefined where people keep their own. */
export function organisationOf(db: WorkspaceDatabase) {
  return db.first(sql.selectFrom('organisation').selectAll());
}

/** Everybody who works or worked there, by their initials. */
export function staffOf(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('staff').selectAll().orderBy('initials'));
}

/** How the organisation last was before its desk was turned off; undefined where there never was one. */
export function organisationBefore(db: WorkspaceDatabase): OrganisationRow | undefined {
  const last = db.first(
    sql
      .selectFrom('change')
      .select('before_json')
      .where('table_name', '=', 'organisation')
      .where('after_json', 'is', null)
      .orderBy('action_id', 'desc')
      .limit(1),
  );
  return last?.before_json == null ? undefined : (JSON.parse(last.before_json) as OrganisationRow);
}

/** How many households are kept here. */
export function householdCount(db: WorkspaceDatabase): number {
  return (
    db.first(sql.selectFrom('household').select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0
  );
}

/** Whether anything was done under some initials. */
export function standsInLog(db: WorkspaceDatabase, initials: string): boolean {
  return (
    db.first(sql.selectFrom('action').select('id').where('initials', '=', initials).limit(1)) !== undefined
  );
}
