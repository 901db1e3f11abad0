import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import type { ServiceContext } from '../../electron/services/context';
import { paperQuarterFile } from '../../electron/services/filing-paper';
import { saveEmployer } from '../../electron/services/household-save';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { finishRun, payRun } from '../../electron/services/pay-run';
import {
  basicPayeToolsFile,
  p45FiguresFile,
  p60FiguresFile,
  yearPapers,
} from '../../electron/services/pay-year-papers';
import { saveLeaving } from '../../electron/services/people-save-details';
import { saveTax } from '../../electron/services/people-save-tax';
import { rotaView } from '../../electron/services/rota-view';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';

const WEEKS = ['2026-11-16', '2026-11-23'] as const;

function graceStarts(context: ServiceContext, householdId: string): string {
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: '13.00' },
    pension: {},
  });
  for (const monday of WEEKS)
    for (let day = 0; day < 5; day += 1)
      addTestShift(
        context,
        householdId,
        grace,
        isoDay(`2026-11-${Number(monday.slice(8)) + day}`),
        '09:00',
        '17:00',
      );
  return grace;
}

function payWeeks(given: TestWorkspace, householdId: string): string[] {
  return WEEKS.map((monday, index) => {
    given.goTo(index === 0 ? '2026-11-30' : '2026-12-01');
    const key = `weekly:${monday}`;
    return finishRun(given.context, householdId, key, payRun(given.context, householdId, key).totals.net);
  });
}

/** The first day was really twelve hours long: four more at £13.00, £52.00. */
function longerFirstDay(context: ServiceContext, householdId: string) {
  const day = isoDay('2026-11-16');
  const shiftId = rotaView(context, householdId, day, day).shifts.find((one) => one.day === day)!.shiftId!;
  const actual = {
    start: clockTime('09:00'),
    end: clockTime('21:00'),
    endsNextDay: false,
    awakeMinutes: null,
    reason: 'Stayed longer',
  };
  return [{ shiftId, actual }];
}

function textOf(file: { readonly bytes: Uint8Array }): string {
  return readPdf(file.bytes).text;
}

function reportOnPaper(context: ServiceContext, householdId: string): void {
  saveEmployer(context, householdId, {
    legalName: 'Margaret Ellis',
    payeStatus: 'registered',
    payeReference: '120/AB12345',
    accountsOfficeReference: '120PA00012345',
    employmentAllowance: true,
    smallEmployersRelief: true,
    filingRoute: 'paper',
    hmrcPayments: 'monthly',
    contactName: '',
    contactPhone: '',
  });
}

// Each week: 40 h at £13.00 = £520.00. Week 1 basis: £520 − £241.92 = £278.08, £278 at 20 % = £55.60.
// Employee NI: £520 − £242 = £278 at 8 % = £22.24. Employer: £520 − £96 = £424 at 15 % = £63.60.
// Pension: £520 − £120 = £400 at 5 % = £20.00, less 20 % relief = £16.00.
// Lower earnings limit 2026-27: £129; up to the primary threshold £242 − £129 = £113; above it £278.
describe('Figures for Basic PAYE Tools', () => {
  test('hold each box of the payment and the year so far, as it was when the run was finished', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    graceStarts(given.context, householdId);
    const runs = payWeeks(given, householdId);
    const first = textOf(basicPayeToolsFile(given.context, householdId, runs[0]!));
    for (const words of ['520.00', '55.60', '22.24', '63.60', '16.00', '129.00', '113.00', '278.00', '34'])
      expect(first, words).toContain(words);
    expect(first).not.toContain('1,040.00');
    const second = textOf(basicPayeToolsFile(given.context, householdId, runs[1]!));
    // Two weeks: £1,040.00, £111.20, £44.48, £127.20, £32.00; bands £258, £226 and £556.
    for (const words of [
      '1,040.00',
      '111.20',
      '44.48',
      '127.20',
      '32.00',
      '258.00',
      '226.00',
      '556.00',
      '35',
    ])
      expect(second, words).toContain(words);
    expect(second).toContain('Mainstay has sent nothing to HMRC');
  });

  test('of a correction name the payment it takes the place of, and never count it twice', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    graceStarts(given.context, householdId);
    const runs = payWeeks(given, householdId);
    given.goTo('2026-12-02');
    const payslipId = finishedRun(given.context, householdId, runs[0]!).lines[0]!.payslipId!;
    const run = correctPayslip(
      given.context,
      householdId,
      payslipId,
      isoDay('2026-12-04'),
      longerFirstDay(given.context, householdId),
    );
    const text = textOf(basicPayeToolsFile(given.context, householdId, run));
    expect(text).toContain('takes the place of the payslip of 27 November 2026');
    // £520.00 + £52.00 = £572.00; with the second week's £520.00.
    expect(text).toContain('572.00');
    expect(text).toContain('1,092.00');
    expect(text).not.toContain('1,612.00');
  });

  test('are only for a run of this household', async () => {
    const { context } = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(context);
    expect(refusalOf(() => basicPayeToolsFile(context, householdId, 'no-such-run'))).toBe('not-found');
  });
});

describe('P60 figures', () => {
  test('are for those employed on 5 April, once the tax year is over', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    const grace = graceStarts(given.context, householdId);
    payWeeks(given, householdId);
    given.goTo('2027-04-05');
    expect(yearPapers(given.context, householdId, '2026-27')).toMatchObject({
      isOver: false,
      p60From: '2027-04-06',
    });
    expect(refusalOf(() => p60FiguresFile(given.context, householdId, '2026-27', grace))).toBe(
      'pay.year-not-over',
    );
    given.goTo('2027-04-06');
    // There are no rates for 2027-28: the page still opens, at the year that has just ended.
    expect(hmrcView(given.context, householdId, null)).toMatchObject({
      taxYear: '2026-27',
      years: ['2026-27'],
    });
    const papers = yearPapers(given.context, householdId, '2026-27');
    expect([papers.isOver, papers.p60.map((one) => one.workerId), papers.quarters]).toEqual([
      true,
      [grace],
      [],
    ]);
    const file = p60FiguresFile(given.context, householdId, '2026-27', grace);
    expect(file.name).toMatch(/^P60 figures 2026-27 .+\.pdf$/);
    const text = textOf(file);
    for (const words of ['1,040.00', '111.20', '258', '226', '556', '44.48', 'This is not a P60'])
      expect(text, words).toContain(words);
    expect(text).toContain('31 May 2027');
  });

  test('are not for a PA who left before', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    const grace = graceStarts(given.context, householdId);
    payWeeks(given, householdId);
    saveLeaving(given.context, householdId, grace, isoDay('2026-11-30'));
    given.goTo('2027-04-06');
    expect(yearPapers(given.context, householdId, '2026-27').p60).toEqual([]);
    expect(refusalOf(() => p60FiguresFile(given.context, householdId, '2026-27', grace))).toBe('pay.no-p60');
  });
});

describe('P45 figures', () => {
  test('of a leaver on a week 1 code leave box 7 empty', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    const grace = graceStarts(given.context, householdId);
    expect(refusalOf(() => p45FiguresFile(given.context, householdId, grace))).toBe('pay.not-left');
    payWeeks(given, householdId);
    saveLeaving(given.context, householdId, grace, isoDay('2026-11-30'));
    const text = textOf(p45FiguresFile(given.context, householdId, grace));
    expect(text).toContain('Leave box 7 empty');
    for (const words of ['30 November 2026', '1257L', '1,040.00', '111.20']) expect(text).toContain(words);
  });

  test('of a leaver on a cumulative code say the last week and the totals, and that nothing was sent', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    const grace = graceStarts(given.context, householdId);
    saveTax(given.context, householdId, grace, {
      fromDay: isoDay('2026-11-16'),
      taxCode: '1257L',
      taxBasis: 'cumulative',
      niCategory: 'A',
      studentLoanPlan: null,
      postgraduateLoan: false,
      learnedFrom: 'hmrc-notice',
    });
    payWeeks(given, householdId);
    saveLeaving(given.context, householdId, grace, isoDay('2026-11-30'));
    const text = textOf(p45FiguresFile(given.context, householdId, grace));
    // 4 December is in tax week 35. £1,040 is far under 35 weeks of free pay: no tax.
    expect(text).toMatch(/Week number\n35/);
    expect(text).toMatch(/Total tax to date\n0\.00/);
    expect(text).toContain('Leave box 8 empty');
    expect(text).toContain('Mainstay has told HMRC nothing');
  });
});

describe('The quarter of a paper filer', () => {
  test('is there for paper filers alone, and says by when HMRC must have it', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    graceStarts(given.context, householdId);
    payWeeks(given, householdId);
    expect(refusalOf(() => paperQuarterFile(given.context, householdId, '2026-27', 3))).toBe(
      'pay.not-on-paper',
    );
    reportOnPaper(given.context, householdId);
    expect(yearPapers(given.context, householdId, '2026-27').quarters).toEqual([
      { number: 3, from: '2026-10-06', to: '2027-01-05', sendBy: '2027-01-19' },
    ]);
    const soFar = textOf(paperQuarterFile(given.context, householdId, '2026-27', 3));
    for (const words of ['19 January 2027', 'not over', '1,040.00', '111.20', '44.48', '127.20'])
      expect(soFar, words).toContain(words);
    given.goTo('2027-01-06');
    expect(textOf(paperQuarterFile(given.context, householdId, '2026-27', 3))).not.toContain('is not over');
  });

  test('holds a correction as the difference in the quarter it is paid in', async () => {
    const given = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(given.context);
    graceStarts(given.context, householdId);
    const runs = payWeeks(given, householdId);
    reportOnPaper(given.context, householdId);
    given.goTo('2027-01-07');
    const payslipId = finishedRun(given.context, householdId, runs[0]!).lines[0]!.payslipId!;
    correctPayslip(
      given.context,
      householdId,
      payslipId,
      isoDay('2027-01-08'),
      longerFirstDay(given.context, householdId),
    );
    const third = textOf(paperQuarterFile(given.context, householdId, '2026-27', 3));
    expect(third).toContain('1,040.00');
    expect(third).not.toContain('1,092.00');
    // £572.00 in place of £520.00: £52.00 in quarter 4, £1,092.00 in the year.
    const fourth = textOf(paperQuarterFile(given.context, householdId, '2026-27', 4));
    expect(fourth).toMatch(/Taxable pay\n52\.00/);
    expect(fourth).toContain('1,092.00');
  });
});
