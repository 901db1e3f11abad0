import type { ServiceContext } from '../services/context';
import { sharedPayFile } from '../services/pools-paper';
import { removePool, savePool, savePoolShift } from '../services/pools-save';
import { listPools, poolSplits, previewPool, shiftsForHousehold } from '../services/pools-view';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function poolsApi(context: ServiceContext) {
  const on = calls.pools;
  return {
    list: on.list.handler(({ input }) => listPools(context, input.householdId)),
    save: on.save.handler(({ input }) => savePool(context, input.householdId, input.id, input.pool)),
    remove: on.remove.handler(({ input }) => {
      removePool(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveShift: on.saveShift.handler(({ input }) => {
      savePoolShift(context, input.householdId, input.id, input.key, input.supported);
      return SAVED;
    }),
    preview: on.preview.handler(({ input }) => previewPool(context, input.householdId, input.id, input.pool)),
    splits: on.splits.handler(({ input }) => poolSplits(context, input.householdId, input.id)),
    sheet: on.sheet.handler(({ input }) =>
      programFile(sharedPayFile(context, input.householdId, input.id, input.payslipId)),
    ),
    shifts: on.shifts.handler(({ input }) =>
      shiftsForHousehold(context, input.householdId, input.from, input.to),
    ),
  };
}
