import { addDays, daysBetween, earlierDay, type IsoDay, laterDay, mondayOf } from '../dates';
import { addPence, NO_MONEY, type Pence, pence, takePence } from '../money';
import { openRateBook, type RateBook, type WorkerRate } from './rate';
import type { RotaShift } from './shift';
import { type WindowCost, type WorkerCost, windowCost } from './week-cost';

/** What an employer pays on top of a week's wages: NI, pension, holiday as it builds up, at the rates of that week. */
export type WeekOnCost = (workerId: string, weekWages: Pence, monday: IsoDay) => Pence;

/** What an agreement pays: `amount` for each `days` / `over` days (a month is 365 / 12), own contribution included. */
export type AgreementPay = {
  readonly agreementId: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly amount: Pence;
  readonly days: number;
  readonly over: number;
};

/** Money that comes, or a cost beside the rota that goes (insurance, an agency, a fee), on a day. */
export type DatedAmount = { readonly day: IsoDay; readonly amount: Pence };

export type CostForecastInput = {
  /**
   * Shifts as `rotaForWindow` gives them, in any order. With those of the whole first and last week, a part of a week is
   * given its share of the week's on-costs.
   */
  readonly shifts: readonly RotaShift[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly rates: readonly WorkerRate[];
  readonly onCost: WeekOnCost;
  /** What is paid on top for a cover, where it is known. */
  readonly premiumOf?: (shift: RotaShift) => Pence;
  readonly agreements: readonly AgreementPay[];
  /** What there is to spend before the first day, the payments that come and the other costs. */
  readonly balance: Pence;
  readonly payments: readonly DatedAmount[];
  readonly otherCosts: readonly DatedAmount[];
};

export type CostOfDays = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly minutes: number;
  readonly sleepIns: number;
  readonly wages: Pence;
  readonly onCosts: Pence;
  readonly otherCosts: Pence;
  readonly cost: Pence;
  /** What the agreements pay for these days, by days. */
  readonly pays: Pence;
  /** pays − cost; negative when it costs more than is paid. */
  readonly left: Pence;
  /** False when a shift has no rate: then the cost is too low. */
  readonly complete: boolean;
};

export type ForecastWeek = CostOfDays & {
  readonly monday: IsoDay;
  /** pays − cost of all weeks so far. */
  readonly leftSoFar: Pence;
  /** Payments that come in the week, and what there is at its end: work counts in the week it is done. */
  readonly paidIn: Pence;
  readonly balance: Pence;
};

export type CostForecast = {
  /** Monday to Sunday; the first and last may be part of a week. */
  readonly weeks: readonly ForecastWeek[];
  readonly whole: CostOfDays;
  /** From the first day to the end of each agreement that ends in the window, or to the window's end; by its id. */
  readonly ends: readonly (CostOfDays & { readonly agreementId: string })[];
  /** The first week by whose end all work so far has cost more than is paid for its time. */
  readonly firstOver: { readonly monday: IsoDay; readonly over: Pence } | null;
  /** The first week at whose end there is less than nothing. */
  readonly runsOut: { readonly monday: IsoDay; readonly short: Pence } | null;
};

/** A whole number of pence, to the nearest, a half up: nothing published says how a share of days is rounded. */
function nearest(amount: number, parts: number): Pence {
  return pence(Math.floor((2 * amount + parts) / (2 * parts)));
}

/**
 * What an agreement pays for its days from `from` to `to`. Counted from its first day, so that the shares of weeks that
 * follow on one another add up to the share of them all.
 */
export function paysFor(agreement: AgreementPay, from: IsoDay, to: IsoDay): Pence {
  const first = laterDay(agreement.from, from);
  const last = agreement.to === null ? to : earlierDay(agreement.to, to);
  if (last < first) return NO_MONEY;
  const until = (days: number): Pence => nearest(agreement.amount * agreement.over * days, agreement.days);
  const before = daysBetween(agreement.from, first);
  return takePence(until(before + daysBetween(first, last) + 1), until(before));
}

/** The rota's cost with all on-costs, week by week and to the end of each agreement, against what is paid. */
export function costForecast(input: CostForecastInput): CostForecast {
  const { from, to } = input;
  const book = openRateBook(input.rates);
  const weekOf = groupByWeek(input.shifts);
  const whole = new Map<IsoDay, WindowCost>();
  const costOfWeek = (monday: IsoDay): WindowCost => {
    const known = whole.get(monday);
    if (known !== undefined) return known;
    const cost = costOf(input, book, input.onCost, weekOf.get(monday) ?? [], {
      from: monday,
      to: addDays(monday, 6),
    });
    whole.set(monday, cost);
    return cost;
  };
  const part = (first: IsoDay, last: IsoDay): CostOfDays => {
    const workers: WorkerCost[] = [];
    for (let start = first; start <= last; ) {
      const monday = mondayOf(start);
      const end = earlierDay(addDays(monday, 6), last);
      const week = costOfWeek(monday);
      if (start === monday && end === addDays(monday, 6)) workers.push(...week.workers);
      else workers.push(...shareOf(input, book, weekOf.get(monday) ?? [], { from: start, to: end }, week));
      start = addDays(end, 1);
    }
    return addUp(input, first, last, workers);
  };

  const weeks: ForecastWeek[] = [];
  let leftSoFar = NO_MONEY;
  let { balance } = input;
  for (let start = from; start <= to; ) {
    const monday = mondayOf(start);
    const end = earlierDay(addDays(monday, 6), to);
    const cost = part(start, end);
    const paidIn = sumWithin(input.payments, start, end);
    leftSoFar = addPence(leftSoFar, cost.left);
    balance = takePence(addPence(balance, paidIn), cost.cost);
    weeks.push({ ...cost, monday, leftSoFar, paidIn, balance });
    start = addDays(end, 1);
  }
  const over = weeks.find((week) => week.leftSoFar < 0);
  const out = weeks.find((week) => week.balance < 0);
  return {
    weeks,
    whole: part(from, to),
    ends: input.agreements
      .filter((one) => one.from <= to && (one.to === null || one.to >= from))
      .toSorted((a, b) => (a.agreementId < b.agreementId ? -1 : 1))
      .map((one) => ({
        agreementId: one.agreementId,
        ...part(from, one.to === null ? to : earlierDay(one.to, to)),
      })),
    firstOver: over === undefined ? null : { monday: over.monday, over: takePence(NO_MONEY, over.leftSoFar) },
    runsOut: out === undefined ? null : { monday: out.monday, short: takePence(NO_MONEY, out.balance) },
  };
}

function groupByWeek(shifts: readonly RotaShift[]): ReadonlyMap<IsoDay, readonly RotaShift[]> {
  const weeks = new Map<IsoDay, RotaShift[]>();
  for (const shift of shifts) {
    const monday = mondayOf(shift.day);
    const week = weeks.get(monday);
    if (week) week.push(shift);
    else weeks.set(monday, [shift]);
  }
  return weeks;
}

/** Days of one week. */
type Days = { readonly from: IsoDay; readonly to: IsoDay };

function costOf(
  { premiumOf }: Pick<CostForecastInput, 'premiumOf'>,
  rates: RateBook,
  weekOnCost: WeekOnCost,
  shifts: readonly RotaShift[],
  days: Days,
): WindowCost {
  const monday = mondayOf(days.from);
  const onCost = (workerId: string, wages: Pence): Pence => weekOnCost(workerId, wages, monday);
  return windowCost({ shifts, ...days, rates, onCost, ...(premiumOf === undefined ? {} : { premiumOf }) });
}

/** Some days of a week: each worker's on-costs are those of the whole week in the measure of the wages. */
function shareOf(
  input: Pick<CostForecastInput, 'premiumOf'>,
  rates: RateBook,
  shifts: readonly RotaShift[],
  days: Days,
  week: WindowCost,
): readonly WorkerCost[] {
  return costOf(input, rates, () => NO_MONEY, shifts, days).workers.map((one) => {
    const all = week.workers.find((other) => other.workerId === one.workerId);
    const onCosts =
      all === undefined || all.wages === 0 ? NO_MONEY : nearest(all.onCosts * one.wages, all.wages);
    return { ...one, onCosts, total: addPence(one.wages, onCosts) };
  });
}

/** What a PA's shifts of one week, or of the days of it that are asked for, cost. */
export type WorkerWeek = WorkerCost & { readonly monday: IsoDay };

/**
 * What some days cost by PA and week: National Insurance is counted by the week, however many weeks there are. With
 * `shifts` of the whole first and last week, a part of a week has its share of that week's on-costs.
 */
export function costByWorkerAndWeek(input: {
  readonly shifts: readonly RotaShift[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly rates: RateBook;
  readonly onCost: WeekOnCost;
  /** What is paid on top for a cover, where it is known. */
  readonly premiumOf?: (shift: RotaShift) => Pence;
}): readonly WorkerWeek[] {
  const { from, to, onCost, rates: book } = input;
  return [...groupByWeek(input.shifts)].flatMap(([monday, shifts]): WorkerWeek[] => {
    const sunday = addDays(monday, 6);
    if (sunday < from || monday > to) return [];
    const week = costOf(input, book, onCost, shifts, { from: monday, to: sunday });
    const isWhole = from <= monday && sunday <= to;
    const workers = isWhole
      ? week.workers
      : shareOf(input, book, shifts, { from: laterDay(from, monday), to: earlierDay(to, sunday) }, week);
    return workers.map((one) => ({ ...one, monday }));
  });
}

function sumWithin(amounts: readonly DatedAmount[], from: IsoDay, to: IsoDay): Pence {
  let sum = 0;
  for (const { day, amount } of amounts) if (day >= from && day <= to) sum += amount;
  return pence(sum);
}

function addUp(
  input: CostForecastInput,
  from: IsoDay,
  to: IsoDay,
  workers: readonly WorkerCost[],
): CostOfDays {
  let minutes = 0;
  let sleepIns = 0;
  let wages = 0;
  let onCosts = 0;
  for (const worker of workers) {
    minutes += worker.minutes;
    sleepIns += worker.sleepIns;
    wages += worker.wages;
    onCosts += worker.onCosts;
  }
  const otherCosts = sumWithin(input.otherCosts, from, to);
  const cost = pence(wages + onCosts + otherCosts);
  const pays = addPence(...input.agreements.map((agreement) => paysFor(agreement, from, to)));
  return {
    from,
    to,
    minutes,
    sleepIns,
    wages: pence(wages),
    onCosts: pence(onCosts),
    otherCosts,
    cost,
    pays,
    left: takePence(pays, cost),
    complete: workers.every((worker) => worker.withoutRate.length === 0),
  };
}
