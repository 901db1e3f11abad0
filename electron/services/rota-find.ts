import type { Coded } from '@shared/api/common';
import { type IsoDay, isIsoDay } from '@shared/dates';
import { dayOfOccurrence } from '@shared/rota/pattern';
import type { RotaProblem } from '@shared/rota/problem';
import type { RotaShift } from '@shared/rota/shift';
import { shiftByOccurrence } from '../db/queries/rota';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { loadRota } from './rota-data';

/** A shift of the rota by its key. Refuses with `not-found`. */
export function findShift(db: WorkspaceDatabase, householdId: string, key: string): RotaShift {
  const row = db.byId('shift', key);
  const day = row !== undefined && row.household_id === householdId ? row.day : occurrenceDay(key);
  if (day === undefined) refuse('not-found');
  const kept = shiftByOccurrence(db, householdId, key);
  const on = kept?.day ?? day;
  const { window } = loadRota(db, householdId, on, on);
  return [...window.shifts, ...window.cancelled].find((shift) => shift.key === key) ?? refuse('not-found');
}

function occurrenceDay(key: string): IsoDay | undefined {
  const day = dayOfOccurrence(key);
  return isIsoDay(day) ? day : undefined;
}

/** Refuses with the first problem that stops saving; what only needs a look is answered. */
export function refuseProblems(problems: readonly RotaProblem[], confirmed: readonly string[] = []): Coded[] {
  const stop = problems.find(
    (problem) =>
      problem.severity === 'refuse' || (problem.severity === 'ask' && !confirmed.includes(problem.code)),
  );
  if (stop !== undefined) refuse(stop.code, stop.details, stop.field);
  return problems
    .filter((problem) => problem.severity === 'warn')
    .map((problem) => ({ code: problem.code, values: { ...problem.details } }));
}
