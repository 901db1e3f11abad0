import { addMonths, type IsoDay } from '../dates';
import type { Explanation, Figure, Step } from '../explain';
import { type Exact, exact, exactText, roundedToNearest } from './exact';
import { irregularHoursAccrual, leaveYearOf } from './holiday-entitlement';
import { irregularHoursHoliday, statutoryHoliday } from './holiday-rates';

/** How holiday is earned in the leave year. */
export type HolidayEarned =
  /** A number for the whole leave year, already worked out: days or hours as a decimal text. */
  | { readonly kind: 'whole-year'; readonly amount: string; readonly unit: 'days' | 'hours' }
  /** 12.07% of the hours of each pay period, on its last day. */
  | {
      readonly kind: 'irregular-hours';
      readonly periods: readonly {
        readonly lastDay: IsoDay;
        readonly minutesWorked: number;
        /** Whole hours earned in it while away sick or on statutory leave. */
        readonly hoursEarnedAway?: number;
      }[];
      /** Hours that five and three fifths average weeks come to, or 28 average days: no more can be earned. */
      readonly mostHours?: string;
    };

/** Holiday taken or booked: on its first day, in the unit of the balance, as a decimal text. */
export type HolidayTaken = { readonly firstDay: IsoDay; readonly amount: string };

export type HolidayBalance = {
  readonly leaveYear: { readonly from: IsoDay; readonly to: IsoDay };
  readonly unit: 'days' | 'hours';
  /** Earned up to today, brought-over leave apart. Decimals as text, like all amounts here. */
  readonly earned: string;
  readonly broughtOver: string;
  /** Taken up to and with today. */
  readonly taken: string;
  /** In the leave year after today. */
  readonly booked: string;
  /** Earned and brought over, less taken; below nought when more was taken than earned. */
  readonly left: string;
  /** The same, less what is booked. */
  readonly leftAfterBooked: string;
  readonly explanation: Explanation;
};

/**
 * What a person has earned, taken, booked and left in the leave year that today is in.
 * Any day of any leave year's start will do for `leaveYearStart`. Source: WTR 1998 regs 13, 13A and 15B.
 */
export function holidayBalance(input: {
  readonly leaveYearStart: IsoDay;
  readonly today: IsoDay;
  readonly earned: HolidayEarned;
  readonly taken: readonly HolidayTaken[];
  readonly broughtOver?: string;
}): HolidayBalance {
  const { from, to } = leaveYearOf(input.leaveYearStart, input.today);
  const steps: Step[] = [];
  const earned = earnedSoFar(input.earned, from, input.today, steps);
  const broughtOver = exact(input.broughtOver ?? '0');
  const inYear = input.taken.filter((each) => from <= each.firstDay && each.firstDay <= to);
  const taken = total(inYear.filter((each) => each.firstDay <= input.today));
  const booked = total(inYear.filter((each) => each.firstDay > input.today));
  const left = earned.plus(broughtOver).minus(taken);
  const result = decimal(left);
  if (!broughtOver.isZero())
    steps.push({ code: 'holiday.brought-over', values: {}, result: decimal(broughtOver) });
  steps.push({ code: 'holiday.taken', values: {}, result: decimal(taken) });
  steps.push({
    code: 'holiday.left',
    values: { earned: decimal(earned), broughtOver: decimal(broughtOver), taken: decimal(taken) },
    result,
  });
  const unit = input.earned.kind === 'whole-year' ? input.earned.unit : 'hours';
  return {
    leaveYear: { from, to },
    unit,
    earned: exactText(earned),
    broughtOver: exactText(broughtOver),
    taken: exactText(taken),
    booked: exactText(booked),
    left: exactText(left),
    leftAfterBooked: exactText(left.minus(booked)),
    explanation: {
      code: `holiday.balance-in-${unit}`,
      values: { from: { kind: 'day', day: from }, to: { kind: 'day', day: to } },
      steps,
      result,
      sources: [input.earned.kind === 'whole-year' ? statutoryHoliday.source : irregularHoursHoliday.source],
    },
  };
}

function earnedSoFar(earned: HolidayEarned, from: IsoDay, today: IsoDay, steps: Step[]): Exact {
  if (earned.kind === 'whole-year') {
    const amount = exact(earned.amount);
    steps.push({
      code: 'holiday.for-the-year',
      values: {},
      result: decimal(amount),
      source: statutoryHoliday.source,
    });
    return amount;
  }
  const periods = earned.periods.filter((period) => from <= period.lastDay && period.lastDay <= today);
  const away = periods.reduce((sum, period) => sum + (period.hoursEarnedAway ?? 0), 0);
  const hours =
    periods.reduce((sum, period) => sum + irregularHoursAccrual(period.minutesWorked).hours, 0) + away;
  const most = earned.mostHours === undefined ? undefined : exact(earned.mostHours);
  const counted = most?.lessThan(hours) ? most : exact(hours);
  steps.push({
    code: away === 0 ? 'holiday.earned-in-periods' : 'holiday.earned-also-away',
    values: {
      periods: { kind: 'count', count: periods.length },
      percent: { kind: 'percent', percent: irregularHoursHoliday.percent.toString() },
    },
    result: decimal(counted),
    source: irregularHoursHoliday.source,
  });
  return counted;
}

/**
 * Hours of leave earned while away sick or on statutory leave by an irregular-hours or part-year worker: 12.07% of
 * average weekly hours × the weeks away, to the nearest hour, a half up. Source: WTR 1998 reg 15C.
 * `averageWeeklyMinutes` is an exact decimal as text over the 52 weeks before, weeks without work included.
 */
export function holidayEarnedWhileAway(averageWeeklyMinutes: string, weeksAway: string): number {
  const hours = exact(averageWeeklyMinutes)
    .div(60)
    .times(weeksAway)
    .times(irregularHoursHoliday.percent)
    .div(100);
  return roundedToNearest(hours, 0).toNumber();
}

/** The last day on which sickness leave carried over from a leave year may be used: 18 months after its end. */
export function lastDayForCarriedSickLeave(leaveYearEnd: IsoDay): IsoDay {
  return addMonths(leaveYearEnd, 18);
}

function total(entries: readonly HolidayTaken[]): Exact {
  return entries.reduce((sum, each) => sum.plus(each.amount), exact(0));
}

function decimal(value: Exact): Figure {
  return { kind: 'decimal', value: exactText(value) };
}
