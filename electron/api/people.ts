import type { ServiceContext } from '../services/context';
import { holidayBalances } from '../services/people-holiday';
import { listPeople } from '../services/people-list';
import { getWorker } from '../services/people-record';
import { addWorker, saveLeaving, saveWorkerDetails } from '../services/people-save-details';
import { savePension } from '../services/people-save-pension';
import { saveStarter, saveTax } from '../services/people-save-tax';
import { saveContract, saveRates } from '../services/people-save-terms';
import { calls, SAVED } from './implementer';

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
      saveContract(context, input.householdId, input.workerId, input.contract);
      return SAVED;
    }),
    saveRates: on.saveRates.handler(({ input }) => {
      saveRates(context, input.householdId, input.workerId, input.rates);
      return SAVED;
    }),
    saveTax: on.saveTax.handler(({ input }) => {
      saveTax(context, input.householdId, input.workerId, input.tax);
      return SAVED;
    }),
    saveStarter: on.saveStarter.handler(({ input }) =>
      saveStarter(context, input.householdId, input.workerId, input.starter),
    ),
    savePension: on.savePension.handler(({ input }) => {
      savePension(context, input.householdId, input.workerId, input.pension);
      return SAVED;
    }),
    saveLeaving: on.saveLeaving.handler(({ input }) => {
      saveLeaving(context, input.householdId, input.workerId, input.leftOn);
      return SAVED;
    }),
    holiday: on.holiday.handler(({ input }) => holidayBalances(context, input.householdId)),
  };
}
