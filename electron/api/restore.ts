import type { ServiceContext } from '../services/context';
import { bringBack, findSources, lookAtSource, undoRestore, undoState } from '../services/restore';
import { keepOpen, openAt, takeKeys } from '../services/restore-rescue';
import { calls } from './implementer';

export function restoreApi(context: ServiceContext) {
  const on = calls.restore;
  return {
    find: on.find.handler(({ input }) => findSources(context, input.folder)),
    look: on.look.handler(({ input }) => lookAtSource(context, input.from, input)),
    bringBack: on.bringBack.handler(({ input }) => bringBack(context, input.from, input)),
    openAt: on.openAt.handler(({ input }) => openAt(context, input.folder)),
    beginAnew: on.beginAnew.handler(() => context.workspace.beginAnew()),
    takeKeys: on.takeKeys.handler(() => takeKeys(context)),
    keepOpen: on.keepOpen.handler(() => keepOpen(context)),
    undoState: on.undoState.handler(() => undoState(context)),
    undo: on.undo.handler(() => undoRestore(context)),
  };
}
