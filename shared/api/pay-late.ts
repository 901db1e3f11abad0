import { z } from 'zod';
import { call, coded, day, explanation, id, line, minutes, pence, time } from './common';
import { kindOfWork } from './people';

const inHousehold = z.object({ householdId: id });

/** Hours of a shift: what was worked. */
const hours = z.object({
  start: time,
  endDay: day,
  end: time,
  minutes,
  awakeMinutes: minutes.nullable(),
});

/** A paid shift with what was paid for it, and what has been changed since. */
export const lateShift = z.object({
  shiftId: id,
  workerId: id,
  shortName: z.string(),
  day,
  kindOfWork,
  /** The finished run that paid it first. */
  runId: id,
  paidOn: day,
  periodFrom: day,
  periodTo: day,
  /** What has been paid for so far; null for nothing. */
  paid: hours.nullable(),
  /** What was worked as it is known now; null for nothing. */
  now: hours.nullable(),
  /** The change that no pay has taken yet. */
  waiting: z.object({ id, notedOn: day, reason: z.string() }).nullable(),
  /** Changes that were paid, oldest first. */
  past: z.array(
    z.object({ id, reason: z.string(), minutes: z.int(), amount: pence.nullable(), paidOn: day, runId: id }),
  ),
  hasLeft: z.boolean(),
});
export type LateShift = z.infer<typeof lateShift>;

/** What was worked after all; null where the shift was not worked. */
const lateHours = z.object({
  start: time,
  end: time,
  endsNextDay: z.boolean(),
  awakeMinutes: minutes.nullable(),
});

const lateInput = inHousehold.extend({
  /** The shift, by its id or its key. */
  key: z.string().min(1).max(200),
  now: lateHours.nullable(),
  reason: line,
});

/** Hours that were left out of a period that is paid. */
const addedInput = inHousehold.extend({
  workerId: id,
  day,
  start: time,
  end: time,
  endsNextDay: z.boolean(),
  kindOfWork,
  awakeMinutes: minutes.nullable(),
  note: line,
});

/** What a change would come to, with nothing kept. */
export const lateOutcome = z.object({
  /** What it moves; less than zero where too much was paid. */
  minutes: z.int(),
  amount: pence,
  rate: z.string(),
  ratePer: z.enum(['hour', 'shift']),
  explanation: explanation.nullable(),
  /** The pay run that takes it; null while there is none to take it. */
  takenIn: z
    .object({
      key: z.string(),
      payDate: day,
      /** What the PA gets on that day without it and with it; null while their pay can't be worked out. */
      netBefore: pence.nullable(),
      net: pence.nullable(),
    })
    .nullable(),
  /** Too much was paid, and the next pay is too little to take it from. */
  waits: z.boolean(),
  warnings: z.array(coded),
});
export type LateOutcome = z.infer<typeof lateOutcome>;

export const lateContract = {
  lateShift: call.input(inHousehold.extend({ key: z.string().min(1).max(200) })).output(lateShift),
  /** What a late change to paid hours would come to. Refuses what `noteLate` refuses. */
  previewLate: call.input(lateInput).output(lateOutcome),
  /** Keeps a late change: the PA’s next pay takes what it moves. Back to the hours that were paid takes it away again. */
  noteLate: call.input(lateInput).output(z.object({ saved: z.literal(true) })),
  /** Takes a late change back, until it is paid. */
  removeLate: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** What hours that were left out of a paid period would come to. */
  previewAddedHours: call.input(addedInput).output(lateOutcome),
  /** Adds them as a confirmed shift: the PA’s next pay takes them. */
  addHours: call.input(addedInput).output(z.object({ key: z.string() })),
  /** When a day of a PA was paid; null while it is not. */
  paidDay: call
    .input(inHousehold.extend({ workerId: id, day }))
    .output(z.object({ paidOn: day, runId: id }).nullable()),
};
