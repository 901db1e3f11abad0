import type { ContractTerms } from '@shared/api/people';
import type { EarlierPay, TaxNotice } from '@shared/api/people-life';
import { addDays, daysFromTo, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { correctPayslip } from '../../electron/services/pay-correct';
import { openPeriods } from '../../electron/services/pay-periods';
import { payslipsToPutRight } from '../../electron/services/pay-put-right';
import { loadPayRecord } from '../../electron/services/pay-record';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { p45FiguresFile, p60FiguresFile } from '../../electron/services/pay-year-papers';
import { contractOutcome } from '../../electron/services/people-contract-outcome';
import { previewNotice, saveNotice } from '../../electron/services/people-notices';
import { getWorker } from '../../electron/services/people-record';
import { addWorker, saveLeaving, saveP45Given } from '../../electron/services/people-save-details';
import { removeEarlierPay, saveEarlierPay } from '../../electron/services/people-save-earlier';
import { saveStarter, saveTax } from '../../electron/services/people-save-tax';
import { saveContract, saveRates } from '../../electron/services/people-save-terms';
import { confirmHours } from '../../electron/services/rota-shifts';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';

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

const NOTICE: TaxNotice = {
  kind: 'P6',
  noticeOn: isoDay('2026-11-19'),
  fromDay: isoDay('2026-11-19'),
  taxCode: ' 900 l ',
  isWeek1Month1: false,
  previousPay: null,
  previousTax: null,
  plan: null,
};

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

describe('a notice from HMRC', () => {
  test('a P6 with figures says what it changes and when, and the tax follows', async () => {
    const { context, householdId, worker } = await twoWeeks();
    const notice = { ...NOTICE, previousPay: pence(800_000), previousTax: pence(80_000) };
    expect(previewNotice(context, householdId, worker, notice)).toMatchObject({
      afterPaid: null,
      fromDay: '2026-11-19',
      firstPayDay: '2026-11-20',
      before: { taxCode: '1257L' },
      after: { taxCode: '900L', taxBasis: 'cumulative' },
      previousBefore: null,
      previousAfter: { pay: 800_000, tax: 80_000 },
    });
    // Nothing is kept by looking.
    expect(getWorker(context, householdId, worker).tax).toHaveLength(1);
    saveNotice(context, householdId, worker, notice);
    expect(getWorker(context, householdId, worker).tax.at(-1)).toMatchObject({
      taxCode: '900L',
      noticeKind: 'P6',
      noticeOn: '2026-11-19',
    });
    // 20 November is week 33. 900: one block of 500 is £96.16, 400 × 10 + 9 = £4,009 ÷ 52 = £77.10 up: £173.26 a week.
    // 33 weeks are £5,717.58. £8,260.00 − £5,717.58 is £2,542; 20 % is £508.40. £800.00 was taken: £291.60 comes back.
    expect(lineOf(context, householdId, 'weekly:2026-11-09').tax).toBe(-29_160);
  });

  test('a notice for a day that is paid counts from the next pay', async () => {
    const { context, householdId, worker } = await twoWeeks();
    finish(context, householdId, 'weekly:2026-11-09');
    const outcome = saveNotice(context, householdId, worker, {
      ...NOTICE,
      kind: 'P6B',
      fromDay: isoDay('2026-11-10'),
      taxCode: 'BR',
    });
    expect(outcome).toMatchObject({
      afterPaid: '2026-11-20',
      fromDay: '2026-11-21',
      firstPayDay: '2026-11-27',
    });
    // £520.00 to date at 20 % is £104.00; nothing was taken before.
    expect(lineOf(context, householdId, 'weekly:2026-11-16').tax).toBe(10_400);
  });

  test('loans start and stop, the code stays, and later codes keep the loan', async () => {
    const { context, householdId, worker } = await twoWeeks();
    const p9 = { ...NOTICE, kind: 'P9', fromDay: isoDay('2027-04-06'), taxCode: '1300L' } as const;
    saveNotice(context, householdId, worker, p9);
    saveNotice(context, householdId, worker, { ...NOTICE, kind: 'SL1', taxCode: '', plan: 'plan-2' });
    saveNotice(context, householdId, worker, { ...NOTICE, kind: 'PGL1', taxCode: '' });
    const tax = () =>
      getWorker(context, householdId, worker).tax.map((one) => [
        one.taxCode,
        one.studentLoanPlan,
        one.postgraduateLoan,
      ]);
    expect(tax()).toEqual([
      ['1257L', null, false],
      ['1257L', 'plan-2', true],
      ['1300L', 'plan-2', true],
    ]);
    saveNotice(context, householdId, worker, {
      ...NOTICE,
      kind: 'SL2',
      taxCode: '',
      fromDay: isoDay('2026-11-27'),
    });
    expect(tax().slice(2)).toEqual([
      ['1257L', null, true],
      ['1300L', null, true],
    ]);
    const refused = (notice: Partial<TaxNotice>) =>
      refusalOf(() => saveNotice(context, householdId, worker, { ...NOTICE, ...notice }));
    expect(refused({ kind: 'P9' })).toBe('notice.p9-from-april');
    expect(refused({ kind: 'SL1' })).toBe('notice.plan-needed');
    expect(refused({ kind: 'SL2', fromDay: isoDay('2026-12-01') })).toBe('notice.no-student-loan');
    expect(refused({ taxCode: '1257Q' })).toBe('tax-code.not-a-code');
    expect(refused({ noticeOn: isoDay('2026-12-25') })).toBe('day.in-the-future');
  });
});

describe('a change of pay frequency', () => {
  const toMonthly = (startsOn: string): ContractTerms => ({
    startsOn: isoDay(startsOn),
    hoursKind: 'zero-hours',
    weeklyMinutes: 0,
    payFrequency: 'monthly',
    firstPeriodFrom: isoDay('2026-11-01'),
    payDayOffset: 0,
    holidayMethod: 'accrual',
    leaveYearStarts: '04-01',
    qualifyingDays: [0, 1, 2, 3, 4],
    noticeWeeks: 1,
    signedOn: null,
  });

  test('from weekly to monthly: shown before, no day left out, tax over the year, NI on the whole tax month', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-12-01');
    // Paid on Friday 20 November, in the tax month from 6 November to 5 December.
    finish(context, householdId, 'weekly:2026-11-09');
    expect(contractOutcome(context, householdId, worker, toMonthly('2026-11-16'))).toEqual({
      changes: true,
      lastOld: { from: '2026-11-09', to: '2026-11-15', payDate: '2026-11-20' },
      firstNew: { from: '2026-11-16', to: '2026-11-30', payDate: '2026-11-30' },
      sharesNiPeriod: true,
    });
    saveContract(context, householdId, worker, toMonthly('2026-11-16'));
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
      addTestShift(context, householdId, worker, day, '08:00', '18:00');
    for (const day of ['2026-11-17', '2026-11-18'])
      addTestShift(context, householdId, worker, day, '18:00', '22:00');
    const line = lineOf(context, householdId, 'monthly:2026-11-01');
    // 20 h + 40 h + 8 h at £13 = £884.00. With £260.00 earlier in the tax month: £1,144.00.
    expect(line.gross).toBe(88_400);
    // £1,144.00 − £1,048 = £96.00, 8 % is £7.68; £1.44 was taken of the week: £6.24.
    expect(line.employeeNi).toBe(624);
    // £1,144.00 − £417 = £727.00, 15 % is £109.05; £24.60 of the week: £84.45.
    expect(line.employerNi).toBe(8_445);
    // Month 8: 8 × £1,048.26 is more than all pay of the year.
    expect([line.tax, line.taxPeriod]).toEqual([0, { kind: 'month', number: 8 }]);
    finish(context, householdId, 'monthly:2026-11-01');
    expect(payRuns(context, householdId).open.map((run) => run.key)).toEqual(['monthly:2026-12-01']);
  });

  test('can’t reach back into what is paid, and keeps every day in one period', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-12-01');
    finish(context, householdId, 'weekly:2026-11-09');
    expect(refusalOf(() => saveContract(context, householdId, worker, toMonthly('2026-11-12')))).toBe(
      'contract.cycle-already-paid',
    );
    expect(refusalOf(() => saveContract(context, householdId, worker, toMonthly('2026-11-09'), true))).toBe(
      'contract.cycle-already-paid',
    );
  });

  test('whenever it comes, each day is paid once', async () => {
    const frequency = fc.constantFrom('weekly', 'two-weekly', 'four-weekly', 'monthly');
    const terms = fc.record({
      after: fc.integer({ min: 0, max: 50 }),
      frequency,
      anchor: fc.integer({ min: 0, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(terms, { minLength: 1, maxLength: 3 }), async (changes) => {
        const { context } = await workspaceForTest('2026-11-30');
        const householdId = addTestHousehold(context);
        const worker = addTestWorker(context, householdId, { startedOn: '2026-06-01' });
        let day = isoDay('2026-06-01');
        for (const change of changes) {
          day = addDays(day, change.after + 1);
          saveContract(context, householdId, worker, {
            ...toMonthly(day),
            payFrequency: change.frequency,
            firstPeriodFrom: addDays(isoDay('2026-06-01'), change.anchor),
          });
        }
        // A planned shift on every day keeps every period open.
        for (const each of daysFromTo(isoDay('2026-06-01'), isoDay('2026-11-29')))
          addTestShift(context, householdId, worker, each, '09:00', '10:00', { confirmed: false });
        const record = loadPayRecord(databaseOf(context), householdId, isoDay('2026-11-30'));
        const paidFor = openPeriods(record)
          .flatMap((period) => period.spans)
          .flatMap((span) => daysFromTo(span.from, span.to))
          .filter((each) => each < '2026-11-30');
        expect(paidFor.toSorted()).toEqual(daysFromTo(isoDay('2026-06-01'), isoDay('2026-11-29')));
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

/** £8,000.00 to date with £37.00 of tax: week 31 of 1257L is £7,499.52, which leaves £500 at 20 %, £100.00 less a slip. */
const EARLIER: EarlierPay = {
  taxYear: '2026-27',
  reachOn: isoDay('2026-11-08'),
  gross: pence(800_000),
  taxablePay: pence(800_000),
  tax: pence(10_000),
  nationalInsurance: [
    {
      letter: 'A',
      earnings: pence(800_000),
      earningsAtLel: pence(399_900),
      earningsLelToPt: pence(350_100),
      earningsPtToUel: pence(50_000),
      employee: pence(4_000),
      employer: pence(75_360),
    },
  ],
  studentLoan: pence(0),
  postgraduateLoan: pence(0),
  pensionEmployee: pence(10_000),
  pensionEmployer: pence(8_000),
  statutory: {
    'statutory-maternity-pay': pence(0),
    'statutory-paternity-pay': pence(0),
    'statutory-adoption-pay': pence(0),
    'statutory-shared-parental-pay': pence(0),
    'statutory-parental-bereavement-pay': pence(0),
    'statutory-neonatal-care-pay': pence(0),
  },
};

describe('a start from other software in the middle of a year', () => {
  async function fromOther() {
    const { context } = await workspaceForTest('2026-11-16');
    const householdId = addTestHousehold(context);
    const worker = addTestWorker(context, householdId, { startedOn: '2026-04-06' });
    for (const monday of ['2026-10-26', '2026-11-02', '2026-11-09'])
      work(context, householdId, worker, monday);
    return { context, householdId, worker };
  }

  test('no pay is offered up to the day its figures reach to, and tax goes on from them', async () => {
    const { context, householdId, worker } = await fromOther();
    expect(payRuns(context, householdId).open[0]?.key).toBe('weekly:2026-10-26');
    saveEarlierPay(context, householdId, worker, EARLIER, false);
    expect(payRuns(context, householdId).open.map((run) => run.key)).toEqual([
      'weekly:2026-11-09',
      'weekly:2026-11-16',
    ]);
    const line = lineOf(context, householdId, 'weekly:2026-11-09');
    // Week 33: £8,260.00 − 33 × £241.92 = £7,983.36 leaves £276; 20 % is £55.20. £100.00 was taken: £44.80 back.
    expect([line.gross, line.tax]).toEqual([26_000, -4_480]);
    // £40.00 of NI before and £1.44 now; pension as it was.
    expect(line.toDate).toMatchObject({
      taxablePay: 826_000,
      tax: 5_520,
      employeeNi: 4_144,
      pensionEmployee: 10_000,
      pensionEmployer: 8_000,
    });
    finish(context, householdId, 'weekly:2026-11-09');
    expect(getWorker(context, householdId, worker).earlierPay).toEqual([EARLIER]);
    saveLeaving(context, householdId, worker, isoDay('2026-11-15'));
    const { text } = readPdf(p45FiguresFile(context, householdId, worker).bytes);
    for (const words of ['8,260.00', '55.20']) expect(text, words).toContain(words);
    expect(refusalOf(() => removeEarlierPay(context, householdId, worker, '2026-27'))).toBe(
      'earlier.paid-since',
    );
  });

  test('its National Insurance is in the figures of the P60, letter by letter', async () => {
    const { context } = await workspaceForTest('2027-04-06');
    const householdId = addTestHousehold(context);
    const worker = addTestWorker(context, householdId, { startedOn: '2026-04-06' });
    saveEarlierPay(context, householdId, worker, EARLIER, false);
    const { text } = readPdf(p60FiguresFile(context, householdId, '2026-27', worker).bytes);
    // Bands in whole pounds: £3,999, £3,501, £500, and the contributions as they are.
    for (const words of ['8,000.00', '100.00', '3,999', '3,501', '500', '40.00'])
      expect(text, words).toContain(words);
  });

  test('figures that can’t be are refused; unlikely ones unless the person is sure', async () => {
    const { context, householdId, worker } = await fromOther();
    const [ni] = EARLIER.nationalInsurance;
    const save = (change: Partial<EarlierPay>, sure = false): string =>
      refusalOf(() => saveEarlierPay(context, householdId, worker, { ...EARLIER, ...change }, sure));
    const withNi = (change: object) => ({ nationalInsurance: [{ ...ni!, ...change }] });
    expect(save(withNi({ earningsPtToUel: pence(60_000) }))).toBe('earlier.bands-above-earnings');
    expect(save({ gross: pence(700_000), taxablePay: pence(700_000) })).toBe('earlier.ni-above-gross');
    expect(save({ taxablePay: pence(900_000) })).toBe('earlier.taxable-above-gross');
    expect(save({ nationalInsurance: [ni!, ni!] })).toBe('earlier.letter-twice');
    expect(save({ reachOn: isoDay('2026-12-01') })).toBe('day.in-the-future');
    expect(save({ reachOn: isoDay('2026-03-31') })).toBe('earlier.before-start');
    expect(save(withNi({ employee: pence(40_000) }))).toBe('earlier.ni-not-as-bands');
    expect(save({ tax: pence(160_000) })).toBe('earlier.tax-not-as-code');
    expect(save({ tax: pence(160_000) }, true)).toBe('not refused');
    removeEarlierPay(context, householdId, worker, '2026-27');
    finish(context, householdId, 'weekly:2026-10-26');
    expect(save({})).toBe('earlier.paid-here');
  });
});

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
