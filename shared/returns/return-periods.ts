import { addDays, addMonths, daysBetween, type IsoDay, isoDay, laterDay, partsOf } from '../dates';
import { assertNever } from '../result';
import type { DueRule, PeriodRule } from './profile';

export type ReturnPeriod = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Missing where the authority counts from its request. */
  readonly dueOn?: IsoDay;
};

function quarterStart(day: IsoDay): IsoDay {
  const { year, month } = partsOf(day);
  return isoDay(`${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
}

/** The day a return is due, when it is known: counted from the period's end, or from the day it was asked for. */
export function returnDueOn(due: DueRule, periodEnd: IsoDay, requestedOn?: IsoDay): IsoDay | undefined {
  if (due.after === 'period-end') return addDays(periodEnd, due.days);
  return requestedOn === undefined ? undefined : addDays(requestedOn, due.days);
}

function spanOf(rule: PeriodRule, anchor: IsoDay, day: IsoDay): { from: IsoDay; to: IsoDay } | undefined {
  switch (rule.kind) {
    case 'weeks': {
      const length = rule.count * 7;
      const from = addDays(anchor, Math.floor(daysBetween(anchor, day) / length) * length);
      return { from, to: addDays(from, length - 1) };
    }
    case 'months': {
      const a = partsOf(anchor);
      const b = partsOf(day);
      // Counted from the anchor each time, so that a period beginning on the 31st keeps that day.
      let index = Math.floor(((b.year - a.year) * 12 + b.month - a.month) / rule.count);
      if (addMonths(anchor, (index + 1) * rule.count) <= day) index += 1;
      if (addMonths(anchor, index * rule.count) > day) index -= 1;
      return {
        from: addMonths(anchor, index * rule.count),
        to: addDays(addMonths(anchor, (index + 1) * rule.count), -1),
      };
    }
    case 'calendar-quarters': {
      const start = quarterStart(day);
      return { from: laterDay(start, anchor), to: addDays(addMonths(start, 3), -1) };
    }
    case 'from-to':
      return undefined;
    default:
      return assertNever(rule, 'period rule');
  }
}

/**
 * The period a day is in, counted from the day the agreement's periods begin. Nothing before that day, and nothing
 * where the authority names the days each time. A first calendar quarter begins with the agreement.
 */
export function periodOn(
  rule: PeriodRule,
  due: DueRule,
  anchor: IsoDay,
  day: IsoDay,
): ReturnPeriod | undefined {
  if (day < anchor) return undefined;
  const span = spanOf(rule, anchor, day);
  if (span === undefined) return undefined;
  const dueOn = returnDueOn(due, span.to);
  return { ...span, ...(dueOn === undefined ? {} : { dueOn }) };
}

/** Every period from the agreement's first day to the one that `until` is in. */
export function periodsUntil(
  rule: PeriodRule,
  due: DueRule,
  anchor: IsoDay,
  until: IsoDay,
): readonly ReturnPeriod[] {
  const periods: ReturnPeriod[] = [];
  for (let day = anchor; day <= until; ) {
    const period = periodOn(rule, due, anchor, day);
    if (period === undefined) break;
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

/**
 * The return to think of next: the oldest period that has ended and was not sent, else the one that today is in.
 * @param sentPeriodEnds the last days of the periods already sent.
 */
export function nextReturn(
  rule: PeriodRule,
  due: DueRule,
  anchor: IsoDay,
  today: IsoDay,
  sentPeriodEnds: readonly IsoDay[],
): (ReturnPeriod & { readonly state: 'not-ended' | 'due' | 'overdue' }) | undefined {
  const periods = periodsUntil(rule, due, anchor, today);
  const waiting = periods.find(({ to }) => to < today && !sentPeriodEnds.includes(to)) ?? periods.at(-1);
  if (waiting === undefined) return undefined;
  const late = waiting.dueOn !== undefined && waiting.dueOn < today;
  return { ...waiting, state: waiting.to >= today ? 'not-ended' : late ? 'overdue' : 'due' };
}
