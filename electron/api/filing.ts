import type { ServiceContext } from '../services/context';
import { epsFile, epsView } from '../services/filing-eps';
import { fpsFile, fpsView } from '../services/filing-fps';
import { noteSent, removeSent } from '../services/filing-note';
import { filingView } from '../services/filing-view';
import { programFile } from '../services/program-files';
import { calls, REMOVED } from './implementer';

export function filingApi(context: ServiceContext) {
  const on = calls.filing;
  return {
    view: on.view.handler(({ input }) => filingView(context, input.householdId, input.taxYear)),
    fps: on.fps.handler(({ input }) => fpsView(context, input.householdId, input.runId, input.lateReason)),
    fpsFile: on.fpsFile.handler(({ input }) =>
      programFile(fpsFile(context, input.householdId, input.runId, input.lateReason)),
    ),
    eps: on.eps.handler(({ input }) =>
      epsView(context, input.householdId, input.taxYear, input.taxMonth, input.choices),
    ),
    epsFile: on.epsFile.handler(({ input }) =>
      programFile(epsFile(context, input.householdId, input.taxYear, input.taxMonth, input.choices)),
    ),
    noteSent: on.noteSent.handler(({ input }) => ({
      ids: noteSent(context, input.householdId, input.report),
    })),
    removeSent: on.removeSent.handler(({ input }) => {
      removeSent(context, input.householdId, input.id);
      return REMOVED;
    }),
  };
}
