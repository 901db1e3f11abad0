import { addDays, daysBetween, type IsoDay, isoDay, weekdayOf } from './dates';
import { ok, type Result, refused } from './result';

/** A wall-clock time in Europe/London: `HH:MM`, `00:00` to `23:59`. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

export type TimeProblem = 'time.empty' | 'time.not-a-time';

/** Brands a time known to be right. Throws otherwise. */
export function clockTime(text: string): ClockTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new Error(`Not a time: ${text}`);
  return text as ClockTime;
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time a number of minutes after midnight, going round past 24 hours. */
export function timeFromMinutes(minutes: number): ClockTime {
  const within = ((minutes % 1440) + 1440) % 1440;
  return clockTime(
    `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`,
  );
}

/** Reads a time as people type it: `0730`, `7:30`, `7.30 am`, `7am`, `19:30`, `noon`, `midnight`. */
export function parseClockTime(text: string): Result<ClockTime, TimeProblem> {
  const rest = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (rest === '') return refused('time.empty');
  if (rest === 'noon' || rest === 'midday') return ok(clockTime('12:00'));
  if (rest === 'midnight') return ok(clockTime('00:00'));
  const match = /^(\d{1,2})(?:[:. h]?([0-5]\d))?\s?(a\.?m\.?|p\.?m\.?)?$/.exec(rest);
  if (!match) return refused('time.not-a-time');
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  const half = match[3]?.[0];
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return refused('time.not-a-time');
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour === 24 && minute === 0) hour = 0;
  if (hour > 23) return refused('time.not-a-time');
  return ok(timeFromMinutes(hour * 60 + minute));
}

/** `7 am`, `7:30 pm`, `noon` stays `12 pm`. */
export function formatTime(time: ClockTime): string {
  const hour = Number(time.slice(0, 2));
  const minute = time.slice(3, 5);
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `26:00`, `7:30`: minutes as hours and minutes, for tables. */
export function formatHours(minutes: number): string {
  const whole = Math.trunc(Math.abs(minutes) / 60);
  return `${minutes < 0 ? '−' : ''}${whole}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}

export type HoursProblem = 'hours.empty' | 'hours.not-hours' | 'hours.negative' | 'hours.too-many';

/** Reads a length of time in whole minutes: `3.5`, `3:30`, `3h30`, `3 h`, `45m`. At most 744 hours (a month). */
export function parseHours(text: string): Result<number, HoursProblem> {
  const rest = text.trim().toLowerCase().replace(/\s+/g, '');
  if (rest === '') return refused('hours.empty');
  if (/^[-−]/.test(rest)) return refused('hours.negative');
  let minutes: number | undefined;
  const withMinutes = /^(\d{1,3})(?::|h|hours?)([0-5]?\d)m?$/.exec(rest);
  const decimals = /^(\d{1,3})(?:\.(\d{1,2}))?(?:h|hours?)?$/.exec(rest);
  const onlyMinutes = /^(\d{1,4})m(?:ins?|inutes?)?$/.exec(rest);
  if (withMinutes) minutes = Number(withMinutes[1]) * 60 + Number(withMinutes[2]);
  else if (decimals) {
    const hundredths = Number((decimals[2] ?? '').padEnd(2, '0'));
    minutes = Number(decimals[1]) * 60 + Math.round((hundredths * 60) / 100);
  } else if (onlyMinutes) minutes = Number(onlyMinutes[1]);
  if (minutes === undefined) return refused('hours.not-hours');
  return minutes > 744 * 60 ? refused('hours.too-many') : ok(minutes);
}

/** The days of a year on which the clocks go forward and back. */
const changes = new Map<string, { readonly forward: IsoDay; readonly back: IsoDay }>();

function lastSunday(year: string, month: '03' | '10'): IsoDay {
  const end = isoDay(`${year}-${month}-31`);
  return addDays(end, -((weekdayOf(end) + 1) % 7));
}

function clockChanges(year: string): { readonly forward: IsoDay; readonly back: IsoDay } {
  const known = changes.get(year);
  if (known !== undefined) return known;
  const found = { forward: lastSunday(year, '03'), back: lastSunday(year, '10') };
  changes.set(year, found);
  return found;
}

/**
 * Minutes that the clocks in London are ahead of UTC at a wall-clock moment: 60 in British Summer Time, else 0.
 * Clocks go forward at 1 am on the last Sunday of March and back at 2 am on the last Sunday of October
 * (Summer Time Act 1972 as amended; SI 2002/262). A time that the clocks skip counts as already summer time;
 * a time that happens twice counts as the first of the two.
 */
export function londonOffsetMinutes(day: IsoDay, time: ClockTime): number {
  const { forward: start, back: end } = clockChanges(day.slice(0, 4));
  if (day < start || day > end) return 0;
  if (day === start) return time >= '01:00' ? 60 : 0;
  if (day === end) return time < '02:00' ? 60 : 0;
  return 60;
}

/** Real minutes between two wall-clock moments in London, right over both clock changes. */
export function minutesBetween(fromDay: IsoDay, from: ClockTime, toDay: IsoDay, to: ClockTime): number {
  const wall = daysBetween(fromDay, toDay) * 1440 + minutesOf(to) - minutesOf(from);
  return wall - (londonOffsetMinutes(toDay, to) - londonOffsetMinutes(fromDay, from));
}
