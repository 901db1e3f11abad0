import type { ServiceContext } from '../services/context';
import { familyView, previewLeave } from '../services/family-leave';
import { familyPaper, noteLetterGiven } from '../services/family-papers';
import { endLeave, removeLeave, saveLeave } from '../services/family-save';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function familyApi(context: ServiceContext) {
  const on = calls.family;
  return {
    view: on.view.handler(({ input }) => familyView(context, input.householdId, input.workerId)),
    preview: on.preview.handler(({ input }) =>
      previewLeave(context, input.householdId, input.workerId, input.id, input.leave),
    ),
    save: on.save.handler(({ input }) => ({
      id: saveLeave(context, input.householdId, input.workerId, input.id, input.leave),
    })),
    end: on.end.handler(({ input }) => {
      endLeave(context, input.householdId, input.id, input.endedOn);
      return SAVED;
    }),
    remove: on.remove.handler(({ input }) => {
      removeLeave(context, input.householdId, input.id);
      return REMOVED;
    }),
    paper: on.paper.handler(({ input }) =>
      programFile(familyPaper(context, input.householdId, input.kind, input.about)),
    ),
    letterGiven: on.letterGiven.handler(({ input }) => {
      noteLetterGiven(context, input.householdId, input.id, input.givenOn);
      return SAVED;
    }),
  };
}
