import { addDays, daysBetween, type IsoDay } from '../dates';
import { ok, type Result, refused } from '../result';
import type { RotaProblem } from './problem';
import {
  type Around,
  type Change,
  type KeptShift,
  type NextId,
  type Planned,
  problemsOf,
  shiftPlan,
} from './rota-plan';
import { isEmployedOn } from './rota-worker';
import type { RotaShift } from './shift';
import { isSkippedTime, minutesOfSpan } from './span';

/** A shift to copy, as the rota shows it, with the group it shares. */
export type CopySource = Pick<
  RotaShift,
  'key' | 'workerId' | 'day' | 'start' | 'endDay' | 'end' | 'kindOfWork' | 'state' | 'coversShiftKey' | 'note'
> & { readonly groupKey: string | null };

/** What stands in the days that are copied to. */
export type CopyAround = Omit<Around, 'shifts' | 'rates'> & {
  readonly shifts: readonly (Around['shifts'][number] &
    Pick<RotaShift, 'start' | 'endDay' | 'end' | 'kindOfWork'>)[];
};

/** Why a shift was not copied. */
export type NotCopiedCode =
  | 'copy.before-first-day'
  | 'copy.after-last-day'
  | 'copy.already-there'
  | 'copy.time-does-not-exist'
  | 'copy.is-a-cover'
  | 'copy.cancelled';

export type CopyPlan = Planned & {
  /** Each shift that was left out, with the day it would have been on. */
  readonly notCopied: readonly {
    readonly key: string;
    readonly workerId: string | null;
    readonly day: IsoDay;
    readonly code: NotCopiedCode;
    readonly details: Readonly<Record<string, string | number>>;
  }[];
};

/**
 * Copies shifts as many days on (or back) as given: each copy is a planned shift of its own, by the same clock times.
 * Left out and named: somebody not employed on that day, a copy that is there already (so that copying twice adds
 * nothing), a time that the clocks skip, covers (they were for that one day) and cancelled ones. Told: a copy that lasts
 * longer or shorter because the clocks change (`copy.length-differs`), somebody away, overlaps. Refuses `copy.nothing`
 * and `copy.same-day`.
 */
export function copyShifts(input: {
  readonly sources: readonly CopySource[];
  readonly byDays: number;
  readonly around: CopyAround;
  readonly nextId: NextId;
}): Result<CopyPlan> {
  const { sources, byDays, around, nextId } = input;
  if (sources.length === 0) return refused('copy.nothing');
  if (byDays === 0) return refused('copy.same-day');
  const notCopied: CopyPlan['notCopied'][number][] = [];
  const problems: RotaProblem[] = [];
  const copies: KeptShift[] = [];
  const groups = new Map<string, string>();
  for (const source of sources) {
    const { key, workerId, start, end, kindOfWork, note } = source;
    const day = addDays(source.day, byDays);
    const endDay = addDays(source.endDay, byDays);
    const leaveOut = (code: NotCopiedCode, details: Readonly<Record<string, string | number>> = {}): void => {
      notCopied.push({ key, workerId, day, code, details });
    };
    if (source.state === 'cancelled') {
      leaveOut('copy.cancelled');
      continue;
    }
    if (source.coversShiftKey !== null) {
      leaveOut('copy.is-a-cover');
      continue;
    }
    const worker = around.workers.find((each) => each.id === workerId);
    if (worker !== undefined && !isEmployedOn(worker, day)) {
      if (worker.firstDay !== null && day < worker.firstDay)
        leaveOut('copy.before-first-day', { day: worker.firstDay });
      else leaveOut('copy.after-last-day', { day: worker.lastDay ?? '' });
      continue;
    }
    if (isSkippedTime(day, start) || isSkippedTime(endDay, end)) {
      leaveOut('copy.time-does-not-exist', { time: isSkippedTime(day, start) ? start : end });
      continue;
    }
    const isThere = around.shifts.some(
      (other) =>
        other.workerId === workerId &&
        other.state !== 'cancelled' &&
        other.day === day &&
        other.start === start &&
        other.endDay === endDay &&
        other.end === end &&
        other.kindOfWork === kindOfWork,
    );
    if (isThere) {
      leaveOut('copy.already-there');
      continue;
    }
    const copy: KeptShift = {
      id: nextId(),
      workerId,
      day,
      start,
      endDay,
      end,
      kindOfWork,
      status: 'planned',
      occurrenceKey: null,
      actual: null,
      coversShiftKey: null,
      coversAbsenceId: null,
      paidIn: null,
      note,
      groupKey: source.groupKey,
    };
    const before = minutesOfSpan(source);
    const after = minutesOfSpan(copy);
    if (before !== after)
      problems.push({ code: 'copy.length-differs', severity: 'inform', details: { day, before, after } });
    for (const problem of problemsOf(copy, { ...around, rates: { find: () => null } }))
      problems.push({ ...problem, details: { ...problem.details, day, workerId: workerId ?? '' } });
    copies.push(copy);
  }
  const inserts = copies.map((copy): Change<KeptShift> => {
    const shared = copies.filter((each) => each.groupKey === copy.groupKey).length > 1;
    if (copy.groupKey === null || !shared) return { kind: 'insert', after: { ...copy, groupKey: null } };
    const groupKey = groups.get(copy.groupKey) ?? nextId();
    groups.set(copy.groupKey, groupKey);
    return { kind: 'insert', after: { ...copy, groupKey } };
  });
  return ok({ plan: shiftPlan(inserts), problems, notCopied });
}

/**
 * Copies the shifts of one week to another: those that start from one Monday to its Sunday. Refuses
 * `copy.not-a-whole-week` when the weeks do not begin on the same weekday.
 */
export function copyWeek(input: {
  readonly sources: readonly CopySource[];
  readonly fromMonday: IsoDay;
  readonly toMonday: IsoDay;
  readonly around: CopyAround;
  readonly nextId: NextId;
}): Result<CopyPlan> {
  const byDays = daysBetween(input.fromMonday, input.toMonday);
  if (byDays % 7 !== 0) return refused('copy.not-a-whole-week');
  const sunday = addDays(input.fromMonday, 6);
  return copyShifts({
    ...input,
    byDays,
    sources: input.sources.filter((source) => source.day >= input.fromMonday && source.day <= sunday),
  });
}
