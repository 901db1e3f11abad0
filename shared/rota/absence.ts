import type { IsoDay } from '../dates';

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
