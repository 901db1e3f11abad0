import type { IsoDay } from '@shared/dates';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The first or the last period that a PA has been paid for. */
export function lastPaidPeriodOf(db: WorkspaceDatabase, workerId: string, which: 'first' | 'last') {
  return db.first(
    sql
      .selectFrom('payslip')
      .select(['period_from', 'period_to'])
      .where('worker_id', '=', workerId)
      .orderBy('period_to', which === 'first' ? 'asc' : 'desc')
      .limit(1),
  );
}

/** The last pay date of a PA's finished pay. */
export function lastPayDateOf(db: WorkspaceDatabase, workerId: string): IsoDay | undefined {
  return db.first(
    sql
      .selectFrom('payslip')
      .select('pay_date')
      .where('worker_id', '=', workerId)
      .orderBy('pay_date', 'desc')
      .limit(1),
  )?.pay_date;
}

/** Every finished run of a household, oldest pay date first; runs of one day in the order they were finished. */
export function runsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('pay_run')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('pay_date')
      .orderBy('finished_at'),
  );
}

/** Every finished payslip of a household, without its long parts. */
export function payslipsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('payslip')
      .innerJoin('pay_run', 'pay_run.id', 'payslip.pay_run_id')
      .innerJoin('worker', 'worker.id', 'payslip.worker_id')
      .select([
        'payslip.id as id',
        'payslip.pay_run_id as pay_run_id',
        'payslip.worker_id as worker_id',
        'payslip.pay_date as pay_date',
        'payslip.tax_year as tax_year',
        'payslip.period_from as period_from',
        'payslip.period_to as period_to',
        'payslip.gross_pence as gross_pence',
        'payslip.net_pence as net_pence',
        'payslip.employer_cost_pence as employer_cost_pence',
        'payslip.corrects_id as corrects_id',
        'pay_run.kind as kind',
        'pay_run.finished_at as finished_at',
      ])
      .where('payslip.household_id', '=', householdId)
      .orderBy('payslip.pay_date')
      .orderBy('pay_run.finished_at')
      .orderBy('worker.position'),
  );
}

/** What a payslip was made from, and its figures without what explains and shows them. */
export function payslipFigures(db: WorkspaceDatabase, id: string) {
  return db.first(
    sql
      .selectFrom('payslip')
      .select([
        'input_json',
        raw<string>`json_remove(result_json, '$.line', '$.result.explanations')`.as('result_json'),
      ])
      .where('id', '=', id),
  );
}

export function draftLinesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('pay_line_draft')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('pay_date')
      .orderBy('id'),
  );
}

export function paymentTicksOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('payment_tick').selectAll().where('household_id', '=', householdId));
}

/** Confirmed shifts that no run has paid. */
export function confirmedUnpaidShifts(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('status', '=', 'confirmed')
      .where('paid_in', 'is', null)
      .orderBy('day')
      .orderBy('start_time'),
  );
}

/** Every absence of a household's PAs, oldest first. */
export function allAbsencesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('absence').selectAll().where('household_id', '=', householdId).orderBy('first_day'),
  );
}

/** The first day that anything of the rota is about; before it there is nothing to pay for. */
export function firstRotaDay(db: WorkspaceDatabase, householdId: string): IsoDay | undefined {
  const days = [
    db.first(
      sql.selectFrom('shift').select('day').where('household_id', '=', householdId).orderBy('day').limit(1),
    )?.day,
    db.first(
      sql
        .selectFrom('rota_pattern')
        .select('from_day as day')
        .where('household_id', '=', householdId)
        .orderBy('from_day')
        .limit(1),
    )?.day,
    db.first(
      sql
        .selectFrom('absence')
        .select('first_day as day')
        .where('household_id', '=', householdId)
        .orderBy('first_day')
        .limit(1),
    )?.day,
  ].filter((day) => day !== undefined);
  return days.sort()[0];
}

/** What bank lines were explained as: the part of each line that settles something, with its day. */
export function settledByBankLines(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .select([
        'line_explanation.match_key as match_key',
        'line_explanation.amount_pence as amount_pence',
        'bank_line.day as day',
      ])
      .where('line_explanation.household_id', '=', householdId)
      .where('line_explanation.match_key', 'is not', null),
  );
}
