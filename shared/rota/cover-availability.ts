import { clockTime } from '../clock-time';
import { addDays, daysFromTo, type IsoDay, weekdayOf } from '../dates';
import type { AvailabilityWindow, DaysOff } from './cover-facts';
import { type Span, takeSpans } from './span';

const MIDNIGHT = clockTime('00:00');

/** All of the days from `first` to `last`. */
export function wholeDays(first: IsoDay, last: IsoDay): Span {
  return { day: first, start: MIDNIGHT, endDay: addDays(last, 1), end: MIDNIGHT };
}

function inForce(window: AvailabilityWindow, day: IsoDay): boolean {
  return window.from <= day && (window.to === null || window.to >= day);
}

/**
 * The parts of a time at which somebody cannot work by their windows, in order. A day on which a window is in force has
 * only the hours of its windows; a day on which none is says nothing, and counts as free. A window over midnight reaches
 * into the next day.
 */
export function outsideWindows(span: Span, windows: readonly AvailabilityWindow[]): readonly Span[] {
  if (windows.length === 0) return [];
  const free: Span[] = [];
  for (const day of daysFromTo(addDays(span.day, -1), span.endDay)) {
    const speaking = windows.filter((window) => inForce(window, day));
    if (speaking.length === 0) free.push(wholeDays(day, day));
    const weekday = weekdayOf(day);
    for (const { start, end, endsNextDay, weekday: on } of speaking)
      if (on === weekday) free.push({ day, start, endDay: endsNextDay ? addDays(day, 1) : day, end });
  }
  return takeSpans(span, free);
}

/** The days off that touch a time, as whole days. A time that ends at midnight does not touch the next day. */
export function daysOffWithin(span: Span, daysOff: readonly DaysOff[]): readonly DaysOff[] {
  const last = span.end === MIDNIGHT && span.endDay > span.day ? addDays(span.endDay, -1) : span.endDay;
  return daysOff
    .filter((off) => off.firstDay <= last && off.lastDay >= span.day)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0));
}
