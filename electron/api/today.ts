import { databaseOf, type ServiceContext } from '../services/context';
import { addRates, checkRates, rateFacts, ratesBookOf, removeRates } from '../services/rates';
import { todayView } from '../services/today';
import { listDuties, markDuty } from '../services/today-duties';
import { findable } from '../services/today-find';
import { fileFrom } from './files-in';
import { calls, SAVED } from './implementer';

export function todayApi(context: ServiceContext) {
  const on = calls.today;
  return {
    view: on.view.handler(({ input }) => todayView(context, input.householdId)),
    duties: on.duties.handler(({ input }) => listDuties(context, input.householdId)),
    markDuty: on.markDuty.handler(({ input }) => {
      markDuty(context, input.householdId, input.key, input.doneOn);
      return SAVED;
    }),
    rates: on.rates.handler(() => rateFacts(context)),
    checkRates: on.checkRates.handler(({ input }) =>
      checkRates(fileFrom(input.file), ratesBookOf(databaseOf(context))),
    ),
    addRates: on.addRates.handler(({ input }) => addRates(context, fileFrom(input.file))),
    removeRates: on.removeRates.handler(({ input }) => {
      removeRates(context, input.taxYear);
      return SAVED;
    }),
    find: on.find.handler(({ input }) => findable(context, input.householdId)),
  };
}
