import { describe, expect, test } from 'vitest';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  weekdaysFrom,
} from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

function amounts(line: { earnings: readonly { code: string; amount: number }[] } | undefined) {
  return line?.earnings.map((one) => [one.code, one.amount]);
}

/**
 * Nine finished weeks from Monday 3 August 2026: 40 h in the first (£520.00), then 5 h at £13 and 5 h at £15 (£140.00).
 * Pay days are the Fridays 14 August to 9 October.
 */
async function nineWeeks(): Promise<{ given: TestWorkspace; householdId: string; grace: string }> {
  const given = await workspaceForTest('2026-10-05');
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-08-03',
    rates: { weekday: '13.00', weekend: '15.00' },
  });
  for (const day of weekdaysFrom('2026-08-03', 1, [0, 1, 2, 3, 4]))
    addTestShift(context, householdId, grace, day, '09:00', '17:00');
  for (const day of weekdaysFrom('2026-08-10', 8, [0]))
    addTestShift(context, householdId, grace, day, '09:00', '14:00');
  for (const day of weekdaysFrom('2026-08-10', 8, [5]))
    addTestShift(context, householdId, grace, day, '09:00', '14:00', { kindOfWork: 'weekend' });
  for (const { key } of payRuns(context, householdId).open.filter((one) => one.periodTo < '2026-10-05'))
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
  expect(payRuns(context, householdId).finished).toHaveLength(9);
  given.goTo('2026-10-19');
  return { given, householdId, grace };
}

describe('sick pay', () => {
  test('a week of sickness before 6 April 2026 has three waiting days, then the flat rate', async () => {
    const { context } = await workspaceForTest('2026-02-09');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-02-02',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestAbsence(context, householdId, grace, 'sickness', '2026-02-02', '2026-02-06');
    // Not paid yet, so the contract counts: 20 h at £13 = £260 a week, above £125. Two days at £118.75 ÷ 5 = £23.75.
    const line = payRun(context, householdId, 'weekly:2026-02-02').lines[0];
    expect(amounts(line)).toEqual([['statutory-sick-pay', 4_750]]);
    expect(line?.earnings[0]?.units).toBe(2);
    expect(line?.explanations['sickPay']?.steps.map((one) => one.code)).toContain('sick-pay.waiting-days');
  });

  test('a week of sickness after 6 April 2026 is paid from the first day, at 80 % of low earnings', async () => {
    const { context } = await workspaceForTest('2026-04-27');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-04-20',
      contract: { hoursKind: 'fixed', weeklyMinutes: 10 * 60 },
    });
    addTestAbsence(context, householdId, grace, 'sickness', '2026-04-20', '2026-04-22');
    // 10 h at £13 = £130 a week; 80 % = £104.00, below £123.25. Three days at £20.80.
    expect(amounts(payRun(context, householdId, 'weekly:2026-04-20').lines[0])).toEqual([
      ['statutory-sick-pay', 6_240],
    ]);
  });

  test('sickness across 6 April 2026 is waiting before it and paid from it', async () => {
    const { context } = await workspaceForTest('2026-04-13');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-04-02',
      contract: { hoursKind: 'fixed', weeklyMinutes: 10 * 60, qualifyingDays: [0, 1, 2, 3, 4, 5, 6] },
    });
    // Thursday 2 to Tuesday 7 April: three waiting days, the fourth (5 April) at the flat rate £118.75 ÷ 7 = £16.9642;
    // paid before the reform, so flat after it too: 6 and 7 April at £123.25 ÷ 7 = £17.6071.
    addTestAbsence(context, householdId, grace, 'sickness', '2026-04-02', '2026-04-07');
    // The week from Sunday 5 April: £16.9642 + 2 × £17.6071 = £52.1784, up to £52.18.
    expect(amounts(payRun(context, householdId, 'weekly:2026-04-02').lines[0])).toEqual([
      ['statutory-sick-pay', 5_218],
    ]);
  });

  test('the average is of the paydays in the eight weeks before, and the first week is outside them', async () => {
    const { given, householdId, grace } = await nineWeeks();
    addTestAbsence(given.context, householdId, grace, 'sickness', '2026-10-12', '2026-10-13');
    // Paydays 21 August to 9 October: 8 × £140 ÷ 8 = £140; 80 % = £112.00. Two days at £22.40.
    expect(amounts(payRun(given.context, householdId, 'weekly:2026-10-12').lines[0])).toEqual([
      ['statutory-sick-pay', 4_480],
    ]);
  });

  test('days too few to be paid before April 2026 are named, not paid', async () => {
    const { context } = await workspaceForTest('2026-02-09');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-02-02',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestAbsence(context, householdId, grace, 'sickness', '2026-02-02', '2026-02-03');
    addTestShift(context, householdId, grace, '2026-02-04', '09:00', '17:00');
    const run = payRun(context, householdId, 'weekly:2026-02-02');
    expect(amounts(run.lines[0])).toEqual([['hours', 10_400]]);
    expect(run.warnings).toContainEqual({
      workerId: grace,
      blocks: false,
      code: 'sick-pay.too-few-days',
      values: { name: 'Grace', from: '2026-02-02', to: '2026-02-03', days: 2 },
    });
  });
});

describe('holiday pay', () => {
  test('zero hours: the average of the paid weeks before the leave', async () => {
    const { given, householdId, grace } = await nineWeeks();
    addTestAbsence(given.context, householdId, grace, 'holiday', '2026-10-12', '2026-10-14', 10 * 60);
    // £520 + 8 × £140 = £1,640 for 120 h; 10 h are £136.666…
    const line = payRun(given.context, householdId, 'weekly:2026-10-12').lines[0];
    expect(amounts(line)).toEqual([['holiday-pay', 13_667]]);
    expect(line?.earnings[0]?.minutes).toBe(600);
    expect(line?.explanations['holiday']).toBeDefined();
  });

  test('zero hours: a week of sickness is passed over in the average', async () => {
    const { given, householdId, grace } = await nineWeeks();
    // Noted afterwards for the first, long week: it no longer counts, and £14 an hour is left.
    addTestAbsence(given.context, householdId, grace, 'sickness', '2026-08-09', '2026-08-09');
    addTestAbsence(given.context, householdId, grace, 'holiday', '2026-10-12', '2026-10-14', 10 * 60);
    expect(amounts(payRun(given.context, householdId, 'weekly:2026-10-12').lines[0])).toEqual([
      ['holiday-pay', 14_000],
    ]);
  });

  test('fixed hours: the normal pay of the shifts away from', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-11-16', [0, 1, 2, 3, 4], '09:00', '13:00');
    addTestAbsence(context, householdId, grace, 'holiday', '2026-11-16', '2026-11-17');
    // Two shifts of 4 h at £13.00; the other three are not confirmed yet.
    const run = payRun(context, householdId, 'weekly:2026-11-16');
    expect(amounts(run.lines[0])).toEqual([['holiday-pay', 10_400]]);
    expect(run.unconfirmed).toEqual([{ workerId: grace, name: 'Grace', shifts: 3 }]);
  });

  test('hours noted for a holiday over two weeks are shared between them, to the minute', async () => {
    const { context } = await workspaceForTest('2026-11-30');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    // Friday to Monday: four days, 605 minutes. Three days are in the first week: 453.75, so 454; 151 in the second.
    addTestAbsence(context, householdId, grace, 'holiday', '2026-11-20', '2026-11-23', 605);
    const minutes = ['weekly:2026-11-16', 'weekly:2026-11-23'].map(
      (key) => payRun(context, householdId, key).lines[0]?.earnings[0]?.minutes,
    );
    expect(minutes).toEqual([454, 151]);
  });

  test('rolled-up holiday is 12.07 % of the pay for work, on a line of its own, and holiday itself pays nothing', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-16',
      contract: { holidayMethod: 'rolled-up' },
    });
    addTestShift(context, householdId, grace, '2026-11-16', '09:00', '19:00');
    addTestAbsence(context, householdId, grace, 'holiday', '2026-11-18', '2026-11-18', 300);
    // 10 h at £13 = £130.00; 12.07 % = £15.691.
    expect(amounts(payRun(context, householdId, 'weekly:2026-11-16').lines[0])).toEqual([
      ['hours', 13_000],
      ['rolled-up-holiday-pay', 1_569],
    ]);
  });
});
