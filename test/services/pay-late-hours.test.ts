import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { must } from '@shared/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { payslipFile } from '../../electron/services/pay-documents';
import { finishedRun } from '../../electron/services/pay-finished';
import {
  addHours,
  type LateTimes,
  lateShift,
  noteLate,
  paidDay,
  removeLate,
} from '../../electron/services/pay-late-change';
import { previewAddedHours, previewLate } from '../../electron/services/pay-late-preview';
import { payslipsToPutRight } from '../../electron/services/pay-put-right';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { holidayBalances } from '../../electron/services/people-holiday';
import { saveLeaving } from '../../electron/services/people-save-details';
import { saveRates } from '../../electron/services/people-save-terms';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { redo, undo } from '../../electron/services/undo';
import { tries } from '../support/tries';
import {
  addTestAbsence,
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
  type WorkerOptions,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

type Context = TestWorkspace['context'];

const WEEK = { first: 'weekly:2026-11-09', second: 'weekly:2026-11-16', third: 'weekly:2026-11-23' };

function finishNow(context: Context, householdId: string, key: string): string {
  return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
}

const worked = (start: string, end: string, more: Partial<LateTimes> = {}): LateTimes => ({
  start: clockTime(start),
  end: clockTime(end),
  endsNextDay: false,
  awakeMinutes: null,
  ...more,
});

/** Grace works 9 to 5 on Thursday 12 November 2026; the week is paid on 20 November. */
function paidWeek(context: Context, options: Partial<WorkerOptions> = {}) {
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-09',
    taxCode: '1257L W1',
    rates: { weekday: '13.30', 'bank-holiday': '26.60', 'sleep-in': '61.50' },
    ...options,
  });
  const shift = addTestShift(context, householdId, grace, '2026-11-12', '09:00', '17:00');
  const runId = finishNow(context, householdId, WEEK.first);
  return { householdId, grace, shift, runId };
}

function lineOf(context: Context, householdId: string, key: string) {
  return must(payRun(context, householdId, key).lines[0], 'a line of pay');
}

const shown = (line: ReturnType<typeof lineOf>) =>
  line.earnings.map((one) => [one.code, one.minutes, one.units, one.rate, one.amount, one.note]);

describe('a late change to paid hours', () => {
  test('two hours more are a line of the next pay, with tax, National Insurance and hours worked by hand', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    addTestShift(context, householdId, grace, '2026-11-18', '09:00', '19:00');
    noteLate(context, householdId, {
      key: shift,
      now: worked('09:00', '19:00'),
      reason: 'The nurse came late',
    });
    const line = lineOf(context, householdId, WEEK.second);
    // 20 h at £13.30 = £266.00, and 2 h at £13.30 = £26.60: £292.60.
    expect(shown(line)).toEqual([
      ['hours', 1200, null, '13.30', 26_600, ''],
      ['late-change', 120, null, '13.30', 2_660, 'The nurse came late'],
    ]);
    expect(line.earnings[1]?.days).toEqual(['2026-11-12']);
    expect(line.gross).toBe(29_260);
    // Week 1 basis: free pay £241.92; £50.68 is £50 at 20 % = £10.00.
    expect(line.tax).toBe(1_000);
    // £292.60 − £242 = £50.60 at 8 % = £4.048, so £4.05. Employer: £292.60 − £96 = £196.60 at 15 % = £29.49.
    expect([line.employeeNi, line.employerNi]).toEqual([405, 2_949]);
    expect(line.net).toBe(27_855);
    expect(line.minutes).toBe(22 * 60);
    expect(
      line.explanations[must(line.earnings[1]?.figure, 'a figure')]?.steps.map((one) => one.result),
    ).toEqual([
      { kind: 'money', pence: 13_300 },
      { kind: 'money', pence: 10_640 },
      { kind: 'money', pence: 2_660 },
    ]);
  });

  test('is paid once: the run after it has no such line, and the first payslip stays as it was', async () => {
    const { context, goTo } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift, runId } = paidWeek(context);
    const before = finishedRun(context, householdId, runId);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    noteLate(context, householdId, { key: shift, now: worked('09:00', '19:00'), reason: 'Stayed on' });
    const paidIn = finishNow(context, householdId, WEEK.second);
    goTo('2026-11-30');
    addTestShift(context, householdId, grace, '2026-11-24', '09:00', '12:00');
    expect(shown(lineOf(context, householdId, WEEK.third))).toEqual([
      ['hours', 180, null, '13.30', 3_990, ''],
    ]);
    expect(finishedRun(context, householdId, runId)).toEqual(before);
    expect(payslipsToPutRight(context, householdId, grace)).toEqual([]);
    expect(lateShift(context, householdId, shift)).toMatchObject({
      paid: { minutes: 600 },
      now: { minutes: 600 },
      waiting: null,
      past: [{ minutes: 120, amount: 2_660, paidOn: '2026-11-27', runId: paidIn }],
    });
    expect(checkChain(context, householdId)).toEqual([]);
  });

  test('too much paid is taken back, and never below nothing: it waits for a pay that is large enough', async () => {
    const { context, goTo } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '12:00');
    noteLate(context, householdId, { key: shift, now: null, reason: 'Written down by mistake' });
    // 3 h are £39.90; 8 h less are £106.40.
    const small = payRun(context, householdId, WEEK.second);
    expect(small.lines[0]?.gross).toBe(3_990);
    expect(small.warnings).toContainEqual({
      workerId: grace,
      blocks: false,
      code: 'pay.late-change-waits',
      values: { name: 'Grace', day: '2026-11-12', amount: 10_640 },
    });
    finishNow(context, householdId, WEEK.second);
    goTo('2026-11-30');
    addTestShift(context, householdId, grace, '2026-11-24', '09:00', '19:00');
    const line = lineOf(context, householdId, WEEK.third);
    expect(shown(line)).toEqual([
      ['hours', 600, null, '13.30', 13_300, ''],
      ['late-change', -480, null, '13.30', -10_640, 'Written down by mistake'],
    ]);
    // £133.00 − £106.40. What is taken back does not lower the pay that counts for the minimum wage.
    expect([line.gross, line.minutes]).toEqual([2_660, 120]);
    expect(payRun(context, householdId, WEEK.third).warnings.filter((one) => one.blocks)).toEqual([]);
    finishNow(context, householdId, WEEK.third);
    expect(rotaView(context, householdId, isoDay('2026-11-09'), isoDay('2026-11-15')).shifts).toEqual([]);
  });

  test('is undone and done again, until it is paid; then it stays', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '12:00');
    const before = payRun(context, householdId, WEEK.second);
    noteLate(context, householdId, { key: shift, now: worked('09:00', '18:00'), reason: 'Stayed on' });
    const after = payRun(context, householdId, WEEK.second);
    undo(context, householdId);
    expect(payRun(context, householdId, WEEK.second)).toEqual(before);
    expect(lateShift(context, householdId, shift)).toMatchObject({ now: { minutes: 480 }, waiting: null });
    redo(context, householdId);
    expect(payRun(context, householdId, WEEK.second)).toEqual(after);
    const { id } = must(lateShift(context, householdId, shift).waiting, 'a change that waits');
    finishNow(context, householdId, WEEK.second);
    expect(refusalOf(() => undo(context, householdId))).toBe('undo.finished');
    expect(refusalOf(() => removeLate(context, householdId, id))).toBe('late-change.paid-already');
  });

  test('a second change before the pay takes the place of the first; back to what was paid takes it away', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '12:00');
    const plain = payRun(context, householdId, WEEK.second);
    noteLate(context, householdId, { key: shift, now: worked('09:00', '19:00'), reason: 'Stayed on' });
    noteLate(context, householdId, { key: shift, now: worked('08:30', '17:00'), reason: 'Came early' });
    // Half an hour at £13.30.
    expect(shown(lineOf(context, householdId, WEEK.second))[1]).toEqual([
      'late-change',
      30,
      null,
      '13.30',
      665,
      'Came early',
    ]);
    noteLate(context, householdId, { key: shift, now: worked('09:00', '17:00'), reason: '' });
    expect(payRun(context, householdId, WEEK.second)).toEqual(plain);
    noteLate(context, householdId, { key: shift, now: worked('09:00', '18:00'), reason: 'Stayed on' });
    removeLate(context, householdId, must(lateShift(context, householdId, shift).waiting, 'one').id);
    expect(payRun(context, householdId, WEEK.second)).toEqual(plain);
  });

  test('taken back leaves the shift as it was paid, with the reason it had', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    const own = addTestShift(context, householdId, grace, '2026-11-17', '09:00', '12:00');
    confirmHours(context, householdId, [
      { key: own, actual: { ...worked('09:00', '13:00'), reason: 'The bus was late' } },
    ]);
    finishNow(context, householdId, WEEK.second);
    const rows = () => [shift, own].map((key) => databaseOf(context).byId('shift', key));
    const reasons = () =>
      ['2026-11-12', '2026-11-17'].map(
        (day) => rotaView(context, householdId, isoDay(day), isoDay(day)).shifts[0]?.actual?.reason,
      );
    const before = rows();
    for (const key of [shift, own])
      noteLate(context, householdId, { key, now: worked('09:00', '18:00'), reason: 'Stayed on' });
    expect(reasons()).toEqual(['Stayed on', 'Stayed on']);
    // One by its own button, one by its first hours typed again.
    removeLate(context, householdId, must(lateShift(context, householdId, shift).waiting, 'one').id);
    noteLate(context, householdId, { key: own, now: worked('09:00', '13:00'), reason: '' });
    expect(rows()).toEqual(before);
    expect(reasons()).toEqual([undefined, 'The bus was late']);
  });

  test('takes the rate of the day that was worked, whatever the rate is now', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    saveRates(context, householdId, grace, [
      { kindOfWork: 'weekday', per: 'hour', rate: '13.30', fromDay: isoDay('2026-11-09') },
      { kindOfWork: 'weekday', per: 'hour', rate: '15.00', fromDay: isoDay('2026-11-16') },
      { kindOfWork: 'bank-holiday', per: 'hour', rate: '26.60', fromDay: isoDay('2026-11-09') },
      { kindOfWork: 'sleep-in', per: 'shift', rate: '61.50', fromDay: isoDay('2026-11-09') },
    ]);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '12:00');
    noteLate(context, householdId, { key: shift, now: worked('09:00', '19:00'), reason: 'Stayed on' });
    // 3 h at £15.00; 2 h at £13.30.
    expect(lineOf(context, householdId, WEEK.second).earnings.map((one) => one.amount)).toEqual([
      4_500, 2_660,
    ]);
  });

  test('at the bank holiday rate, and of a sleep-in at its rate a night', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-09',
      rates: { weekday: '13.30', 'bank-holiday': '26.60', 'sleep-in': '61.50' },
    });
    addTestShift(context, householdId, grace, '2026-11-10', '09:00', '17:00');
    const feast = addTestShift(context, householdId, grace, '2026-11-11', '09:00', '12:00', {
      kindOfWork: 'bank-holiday',
    });
    const night = addTestShift(context, householdId, grace, '2026-11-12', '22:00', '07:00', {
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    finishNow(context, householdId, WEEK.first);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    noteLate(context, householdId, { key: feast, now: worked('09:00', '13:00'), reason: 'Stayed on' });
    noteLate(context, householdId, { key: night, now: null, reason: 'Her sister stayed' });
    // 10 h at £13.30; 1 h at £26.60; a night of £61.50 less.
    expect(shown(lineOf(context, householdId, WEEK.second))).toEqual([
      ['hours', 600, null, '13.30', 13_300, ''],
      ['late-change', 60, null, '26.60', 2_660, 'Stayed on'],
      ['late-change', null, -1, '61.50', -6_150, 'Her sister stayed'],
    ]);
  });

  test('time awake in a paid sleep-in moves no pay, and warns where its week falls below the minimum wage', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-09',
      rates: { weekday: '13.30', 'sleep-in': '61.50' },
    });
    const night = addTestShift(context, householdId, grace, '2026-11-12', '22:00', '07:00', {
      endsNextDay: true,
      kindOfWork: 'sleep-in',
      awakeMinutes: 60,
    });
    finishNow(context, householdId, WEEK.first);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '12:00');
    noteLate(context, householdId, {
      key: night,
      now: worked('22:00', '07:00', { endsNextDay: true, awakeMinutes: 360 }),
      reason: 'Margaret was ill all night',
    });
    const run = payRun(context, householdId, WEEK.second);
    expect(run.lines[0]?.gross).toBe(3_990);
    // Six hours awake at £12.71 are £76.26; the night paid £61.50: £14.76 short.
    expect(run.warnings.find((one) => one.code === 'pay.late-change-minimum-wage')).toMatchObject({
      blocks: false,
      values: { name: 'Grace', shortfall: 1_476, from: '2026-11-09', to: '2026-11-15' },
    });
    const paidIn = finishNow(context, householdId, WEEK.second);
    expect(lateShift(context, householdId, night)).toMatchObject({
      now: { awakeMinutes: 360 },
      waiting: null,
      past: [{ minutes: 0, amount: 0, runId: paidIn }],
    });
  });

  test('counts in the holiday that is earned and in the average that holiday is paid at', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, shift } = paidWeek(context);
    const earned = () => holidayBalances(context, householdId)[0]?.earnedMinutes;
    // 12.07 % of 8 h is 0.97 h, of 14 h 1.69 h: to the nearest hour, as it is earned.
    expect(earned()).toBe(60);
    noteLate(context, householdId, { key: shift, now: worked('06:00', '20:00'), reason: 'Stayed on' });
    expect(earned()).toBe(120);
  });

  test('of a cover moves what is paid on top for covering too', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-09',
      rates: { weekday: '13.30' },
    });
    const cover = addTestShift(context, householdId, grace, '2026-11-12', '09:00', '17:00');
    databaseOf(context).act({ name: 'cover.filled', householdId }, (write) =>
      write.insert('shift_premium', {
        id: 'premium',
        household_id: householdId,
        shift_id: cover,
        worker_id: grace,
        premium_json: JSON.stringify({ kind: 'sum', on: 'all-cover', per: 'hour', pounds: '1.50' }),
        within_contract_minutes: null,
      }),
    );
    finishNow(context, householdId, WEEK.first);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    noteLate(context, householdId, { key: cover, now: worked('09:00', '15:00'), reason: 'Left early' });
    // 2 h less at £13.30 and at £1.50.
    expect(lineOf(context, householdId, WEEK.second).earnings.map((one) => [one.code, one.amount])).toEqual([
      ['hours', 13_300],
      ['late-change', -2_660],
      ['cover-premium', -300],
    ]);
  });

  test('counts in the average of the week that was worked', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2026-11-09',
      rates: { weekday: '13.30', 'bank-holiday': '26.60' },
    });
    addTestShift(context, householdId, grace, '2026-11-10', '09:00', '17:00');
    const feast = addTestShift(context, householdId, grace, '2026-11-11', '09:00', '12:00', {
      kindOfWork: 'bank-holiday',
    });
    finishNow(context, householdId, WEEK.first);
    noteLate(context, householdId, { key: feast, now: worked('09:00', '13:00'), reason: 'Stayed on' });
    addTestAbsence(context, householdId, grace, 'holiday', '2026-11-20', '2026-11-20', 60);
    const holiday = lineOf(context, householdId, WEEK.second).earnings.find(
      (one) => one.code === 'holiday-pay',
    );
    // 8 h at £13.30 and 4 h at £26.60 are £212.80 in 12 h: £17.733 an hour. With 3 h it would be £16.93.
    expect(holiday).toMatchObject({ minutes: 60, amount: 1_773 });
  });

  test('is told what it comes to before it is kept, and nothing is kept by asking', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    const before = payRun(context, householdId, WEEK.second);
    const outcome = previewLate(context, householdId, {
      key: shift,
      now: worked('09:00', '19:00'),
      reason: 'Stayed on',
    });
    expect(outcome).toMatchObject({
      minutes: 120,
      amount: 2_660,
      rate: '13.30',
      takenIn: {
        key: WEEK.second,
        payDate: '2026-11-27',
        // £133.00 and £159.60: below the thresholds of tax and National Insurance.
        netBefore: 13_300,
        net: 15_960,
      },
      waits: false,
    });
    expect(payRun(context, householdId, WEEK.second)).toEqual(before);
    expect(previewLate(context, householdId, { key: shift, now: null, reason: 'Not worked' })).toMatchObject({
      amount: -10_640,
      waits: false,
      takenIn: { net: 2_660 },
    });
  });

  test('of a shift that is not paid, without a reason, or that changes nothing is refused', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift, runId } = paidWeek(context);
    const open = addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    const note = (key: string, now: LateTimes | null, reason: string) =>
      refusalOf(() => noteLate(context, householdId, { key, now, reason }));
    expect(note(open, worked('09:00', '12:00'), 'Why')).toBe('late-change.not-paid');
    expect(note(shift, worked('09:00', '12:00'), ' ')).toBe('late-change.reason-needed');
    expect(note(shift, worked('09:00', '17:00'), 'Why')).toBe('late-change.no-change');
    expect(note(shift, worked('19:00', '07:00'), 'Why')).toBe('shift.ends-next-day');
    expect(note(shift, worked('09:00', '12:00', { awakeMinutes: 200 }), 'Why')).toBe(
      'late-change.more-awake-than-night',
    );
    expect(note('no-such-shift', null, 'Why')).toBe('not-found');
    noteLate(context, householdId, { key: shift, now: worked('09:00', '18:00'), reason: 'Stayed on' });
    const [line] = finishedRun(context, householdId, runId).lines;
    // One way to change the hours of a shift at a time.
    expect(
      refusalOf(() =>
        correctPayslip(
          context,
          householdId,
          must(line?.payslipId ?? undefined, 'a payslip'),
          isoDay('2026-11-27'),
          [{ shiftId: lateShift(context, householdId, shift).shiftId, actual: null }],
        ),
      ),
    ).toBe('pay.changed-late');
  });

  test('stands on the payslip with its day and its reason', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace, shift } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    noteLate(context, householdId, {
      key: shift,
      now: worked('09:00', '19:00'),
      reason: 'The nurse came late',
    });
    const runId = finishNow(context, householdId, WEEK.second);
    const [line] = finishedRun(context, householdId, runId).lines;
    const file = await payslipFile(context, householdId, must(line?.payslipId ?? undefined, 'one'), 'html');
    const html = new TextDecoder().decode(file.bytes);
    expect(html).toContain('12 November');
    expect(html).toContain('The nurse came late');
  });
});

describe('hours left out of a paid period', () => {
  test('are added once, confirmed, and paid next as hours from before with their day', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace } = paidWeek(context);
    addTestShift(context, householdId, grace, '2026-11-17', '09:00', '19:00');
    expect(paidDay(context, householdId, grace, isoDay('2026-11-13'))).toMatchObject({
      paidOn: '2026-11-20',
    });
    expect(paidDay(context, householdId, grace, isoDay('2026-11-17'))).toBeNull();
    const added = {
      ...worked('18:00', '21:00'),
      workerId: grace,
      day: isoDay('2026-11-13'),
      kindOfWork: 'weekday' as const,
      note: '',
    };
    expect(previewAddedHours(context, householdId, added)).toMatchObject({
      minutes: 180,
      amount: 3_990,
      takenIn: { key: WEEK.second, netBefore: 13_300, net: 17_290 },
    });
    addHours(context, householdId, added);
    const line = lineOf(context, householdId, WEEK.second);
    expect(shown(line)[1]).toEqual(['late-hours', 180, null, '13.30', 3_990, '']);
    expect(line.earnings[1]?.days).toEqual(['2026-11-13']);
    undo(context, householdId);
    expect(shown(lineOf(context, householdId, WEEK.second))).toHaveLength(1);
  });

  test('that are still to come, or after the last day, are refused', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const { householdId, grace } = paidWeek(context);
    const add = (day: string) =>
      refusalOf(() =>
        addHours(context, householdId, {
          ...worked('09:00', '10:00'),
          workerId: grace,
          day: isoDay(day),
          kindOfWork: 'weekday',
          note: '',
        }),
      );
    expect(add('2026-11-24')).toBe('late-change.not-yet');
    saveLeaving(context, householdId, grace, isoDay('2026-11-15'));
    expect(add('2026-11-16')).toBe('shift.after-last-day');
  });
});

describe('somebody who has left', () => {
  test('gets more hours in a pay after leaving; too much paid waits, and says that there is no pay to take it', async () => {
    const { context } = await workspaceForTest('2026-11-30');
    const { householdId, grace, shift } = paidWeek(context, {
      contract: { holidayMethod: 'rolled-up' },
    });
    saveLeaving(context, householdId, grace, isoDay('2026-11-15'));
    expect(payRuns(context, householdId).open).toEqual([]);
    const less = previewLate(context, householdId, { key: shift, now: null, reason: 'Not worked' });
    expect(less).toMatchObject({ amount: -10_640, takenIn: null });
    noteLate(context, householdId, { key: shift, now: null, reason: 'Not worked' });
    expect(payRuns(context, householdId).open).toEqual([]);
    noteLate(context, householdId, { key: shift, now: worked('09:00', '19:00'), reason: 'Stayed on' });
    const [open] = payRuns(context, householdId).open;
    const line = lineOf(context, householdId, must(open, 'a pay after leaving').key);
    // 2 h at £13.30 and 12.07 % of £26.60 = £3.21 holiday pay with it.
    expect(shown(line).map((one) => [one[0], one[4]])).toEqual([
      ['late-change', 2_660],
      ['rolled-up-holiday-pay', 321],
    ]);
    finishNow(context, householdId, must(open, 'a pay after leaving').key);
    expect(payRuns(context, householdId).open).toEqual([]);
    expect(lateShift(context, householdId, shift)).toMatchObject({ hasLeft: true, waiting: null });
  });
});

describe('two households with one person', () => {
  test('a change to the cover in one leaves the other’s pay as it is', async () => {
    const { context } = await workspaceForTest('2026-11-23');
    const one = paidWeek(context);
    const two = paidWeek(context, { niNumber: 'AB999999C' });
    for (const each of [one, two])
      addTestShift(context, each.householdId, each.grace, '2026-11-17', '09:00', '12:00');
    const before = payRun(context, two.householdId, WEEK.second);
    noteLate(context, one.householdId, {
      key: one.shift,
      now: worked('09:00', '18:00'),
      reason: 'Stayed on',
    });
    expect(lineOf(context, one.householdId, WEEK.second).gross).toBe(3_990 + 1_330);
    expect(payRun(context, two.householdId, WEEK.second)).toEqual(before);
    expect(
      refusalOf(() => noteLate(context, two.householdId, { key: one.shift, now: null, reason: 'No' })),
    ).toBe('not-found');
  });
});

describe('whatever is changed late, in whatever order', () => {
  /** What happens between one pay and the next: hours of paid shifts (0: not worked), and hours of new ones in paid weeks. */
  const step = fc.record({
    changes: fc.array(fc.record({ shift: fc.nat(5), tenMinutes: fc.integer({ min: 0, max: 72 }) }), {
      maxLength: 4,
    }),
    added: fc.array(fc.record({ day: fc.nat(4), tenMinutes: fc.integer({ min: 1, max: 18 }) }), {
      maxLength: 2,
    }),
  });

  const times = (tenMinutes: number) => {
    const end = 6 * 60 + tenMinutes * 10;
    return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
  };

  test('every hour is paid once and only once: all runs together come to what the final hours are worth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        const given = await testWorkspace('2026-11-16');
        try {
          const { context, goTo } = given;
          const householdId = addTestHousehold(context);
          // £13.20 an hour is 22p a minute: no rounding hides a minute that is lost.
          const grace = addTestWorker(context, householdId, {
            startedOn: '2026-11-09',
            rates: { weekday: '13.20' },
          });
          const final = new Map<string, number>();
          const week = (from: string) => {
            for (let at = 0; at < 5; at += 1) {
              const key = addTestShift(
                context,
                householdId,
                grace,
                addDays(isoDay(from), at),
                '06:00',
                '14:00',
              );
              final.set(key, 480);
            }
          };
          let monday = isoDay('2026-11-09');
          let paid = 0;
          let minutes = 0;
          const finish = () => {
            const runId = finishNow(context, householdId, `weekly:${monday}`);
            for (const line of finishedRun(context, householdId, runId).lines) {
              paid += line.gross;
              minutes += line.minutes;
            }
          };
          week(monday);
          finish();
          for (const { changes, added } of [...steps, { changes: [], added: [] }]) {
            const keys = [...final.keys()];
            for (const { shift, tenMinutes } of changes) {
              const key = must(keys[shift % keys.length], 'a shift');
              if (final.get(key) === tenMinutes * 10) continue;
              noteLate(context, householdId, {
                key,
                now: tenMinutes === 0 ? null : worked('06:00', times(tenMinutes)),
                reason: 'Written down wrong',
              });
              final.set(key, tenMinutes * 10);
            }
            for (const { day, tenMinutes } of added) {
              const key = addHours(context, householdId, {
                ...worked('06:00', times(tenMinutes)),
                workerId: grace,
                day: addDays(monday, day),
                kindOfWork: 'weekday',
                note: '',
              });
              final.set(key, tenMinutes * 10);
            }
            monday = addDays(monday, 7);
            goTo(addDays(monday, 7));
            week(monday);
            finish();
          }
          // What waits because too much would be taken back at once is not paid yet: pay on until nothing waits.
          for (let more = 0; more < 2; more += 1) {
            monday = addDays(monday, 7);
            goTo(addDays(monday, 7));
            week(monday);
            finish();
          }
          const worth = [...final.values()].reduce((sum, each) => sum + each, 0);
          expect(minutes).toBe(worth);
          expect(paid).toBe(worth * 22);
          expect(payslipsToPutRight(context, householdId, grace)).toEqual([]);
          expect(checkChain(context, householdId)).toEqual([]);
        } finally {
          given.close();
        }
      }),
      { numRuns: tries(12, 4) },
    );
  }, 120_000);
});
