import type { ServiceContext } from '../services/context';
import { needBalances, needCost } from '../services/need-cost';
import { needPlan, removeNeed, saveNeed } from '../services/need-plan';
import { needRules } from '../services/need-rules';
import { needView } from '../services/need-view';
import { calls, REMOVED, SAVED } from './implementer';

export function needApi(context: ServiceContext) {
  const on = calls.need;
  return {
    plan: on.plan.handler(({ input }) => needPlan(context, input.householdId)),
    save: on.save.handler(({ input }) => {
      saveNeed(context, input.householdId, input.ids, input.hours, input.confirmed);
      return SAVED;
    }),
    remove: on.remove.handler(({ input }) => {
      removeNeed(context, input.householdId, input.ids);
      return REMOVED;
    }),
    view: on.view.handler(({ input }) => needView(context, input.householdId, input.from, input.to)),
    cost: on.cost.handler(({ input }) => needCost(context, input.householdId)),
    balances: on.balances.handler(({ input }) => needBalances(context, input.householdId)),
    rules: on.rules.handler(({ input }) => needRules(context, input.householdId, input.from, input.to)),
  };
}
