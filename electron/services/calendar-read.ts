import type { ReadAppointment, ReadPreview } from '@shared/api/calendar';
import type { Coded } from '@shared/api/common';
import { addDays, addYears, type IsoDay } from '@shared/dates';
import { minutesOfSpan, type Span, wallMinutesOfSpan } from '@shared/rota/span';
import { readAppointmentsOf } from '../db/queries/calendar';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { type CalendarNote, type Appointment as FileAppointment, readIcs } from '../files/calendars/read-ics';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';

type AppointmentRow = WorkspaceSchema['appointment'];

/** An appointment of a file that has a length of at most a day: only those say when somebody may be needed. */
type Taken = Span & Pick<FileAppointment, 'key' | 'title' | 'place' | 'repeats'>;

/** Notes after which an appointment that is not found may still be in the file. */
const NOT_WHOLE: readonly CalendarNote['code'][] = ['calendar.rule-too-long', 'calendar.more-than-shown'];

type Found = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly eventsInFile: number;
  readonly added: readonly Taken[];
  readonly changed: readonly { readonly row: AppointmentRow; readonly now: Taken }[];
  readonly same: number;
  readonly takenOff: readonly AppointmentRow[];
  readonly notes: readonly Coded[];
};

/** The event that a kept appointment was read from. */
function uidOf(sourceUid: string): string {
  const end = sourceUid.lastIndexOf('\n');
  return end === -1 ? sourceUid : sourceUid.slice(0, end);
}

/** What a file would do. From today on, for a year: what repeats for ever has to stop somewhere. */
function findIn(db: WorkspaceDatabase, householdId: string, bytes: Uint8Array, today: IsoDay): Found {
  const window = { from: today, to: addDays(addYears(today, 1), -1) };
  const read = readIcs(bytes, window);
  if (!read.ok) refuse(read.code, read.details, 'file');
  const { appointments, notes, eventsInFile } = read.value;
  const counts = { wholeDays: 0, noLength: 0, tooLong: 0, floating: 0 };
  const taken = new Map<string, Taken>();
  const cancelled = new Set<string>();
  for (const { key, title, place, when, repeats, cancelled: isOff, floating } of appointments) {
    if (isOff) {
      cancelled.add(key);
      continue;
    }
    if (when.allDay) {
      counts.wholeDays += 1;
      continue;
    }
    const span: Span = { day: when.fromDay, start: when.from, endDay: when.toDay, end: when.to };
    if (minutesOfSpan(span) <= 0) counts.noLength += 1;
    else if (wallMinutesOfSpan(span) > 24 * 60) counts.tooLong += 1;
    else {
      if (floating) counts.floating += 1;
      taken.set(key, { ...span, key, title, place, repeats });
    }
  }
  const uids = new Set(appointments.map((one) => one.uid));
  const isWhole = !notes.some((note) => NOT_WHOLE.includes(note.code));
  const kept = new Map<string, AppointmentRow>();
  const takenOff: AppointmentRow[] = [];
  for (const row of readAppointmentsOf(db, householdId)) {
    kept.set(row.source_uid, row);
    const isInWindow = row.end_day >= window.from && row.day <= window.to;
    if (taken.has(row.source_uid) || !isInWindow) continue;
    if (cancelled.has(row.source_uid) || (isWhole && uids.has(uidOf(row.source_uid)))) takenOff.push(row);
  }
  const added: Taken[] = [];
  const changed: { row: AppointmentRow; now: Taken }[] = [];
  let same = 0;
  for (const now of taken.values()) {
    const row = kept.get(now.key);
    if (row === undefined) added.push(now);
    else if (isSame(row, now)) same += 1;
    else changed.push({ row, now });
  }
  return {
    ...window,
    eventsInFile,
    added,
    changed,
    same,
    takenOff,
    notes: [
      ...notes.map(({ code, details }) => ({ code, values: { ...details } })),
      ...leftOut('calendar.whole-days-left-out', counts.wholeDays),
      ...leftOut('calendar.no-length-left-out', counts.noLength),
      ...leftOut('calendar.too-long-left-out', counts.tooLong),
      ...leftOut('calendar.no-zone', counts.floating),
    ],
  };
}

function leftOut(code: string, count: number): Coded[] {
  return count === 0 ? [] : [{ code, values: { count } }];
}

function isSame(row: AppointmentRow, now: Taken): boolean {
  return (
    row.day === now.day &&
    row.start_time === now.start &&
    row.end_day === now.endDay &&
    row.end_time === now.end &&
    row.title === now.title &&
    row.place === now.place
  );
}

/** What reading a calendar file would add, change and take off. Refuses a broken file whole, as `readIcs`. */
export function previewCalendar(
  context: ServiceContext,
  householdId: string,
  bytes: Uint8Array,
): ReadPreview {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const found = findIn(db, householdId, bytes, todayOf(context));
  const shown = (
    { day, start, endDay, end, title, place, repeats }: Omit<Taken, 'key'>,
    standing: ReadAppointment['standing'],
  ): ReadAppointment => ({ day, start, endDay, end, title, place, repeats, standing });
  const appointments = [
    ...found.added.map((one) => shown(one, 'new')),
    ...found.changed.map(({ now }) => shown(now, 'changed')),
    ...found.takenOff.map((row) =>
      shown(
        {
          day: row.day,
          start: row.start_time,
          endDay: row.end_day,
          end: row.end_time,
          title: row.title,
          place: row.place,
          repeats: false,
        },
        'taken-off',
      ),
    ),
  ].sort((a, b) => (`${a.day} ${a.start} ${a.title}` < `${b.day} ${b.start} ${b.title}` ? -1 : 1));
  return {
    from: found.from,
    to: found.to,
    eventsInFile: found.eventsInFile,
    added: found.added.length,
    changed: found.changed.length,
    same: found.same,
    takenOff: found.takenOff.length,
    appointments,
    notes: [...found.notes],
  };
}

/**
 * Takes over a calendar file in one action. The same file again changes what was read from it and doubles nothing.
 * Notes that the person wrote to an appointment stay. Refuses as `previewCalendar`.
 */
export function readCalendar(
  context: ServiceContext,
  householdId: string,
  bytes: Uint8Array,
): { added: number; changed: number; same: number; takenOff: number } {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const { added, changed, same, takenOff } = findIn(db, householdId, bytes, todayOf(context));
  if (added.length + changed.length + takenOff.length > 0)
    db.act({ name: 'rota.calendar-read', householdId, values: { count: added.length } }, (write) => {
      for (const now of added)
        write.insert('appointment', {
          id: context.ids.next(),
          household_id: householdId,
          note: '',
          source_uid: now.key,
          ...columnsOf(now),
        });
      for (const { row, now } of changed) write.update('appointment', row.id, columnsOf(now));
      for (const row of takenOff) write.remove('appointment', row.id);
    });
  return { added: added.length, changed: changed.length, same, takenOff: takenOff.length };
}

function columnsOf(now: Taken) {
  return {
    day: now.day,
    start_time: now.start,
    end_day: now.endDay,
    end_time: now.end,
    title: now.title,
    place: now.place,
  };
}
