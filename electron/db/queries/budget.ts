import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { among } from './among';

/** What finished pay dated after a day owes, by fund and account: pay may be finished before its pay date. */
export function payAhead(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('ledger_posting')
      .innerJoin('ledger_entry', 'ledger_entry.id', 'ledger_posting.entry_id')
      .select((one) => [
        'ledger_posting.agreement_id as fund',
        'ledger_posting.account as account',
        'ledger_entry.source_id as run_id',
        one.fn.sum<number>('ledger_posting.amount_pence').as('amount'),
      ])
      .where('ledger_posting.household_id', '=', householdId)
      .where('ledger_posting.day', '>=', from)
      .where('ledger_posting.day', '<=', to)
      .where('ledger_entry.kind', '=', 'pay-run')
      .groupBy(['ledger_posting.agreement_id', 'ledger_posting.account', 'ledger_entry.source_id']),
  );
}

/** The last day each PA was paid for by pay that counts on a day. */
export function lastPaidTo(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  return db.all(
    sql
      .selectFrom('pay_run')
      .innerJoin('payslip', 'payslip.pay_run_id', 'pay_run.id')
      .select((from) => [
        'payslip.worker_id as worker_id',
        from.fn.max<IsoDay>('payslip.period_to').as('to_day'),
      ])
      .where('pay_run.household_id', '=', householdId)
      .where((one) =>
        one.or([
          one('pay_run.pay_date', '<=', day),
          one.and([one('pay_run.kind', '=', 'regular'), one('pay_run.period_to', '<=', day)]),
        ]),
      )
      .groupBy('payslip.worker_id'),
  );
}

/** Which of some keys a bank line is explained as. */
export function keysPaid(
  db: WorkspaceDatabase,
  householdId: string,
  keys: readonly string[],
): ReadonlySet<string> {
  if (keys.length === 0) return new Set();
  const rows = db.all(
    sql
      .selectFrom('line_explanation')
      .select('match_key')
      .where('household_id', '=', householdId)
      .where('match_key', 'in', among(keys)),
  );
  return new Set(rows.map((row) => row.match_key ?? ''));
}

/** Money set aside, newest first. */
export function earmarksOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('earmark')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('from_day', 'desc')
      .orderBy('id'),
  );
}

/** What-ifs that were kept for an agreement, oldest first. */
export function whatIfsOf(db: WorkspaceDatabase, householdId: string, agreementId: string) {
  return db.all(
    sql
      .selectFrom('what_if')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('agreement_id', '=', agreementId)
      .orderBy('made_on')
      .orderBy('id'),
  );
}

/** The last day of a statement, by account. */
export function lastStatementDays(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('statement')
      .select((from) => ['account_id', from.fn.max<IsoDay>('to_day').as('to_day')])
      .where('household_id', '=', householdId)
      .groupBy('account_id'),
  );
}

/** The last day of a line of an account up to a day. */
export function lastLineDay(db: WorkspaceDatabase, accountId: string, day: IsoDay): IsoDay | null {
  return (
    db.first(
      sql
        .selectFrom('bank_line')
        .select('day')
        .where('account_id', '=', accountId)
        .where('day', '<=', day)
        .orderBy('day', 'desc')
        .limit(1),
    )?.day ?? null
  );
}
