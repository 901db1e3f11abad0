import type { Appointment, AppointmentInput } from '@shared/api/calendar';
import type { Coded } from '@shared/api/common';
import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import {
  type Appointment as AppointmentRule,
  appointmentFacts,
  appointmentOn,
  checkAppointment,
} from '@shared/rota/appointment';
import { appointmentsBetween } from '../db/queries/calendar';
import { workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { loadRota } from './rota-data';
import { refuseProblems } from './rota-find';
import { workerShortName } from './worker-name';

/** The most days of appointments shown at once: a year and a month. */
const MOST_DAYS = 400;

type AppointmentRow = WorkspaceSchema['appointment'];

function ruleOf(row: AppointmentRow): AppointmentRule {
  return {
    id: row.id,
    day: row.day,
    start: row.start_time,
    endDay: row.end_day,
    end: row.end_time,
    title: row.title,
    place: row.place,
    note: row.note,
  };
}

function shown(
  db: WorkspaceDatabase,
  householdId: string,
  rows: readonly AppointmentRow[],
  from: IsoDay,
  to: IsoDay,
): Appointment[] {
  // A shift over midnight begins on the day before.
  const { window } = loadRota(db, householdId, addDays(from, -2), addDays(to, 1));
  const names = new Map(workersOf(db, householdId).map((worker) => [worker.id, workerShortName(worker)]));
  return rows.map((row) => {
    const appointment = ruleOf(row);
    const facts = appointmentFacts(appointment, window.shifts);
    const minutes = new Map<string, number>();
    for (const one of facts.with) minutes.set(one.workerId, (minutes.get(one.workerId) ?? 0) + one.minutes);
    return {
      ...appointment,
      isFromFile: row.source_uid !== '',
      with: [...minutes].map(([workerId, count]) => ({
        workerId,
        name: names.get(workerId) ?? '',
        minutes: count,
      })),
      alone: facts.alone.map(({ day, start, endDay, end }) => ({ day, start, endDay, end })),
      aloneMinutes: facts.aloneMinutes,
    };
  });
}

/** Appointments that touch some days, with who is there by the rota. Refuses `calendar.window-too-long`. */
export function listAppointments(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): Appointment[] {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (daysBetween(from, to) >= MOST_DAYS) refuse('calendar.window-too-long', {}, 'to');
  return shown(db, householdId, appointmentsBetween(db, householdId, from, to), from, to);
}

export function oneAppointment(context: ServiceContext, householdId: string, id: string): Appointment {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('appointment', id), householdId);
  const [found] = shown(db, householdId, [row], row.day, row.end_day);
  return found ?? refuse('not-found');
}

/**
 * Saves an appointment and copies it to other days at the same times, in one action. Refuses as `checkAppointment`, on
 * each of the days; `calendar.same-day` when a copy would be on the day of the appointment itself.
 */
export function saveAppointment(
  context: ServiceContext,
  householdId: string,
  input: AppointmentInput,
  alsoOn: readonly IsoDay[],
): { ids: string[]; warnings: Coded[] } {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const before = input.id === null ? null : ownedRow(db.byId('appointment', input.id), householdId);
  if (alsoOn.includes(input.day)) refuse('calendar.same-day', { day: input.day }, 'alsoOn');
  const first: AppointmentRule = {
    id: before?.id ?? context.ids.next(),
    day: input.day,
    start: input.start,
    endDay: input.endsNextDay ? addDays(input.day, 1) : input.day,
    end: input.end,
    title: input.title.trim(),
    place: input.place,
    note: input.note,
  };
  const all = [first, ...[...new Set(alsoOn)].map((day) => appointmentOn(first, day, context.ids.next()))];
  const warnings = all.flatMap((one) =>
    refuseProblems(checkAppointment({ ...one, endDay: input.endsNextDay ? one.endDay : null })).map(
      (warning) => ({ ...warning, values: { ...warning.values, day: one.day } }),
    ),
  );
  db.act({ name: 'rota.appointment-saved', householdId, values: { name: first.title } }, (write) => {
    for (const one of all) {
      const row: AppointmentRow = {
        id: one.id,
        household_id: householdId,
        day: one.day,
        start_time: one.start,
        end_day: one.endDay,
        end_time: one.end,
        title: one.title,
        place: one.place,
        note: one.note,
        source_uid: one === first ? (before?.source_uid ?? '') : '',
      };
      if (one === first && before !== null) write.update('appointment', row.id, row);
      else write.insert('appointment', row);
    }
  });
  return { ids: all.map((one) => one.id), warnings };
}

export function removeAppointment(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('appointment', id), householdId);
  db.act({ name: 'rota.appointment-removed', householdId, values: { name: row.title } }, (write) =>
    write.remove('appointment', row.id),
  );
}
