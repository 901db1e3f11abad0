import type { ContractTerms } from '@shared/api/people';
import type { EarlierPay, TaxNotice } from '@shared/api/people-life';
import { addDays, daysFromTo, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { openPeriods } from '../../electron/services/pay-periods';
import { loadPayRecord } from '../../electron/services/pay-record';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { p45FiguresFile, p60FiguresFile } from '../../electron/services/pay-year-papers';
import { contractOutcome } from '../../electron/services/people-contract-outcome';
import { holidayBalances } from '../../electron/services/people-holiday';
import { previewNotice, saveNotice } from '../../electron/services/people-notices';
import { getWorker } from '../../electron/services/people-record';
import { saveLeaving } from '../../electron/services/people-save-details';
import { removeEarlierPay, saveEarlierPay } from '../../electron/services/people-save-earlier';
import { saveContract } from '../../electron/services/people-save-terms';
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
    expect(refused({ previousPay: pence(800_000), previousTax: pence(900_000) })).toBe('tax.above-pay');
    expect(refused({ previousPay: null, previousTax: pence(1) })).toBe('tax.above-pay');
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

  test('the last week by the old terms is paid before the month that follows it', async () => {
    const { context, householdId, worker } = await twoWeeks('2026-12-01');
    saveContract(context, householdId, worker, toMonthly('2026-11-16'));
    // The month is paid for 16 to 30 November, though it begins on the 1st.
    expect(refusalOf(() => finish(context, householdId, 'monthly:2026-11-01'))).toBe('pay.earlier-first');
    finish(context, householdId, 'weekly:2026-11-09');
    expect(lineOf(context, householdId, 'monthly:2026-11-01')).toMatchObject({
      periodFrom: '2026-11-16',
      periodTo: '2026-11-30',
      gross: 26_000,
    });
    finish(context, householdId, 'monthly:2026-11-01');
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
  holidayEarnedMinutes: 0,
  holidayTakenMinutes: 0,
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

  test('holiday built up and taken before counts in the leave year that it reaches into', async () => {
    const { context, householdId, worker } = await fromOther();
    const balance = () => holidayBalances(context, householdId).find((one) => one.workerId === worker)!;
    const without = balance();
    saveEarlierPay(
      context,
      householdId,
      worker,
      { ...EARLIER, holidayEarnedMinutes: 3_000, holidayTakenMinutes: 1_200 },
      false,
    );
    // 50 h built up and 20 h taken elsewhere: 30 h more are left, and would be owed on leaving.
    expect(balance()).toEqual({
      ...without,
      earnedMinutes: without.earnedMinutes + 3_000,
      accruedMinutes: without.accruedMinutes + 3_000,
      takenMinutes: without.takenMinutes + 1_200,
      leftMinutes: without.leftMinutes + 1_800,
    });
    // They are of the leave year from 1 April 2026; the next one knows nothing of them.
    const next = holidayBalances(context, householdId, isoDay('2027-04-01'));
    expect(next.find((one) => one.workerId === worker)?.takenMinutes).toBe(0);
  });

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
