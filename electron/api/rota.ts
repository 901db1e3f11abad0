import { addDays } from '@shared/dates';
import { databaseOf, type ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { timesheetFile, weekFile } from '../services/rota-documents';
import { toldOfPattern } from '../services/rota-pattern-edit';
import { endPattern, listPatterns, savePattern } from '../services/rota-patterns';
import { spoken } from '../services/rota-plans';
import { confirmHours, saveShift, unconfirm } from '../services/rota-shifts';
import { rotaView } from '../services/rota-view';
import { calls, SAVED } from './implementer';

export function rotaApi(context: ServiceContext) {
  const on = calls.rota;
  return {
    view: on.view.handler(({ input }) => rotaView(context, input.householdId, input.from, input.to)),
    patterns: on.patterns.handler(({ input }) => listPatterns(context, input.householdId)),
    savePattern: on.savePattern.handler(({ input }) => {
      const id = savePattern(context, input.householdId, input.pattern);
      return { id, told: toldOfPattern(context, input.householdId, id) };
    }),
    endPattern: on.endPattern.handler(({ input }) => {
      const told = endPattern(context, input.householdId, input.id, input.fromDay);
      return { saved: true, told: told.map((one) => spoken(databaseOf(context), one)) };
    }),
    saveShift: on.saveShift.handler(({ input }) => saveShift(context, input.householdId, input.shift)),
    confirm: on.confirm.handler(({ input }) => ({
      confirmed: confirmHours(context, input.householdId, input.shifts),
    })),
    unconfirm: on.unconfirm.handler(({ input }) => {
      unconfirm(context, input.householdId, input.key);
      return SAVED;
    }),
    weekPdf: on.weekPdf.handler(({ input }) =>
      programFile(
        weekFile(context, input.householdId, input.from, addDays(input.from, 6), input.workerId ?? null),
      ),
    ),
    timesheetPdf: on.timesheetPdf.handler(({ input }) =>
      programFile(timesheetFile(context, input.householdId, input.workerId, input.from, input.to)),
    ),
  };
}
