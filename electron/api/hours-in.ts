import type { ServiceContext } from '../services/context';
import { hoursGrid, typeHours } from '../services/hours-in-grid';
import { calls } from './implementer';

export function hoursInApi(context: ServiceContext) {
  const on = calls.hoursIn;
  return {
    people: on.people.handler(({ input }) => hoursGrid(context, input.pay, input)),
    type: on.type.handler(({ input }) =>
      typeHours(context, input.householdId, input.workerId, input, input.cells),
    ),
  };
}
