import type { ServiceContext } from '../services/context';
import { saveAccount } from '../services/household-accounts';
import { removeAgreement, saveAgreement } from '../services/household-agreements';
import { getHousehold, listHouseholds, setupProgress } from '../services/household-record';
import {
  removeRepresentative,
  saveCertificate,
  saveDetails,
  saveEmployer,
  saveRepresentative,
} from '../services/household-save';
import { calls, REMOVED, SAVED } from './implementer';

export function householdApi(context: ServiceContext) {
  const on = calls.household;
  return {
    list: on.list.handler(() => listHouseholds(context)),
    get: on.get.handler(({ input }) => getHousehold(context, input.householdId)),
    setup: on.setup.handler(({ input }) => setupProgress(context, input.householdId)),
    saveDetails: on.saveDetails.handler(({ input }) => {
      saveDetails(context, input.householdId, input.details);
      return SAVED;
    }),
    saveRepresentative: on.saveRepresentative.handler(({ input }) => ({
      id: saveRepresentative(context, input.householdId, input.representative),
    })),
    removeRepresentative: on.removeRepresentative.handler(({ input }) => {
      removeRepresentative(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveEmployer: on.saveEmployer.handler(({ input }) => {
      saveEmployer(context, input.householdId, input.employer);
      return SAVED;
    }),
    saveAgreement: on.saveAgreement.handler(({ input }) => ({
      id: saveAgreement(context, input.householdId, input.agreement),
    })),
    removeAgreement: on.removeAgreement.handler(({ input }) => {
      removeAgreement(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveAccount: on.saveAccount.handler(({ input }) => ({
      id: saveAccount(context, input.householdId, input.account),
    })),
    saveCertificate: on.saveCertificate.handler(({ input }) => ({
      id: saveCertificate(context, input.householdId, input.certificate, input.file),
    })),
  };
}
