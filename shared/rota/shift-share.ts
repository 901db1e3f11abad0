import type { ClockTime } from '../clock-time';
import { addDays } from '../dates';
import { type Result, refused } from '../result';
import {
  type Around,
  type Change,
  changeTo,
  changeToNothing,
  type KeptShift,
  type NextId,
  type Planned,
  planned,
  problemsOf,
  type Subject,
  shiftPlan,
} from './rota-plan';

/** One more PA at a shift. */
export type ShareWith = {
  /** Null: one more is wanted, nobody has it yet. */
  readonly workerId: string | null;
  /** Their own hours; those of the shift when left out. */
  readonly hours?: {
    readonly start: ClockTime;
    readonly end: ClockTime;
    /** Null: not said; an end that is not after the start is then asked about. */
    readonly endsNextDay: boolean | null;
  };
};

/**
 * Puts more PAs at a shift. Each has a shift of their own, with own hours and pay, and all have one group key: the one
 * the shift has already, or a new one. Refuses `shift.paid`, `shift.cancelled`, `share.nobody`, `share.already-in`
 * (workerId) and what `validateShift` refuses; its asks and warnings name the worker.
 */
export function shareShift(input: {
  readonly subject: Subject;
  readonly withWorkers: readonly ShareWith[];
  /** Kept shifts that have the same group key, the subject left out. */
  readonly group: readonly KeptShift[];
  readonly around: Around;
  readonly nextId: NextId;
}): Result<Planned> {
  const { subject, withWorkers, around, nextId } = input;
  const { now } = subject;
  if (now.paidIn !== null) return refused('shift.paid');
  if (now.status === 'cancelled') return refused('shift.cancelled');
  if (withWorkers.length === 0) return refused('share.nobody');
  const taken = new Set(
    [now, ...input.group].filter((shift) => shift.status !== 'cancelled').map((shift) => shift.workerId),
  );
  const groupKey = now.groupKey ?? nextId();
  const changes: Change<KeptShift>[] = now.groupKey === null ? [changeTo(subject, { ...now, groupKey })] : [];
  const problems = withWorkers.flatMap(({ workerId, hours }) => {
    if (workerId !== null && taken.has(workerId))
      return [{ code: 'share.already-in', severity: 'refuse' as const, details: { workerId } }];
    taken.add(workerId);
    const start = hours?.start ?? now.start;
    const end = hours?.end ?? now.end;
    const said = hours === undefined ? now.endDay : endDayOf(now, hours);
    const share: KeptShift = {
      ...now,
      id: nextId(),
      workerId,
      start,
      end,
      endDay: said ?? addDays(now.day, 1),
      status: 'planned',
      occurrenceKey: null,
      actual: null,
      coversShiftKey: null,
      coversAbsenceId: null,
      groupKey,
    };
    changes.push({ kind: 'insert', after: share });
    return problemsOf({ ...share, endDay: said }, around).map((problem) => ({
      ...problem,
      details: { ...problem.details, workerId: workerId ?? '' },
    }));
  });
  return planned(shiftPlan(changes), problems);
}

function endDayOf(now: KeptShift, hours: NonNullable<ShareWith['hours']>): KeptShift['endDay'] | null {
  if (hours.endsNextDay !== null) return addDays(now.day, hours.endsNextDay ? 1 : 0);
  return hours.end > hours.start ? now.day : null;
}

/**
 * Takes one PA out of a shared shift. The others keep theirs; the last one left is a shift like any other. Refuses
 * `shift.paid` and `share.not-shared`. A shift of the group that is paid is not touched.
 */
export function takeOutOfShare(input: {
  readonly subject: Subject;
  /** Kept shifts that have the same group key, the subject left out. */
  readonly group: readonly KeptShift[];
}): Result<Planned> {
  const { subject } = input;
  if (subject.now.paidIn !== null) return refused('shift.paid');
  if (subject.now.groupKey === null) return refused('share.not-shared');
  const left = input.group.filter((shift) => shift.status !== 'cancelled');
  const [last] = left;
  const alone: Change<KeptShift>[] =
    last !== undefined && left.length === 1 && last.paidIn === null
      ? [{ kind: 'update', before: last, after: { ...last, groupKey: null } }]
      : [];
  const gone = changeToNothing(subject);
  return planned(
    shiftPlan([
      gone.kind === 'remove' ? gone : { ...gone, after: { ...gone.after, groupKey: null } },
      ...alone,
    ]),
    [],
  );
}
