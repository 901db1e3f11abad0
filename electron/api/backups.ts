import {
  addPlace,
  backupsView,
  checkOne,
  makeAndCopy,
  removePlace,
  tryPlace,
} from '../services/backups-view';
import type { ServiceContext } from '../services/context';
import { calls, REMOVED } from './implementer';

export function backupsApi(context: ServiceContext) {
  const on = calls.backups;
  return {
    view: on.view.handler(() => backupsView(context)),
    make: on.make.handler(() => makeAndCopy(context)),
    check: on.check.handler(({ input }) => checkOne(context, input.placeId, input.name)),
    addPlace: on.addPlace.handler(async ({ input }) => ({ placeId: await addPlace(context, input.folder) })),
    tryPlace: on.tryPlace.handler(async ({ input }) => ({
      problem: await tryPlace(context, input.placeId, input.mark),
    })),
    removePlace: on.removePlace.handler(({ input }) => {
      removePlace(context, input.placeId);
      return REMOVED;
    }),
  };
}
