import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The organisation that keeps these households; undefined where people keep their own. */
export function organisationOf(db: WorkspaceDatabase) {
  return db.first(sql.selectFrom('organisation').selectAll());
}

/** Everybody who works or worked there, by their initials. */
export function staffOf(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('staff').selectAll().orderBy('initials'));
}
