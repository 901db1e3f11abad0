import type { AbsenceInput } from '@shared/api/absences';
import type { Coded } from '@shared/api/common';
import type { Absence as PlainAbsence } from '@shared/api/rota';
import { addDays, daysBetween, earlierDay, type IsoDay } from '@shared/dates';
import { exact, roundedToNearest } from '@shared/payroll/exact';
import { touchedShifts } from '@shared/rota/absence-and-pay';
import { type AbsenceCut, type AwayDays, checkAbsence } from '@shared/rota/absence-rules';
import { fitNotesOf, holidayRequestsOf } from '../db/queries/absences';
import { familyLeavesOf } from '../db/queries/pay-life';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext } from './context';
import { absenceOfRow, loadRota } from './rota-data';
import { refuseProblems } from './rota-find';
import { workerShortName } from './worker-name';

type AbsenceRow = WorkspaceSchema['absence'];

/** Time away as it is noted; what is not said stays as it was, or is as for most. */
export type AbsenceToSave = PlainAbsence & Partial<AbsenceInput>;

/** How far ahead shifts are counted that an absence without an end takes somebody from. */
const OPEN_DAYS = 27;
/** The most days of the rota that are looked at for one absence. */
const MOST_DAYS = 370;

/** The last day that shifts are counted to for an absence. */
export function countedTo(days: AwayDays): IsoDay {
  return earlierDay(days.lastDay ?? addDays(days.firstDay, OPEN_DAYS), addDays(days.firstDay, MOST_DAYS));
}

/** An absence that was checked and is not written yet. */
export type CheckedAbsence = {
  readonly id: string;
  readonly name: string;
  readonly shiftsTouched: number;
  readonly warnings: Coded[];
  readonly write: (write: ActionWriter) => void;
};

/**
 * Notes that a PA is away; the shifts it touches become gaps. Holiday that it falls in is given back and sickness without
 * an end is ended, when the person has said yes to that. Answers how many shifts, with what is worth a look.
 */
export function saveAbsence(
  context: ServiceContext,
  householdId: string,
  input: AbsenceToSave,
): { id: string; shiftsTouched: number; warnings: Coded[] } {
  const { id, name, shiftsTouched, warnings, write } = checkedAbsence(context, householdId, input);
  databaseOf(context).act(
    {
      name: 'rota.absence-saved',
      householdId,
      values: { name, day: input.firstDay, kind: input.kind },
    },
    write,
  );
  return { id, shiftsTouched, warnings };
}

/** Checks an absence for `saveAbsence`, so that it can be written with something else in one action. */
export function checkedAbsence(
  context: ServiceContext,
  householdId: string,
  input: AbsenceToSave,
): CheckedAbsence {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', input.workerId), householdId);
  const id = input.id ?? context.ids.next();
  const before = input.id === null ? undefined : ownedRow(db.byId('absence', id), householdId);
  if (before !== undefined) {
    if (before.worker_id !== input.workerId) refuse('not-found');
    refuseIfOfFamilyLeave(db, householdId, id);
  }
  const absence = {
    id,
    workerId: input.workerId,
    kind: input.kind,
    firstDay: input.firstDay,
    lastDay: input.lastDay,
    note: input.note,
  };
  const others = absencesOfWorker(db, worker.id);
  const plan = checkAbsence(
    absence,
    { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
    others.map(absenceOfRow),
  );
  const warnings = refuseProblems(plan.problems, input.confirmed);
  const { window } = loadRota(db, householdId, input.firstDay, countedTo(input));
  const touched = touchedShifts(absence, window.shifts, countedTo(input));
  if (touched.paidAlready > 0)
    warnings.push({ code: 'absence.some-paid', values: { name: workerShortName(worker) } });
  const mayKeep = input.kind !== 'holiday' && input.kind !== 'family' && input.kind !== 'sickness';
  const row: AbsenceRow = {
    id,
    household_id: householdId,
    worker_id: input.workerId,
    kind: input.kind,
    first_day: input.firstDay,
    last_day: input.lastDay,
    holiday_minutes: input.holidayMinutes,
    note: input.note,
    reason: input.kind === 'other' ? (input.reason ?? before?.reason ?? '') : '',
    pay_kept: bit(mayKeep && (input.payKept ?? before?.pay_kept === 1)),
    told_on: input.toldOn === undefined ? (before?.told_on ?? null) : input.toldOn,
    told_at: input.toldAt === undefined ? (before?.told_at ?? null) : input.toldAt,
  };
  return {
    id,
    name: workerShortName(worker),
    shiftsTouched: touched.shifts,
    warnings,
    write: (write) => {
      for (const cut of plan.cuts) writeCut(context, db, write, others, cut);
      if (before === undefined) write.insert('absence', row);
      else write.update('absence', id, row);
      if (before?.kind === 'sickness' && input.kind !== 'sickness') removeNotes(db, write, householdId, id);
    },
  };
}

/** Leaves of an absence what a new one does not take; its noted holiday hours are shared out by days. */
function writeCut(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  others: readonly AbsenceRow[],
  cut: AbsenceCut,
): void {
  const row = others.find((one) => one.id === cut.absenceId);
  if (row === undefined) throw new Error('An absence to cut that is not there');
  const partOf = (days: AwayDays): Pick<AbsenceRow, 'first_day' | 'last_day' | 'holiday_minutes'> => ({
    first_day: days.firstDay,
    last_day: days.lastDay,
    holiday_minutes:
      row.holiday_minutes === null || row.last_day === null || days.lastDay === null
        ? null
        : roundedToNearest(
            exact(row.holiday_minutes)
              .times(daysBetween(days.firstDay, days.lastDay) + 1)
              .div(daysBetween(row.first_day, row.last_day) + 1),
            0,
          ).toNumber(),
  });
  const [first, second] = [cut.before, cut.after].filter((part) => part !== null);
  if (first === undefined) removeRow(db, write, row);
  else write.update('absence', row.id, partOf(first));
  if (second !== undefined) write.insert('absence', { ...row, id: context.ids.next(), ...partOf(second) });
}

/** Takes an absence out with what hangs on it: its fit notes go, and a request that was agreed has no time away any more. */
function removeRow(db: WorkspaceDatabase, write: ActionWriter, row: AbsenceRow): void {
  removeNotes(db, write, row.household_id, row.id);
  for (const request of holidayRequestsOf(db, row.household_id))
    if (request.absence_id === row.id)
      write.update('holiday_request', request.id, { absence_id: null, answer: 'taken-back' });
  write.remove('absence', row.id);
}

function removeNotes(
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
  absenceId: string,
): void {
  for (const note of fitNotesOf(db, householdId))
    if (note.absence_id === absenceId) write.remove('fit_note', note.id);
}

/** Days away of a leave for a baby or child follow it: they are changed with the leave itself. */
function refuseIfOfFamilyLeave(db: WorkspaceDatabase, householdId: string, absenceId: string): void {
  if (familyLeavesOf(db, householdId).some((one) => one.absence_id === absenceId))
    refuse('absence.of-family-leave');
}

export function removeAbsence(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('absence', id), householdId);
  refuseIfOfFamilyLeave(db, householdId, id);
  const worker = db.byId('worker', row.worker_id);
  db.act(
    {
      name: 'rota.absence-removed',
      householdId,
      values: { name: worker === undefined ? '' : workerShortName(worker), day: row.first_day },
    },
    (write) => removeRow(db, write, row),
  );
}

/** Ends an absence the day before a PA is back. Refuses with `absence.back-before-away`, or what saving refuses. */
export function endAbsence(context: ServiceContext, householdId: string, id: string, backOn: IsoDay): void {
  const row = ownedRow(databaseOf(context).byId('absence', id), householdId);
  if (backOn <= row.first_day) refuse('absence.back-before-away', { firstDay: row.first_day }, 'backOn');
  saveAbsence(context, householdId, {
    id,
    workerId: row.worker_id,
    kind: row.kind,
    firstDay: row.first_day,
    lastDay: addDays(backOn, -1),
    holidayMinutes: row.holiday_minutes,
    note: row.note,
  });
}
