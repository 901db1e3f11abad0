import { addDays, type IsoDay } from '../dates';
import { type Explanation, moneyFigure } from '../explain';
import { type Pence, sumPence } from '../money';
import { ok, type Result, refused } from '../result';
import { type Exact, exact, exactPounds, exactText, penceNearest } from './exact';
import { irregularHoursHoliday, type WeeksPayReference, weeksPayReference } from './holiday-rates';

/** What was paid and worked in one week. */
export type HolidayReferenceWeek = {
  /** The last day of the week. */
  readonly weekEnding: IsoDay;
  /** Pay for the week that counts as normal pay, before deductions. */
  readonly pay: Pence;
  readonly minutesWorked: number;
  /** Whether any of it was sick leave, family leave, or sick or family statutory pay. */
  readonly onSickOrStatutoryLeave: boolean;
};

export type WeeksPay = {
  /** Average pay of the weeks counted, exact pounds as text. */
  readonly averagePay: string;
  /** Average minutes worked in them, exact as text. */
  readonly averageMinutes: string;
  readonly totalPay: Pence;
  readonly totalMinutes: number;
  readonly weeksCounted: number;
  readonly firstWeekEnding: IsoDay;
  readonly lastWeekEnding: IsoDay;
  readonly explanation: Explanation;
};

export type WeeksPayProblem = 'holiday-pay.no-paid-weeks';

/**
 * A week's pay where pay or hours vary: the average of the last 52 weeks with pay that ended before the leave starts.
 * Weeks without pay and weeks of sick or statutory leave are passed over, going back 104 weeks at most; with fewer
 * than 52, the weeks there are. Northern Ireland has a reference of its own. Source: WTR 1998 reg 16 with ERA 1996 ss221–224.
 */
export function weeksPay(
  weeks: readonly HolidayReferenceWeek[],
  leaveStart: IsoDay,
  reference: WeeksPayReference = weeksPayReference,
): Result<WeeksPay, WeeksPayProblem> {
  const ended = [...weeks]
    .filter((week) => week.weekEnding < leaveStart)
    .sort((a, b) => (a.weekEnding < b.weekEnding ? 1 : -1));
  const newest = ended[0];
  if (!newest) return refused('holiday-pay.no-paid-weeks');
  // The 104 weeks run back from the last week's end that fell before the leave, even if no row stands for that week.
  let lastEnd = newest.weekEnding;
  while (addDays(lastEnd, 7) < leaveStart) lastEnd = addDays(lastEnd, 7);
  const oldest = addDays(lastEnd, -7 * (reference.lookBackWeeks - 1));
  const counted = ended
    .filter((week) => week.weekEnding >= oldest && week.pay > 0 && !week.onSickOrStatutoryLeave)
    .slice(0, reference.weeks);
  const last = counted[0];
  const first = counted.at(-1);
  if (!last || !first) return refused('holiday-pay.no-paid-weeks');
  const totalPay = sumPence(counted.map((week) => week.pay));
  const totalMinutes = counted.reduce((total, week) => total + week.minutesWorked, 0);
  const averagePay = exactPounds(totalPay).div(counted.length);
  const averageMinutes = exact(totalMinutes).div(counted.length);
  return ok({
    averagePay: averagePay.toDecimalPlaces(20).toString(),
    averageMinutes: averageMinutes.toDecimalPlaces(20).toString(),
    totalPay,
    totalMinutes,
    weeksCounted: counted.length,
    firstWeekEnding: first.weekEnding,
    lastWeekEnding: last.weekEnding,
    explanation: {
      code: 'holiday.weeks-pay',
      values: {
        from: { kind: 'day', day: first.weekEnding },
        to: { kind: 'day', day: last.weekEnding },
      },
      steps: [
        {
          code: 'holiday.weeks-pay.total',
          values: { weeks: { kind: 'count', count: counted.length } },
          result: moneyFigure(totalPay),
        },
        {
          code: 'holiday.weeks-pay.average',
          values: { weeks: { kind: 'count', count: counted.length } },
          result: { kind: 'exact-money', pounds: exactText(averagePay) },
          source: reference.source,
        },
      ],
      result: { kind: 'exact-money', pounds: exactText(averagePay) },
      sources: [reference.source],
    },
  });
}

/** A week's pay for somebody whose hours and pay do not vary: the normal weekly pay, over the normal hours. */
export function fixedWeeksPay(normalPay: Pence, normalMinutes: number, on: IsoDay): WeeksPay {
  const figure = moneyFigure(normalPay);
  return {
    averagePay: exactPounds(normalPay).toString(),
    averageMinutes: exact(normalMinutes).toString(),
    totalPay: normalPay,
    totalMinutes: normalMinutes,
    weeksCounted: 1,
    firstWeekEnding: on,
    lastWeekEnding: on,
    explanation: {
      code: 'holiday.weeks-pay',
      values: {},
      steps: [{ code: 'holiday.weeks-pay.fixed', values: {}, result: figure }],
      result: figure,
      sources: [weeksPayReference.source],
    },
  };
}

export type HolidayPay = { readonly amount: Pence; readonly explanation: Explanation };

export type HolidayPayProblem = 'holiday-pay.no-hours' | 'holiday-pay.no-working-days';

/** Holiday pay for minutes of leave: a week's pay ÷ a week's minutes × the minutes taken, to the nearest penny. */
export function holidayPayForMinutes(week: WeeksPay, minutes: number): Result<HolidayPay, HolidayPayProblem> {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new Error(`Not minutes: ${minutes}`);
  if (week.totalMinutes <= 0) return refused('holiday-pay.no-hours');
  const total = exactPounds(week.totalPay);
  return ok(
    paid(week, total.times(minutes).div(week.totalMinutes), {
      code: 'holiday.pay-for-hours',
      values: {
        taken: { kind: 'minutes', minutes },
        hourly: {
          kind: 'rate',
          pounds: exactText(total.times(60).div(week.totalMinutes)),
          per: 'hour',
        },
      },
    }),
  );
}

/** Holiday pay for days of leave: a week's pay ÷ the days worked in a week × the days taken. Days are decimals as text. */
export function holidayPayForDays(
  week: WeeksPay,
  days: string,
  daysPerWeek: string,
): Result<HolidayPay, HolidayPayProblem> {
  if (exact(daysPerWeek).lessThanOrEqualTo(0)) return refused('holiday-pay.no-working-days');
  const total = exactPounds(week.totalPay);
  return ok(
    paid(week, total.times(days).div(exact(daysPerWeek).times(week.weeksCounted)), {
      code: 'holiday.pay-for-days',
      values: {
        taken: { kind: 'decimal', value: days },
        daysPerWeek: { kind: 'decimal', value: daysPerWeek },
      },
    }),
  );
}

function paid(
  week: WeeksPay,
  pounds: Exact,
  step: Pick<Explanation['steps'][number], 'code' | 'values'>,
): HolidayPay {
  const amount = penceNearest(pounds);
  const result = moneyFigure(amount);
  return {
    amount,
    explanation: {
      code: 'pay.holiday',
      values: step.values,
      steps: [...week.explanation.steps, { ...step, result, source: weeksPayReference.source }],
      result,
      sources: [weeksPayReference.source],
    },
  };
}

/**
 * Rolled-up holiday pay: 12.07% of all pay for work done in the pay period, to the nearest penny, on a line of its own.
 * Only for irregular-hours and part-year workers. Source: WTR 1998 reg 16A.
 */
export function rolledUpHolidayPay(payForWork: Pence): HolidayPay {
  const amount = penceNearest(exactPounds(payForWork).times(irregularHoursHoliday.percent).div(100));
  const result = moneyFigure(amount);
  return {
    amount,
    explanation: {
      code: 'pay.rolled-up-holiday',
      values: { pay: moneyFigure(payForWork) },
      steps: [
        {
          code: 'holiday.share-of-pay',
          values: {
            pay: moneyFigure(payForWork),
            percent: { kind: 'percent', percent: irregularHoursHoliday.percent.toString() },
          },
          result,
          source: irregularHoursHoliday.source,
        },
      ],
      result,
      sources: [irregularHoursHoliday.source],
    },
  };
}
