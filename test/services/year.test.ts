import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { statutoryPaid } from '@shared/payroll/year-figures';
import { describe, expect, test } from 'vitest';
import type { ServiceContext } from '../../electron/services/context';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { tickPayment } from '../../electron/services/pay-payments';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { getWorker } from '../../electron/services/people-record';
import { saveLeaving } from '../../electron/services/people-save-details';
import { saveEarlierPay } from '../../electron/services/people-save-earlier';
import { saveStarter } from '../../electron/services/people-save-tax';
import { rotaView } from '../../electron/services/rota-view';
import { todayView } from '../../electron/services/today';
import { listDuties, markDuty } from '../../electron/services/today-duties';
import { undo } from '../../electron/services/undo';
import { yearEnd } from '../../electron/services/year-end';
import { yearFile } from '../../electron/services/year-file';
import { givenP60 } from '../../electron/services/year-p60';
import { newYear, startYear } from '../../electron/services/year-start';
import { yearOfWorker, yearView } from '../../electron/services/year-view';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const WEEKS = ['2026-11-16', '2026-11-23'] as const;

// Each week 40 h at £13.00 = £520.00, on 1257L week 1: tax £55.60 (£278 at 20 %), NI £22.24 (£278 at 8 %), employer's
// £63.60 (£424 at 15 %), pension £16.00 (4 % of £400, relief at source) and £12.00 (3 %).
// Net 520.00 − 55.60 − 22.24 − 16.00 = £426.16; cost 520.00 + 63.60 + 12.00 = £595.60.
function addGrace(context: ServiceContext, householdId: string): string {
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: '13.00' },
    pension: {},
  });
  for (const monday of WEEKS)
    for (let day = 0; day < 5; day += 1)
      addTestShift(context, householdId, grace, `2026-11-${Number(monday.slice(8)) + day}`, '09:00', '17:00');
  return grace;
}

function payWeeks(given: TestWorkspace, householdId: string): string[] {
  return WEEKS.map((monday, index) => {
    given.goTo(index === 0 ? '2026-11-30' : '2026-12-01');
    const key = `weekly:${monday}`;
    return finishRun(given.context, householdId, key, payRun(given.context, householdId, key).totals.net);
  });
}

/** The first day was really four hours longer: £52.00. */
function correctFirstWeek(given: TestWorkspace, householdId: string, runId: string, payDate: string): void {
  const day = isoDay('2026-11-16');
  const shift = rotaView(given.context, householdId, day, day).shifts.find((one) => one.day === day)!;
  correctPayslip(
    given.context,
    householdId,
    finishedRun(given.context, householdId, runId).lines[0]!.payslipId!,
    isoDay(payDate),
    [
      {
        shiftId: shift.shiftId!,
        actual: {
          start: clockTime('09:00'),
          end: clockTime('21:00'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'Stayed longer',
        },
      },
    ],
  );
}

async function household(): Promise<{
  given: TestWorkspace;
  householdId: string;
  grace: string;
  runs: string[];
}> {
  const given = await workspaceForTest('2026-11-30');
  const householdId = addTestHousehold(given.context);
  const grace = addGrace(given.context, householdId);
  return { given, householdId, grace, runs: payWeeks(given, householdId) };
}

const WEEK = {
  gross: 52_000,
  tax: 5_560,
  employeeNi: 2_224,
  employerNi: 6_360,
  studentLoan: 0,
  postgraduateLoan: 0,
  pensionEmployee: 1_600,
  pensionEmployer: 1_200,
  otherDeductions: 0,
  reimbursements: 0,
  net: 42_616,
  employerCost: 59_560,
};

describe('The whole year', () => {
  test('has every payment of a PA, with the year so far and how each figure was worked out', async () => {
    const { given, householdId, grace } = await household();
    const year = yearOfWorker(given.context, householdId, '2026-27', grace);
    expect(year.rows.map((row) => [row.kind, row.payDate, row.taxPeriod])).toEqual([
      ['payment', '2026-11-27', { kind: 'week', number: 34 }],
      ['payment', '2026-12-04', { kind: 'week', number: 35 }],
    ]);
    expect(year.rows[0]!.figures).toEqual(WEEK);
    // Two weeks of £520.00: 1,040.00; 111.20; 44.48; net 852.32; cost 1,191.20.
    expect(year.total).toMatchObject({
      gross: 104_000,
      tax: 11_120,
      employeeNi: 4_448,
      net: 85_232,
      employerCost: 119_120,
    });
    expect(year.rows[1]!.toDate).toEqual(year.total);
    expect(year.rows[0]!.explanations['tax']?.steps.length).toBeGreaterThan(1);
    for (const check of year.checks) expect(check.left, check.code).toBe(check.right);
  });

  test('shows a correction as what it moves, with the whole payment before and after', async () => {
    const { given, householdId, grace, runs } = await household();
    given.goTo('2026-12-10');
    correctFirstWeek(given, householdId, runs[0]!, '2026-12-11');
    const year = yearOfWorker(given.context, householdId, '2026-27', grace);
    const row = year.rows.at(-1)!;
    // £572.00: tax £330 at 20 % = 66.00; NI £330 at 8 % = 26.40; employer £476 at 15 % = 71.40; pension 4 % of £452 =
    // 18.08 and 3 % = 13.56; net 461.52; cost 656.96. It moves the difference to the first week.
    expect(row).toMatchObject({ kind: 'correction', payDate: '2026-12-11', puts: '2026-11-27' });
    expect(row.figures).toMatchObject({
      gross: 5_200,
      tax: 1_040,
      employeeNi: 416,
      employerNi: 780,
      pensionEmployee: 208,
      net: 3_536,
      employerCost: 6_136,
    });
    expect(row.now).toMatchObject({ gross: 57_200, net: 46_152 });
    expect(row.before).toEqual(WEEK);
    // 1,040.00 + 52.00; 111.20 + 10.40; 852.32 + 35.36.
    expect(year.total).toMatchObject({ gross: 109_200, tax: 12_160, net: 88_768 });
    for (const check of year.checks) expect(check.left, check.code).toBe(check.right);
    // The household's record for HMRC moves with it.
    const view = yearView(given.context, householdId, '2026-27');
    expect(view.hmrc).toMatchObject({ tax: 12_160, employeeNi: 4_864, employerNi: 13_500 });
    for (const check of view.checks) expect(check.left, check.code).toBe(check.right);
  });

  test('adds up the household: each PA, what HMRC had, the allowance, the pension', async () => {
    const { given, householdId, grace } = await household();
    const view = yearView(given.context, householdId, null);
    expect(view).toMatchObject({ taxYear: '2026-27', years: ['2026-27'], isOver: false });
    expect(view.workers).toMatchObject([
      {
        workerId: grace,
        name: 'Grace Okafor',
        parts: [{ kind: 'payment', count: 2 }],
        total: { gross: 104_000 },
      },
    ]);
    // The employer's NI of £127.20 is within the allowance of £10,500: 111.20 + 44.48 is left to pay.
    expect(view.hmrc).toEqual({
      tax: 11_120,
      studentLoans: 0,
      employeeNi: 4_448,
      employerNi: 12_720,
      employmentAllowance: 12_720,
      statutoryRecovered: 0,
      owed: 15_568,
      paid: 0,
    });
    expect(view.allowanceLimit).toBe(1_050_000);
    expect(view.total.pensionEmployee + view.total.pensionEmployer).toBe(5_600);
    expect(view.checks.map((check) => check.code)).toEqual(['hmrc', 'tax', 'ni']);
    for (const check of view.checks) expect(check.left, check.code).toBe(check.right);
  });

  test('keeps an earlier job from a P45 as its own line, outside the totals', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    const grace = addGrace(given.context, householdId);
    saveStarter(given.context, householdId, grace, {
      statement: null,
      hasP45: true,
      p45LeavingDay: isoDay('2026-10-30'),
      p45TaxCode: '1257L',
      p45Pay: 900_000 as never,
      p45Tax: 30_000 as never,
      studentLoanPlan: null,
      postgraduateLoan: false,
    });
    payWeeks(given, householdId);
    const year = yearOfWorker(given.context, householdId, '2026-27', grace);
    expect(year.rows[0]).toMatchObject({
      kind: 'earlier-job',
      figures: { gross: 900_000, tax: 30_000, net: null },
      toDate: null,
    });
    expect(year.total.gross).toBe(104_000);
    for (const check of year.checks) expect(check.left, check.code).toBe(check.right);
  });

  test('begins with what other software paid; HMRC’s record here is of the payments here alone', async () => {
    const given = await workspaceForTest('2026-11-16');
    const householdId = addTestHousehold(given.context);
    const worker = addTestWorker(given.context, householdId, { startedOn: '2026-04-06' });
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'])
      addTestShift(given.context, householdId, worker, day, '08:00', '13:00');
    const letter = {
      letter: 'A',
      earnings: pence(800_000),
      earningsAtLel: pence(399_900),
      earningsLelToPt: pence(350_100),
      earningsPtToUel: pence(50_000),
      employee: pence(4_000),
      employer: pence(75_360),
    } as const;
    saveEarlierPay(
      given.context,
      householdId,
      worker,
      {
        taxYear: '2026-27',
        reachOn: isoDay('2026-11-08'),
        gross: pence(800_000),
        taxablePay: pence(800_000),
        tax: pence(10_000),
        nationalInsurance: [letter],
        studentLoan: pence(0),
        postgraduateLoan: pence(0),
        pensionEmployee: pence(10_000),
        pensionEmployer: pence(8_000),
        statutory: statutoryPaid([]),
        holidayEarnedMinutes: 0,
        holidayTakenMinutes: 0,
      },
      false,
    );
    const key = 'weekly:2026-11-09';
    finishRun(given.context, householdId, key, payRun(given.context, householdId, key).totals.net);
    const year = yearOfWorker(given.context, householdId, '2026-27', worker);
    expect(year.rows.map((row) => row.kind)).toEqual(['earlier-software', 'payment']);
    expect(year.rows[0]!.figures).toMatchObject({
      gross: 800_000,
      tax: 10_000,
      employeeNi: 4_000,
      employerNi: 75_360,
      pensionEmployee: 10_000,
      net: null,
      employerCost: null,
    });
    // 20 h at £13.00 = £260.00. Week 33: £8,260.00 − £7,983.36 leaves £276, £55.20 in all: £44.80 back of £100.00.
    // NI 8 % of £18.00 = £1.44; the employer's 15 % of £164.00 = £24.60. Net 260.00 + 44.80 − 1.44 = £303.36.
    expect(year.total).toMatchObject({
      gross: 826_000,
      tax: 5_520,
      employeeNi: 4_144,
      employerNi: 77_820,
      net: 30_336,
      employerCost: 28_460,
    });
    const view = yearView(given.context, householdId, null);
    expect(view.hmrc).toMatchObject({ tax: -4_480, employeeNi: 144, employerNi: 2_460 });
    expect(view.checks.map((check) => check.code)).toEqual(['hmrc']);
    for (const check of [...year.checks, ...view.checks]) expect(check.left, check.code).toBe(check.right);
  });

  test('goes into a file for a spreadsheet, a line for each payment', async () => {
    const { given, householdId } = await household();
    const file = yearFile(given.context, householdId, '2026-27');
    expect(file.name).toBe('Pay year 2026-27 Margaret.csv');
    const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe(
      'Grace Okafor,Payment,2026-12-04,Week 35,520.00,55.60,22.24,63.60,0.00,0.00,16.00,12.00,0.00,0.00,426.16,595.60,1040.00,111.20,44.48',
    );
  });

  test('of a household without pay is empty, and has nothing to finish', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    expect(yearView(given.context, householdId, null)).toMatchObject({ workers: [], statutory: [] });
    expect(yearEnd(given.context, householdId, '2026-27').lines).toEqual([]);
    expect(refusalOf(() => yearView(given.context, 'another', null))).toBe('not-found');
  });
});

const stateOf = (end: ReturnType<typeof yearEnd>): Record<string, string> =>
  Object.fromEntries(end.lines.map((line) => [line.code, line.state]));

describe('The end of the year', () => {
  test('waits until the year is over, and gets ready from March', async () => {
    const { given, householdId } = await household();
    expect(stateOf(yearEnd(given.context, householdId, '2026-27'))).toMatchObject({
      'pay-days': 'wait',
      checked: 'wait',
      'last-report': 'wait',
      p60: 'wait',
      'hmrc-paid': 'wait',
      codes: 'wait',
    });
    given.goTo('2027-03-01');
    expect(stateOf(yearEnd(given.context, householdId, '2026-27')).codes).toBe('to-do');
  });

  test('says what is left, and what no published figures say yet', async () => {
    const { given, householdId, grace } = await household();
    given.goTo('2027-04-10');
    const end = yearEnd(given.context, householdId, '2026-27');
    expect(end.isOver).toBe(true);
    expect(stateOf(end)).toEqual({
      'pay-days': 'done',
      checked: 'to-do',
      'last-report': 'to-do',
      p60: 'to-do',
      'hmrc-paid': 'to-do',
      codes: 'to-do',
      // No figures are published for April 2027.
      'new-rates': 'unknown',
      'statutory-rates': 'unknown',
      'minimum-wage-unknown': 'unknown',
      'employment-allowance': 'to-do',
      'small-employer': 'done',
    });
    const of = (code: string) => end.lines.find((line) => line.code === code)!;
    expect(of('p60')).toMatchObject({ workerId: grace, dueOn: '2027-05-31' });
    expect(of('hmrc-paid')).toMatchObject({ dueOn: '2027-04-22', values: { amountPence: 15_568, count: 1 } });
    expect(of('last-report')).toMatchObject({ dueOn: '2027-04-19', values: { payDate: '2026-12-04' } });
    // 44.48 + 127.20 of Class 1 in the year, against £45,000.
    expect(of('small-employer').values).toMatchObject({ totalPence: 17_168, limitPence: 4_500_000 });
  });

  test('is done line by line: ticks, P60s given, HMRC paid', async () => {
    const { given, householdId, grace } = await household();
    expect(
      refusalOf(() => givenP60(given.context, householdId, '2026-27', grace, isoDay('2026-12-01'))),
    ).toBe('pay.year-not-over');
    given.goTo('2027-04-10');
    markDuty(given.context, householdId, 'year-end:2026-27:checked', isoDay('2027-04-10'));
    givenP60(given.context, householdId, '2026-27', grace, isoDay('2027-04-09'));
    const month = hmrcView(given.context, householdId, '2026-27').months.find((one) => one.owed > 0)!;
    tickPayment(given.context, householdId, `hmrc:2026-27:${month.taxMonth}`, isoDay('2027-01-20'));
    const end = yearEnd(given.context, householdId, '2026-27');
    expect(stateOf(end)).toMatchObject({ checked: 'done', p60: 'done', 'hmrc-paid': 'done' });
    expect(end.lines.find((line) => line.code === 'p60')!.tick!.on).toBe('2027-04-09');
    expect(
      refusalOf(() => givenP60(given.context, householdId, '2026-27', grace, isoDay('2027-04-30'))),
    ).toBe('year.p60-day');
    givenP60(given.context, householdId, '2026-27', grace, null);
    expect(stateOf(yearEnd(given.context, householdId, '2026-27')).p60).toBe('to-do');
  });

  test('names a PA whose rate is below the new minimum wage, and by how much', async () => {
    const given = await workspaceForTest('2026-03-09');
    const householdId = addTestHousehold(given.context);
    // £12.50 is lawful until 31 March 2026 (£12.21); from 1 April 2026 the minimum at 21 is £12.71.
    const grace = addTestWorker(given.context, householdId, {
      startedOn: '2026-03-02',
      rates: { weekday: '12.50' },
    });
    addTestShift(given.context, householdId, grace, '2026-03-02', '09:00', '17:00');
    const key = 'weekly:2026-03-02';
    finishRun(given.context, householdId, key, payRun(given.context, householdId, key).totals.net);
    const end = yearEnd(given.context, householdId, '2025-26');
    expect(end.lines.find((line) => line.code === 'minimum-wage-low')).toMatchObject({
      state: 'to-do',
      workerId: grace,
      dueOn: '2026-04-01',
      values: { least: '12.71', lowest: '12.50' },
    });
    // The figures of 2026-27 are known.
    expect(stateOf(end)).toMatchObject({ 'new-rates': 'done', 'statutory-rates': 'done' });
  });
});

describe('Starting a tax year', () => {
  const codeOf = (given: TestWorkspace, householdId: string, workerId: string) =>
    getWorker(given.context, householdId, workerId).tax.at(-1);

  test('takes week 1 marks off from 6 April, in one action that can be undone', async () => {
    const { given, householdId, grace } = await household();
    expect(refusalOf(() => startYear(given.context, householdId, '2027-28', []))).toBe('year.too-early');
    given.goTo('2027-03-20');
    expect(newYear(given.context, householdId, '2027-28')).toMatchObject({
      ratesKnown: false,
      startedOn: null,
      codes: [
        {
          workerId: grace,
          before: '1257L',
          beforeBasis: 'week1-month1',
          code: '1257L',
          fromDay: '2027-04-06',
          how: 'mark-dropped',
        },
      ],
    });
    startYear(given.context, householdId, '2027-28', [{ workerId: grace, taxCode: '1257L' }]);
    expect(codeOf(given, householdId, grace)).toMatchObject({
      fromDay: '2027-04-06',
      taxCode: '1257L',
      taxBasis: 'cumulative',
    });
    expect(yearEnd(given.context, householdId, '2026-27').startedOn).toBe('2027-03-20');
    expect(refusalOf(() => startYear(given.context, householdId, '2027-28', []))).toBe('year.started');
    expect(undo(given.context, householdId)).toMatchObject({ code: 'year.started' });
    expect(codeOf(given, householdId, grace)).toMatchObject({
      fromDay: '2026-11-16',
      taxBasis: 'week1-month1',
    });
    expect(yearEnd(given.context, householdId, '2026-27').startedOn).toBeNull();
  });

  test('keeps a code that HMRC’s notice gave, and refuses one that is none', async () => {
    const { given, householdId, grace } = await household();
    given.goTo('2027-04-07');
    expect(
      refusalOf(() =>
        startYear(given.context, householdId, '2027-28', [{ workerId: grace, taxCode: 'tomorrow' }]),
      ),
    ).toBe('tax-code.not-a-code');
    startYear(given.context, householdId, '2027-28', [{ workerId: grace, taxCode: 'k 100' }]);
    expect(codeOf(given, householdId, grace)).toMatchObject({
      taxCode: 'K100',
      taxBasis: 'cumulative',
      learnedFrom: 'hmrc-notice',
    });
  });

  test('leaves out those who have left', async () => {
    const { given, householdId, grace } = await household();
    saveLeaving(given.context, householdId, grace, isoDay('2026-12-31'));
    given.goTo('2027-04-07');
    expect(newYear(given.context, householdId, '2027-28').codes).toEqual([]);
    expect(yearEnd(given.context, householdId, '2026-27').lines.some((line) => line.code === 'p60')).toBe(
      false,
    );
    expect(yearOfWorker(given.context, householdId, '2026-27', grace)).toMatchObject({
      p45: true,
      p60: false,
    });
  });
});

describe('Today and the duties', () => {
  const needs = (given: TestWorkspace, householdId: string) =>
    todayView(given.context, householdId).needs.filter((need) => need.code.startsWith('year-end'));
  const duty = (given: TestWorkspace, householdId: string, code: string, dueOn: string) =>
    listDuties(given.context, householdId).find((one) => one.code === code && one.dueOn === dueOn);

  test('say to get ready in March, and what is left from 6 April to 31 May', async () => {
    const { given, householdId } = await household();
    given.goTo('2027-02-28');
    expect(needs(given, householdId)).toEqual([]);
    given.goTo('2027-03-01');
    expect(needs(given, householdId)).toMatchObject([
      {
        code: 'year-end-ready',
        by: '2027-04-06',
        target: { place: 'year-end', values: { taxYear: '2026-27' } },
      },
    ]);
    startYear(given.context, householdId, '2027-28', []);
    expect(needs(given, householdId)).toEqual([]);
    expect(duty(given, householdId, 'new-tax-year', '2027-04-06')).toMatchObject({
      doneOn: '2027-03-01',
      doneElsewhere: true,
    });
    given.goTo('2027-04-06');
    // Look through, last report, P60, HMRC, Employment Allowance.
    expect(needs(given, householdId)).toMatchObject([
      { code: 'year-end', by: '2027-05-31', values: { left: 5 } },
    ]);
    given.goTo('2027-06-01');
    expect(needs(given, householdId)).toEqual([]);
  });

  test('tick the P60s once every PA has theirs', async () => {
    const { given, householdId, grace } = await household();
    given.goTo('2027-04-10');
    expect(duty(given, householdId, 'p60', '2027-05-31')).toMatchObject({ doneOn: null });
    givenP60(given.context, householdId, '2026-27', grace, isoDay('2027-04-10'));
    expect(duty(given, householdId, 'p60', '2027-05-31')).toMatchObject({ doneOn: '2027-04-10' });
  });
});
