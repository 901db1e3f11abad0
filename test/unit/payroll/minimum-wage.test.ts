import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import {
  accommodationAdjustment,
  checkMinimumWage,
  type MinimumWageAnswer,
  type MinimumWageInput,
  minimumWageRatesOn,
} from '@shared/payroll/minimum-wage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function check(input: Partial<MinimumWageInput>): MinimumWageAnswer {
  const result = checkMinimumWage({
    periodStart: isoDay('2026-06-01'),
    birthDate: isoDay('1990-05-05'),
    work: [],
    pay: [],
    ...input,
  });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('the minimum wage check', () => {
  it('counts only the awake hours of a sleep-in, and its allowance as pay', () => {
    // 30 h awake work + 1.5 h awake in an 8-hour sleep-in = 31.5 h × 12.71 = 400.365.
    // 30 h × 12.00 = 360.00 + 40.00 allowance = 400.00: short by 0.365, so 0.37.
    const answer = check({
      work: [
        { minutes: 1_800, counts: 'all' },
        { minutes: 480, counts: 'awake-only', awakeMinutes: 90 },
      ],
      pay: [
        { kind: 'work', amount: pence(36_000) },
        { kind: 'sleep-in-allowance', amount: pence(4_000) },
      ],
    });
    expect(answer).toMatchObject({
      met: false,
      shortfall: 37,
      minutesThatCount: 1_890,
      minimum: '12.71',
      payThatCounts: 40_000,
    });
    expect(answer.explanation.steps.at(-1)?.code).toBe('minimum-wage.short');
  });

  it('does not count premiums, holiday pay, sick pay or expenses', () => {
    // 10 h × 12.71 = 127.10; only 127.00 is pay for work.
    const answer = check({
      work: [
        { minutes: 600, counts: 'all' },
        { minutes: 300, counts: 'none' },
      ],
      pay: [
        { kind: 'work', amount: pence(12_700) },
        { kind: 'premium', amount: pence(3_000) },
        { kind: 'holiday', amount: pence(5_000) },
        { kind: 'sick-pay', amount: pence(5_000) },
        { kind: 'expenses', amount: pence(2_000) },
      ],
    });
    expect(answer).toMatchObject({ met: false, shortfall: 10 });
  });

  it('is met at the minimum itself', () => {
    expect(
      check({ work: [{ minutes: 600, counts: 'all' }], pay: [{ kind: 'work', amount: pence(12_710) }] }),
    ).toMatchObject({
      met: true,
      shortfall: 0,
      average: '12.71',
    });
  });

  it('takes off what the worker paid for a uniform', () => {
    // 127.10 − 15.00 = 112.10: short by 15.00.
    expect(
      check({
        work: [{ minutes: 600, counts: 'all' }],
        pay: [{ kind: 'work', amount: pence(12_710) }],
        deductionsThatCount: [pence(1_500)],
      }).shortfall,
    ).toBe(1_500);
  });

  it('uses the rate and the age of the first day of the period', () => {
    const birthDate = isoDay('2005-06-02');
    // 21 on 2 June 2026: a period from 1 June is at the rate for 18 to 20, one from 2 June at the full rate.
    expect([
      check({ birthDate }).minimum,
      check({ birthDate, periodStart: isoDay('2026-06-02') }).minimum,
    ]).toEqual(['10.85', '12.71']);
    // A period that began in March keeps the rate of before April.
    expect(check({ periodStart: isoDay('2026-03-31') }).minimum).toBe('12.21');
  });

  it('uses the apprentice rate under 19 and in the first twelve months', () => {
    const apprenticeshipStart = isoDay('2025-09-01');
    expect(check({ apprenticeshipStart }).minimum).toBe('8.00');
    expect(check({ apprenticeshipStart, periodStart: isoDay('2026-09-01') }).minimum).toBe('12.71');
    expect(
      check({ apprenticeshipStart, periodStart: isoDay('2026-09-01'), birthDate: isoDay('2008-01-01') })
        .minimum,
    ).toBe('8.00');
  });

  it('adds free accommodation at the offset, and takes off only what is charged above it', () => {
    const row = minimumWageRatesOn(isoDay('2026-06-01'));
    if (!row) throw new Error('no rates');
    // Offset 11.10 a night, 7 nights: 77.70. Charged 12.00: 0.90 × 7 = 6.30 less.
    expect([0, 1_000, 1_110, 1_200].map((charge) => accommodationAdjustment(row, pence(charge), 7))).toEqual([
      7_770, 0, 0, -630,
    ]);
    expect(
      check({
        work: [{ minutes: 600, counts: 'all' }],
        pay: [{ kind: 'work', amount: pence(12_710) }],
        accommodation: { chargePerNight: pence(1_200), nights: 7 },
      }).shortfall,
    ).toBe(630);
  });

  it('has no average without time that counts', () => {
    expect(check({})).toMatchObject({ met: true, average: null });
  });

  it('refuses a period whose rates are not known', () => {
    expect(
      checkMinimumWage({
        periodStart: isoDay('2027-04-01'),
        birthDate: isoDay('1990-01-01'),
        work: [],
        pay: [],
      }),
    ).toMatchObject({ ok: false, code: 'minimum-wage.rates-not-known' });
  });

  it('is met exactly when the shortfall is paid as well, and not with a penny less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        (minutes, paid) => {
          const work = [{ minutes, counts: 'all' }] as const;
          const first = check({ work, pay: [{ kind: 'work', amount: pence(paid) }] });
          const again = check({ work, pay: [{ kind: 'work', amount: pence(paid + first.shortfall) }] });
          expect(again.met).toBe(true);
          if (first.shortfall > 0)
            expect(
              check({ work, pay: [{ kind: 'work', amount: pence(paid + first.shortfall - 1) }] }).met,
            ).toBe(false);
        },
      ),
    );
  });
});
