import type { ServiceContext } from '../services/context';
import {
  hoursTable,
  listHoursFiles,
  listHoursMappings,
  removeHoursMapping,
  saveHoursMapping,
} from '../services/hours-in-columns';
import { hoursGrid, hoursOf, typeHours } from '../services/hours-in-grid';
import { HoursInJob } from '../services/hours-in-job';
import { fileFrom } from './files-in';
import { calls, SAVED } from './implementer';

export function hoursInApi(context: ServiceContext) {
  const on = calls.hoursIn;
  const job = new HoursInJob(context);
  return {
    people: on.people.handler(({ input }) => hoursGrid(context, input.pay, input)),
    cells: on.cells.handler(({ input }) => hoursOf(context, input.householdId, input.workerId, input)),
    type: on.type.handler(({ input }) =>
      typeHours(context, input.householdId, input.workerId, input, input.cells),
    ),
    table: on.table.handler(({ input }) => hoursTable(context, fileFrom(input.file), input.delimiter)),
    look: on.look.handler(({ input }) =>
      job.look(fileFrom(input.file), input.mapping, input.pay, new Set(input.accept)),
    ),
    lookAtPlan: on.lookAtPlan.handler(({ input }) => job.lookAtPlan(input.pay)),
    take: on.take.handler(() => job.take()),
    state: on.state.handler(() => job.state()),
    stop: on.stop.handler(() => job.stop()),
    mappings: on.mappings.handler(() => listHoursMappings(context)),
    saveMapping: on.saveMapping.handler(({ input }) => {
      saveHoursMapping(context, input.name, input.mapping);
      return SAVED;
    }),
    removeMapping: on.removeMapping.handler(({ input }) => {
      removeHoursMapping(context, input.id);
      return SAVED;
    }),
    files: on.files.handler(() => listHoursFiles(context)),
  };
}
