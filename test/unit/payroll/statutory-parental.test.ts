import { addDays, isoDay } from '@shared/dates';
import { sumPence } from '@shared/money';
import {
  parentalPayForPeriod,
  parentalPaySchedule,
  standardParentalRateOn,
} from '@shared/payroll/statutory-parental';
import { latestEmploymentStartForAdoption } from '@shared/payroll/statutory-parental-dates';
import { describe, expect, it } from 'vitest';
import { explainText } from '../../../renderer/text/explain/explain-text';

describe('statutory parental pay', () => {
  it('changes to a new rate on the weekday the leave began', () => {
    // The first Sunday of April 2026 is the 5th. Leave from a Wednesday: the new rate starts on Wednesday the 8th.
    const leaveStart = isoDay('2026-02-04');
    expect([
      standardParentalRateOn(isoDay('2026-04-07'), leaveStart)?.weekly,
      standardParentalRateOn(isoDay('2026-04-08'), leaveStart)?.weekly,
    ]).toEqual(['187.18', '194.32']);
  });

  it('pays 90% for six weeks of maternity, then the standard rate', () => {
    // AWE 300: 270.00 for six weeks from Monday 1 June 2026, then 194.32.
    const leave = {
      kind: 'SMP',
      leaveStart: isoDay('2026-06-01'),
      averageWeeklyEarnings: '300',
      weeks: 39,
    } as const;
    const sixth = parentalPayForPeriod(leave, isoDay('2026-07-06'), isoDay('2026-07-12'));
    const seventh = parentalPayForPeriod(leave, isoDay('2026-07-13'), isoDay('2026-07-19'));
    expect([sixth, seventh]).toMatchObject([
      { ok: true, value: { amount: 27_000 } },
      { ok: true, value: { amount: 19_432 } },
    ]);
  });

  it('pays nothing after its last week', () => {
    const leave = {
      kind: 'SPP',
      leaveStart: isoDay('2026-06-01'),
      averageWeeklyEarnings: '300',
      weeks: 1,
    } as const;
    expect(parentalPayForPeriod(leave, isoDay('2026-06-08'), isoDay('2026-06-30'))).toMatchObject({
      ok: true,
      value: { amount: 0 },
    });
  });

  it('says from when a schedule rests on a rate that is not published', () => {
    const leaveStart = isoDay('2026-11-01');
    const leave = { kind: 'SMP', leaveStart, averageWeeklyEarnings: '300', weeks: 39 } as const;
    const weekly = Array.from({ length: 40 }, (_, week) => addDays(leaveStart, week * 7 + 6));
    const schedule = parentalPaySchedule(leave, weekly);
    if (!schedule.ok) throw new Error(schedule.code);
    // Known to Saturday 3 April 2027; leave runs from Sundays.
    expect(schedule.value.provisionalFrom).toBe('2027-04-04');
    // 6 × 270.00 + 33 × 194.32 = 1,620.00 + 6,412.56.
    expect(schedule.value.total).toBe(803_256);
    expect(sumPence(schedule.value.payments.map((each) => each.amount))).toBe(803_256);
  });

  it('shows each stretch of one rate with what it comes to, so that the steps add up', () => {
    // Maternity leave from Monday 7 December 2026 on average earnings of £368.53125: six weeks at 90%, 331.678125.
    // 28 December to 24 January: three such weeks, 995.034375, and one at 194.32: 1,189.354375, up to £1,189.36.
    const leave = {
      kind: 'SMP',
      leaveStart: isoDay('2026-12-07'),
      averageWeeklyEarnings: '368.53125',
      weeks: 39,
    } as const;
    const paid = parentalPayForPeriod(leave, isoDay('2026-12-28'), isoDay('2027-01-24'));
    if (!paid.ok) throw new Error(paid.code);
    expect(paid.value.amount).toBe(118_936);
    expect(explainText(paid.value.explanation).steps).toEqual([
      {
        label: '3 weeks',
        detail:
          '28 December 2026 to 17 January 2027: at £331.678125 a week, 90 % of average earnings of £368.53125',
        figure: '£995.034375',
      },
      {
        label: '1 week',
        detail: '18 January 2027 to 24 January 2027: at the set rate of £194.32 a week',
        figure: '£194.32',
      },
      { label: 'Together', detail: 'Up to the next penny', figure: '£1,189.36' },
    ]);
    // Three days of a week on their own: 331.678125 ÷ 7 × 3 = 142.147767…, up to £142.15.
    const days = parentalPayForPeriod(leave, isoDay('2026-12-07'), isoDay('2026-12-09'));
    if (!days.ok) throw new Error(days.code);
    expect(explainText(days.value.explanation).steps.map((step) => [step.label, step.figure])).toEqual([
      ['3 days', '£142.1477678'],
      ['Together', '£142.15'],
    ]);
  });

  it('refuses more weeks than there are', () => {
    const leave = {
      kind: 'SPP',
      leaveStart: isoDay('2026-06-01'),
      averageWeeklyEarnings: '300',
      weeks: 3,
    } as const;
    expect(parentalPaySchedule(leave, [])).toMatchObject({ code: 'parental-pay.too-many-weeks' });
    expect(parentalPayForPeriod(leave, isoDay('2026-06-01'), isoDay('2026-06-07'))).toMatchObject({
      code: 'parental-pay.too-many-weeks',
    });
  });

  it('asks 26 weeks’ work by the end of the week of matching for adoption', () => {
    // Matched on Monday 11 May 2026: that week ends on the 16th; 25 weeks before it is 22 November 2025.
    expect(latestEmploymentStartForAdoption(isoDay('2026-05-11'))).toBe('2025-11-22');
  });
});
