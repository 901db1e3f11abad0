import { z } from 'zod';
import { call, coded, day, id, line, minutes, time } from './common';
import { kindOfShift } from './people';
import { pattern, shiftKey } from './rota';

const inHousehold = z.object({ householdId: id });

/** Codes of the questions that the person has answered with yes. */
export const saidYes = z.array(z.string().min(1).max(80)).max(20);

/** How far a change of a pattern's shift reaches. */
export const patternScope = z.enum(['this-one', 'from-here-on', 'all']);
export type PatternScope = z.infer<typeof patternScope>;

/** What became of a change: done, with what is to be told; or questions to be answered before it is done. */
export const rotaOutcome = z.discriminatedUnion('done', [
  z.object({ done: z.literal(true), key: shiftKey, told: z.array(coded) }),
  z.object({ done: z.literal(false), asks: z.array(coded).min(1) }),
]);
export type RotaOutcome = z.infer<typeof rotaOutcome>;

const spanOut = z.object({ day, start: time, endDay: day, end: time });

/** A time inside a shift: awake to work in a sleep-in, a rest, or the agreed night of a live-in day. */
export const shiftTime = z.object({ start: time, end: time, note: line });
export type ShiftTime = z.infer<typeof shiftTime>;

export const shiftTimes = z.object({
  callOuts: z.array(shiftTime).max(40),
  rests: z.array(shiftTime).max(10),
  night: shiftTime.nullable(),
});
export type ShiftTimes = z.infer<typeof shiftTimes>;

/** What can be done with one shift, beyond what the rota shows of it. */
export const shiftInside = z.object({
  key: shiftKey,
  /** The pattern that plans it; null for a shift of its own. */
  repeats: z.object({ patternId: id, cycleWeeks: z.int(), fromDay: day, toDay: day.nullable() }).nullable(),
  /** It stands otherwise than its pattern plans. */
  differs: z.boolean(),
  /** Others at the same work. */
  together: z.array(spanOut.extend({ key: shiftKey, workerId: id.nullable() })),
  /** Shifts of the same PA and kind that begin when it ends, or end when it begins. */
  touching: z.array(spanOut.extend({ key: shiftKey })),
  times: shiftTimes,
  /** Minutes of work that the times come to, in a sleep-in or a live-in day. */
  awakeMinutes: minutes.nullable(),
});
export type ShiftInside = z.infer<typeof shiftInside>;

/** Where a shift goes; what is left out stays. */
export const shiftMove = z.object({
  workerId: id.nullable().optional(),
  day: day.optional(),
  start: time.optional(),
  end: time.optional(),
  /** The person said on which day it ends; left out, an end that is not after the start is asked about. */
  endsNextDay: z.boolean().optional(),
  kindOfWork: kindOfShift.optional(),
});

export const changeShiftInput = z.object({
  key: shiftKey,
  to: shiftMove,
  note: line.optional(),
  scope: patternScope,
  said: saidYes,
});
export type ChangeShiftInput = z.infer<typeof changeShiftInput>;

export const notCopied = z.object({
  key: shiftKey,
  name: z.string(),
  day,
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What was copied, and each shift that was not, with its reason. */
export const copyOutcome = z.object({
  copied: z.int(),
  notCopied: z.array(notCopied),
  told: z.array(coded),
});
export type CopyOutcome = z.infer<typeof copyOutcome>;

export const shareWith = z.object({
  workerId: id.nullable(),
  hours: z.object({ start: time, end: time, endsNextDay: z.boolean().nullable() }).nullable(),
});
export type ShareWith = z.infer<typeof shareWith>;

/** A day on which a pattern is not kept to. */
export const patternException = spanOut.extend({
  key: shiftKey,
  plannedDay: day,
  kind: z.enum(['left-out', 'changed']),
  workerId: id.nullable(),
  mayPutBack: z.boolean(),
});
export type PatternException = z.infer<typeof patternException>;

const changed = z.object({ key: shiftKey, said: saidYes });

export const shiftsContract = {
  inside: call.input(inHousehold.extend({ key: shiftKey })).output(shiftInside),
  /** Moves or changes a shift: of a pattern, this one, from here on, or all. */
  change: call.input(inHousehold.extend({ change: changeShiftInput })).output(rotaOutcome),
  /** Takes a shift off the rota, as far as the scope says. */
  takeOff: call.input(inHousehold.extend(changed.shape).extend({ scope: patternScope })).output(rotaOutcome),
  /** Lets a pattern's shift stand again as it was planned. */
  putBack: call.input(inHousehold.extend({ key: shiftKey })).output(rotaOutcome),
  split: call
    .input(
      inHousehold.extend(changed.shape).extend({
        at: time,
        /** Who has the second part; left out, the same PA. Null: somebody is needed. */
        secondWorkerId: id.nullable().optional(),
      }),
    )
    .output(rotaOutcome),
  join: call.input(inHousehold.extend(changed.shape).extend({ otherKey: shiftKey })).output(rotaOutcome),
  copy: call
    .input(
      inHousehold.extend({
        key: shiftKey,
        days: z.array(day).min(1).max(60),
        /** Who has the copies; left out, the same PA. */
        workerId: id.nullable().optional(),
      }),
    )
    .output(copyOutcome),
  copyWeek: call
    .input(inHousehold.extend({ fromMonday: day, toMondays: z.array(day).min(1).max(12) }))
    .output(copyOutcome),
  share: call
    .input(inHousehold.extend(changed.shape).extend({ withWorkers: z.array(shareWith).min(1).max(10) }))
    .output(rotaOutcome),
  takeOutOfShare: call.input(inHousehold.extend({ key: shiftKey })).output(rotaOutcome),
  addBeside: call
    .input(
      inHousehold.extend(changed.shape).extend({
        kindOfWork: z.enum(['travel', 'training']),
        minutesBefore: minutes,
        minutesAfter: minutes,
        note: line,
      }),
    )
    .output(rotaOutcome),
  saveTimes: call.input(inHousehold.extend({ key: shiftKey, times: shiftTimes })).output(rotaOutcome),
  /** Changes a repeating week: all of it, or from a day on. */
  changePattern: call
    .input(inHousehold.extend({ pattern: pattern.extend({ id }), from: day.nullable() }))
    .output(rotaOutcome),
  /** Leaves days out of a pattern. */
  leaveOut: call
    .input(inHousehold.extend({ patternId: id, days: z.array(day).min(1).max(60) }))
    .output(rotaOutcome),
  exceptions: call.input(inHousehold.extend({ patternId: id })).output(z.array(patternException)),
};
