import type { IsoDay } from '@shared/dates';
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
