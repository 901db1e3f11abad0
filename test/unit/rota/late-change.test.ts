import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { must } from '@shared/result';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { type LateHours, lateChangePay } from '@shared/rota/late-change';
import { openRateBook } from '@shared/rota/rate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const DAY = isoDay('2026-11-12');
const RATES = openRateBook([
  { workerId: 'grace', kindOfWork: 'weekday', per: 'hour', pounds: '13.33', from: isoDay('2026-11-01') },
  { workerId: 'grace', kindOfWork: 'weekday', per: 'hour', pounds: '15.00', from: isoDay('2026-11-16') },
  { workerId: 'grace', kindOfWork: 'sleep-in', per: 'shift', pounds: '61.50', from: isoDay('2026-11-01') },
]);

const hours = (start: string, end: string, more: Partial<LateHours> = {}): LateHours => ({
  start: clockTime(start),
  endDay: DAY,
  end: clockTime(end),
  ...more,
});

function payOf(was: LateHours | null, now: LateHours | null, kindOfWork: KindOfWork = 'weekday', day = DAY) {
  const pay = lateChangePay('grace', { day, kindOfWork, was, now }, RATES);
  if (!pay.ok) throw new Error(pay.code);
  return pay.value;
}

describe('a late change', () => {
  test('is worth the hours as they were after all, less those that were paid', () => {
    // 10 h at £13.33 = £133.30; 8 h = £106.64.
    expect(payOf(hours('09:00', '17:00'), hours('09:00', '19:00'))).toMatchObject({
      minutes: 120,
      minimumWageMinutes: 120,
      shifts: 0,
      rate: '13.33',
      amount: 2_666,
    });
    expect(payOf(hours('09:00', '17:00'), null)).toMatchObject({
      minutes: -480,
      shifts: -1,
      amount: -10_664,
    });
    expect(payOf(null, hours('09:00', '17:00'))).toMatchObject({ minutes: 480, shifts: 1, amount: 10_664 });
  });

  test('of a sleep-in moves its rate a night, and time awake only moves hours of the minimum wage', () => {
    const night = hours('22:00', '07:00', { endDay: isoDay('2026-11-13') });
    expect(payOf(night, null, 'sleep-in')).toMatchObject({ shifts: -1, amount: -6_150 });
    expect(payOf(night, { ...night, awakeMinutes: 90 }, 'sleep-in')).toMatchObject({
      minutes: 0,
      minimumWageMinutes: 90,
      shifts: 0,
      amount: 0,
    });
  });

  test('over the night when the clocks go back counts the hour that comes twice', () => {
    const day = isoDay('2026-10-24');
    const rates = openRateBook([
      { workerId: 'grace', kindOfWork: 'weekday', per: 'hour', pounds: '13.20', from: isoDay('2026-10-01') },
    ]);
    const was = hours('20:00', '23:00', { endDay: day });
    const now = hours('20:00', '03:00', { endDay: isoDay('2026-10-25') });
    const pay = lateChangePay('grace', { day, kindOfWork: 'weekday', was, now }, rates);
    // 8 h instead of 3 h.
    expect(must(pay.ok ? pay.value : undefined, 'pay')).toMatchObject({ minutes: 300, amount: 6_600 });
  });

  test('without a rate on its day is refused', () => {
    const change = { day: isoDay('2026-10-31'), kindOfWork: 'weekday', was: null, now: null } as const;
    expect(lateChangePay('grace', change, RATES)).toEqual({
      ok: false,
      code: 'rota.no-rate',
      details: { workerId: 'grace', kindOfWork: 'weekday', day: '2026-10-31' },
    });
  });

  test('after another comes to the same as one change from the first hours to the last, to the penny', () => {
    const end = fc
      .integer({ min: 0, max: 10 * 60 })
      .map((minutes) => {
        const at = 9 * 60 + 1 + minutes;
        return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
      })
      .chain((time) => fc.constantFrom(null, hours('09:00', time)));
    fc.assert(
      fc.property(fc.array(end, { minLength: 2, maxLength: 8 }), (all) => {
        const steps = all.slice(1).map((now, at) => payOf(all[at] ?? null, now));
        const whole = payOf(all[0] ?? null, all.at(-1) ?? null);
        expect(steps.reduce((sum, one) => sum + one.amount, 0)).toBe(whole.amount);
        expect(steps.reduce((sum, one) => sum + one.minutes, 0)).toBe(whole.minutes);
        expect(steps.reduce((sum, one) => sum + one.shifts, 0)).toBe(whole.shifts);
      }),
    );
  });
});
