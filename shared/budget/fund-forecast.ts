import { addDays, addMonths, earlierDay, type IsoDay, partsOf } from '../dates';
import { type Pence, pence } from '../money';

/** Why money comes into a fund or goes out of it. */
export const FUND_FLOWS = [
  'payments',
  'contributions',
  'promised',
  'wages',
  'insurance',
  'pension',
  'holiday',
  'bills',
  'cover',
  'one-off',
] as const;
export type FundFlow = (typeof FUND_FLOWS)[number];

/** What comes in; all others go out. */
const COMES_IN: ReadonlySet<FundFlow> = new Set<FundFlow>(['payments', 'contributions']);

/** Whether a kind of flow comes in. */
export function comesIn(flow: FundFlow): boolean {
  return COMES_IN.has(flow);
}

/** Money that comes or goes on a day, always positive; its flow says which way. */
export type FundAmount = {
  readonly flow: FundFlow;
  readonly day: IsoDay;
  readonly amount: Pence;
  /** What it is, where it has a name: a bill, an agency. */
  readonly name?: string;
};

export type FundPlan = {
  readonly today: IsoDay;
  /** The last day that is looked at. */
  readonly to: IsoDay;
  /** What is in the fund at the end of today. */
  readonly balance: Pence;
  /** In any order; those up to today or after `to` are left out. */
  readonly amounts: readonly FundAmount[];
};

export type FundMonth = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly opening: Pence;
  /** By flow, as positive amounts. */
  readonly flows: Readonly<Record<FundFlow, Pence>>;
  readonly cameIn: Pence;
  readonly wentOut: Pence;
  /** opening + cameIn − wentOut. */
  readonly closing: Pence;
  /** The least there is at the end of any day of the month. */
  readonly lowest: Pence;
  readonly lowestOn: IsoDay;
};

export type FundForecast = {
  readonly months: readonly FundMonth[];
  /** What there is at the end of a day after today, up to the last; undefined outside. */
  readonly balanceOn: (day: IsoDay) => Pence | undefined;
  /** The first day at whose end there is less than nothing. */
  readonly firstShort: { readonly day: IsoDay; readonly short: Pence } | null;
};

type Flows = Record<FundFlow, number>;

function noFlows(): Flows {
  return {
    payments: 0,
    contributions: 0,
    promised: 0,
    wages: 0,
    insurance: 0,
    pension: 0,
    holiday: 0,
    bills: 0,
    cover: 0,
    'one-off': 0,
  };
}

function branded(flows: Flows): Readonly<Record<FundFlow, Pence>> {
  return flows as Readonly<Record<FundFlow, number>> as Readonly<Record<FundFlow, Pence>>;
}

/**
 * What will be in a fund month by month, from tomorrow to the last day: what was there, what comes, what goes, what is left.
 * Work costs on the day it is counted for, all in, so what is left is free of anything earned.
 */
export function fundForecast(plan: FundPlan): FundForecast {
  const byDay = new Map<IsoDay, FundAmount[]>();
  for (const one of plan.amounts) {
    if (one.day <= plan.today || one.day > plan.to) continue;
    const list = byDay.get(one.day);
    if (list) list.push(one);
    else byDay.set(one.day, [one]);
  }
  const months: FundMonth[] = [];
  const balances = new Map<IsoDay, Pence>();
  let balance: number = plan.balance;
  let firstShort: FundForecast['firstShort'] = null;
  for (let from = addDays(plan.today, 1); from <= plan.to; ) {
    const nextMonth = addMonths(addDays(from, 1 - partsOf(from).dayOfMonth), 1);
    const to = earlierDay(addDays(nextMonth, -1), plan.to);
    const opening = balance;
    const flows = noFlows();
    let lowest = Number.POSITIVE_INFINITY;
    let lowestOn = from;
    for (let day = from; day <= to; day = addDays(day, 1)) {
      for (const { flow, amount } of byDay.get(day) ?? []) {
        flows[flow] += amount;
        balance += comesIn(flow) ? amount : -amount;
      }
      balances.set(day, pence(balance));
      if (balance < lowest) [lowest, lowestOn] = [balance, day];
      if (balance < 0 && firstShort === null) firstShort = { day, short: pence(-balance) };
    }
    const cameIn = flows.payments + flows.contributions;
    const all = Object.values(flows).reduce((sum, one) => sum + one, 0);
    months.push({
      from,
      to,
      opening: pence(opening),
      flows: branded(flows),
      cameIn: pence(cameIn),
      wentOut: pence(all - cameIn),
      closing: pence(balance),
      lowest: pence(lowest),
      lowestOn,
    });
    from = nextMonth;
  }
  return { months, balanceOn: (day) => balances.get(day), firstShort };
}
