import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Every rates file that was added, in the order it was. */
export function ratesFilesOf(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('rates_file').selectAll().orderBy('position'));
}

/** How many payslips of a tax year, of any household, were finished from a moment on. */
export function payslipsFinishedSince(db: WorkspaceDatabase, taxYear: string, moment: string): number {
  return (
    db.first(
      sql
        .selectFrom('payslip')
        .innerJoin('pay_run', 'pay_run.id', 'payslip.pay_run_id')
        .select((on) => on.fn.countAll<number>().as('count'))
        .where('payslip.tax_year', '=', taxYear)
        .where('pay_run.finished_at', '>=', moment),
    )?.count ?? 0
  );
}
