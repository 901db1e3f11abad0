import { addDays, addMonths, daysBetween, type IsoDay, isoDay, laterDay, partsOf } from '../dates';
import type { DueRule, PeriodLength, PeriodRule } from './profile';

type Span = { readonly from: IsoDay; readonly to: IsoDay };

export type ReturnPeriod = Span & {
  /** Missing where the authority counts from its request, or names the day. */
  readonly dueOn?: IsoDay;
};

/** A day the authority asked for: the days it wants to see, when it asked, and by when, where it said. */
export type AskedPeriod = Span & { readonly askedOn: IsoDay; readonly dueOn?: IsoDay };

function quarterStart(day: IsoDay): IsoDay {
  const { year, month } = partsOf(day);
  return isoDay(`${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
}

/** The day a return is due, when it is known: counted from the period's end, or from the day it was asked for. */
export function returnDueOn(due: DueRule, periodEnd: IsoDay, requestedOn?: IsoDay): IsoDay | undefined {
  if (due.after === 'told') return undefined;
  if (due.after === 'period-end') return addDays(periodEnd, due.days);
  return requestedOn === undefined ? undefined : addDays(requestedOn, due.days);
}

/** A place in time that months are counted from, so that a period beginning on the 31st keeps that day. */
type Mark = { readonly base: IsoDay; readonly months: number };

const dayOf = ({ base, months }: Mark): IsoDay => addMonths(base, months);

function after(mark: Mark, { unit, count }: PeriodLength): Mark {
  return unit === 'months'
    ? { ...mark, months: mark.months + count }
    : { base: addDays(dayOf(mark), count * 7), months: 0 };
}

/** The spans of the first periods, and the mark from which the rule itself goes on. */
function firstSpans(
  rule: PeriodRule,
  anchor: IsoDay,
): { readonly spans: readonly Span[]; readonly rest: Mark } {
  const spans: Span[] = [];
  let mark: Mark = { base: anchor, months: 0 };
  for (const length of rule.kind === 'from-to' ? [] : (rule.first ?? [])) {
    const next = after(mark, length);
    spans.push({ from: dayOf(mark), to: addDays(dayOf(next), -1) });
    mark = next;
  }
  return { spans, rest: mark };
}

function regularSpan(rule: PeriodRule, mark: Mark, day: IsoDay): Span | undefined {
  if (rule.kind === 'from-to') return undefined;
  const start = dayOf(mark);
  if (rule.kind === 'calendar-quarters') {
    const quarter = quarterStart(day);
    return { from: laterDay(quarter, start), to: addDays(addMonths(quarter, 3), -1) };
  }
  if (rule.kind === 'weeks') {
    const length = rule.count * 7;
    const from = addDays(start, Math.floor(daysBetween(start, day) / length) * length);
    return { from, to: addDays(from, length - 1) };
  }
  const a = partsOf(start);
  const b = partsOf(day);
  const begins = (index: number): IsoDay => addMonths(mark.base, mark.months + index * rule.count);
  let index = Math.floor(((b.year - a.year) * 12 + b.month - a.month) / rule.count);
  if (begins(index + 1) <= day) index += 1;
  if (begins(index) > day) index -= 1;
  return { from: begins(index), to: addDays(begins(index + 1), -1) };
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
  const { spans, rest } = firstSpans(rule, anchor);
  const span = spans.find(({ to }) => day <= to) ?? regularSpan(rule, rest, day);
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

/** The periods of the rule together with days the authority asked for, by the day they begin; the same days only once. */
export function withAsked(
  periods: readonly ReturnPeriod[],
  due: DueRule,
  asked: readonly AskedPeriod[],
): readonly ReturnPeriod[] {
  const extra = asked.map(({ from, to, askedOn, dueOn }): ReturnPeriod => {
    const day = dueOn ?? returnDueOn(due, to, askedOn);
    return { from, to, ...(day === undefined ? {} : { dueOn: day }) };
  });
  const isAsked = (one: Span): boolean => extra.some(({ from, to }) => from === one.from && to === one.to);
  return [...periods.filter((one) => !isAsked(one)), ...extra].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1,
  );
}

/** When the authority first looks at the arrangement, and then again, up to a day. */
export function reviewDays(
  review: { readonly first: PeriodLength; readonly thenMonths?: number | undefined },
  start: IsoDay,
  until: IsoDay,
): readonly IsoDay[] {
  const days: IsoDay[] = [];
  let mark = after({ base: start, months: 0 }, review.first);
  while (dayOf(mark) <= until) {
    days.push(dayOf(mark));
    if (review.thenMonths === undefined) break;
    mark = after(mark, { unit: 'months', count: review.thenMonths });
  }
  return days;
}
