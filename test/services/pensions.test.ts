import type { PensionChange } from '@shared/api/pensions';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { balanceOfAccount } from '../../electron/db/queries/ledger';
import { Refusal } from '../../electron/refusal';
import type { ServiceContext } from '../../electron/services/context';
import { correctPayslip } from '../../electron/services/pay-correct';
import { liabilitiesOn } from '../../electron/services/pay-payments';
import { loadPayRecord } from '../../electron/services/pay-record';
import { finishRun, payRun } from '../../electron/services/pay-run';
import {
  planPension,
  savePensionChange,
  savePensionDays,
  savePensionLetterGiven,
  takePensionBack,
} from '../../electron/services/pensions-change';
import { pensionDutyDays, pensionNeeds } from '../../electron/services/pensions-duties';
import { pensionLetterFile } from '../../electron/services/pensions-letters';
import { householdPensions, workerPension } from '../../electron/services/pensions-standing';
import { undo } from '../../electron/services/undo';
import { addTestHousehold, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

/** The code, details and field a service refuses with. */
function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

/** Eight hours at £13 on each day: £104.00 a day. */
function addDays(context: ServiceContext, householdId: string, workerId: string, days: readonly string[]) {
  for (const day of days) addTestShift(context, householdId, workerId, day, '09:00', '17:00');
}

function finish(context: ServiceContext, householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

const TERMS = {
  provider: 'Nest',
  treatment: 'relief-at-source',
  earningsBasis: 'qualifying-earnings',
  employeePercentHundredths: 500,
  employerPercentHundredths: 300,
} as const;

const codes = (list: readonly { readonly code: string }[]) => list.map((one) => one.code);

describe('what a PA is by law', () => {
  test('turning 22 in a week with pay over the trigger makes a PA eligible from that birthday', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const young = { startedOn: '2026-11-09', birthDate: '2004-11-18' };
    const grace = addTestWorker(context, householdId, young);
    addDays(context, householdId, grace, ['2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17']);
    finish(context, householdId, 'weekly:2026-11-09');
    const { standing, periods } = workerPension(context, householdId, grace);
    // £208.00 a week is over £192.00. At 21 that is a non-eligible jobholder; 22 on Wednesday 18 November.
    expect(periods.map((one) => [one.from, one.duty, one.open])).toEqual([
      ['2026-11-16', 'eligible-jobholder', true],
      ['2026-11-09', 'non-eligible-jobholder', false],
    ]);
    expect(standing).toMatchObject({ duty: 'eligible-jobholder', dutyFrom: '2026-11-18' });
    // Six weeks that begin on 18 November end on 29 December.
    expect(standing.tasks).toMatchObject([
      { code: 'enrol', by: '2026-12-29', late: false, values: { day: '2026-11-18' } },
    ]);
  });

  test('nobody over State Pension age has to be put in, but may ask', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    // 66 on 1 May 2026; State Pension age for that birthday is 66 years and 1 month: 1 June 2026.
    const old = { startedOn: '2026-11-16', birthDate: '1960-05-01', niCategory: 'C' };
    const grace = addTestWorker(context, householdId, old);
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    expect(workerPension(context, householdId, grace).standing).toMatchObject({
      duty: 'non-eligible-jobholder',
      tasks: [{ code: 'write-rights', letter: 'pension-rights', by: '2026-12-27' }],
    });
  });

  test('one week over the trigger is enough: later weeks under it do not take the duty away', async () => {
    const { context } = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-09' });
    addDays(context, householdId, grace, ['2026-11-09', '2026-11-16', '2026-11-17', '2026-11-23']);
    finish(context, householdId, 'weekly:2026-11-09');
    finish(context, householdId, 'weekly:2026-11-16');
    const { standing } = workerPension(context, householdId, grace);
    // £104, £208, £104: over £192 from Monday 16 November.
    expect(standing.duty).toBe('entitled-worker');
    expect(standing.tasks[0]).toMatchObject({
      code: 'enrol',
      values: { day: '2026-11-16' },
      by: '2026-12-27',
    });
  });
});

describe('putting a PA into a pension', () => {
  test('says what it will cost and by when to write, and takes from the next pay day', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-09' });
    addDays(context, householdId, grace, ['2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17']);
    finish(context, householdId, 'weekly:2026-11-09');
    const change: PensionChange = { kind: 'enrol', from: isoDay('2026-11-16'), why: 'by-law', ...TERMS };
    const plan = planPension(context, householdId, grace, change);
    // The week is paid on Friday 27 November. £208.00 − £120 = £88.00: 5 % less 20 % is £3.52, relief 88p, 3 % £2.64.
    expect(plan).toMatchObject({
      status: 'member',
      how: 'automatic',
      effects: [
        { code: 'becomes-member', values: { from: '2026-11-16' } },
        { code: 'first-pay', values: { day: '2026-11-27' } },
        { code: 'costs', values: { pay: 20_800, own: 352, relief: 88, employer: 264 } },
        { code: 'write-by', values: { day: '2026-12-27' } },
        { code: 'may-opt-out' },
        { code: 'tell-provider' },
      ],
      // Eligible since the first day, a week before.
      warnings: [{ code: 'later-than-law', values: { day: '2026-11-09' } }],
    });
    savePensionChange(context, householdId, grace, change);
    expect(payRun(context, householdId, 'weekly:2026-11-16').lines[0]).toMatchObject({
      pensionEmployee: 352,
      pensionEmployer: 264,
    });
    undo(context, householdId);
    expect(payRun(context, householdId, 'weekly:2026-11-16').lines[0]?.pensionEmployee).toBe(0);
  });

  test('is refused with less than 8 % in all or 3 % from the employer, and says by how much', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    const enrol = (employee: number, employer: number, why: 'by-law' | 'agreed' = 'by-law') =>
      planPension(context, householdId, grace, {
        kind: 'enrol',
        from: isoDay('2026-11-16'),
        why,
        ...TERMS,
        employeePercentHundredths: employee,
        employerPercentHundredths: employer,
      });
    expect(refusalOf(() => enrol(400, 300))).toMatchObject({
      code: 'pension.rate-too-low',
      field: 'employeePercentHundredths',
      details: { total: 100, employer: 0, leastTotal: 800, leastEmployer: 300 },
    });
    expect(refusalOf(() => enrol(600, 250))).toMatchObject({
      field: 'employerPercentHundredths',
      details: { total: 0, employer: 50 },
    });
    expect(enrol(0, 800).warnings).toEqual([]);
    expect(enrol(0, 0, 'agreed').warnings).toMatchObject([{ code: 'rate-too-low' }]);
  });

  test('a membership that pays in too little is told before the pay is finished', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const pension = { employeePercentHundredths: 400 };
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16', pension });
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    expect(payRun(context, householdId, 'weekly:2026-11-16').warnings).toMatchObject([
      { code: 'pay.pension-rate-too-low', blocks: false, values: { total: 100, employer: 0 } },
    ]);
    expect(workerPension(context, householdId, grace).standing.tasks).toMatchObject([
      { code: 'rate-too-low' },
    ]);
  });

  test('a day that was paid is refused, and so is taking back what pay was finished by', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-09', pension: {} });
    addDays(context, householdId, grace, ['2026-11-09', '2026-11-10']);
    finish(context, householdId, 'weekly:2026-11-09');
    const change = { kind: 'enrol', from: isoDay('2026-11-15'), why: 'by-law', ...TERMS } as const;
    expect(refusalOf(() => planPension(context, householdId, grace, change))).toMatchObject({
      code: 'pension.already-paid',
      field: 'from',
      details: { day: '2026-11-15' },
    });
    const [row] = workerPension(context, householdId, grace).history;
    expect(row?.canTakeBack).toBe(false);
    expect(refusalOf(() => takePensionBack(context, householdId, grace, row?.id ?? ''))).toMatchObject({
      code: 'pension.already-paid',
    });
  });
});

describe('postponement', () => {
  test('lasts three months at the most from a day the law names, and the PA is put in when it ends', async () => {
    const { context, goTo } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    const postpone = (from: string, until: string) =>
      planPension(context, householdId, grace, {
        kind: 'postpone',
        from: isoDay(from),
        until: isoDay(until),
      });
    expect(workerPension(context, householdId, grace).postponeFrom).toEqual([
      { from: '2026-11-16', until: '2027-02-16' },
    ]);
    expect(refusalOf(() => postpone('2026-11-16', '2027-02-17'))).toMatchObject({
      code: 'pension.postponed-too-long',
      field: 'until',
      details: { latest: '2027-02-16' },
    });
    expect(refusalOf(() => postpone('2026-11-18', '2027-01-01')).code).toBe(
      'pension.postponed-from-wrong-day',
    );
    const change: PensionChange = {
      kind: 'postpone',
      from: isoDay('2026-11-16'),
      until: isoDay('2026-11-25'),
    };
    savePensionChange(context, householdId, grace, change);
    const { standing, history } = workerPension(context, householdId, grace);
    expect(standing).toMatchObject({ state: 'postponed' });
    // The letter within six weeks of 16 November: by 27 December.
    expect(standing.tasks.map((one) => [one.code, one.by])).toEqual([
      ['postponement-ends', '2026-11-25'],
      ['write-postponement', '2026-12-27'],
    ]);
    expect(history[0]).toMatchObject({ status: 'postponed', canTakeBack: true });
    goTo('2026-11-30');
    addDays(context, householdId, grace, ['2026-11-23', '2026-11-24']);
    const week = payRun(context, householdId, 'weekly:2026-11-23');
    expect(codes(week.warnings)).toContain('pay.pension-postponement-ends');
    // £208.00 in the week of 23 November: put in from the day it ends, within six weeks: by 5 January.
    expect(workerPension(context, householdId, grace).standing.tasks[0]).toMatchObject({
      code: 'enrol',
      values: { day: '2026-11-25' },
      by: '2027-01-05',
    });
  });
});

describe('asking to be put in', () => {
  test('a jobholder who asks is in from the next pay period, and the employer pays', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const young = { startedOn: '2026-11-16', birthDate: '2006-01-10', niCategory: 'M' };
    const grace = addTestWorker(context, householdId, young);
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    const change: PensionChange = { kind: 'join', askedOn: isoDay('2026-11-18'), ...TERMS };
    expect(planPension(context, householdId, grace, change)).toMatchObject({
      from: '2026-11-23',
      how: 'opt-in',
      effects: [
        { code: 'opts-in' },
        { code: 'first-pay' },
        { code: 'write-by' },
        { code: 'may-opt-out' },
        {},
      ],
    });
    savePensionChange(context, householdId, grace, change);
    const { history } = workerPension(context, householdId, grace);
    expect(history).toMatchObject([{ how: 'opt-in', askedOn: '2026-11-18', fromDay: '2026-11-23' }]);
  });

  test('an entitled worker joins, and the employer need not pay in', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addDays(context, householdId, grace, ['2026-11-16']);
    // £104.00 a week is not over £120.00.
    const change: PensionChange = {
      kind: 'join',
      askedOn: isoDay('2026-11-18'),
      ...TERMS,
      earningsBasis: 'all-pay',
      employerPercentHundredths: 0,
    };
    expect(planPension(context, householdId, grace, change)).toMatchObject({ how: 'joined' });
    savePensionChange(context, householdId, grace, change);
    const optOut: PensionChange = {
      kind: 'opt-out',
      noticeOn: isoDay('2026-11-23'),
      informedOn: isoDay('2026-11-23'),
    };
    expect(refusalOf(() => planPension(context, householdId, grace, optOut)).code).toBe('pension.no-opt-out');
  });

  test('somebody who has to be in anyway is put in instead', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    const change: PensionChange = { kind: 'join', askedOn: isoDay('2026-11-18'), ...TERMS };
    expect(refusalOf(() => planPension(context, householdId, grace, change))).toMatchObject({
      code: 'pension.enrol-instead',
      details: { day: '2026-11-16' },
    });
  });
});

/** Grace is in Nest from Monday 2 November 2026, at £208.00 a week; the weeks of 2 and 9 November are finished. */
async function twoWeeksIn(treatment: 'relief-at-source' | 'net-pay' = 'relief-at-source') {
  const { context, goTo } = await workspaceForTest('2026-11-21');
  const householdId = addTestHousehold(context);
  const pension = { treatment };
  const grace = addTestWorker(context, householdId, { startedOn: '2026-11-02', pension });
  for (const monday of ['02', '09', '16'])
    addDays(context, householdId, grace, [
      `2026-11-${monday}`,
      `2026-11-${String(Number(monday) + 1).padStart(2, '0')}`,
    ]);
  const runs = ['weekly:2026-11-02', 'weekly:2026-11-09'].map((key) => finish(context, householdId, key));
  return { context, goTo, householdId, grace, runs };
}

const OPT_OUT: PensionChange = {
  kind: 'opt-out',
  noticeOn: isoDay('2026-11-21'),
  informedOn: isoDay('2026-11-05'),
};

describe('opting out', () => {
  test('gives back two contributions with the next pay, and the pension, ledger and payslip agree afterwards', async () => {
    const { context, goTo, householdId, grace, runs } = await twoWeeksIn();
    const owed = () => liabilitiesOn(context, householdId, isoDay('2026-12-31')).pensionOwed;
    // Each week £88.00 counts: £3.52 from Grace and £2.64 from the employer.
    expect(owed().map((one) => one.amount)).toEqual([616, 616]);
    expect(planPension(context, householdId, grace, OPT_OUT)).toMatchObject({
      from: '2026-11-16',
      status: 'opted-out',
      effects: [
        { code: 'no-more-taken' },
        // £3.52 twice; the week of 16 November is paid on the 27th; a month from the 21st ends on 20 December.
        { code: 'refund-after-tax', values: { own: 704, by: '2026-12-20', day: '2026-11-27' } },
        { code: 'refund-employer', values: { employer: 528, provider: 'Nest' } },
        // Three years after 2 November 2026, three months either side.
        { code: 're-enrolled-later', values: { from: '2029-08-02', to: '2030-02-01' } },
        { code: 'tell-provider' },
      ],
    });
    savePensionChange(context, householdId, grace, OPT_OUT);
    expect(workerPension(context, householdId, grace).standing).toMatchObject({
      state: 'opted-out',
      tasks: [{ code: 'refund', by: '2026-12-20', values: { own: 704, employer: 528 } }],
    });
    const key = 'weekly:2026-11-16';
    const run = payRun(context, householdId, key);
    // No tax and no National Insurance under £242 a week: £208.00 with £7.04.
    expect(run.lines[0]).toMatchObject({ tax: 0, pensionEmployee: -704, pensionEmployer: -528, net: 21_504 });
    expect(run.lines[0]?.toDate).toMatchObject({
      pensionEmployee: 0,
      pensionEmployer: 0,
      taxablePay: 62_400,
    });
    expect(run.warnings).toMatchObject([
      { code: 'pay.period-not-over' },
      { code: 'pay.pension-refund', values: { own: 704, employer: 528 } },
    ]);
    // £208.00 less the £5.28 that comes back to the employer.
    expect(run.totals).toMatchObject({ forPension: -1_232, cost: 20_272 });
    // It comes once, with the first pay that is open: a later open one has nothing of it.
    goTo('2026-11-24');
    addDays(context, householdId, grace, ['2026-11-23']);
    expect(payRun(context, householdId, 'weekly:2026-11-23').lines[0]?.pensionEmployee).toBe(0);
    runs.push(finish(context, householdId, key));
    expect(owed().map((one) => one.amount)).toEqual([616, 616, -1_232]);
    expect(workerPension(context, householdId, grace).standing.tasks).toEqual([]);
    // What every posting to the pension comes to is nothing: it was never in, as far as money goes.
    const { database } = context.workspace;
    expect(balanceOfAccount(database, householdId, 'pension-owed', isoDay('2026-12-31'))).toBe(0);
    expect(balanceOfAccount(database, householdId, 'employer-pension', isoDay('2026-12-31'))).toBe(0);
  });

  test('with a net pay pension the refund is taxed as pay again', async () => {
    const { context, householdId, grace } = await twoWeeksIn('net-pay');
    savePensionChange(context, householdId, grace, OPT_OUT);
    const [line] = payRun(context, householdId, 'weekly:2026-11-16').lines;
    // Two weeks at 5 % of £88.00, £4.40 each: £8.80 back, taxable; £624.00 of pay to date in all.
    expect(line).toMatchObject({ pensionEmployee: -880, pensionEmployer: -528, net: 21_680 });
    expect(line?.toDate.taxablePay).toBe(62_400);
  });

  test('correcting a payslip that was refunded leaves only the difference to give back', async () => {
    const { context, householdId, grace } = await twoWeeksIn();
    savePensionChange(context, householdId, grace, OPT_OUT);
    finish(context, householdId, 'weekly:2026-11-16');
    const record = loadPayRecord(context.workspace.database, householdId, isoDay('2026-11-21'));
    const slip = record.payslips.find((one) => one.period_from === '2026-11-02');
    const shift = record.shifts(isoDay('2026-11-02'), isoDay('2026-11-02'))[0];
    correctPayslip(context, householdId, slip?.id ?? '', isoDay('2026-11-21'), [
      {
        shiftId: shift?.shiftId ?? '',
        actual: {
          start: clockTime('09:00'),
          end: clockTime('19:00'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'longer',
        },
      },
    ]);
    // Two more hours, £26.00: 4 % is £1.04 and 3 % is 78p, taken and still to be given back.
    expect(workerPension(context, householdId, grace).standing.tasks).toMatchObject([
      { code: 'refund', values: { own: 104, employer: 78 } },
    ]);
  });

  test('is not taken before or after its month, and says which day was the last', async () => {
    const { context, householdId, grace } = await twoWeeksIn();
    const on = (noticeOn: string, informedOn: string) =>
      refusalOf(() =>
        planPension(context, householdId, grace, {
          kind: 'opt-out',
          noticeOn: isoDay(noticeOn),
          informedOn: isoDay(informedOn),
        }),
      );
    expect(on('2026-11-04', '2026-11-05')).toMatchObject({
      code: 'pension.opt-out-too-early',
      field: 'noticeOn',
      details: { from: '2026-11-05' },
    });
    expect(
      refusalOf(() => planPension(context, householdId, grace, { ...OPT_OUT, informedOn: null })),
    ).toMatchObject({ code: 'day.empty', field: 'informedOn' });
  });

  test('waits with joining again until the money is back', async () => {
    const { context, householdId, grace } = await twoWeeksIn();
    savePensionChange(context, householdId, grace, OPT_OUT);
    const change = { kind: 'enrol', from: isoDay('2026-11-30'), why: 'agreed', ...TERMS } as const;
    expect(refusalOf(() => planPension(context, householdId, grace, change)).code).toBe(
      'pension.refund-first',
    );
    undo(context, householdId);
    expect(workerPension(context, householdId, grace).standing.state).toBe('member');
  });
});

describe('stopping, and being put back in after three years', () => {
  test('stopping gives nothing back, and the PA is listed when re-enrolment comes', async () => {
    const { context } = await workspaceForTest('2026-11-21');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2024-04-08',
      pension: { fromDay: isoDay('2024-04-08') },
    });
    addDays(context, householdId, grace, ['2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17']);
    savePensionDays(context, householdId, {
      dutiesOn: isoDay('2024-04-08'),
      declaredOn: isoDay('2024-08-01'),
      reEnrolledOn: null,
    });
    // Pay day 20 November; the next pay is 27 November.
    savePensionChange(context, householdId, grace, {
      kind: 'stop',
      askedOn: isoDay('2026-11-18'),
      from: isoDay('2026-11-21'),
    });
    expect(workerPension(context, householdId, grace).standing).toMatchObject({
      state: 'stopped',
      tasks: [],
    });
    expect(householdPensions(context, householdId)).toMatchObject({
      declareBy: '2024-09-07',
      // Three years after 8 April 2024; three months either side; five months from it.
      reEnrolment: {
        anniversary: '2027-04-08',
        from: '2027-01-08',
        to: '2027-07-07',
        declareBy: '2027-09-07',
      },
      // 18 November 2026 is less than a year before 8 April 2027.
      toReEnrol: [],
    });
  });

  test('an enrolment letter begins the month to opt out, from the day it was given', async () => {
    const { context, goTo } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16' });
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    savePensionChange(context, householdId, grace, {
      kind: 'enrol',
      from: isoDay('2026-11-16'),
      why: 'by-law',
      ...TERMS,
    });
    expect(workerPension(context, householdId, grace).standing.tasks).toMatchObject([
      { code: 'write-enrolment', letter: 'pension-enrolment', by: '2026-12-27' },
    ]);
    const file = pensionLetterFile(context, householdId, grace, 'pension-enrolment');
    expect(file.name).toBe('Pension enrolment letter Grace Okafor 2026-11-23.pdf');
    const [letter] = workerPension(context, householdId, grace).letters;
    goTo('2026-11-26');
    savePensionLetterGiven(context, householdId, grace, letter?.id ?? '', isoDay('2026-11-26'));
    const after = workerPension(context, householdId, grace);
    expect(after.optOutWindow).toEqual({ from: '2026-11-26', to: '2026-12-25' });
    expect(after.standing.tasks).toEqual([]);
    savePensionLetterGiven(context, householdId, grace, letter?.id ?? '', null);
    expect(workerPension(context, householdId, grace).optOutWindow).toBeNull();
  });
});

describe('what Today and the Duties page say', () => {
  test('ask for the refund, and for no payment of what comes back anyway', async () => {
    const { context, householdId, grace } = await twoWeeksIn();
    const payments = () =>
      pensionDutyDays(context, householdId)
        .filter((one) => one.code === 'pension-payment')
        .map((one) => [one.dueOn, one.values['amountPence']]);
    // Paid on 13 and 20 November 2026, £6.16 each: due on 22 December.
    expect(payments()).toEqual([['2026-12-22', 1_232]]);
    savePensionChange(context, householdId, grace, OPT_OUT);
    expect(pensionNeeds(context, householdId)).toMatchObject([
      { code: 'pension-refund', urgency: 'attention', by: '2026-12-20' },
    ]);
    finish(context, householdId, 'weekly:2026-11-16');
    expect(payments()).toEqual([]);
    expect(pensionNeeds(context, householdId)).toEqual([]);
  });

  test('the declaration is due five months after the first day, and goes once it is noted', async () => {
    const { context, goTo } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    addTestWorker(context, householdId, { startedOn: '2026-06-29' });
    expect(householdPensions(context, householdId)).toMatchObject({
      suggestedDutiesOn: '2026-06-29',
      declareBy: '2026-11-28',
    });
    const need = () => pensionNeeds(context, householdId).find((one) => one.code === 'pension-declaration');
    expect(need()).toMatchObject({ urgency: 'attention', by: '2026-11-28' });
    goTo('2026-11-29');
    expect(need()).toMatchObject({ urgency: 'wrong' });
    const days = { dutiesOn: isoDay('2026-06-29'), declaredOn: isoDay('2026-11-24'), reEnrolledOn: null };
    savePensionDays(context, householdId, days);
    expect(need()).toBeUndefined();
    expect(
      refusalOf(() => savePensionDays(context, householdId, { ...days, declaredOn: isoDay('2026-12-24') })),
    ).toMatchObject({ code: 'day.in-the-future', field: 'declaredOn' });
  });

  test('re-enrolment is asked for while its window is open, and who left over a year ago is put back', async () => {
    const { context, goTo } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const pension = { fromDay: isoDay('2024-01-01') };
    const grace = addTestWorker(context, householdId, { startedOn: '2024-01-01', pension });
    savePensionDays(context, householdId, {
      dutiesOn: isoDay('2024-01-01'),
      declaredOn: isoDay('2024-05-01'),
      reEnrolledOn: null,
    });
    addDays(context, householdId, grace, ['2026-11-16', '2026-11-17']);
    savePensionChange(context, householdId, grace, {
      kind: 'stop',
      askedOn: isoDay('2025-11-01'),
      from: isoDay('2025-11-03'),
    });
    // Three years after 1 January 2024, three months either side: from 1 October 2026 to 31 March 2027.
    expect(pensionNeeds(context, householdId)).toMatchObject([
      { code: 'pension-re-enrolment', by: '2027-03-31', values: { from: '2026-10-01', people: 1 } },
    ]);
    expect(householdPensions(context, householdId).toReEnrol).toEqual([
      { workerId: grace, shortName: 'Grace' },
    ]);
    savePensionChange(context, householdId, grace, {
      kind: 'enrol',
      from: isoDay('2026-11-23'),
      why: 're-enrolment',
      ...TERMS,
    });
    const first = workerPension(context, householdId, grace);
    goTo('2026-11-24');
    expect(householdPensions(context, householdId).toReEnrol).toEqual([]);
    expect(first.standing.tasks).toMatchObject([{ letter: 'pension-re-enrolment', by: '2027-01-03' }]);
    savePensionDays(context, householdId, {
      dutiesOn: isoDay('2024-01-01'),
      declaredOn: isoDay('2024-05-01'),
      reEnrolledOn: isoDay('2026-11-23'),
    });
    expect(pensionNeeds(context, householdId)).toEqual([]);
    // The re-declaration of this one, and the next re-enrolment three years after it.
    expect(
      pensionDutyDays(context, householdId)
        .filter((one) => one.code === 'pension-redeclaration')
        .map((one) => one.dueOn),
    ).toEqual(['2027-05-31', '2030-04-22']);
  });
});
