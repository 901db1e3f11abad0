import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/**
 * How far the records have come: equal for two moments between which nothing was done, undone or posted. No secret is in
 * it, so that it may stand in a note that is not locked.
 */
export function changeMark(db: WorkspaceDatabase): string {
  const actions = db.first(
    sql
      .selectFrom('action')
      .select((query) => [query.fn.countAll<number>().as('count'), query.fn.max('id').as('last')]),
  );
  const undone = db.first(
    sql
      .selectFrom('action')
      .select((query) => query.fn.countAll<number>().as('count'))
      .where('state', '=', 'undone'),
  );
  const entries = db.first(
    sql.selectFrom('ledger_entry').select((query) => query.fn.countAll<number>().as('count')),
  );
  return [actions?.last ?? 0, actions?.count ?? 0, undone?.count ?? 0, entries?.count ?? 0].join('.');
}
