import { isoDay } from '@shared/dates';
import { needAgainstRota, planOf, type WeeklyNeed } from '@shared/rota/need-and-gaps';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, kept } from './make';

const plan = (
  hours: number,
  sleepIns: number,
  from = '2026-01-01',
  to: string | null = null,
): WeeklyNeed => ({
  from: isoDay(from),
  to: to === null ? null : isoDay(to),
  weeklyMinutes: hours * 60,
  weeklySleepIns: sleepIns,
});

const need = (
  shifts: readonly Shift[],
  needs: readonly WeeklyNeed[],
  from = '2026-11-23',
  to = '2026-11-29',
) =>
  needAgainstRota(
    rotaForWindow({
      patterns: [],
      shifts,
      absences: [away('a', 'grace', '2026-11-23', null)],
      from: isoDay(from),
      to: isoDay(to),
    }),
    needs,
  );

const week = [
  kept('a', 'grace', '2026-11-23 07:00', '2026-11-23 13:00'),
  kept('b', 'dev', '2026-11-23 18:00', '2026-11-23 22:00', { status: 'confirmed' }),
  kept('c', 'dev', '2026-11-23 22:00', '2026-11-24 07:00', { kindOfWork: 'sleep-in' }),
  kept('d', 'maya', '2026-11-29 20:00', '2026-11-30 02:00'),
  kept('e', 'maya', '2026-11-25 09:00', '2026-11-25 12:00', { kindOfWork: 'training' }),
];

describe('the plan against the rota', () => {
  test('counts what is staffed, confirmed and uncovered by the day a shift starts; nights asleep apart, training not', () => {
    const { days, weeks, whole } = need(week, [plan(14, 1)]);
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
    // 4 + 6 hours are staffed; the plan pays for 14: 4 are missing.
    expect(whole).toMatchObject({
      staffedMinutes: 600,
      uncoveredMinutes: 360,
      planMinutes: 840,
      planSleepIns: 1,
      overMinutes: 0,
      shortMinutes: 240,
    });
    expect(weeks).toEqual([whole]);
  });

  test('hours past the plan are told', () => {
    expect(need(week, [plan(9, 0)]).whole).toMatchObject({ overMinutes: 60, shortMinutes: 0 });
  });

  test('several weeks are told one by one, a part of a week with its share of the plan', () => {
    const { weeks, whole } = need(week, [plan(14, 0)], '2026-11-28', '2026-12-07');
    // Saturday and Sunday: 2 days of 7; then a week; then a Monday.
    expect(weeks.map((each) => [each.from, each.to, each.planMinutes])).toEqual([
      ['2026-11-28', '2026-11-29', 240],
      ['2026-11-30', '2026-12-06', 840],
      ['2026-12-07', '2026-12-07', 120],
    ]);
    expect(whole.planMinutes).toBe(1200);
  });

  test('a new plan from Thursday on counts from Thursday; two plans at once are added', () => {
    const needs = [plan(14, 0, '2026-01-01', '2026-11-25'), plan(21, 0, '2026-11-26')];
    // 3 days of 2 hours, 4 days of 3 hours.
    expect(need([], needs).whole.planMinutes).toBe(18 * 60);
    expect(need([], [plan(14, 0), plan(7, 0)]).whole.planMinutes).toBe(21 * 60);
  });

  test('without a plan on one of the days nothing is said about over and short', () => {
    expect(need(week, [plan(14, 0, '2026-11-24')]).whole).toMatchObject({
      planMinutes: null,
      overMinutes: null,
      shortMinutes: null,
      staffedMinutes: 600,
    });
  });

  test('the days of a window add up to the whole of it', () => {
    fc.assert(
      fc.property(fc.nat(40), (length) => {
        const to = `2026-12-${String(1 + (length % 28)).padStart(2, '0')}`;
        const { days, weeks, whole } = need(week, [plan(14, 1)], '2026-11-20', to);
        const sum = (
          of: readonly { readonly staffedMinutes: number; readonly uncoveredMinutes: number }[],
        ) => [
          of.reduce((total, each) => total + each.staffedMinutes, 0),
          of.reduce((total, each) => total + each.uncoveredMinutes, 0),
        ];
        expect(sum(days)).toEqual(sum([whole]));
        expect(sum(weeks)).toEqual(sum([whole]));
      }),
    );
  });

  test('a share that is not a whole minute is rounded once, halves up', () => {
    // 10 hours a week, one day: 600 ÷ 7 = 85.71… minutes.
    expect(planOf([plan(10, 0)], isoDay('2026-11-23'), isoDay('2026-11-23'))).toEqual({
      minutes: 86,
      sleepIns: 0,
    });
  });
});
