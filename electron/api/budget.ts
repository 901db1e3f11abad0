import { billsView, removeBill, saveStandingBill } from '../services/budget-bills';
import {
  earmarkFile,
  earmarksView,
  releaseEarmark,
  removeEarmark,
  saveEarmark,
} from '../services/budget-earmarks';
import { budgetForecast } from '../services/budget-forecast';
import { surplusLetter, surplusLetterFile } from '../services/budget-letter';
import { saveSurplusRule } from '../services/budget-rule';
import { surplusView } from '../services/budget-surplus';
import { budgetView } from '../services/budget-view';
import { removeWhatIf, saveWhatIf, tryWhatIf, whatIfsView } from '../services/budget-what-if';
import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { fileFrom } from './files-in';
import { calls, REMOVED, SAVED } from './implementer';

export function budgetApi(context: ServiceContext) {
  const on = calls.budget;
  return {
    view: on.view.handler(({ input }) => budgetView(context, input.householdId)),
    forecast: on.forecast.handler(({ input }) =>
      budgetForecast(context, input.householdId, input.agreementId),
    ),
    earmarks: on.earmarks.handler(({ input }) => earmarksView(context, input.householdId)),
    saveEarmark: on.saveEarmark.handler(({ input }) => ({
      id: saveEarmark(
        context,
        input.householdId,
        input.earmark,
        input.file === null ? null : fileFrom(input.file),
      ),
    })),
    releaseEarmark: on.releaseEarmark.handler(({ input }) => {
      releaseEarmark(context, input.householdId, input.id, input.releasedOn);
      return SAVED;
    }),
    removeEarmark: on.removeEarmark.handler(({ input }) => {
      removeEarmark(context, input.householdId, input.id);
      return REMOVED;
    }),
    earmarkFile: on.earmarkFile.handler(({ input }) =>
      programFile(earmarkFile(context, input.householdId, input.id)),
    ),
    bills: on.bills.handler(({ input }) => billsView(context, input.householdId)),
    saveBill: on.saveBill.handler(({ input }) => ({
      id: saveStandingBill(context, input.householdId, input.bill),
    })),
    removeBill: on.removeBill.handler(({ input }) => {
      removeBill(context, input.householdId, input.id);
      return REMOVED;
    }),
    surplus: on.surplus.handler(({ input }) => surplusView(context, input.householdId, input.agreementId)),
    saveSurplusRule: on.saveSurplusRule.handler(({ input }) => {
      saveSurplusRule(context, input.householdId, input.agreementId, input.rule);
      return SAVED;
    }),
    letter: on.letter.handler(({ input }) =>
      surplusLetter(context, input.householdId, input.agreementId, input.reasons),
    ),
    letterFile: on.letterFile.handler(({ input }) =>
      programFile(surplusLetterFile(context, input.householdId, input.agreementId, input.text, input.format)),
    ),
    whatIfs: on.whatIfs.handler(({ input }) => whatIfsView(context, input.householdId, input.agreementId)),
    tryWhatIf: on.tryWhatIf.handler(({ input }) =>
      tryWhatIf(context, input.householdId, input.agreementId, input.changes),
    ),
    saveWhatIf: on.saveWhatIf.handler(({ input }) => ({
      id: saveWhatIf(context, input.householdId, input.agreementId, input.whatIf),
    })),
    removeWhatIf: on.removeWhatIf.handler(({ input }) => {
      removeWhatIf(context, input.householdId, input.id);
      return REMOVED;
    }),
  };
}
