import type { ServiceContext } from '../services/context';
import { organisationState, workNow } from '../services/organisation';
import {
  organisationView,
  saveOrganisation,
  saveStaff,
  staffLeft,
  turnOffOrganisation,
} from '../services/organisation-set-up';
import { calls, SAVED } from './implementer';

export function organisationApi(context: ServiceContext) {
  const on = calls.organisation;
  return {
    state: on.state.handler(() => organisationState(context)),
    view: on.view.handler(() => organisationView(context)),
    save: on.save.handler(({ input }) => {
      saveOrganisation(context, input);
      return SAVED;
    }),
    turnOff: on.turnOff.handler(() => {
      turnOffOrganisation(context);
      return SAVED;
    }),
    saveStaff: on.saveStaff.handler(({ input }) => ({ id: saveStaff(context, input) })),
    staffLeft: on.staffLeft.handler(({ input }) => {
      staffLeft(context, input.id, input.leftOn);
      return SAVED;
    }),
    workNow: on.workNow.handler(({ input }) => {
      workNow(context, input.staffId);
      return SAVED;
    }),
  };
}
