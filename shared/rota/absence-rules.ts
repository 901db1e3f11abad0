import { addDays, type IsoDay } from '../dates';
import { type Absence, type AbsenceKind, isAwayOn } from './absence';
import type { RotaProblem } from './problem';

/** An absence's days: whole days, both included; a null last day is not known yet. */
export type AwayDays = { readonly firstDay: IsoDay; readonly lastDay: IsoDay | null };

/** Whether two stretches of days share a day. */
export function daysOverlap(a: AwayDays, b: AwayDays): boolean {
  return (b.lastDay === null || a.firstDay <= b.lastDay) && (a.lastDay === null || b.firstDay <= a.lastDay);
}

/** What is left of an absence when other days are taken out of it. */
export type CutAbsence = { readonly before: AwayDays | null; readonly after: AwayDays | null };

/** Takes days out of an absence. Nothing comes after days whose end is not known. */
export function cutAbsence(absence: AwayDays, out: AwayDays): CutAbsence {
  if (!daysOverlap(absence, out)) return { before: plainDays(absence), after: null };
  const before =
    absence.firstDay < out.firstDay
      ? { firstDay: absence.firstDay, lastDay: addDays(out.firstDay, -1) }
      : null;
  const goesOn = out.lastDay !== null && (absence.lastDay === null || absence.lastDay > out.lastDay);
  const after =
    goesOn && out.lastDay !== null ? { firstDay: addDays(out.lastDay, 1), lastDay: absence.lastDay } : null;
  return { before, after };
}

function plainDays({ firstDay, lastDay }: AwayDays): AwayDays {
  return { firstDay, lastDay };
}

/** One absence that is already there, and what becomes of it if the answer is yes. */
export type AbsenceCut = CutAbsence & { readonly absenceId: string };

export type OverlapProblem =
  /** Sick, called to a jury or the like in booked holiday: those days of holiday can be given back. */
  | 'absence.holiday-given-back'
  /** Sickness without an end: it can end the day before. */
  | 'absence.open-sickness-ends'
  /** The same kind at the same time: the one that is there should be made longer. */
  | 'absence.same-kind-there'
  | 'absence.overlaps';

export type OverlapPlan = {
  /** Of severity `refuse`, or `ask` when a cut solves it. Empty when nothing overlaps. */
  readonly problems: readonly RotaProblem<OverlapProblem>[];
  /** What is to be changed when every question is answered with yes. */
  readonly cuts: readonly AbsenceCut[];
};

/** Kinds that take their days out of booked holiday: nobody chose them, or the law gives them. */
const BEFORE_HOLIDAY: readonly AbsenceKind[] = ['sickness', 'family', 'carers', 'jury', 'other'];

/**
 * What an absence being entered does to others of the same worker: cut, or refused. Holiday gives way to sickness and to
 * leave that nobody chose (a worker who falls ill in holiday may take it another time: Working Time Regulations 1998
 * regs 13 and 15, recalled); sickness without an end gives way to what begins after it. All else is refused.
 * `others` may hold the absence itself in its former form: it is known by its id.
 */
export function planOverlaps(absence: Absence, others: readonly Absence[]): OverlapPlan {
  const problems: RotaProblem<OverlapProblem>[] = [];
  const cuts: AbsenceCut[] = [];
  for (const other of others) {
    if (other.id === absence.id || other.workerId !== absence.workerId || !daysOverlap(absence, other))
      continue;
    const code = overlapCode(absence, other);
    const solved = code === 'absence.holiday-given-back' || code === 'absence.open-sickness-ends';
    problems.push({
      code,
      severity: solved ? 'ask' : 'refuse',
      field: 'firstDay',
      details: {
        absenceId: other.id,
        kind: other.kind,
        firstDay: other.firstDay,
        lastDay: other.lastDay ?? '',
      },
    });
    // Sickness that nobody knew the end of does not come back after what it gave way to.
    const cut = cutAbsence(other, absence);
    if (solved)
      cuts.push({
        absenceId: other.id,
        before: cut.before,
        after: code === 'absence.open-sickness-ends' ? null : cut.after,
      });
  }
  return { problems, cuts };
}

function overlapCode(absence: Absence, other: Absence): OverlapProblem {
  if (other.kind === 'holiday' && BEFORE_HOLIDAY.includes(absence.kind)) return 'absence.holiday-given-back';
  if (other.kind === absence.kind) return 'absence.same-kind-there';
  if (other.kind === 'sickness' && other.lastDay === null && other.firstDay < absence.firstDay)
    return 'absence.open-sickness-ends';
  return 'absence.overlaps';
}

/** Who else is away on days of an absence, in order of their first day. Never more than that they are away. */
export function othersAway(
  absence: AwayDays & { readonly workerId: string },
  absences: readonly Absence[],
): readonly (AwayDays & { readonly workerId: string; readonly absenceId: string })[] {
  return absences
    .filter((other) => other.workerId !== absence.workerId && daysOverlap(absence, other))
    .map(({ id, workerId, firstDay, lastDay }) => ({ absenceId: id, workerId, firstDay, lastDay }))
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
}

/** Absences of sickness that nobody has ended, `days` or more old: is the PA still away? */
export function sicknessToAskAbout(
  absences: readonly Absence[],
  today: IsoDay,
  days: number,
): readonly Absence[] {
  return absences.filter(
    (absence) =>
      absence.kind === 'sickness' &&
      absence.lastDay === null &&
      addDays(absence.firstDay, days) <= today &&
      isAwayOn(absence, today),
  );
}
