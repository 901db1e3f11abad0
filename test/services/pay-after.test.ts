import { hmrcMonth, paymentToMake, payRunView, runSummary } from '@shared/api/pay';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { must } from '@shared/result';
import { describe, expect, test } from 'vitest';
import { shiftsBetween } from '../../electron/db/queries/rota';
import { databaseOf } from '../../electron/services/context';
import { getHousehold } from '../../electron/services/household-record';
import { saveEmployer } from '../../electron/services/household-save';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { previewCorrection } from '../../electron/services/pay-correct-preview';
import {
  hmrcRecordFile,
  paymentSheetFile,
  payslipFile,
  payslipsFile,
} from '../../electron/services/pay-documents';
import { finishedRun } from '../../electron/services/pay-finished';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { liabilitiesOn, payCandidates, payments, tickPayment } from '../../electron/services/pay-payments';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { listDuties } from '../../electron/services/today-duties';
import { undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type HouseholdOptions,
  type TestWorkspace,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16'] as const;

/** 32 h at £13 in each week, on a code that takes 20 % of everything; the first two weeks are finished. */
async function twoWeeks(options: HouseholdOptions = {}) {
  const given = await workspaceForTest('2026-11-23');
  const { context } = given;
  const householdId = addTestHousehold(context, options);
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-02',
    taxCode: 'BR',
    pension: {},
  });
  for (const monday of MONDAYS)
    for (const day of [0, 1, 2, 3])
      addTestShift(
        context,
        householdId,
        grace,
        `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + day).padStart(2, '0')}`,
        '09:00',
        '17:00',
      );
  const finish = (monday: string): string => {
    const key = `weekly:${monday}`;
    return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
  };
  const runs = [finish(MONDAYS[0]), finish(MONDAYS[1])] as const;
  return { context, householdId, grace, finish, runs, given };
}

/** What an account of the ledger holds in all. */
function balance(context: TestWorkspace['context'], householdId: string, account: string): number {
  return ledgerEntries(context, householdId)
    .flatMap((one) => one.entry.postings)
    .filter((one) => one.account === account)
    .reduce((sum, one) => sum + one.amount, 0);
}

describe('correcting a payslip', () => {
  test('hours that were wrong are paid again, and the year to date is right from then on', async () => {
    const { context, householdId, runs, finish } = await twoWeeks();
    const first = finishedRun(context, householdId, runs[0]).lines[0]!;
    // £416.00: tax 20 % = £83.20; NI (£416 − £242) at 8 % = £13.92; pension (£416 − £120) at 5 % less relief = £11.84.
    expect([first.gross, first.tax, first.employeeNi, first.pensionEmployee, first.net]).toEqual([
      41_600, 8_320, 1_392, 1_184, 30_704,
    ]);
    const shiftId = shiftOf(context, householdId, '2026-11-02');
    const runId = correctPayslip(context, householdId, first.payslipId!, isoDay('2026-11-23'), [
      {
        shiftId,
        actual: {
          start: clockTime('09:00'),
          end: clockTime('15:00'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'Left at three',
        },
      },
    ]);
    const again = finishedRun(context, householdId, runId);
    const line = again.lines[0]!;
    // 30 h: £390.00: tax £78.00; NI £148 at 8 % = £11.84; pension £270 at 4 % = £10.80.
    expect([line.gross, line.tax, line.employeeNi, line.pensionEmployee, line.net]).toEqual([
      39_000, 7_800, 1_184, 1_080, 28_936,
    ]);
    expect(line.replaces).toEqual({ payslipId: first.payslipId, payDate: '2026-11-13', net: 30_704 });
    expect([again.kind, line.payDate]).toEqual(['correction', '2026-11-23']);
    // What the run moves: tax −£5.20, NI −£2.08, employer's NI 15 % of £26.00 = −£3.90, all of it covered by the
    // Employment Allowance, pension −£1.04 and 3 % of £26.00 = −£0.78; net £289.36 − £307.04 = −£17.68.
    expect(again.totals).toMatchObject({
      gross: -2_600,
      tax: -520,
      employeeNi: -208,
      employerNi: -390,
      employmentAllowance: -390,
      forHmrc: -728,
      forPension: -182,
      net: -1_768,
      // £26.00 of wages and £0.78 of pension; no National Insurance.
      cost: -2_678,
    });
    // £390 + £416 so far, and 20 % of that.
    expect([line.toDate.taxablePay, line.toDate.tax]).toEqual([80_600, 16_120]);
    expect(finishedRun(context, householdId, runs[0]).lines[0]).toMatchObject({
      gross: 41_600,
      correctedBy: line.payslipId,
    });
    // The next pay goes on from the corrected figures: £1,222 in all, 20 % = £244.40.
    const third = finishedRun(context, householdId, finish(MONDAYS[2])).lines[0]!;
    expect([third.tax, third.toDate.taxablePay, third.toDate.tax]).toEqual([8_320, 122_200, 24_440]);
  });

  test('shows what it would come to first, and leaves everything as it was', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const first = finishedRun(context, householdId, runs[0]).lines[0]!;
    const hours = [{ shiftId: shiftOf(context, householdId, '2026-11-02'), actual: null }];
    const before = JSON.stringify([ledgerEntries(context, householdId), payRuns(context, householdId)]);
    const shown = previewCorrection(context, householdId, first.payslipId!, isoDay('2026-11-23'), hours);
    // One day of eight hours less: £104.00.
    expect(shown.totals.gross).toBe(-10_400);
    expect(JSON.stringify([ledgerEntries(context, householdId), payRuns(context, householdId)])).toBe(before);
    expect(finishedRun(context, householdId, runs[0]).lines[0]?.correctedBy).toBeNull();
    const runId = correctPayslip(context, householdId, first.payslipId!, isoDay('2026-11-23'), hours);
    expect(finishedRun(context, householdId, runId).totals).toEqual(shown.totals);
    expect(
      refusalOf(() => previewCorrection(context, householdId, first.payslipId!, isoDay('2026-11-23'), hours)),
    ).toBe('pay.already-corrected');
    expect(checkChain(context, householdId)).toEqual([]);
  });

  test('the ledger takes the old pay back and posts the new, and stays whole', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const first = finishedRun(context, householdId, runs[0]).lines[0]!;
    const shiftId = shiftOf(context, householdId, '2026-11-02');
    correctPayslip(context, householdId, first.payslipId!, isoDay('2026-11-23'), [{ shiftId, actual: null }]);
    // 24 h = £312.00 instead of £416.00.
    expect(balance(context, householdId, 'wages')).toBe(31_200 + 41_600);
    // The employer's NI is all covered by the Employment Allowance, before and after.
    expect(balance(context, householdId, 'employer-national-insurance')).toBe(0);
    expect(checkChain(context, householdId)).toEqual([]);
    for (const { entry } of ledgerEntries(context, householdId))
      expect(entry.postings.reduce((sum, one) => sum + one.amount, 0)).toBe(0);
  });

  test('a correction can’t be undone, made twice, dated before the first pay, or made of nothing', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const { payslipId } = finishedRun(context, householdId, runs[0]).lines[0]!;
    const correct = (day: string, hours: Parameters<typeof correctPayslip>[4] = []) =>
      correctPayslip(context, householdId, payslipId!, isoDay(day), hours);
    expect(refusalOf(() => correct('2026-11-12'))).toBe('pay.correct-too-early');
    expect(refusalOf(() => correct('2026-11-23'))).toBe('pay.no-difference');
    const shiftId = shiftOf(context, householdId, '2026-11-02');
    correct('2026-11-23', [{ shiftId, actual: null }]);
    expect(refusalOf(() => correct('2026-11-23'))).toBe('pay.already-corrected');
    expect(refusalOf(() => undo(context, householdId))).toBe('undo.finished');
  });
});

/** The id of the paid shift of a day. */
function shiftOf(context: TestWorkspace['context'], householdId: string, day: string): string {
  const [row] = shiftsBetween(databaseOf(context), householdId, isoDay(day), isoDay(day));
  return must(row, `a shift on ${day}`).id;
}

describe('what HMRC is owed', () => {
  test('two pay dates in one tax month are one payment, with its reference and due day', async () => {
    const { context, householdId } = await twoWeeks({ employmentAllowance: false });
    const { months, taxYear } = hmrcView(context, householdId, null);
    expect(taxYear).toBe('2026-27');
    // Pay days 13 and 20 November are in month 8: 6 November to 5 December. Each: tax £83.20, NI £13.92 and £48.00.
    expect(months).toMatchObject([
      {
        taxMonth: 8,
        from: '2026-11-06',
        to: '2026-12-05',
        tax: 16_640,
        employeeNi: 2_784,
        employerNi: 9_600,
        employmentAllowance: 0,
        owed: 29_024,
        dueElectronic: '2026-12-22',
        duePost: '2026-12-19',
        reference: '120PA000123452708',
        paidOn: null,
      },
    ]);
  });

  test('a correction changes what is owed by its difference, in the month it is made', async () => {
    const { context, householdId, runs, given } = await twoWeeks({ employmentAllowance: false });
    given.goTo('2026-12-07');
    const { payslipId } = finishedRun(context, householdId, runs[0]).lines[0]!;
    const shiftId = shiftOf(context, householdId, '2026-11-02');
    correctPayslip(context, householdId, payslipId!, isoDay('2026-12-07'), [{ shiftId, actual: null }]);
    // £312.00 instead of £416.00: tax −£20.80, NI −£8.32 and −£15.60.
    const [month8, month9] = hmrcView(context, householdId, '2026-27').months;
    expect(month8).toMatchObject({ taxMonth: 8, owed: 29_024 });
    expect(month9).toMatchObject({ taxMonth: 9, tax: -2_080, employeeNi: -832, employerNi: -1_560 });
  });

  test('a quarterly payer pays three months at once', async () => {
    const { context, householdId } = await twoWeeks({ hmrcPayments: 'quarterly' });
    // Month 7 to 9; due on 22 January.
    expect(hmrcView(context, householdId, '2026-27').months).toMatchObject([
      { taxMonth: 9, from: '2026-10-06', to: '2027-01-05', owed: 19_424, dueElectronic: '2027-01-22' },
    ]);
  });
});

describe('payments', () => {
  test('a run lists the PA, the pension and HMRC, each with its amount, reference and day', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const list = payments(context, householdId, runs[0]);
    // Pension: £11.84 + £296 at 3 % = £8.88. HMRC: two weeks of £83.20 + £13.92.
    expect(list.map((one) => [one.payee, one.name, one.amount, one.reference, one.dueOn])).toEqual([
      ['worker', 'Grace Okafor', 30_704, 'PAY 13 NOV', '2026-11-13'],
      ['pension', 'Nest', 2_072, 'PENSION 13 NOV', '2026-12-22'],
      ['hmrc', 'HMRC', 19_424, '120PA000123452708', '2026-12-22'],
    ]);
  });

  test('a tick says what is paid, counts in what is still owed, and can be undone', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const [pay] = payments(context, householdId, runs[0]);
    const left = () => liabilitiesOn(context, householdId, isoDay('2026-11-23')).total;
    // Two weeks: net £307.04, pension £20.72 each, and HMRC £194.24.
    expect(left()).toBe(2 * 30_704 + 2 * 2_072 + 19_424);
    tickPayment(context, householdId, pay!.key, isoDay('2026-11-13'));
    expect(payments(context, householdId, runs[0])[0]?.paidOn).toBe('2026-11-13');
    expect(left()).toBe(30_704 + 2 * 2_072 + 19_424);
    undo(context, householdId);
    expect(payments(context, householdId, runs[0])[0]?.paidOn).toBeNull();
    expect(refusalOf(() => tickPayment(context, householdId, 'net-pay:nobody', null))).toBe('not-found');
  });

  test('a tick for HMRC marks the duty as done, and taking the tick back opens it again', async () => {
    const { context, householdId } = await twoWeeks();
    const duty = () => listDuties(context, householdId).find((one) => one.code === 'hmrc-payment');
    expect(duty()).toMatchObject({ doneOn: null, doneElsewhere: false });
    const [month] = hmrcView(context, householdId, null).months.filter((one) => one.owed > 0);
    const key = `hmrc:${month!.taxYear}:${month!.taxMonth}`;
    tickPayment(context, householdId, key, isoDay('2026-11-20'));
    expect(duty()).toMatchObject({ doneOn: '2026-11-20', doneElsewhere: true });
    tickPayment(context, householdId, key, null);
    expect(duty()).toMatchObject({ doneOn: null, doneElsewhere: false });
  });

  test('what was owed on an earlier day leaves later pay out', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const owed = liabilitiesOn(context, householdId, isoDay('2026-11-08'));
    // The first week had ended, with its pay not made yet.
    expect(owed.netPayOwed.map((one) => one.left)).toEqual([30_704]);
    expect(owed.pensionOwed.map((one) => one.runId)).toEqual([runs[0]]);
    expect(owed.hmrcOwed.map((one) => [one.taxMonth, one.left])).toEqual([[8, 9_712]]);
  });

  test('bank lines are offered each net pay, each pension and each HMRC month', async () => {
    const { context, householdId } = await twoWeeks();
    expect(payCandidates(context, householdId).map((one) => [one.kind, one.amount])).toEqual([
      ['wage', 30_704],
      ['wage', 30_704],
      ['pension', 2_072],
      ['pension', 2_072],
      ['hmrc', 19_424],
    ]);
  });
});

describe('the contract', () => {
  test('every view is as the contract says, open, finished and corrected', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const { payslipId } = finishedRun(context, householdId, runs[0]).lines[0]!;
    const shiftId = shiftOf(context, householdId, '2026-11-02');
    const again = correctPayslip(context, householdId, payslipId!, isoDay('2026-11-23'), [
      { shiftId, actual: null },
    ]);
    const views = [
      payRun(context, householdId, 'weekly:2026-11-16'),
      finishedRun(context, householdId, runs[0]),
      finishedRun(context, householdId, again),
    ];
    for (const view of views) expect(payRunView.parse(view)).toEqual(view);
    const { open: toDo, finished } = payRuns(context, householdId);
    for (const run of [...toDo, ...finished]) expect(runSummary.parse(run)).toEqual(run);
    // The correction moved £312.00's net less £416.00's: tax −£20.80, NI −£8.32, pension −£4.16; so −£70.72.
    expect(finished.map((one) => [one.kind, one.net])).toEqual([
      ['correction', -7_072],
      ['regular', 30_704],
      ['regular', 30_704],
    ]);
    for (const one of payments(context, householdId, runs[0])) expect(paymentToMake.parse(one)).toEqual(one);
    for (const one of hmrcView(context, householdId, null).months) expect(hmrcMonth.parse(one)).toEqual(one);
    // Money to get back is not a payment.
    expect(payments(context, householdId, again).map((one) => one.payee)).toEqual(['hmrc']);
  });
});

describe('papers', () => {
  test('payslips, payment sheets and HMRC records are files with names that say what they are', async () => {
    const { context, householdId, runs } = await twoWeeks();
    const { payslipId } = finishedRun(context, householdId, runs[0]).lines[0]!;
    const files = [
      payslipFile(context, householdId, payslipId!),
      payslipsFile(context, householdId, runs[0]),
      paymentSheetFile(context, householdId, runs[0], 'pdf'),
      paymentSheetFile(context, householdId, runs[0], 'csv'),
      hmrcRecordFile(context, householdId, '2026-27', 'pdf'),
      hmrcRecordFile(context, householdId, '2026-27', 'csv'),
    ];
    expect(files.map((one) => one.name)).toEqual([
      'Payslip Grace Okafor 2026-11-13.pdf',
      'Payslips Margaret 2026-11-13.pdf',
      'Payment sheet Margaret 2026-11-13.pdf',
      'Payment sheet Margaret 2026-11-13.csv',
      'HMRC record 2026-27 Margaret Ellis.pdf',
      'HMRC record 2026-27 Margaret Ellis.csv',
    ]);
    for (const file of files.filter((one) => one.mediaType === 'application/pdf'))
      expect(new TextDecoder('latin1').decode(file.bytes.slice(0, 5))).toBe('%PDF-');
    expect(new TextDecoder().decode(files[3]!.bytes)).toContain('Grace Okafor');
  });

  test('a finished payslip prints the same, whatever changes in the record', async () => {
    const { context, householdId, grace, runs } = await twoWeeks();
    const payslipId = must(finishedRun(context, householdId, runs[0]).lines[0]?.payslipId, 'a payslip');
    const before = payslipFile(context, householdId, payslipId).bytes;
    addTestAbsence(context, householdId, grace, 'holiday', '2026-11-06', '2026-11-06', 240);
    const { employer } = getHousehold(context, householdId);
    saveEmployer(context, householdId, { ...must(employer, 'the employer'), legalName: 'Somebody Else' });
    expect(payslipFile(context, householdId, payslipId).bytes).toEqual(before);
  });
});
