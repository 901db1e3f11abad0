import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import {
  averageWeeklyEarningsForSickPay,
  monthsInPeriod,
  type Payday,
} from '@shared/payroll/average-weekly-earnings';
import { describe, expect, it } from 'vitest';

function paydays(...rows: readonly (readonly [string, number])[]): readonly Payday[] {
  return rows.map(([day, amount]) => ({ paidOn: isoDay(day), pay: pence(amount) }));
}

function average(input: Parameters<typeof averageWeeklyEarningsForSickPay>[0]) {
  const result = averageWeeklyEarningsForSickPay(input);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const startedOn = isoDay('2025-01-06');

describe('average weekly earnings for sick pay', () => {
  it('is an eighth of eight weekly pays', () => {
    // Sick on Wednesday 17 June 2026: the last payday before is 12 June, eight weeks back is 17 April, not counted.
    // 24 April to 12 June: 8 paydays, 7 × 100 + 180 = 880. 880 ÷ 8 = 110.
    const rows = Array.from({ length: 14 }, (_, week) => ({
      paidOn: addDays(isoDay('2026-03-27'), week * 7),
      pay: pence(10_000),
    })).map((row) => (row.paidOn === '2026-06-12' ? { ...row, pay: pence(18_000) } : row));
    const found = average({
      firstSickDay: isoDay('2026-06-17'),
      frequency: 'weekly',
      paydays: rows,
      startedOn,
    });
    expect(found).toMatchObject({
      average: '110',
      method: 'eight-weeks',
      period: { from: '2026-04-18', to: '2026-06-12' },
    });
  });

  it('is two months’ pay × 12 ÷ 52 ÷ 2 for the monthly paid', () => {
    // Last payday 28 May; at least eight weeks earlier: 28 March. April and May: 2,400 × 12 ÷ 104 = 276.923…
    const found = average({
      firstSickDay: isoDay('2026-06-15'),
      frequency: 'monthly',
      paydays: paydays(
        ['2026-02-28', 120_000],
        ['2026-03-28', 120_000],
        ['2026-04-28', 120_000],
        ['2026-05-28', 120_000],
      ),
      startedOn,
    });
    expect(found.method).toBe('months');
    expect(found.average).toMatch(/^276\.923076923/);
    expect(found.period).toEqual({ from: '2026-03-29', to: '2026-05-28' });
  });

  it('counts days where paydays are irregular', () => {
    // Last payday 5 June; the last at least 56 days earlier (10 April or before) is 3 April.
    // 4 April to 5 June is 27 + 31 + 5 = 63 days; 150 + 300 = 450. 450 ÷ 63 × 7 = 50.
    const found = average({
      firstSickDay: isoDay('2026-06-08'),
      frequency: 'irregular',
      paydays: paydays(['2026-04-03', 90_000], ['2026-05-01', 15_000], ['2026-06-05', 30_000]),
      startedOn,
    });
    expect(found).toMatchObject({ average: '50', method: 'days' });
  });

  it('counts the days since the start for somebody with less than eight weeks’ pay', () => {
    // 4 to 29 May is 26 days: 450 ÷ 26 × 7 = 121.1538…
    const found = average({
      firstSickDay: isoDay('2026-06-08'),
      frequency: 'two-weekly',
      paydays: paydays(['2026-05-15', 20_000], ['2026-05-29', 25_000]),
      startedOn: isoDay('2026-05-04'),
    });
    expect(found.average).toMatch(/^121\.15384615/);
  });

  it('uses the contract before the first payday, and refuses where it has neither', () => {
    const base = {
      firstSickDay: isoDay('2026-06-08'),
      frequency: 'weekly',
      paydays: [],
      startedOn: isoDay('2026-06-01'),
    } as const;
    expect(average({ ...base, contract: { pay: pence(30_000), days: 14 } })).toMatchObject({
      average: '150',
      method: 'contract',
      period: null,
    });
    expect(averageWeeklyEarningsForSickPay(base)).toEqual({
      ok: false,
      code: 'average-weekly-earnings.no-earnings-known',
    });
  });

  it('rounds part months at 16 days, and at 15 in February', () => {
    expect(monthsInPeriod(isoDay('2026-03-29'), isoDay('2026-05-28'))).toBe(2);
    expect(monthsInPeriod(isoDay('2026-03-16'), isoDay('2026-05-15'))).toBe(2);
    expect(monthsInPeriod(isoDay('2026-01-31'), isoDay('2026-03-31'))).toBe(2);
    expect(monthsInPeriod(isoDay('2025-12-29'), isoDay('2026-02-15'))).toBe(2);
  });
});
