import { addDays, daysBetween, daysInMonth, type IsoDay, isoDay, partsOf, type Weekday } from '@shared/dates';
import { type IcsTime, readTime } from './ics-time';

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A repeat of whole days (RFC 5545 section 3.3.10). */
export type RepeatRule = {
  readonly frequency: Frequency;
  readonly interval: number;
  /** How often in all; null when not said. */
  readonly count: number | null;
  /** The last moment; null when not said, or past every day that is known. */
  readonly until: IcsTime | null;
  /** Ordinal 0: every such weekday; 2: the second; -1: the last. */
  readonly byDay: readonly { readonly ordinal: number; readonly weekday: Weekday }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
  readonly weekStart: Weekday;
};

export type RepeatProblem =
  | { readonly problem: 'bad-rule' }
  /** Right, but not one of those that are understood; `part` is its name. */
  | { readonly problem: 'not-understood'; readonly part: string };

const WEEKDAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NOT_UNDERSTOOD = ['BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYYEARDAY', 'BYWEEKNO', 'RSCALE', 'SKIP'];
const TOO_OFTEN = ['SECONDLY', 'MINUTELY', 'HOURLY'];
const BAD: RepeatProblem = { problem: 'bad-rule' };

/** Reads the value of an `RRULE`. */
export function readRule(text: string): RepeatRule | RepeatProblem {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(';')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, equals);
    if (equals < 1 || parts.has(name) || parts.size > 20) return BAD;
    parts.set(name, part.slice(equals + 1));
  }
  const frequency = parts.get('FREQ') ?? '';
  if (TOO_OFTEN.includes(frequency)) return { problem: 'not-understood', part: frequency };
  if (!isFrequency(frequency)) return BAD;
  const other = NOT_UNDERSTOOD.find((name) => parts.has(name));
  if (other !== undefined) return { problem: 'not-understood', part: other };
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', 1, 100_000);
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '', 1, 1_000_000_000) : null;
  const until = readUntil(parts.get('UNTIL'));
  const byDay = readList(parts.get('BYDAY'), readDay);
  const byMonthDay = readList(parts.get('BYMONTHDAY'), (each) => fromEitherEnd(each, 31));
  const byMonth = readList(parts.get('BYMONTH'), (each) => wholeNumber(each, 1, 12));
  const bySetPosition = readList(parts.get('BYSETPOS'), (each) => fromEitherEnd(each, 366));
  const weekStart = weekdayNamed(parts.get('WKST') ?? 'MO');
  if (interval === undefined || count === undefined || until === undefined || weekStart === undefined)
    return BAD;
  if (!byDay || !byMonthDay || !byMonth || !bySetPosition) return BAD;
  // A month's second Tuesday means nothing in a week or a day.
  if ((frequency === 'DAILY' || frequency === 'WEEKLY') && byDay.some((each) => each.ordinal !== 0))
    return BAD;
  if (frequency === 'WEEKLY' && byMonthDay.length > 0) return BAD;
  return { frequency, interval, count, until, byDay, byMonthDay, byMonth, bySetPosition, weekStart };
}

function isFrequency(text: string): text is Frequency {
  return text === 'DAILY' || text === 'WEEKLY' || text === 'MONTHLY' || text === 'YEARLY';
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

function fromEitherEnd(text: string, most: number): number | undefined {
  const size = wholeNumber(text.replace(/^[+-]/, ''), 1, most);
  return size === undefined ? undefined : text.startsWith('-') ? -size : size;
}

function weekdayNamed(text: string): Weekday | undefined {
  const index = WEEKDAYS.indexOf(text);
  return index === -1 ? undefined : (index as Weekday);
}

function readDay(text: string): RepeatRule['byDay'][number] | undefined {
  const weekday = weekdayNamed(text.slice(-2));
  const number = text.slice(0, -2);
  const ordinal = number === '' ? 0 : fromEitherEnd(number, 53);
  return weekday === undefined || ordinal === undefined ? undefined : { ordinal, weekday };
}

function readList<T>(
  text: string | undefined,
  read: (each: string) => T | undefined,
): readonly T[] | undefined {
  if (text === undefined) return [];
  const values: T[] = [];
  for (const each of text.split(',')) {
    const value = read(each);
    if (value === undefined || values.length >= 100) return undefined;
    values.push(value);
  }
  return values;
}

/** Undefined when it cannot be read. Programs write far years, such as 9999, for "for ever". */
function readUntil(text: string | undefined): IcsTime | null | undefined {
  if (text === undefined) return null;
  if (/^(2[2-9]|[3-9]\d)\d{2}\d{4}(T\d{6}Z?)?$/.test(text)) return null;
  const time = readTime(text, undefined);
  return 'problem' in time ? undefined : time;
}

/** How much reckoning a whole file may still ask for. Shared by its rules, so that many small ones are bounded too. */
export type WorkLeft = { steps: number };

export type RepeatedDays = {
  /** In order, as days since 1970: none twice. */
  readonly days: readonly number[];
  /** Whether there are, or can be, more after the window. */
  readonly goesOn: boolean;
  /** False when the work that is left did not reach: then days may be missing. */
  readonly whole: boolean;
};

const ORIGIN = isoDay('1970-01-01');
const LAST_KNOWN_DAY = 84_005;

/** Days looked at in one period. */
const COST: Readonly<Record<Frequency, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

/** Days since 1970. */
export function dayNumber(day: IsoDay): number {
  return daysBetween(ORIGIN, day);
}

/**
 * The days of a rule from `from` to `to`, `first` being the first of them whether it fits the rule or not. `isPast` tells
 * whether a day lies past the rule's UNTIL. A rule without a count is begun at the window, however old it is.
 */
export function repeatedDays(given: {
  readonly rule: RepeatRule;
  readonly first: number;
  readonly from: number;
  readonly to: number;
  readonly isPast: (day: number) => boolean;
  readonly most: number;
  readonly work: WorkLeft;
}): RepeatedDays {
  const { rule, first, from, isPast, most, work } = given;
  const to = Math.min(given.to, LAST_KNOWN_DAY);
  const days: number[] = [];
  let counted = 1;
  if (first > to || isPast(first)) return { days, goesOn: !isPast(first), whole: true };
  if (first >= from) days.push(first);
  const cycle = cycleOf(rule, first);
  for (let index = rule.count === null ? cycle.firstIndexFor(from) : 0; ; index += 1) {
    const start = cycle.startOf(index);
    if (start > to) return { days, goesOn: rule.count === null || counted < rule.count, whole: true };
    const found = daysInPeriod(rule, first, start);
    work.steps -= COST[rule.frequency] + found.length;
    if (work.steps < 0) return { days, goesOn: true, whole: false };
    for (const day of found) {
      if (day <= first) continue;
      if (isPast(day) || (rule.count !== null && counted >= rule.count))
        return { days, goesOn: false, whole: true };
      if (day > to) return { days, goesOn: true, whole: true };
      counted += 1;
      if (day < from) continue;
      if (days.length >= most) return { days, goesOn: true, whole: false };
      days.push(day);
    }
  }
}

type Cycle = {
  /** First day of a period, from index 0, in which `first` lies. */
  readonly startOf: (index: number) => number;
  /** An index before which no day of the rule is on or after a day. */
  readonly firstIndexFor: (day: number) => number;
};

function cycleOf(rule: RepeatRule, first: number): Cycle {
  const { interval } = rule;
  if (rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY') {
    const length = rule.frequency === 'DAILY' ? interval : interval * 7;
    const start = rule.frequency === 'DAILY' ? first : first - ((weekday(first) - rule.weekStart + 7) % 7);
    return {
      startOf: (index) => start + index * length,
      firstIndexFor: (day) => Math.max(0, Math.floor((day - start) / length)),
    };
  }
  const months = rule.frequency === 'MONTHLY' ? interval : interval * 12;
  const { year, month } = partsOf(addDays(ORIGIN, first));
  const begin = rule.frequency === 'MONTHLY' ? year * 12 + month - 1 : year * 12;
  return {
    startOf: (index) => startOfMonth(begin + index * months),
    firstIndexFor: (day) => {
      const parts = partsOf(addDays(ORIGIN, Math.max(day, first)));
      return Math.max(0, Math.floor((parts.year * 12 + parts.month - 1 - begin) / months));
    },
  };
}

/** Monday 0 to Sunday 6; 1 January 1970 was a Thursday. */
function weekday(day: number): Weekday {
  return ((((day + 3) % 7) + 7) % 7) as Weekday;
}

/** The first day of a month counted from year 0; past every known day from 2200 on. */
function startOfMonth(months: number): number {
  const year = Math.floor(months / 12);
  return year > 2199 ? LAST_KNOWN_DAY + 1 : numberOf(year, (months % 12) + 1, 1);
}

function numberOf(year: number, month: number, dayOfMonth: number): number {
  return dayNumber(isoDay(`${year}-${String(month).padStart(2, '0')}-01`)) + dayOfMonth - 1;
}

function daysInPeriod(rule: RepeatRule, first: number, start: number): readonly number[] {
  const all = allInPeriod(rule, first, start);
  if (rule.bySetPosition.length === 0) return all;
  const places = new Set(
    rule.bySetPosition.map((position) => (position > 0 ? position - 1 : all.length + position)),
  );
  return all.filter((_day, at) => places.has(at));
}

function allInPeriod(rule: RepeatRule, first: number, start: number): readonly number[] {
  switch (rule.frequency) {
    case 'DAILY':
      return isOfDay(rule, start) && isOfMonth(rule, start) && isOfMonthDay(rule, start) ? [start] : [];
    case 'WEEKLY': {
      const wanted = rule.byDay.length === 0 ? [weekday(first)] : rule.byDay.map((each) => each.weekday);
      return [0, 1, 2, 3, 4, 5, 6]
        .map((each) => start + each)
        .filter((day) => wanted.includes(weekday(day)) && isOfMonth(rule, day));
    }
    case 'MONTHLY': {
      const { year, month } = partsOf(addDays(ORIGIN, start));
      return rule.byMonth.length > 0 && !rule.byMonth.includes(month)
        ? []
        : daysOfMonth(rule, first, year, month);
    }
    case 'YEARLY':
      return daysOfYear(rule, first, partsOf(addDays(ORIGIN, start)).year);
  }
}

function isOfDay(rule: RepeatRule, day: number): boolean {
  return rule.byDay.length === 0 || rule.byDay.some((each) => each.weekday === weekday(day));
}

function isOfMonth(rule: RepeatRule, day: number): boolean {
  return rule.byMonth.length === 0 || rule.byMonth.includes(partsOf(addDays(ORIGIN, day)).month);
}

function isOfMonthDay(rule: RepeatRule, day: number): boolean {
  if (rule.byMonthDay.length === 0) return true;
  const { year, month, dayOfMonth } = partsOf(addDays(ORIGIN, day));
  const fromEnd = dayOfMonth - daysInMonth(year, month) - 1;
  return rule.byMonthDay.includes(dayOfMonth) || rule.byMonthDay.includes(fromEnd);
}

/** Days of one month by day of the month, by weekday, or by both at once; else the day of the first. */
function daysOfMonth(rule: RepeatRule, first: number, year: number, month: number): readonly number[] {
  const start = numberOf(year, month, 1);
  const length = daysInMonth(year, month);
  const own = partsOf(addDays(ORIGIN, first)).dayOfMonth;
  const days: number[] = [];
  for (let at = 1; at <= length; at += 1) {
    const inMonth =
      rule.byMonthDay.length > 0
        ? rule.byMonthDay.includes(at) || rule.byMonthDay.includes(at - length - 1)
        : rule.byDay.length > 0 || at === own;
    if (inMonth && isOrdinalDay(rule, start + at - 1, at - 1, length)) days.push(start + at - 1);
  }
  return days;
}

/** Whether a day, so many days into a stretch, is one of the weekdays asked for, such as its second Tuesday. */
function isOrdinalDay(rule: RepeatRule, day: number, into: number, length: number): boolean {
  if (rule.byDay.length === 0) return true;
  const nth = Math.floor(into / 7) + 1;
  const nthLast = -(Math.floor((length - 1 - into) / 7) + 1);
  return rule.byDay.some(
    ({ ordinal, weekday: wanted }) =>
      wanted === weekday(day) && (ordinal === 0 || ordinal === nth || ordinal === nthLast),
  );
}

function daysOfYear(rule: RepeatRule, first: number, year: number): readonly number[] {
  const { byMonth, byMonthDay, byDay } = rule;
  if (byMonth.length > 0)
    return [...new Set(byMonth)]
      .sort((a, b) => a - b)
      .flatMap((month) => daysOfMonth(rule, first, year, month));
  if (byMonthDay.length > 0)
    return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((month) => daysOfMonth(rule, first, year, month));
  if (byDay.length > 0) {
    const start = numberOf(year, 1, 1);
    const length = daysInMonth(year, 2) + 337;
    return Array.from({ length }, (_each, into) => into)
      .filter((into) => isOrdinalDay(rule, start + into, into, length))
      .map((into) => start + into);
  }
  return daysOfMonth(rule, first, year, partsOf(addDays(ORIGIN, first)).month);
}
