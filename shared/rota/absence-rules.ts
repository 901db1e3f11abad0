import { addDays, addYears, daysBetween, type IsoDay } from '../dates';
import type { Absence, AbsenceKind } from './absence';
import type { RotaProblem } from './problem';
import type { Employed } from './rota-worker';

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

export type AbsenceProblem =
  | 'absence.ends-before-it-starts'
  | 'absence.before-first-day'
  | 'absence.after-last-day'
  | 'absence.goes-past-last-day'
  /** More than a year in one go: is the last day right? */
  | 'absence.very-long'
  /** Sick, called to a jury or the like in booked holiday: those days of holiday can be given back. */
  | 'absence.holiday-given-back'
  /** Sickness without an end: it can end the day before. */
  | 'absence.open-sickness-ends'
  /** The same kind at the same time: the one that is there should be made longer. */
  | 'absence.same-kind-there'
  | 'absence.overlaps';

export type AbsencePlan = {
  /** Of severity `refuse`, or `ask` when a yes solves it. Empty when it can be saved as it is. */
  readonly problems: readonly RotaProblem<AbsenceProblem>[];
  /** What is to be changed when every question is answered with yes. */
  readonly cuts: readonly AbsenceCut[];
};

/** Kinds that take their days out of booked holiday: nobody chose them, or the law gives them. */
const BEFORE_HOLIDAY: readonly AbsenceKind[] = ['sickness', 'family', 'carers', 'jury', 'other'];

/**
 * What is wrong with an absence being entered, and what it does to others of the same worker. Its days have to be days of
 * the job. Holiday gives way to sickness and to leave that nobody chose (a worker who falls ill in holiday may take it
 * another time: Working Time Regulations 1998 regs 13 and 15, recalled); sickness without an end gives way to what begins
 * after it. `others` may hold the absence itself in its former form: it is known by its id.
 */
export function checkAbsence(absence: Absence, worker: Employed, others: readonly Absence[]): AbsencePlan {
  const problems: RotaProblem<AbsenceProblem>[] = [];
  const cuts: AbsenceCut[] = [];
  const { firstDay, lastDay } = absence;
  if (lastDay !== null && lastDay < firstDay)
    return {
      problems: [{ code: 'absence.ends-before-it-starts', severity: 'refuse', field: 'lastDay' }],
      cuts,
    };
  problems.push(...outsideTheJob(absence, worker));
  if (lastDay !== null && lastDay >= addYears(firstDay, 1))
    problems.push({
      code: 'absence.very-long',
      severity: 'ask',
      field: 'lastDay',
      details: { days: daysBetween(firstDay, lastDay) + 1 },
    });
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

function outsideTheJob({ firstDay, lastDay }: AwayDays, worker: Employed): RotaProblem<AbsenceProblem>[] {
  const problems: RotaProblem<AbsenceProblem>[] = [];
  if (worker.firstDay !== null && firstDay < worker.firstDay)
    problems.push({
      code: 'absence.before-first-day',
      severity: 'refuse',
      field: 'firstDay',
      details: { firstDay: worker.firstDay },
    });
  if (worker.lastDay !== null && firstDay > worker.lastDay)
    problems.push({
      code: 'absence.after-last-day',
      severity: 'refuse',
      field: 'firstDay',
      details: { lastDay: worker.lastDay },
    });
  else if (worker.lastDay !== null && lastDay !== null && lastDay > worker.lastDay)
    problems.push({
      code: 'absence.goes-past-last-day',
      severity: 'refuse',
      field: 'lastDay',
      details: { lastDay: worker.lastDay },
    });
  return problems;
}

function overlapCode(absence: Absence, other: Absence): AbsenceProblem {
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
