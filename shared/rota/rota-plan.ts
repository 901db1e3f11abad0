import type { IsoDay } from '../dates';
import { ok, type Result, refused } from '../result';
import type { Absence } from './absence';
import { type KindOfWork, kindOfWorkFacts } from './kind-of-work';
import type { PlannedOccurrence, RotaPattern } from './pattern';
import type { RotaProblem } from './problem';
import type { RateBook } from './rate';
import type { Employed } from './rota-worker';
import type { Shift } from './shift';
import { type ShiftSurroundings, validateShift } from './validate-shift';

/** A kept shift with the one key that shifts of two or more PAs at the same work share; null for a shift of one. */
export type KeptShift = Shift & { readonly groupKey: string | null };

/** One row to be written, with what stood there before, so that it can be taken back. */
export type Change<Row> =
  | { readonly kind: 'insert'; readonly after: Row }
  | { readonly kind: 'update'; readonly before: Row; readonly after: Row }
  | { readonly kind: 'remove'; readonly before: Row };

/** Everything that one thing a person does writes to the rota, in order: values only. */
export type RotaPlan = {
  readonly patterns: readonly Change<RotaPattern>[];
  readonly shifts: readonly Change<KeptShift>[];
};

/** A plan that may be saved, with what is to be asked, warned of or told first. What is refused is no plan. */
export type Planned = { readonly plan: RotaPlan; readonly problems: readonly RotaProblem[] };

/** Gives a new id at each call. */
export type NextId = () => string;

/** What has to be known around the shifts that are changed. `shifts` are of the days around, as `rotaForWindow` gives them. */
export type Around = {
  readonly workers: readonly Employed[];
  readonly absences: readonly Absence[];
  readonly shifts: ShiftSurroundings['shifts'];
  readonly rates: RateBook;
};

/** A shift that is about to be changed: the row that is kept (null when only a pattern plans it) and how it stands now. */
export type Subject = { readonly kept: KeptShift | null; readonly now: KeptShift };

/** A kept shift to be changed. */
export function keptSubject(shift: KeptShift): Subject {
  return { kept: shift, now: shift };
}

/** A shift that only a pattern plans, to be changed: `id` is for the shift that will be kept in its place. */
export function plannedSubject(occurrence: PlannedOccurrence, id: string): Subject {
  return { kept: null, now: standIn(occurrence, id) };
}

/** The kept shift that stands for a planned one, as it was planned. */
export function standIn(occurrence: PlannedOccurrence, id: string): KeptShift {
  const { workerId, day, start, endDay, end, kindOfWork, key } = occurrence;
  return {
    id,
    workerId,
    day,
    start,
    endDay,
    end,
    kindOfWork,
    status: 'planned',
    occurrenceKey: key,
    actual: null,
    coversShiftKey: null,
    coversAbsenceId: null,
    paidIn: null,
    note: '',
    groupKey: null,
  };
}

/** The key by which the rota knows a kept shift. */
export function keyOfKept(shift: Pick<KeptShift, 'id' | 'occurrenceKey'>): string {
  return shift.occurrenceKey ?? shift.id;
}

/** The change that makes a subject into something else. */
export function changeTo(subject: Subject, after: KeptShift): Change<KeptShift> {
  return subject.kept === null
    ? { kind: 'insert', after }
    : { kind: 'update', before: subject.kept, after: { ...after, id: subject.kept.id } };
}

/** The change that takes a subject off the rota: what a pattern plans stays as cancelled, so that it is not planned again. */
export function changeToNothing(subject: Subject): Change<KeptShift> {
  return subject.kept !== null && subject.kept.occurrenceKey === null
    ? { kind: 'remove', before: subject.kept }
    : changeTo(subject, { ...subject.now, status: 'cancelled' });
}

/** A plan for kept shifts alone. */
export function shiftPlan(shifts: readonly Change<KeptShift>[]): RotaPlan {
  return { patterns: [], shifts };
}

/** The plan with its problems, or the first of them that refuses it. */
export function planned(plan: RotaPlan, problems: readonly RotaProblem[]): Result<Planned> {
  const stop = problems.find((problem) => problem.severity === 'refuse');
  return stop === undefined ? ok({ plan, problems }) : refused(stop.code, stop.details);
}

/** What is wrong with a shift as it would stand. */
export function problemsOf(
  shift: Pick<KeptShift, 'id' | 'occurrenceKey' | 'workerId' | 'day' | 'start' | 'end' | 'kindOfWork'> & {
    readonly endDay: IsoDay | null;
  },
  around: Around,
): readonly RotaProblem[] {
  const { workerId, day, start, endDay, end } = shift;
  return asMeant(
    shift.kindOfWork,
    validateShift(
      { key: keyOfKept(shift), workerId, day, start, endDay, end },
      {
        worker: around.workers.find((worker) => worker.id === workerId) ?? null,
        absences: around.absences,
        shifts: around.shifts,
      },
    ),
  );
}

/** A live-in day is meant to be long: that alone is nothing to look at. */
export function asMeant(kindOfWork: KindOfWork, problems: readonly RotaProblem[]): readonly RotaProblem[] {
  return kindOfWorkFacts(kindOfWork).hasOwnTime
    ? problems.filter((problem) => problem.code !== 'shift.very-long')
    : problems;
}
