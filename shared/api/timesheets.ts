import { z } from 'zod';
import { call, coded, day, fileOut, id, line, minutes, requiredLine, time } from './common';
import { kindOfWork } from './people';
import { shiftKey } from './rota';

const ofPeriod = z.object({ householdId: id, workerId: id, from: day, to: day });

const span = z.object({ day, start: time, endDay: day, end: time });

/** `locked`: it is paid, and a change becomes a correction in the next pay. */
export const timesheetStanding = z.enum(['to-confirm', 'confirmed', 'locked', 'away', 'cancelled']);

const timesheetLine = z.object({
  key: shiftKey,
  kindOfWork,
  standing: timesheetStanding,
  /** Whether its day is over. On its day its hours may be confirmed, and are not asked for yet. */
  isPast: z.boolean(),
  mayConfirm: z.boolean(),
  planned: span,
  plannedMinutes: minutes,
  /** What was worked; null while it is not confirmed, and when nothing was. */
  worked: span.nullable(),
  workedMinutes: minutes,
  /** Worked less planned, in minutes; 0 while it is not confirmed. */
  differenceMinutes: z.int(),
  reason: z.string(),
  awakeMinutes: minutes,
  /** Only how long it was is known, on the day or in the pay period: its times only hold that. */
  timesKnown: z.enum(['day', 'period']).optional(),
});
export type TimesheetLine = z.infer<typeof timesheetLine>;

const agreement = z.object({ how: z.enum(['signed', 'typed']), name: z.string(), on: day });

/** How far a timesheet is: what is confirmed, what the PA has agreed to, what is paid. */
const timesheetSteps = z.object({
  /** Shifts that were worked or are still to come; those away or cancelled apart. */
  shifts: z.int(),
  /** Shifts whose day is over and that wait to be confirmed. */
  toConfirm: z.int(),
  /** Shifts of today and of days to come that are not confirmed. */
  toCome: z.int(),
  paid: z.enum(['none', 'some', 'all']),
  agreed: z.enum(['no', 'yes', 'changed']),
  agreement: agreement.nullable(),
  plannedMinutes: minutes,
  workedMinutes: minutes,
  /** Sleep-ins that were worked. */
  sleepIns: z.int(),
});
export type TimesheetSteps = z.infer<typeof timesheetSteps>;

export const timesheetView = z.object({
  workerId: id,
  name: z.string(),
  from: day,
  to: day,
  steps: timesheetSteps,
  lines: z.array(timesheetLine),
  /** By kind of work. */
  totals: z.array(
    z.object({
      kindOfWork,
      shifts: z.int(),
      plannedMinutes: minutes,
      workedMinutes: minutes,
      awakeMinutes: minutes,
    }),
  ),
  differenceMinutes: z.int(),
  problems: z.array(coded),
  /** The pay periods just before and after, to go to; the next one too, so that its paper can be printed. */
  before: z.object({ from: day, to: day }).nullable(),
  after: z.object({ from: day, to: day }).nullable(),
});
export type TimesheetView = z.infer<typeof timesheetView>;

const timesheetPerson = z.object({
  workerId: id,
  name: z.string(),
  /** Their newest pay periods that have begun, the newest first. */
  periods: z.array(z.object({ from: day, to: day, steps: timesheetSteps })),
});
export type TimesheetPerson = z.infer<typeof timesheetPerson>;

export const typedShift = z.object({
  /** Null for a shift that was worked and not planned. */
  key: shiftKey.nullable(),
  day,
  start: time,
  end: time,
  /** The person said that it ended on the next day. */
  endsNextDay: z.boolean(),
  awakeMinutes: minutes.nullable(),
  kindOfWork,
  reason: line,
});
export type TypedShift = z.infer<typeof typedShift>;

/** Calls for hours worked, agreed and locked. */
export const timesheetsContract = {
  /** How far each PA's timesheets are. */
  list: call.input(z.object({ householdId: id })).output(z.array(timesheetPerson)),
  view: call.input(ofPeriod).output(timesheetView),
  /** Notes the PA's word that the hours are right: with their typed name, or that they signed on paper. */
  agree: call
    .input(ofPeriod.extend({ how: z.enum(['signed', 'typed']), name: requiredLine, on: day }))
    .output(z.object({ warnings: z.array(coded) })),
  /** Takes the PA's word back, until the hours are paid. */
  takeBack: call.input(ofPeriod).output(z.object({ saved: z.literal(true) })),
  /** A sheet to fill in by hand: with the planned times, or with the days alone. */
  paper: call.input(ofPeriod.extend({ planned: z.boolean(), large: z.boolean() })).output(fileOut),
  /** Takes over what was written on paper: confirms planned shifts and adds those that were not planned. */
  typeIn: call
    .input(z.object({ householdId: id, workerId: id, shifts: z.array(typedShift).min(1).max(200) }))
    .output(z.object({ confirmed: z.int(), added: z.int(), warnings: z.array(coded) })),
};
