import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails } from '../../electron/services/household-save';
import { listCarried, removeCarried, saveCarried } from '../../electron/services/orders-carried';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { holidayBalances } from '../../electron/services/people-holiday';
import { getWorker } from '../../electron/services/people-record';
import { saveLeaving } from '../../electron/services/people-save-details';
import { saveContract } from '../../electron/services/people-save-terms';
import { undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  type WorkerOptions,
  weekdaysFrom,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

type Context = TestWorkspace['context'];

const FIXED = { hoursKind: 'fixed', weeklyMinutes: 20 * 60, holidayMethod: 'weeks' } as const;

async function household(today: string, worker: Partial<WorkerOptions> = {}) {
  const given = await workspaceForTest(today);
  const householdId = addTestHousehold(given.context);
  const grace = addTestWorker(given.context, householdId, { startedOn: '2026-04-06', ...worker });
  return { given, context: given.context, householdId, grace };
}

function work(context: Context, householdId: string, worker: string, monday: string, weeks: number): void {
  for (const day of weekdaysFrom(monday, weeks, [0, 1, 2, 3, 4]))
    addTestShift(context, householdId, worker, day, '09:00', '13:00');
}

function finishUntil(context: Context, householdId: string, day: string): void {
  for (const { key } of payRuns(context, householdId).open.filter((one) => one.periodTo < day))
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

describe('holiday that was not taken, with the last pay', () => {
  test('fixed hours: the share of 5.6 weeks for the part of the year worked, less what was taken', async () => {
    const { context, householdId, grace } = await household('2026-06-29', { contract: FIXED });
    work(context, householdId, grace, '2026-06-22', 1);
    addTestAbsence(context, householdId, grace, 'holiday', '2026-05-04', '2026-05-04', 8 * 60);
    finishUntil(context, householdId, '2026-06-22');
    saveLeaving(context, householdId, grace, isoDay('2026-06-26'));
    const line = payRun(context, householdId, 'weekly:2026-06-22').lines[0]!;
    // 6 April to 26 June are 82 of 365 days: 28 days × 82 ÷ 365 = 6.2904 days of 4 hours = 25.16…, up to 25.2 hours.
    // Less 8: 17.2 hours at £13.00 = £223.60.
    expect(line.earnings.map((one) => [one.code, one.minutes, one.amount])).toEqual([
      ['hours', 1_200, 26_000],
      ['holiday-on-leaving', 17 * 60 + 12, 22_360],
    ]);
    expect(line.explanations['holidayOnLeaving']?.steps.map((one) => one.code)).toEqual([
      'holiday.built-up',
      'holiday.taken-minutes',
      'holiday.not-taken',
      'holiday.weeks-pay.fixed',
      'holiday.pay-for-hours',
    ]);
    finishUntil(context, householdId, '2026-06-29');
    // Paid once, and nothing is left of it.
    expect(payRuns(context, householdId).open).toEqual([]);
    expect(holidayBalances(context, householdId).find((one) => one.workerId === grace)).toMatchObject({
      leftMinutes: 0,
      paidOnLeavingMinutes: 17 * 60 + 12,
    });
  });

  test('varying hours: 12.07 % of each period’s hours, the last one too, at the average of paid weeks', async () => {
    const { context, householdId, grace } = await household('2026-06-29');
    work(context, householdId, grace, '2026-06-01', 4);
    finishUntil(context, householdId, '2026-06-22');
    saveLeaving(context, householdId, grace, isoDay('2026-06-24'));
    // Four weeks of 20 h, but the last to Wednesday is 12 h here: shifts after the 24th are not paid.
    const line = payRun(context, householdId, 'weekly:2026-06-22').lines[0]!;
    // 20 h × 12.07 % = 2.4 → 2 h, three times; 12 h × 12.07 % = 1.4 → 1 h: 7 h at £13.00.
    expect(line.earnings.map((one) => [one.code, one.minutes, one.amount])).toEqual([
      ['hours', 720, 15_600],
      ['holiday-on-leaving', 420, 9_100],
    ]);
  });

  test('rolled-up holiday was paid all along: nothing is added', async () => {
    const { context, householdId, grace } = await household('2026-06-29', {
      contract: { holidayMethod: 'rolled-up' },
    });
    work(context, householdId, grace, '2026-06-22', 1);
    saveLeaving(context, householdId, grace, isoDay('2026-06-26'));
    // £260.00 × 12.07 % = £31.382.
    expect(
      payRun(context, householdId, 'weekly:2026-06-22').lines[0]?.earnings.map((one) => [
        one.code,
        one.amount,
      ]),
    ).toEqual([
      ['hours', 26_000],
      ['rolled-up-holiday-pay', 3_138],
    ]);
  });

  test('more taken than built up is told, and never taken off', async () => {
    const { context, householdId, grace } = await household('2026-06-29', { contract: FIXED });
    addTestAbsence(context, householdId, grace, 'holiday', '2026-05-04', '2026-05-08', 40 * 60);
    work(context, householdId, grace, '2026-06-22', 1);
    finishUntil(context, householdId, '2026-06-22');
    saveLeaving(context, householdId, grace, isoDay('2026-06-26'));
    const run = payRun(context, householdId, 'weekly:2026-06-22');
    expect(run.lines[0]?.gross).toBe(26_000);
    // 40 − 25.2 hours.
    expect(run.warnings).toContainEqual({
      workerId: grace,
      blocks: false,
      code: 'pay.holiday-overtaken',
      values: { name: 'Grace', minutes: 14 * 60 + 48 },
    });
  });

  test('somebody who leaves without hours in the last period is still paid for holiday', async () => {
    const { context, householdId, grace } = await household('2026-06-29', { contract: FIXED });
    work(context, householdId, grace, '2026-06-15', 1);
    finishUntil(context, householdId, '2026-06-22');
    saveLeaving(context, householdId, grace, isoDay('2026-06-24'));
    expect(
      payRun(context, householdId, 'weekly:2026-06-22').lines[0]?.earnings.map((one) => one.code),
    ).toEqual(['holiday-on-leaving']);
  });

  test('a last day in a pay that is finished is paid in a pay after leaving', async () => {
    const { context, householdId, grace } = await household('2026-06-29', { contract: FIXED });
    work(context, householdId, grace, '2026-06-15', 2);
    finishUntil(context, householdId, '2026-06-29');
    saveLeaving(context, householdId, grace, isoDay('2026-06-26'));
    const { open } = payRuns(context, householdId);
    expect(open).toHaveLength(1);
    expect(payRun(context, householdId, open[0]!.key).lines[0]?.earnings).toMatchObject([
      { code: 'holiday-on-leaving' },
    ]);
  });
});

describe('holiday brought over', () => {
  test('counts in what is left, is used first, and lapses after its day', async () => {
    const { given, context, householdId, grace } = await household('2027-04-05', { contract: FIXED });
    const balance = () => holidayBalances(context, householdId).find((one) => one.workerId === grace);
    const { years, most } = listCarried(context, householdId, grace);
    // Begun on 6 April 2026: twelve months begun, 112 hours; nothing was taken.
    expect(years[0]).toEqual({ from: '2027-04-01', to: '2028-03-31', leftBefore: 112 * 60 });
    expect(most).toEqual({ agreed: 1_920, sickness: 4_800, 'family-leave': 6_720, 'not-given': 4_800 });
    const carried = {
      leaveYearFrom: isoDay('2027-04-01'),
      minutes: 1_920,
      reason: 'agreed',
      useBy: null,
    } as const;
    const before = balance()!.leftMinutes;
    saveCarried(context, householdId, grace, null, carried);
    expect(balance()).toMatchObject({ carriedMinutes: 1_920, leftMinutes: before + 1_920 });
    addTestAbsence(context, householdId, grace, 'holiday', '2027-04-01', '2027-04-01', 600);
    expect(listCarried(context, householdId, grace).entries).toMatchObject([
      { useBy: '2028-03-31', usedMinutes: 600, leftMinutes: 1_320, lapsedMinutes: 0 },
    ]);
    given.goTo('2028-04-03');
    expect(listCarried(context, householdId, grace).entries).toMatchObject([
      { usedMinutes: 600, leftMinutes: 0, lapsedMinutes: 1_320 },
    ]);
    expect(balance()?.carriedMinutes).toBe(0);
  });

  test('is paid on leaving too', async () => {
    const { context, householdId, grace } = await household('2026-06-29', { contract: FIXED });
    work(context, householdId, grace, '2026-06-22', 1);
    saveCarried(context, householdId, grace, null, {
      leaveYearFrom: isoDay('2026-04-01'),
      minutes: 600,
      reason: 'not-given',
      useBy: null,
    });
    saveLeaving(context, householdId, grace, isoDay('2026-06-26'));
    finishUntil(context, householdId, '2026-06-22');
    // 25.2 hours and 10 more.
    expect(payRun(context, householdId, 'weekly:2026-06-22').lines[0]?.earnings[1]).toMatchObject({
      code: 'holiday-on-leaving',
      minutes: 25 * 60 + 12 + 600,
    });
  });

  test('what the law does not let be brought over is refused; a kept one can be undone and removed', async () => {
    const { context, householdId, grace } = await household('2026-06-29', { contract: FIXED });
    const save = (part: object) =>
      saveCarried(context, householdId, grace, null, {
        leaveYearFrom: isoDay('2026-04-01'),
        minutes: 600,
        reason: 'agreed',
        useBy: null,
        ...part,
      });
    expect(refusalOf(() => save({ minutes: 1_921 }))).toBe('carried.too-much');
    expect(refusalOf(() => save({ minutes: 0 }))).toBe('carried.none');
    expect(refusalOf(() => save({ leaveYearFrom: isoDay('2026-05-01') }))).toBe('carried.not-a-year');
    expect(refusalOf(() => save({ reason: 'sickness', useBy: isoDay('2027-03-31') }))).toBe('carried.use-by');
    save({});
    expect(refusalOf(() => save({}))).toBe('carried.twice');
    undo(context, householdId);
    const id = save({});
    removeCarried(context, householdId, grace, id);
    expect(listCarried(context, householdId, grace).entries).toEqual([]);
  });
});

describe('Northern Ireland', () => {
  test('has no rolled-up holiday, and a week’s pay is the average of 12 paid weeks', async () => {
    const { context, householdId, grace } = await household('2026-07-20', {
      rates: { weekday: '13.00', weekend: '20.00' },
    });
    const { details } = getHousehold(context, householdId);
    // Two weeks at £20.00 an hour, then twelve at £13.00; gaps without work between them.
    for (const day of ['2026-04-11', '2026-04-18'])
      addTestShift(context, householdId, grace, day, '09:00', '13:00', { kindOfWork: 'weekend' });
    work(context, householdId, grace, '2026-04-20', 12);
    finishUntil(context, householdId, '2026-07-20');
    addTestAbsence(context, householdId, grace, 'holiday', '2026-07-20', '2026-07-20', 60);
    const paid = () => payRun(context, householdId, 'weekly:2026-07-20').lines[0]?.earnings[0]?.amount;
    // Great Britain: 8 h at £20.00 and 240 h at £13.00 = £3,280 ÷ 248 h = £13.2258…
    expect(paid()).toBe(1_323);
    saveDetails(context, householdId, { ...details, nation: 'northern-ireland' });
    expect(paid()).toBe(1_300);
    const { contract } = getWorker(context, householdId, grace);
    expect(
      refusalOf(() =>
        saveContract(context, householdId, grace, { ...contract!, holidayMethod: 'rolled-up' }),
      ),
    ).toBe('contract.rolled-up-not-in-nation');
  });
});

describe('holiday that builds up while away', () => {
  test('12.07 % of the average week goes on during sickness, for hours that vary', async () => {
    const { context, householdId, grace } = await household('2026-06-15');
    // Eight weeks of 20 h and one without work: 160 h ÷ 9 weeks = 17.77… h before the sickness of two weeks.
    work(context, householdId, grace, '2026-04-06', 4);
    work(context, householdId, grace, '2026-05-11', 4);
    const balance = () => holidayBalances(context, householdId).find((one) => one.workerId === grace);
    // 20 h × 12.07 % = 2.4 → 2 h, eight times; a week without work earns none.
    expect(balance()?.earnedMinutes).toBe(16 * 60);
    addTestAbsence(context, householdId, grace, 'sickness', '2026-06-08', '2026-06-14');
    // 17.77… h × 12.07 % = 2.1 → 2 h for the week away.
    expect(balance()?.earnedMinutes).toBe(18 * 60);
  });

  test('hours that vary in Northern Ireland have 5.6 average weeks', async () => {
    const { context, householdId, grace } = await household('2026-06-15');
    const { details } = getHousehold(context, householdId);
    saveDetails(context, householdId, { ...details, nation: 'northern-ireland' });
    const { contract } = getWorker(context, householdId, grace);
    saveContract(context, householdId, grace, { ...contract!, holidayMethod: 'weeks' });
    work(context, householdId, grace, '2026-05-11', 4);
    // Begun after 1 April: twelve months begun, 5.6 × 20 h.
    expect(holidayBalances(context, householdId).find((one) => one.workerId === grace)).toMatchObject({
      earnedMinutes: 112 * 60,
      fullYearMinutes: 112 * 60,
    });
  });
});
