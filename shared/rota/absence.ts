import type { IsoDay } from '../dates';
import type { RotaProblem } from './problem';
import type { Employed } from './rota-worker';

const ABSENCE_KINDS = ['sickness', 'holiday', 'unpaid', 'family', 'carers', 'jury', 'other'] as const;

export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Whole days on which a worker is away. */
export type Absence = {
  readonly id: string;
  readonly workerId: string;
  readonly kind: AbsenceKind;
  readonly firstDay: IsoDay;
  /** Null: not back yet, and nobody knows when. */
  readonly lastDay: IsoDay | null;
  readonly note: string;
};

/** Whether a day is one of the absence. */
export function isAwayOn(absence: Absence, day: IsoDay): boolean {
  return absence.firstDay <= day && (absence.lastDay === null || absence.lastDay >= day);
}

/** The shifts an absence touches: those of the same worker that start on one of its days. */
export function shiftsTouched<S extends { readonly workerId: string | null; readonly day: IsoDay }>(
  absence: Absence,
  shifts: readonly S[],
): readonly S[] {
  return shifts.filter((shift) => shift.workerId === absence.workerId && isAwayOn(absence, shift.day));
}

/** Answers which absence a worker has on a day; the one that began first when there are two. */
export type AbsenceBook = { readonly find: (workerId: string, day: IsoDay) => Absence | null };

/** Puts absences in order, so that each look-up is quick. */
export function openAbsenceBook(absences: readonly Absence[]): AbsenceBook {
  const byWorker = new Map<string, Absence[]>();
  for (const absence of absences) {
    const list = byWorker.get(absence.workerId);
    if (list) list.push(absence);
    else byWorker.set(absence.workerId, [absence]);
  }
  for (const list of byWorker.values()) list.sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  return {
    find: (workerId, day) => byWorker.get(workerId)?.find((absence) => isAwayOn(absence, day)) ?? null,
  };
}

export type AbsenceProblem =
  | 'absence.ends-before-it-starts'
  | 'absence.overlaps'
  | 'absence.before-first-day'
  | 'absence.after-last-day'
  | 'absence.goes-past-last-day';

/**
 * What is wrong with an absence being entered; empty when it can be saved. `others` may hold the absence itself in its
 * former form: it is known by its id.
 */
export function checkAbsence(
  absence: Absence,
  worker: Employed,
  others: readonly Absence[],
): readonly RotaProblem<AbsenceProblem>[] {
  const problems: RotaProblem<AbsenceProblem>[] = [];
  const { firstDay, lastDay } = absence;
  if (lastDay !== null && lastDay < firstDay) {
    problems.push({ code: 'absence.ends-before-it-starts', severity: 'refuse', field: 'lastDay' });
    return problems;
  }
  if (worker.firstDay !== null && firstDay < worker.firstDay) {
    problems.push({
      code: 'absence.before-first-day',
      severity: 'refuse',
      field: 'firstDay',
      details: { firstDay: worker.firstDay },
    });
  }
  if (worker.lastDay !== null && firstDay > worker.lastDay) {
    problems.push({
      code: 'absence.after-last-day',
      severity: 'refuse',
      field: 'firstDay',
      details: { lastDay: worker.lastDay },
    });
  } else if (worker.lastDay !== null && lastDay !== null && lastDay > worker.lastDay) {
    problems.push({
      code: 'absence.goes-past-last-day',
      severity: 'refuse',
      field: 'lastDay',
      details: { lastDay: worker.lastDay },
    });
  }
  for (const other of others) {
    if (other.id === absence.id || other.workerId !== absence.workerId) continue;
    const apart =
      (lastDay !== null && lastDay < other.firstDay) || (other.lastDay !== null && other.lastDay < firstDay);
    if (!apart) {
      problems.push({
        code: 'absence.overlaps',
        severity: 'refuse',
        field: 'firstDay',
        details: {
          absenceId: other.id,
          kind: other.kind,
          firstDay: other.firstDay,
          lastDay: other.lastDay ?? '',
        },
      });
    }
  }
  return problems;
}
