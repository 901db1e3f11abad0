import type { IsoDay } from '../dates';
import { ok, type Result, refused } from '../result';
import type { RotaProblem } from './problem';
import { minutesOfSpan, type Span, wallMinutesOfSpan } from './span';
import {
  minutesInAny,
  type PlacedStretch,
  placeStretches,
  type Stretch,
  type StretchProblem,
} from './stretches';

/** When somebody was called out of their sleep. */
export type CallOuts = {
  /** Minutes awake for the purposes of working, over clock changes too; what overlaps is counted once. */
  readonly awakeMinutes: number;
  readonly stretches: readonly PlacedStretch[];
  readonly problems: readonly RotaProblem[];
};

/** Adds up the times somebody was awake to work in a sleep-in. Refuses as `placeStretches` does. */
export function callOutsOf(sleepIn: Span, stretches: readonly Stretch[]): Result<CallOuts, StretchProblem> {
  const placed = placeStretches(sleepIn, stretches);
  if (!placed.ok) return placed;
  return ok({ awakeMinutes: minutesInAny(placed.value.stretches), ...placed.value });
}

/** A live-in day: from one clock time to the same time on the next day, with the time that is the worker's own in it. */
export type LiveInDay = Span & {
  readonly rests: readonly Stretch[];
  /** When they may sleep. Null: not agreed. */
  readonly night: Stretch | null;
  /** When they were called out of that night. */
  readonly callOuts: readonly Stretch[];
};

export type LiveInMinutes = {
  readonly day: IsoDay;
  /** Real minutes: 24 hours, 23 or 25 when the clocks change. */
  readonly minutes: number;
  readonly restMinutes: number;
  readonly nightMinutes: number;
  readonly awakeMinutes: number;
  /** All but rests and the night, and time awake in the night. */
  readonly workMinutes: number;
  readonly problems: readonly RotaProblem[];
};

export type LiveInProblem = StretchProblem | 'live-in.not-a-day' | 'live-in.call-out-without-night';

/**
 * Adds up a live-in day. Warns `live-in.no-rest` when no time in it is the worker's own. Refuses `live-in.not-a-day`
 * (minutes by the clock) for anything but 24 hours on the clock, `live-in.call-out-without-night`, and as `placeStretches`.
 */
export function liveInMinutes(liveIn: LiveInDay): Result<LiveInMinutes, LiveInProblem> {
  const wallMinutes = wallMinutesOfSpan(liveIn);
  if (wallMinutes !== 1440) return refused('live-in.not-a-day', { minutes: wallMinutes });
  const rests = placeStretches(liveIn, liveIn.rests);
  if (!rests.ok) return rests;
  const night = placeStretches(liveIn, liveIn.night === null ? [] : [liveIn.night]);
  if (!night.ok) return night;
  const [asleep] = night.value.stretches;
  if (asleep === undefined && liveIn.callOuts.length > 0) return refused('live-in.call-out-without-night');
  const called = placeStretches(liveIn, liveIn.callOuts);
  if (!called.ok) return called;
  for (const each of called.value.stretches) {
    if (asleep !== undefined && (each.startsAt < asleep.startsAt || each.endsAt > asleep.endsAt))
      return refused('stretch.outside', { start: each.start, end: each.end });
  }
  const minutes = minutesOfSpan(liveIn);
  const awakeMinutes = minutesInAny(called.value.stretches);
  const free = minutesInAny([...rests.value.stretches, ...night.value.stretches]);
  const problems = [...rests.value.problems, ...night.value.problems, ...called.value.problems];
  return ok({
    day: liveIn.day,
    minutes,
    restMinutes: minutesInAny(rests.value.stretches),
    nightMinutes: asleep?.minutes ?? 0,
    awakeMinutes,
    workMinutes: minutes - free + awakeMinutes,
    problems:
      liveIn.rests.length > 0 ? problems : [...problems, { code: 'live-in.no-rest', severity: 'warn' }],
  });
}
