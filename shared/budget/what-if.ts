import { z } from 'zod';
import { addDays, daysBetween, earlierDay, type IsoDay, isIsoDay, laterDay } from '../dates';
import { type Pence, pence } from '../money';
import { parseRate, rateText, type WorkerRate } from '../rota/rate';
import { isStaffed, type RotaShift } from '../rota/shift';
import type { FundAmount } from './fund-forecast';

const day = z.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value), {
  message: 'day.not-a-date',
});
const id = z.string().min(1).max(64);
const name = z.string().trim().min(1, { message: 'text.empty' }).max(200, { message: 'text.too-long' });
const amount = z.custom<Pence>(
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 100_000_000,
  { message: 'money.not-an-amount' },
);
/** Pounds an hour, exact text with at most four decimals. */
const hourly = z.string().refine((text) => parseRate(text).ok, { message: 'rate.not-a-rate' });

/** One thing that could be otherwise. Nothing real is changed by it. */
export const whatIfChangeSchema = z.discriminatedUnion('kind', [
  /** Pay by the hour goes up from a day on, for one PA or (null) all. Rates a shift go up only in hundredths of a per cent. */
  z.strictObject({
    kind: z.literal('rate-rise'),
    workerId: id.nullable(),
    from: day,
    by: z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('percent'), hundredths: z.int().min(1).max(10_000) }),
      z.strictObject({ how: z.literal('more-an-hour'), pounds: hourly }),
      /** No hour is paid less than this: a new minimum wage. */
      z.strictObject({ how: z.literal('at-least'), pounds: hourly }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('new-pa'),
    name,
    from: day,
    to: day.nullable(),
    weeklyMinutes: z.int().min(1).max(10_080),
    pounds: hourly,
    inPension: z.boolean(),
  }),
  /** More or (below nothing) fewer hours a week of a PA, at what the PA's hours of the week cost. */
  z.strictObject({
    kind: z.literal('hours'),
    workerId: id,
    from: day,
    to: day.nullable(),
    weeklyMinutes: z
      .int()
      .min(-10_080)
      .max(10_080)
      .refine((value) => value !== 0, { message: 'hours.empty' }),
  }),
  /** A PA is away and each of their hours is covered at a price all in; `weeklySickPay` is still paid to the PA. */
  z.strictObject({
    kind: z.literal('cover'),
    workerId: id,
    from: day,
    to: day,
    pounds: hourly,
    weeklySickPay: amount,
  }),
  /** A PA leaves after a day; `endingCosts` are notice and redundancy, where they are due. */
  z.strictObject({ kind: z.literal('leaving'), workerId: id, lastDay: day, endingCosts: amount }),
  /** The authority pays another amount from a day on, each time it pays; the contribution likewise. */
  z.strictObject({ kind: z.literal('funding'), from: day, amount, contribution: amount }),
  z.strictObject({ kind: z.literal('one-off'), name, on: day, amount }),
]);
export type WhatIfChange = z.infer<typeof whatIfChangeSchema>;

export const whatIfChangesSchema = z.array(whatIfChangeSchema).max(20);

/** What a PA's work of a week costs, by what it is. */
export type PayWeek = {
  readonly monday: IsoDay;
  readonly workerId: string;
  /** The day it is counted on: the Sunday, or the last day that is looked at. */
  readonly day: IsoDay;
  /** Real minutes without sleep-ins. */
  readonly minutes: number;
  readonly wages: Pence;
  readonly insurance: Pence;
  readonly pension: Pence;
  readonly holiday: Pence;
};

/** What comes on top of a week's wages of a PA, or of a new one (`null`) who is in a pension or not. */
export type OnCostOf = (
  workerId: string | null,
  wages: Pence,
  monday: IsoDay,
  inPension: boolean,
) => { readonly insurance: Pence; readonly pension: Pence; readonly holiday: Pence };

/** Rates with each rise in them: a rate that runs on from its day, and those that begin later. */
export function ratesAfter(
  rates: readonly WorkerRate[],
  changes: readonly WhatIfChange[],
): readonly WorkerRate[] {
  let now = rates;
  for (const change of changes) if (change.kind === 'rate-rise') now = raised(now, change);
  return now;
}

type Rise = Extract<WhatIfChange, { readonly kind: 'rate-rise' }>;

function raised(rates: readonly WorkerRate[], rise: Rise): readonly WorkerRate[] {
  const isMeant = (rate: WorkerRate): boolean => rise.workerId === null || rate.workerId === rise.workerId;
  const later = rates.map((rate) => (isMeant(rate) && rate.from >= rise.from ? withRise(rate, rise) : rate));
  const running = new Map<string, WorkerRate>();
  for (const rate of rates) {
    if (!isMeant(rate) || rate.from >= rise.from) continue;
    const key = `${rate.workerId} ${rate.kindOfWork}`;
    const known = running.get(key);
    if (known === undefined || known.from < rate.from) running.set(key, rate);
  }
  const begins = new Set(later.map((rate) => `${rate.workerId} ${rate.kindOfWork} ${rate.from}`));
  const added = [...running.values()].flatMap((rate): WorkerRate[] => {
    const ended = rate.to !== undefined && rate.to !== null && rate.to < rise.from;
    if (ended || begins.has(`${rate.workerId} ${rate.kindOfWork} ${rise.from}`)) return [];
    return [{ ...withRise(rate, rise), from: rise.from }];
  });
  return [...later, ...added];
}

function tenThousandths(pounds: string): number {
  const read = parseRate(pounds);
  if (!read.ok) throw new Error(`Not a rate: ${pounds}`);
  return read.value;
}

function withRise(rate: WorkerRate, { by }: Rise): WorkerRate {
  const now = tenThousandths(rate.pounds);
  const to = ((): number => {
    switch (by.how) {
      case 'percent':
        // To the nearest ten-thousandth of a pound, a half up.
        return Math.floor((now * (10_000 + by.hundredths) + 5_000) / 10_000);
      case 'more-an-hour':
        return rate.per === 'hour' ? now + tenThousandths(by.pounds) : now;
      case 'at-least':
        return rate.per === 'hour' ? Math.max(now, tenThousandths(by.pounds)) : now;
    }
  })();
  return { ...rate, pounds: rateText(to) };
}

/** The rota without the shifts of who has left and of who is away and covered. */
export function shiftsAfter(
  shifts: readonly RotaShift[],
  changes: readonly WhatIfChange[],
): readonly RotaShift[] {
  const gone = changes.filter((change) => change.kind === 'leaving' || change.kind === 'cover');
  if (gone.length === 0) return shifts;
  return shifts.filter(
    (shift) =>
      !gone.some((change) =>
        change.workerId !== shift.workerId
          ? false
          : change.kind === 'leaving'
            ? shift.day > change.lastDay
            : shift.day >= change.from && shift.day <= change.to,
      ),
  );
}

/** What the covers of a what-if cost, day by day, and the sick pay that goes on meanwhile. */
export function coverAmounts(
  shifts: readonly RotaShift[],
  changes: readonly WhatIfChange[],
  today: IsoDay,
): readonly FundAmount[] {
  return changes.flatMap((change): FundAmount[] => {
    if (change.kind !== 'cover') return [];
    const rate = tenThousandths(change.pounds);
    const from = laterDay(change.from, addDays(today, 1));
    if (change.to < from) return [];
    const covered = shifts
      .filter((one) => one.workerId === change.workerId && isStaffed(one))
      .filter((one) => one.day >= from && one.day <= change.to)
      // Ten-thousandths of a pound an hour, for minutes, in pence: a 6,000th.
      .map((one): FundAmount => {
        return {
          flow: 'cover',
          day: one.day,
          amount: pence(Math.floor((one.minutes * rate + 3_000) / 6_000)),
        };
      });
    const days = daysBetween(from, change.to) + 1;
    const sickPay = pence(Math.floor((2 * change.weeklySickPay * days + 7) / 14));
    return sickPay === 0 ? covered : [...covered, { flow: 'wages', day: change.to, amount: sickPay }];
  });
}

/** Of the days of a week that count, how many lie from one day to another. */
function daysWithin(week: CountedWeek, firstDay: IsoDay, from: IsoDay, to: IsoDay | null): number {
  const start = laterDay(laterDay(week.monday, firstDay), from);
  const end = to === null ? week.day : earlierDay(week.day, to);
  return end < start ? 0 : daysBetween(start, end) + 1;
}

/** A share of a whole number by days of seven, to the nearest, a half up; the same either side of nothing. */
function shareOfWeek(amount: number, days: number): number {
  const size = Math.floor((2 * Math.abs(amount) * days + 7) / 14);
  return amount < 0 ? -size : size;
}

type CountedWeek = { readonly monday: IsoDay; readonly day: IsoDay };

/** A PA's pay of a week at a rate an hour, with what comes on top. */
function weekAt(
  week: CountedWeek,
  workerId: string,
  minutes: number,
  pounds: string,
  onCost: ReturnType<OnCostOf>,
): PayWeek {
  return { ...week, workerId, minutes, wages: wagesAt(minutes, pounds), ...onCost };
}

/** Ten-thousandths of a pound an hour, for minutes, in pence: a 6,000th, to the nearest, a half up. */
function wagesAt(minutes: number, pounds: string): Pence {
  return pence(Math.floor((minutes * tenThousandths(pounds) + 3_000) / 6_000));
}

/**
 * The weeks with more or fewer hours and new PAs in them. On-costs of a week that changes are worked out anew, as National
 * Insurance and pension begin only above so much a week. `hourlyOf` is what a PA with no hours in a week is paid.
 */
export function weeksAfter(
  weeks: readonly PayWeek[],
  changes: readonly WhatIfChange[],
  days: { readonly weeks: readonly CountedWeek[]; readonly firstDay: IsoDay },
  onCostOf: OnCostOf,
  hourlyOf: (workerId: string, on: IsoDay) => string | null,
): readonly PayWeek[] {
  const more = new Map<string, Map<IsoDay, number>>();
  for (const change of changes) {
    if (change.kind !== 'hours') continue;
    const own = more.get(change.workerId) ?? new Map<IsoDay, number>();
    more.set(change.workerId, own);
    for (const week of days.weeks) {
      const share = shareOfWeek(
        change.weeklyMinutes,
        daysWithin(week, days.firstDay, change.from, change.to),
      );
      own.set(week.monday, (own.get(week.monday) ?? 0) + share);
    }
  }
  const changed = weeks.map((week) => {
    const minutes = Math.max(0, week.minutes + (more.get(week.workerId)?.get(week.monday) ?? 0));
    if (minutes === week.minutes || week.minutes === 0) return week;
    const wages = pence(Math.floor((2 * week.wages * minutes + week.minutes) / (2 * week.minutes)));
    return { ...week, minutes, wages, ...onCostOf(week.workerId, wages, week.monday, false) };
  });
  const onRota = new Set(
    weeks.filter((week) => week.minutes > 0).map((week) => `${week.workerId} ${week.monday}`),
  );
  const fresh = [...more].flatMap(([workerId, own]) =>
    days.weeks.flatMap((week): PayWeek[] => {
      const minutes = own.get(week.monday) ?? 0;
      const pounds = hourlyOf(workerId, week.day);
      if (minutes <= 0 || pounds === null || onRota.has(`${workerId} ${week.monday}`)) return [];
      return [
        weekAt(
          week,
          workerId,
          minutes,
          pounds,
          onCostOf(workerId, wagesAt(minutes, pounds), week.monday, false),
        ),
      ];
    }),
  );
  const added = changes.flatMap((change) => {
    if (change.kind !== 'new-pa') return [];
    return days.weeks.flatMap((week): PayWeek[] => {
      const minutes = shareOfWeek(
        change.weeklyMinutes,
        daysWithin(week, days.firstDay, change.from, change.to),
      );
      if (minutes === 0) return [];
      const onCost = onCostOf(null, wagesAt(minutes, change.pounds), week.monday, change.inPension);
      return [weekAt(week, '', minutes, change.pounds, onCost)];
    });
  });
  return [...changed, ...fresh, ...added];
}

/** The costs of weeks as amounts of a fund. */
export function weekAmounts(weeks: readonly PayWeek[]): readonly FundAmount[] {
  return weeks.flatMap(({ day: on, wages, insurance, pension, holiday }): FundAmount[] => [
    { flow: 'wages', day: on, amount: wages },
    { flow: 'insurance', day: on, amount: insurance },
    { flow: 'pension', day: on, amount: pension },
    { flow: 'holiday', day: on, amount: holiday },
  ]);
}

/** What an agreement pays each time, from the last change of funding that has begun; the amounts themselves before it. */
export function fundingOn(
  changes: readonly WhatIfChange[],
  on: IsoDay,
  now: { readonly amount: Pence; readonly contribution: Pence },
): { readonly amount: Pence; readonly contribution: Pence } {
  const begun = changes
    .filter((change) => change.kind === 'funding')
    .filter((change) => change.from <= on)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  return begun === undefined ? now : { amount: begun.amount, contribution: begun.contribution };
}

/** What a what-if costs once: ending costs, and what is bought. */
export function oneOffAmounts(changes: readonly WhatIfChange[]): readonly FundAmount[] {
  return changes.flatMap((change): FundAmount[] => {
    if (change.kind === 'one-off')
      return [{ flow: 'one-off', day: change.on, amount: change.amount, name: change.name }];
    if (change.kind === 'leaving' && change.endingCosts > 0)
      return [{ flow: 'one-off', day: change.lastDay, amount: change.endingCosts }];
    return [];
  });
}
