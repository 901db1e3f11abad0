import type { RotaOutcome } from '@shared/api/shifts';
import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { copyShiftTo, copyWeekTo } from '../../electron/services/rota-copy';
import { leaveDaysOut, patternExceptions, shiftInside } from '../../electron/services/rota-exceptions';
import { saveShiftTimes } from '../../electron/services/rota-nights';
import { changePattern } from '../../electron/services/rota-pattern-edit';
import { addBeside, shareShiftWith, takeOutOf } from '../../electron/services/rota-share';
import {
  changeShift,
  joinTwoShifts,
  putBack,
  splitShiftAt,
  takeOff,
} from '../../electron/services/rota-shift-changes';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { redo, undo } from '../../electron/services/undo';
import { rowsOf } from '../support/rota-rows';
import {
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const MONDAY = '2026-11-23';

type Given = TestWorkspace & { readonly householdId: string; readonly grace: string; readonly dev: string };

async function household(): Promise<Given> {
  const given = await workspaceForTest('2026-11-21');
  const householdId = addTestHousehold(given.context);
  const rates = { weekday: '13.00', weekend: '15.00', 'sleep-in': '60.00', travel: '12.71' };
  const grace = addTestWorker(given.context, householdId, { startedOn: '2026-01-05', rates });
  const dev = addTestWorker(given.context, householdId, {
    firstNames: 'Dev',
    lastName: 'Shah',
    startedOn: '2026-01-05',
    rates,
  });
  return { ...given, householdId, grace, dev };
}

/** The shifts of a week as short texts. */
function week(given: Given, from = MONDAY): string[] {
  const { context, householdId, grace, dev } = given;
  const names = new Map([
    [grace, 'Grace'],
    [dev, 'Dev'],
  ]);
  return rotaView(context, householdId, isoDay(from), addDays(isoDay(from), 6))
    .shifts.map((one) => ({ ...one, name: names.get(one.workerId ?? '') ?? 'open' }))
    .sort((a, b) => (`${a.day} ${a.start} ${a.name}` < `${b.day} ${b.start} ${b.name}` ? -1 : 1))
    .map((one) => `${one.name} ${one.day.slice(8)} ${one.start}–${one.end} ${one.state}`);
}

function done(outcome: RotaOutcome): Extract<RotaOutcome, { done: true }> {
  if (!outcome.done) throw new Error(`Asked: ${outcome.asks.map((one) => one.code).join(', ')}`);
  return outcome;
}

/** Does something, sees that undo puts every row back and redo brings it again; answers what stood in between. */
function thereAndBack<T>(given: Given, work: () => T): T {
  const { context, householdId } = given;
  const before = rowsOf(context);
  const answer = work();
  const after = rowsOf(context);
  expect(after).not.toEqual(before);
  undo(context, householdId);
  expect(rowsOf(context)).toEqual(before);
  redo(context, householdId);
  expect(rowsOf(context)).toEqual(after);
  return answer;
}

const planned = { confirmed: false } as const;

describe('one shift', () => {
  test('is split at a time, and the second part can go to another PA', async () => {
    const given = await household();
    const { context, householdId, grace, dev } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    thereAndBack(given, () =>
      done(
        splitShiftAt(context, householdId, { key, at: clockTime('11:00'), secondWorkerId: dev, said: [] }),
      ),
    );
    expect(week(given)).toEqual(['Grace 23 08:00–11:00 planned', 'Dev 23 11:00–14:00 planned']);
  });

  test('a split of a sleep-in asks first, because an allowance would be paid twice', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '22:00', '07:00', {
      ...planned,
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    const before = rowsOf(context);
    const asked = splitShiftAt(context, householdId, { key, at: clockTime('02:00'), said: [] });
    // £60 a shift: once before, twice after.
    expect(asked).toEqual({
      done: false,
      asks: [{ code: 'shift.pay-changes', values: { beforePence: 6_000, afterPence: 12_000 } }],
    });
    expect(rowsOf(context)).toEqual(before);
    thereAndBack(given, () =>
      done(splitShiftAt(context, householdId, { key, at: clockTime('02:00'), said: ['shift.pay-changes'] })),
    );
    expect(week(given)).toEqual(['Grace 23 22:00–02:00 planned', 'Grace 24 02:00–07:00 planned']);
  });

  test('two that touch are joined again into the first', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    const before = rowsOf(context);
    done(splitShiftAt(context, householdId, { key, at: clockTime('11:00'), said: [] }));
    const { touching } = shiftInside(context, householdId, key);
    expect(touching).toMatchObject([{ start: '11:00', end: '14:00' }]);
    const otherKey = touching[0]?.key ?? '';
    thereAndBack(given, () =>
      done(joinTwoShifts(context, householdId, { key: otherKey, otherKey: key, said: [] })),
    );
    expect(rowsOf(context)).toEqual(before);
  });

  test('goes to another day, time and PA, and asks whether it ends on the next day', async () => {
    const given = await household();
    const { context, householdId, grace, dev } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    const change = {
      key,
      to: { workerId: dev, day: isoDay('2026-11-25'), start: clockTime('20:00'), end: clockTime('02:00') },
      note: 'Bring the key',
      scope: 'this-one',
      said: [],
    } as const;
    expect(changeShift(context, householdId, { ...change, said: [] })).toMatchObject({
      done: false,
      asks: [{ code: 'shift.ends-next-day' }],
    });
    thereAndBack(given, () =>
      done(changeShift(context, householdId, { ...change, said: ['shift.ends-next-day'] })),
    );
    expect(week(given)).toEqual(['Dev 25 20:00–02:00 planned']);
  });

  test('bad input is refused in words: 30 hours, before the first day, after the last', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    const before = rowsOf(context);
    const to = (part: object) =>
      refusalOf(() => changeShift(context, householdId, { key, to: part, scope: 'this-one', said: [] }));
    expect(to({ start: clockTime('08:00'), end: clockTime('14:00'), endsNextDay: true })).toBe(
      'shift.too-long',
    );
    expect(to({ day: isoDay('2026-01-04') })).toBe('shift.before-first-day');
    expect(to({ workerId: 'somebody else' })).toBe('not-found');
    expect(rowsOf(context)).toEqual(before);
  });

  test('an overlap with another shift of the same PA is told, not refused', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    const key = addTestShift(context, householdId, grace, '2026-11-24', '08:00', '14:00', planned);
    const outcome = done(
      changeShift(context, householdId, {
        key,
        to: { day: isoDay(MONDAY), start: clockTime('12:00') },
        scope: 'this-one',
        said: [],
      }),
    );
    expect(outcome.told).toMatchObject([
      { code: 'shift.overlaps-own', values: { name: 'Grace', day: MONDAY } },
    ]);
  });

  test('comes off the rota and undo brings back the very row, with its times', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '22:00', '07:00', {
      ...planned,
      endsNextDay: true,
      kindOfWork: 'sleep-in',
    });
    saveShiftTimes(context, householdId, key, {
      callOuts: [{ start: clockTime('02:00'), end: clockTime('02:40'), note: '' }],
      rests: [],
      night: null,
    });
    thereAndBack(given, () => done(takeOff(context, householdId, key, 'this-one', [])));
    expect(week(given)).toEqual([]);
  });
});

describe('copies', () => {
  test('of a shift go to other days, and a day that has it already is left out', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    const days = [isoDay('2026-11-24'), isoDay('2026-11-25')];
    const first = thereAndBack(given, () => copyShiftTo(context, householdId, { key, days }));
    expect(first).toMatchObject({ copied: 2, notCopied: [] });
    const again = copyShiftTo(context, householdId, { key, days });
    expect(again).toMatchObject({
      copied: 0,
      notCopied: [{ code: 'copy.already-there', name: 'Grace' }, { code: 'copy.already-there' }],
    });
    expect(week(given)).toHaveLength(3);
  });

  test('of a week go to other weeks as one action, and groups stay together', async () => {
    const given = await household();
    const { context, householdId, grace, dev } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    done(
      shareShiftWith(context, householdId, { key, withWorkers: [{ workerId: dev, hours: null }], said: [] }),
    );
    const outcome = thereAndBack(given, () =>
      copyWeekTo(context, householdId, isoDay(MONDAY), [isoDay('2026-11-30'), isoDay('2026-12-07')]),
    );
    expect(outcome.copied).toBe(4);
    expect(week(given, '2026-12-07')).toEqual(['Dev 07 08:00–14:00 planned', 'Grace 07 08:00–14:00 planned']);
    const one = rotaView(context, householdId, isoDay('2026-12-07'), isoDay('2026-12-13')).shifts.find(
      (shift) => shift.workerId === grace,
    );
    expect(shiftInside(context, householdId, one?.key ?? '').together).toMatchObject([{ workerId: dev }]);
  });

  test('of a night onto the night the clocks go back last an hour longer, and that is told', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, '2026-10-17', '22:00', '07:00', {
      ...planned,
      endsNextDay: true,
    });
    const outcome = copyShiftTo(context, householdId, { key, days: [isoDay('2026-10-24')] });
    // 9 hours by the clock, 10 in truth.
    expect(outcome.told).toMatchObject([
      { code: 'copy.length-differs', values: { day: '2026-10-24', before: 540, after: 600 } },
    ]);
  });
});

describe('two PAs at one shift', () => {
  test('have a shift each and come apart again', async () => {
    const given = await household();
    const { context, householdId, grace, dev } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    const before = rowsOf(context);
    thereAndBack(given, () =>
      done(
        shareShiftWith(context, householdId, {
          key,
          withWorkers: [
            {
              workerId: dev,
              hours: { start: clockTime('08:00'), end: clockTime('10:00'), endsNextDay: false },
            },
          ],
          said: [],
        }),
      ),
    );
    expect(week(given)).toEqual(['Dev 23 08:00–10:00 planned', 'Grace 23 08:00–14:00 planned']);
    const { together } = shiftInside(context, householdId, key);
    expect(together).toMatchObject([{ workerId: dev, end: '10:00' }]);
    thereAndBack(given, () => done(takeOutOf(context, householdId, together[0]?.key ?? '')));
    expect(rowsOf(context)).toEqual(before);
  });

  test('travel stands beside a shift as a shift of its own', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const key = addTestShift(context, householdId, grace, MONDAY, '08:00', '14:00', planned);
    thereAndBack(given, () =>
      done(
        addBeside(context, householdId, {
          key,
          kindOfWork: 'travel',
          minutesBefore: 30,
          minutesAfter: 45,
          note: '',
          said: [],
        }),
      ),
    );
    expect(week(given)).toEqual([
      'Grace 23 07:30–08:00 planned',
      'Grace 23 08:00–14:00 planned',
      'Grace 23 14:00–14:45 planned',
    ]);
  });
});

describe('a shift of a repeating week', () => {
  const TUESDAY = '2026-11-24';

  async function repeating() {
    const given = await household();
    const { context, householdId, grace } = given;
    const patternId = addTestPattern(context, householdId, grace, '2026-11-02', [0, 1], '08:00', '14:00');
    const keyOn = (day: string): string => {
      const monday = addDays(isoDay(day), day === TUESDAY ? -1 : 0);
      const found = rotaView(context, householdId, monday, addDays(monday, 6)).shifts.find(
        (one) => one.day === day,
      );
      return found?.key ?? '';
    };
    return { given, patternId, keyOn };
  }

  test('this one alone becomes an exception, and can be put back', async () => {
    const { given, patternId, keyOn } = await repeating();
    const { context, householdId } = given;
    const key = keyOn(TUESDAY);
    const before = rowsOf(context);
    thereAndBack(given, () =>
      done(
        changeShift(context, householdId, {
          key,
          to: { start: clockTime('09:00') },
          scope: 'this-one',
          said: [],
        }),
      ),
    );
    expect(week(given)).toEqual(['Grace 23 08:00–14:00 planned', 'Grace 24 09:00–15:00 planned']);
    expect(week(given, '2026-11-30')).toContain('Grace 01 08:00–14:00 planned');
    expect(patternExceptions(context, householdId, patternId)).toMatchObject([
      { kind: 'changed', plannedDay: TUESDAY, start: '09:00', mayPutBack: true },
    ]);
    thereAndBack(given, () => done(putBack(context, householdId, key)));
    expect(rowsOf(context)).toEqual(before);
  });

  test('from here on: earlier weeks stay, later ones change', async () => {
    const { given, keyOn } = await repeating();
    const { context, householdId, dev } = given;
    thereAndBack(given, () =>
      done(
        changeShift(context, householdId, {
          key: keyOn(TUESDAY),
          to: { workerId: dev },
          scope: 'from-here-on',
          said: [],
        }),
      ),
    );
    expect(week(given, '2026-11-16')).toEqual([
      'Grace 16 08:00–14:00 planned',
      'Grace 17 08:00–14:00 planned',
    ]);
    expect(week(given)).toEqual(['Grace 23 08:00–14:00 planned', 'Dev 24 08:00–14:00 planned']);
    expect(week(given, '2027-11-22')).toEqual(['Grace 22 08:00–14:00 planned', 'Dev 23 08:00–14:00 planned']);
  });

  test('all: earlier weeks change too, but for what is confirmed', async () => {
    const { given, keyOn } = await repeating();
    const { context, householdId } = given;
    confirmHours(context, householdId, [{ key: keyOn('2026-11-16'), actual: null }]);
    const outcome = thereAndBack(given, () =>
      done(
        changeShift(context, householdId, {
          key: keyOn(TUESDAY),
          to: { start: clockTime('10:00'), end: clockTime('12:00') },
          scope: 'all',
          said: [],
        }),
      ),
    );
    // Monday 16 November is confirmed, so the change counts from the day after.
    expect(outcome.told).toMatchObject([
      { code: 'pattern.changed-from', values: { day: '2026-11-17', fixedDay: '2026-11-16' } },
    ]);
    expect(week(given, '2026-11-09')).toEqual([
      'Grace 09 08:00–14:00 planned',
      'Grace 10 08:00–14:00 planned',
    ]);
    expect(week(given, '2026-11-16')).toEqual([
      'Grace 16 08:00–14:00 confirmed',
      'Grace 17 10:00–12:00 planned',
    ]);
  });

  test('a note is for the one day, however far the change reaches', async () => {
    const { given, keyOn } = await repeating();
    const { context, householdId } = given;
    const outcome = done(
      changeShift(context, householdId, {
        key: keyOn(TUESDAY),
        to: { start: clockTime('09:00') },
        note: 'Doctor at ten',
        scope: 'from-here-on',
        said: [],
      }),
    );
    const { shifts } = rotaView(context, householdId, isoDay(MONDAY), isoDay('2026-12-06'));
    expect(shifts.filter((one) => one.note !== '').map((one) => [one.key, one.day, one.start])).toEqual([
      [outcome.key, TUESDAY, '09:00'],
    ]);
  });

  test('a note is kept with a day changed by hand, also where all weeks become what that day is', async () => {
    const { given, keyOn } = await repeating();
    const { context, householdId } = given;
    const key = keyOn(TUESDAY);
    const to = { start: clockTime('00:00'), end: clockTime('06:00') };
    const change = (scope: 'this-one' | 'all', note: string) =>
      changeShift(context, householdId, { key, to, scope, note, said: ['shift.pay-changes'] });
    done(change('this-one', 'first'));
    thereAndBack(given, () => done(change('all', 'second')));
    const own = rotaView(context, householdId, isoDay(TUESDAY), isoDay(TUESDAY)).shifts;
    expect(own.map((one) => [one.start, one.note])).toEqual([['00:00', 'second']]);
  });

  test('comes off from here on, and days are left out of it', async () => {
    const { given, patternId, keyOn } = await repeating();
    const { context, householdId } = given;
    thereAndBack(given, () => done(takeOff(context, householdId, keyOn(TUESDAY), 'from-here-on', [])));
    expect(week(given)).toEqual(['Grace 23 08:00–14:00 planned']);
    expect(week(given, '2026-11-16')).toHaveLength(2);
    undo(context, householdId);
    const outcome = thereAndBack(given, () =>
      done(leaveDaysOut(context, householdId, patternId, [isoDay(TUESDAY), isoDay('2026-11-25')])),
    );
    expect(outcome.told).toMatchObject([{ code: 'pattern.nothing-on-day', values: { day: '2026-11-25' } }]);
    expect(patternExceptions(context, householdId, patternId)).toMatchObject([
      { kind: 'left-out', plannedDay: TUESDAY },
    ]);
  });
});

describe('a repeating week as a whole', () => {
  const week9to12 = {
    cycleWeeks: 1,
    anchorMonday: isoDay('2026-11-02'),
    fromDay: isoDay('2026-11-02'),
    toDay: null,
    entries: [0, 1, 2].map((weekday) => ({
      weekIndex: 0,
      weekday,
      start: clockTime('09:00'),
      end: clockTime('12:00'),
      endsNextDay: false,
      kindOfWork: 'weekday' as const,
    })),
  };

  async function repeating() {
    const given = await household();
    const { context, householdId, grace } = given;
    const patternId = addTestPattern(context, householdId, grace, '2026-11-02', [0, 1], '08:00', '14:00');
    return { given, patternId };
  }

  test('changes from a day on: earlier weeks stay, and a day that is left out stays left out', async () => {
    const { given, patternId } = await repeating();
    const { context, householdId, grace } = given;
    done(leaveDaysOut(context, householdId, patternId, [isoDay('2026-12-01')]));
    const outcome = thereAndBack(given, () =>
      done(
        changePattern(
          context,
          householdId,
          { ...week9to12, id: patternId, workerId: grace },
          isoDay('2026-11-24'),
        ),
      ),
    );
    expect(outcome.key).not.toBe(patternId);
    expect(week(given)).toEqual([
      'Grace 23 08:00–14:00 planned',
      'Grace 24 09:00–12:00 planned',
      'Grace 25 09:00–12:00 planned',
    ]);
    expect(week(given, '2026-11-30')).toEqual([
      'Grace 30 09:00–12:00 planned',
      'Grace 02 09:00–12:00 planned',
    ]);
    expect(patternExceptions(context, householdId, outcome.key)).toMatchObject([
      { kind: 'left-out', plannedDay: '2026-12-01' },
    ]);
  });

  test('confirmed hours stay: a change from an earlier day counts from the day after them', async () => {
    const { given, patternId } = await repeating();
    const { context, householdId, dev } = given;
    const first = rotaView(context, householdId, isoDay('2026-11-16'), isoDay('2026-11-22')).shifts[0];
    confirmHours(context, householdId, [{ key: first?.key ?? '', actual: null }]);
    const outcome = done(
      changePattern(
        context,
        householdId,
        { ...week9to12, id: patternId, workerId: dev },
        isoDay('2026-11-09'),
      ),
    );
    expect(outcome.told).toMatchObject([
      { code: 'pattern.changed-from', values: { day: '2026-11-17', fixedDay: '2026-11-16' } },
    ]);
    expect(week(given, '2026-11-16')).toEqual([
      'Grace 16 08:00–14:00 confirmed',
      'Dev 17 09:00–12:00 planned',
      'Dev 18 09:00–12:00 planned',
    ]);
  });

  test('changes in all weeks in place', async () => {
    const { given, patternId } = await repeating();
    const { context, householdId, grace } = given;
    const outcome = thereAndBack(given, () =>
      done(changePattern(context, householdId, { ...week9to12, id: patternId, workerId: grace }, null)),
    );
    expect(outcome.key).toBe(patternId);
    expect(week(given, '2026-11-09')).toHaveLength(3);
  });

  test('a change in all weeks doubles nothing: days changed by hand go with their shift', async () => {
    const { given, patternId } = await repeating();
    const { context, householdId, grace } = given;
    const tuesday = rotaView(context, householdId, isoDay(MONDAY), isoDay('2026-11-29')).shifts[1]?.key ?? '';
    // This Tuesday ends at noon, and the one after is left out.
    done(
      changeShift(context, householdId, {
        key: tuesday,
        to: { start: clockTime('08:00'), end: clockTime('12:00'), endsNextDay: false },
        scope: 'this-one',
        said: [],
      }),
    );
    done(leaveDaysOut(context, householdId, patternId, [isoDay('2026-12-01')]));
    const outcome = thereAndBack(given, () =>
      done(changePattern(context, householdId, { ...week9to12, id: patternId, workerId: grace }, null)),
    );
    expect(outcome.told).toMatchObject([{ code: 'pattern.exception-kept', values: { day: '2026-11-24' } }]);
    expect(week(given)).toEqual([
      'Grace 23 09:00–12:00 planned',
      'Grace 24 08:00–12:00 planned',
      'Grace 25 09:00–12:00 planned',
    ]);
    expect(week(given, '2026-11-30')).toEqual([
      'Grace 30 09:00–12:00 planned',
      'Grace 02 09:00–12:00 planned',
    ]);
  });

  test('what can’t be is refused: an end before the start, and a change after the end', async () => {
    const { given, patternId } = await repeating();
    const { context, householdId, grace } = given;
    const before = rowsOf(context);
    const pattern = { ...week9to12, id: patternId, workerId: grace };
    expect(
      refusalOf(() =>
        changePattern(
          context,
          householdId,
          { ...pattern, toDay: isoDay('2026-11-23') },
          isoDay('2026-11-24'),
        ),
      ),
    ).toBe('pattern.ends-before-it-starts');
    done(changePattern(context, householdId, { ...pattern, toDay: isoDay('2026-11-20') }, null));
    expect(refusalOf(() => changePattern(context, householdId, pattern, isoDay('2026-11-24')))).toBe(
      'pattern.has-ended',
    );
    undo(context, householdId);
    expect(rowsOf(context)).toEqual(before);
  });

  test('one whose PA starts later or leaves is kept, and the days without them are told', async () => {
    const { given, patternId } = await repeating();
    const { context, householdId } = given;
    const late = addTestWorker(context, householdId, { firstNames: 'Lee', startedOn: '2026-12-07' });
    const outcome = done(
      changePattern(
        context,
        householdId,
        { ...week9to12, id: patternId, workerId: late },
        isoDay('2026-11-30'),
      ),
    );
    // Three shifts in the week of 30 November, before Lee starts.
    expect(outcome.told).toMatchObject([
      {
        code: 'pattern.before-first-day',
        values: { name: 'Lee', firstDay: '2026-12-07', day: '2026-11-30', shifts: 3 },
      },
    ]);
  });
});

test('whom shifts support and who was asked go with a repeating week that is changed from a day on', async () => {
  const given = await household();
  const { context, householdId, grace, dev } = given;
  const patternId = addTestPattern(context, householdId, grace, '2026-11-02', [0], '08:00', '14:00');
  const keyOf = (monday: string) =>
    rotaView(context, householdId, isoDay(monday), addDays(isoDay(monday), 6)).shifts[0]?.key ?? '';
  const [before, after] = [keyOf('2026-11-16'), keyOf('2026-12-07')];
  const ask = (id: string, shiftKey: string) => ({
    id,
    household_id: householdId,
    shift_key: shiftKey,
    who_kind: 'worker' as const,
    who_id: dev,
    day: isoDay('2026-11-16'),
    start_time: clockTime('08:00'),
    end_day: isoDay('2026-11-16'),
    end_time: clockTime('14:00'),
    asked_on: isoDay('2026-11-10'),
    asked_at: clockTime('09:00'),
    how: 'call' as const,
    answer: 'waiting' as const,
    answered_on: null,
    answered_at: null,
    offered_day: null,
    offered_start_time: null,
    offered_end_day: null,
    offered_end_time: null,
    note: '',
  });
  databaseOf(context).act({ name: 'test', householdId }, (write) => {
    write.insert('pool', { id: 'pool', household_id: householdId, name: 'Two', note: '', ended_on: null });
    write.insert('pool_shift', {
      id: 'shared',
      household_id: householdId,
      pool_id: 'pool',
      pattern_id: patternId,
      shift_key: null,
      supported_json: '[]',
    });
    write.insert('cover_ask', ask('early', before));
    write.insert('cover_ask', ask('late', after));
  });
  thereAndBack(given, () =>
    done(
      changeShift(context, householdId, {
        key: keyOf(MONDAY),
        to: { start: clockTime('09:00') },
        scope: 'from-here-on',
        said: [],
      }),
    ),
  );
  const rows = rowsOf(context);
  const patterns = (rows['rota_pattern'] as readonly { id: string }[]).map((row) => row.id);
  expect(patterns).toHaveLength(2);
  expect(rows['pool_shift']?.map((row) => (row as { pattern_id: string }).pattern_id).sort()).toEqual(
    [...patterns].sort(),
  );
  const asked = rows['cover_ask'] as readonly { id: string; shift_key: string }[];
  expect(asked.find((row) => row.id === 'early')?.shift_key).toBe(before);
  expect(asked.find((row) => row.id === 'late')?.shift_key).toBe(keyOf('2026-12-07'));
  expect(keyOf('2026-12-07')).not.toBe(after);
});
