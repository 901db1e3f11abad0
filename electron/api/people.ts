import type { ServiceContext } from '../services/context';
import * as people from '../services/people';
import { holidayBalances } from '../services/people-holiday';
import { listPeople } from '../services/people-list';
import { calls, SAVED } from './implementer';

export function peopleApi(context: ServiceContext) {
  const on = calls.people;
  return {
    list: on.list.handler(({ input }) => listPeople(context, input.householdId)),
    get: on.get.handler(({ input }) => people.getWorker(context, input.householdId, input.workerId)),
    add: on.add.handler(({ input }) => ({
      workerId: people.addWorker(context, input.householdId, input.details),
    })),
    saveDetails: on.saveDetails.handler(({ input }) => {
      people.saveWorkerDetails(context, input.householdId, input.workerId, input.details);
      return SAVED;
    }),
    saveContract: on.saveContract.handler(({ input }) => {
      people.saveContract(context, input.householdId, input.workerId, input.contract);
      return SAVED;
    }),
    saveRates: on.saveRates.handler(({ input }) => {
      people.saveRates(context, input.householdId, input.workerId, input.rates);
      return SAVED;
    }),
    saveTax: on.saveTax.handler(({ input }) => {
      people.saveTax(context, input.householdId, input.workerId, input.tax);
      return SAVED;
    }),
    saveStarter: on.saveStarter.handler(({ input }) =>
      people.saveStarter(context, input.householdId, input.workerId, input.starter),
    ),
    savePension: on.savePension.handler(({ input }) => {
      people.savePension(context, input.householdId, input.workerId, input.pension);
      return SAVED;
    }),
    saveLeaving: on.saveLeaving.handler(({ input }) => {
      people.saveLeaving(context, input.householdId, input.workerId, input.leftOn);
      return SAVED;
    }),
    holiday: on.holiday.handler(({ input }) => holidayBalances(context, input.householdId)),
  };
}
