import type { ServiceContext } from '../services/context';
import { DeskJob } from '../services/desk-job';
import { deskFrame, deskList, deskSearch } from '../services/desk-list';
import { listDeskViews, removeDeskView, saveDeskView } from '../services/desk-views';
import { calls, REMOVED } from './implementer';

export function deskApi(context: ServiceContext) {
  const on = calls.desk;
  const job = new DeskJob(context);
  return {
    list: on.list.handler(({ input }) => {
      job.wake();
      return deskList(context, input);
    }),
    state: on.state.handler(() => job.state()),
    look: on.look.handler(() => job.start()),
    stop: on.stop.handler(() => job.stop()),
    search: on.search.handler(({ input }) => [...deskSearch(context, input.text)]),
    views: on.views.handler(() => listDeskViews(context)),
    saveView: on.saveView.handler(({ input }) => ({ id: saveDeskView(context, input) })),
    removeView: on.removeView.handler(({ input }) => {
      removeDeskView(context, input.id);
      return REMOVED;
    }),
    frame: on.frame.handler(({ input }) => deskFrame(context, input.current)),
  };
}
