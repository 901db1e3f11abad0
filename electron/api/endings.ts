import type { ServiceContext } from '../services/context';
import { listOutcomes, outcomeNames, removeOutcome, saveOutcome } from '../services/endings-outcomes';
import { endingLetter, finalAccountFile } from '../services/endings-papers';
import { retentionView } from '../services/endings-retention';
import { reviewFile, reviewView } from '../services/endings-review';
import { endingView, listEndings, removeEnding, saveEnding, tickStep } from '../services/endings-view';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function endingsApi(context: ServiceContext) {
  const on = calls.endings;
  return {
    list: on.list.handler(({ input }) => listEndings(context, input.householdId)),
    save: on.save.handler(({ input }) => {
      saveEnding(context, input.householdId, input.ending);
      return SAVED;
    }),
    remove: on.remove.handler(({ input }) => {
      removeEnding(context, input.householdId, input.agreementId);
      return REMOVED;
    }),
    view: on.view.handler(({ input }) => endingView(context, input.householdId, input.agreementId)),
    tickStep: on.tickStep.handler(({ input }) => {
      tickStep(context, input.householdId, input.agreementId, input);
      return SAVED;
    }),
    finalAccountPdf: on.finalAccountPdf.handler(({ input }) =>
      programFile(finalAccountFile(context, input.householdId, input.agreementId)),
    ),
    letter: on.letter.handler(({ input }) =>
      programFile(endingLetter(context, input.householdId, input.agreementId, input.kind, input.workerId)),
    ),
    outcomes: on.outcomes.handler(({ input }) =>
      listOutcomes(context, input.householdId, input.from, input.to),
    ),
    outcomeNames: on.outcomeNames.handler(({ input }) => outcomeNames(context, input.householdId)),
    saveOutcome: on.saveOutcome.handler(({ input }) => ({
      id: saveOutcome(context, input.householdId, input.note),
    })),
    removeOutcome: on.removeOutcome.handler(({ input }) => {
      removeOutcome(context, input.householdId, input.id);
      return REMOVED;
    }),
    review: on.review.handler(({ input }) => reviewView(context, input.householdId, input.from, input.to)),
    reviewPdf: on.reviewPdf.handler(({ input }) =>
      programFile(reviewFile(context, input.householdId, input.from, input.to, 'pdf')),
    ),
    reviewCsv: on.reviewCsv.handler(({ input }) =>
      programFile(reviewFile(context, input.householdId, input.from, input.to, 'csv')),
    ),
    retention: on.retention.handler(({ input }) => retentionView(context, input.householdId)),
  };
}
