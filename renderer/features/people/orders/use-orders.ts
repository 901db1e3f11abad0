import type { Refused, Result } from '@shared/result';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { orderRefusals } from '../../../text/orders';
import { sentenceFor } from '../../../text/refusals';

/** A path of a PA’s orders. */
export function ordersPath(workerId: string, rest = ''): string {
  return `/people/${workerId}/orders${rest}`;
}

/** A PA’s orders and the kinds that are known; `undefined` until they are here. */
export function useOrders(workerId: string) {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.orders.list.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
}

/** A PA’s homes that go with the job. */
export function useHomes(workerId: string) {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.orders.homes.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
}

/** Holiday brought over for a PA. */
export function useCarried(workerId: string) {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.orders.carried.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
}

/** Does something at once and reads everything again. What was done is said, a refusal is shown. */
export function useDoNow() {
  const queryClient = useQueryClient();
  return async (answer: Promise<Result<unknown> | Refused>, done: string): Promise<boolean> => {
    const given = await answer;
    if (given.ok) announce(done);
    else showToast(sentenceFor(given, orderRefusals));
    await queryClient.invalidateQueries();
    return given.ok;
  };
}
