import { performance } from 'node:perf_hooks';
import { type ClockTime, clockTime, londonOffsetMinutes, minutesOf } from '@shared/clock-time';
import { type IsoDay, isoDay } from '@shared/dates';

/** What the time is. Services take it as an argument, so a test can say what day it is. */
export interface Clock {
  /** The day it is in London. */
  today(): IsoDay;
  /** The moment as UTC, `2026-11-24T09:00:00.000Z`: for "saved at" columns. */
  nowIso(): string;
  /** Milliseconds that only ever rise, from an unsaid start: for measuring and for time-outs, never for saving. */
  monotonicMs(): number;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in London at a moment (milliseconds since 1970 in UTC), wherever the computer thinks it is. */
export function londonDay(epochMs: number): IsoDay {
  const parts = new Map(london.formatToParts(epochMs).map((part) => [part.type, part.value]));
  return isoDay(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** The wall-clock time in London at a moment. */
export function londonTime(epochMs: number): ClockTime {
  const parts = new Map(londonClock.formatToParts(epochMs).map((part) => [part.type, part.value]));
  return clockTime(`${parts.get('hour') === '24' ? '00' : parts.get('hour')}:${parts.get('minute')}`);
}

/** The computer's own clock, read in Europe/London. */
export function systemClock(): Clock {
  return {
    today: () => londonDay(Date.now()),
    nowIso: () => new Date().toISOString(),
    monotonicMs: () => performance.now(),
  };
}

/** A clock that stands still at a wall-clock time in London: for tests and for `--today`. */
export function fixedClock(day: IsoDay, time: ClockTime = clockTime('09:00')): Clock {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const utcMinutes = minutesOf(time) - londonOffsetMinutes(day, time);
  const nowIso = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, dayOfMonth, 0, utcMinutes)).toISOString();
  return { today: () => day, nowIso: () => nowIso, monotonicMs: () => performance.now() };
}
