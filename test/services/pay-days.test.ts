import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { changePayDay, payDayOutcome } from '../../electron/services/pay-day';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { addPayLine, draftPayLines } from '../../electron/services/pay-lines';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { undo } from '../../electron/services/undo';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

type Context = TestWorkspace['context'];

function finish(context: Context, householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

/** One PA with 20 hours at £13 (£260.00) in the period from a day, paid so many days after it. */
async function onePayment(
  today: string,
  from: string,
  terms: { frequency?: 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly'; offset: number },
) {
  const { context } = await workspaceForTest(today);
  const householdId = addTestHousehold(context);
  const worker = addTestWorker(context, householdId, {
    startedOn: from,
    contract: { payFrequency: terms.frequency ?? 'weekly', payDayOffset: terms.offset },
  });
  for (const day of [0, 1])
    addTestShift(context, householdId, worker, addDays(isoDay(from), day), '08:00', '18:00');
  const key = `${terms.frequency ?? 'weekly'}:${from}`;
  return { context, householdId, worker, key };
}

describe('a regular pay day on which banks are closed', () => {
  test('5 April on a Sunday is paid on Thursday the 2nd, and counts in week 53 of the old tax year', async () => {
    // Good Friday is 3 April 2026. The period to Sunday 29 March and seven days is Sunday 5 April.
    const { context, householdId, key } = await onePayment('2026-03-30', '2026-03-23', { offset: 7 });
    const run = payRun(context, householdId, key);
    expect([run.payDate, run.taxDay]).toEqual(['2026-04-02', '2026-04-05']);
    expect(run.lines[0]?.taxYear).toBe('2025-26');
    expect(run.lines[0]?.taxPeriod).toEqual({ kind: 'week', number: 53 });
  });

  test('6 April on a bank holiday is paid on the 2nd, and is the first pay of the new tax year', async () => {
    // Easter Monday is 6 April 2026. The period to Sunday 29 March and eight days.
    const { context, householdId, key } = await onePayment('2026-03-30', '2026-03-23', { offset: 8 });
    const run = payRun(context, householdId, key);
    expect([run.payDate, run.taxDay]).toEqual(['2026-04-02', '2026-04-06']);
    expect(run.lines[0]?.taxYear).toBe('2026-27');
    expect(run.lines[0]?.taxPeriod).toEqual({ kind: 'week', number: 1 });
    // £260.00 less £241.92 is £18 in whole pounds; 20 % is £3.60.
    expect(run.lines[0]?.tax).toBe(360);
    finish(context, householdId, key);
    const [april] = hmrcView(context, householdId, '2026-27').months;
    expect([april?.taxMonth, april?.tax]).toEqual([1, 360]);
    expect(hmrcView(context, householdId, '2025-26').months.every((month) => month.tax === 0)).toBe(true);
  });
});

describe('weeks 53, 54 and 56', () => {
  test.each([
    // Period to 29 March 2027 and seven days: Monday 5 April 2027 is the 365th day of 2026-27.
    ['weekly', 53, '2027-03-23'],
    ['two-weekly', 54, '2027-03-16'],
    ['four-weekly', 56, '2027-03-02'],
  ] as const)('%s pay on 5 April 2027 is week %s', async (frequency, week, from) => {
    const { context, householdId, key } = await onePayment('2027-03-30', from, { frequency, offset: 7 });
    const line = payRun(context, householdId, key).lines[0];
    expect([line?.payDate, line?.taxPeriod.number]).toEqual(['2027-04-05', week]);
    // Week 1, 2 or 4 free pay for that payment alone: £241.92, £483.84, £967.68. £260.00 − £241.92 is £18, 20 % £3.60.
    expect(line?.tax).toBe(frequency === 'weekly' ? 360 : 0);
    finish(context, householdId, key);
    expect(hmrcView(context, householdId, '2026-27').months.find((one) => one.tax !== 0)?.taxMonth).toBe(
      frequency === 'weekly' ? 12 : undefined,
    );
  });
  test('monthly pay on 5 April is month 12: a month has no extra pay day', async () => {
    const { context, householdId, key } = await onePayment('2027-04-01', '2027-03-01', {
      frequency: 'monthly',
      offset: 5,
    });
    const line = payRun(context, householdId, key).lines[0];
    expect([line?.payDate, line?.taxPeriod]).toEqual(['2027-04-05', { kind: 'month', number: 12 }]);
  });
});

describe('a pay day that the person moves', () => {
  test('changes the tax week it counts in, and the month HMRC is paid for; undo puts it back', async () => {
    const { context, householdId, key } = await onePayment('2026-11-30', '2026-11-23', { offset: 5 });
    // Friday 4 December is week 35, in the tax month to 5 December. Friday the 11th is week 36, in the next.
    const outcome = payDayOutcome(context, householdId, key, isoDay('2026-12-11'));
    expect(outcome.now).toMatchObject({
      payDate: '2026-12-04',
      taxPeriod: { number: 35 },
      hmrcBy: '2026-12-22',
    });
    expect(outcome.moved).toMatchObject({
      payDate: '2026-12-11',
      taxPeriod: { number: 36 },
      hmrcBy: '2027-01-22',
    });
    changePayDay(context, householdId, key, isoDay('2026-12-11'));
    const run = payRun(context, householdId, key);
    expect([run.payDate, run.taxDay, run.payDayChosen]).toEqual(['2026-12-11', '2026-12-11', true]);
    undo(context, householdId);
    expect(payRun(context, householdId, key).payDate).toBe('2026-12-04');
  });

  test('takes along what was added for it, and can be taken back', async () => {
    const { context, householdId, worker, key } = await onePayment('2026-11-30', '2026-11-23', { offset: 5 });
    addPayLine(context, householdId, {
      workerId: worker,
      payDate: isoDay('2026-12-04'),
      code: 'bonus',
      amount: pence(1_000),
      note: '',
    });
    changePayDay(context, householdId, key, isoDay('2026-12-02'));
    expect(payRun(context, householdId, key).lines[0]?.gross).toBe(27_000);
    expect(draftPayLines(context, householdId, isoDay('2026-12-02'))).toHaveLength(1);
    expect(changePayDay(context, householdId, key, null)).toBe('2026-12-04');
    expect(payRun(context, householdId, key).payDayChosen).toBe(false);
  });

  test('can’t be before the period, far away, or out of order with the pay before and after', async () => {
    const { context, householdId, worker, key } = await onePayment('2026-12-07', '2026-11-23', { offset: 5 });
    addTestShift(context, householdId, worker, '2026-12-01', '08:00', '12:00');
    const move = (day: string): string =>
      refusalOf(() => changePayDay(context, householdId, key, isoDay(day)));
    expect(move('2026-11-22')).toBe('pay.pay-day-too-early');
    expect(move('2027-03-05')).toBe('pay.pay-day-too-late');
    // The next week is paid on 11 December.
    expect(move('2026-12-12')).toBe('pay.pay-day-after-next');
    finish(context, householdId, key);
    expect(
      refusalOf(() => changePayDay(context, householdId, 'weekly:2026-11-30', isoDay('2026-12-03'))),
    ).toBe('pay.pay-day-before-last');
  });

  test('two weeks paid late on one day are two payments, each with its own National Insurance', async () => {
    const { context, householdId, worker } = await onePayment('2026-12-07', '2026-11-23', { offset: 5 });
    for (const day of ['2026-11-30', '2026-12-01'])
      addTestShift(context, householdId, worker, day, '08:00', '18:00');
    const same = isoDay('2026-12-11');
    changePayDay(context, householdId, 'weekly:2026-11-23', same);
    for (const key of ['weekly:2026-11-23', 'weekly:2026-11-30']) {
      const line = payRun(context, householdId, key).lines[0];
      // £260.00 − £242 = £18.00; 8 % is £1.44. Employer: £260 − £96 = £164; 15 % is £24.60.
      expect([line?.payDate, line?.employeeNi, line?.employerNi]).toEqual([same, 144, 2_460]);
      finish(context, householdId, key);
    }
  });

  test('a period with nothing paid is passed over, and the year to date stands', async () => {
    const { context, householdId, worker, key } = await onePayment('2026-12-14', '2026-11-23', { offset: 5 });
    finish(context, householdId, key);
    addTestShift(context, householdId, worker, '2026-12-08', '08:00', '18:00');
    const line = payRun(context, householdId, 'weekly:2026-12-07').lines[0];
    // £260.00 and £130.00.
    expect(line?.toDate.taxablePay).toBe(39_000);
  });
});

describe('two pay dates in one tax month', () => {
  test('are one payment to HMRC', async () => {
    const { context, householdId, worker, key } = await onePayment('2026-11-30', '2026-11-09', { offset: 5 });
    for (const day of ['2026-11-16', '2026-11-17'] as IsoDay[])
      addTestShift(context, householdId, worker, day, '08:00', '18:00');
    finish(context, householdId, key);
    finish(context, householdId, 'weekly:2026-11-16');
    // Paid on 20 and 27 November: tax month 8. NI £1.44 twice; the employer's is covered by the allowance.
    const month = hmrcView(context, householdId, '2026-27').months.find((one) => one.taxMonth === 8);
    expect([month?.employeeNi, month?.owed]).toEqual([288, 288]);
  });
});
