import type { Coded } from '@shared/api/common';
import type { ShiftInput } from '@shared/api/rota';
import { addDays } from '@shared/dates';
import { dayOfOccurrence } from '@shared/rota/pattern';
import { asMeant } from '@shared/rota/rota-plan';
import type { RotaShift } from '@shared/rota/shift';
import { validateShift } from '@shared/rota/validate-shift';
import { latenessOf } from '../db/queries/rota-shifts';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { loadRota } from './rota-data';
import { findShift, refuseProblems } from './rota-find';
import { withTimesInside } from './rota-nights';
import { AS_PLANNED } from './shift-rows';
import { workerShortName } from './worker-name';

type ShiftRow = WorkspaceSchema['shift'];

/** The kept row of a shift, or a new one that stands for the planned one. Paid ones are refused with `shift.paid`. */
export function keptRow(
  context: ServiceContext,
  householdId: string,
  shift: RotaShift,
): { row: ShiftRow; isNew: boolean } {
  if (shift.paidIn !== null) refuse('shift.paid');
  const db = databaseOf(context);
  if (shift.shiftId !== null)
    return { row: ownedRow(db.byId('shift', shift.shiftId), householdId), isNew: false };
  return {
    isNew: true,
    row: {
      id: context.ids.next(),
      household_id: householdId,
      worker_id: shift.workerId,
      occurrence_key: shift.occurrenceKey,
      occurrence_day: shift.occurrenceKey === null ? null : dayOfOccurrence(shift.occurrenceKey),
      day: shift.day,
      start_time: shift.start,
      end_day: shift.endDay,
      end_time: shift.end,
      kind_of_work: shift.kindOfWork,
      status: 'planned',
      ...AS_PLANNED,
      covers_key: shift.coversShiftKey,
      covers_absence_id: shift.coversAbsenceId,
      note: shift.note,
      paid_in: null,
      group_key: null,
      times_known: 'times',
    },
  };
}

/** Writes a shift that `confirmedRows` gave. */
export function writeShift(write: ActionWriter, row: ShiftRow, isNew: boolean): void {
  if (isNew) write.insert('shift', row);
  else write.update('shift', row.id, row);
}

/** Adds or changes one shift. An end that is not after the start is asked about with `shift.ends-next-day`. */
export function saveShift(
  context: ServiceContext,
  householdId: string,
  input: ShiftInput,
): { key: string; warnings: Coded[] } {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const existing = input.key === null ? null : findShift(db, householdId, input.key);
  const worker = input.workerId === null ? null : ownedRow(db.byId('worker', input.workerId), householdId);
  const endDay = input.endsNextDay ? addDays(input.day, 1) : null;
  const around = loadRota(db, householdId, addDays(input.day, -1), addDays(input.day, 2));
  const warnings = refuseProblems(
    asMeant(
      input.kindOfWork,
      validateShift(
        {
          key: input.key,
          workerId: input.workerId,
          day: input.day,
          start: input.start,
          end: input.end,
          endDay,
        },
        {
          worker:
            worker === null ? null : { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
          absences: around.absences,
          shifts: around.window.shifts,
        },
      ),
    ),
  );
  const { row, isNew } =
    existing === null
      ? {
          isNew: true,
          row: keptRow(context, householdId, {
            ...EMPTY_SHIFT,
            workerId: input.workerId,
            day: input.day,
            start: input.start,
            endDay: endDay ?? input.day,
            end: input.end,
            kindOfWork: input.kindOfWork,
          }).row,
        }
      : keptRow(context, householdId, existing);
  const covered = input.coversKey === null ? null : findShift(db, householdId, input.coversKey);
  const changed: ShiftRow = {
    ...row,
    worker_id: input.workerId,
    day: input.day,
    start_time: input.start,
    end_day: endDay ?? input.day,
    end_time: input.end,
    kind_of_work: input.kindOfWork,
    covers_key: input.coversKey,
    covers_absence_id: covered?.absenceId ?? null,
    note: input.note,
    // A changed plan is to be confirmed again, and its times are known now.
    status: 'planned',
    ...AS_PLANNED,
    times_known: 'times',
  };
  const name = worker === null ? '' : workerShortName(worker);
  db.act(
    {
      name: existing === null ? 'rota.shift-added' : 'rota.shift-changed',
      householdId,
      values: { name, day: input.day },
    },
    (write) => writeShift(write, changed, isNew),
  );
  return { key: changed.occurrence_key ?? changed.id, warnings };
}

const EMPTY_SHIFT = {
  key: '',
  shiftId: null,
  patternId: null,
  occurrenceKey: null,
  state: 'planned',
  actual: null,
  plannedMinutes: 0,
  minutes: 0,
  startsAt: 0,
  endsAt: 0,
  offBecause: null,
  absenceId: null,
  absenceKind: null,
  coversShiftKey: null,
  coversAbsenceId: null,
  coveredBy: [],
  overlaps: [],
  needsSomeone: false,
  paidIn: null,
  note: '',
} as const satisfies Partial<RotaShift>;

/** Whether a shift can have been worked; on family leave too, as a keeping in touch day. */
function mayBeConfirmed(shift: RotaShift): boolean {
  if (shift.state === 'planned' || shift.state === 'confirmed') return true;
  return shift.state === 'off' && shift.offBecause === 'absence' && shift.absenceKind === 'family';
}

/** What was worked on one shift; null for as planned. */
export type WorkedHours = {
  readonly key: string;
  readonly actual: {
    readonly start: RotaShift['start'];
    readonly end: RotaShift['end'];
    readonly endsNextDay: boolean;
    readonly awakeMinutes: number | null;
    readonly reason: string;
  } | null;
};

/** Says what was really worked, for any number of shifts at once. Sick or open shifts are refused with `shift.nobody-worked`. */
export function confirmHours(
  context: ServiceContext,
  householdId: string,
  inputs: readonly WorkedHours[],
): number {
  const rows = confirmedRows(context, householdId, inputs);
  databaseOf(context).act(
    { name: 'rota.hours-confirmed', householdId, values: { count: rows.length } },
    (write) => {
      for (const { row, isNew } of rows) writeShift(write, row, isNew);
    },
  );
  return rows.length;
}

/** The rows of shifts with what was worked on them, checked and not written yet. Refuses as `confirmHours`. */
export function confirmedRows(
  context: ServiceContext,
  householdId: string,
  inputs: readonly WorkedHours[],
): readonly { readonly row: ShiftRow; readonly isNew: boolean }[] {
  const db = databaseOf(context);
  return inputs.map(({ key, actual }) => {
    const shift = findShift(db, householdId, key);
    if (shift.workerId === null || !mayBeConfirmed(shift)) refuse('shift.nobody-worked', { day: shift.day });
    if (shift.day > context.clock.today()) refuse('shift.not-yet', { day: shift.day });
    const { row, isNew } = keptRow(context, householdId, shift);
    if (actual === null) return { row: withTimesInside(db, { ...row, status: 'confirmed' as const }), isNew };
    const endDay = actual.endsNextDay ? addDays(shift.day, 1) : shift.day;
    const own = {
      key,
      workerId: shift.workerId,
      day: shift.day,
      start: actual.start,
      end: actual.end,
      endDay: actual.endsNextDay ? endDay : null,
    };
    refuseProblems(validateShift(own, { worker: null, absences: [], shifts: [] }));
    if (actual.reason.trim() === '' && (actual.start !== shift.start || actual.end !== shift.end))
      refuse('shift.reason-needed', { day: shift.day }, 'reason');
    return {
      isNew,
      row: withTimesInside(db, {
        ...row,
        status: 'confirmed' as const,
        actual_start_time: actual.start,
        actual_end_day: endDay,
        actual_end_time: actual.end,
        actual_awake_minutes: actual.awakeMinutes,
        actual_reason: actual.reason,
        times_known: 'times',
      }),
    };
  });
}

/** Takes a confirmation back, until it is paid. */
export function unconfirm(context: ServiceContext, householdId: string, key: string): void {
  const db = databaseOf(context);
  const shift = findShift(db, householdId, key);
  const { row } = keptRow(context, householdId, shift);
  if (row.status !== 'confirmed') refuse('shift.not-confirmed');
  db.act({ name: 'rota.confirmation-taken-back', householdId, values: { day: shift.day } }, (write) => {
    // A late start was part of what was confirmed.
    for (const late of latenessOf(db, row.id)) write.remove('lateness', late.id);
    write.update('shift', row.id, {
      status: 'planned',
      ...AS_PLANNED,
    });
  });
}
