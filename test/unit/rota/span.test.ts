import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import {
  isRepeatedTime,
  isSkippedTime,
  minutesByDay,
  minutesOfSpan,
  momentOf,
  takeSpans,
  wallMinutesOfSpan,
} from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { span } from './make';

/** Any minute from 2020 to about 2031. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 1439 }))
  .map(([days, minute]) => ({
    day: addDays(isoDay('2020-01-01'), days),
    time: clockTime(
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    ),
  }));

/** What the JavaScript engine's own time zone database says of the clock in London. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

describe('the length of a shift', () => {
  test('a night of 10 pm to 7 am is 9 hours, but 8 when the clocks go forward and 10 when they go back', () => {
    expect(minutesOfSpan(span('2026-11-23 22:00', '2026-11-24 07:00'))).toBe(9 * 60);
    expect(minutesOfSpan(span('2026-03-28 22:00', '2026-03-29 07:00'))).toBe(8 * 60);
    expect(minutesOfSpan(span('2026-10-24 22:00', '2026-10-25 07:00'))).toBe(10 * 60);
  });

  test('the clock on the wall shows 9 hours on each of these nights', () => {
    expect(wallMinutesOfSpan(span('2026-03-28 22:00', '2026-03-29 07:00'))).toBe(540);
    expect(wallMinutesOfSpan(span('2026-10-24 22:00', '2026-10-25 07:00'))).toBe(540);
  });

  test('each minute shown on a London clock is the minute that the time zone database has for it', () => {
    fc.assert(
      fc.property(moment, ({ day, time }) => {
        fc.pre(!isSkippedTime(day, time));
        const parts = Object.fromEntries(
          london.formatToParts(momentOf(day, time) * 60_000).map((part) => [part.type, part.value]),
        );
        expect(`${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`).toBe(
          `${day} ${time}`,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('what the clock shows later is never earlier in truth', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        fc.pre(`${a.day} ${a.time}` <= `${b.day} ${b.time}`);
        expect(momentOf(b.day, b.time)).toBeGreaterThanOrEqual(momentOf(a.day, a.time));
      }),
    );
  });

  test('a shift that a pattern puts into the skipped hour ends when the clocks jump: 00:45 to 01:15 is 15 minutes', () => {
    expect(minutesOfSpan(span('2026-03-29 00:45', '2026-03-29 01:15'))).toBe(15);
    // From the jump (1 am becomes 2 am) to 7 am: 5 hours.
    expect(minutesOfSpan(span('2026-03-29 01:15', '2026-03-29 07:00'))).toBe(300);
  });

  test('the hour from 1 am is skipped on 29 March 2026 and happens twice on 25 October 2026, and on no other day', () => {
    expect(isSkippedTime(isoDay('2026-03-29'), clockTime('01:30'))).toBe(true);
    expect(isSkippedTime(isoDay('2026-03-29'), clockTime('02:00'))).toBe(false);
    expect(isSkippedTime(isoDay('2026-03-22'), clockTime('01:30'))).toBe(false);
    expect(isRepeatedTime(isoDay('2026-10-25'), clockTime('01:30'))).toBe(true);
    expect(isRepeatedTime(isoDay('2026-10-25'), clockTime('00:59'))).toBe(false);
    expect(isRepeatedTime(isoDay('2026-10-18'), clockTime('01:30'))).toBe(false);
  });
});

describe('a shift split by days', () => {
  test('10 pm to 7 am is 2 hours before midnight and 7 after; 6 and 8 when the clocks change', () => {
    const days = (from: string, to: string) => minutesByDay(span(from, to)).map((part) => part.minutes / 60);
    expect(days('2026-11-23 22:00', '2026-11-24 07:00')).toEqual([2, 7]);
    expect(days('2026-03-28 22:00', '2026-03-29 07:00')).toEqual([2, 6]);
    expect(days('2026-10-24 22:00', '2026-10-25 07:00')).toEqual([2, 8]);
  });

  test('a shift that ends at midnight is all of one day', () => {
    expect(minutesByDay(span('2026-11-23 18:00', '2026-11-24 00:00'))).toEqual([
      { day: '2026-11-23', minutes: 360 },
    ]);
  });

  test('no minute is lost or gained by the split', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        fc.pre(momentOf(a.day, a.time) < momentOf(b.day, b.time));
        const whole = { day: a.day, start: a.time, endDay: b.day, end: b.time };
        const parts = minutesByDay(whole);
        expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutesOfSpan(whole));
        expect(parts.every((part) => part.minutes > 0)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('taking spans out of a span', () => {
  test('8 am to 2 pm less 9 to 10 am and 1 to 3 pm leaves 8 to 9 am and 10 am to 1 pm', () => {
    expect(
      takeSpans(span('2026-11-23 08:00', '2026-11-23 14:00'), [
        span('2026-11-23 13:00', '2026-11-23 15:00'),
        span('2026-11-23 09:00', '2026-11-23 10:00'),
      ]),
    ).toEqual([span('2026-11-23 08:00', '2026-11-23 09:00'), span('2026-11-23 10:00', '2026-11-23 13:00')]);
  });
});
