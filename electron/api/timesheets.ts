import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { agreeTimesheet, takeBackAgreement } from '../services/timesheets-agree';
import { paperTimesheet } from '../services/timesheets-paper';
import { typeInTimesheet } from '../services/timesheets-type-in';
import { listTimesheets, timesheetView } from '../services/timesheets-view';
import { calls, SAVED } from './implementer';

export function timesheetsApi(context: ServiceContext) {
  const on = calls.timesheets;
  return {
    list: on.list.handler(({ input }) => listTimesheets(context, input.householdId)),
    view: on.view.handler(({ input }) => timesheetView(context, input.householdId, input.workerId, input)),
    agree: on.agree.handler(({ input }) =>
      agreeTimesheet(context, input.householdId, input.workerId, input, input),
    ),
    takeBack: on.takeBack.handler(({ input }) => {
      takeBackAgreement(context, input.householdId, input.workerId, input);
      return SAVED;
    }),
    paper: on.paper.handler(({ input }) =>
      programFile(paperTimesheet(context, input.householdId, input.workerId, input, input)),
    ),
    typeIn: on.typeIn.handler(({ input }) =>
      typeInTimesheet(context, input.householdId, input.workerId, input.shifts),
    ),
  };
}
