import type { ServiceContext } from '../services/context';
import { pensionFileNotes } from '../services/pay-pension-file';
import {
  planPension,
  savePensionChange,
  savePensionDays,
  savePensionLetterGiven,
  takePensionBack,
} from '../services/pensions-change';
import { pensionLetterFile } from '../services/pensions-letters';
import { householdPensions, workerPension } from '../services/pensions-standing';
import { programFile } from '../services/program-files';
import { calls, SAVED } from './implementer';

export function pensionsApi(context: ServiceContext) {
  const on = calls.pensions;
  return {
    household: on.household.handler(({ input }) => householdPensions(context, input.householdId)),
    worker: on.worker.handler(({ input }) => workerPension(context, input.householdId, input.workerId)),
    saveDays: on.saveDays.handler(({ input }) => {
      savePensionDays(context, input.householdId, input.days);
      return SAVED;
    }),
    plan: on.plan.handler(({ input }) =>
      planPension(context, input.householdId, input.workerId, input.change),
    ),
    save: on.save.handler(({ input }) => {
      savePensionChange(context, input.householdId, input.workerId, input.change);
      return SAVED;
    }),
    takeBack: on.takeBack.handler(({ input }) => {
      takePensionBack(context, input.householdId, input.workerId, input.rowId);
      return SAVED;
    }),
    fileNotes: on.fileNotes.handler(({ input }) =>
      pensionFileNotes(context, input.householdId, input.runId, input.provider),
    ),
    letter: on.letter.handler(({ input }) =>
      programFile(pensionLetterFile(context, input.householdId, input.workerId, input.kind)),
    ),
    letterGiven: on.letterGiven.handler(({ input }) => {
      savePensionLetterGiven(context, input.householdId, input.workerId, input.letterId, input.givenOn);
      return SAVED;
    }),
  };
}
