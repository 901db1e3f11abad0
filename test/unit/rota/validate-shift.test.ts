import { isoDay } from '@shared/dates';
import { isKindOfWork, KINDS_OF_WORK, kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import { type ShiftEntry, type ShiftSurroundings, validateShift } from '@shared/rota/validate-shift';
import { describe, expect, test } from 'vitest';
import { away, dayIn, kept, timeIn, worker } from './make';

const grace = worker('grace', { firstDay: isoDay('2026-06-03'), lastDay: isoDay('2026-12-18') });
const own = rotaForWindow({
  patterns: [],
  shifts: [kept('s', 'grace', '2026-11-24 08:00', '2026-11-24 14:00')],
  absences: [],
  from: isoDay('2026-11-23'),
  to: isoDay('2026-11-29'),
}).shifts;

function check(
  from: string,
  to: string,
  entry: Partial<ShiftEntry> = {},
  around: Partial<ShiftSurroundings> = {},
) {
  return validateShift(
    {
      key: null,
      workerId: 'grace',
      day: dayIn(from),
      start: timeIn(from),
      endDay: dayIn(to),
      end: timeIn(to),
      ...entry,
    },
    { worker: grace, absences: [], shifts: own, ...around },
  );
}
const codes = (...args: Parameters<typeof check>) =>
  check(...args).map((problem) => `${problem.severity} ${problem.code}`);

describe('a shift being entered', () => {
  test('is taken when nothing is wrong, by day and over midnight', () => {
    expect(codes('2026-11-23 08:00', '2026-11-23 14:00')).toEqual([]);
    expect(codes('2026-11-24 22:00', '2026-11-25 07:00')).toEqual([]);
  });

  test('with an end at or before its start is asked whether it ends the next day', () => {
    expect(codes('2026-11-23 22:00', '2026-11-23 07:00', { endDay: null })).toEqual([
      'ask shift.ends-next-day',
    ]);
    expect(codes('2026-11-23 08:00', '2026-11-23 08:00', { endDay: null })).toEqual([
      'ask shift.ends-next-day',
    ]);
  });

  test('that is said to end before it starts is refused', () => {
    expect(codes('2026-11-23 08:00', '2026-11-22 14:00')).toEqual(['refuse shift.ends-before-it-starts']);
  });

  test('of 30 hours is refused; of 16 hours is fine; of a minute more is warned of', () => {
    expect(codes('2026-11-25 08:00', '2026-11-26 14:00')).toEqual(['refuse shift.too-long']);
    expect(codes('2026-11-25 06:00', '2026-11-25 22:00')).toEqual([]);
    expect(codes('2026-11-25 06:00', '2026-11-25 22:01')).toEqual(['warn shift.very-long']);
  });

  test('of a live-in day, 7 am to 7 am, is taken also when the clocks go back and it is 25 hours', () => {
    expect(check('2026-10-24 07:00', '2026-10-25 07:00')).toEqual([
      { code: 'shift.very-long', severity: 'warn', field: 'end', details: { minutes: 25 * 60 } },
    ]);
  });

  test('at a time the clocks skip is refused; at one that happens twice it is told', () => {
    const spring = worker('grace', { firstDay: isoDay('2026-01-01') });
    expect(codes('2026-03-28 22:00', '2026-03-29 01:30', {}, { worker: spring })).toEqual([
      'refuse shift.time-does-not-exist',
    ]);
    expect(codes('2026-10-25 01:30', '2026-10-25 07:00')).toEqual(['inform shift.time-happens-twice']);
  });

  test('before the first day of the job or after the last is refused, naming the day', () => {
    expect(check('2026-06-02 08:00', '2026-06-02 14:00')).toEqual([
      {
        code: 'shift.before-first-day',
        severity: 'refuse',
        field: 'day',
        details: { workerId: 'grace', day: '2026-06-03' },
      },
    ]);
    expect(codes('2026-12-19 08:00', '2026-12-19 14:00')).toEqual(['refuse shift.after-last-day']);
    expect(codes('2026-12-18 22:00', '2026-12-19 07:00')).toEqual([]);
  });

  test('over an own shift is warned of, but not over itself or right after it', () => {
    expect(check('2026-11-24 13:00', '2026-11-24 15:00')).toEqual([
      {
        code: 'shift.overlaps-own',
        severity: 'warn',
        field: 'start',
        details: { workerId: 'grace', shiftKey: 's', day: '2026-11-24' },
      },
    ]);
    expect(codes('2026-11-24 13:00', '2026-11-24 15:00', { key: 's' })).toEqual([]);
    expect(codes('2026-11-24 14:00', '2026-11-24 15:00')).toEqual([]);
  });

  test('on a day of absence is warned of', () => {
    const absences = [away('a', 'grace', '2026-11-25', null)];
    expect(codes('2026-11-25 08:00', '2026-11-25 14:00', {}, { absences })).toEqual([
      'warn shift.worker-is-away',
    ]);
  });

  test('that is open asks nothing about a person', () => {
    expect(codes('2020-01-01 08:00', '2020-01-01 14:00', { workerId: null }, { worker: null })).toEqual([]);
  });
});

describe('kinds of work', () => {
  test('only in a sleep-in may the worker sleep; there only waking hours count for the minimum wage', () => {
    expect(KINDS_OF_WORK.filter((kind) => kindOfWorkFacts(kind).maySleep)).toEqual(['sleep-in']);
    expect(KINDS_OF_WORK.filter((kind) => kindOfWorkFacts(kind).minimumWageHours === 'awake-only')).toEqual([
      'sleep-in',
    ]);
    expect(kindOfWorkFacts('waking-night').minimumWageHours).toBe('all');
    expect(kindOfWorkFacts('sleep-in').usuallyPaidPer).toBe('shift');
  });

  test('are known by name', () => {
    expect(isKindOfWork('travel')).toBe(true);
    expect(isKindOfWork('holiday')).toBe(false);
  });
});
