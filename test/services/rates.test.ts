import year2026 from '@resources/rates/2026-27.json';
import { isoDay } from '@shared/dates';
import { bundledRates } from '@shared/rates/bundled-rates';
import { expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { finishedRun } from '../../electron/services/pay-finished';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { addRates, checkRates, rateFacts, ratesBookOf, removeRates } from '../../electron/services/rates';
import { invented2027, ratesFile } from '../support/rates-file';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const WEEK = 'weekly:2027-04-12';

/** A worker with four days of eight hours in the week from 12 April 2027, paid on 23 April 2027. */
function aWeekInApril2027(context: TestWorkspace['context'], householdId: string): void {
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: '15.00' },
  });
  for (const day of ['2027-04-12', '2027-04-13', '2027-04-14', '2027-04-15'])
    addTestShift(context, householdId, grace, day, '09:00', '17:00');
}

test('a pay date in April 2027 is refused until a rates file has it, and worked out from that file then', async () => {
  const { context } = await workspaceForTest('2027-04-19');
  const householdId = addTestHousehold(context);
  aWeekInApril2027(context, householdId);

  const before = payRun(context, householdId, WEEK);
  expect(before.payDate).toBe('2027-04-23');
  expect(before.lines).toEqual([]);
  expect(before.refused.map((one) => one.code)).toEqual(['rates.unknown-date']);
  expect(refusalOf(() => finishRun(context, householdId, WEEK, before.totals.net))).toBe(
    'rates.unknown-date',
  );

  const file = invented2027((figures) => {
    figures.nationalInsurance.thresholds.weekly.pt = '250';
    figures.nationalInsurance.thresholds.twoWeekly.pt = '500';
    figures.nationalInsurance.categories.letters.A.employeeMain = '10';
  });
  expect(addRates(context, ratesFile(file)).against).toBe('2026-27');

  const after = payRun(context, householdId, WEEK);
  const line = after.lines[0]!;
  // 32 h at £15.00. Employee: £480 − £250 = £230 at 10 %. Employer: £480 − £96 = £384 at 15 %.
  expect(line.gross).toBe(48_000);
  expect(line.employeeNi).toBe(2_300);
  expect(line.employerNi).toBe(5_760);
  // Week 1 basis: free pay £241.92; £238.08 is £238 at 20 %.
  expect(line.tax).toBe(4_760);
  // The file holds no minimum wage: the run says that it was not checked.
  expect(after.warnings.map((one) => one.code)).toContain('minimum-wage.rates-not-known');
  const runId = finishRun(context, householdId, WEEK, line.net);
  expect(finishedRun(context, householdId, runId).lines).toHaveLength(1);
  expect(checkChain(context, householdId)).toEqual([]);
  expect(refusalOf(() => removeRates(context, '2027-28'))).toBe('rates.used');
});

test('what changes is listed figure by figure, and checking changes nothing', async () => {
  const { context } = await workspaceForTest('2027-04-19');
  const file = invented2027((figures) => {
    figures.employmentAllowance.amount = '11000';
    figures.studentLoans.plans['plan-1'].percent = '9.5';
  });
  const found = checkRates(ratesFile(file), ratesBookOf(databaseOf(context)));
  expect(found).toEqual({
    taxYear: '2027-28',
    against: '2026-27',
    replaces: false,
    changes: [
      { path: 'studentLoans.plans.plan-1.percent', kind: 'percent', before: 900, after: 950 },
      { path: 'employmentAllowance.amount', kind: 'amount', before: 1_050_000, after: 1_100_000 },
    ],
  });
  expect(ratesBookOf(databaseOf(context))).toEqual(bundledRates);
});

test('a file that no pay was finished with can be taken back, and the year before it was is as it was', async () => {
  const { context } = await workspaceForTest('2027-04-19');
  const newer = structuredClone(year2026);
  newer.employmentAllowance.amount = '10600';
  expect(addRates(context, ratesFile(newer, 'newer.json')).replaces).toBe(true);
  const added = rateFacts(context).find((one) => one.taxYear === '2026-27');
  expect(added?.addedFile?.name).toBe('newer.json');
  expect(ratesBookOf(databaseOf(context)).years.at(-1)?.employmentAllowance.amount).toBe(1_060_000);

  removeRates(context, '2026-27');
  expect(ratesBookOf(databaseOf(context))).toEqual(bundledRates);
  expect(rateFacts(context).map((one) => one.addedFile)).toEqual([null, null, null]);
  expect(refusalOf(() => removeRates(context, '2026-27'))).toBe('rates.not-added');
});

test('a year that a later added one stands on stays, and the same figures twice are refused', async () => {
  const { context } = await workspaceForTest('2027-04-19');
  const next = structuredClone(invented2027());
  next.taxYear = '2028-29';
  next.from = '2028-04-06';
  next.to = '2029-04-05';
  expect(refusalOf(() => addRates(context, ratesFile(next)))).toBe('rates.gap');
  addRates(context, ratesFile(invented2027()));
  addRates(context, ratesFile(next));
  expect(refusalOf(() => removeRates(context, '2027-28'))).toBe('rates.needed-by');
  expect(ratesBookOf(databaseOf(context)).years.map((one) => one.taxYear)).toContain('2028-29');
  expect(refusalOf(() => addRates(context, ratesFile(invented2027())))).toBe('rates.nothing-new');
});

test('figures that were checked before the program’s own are refused', async () => {
  const { context } = await workspaceForTest('2027-04-19');
  const older = structuredClone(year2026);
  for (const one of older.incomeTax.allowance.evidence) one.checked = isoDay('2026-01-01');
  expect(refusalOf(() => addRates(context, ratesFile(older)))).toBe('rates.older-than-own');
});
