import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Statements of a household, newest first. */
export function statementsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('statement')
      .selectAll('statement')
      .select((from) =>
        from
          .selectFrom('bank_line')
          .select((line) => line.fn.countAll<number>().as('count'))
          .whereRef('bank_line.statement_id', '=', 'statement.id')
          .as('line_count'),
      )
      .where('household_id', '=', householdId)
      .orderBy('to_day', 'desc')
      .orderBy('from_day', 'desc'),
  );
}

/** Statements of one account, oldest first. */
export function statementsOfAccount(db: WorkspaceDatabase, accountId: string) {
  return db.all(
    sql.selectFrom('statement').selectAll().where('account_id', '=', accountId).orderBy('from_day'),
  );
}

/** Lines of an account's statements from one day to another, in the bank's order: none that was written by hand. */
export function linesOfAccount(db: WorkspaceDatabase, accountId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('statement_id', 'is not', null)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('position'),
  );
}

/** Lines of a household, newest first; null leaves an end open. */
export function linesBetween(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay | null,
  to: IsoDay | null,
) {
  let query = sql.selectFrom('bank_line').selectAll().where('household_id', '=', householdId);
  if (from !== null) query = query.where('day', '>=', from);
  if (to !== null) query = query.where('day', '<=', to);
  return db.all(query.orderBy('day', 'desc').orderBy('position', 'desc'));
}

export function linesOfStatement(db: WorkspaceDatabase, statementId: string) {
  return db.all(
    sql.selectFrom('bank_line').selectAll().where('statement_id', '=', statementId).orderBy('position'),
  );
}

/** Every part of every explanation of a household, with the day, the text and the way of its line. */
export function explanationsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .selectAll('line_explanation')
      .select(['bank_line.day as day', 'bank_line.description as description'])
      .where('line_explanation.household_id', '=', householdId)
      .orderBy('bank_line.day')
      .orderBy('bank_line.id')
      .orderBy('line_explanation.position'),
  );
}

export function explanationsOfLine(db: WorkspaceDatabase, lineId: string) {
  return db.all(
    sql.selectFrom('line_explanation').selectAll().where('bank_line_id', '=', lineId).orderBy('position'),
  );
}

/**
 * What an account holds by its first balance and its lines, and the last day a line is of. Payments written by hand count for
 * cash only: at the bank they are not there until a statement shows them.
 */
export function accountStanding(
  db: WorkspaceDatabase,
  account: { readonly id: string; readonly opening_pence: Pence; readonly kind: 'bank' | 'card' | 'cash' },
  day: IsoDay,
): { readonly balance: Pence; readonly asOf: IsoDay | null } {
  const row = db.first(
    sql
      .selectFrom('bank_line')
      .select((from) => [
        from.fn.sum<number | null>('amount_pence').as('total'),
        from.fn.max<IsoDay | null>('day').as('last'),
      ])
      .where('account_id', '=', account.id)
      .where('day', '<=', day)
      .where('statement_id', account.kind === 'cash' ? 'is' : 'is not', null),
  );
  return { balance: pence(account.opening_pence + (row?.total ?? 0)), asOf: row?.last ?? null };
}

export function countUnexplained(db: WorkspaceDatabase, householdId: string): number {
  return (
    db.first(
      sql
        .selectFrom('open_line')
        .select((from) => from.fn.countAll<number>().as('count'))
        .where('household_id', '=', householdId),
    )?.count ?? 0
  );
}

export function receiptsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('receipt')
      .innerJoin('stored_file', 'stored_file.hash', 'receipt.file_hash')
      .selectAll('receipt')
      .select('stored_file.media_type as media_type')
      .where('receipt.household_id', '=', householdId)
      .orderBy('receipt.added_on', 'desc')
      .orderBy('receipt.id'),
  );
}

export function receiptByHash(db: WorkspaceDatabase, householdId: string, hash: string) {
  return db.first(
    sql
      .selectFrom('receipt')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('file_hash', '=', hash)
      .limit(1),
  );
}

export function receiptLinksOfLine(db: WorkspaceDatabase, lineId: string) {
  return db.all(sql.selectFrom('receipt_link').selectAll().where('bank_line_id', '=', lineId));
}

export function receiptLinksOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('receipt_link').selectAll().where('household_id', '=', householdId));
}

/** Entries and postings of the ledger from one day to another, in the order they were written. */
export function postingsBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('ledger_posting')
      .innerJoin('ledger_entry', 'ledger_entry.id', 'ledger_posting.entry_id')
      .selectAll('ledger_posting')
      .select([
        'ledger_entry.sequence as sequence',
        'ledger_entry.kind as kind',
        'ledger_entry.source_kind as source_kind',
        'ledger_entry.source_id as source_id',
        'ledger_entry.hash as hash',
      ])
      .where('ledger_posting.household_id', '=', householdId)
      .where('ledger_posting.day', '>=', from)
      .where('ledger_posting.day', '<=', to)
      .orderBy('ledger_entry.sequence')
      .orderBy('ledger_posting.line'),
  );
}
