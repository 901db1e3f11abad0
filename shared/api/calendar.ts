import { z } from 'zod';
import { call, coded, day, fileIn, fileOut, id, line, minutes, note, requiredLine, time } from './common';

const inHousehold = z.object({ householdId: id });

/** From one wall-clock moment to another, or whole days, both included. */
const calendarTime = z.discriminatedUnion('allDay', [
  z.object({ allDay: z.literal(false), fromDay: day, from: time, toDay: day, to: time }),
  z.object({ allDay: z.literal(true), fromDay: day, toDay: day }),
]);

export const calendarKind = z.enum(['shift', 'sleep-in', 'training', 'needs-someone', 'away']);

const calendarChange = z.object({
  id: z.string(),
  change: z.enum(['added', 'changed', 'taken-off']),
  kind: calendarKind,
  /** Whose it is, in the household's calendar. */
  name: z.string().nullable(),
  when: calendarTime,
  /** Where it was before, when that has changed. */
  before: calendarTime.nullable(),
});
export type CalendarChange = z.infer<typeof calendarChange>;

const madeCalendar = z.object({
  /** Null: the household's own. */
  workerId: id.nullable(),
  name: z.string(),
  /** The day the file was last made; null when it never was. */
  madeOn: day.nullable(),
  /** How many entries a file made now would hold. */
  entries: z.int(),
  added: z.int(),
  changed: z.int(),
  takenOff: z.int(),
  /** What has changed since, by time; the first of them when there are many. */
  changes: z.array(calendarChange),
});
export type MadeCalendar = z.infer<typeof madeCalendar>;

const span = z.object({ day, start: time, endDay: day, end: time });

const appointment = span.extend({
  id,
  title: z.string(),
  place: z.string(),
  note: z.string(),
  /** Whether it was read from a calendar file: reading that again changes it. */
  isFromFile: z.boolean(),
  /** Who is there by the rota, and for how long of it. */
  with: z.array(z.object({ workerId: id, name: z.string(), minutes })),
  /** When nobody is there. */
  alone: z.array(span),
  aloneMinutes: minutes,
});
export type Appointment = z.infer<typeof appointment>;

export const appointmentInput = z.object({
  /** Null for a new one. */
  id: id.nullable(),
  day,
  start: time,
  end: time,
  /** The person said that it ends on the next day. */
  endsNextDay: z.boolean(),
  title: requiredLine,
  place: line,
  note,
});
export type AppointmentInput = z.infer<typeof appointmentInput>;

const readAppointment = span.extend({
  title: z.string(),
  place: z.string(),
  standing: z.enum(['new', 'changed', 'same', 'taken-off']),
  repeats: z.boolean(),
});
export type ReadAppointment = z.infer<typeof readAppointment>;

const readCounts = { added: z.int(), changed: z.int(), same: z.int(), takenOff: z.int() };

const readPreview = z.object({
  /** The days that are taken from the file. */
  from: day,
  to: day,
  eventsInFile: z.int(),
  ...readCounts,
  /** By time; those that stay the same apart. */
  appointments: z.array(readAppointment),
  notes: z.array(coded),
});
export type ReadPreview = z.infer<typeof readPreview>;

/** Calls for appointments, and calendar files that keep their entries. */
export const calendarContract = {
  /** The calendar files: the household's own first, then each PA's, and what has changed since they were made. */
  view: call.input(inHousehold).output(z.object({ from: day, to: day, calendars: z.array(madeCalendar) })),
  /** Makes a calendar file, and keeps what it held so that the next one can follow the changes. */
  make: call
    .input(inHousehold.extend({ workerId: id.nullable() }))
    .output(z.object({ file: fileOut, added: z.int(), changed: z.int(), takenOff: z.int() })),
  /** Appointments that touch the days from `from` to `to`, by time. */
  appointments: call.input(inHousehold.extend({ from: day, to: day })).output(z.array(appointment)),
  appointment: call.input(inHousehold.extend({ id })).output(appointment),
  /** Saves an appointment, and copies it to other days at the same times. */
  saveAppointment: call
    .input(inHousehold.extend({ appointment: appointmentInput, alsoOn: z.array(day).max(60) }))
    .output(z.object({ ids: z.array(id), warnings: z.array(coded) })),
  removeAppointment: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** What reading a calendar file would add and change. Nothing is kept. */
  previewFile: call.input(inHousehold.extend({ file: fileIn })).output(readPreview),
  /** Takes over the whole file, or nothing of it. */
  readFile: call.input(inHousehold.extend({ file: fileIn })).output(z.object(readCounts)),
};
