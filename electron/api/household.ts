import type { ServiceContext } from '../services/context';
import * as household from '../services/household';
import { returnProfiles } from '../services/return-profiles';
import { calls, REMOVED, SAVED } from './implementer';

export function householdApi(context: ServiceContext) {
  const on = calls.household;
  return {
    list: on.list.handler(() => household.listHouseholds(context)),
    get: on.get.handler(({ input }) => household.getHousehold(context, input.householdId)),
    setup: on.setup.handler(({ input }) => household.setupProgress(context, input.householdId)),
    saveDetails: on.saveDetails.handler(({ input }) => {
      household.saveDetails(context, input.householdId, input.details);
      return SAVED;
    }),
    saveRepresentative: on.saveRepresentative.handler(({ input }) => ({
      id: household.saveRepresentative(context, input.householdId, input.representative),
    })),
    removeRepresentative: on.removeRepresentative.handler(({ input }) => {
      household.removeRepresentative(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveEmployer: on.saveEmployer.handler(({ input }) => {
      household.saveEmployer(context, input.householdId, input.employer);
      return SAVED;
    }),
    saveAgreement: on.saveAgreement.handler(({ input }) => ({
      id: household.saveAgreement(context, input.householdId, input.agreement),
    })),
    removeAgreement: on.removeAgreement.handler(({ input }) => {
      household.removeAgreement(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveAccount: on.saveAccount.handler(({ input }) => ({
      id: household.saveAccount(context, input.householdId, input.account),
    })),
    saveBill: on.saveBill.handler(({ input }) => ({
      id: household.saveBill(context, input.householdId, input.bill),
    })),
    removeBill: on.removeBill.handler(({ input }) => {
      household.removeBill(context, input.householdId, input.id);
      return REMOVED;
    }),
    saveCertificate: on.saveCertificate.handler(({ input }) => ({
      id: household.saveCertificate(context, input.householdId, input.certificate, input.file),
    })),
    returnProfiles: on.returnProfiles.handler(() => returnProfiles()),
  };
}
