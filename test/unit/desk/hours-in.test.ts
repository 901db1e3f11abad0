import { addDays, daysFromTo, isoDay } from '@shared/dates';
import { planHours } from '@shared/desk/hours-in';
import type { HoursPlanInput, SaidHours } from '@shared/desk/hours-in-types';
import { daysToSpread, spreadEvenly } from '@shared/desk/spread-hours';
import { minutesOfSpan } from '@shared/rota/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../../support/tries';

const MONDAY = isoDay('2026-03-02');

/** Somebody employed all along, without a rota, paid by the hour for two kinds of work. */
function around(said: readonly SaidHours[], more: Partial<HoursPlanInput> = {}): HoursPlanInput {
  return {
    worker: { id: 'maya', firstDay: isoDay('2025-01-06'), lastDay: null },
    today: isoDay('2026-12-31'),
    said,
    shifts: [],
    timesKnown: new Map(),
    isAway: () => false,
    rateOf: (kind) => (kind === 'weekday' || kind === 'weekend' ? { per: 'hour', pounds: '13.00' } : null),
    kinds: ['weekday', 'weekend'],
    lengthOf: () => null,
    ...more,
  };
}

const hours = (kind: SaidHours['kind'], first: number, days: number, minutes: number): SaidHours => ({
  kind,
  from: addDays(MONDAY, first),
  to: addDays(MONDAY, first + days - 1),
  amount: { per: 'hour', minutes },
  replace: false,
});

describe('Hours of which only the sum is known', () => {
  test('add up to the minute, lie within their days, and never overlap, whatever the days and over both clock changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 7, max: 31 }),
        fc.integer({ min: 1, max: 60 * 60 }),
        fc.integer({ min: 0, max: 12 * 60 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 10 }),
        (first, days, weekday, weekend, away) => {
          const said = [hours('weekday', first, days, weekday), hours('weekend', first, days, weekend)];
          const off = new Set(away.map((day) => addDays(MONDAY, first + day)));
          const { add, problems } = planHours(around(said, { isAway: (day) => off.has(day) }));
          const stopped = new Set(problems.filter((one) => one.severity === 'stop').map((one) => one.at));
          for (const [at, one] of said.entries()) {
            const own = add.filter((shift) => shift.kindOfWork === one.kind);
            const sum = own.reduce((total, shift) => total + minutesOfSpan(shift), 0);
            const meant = one.amount.per === 'hour' ? one.amount.minutes : 0;
            expect(sum).toBe(stopped.has(at) ? 0 : meant);
            for (const shift of own) {
              expect(one.from <= shift.day && shift.day <= one.to).toBe(true);
              expect(off.has(shift.day)).toBe(false);
            }
          }
          for (const [index, shift] of add.entries()) {
            const next = add[index + 1];
            if (next === undefined || next.day !== shift.day) continue;
            expect(shift.endDay > shift.day || shift.end > next.start).toBe(false);
          }
        },
      ),
      { numRuns: tries(1000, 60) },
    );
  });

  test('differ by a minute at most from day to day', () => {
    const days = daysToSpread('weekday', daysFromTo(MONDAY, addDays(MONDAY, 13)));
    expect(days).toHaveLength(10);
    // 2,003 minutes over ten weekdays: three days of 201, seven of 200.
    expect(spreadEvenly(2003, days).map((part) => part.minutes)).toEqual([
      201, 201, 201, 200, 200, 200, 200, 200, 200, 200,
    ]);
  });

  test('of one day stand on that day, though it is a Sunday', () => {
    const { add } = planHours(around([hours('weekday', 6, 1, 150)]));
    expect(add).toEqual([
      {
        day: '2026-03-08',
        start: '08:00',
        endDay: '2026-03-08',
        end: '10:30',
        kindOfWork: 'weekday',
        timesKnown: 'day',
      },
    ]);
  });

  test('without a kind of work are asked for one where the PA has more than one rate by the hour', () => {
    const plan = planHours(around([hours(null, 0, 7, 600)]));
    expect(plan.problems.map((one) => one.code)).toEqual(['hours-in.kind-needed']);
    const one = planHours(around([hours(null, 0, 7, 600)], { kinds: ['weekday'] }));
    expect(one.add).toHaveLength(5);
  });

  test('over a change of rate are spread on both sides of it, and that is told', () => {
    const changes = addDays(MONDAY, 7);
    const { problems } = planHours(
      around([hours('weekday', 0, 14, 600)], {
        rateOf: (kind, day) =>
          kind === 'weekday' ? { per: 'hour', pounds: day < changes ? '12.80' : '13.00' } : null,
      }),
    );
    expect(problems).toMatchObject([
      { code: 'hours-in.rate-changes', severity: 'note', details: { day: '2026-03-09' } },
    ]);
  });
});
