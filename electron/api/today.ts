import type { ServiceContext } from '../services/context';
import { todayView } from '../services/today';
import { listDuties, markDuty } from '../services/today-duties';
import { findable, rateFacts } from '../services/today-find';
import { calls, SAVED } from './implementer';

export function todayApi(context: ServiceContext) {
  const on = calls.today;
  return {
    view: on.view.handler(({ input }) => todayView(context, input.householdId)),
    duties: on.duties.handler(({ input }) => listDuties(context, input.householdId)),
    markDuty: on.markDuty.handler(({ input }) => {
      markDuty(context, input.householdId, input.key, input.doneOn);
      return SAVED;
    }),
    rates: on.rates.handler(() => rateFacts()),
    find: on.find.handler(({ input }) => findable(context, input.householdId)),
  };
}
