import type { PayslipToPutRight } from '@shared/api/pay';
import { addYears } from '@shared/dates';
import type { PayResult } from '@shared/payroll/pay-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { payslipAgain } from './pay-correct';
import {
  loadPayRecord,
  type PayRecord,
  type PayslipRow,
  standingPayslips,
  workerOfRecord,
} from './pay-record';
import { taxDayOfStored } from './pay-stored';
import { ratesBookOf } from './rates';
import { workerName } from './worker-name';

/**
 * What a payslip says of its own payment. Tax is left out but for its code: on a cumulative code it makes good what an
 * earlier payday took, so it follows from the others.
 */
function ownFigures(result: PayResult): string {
  return JSON.stringify([
    result.taxCode,
    result.niCategory,
    result.gross,
    result.taxablePay,
    result.nicablePay,
    result.pensionablePay,
    result.nationalInsurance,
    result.studentLoan,
    result.postgraduateLoan,
    result.pensionEmployee,
    result.pensionEmployer,
    result.otherDeductions,
    result.reimbursements,
  ]);
}

function differs(record: PayRecord, row: PayslipRow): { readonly now: PayResult } | undefined {
  const stored = record.stored(row.id);
  if (!ratesForDay(ratesBookOf(record.db), taxDayOfStored(stored)).ok) return undefined;
  const { worked } = payslipAgain(record, row);
  if (worked === undefined || ownFigures(worked.result) === ownFigures(stored.result.result))
    return undefined;
  return { now: worked.result };
}

/**
 * Finished payslips that the record as it is now would pay otherwise, oldest first for each PA: each is put right by a
 * correction, the oldest first, because the tax of the later ones counts from it.
 */
export function payslipsToPutRight(
  context: ServiceContext,
  householdId: string,
  workerId: string,
): PayslipToPutRight[] {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  // Last tax year and this one: what is older is settled with HMRC by other means.
  const since = taxYearOf(addYears(record.today, -1));
  const rows = standingPayslips(record, workerId)
    .filter((row) => row.tax_year >= since)
    .map((row) => ({ row, stored: record.stored(row.id) }))
    .sort((a, b) => (a.stored.input.input.periodFrom < b.stored.input.input.periodFrom ? -1 : 1));
  const first = rows[0]?.stored.input.from;
  const last = rows.at(-1)?.stored.input.to;
  // One look at the rota for all of them.
  if (first !== undefined && last !== undefined) record.shifts(first, last);
  const touched = rows.flatMap(({ row }) => {
    const found = differs(record, row);
    return found === undefined ? [] : [{ row, now: found.now }];
  });
  return touched.map(({ row, now }, index) => ({
    payslipId: row.id,
    runId: row.pay_run_id,
    name: workerName(worker),
    periodFrom: row.period_from,
    periodTo: row.period_to,
    payDate: row.pay_date,
    gross: row.gross_pence,
    grossNow: now.gross,
    taxCode: record.stored(row.id).result.result.taxCode,
    taxCodeNow: now.taxCode,
    isFirst: index === 0,
  }));
}
