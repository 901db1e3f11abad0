import { isoDay } from '@shared/dates';
import { payLines } from '@shared/rota/hours-to-pay';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { expect, test } from 'vitest';
import { kept, rate, timeIn } from './make';

const actual = (awakeMinutes: number, from: string, to: string): Partial<Shift> => ({
  status: 'confirmed',
  actual: {
    start: timeIn(from),
    endDay: isoDay(to.slice(0, 10)),
    end: timeIn(to),
    awakeMinutes,
    reason: '',
  },
});

const NIGHT = ['2026-11-23 22:00', '2026-11-24 07:00'] as const;

function lines(shifts: readonly Shift[], rates: ReturnType<typeof rate>[]) {
  const { shifts: rota } = rotaForWindow({
    patterns: [],
    shifts,
    absences: [],
    from: isoDay('2026-11-16'),
    to: isoDay('2026-11-30'),
  });
  const result = payLines('dev', rota, openRateBook(rates));
  if (!result.ok) throw new Error(result.code);
  return result.value.map((line) => [line.kindOfWork, line.minutes, line.minimumWageMinutes, line.amount]);
}

const night = kept('a', 'dev', ...NIGHT, { kindOfWork: 'sleep-in', ...actual(90, ...NIGHT) });

test('without a rate for time awake, the allowance of a sleep-in pays for it too', () => {
  expect(lines([night], [rate('dev', 'sleep-in', '60', '2024-01-01', 'shift')])).toEqual([
    ['sleep-in', 540, 90, 6_000],
  ]);
});

test('time awake in a sleep-in is paid on top of the allowance where it has a rate, and counts once', () => {
  // 1½ hours at £13.00 = £19.50.
  expect(
    lines(
      [night],
      [rate('dev', 'sleep-in', '60', '2024-01-01', 'shift'), rate('dev', 'sleep-in-awake', '13')],
    ),
  ).toEqual([
    ['sleep-in', 540, 0, 6_000],
    ['sleep-in-awake', 90, 90, 1_950],
  ]);
});

test('it takes the place of the sleep-in’s own rate where that is by the hour', () => {
  // 7½ hours at £6.00 = £45.00, and 1½ at £13.00.
  expect(lines([night], [rate('dev', 'sleep-in', '6'), rate('dev', 'sleep-in-awake', '13')])).toEqual([
    ['sleep-in', 450, 0, 4_500],
    ['sleep-in-awake', 90, 90, 1_950],
  ]);
});

test('a live-in day is one sum, and the work in it counts for the minimum wage; all of it where nothing was said', () => {
  const day = ['2026-11-23 08:00', '2026-11-24 08:00'] as const;
  const next = ['2026-11-24 08:00', '2026-11-25 08:00'] as const;
  const said = kept('a', 'dev', ...day, { kindOfWork: 'live-in', ...actual(600, ...day) });
  const silent = kept('b', 'dev', ...next, { kindOfWork: 'live-in', status: 'confirmed' });
  // Two days at £150; 10 hours of work in the first, all 24 of the second.
  expect(lines([said, silent], [rate('dev', 'live-in', '150', '2024-01-01', 'shift')])).toEqual([
    ['live-in', 2_040, 2_040, 30_000],
  ]);
  // By the hour only work is paid: 10 hours at £13.
  expect(lines([said], [rate('dev', 'live-in', '13')])).toEqual([['live-in', 600, 600, 13_000]]);
});
