import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { allToPutRight, payslipsToPutRight } from '../../electron/services/pay-put-right';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { saveNotice } from '../../electron/services/people-notices';
import { getWorker } from '../../electron/services/people-record';
import { addWorker, saveLeaving, saveP45Given } from '../../electron/services/people-save-details';
import { saveStarter, saveTax } from '../../electron/services/people-save-tax';
import { saveRates } from '../../electron/services/people-save-terms';
import { confirmHours } from '../../electron/services/rota-shifts';
import { todayView } from '../../electron/services/today';
import { listDuties } from '../../electron/services/today-duties';
import { undo } from '../../electron/services/undo';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

type Context = TestWorkspace['context'];

function finish(context: Context, householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

function lineOf(context: Context, householdId: string, key: string) {
  return payRun(context, householdId, key).lines[0]!;
}

/** Two days of ten hours from a Monday: £260.00 at £13. */
function work(context: Context, householdId: string, worker: string, monday: string): void {
  for (const day of [0, 1])
    addTestShift(context, householdId, worker, addDays(isoDay(monday), day), '08:00', '18:00');
}

/** A PA from 9 November 2026 with two weeks of £260.00: pay days Friday 20 and 27 November. */
async function twoWeeks(today = '2026-11-23') {
  const given = await workspaceForTest(today);
  const { context } = given;
  const householdId = addTestHousehold(context);
  const worker = addTestWorker(context, householdId, { startedOn: '2026-11-09' });
  work(context, householdId, worker, '2026-11-09');
  work(context, householdId, worker, '2026-11-16');
  return { ...given, householdId, worker };
}

describe('pay after leaving', () => {
  test('is taxed with the ordinary code before the P45 is given, and with 0T week 1 after it', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-12-07');
    const late = addTestShift(context, householdId, worker, '2026-11-17', '18:00', '22:00', {
      confirmed: false,
    });
    saveLeaving(context, householdId, worker, isoDay('2026-11-17'));
    finish(context, householdId, 'weekly:2026-11-09');
    finish(context, householdId, 'weekly:2026-11-16');
    confirmHours(context, householdId, [{ key: late, actual: null }]);
    const key = 'weekly:2026-12-07';
    expect(lineOf(context, householdId, key)).toMatchObject({ taxCode: '1257L', tax: 0 });
    saveP45Given(context, householdId, worker, isoDay('2026-12-01'));
    // 4 h at £13, with what is owed for holiday: 20 % of all of it in whole pounds.
    const after = lineOf(context, householdId, key);
    expect(after.taxCode).toBe('0T X');
    expect(after.gross).toBeGreaterThanOrEqual(5_200);
    expect(after.tax).toBe(Math.floor(after.gross / 100) * 20);
    expect(payRun(context, householdId, key).warnings).toContainEqual(
      expect.objectContaining({ blocks: false, code: 'pay.after-p45' }),
    );
    expect(refusalOf(() => saveLeaving(context, householdId, worker, null))).toBe('worker.p45-given');
    finish(context, householdId, key);
    expect(refusalOf(() => saveP45Given(context, householdId, worker, null))).toBe('worker.paid-after-p45');
  });

  test('the P45 of somebody who stays is refused', async () => {
    const { context, householdId, worker } = await twoWeeks();
    expect(refusalOf(() => saveP45Given(context, householdId, worker, isoDay('2026-11-20')))).toBe(
      'pay.not-left',
    );
  });
});

describe('several kinds of work', () => {
  test('with rates of their own are one job: National Insurance counts once on all of it', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const worker = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      rates: { weekday: '13.00', weekend: '15.00' },
    });
    addTestShift(context, householdId, worker, '2026-11-16', '08:00', '18:00');
    addTestShift(context, householdId, worker, '2026-11-21', '08:00', '18:00', { kindOfWork: 'weekend' });
    const line = lineOf(context, householdId, 'weekly:2026-11-16');
    // £130.00 and £150.00 are £280.00; less £242 is £38.00, and 8 % is £3.04.
    expect([line.gross, line.employeeNi]).toEqual([28_000, 304]);
  });
});

describe('one person twice', () => {
  const AGAIN = { firstNames: 'Grace', niNumber: 'AA 12 34 56 C' };

  test('at the same time is refused; coming back is a new job with the figures of our own P45', async () => {
    const { context } = await workspaceForTest('2026-12-07');
    const householdId = addTestHousehold(context);
    const first = addTestWorker(context, householdId, { ...AGAIN, startedOn: '2026-11-09', taxCode: 'BR' });
    work(context, householdId, first, '2026-11-09');
    finish(context, householdId, 'weekly:2026-11-09');
    const again = (startedOn: string, more = {}) =>
      addTestWorker(context, householdId, { ...AGAIN, startedOn, ...more });
    expect(refusalOf(() => again('2026-11-30'))).toBe('worker.same-person');
    saveLeaving(context, householdId, first, isoDay('2026-11-15'));
    expect(refusalOf(() => again('2026-11-15'))).toBe('worker.same-person');
    const second = again('2026-11-30', { taxCode: null });
    expect(refusalOf(() => saveLeaving(context, householdId, first, null))).toBe('worker.same-person');
    const record = getWorker(context, householdId, second);
    expect(record.details.payrollNumber).toBe('002');
    // £260.00 at 20 %.
    expect(record.earlierJobHere).toMatchObject({
      leftOn: '2026-11-15',
      taxCode: 'BR',
      pay: 26_000,
      tax: 5_200,
    });
    expect(
      refusalOf(() =>
        addWorker(context, householdId, { ...record.details, niNumber: '', payrollNumber: '001' }),
      ),
    ).toBe('worker.payroll-number-used');
    saveStarter(context, householdId, second, {
      statement: null,
      hasP45: true,
      p45LeavingDay: isoDay('2026-11-15'),
      p45TaxCode: 'BR',
      p45Pay: pence(26_000),
      p45Tax: pence(5_200),
      studentLoanPlan: null,
      postgraduateLoan: false,
    });
    work(context, householdId, second, '2026-11-30');
    const line = lineOf(context, householdId, 'weekly:2026-11-30');
    // The new job has figures of its own: £260.00, tax £52.00.
    expect([line.tax, line.toDate.taxablePay]).toEqual([5_200, 26_000]);
  });
});

describe('what was wrong from the start', () => {
  test('a rate of paid days is kept, and its payslips are put right oldest first', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-11-30');
    finish(context, householdId, 'weekly:2026-11-09');
    finish(context, householdId, 'weekly:2026-11-16');
    const rates = [
      { kindOfWork: 'weekday', per: 'hour', rate: '14.00', fromDay: isoDay('2026-11-09') },
    ] as const;
    expect(refusalOf(() => saveRates(context, householdId, worker, rates))).toBe('rate.already-paid');
    expect(payslipsToPutRight(context, householdId, worker)).toEqual([]);
    saveRates(context, householdId, worker, rates, true);
    const list = payslipsToPutRight(context, householdId, worker);
    expect(list.map((one) => [one.periodFrom, one.gross, one.grossNow, one.isFirst])).toEqual([
      ['2026-11-09', 26_000, 28_000, true],
      ['2026-11-16', 26_000, 28_000, false],
    ]);
    correctPayslip(context, householdId, list[0]!.payslipId, isoDay('2026-11-30'));
    const left = payslipsToPutRight(context, householdId, worker);
    expect(left.map((one) => one.periodFrom)).toEqual(['2026-11-16']);
    correctPayslip(context, householdId, left[0]!.payslipId, isoDay('2026-11-30'));
    expect(payslipsToPutRight(context, householdId, worker)).toEqual([]);
  });

  test('payslips that wait are named on Today and among the duties, until the last is put right', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-11-30');
    finish(context, householdId, 'weekly:2026-11-09');
    finish(context, householdId, 'weekly:2026-11-16');
    const onToday = () =>
      todayView(context, householdId)
        .needs.filter((one) => one.code === 'put-right')
        .map((one) => [one.values['name'], one.values['count'], one.target]);
    const target = { place: 'person', values: { workerId: worker, part: 'put-right' } };
    expect(onToday()).toEqual([]);
    saveRates(
      context,
      householdId,
      worker,
      [{ kindOfWork: 'weekday', per: 'hour', rate: '14.00', fromDay: isoDay('2026-11-09') }],
      true,
    );
    expect(onToday()).toEqual([['Grace', 2, target]]);
    expect(listDuties(context, householdId).find((one) => one.code === 'put-right')).toMatchObject({
      dueOn: '2026-11-30',
      doneOn: null,
      target,
    });
    undo(context, householdId);
    expect(onToday()).toEqual([]);
    // A rate of the second week alone, and one of days to come: only what was paid waits.
    saveRates(
      context,
      householdId,
      worker,
      [
        { kindOfWork: 'weekday', per: 'hour', rate: '13.00', fromDay: isoDay('2026-11-09') },
        { kindOfWork: 'weekday', per: 'hour', rate: '14.00', fromDay: isoDay('2026-11-16') },
        { kindOfWork: 'weekday', per: 'hour', rate: '15.00', fromDay: isoDay('2026-12-07') },
      ],
      true,
    );
    expect(onToday()).toEqual([['Grace', 1, target]]);
    const [wrong] = payslipsToPutRight(context, householdId, worker);
    correctPayslip(context, householdId, wrong!.payslipId, isoDay('2026-11-30'));
    expect(onToday()).toEqual([]);
    expect(listDuties(context, householdId).some((one) => one.code === 'put-right')).toBe(false);
    expect(allToPutRight(context, householdId)).toEqual([]);
  });

  test('a payday before a P6 is worked out again without its figures', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-11-30');
    finish(context, householdId, 'weekly:2026-11-09');
    saveNotice(context, householdId, worker, {
      kind: 'P6',
      noticeOn: isoDay('2026-11-23'),
      fromDay: isoDay('2026-11-23'),
      taxCode: '1257L',
      isWeek1Month1: false,
      previousPay: pence(900_000),
      previousTax: pence(50_000),
      plan: null,
    });
    saveRates(
      context,
      householdId,
      worker,
      [{ kindOfWork: 'weekday', per: 'hour', rate: '14.00', fromDay: isoDay('2026-11-09') }],
      true,
    );
    const [wrong] = payslipsToPutRight(context, householdId, worker);
    const runId = correctPayslip(context, householdId, wrong!.payslipId, isoDay('2026-11-30'));
    // £280.00 of this job alone, far under 33 weeks of free pay: no tax, and none comes back.
    expect(finishedRun(context, householdId, runId).lines[0]?.tax).toBe(0);
    // The next payday has them: £9,000 + £280 + £280 less 34 × £241.92 = £8,225.28 is £1,334; 20 % is £266.80, less £500.
    expect(lineOf(context, householdId, 'weekly:2026-11-16').tax).toBe(-23_320);
  });

  test('a tax code of paid days is kept too', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-11-30');
    finish(context, householdId, 'weekly:2026-11-09');
    const tax = {
      fromDay: isoDay('2026-11-09'),
      taxCode: 'BR',
      taxBasis: 'cumulative',
      niCategory: 'A',
      studentLoanPlan: null,
      postgraduateLoan: false,
      learnedFrom: 'other',
    } as const;
    expect(refusalOf(() => saveTax(context, householdId, worker, tax))).toBe('tax.already-paid');
    saveTax(context, householdId, worker, tax, true);
    expect(payslipsToPutRight(context, householdId, worker)).toMatchObject([
      { taxCode: '1257L', taxCodeNow: 'BR' },
    ]);
  });
});

describe('bad input is told before pay is finished', () => {
  async function warningsOf(options: Partial<Parameters<typeof addTestWorker>[2]>) {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const worker = addTestWorker(context, householdId, { startedOn: '2026-11-16', ...options });
    addTestShift(context, householdId, worker, '2026-11-16', '09:00', '12:00');
    return payRun(context, householdId, 'weekly:2026-11-16').warnings.map((one) => [one.code, one.blocks]);
  }

  test.each([
    [{ niNumber: '' }, 'pay.no-ni-number', false],
    [{ niCategory: 'B', gender: 'male' }, 'pay.letter-for-women', true],
    [{ niCategory: 'B' }, 'pay.letter-too-young', false],
    [{ niCategory: 'F' }, 'pay.letter-of-a-site', false],
    [{ niCategory: 'X' }, 'pay.letter-none-due', false],
    [{ birthDate: '2011-05-01', niCategory: 'X' }, 'pay.school-age', false],
  ] as const)('%j is told as %s', async (options, code, blocks) => {
    expect(await warningsOf(options)).toContainEqual([code, blocks]);
  });

  test('a letter that the age does not allow stands in the way', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const worker = addTestWorker(context, householdId, { startedOn: '2026-11-16', niCategory: 'M' });
    addTestShift(context, householdId, worker, '2026-11-16', '09:00', '12:00');
    expect(payRun(context, householdId, 'weekly:2026-11-16').refused[0]?.code).toBe(
      'pay.ni-category-not-for-age',
    );
  });

  test('more hours than a day has stand in the way, and two shifts at one time are told', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const worker = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addTestShift(context, householdId, worker, '2026-11-16', '00:00', '14:00');
    addTestShift(context, householdId, worker, '2026-11-16', '12:00', '23:59');
    // 14 h and 11 h 59 on one day: 1,559 minutes.
    const { warnings } = payRun(context, householdId, 'weekly:2026-11-16');
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'pay.more-than-a-day',
        blocks: true,
        values: { name: 'Grace', day: '2026-11-16', minutes: 1_559 },
      }),
    );
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'pay.shifts-overlap', blocks: false }));
    expect(refusalOf(() => finish(context, householdId, 'weekly:2026-11-16'))).toBe('pay.more-than-a-day');
  });

  test('a birth date after the start, and a rate under the minimum wage when it is saved', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    expect(
      refusalOf(() =>
        addTestWorker(context, householdId, { startedOn: '2026-11-16', birthDate: '2026-11-17' }),
      ),
    ).toBe('worker.born-after-start');
    const worker = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      rates: { weekday: '12.00' },
    });
    expect(getWorker(context, householdId, worker).rateNotes).toMatchObject([
      { code: 'rate.below-minimum-wage', values: { rate: '12.00', minimum: '12.71' } },
    ]);
  });
});
