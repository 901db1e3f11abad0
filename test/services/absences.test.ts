import type { AbsenceInput } from '@shared/api/absences';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { previewAbsence } from '../../electron/services/absences-preview';
import { saveAbsence } from '../../electron/services/absences-save';
import type { ServiceContext } from '../../electron/services/context';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { addTestHousehold, addTestPattern, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

/** Time away as the form sends it. */
function away(
  workerId: string,
  kind: AbsenceInput['kind'],
  firstDay: string,
  lastDay: string | null,
  more: Partial<AbsenceInput> = {},
): AbsenceInput {
  return {
    id: null,
    workerId,
    kind,
    firstDay: isoDay(firstDay),
    lastDay: lastDay === null ? null : isoDay(lastDay),
    holidayMinutes: null,
    note: '',
    reason: '',
    payKept: false,
    toldOn: null,
    toldAt: null,
    confirmed: [],
    ...more,
  };
}

/** Confirms every planned shift from one day to another as planned. */
function confirmAll(context: ServiceContext, householdId: string, from: string, to: string): void {
  const { shifts } = rotaView(context, householdId, isoDay(from), isoDay(to));
  const planned = shifts.filter((shift) => shift.state === 'planned');
  if (planned.length > 0)
    confirmHours(
      context,
      householdId,
      planned.map((shift) => ({ key: shift.key, actual: null })),
    );
}

const amounts = (line: { earnings: readonly { code: string; amount: number }[] } | undefined) =>
  line?.earnings.map((one) => [one.code, one.amount]);

describe('what sickness does to pay, before it is saved', () => {
  test('before 6 April 2026 three days wait, and the run pays what was shown', async () => {
    const given = await workspaceForTest('2026-02-02');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-02-02',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    // Monday to Friday, four hours a day, from the first week.
    addTestPattern(context, householdId, grace, '2026-02-02', [0, 1, 2, 3, 4], '09:00', '13:00');
    const sick = away(grace, 'sickness', '2026-02-02', '2026-02-06');
    const shown = previewAbsence(context, householdId, sick);
    // 20 h at £13 = £260 a week, above £125. Five days, three wait; two at £118.75 ÷ 5 = £23.75 are £47.50.
    expect(shown.sickness).toMatchObject({
      qualifyingDays: 5,
      waitingDays: 3,
      paidDays: 2,
      linkedFrom: null,
    });
    expect(shown.payslips).toMatchObject([
      { periodFrom: '2026-02-02', grossWithout: 26_000, grossWith: 4_750, sickPay: 4_750 },
    ]);
    expect(shown.opened).toHaveLength(5);
    expect(shown.pay).toBe('absence-pay.statutory-sick-pay');
    // Nothing was kept by looking.
    expect(rotaView(context, householdId, isoDay('2026-02-02'), isoDay('2026-02-08')).absences).toEqual([]);
    saveAbsence(context, householdId, sick);
    given.goTo('2026-02-09');
    const [line] = payRun(context, householdId, 'weekly:2026-02-02').lines;
    expect(amounts(line)).toEqual([['statutory-sick-pay', 4_750]]);
    expect(line?.net).toBe(shown.payslips[0]?.netWith);
  });

  test('from 6 April 2026 the first day is paid, at 80 % of low earnings, beside the days worked', async () => {
    const given = await workspaceForTest('2026-04-22');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-04-20',
      contract: { hoursKind: 'fixed', weeklyMinutes: 10 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-04-20', [0, 1, 2, 3, 4], '09:00', '11:00');
    const sick = away(grace, 'sickness', '2026-04-22', '2026-04-23');
    const shown = previewAbsence(context, householdId, sick);
    // £130 a week; 80 % is £104.00, a fifth £20.80: two days £41.60. Three days of 2 h at £13 are £78.00.
    expect(shown.sickness).toMatchObject({ qualifyingDays: 2, waitingDays: 0, paidDays: 2 });
    expect(shown.payslips).toMatchObject([{ grossWithout: 13_000, grossWith: 11_960, sickPay: 4_160 }]);
    saveAbsence(context, householdId, sick);
    given.goTo('2026-04-27');
    confirmAll(context, householdId, '2026-04-20', '2026-04-26');
    const [line] = payRun(context, householdId, 'weekly:2026-04-20').lines;
    expect(amounts(line)).toEqual([
      ['hours', 7_800],
      ['statutory-sick-pay', 4_160],
    ]);
    expect(line?.net).toBe(shown.payslips[0]?.netWith);
    expect(line?.employerCost).toBe(shown.payslips[0]?.costWith);
  });

  test('an absence over two payslips is worked out on both, the second counted on from the first', async () => {
    const given = await workspaceForTest('2026-05-08');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-05-04',
      contract: { hoursKind: 'fixed', weeklyMinutes: 40 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-05-04', [0, 1, 2, 3, 4], '09:00', '17:00');
    const sick = away(grace, 'sickness', '2026-05-08', '2026-05-12');
    const shown = previewAbsence(context, householdId, sick);
    // £520 a week: the flat £123.25, a fifth £24.65. Friday: 4 × £104 + £24.65. Then Monday and Tuesday: 3 × £104 + £49.30.
    expect(shown.payslips.map((one) => [one.grossWith, one.sickPay])).toEqual([
      [44_065, 2_465],
      [36_130, 4_930],
    ]);
    saveAbsence(context, householdId, sick);
    given.goTo('2026-05-18');
    confirmAll(context, householdId, '2026-05-04', '2026-05-17');
    for (const [index, key] of ['weekly:2026-05-04', 'weekly:2026-05-11'].entries()) {
      const run = payRun(context, householdId, key);
      expect(run.lines[0]?.net, key).toBe(shown.payslips[index]?.netWith);
      finishRun(context, householdId, key, run.totals.net);
    }
  });

  test('a second absence within eight weeks links to the first and is told so', async () => {
    const { context } = await workspaceForTest('2026-02-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-02-02',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-02-02', [0, 1, 2, 3, 4], '09:00', '13:00');
    saveAbsence(context, householdId, away(grace, 'sickness', '2026-02-02', '2026-02-06'));
    const shown = previewAbsence(context, householdId, away(grace, 'sickness', '2026-02-23', '2026-02-26'));
    // Saturday 7 to Sunday 22 February are 16 days between. The three waiting days are served: all four are paid.
    expect(shown.sickness).toMatchObject({
      linkedFrom: '2026-02-02',
      daysBetween: 16,
      waitingDays: 0,
      paidDays: 4,
    });
  });

  test('an absence without an end is counted to the end of the pay period', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-05-04',
      contract: { hoursKind: 'fixed', weeklyMinutes: 40 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-05-04', [0, 1, 2, 3, 4], '09:00', '17:00');
    const shown = previewAbsence(context, householdId, away(grace, 'sickness', '2026-05-06', null));
    expect(shown.countedTo).toBe('2026-05-10');
    // Wednesday to Friday: 3 × £24.65.
    expect(shown.payslips).toMatchObject([{ sickPay: 7_395, grossWith: 20_800 + 7_395 }]);
    expect(shown.sickness?.fitNoteFrom).toBe('2026-05-13');
  });
});

describe('what other time away does to pay', () => {
  test('unpaid leave takes its shifts from a PA with fixed hours', async () => {
    const given = await workspaceForTest('2026-05-06');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-05-04',
      contract: { hoursKind: 'fixed', weeklyMinutes: 40 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-05-04', [0, 1, 2, 3, 4], '09:00', '17:00');
    const unpaid = away(grace, 'unpaid', '2026-05-06', '2026-05-06');
    const shown = previewAbsence(context, householdId, unpaid);
    // One of five days of 8 h at £13.
    expect(shown).toMatchObject({
      pay: 'absence-pay.unpaid',
      holiday: 'absence-holiday.builds-up',
      mayKeepPay: true,
    });
    expect(shown.payslips).toMatchObject([{ grossWithout: 52_000, grossWith: 41_600, sickPay: 0 }]);
  });

  test('jury service that the employer goes on paying is paid as if worked, and earns holiday', async () => {
    const given = await workspaceForTest('2026-05-06');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-05-04' });
    addTestPattern(context, householdId, grace, '2026-05-04', [0, 2], '09:00', '17:00');
    const jury = away(grace, 'jury', '2026-05-06', '2026-05-06');
    expect(previewAbsence(context, householdId, jury)).toMatchObject({
      pay: 'absence-pay.claim-from-court',
      payslips: [{ grossWithout: 20_800, grossWith: 10_400 }],
    });
    const kept = { ...jury, payKept: true };
    expect(previewAbsence(context, householdId, kept)).toMatchObject({
      pay: 'absence-pay.kept-by-employer',
      payslips: [{ grossWithout: 20_800, grossWith: 20_800, keptPay: 10_400 }],
    });
    saveAbsence(context, householdId, kept);
    given.goTo('2026-05-11');
    confirmAll(context, householdId, '2026-05-04', '2026-05-10');
    const [line] = payRun(context, householdId, 'weekly:2026-05-04').lines;
    expect(amounts(line)).toEqual([
      ['hours', 10_400],
      ['paid-time-off', 10_400],
    ]);
  });

  test('holiday of fixed hours is paid as if worked, and says what is left', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context, { from: '2025-04-07' });
    const grace = addTestWorker(context, householdId, {
      startedOn: '2025-04-07',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestPattern(context, householdId, grace, '2026-05-04', [0, 1, 2, 3, 4], '09:00', '13:00');
    const shown = previewAbsence(context, householdId, away(grace, 'holiday', '2026-05-25', '2026-05-29'));
    // A leave year from 1 April: 5.6 × 20 h = 112 h; a week takes 20 h. Monday 25 May is a bank holiday in England.
    expect(shown.holidayTaken).toMatchObject({
      method: 'weeks',
      minutes: 1_200,
      leftBefore: 6_720,
      leftAfter: 5_520,
      yearEnds: '2027-03-31',
    });
    expect(shown.bankHolidays).toEqual([
      { day: '2026-05-25', title: 'Spring bank holiday', worksThen: true },
    ]);
    expect(shown.payslips.at(-1)).toMatchObject({
      grossWithout: 26_000,
      grossWith: 26_000,
      holidayPay: 26_000,
    });
  });
});

describe('time away on days that are paid', () => {
  test('names the payslip that comes out otherwise, and leaves it as it is', async () => {
    const given = await workspaceForTest('2026-05-11');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-05-04',
      contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
    });
    addTestShift(context, householdId, grace, '2026-05-04', '09:00', '17:00');
    const key = 'weekly:2026-05-04';
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    // Off sick on Thursday and Friday of the paid week: sick pay of those days is still due.
    const shown = previewAbsence(context, householdId, away(grace, 'sickness', '2026-05-07', '2026-05-08'));
    expect(shown.toPutRight).toMatchObject([{ periodFrom: '2026-05-04', periodTo: '2026-05-10' }]);
    expect(shown.sickness?.paidDays).toBe(2);
    // On the day that was worked and paid itself, the shift stays.
    const worked = previewAbsence(context, householdId, away(grace, 'unpaid', '2026-05-04', '2026-05-04'));
    expect(worked).toMatchObject({ worked: 1, paidAlready: 1, opened: [], toPutRight: [] });
  });
});

test('a payslip that cannot be worked out without the time away is not shown as nothing', async () => {
  const { context } = await workspaceForTest('2026-05-06');
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2026-05-04' });
  addTestPattern(context, householdId, grace, '2026-05-04', [0, 1], '09:00', '13:00');
  // She has no rate for a live-in day: the week with it has no pay yet.
  addTestShift(context, householdId, grace, '2026-05-14', '09:00', '09:00', {
    kindOfWork: 'live-in',
    endsNextDay: true,
    confirmed: false,
  });
  const shown = previewAbsence(context, householdId, away(grace, 'unpaid', '2026-05-14', '2026-05-14'));
  expect(shown.payslips).toEqual([]);
  expect(shown.whyNone).not.toBe(null);
  // The week before, without such a day, is told as it is: two days of 4 h at £13.
  const early = previewAbsence(context, householdId, away(grace, 'unpaid', '2026-05-05', '2026-05-14'));
  expect(early.payslips).toMatchObject([
    { periodFrom: '2026-05-04', grossWithout: 10_400, grossWith: 5_200 },
  ]);
});
