import { type ClockTime, timeFromMinutes } from '../clock-time';
import { addDays, type IsoDay, isoDay } from '../dates';
import { ok, type Result, refused } from '../result';
import type { ActualHours } from './shift';
import { momentOf, type Span } from './span';

/** A PA who came late: by how many minutes, why, and whether those minutes are paid all the same. */
export type Lateness = {
  readonly minutesLate: number;
  readonly reason: string;
  readonly paid: 'time-worked' | 'whole-shift';
};

export type LatenessProblem =
  | 'late.not-minutes'
  | 'late.no-reason'
  | 'late.whole-shift'
  /** The late start falls on the next day, which hours of a shift cannot begin on. */
  | 'late.past-midnight'
  /** The late start is in the hour that happens twice when the clocks go back, and is the second of the two. */
  | 'late.time-happens-twice';

export type LatePay = {
  readonly plannedMinutes: number;
  readonly paidMinutes: number;
  /** Minutes that are not paid: never more than the PA was late. */
  readonly lostMinutes: number;
  /** What to keep as worked; null when the whole shift is paid, and then the plan stands. */
  readonly actual: ActualHours | null;
};

/**
 * What coming late does to the pay of a shift. Only the minutes that were really lost can go unpaid; they are never
 * rounded up. The end of the shift stays as planned. Right over midnight and both clock changes.
 */
export function latePay(shift: Span, late: Lateness): Result<LatePay, LatenessProblem> {
  const { minutesLate } = late;
  if (!Number.isInteger(minutesLate) || minutesLate < 1) return refused('late.not-minutes');
  if (late.reason.trim() === '') return refused('late.no-reason');
  const from = momentOf(shift.day, shift.start);
  const plannedMinutes = momentOf(shift.endDay, shift.end) - from;
  if (minutesLate >= plannedMinutes) return refused('late.whole-shift', { minutes: plannedMinutes });
  if (late.paid === 'whole-shift')
    return ok({ plannedMinutes, paidMinutes: plannedMinutes, lostMinutes: 0, actual: null });
  const start = wallAt(from + minutesLate);
  if (start === null) return refused('late.time-happens-twice');
  if (start.day !== shift.day) return refused('late.past-midnight');
  const actual = { start: start.time, endDay: shift.endDay, end: shift.end, reason: late.reason.trim() };
  return ok({
    plannedMinutes,
    paidMinutes: plannedMinutes - minutesLate,
    lostMinutes: minutesLate,
    actual,
  });
}

const EPOCH = isoDay('1970-01-01');

/** The wall-clock time in London of a moment (`momentOf` turned round); null for the second of two equal times. */
function wallAt(moment: number): { readonly day: IsoDay; readonly time: ClockTime } | null {
  for (const offset of [60, 0]) {
    const wall = moment + offset;
    const day = addDays(EPOCH, Math.floor(wall / 1440));
    const time = timeFromMinutes(wall);
    if (momentOf(day, time) === moment) return { day, time };
  }
  return null;
}
