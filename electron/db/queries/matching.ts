import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** How many values one query names at most. */
const AT_ONCE = 400;

/** Runs a query over a list, some of it at a time. */
function inParts<Value, Row>(values: readonly Value[], ask: (some: readonly Value[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) rows.push(...ask(values.slice(at, at + AT_ONCE)));
  return rows;
}

/** Lines nobody has explained, oldest first; from one day to another where they are given. */
export function unexplainedLines(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay | null,
  to: IsoDay | null,
) {
  let query = sql
    .selectFrom('open_line')
    .innerJoin('bank_line', 'bank_line.id', 'open_line.line_id')
    .selectAll('bank_line')
    .where('open_line.household_id', '=', householdId);
  if (from !== null) query = query.where('day', '>=', from);
  if (to !== null) query = query.where('day', '<=', to);
  return db.all(query.orderBy('day').orderBy('account_id').orderBy('position'));
}

/** The newest things that lines of this payee were said to be, the newest first; without what pay asks for. */
export function explanationsOfPayee(db: WorkspaceDatabase, householdId: string, payee: string, most: number) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('payee', '=', payee)
      .where('match_kind', 'not in', [
        'net-pay',
        'hmrc',
        'pension',
        'order',
        'pool',
        'transfer',
        'shown',
        'refund',
      ])
      .orderBy(sql.dynamic.ref('line_explanation.rowid'), 'desc')
      .limit(most),
  );
}

/** What bank lines have settled of each of these payments: money out is positive. */
export function settledOf(
  db: WorkspaceDatabase,
  householdId: string,
  keys: readonly string[],
): ReadonlyMap<string, Pence> {
  const settled = new Map<string, Pence>();
  const rows = inParts(keys, (some) =>
    db.all(
      sql
        .selectFrom('line_explanation')
        .select((from) => ['match_key', from.fn.sum<number>('amount_pence').as('total')])
        .where('household_id', '=', householdId)
        .where('match_key', 'in', some)
        .groupBy('match_key'),
    ),
  );
  for (const row of rows) if (row.match_key !== null) settled.set(row.match_key, pence(-row.total));
  return settled;
}

/** Receipts with a total, of the days from one to another, and what the lines they are with took of them. */
export function receiptsAround(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('receipt')
      .select(['id', 'day', 'total_pence', 'supplier', 'kind'])
      .select((row) =>
        row
          .selectFrom('receipt_link')
          .innerJoin('bank_line', 'bank_line.id', 'receipt_link.bank_line_id')
          .select((line) => line.fn.sum<number | null>('bank_line.amount_pence').as('total'))
          .whereRef('receipt_link.receipt_id', '=', 'receipt.id')
          .as('linked_pence'),
      )
      .where('household_id', '=', householdId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where('total_pence', '>', pence(0))
      .where('kind', 'in', ['receipt', 'invoice', 'other']),
  );
}

/** What was paid out from one day to another, with what each part of it was for. */
export function paidOutAround(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .selectAll('line_explanation')
      .select([
        'bank_line.day as day',
        'bank_line.description as description',
        'bank_line.amount_pence as line_pence',
      ])
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('bank_line.amount_pence', '<', pence(0))
      .orderBy('bank_line.day')
      .orderBy('line_explanation.position'),
  );
}

/** Money moved between own accounts whose other end nobody has named. */
export function halfTransfersAround(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select(['bank_line.id', 'bank_line.day', 'bank_line.account_id', 'line_explanation.amount_pence'])
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('line_explanation.ledger_account', '=', 'transfer')
      .where('line_explanation.match_key', 'is', null),
  );
}

/** Payments written by hand on a bank account or card that no statement has shown yet. */
export function linesToBeShown(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_account')
      .innerJoin('bank_line', 'bank_line.account_id', 'bank_account.id')
      .selectAll('bank_line')
      .where('bank_account.household_id', '=', householdId)
      .where('bank_account.kind', '!=', 'cash')
      // By the household first: lines that nothing shows yet are nearly all there are, in every household.
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('bank_line.statement_id', 'is', null)
      .where('bank_line.shown_by', 'is', null),
  );
}

/** Every answer that was refused, with the text of its line. */
export function refusalsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('match_refusal')
      .innerJoin('bank_line', 'bank_line.id', 'match_refusal.bank_line_id')
      .selectAll('match_refusal')
      .select([
        'bank_line.description as description',
        'bank_line.day as day',
        'bank_line.amount_pence as amount_pence',
      ])
      .where('match_refusal.household_id', '=', householdId),
  );
}

/** Payslips by their ids, with the name of their PA: what a wage should have been. */
export function payslipsNamed(db: WorkspaceDatabase, ids: readonly string[]) {
  return inParts(ids, (some) =>
    db.all(
      sql
        .selectFrom('payslip')
        .leftJoin('payslip as before', 'before.id', 'payslip.corrects_id')
        .select(['payslip.id', 'payslip.household_id', 'payslip.worker_id', 'payslip.net_pence'])
        .select('before.net_pence as before_pence')
        .where('payslip.id', 'in', some),
    ),
  );
}

/** People and firms that are known by name: payees, agencies, insurers. */
export function knownNames(db: WorkspaceDatabase, householdId: string) {
  const payees = db.all(
    sql
      .selectFrom('payee')
      .select(['id', 'kind', 'name', 'name_on_account'])
      .where('household_id', '=', householdId),
  );
  const agencies = db.all(
    sql.selectFrom('cover_contact').select(['id', 'kind', 'name']).where('household_id', '=', householdId),
  );
  const insurers = db.all(
    sql
      .selectFrom('certificate')
      .select(['id', 'name'])
      .where('household_id', '=', householdId)
      .where('kind', '=', 'employers-liability-insurance'),
  );
  return { payees, agencies, insurers };
}

/** Lines by their ids. */
export function linesById(db: WorkspaceDatabase, ids: readonly string[]) {
  return inParts(ids, (some) => db.all(sql.selectFrom('bank_line').selectAll().where('id', 'in', some)));
}

/** The answers of one line that were refused. */
export function refusalsOfLine(db: WorkspaceDatabase, lineId: string) {
  return db.all(sql.selectFrom('match_refusal').selectAll().where('bank_line_id', '=', lineId));
}
