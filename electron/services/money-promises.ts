import { daysOfSchedule, type Schedule } from '@shared/budget/forecast';
import { fundOfId, OWN_FUND } from '@shared/budget/funds';
import type { ReallyYoursFacts } from '@shared/budget/really-yours';
import { addDays, earlierDay, type IsoDay, laterDay, mondayOf } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import { parseRate } from '@shared/rota/rate';
import type { RotaShift } from '@shared/rota/shift';
import { isStaffed } from '@shared/rota/shift';
import { windowCost } from '@shared/rota/week-cost';
import { lastPaidTo } from '../db/queries/budget';
import { agreementsOf } from '../db/queries/household';
import { confirmedUnpaidShifts } from '../db/queries/pay';
import { contractsOf, workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { billsDue } from './money-bills';
import { fundSumsOn, owedByFund, pooledOwedOn, runsCounting } from './money-owed';
import { daysOf, openLines, proposalsOf } from './money-proposals';
import { weeklyOnCost } from './on-cost';
import { premiumsOn } from './pay-cover';
import { payingAgreement } from './paying-agreement';
import { holidayBalances } from './people-holiday';
import { pooledParts, wholeWeeks } from './pools-forecast';
import { loadRates, loadRota } from './rota-data';

/** How far back hours that nobody has been paid for are looked for. */
const LONGEST_BACK = 400;
/** Days whose pay makes the average that holiday is counted at: twelve weeks. */
const AVERAGE_BACK = 83;

/** When an agreement pays. */
export function paymentSchedule(agreement: WorkspaceSchema['funding_agreement']): Schedule {
  const weeks = { weekly: 1, 'two-weekly': 2, 'four-weekly': 4, monthly: 0 }[agreement.frequency];
  const last = agreement.ends_on === null ? {} : { lastOn: agreement.ends_on };
  return weeks === 0
    ? { every: 'months', count: 1, firstOn: agreement.first_payment_on, ...last }
    : { every: 'weeks', count: weeks, firstOn: agreement.first_payment_on, ...last };
}

/** The day the next direct payment of any agreement comes, after a day. */
export function nextPaymentOn(db: WorkspaceDatabase, householdId: string, day: IsoDay): IsoDay | undefined {
  return agreementsOf(db, householdId)
    .flatMap((one) => daysOfSchedule(paymentSchedule(one), addDays(day, 1), addDays(day, 62)).slice(0, 1))
    .sort()[0];
}

/** Gross pay and employer costs of shifts, week by week, as National Insurance and pension are counted. */
export function costByWeek(
  db: WorkspaceDatabase,
  householdId: string,
  shifts: readonly RotaShift[],
  withHoliday: boolean,
): { readonly grossPay: Pence; readonly employerCosts: Pence } {
  const weeks = new Map<IsoDay, RotaShift[]>();
  for (const shift of shifts) {
    const monday = mondayOf(shift.day);
    const list = weeks.get(monday);
    if (list === undefined) weeks.set(monday, [shift]);
    else list.push(shift);
  }
  const rates = loadRates(db, householdId);
  const premiums = premiumsOn(db, householdId);
  let grossPay = NO_MONEY;
  let employerCosts = NO_MONEY;
  for (const [monday, own] of weeks) {
    const cost = windowCost({
      shifts: own,
      from: monday,
      to: addDays(monday, 6),
      rates,
      onCost: weeklyOnCost(db, householdId, monday, withHoliday),
      ...premiums,
    });
    grossPay = addPence(grossPay, cost.wages);
    employerCosts = addPence(employerCosts, cost.onCosts);
  }
  return { grossPay, employerCosts };
}

/**
 * Shifts worked by the end of a day that no finished pay counting on it has paid: those confirmed, those planned and
 * past in a period that is not done, and holiday taken in one.
 */
function shiftsNotPaid(context: ServiceContext, householdId: string, day: IsoDay): readonly RotaShift[] {
  const db = databaseOf(context);
  const counting = runsCounting(context, householdId, day);
  const paidTo = new Map(lastPaidTo(db, householdId, day).map((row) => [row.worker_id, row.to_day]));
  const contracts = contractsOf(db, householdId);
  const openFrom = new Map(
    workersOf(db, householdId).map((worker) => {
      const paid = paidTo.get(worker.id);
      const first = contracts.find((one) => one.worker_id === worker.id)?.first_period_from;
      return [worker.id, paid === undefined ? (first ?? worker.started_on) : addDays(paid, 1)];
    }),
  );
  const late = confirmedUnpaidShifts(db, householdId).map((shift) => shift.day);
  const from = [...openFrom.values(), ...late].sort()[0];
  if (from === undefined || from > day) return [];
  const { window } = loadRota(db, householdId, laterDay(from, addDays(day, -LONGEST_BACK)), day);
  return window.shifts.flatMap((shift): RotaShift[] => {
    const open = shift.workerId === null ? undefined : openFrom.get(shift.workerId);
    if (open === undefined) return [];
    if (shift.paidIn !== null) return counting.has(shift.paidIn) ? [] : [shift];
    if (shift.state === 'confirmed') return [shift];
    if (shift.day < open) return [];
    if (shift.state === 'planned') return [shift];
    return shift.state === 'off' && shift.absenceKind === 'holiday' ? [{ ...shift, state: 'planned' }] : [];
  });
}

/**
 * What has been earned by the end of a day and is in no finished pay. An employer's bank pays all of a shared shift, so all
 * of it is promised until the others' parts are in the bank; of another household's PA it is the part that will be owed.
 */
function earnedNotRun(context: ServiceContext, householdId: string, day: IsoDay) {
  const db = databaseOf(context);
  const own = costByWeek(db, householdId, shiftsNotPaid(context, householdId, day), false);
  const weeks = wholeWeeks(addDays(day, -LONGEST_BACK), day);
  const parts = pooledParts(db, householdId, {
    ...weeks,
    shiftsOf: (employerId) => (employerId === householdId ? [] : shiftsNotPaid(context, employerId, day)),
    withHoliday: false,
  });
  return {
    grossPay: addPence(own.grossPay, ...parts.map((part) => part.grossPay)),
    employerCosts: addPence(own.employerCosts, ...parts.map((part) => part.employerCosts)),
  };
}

/** Holiday earned and not taken by a day, at what the PA's hours of the twelve weeks before came to. */
function holidayEarned(context: ServiceContext, householdId: string, day: IsoDay): Pence {
  const db = databaseOf(context);
  const balances = holidayBalances(context, householdId, day)
    // What would be owed on leaving today; rolled-up holiday has been paid with the wages.
    .map((one) => ({
      workerId: one.workerId,
      leftMinutes: one.method === 'rolled-up' ? 0 : one.accruedMinutes - one.takenMinutes,
    }))
    .filter((one) => one.leftMinutes > 0);
  if (balances.length === 0) return NO_MONEY;
  const from = addDays(day, -AVERAGE_BACK);
  const { window } = loadRota(db, householdId, from, day);
  const rates = loadRates(db, householdId);
  const cost = windowCost({ shifts: window.shifts, from, to: day, rates, onCost: () => NO_MONEY });
  let total = 0;
  for (const { workerId, leftMinutes } of balances) {
    const minutes = window.shifts
      .filter((shift) => shift.workerId === workerId && isStaffed(shift))
      .reduce((sum, shift) => sum + shift.minutes, 0);
    const wages = cost.workers.find((one) => one.workerId === workerId)?.wages ?? NO_MONEY;
    if (minutes > 0 && wages > 0) {
      total += Math.floor((leftMinutes * wages * 2 + minutes) / (minutes * 2));
      continue;
    }
    const hourly = rates
      .filter((rate) => rate.workerId === workerId && rate.per === 'hour' && rate.from <= day)
      .at(-1);
    if (hourly === undefined) continue;
    const rate = parseRate(hourly.pounds);
    // Ten-thousandths of a pound an hour, for minutes, in pence: a 6,000th.
    if (rate.ok) total += Math.floor((leftMinutes * rate.value + 3_000) / 6_000);
  }
  return pence(total);
}

type PromiseKind = 'net-pay' | 'hmrc' | 'pension' | 'order' | 'pool';

const isPromise = (kind: string): kind is PromiseKind =>
  ['net-pay', 'hmrc', 'pension', 'order', 'pool'].includes(kind);

/**
 * What has left the bank by a day for wages, HMRC, pensions and orders in lines that nobody has explained yet, as Mainstay takes
 * them to be: it is no longer in the bank, so it must not be promised once more.
 */
function leftAlready(context: ServiceContext, householdId: string, day: IsoDay): Record<PromiseKind, Pence> {
  const left = {
    'net-pay': NO_MONEY,
    hmrc: NO_MONEY,
    pension: NO_MONEY,
    order: NO_MONEY,
    pool: NO_MONEY,
  };
  const lines = openLines(context, householdId).filter((line) => line.day <= day);
  if (lines.length === 0) return left;
  const proposals = proposalsOf(context, householdId, daysOf(lines));
  for (const line of lines)
    for (const { matchKind, amount } of proposals.get(line.id)?.parts ?? [])
      if (isPromise(matchKind)) left[matchKind] = takePence(left[matchKind], amount);
  return left;
}

/** What is still owed once what has left already is taken off; never less than nothing by it. */
function stillOwed(owed: Pence, left: Pence): Pence {
  return owed <= 0 ? owed : takePence(owed, left > owed ? owed : left);
}

export type Promises = Omit<ReallyYoursFacts, 'today' | 'bankAccounts' | 'cash' | 'earmarks' | 'leaving'> & {
  readonly ownMoney: Pence;
  readonly overContribution: Pence;
};

const NOTHING_PROMISED: Promises = {
  netPayOwed: NO_MONEY,
  earnedNotRun: { grossPay: NO_MONEY, employerCosts: NO_MONEY },
  hmrcOwed: NO_MONEY,
  pensionOwed: NO_MONEY,
  deductionsOwed: NO_MONEY,
  pooledOwed: NO_MONEY,
  holidayEarned: NO_MONEY,
  bills: [],
  ownMoney: NO_MONEY,
  overContribution: NO_MONEY,
};

/** The last day whose bills are promised already: the one before the next payment, at most 62 days on. */
export function billsPromisedUntil(db: WorkspaceDatabase, householdId: string, day: IsoDay): IsoDay {
  const next = nextPaymentOn(db, householdId, day);
  return earlierDay(next === undefined ? addDays(day, 28) : addDays(next, -1), addDays(day, 62));
}

/**
 * Everything the money of each fund is promised to at the end of a day. What names no agreement is of the one that pays where
 * nobody says; so is what is earned and not in a finished pay, as its pay will be. `null` where there is no agreement.
 */
export function promisesByFund(
  context: ServiceContext,
  householdId: string,
  day: IsoDay,
): ReadonlyMap<string | null, Promises> {
  return databaseOf(context).remember(`promises ${householdId} ${day} ${todayOf(context)}`, () =>
    workOutPromises(context, householdId, day),
  );
}

function workOutPromises(
  context: ServiceContext,
  householdId: string,
  day: IsoDay,
): ReadonlyMap<string | null, Promises> {
  const db = databaseOf(context);
  const home = payingAgreement(db, householdId, day);
  const agreements = new Set(agreementsOf(db, householdId).map((one) => one.id));
  const fundOf = (fund: string | null): string | null => {
    const { agreementId } = fund === null ? { agreementId: null } : fundOfId(fund);
    return agreementId !== null && agreements.has(agreementId) ? agreementId : home;
  };
  const found = new Map<string | null, Promises>([[home, NOTHING_PROMISED]]);
  const change = (fund: string | null, by: (before: Promises) => Promises): void =>
    void found.set(fund, by(found.get(fund) ?? NOTHING_PROMISED));
  let ownMoney = NO_MONEY;
  for (const [fund, owed] of owedByFund(context, householdId, day))
    change(fundOf(fund), (before) => ({
      ...before,
      netPayOwed: addPence(before.netPayOwed, owed.netPay),
      hmrcOwed: addPence(before.hmrcOwed, owed.hmrc),
      pensionOwed: addPence(before.pensionOwed, owed.pension),
      deductionsOwed: addPence(before.deductionsOwed, owed.deductions),
      overContribution: addPence(before.overContribution, owed.overContribution),
    }));
  for (const row of fundSumsOn(db, householdId, day))
    if (row.fund === OWN_FUND) ownMoney = takePence(ownMoney, pence(row.amount));
  const left = leftAlready(context, householdId, day);
  const pooled = pooledOwedOn(context, householdId, day);
  const earned = earnedNotRun(context, householdId, day);
  const holiday = holidayEarned(context, householdId, day);
  const next = nextPaymentOn(db, householdId, day);
  change(home, (before) => ({
    ...before,
    pooledOwed: pooled,
    earnedNotRun: earned,
    holidayEarned: holiday,
    ownMoney: ownMoney > 0 ? ownMoney : NO_MONEY,
  }));
  for (const bill of billsDue(db, householdId, day, billsPromisedUntil(db, householdId, day)))
    change(fundOf(bill.agreementId), (before) => ({ ...before, bills: [...before.bills, bill] }));
  // What has left the bank unexplained is taken from what the agreement that pays owes, then from the others.
  const inOrder = [home, ...[...found.keys()].filter((fund) => fund !== home)];
  for (const fund of inOrder) {
    const take = (kind: PromiseKind, owed: Pence): Pence => {
      const rest = stillOwed(owed, left[kind]);
      left[kind] = takePence(left[kind], takePence(owed, rest));
      return rest;
    };
    change(fund, (before) => ({
      ...before,
      netPayOwed: take('net-pay', before.netPayOwed),
      hmrcOwed: take('hmrc', before.hmrcOwed),
      pensionOwed: take('pension', before.pensionOwed),
      deductionsOwed: take('order', before.deductionsOwed),
      pooledOwed: take('pool', before.pooledOwed ?? NO_MONEY),
      overContribution: before.overContribution > 0 ? before.overContribution : NO_MONEY,
      ...(next === undefined ? {} : { nextPaymentOn: next }),
    }));
  }
  return found;
}

/** The promises of several funds as one. */
export function addedPromises(funds: readonly Promises[]): Promises {
  const sum = (of: (one: Promises) => Pence): Pence => sumPence(funds.map(of));
  return {
    ...(funds[0] ?? NOTHING_PROMISED),
    netPayOwed: sum((one) => one.netPayOwed),
    earnedNotRun: {
      grossPay: sum((one) => one.earnedNotRun.grossPay),
      employerCosts: sum((one) => one.earnedNotRun.employerCosts),
    },
    hmrcOwed: sum((one) => one.hmrcOwed),
    pensionOwed: sum((one) => one.pensionOwed),
    deductionsOwed: sum((one) => one.deductionsOwed),
    pooledOwed: sum((one) => one.pooledOwed ?? NO_MONEY),
    holidayEarned: sum((one) => one.holidayEarned),
    bills: funds.flatMap((one) => one.bills),
    ownMoney: sum((one) => one.ownMoney),
    overContribution: sum((one) => one.overContribution),
  };
}
