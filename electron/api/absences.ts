import { addFitNote, removeFitNote } from '../services/absences-fit-notes';
import { holidayStandings } from '../services/absences-holiday';
import { listLates, previewLate, removeLate, saveLate } from '../services/absences-late';
import { listAbsences } from '../services/absences-list';
import { lookAtAbsence } from '../services/absences-preview';
import { answerRequest, listRequests, saveRequest, viewRequest } from '../services/absences-requests';
import { endAbsence, removeAbsence, saveAbsence } from '../services/absences-save';
import type { ServiceContext } from '../services/context';
import { calls, REMOVED, SAVED } from './implementer';

export function absencesApi(context: ServiceContext) {
  const on = calls.absences;
  return {
    preview: on.preview.handler(({ input }) => lookAtAbsence(context, input.householdId, input.absence)),
    save: on.save.handler(({ input }) => saveAbsence(context, input.householdId, input.absence)),
    remove: on.remove.handler(({ input }) => {
      removeAbsence(context, input.householdId, input.id);
      return REMOVED;
    }),
    list: on.list.handler(({ input }) => listAbsences(context, input.householdId, input)),
    backOn: on.backOn.handler(({ input }) => {
      endAbsence(context, input.householdId, input.id, input.backOn);
      return SAVED;
    }),
    addFitNote: on.addFitNote.handler(({ input }) => ({
      id: addFitNote(context, input.householdId, input.note),
    })),
    removeFitNote: on.removeFitNote.handler(({ input }) => {
      removeFitNote(context, input.householdId, input.id);
      return REMOVED;
    }),
    holiday: on.holiday.handler(({ input }) => holidayStandings(context, input.householdId)),
    requests: on.requests.handler(({ input }) => listRequests(context, input.householdId)),
    saveRequest: on.saveRequest.handler(({ input }) => ({
      id: saveRequest(context, input.householdId, input.request),
    })),
    viewRequest: on.viewRequest.handler(({ input }) => viewRequest(context, input.householdId, input.id)),
    answerRequest: on.answerRequest.handler(({ input }) => ({
      absenceId: answerRequest(context, input.householdId, input.id, input.answer, input.on),
    })),
    previewLate: on.previewLate.handler(({ input }) => previewLate(context, input.householdId, input.late)),
    saveLate: on.saveLate.handler(({ input }) => ({ id: saveLate(context, input.householdId, input.late) })),
    removeLate: on.removeLate.handler(({ input }) => {
      removeLate(context, input.householdId, input.id);
      return REMOVED;
    }),
    lates: on.lates.handler(({ input }) => listLates(context, input.householdId, input.workerId)),
  };
}
