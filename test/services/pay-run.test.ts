import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { confirmedUnpaidShifts } from '../../electron/db/queries/pay';
import { databaseOf } from '../../electron/services/context';
import { removeAgreement, saveAgreement } from '../../electron/services/household-agreements';
import { getHousehold } from '../../electron/services/household-record';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { finishedRun } from '../../electron/services/pay-finished';
import { addPayLine, draftPayLines } from '../../electron/services/pay-lines';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { saveLeaving } from '../../electron/services/people-save-details';
import { saveStarter } from '../../electron/services/people-save-tax';
import { confirmHours } from '../../electron/services/rota-shifts';
import { undo } from '../../electron/services/undo';
import {
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  weekdaysFrom,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const WEEK = 'weekly:2026-11-16';

/** Four days of eight hours, a sleep-in, and an evening that ends after midnight, in the week from 16 November 2026. */
function graceWorksAWeek(context: TestWorkspace['context'], householdId: string): string {
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: '13.00', 'sleep-in': '61.50' },
    pension: {},
  });
  for (const day of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'])
    addTestShift(context, householdId, grace, day, '09:00', '17:00');
  addTestShift(context, householdId, grace, '2026-11-20', '22:00', '07:00', {
    endsNextDay: true,
    kindOfWork: 'sleep-in',
  });
  addTestShift(context, householdId, grace, '2026-11-21', '20:00', '00:30', { endsNextDay: true });
  return grace;
}

function finishNow(context: TestWorkspace['context'], householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

describe('gross to net', () => {
  test('a week of hours, a night over midnight and a sleep-in at its flat rate come to the figures worked by hand', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    graceWorksAWeek(context, householdId);
    const run = payRun(context, householdId, WEEK);
    // The 22nd is a Sunday; five days later is Friday 27 November.
    expect(run.payDate).toBe('2026-11-27');
    expect(run.lines).toHaveLength(1);
    const line = run.lines[0]!;
    // 4 × 8 h + 4 h 30 = 36 h 30 at £13.00 = £474.50; one sleep-in £61.50. Gross £536.00.
    expect(line.earnings.map((one) => [one.code, one.minutes, one.units, one.amount])).toEqual([
      ['hours', 2190, null, 47_450],
      ['sleep-in', null, 1, 6_150],
    ]);
    expect(line.gross).toBe(53_600);
    // 27 November is in tax week 34. Week 1 basis: free pay £241.92; £294.08 is £294 at 20 % = £58.80.
    expect(line.taxPeriod).toEqual({ kind: 'week', number: 34 });
    expect(line.taxCode).toBe('1257L X');
    expect(line.tax).toBe(5_880);
    // Employee: £536 − £242 = £294 at 8 %. Employer: £536 − £96 = £440 at 15 %.
    expect(line.employeeNi).toBe(2_352);
    expect(line.employerNi).toBe(6_600);
    // Qualifying earnings £536 − £120 = £416. Employee 5 % = £20.80 less 20 % relief = £16.64; employer 3 % = £12.48.
    expect(line.pensionEmployee).toBe(1_664);
    expect(line.pensionEmployer).toBe(1_248);
    // £536.00 − £58.80 − £23.52 − £16.64.
    expect(line.net).toBe(43_704);
    // £536.00 + £66.00 + £12.48.
    expect(line.employerCost).toBe(61_448);
    // The Employment Allowance takes off the employer's £66.00: £58.80 + £23.52 is left for HMRC.
    expect(run.totals.employmentAllowance).toBe(6_600);
    expect(run.totals.forHmrc).toBe(8_232);
    expect(run.warnings.filter((one) => one.blocks)).toEqual([]);
    for (const figure of [
      'gross',
      'tax',
      'employeeNi',
      'employerNi',
      'studentLoan',
      'postgraduateLoan',
      'pensionEmployee',
      'pensionEmployer',
      'net',
    ])
      expect(line.explanations[figure]?.steps.length, figure).toBeGreaterThan(0);
  });

  test('four weeks of fixed hours come to the figures worked by hand', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const maya = addTestWorker(context, householdId, {
      firstNames: 'Maya',
      startedOn: '2026-10-26',
      taxCode: '1257L W1',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60, payFrequency: 'four-weekly' },
      rates: { weekday: '15.00' },
      pension: {},
    });
    for (const day of weekdaysFrom('2026-10-26', 4, [0, 1, 2, 3, 4]))
      addTestShift(context, householdId, maya, day, '09:00', '13:00');
    const run = payRun(context, householdId, 'four-weekly:2026-10-26');
    expect([run.periodTo, run.payDate]).toEqual(['2026-11-22', '2026-11-27']);
    const line = run.lines[0]!;
    // 80 h at £15.00.
    expect(line.gross).toBe(120_000);
    // Week 34 is in the ninth four weeks, which end with week 36. Free pay 4 × £241.92 = £967.68; £232 at 20 %.
    expect(line.taxPeriod).toEqual({ kind: 'week', number: 36 });
    expect(line.tax).toBe(4_640);
    // Primary threshold £967: £233 at 8 %. Secondary threshold £385: £815 at 15 %.
    expect(line.employeeNi).toBe(1_864);
    expect(line.employerNi).toBe(12_225);
    // £1,200 − £480 = £720: 5 % = £36.00 less relief = £28.80; 3 % = £21.60.
    expect(line.pensionEmployee).toBe(2_880);
    expect(line.pensionEmployer).toBe(2_160);
    expect(line.net).toBe(110_616);
    expect(run.warnings).toEqual([]);
  });

  test('pay and tax of an earlier job this year, from a P45, count in the tax', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16', taxCode: null });
    saveStarter(context, householdId, grace, {
      statement: null,
      hasP45: true,
      p45LeavingDay: isoDay('2026-10-30'),
      p45TaxCode: '1257L',
      p45Pay: pence(1_000_000),
      p45Tax: pence(35_500),
      studentLoanPlan: null,
      postgraduateLoan: false,
    });
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'])
      addTestShift(context, householdId, grace, day, '09:00', '17:00');
    // £10,416.00 to date less 34 × £241.92 = £8,225.28 leaves £2,190; 20 % = £438.00, of which £355.00 is paid.
    expect(payRun(context, householdId, WEEK).lines[0]).toMatchObject({ gross: 41_600, tax: 8_300 });
  });

  test('confirmed hours that differ from a fixed contract are paid as confirmed, with a warning', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const maya = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestShift(context, householdId, maya, '2026-11-16', '09:00', '17:00');
    const run = payRun(context, householdId, WEEK);
    expect(run.lines[0]?.gross).toBe(10_400);
    expect(run.warnings).toEqual([
      {
        workerId: maya,
        blocks: false,
        code: 'pay.hours-not-as-contract',
        values: { name: 'Grace', paidMinutes: 480, awayMinutes: 0, contractMinutes: 1_200 },
      },
    ]);
  });

  test('a bonus is pay, mileage is money back, and a deduction is taken after tax', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '17:00');
    const add = (code: 'bonus' | 'mileage' | 'deduction', amount: number) =>
      addPayLine(context, householdId, {
        workerId: grace,
        payDate: isoDay('2026-11-27'),
        code,
        amount: pence(amount),
        note: '',
        ...(code === 'deduction' ? { purpose: 'loan', agreedInWriting: true } : {}),
      });
    add('bonus', 2_000);
    add('mileage', 900);
    add('deduction', 500);
    const line = payRun(context, householdId, WEEK).lines[0]!;
    // 8 h at £13 + £20 = £124: no tax, below £242 no NI. £124 − £5 + £9 = £128.
    expect([line.gross, line.tax, line.employeeNi, line.otherDeductions, line.reimbursements]).toEqual([
      12_400, 0, 0, 500, 900,
    ]);
    expect(line.net).toBe(12_800);
    finishNow(context, householdId, WEEK);
    expect(draftPayLines(context, householdId, isoDay('2026-11-27'))).toEqual([]);
  });
});

describe('what stands in the way', () => {
  test('pay below the minimum wage blocks, and says by how much', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      rates: { weekday: '12.00' },
    });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '19:00');
    const run = payRun(context, householdId, WEEK);
    // From April 2026 the minimum at 21 and over is £12.71: 10 h are £127.10, paid £120.00.
    expect(run.warnings).toMatchObject([
      { blocks: true, code: 'pay.below-minimum-wage', values: { shortfall: 710, minimum: '12.71' } },
    ]);
    expect(refusalOf(() => finishNow(context, householdId, WEEK))).toBe('pay.below-minimum-wage');
  });

  test('time awake in a sleep-in counts for the minimum wage', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      rates: { 'sleep-in': '50.00' },
    });
    addTestShift(context, householdId, grace, '2026-11-16', '22:00', '07:00', {
      endsNextDay: true,
      kindOfWork: 'sleep-in',
      awakeMinutes: 300,
    });
    // 5 h awake at £12.71 are £63.55; the allowance is £50.00.
    expect(payRun(context, householdId, WEEK).warnings).toMatchObject([
      { code: 'pay.below-minimum-wage', values: { shortfall: 1_355 } },
    ]);
  });

  test('a PA without a tax code, a birth date or a rate is refused by name, and the run is not finished', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const people = {
      Ada: addTestWorker(context, householdId, {
        firstNames: 'Ada',
        startedOn: '2026-11-16',
        taxCode: null,
      }),
      Bea: addTestWorker(context, householdId, {
        firstNames: 'Bea',
        startedOn: '2026-11-16',
        birthDate: null,
      }),
      Cem: addTestWorker(context, householdId, {
        firstNames: 'Cem',
        startedOn: '2026-11-16',
        rates: { weekend: '14.00' },
      }),
    };
    for (const id of Object.values(people))
      addTestShift(context, householdId, id, '2026-11-16', '09:00', '12:00');
    const run = payRun(context, householdId, WEEK);
    expect(run.refused.map((one) => [one.name, one.code])).toEqual([
      ['Ada Okafor', 'pay.no-tax-code'],
      ['Bea Okafor', 'pay.no-birth-date'],
      ['Cem Okafor', 'pay.no-rate'],
    ]);
    expect(run.refused[2]?.values).toMatchObject({ kind: 'weekday', day: '2026-11-16' });
    expect(refusalOf(() => finishRun(context, householdId, WEEK, pence(0)))).toBe('pay.no-tax-code');
  });

  test('deductions that pass what was earned are refused', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '10:00');
    addPayLine(context, householdId, {
      workerId: grace,
      payDate: isoDay('2026-11-27'),
      code: 'deduction',
      purpose: 'loan',
      agreedInWriting: true,
      amount: pence(5_000),
      note: '',
    });
    expect(payRun(context, householdId, WEEK).refused[0]?.code).toBe('pay.net-below-zero');
  });

  test('a pay date that no rates are known for is refused', async () => {
    const { context } = await workspaceForTest('2027-04-12');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2027-04-05' });
    addTestShift(context, householdId, grace, '2027-04-05', '09:00', '12:00');
    expect(payRun(context, householdId, 'weekly:2027-04-05').refused[0]?.code).toBe('rates.unknown-date');
  });

  test('somebody who must be enrolled in a pension is named with the figures, and can still be paid', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    for (const day of ['2026-11-16', '2026-11-17'])
      addTestShift(context, householdId, grace, day, '09:00', '17:00');
    // £208.00 in a week is above the trigger of £192.00.
    expect(payRun(context, householdId, WEEK).warnings).toMatchObject([
      { blocks: false, code: 'pay.pension-enrol', values: { earnings: 20_800, trigger: 19_200 } },
    ]);
    expect(finishNow(context, householdId, WEEK)).toBeTruthy();
  });
});

describe('finishing', () => {
  test('a finished run keeps its figures, marks its shifts as paid, and posts one balanced entry', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = graceWorksAWeek(context, householdId);
    const before = payRun(context, householdId, WEEK);
    const runId = finishNow(context, householdId, WEEK);
    const after = finishedRun(context, householdId, runId);
    expect(after.state).toBe('finished');
    expect(after.totals).toEqual(before.totals);
    expect({ ...after.lines[0], payslipId: null }).toEqual(before.lines[0]);
    expect(confirmedUnpaidShifts(databaseOf(context), householdId)).toEqual([]);
    const entries = ledgerEntries(context, householdId).filter((one) => one.sourceKind === 'pay-run');
    expect(entries).toHaveLength(1);
    const posted = new Map(entries[0]!.entry.postings.map((one) => [one.account, one.amount]));
    // Wages £536.00, pension £12.48; owed: net £437.04, HMRC £58.80 + £23.52 after the allowance, pension £16.64 + £12.48.
    expect(posted.get('wages')).toBe(53_600);
    expect(posted.get('net-pay-owed')).toBe(-43_704);
    expect(posted.get('pension-owed')).toBe(-2_912);
    const hmrc = entries[0]!.entry.postings.filter((one) => one.account === 'hmrc-owed');
    expect(hmrc.reduce((sum, one) => sum + one.amount, 0)).toBe(-8_232);
    expect(checkChain(context, householdId)).toEqual([]);
    expect(payRuns(context, householdId).finished).toMatchObject([{ runId, people: 1, net: 43_704 }]);
    expect(grace).toBeTruthy();
  });

  test('the agreement that pays can’t be taken away once pay was put to it; one that pays for nothing can', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const [council] = getHousehold(context, householdId).agreements;
    const other = saveAgreement(context, householdId, {
      ...council!,
      id: null,
      funderName: 'Leeds Health',
      categories: [],
    });
    graceWorksAWeek(context, householdId);
    finishNow(context, householdId, WEEK);
    expect(refusalOf(() => removeAgreement(context, householdId, council!.id))).toBe('agreement.used');
    removeAgreement(context, householdId, other);
    expect(getHousehold(context, householdId).agreements.map((one) => one.id)).toEqual([council!.id]);
  });

  test('a run is finished once', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    graceWorksAWeek(context, householdId);
    finishNow(context, householdId, WEEK);
    expect(refusalOf(() => finishRun(context, householdId, WEEK, pence(43_704)))).toBe('pay.run-not-open');
    expect(payRuns(context, householdId).finished).toHaveLength(1);
  });

  test('figures that changed since they were looked at are not finished', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = graceWorksAWeek(context, householdId);
    const seen = payRun(context, householdId, WEEK).totals.net;
    addTestShift(context, householdId, grace, '2026-11-22', '09:00', '10:00');
    expect(refusalOf(() => finishRun(context, householdId, WEEK, seen))).toBe('pay.changed-since');
    expect(payRuns(context, householdId).finished).toEqual([]);
  });

  test('finishing can’t be undone', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    graceWorksAWeek(context, householdId);
    finishNow(context, householdId, WEEK);
    expect(refusalOf(() => undo(context, householdId))).toBe('undo.finished');
  });

  test('finishing that breaks half-way leaves nothing behind, wherever it breaks', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    graceWorksAWeek(context, householdId);
    const maya = addTestWorker(context, householdId, { firstNames: 'Maya', startedOn: '2026-11-16' });
    addTestShift(context, householdId, maya, '2026-11-16', '18:00', '20:00');
    const { net } = payRun(context, householdId, WEEK).totals;
    const state = () => JSON.stringify([payRuns(context, householdId), ledgerEntries(context, householdId)]);
    const before = state();
    // Ids are asked for at the start, for the ledger entry, and for each payslip after the one before it was written.
    let broken = 0;
    for (let at = 1; at <= 4; at += 1) {
      let asked = 0;
      const ids = {
        next: () => {
          asked += 1;
          if (asked === at) throw new Error('power cut');
          return `${'0'.repeat(8)}-${at}-${asked}`;
        },
      };
      expect(() => finishRun({ ...context, ids }, householdId, WEEK, net)).toThrow('power cut');
      expect(state()).toBe(before);
      broken += 1;
    }
    expect(broken).toBe(4);
    finishRun(context, householdId, WEEK, net);
    expect(payRuns(context, householdId).finished).toHaveLength(1);
    expect(checkChain(context, householdId)).toEqual([]);
  });
});

describe('periods', () => {
  test('a PA is paid in order: an earlier week comes first', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-09' });
    for (const day of ['2026-11-09', '2026-11-16'])
      addTestShift(context, householdId, grace, day, '09:00', '12:00');
    expect(payRuns(context, householdId).open.map((one) => one.key)).toEqual([
      'weekly:2026-11-09',
      WEEK,
      'weekly:2026-11-23',
    ]);
    expect(refusalOf(() => finishNow(context, householdId, WEEK))).toBe('pay.earlier-first');
    finishNow(context, householdId, 'weekly:2026-11-09');
    finishNow(context, householdId, WEEK);
    expect(payRuns(context, householdId).open.map((one) => one.key)).toEqual(['weekly:2026-11-23']);
  });

  test('hours confirmed after their week was paid come as late hours with the next pay', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-09' });
    addTestShift(context, householdId, grace, '2026-11-09', '09:00', '12:00');
    const late = addTestShift(context, householdId, grace, '2026-11-10', '09:00', '11:00', {
      confirmed: false,
    });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '12:00');
    expect(payRun(context, householdId, 'weekly:2026-11-09').unconfirmed).toEqual([
      { workerId: grace, name: 'Grace', shifts: 1 },
    ]);
    finishNow(context, householdId, 'weekly:2026-11-09');
    confirmHours(context, householdId, [{ key: late, actual: null }]);
    const line = payRun(context, householdId, WEEK).lines[0]!;
    expect(line.earnings.map((one) => [one.code, one.minutes, one.amount])).toEqual([
      ['hours', 180, 3_900],
      ['late-hours', 120, 2_600],
    ]);
    finishNow(context, householdId, WEEK);
    expect(confirmedUnpaidShifts(databaseOf(context), householdId)).toEqual([]);
  });

  test('a week with nobody to pay is done, and is not listed', async () => {
    const { context } = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-09' });
    addTestShift(context, householdId, grace, '2026-11-09', '09:00', '12:00');
    addTestShift(context, householdId, grace, '2026-11-23', '09:00', '12:00');
    expect(payRuns(context, householdId).open.map((one) => one.key)).toEqual([
      'weekly:2026-11-09',
      'weekly:2026-11-23',
      'weekly:2026-11-30',
    ]);
  });

  test('PAs with one pay cycle share a run; another cycle is a run of its own', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const people = [
      addTestWorker(context, householdId, { firstNames: 'Ada', startedOn: '2026-11-16' }),
      addTestWorker(context, householdId, { firstNames: 'Bea', startedOn: '2026-11-16' }),
      addTestWorker(context, householdId, {
        firstNames: 'Cem',
        startedOn: '2026-11-16',
        contract: { firstPeriodFrom: isoDay('2026-11-14') },
      }),
    ];
    for (const id of people) addTestShift(context, householdId, id, '2026-11-17', '09:00', '12:00');
    const runs = payRuns(context, householdId).open.filter((one) => one.periodTo < '2026-11-23');
    expect(runs.map((one) => [one.key, one.people, one.payDate])).toEqual([
      ['weekly:2026-11-14', 1, '2026-11-25'],
      [WEEK, 2, '2026-11-27'],
    ]);
  });

  test('a pay date on Christmas Day moves to the working day before', async () => {
    const { context } = await workspaceForTest('2026-12-21');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-12-14' });
    addTestShift(context, householdId, grace, '2026-12-14', '09:00', '12:00');
    // Sunday 20 December and five days is Friday the 25th.
    expect(payRun(context, householdId, 'weekly:2026-12-14').payDate).toBe('2026-12-24');
  });

  test('hours of a leaver confirmed after their last pay are paid in the period that is running', async () => {
    const { context } = await workspaceForTest('2026-12-07');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '12:00');
    const late = addTestShift(context, householdId, grace, '2026-11-17', '09:00', '11:00', {
      confirmed: false,
    });
    saveLeaving(context, householdId, grace, isoDay('2026-11-17'));
    finishNow(context, householdId, WEEK);
    expect(payRuns(context, householdId).open).toEqual([]);
    confirmHours(context, householdId, [{ key: late, actual: null }]);
    const [run] = payRuns(context, householdId).open;
    expect(run?.key).toBe('weekly:2026-12-07');
    const line = payRun(context, householdId, 'weekly:2026-12-07').lines[0];
    // With them 5 h were worked: 12.07 % is 0.6 h, so one hour of holiday is owed.
    expect(line?.earnings.map((one) => [one.code, one.amount])).toEqual([
      ['late-hours', 2_600],
      ['holiday-on-leaving', 1_300],
    ]);
  });

  test('a leaver is paid in the period that holds their last day, and in none after it', async () => {
    const { context } = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addTestPattern(context, householdId, grace, '2026-11-16', [0, 1, 2], '09:00', '12:00');
    saveLeaving(context, householdId, grace, isoDay('2026-11-17'));
    const { open: runs } = payRuns(context, householdId);
    expect(runs.map((one) => one.key)).toEqual([WEEK]);
    expect(payRun(context, householdId, WEEK).unconfirmed).toEqual([
      { workerId: grace, name: 'Grace', shifts: 2 },
    ]);
  });
});
