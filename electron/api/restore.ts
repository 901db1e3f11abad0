import type { ServiceContext } from '../services/context';
import { bringBack, findSources, lookAtSource, undoRestore, undoState } from '../services/restore';
import { calls } from './implementer';

export function restoreApi(context: ServiceContext) {
  const on = calls.restore;
  return {
    find: on.find.handler(({ input }) => findSources(context, input.folder)),
    look: on.look.handler(({ input }) => lookAtSource(context, input.from, input)),
    bringBack: on.bringBack.handler(({ input }) => bringBack(context, input.from, input)),
    undoState: on.undoState.handler(() => undoState(context)),
    undo: on.undo.handler(() => undoRestore(context)),
  };
}
