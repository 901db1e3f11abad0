import type { ServiceContext } from '../services/context';
import { listCarried, removeCarried, saveCarried } from '../services/orders-carried';
import { listHomes, removeHome, saveHome } from '../services/orders-homes';
import { endOrder, removeOrder, saveOrder } from '../services/orders-save';
import { listOrders, previewOrder } from '../services/orders-view';
import { calls, SAVED } from './implementer';

export function ordersApi(context: ServiceContext) {
  const on = calls.orders;
  return {
    list: on.list.handler(({ input }) => listOrders(context, input.householdId, input.workerId)),
    preview: on.preview.handler(({ input }) =>
      previewOrder(context, input.householdId, input.workerId, input.id, input.order),
    ),
    save: on.save.handler(({ input }) => ({
      id: saveOrder(context, input.householdId, input.workerId, input.id, input.order),
    })),
    end: on.end.handler(({ input }) => {
      endOrder(context, input.householdId, input.workerId, input.id, input.endedOn);
      return SAVED;
    }),
    remove: on.remove.handler(({ input }) => {
      removeOrder(context, input.householdId, input.workerId, input.id);
      return { removed: true } as const;
    }),
    homes: on.homes.handler(({ input }) => listHomes(context, input.householdId, input.workerId)),
    saveHome: on.saveHome.handler(({ input }) => ({
      id: saveHome(context, input.householdId, input.workerId, input.id, input.home),
    })),
    carried: on.carried.handler(({ input }) => listCarried(context, input.householdId, input.workerId)),
    saveCarried: on.saveCarried.handler(({ input }) => ({
      id: saveCarried(context, input.householdId, input.workerId, input.id, input.carried),
    })),
    removeCarried: on.removeCarried.handler(({ input }) => {
      removeCarried(context, input.householdId, input.workerId, input.id);
      return { removed: true } as const;
    }),
    removeHome: on.removeHome.handler(({ input }) => {
      removeHome(context, input.householdId, input.workerId, input.id);
      return { removed: true } as const;
    }),
  };
}
