import type { ServiceContext } from '../services/context';
import { messageFor, noteAnswer, noteAsk, removeAsk } from '../services/cover-asks';
import { confirmOutside, fillCover, removeOutside } from '../services/cover-fill';
import {
  listContacts,
  listPots,
  listTrainings,
  personForCover,
  removeContact,
  saveContact,
  savePersonForCover,
  savePots,
  saveTrainings,
} from '../services/cover-save';
import { coverList, coverView } from '../services/cover-view';
import { calls, REMOVED, SAVED } from './implementer';

export function coverApi(context: ServiceContext) {
  const on = calls.cover;
  return {
    list: on.list.handler(({ input }) => coverList(context, input.householdId, input.absenceId)),
    view: on.view.handler(({ input }) => coverView(context, input.householdId, input.key)),
    message: on.message.handler(({ input }) =>
      messageFor(context, input.householdId, input.key, input.who, input.span),
    ),
    ask: on.ask.handler(({ input: { householdId, ...ask } }) => ({
      id: noteAsk(context, householdId, ask),
    })),
    answer: on.answer.handler(({ input }) => {
      noteAnswer(context, input.householdId, input.id, input.answer, input.offered);
      return SAVED;
    }),
    removeAsk: on.removeAsk.handler(({ input }) => {
      removeAsk(context, input.householdId, input.id);
      return REMOVED;
    }),
    fill: on.fill.handler(({ input: { householdId, ...fill } }) => fillCover(context, householdId, fill)),
    confirmOutside: on.confirmOutside.handler(({ input }) => {
      confirmOutside(context, input.householdId, input.id, input.span, input.charge);
      return SAVED;
    }),
    removeOutside: on.removeOutside.handler(({ input }) => {
      removeOutside(context, input.householdId, input.id);
      return REMOVED;
    }),
    contacts: on.contacts.handler(({ input }) => listContacts(context, input.householdId)),
    saveContact: on.saveContact.handler(({ input }) => ({
      id: saveContact(context, input.householdId, input.contact),
    })),
    removeContact: on.removeContact.handler(({ input }) => {
      removeContact(context, input.householdId, input.id);
      return REMOVED;
    }),
    person: on.person.handler(({ input }) => personForCover(context, input.householdId, input.workerId)),
    savePerson: on.savePerson.handler(({ input }) => {
      savePersonForCover(context, input.householdId, input.workerId, input.person);
      return SAVED;
    }),
    trainings: on.trainings.handler(({ input }) => listTrainings(context, input.householdId)),
    saveTrainings: on.saveTrainings.handler(({ input }) => {
      saveTrainings(context, input.householdId, input.trainings);
      return SAVED;
    }),
    pots: on.pots.handler(({ input }) => listPots(context, input.householdId)),
    savePots: on.savePots.handler(({ input }) => {
      savePots(context, input.householdId, input.pots);
      return SAVED;
    }),
  };
}
