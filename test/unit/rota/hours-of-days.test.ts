import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { hoursOfDays } from '@shared/rota/hours-of-days';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { away, kept } from './make';

const WEEK = [
  kept('a', 'grace', '2026-11-23 07:00', '2026-11-23 13:00'),
  kept('b', 'dev', '2026-11-23 18:00', '2026-11-23 22:00', { status: 'confirmed' }),
  kept('c', 'dev', '2026-11-23 22:00', '2026-11-24 07:00', { kindOfWork: 'sleep-in' }),
  kept('d', 'maya', '2026-11-29 20:00', '2026-11-30 02:00'),
  kept('e', 'maya', '2026-11-25 09:00', '2026-11-25 12:00', { kindOfWork: 'training' }),
];

const hours = (from = '2026-11-23', to = '2026-11-29') =>
  hoursOfDays(
    rotaForWindow({
      patterns: [],
      shifts: WEEK,
      absences: [away('a', 'grace', '2026-11-23', null)],
      from: isoDay(from),
      to: isoDay(to),
    }),
  );

test('what is staffed, confirmed and uncovered counts by the day a shift starts; nights asleep apart, training not', () => {
  const { days, whole } = hours();
  expect(days[0]).toEqual({
    from: '2026-11-23',
    to: '2026-11-23',
    staffedMinutes: 240,
    confirmedMinutes: 240,
    uncoveredMinutes: 360,
    staffedSleepIns: 1,
    uncoveredSleepIns: 0,
  });
  expect(days[2]?.staffedMinutes).toBe(0);
  expect(days[6]?.staffedMinutes).toBe(360);
  // 4 hours on Monday and 6 on Sunday.
  expect(whole).toMatchObject({ staffedMinutes: 600, uncoveredMinutes: 360 });
});

test('an agency that covers two of a shift’s six hours is somebody who comes', () => {
  const { days, whole } = hoursOfDays(
    rotaForWindow({
      patterns: [],
      shifts: WEEK,
      absences: [away('a', 'grace', '2026-11-23', null)],
      outside: [
        {
          id: 'visit',
          contactId: 'agency',
          coversKey: 'a',
          day: isoDay('2026-11-23'),
          start: clockTime('07:00'),
          endDay: isoDay('2026-11-23'),
          end: clockTime('09:00'),
        },
      ],
      from: isoDay('2026-11-23'),
      to: isoDay('2026-11-29'),
    }),
  );
  // 4 hours of Dev and 2 of the agency; 4 of Grace's 6 are left.
  expect(days[0]).toMatchObject({ staffedMinutes: 360, confirmedMinutes: 240, uncoveredMinutes: 240 });
  expect(whole).toMatchObject({ staffedMinutes: 720, uncoveredMinutes: 240 });
});

test('the days of a window add up to the whole of it', () => {
  fc.assert(
    fc.property(fc.nat(27), (length) => {
      const { days, whole } = hours('2026-11-20', `2026-12-${String(1 + length).padStart(2, '0')}`);
      expect(days.reduce((sum, each) => sum + each.staffedMinutes, 0)).toBe(whole.staffedMinutes);
      expect(days.reduce((sum, each) => sum + each.uncoveredMinutes, 0)).toBe(whole.uncoveredMinutes);
    }),
  );
});
