import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { changePattern } from '../../electron/services/rota-pattern-edit';
import { endPattern } from '../../electron/services/rota-patterns';
import { changeShift } from '../../electron/services/rota-shift-changes';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { undo } from '../../electron/services/undo';
import { rowsOf } from '../support/rota-rows';
import { addTestHousehold, addTestPattern, addTestWorker } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

/** Grace works Mondays 08:00 to 14:00 from 2 November; 9 November is confirmed, 30 November begins at 09:00 by hand. */
async function mondays() {
  const given = await workspaceForTest('2026-11-21');
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2026-01-05' });
  const patternId = addTestPattern(context, householdId, grace, '2026-11-02', [0], '08:00', '14:00');
  const on = (day: string) => rotaView(context, householdId, isoDay(day), isoDay(day)).shifts;
  const keyOn = (day: string): string => on(day)[0]?.key ?? '';
  confirmHours(context, householdId, [{ key: keyOn('2026-11-09'), actual: null }]);
  const changed = changeShift(context, householdId, {
    key: keyOn('2026-11-30'),
    to: { start: clockTime('09:00') },
    scope: 'this-one',
    said: [],
  });
  expect(changed.done).toBe(true);
  return { context, householdId, grace, patternId, on, keyOn };
}

test('ending a repeating week tells which days stay: those changed by hand, and how many are confirmed', async () => {
  const { context, householdId, patternId, on } = await mondays();
  const before = rowsOf(context);
  const told = endPattern(context, householdId, patternId, isoDay('2026-11-08'));
  expect(told).toMatchObject([
    { code: 'pattern.exception-stands-alone', details: { day: '2026-11-30' } },
    { code: 'pattern.worked-stays', details: { shifts: 1, day: '2026-11-09' } },
  ]);
  const left = rotaView(context, householdId, isoDay('2026-11-02'), addDays(isoDay('2026-11-02'), 34)).shifts;
  expect(left.map((one) => [one.day, one.start, one.state])).toEqual([
    ['2026-11-02', '08:00', 'planned'],
    ['2026-11-09', '08:00', 'confirmed'],
    ['2026-11-30', '09:00', 'planned'],
  ]);
  expect(on('2026-11-16')).toEqual([]);
  undo(context, householdId);
  expect(rowsOf(context)).toEqual(before);
});

test('nothing is told of days before the end', async () => {
  const { context, householdId, patternId } = await mondays();
  expect(endPattern(context, householdId, patternId, isoDay('2026-12-07'))).toEqual([]);
});

test('a repeating week that has ended is not made longer by ending it later', async () => {
  const { context, householdId, patternId } = await mondays();
  endPattern(context, householdId, patternId, isoDay('2026-12-14'));
  expect(refusalOf(() => endPattern(context, householdId, patternId, isoDay('2027-01-04')))).toBe(
    'pattern.has-ended',
  );
});

test('a last day that is given in the week itself tells what stays after it too', async () => {
  const { context, householdId, grace, patternId } = await mondays();
  const outcome = changePattern(
    context,
    householdId,
    {
      id: patternId,
      workerId: grace,
      cycleWeeks: 1,
      anchorMonday: isoDay('2026-11-02'),
      fromDay: isoDay('2026-11-02'),
      toDay: isoDay('2026-11-22'),
      entries: [
        {
          weekIndex: 0,
          weekday: 0,
          start: clockTime('08:00'),
          end: clockTime('14:00'),
          endsNextDay: false,
          kindOfWork: 'weekday',
        },
      ],
    },
    null,
  );
  expect(outcome).toMatchObject({
    done: true,
    told: [{ code: 'pattern.exception-stands-alone', values: { day: '2026-11-30' } }],
  });
});

test('days that stay of a week that goes as a whole still support whom the week did', async () => {
  const { context, householdId, patternId, keyOn } = await mondays();
  databaseOf(context).act({ name: 'test', householdId }, (write) => {
    write.insert('pool', { id: 'pool', household_id: householdId, name: 'Two', note: '', ended_on: null });
    write.insert('pool_shift', {
      id: 'shared',
      household_id: householdId,
      pool_id: 'pool',
      pattern_id: patternId,
      shift_key: null,
      supported_json: '["both"]',
    });
  });
  const keys = [keyOn('2026-11-09'), keyOn('2026-11-30')];
  endPattern(context, householdId, patternId, isoDay('2026-11-02'));
  const rows = rowsOf(context)['pool_shift'] as readonly {
    readonly shift_key: string;
    readonly supported_json: string;
  }[];
  expect(rows.map((row) => [row.shift_key, row.supported_json]).sort()).toEqual(
    keys.map((key) => [key, '["both"]']).sort(),
  );
});
