import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { yearEnd } from '../services/year-end';
import { yearFile } from '../services/year-file';
import { givenP60 } from '../services/year-p60';
import { newYear, startYear } from '../services/year-start';
import { yearOfWorker, yearView } from '../services/year-view';
import { calls, SAVED } from './implementer';

export function yearApi(context: ServiceContext) {
  const on = calls.year;
  return {
    view: on.view.handler(({ input }) => yearView(context, input.householdId, input.taxYear)),
    worker: on.worker.handler(({ input }) =>
      yearOfWorker(context, input.householdId, input.taxYear, input.workerId),
    ),
    csv: on.csv.handler(({ input }) => programFile(yearFile(context, input.householdId, input.taxYear))),
    end: on.end.handler(({ input }) => yearEnd(context, input.householdId, input.taxYear)),
    givenP60: on.givenP60.handler(({ input }) => {
      givenP60(context, input.householdId, input.taxYear, input.workerId, input.givenOn);
      return SAVED;
    }),
    newYear: on.newYear.handler(({ input }) => newYear(context, input.householdId, input.taxYear)),
    start: on.start.handler(({ input }) => {
      startYear(context, input.householdId, input.taxYear, input.codes);
      return SAVED;
    }),
  };
}
