import type { ServiceContext } from '../services/context';
import { contractOutcome } from '../services/people-contract-outcome';
import { holidayBalances } from '../services/people-holiday';
import { listPeople } from '../services/people-list';
import { previewNotice, saveNotice } from '../services/people-notices';
import { getWorker } from '../services/people-record';
import { addWorker, saveLeaving, saveP45Given, saveWorkerDetails } from '../services/people-save-details';
import { removeEarlierPay, saveEarlierPay } from '../services/people-save-earlier';
import { savePension } from '../services/people-save-pension';
import { saveStarter, saveTax } from '../services/people-save-tax';
import { saveContract, saveRates } from '../services/people-save-terms';
import { calls, REMOVED, SAVED } from './implementer';

export function peopleApi(context: ServiceContext) {
  const on = calls.people;
  return {
    list: on.list.handler(({ input }) => listPeople(context, input.householdId)),
    get: on.get.handler(({ input }) => getWorker(context, input.householdId, input.workerId)),
    add: on.add.handler(({ input }) => ({
      workerId: addWorker(context, input.householdId, input.details),
    })),
    saveDetails: on.saveDetails.handler(({ input }) => {
      saveWorkerDetails(context, input.householdId, input.workerId, input.details);
      return SAVED;
    }),
    saveContract: on.saveContract.handler(({ input }) => {
      saveContract(context, input.householdId, input.workerId, input.contract, input.wrongFromStart);
      return SAVED;
    }),
    contractOutcome: on.contractOutcome.handler(({ input }) =>
      contractOutcome(context, input.householdId, input.workerId, input.contract),
    ),
    saveRates: on.saveRates.handler(({ input }) => {
      saveRates(context, input.householdId, input.workerId, input.rates, input.wrongFromStart);
      return SAVED;
    }),
    saveTax: on.saveTax.handler(({ input }) => {
      saveTax(context, input.householdId, input.workerId, input.tax, input.wrongFromStart);
      return SAVED;
    }),
    notice: on.notice.handler(({ input }) =>
      previewNotice(context, input.householdId, input.workerId, input.notice),
    ),
    saveNotice: on.saveNotice.handler(({ input }) =>
      saveNotice(context, input.householdId, input.workerId, input.notice),
    ),
    saveEarlierPay: on.saveEarlierPay.handler(({ input }) => {
      saveEarlierPay(context, input.householdId, input.workerId, input.earlierPay, input.sure);
      return SAVED;
    }),
    removeEarlierPay: on.removeEarlierPay.handler(({ input }) => {
      removeEarlierPay(context, input.householdId, input.workerId, input.taxYear);
      return REMOVED;
    }),
    saveP45Given: on.saveP45Given.handler(({ input }) => {
      saveP45Given(context, input.householdId, input.workerId, input.givenOn);
      return SAVED;
    }),
    saveStarter: on.saveStarter.handler(({ input }) =>
      saveStarter(context, input.householdId, input.workerId, input.starter),
    ),
    savePension: on.savePension.handler(({ input }) => {
      savePension(context, input.householdId, input.workerId, input.pension, input.wrongFromStart);
      return SAVED;
    }),
    saveLeaving: on.saveLeaving.handler(({ input }) => {
      saveLeaving(context, input.householdId, input.workerId, input.leftOn);
      return SAVED;
    }),
    holiday: on.holiday.handler(({ input }) => holidayBalances(context, input.householdId)),
  };
}
