import { payRunEntry } from '@shared/budget/ledger';
import type { ClockTime } from '@shared/clock-time';
import { addDays, type IsoDay } from '@shared/dates';
import { negatePence } from '@shared/money';
import { ratesForDay } from '@shared/rates/rates-book';
import { validateShift } from '@shared/rota/validate-shift';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { postEntry } from './ledger';
import { hmrcDayOfCorrection, hmrcDifference, paidFiguresOf, takenOffBy } from './pay-hmrc';
import { gatherPay } from './pay-inputs';
import { spanOfPayslip } from './pay-payslip-span';
import { loadPayRecord, type PayRecord, type PayslipRow } from './pay-record';
import { fundOn, ledgerWorker, payslipRow } from './pay-run';
import type { PaidPayslip } from './pay-stored';
import { figuresToDateOfWorker, paydayOf, previousEmploymentThen, withPayment } from './pay-to-date';
import { workOutSpan } from './pay-view';
import { holidayBalances } from './people-holiday';
import { keepCorrectedShares } from './pools-post';
import { payToShare } from './pools-run';
import { ratesBookOf } from './rates';
import { refuseProblems } from './rota-find';
import { AS_PLANNED } from './shift-rows';
import { workerShortName } from './worker-name';

/** Hours of a paid shift that were wrong: what was really worked, or null where nothing was. */
export type CorrectedHours = {
  readonly shiftId: string;
  readonly actual: {
    readonly start: ClockTime;
    readonly end: ClockTime;
    readonly endsNextDay: boolean;
    readonly awakeMinutes: number | null;
    readonly reason: string;
  } | null;
};

/** Whether a payslip comes before another of the same PA: by its payday, and on one payday by its period. */
function isPaidBefore(one: PaidPayslip, other: PaidPayslip): boolean {
  const [day, otherDay] = [paydayOf(one), paydayOf(other)];
  return day === otherDay ? one.input.input.periodTo < other.input.input.periodTo : day < otherDay;
}

function correctHours(
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
  shiftIds: ReadonlySet<string>,
  hours: readonly CorrectedHours[],
  changes: PayRecord['lateChanges'],
): void {
  for (const { shiftId, actual } of hours) {
    const row = ownedRow(db.byId('shift', shiftId), householdId);
    if (!shiftIds.has(shiftId)) refuse('pay.not-in-payslip', { day: row.day });
    if (changes.some((one) => one.shift_id === shiftId)) refuse('pay.changed-late', { day: row.day });
    write.update('shift', shiftId, actual === null ? notWorked() : worked(row, actual));
  }
}

function notWorked(): Partial<WorkspaceSchema['shift']> {
  return {
    status: 'cancelled',
    ...AS_PLANNED,
    paid_in: null,
  };
}

function worked(
  row: WorkspaceSchema['shift'],
  actual: NonNullable<CorrectedHours['actual']>,
): Partial<WorkspaceSchema['shift']> {
  const endDay = actual.endsNextDay ? addDays(row.day, 1) : row.day;
  refuseProblems(
    validateShift(
      {
        key: row.id,
        workerId: row.worker_id,
        day: row.day,
        start: actual.start,
        end: actual.end,
        endDay: actual.endsNextDay ? endDay : null,
      },
      { worker: null, absences: [], shifts: [] },
    ),
  );
  return {
    actual_start_time: actual.start,
    actual_end_day: endDay,
    actual_end_time: actual.end,
    actual_awake_minutes: actual.awakeMinutes,
    actual_reason: actual.reason,
  };
}

/**
 * A finished payslip worked out again with the record as it is now: its own shifts and added lines, and the figures to
 * date before its payday.
 */
export function payslipAgain(
  record: PayRecord,
  row: PayslipRow,
): ReturnType<typeof workOutSpan> & { readonly payday: IsoDay } {
  const stored = record.stored(row.id);
  const span = spanOfPayslip(record, row, stored);
  const isOther = (id: string): boolean => id !== row.id;
  const gathering = gatherPay(record, span, {
    shiftIds: new Set(stored.input.shiftIds),
    lateChangeIds: new Set(stored.input.lateChangeIds ?? []),
    added: stored.input.added,
    toDate: figuresToDateOfWorker(
      record,
      row.worker_id,
      row.tax_year,
      (one, id) => isOther(id) && isPaidBefore(one, stored),
    ),
    previousEmployment: previousEmploymentThen(record, row.worker_id, stored),
  });
  const others = figuresToDateOfWorker(record, row.worker_id, row.tax_year, (_, id) => isOther(id));
  return {
    ...workOutSpan(record, span, gathering, (result) => withPayment(others, result)),
    payday: span.payDate,
  };
}

/**
 * Takes one finished payslip back and pays it again in a correction run, with the record (and the hours given) as they
 * are now. The pay is worked out for the payday it was for; what moves (money, tax, the ledger) moves on `payDate`.
 * Refuses with `pay.already-corrected`, `pay.correct-too-early`, `pay.no-difference`, or what the pay itself says.
 */
export function correctPayslip(
  context: ServiceContext,
  householdId: string,
  payslipId: string,
  payDate: IsoDay,
  hours: readonly CorrectedHours[] = [],
): string {
  const db = databaseOf(context);
  ownedRow(db.byId('payslip', payslipId), householdId);
  const before = loadPayRecord(db, householdId, todayOf(context));
  const row = before.payslips.find((one) => one.id === payslipId) ?? refuse('not-found');
  const worker = before.workers.find((one) => one.id === row.worker_id) ?? refuse('not-found');
  if (before.superseded.has(payslipId)) refuse('pay.already-corrected', { name: workerShortName(worker) });
  if (payDate < row.pay_date) refuse('pay.correct-too-early', { day: row.pay_date }, 'payDate');
  const rates = ratesForDay(ratesBookOf(db), payDate);
  if (!rates.ok) refuse(rates.code, rates.details, 'payDate');
  const stored = before.stored(payslipId);
  const shiftIds = new Set(stored.input.shiftIds);
  const runId = context.ids.next();
  db.act(
    {
      name: 'pay.corrected',
      householdId,
      values: { name: workerShortName(worker), from: row.period_from, to: row.period_to },
      undoable: false,
    },
    (write) => {
      correctHours(db, write, householdId, shiftIds, hours, before.lateChanges);
      const record = loadPayRecord(db, householdId, todayOf(context));
      const { worked: again, refusal, payday } = payslipAgain(record, row);
      if (refusal !== undefined) refuse(refusal.code, refusal.values);
      if (again === undefined) throw new Error('A correction gathers pay even for nothing');
      const blocking = again.warnings.find((one) => one.blocks);
      if (blocking !== undefined) refuse(blocking.code, blocking.values);
      const was = stored.result.result;
      if (
        JSON.stringify({ ...was, explanations: {} }) === JSON.stringify({ ...again.result, explanations: {} })
      )
        refuse('pay.no-difference', { name: workerShortName(worker) });
      const difference = hmrcDifference(
        hmrcDayOfCorrection(payDate, row.tax_year),
        { input: again.pay.input, result: again.result },
        paidFiguresOf(stored),
      );
      const { allowance, recovered } = takenOffBy(record, row.tax_year, [difference]);
      const takenBack = payRunEntry({
        id: runId,
        payDate,
        workers: [
          ledgerWorker(row.worker_id, was, fundOn(record, row.pay_date), stored.input.input.otherDeductions),
        ],
      });
      postEntry(
        context,
        db,
        write.append,
        householdId,
        {
          date: payDate,
          kind: 'correction',
          sourceId: runId,
          postings: takenBack.postings.map((one) => ({ ...one, amount: negatePence(one.amount) })),
        },
        'pay-run',
        write.actionId,
      );
      const entryId = postEntry(
        context,
        db,
        write.append,
        householdId,
        payRunEntry({
          id: runId,
          payDate,
          workers: [
            ledgerWorker(
              row.worker_id,
              again.result,
              fundOn(record, payday),
              again.pay.input.otherDeductions,
            ),
          ],
          employmentAllowance: allowance,
          statutoryPayRecovered: recovered,
        }),
        'pay-run',
        write.actionId,
      );
      const run = record.runs.find((one) => one.id === row.pay_run_id) ?? refuse('not-found');
      write.append('pay_run', {
        id: runId,
        household_id: householdId,
        frequency: run.frequency,
        period_from: run.period_from,
        period_to: run.period_to,
        pay_date: payDate,
        kind: 'correction',
        employment_allowance_pence: allowance,
        statutory_recovered_pence: recovered,
        finished_at: context.clock.nowIso(),
        entry_id: entryId,
      });
      const newId = context.ids.next();
      write.append(
        'payslip',
        payslipRow(
          record,
          again,
          { payslipId: newId, runId, corrects: row },
          payDate,
          holidayBalances(context, householdId, row.period_to),
        ),
      );
      for (const shiftId of again.pay.hours.shiftIds) write.update('shift', shiftId, { paid_in: runId });
      for (const changeId of again.pay.hours.lateChangeIds)
        write.update('late_change', changeId, { paid_in: runId });
      const moved = payToShare(again, { allowance, recovered }, record);
      keepCorrectedShares(context, db, write, record, row, newId, payDate, moved, fundOn(record, payday));
    },
  );
  return runId;
}
