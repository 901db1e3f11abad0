import { activity, activityFile } from '../services/casework-activity';
import { caseCard } from '../services/casework-card';
import { noteDone, removeNote, saveNote } from '../services/casework-notes';
import { endService, removeService, saveService, serviceFile } from '../services/casework-services';
import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function caseworkApi(context: ServiceContext) {
  const on = calls.casework;
  return {
    card: on.card.handler(({ input }) => caseCard(context, input.householdId)),
    saveNote: on.saveNote.handler(({ input }) => ({
      id: saveNote(context, input.householdId, input.note),
    })),
    noteDone: on.noteDone.handler(({ input }) => {
      noteDone(context, input.householdId, input.id, input.done);
      return SAVED;
    }),
    removeNote: on.removeNote.handler(({ input }) => {
      removeNote(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveService: on.saveService.handler(({ input }) => ({
      id: saveService(context, input.householdId, input.service, input.file),
    })),
    removeService: on.removeService.handler(({ input }) => {
      removeService(context, input.householdId, input.id);
      return REMOVED;
    }),
    serviceFile: on.serviceFile.handler(({ input }) =>
      programFile(serviceFile(context, input.householdId, input.id)),
    ),
    endService: on.endService.handler(({ input }) => {
      endService(context, input.householdId, input.lastDay);
      return SAVED;
    }),
    activity: on.activity.handler(({ input }) => activity(context, input.householdId, input.from, input.to)),
    activityFile: on.activityFile.handler(({ input }) =>
      programFile(activityFile(context, input.householdId, input, input.format, input.said)),
    ),
  };
}
