import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { openRateBook } from '@shared/rota/rate';
import { payOfShifts } from '@shared/rota/shift-operations';
import { isRepeatedTime, isSkippedTime, minutesOfSpan } from '@shared/rota/span';
import { describe, expect, test } from 'vitest';
import { rate } from './make';
import { shift } from './plans';

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

/** The first real minute since 1970 at which a London clock shows this, found by trying; undefined when none does. */
function minuteShown(day: string, time: string): number | undefined {
  const asUtc = new Date(`${day}T${time}:00Z`).getTime() / 60_000;
  return [asUtc - 60, asUtc].find((minute) => {
    const parts = Object.fromEntries(
      london.formatToParts(minute * 60_000).map((part) => [part.type, part.value]),
    );
    return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}` === `${day} ${time}`;
  });
}

describe('paid minutes', () => {
  test('are the minutes that really pass, from any half hour to any other around each clock change from 2024 to 2030', () => {
    // The last Sundays of March and October, from a printed calendar.
    const sundays = [
      '2024-03-31',
      '2024-10-27',
      '2025-03-30',
      '2025-10-26',
      '2026-03-29',
      '2026-10-25',
      '2027-03-28',
    ];
    sundays.push(
      '2027-10-31',
      '2028-03-26',
      '2028-10-29',
      '2029-03-25',
      '2029-10-28',
      '2030-03-31',
      '2030-10-27',
    );
    const halfHours = Array.from({ length: 48 }, (_, at) =>
      clockTime(`${String(at >> 1).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`),
    );
    const rates = openRateBook([rate('dev', 'weekday', '0.60')]);
    let seen = 0;
    for (const sunday of sundays.map(isoDay)) {
      const days = [addDays(sunday, -1), sunday];
      const shown = new Map(
        days.flatMap((day) => halfHours.map((time) => [`${day} ${time}`, minuteShown(day, time)])),
      );
      for (const time of halfHours)
        expect(isSkippedTime(sunday, time)).toBe(shown.get(`${sunday} ${time}`) === undefined);
      for (const start of halfHours) {
        for (const end of halfHours) {
          for (const [day, endDay] of [
            [days[0], sunday],
            [sunday, sunday],
          ] as const) {
            if (day === undefined) continue;
            const from = shown.get(`${day} ${start}`);
            const to = shown.get(`${endDay} ${end}`);
            if (from === undefined || to === undefined || to <= from) continue;
            const one = {
              ...shift('a', 'dev', '2026-01-01 00:00', '2026-01-01 01:00'),
              day,
              start,
              endDay,
              end,
            };
            if (minutesOfSpan(one) !== to - from) expect(`${day} ${start} ${endDay} ${end}`).toBe(to - from);
            // 60p an hour is a penny a minute, so that pay shows the minutes.
            if (payOfShifts([one], rates) !== to - from) expect('pay of the minutes').toBe(to - from);
            seen += 1;
          }
        }
      }
      expect(halfHours.some((time) => isRepeatedTime(sunday, time))).toBe(sunday.slice(5, 7) === '10');
    }
    expect(seen).toBeGreaterThan(40_000);
  });

  test('are the minutes that really pass on any night from 2024 to 2030', () => {
    for (let day = isoDay('2024-01-01'); day < '2031-01-01'; day = addDays(day, 1)) {
      const next = addDays(day, 1);
      const night = { ...shift('a', 'dev', '2026-01-01 00:00', '2026-01-01 01:00'), day, endDay: next };
      const one = { ...night, start: clockTime('21:45'), end: clockTime('07:15') };
      const truth = (minuteShown(next, '07:15') ?? 0) - (minuteShown(day, '21:45') ?? 0);
      if (minutesOfSpan(one) !== truth) expect(`${day}: ${minutesOfSpan(one)}`).toBe(truth);
    }
  });
});
