import type { ClockTime } from '../clock-time';
import { addDays, daysBetween, earlierDay, type IsoDay, laterDay, type Weekday, weekdayOf } from '../dates';
import type { RotaProblem } from './problem';
import { minutesOfSpan, momentOf, type Span } from './span';

type NeedBase = {
  readonly id: string;
  /** The agreement that pays for it. Several may run at once: their lines are added together. */
  readonly agreementId: string;
  /** First and last day on which it can begin; a null last day goes on. */
  readonly from: IsoDay;
  readonly to: IsoDay | null;
};

/** Hours (and nights asleep) a week, at any time. Beside lines with a day or a time, it is what comes on top of them. */
export type NeedAtAnyTime = NeedBase & {
  readonly kind: 'any-time';
  readonly weeklyMinutes: number;
  readonly weeklySleepIns: number;
};

/** Hours on a day of the week, at any time of it. */
export type NeedOnADay = NeedBase & {
  readonly kind: 'on-a-day';
  readonly weekday: Weekday;
  readonly minutes: number;
};

/** One or more people from a time to a time: on one weekday, or every day when `weekday` is null. */
export type NeedAtATime = NeedBase & {
  readonly kind: 'at-a-time';
  readonly weekday: Weekday | null;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly endsNextDay: boolean;
  readonly people: number;
  /** The people may sleep: counted as nights, not as hours. */
  readonly sleepIn: boolean;
};

/** One line of what a support plan pays for. */
export type NeedLine = NeedAtAnyTime | NeedOnADay | NeedAtATime;

/** A stretch of time at which a plan wants people there. */
export type NeedSpan = Span & {
  /** `needId:day`. */
  readonly key: string;
  readonly needId: string;
  readonly agreementId: string;
  readonly people: number;
  readonly sleepIn: boolean;
  /** Real minutes since 1970 (`momentOf`) and real minutes in all, for one person. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly minutes: number;
};

function runsOn(line: NeedLine, day: IsoDay): boolean {
  return line.from <= day && (line.to === null || line.to >= day);
}

/**
 * The stretches with a time that begin from `from` to `to`, both included, in order of time, then of key. All of a
 * stretch over midnight belongs to the day it begins. One that the clocks skip wholly is left out.
 */
export function needSpans(lines: readonly NeedLine[], from: IsoDay, to: IsoDay): readonly NeedSpan[] {
  const spans: NeedSpan[] = [];
  for (const line of lines) {
    if (line.kind !== 'at-a-time') continue;
    for (const day of daysOf(line, line.weekday, from, to)) {
      const span = spanOf(line, day);
      const startsAt = momentOf(span.day, span.start);
      const endsAt = momentOf(span.endDay, span.end);
      if (endsAt <= startsAt) continue;
      const { id, agreementId, people, sleepIn } = line;
      const key = `${id}:${day}`;
      const more = { people, sleepIn, startsAt, endsAt, minutes: endsAt - startsAt };
      spans.push({ ...span, key, needId: id, agreementId, ...more });
    }
  }
  return spans.sort((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function spanOf(line: NeedAtATime, day: IsoDay): Span {
  return { day, start: line.start, endDay: line.endsNextDay ? addDays(day, 1) : day, end: line.end };
}

/** The days on which a line begins in a window: one weekday, or all. */
function* daysOf(line: NeedBase, weekday: Weekday | null, from: IsoDay, to: IsoDay): Generator<IsoDay> {
  const first = laterDay(line.from, from);
  const last = line.to === null ? to : earlierDay(line.to, to);
  if (first > last) return;
  const wait = weekday === null ? 0 : (weekday - weekdayOf(first) + 7) % 7;
  for (let day = addDays(first, wait); day <= last; day = addDays(day, weekday === null ? 1 : 7)) yield day;
}

/** Whether a plan runs on a day, and whether some of its hours may be used at any time of that day. */
export type PlanOfDay = 'none' | 'only-at-times' | 'any-time';

/** How free the plan is on a day. */
export function planOfDay(lines: readonly NeedLine[], day: IsoDay): PlanOfDay {
  let found: PlanOfDay = 'none';
  for (const line of lines) {
    if (!runsOn(line, day)) continue;
    if (line.kind === 'at-a-time') found = 'only-at-times';
    else if (line.kind === 'any-time' || line.weekday === weekdayOf(day)) return 'any-time';
    else found = 'only-at-times';
  }
  return found;
}

/** What a plan pays for in a stretch of days. */
export type PlanHours = {
  /** Person-minutes outside of sleep-ins: two people for an hour are 120. */
  readonly minutes: number;
  /** Those of them with a time. */
  readonly timedMinutes: number;
  /** Nights asleep, one a person. */
  readonly sleepIns: number;
};

type Sum = { anyTimeSevenths: number; sleepInSevenths: number; fixed: number; timed: number; nights: number };

/**
 * What the lines pay for from `from` to `to`. Weekly figures are taken by days and rounded once, halves up; lines with a
 * day or a time count as they fall, in real minutes over clock changes. Null when on some day no line runs.
 */
export function planHours(lines: readonly NeedLine[], from: IsoDay, to: IsoDay): PlanHours | null {
  return runsThroughout(lines, from, to) ? rounded(addUp(lines, from, to)) : null;
}

/** The same for each agreement with a line in these days, in order of its id. Each is rounded for itself. */
export function planHoursByAgreement(
  lines: readonly NeedLine[],
  from: IsoDay,
  to: IsoDay,
): readonly (PlanHours & { readonly agreementId: string })[] {
  const ids = lines.filter((line) => line.from <= to && (line.to === null || line.to >= from));
  return [...new Set(ids.map((line) => line.agreementId))].sort().map((agreementId) => {
    const own = lines.filter((line) => line.agreementId === agreementId);
    return { agreementId, ...rounded(addUp(own, from, to)) };
  });
}

function addUp(lines: readonly NeedLine[], from: IsoDay, to: IsoDay): Sum {
  const sum: Sum = { anyTimeSevenths: 0, sleepInSevenths: 0, fixed: 0, timed: 0, nights: 0 };
  for (const line of lines) {
    if (line.kind === 'any-time') {
      const first = laterDay(line.from, from);
      const last = line.to === null ? to : earlierDay(line.to, to);
      if (last < first) continue;
      const days = daysBetween(first, last) + 1;
      sum.anyTimeSevenths += line.weeklyMinutes * days;
      sum.sleepInSevenths += line.weeklySleepIns * days;
      continue;
    }
    for (const day of daysOf(line, line.weekday, from, to)) {
      if (line.kind === 'on-a-day') sum.fixed += line.minutes;
      else if (line.sleepIn) sum.nights += line.people;
      else sum.timed += Math.max(0, minutesOfSpan(spanOf(line, day))) * line.people;
    }
  }
  return sum;
}

function rounded(sum: Sum): PlanHours {
  return {
    minutes: Math.floor((2 * sum.anyTimeSevenths + 7) / 14) + sum.fixed + sum.timed,
    timedMinutes: sum.timed,
    sleepIns: Math.floor((2 * sum.sleepInSevenths + 7) / 14) + sum.nights,
  };
}

/** Whether on each day at least one line runs (its dates reach the day, whatever its weekday). */
function runsThroughout(lines: readonly NeedLine[], from: IsoDay, to: IsoDay): boolean {
  let next = from;
  for (const line of lines.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (line.from > next) return false;
    if (line.to === null) return true;
    next = laterDay(next, addDays(line.to, 1));
    if (next > to) return true;
  }
  return next > to;
}

export type NeedProblem =
  | 'need.ends-before-it-starts'
  | 'need.no-hours'
  | 'need.more-than-there-are'
  /** More hours than a day or a week has: only right when two people are there at once. */
  | 'need.more-than-a-day'
  | 'need.more-than-a-week'
  | 'need.people'
  | 'need.ends-next-day'
  | 'need.too-long';

/** Most people at once: the program's own care against slips of the hand. */
const MOST_PEOPLE = 4;
const WEEK_MINUTES = 7 * 1440;

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** What is wrong with a line being entered; empty when it can be saved. */
export function checkNeed(line: NeedLine): readonly RotaProblem<NeedProblem>[] {
  const problems: RotaProblem<NeedProblem>[] = [];
  const refuse = (code: NeedProblem, field: string): void => {
    problems.push({ code, severity: 'refuse', field });
  };
  const ask = (code: NeedProblem, field: string): void => {
    problems.push({ code, severity: 'ask', field });
  };
  if (line.to !== null && line.to < line.from) refuse('need.ends-before-it-starts', 'to');
  if (line.kind === 'any-time') {
    if (!isCount(line.weeklyMinutes) || !isCount(line.weeklySleepIns)) refuse('need.no-hours', 'minutes');
    else if (line.weeklyMinutes + line.weeklySleepIns === 0) refuse('need.no-hours', 'minutes');
    if (line.weeklyMinutes > MOST_PEOPLE * WEEK_MINUTES) refuse('need.more-than-there-are', 'minutes');
    else if (line.weeklyMinutes > WEEK_MINUTES) ask('need.more-than-a-week', 'minutes');
    if (line.weeklySleepIns > MOST_PEOPLE * 7) refuse('need.more-than-there-are', 'sleepIns');
    else if (line.weeklySleepIns > 7) ask('need.more-than-a-week', 'sleepIns');
  } else if (line.kind === 'on-a-day') {
    if (!isCount(line.minutes) || line.minutes === 0) refuse('need.no-hours', 'minutes');
    if (line.minutes > MOST_PEOPLE * 1440) refuse('need.more-than-there-are', 'minutes');
    else if (line.minutes > 1440) ask('need.more-than-a-day', 'minutes');
  } else {
    if (!Number.isInteger(line.people) || line.people < 1 || line.people > MOST_PEOPLE)
      refuse('need.people', 'people');
    if (!line.endsNextDay && line.end <= line.start) ask('need.ends-next-day', 'end');
    if (line.endsNextDay && line.end > line.start) refuse('need.too-long', 'end');
  }
  return problems;
}
