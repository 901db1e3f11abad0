import { addDays, addYears, daysBetween, daysInMonth, type IsoDay, isoDay, partsOf } from '../dates';
import type { Explanation, Figure, SourceReference, Step } from '../explain';
import { ok, type Result, refused } from '../result';
import { type Exact, exact, exactText, roundedToNearest, roundedUp } from './exact';
import { irregularHoursHoliday, statutoryHoliday } from './holiday-rates';

/** How a person's work is counted. Numbers of days and hours are decimals as text. */
export type HolidayBasis =
  | { readonly kind: 'days'; readonly daysPerWeek: string }
  | { readonly kind: 'hours'; readonly hoursPerWeek: string; readonly daysPerWeek: string }
  | { readonly kind: 'shifts'; readonly shiftsPerPattern: string; readonly daysPerPattern: string }
  | { readonly kind: 'weeks' };

/** The part of a leave year worked. Any leave year's start day will do: only its day and month matter. */
export type HolidaySpan =
  | { readonly kind: 'whole-year' }
  | { readonly kind: 'starter'; readonly leaveYearStart: IsoDay; readonly startedOn: IsoDay }
  | { readonly kind: 'leaver'; readonly leaveYearStart: IsoDay; readonly leftOn: IsoDay }
  | { readonly kind: 'starter-and-leaver'; readonly startedOn: IsoDay; readonly leftOn: IsoDay };

export type HolidayUnit = 'days' | 'hours' | 'shifts' | 'weeks';

export type HolidayEntitlement = {
  /** A decimal as text, rounded up as GOV.UK's calculator shows it. */
  readonly amount: string;
  readonly unit: HolidayUnit;
  readonly explanation: Explanation;
};

export type HolidayProblem =
  | 'holiday.no-working-days'
  | 'holiday.too-many-days-in-a-week'
  | 'holiday.leaves-before-start';

const CALCULATOR: SourceReference = { source: 'GSA' };

/** The leave year that a day is in: its first day, its last day, and whether it holds a 29 February. */
export function leaveYearOf(
  anyLeaveYearStart: IsoDay,
  day: IsoDay,
): { readonly from: IsoDay; readonly to: IsoDay; readonly daysInYear: 365 | 366 } {
  const year = partsOf(day).year;
  const inYear = leaveYearStartIn(anyLeaveYearStart, year);
  const from = inYear <= day ? inYear : leaveYearStartIn(anyLeaveYearStart, year - 1);
  const to = addDays(leaveYearStartIn(anyLeaveYearStart, partsOf(from).year + 1), -1);
  return { from, to, daysInYear: daysBetween(from, to) + 1 === 366 ? 366 : 365 };
}

function leaveYearStartIn(anyLeaveYearStart: IsoDay, year: number): IsoDay {
  const { month, dayOfMonth } = partsOf(anyLeaveYearStart);
  const last = Math.min(dayOfMonth, daysInMonth(year, month));
  return isoDay(`${year}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`);
}

/**
 * Statutory holiday for regular work: 5.6 weeks and at most 28 days in a whole year; a starter's by whole months, up
 * to the next half day; a leaver's by days. Source: WTR 1998 regs 13, 13A and 15A, as GOV.UK's calculator has them.
 */
export function holidayEntitlement(
  basis: HolidayBasis,
  span: HolidaySpan,
): Result<HolidayEntitlement, HolidayProblem> {
  if (span.kind === 'starter-and-leaver' && span.leftOn < span.startedOn)
    return refused('holiday.leaves-before-start');
  const perWeek = daysPerWeekOf(basis);
  if (!perWeek || perWeek.lessThanOrEqualTo(0)) return refused('holiday.no-working-days');
  if (basis.kind !== 'shifts' && perWeek.greaterThan(7)) return refused('holiday.too-many-days-in-a-week');
  const fraction = fractionOfYear(span);
  const counted = perWeek.greaterThan(statutoryHoliday.fullWeekDays)
    ? statutoryHoliday.fullWeekDays
    : perWeek;
  const days = statutoryHoliday.weeks.times(counted);
  const byMonths = span.kind === 'starter';
  const share = days.times(fraction.numerator).div(fraction.denominator);
  const shown = (value: Exact, places: number): string => asShown(roundedUp(value, places), places);
  switch (basis.kind) {
    case 'days': {
      const value = byMonths ? upToHalf(share) : share;
      return ok(entitlement(shown(value, 1), 'days', span, fraction, days));
    }
    case 'hours': {
      // A starter's hours follow from the days already rounded up to a half; others' are rounded in hours.
      const hours = (byMonths ? upToHalf(share) : share).times(basis.hoursPerWeek).div(perWeek);
      return ok(entitlement(shown(hours, 1), 'hours', span, fraction, days));
    }
    case 'shifts': {
      const value = byMonths ? upToHalf(share) : share;
      const places = span.kind === 'whole-year' || byMonths ? 1 : 2;
      return ok(entitlement(shown(value, places), 'shifts', span, fraction, days));
    }
    case 'weeks': {
      const weeks = statutoryHoliday.weeks.times(fraction.numerator).div(fraction.denominator);
      return ok(entitlement(shown(weeks, span.kind === 'whole-year' ? 1 : 2), 'weeks', span, fraction, days));
    }
  }
}

/** Whole hours of leave earned in a pay period, by irregular-hours or part-year work: 12.07% of the hours worked. */
export type IrregularHoursAccrual = { readonly hours: number; readonly explanation: Explanation };

/**
 * Leave earned on the last day of a pay period: 12.07% of the time worked in it, less than half an hour dropped, half
 * an hour or more up to the next hour. Source: WTR 1998 reg 15B. `minutesWorked` is nought or more.
 */
export function irregularHoursAccrual(minutesWorked: number): IrregularHoursAccrual {
  if (!Number.isSafeInteger(minutesWorked) || minutesWorked < 0)
    throw new Error(`Not minutes: ${minutesWorked}`);
  return accrualOfHours(exact(minutesWorked).div(60));
}

/** The same from hours as an exact decimal. */
export function accrualOfHours(hoursWorked: Exact): IrregularHoursAccrual {
  const earned = hoursWorked.times(irregularHoursHoliday.percent).div(100);
  const hours = roundedToNearest(earned, 0).toNumber();
  const result: Figure = { kind: 'count', count: hours };
  return {
    hours,
    explanation: {
      code: 'holiday.earned-in-period',
      values: { worked: { kind: 'decimal', value: exactText(hoursWorked) } },
      steps: [
        {
          code: 'holiday.share-of-hours',
          values: { percent: { kind: 'percent', percent: irregularHoursHoliday.percent.toString() } },
          result: { kind: 'decimal', value: exactText(earned) },
          source: irregularHoursHoliday.source,
        },
        { code: 'holiday.to-whole-hours', values: {}, result },
      ],
      result,
      sources: [irregularHoursHoliday.source],
    },
  };
}

/**
 * Holiday a regular worker may have taken so far in the first year: a twelfth of the year's for each month begun, up
 * to the next half day. Source: WTR 1998 reg 15A. `wholeYearDays` and the answer are decimals as text.
 */
export function firstYearHolidaySoFar(wholeYearDays: string, startedOn: IsoDay, on: IsoDay): string {
  if (on < startedOn) return '0';
  const start = partsOf(startedOn);
  const end = partsOf(on);
  const apart = (end.year - start.year) * 12 + end.month - start.month;
  const begun = Math.min(12, apart + (end.dayOfMonth >= start.dayOfMonth ? 1 : 0));
  if (begun >= 12 || on >= addYears(startedOn, 1)) return exact(wholeYearDays).toString();
  return upToHalf(exact(wholeYearDays).times(Math.max(1, begun)).div(12)).toString();
}

function daysPerWeekOf(basis: HolidayBasis): Exact | undefined {
  switch (basis.kind) {
    case 'days':
    case 'hours':
      return exact(basis.daysPerWeek);
    case 'weeks':
      return statutoryHoliday.fullWeekDays;
    case 'shifts': {
      const pattern = exact(basis.daysPerPattern);
      if (pattern.lessThanOrEqualTo(0)) return undefined;
      return roundedToNearest(exact(basis.shiftsPerPattern).times(7).div(pattern), 10);
    }
  }
}

type Fraction = { readonly numerator: number; readonly denominator: number };

function fractionOfYear(span: HolidaySpan): Fraction {
  switch (span.kind) {
    case 'whole-year':
      return { numerator: 1, denominator: 1 };
    case 'starter': {
      const year = leaveYearOf(span.leaveYearStart, span.startedOn);
      const start = partsOf(span.startedOn);
      const end = partsOf(year.to);
      const apart = (end.year - start.year) * 12 + end.month - start.month;
      return { numerator: apart + (end.dayOfMonth >= start.dayOfMonth ? 1 : 0), denominator: 12 };
    }
    case 'leaver': {
      const year = leaveYearOf(span.leaveYearStart, span.leftOn);
      return { numerator: daysBetween(year.from, span.leftOn) + 1, denominator: year.daysInYear };
    }
    case 'starter-and-leaver': {
      const year = leaveYearOf(span.startedOn, span.leftOn);
      return { numerator: daysBetween(span.startedOn, span.leftOn) + 1, denominator: year.daysInYear };
    }
  }
}

function upToHalf(value: Exact): Exact {
  return roundedUp(value.times(2), 0).div(2);
}

/** As GOV.UK shows it: fixed places, a whole number without them. */
function asShown(value: Exact, places: number): string {
  return value.isInteger() ? value.toFixed(0) : value.toFixed(places);
}

function entitlement(
  amount: string,
  unit: HolidayUnit,
  span: HolidaySpan,
  fraction: Fraction,
  wholeYearDays: Exact,
): HolidayEntitlement {
  const steps: Step[] = [
    {
      code: 'holiday.whole-year',
      values: { weeks: { kind: 'decimal', value: statutoryHoliday.weeks.toString() } },
      result: { kind: 'decimal', value: exactText(wholeYearDays) },
      source: statutoryHoliday.source,
    },
  ];
  if (span.kind !== 'whole-year')
    steps.push({
      code: span.kind === 'starter' ? 'holiday.months-of-year' : 'holiday.days-of-year',
      values: {
        part: { kind: 'count', count: fraction.numerator },
        whole: { kind: 'count', count: fraction.denominator },
      },
      result: { kind: 'decimal', value: amount },
      source: CALCULATOR,
    });
  return {
    amount,
    unit,
    explanation: {
      code: 'holiday.entitlement',
      values: {},
      steps,
      result: { kind: 'decimal', value: amount },
      sources: [statutoryHoliday.source, CALCULATOR],
    },
  };
}
