import words from '@resources/documents/payment-sheet.json';
import type { PaymentToMake } from '@shared/api/pay';
import type { MatchCandidate } from '@shared/budget/matching-types';
import { formatShortDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import { contributionsDue } from '@shared/payroll/pension-duties';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import { settledOf } from '../db/queries/matching';
import { paymentTicksOf, settledByBankLines } from '../db/queries/pay';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { ordersOfRun } from './orders-owed';
import { netMoved } from './pay-finished';
import { hmrcKey, hmrcPaymentsOf, hmrcPeriodsOf, hmrcReferenceOf } from './pay-hmrc';
import { loadPayRecord, type PayRecord, type PayslipRow, workerOfRecord } from './pay-record';
import { paidDays } from './pay-settled';
import { ratesBookOf } from './rates';
import { workerName } from './worker-name';

/**
 * Names what is owed, the same for ticks, bank lines and lists: `net-pay:<payslip>`, `pension:<run>:<provider>`,
 * `order:<run>:<order>`, `hmrc:<year>:<month>`.
 */
export type PaymentKey = string;

/** Something owed because of finished pay. */
export type Owed = {
  readonly key: PaymentKey;
  readonly amount: Pence;
  /** What bank lines and ticks leave of it. */
  readonly left: Pence;
  readonly dueOn: IsoDay;
};
export type NetPayOwed = Owed & {
  readonly workerId: string;
  readonly payslipId: string;
  readonly name: string;
};
export type HmrcMonthOwed = Owed & { readonly taxYear: string; readonly taxMonth: number };
export type PensionOwed = Owed & { readonly runId: string; readonly provider: string };
export type OrderOwed = Owed & { readonly payee: string; readonly workerId: string };

export type PayLiabilities = {
  readonly netPayOwed: readonly NetPayOwed[];
  readonly hmrcOwed: readonly HmrcMonthOwed[];
  readonly pensionOwed: readonly PensionOwed[];
  readonly ordersOwed: readonly OrderOwed[];
  readonly total: Pence;
};

/** When pension contributions of a pay date are due by electronic payment. */
function pensionDueOn(payDate: IsoDay): IsoDay {
  return contributionsDue(payDate).day;
}

function netPayKey(payslipId: string): PaymentKey {
  return `net-pay:${payslipId}`;
}

function pensionKey(runId: string, provider: string): PaymentKey {
  return `pension:${runId}:${provider}`;
}

type Settled = (key: PaymentKey, amount: Pence, until: IsoDay | null) => Pence;

/** What is left of an amount after the bank lines explained as it, and nothing once it is ticked as paid. */
function settling(db: WorkspaceDatabase, householdId: string): Settled {
  const ticks = new Map(paymentTicksOf(db, householdId).map((tick) => [tick.payment_key, tick.paid_on]));
  const lines = settledByBankLines(db, householdId);
  return (key, amount, until) => {
    const ticked = ticks.get(key);
    if (ticked !== undefined && (until === null || ticked <= until)) return NO_MONEY;
    const paid = sumPence(
      lines
        .filter((line) => line.match_key === key && (until === null || line.day <= until))
        .map((line) => pence(-line.amount_pence)),
    );
    return takePence(amount, paid);
  };
}

/** Pension money of a run by provider; a correction gives the difference. */
function pensionsOfRun(record: PayRecord, runId: string): Map<string, Pence> {
  const byProvider = new Map<string, Pence>();
  const add = (provider: string, amount: Pence): void =>
    void byProvider.set(provider, addPence(byProvider.get(provider) ?? NO_MONEY, amount));
  for (const row of record.payslips.filter((one) => one.pay_run_id === runId)) {
    const { input, result } = record.stored(row.id);
    add(input.pensionProvider, addPence(result.result.pensionEmployee, result.result.pensionEmployer));
    if (row.corrects_id === null) continue;
    const before = record.stored(row.corrects_id);
    const was = before.result.result;
    add(before.input.pensionProvider, pence(-addPence(was.pensionEmployee, was.pensionEmployer)));
  }
  return new Map([...byProvider].filter(([, amount]) => amount !== 0));
}

function pensionsOwed(record: PayRecord, runs: PayRecord['runs'], left: Settled, day: IsoDay): PensionOwed[] {
  return runs.flatMap((run) =>
    [...pensionsOfRun(record, run.id)].map(([provider, amount]): PensionOwed => {
      const key = pensionKey(run.id, provider);
      const dueOn = pensionDueOn(run.pay_date);
      return { key, amount, left: left(key, amount, day), dueOn, runId: run.id, provider };
    }),
  );
}

/** What all finished pay still owes to pensions, as things are today: below nothing is to come back. */
export function pensionsOwedNow(context: ServiceContext, householdId: string): PensionOwed[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  const record = loadPayRecord(db, householdId, today);
  return pensionsOwed(record, record.runs, settling(db, householdId), today);
}

/**
 * What finished pay still owes at the end of a day: net pay by payslip, HMRC by tax month, pension and orders by run. Pay counts
 * once its period has ended or its pay date has come; what bank lines or ticks up to that day settled is taken off.
 * Figures below nothing are owed back.
 */
export function liabilitiesOn(context: ServiceContext, householdId: string, day: IsoDay): PayLiabilities {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const left = settling(db, householdId);
  const counts = (row: { pay_date: IsoDay; period_to: IsoDay; kind: string }): boolean =>
    row.pay_date <= day || (row.kind === 'regular' && row.period_to <= day);
  const netPayOwed = record.payslips.filter(counts).map((row): NetPayOwed => {
    const amount = netMoved(record, row);
    const key = netPayKey(row.id);
    return {
      key,
      amount,
      left: left(key, amount, day),
      dueOn: row.pay_date,
      workerId: row.worker_id,
      payslipId: row.id,
      name: workerName(workerOfRecord(record, row.worker_id)),
    };
  });
  const pensionOwed = pensionsOwed(record, record.runs.filter(counts), left, day);
  const ordersOwed = record.runs.filter(counts).flatMap((run) =>
    ordersOfRun(record, run).map((one): OrderOwed => {
      const { key, amount, dueOn, payee, workerId } = one;
      return { key, amount, left: left(key, amount, day), dueOn, payee, workerId };
    }),
  );
  const taxYears = [...new Set(record.payslips.map((row) => row.tax_year))];
  const counted = { ...record, payslips: record.payslips.filter(counts) };
  const hmrcOwed = taxYears.flatMap((taxYear) =>
    hmrcPeriodsOf(record, taxYear, hmrcPaymentsOf(counted, taxYear))
      .filter((period) => period.payments > 0)
      .map((period): HmrcMonthOwed => {
        const key = hmrcKey(taxYear, period.lastTaxMonth);
        return {
          key,
          amount: period.amountDue,
          left: left(key, period.amountDue, day),
          dueOn: period.dueElectronically,
          taxYear,
          taxMonth: period.lastTaxMonth,
        };
      }),
  );
  const all = [...netPayOwed, ...pensionOwed, ...ordersOwed, ...hmrcOwed];
  return { netPayOwed, pensionOwed, ordersOwed, hmrcOwed, total: sumPence(all.map((one) => one.left)) };
}

/** A payment that a bank line may be, with the PA it is for. */
export type PayCandidate = MatchCandidate & { readonly workerId: string | null };

/**
 * What bank lines may be because of finished pay: net pay, HMRC months, pensions, orders, each with what lines have not
 * settled of it. Of pay dates from one day to another, where they are given.
 */
export function payCandidates(
  context: ServiceContext,
  householdId: string,
  from?: IsoDay,
  to?: IsoDay,
): PayCandidate[] {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const within = (day: IsoDay): boolean =>
    (from === undefined || day >= from) && (to === undefined || day <= to);
  const payslips = record.payslips.filter((row) => within(row.pay_date));
  const runs = record.runs.filter((run) => within(run.pay_date));
  const candidates: PayCandidate[] = [];
  for (const row of payslips) {
    const worker = workerOfRecord(record, row.worker_id);
    candidates.push({
      kind: 'wage',
      id: netPayKey(row.id),
      amount: netMoved(record, row),
      date: row.pay_date,
      name: worker.bank_name_on_account || workerName(worker),
      reference: wagesReference(row.pay_date),
      workerId: row.worker_id,
    });
  }
  for (const run of runs)
    for (const [provider, amount] of pensionsOfRun(record, run.id))
      candidates.push({
        kind: 'pension',
        id: pensionKey(run.id, provider),
        amount,
        date: pensionDueOn(run.pay_date),
        name: provider,
        workerId: null,
      });
  for (const run of runs)
    for (const { key, amount, dueOn, payee, reference, workerId } of ordersOfRun(record, run))
      candidates.push({ kind: 'order', id: key, amount, date: dueOn, name: payee, reference, workerId });
  for (const taxYear of new Set(payslips.map((row) => row.tax_year)))
    for (const period of hmrcPeriodsOf(record, taxYear, hmrcPaymentsOf(record, taxYear))) {
      const reference = hmrcReferenceOf(record, period);
      candidates.push({
        kind: 'hmrc',
        id: hmrcKey(taxYear, period.lastTaxMonth),
        amount: period.amountDue,
        date: period.dueElectronically,
        ...(reference === '' ? {} : { reference }),
        workerId: null,
      });
    }
  const settled = settledOf(
    db,
    householdId,
    candidates.map((one) => one.id),
  );
  return candidates.flatMap((one): PayCandidate[] => {
    const paid = settled.get(one.id) ?? NO_MONEY;
    const left = takePence(one.amount, paid);
    if (left <= 0) return [];
    return [paid === 0 ? one : { ...one, amount: left, whole: one.amount }];
  });
}

function wagesReference(payDate: IsoDay): string {
  return fill(words.references.worker, { day: formatShortDay(payDate).toUpperCase() });
}

function workerPayment(record: PayRecord, row: PayslipRow): Omit<PaymentToMake, 'paidOn'> {
  const worker = workerOfRecord(record, row.worker_id);
  return {
    key: netPayKey(row.id),
    payee: 'worker',
    name: worker.bank_name_on_account || workerName(worker),
    workerId: worker.id,
    sortCode: worker.sort_code,
    accountNumber: worker.account_number,
    reference: wagesReference(row.pay_date),
    amount: netMoved(record, row),
    dueOn: row.pay_date,
  };
}

/** HMRC's months (or quarters) of a tax year that are wanted, with all the pay finished in them so far. */
export function hmrcPaymentsOfYear(
  record: PayRecord,
  taxYear: string,
  isWanted: (period: { readonly from: IsoDay; readonly to: IsoDay }) => boolean,
): Omit<PaymentToMake, 'paidOn'>[] {
  return hmrcPeriodsOf(record, taxYear, hmrcPaymentsOf(record, taxYear))
    .filter((period) => isWanted(period) && period.amountDue > 0)
    .map((period) => ({
      key: hmrcKey(taxYear, period.lastTaxMonth),
      payee: 'hmrc',
      name: words.hmrcPayee,
      workerId: null,
      sortCode: '',
      accountNumber: '',
      reference: hmrcReferenceOf(record, period),
      amount: period.amountDue,
      dueOn: period.dueElectronically,
    }));
}

/** HMRC's month (or quarter) that a pay date falls in, with all the pay finished in it so far. */
function hmrcPayment(record: PayRecord, payDate: IsoDay): Omit<PaymentToMake, 'paidOn'>[] {
  if (!ratesForDay(ratesBookOf(record.db), payDate).ok) return [];
  return hmrcPaymentsOfYear(
    record,
    taxYearOf(payDate),
    (period) => period.from <= payDate && payDate <= period.to,
  );
}

/**
 * What a finished run asks to be paid to others than HMRC: each PA's net pay, the pension, each order's payee. A correction
 * lists only what is still to be paid; money to get back is not a payment.
 */
export function paymentsOfRun(
  record: PayRecord,
  run: Pick<PayRecord['runs'][number], 'id' | 'pay_date'>,
): Omit<PaymentToMake, 'paidOn'>[] {
  const pensions = [...pensionsOfRun(record, run.id)].map(([provider, amount]) => ({
    key: pensionKey(run.id, provider),
    payee: 'pension' as const,
    name: provider || words.pensionPayee,
    workerId: null,
    sortCode: '',
    accountNumber: '',
    reference: fill(words.references.pension, { day: formatShortDay(run.pay_date).toUpperCase() }),
    amount,
    dueOn: pensionDueOn(run.pay_date),
  }));
  const orders = ordersOfRun(record, run).map(({ key, amount, dueOn, payee, reference, workerId }) => ({
    key,
    payee: 'order' as const,
    name: payee,
    workerId,
    sortCode: '',
    accountNumber: '',
    reference,
    amount,
    dueOn,
  }));
  return [
    ...record.payslips.filter((row) => row.pay_run_id === run.id).map((row) => workerPayment(record, row)),
    ...pensions,
    ...orders,
  ].filter((payment) => payment.amount > 0);
}

/** The payments to make for a finished run, HMRC's whole tax month with them, with the day each was made. */
export function payments(context: ServiceContext, householdId: string, runId: string): PaymentToMake[] {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', runId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const paid = paidDays(db, householdId);
  return [...paymentsOfRun(record, run), ...hmrcPayment(record, run.pay_date)].map((payment) => ({
    ...payment,
    paidOn: paid.get(payment.key) ?? null,
  }));
}

function isOwnKey(record: PayRecord, key: PaymentKey): boolean {
  const [kind, first = '', second = ''] = key.split(':');
  switch (kind) {
    case 'net-pay':
      return record.payslips.some((row) => row.id === first);
    case 'pension':
      return record.runs.some((run) => run.id === first);
    case 'order':
      return record.runs.some((run) => run.id === first) && record.orders.some((one) => one.id === second);
    case 'hmrc':
      return record.payslips.some((row) => row.tax_year === first) && /^([1-9]|1[0-2])$/.test(second);
    default:
      return false;
  }
}

/** Ticks a payment as paid on a day, or takes the tick back. Refuses with `not-found` for what is not owed here. */
export function tickPayment(
  context: ServiceContext,
  householdId: string,
  key: PaymentKey,
  paidOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  if (!isOwnKey(record, key)) refuse('not-found');
  if (paidOn !== null && paidOn > record.today) refuse('day.in-the-future', {}, 'paidOn');
  const known = paymentTicksOf(db, householdId).find((tick) => tick.payment_key === key);
  if (known === undefined && paidOn === null) return;
  db.act({ name: paidOn === null ? 'pay.tick-taken-back' : 'pay.ticked', householdId }, (write) => {
    if (paidOn === null) {
      if (known !== undefined) write.remove('payment_tick', known.id);
    } else if (known === undefined)
      write.insert('payment_tick', {
        id: context.ids.next(),
        household_id: householdId,
        payment_key: key,
        paid_on: paidOn,
      });
    else write.update('payment_tick', known.id, { paid_on: paidOn });
  });
}
