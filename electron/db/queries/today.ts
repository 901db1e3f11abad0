import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

export function dutiesDoneOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('duty_done').selectAll().where('household_id', '=', householdId));
}

/** Finished payslips of a household with whose they are, newest first. */
export function payslipNames(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('payslip')
      .innerJoin('worker', 'worker.id', 'payslip.worker_id')
      .select([
        'payslip.id as id',
        'payslip.pay_run_id as runId',
        'payslip.pay_date as payDate',
        'worker.first_names as firstNames',
        'worker.last_name as lastName',
      ])
      .where('payslip.household_id', '=', householdId)
      .orderBy('payslip.pay_date', 'desc')
      .limit(400),
  );
}
