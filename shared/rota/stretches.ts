import { type ClockTime, clockTime, londonOffsetMinutes, timeFromMinutes } from '../clock-time';
import { addDays, daysFromTo, type IsoDay } from '../dates';
import { ok, type Result, refused } from '../result';
import type { RotaProblem } from './problem';
import { isRepeatedTime, isSkippedTime, momentOf, type Span } from './span';

/** A stretch of time inside a shift, by the clock: awake in a sleep-in, or a rest. Its days follow from the shift. */
export type Stretch = {
  readonly start: ClockTime;
  readonly end: ClockTime;
  /** In the night when the clocks go back: the second time that the clock shows this. */
  readonly startIsSecond?: boolean;
  readonly endIsSecond?: boolean;
};

/** A stretch with its days and its place in real minutes (`momentOf`). */
export type PlacedStretch = Span & {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly minutes: number;
};

export type StretchProblem =
  | 'stretch.outside'
  | 'stretch.no-time'
  | 'stretch.ends-before-it-starts'
  | 'stretch.happens-once'
  | 'shift.time-does-not-exist';

type Place = { readonly day: IsoDay; readonly at: number };

/** Moments at which the clock shows a time, in order; the asked one of the two where it shows it twice. */
function placesOf(days: readonly IsoDay[], time: ClockTime, isSecond: boolean | undefined): readonly Place[] {
  return days.flatMap((day): readonly Place[] => {
    if (isSkippedTime(day, time)) return [];
    const at = momentOf(day, time);
    if (!isRepeatedTime(day, time)) return isSecond === true ? [] : [{ day, at }];
    const both = [
      { day, at },
      { day, at: at + 60 },
    ];
    return isSecond === undefined ? both : both.slice(isSecond ? 1 : 0, isSecond ? 2 : 1);
  });
}

/**
 * Finds the days of stretches inside a shift, in order of time. A time that the clock shows twice is the first of the two
 * unless it is said, or unless only the second comes after the start; this is told (`shift.time-happens-twice`). Refuses,
 * with `start` and `end`: `stretch.outside`, `stretch.no-time`, `stretch.ends-before-it-starts`, `stretch.happens-once`
 * (said to be the second, but there is only one), `shift.time-does-not-exist`.
 */
export function placeStretches(
  whole: Span,
  stretches: readonly Stretch[],
): Result<
  { readonly stretches: readonly PlacedStretch[]; readonly problems: readonly RotaProblem[] },
  StretchProblem
> {
  const days = daysFromTo(whole.day, whole.endDay);
  const from = momentOf(whole.day, whole.start);
  const to = momentOf(whole.endDay, whole.end);
  const placed: PlacedStretch[] = [];
  const problems: RotaProblem[] = [];
  for (const stretch of stretches) {
    const { start, end, startIsSecond, endIsSecond } = stretch;
    const details = { start, end };
    const isIn = (at: number): boolean => at >= from && at <= to;
    const missing = (time: ClockTime, isSecond: boolean | undefined): StretchProblem => {
      if (days.some((day) => isSkippedTime(day, time) && isIn(momentOf(day, time))))
        return 'shift.time-does-not-exist';
      const isOnce = isSecond === true && placesOf(days, time, undefined).some((place) => isIn(place.at));
      return isOnce ? 'stretch.happens-once' : 'stretch.outside';
    };
    const begins = placesOf(days, start, startIsSecond).find((place) => isIn(place.at) && place.at < to);
    if (begins === undefined) return refused(missing(start, startIsSecond), details);
    if (start === end && startIsSecond === endIsSecond) return refused('stretch.no-time', details);
    const ends = placesOf(days, end, endIsSecond).filter((place) => isIn(place.at));
    const finishes = ends.find((place) => place.at > begins.at);
    if (finishes === undefined)
      return refused(ends.length > 0 ? 'stretch.ends-before-it-starts' : missing(end, endIsSecond), details);
    placed.push({
      day: begins.day,
      start,
      endDay: finishes.day,
      end,
      startsAt: begins.at,
      endsAt: finishes.at,
      minutes: finishes.at - begins.at,
    });
    const isOpen =
      (startIsSecond === undefined && isRepeatedTime(begins.day, start)) ||
      (endIsSecond === undefined && isRepeatedTime(finishes.day, end));
    if (isOpen) problems.push({ code: 'shift.time-happens-twice', severity: 'inform', details });
  }
  return ok({ stretches: placed.toSorted((a, b) => a.startsAt - b.startsAt), problems });
}

/** Minutes in any of the stretches, overlaps counted once. */
export function minutesInAny(stretches: readonly Pick<PlacedStretch, 'startsAt' | 'endsAt'>[]): number {
  let minutes = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const each of stretches.toSorted((a, b) => a.startsAt - b.startsAt)) {
    minutes += Math.max(0, each.endsAt - Math.max(each.startsAt, until));
    until = Math.max(until, each.endsAt);
  }
  return minutes;
}

const MIDNIGHT = clockTime('00:00');

/**
 * The wall-clock moment a number of real minutes after (or before) another; null in the second of the two hours when the
 * clocks go back, which has no name of its own.
 */
export function clockAfter(
  day: IsoDay,
  time: ClockTime,
  minutes: number,
): { readonly day: IsoDay; readonly time: ClockTime } | null {
  const at = momentOf(day, time) + minutes;
  const around = Math.floor(minutes / 1440);
  for (const each of daysFromTo(addDays(day, around - 1), addDays(day, around + 2))) {
    const wallMidnight = momentOf(each, MIDNIGHT) + londonOffsetMinutes(each, MIDNIGHT);
    for (const offset of [60, 0]) {
      const within = at + offset - wallMidnight;
      if (within < 0 || within >= 1440) continue;
      const found = timeFromMinutes(within);
      if (!isSkippedTime(each, found) && momentOf(each, found) === at) return { day: each, time: found };
    }
  }
  return null;
}
