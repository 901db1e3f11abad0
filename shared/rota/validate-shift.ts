import type { ClockTime } from '../clock-time';
import type { IsoDay } from '../dates';
import { type Absence, isAwayOn } from './absence';
import type { RotaProblem } from './problem';
import { type Employed, isEmployedOn } from './rota-worker';
import { isRepeatedTime, isSkippedTime, minutesOfSpan, momentOf, wallMinutesOfSpan } from './span';

/** A shift as it is being entered. */
export type ShiftEntry = {
  /** Key of the shift being changed, so that it does not overlap with itself; null for a new one. */
  readonly key: string | null;
  readonly workerId: string | null;
  readonly day: IsoDay;
  readonly start: ClockTime;
  /** Null: not said. An end that is not after the start is then asked about. */
  readonly endDay: IsoDay | null;
  readonly end: ClockTime;
};

export type ShiftSurroundings = {
  /** The worker it is for; null for an open shift. */
  readonly worker: Employed | null;
  readonly absences: readonly Absence[];
  /** Shifts of the days around it, as `rotaForWindow` gives them. */
  readonly shifts: readonly {
    readonly key: string;
    readonly workerId: string | null;
    readonly state: string;
    readonly day: IsoDay;
    readonly startsAt: number;
    readonly endsAt: number;
  }[];
};

export type ShiftProblem =
  | 'shift.ends-next-day'
  | 'shift.ends-before-it-starts'
  | 'shift.too-long'
  | 'shift.very-long'
  | 'shift.time-does-not-exist'
  | 'shift.time-happens-twice'
  | 'shift.before-first-day'
  | 'shift.after-last-day'
  | 'shift.overlaps-own'
  | 'shift.worker-is-away';

/** Longest shift that is taken, by the clock on the wall: a live-in day. */
const LONGEST_WALL_MINUTES = 24 * 60;
/** From here on it is asked whether the times are meant. */
const VERY_LONG_MINUTES = 16 * 60;

/**
 * What is wrong with, or worth a look at in, a shift being entered; empty when all is well. Lengths of 24 and 16 hours
 * are the program's own care against slips of the hand, not law.
 */
export function validateShift(
  entry: ShiftEntry,
  around: ShiftSurroundings,
): readonly RotaProblem<ShiftProblem>[] {
  const problems: RotaProblem<ShiftProblem>[] = [];
  const endDay = entry.endDay ?? entry.day;
  const span = { day: entry.day, start: entry.start, endDay, end: entry.end };

  if (isSkippedTime(entry.day, entry.start))
    problems.push({ code: 'shift.time-does-not-exist', severity: 'refuse', field: 'start' });
  if (isSkippedTime(endDay, entry.end))
    problems.push({ code: 'shift.time-does-not-exist', severity: 'refuse', field: 'end' });
  if (isRepeatedTime(entry.day, entry.start))
    problems.push({ code: 'shift.time-happens-twice', severity: 'inform', field: 'start' });
  if (isRepeatedTime(endDay, entry.end))
    problems.push({ code: 'shift.time-happens-twice', severity: 'inform', field: 'end' });

  const minutes = minutesOfSpan(span);
  const wallMinutes = wallMinutesOfSpan(span);
  let timesStand = problems.every((problem) => problem.severity !== 'refuse');
  if (wallMinutes <= 0) {
    timesStand = false;
    problems.push(
      entry.endDay === null
        ? { code: 'shift.ends-next-day', severity: 'ask', field: 'end' }
        : { code: 'shift.ends-before-it-starts', severity: 'refuse', field: 'end' },
    );
  } else if (wallMinutes > LONGEST_WALL_MINUTES) {
    timesStand = false;
    problems.push({ code: 'shift.too-long', severity: 'refuse', field: 'end', details: { minutes } });
  } else if (minutes > VERY_LONG_MINUTES) {
    problems.push({ code: 'shift.very-long', severity: 'warn', field: 'end', details: { minutes } });
  }

  const { worker } = around;
  if (worker === null) return problems;
  if (!isEmployedOn(worker, entry.day)) {
    const early = worker.firstDay !== null && entry.day < worker.firstDay;
    problems.push({
      code: early ? 'shift.before-first-day' : 'shift.after-last-day',
      severity: 'refuse',
      field: 'day',
      details: { workerId: worker.id, day: (early ? worker.firstDay : worker.lastDay) ?? '' },
    });
  }
  const absence = around.absences.find((each) => each.workerId === worker.id && isAwayOn(each, entry.day));
  if (absence) {
    problems.push({
      code: 'shift.worker-is-away',
      severity: 'warn',
      field: 'workerId',
      details: { workerId: worker.id, absenceId: absence.id, kind: absence.kind },
    });
  }
  if (timesStand) {
    const from = momentOf(entry.day, entry.start);
    const to = momentOf(endDay, entry.end);
    for (const other of around.shifts) {
      if (other.workerId !== worker.id || other.key === entry.key) continue;
      if (other.state !== 'planned' && other.state !== 'confirmed') continue;
      if (other.startsAt >= to || other.endsAt <= from) continue;
      problems.push({
        code: 'shift.overlaps-own',
        severity: 'warn',
        field: 'start',
        details: { workerId: worker.id, shiftKey: other.key, day: other.day },
      });
    }
  }
  return problems;
}
