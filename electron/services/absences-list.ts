import type { ListedAbsence } from '@shared/api/absences';
import { clockTime } from '@shared/clock-time';
import { addYears, type IsoDay } from '@shared/dates';
import { type FitNote, fitNotesState } from '@shared/rota/fit-notes';
import { absencesSince, fitNotesOf } from '../db/queries/absences';
import { familyLeavesOf } from '../db/queries/pay-life';
import { workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { shownProblem } from './absences-preview';
import { countedTo } from './absences-save';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadRota } from './rota-data';
import { workerName, workerShortName } from './worker-name';

/** How far back the list goes, in years. */
const LIST_YEARS = 2;

/** A fit note as the rules take it. */
export function fitNoteOfRow(row: WorkspaceSchema['fit_note']): FitNote {
  return { id: row.id, from: row.from_day, to: row.to_day, says: row.says };
}

/** Shifts of an absence that nobody covers, from a day on. */
function uncoveredFrom(db: WorkspaceDatabase, row: WorkspaceSchema['absence'], today: IsoDay): number {
  if (row.last_day !== null && row.last_day < today) return 0;
  const last = countedTo({ firstDay: row.first_day < today ? today : row.first_day, lastDay: row.last_day });
  const { window } = loadRota(db, row.household_id, row.first_day < today ? today : row.first_day, last);
  return window.shifts.filter((shift) => shift.absenceId === row.id && shift.needsSomeone).length;
}

/** Who is away, was in the last two years or will be; newest first. */
export function listAbsences(
  context: ServiceContext,
  householdId: string,
  only: { readonly workerId: string | null; readonly kind: ListedAbsence['kind'] | null },
): ListedAbsence[] {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (only.workerId !== null) ownedRow(db.byId('worker', only.workerId), householdId);
  const today = todayOf(context);
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  const leaves = new Map(familyLeavesOf(db, householdId).map((one) => [one.absence_id, one.id]));
  const notes = fitNotesOf(db, householdId);
  return absencesSince(db, householdId, addYears(today, -LIST_YEARS)).flatMap((row): ListedAbsence[] => {
    const worker = workers.get(row.worker_id);
    if (worker === undefined) return [];
    if (only.workerId !== null && row.worker_id !== only.workerId) return [];
    if (only.kind !== null && row.kind !== only.kind) return [];
    const own = notes.filter((note) => note.absence_id === row.id);
    const state =
      row.kind === 'sickness'
        ? fitNotesState({ firstDay: row.first_day, lastDay: row.last_day }, own.map(fitNoteOfRow), today)
        : null;
    return [
      {
        id: row.id,
        workerId: row.worker_id,
        kind: row.kind,
        firstDay: row.first_day,
        lastDay: row.last_day,
        holidayMinutes: row.holiday_minutes,
        note: row.note,
        name: workerName(worker),
        shortName: workerShortName(worker),
        when:
          row.first_day > today ? 'coming' : row.last_day !== null && row.last_day < today ? 'past' : 'now',
        reason: row.reason,
        payKept: row.pay_kept === 1,
        toldOn: row.told_on,
        toldAt: row.told_at === null ? null : clockTime(row.told_at),
        familyLeaveId: leaves.get(row.id) ?? null,
        uncovered: uncoveredFrom(db, row, today),
        fitNotes: own.map((note) => ({
          id: note.id,
          fromDay: note.from_day,
          toDay: note.to_day,
          says: note.says,
          seenOn: note.seen_on,
        })),
        fitNoteProblems: (state?.problems ?? []).map(shownProblem),
      },
    ];
  });
}
