import type { RotaOutcome } from '@shared/api/shifts';
import { clockTime, timeFromMinutes } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../electron/refusal';
import { copyShiftTo, copyWeekTo } from '../../electron/services/rota-copy';
import { leaveDaysOut } from '../../electron/services/rota-exceptions';
import { saveShiftTimes } from '../../electron/services/rota-nights';
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
import { redo, undo, undoState } from '../../electron/services/undo';
import { rowsOf } from '../support/rota-rows';
import { tries } from '../support/tries';
import { addTestHousehold, addTestPattern, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

const SCOPES = ['this-one', 'from-here-on', 'all'] as const;
const QUESTIONS = ['shift.ends-next-day', 'shift.pay-changes'];

const OPERATIONS = [
  'change',
  'take-off',
  'put-back',
  'split',
  'join',
  'copy',
  'copy-week',
  'share',
  'take-out',
  'beside',
  'times',
  'leave-out',
  'confirm',
] as const;

type Step = {
  readonly operation: (typeof OPERATIONS)[number];
  readonly pick: number;
  readonly other: number;
  readonly scope: (typeof SCOPES)[number];
  readonly byDays: number;
  readonly start: number;
  readonly minutes: number;
};

const steps = fc.array(
  fc.record<Step>({
    operation: fc.constantFrom(...OPERATIONS),
    pick: fc.nat(30),
    other: fc.nat(30),
    scope: fc.constantFrom(...SCOPES),
    byDays: fc.integer({ min: -6, max: 8 }),
    start: fc.integer({ min: 0, max: 95 }),
    minutes: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 8, maxLength: 14 },
);

/** Does something and says whether it was done: refusals and questions leave everything as it was. */
function attempt(work: () => unknown): boolean {
  try {
    const outcome = work() as Partial<RotaOutcome> | undefined;
    return outcome?.done !== false;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

test('whatever is done with shifts and repeating weeks, undo restores every row and redo brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const given = await workspaceForTest('2026-11-30');
      const { context } = given;
      const householdId = addTestHousehold(context);
      const rates = { weekday: '13.00', 'sleep-in': '60.00', travel: '12.71' };
      const workers = ['Grace', 'Dev'].map((firstNames) =>
        addTestWorker(context, householdId, { firstNames, startedOn: '2026-01-05', rates }),
      );
      const [grace = '', dev = ''] = workers;
      const patternId = addTestPattern(
        context,
        householdId,
        grace,
        '2026-11-02',
        [0, 2, 4],
        '08:00',
        '14:00',
      );
      addTestShift(context, householdId, dev, '2026-11-24', '22:00', '07:00', {
        confirmed: false,
        endsNextDay: true,
        kindOfWork: 'sleep-in',
      });
      const monday = isoDay('2026-11-23');
      let kept = rowsOf(context);
      for (const step of list) {
        const { shifts } = rotaView(context, householdId, monday, addDays(monday, 6));
        const shift = shifts[step.pick % Math.max(1, shifts.length)];
        const other = shifts[step.other % Math.max(1, shifts.length)];
        if (shift === undefined || other === undefined) break;
        const at = timeFromMinutes(step.start * 15);
        const day = addDays(shift.day, step.byDays);
        const workerId = [grace, dev, null][step.other % 3] ?? null;
        const { key } = shift;
        const said = QUESTIONS;
        const before = undoState(context, householdId).undo;
        const done = attempt(() => {
          switch (step.operation) {
            case 'change':
              return changeShift(context, householdId, {
                key,
                to: { day, start: at, workerId },
                note: `note ${step.pick}`,
                scope: step.scope,
                said,
              });
            case 'take-off':
              return takeOff(context, householdId, key, step.scope, said);
            case 'put-back':
              return putBack(context, householdId, key);
            case 'split':
              return splitShiftAt(context, householdId, { key, at, secondWorkerId: workerId, said });
            case 'join':
              return joinTwoShifts(context, householdId, { key, otherKey: other.key, said });
            case 'copy':
              return copyShiftTo(context, householdId, { key, days: [day], workerId });
            case 'copy-week':
              return copyWeekTo(context, householdId, monday, [addDays(monday, 7)]);
            case 'share':
              return shareShiftWith(context, householdId, {
                key,
                withWorkers: [{ workerId, hours: null }],
                said,
              });
            case 'take-out':
              return takeOutOf(context, householdId, key);
            case 'beside':
              return addBeside(context, householdId, {
                key,
                kindOfWork: 'travel',
                minutesBefore: step.minutes,
                minutesAfter: step.minutes,
                note: '',
                said,
              });
            case 'times':
              return saveShiftTimes(context, householdId, key, {
                callOuts: [{ start: clockTime('02:00'), end: clockTime('02:30'), note: '' }],
                rests: [],
                night: null,
              });
            case 'leave-out':
              return leaveDaysOut(context, householdId, patternId, [day]);
            case 'confirm':
              return confirmHours(context, householdId, [{ key, actual: null }]);
          }
        });
        const after = rowsOf(context);
        if (!done) {
          expect(after).toEqual(kept);
          continue;
        }
        const isNoted = JSON.stringify(after) !== JSON.stringify(kept);
        if (isNoted) {
          undo(context, householdId);
          expect(rowsOf(context)).toEqual(kept);
          expect(undoState(context, householdId).undo).toEqual(before);
          redo(context, householdId);
          expect(rowsOf(context)).toEqual(after);
        }
        kept = after;
      }
    }),
    { numRuns: tries(15, 5) },
  );
}, 60_000);
