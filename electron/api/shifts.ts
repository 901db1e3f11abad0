import type { ServiceContext } from '../services/context';
import { copyShiftTo, copyWeekTo } from '../services/rota-copy';
import { leaveDaysOut, patternExceptions, shiftInside } from '../services/rota-exceptions';
import { saveShiftTimes } from '../services/rota-nights';
import { changePattern } from '../services/rota-pattern-edit';
import { addBeside, shareShiftWith, takeOutOf } from '../services/rota-share';
import { changeShift, joinTwoShifts, putBack, splitShiftAt, takeOff } from '../services/rota-shift-changes';
import { calls } from './implementer';

export function shiftsApi(context: ServiceContext) {
  const on = calls.shifts;
  return {
    inside: on.inside.handler(({ input }) => shiftInside(context, input.householdId, input.key)),
    change: on.change.handler(({ input }) => changeShift(context, input.householdId, input.change)),
    takeOff: on.takeOff.handler(({ input }) =>
      takeOff(context, input.householdId, input.key, input.scope, input.said),
    ),
    putBack: on.putBack.handler(({ input }) => putBack(context, input.householdId, input.key)),
    split: on.split.handler(({ input }) => splitShiftAt(context, input.householdId, input)),
    join: on.join.handler(({ input }) => joinTwoShifts(context, input.householdId, input)),
    copy: on.copy.handler(({ input }) => copyShiftTo(context, input.householdId, input)),
    copyWeek: on.copyWeek.handler(({ input }) =>
      copyWeekTo(context, input.householdId, input.fromMonday, input.toMondays),
    ),
    share: on.share.handler(({ input }) => shareShiftWith(context, input.householdId, input)),
    takeOutOfShare: on.takeOutOfShare.handler(({ input }) =>
      takeOutOf(context, input.householdId, input.key),
    ),
    addBeside: on.addBeside.handler(({ input }) => addBeside(context, input.householdId, input)),
    saveTimes: on.saveTimes.handler(({ input }) =>
      saveShiftTimes(context, input.householdId, input.key, input.times),
    ),
    changePattern: on.changePattern.handler(({ input }) =>
      changePattern(context, input.householdId, input.pattern, input.from),
    ),
    leaveOut: on.leaveOut.handler(({ input }) =>
      leaveDaysOut(context, input.householdId, input.patternId, input.days),
    ),
    exceptions: on.exceptions.handler(({ input }) =>
      patternExceptions(context, input.householdId, input.patternId),
    ),
  };
}
