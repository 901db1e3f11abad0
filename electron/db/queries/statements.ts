import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** What the statements' lines of an account before a day add up to. Lines by hand are not counted. */
export function movedBefore(db: WorkspaceDatabase, accountId: string, day: IsoDay): Pence {
  const row = db.first(
    sql
      .selectFrom('bank_line')
      .select((from) => from.fn.sum<number | null>('amount_pence').as('total'))
      .where('account_id', '=', accountId)
      .where('day', '<', day)
      .where('statement_id', 'is not', null),
  );
  return pence(row?.total ?? 0);
}

/** What the statements' lines of a household's accounts add up to, day by day, oldest first in each account. */
export function movedByDay(db: WorkspaceDatabase, householdId: string) {
  const days = sql
    .selectFrom('bank_line')
    .select(['account_id', 'day'])
    .select((from) => from.fn.sum<number>('amount_pence').as('total'))
    .groupBy(['account_id', 'day']);
  const accounts = sql.selectFrom('bank_account').select('id').where('household_id', '=', householdId);
  // All lines are added up from their index alone; the few written by hand, which have one of their own, are taken off.
  const byHand = days.where('household_id', '=', householdId).where('statement_id', 'is', null);
  const off = new Map(db.all(byHand).map((row) => [`${row.account_id}|${row.day}`, row.total]));
  return db
    .all(days.where('account_id', 'in', accounts))
    .map((row) => ({ ...row, total: row.total - (off.get(`${row.account_id}|${row.day}`) ?? 0) }));
}

/** The columns kept for an account's files. */
export function mappingOfAccount(db: WorkspaceDatabase, accountId: string) {
  return db.first(sql.selectFrom('statement_mapping').selectAll().where('account_id', '=', accountId));
}

/** The statements of a household that have a line in a return that was sent. */
export function closedStatements(db: WorkspaceDatabase, householdId: string): ReadonlySet<string> {
  const rows = db.all(
    sql
      .selectFrom('statement')
      .select('statement.id')
      .where('statement.household_id', '=', householdId)
      .where((where) =>
        where.exists(
          where
            .selectFrom('bank_line')
            .select('bank_line.id')
            .whereRef('bank_line.statement_id', '=', 'statement.id')
            // Asked of each line, so that SQLite begins with the lines and not with every line of a return.
            .where(({ exists, selectFrom }) =>
              exists(
                selectFrom('return_line')
                  .select('return_line.id')
                  .where('return_line.household_id', '=', householdId)
                  .whereRef('return_line.line_id', '=', 'bank_line.id'),
              ),
            ),
        ),
      ),
  );
  return new Set(rows.map((row) => row.id));
}

/** What was said no to at a line. */
export function refusalsOfLine(db: WorkspaceDatabase, householdId: string, lineId: string) {
  return db.all(
    sql
      .selectFrom('match_refusal')
      .select('id')
      .where('household_id', '=', householdId)
      .where('bank_line_id', '=', lineId),
  );
}
