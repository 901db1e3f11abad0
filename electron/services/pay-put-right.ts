import type { PayslipToPutRight } from '@shared/api/pay';
import { addYears, type IsoDay, isIsoDay } from '@shared/dates';
import type { PayResult } from '@shared/payroll/pay-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import { actionsOfRunsOf, termsChangedOf } from '../db/queries/pay-life';
import { londonDay } from '../system/clock';
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
import { workerName, workerShortName } from './worker-name';

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
  const touched = touchedOf(record, recentPayslips(record, workerId));
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

/** Payslips of the last tax year and this one: what is older is settled with HMRC by other means. */
function recentPayslips(record: PayRecord, workerId: string): readonly PayslipRow[] {
  const since = taxYearOf(addYears(record.today, -1));
  return standingPayslips(record, workerId).filter((row) => row.tax_year >= since);
}

/** Those of some payslips that would come out otherwise now, oldest first. */
function touchedOf(
  record: PayRecord,
  payslips: readonly PayslipRow[],
): readonly { readonly row: PayslipRow; readonly now: PayResult }[] {
  const rows = payslips
    .map((row) => ({ row, stored: record.stored(row.id) }))
    .sort((a, b) => (a.stored.input.input.periodFrom < b.stored.input.input.periodFrom ? -1 : 1));
  const first = rows[0]?.stored.input.from;
  const last = rows.at(-1)?.stored.input.to;
  // One look at the rota for all of them.
  if (first !== undefined && last !== undefined) record.shifts(first, last);
  return rows.flatMap(({ row }) => {
    const found = differs(record, row);
    return found === undefined ? [] : [{ row, now: found.now }];
  });
}

/** Payslips of a PA that wait to be put right, since the day the terms were changed. */
export type ToPutRight = {
  readonly workerId: string;
  readonly name: string;
  readonly count: number;
  readonly changedOn: IsoDay;
};

type Terms = { readonly worker_id: string; readonly from_day?: string; readonly starts_on?: string };

/** A change of terms: whose, from which day, and by which action. */
type TermsChange = {
  readonly workerId: string;
  readonly from: IsoDay;
  readonly actionId: number;
  readonly day: IsoDay;
};

/**
 * Each PA with payslips to put right after terms of paid days were changed. Quick: only payslips that such a change came
 * after, and that reach its first day, are worked out again, once until something else is written.
 */
export function allToPutRight(context: ServiceContext, householdId: string): readonly ToPutRight[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  return db.remember(`put right ${householdId} ${today}`, () =>
    findToPutRight(loadPayRecord(db, householdId, today)),
  );
}

function findToPutRight(record: PayRecord): readonly ToPutRight[] {
  if (record.payslips.length === 0) return [];
  const changes = termsChanges(record);
  const finishedBy = new Map(
    actionsOfRunsOf(record.db, record.householdId).map((one) => [one.id, one.action_id ?? 0]),
  );
  return record.workers.flatMap((worker): ToPutRight[] => {
    const own = changes.filter((one) => one.workerId === worker.id);
    const doubtful = recentPayslips(record, worker.id).filter((row) =>
      own.some((one) => isAfterPayslip(one, row, finishedBy)),
    );
    const touched = doubtful.length === 0 ? [] : touchedOf(record, doubtful);
    const last = own.findLast((one) => touched.some(({ row }) => isAfterPayslip(one, row, finishedBy)));
    return last === undefined
      ? []
      : [
          {
            workerId: worker.id,
            name: workerShortName(worker),
            count: touched.length,
            changedOn: last.day,
          },
        ];
  });
}

function isAfterPayslip(
  change: TermsChange,
  row: PayslipRow,
  finishedBy: ReadonlyMap<string, number>,
): boolean {
  const reaches = change.from <= row.period_to || change.from <= row.pay_date;
  return reaches && change.actionId > (finishedBy.get(row.pay_run_id) ?? 0);
}

function termsChanges(record: PayRecord): readonly TermsChange[] {
  return termsChangedOf(record.db, record.householdId).flatMap((one) =>
    [one.before_json, one.after_json].flatMap((text): TermsChange[] => {
      if (text === null) return [];
      const terms = JSON.parse(text) as Terms;
      const from = terms.from_day ?? terms.starts_on;
      return from === undefined || !isIsoDay(from)
        ? []
        : [
            {
              workerId: terms.worker_id,
              from,
              actionId: one.action_id,
              day: londonDay(Date.parse(one.at)),
            },
          ];
    }),
  );
}
