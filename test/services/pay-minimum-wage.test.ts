import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { DeductionPurpose } from '@shared/payroll/deduction-purposes';
import { describe, expect, test } from 'vitest';
import { ledgerEntries } from '../../electron/services/ledger';
import { saveHome } from '../../electron/services/orders-homes';
import { addPayLine, type NewLine, removePayLine } from '../../electron/services/pay-lines';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const WEEK = 'weekly:2026-11-16';

type Given = { given: TestWorkspace; context: TestWorkspace['context']; householdId: string; grace: string };

/** Ten hours at a rate in the week from 16 November 2026: the least at 21 and over is £12.71, £127.10 in all. */
async function tenHours(rate: string): Promise<Given> {
  const given = await workspaceForTest('2026-11-23');
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2026-11-16', rates: { weekday: rate } });
  addTestShift(context, householdId, grace, '2026-11-16', '09:00', '19:00');
  return { given, context, householdId, grace };
}

function add({ context, householdId, grace }: Given, line: Partial<NewLine>): string {
  return addPayLine(context, householdId, {
    workerId: grace,
    payDate: isoDay('2026-11-27'),
    code: 'deduction',
    amount: pence(500),
    note: '',
    agreedInWriting: true,
    ...line,
  });
}

function shortfall({ context, householdId }: Given): number {
  const found = payRun(context, householdId, WEEK).warnings.find(
    (one) => one.code === 'pay.below-minimum-wage',
  );
  return found === undefined ? 0 : Number(found.values['shortfall']);
}

describe('deductions and the minimum wage', () => {
  test('what the employer keeps counts against it; a loan, an overpayment and a PA’s own bill do not', async () => {
    // £128.00 for ten hours: £0.90 above the least.
    const given = await tenHours('12.80');
    const purposes: readonly [DeductionPurpose, number][] = [
      ['loan', 0],
      ['overpayment', 0],
      ['passed-on', 0],
      ['tools', 410],
      ['training', 410],
      ['rent', 410],
      ['other', 410],
    ];
    for (const [purpose, missing] of purposes) {
      const id = add(given, { purpose });
      expect([purpose, shortfall(given)]).toEqual([purpose, missing]);
      removePayLine(given.context, given.householdId, id);
    }
  });

  test('a deduction needs a purpose, and agreement in writing but for an overpayment', async () => {
    const given = await tenHours('13.00');
    expect(refusalOf(() => add(given, {}))).toBe('pay.purpose-needed');
    expect(refusalOf(() => add(given, { purpose: 'tools', agreedInWriting: false }))).toBe(
      'pay.agreement-needed',
    );
    add(given, { purpose: 'overpayment', agreedInWriting: false });
  });

  test('what the PA spent on the job and did not get back counts against it, and is not paid', async () => {
    const given = await tenHours('13.00');
    add(given, { code: 'own-spending', amount: pence(1_000), note: 'Bus fares' });
    // £130.00 − £10.00 = £120.00, £7.10 under £127.10.
    expect(shortfall(given)).toBe(710);
    expect(payRun(given.context, given.householdId, WEEK).lines[0]).toMatchObject({
      gross: 13_000,
      reimbursements: 0,
      otherDeductions: 0,
    });
  });

  test('where the money stays: a loan is paid back, what is kept is less spent on wages, the rest is owed', async () => {
    const given = await tenHours('20.00');
    const { context, householdId } = given;
    add(given, { purpose: 'loan', amount: pence(1_000) });
    add(given, { purpose: 'tools', amount: pence(300) });
    add(given, { purpose: 'passed-on', amount: pence(200) });
    finishRun(context, householdId, WEEK, payRun(context, householdId, WEEK).totals.net);
    const balance = (account: string) =>
      ledgerEntries(context, householdId)
        .flatMap((one) => one.entry.postings)
        .filter((one) => one.account === account)
        .reduce((sum, one) => sum + one.amount, 0);
    expect([
      balance('advances'),
      balance('wages'),
      balance('deductions-owed'),
      balance('net-pay-owed'),
    ]).toEqual([-1_000, 20_000 - 300, -200, -18_500]);
  });
});

describe('mending pay under the minimum wage', () => {
  test('a top-up of what is missing is pay, and the run can be finished', async () => {
    const given = await tenHours('12.00');
    const { context, householdId } = given;
    expect(shortfall(given)).toBe(710);
    add(given, { code: 'minimum-wage-top-up', amount: pence(710) });
    const run = payRun(context, householdId, WEEK);
    expect(run.warnings.filter((one) => one.blocks)).toEqual([]);
    expect(run.lines[0]).toMatchObject({ gross: 12_710 });
    finishRun(context, householdId, WEEK, run.totals.net);
  });

  test('the check says what counts: time awake, pay without extra rates, deductions', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      rates: { weekday: '13.00', weekend: '15.00', travel: '13.00', training: '12.50', 'sleep-in': '60.00' },
    });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '17:00');
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '10:00', { kindOfWork: 'travel' });
    addTestShift(context, householdId, grace, '2026-11-18', '09:00', '11:00', { kindOfWork: 'training' });
    addTestShift(context, householdId, grace, '2026-11-21', '09:00', '13:00', { kindOfWork: 'weekend' });
    addTestShift(context, householdId, grace, '2026-11-19', '22:00', '07:00', {
      kindOfWork: 'sleep-in',
      endsNextDay: true,
      awakeMinutes: 60,
    });
    const [line] = payRun(context, householdId, WEEK).lines;
    const steps = line?.explanations['minimumWage']?.steps ?? [];
    const of = (code: string) => steps.find((one) => one.code === code)?.result;
    // 8 h + 1 h travel + 2 h training + 4 h + 1 h awake; 8 h asleep do not count.
    expect(of('minimum-wage.time-that-counts')).toEqual({ kind: 'minutes', minutes: 16 * 60 });
    expect(of('minimum-wage.time-not-counted')).toEqual({ kind: 'minutes', minutes: 8 * 60 });
    // £104.00 + £13.00 + £25.00 + £52.00 + £60.00; the £8.00 extra for the weekend is left out.
    expect(of('minimum-wage.pay-for-work')).toEqual({ kind: 'money', pence: 25_400 });
    expect(of('minimum-wage.premium-left-out')).toEqual({ kind: 'money', pence: 800 });
    // 16 h × £12.71 = £203.36.
    expect(of('minimum-wage.least-pay')).toEqual({ kind: 'exact-money', pounds: '203.36' });
  });
});

describe('a home that goes with the job', () => {
  test('a free home adds the offset for each day; a charge above it takes the rest off', async () => {
    const given = await tenHours('10.00');
    const { context, householdId, grace } = given;
    // £127.10 − £100.00.
    expect(shortfall(given)).toBe(2_710);
    const home = (dailyCharge: number, fromDay: string, endedOn: string | null) => ({
      fromDay: isoDay(fromDay),
      endedOn: endedOn === null ? null : isoDay(endedOn),
      dailyCharge: pence(dailyCharge),
    });
    // Free for two days of the week: 2 × £11.10 = £22.20.
    const id = saveHome(context, householdId, grace, null, home(0, '2026-11-21', null));
    expect(shortfall(given)).toBe(2_710 - 2_220);
    // £11.10 a day or less changes nothing.
    saveHome(context, householdId, grace, id, home(1_110, '2026-11-01', null));
    expect(shortfall(given)).toBe(2_710);
    // £12.00 a day: £0.90 × 7 = £6.30 more is missing. The rent taken for it is not counted twice.
    saveHome(context, householdId, grace, id, home(1_200, '2026-11-01', null));
    add(given, { purpose: 'rent', amount: pence(8_400) });
    expect(shortfall(given)).toBe(2_710 + 630);
  });

  test('two homes at the same time are refused', async () => {
    const { context, householdId, grace } = await tenHours('13.00');
    const home = { fromDay: isoDay('2026-11-01'), endedOn: null, dailyCharge: pence(0) };
    saveHome(context, householdId, grace, null, home);
    expect(refusalOf(() => saveHome(context, householdId, grace, null, home))).toBe('home.overlaps');
  });
});
