import { type ClockTime, clockTime, londonOffsetMinutes, minutesOf } from '../clock-time';
import { addDays, daysBetween, type IsoDay, isoDay } from '../dates';

/** From one wall-clock moment in London to another. */
export type Span = {
  readonly day: IsoDay;
  readonly start: ClockTime;
  readonly endDay: IsoDay;
  readonly end: ClockTime;
};

/** A wall-clock moment with its place in real time. */
export type Moment = { readonly at: number; readonly day: IsoDay; readonly time: ClockTime };

const EPOCH = isoDay('1970-01-01');
const MIDNIGHT = clockTime('00:00');
const TWO = clockTime('02:00');

/** 1 am to 1:59 am on a day when the clocks change. */
function changeAt(day: IsoDay, time: ClockTime): 'forward' | 'back' | null {
  const month = day.slice(5, 7);
  if ((month !== '03' && month !== '10') || time < '01:00' || time >= '02:00') return null;
  const before = londonOffsetMinutes(day, MIDNIGHT);
  const after = londonOffsetMinutes(day, TWO);
  if (before === after) return null;
  return after > before ? 'forward' : 'back';
}

/** Whether the clocks skip this time: 1 am to 1:59 am on the last Sunday of March. */
export function isSkippedTime(day: IsoDay, time: ClockTime): boolean {
  return changeAt(day, time) === 'forward';
}

/** Whether this time happens twice: 1 am to 1:59 am on the last Sunday of October. The first one is meant. */
export function isRepeatedTime(day: IsoDay, time: ClockTime): boolean {
  return changeAt(day, time) === 'back';
}

/**
 * A wall-clock moment as real minutes since the start of 1970 in UTC, for comparing and taking apart. It never runs
 * backwards: a time that the clocks skip (it can come from a repeating pattern) is the moment at which they jump.
 */
export function momentOf(day: IsoDay, time: ClockTime): number {
  const wall = daysBetween(EPOCH, day) * 1440 + minutesOf(time);
  const month = day.slice(5, 7);
  // Only March and October need a look at the calendar; a rota asks this many thousand times.
  if (month > '03' && month < '10') return wall - 60;
  if (month !== '03' && month !== '10') return wall;
  if (isSkippedTime(day, time)) return daysBetween(EPOCH, day) * 1440 + 60;
  return wall - londonOffsetMinutes(day, time);
}

/** The beginning of a span. */
export function startOf(span: Span): Moment {
  return { at: momentOf(span.day, span.start), day: span.day, time: span.start };
}

/** The end of a span. */
export function endOf(span: Span): Moment {
  return { at: momentOf(span.endDay, span.end), day: span.endDay, time: span.end };
}

/** Real minutes of a span, right over midnight and both clock changes. Negative when it ends before it starts. */
export function minutesOfSpan(span: Span): number {
  return momentOf(span.endDay, span.end) - momentOf(span.day, span.start);
}

/** Minutes as the clock on the wall shows them: 10 pm to 7 am is always 9 hours. */
export function wallMinutesOfSpan(span: Span): number {
  return daysBetween(span.day, span.endDay) * 1440 + minutesOf(span.end) - minutesOf(span.start);
}

/** Real minutes on each day that a span touches; they add up to the minutes of the span. */
export function minutesByDay(span: Span): readonly { readonly day: IsoDay; readonly minutes: number }[] {
  const parts: { day: IsoDay; minutes: number }[] = [];
  const last = momentOf(span.endDay, span.end);
  let from = momentOf(span.day, span.start);
  for (let day = span.day; day <= span.endDay && from < last; day = addDays(day, 1)) {
    const to = Math.min(last, momentOf(addDays(day, 1), MIDNIGHT));
    parts.push({ day, minutes: to - from });
    from = to;
  }
  return parts;
}

/** The span between two moments. */
export function spanBetween(from: Moment, to: Moment): Span {
  return { day: from.day, start: from.time, endDay: to.day, end: to.time };
}

/** What is left of a span when others are taken out of it, in order of time. */
export function takeSpans(whole: Span, others: readonly Span[]): readonly Span[] {
  const end = endOf(whole);
  let from = startOf(whole);
  const left: Span[] = [];
  const taken = others
    .map((span) => ({ from: startOf(span), to: endOf(span) }))
    .sort((a, b) => a.from.at - b.from.at);
  for (const each of taken) {
    if (each.to.at <= from.at) continue;
    if (each.from.at >= end.at) break;
    if (each.from.at > from.at) left.push(spanBetween(from, each.from));
    from = each.to;
  }
  if (from.at < end.at) left.push(spanBetween(from, end));
  return left;
}
