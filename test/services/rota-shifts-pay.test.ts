import type { ShiftTime, ShiftTimes } from '@shared/api/shifts';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { payRun } from '../../electron/services/pay-run';
import { shiftInside } from '../../electron/services/rota-exceptions';
import { saveShiftTimes } from '../../electron/services/rota-nights';
import { shareShiftWith } from '../../electron/services/rota-share';
import { splitShiftAt } from '../../electron/services/rota-shift-changes';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { undo } from '../../electron/services/undo';
import { rowsOf } from '../support/rota-rows';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

type Rates = NonNullable<Parameters<typeof addTestWorker>[2]['rates']>;

async function oneWeek(rates: Rates, startedOn = '2026-11-02') {
  const given = await workspaceForTest('2026-11-30');
  const householdId = addTestHousehold(given.context);
  const grace = addTestWorker(given.context, householdId, { startedOn, rates });
  return { given, context: given.context, householdId, grace };
}

const time = (start: string, end: string): ShiftTime => ({
  start: clockTime(start),
  end: clockTime(end),
  note: '',
});
const times = (part: Partial<ShiftTimes>): ShiftTimes => ({ callOuts: [], rests: [], night: null, ...part });

function earnings(context: TestWorkspace['context'], householdId: string, monday: string) {
  return payRun(context, householdId, `weekly:${monday}`).lines.map((line) =>
    line.earnings.map((one) => [one.kindOfWork, one.minutes ?? one.units, one.amount]),
  );
}

describe('pay', () => {
  test('goes to both PAs of a shared shift, each for their own hours', async () => {
    const { context, householdId, grace } = await oneWeek({ weekday: '13.00' });
    const dev = addTestWorker(context, householdId, {
      firstNames: 'Dev',
      lastName: 'Shah',
      startedOn: '2026-11-02',
      rates: { weekday: '14.00' },
    });
    const key = addTestShift(context, householdId, grace, '2026-11-23', '08:00', '14:00', {
      confirmed: false,
    });
    shareShiftWith(context, householdId, {
      key,
      withWorkers: [
        { workerId: dev, hours: { start: clockTime('08:00'), end: clockTime('10:00'), endsNextDay: false } },
      ],
      said: [],
    });
    const { shifts } = rotaView(context, householdId, isoDay('2026-11-23'), isoDay('2026-11-29'));
    confirmHours(
      context,
      householdId,
      shifts.map((one) => ({ key: one.key, actual: null })),
    );
    // Grace: 6 h at £13 = £78. Dev: 2 h at £14 = £28.
    expect(earnings(context, householdId, '2026-11-23').sort()).toEqual([
      [['weekday', 120, 2_800]],
      [['weekday', 360, 7_800]],
    ]);
  });

  test('of a shift split in two is what it was for one', async () => {
    const { context, householdId, grace } = await oneWeek({ weekday: '13.37' });
    const key = addTestShift(context, householdId, grace, '2026-11-23', '08:00', '13:50');
    const before = earnings(context, householdId, '2026-11-23');
    // 5 h 50 at £13.37 = £77.99 (77.9916…).
    expect(before).toEqual([[['weekday', 350, 7_799]]]);
    expect(splitShiftAt(context, householdId, { key, at: clockTime('10:25'), said: [] }).done).toBe(true);
    expect(earnings(context, householdId, '2026-11-23')).toEqual(before);
  });

  test('counts the times awake noted before a sleep-in is confirmed as planned', async () => {
    const { context, householdId, grace } = await oneWeek({ 'sleep-in': '60.00', 'sleep-in-awake': '13.00' });
    const key = addTestShift(context, householdId, grace, '2026-11-23', '22:00', '07:00', {
      confirmed: false,
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    // 2 am to 2:40, and 2:30 to 3:30: together 1½ hours.
    saveShiftTimes(
      context,
      householdId,
      key,
      times({ callOuts: [time('02:00', '02:40'), time('02:30', '03:30')] }),
    );
    confirmHours(context, householdId, [{ key, actual: null }]);
    expect(earnings(context, householdId, '2026-11-23')).toEqual([
      [
        ['sleep-in', 1, 6_000],
        ['sleep-in-awake', 90, 1_950],
      ],
    ]);
  });

  test('follows times awake that are noted after the night was confirmed, and undo takes them back', async () => {
    const { context, householdId, grace } = await oneWeek({ 'sleep-in': '5.00' });
    const key = addTestShift(context, householdId, grace, '2026-11-23', '22:00', '07:00', {
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    const before = rowsOf(context);
    const blocks = () =>
      payRun(context, householdId, 'weekly:2026-11-23')
        .warnings.filter((one) => one.blocks)
        .map((one) => [one.code, one.values['shortfall']]);
    expect(blocks()).toEqual([]);
    saveShiftTimes(context, householdId, key, times({ callOuts: [time('23:00', '02:00')] }));
    expect(shiftInside(context, householdId, key).awakeMinutes).toBe(180);
    // 3 hours of work at £12.71 are £38.13, and £5 is paid: £33.13 short.
    expect(blocks()).toEqual([['pay.below-minimum-wage', 3_313]]);
    undo(context, householdId);
    expect(rowsOf(context)).toEqual(before);
    expect(blocks()).toEqual([]);
  });

  test('counts time awake over the night the clocks go back by what really passed', async () => {
    const { context, householdId, grace } = await oneWeek(
      { 'sleep-in': '60.00', 'sleep-in-awake': '13.00' },
      '2026-10-05',
    );
    const key = addTestShift(context, householdId, grace, '2026-10-24', '22:00', '07:00', {
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    // Half past midnight to half past two is 3 hours that night.
    saveShiftTimes(context, householdId, key, times({ callOuts: [time('00:30', '02:30')] }));
    expect(earnings(context, householdId, '2026-10-19')).toEqual([
      [
        ['sleep-in', 1, 6_000],
        ['sleep-in-awake', 180, 3_900],
      ],
    ]);
  });

  test('of a live-in day is one sum, with the minimum wage checked on what is not the PA’s own time', async () => {
    const { context, householdId, grace } = await oneWeek({ 'live-in': '150.00' });
    const key = addTestShift(context, householdId, grace, '2026-11-23', '08:00', '08:00', {
      confirmed: false,
      endsNextDay: true,
      kindOfWork: 'live-in',
    });
    // A night of 9 hours with half an hour awake, and 4 hours of rest: 11½ hours of work.
    saveShiftTimes(
      context,
      householdId,
      key,
      times({
        night: time('22:00', '07:00'),
        rests: [time('13:00', '17:00')],
        callOuts: [time('03:00', '03:30')],
      }),
    );
    confirmHours(context, householdId, [{ key, actual: null }]);
    expect(shiftInside(context, householdId, key).awakeMinutes).toBe(690);
    const run = payRun(context, householdId, 'weekly:2026-11-23');
    expect(run.lines[0]?.earnings.map((one) => [one.kindOfWork, one.units, one.amount])).toEqual([
      ['live-in', 1, 15_000],
    ]);
    // 11½ h at £12.71 = £146.17, below £150. All 24 hours would have been £305.04.
    expect(run.warnings.filter((one) => one.blocks)).toEqual([]);
  });
});

describe('times inside a shift', () => {
  test('are refused outside of it, and where the kind of work has none', async () => {
    const { context, householdId, grace } = await oneWeek({ weekday: '13.00', 'sleep-in': '60.00' });
    const night = addTestShift(context, householdId, grace, '2026-11-23', '22:00', '07:00', {
      confirmed: false,
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    const day = addTestShift(context, householdId, grace, '2026-11-24', '09:00', '12:00', {
      confirmed: false,
    });
    const save = (key: string, part: Partial<ShiftTimes>) =>
      refusalOf(() => saveShiftTimes(context, householdId, key, times(part)));
    expect(save(night, { callOuts: [time('08:00', '09:00')] })).toBe('stretch.outside');
    expect(save(night, { callOuts: [time('03:00', '02:00')] })).toBe('stretch.ends-before-it-starts');
    expect(save(night, { rests: [time('02:00', '03:00')] })).toBe('times.not-for-this-kind');
    expect(save(day, { callOuts: [time('10:00', '11:00')] })).toBe('times.not-for-this-kind');
  });
});
