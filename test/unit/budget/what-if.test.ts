import {
  coverAmounts,
  fundingOn,
  type OnCostOf,
  oneOffAmounts,
  type PayWeek,
  ratesAfter,
  shiftsAfter,
  type WhatIfChange,
  weeksAfter,
  whatIfChangesSchema,
} from '@shared/budget/what-if';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { WorkerRate } from '@shared/rota/rate';
import type { RotaShift } from '@shared/rota/shift';
import { describe, expect, it } from 'vitest';

const rate = (
  workerId: string,
  pounds: string,
  from: string,
  more: Partial<WorkerRate> = {},
): WorkerRate => ({
  workerId,
  kindOfWork: 'weekday',
  per: 'hour',
  pounds,
  from: isoDay(from),
  ...more,
});
const shift = (workerId: string, day: string, minutes: number): RotaShift =>
  ({ workerId, day: isoDay(day), minutes, state: 'planned', key: `${workerId} ${day}` }) as RotaShift;

const RATES = [
  rate('ann', '13.00', '2026-01-01'),
  rate('ann', '13.50', '2027-06-01'),
  rate('ann', '60.00', '2026-01-01', { kindOfWork: 'sleep-in', per: 'shift' }),
  rate('bea', '14.00', '2026-01-01'),
];
const APRIL = isoDay('2027-04-01');

const shown = (rates: readonly WorkerRate[]) =>
  rates.map((one) => `${one.workerId} ${one.kindOfWork} ${one.pounds} ${one.from}`).sort();

describe('rates in a what-if', () => {
  it('rise for everybody by a part of a hundred, from a day on, those that begin later too', () => {
    const by = { how: 'percent', hundredths: 400 } as const;
    // 4 %: 13.00 → 13.52, 13.50 → 14.04, 60.00 → 62.40, 14.00 → 14.56. What was before stays.
    expect(shown(ratesAfter(RATES, [{ kind: 'rate-rise', workerId: null, from: APRIL, by }]))).toEqual([
      'ann sleep-in 60.00 2026-01-01',
      'ann sleep-in 62.40 2027-04-01',
      'ann weekday 13.00 2026-01-01',
      'ann weekday 13.52 2027-04-01',
      'ann weekday 14.04 2027-06-01',
      'bea weekday 14.00 2026-01-01',
      'bea weekday 14.56 2027-04-01',
    ]);
  });

  it('rise to a new minimum only where an hour is paid less', () => {
    const by = { how: 'at-least', pounds: '13.75' } as const;
    expect(shown(ratesAfter(RATES, [{ kind: 'rate-rise', workerId: null, from: APRIL, by }]))).toEqual([
      'ann sleep-in 60.00 2026-01-01',
      'ann sleep-in 60.00 2027-04-01',
      'ann weekday 13.00 2026-01-01',
      'ann weekday 13.75 2027-04-01',
      'ann weekday 13.75 2027-06-01',
      'bea weekday 14.00 2026-01-01',
      'bea weekday 14.00 2027-04-01',
    ]);
  });

  it('rise for one PA by so much an hour, and leave the others', () => {
    const by = { how: 'more-an-hour', pounds: '0.25' } as const;
    const made = shown(ratesAfter(RATES, [{ kind: 'rate-rise', workerId: 'bea', from: APRIL, by }]));
    expect(made).toContain('bea weekday 14.25 2027-04-01');
    expect(made.filter((one) => one.startsWith('ann'))).toHaveLength(3);
  });
});

const WEEK = { monday: isoDay('2026-11-30'), day: isoDay('2026-12-06') };
const NEXT = { monday: isoDay('2026-12-07'), day: isoDay('2026-12-13') };
const DAYS = { weeks: [WEEK, NEXT], firstDay: isoDay('2026-11-30') };
/** 10 % of what is above 100.00, a pension of 3 % for those in it, holiday of 12 %: plain figures for the test. */
const onCostOf: OnCostOf = (workerId, wages, _monday, inPension) => ({
  insurance: pence(Math.max(0, Math.floor((wages - 10_000) / 10))),
  pension: pence(workerId === 'ann' || inPension ? Math.floor((wages * 3) / 100) : 0),
  holiday: pence(Math.floor((wages * 12) / 100)),
});
const ann: PayWeek = {
  ...WEEK,
  workerId: 'ann',
  minutes: 1_200,
  wages: pence(26_000),
  ...onCostOf('ann', pence(26_000), WEEK.monday, false),
};
const apply = (changes: readonly WhatIfChange[]) =>
  weeksAfter([ann, { ...ann, ...NEXT }], changes, DAYS, onCostOf, () => '14.00');

describe('weeks in a what-if', () => {
  it('stay as they are when nothing changes', () => {
    expect(apply([])).toEqual([ann, { ...ann, ...NEXT }]);
  });

  it('have fewer hours at what the hours of the week cost, on-costs worked out anew', () => {
    const less = apply([
      { kind: 'hours', workerId: 'ann', from: isoDay('2026-12-07'), to: null, weeklyMinutes: -480 },
    ]);
    // 20 hours for 260.00 become 12 hours for 156.00: NI 10 % of 56.00, pension 3 %, holiday 12 %.
    expect(less[0]).toEqual(ann);
    expect(less[1]).toMatchObject({
      minutes: 720,
      wages: 15_600,
      insurance: 560,
      pension: 468,
      holiday: 1_872,
    });
  });

  it('have a share of the hours by days where a change begins within the week, and never less than none', () => {
    // From Thursday: 4 of 7 days × 420 minutes = 240.
    const more = apply([
      {
        kind: 'hours',
        workerId: 'ann',
        from: isoDay('2026-12-03'),
        to: isoDay('2026-12-06'),
        weeklyMinutes: 420,
      },
    ]);
    expect([more[0]?.minutes, more[1]?.minutes]).toEqual([1_440, 1_200]);
    const none = apply([
      { kind: 'hours', workerId: 'ann', from: isoDay('2026-11-01'), to: null, weeklyMinutes: -9_000 },
    ]);
    expect(none[0]).toMatchObject({ minutes: 0, wages: 0, insurance: 0 });
  });

  it('have a new PA with on-costs of their own, and hours of a PA who had none', () => {
    const made = apply([
      {
        kind: 'new-pa',
        name: 'Somebody new',
        from: NEXT.monday,
        to: null,
        weeklyMinutes: 600,
        pounds: '13.00',
        inPension: true,
      },
      { kind: 'hours', workerId: 'bea', from: NEXT.monday, to: null, weeklyMinutes: 60 },
    ]);
    expect(made.slice(2)).toEqual([
      // 1 hour at 14.00: holiday 1.68.
      { ...NEXT, workerId: 'bea', minutes: 60, wages: 1_400, insurance: 0, pension: 0, holiday: 168 },
      // 10 hours at 13.00 = 130.00: NI 3.00, pension 3.90, holiday 15.60.
      { ...NEXT, workerId: '', minutes: 600, wages: 13_000, insurance: 300, pension: 390, holiday: 1_560 },
    ]);
  });
});

describe('shifts and amounts in a what-if', () => {
  const SHIFTS = [
    shift('ann', '2026-12-01', 300),
    shift('bea', '2026-12-01', 60),
    shift('ann', '2027-01-12', 240),
  ];

  it('are gone after a PA left, with what the ending costs', () => {
    const left: WhatIfChange = {
      kind: 'leaving',
      workerId: 'ann',
      lastDay: isoDay('2026-12-31'),
      endingCosts: pence(52_000),
    };
    expect(shiftsAfter(SHIFTS, [left]).map((one) => one.key)).toEqual(['ann 2026-12-01', 'bea 2026-12-01']);
    expect(oneOffAmounts([left])).toEqual([{ flow: 'one-off', day: '2026-12-31', amount: 52_000 }]);
  });

  it('are covered for a month at a price all in, while sick pay goes on', () => {
    const cover: WhatIfChange = {
      kind: 'cover',
      workerId: 'ann',
      from: isoDay('2026-12-01'),
      to: isoDay('2026-12-28'),
      pounds: '22.00',
      weeklySickPay: pence(12_325),
    };
    expect(shiftsAfter(SHIFTS, [cover]).map((one) => one.key)).toEqual(['bea 2026-12-01', 'ann 2027-01-12']);
    // 5 hours at 22.00 = 110.00; 4 weeks of 123.25 = 493.00.
    expect(coverAmounts(SHIFTS, [cover], isoDay('2026-11-21'))).toEqual([
      { flow: 'cover', day: '2026-12-01', amount: 11_000 },
      { flow: 'wages', day: '2026-12-28', amount: 49_300 },
    ]);
  });

  it('are paid for by the last change of funding that has begun', () => {
    const now = { amount: pence(144_480), contribution: pence(18_000) };
    const change = {
      kind: 'funding',
      from: APRIL,
      amount: pence(150_000),
      contribution: pence(19_000),
    } as const;
    expect(fundingOn([change], isoDay('2027-03-31'), now)).toEqual(now);
    expect(fundingOn([change], APRIL, now)).toEqual({ amount: 150_000, contribution: 19_000 });
  });

  it('are refused where they make no sense', () => {
    const hours = { kind: 'hours', workerId: 'ann', from: '2026-12-01', to: null };
    expect(whatIfChangesSchema.safeParse([{ ...hours, weeklyMinutes: 0 }]).success).toBe(false);
    expect(whatIfChangesSchema.safeParse([{ ...hours, weeklyMinutes: 60, from: '2026-02-30' }]).success).toBe(
      false,
    );
    expect(whatIfChangesSchema.safeParse([{ ...hours, weeklyMinutes: 60 }]).success).toBe(true);
  });
});
