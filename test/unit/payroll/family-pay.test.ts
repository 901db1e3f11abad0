import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { Payday } from '@shared/payroll/average-weekly-earnings';
import { calculateStatutoryParental } from '@shared/payroll/calculator/statutory-parental';
import { type ParentalPayKind, parentalPayForPeriod } from '@shared/payroll/statutory-parental';
import { datesFromDueDate } from '@shared/payroll/statutory-parental-dates';
import { averageWeeklyEarningsForFamilyPay } from '@shared/payroll/statutory-parental-earnings';
import { type FamilyPayEvent, familyPayEntitlement } from '@shared/payroll/statutory-parental-entitlement';
import { explainRecovery } from '@shared/payroll/statutory-parental-recovery';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { explainText } from '../../../renderer/text/explain/explain-text';
import { pounds } from './pay-case';

const SATURDAY = isoDay('2026-05-16');

function averageOf(
  frequency: 'weekly' | 'monthly' | 'irregular',
  paydays: readonly (readonly [string, string])[],
) {
  return averageWeeklyEarningsForFamilyPay({
    testWeekEnd: SATURDAY,
    frequency,
    paydays: paydays.map(([day, pay]): Payday => ({ paidOn: isoDay(day), pay: pounds(pay) })),
    startedOn: isoDay('2024-01-01'),
  });
}

describe('average weekly earnings for family pay', () => {
  it('are eight weeks’ pay by eight for weekly pay, up to the Saturday of the test week', () => {
    // Paydays 27 March to 15 May; 20 March ends the eight weeks before, 22 May is after the Saturday. 1,600.01 ÷ 8.
    const fridays = ['04-03', '04-10', '04-17', '04-24', '05-01', '05-08', '05-15'].map(
      (day) => [`2026-${day}`, '200.00'] as const,
    );
    const found = averageOf('weekly', [
      ['2026-03-20', '999.00'],
      ['2026-03-27', '200.01'],
      ...fridays,
      ['2026-05-22', '999.00'],
    ]);
    expect(found).toMatchObject({
      ok: true,
      value: { average: '200.0012500', period: { from: '2026-03-21', to: '2026-05-15' } },
    });
  });

  it('are months’ pay by months, times 12, by 52, cut off at seven decimals', () => {
    // 28 March and 28 April: (1,000.00 + 1,100.01) ÷ 2 × 12 ÷ 52 = 242.30884615…; rounded it would end in 2.
    const found = averageOf('monthly', [
      ['2026-02-28', '900.00'],
      ['2026-03-28', '1000.00'],
      ['2026-04-28', '1100.01'],
    ]);
    expect(found).toMatchObject({ ok: true, value: { average: '242.3088461', method: 'months' } });
  });

  it('are pay by days, times 7, where paydays are irregular', () => {
    // From 11 March to 10 May are 61 days: 650.00 × 7 ÷ 61 = 74.59016393…
    const found = averageOf('irregular', [
      ['2026-03-10', '999.00'],
      ['2026-03-30', '100.00'],
      ['2026-04-20', '250.00'],
      ['2026-05-10', '300.00'],
    ]);
    expect(found).toMatchObject({ ok: true, value: { average: '74.5901639', method: 'days' } });
  });

  it('are refused where nothing was paid and no contract says what would be', () => {
    expect(averageOf('weekly', [])).toMatchObject({ code: 'average-weekly-earnings.no-earnings-known' });
  });
});

function entitled(
  event: FamilyPayEvent,
  more: { startedOn?: string; earnings?: string; northernIreland?: boolean } = {},
) {
  return familyPayEntitlement(event, {
    startedOn: isoDay(more.startedOn ?? '2024-01-01'),
    averageWeeklyEarnings: more.earnings ?? '300',
    northernIreland: more.northernIreland ?? false,
  });
}

describe('shared parental pay', () => {
  // Due on 9 September 2026: the week starts on the 6th, and the 15th week before is 24 to 30 May.
  const { qualifyingWeek } = datesFromDueDate(isoDay('2026-09-09'));
  const birth = (weeksUsed: number): FamilyPayEvent => ({
    kind: 'ShPP',
    bornOrPlacedOn: isoDay('2026-09-07'),
    testWeek: qualifyingWeek,
    weeksUsed,
  });

  it('is what is left of 39 weeks, at most 37, to be taken in the first year', () => {
    expect(entitled(birth(10))).toMatchObject({
      ok: true,
      value: { weeks: 29, reasons: [], window: { from: '2026-09-07', to: '2027-09-06' } },
    });
    expect([entitled(birth(0)), entitled(birth(39))]).toMatchObject([
      { value: { weeks: 37 } },
      { value: { weeks: 0, reasons: ['family-pay.no-weeks'] } },
    ]);
  });

  it('asks 26 weeks’ work into the test week: a start by 6 December 2025', () => {
    expect(entitled(birth(10), { startedOn: '2025-12-06' })).toMatchObject({ value: { weeks: 29 } });
    expect(entitled(birth(10), { startedOn: '2025-12-07' })).toMatchObject({
      value: { weeks: 0, reasons: ['family-pay.service-too-short'] },
    });
  });

  it('asks earnings of the lower earnings limit: £129 in 2026-27', () => {
    expect(entitled(birth(10), { earnings: '129' })).toMatchObject({ value: { weeks: 29 } });
    expect(entitled(birth(10), { earnings: '128.9999999' })).toMatchObject({
      value: { weeks: 0, reasons: ['family-pay.earnings-too-low'] },
    });
  });
});

describe('bereavement pay', () => {
  const death: FamilyPayEvent = { kind: 'SPBP', diedOn: isoDay('2026-06-10') };

  it('is two weeks within 56 weeks, tested in the week before the death', () => {
    expect(entitled(death)).toMatchObject({
      value: {
        weeks: 2,
        testWeek: { from: '2026-05-31', to: '2026-06-06' },
        window: { from: '2026-06-10', to: '2027-07-06' },
      },
    });
  });

  it('needs no time in the job in Northern Ireland from 6 April 2026, and 26 weeks elsewhere', () => {
    const startedOn = '2026-01-05';
    expect(entitled(death, { startedOn })).toMatchObject({
      value: { weeks: 0, reasons: ['family-pay.service-too-short'] },
    });
    expect(entitled(death, { startedOn, northernIreland: true })).toMatchObject({ value: { weeks: 2 } });
    const before: FamilyPayEvent = { kind: 'SPBP', diedOn: isoDay('2026-04-05') };
    expect(entitled(before, { startedOn, northernIreland: true })).toMatchObject({ value: { weeks: 0 } });
  });
});

describe('neonatal care pay', () => {
  const care = (fullDaysOfCare: number, bornOn = '2026-05-04', careStartedOn = bornOn): FamilyPayEvent => ({
    kind: 'SNCP',
    bornOn: isoDay(bornOn),
    careStartedOn: isoDay(careStartedOn),
    fullDaysOfCare,
    testWeek: null,
  });

  it('is a week for each seven full days of care, at most twelve, within 68 weeks of the birth', () => {
    expect(entitled(care(23))).toMatchObject({
      value: { weeks: 3, window: { from: '2026-05-12', to: '2027-08-22' } },
    });
    expect([entitled(care(100)), entitled(care(6))]).toMatchObject([
      { value: { weeks: 12 } },
      { value: { weeks: 0, reasons: ['family-pay.no-weeks'] } },
    ]);
  });

  it('is for births from 6 April 2025, in Great Britain, with care from the first 28 days', () => {
    expect(entitled(care(23, '2025-04-06'))).toMatchObject({ value: { weeks: 3 } });
    expect(entitled(care(23, '2025-04-05'))).toMatchObject({
      value: { weeks: 0, reasons: ['family-pay.not-in-force'] },
    });
    expect(entitled(care(23), { northernIreland: true })).toMatchObject({
      value: { weeks: 0, reasons: ['family-pay.not-in-force'] },
    });
    expect(entitled(care(23, '2026-05-04', '2026-06-02'))).toMatchObject({
      value: { weeks: 0, reasons: ['family-pay.care-starts-too-late'] },
    });
  });

  it('is refused for a day whose rules are not known yet', () => {
    expect(entitled(care(23, '2027-04-06'))).toMatchObject({ code: 'parental-pay.rates-not-known' });
  });
});

describe('a week of family pay', () => {
  const payFor = (kind: ParentalPayKind, averageWeeklyEarnings: string, from: string, to: string) =>
    parentalPayForPeriod(
      { kind, leaveStart: isoDay(from), averageWeeklyEarnings, weeks: 2 },
      isoDay(from),
      isoDay(to),
    );

  it('is the lower of the standard rate and 90% from the first week on', () => {
    // June 2026: 194.32, or 90% of 200.00. Maternity pay would start at 90% of 300.00 = 270.00.
    for (const kind of ['ShPP', 'SPBP', 'SNCP'] as const) {
      expect(payFor(kind, '300', '2026-06-01', '2026-06-07')).toMatchObject({ value: { amount: 19_432 } });
      expect(payFor(kind, '200', '2026-06-01', '2026-06-07')).toMatchObject({ value: { amount: 18_000 } });
    }
  });

  it('takes the new rate from the weekday it began, after the first Sunday in April', () => {
    // From Wednesday 1 April 2026: 187.18 for the first week, 194.32 from the 8th.
    expect(payFor('SPBP', '300', '2026-04-01', '2026-04-14')).toMatchObject({ value: { amount: 38_150 } });
  });
});

describe('the calculator', () => {
  it('gives the paydays of neonatal care pay: three weeks at 194.32', () => {
    const answer = calculateStatutoryParental({
      id: 'neonatal',
      type: 'pay_schedule',
      input: {
        statutory_payment: 'SNCP',
        leave_start_date: '2026-06-01',
        average_weekly_earnings: '300',
        payday_pattern: 'weekly_from_leave_start',
        weeks_of_pay: 3,
      },
    });
    expect(answer).toMatchObject({ ok: true, value: { total: '582.96' } });
  });
});

describe('what is got back of family pay', () => {
  const back = (day: string, small: boolean) =>
    explainRecovery(pounds('582.96'), isoDay(day), small, bundledRates);

  it.each([
    // 582.96 × 92% = 536.3232; × 103% = 600.4488; × 108.5% = 632.5116; × 109% = 635.4264.
    ['2026-06-05', false, 53_632],
    ['2024-06-07', true, 60_045],
    ['2025-06-06', true, 63_251],
    ['2026-06-05', true, 63_543],
  ] as const)('on %s, small employer %s: %i pence of £582.96', (day, small, amount) => {
    expect(back(day, small)).toMatchObject({ ok: true, value: { amount: pence(amount) } });
  });

  it('is refused for a year without figures', () => {
    expect(back('2027-06-04', true)).toMatchObject({ code: 'rates.unknown-date' });
  });
});

describe('family pay in words', () => {
  it('says how the weeks, the tests and what is got back were worked out', () => {
    const weeks = entitled({ kind: 'SPBP', diedOn: isoDay('2026-06-10') }, { startedOn: '2026-01-05' });
    if (!weeks.ok) throw new Error(weeks.code);
    const read = explainText(weeks.value.explanation);
    expect(read.title).toBe('Weeks of bereavement pay (SPBP): 0');
    expect(read.rule).toBe('To be taken from 10 June 2026 to 6 July 2027');
    expect(read.steps.map((step) => step.detail)).toContain(
      'They started later, on 5 January 2026. 26 weeks are needed',
    );
    const recovery = explainRecovery(pounds('582.96'), isoDay('2026-06-05'), true, bundledRates);
    if (!recovery.ok) throw new Error(recovery.code);
    expect(explainText(recovery.value.explanation).steps).toEqual([
      { label: 'What you get back', detail: '109 % of £582.96', figure: '£635.43' },
    ]);
  });
});
