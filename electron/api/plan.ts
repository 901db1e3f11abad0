import type { ServiceContext } from '../services/context';
import { agreedLetter, linkAgreed, removeSpendingAgreed, saveSpendingAgreed } from '../services/plan-agreed';
import {
  askThePlan,
  planView,
  removePlanRule,
  savePlanRule,
  startRules,
  takeStartRules,
} from '../services/plan-rules';
import { lookAtPayment } from '../services/plan-warnings';
import { programFile } from '../services/program-files';
import { fileFrom } from './files-in';
import { calls, REMOVED, SAVED } from './implementer';

export function planApi(context: ServiceContext) {
  const on = calls.plan;
  return {
    view: on.view.handler(({ input }) => planView(context, input.householdId)),
    ask: on.ask.handler(({ input }) => askThePlan(context, input.householdId, input.text, input.amount)),
    saveRule: on.saveRule.handler(({ input }) => ({
      id: savePlanRule(context, input.householdId, input.rule),
    })),
    removeRule: on.removeRule.handler(({ input }) => {
      removePlanRule(context, input.householdId, input.id);
      return REMOVED;
    }),
    starts: on.starts.handler(() => startRules()),
    takeStarts: on.takeStarts.handler(({ input }) => ({
      added: takeStartRules(context, input.householdId, input),
    })),
    saveAgreed: on.saveAgreed.handler(({ input }) => ({
      id: saveSpendingAgreed(context, input.householdId, {
        ...input.agreed,
        file: input.agreed.file === null ? null : fileFrom(input.agreed.file),
      }),
    })),
    removeAgreed: on.removeAgreed.handler(({ input }) => {
      removeSpendingAgreed(context, input.householdId, input.id);
      return REMOVED;
    }),
    agreedFile: on.agreedFile.handler(({ input }) =>
      programFile(agreedLetter(context, input.householdId, input.id)),
    ),
    linkAgreed: on.linkAgreed.handler(({ input }) => {
      linkAgreed(context, input.householdId, input.lineId, input.agreedId);
      return SAVED;
    }),
    look: on.look.handler(({ input }) => ({ warnings: lookAtPayment(context, input.householdId, input) })),
  };
}
