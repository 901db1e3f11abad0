import { z } from 'zod';
import { call, coded, day, fileOut, id, line, minutes, pence, time } from './common';
import { kindOfShift, kindOfWork } from './people';

const inHousehold = z.object({ householdId: id });

/** Names one shift, stored or still only planned by a pattern: a shift's id, or `pattern:entry:day`. */
export const shiftKey = z.string().min(1).max(200);

export const shiftState = z.enum(['planned', 'confirmed', 'paid', 'needs-someone', 'off']);

export const rotaShift = z.object({
  key: shiftKey,
  /** Null while only a pattern plans it. */
  shiftId: id.nullable(),
  patternId: id.nullable(),
  workerId: id.nullable(),
  day,
  start: time,
  endDay: day,
  end: time,
  minutes,
  kindOfWork,
  state: shiftState,
  /** The absence that takes the planned PA away, when state is off or needs-someone because of it. */
  absence: z.object({ id, kind: z.string(), workerId: id }).nullable(),
  /** What this shift covers, or what covers it. */
  coversKey: shiftKey.nullable(),
  coveredByKey: shiftKey.nullable(),
  /** Shifts of two or more PAs at the same work have one key; null for a shift of one. */
  groupKey: z.string().nullable(),
  /** Other shifts of the same PA at the same time. */
  overlaps: z.array(shiftKey),
  /** When nobody is there, in order: the whole shift, or what cover leaves open. Empty unless it needs someone. */
  uncovered: z.array(z.object({ day, start: time, endDay: day, end: time })),
  actual: z
    .object({
      start: time,
      endDay: day,
      end: time,
      minutes,
      awakeMinutes: minutes.nullable(),
      reason: z.string(),
    })
    .nullable(),
  note: z.string(),
  /** Only how long it was is known, on the day or in the pay period: its times only hold that. */
  timesKnown: z.enum(['day', 'period']).optional(),
});
export type RotaShift = z.infer<typeof rotaShift>;

export const absenceKind = z.enum(['sickness', 'holiday', 'unpaid', 'family', 'carers', 'jury', 'other']);
export const absence = z.object({
  id: id.nullable(),
  workerId: id,
  kind: absenceKind,
  firstDay: day,
  lastDay: day.nullable(),
  /** Hours of holiday this uses; null lets the rota decide. */
  holidayMinutes: minutes.nullable(),
  note: line,
});
export type Absence = z.infer<typeof absence>;

export const pattern = z.object({
  id: id.nullable(),
  workerId: id.nullable(),
  cycleWeeks: z.int().min(1).max(8),
  anchorMonday: day,
  fromDay: day,
  toDay: day.nullable(),
  entries: z
    .array(
      z.object({
        weekIndex: z.int().min(0).max(7),
        weekday: z.int().min(0).max(6),
        start: time,
        end: time,
        endsNextDay: z.boolean(),
        kindOfWork: kindOfShift,
      }),
    )
    .max(200),
});
export type Pattern = z.infer<typeof pattern>;

export const rotaPerson = z.object({
  workerId: id,
  position: z.int(),
  name: z.string(),
  shortName: z.string(),
  minutes,
  sleepIns: z.int(),
  cost: pence.nullable(),
});

export const rotaView = z.object({
  from: day,
  to: day,
  people: z.array(rotaPerson),
  shifts: z.array(rotaShift),
  absences: z.array(absence.extend({ id })),
  /** Agencies and others from outside who cover a shift, or a part of one. */
  outside: z.array(
    z.object({
      id,
      coversKey: shiftKey,
      name: z.string(),
      cost: pence.nullable(),
      day,
      start: time,
      endDay: day,
      end: time,
    }),
  ),
  days: z.array(z.object({ day, minutes, shortMinutes: minutes, bankHoliday: z.string().nullable() })),
  plannedMinutes: minutes,
  /** What the agreements pay for in this window. */
  planMinutes: minutes,
  /** Parts of shared PAs that are in the cost: ours of another household's PA, or theirs of ours, below nothing. */
  shared: z.array(
    z.object({
      workerName: z.string(),
      household: z.object({ id, name: z.string() }),
      isOurs: z.boolean(),
      minutes: z.int(),
      cost: pence,
    }),
  ),
  /** What these days cost the household, all in; null while a shift has no rate. */
  cost: pence.nullable(),
  /** How much the week costs over what the agreements pay; negative when under. */
  overPlan: pence.nullable(),
  warnings: z.array(coded),
});
export type RotaView = z.infer<typeof rotaView>;

export const shiftInput = z.object({
  /** Null for a new shift; a pattern's key makes an exception of that one. */
  key: shiftKey.nullable(),
  workerId: id.nullable(),
  day,
  start: time,
  end: time,
  /** The person said that it ends on the next day. */
  endsNextDay: z.boolean(),
  kindOfWork: kindOfShift,
  coversKey: shiftKey.nullable(),
  note: line,
});
export type ShiftInput = z.infer<typeof shiftInput>;

export const rotaContract = {
  view: call.input(inHousehold.extend({ from: day, to: day })).output(rotaView),
  patterns: call.input(inHousehold).output(z.array(pattern.extend({ id }))),
  savePattern: call.input(inHousehold.extend({ pattern })).output(z.object({ id, told: z.array(coded) })),
  /** Ends a pattern the day before `fromDay`; what was before stays. Tells which days after it stay as single shifts. */
  endPattern: call
    .input(inHousehold.extend({ id, fromDay: day }))
    .output(z.object({ saved: z.literal(true), told: z.array(coded) })),
  saveShift: call
    .input(inHousehold.extend({ shift: shiftInput }))
    .output(z.object({ key: shiftKey, warnings: z.array(coded) })),
  /** Says what was really worked. `null` actual means: as planned. */
  confirm: call
    .input(
      inHousehold.extend({
        shifts: z
          .array(
            z.object({
              key: shiftKey,
              actual: z
                .object({
                  start: time,
                  end: time,
                  endsNextDay: z.boolean(),
                  awakeMinutes: minutes.nullable(),
                  reason: line,
                })
                .nullable(),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ confirmed: z.int() })),
  unconfirm: call.input(inHousehold.extend({ key: shiftKey })).output(z.object({ saved: z.literal(true) })),
  /** Files: the week to print, a timesheet to sign. */
  /** The week of everybody, or of one PA. */
  weekPdf: call.input(inHousehold.extend({ from: day, workerId: id.nullish() })).output(fileOut),
  timesheetPdf: call.input(inHousehold.extend({ workerId: id, from: day, to: day })).output(fileOut),
};
