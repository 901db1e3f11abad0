import { addDays, addMonths, daysFromTo, type IsoDay, partsOf, type Weekday, weekdayOf } from '../dates';
import { type Pence, pence } from '../money';

/** Something that comes or goes again and again, or once. */
export type Schedule =
  | { readonly every: 'weeks'; readonly count: number; readonly firstOn: IsoDay; readonly lastOn?: IsoDay }
  | { readonly every: 'months'; readonly count: number; readonly firstOn: IsoDay; readonly lastOn?: IsoDay }
  | { readonly every: 'once'; readonly firstOn: IsoDay };

export type PlannedAmount = {
  readonly id: string;
  readonly name: string;
  /** Positive; whether it comes or goes is said by the list it is in. */
  readonly amount: Pence;
  readonly schedule: Schedule;
};

/** What the PAs cost a week in all: gross pay and everything on top. The latest one that has begun holds. */
export type WeeklyWages = { readonly from: IsoDay; readonly amount: Pence };

export type ForecastPlan = {
  readonly today: IsoDay;
  /** What there is at the end of today. */
  readonly balance: Pence;
  readonly income: readonly PlannedAmount[];
  readonly weeklyWages: readonly WeeklyWages[];
  /** The weekday wages are counted on. */
  readonly payWeekday: Weekday;
  readonly bills: readonly PlannedAmount[];
  /** 12 unless said otherwise; the month tomorrow is in is the first. */
  readonly months?: number;
};

export type ForecastMonth = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly opening: Pence;
  readonly income: Pence;
  readonly wages: Pence;
  readonly bills: Pence;
  /** opening + income − wages − bills. */
  readonly closing: Pence;
  /** The least there is at the end of any day of the month. */
  readonly lowest: Pence;
  readonly lowestOn: IsoDay;
};

/** The days a schedule falls on from `from` to `to`, both included. */
export function daysOfSchedule(schedule: Schedule, from: IsoDay, to: IsoDay): readonly IsoDay[] {
  if (schedule.every === 'once') {
    return schedule.firstOn >= from && schedule.firstOn <= to ? [schedule.firstOn] : [];
  }
  if (!Number.isInteger(schedule.count) || schedule.count < 1) {
    throw new Error(`A schedule repeats every 1 or more ${schedule.every}, not ${schedule.count}`);
  }
  const days: IsoDay[] = [];
  for (let index = 0; ; index += 1) {
    // Months are counted from the first day, so that the 31st stays the 31st where a month has one.
    const day =
      schedule.every === 'weeks'
        ? addDays(schedule.firstOn, index * schedule.count * 7)
        : addMonths(schedule.firstOn, index * schedule.count);
    if (day > to || (schedule.lastOn !== undefined && day > schedule.lastOn)) return days;
    if (day >= from) days.push(day);
  }
}

type ForecastDay = {
  readonly day: IsoDay;
  readonly income: number;
  readonly wages: number;
  readonly bills: number;
  readonly balance: number;
};

function forecastDays(plan: ForecastPlan): readonly ForecastDay[] {
  const from = addDays(plan.today, 1);
  const firstOfMonth = addDays(from, 1 - partsOf(from).dayOfMonth);
  const end = addDays(addMonths(firstOfMonth, plan.months ?? 12), -1);
  const totals = (planned: readonly PlannedAmount[]): ReadonlyMap<IsoDay, number> => {
    const byDay = new Map<IsoDay, number>();
    for (const { amount, schedule } of planned) {
      for (const day of daysOfSchedule(schedule, from, end)) byDay.set(day, (byDay.get(day) ?? 0) + amount);
    }
    return byDay;
  };
  const incomeOn = totals(plan.income);
  const billsOn = totals(plan.bills);
  const weekly = plan.weeklyWages.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let balance: number = plan.balance;
  return daysFromTo(from, end).map((day) => {
    const income = incomeOn.get(day) ?? 0;
    const isPayDay = weekdayOf(day) === plan.payWeekday;
    const wages = isPayDay ? (weekly.findLast((week) => week.from <= day)?.amount ?? 0) : 0;
    const bills = billsOn.get(day) ?? 0;
    balance += income - wages - bills;
    return { day, income, wages, bills, balance };
  });
}

/** What there is forecast to be at the end of each day, from tomorrow on. */
export function forecastBalances(plan: ForecastPlan): ReadonlyMap<IsoDay, Pence> {
  return new Map(forecastDays(plan).map(({ day, balance }) => [day, pence(balance)]));
}

/** The balance month by month, from tomorrow on: what comes in, the wages of each week and the known bills. */
export function forecastMonths(plan: ForecastPlan): readonly ForecastMonth[] {
  const months: ForecastMonth[] = [];
  let opening: number = plan.balance;
  let days: ForecastDay[] = [];
  const forecast = forecastDays(plan);
  for (const [index, day] of forecast.entries()) {
    days.push(day);
    const first = days[0] ?? day;
    if (forecast[index + 1]?.day.slice(0, 7) === day.day.slice(0, 7)) continue;
    const total = (of: (day: ForecastDay) => number): Pence =>
      pence(days.reduce((sum, one) => sum + of(one), 0));
    const lowest = days.reduce((least, one) => (one.balance < least.balance ? one : least), first);
    months.push({
      from: first.day,
      to: day.day,
      opening: pence(opening),
      income: total((one) => one.income),
      wages: total((one) => one.wages),
      bills: total((one) => one.bills),
      closing: pence(day.balance),
      lowest: pence(lowest.balance),
      lowestOn: lowest.day,
    });
    opening = day.balance;
    days = [];
  }
  return months;
}
