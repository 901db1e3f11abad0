import type { PayRunView, PayWarning, RunSummary } from '@shared/api/pay';
import type { HolidayBalance } from '@shared/api/people';
import { type FinishedPayRun, type PayRunWorker, payRunEntry } from '@shared/budget/ledger';
import type { IsoDay } from '@shared/dates';
import { addPence, type Pence, sumPence } from '@shared/money';
import type { OtherDeduction, PayResult } from '@shared/payroll/pay-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { postEntry } from './ledger';
import { deductionsForLedger } from './orders-ledger';
import { finishedView, netMoved } from './pay-finished';
import { hmrcPaymentOf, NOTHING_OFF, type TakenOffHmrc, takenOffBy } from './pay-hmrc';
import { type OpenPeriod, openPeriods } from './pay-periods';
import { loadPayRecord, type PayRecord, type PayslipRow, workerOfRecord } from './pay-record';
import { registrationWarnings } from './pay-registration';
import { refuseUnchecked } from './pay-second-check';
import { runKeyOf } from './pay-spans';
import type { StoredPayInput, StoredPayResult } from './pay-stored';
import { earlierPeriodOf, totalsOf, type WorkedPay, type WorkedRun, workOutRun } from './pay-view';
import { holidayBalances, minutesPaidOnLeaving } from './people-holiday';
import { keepShares } from './pools-post';
import { sharesOfRun } from './pools-run';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

/** The agreement that pays for work on a day: the first of the list that is in force. */
export function fundOn(record: PayRecord, day: IsoDay): string | undefined {
  return record.agreements.find((one) => one.starts_on <= day && (one.ends_on === null || one.ends_on >= day))
    ?.id;
}

/** One PA's part of the ledger entry of a run. */
export function ledgerWorker(
  workerId: string,
  result: PayResult,
  fundId: string | undefined,
  deductions: readonly OtherDeduction[],
): PayRunWorker {
  return {
    workerId,
    ...(fundId === undefined ? {} : { fundId }),
    grossPay: result.gross,
    expenses: result.reimbursements,
    deductedForHmrc: addPence(
      result.tax,
      result.nationalInsurance.employee,
      result.studentLoan,
      result.postgraduateLoan,
    ),
    employeePension: result.pensionEmployee,
    employerNationalInsurance: result.nationalInsurance.employer,
    employerPension: result.pensionEmployer,
    ...deductionsForLedger(deductions),
    netPay: result.netPay,
  };
}

/** What stands in the way of finishing, beside what each PA's own pay says. */
function runWarnings(record: PayRecord, periods: readonly OpenPeriod[], run: WorkedRun): PayWarning[] {
  const warnings: PayWarning[] = [];
  const { period } = run;
  const earlier = earlierPeriodOf(record, periods, run);
  if (earlier !== undefined) {
    const name = workerShortName(workerOfRecord(record, earlier.workerId));
    warnings.push({
      workerId: earlier.workerId,
      blocks: true,
      code: 'pay.earlier-first',
      values: { name, from: earlier.from, to: earlier.to },
    });
  }
  if (period.periodTo > record.today)
    warnings.push({
      workerId: null,
      blocks: false,
      code: 'pay.period-not-over',
      values: { day: period.periodTo },
    });
  return [...warnings, ...registrationWarnings(record, run.worked), ...run.warnings];
}

function takenOffOf(record: PayRecord, run: WorkedRun): TakenOffHmrc {
  const { taxDay } = run.period;
  if (!ratesForDay(ratesBookOf(record.db), taxDay).ok) return NOTHING_OFF;
  return takenOffBy(
    record,
    taxYearOf(taxDay),
    run.worked.map((one) => hmrcPaymentOf(taxDay, { input: one.pay.input, result: one.result })),
  );
}

function openView(record: PayRecord, periods: readonly OpenPeriod[], run: WorkedRun): PayRunView {
  const lines = run.worked.map((one) => one.line);
  const { period } = run;
  return {
    key: period.key,
    runId: null,
    state: 'open',
    kind: 'regular',
    frequency: period.frequency,
    periodFrom: period.periodFrom,
    periodTo: period.periodTo,
    payDate: period.payDate,
    taxDay: period.taxDay,
    payDayChosen: record.payDays.has(period.key),
    lines,
    refused: run.refused.map((one) => ({ ...one, values: { ...one.values } })),
    unconfirmed: run.unconfirmed,
    warnings: runWarnings(record, periods, run),
    totals: totalsOf(lines, takenOffOf(record, run)),
    finishedAt: null,
  };
}

function findPeriod(periods: readonly OpenPeriod[], key: string): OpenPeriod {
  return periods.find((one) => one.key === key) ?? refuse('pay.run-not-open');
}

/**
 * An open run, worked out from the record as it is now; one that is finished by now as it was finished. Refuses with
 * `pay.run-not-open`.
 */
export function payRun(context: ServiceContext, householdId: string, key: string): PayRunView {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const periods = openPeriods(record);
  const done = record.runs.findLast(
    (run) =>
      run.kind === 'regular' && runKeyOf(run.frequency as PayRunView['frequency'], run.period_from) === key,
  );
  if (done !== undefined && !periods.some((one) => one.key === key)) return finishedView(record, done);
  return openView(record, periods, workOutRun(record, findPeriod(periods, key)));
}

/** An open run that is worked out when it is asked for: what goes wrong with one leaves the others. */
export type OpenRun = { readonly key: string; readonly payDate: IsoDay; readonly work: () => PayRunView };

/** Open runs of a household with their pay date from one day to another, each to be worked out as `payRun` does. */
export function openRunsPaid(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): OpenRun[] {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const periods = openPeriods(record);
  return periods
    .filter((one) => one.payDate >= from && one.payDate <= to)
    .map((one) => ({
      key: one.key,
      payDate: one.payDate,
      work: () => openView(record, periods, workOutRun(record, one)),
    }));
}

function summaryOf(run: WorkedRun, today: IsoDay): RunSummary | null {
  const people = new Set([
    ...run.worked.map((one) => one.span.workerId),
    ...run.refused.map((one) => one.workerId),
    ...run.unconfirmed.map((one) => one.workerId),
  ]);
  const { period } = run;
  if (people.size === 0 && period.periodTo < today) return null;
  return {
    key: period.key,
    runId: null,
    state: 'open',
    kind: 'regular',
    frequency: period.frequency,
    periodFrom: period.periodFrom,
    periodTo: period.periodTo,
    payDate: period.payDate,
    people: people.size,
    hoursIn: people.size - run.unconfirmed.length,
    net: run.refused.length > 0 ? null : sumPence(run.worked.map((one) => one.result.netPay)),
  };
}

/** The runs to do next, oldest first, and those done, newest first. */
export function payRuns(
  context: ServiceContext,
  householdId: string,
): { open: RunSummary[]; finished: RunSummary[] } {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const open = openPeriods(record).flatMap((period) => {
    const summary = summaryOf(workOutRun(record, period), record.today);
    return summary === null ? [] : [summary];
  });
  const finished = record.runs.map((run): RunSummary => {
    const payslips = record.payslips.filter((one) => one.pay_run_id === run.id);
    return {
      key: runKeyOf(run.frequency as RunSummary['frequency'], run.period_from),
      runId: run.id,
      state: 'finished',
      kind: run.kind,
      frequency: run.frequency as RunSummary['frequency'],
      periodFrom: run.period_from,
      periodTo: run.period_to,
      payDate: run.pay_date,
      people: payslips.length,
      hoursIn: payslips.length,
      net: sumPence(payslips.map((one) => netMoved(record, one))),
    };
  });
  return { open, finished: finished.reverse() };
}

/** The holiday that stands on a payslip: without what it pays for on leaving, or what its correction pays otherwise. */
function holidayAfter(
  record: PayRecord,
  balances: readonly HolidayBalance[],
  one: WorkedPay,
  corrects: PayslipRow | null,
): HolidayBalance | null {
  const balance = balances.find((each) => each.workerId === one.span.workerId);
  if (balance === undefined) return null;
  const before =
    corrects === null ? 0 : minutesPaidOnLeaving(record.stored(corrects.id).result.line.earnings);
  const more = minutesPaidOnLeaving(one.pay.shown) - before;
  return {
    ...balance,
    paidOnLeavingMinutes: balance.paidOnLeavingMinutes + more,
    leftMinutes: balance.leftMinutes - more,
  };
}

/** The rows of one payslip: what it was worked out from and what came out, as they will stand for good. */
export function payslipRow(
  record: PayRecord,
  one: WorkedPay,
  ids: { readonly payslipId: string; readonly runId: string; readonly corrects: PayslipRow | null },
  payDate: IsoDay,
  balances: readonly HolidayBalance[],
): WorkspaceSchema['payslip'] {
  const { span, pay, result } = one;
  const worker = workerOfRecord(record, span.workerId);
  const input: StoredPayInput = {
    format: 1,
    input: pay.input,
    shiftIds: pay.hours.shiftIds,
    ...(pay.hours.lateChangeIds.length === 0 ? {} : { lateChangeIds: pay.hours.lateChangeIds }),
    added: pay.added,
    weeks: pay.hours.weeks,
    from: span.from,
    to: span.to,
    runKey: span.key,
    pensionProvider: pay.pensionProvider,
    niNumber: worker.ni_number,
    payrollNumber: worker.payroll_number,
    paidBy: worker.account_number === '' ? 'cash' : 'bank',
    employerName: record.employer?.legal_name ?? '',
    payeReference: record.employer?.paye_reference ?? '',
    holiday: holidayAfter(record, balances, one, ids.corrects),
  };
  const { corrects } = ids;
  const output: StoredPayResult = {
    format: 1,
    result,
    line: {
      ...one.line,
      payslipId: ids.payslipId,
      payDate,
      replaces:
        corrects === null
          ? null
          : { payslipId: corrects.id, payDate: corrects.pay_date, net: corrects.net_pence },
    },
  };
  return {
    id: ids.payslipId,
    household_id: record.householdId,
    pay_run_id: ids.runId,
    worker_id: span.workerId,
    pay_date: payDate,
    tax_year: result.taxPeriod.taxYear,
    period_from: span.shownFrom,
    period_to: span.shownTo,
    gross_pence: result.gross,
    net_pence: result.netPay,
    employer_cost_pence: result.employerCost,
    input_json: JSON.stringify(input),
    result_json: JSON.stringify(output),
    corrects_id: corrects?.id ?? null,
  };
}

/**
 * Finishes a run in one transaction: everything is worked out again from the record, payslips are kept as they are,
 * their shifts are marked as paid, and the ledger says what is owed. It never changes afterwards.
 * Refuses with `pay.run-not-open`, `pay.nothing-to-pay`, `pay.changed-since`, a PA's own refusal, what blocks, or `pay.second-check-needed`.
 */
export function finishRun(
  context: ServiceContext,
  householdId: string,
  key: string,
  expectedNet: Pence,
): string {
  const db = databaseOf(context);
  const runId = context.ids.next();
  const record = loadPayRecord(db, householdId, todayOf(context));
  const periods = openPeriods(record);
  const run = workOutRun(record, findPeriod(periods, key));
  const { period } = run;
  const [firstRefused] = run.refused;
  if (firstRefused !== undefined) refuse(firstRefused.code, firstRefused.values);
  if (run.worked.length === 0) refuse('pay.nothing-to-pay');
  const rates = ratesForDay(ratesBookOf(db), period.taxDay);
  if (!rates.ok) refuse(rates.code, rates.details);
  const blocking = runWarnings(record, periods, run).find((one) => one.blocks);
  if (blocking !== undefined) refuse(blocking.code, blocking.values);
  const net = sumPence(run.worked.map((one) => one.result.netPay));
  if (net !== expectedNet) refuse('pay.changed-since', { expected: expectedNet, now: net });
  refuseUnchecked(db, householdId, key, net);
  const { allowance, recovered } = takenOffOf(record, run);
  const fund = fundOn(record, period.payDate);
  const shared = sharesOfRun(record, run, { allowance, recovered });
  const finished: FinishedPayRun = {
    id: runId,
    payDate: period.payDate,
    workers: run.worked.map((one) =>
      ledgerWorker(one.span.workerId, one.result, fund, one.pay.input.otherDeductions),
    ),
    employmentAllowance: allowance,
    statutoryPayRecovered: recovered,
  };
  db.act(
    {
      name: 'pay.finished',
      householdId,
      values: { from: period.periodFrom, to: period.periodTo, people: run.worked.length },
      undoable: false,
    },
    (write) => {
      const entryId = postEntry(
        context,
        db,
        write.append,
        householdId,
        payRunEntry(finished),
        'pay-run',
        write.actionId,
      );
      write.append('pay_run', {
        id: runId,
        household_id: householdId,
        frequency: period.frequency,
        period_from: period.periodFrom,
        period_to: period.periodTo,
        pay_date: period.payDate,
        kind: 'regular',
        employment_allowance_pence: allowance,
        statutory_recovered_pence: recovered,
        finished_at: context.clock.nowIso(),
        entry_id: entryId,
      });
      const balances = holidayBalances(context, householdId, period.periodTo);
      for (const one of run.worked) {
        const payslipId = writePaid(context, record, write, one, runId, period.payDate, balances);
        const own = shared.get(one);
        if (own !== undefined)
          keepShares(context, db, write, payslipId, period.payDate, own.pay, own.shares, fund);
      }
    },
  );
  return runId;
}

function writePaid(
  context: ServiceContext,
  record: PayRecord,
  write: ActionWriter,
  one: WorkedPay,
  runId: string,
  payDate: IsoDay,
  balances: readonly HolidayBalance[],
): string {
  const payslipId = context.ids.next();
  write.append('payslip', payslipRow(record, one, { payslipId, runId, corrects: null }, payDate, balances));
  for (const shiftId of one.pay.hours.shiftIds) write.update('shift', shiftId, { paid_in: runId });
  for (const changeId of one.pay.hours.lateChangeIds)
    write.update('late_change', changeId, { paid_in: runId });
  for (const draftId of one.pay.draftIds) write.remove('pay_line_draft', draftId);
  return payslipId;
}
