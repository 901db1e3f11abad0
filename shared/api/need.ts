import { z } from 'zod';
import { call, day, id, line, minutes, pence, penceFromZero, time } from './common';

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });
const removed = z.object({ removed: z.literal(true) });

/** How a line of a plan names its hours: so many a week, on a day, or from a time to a time. */
export const needKind = z.enum(['any-time', 'on-a-day', 'at-a-time']);
export type NeedKind = z.infer<typeof needKind>;

/** Hours of a plan, on one or more days of the week. What its kind does not use is null, 0 or false. */
export const needHours = z.object({
  agreementId: id,
  kind: needKind,
  from: day,
  to: day.nullable(),
  /** 0 is Monday; all seven for every day. Empty at any time. */
  weekdays: z.array(z.int().min(0).max(6)).max(7),
  /** Of a week at any time; of each day on a day; 0 at a time. */
  minutes,
  /** Sleep-ins a week at any time. */
  sleepIns: z.int().min(0).max(1_000),
  start: time.nullable(),
  end: time.nullable(),
  endsNextDay: z.boolean(),
  people: z.int().min(0).max(1_000),
  /** At a time: whoever comes may sleep. Counted as nights. */
  sleepIn: z.boolean(),
  what: line,
});
export type NeedHours = z.infer<typeof needHours>;

/** Saved hours with the lines they are kept as: one a weekday. */
export const needEntry = needHours.extend({ ids: z.array(id).min(1) });
export type NeedEntry = z.infer<typeof needEntry>;

/** Minutes of many people over many days. */
const inAll = z.int().min(0);

/** Hours, and nights asleep, of a stretch of days. */
const planHours = z.object({ minutes: inAll, timedMinutes: inAll, sleepIns: z.int() });

export const needPlan = z.object({
  agreements: z.array(
    z.object({
      agreementId: id,
      name: z.string(),
      startsOn: day,
      endsOn: day.nullable(),
      hasEnded: z.boolean(),
      /** The hours a week that the agreement itself names; 0 when it names none. */
      weeklyMinutes: minutes,
      entries: z.array(needEntry),
      /** What its lines come to in the week of today, or in its first or last week; null without lines. */
      week: planHours.extend({ from: day }).nullable(),
    }),
  ),
});
export type NeedPlan = z.infer<typeof needPlan>;

const lostReason = z.enum(['absence', 'not-employed', 'open', 'cancelled', 'nobody-planned']);

export const lostHours = z.object({
  minutes: inAll,
  sleepIns: z.int(),
  reasons: z.array(
    z.object({ code: lostReason, absenceKind: z.string().nullable(), minutes: inAll, sleepIns: z.int() }),
  ),
});
export type LostHours = z.infer<typeof lostHours>;

export const hoursAgainstPlan = z.object({
  from: day,
  to: day,
  staffedMinutes: inAll,
  confirmedMinutes: inAll,
  staffedSleepIns: z.int(),
  /** Null when on some day no plan runs; so are the four after it. */
  plan: planHours.nullable(),
  overMinutes: inAll.nullable(),
  shortMinutes: inAll.nullable(),
  overSleepIns: z.int().nullable(),
  shortSleepIns: z.int().nullable(),
  lost: lostHours,
});
export type HoursAgainstPlan = z.infer<typeof hoursAgainstPlan>;

const span = z.object({ day, start: time, endDay: day, end: time });

/** A time at which somebody is wanted and too few come. */
export const needGap = span.extend({
  /** One gap of one shift, or of nobody, has one key. */
  key: z.string(),
  minutes: inAll,
  people: z.int(),
  sleepIn: z.boolean(),
  /** Whether the plan names this time; else it is a shift of the rota that nobody works. */
  inPlan: z.boolean(),
  reason: lostReason,
  /** The shift to cover; null where none is planned. */
  shiftKey: z.string().nullable(),
  /** Whoever was to come. */
  name: z.string().nullable(),
  absenceKind: z.string().nullable(),
});
export type NeedGap = z.infer<typeof needGap>;

/** More people than the plan wants: two or more at once, or somebody where it wants nobody. */
export const needMore = span.extend({
  code: z.enum(['doubling', 'outside-plan']),
  minutes: inAll,
  neededPeople: z.int(),
  extraPeople: z.int(),
  names: z.array(z.string()),
  keys: z.array(z.string()),
});
export type NeedMore = z.infer<typeof needMore>;

/** A stretch of the picture of a day, in minutes of the clock from midnight. */
const stripe = z.object({ fromMinute: z.int(), toMinute: z.int(), people: z.int(), sleepIn: z.boolean() });

export const needView = z.object({
  from: day,
  to: day,
  today: day,
  hasAgreement: z.boolean(),
  whole: hoursAgainstPlan,
  weeks: z.array(hoursAgainstPlan),
  days: z.array(
    z.object({
      day,
      staffedMinutes: inAll,
      staffedSleepIns: z.int(),
      lostMinutes: inAll,
      lostSleepIns: z.int(),
      /** What the plan names for this day itself; null when it names only hours at any time, and for more than eight days. */
      plan: planHours.nullable(),
      /** What the plan wants at a time, who comes, and where somebody is missing; empty for more than eight days. */
      wanted: z.array(stripe),
      coming: z.array(stripe),
      missing: z.array(stripe),
    }),
  ),
  gaps: z.array(needGap),
  more: z.array(needMore),
  lostSoFar: lostHours,
  lostToCome: lostHours,
  agreements: z.array(
    z.object({
      agreementId: id,
      name: z.string(),
      minutes: inAll,
      sleepIns: z.int(),
      /** Only the weekly hours of the agreement are known, no lines. */
      weeklyOnly: z.boolean(),
    }),
  ),
});
export type NeedView = z.infer<typeof needView>;

export const costOfDays = z.object({
  from: day,
  to: day,
  minutes: inAll,
  sleepIns: z.int(),
  wages: pence,
  onCosts: pence,
  otherCosts: pence,
  cost: pence,
  /** What the agreements pay for these days, by days. */
  pays: pence,
  left: pence,
  /** False when a shift has no rate, or the rates of the tax year are not known: then the cost is too low. */
  complete: z.boolean(),
});

export const costWeek = costOfDays.extend({
  monday: day,
  leftSoFar: pence,
  /** Payments that come in the week. */
  paidIn: pence,
  /** What the on-costs are made of; null for a part of a week. */
  parts: z.object({ insurance: penceFromZero, pension: penceFromZero, holiday: penceFromZero }).nullable(),
});
export type CostWeek = z.infer<typeof costWeek>;

export const needCost = z.object({
  from: day,
  to: day,
  weeks: z.array(costWeek),
  whole: costOfDays,
  ends: z.array(costOfDays.extend({ agreementId: id, name: z.string(), endsOn: day.nullable() })),
  firstOver: z.object({ monday: day, over: pence }).nullable(),
  /** From this day on the rates of the tax year are not known; null when all are. */
  ratesUnknownFrom: day.nullable(),
  /** PAs with a shift that has no rate. */
  withoutRate: z.array(z.object({ workerId: id, name: z.string() })),
  otherCosts: z.array(z.object({ day, name: z.string(), amount: pence })),
  employmentAllowance: z.boolean(),
});
export type NeedCost = z.infer<typeof needCost>;

export const needBalances = z.object({
  /** What there is to spend before the first day, once everything promised is paid: as on Money. */
  start: pence,
  /** What there is at the end of each week, when payments come on their days and work counts in the week it is done. */
  weeks: z.array(z.object({ monday: day, balance: pence })),
  /** The first week at whose end there is less than nothing. */
  runsOut: z.object({ monday: day, short: pence }).nullable(),
});
export type NeedBalances = z.infer<typeof needBalances>;

export const ruleWarning = z.object({
  code: z.string(),
  severity: z.enum(['warn', 'inform']),
  /** The days it holds on; for a week its Monday. */
  days: z.array(day),
  /** What the first of them comes to. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Null where it is the PA's own limit and not law. */
  source: z.object({ source: z.string(), part: z.string() }).nullable(),
  mark: z.string().nullable(),
});
export type RuleWarning = z.infer<typeof ruleWarning>;

export const needRules = z.object({
  from: day,
  to: day,
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
  people: z.array(
    z.object({ workerId: id, name: z.string(), shortName: z.string(), warnings: z.array(ruleWarning) }),
  ),
});
export type NeedRules = z.infer<typeof needRules>;

/** Calls for the hours of the plan against the rota. */
export const needContract = {
  plan: call.input(inHousehold).output(needPlan),
  /**
   * Keeps hours of a plan, in the place of those named by `ids`. What only the person can know is asked by a refusal;
   * its code goes into `confirmed` once they have said yes.
   */
  save: call
    .input(
      inHousehold.extend({
        ids: z.array(id).max(7),
        hours: needHours,
        confirmed: z.array(z.string()).max(10),
      }),
    )
    .output(saved),
  remove: call.input(inHousehold.extend({ ids: z.array(id).min(1).max(7) })).output(removed),
  /** The plan against the rota, at most 371 days. */
  view: call.input(inHousehold.extend({ from: day, to: day })).output(needView),
  /** What the rota costs week by week, to the end of the agreement. */
  cost: call.input(inHousehold).output(needCost),
  /** What there is to spend at the end of each of those weeks. */
  balances: call.input(inHousehold).output(needBalances),
  /** Rules of work that the rota comes up against, at most 371 days. */
  rules: call.input(inHousehold.extend({ from: day, to: day })).output(needRules),
};
