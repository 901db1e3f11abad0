import { isoDay } from '@shared/dates';
import { expect, test } from 'vitest';
import { familyView } from '../../electron/services/family-leave';
import { endLeave, removeLeave, saveLeave } from '../../electron/services/family-save';
import { fpsFile, fpsView } from '../../electron/services/filing-fps';
import { getHousehold } from '../../electron/services/household-record';
import { saveEmployer } from '../../electron/services/household-save';
import { payslipsToPutRight } from '../../electron/services/pay-put-right';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { saveLeaving, saveP45Given } from '../../electron/services/people-save-details';
import { rotaView } from '../../electron/services/rota-view';
import {
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  type WorkerOptions,
  weekdaysFrom,
} from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

type Context = TestWorkspace['context'];

/**
 * Due on 18 March 2026: the test week is 30 November to 6 December 2025. Away from Thursday 5 February for 52 weeks.
 * Eight weeks of £260.00: the average is £260.00, and 90 % of it £234.00 a week for six weeks, to 18 March.
 */
const MATERNITY = {
  kind: 'SMP',
  adoption: false,
  dueOn: isoDay('2026-03-18'),
  happenedOn: null,
  matchedOn: null,
  careStartedOn: null,
  fullDaysOfCare: 0,
  weeksUsedElsewhere: 0,
  leaveStartsOn: isoDay('2026-02-05'),
  weeks: 52,
  toldOn: null,
  evidenceOn: null,
  averagePounds: '',
  note: '',
} as const;

function finish(context: Context, householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

function openKeys(context: Context, householdId: string): string[] {
  return payRuns(context, householdId)
    .open.filter(({ key }) => payRun(context, householdId, key).lines.length > 0)
    .map(({ key }) => key);
}

function paidIn(context: Context, householdId: string, key: string) {
  return payRun(context, householdId, key).lines[0]?.earnings.map((one) => [one.code, one.units, one.amount]);
}

async function mother(more: Partial<WorkerOptions> = {}) {
  const given = await workspaceForTest('2025-12-15');
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2025-06-02', ...more });
  for (const day of weekdaysFrom('2025-09-29', 9, [0, 1, 2, 3, 4]))
    addTestShift(context, householdId, grace, day, '09:00', '13:00');
  for (const { key } of payRuns(context, householdId).open.filter((one) => one.periodTo < '2025-12-15'))
    finish(context, householdId, key);
  const leaveId = saveLeave(context, householdId, grace, null, MATERNITY);
  return { given, context, householdId, grace, leaveId };
}

test('maternity pay goes on by the old pay weeks after the last day of work, and holiday is paid once', async () => {
  const { given, context, householdId, grace } = await mother();
  saveLeaving(context, householdId, grace, isoDay('2026-02-11'));
  given.goTo('2026-03-02');
  // Weeks from 2, 9, 16 and 23 February, and the running one.
  expect(openKeys(context, householdId)).toEqual([
    'weekly:2026-02-02',
    'weekly:2026-02-09',
    'weekly:2026-02-16',
    'weekly:2026-02-23',
    'weekly:2026-03-02',
  ]);
  // The week of the last day, Wednesday, is paid whole: 7 days. What holiday is left comes with it, and not again.
  expect(paidIn(context, householdId, 'weekly:2026-02-09')).toEqual([
    ['statutory-maternity-pay', 7, 23_400],
    ['holiday-on-leaving', null, expect.any(Number)],
  ]);
  for (const key of ['weekly:2026-02-16', 'weekly:2026-02-23', 'weekly:2026-03-02'])
    expect(paidIn(context, householdId, key)).toEqual([['statutory-maternity-pay', 7, 23_400]]);
  // 39 weeks from 5 February, whatever the last day of work: to 4 November.
  expect(familyView(context, householdId, grace).leaves[0]).toMatchObject({
    paidWeeks: 39,
    payEndsOn: '2026-11-04',
  });
  expect(familyView(context, householdId, grace).leaves[0]?.schedule.at(-1)?.to).toBe('2026-11-04');
  for (const key of openKeys(context, householdId)) finish(context, householdId, key);
  expect(openKeys(context, householdId)).toEqual([]);
  expect(payslipsToPutRight(context, householdId, grace)).toEqual([]);
});

test('after the P45 it is taxed with 0T for the week alone, and HMRC is told that it comes after leaving', async () => {
  const { given, context, householdId, grace } = await mother();
  const { employer } = getHousehold(context, householdId);
  expect(employer).not.toBeNull();
  if (employer !== null)
    saveEmployer(context, householdId, {
      ...employer,
      payeReference: '120/AB12345',
      accountsOfficeReference: '120PA00012345',
    });
  saveLeaving(context, householdId, grace, isoDay('2026-02-11'));
  given.goTo('2026-03-02');
  finish(context, householdId, 'weekly:2026-02-02');
  finish(context, householdId, 'weekly:2026-02-09');
  saveP45Given(context, householdId, grace, isoDay('2026-02-23'));
  const line = payRun(context, householdId, 'weekly:2026-02-16').lines[0]!;
  // No free pay: 20 % of £234.00.
  expect([line.taxCode, line.tax, line.gross]).toEqual(['0T X', 4_680, 23_400]);
  const runId = finish(context, householdId, 'weekly:2026-02-16');
  expect(fpsView(context, householdId, runId, null).workers).toMatchObject([
    // £133.72 for four days, £234.00 and £234.00.
    { leftOn: '2026-02-11', afterLeaving: true, statutoryToDate: 60_172 },
  ]);
  const xml = new TextDecoder().decode(fpsFile(context, householdId, runId, 'G').bytes);
  expect(xml).toContain('<PmtAfterLeaving>yes</PmtAfterLeaving>');
  expect(xml).toContain('<LeavingDate>2026-02-11</LeavingDate>');
  expect(xml).toContain('<SMPYTD>601.72</SMPYTD>');
});

test('ends with the last whole week before other work, which may be after the last day of work', async () => {
  const { given, context, householdId, grace, leaveId } = await mother();
  saveLeaving(context, householdId, grace, isoDay('2026-02-11'));
  given.goTo('2026-03-23');
  // 5 February to 10 March are 4 weeks and 6 days: four weeks, to Wednesday 4 March.
  endLeave(context, householdId, leaveId, isoDay('2026-03-10'));
  // Monday to Wednesday: 3 × £234.00 ÷ 7 = £100.2857…, up to the penny.
  expect(paidIn(context, householdId, 'weekly:2026-03-02')).toEqual([['statutory-maternity-pay', 3, 10_029]]);
  expect(openKeys(context, householdId).at(-1)).toBe('weekly:2026-03-02');
});

test('hours found after a week was paid ahead come with the next week, and no day is paid twice', async () => {
  const { given, context, householdId, grace } = await mother();
  saveLeaving(context, householdId, grace, isoDay('2026-02-11'));
  given.goTo('2026-03-02');
  for (const key of openKeys(context, householdId)) finish(context, householdId, key);
  addTestShift(context, householdId, grace, '2026-02-03', '09:00', '11:00');
  expect(openKeys(context, householdId)).toEqual(['weekly:2026-03-09']);
  // Two hours at £13.00, beside the family pay of that week.
  expect(paidIn(context, householdId, 'weekly:2026-03-09')).toEqual([
    ['late-hours', null, 2_600],
    ['statutory-maternity-pay', 7, 23_400],
  ]);
});

test('paid monthly, the month of the last day and those after it have all their days', async () => {
  const { given, context, householdId, grace } = await mother({
    contract: { payFrequency: 'monthly', firstPeriodFrom: isoDay('2025-06-01'), payDayOffset: 0 },
  });
  saveLeaving(context, householdId, grace, isoDay('2026-02-20'));
  saveLeave(context, householdId, grace, familyView(context, householdId, grace).leaves[0]?.id ?? null, {
    ...MATERNITY,
    averagePounds: '260',
  });
  given.goTo('2026-04-06');
  // 5 to 28 February: 3 weeks and 3 days = £702.00 + £100.2857…, up to the penny.
  expect(paidIn(context, householdId, 'monthly:2026-02-01')?.[0]).toEqual([
    'statutory-maternity-pay',
    24,
    80_229,
  ]);
  // March: 18 days at £234.00 ÷ 7 and 13 at £187.18 ÷ 7 = £601.7142… + £347.62 = £949.3342…
  expect(paidIn(context, householdId, 'monthly:2026-03-01')).toEqual([
    ['statutory-maternity-pay', 31, 94_934],
  ]);
});

test('is paid to somebody who left after the week that decides and before the leave began', async () => {
  const { given, context, householdId, grace, leaveId } = await mother();
  removeLeave(context, householdId, leaveId);
  saveLeaving(context, householdId, grace, isoDay('2026-01-16'));
  const id = saveLeave(context, householdId, grace, null, MATERNITY);
  given.goTo('2026-02-16');
  // Four days of the week from 2 February: 4 × £234.00 ÷ 7 = £133.7142…; then a whole week.
  expect(paidIn(context, householdId, 'weekly:2026-02-02')?.[0]).toEqual([
    'statutory-maternity-pay',
    4,
    13_372,
  ]);
  expect(paidIn(context, householdId, 'weekly:2026-02-09')?.[0]).toEqual([
    'statutory-maternity-pay',
    7,
    23_400,
  ]);
  // Nobody is away from the rota after their last day.
  expect(rotaView(context, householdId, isoDay('2026-02-02'), isoDay('2026-02-15')).absences).toEqual([]);
  endLeave(context, householdId, id, isoDay('2026-02-11'));
  expect(openKeys(context, householdId).at(-1)).toBe('weekly:2026-02-09');
  removeLeave(context, householdId, id);
  expect(familyView(context, householdId, grace).leaves).toEqual([]);
});

test('is not offered to somebody who left before the week that decides', async () => {
  const { given, context, householdId, grace } = await mother();
  // The test week begins on Sunday 30 November.
  saveLeaving(context, householdId, grace, isoDay('2025-11-29'));
  given.goTo('2026-03-02');
  expect(familyView(context, householdId, grace).leaves[0]?.outcome).toBe('not-due');
  expect(openKeys(context, householdId).filter((key) => key > 'weekly:2026-01')).toEqual([]);
});
