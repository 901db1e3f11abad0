import { ok, type Result, refused } from './result';

/** A day: `YYYY-MM-DD`, without a time or a time zone. Compares as text. */
export type IsoDay = string & { readonly __brand: 'IsoDay' };

export type DayProblem = 'day.empty' | 'day.not-a-date';

/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days met before, so that each is worked out once; emptied when it has grown past some 60 years. */
const epochDays = new Map<string, number>();
const dayTexts = new Map<number, IsoDay>();
const MOST_KEPT = 25_000;

function toEpochDay(day: string): number {
  const known = epochDays.get(day);
  if (known !== undefined) return known;
  const epochDay =
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
  if (epochDays.size >= MOST_KEPT) epochDays.clear();
  epochDays.set(day, epochDay);
  return epochDay;
}

function fromEpochDay(epochDay: number): IsoDay {
  const known = dayTexts.get(epochDay);
  if (known !== undefined) return known;
  const day = new Date(epochDay * DAY_MS).toISOString().slice(0, 10) as IsoDay;
  if (dayTexts.size >= MOST_KEPT) dayTexts.clear();
  dayTexts.set(epochDay, day);
  return day;
}

/** Whether a text is a real day in `YYYY-MM-DD` form, years 1900 to 2199. */
export function isIsoDay(text: string): text is IsoDay {
  const match = SHAPE.exec(text);
  if (!match || text < '1900' || text >= '2200') return false;
  return fromEpochDay(toEpochDay(text)) === text;
}

/** Brands a day known to be right. Throws otherwise: that is our bug, not the person's. */
export function isoDay(text: string): IsoDay {
  if (!isIsoDay(text)) throw new Error(`Not a day: ${text}`);
  return text;
}

/** Builds a day from its parts (month 1–12), or refuses one that does not exist. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Result<IsoDay, DayProblem> {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return isIsoDay(text) ? ok(text) : refused('day.not-a-date');
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: IsoDay, count: number): IsoDay {
  return fromEpochDay(toEpochDay(day) + count);
}

/** The same day of the month `count` months later, or that month's last day where it has no such day. */
export function addMonths(day: IsoDay, count: number): IsoDay {
  const { year, month, dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (((index % 12) + 12) % 12) + 1;
  const last = daysInMonth(targetYear, targetMonth);
  return isoDay(
    `${String(targetYear).padStart(4, '0')}-${String(targetMonth).padStart(2, '0')}-${String(Math.min(dayOfMonth, last)).padStart(2, '0')}`,
  );
}

/** The same date `count` years later; 29 February becomes 28 February in a common year. */
export function addYears(day: IsoDay, count: number): IsoDay {
  return addMonths(day, count * 12);
}

/** Whole days from `from` to `to`: 0 when equal, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Year, month 1–12 and day of the month. */
export function partsOf(day: IsoDay): {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
} {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8, 10)),
  };
}

/** The weekday, Monday 0 to Sunday 6. */
export function weekdayOf(day: IsoDay): Weekday {
  return ((((toEpochDay(day) + 3) % 7) + 7) % 7) as Weekday;
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, -weekdayOf(day));
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function daysFromTo(from: IsoDay, to: IsoDay): IsoDay[] {
  const days: IsoDay[] = [];
  for (let epochDay = toEpochDay(from), end = toEpochDay(to); epochDay <= end; epochDay += 1)
    days.push(fromEpochDay(epochDay));
  return days;
}

/** The earlier of two days. */
export function earlierDay(a: IsoDay, b: IsoDay): IsoDay {
  return a < b ? a : b;
}

/** The later of two days. */
export function laterDay(a: IsoDay, b: IsoDay): IsoDay {
  return a > b ? a : b;
}

/** Whole years from a birth date to a day. Somebody born on 29 February is a year older on 1 March in a common year. */
export function ageOn(birth: IsoDay, day: IsoDay): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** The first day of the tax year (6 April) that a day falls in. */
export function taxYearStart(day: IsoDay): IsoDay {
  const year = Number(day.slice(0, 4));
  return isoDay(day.slice(5) >= '04-06' ? `${year}-04-06` : `${year - 1}-04-06`);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Monday` … `Sunday`. */
export function weekdayName(day: IsoDay): string {
  return WEEKDAYS[weekdayOf(day)];
}

/** `January` … `December`, for a month 1–12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** `24 November 2026`. */
export function formatDay(day: IsoDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** `Tuesday 24 November`; with the year when asked. */
export function formatWeekday(day: IsoDay, withYear = false): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${weekdayName(day)} ${dayOfMonth} ${monthName(month)}${withYear ? ` ${year}` : ''}`;
}

/** `24 Nov`. */
export function formatShortDay(day: IsoDay): string {
  const { month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${monthName(month).slice(0, 3)}`;
}

/**
 * Reads a date as people type it: `24 11 2026`, `24/11/26`, `24 Nov 2026`, `24.11.2026`, `2026-11-24`.
 * Day comes first, as in the UK; a two-digit year is 2000–2069 or 1970–1999.
 */
export function parseDay(text: string): Result<IsoDay, DayProblem> {
  const rest = text.trim().toLowerCase();
  if (rest === '') return refused('day.empty');
  if (SHAPE.test(rest)) return isIsoDay(rest) ? ok(rest) : refused('day.not-a-date');
  const match =
    /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})$/.exec(
      rest,
    );
  if (!match) return refused('day.not-a-date');
  const monthText = match[2] ?? '';
  const month = /^\d/.test(monthText)
    ? Number(monthText)
    : MONTHS.findIndex((name) => name.toLowerCase().startsWith(monthText)) + 1;
  const yearText = match[3] ?? '';
  const year =
    yearText.length === 4 ? Number(yearText) : Number(yearText) + (Number(yearText) < 70 ? 2000 : 1900);
  return dayFromParts(year, month, Number(match[1]));
}
