import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { timesheetFile } from '../../electron/services/rota-documents';
import { confirmHours } from '../../electron/services/rota-shifts';
import { agreeTimesheet, takeBackAgreement } from '../../electron/services/timesheets-agree';
import { paperTimesheet } from '../../electron/services/timesheets-paper';
import { typeInTimesheet } from '../../electron/services/timesheets-type-in';
import { listTimesheets, timesheetView } from '../../electron/services/timesheets-view';
import { undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';

const WEEK = { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') };

/** Grace works 8:00 to 14:00 on Monday, Tuesday and Friday, is paid by the week, and it is Sunday 22 November. */
async function aWeek() {
  const { context, goTo } = await workspaceForTest('2026-11-22');
  const householdId = addTestHousehold(context);
  const worker = addTestWorker(context, householdId, { startedOn: '2026-11-02' });
  addTestPattern(context, householdId, worker, '2026-11-16', [0, 1, 4], '08:00', '14:00');
  const view = () => timesheetView(context, householdId, worker, WEEK);
  const keys = view().lines.map((line) => line.key);
  const confirmAll = () =>
    confirmHours(
      context,
      householdId,
      keys.map((key) => ({ key, actual: null })),
    );
  const agree = (more: { name?: string; on?: string; how?: 'signed' | 'typed' } = {}) =>
    agreeTimesheet(context, householdId, worker, WEEK, {
      how: more.how ?? 'typed',
      name: more.name ?? 'Grace Okafor',
      on: isoDay(more.on ?? '2026-11-22'),
    });
  return { context, goTo, householdId, worker, view, keys, confirmAll, agree };
}

describe('A timesheet of a week', () => {
  test('waits for hours to be confirmed, and says so', async () => {
    const { view } = await aWeek();
    expect(view().steps).toMatchObject({
      shifts: 3,
      toConfirm: 3,
      toCome: 0,
      paid: 'none',
      agreed: 'no',
      plannedMinutes: 18 * 60,
      workedMinutes: 0,
    });
    expect(view().lines.map((line) => [line.planned.day, line.standing])).toEqual([
      ['2026-11-16', 'to-confirm'],
      ['2026-11-17', 'to-confirm'],
      ['2026-11-20', 'to-confirm'],
    ]);
  });

  test('has what was worked against what was planned, with the reason', async () => {
    const { context, householdId, view, keys } = await aWeek();
    confirmHours(context, householdId, [
      { key: keys[0] ?? '', actual: null },
      {
        key: keys[1] ?? '',
        actual: {
          start: clockTime('08:00'),
          end: clockTime('15:30'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'Stayed for the doctor',
        },
      },
    ]);
    const sheet = view();
    expect(sheet.lines[1]).toMatchObject({
      plannedMinutes: 360,
      workedMinutes: 450,
      differenceMinutes: 90,
      reason: 'Stayed for the doctor',
    });
    // 6 h and 7 h 30 were worked; one shift of 6 h waits.
    expect(sheet.steps).toMatchObject({ workedMinutes: 810, toConfirm: 1 });
    expect(sheet.differenceMinutes).toBe(90);
  });

  test('counts shifts that are still to come apart from those to confirm', async () => {
    const { context, goTo, householdId, worker } = await aWeek();
    goTo('2026-11-17');
    expect(timesheetView(context, householdId, worker, WEEK).steps).toMatchObject({
      toConfirm: 1,
      toCome: 2,
    });
    // Tuesday itself may be confirmed already.
    expect(timesheetView(context, householdId, worker, WEEK).lines.map((line) => line.mayConfirm)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('shows a shift of somebody away, and asks nothing about it', async () => {
    const { context, householdId, worker, view } = await aWeek();
    addTestAbsence(context, householdId, worker, 'sickness', '2026-11-17', '2026-11-17');
    expect(view().lines.map((line) => line.standing)).toEqual(['to-confirm', 'away', 'to-confirm']);
    expect(view().steps).toMatchObject({ shifts: 2, toConfirm: 2 });
  });

  test('leads to the pay periods before and after, from the first day of work to the one after this', async () => {
    const { context, householdId, worker, view } = await aWeek();
    const nextWeek = { from: isoDay('2026-11-23'), to: isoDay('2026-11-29') };
    expect([view().before, view().after]).toEqual([{ from: '2026-11-09', to: '2026-11-15' }, nextWeek]);
    expect(timesheetView(context, householdId, worker, nextWeek).after).toBeNull();
    const first = { from: isoDay('2026-11-02'), to: isoDay('2026-11-08') };
    expect(timesheetView(context, householdId, worker, first).before).toBeNull();
  });

  test('is of a quarter at most, and not back to front', async () => {
    const { context, householdId, worker } = await aWeek();
    const of = (from: string, to: string) =>
      refusalOf(() => timesheetView(context, householdId, worker, { from: isoDay(from), to: isoDay(to) }));
    expect(of('2026-11-22', '2026-11-16')).toBe('day.end-before-start');
    expect(of('2025-11-22', '2026-11-16')).toBe('timesheet.too-long');
    const other = addTestHousehold(context, { name: 'Another' });
    expect(refusalOf(() => timesheetView(context, other, worker, WEEK))).toBe('not-found');
  });
});

describe('The PA’s word that the hours are right', () => {
  test('is kept with the name and the day, and holds while the hours stay as they are', async () => {
    const { view, confirmAll, agree } = await aWeek();
    confirmAll();
    expect(agree({ how: 'signed' })).toEqual({ warnings: [] });
    expect(view().steps).toMatchObject({
      agreed: 'yes',
      agreement: { how: 'signed', name: 'Grace Okafor', on: '2026-11-22' },
    });
  });

  test('shows as changed once an hour is another, and as agreed again when that is undone', async () => {
    const { context, householdId, view, keys, confirmAll, agree } = await aWeek();
    confirmAll();
    agree();
    confirmHours(context, householdId, [
      {
        key: keys[2] ?? '',
        actual: {
          start: clockTime('08:00'),
          end: clockTime('13:00'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'Left early',
        },
      },
    ]);
    expect(view().steps.agreed).toBe('changed');
    expect(view().problems.map((problem) => problem.code)).toEqual(['timesheet.changed-since-agreed']);
    undo(context, householdId);
    expect(view().steps.agreed).toBe('yes');
  });

  test('given anew takes the place of the old one; taken back, there is none', async () => {
    const { context, householdId, worker, view, confirmAll, agree } = await aWeek();
    confirmAll();
    agree({ name: 'G Okafor' });
    agree();
    expect(view().steps.agreement?.name).toBe('Grace Okafor');
    takeBackAgreement(context, householdId, worker, WEEK);
    expect(view().steps.agreed).toBe('no');
    expect(refusalOf(() => takeBackAgreement(context, householdId, worker, WEEK))).toBe(
      'timesheet.not-agreed',
    );
    undo(context, householdId);
    expect(view().steps.agreement?.name).toBe('Grace Okafor');
  });

  test('is not taken for nothing, for a day to come, or without a name; open shifts are warned of', async () => {
    const { context, householdId, keys, agree } = await aWeek();
    expect(refusalOf(() => agree())).toBe('agreement.nothing-worked');
    confirmHours(context, householdId, [{ key: keys[0] ?? '', actual: null }]);
    expect(refusalOf(() => agree({ on: '2026-11-23' }))).toBe('agreement.in-the-future');
    expect(refusalOf(() => agree({ name: '  ' }))).toBe('agreement.no-name');
    expect(agree({ on: '2026-11-20' }).warnings.map((warning) => warning.code)).toEqual([
      'agreement.before-the-period-ends',
      'agreement.shifts-to-confirm',
    ]);
  });
});

describe('Paid hours', () => {
  test('are locked: the sheet says so, the hours and the PA’s word stay', async () => {
    const { context, goTo, householdId, worker, view, keys, confirmAll, agree } = await aWeek();
    confirmAll();
    agree();
    goTo('2026-11-23');
    const key = 'weekly:2026-11-16';
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    expect(view().steps).toMatchObject({ paid: 'all', agreed: 'yes' });
    expect(view().lines.every((line) => line.standing === 'locked')).toBe(true);
    expect(refusalOf(() => takeBackAgreement(context, householdId, worker, WEEK))).toBe('timesheet.paid');
    expect(refusalOf(() => confirmHours(context, householdId, [{ key: keys[0] ?? '', actual: null }]))).toBe(
      'shift.paid',
    );
  });
});

describe('The list of timesheets', () => {
  test('has each PA’s newest pay periods, the running one first, and how far each is', async () => {
    const { context, householdId, confirmAll, agree } = await aWeek();
    confirmAll();
    agree();
    const four = addTestWorker(context, householdId, {
      firstNames: 'Maya',
      startedOn: '2026-11-16',
      contract: { payFrequency: 'four-weekly' },
    });
    const list = listTimesheets(context, householdId);
    expect(
      list[0]?.periods.map((period) => [period.from, period.to, period.steps.shifts, period.steps.agreed]),
    ).toEqual([
      ['2026-11-16', '2026-11-22', 3, 'yes'],
      ['2026-11-09', '2026-11-15', 0, 'no'],
      ['2026-11-02', '2026-11-08', 0, 'no'],
    ]);
    expect(list.find((one) => one.workerId === four)?.periods.map((one) => [one.from, one.to])).toEqual([
      ['2026-11-16', '2026-12-13'],
    ]);
  });
});

describe('A paper timesheet', () => {
  test('is printed with the planned times, or with the days alone', async () => {
    const { context, householdId, worker } = await aWeek();
    const planned = paperTimesheet(context, householdId, worker, WEEK, { planned: true, large: false });
    expect(planned.name).toBe('Timesheet to fill in Grace Okafor to 2026-11-22.pdf');
    expect(readPdf(planned.bytes).text.match(/08:00 to 14:00/g)).toHaveLength(3);
    const days = paperTimesheet(context, householdId, worker, WEEK, { planned: false, large: true });
    expect(readPdf(days.bytes).text.match(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ Nov/g)).toHaveLength(7);
  });

  test('comes in as one action: as planned, otherwise with a reason, and a shift nobody planned', async () => {
    const { context, householdId, worker, view, keys } = await aWeek();
    const typed = (key: string | null, day: string, start: string, end: string, reason = '') => ({
      key,
      day: isoDay(day),
      start: clockTime(start),
      end: clockTime(end),
      endsNextDay: false,
      awakeMinutes: null,
      kindOfWork: 'weekday' as const,
      reason,
    });
    const rows = [
      typed(keys[0] ?? '', '2026-11-16', '08:00', '14:00'),
      typed(keys[1] ?? '', '2026-11-17', '08:30', '14:00', 'The bus was late'),
      typed(null, '2026-11-18', '10:00', '12:00', 'Shopping'),
    ];
    expect(typeInTimesheet(context, householdId, worker, rows)).toEqual({
      confirmed: 2,
      added: 1,
      warnings: [],
    });
    expect(view().lines.map((line) => [line.planned.day, line.standing, line.workedMinutes])).toEqual([
      ['2026-11-16', 'confirmed', 360],
      ['2026-11-17', 'confirmed', 330],
      ['2026-11-18', 'confirmed', 120],
      ['2026-11-20', 'to-confirm', 0],
    ]);
    undo(context, householdId);
    expect(view().steps).toMatchObject({ shifts: 3, toConfirm: 3 });
  });

  test('is taken whole or not at all', async () => {
    const { context, householdId, worker, view, keys } = await aWeek();
    const row = {
      key: keys[0] ?? null,
      day: isoDay('2026-11-16'),
      start: clockTime('08:00'),
      end: clockTime('14:00'),
      endsNextDay: false,
      awakeMinutes: null,
      kindOfWork: 'weekday' as const,
      reason: '',
    };
    const typing = (...more: (typeof row)[]) =>
      refusalOf(() => typeInTimesheet(context, householdId, worker, [row, ...more]));
    expect(typing({ ...row, key: keys[1] ?? null, end: clockTime('15:00') })).toBe('shift.reason-needed');
    expect(typing({ ...row, key: null, end: clockTime('07:00') })).toBe('shift.ends-next-day');
    expect(typing({ ...row, key: null, day: isoDay('2026-11-23') })).toBe('shift.not-yet');
    expect(view().steps.toConfirm).toBe(3);
  });

  test('takes over the time awake in a sleep-in', async () => {
    const { context, householdId, worker, view } = await aWeek();
    const key = addTestShift(context, householdId, worker, '2026-11-18', '22:00', '07:00', {
      kindOfWork: 'sleep-in',
      endsNextDay: true,
      confirmed: false,
    });
    typeInTimesheet(context, householdId, worker, [
      {
        key,
        day: isoDay('2026-11-18'),
        start: clockTime('22:00'),
        end: clockTime('07:00'),
        endsNextDay: true,
        awakeMinutes: 45,
        kindOfWork: 'sleep-in',
        reason: '',
      },
    ]);
    const line = view().lines.find((one) => one.key === key);
    expect(line).toMatchObject({ standing: 'confirmed', awakeMinutes: 45, differenceMinutes: 0 });
    // A night is counted, and its hours are not added to the hours of the week.
    expect(view().steps).toMatchObject({ sleepIns: 1, workedMinutes: 0 });
  });
});

test('the printed timesheet carries the PA’s word while it holds', async () => {
  const { context, householdId, worker, confirmAll, agree } = await aWeek();
  const text = () => readPdf(timesheetFile(context, householdId, worker, WEEK.from, WEEK.to).bytes).text;
  expect(text()).toContain('Not confirmed yet');
  confirmAll();
  expect(text()).toContain('Signed by the PA');
  agree();
  expect(text()).toContain('Grace Okafor agreed to these hours on 22 November 2026, with a typed name.');
});
