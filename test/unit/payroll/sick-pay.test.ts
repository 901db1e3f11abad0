import { addDays, type IsoDay, isoDay, type Weekday } from '@shared/dates';
import { sumPence } from '@shared/money';
import { type SickPay, sickPayForPeriod } from '@shared/payroll/sick-pay';
import {
  formsPeriodOfIncapacity,
  periodsLink,
  type SicknessAbsence,
  type SickPayExclusion,
} from '@shared/payroll/sick-pay-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const MONDAY_TO_FRIDAY: readonly Weekday[] = [0, 1, 2, 3, 4];
const EVERY_DAY: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

function absence(firstDay: string, lastDay: string, averageWeeklyEarnings: string): SicknessAbsence {
  return { firstDay: isoDay(firstDay), lastDay: isoDay(lastDay), averageWeeklyEarnings };
}

function pay(
  absences: readonly SicknessAbsence[],
  options: {
    readonly weekdays?: readonly Weekday[];
    readonly from?: string;
    readonly to?: string;
    readonly exclusions?: readonly SickPayExclusion[];
  } = {},
): SickPay {
  const result = sickPayForPeriod({
    absences,
    qualifyingDays: [{ from: isoDay('2024-01-01'), weekdays: options.weekdays ?? MONDAY_TO_FRIDAY }],
    periodStart: isoDay(options.from ?? '2024-01-01'),
    periodEnd: isoDay(options.to ?? '2027-04-05'),
    exclusions: options.exclusions ?? [],
  });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('sick pay in a pay period', () => {
  it('pays a week that two pay periods share to the same penny as one', () => {
    // 2025-26, three qualifying days: 118.75 ÷ 3 = 39.5833. 12, 14 and 16 May are waiting days.
    // 19 and 21 May: 79.1666, up to 79.17. The whole week: 118.7499, up to 118.75, so 23 May brings 39.58.
    // 26, 28 and 30 May: 118.75. Second period: 39.58 + 118.75 = 158.33. Together 237.50.
    const sick = [absence('2025-05-12', '2025-05-30', '300')];
    const first = pay(sick, { weekdays: [0, 2, 4], from: '2025-04-22', to: '2025-05-21' });
    const second = pay(sick, { weekdays: [0, 2, 4], from: '2025-05-22', to: '2025-06-21' });
    expect([first.amount, first.daysPaid, first.waitingDays]).toEqual([7917, 2, 3]);
    expect([second.amount, second.daysPaid, second.waitingDays]).toEqual([15833, 4, 0]);
    expect(pay(sick, { weekdays: [0, 2, 4] }).amount).toBe(23750);
  });

  it('rounds two absences in one week each by itself, as GOV.UK works them out', () => {
    // 2026-27, three qualifying days: 123.25 ÷ 3 = 41.0833. Monday 1 June and Friday 5 June 2026 are two absences:
    // each is up to 41.09, together 82.18. One absence over both days and Wednesday: 123.2499, up to 123.25.
    const monday = absence('2026-06-01', '2026-06-01', '300');
    const friday = absence('2026-06-05', '2026-06-05', '300');
    expect(pay([monday, friday], { weekdays: [0, 2, 4] }).weeks).toEqual([
      { weekEnding: '2026-06-06', daysPaid: 2, amount: 8218 },
    ]);
    expect(pay([monday, friday], { weekdays: [0, 2, 4], from: '2026-06-03' }).amount).toBe(4109);
    expect(pay([absence('2026-06-01', '2026-06-05', '300')], { weekdays: [0, 2, 4] }).amount).toBe(12325);
  });

  it('uses the rate of each day when the tax year changes in mid-absence', () => {
    // 31 Mar, 1 and 2 Apr 2025 wait. 3 and 4 Apr: 2 × 23.35 = 46.70. 7 to 11 Apr: 5 × 23.75 = 118.75. Total 165.45.
    const worked = pay([absence('2025-03-31', '2025-04-11', '300')]);
    expect(worked.weeks.map((week) => week.amount)).toEqual([4670, 11875]);
    expect(worked.amount).toBe(16545);
  });

  it('tells what was done in steps that add up to the result', () => {
    const worked = pay([absence('2025-03-31', '2025-04-11', '300')]);
    expect(worked.explanation.steps.map((step) => step.code)).toEqual([
      'sick-pay.waiting-days',
      'sick-pay.daily-rate',
      'sick-pay.daily-rate',
      'sick-pay.week',
      'sick-pay.week',
    ]);
    expect(worked.explanation.result).toEqual({ kind: 'money', pence: 16545 });
  });

  it('takes Wednesday as the qualifying day where none is agreed', () => {
    // From 6 April 2026 there is no waiting: one Wednesday (3 June) is the whole week, 123.25.
    expect(pay([absence('2026-06-01', '2026-06-05', '300')], { weekdays: [] }).amount).toBe(12325);
  });

  it('pays nothing before 6 April 2026 for fewer than four days, and says so', () => {
    const worked = pay([absence('2025-06-02', '2025-06-04', '300')]);
    expect(worked.amount).toBe(0);
    expect(worked.refusals).toEqual([
      {
        code: 'sick-pay.too-few-days',
        firstDay: '2025-06-02',
        lastDay: '2025-06-04',
        qualifyingDays: 3,
      },
    ]);
  });

  it('pays nothing before 6 April 2026 to somebody who earns less than the lower earnings limit', () => {
    const worked = pay([absence('2025-06-02', '2025-06-13', '124.99')]);
    expect([worked.amount, worked.refusals[0]?.code]).toEqual([0, 'sick-pay.earnings-too-low']);
    // At the limit itself it is due: 10 qualifying days less 3 waiting: 2 × 23.75 + 118.75 = 166.25.
    expect(pay([absence('2025-06-02', '2025-06-13', '125')]).amount).toBe(16625);
  });

  it('pays nothing on days with maternity pay', () => {
    const worked = pay([absence('2026-06-01', '2026-06-05', '300')], {
      exclusions: [{ from: isoDay('2026-06-03'), to: isoDay('2027-02-28'), reason: 'maternity-pay' }],
    });
    // Monday and Tuesday: 2 × 24.65.
    expect([worked.amount, worked.refusals[0]?.code]).toEqual([4930, 'sick-pay.maternity-pay']);
  });

  it('says that earnings of nothing bring nothing', () => {
    const worked = pay([absence('2026-06-01', '2026-06-02', '0')]);
    expect([worked.amount, worked.refusals[0]?.code]).toEqual([0, 'sick-pay.no-earnings']);
  });

  it('refuses a day whose rate is not known', () => {
    const result = sickPayForPeriod({
      absences: [absence('2027-04-05', '2027-04-06', '200')],
      qualifyingDays: [],
      periodStart: isoDay('2027-04-01'),
      periodEnd: isoDay('2027-04-30'),
    });
    expect(result).toMatchObject({ ok: false, code: 'sick-pay.rates-not-known' });
  });
});

describe('sick pay across 6 April 2026', () => {
  it('keeps the flat rate for somebody already paid on that day', () => {
    // 30, 31 Mar, 1 Apr wait. 2 and 3 Apr: 2 × 23.75 = 47.50. 6 to 10 Apr flat: 123.25, not 80% of 130 = 104.00.
    expect(pay([absence('2026-03-30', '2026-04-10', '130')]).weeks.map((week) => week.amount)).toEqual([
      4750, 12325,
    ]);
  });

  it('pays 80% of earnings from that day to somebody who earned too little before it', () => {
    // 80% of 110 = 88.00 for 6 to 10 April.
    const worked = pay([absence('2026-03-30', '2026-04-10', '110')]);
    expect([worked.amount, worked.daysPaid]).toEqual([8800, 5]);
    expect(worked.refusals.map((each) => [each.code, each.qualifyingDays])).toEqual([
      ['sick-pay.earnings-too-low', 5],
    ]);
  });

  it('pays at the new rate from that day to somebody still waiting', () => {
    // 2 and 3 April wait. 80% of 130 = 104.00 for 6 to 10 April.
    const worked = pay([absence('2026-04-02', '2026-04-10', '130')]);
    expect([worked.amount, worked.daysPaid, worked.waitingDays]).toEqual([10400, 5, 2]);
  });

  it('pays only the days from 6 April of an absence shorter than four days', () => {
    // 4 to 6 April is three days. 6 April alone: 123.25 ÷ 7 = 17.6071, up to 17.61.
    const worked = pay([absence('2026-04-04', '2026-04-06', '300')], { weekdays: EVERY_DAY });
    expect([worked.amount, worked.daysPaid]).toEqual([1761, 1]);
    expect(worked.refusals[0]).toMatchObject({ code: 'sick-pay.too-few-days', qualifyingDays: 2 });
  });

  it('pays nothing to somebody sick without a break since before 22 September 2025 and not paid before', () => {
    const worked = pay([absence('2025-09-15', '2026-04-10', '100')]);
    expect(worked.amount).toBe(0);
    expect(worked.refusals.map((each) => each.code)).toEqual([
      'sick-pay.earnings-too-low',
      'sick-pay.sick-since-before-reform',
    ]);
  });

  it('brings a later linked absence under the new rules, with the earnings before the first', () => {
    // Paid before the reform, back at work, sick again: 80% of 130 = 104.00 for the week of 4 May.
    const sick = [absence('2026-03-16', '2026-03-27', '130'), absence('2026-05-04', '2026-05-08', '400')];
    expect(pay(sick, { from: '2026-05-01', to: '2026-05-31' }).amount).toBe(10400);
  });
});

describe('linked absences', () => {
  it('link over 56 days and not over 57', () => {
    // 6 June to 31 July 2026 are 25 + 31 = 56 days.
    expect(periodsLink(isoDay('2026-06-05'), isoDay('2026-08-01'))).toBe(true);
    expect(periodsLink(isoDay('2026-06-05'), isoDay('2026-08-02'))).toBe(false);
  });

  it('use the average earnings before the first of them', () => {
    const first = absence('2026-06-01', '2026-06-05', '100');
    // Linked: 80% of 100 = 80.00. Not linked: the flat rate, as 80% of 300 is more.
    const linked = pay([first, absence('2026-07-13', '2026-07-17', '300')], { from: '2026-07-01' });
    const apart = pay([first, absence('2026-08-03', '2026-08-07', '300')], { from: '2026-08-01' });
    expect([linked.amount, apart.amount]).toEqual([8000, 12325]);
  });

  it('share the 28 weeks', () => {
    // 4 May to 8 November 2026 is 27 weeks. The 28th is 16 to 20 November; then it is used up.
    const sick = [absence('2026-05-04', '2026-11-08', '300'), absence('2026-11-16', '2026-11-27', '300')];
    const worked = pay(sick, { from: '2026-11-09', to: '2026-11-30' });
    expect([worked.amount, worked.daysPaid]).toEqual([12325, 5]);
    expect(worked.refusals).toEqual([
      { code: 'sick-pay.used-up', firstDay: '2026-11-23', lastDay: '2026-11-27', qualifyingDays: 5 },
    ]);
  });

  it('do not link through an absence too short to count', () => {
    // Before the reform three days are no period of incapacity: all three waiting days are still to serve.
    const sick = [absence('2025-06-02', '2025-06-04', '300'), absence('2025-06-16', '2025-06-20', '300')];
    expect(pay(sick, { from: '2025-06-16' })).toMatchObject({ waitingDays: 3, daysPaid: 2 });
  });
});

describe('a period of incapacity for work', () => {
  it('takes four days before 6 April 2026 and one from then on', () => {
    expect(formsPeriodOfIncapacity(isoDay('2026-04-03'), isoDay('2026-04-05'))).toBe(false);
    expect(formsPeriodOfIncapacity(isoDay('2026-04-02'), isoDay('2026-04-05'))).toBe(true);
    expect(formsPeriodOfIncapacity(isoDay('2026-04-06'), isoDay('2026-04-06'))).toBe(true);
  });
});

describe('sick pay, whatever the absence', () => {
  const start = fc.integer({ min: 0, max: 600 }).map((count) => addDays(isoDay('2024-10-01'), count));
  const length = fc.integer({ min: 0, max: 250 });
  const weekdays = fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 1 });
  const earnings = fc
    .integer({ min: 0, max: 60_000 })
    .map((amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);

  it('comes to the same however the days are cut into pay periods, and never passes 28 weeks', () => {
    fc.assert(
      fc.property(
        start,
        length,
        weekdays,
        earnings,
        fc.integer({ min: 4, max: 40 }),
        (from, days, week, average, step) => {
          const last = addDays(from, days);
          const sick = [absence(from, last, average)];
          const whole = pay(sick, { weekdays: week });
          const parts: SickPay[] = [];
          for (let day: IsoDay = from; day <= last; day = addDays(day, step))
            parts.push(pay(sick, { weekdays: week, from: day, to: addDays(day, step - 1) }));
          expect(sumPence(parts.map((part) => part.amount))).toBe(whole.amount);
          expect(whole.daysPaid).toBeLessThanOrEqual(28 * week.length);
          expect(parts.every((part) => part.amount >= 0)).toBe(true);
          for (const part of whole.weeks) expect(part.amount).toBeLessThanOrEqual(12325);
        },
      ),
      { numRuns: 60 },
    );
  });
});
