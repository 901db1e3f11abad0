import type { IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { showToast } from '../../components/toast';
import { common } from '../../text/common';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';

/** An open pay run by its key. */
export function useRun(key: string) {
  const householdId = useHouseholdId();
  return useQuery(api.pay.run.queryOptions({ input: { householdId, key } }));
}

/** A finished pay run. */
export function useFinishedRun(runId: string) {
  const householdId = useHouseholdId();
  return useQuery(api.pay.finished.queryOptions({ input: { householdId, runId } }));
}

/** The day it is, as the program counts it. */
export function useToday(): IsoDay | undefined {
  return useQuery(api.workspace.status.queryOptions()).data?.today;
}

/** Ticks a payment as paid on a day, or takes the tick away. A refusal is said in a message. */
export function useTick() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const today = useToday();
  const tick = async (key: string, paidOn: IsoDay | null): Promise<void> => {
    try {
      const answer = await answerOf(client.pay.tickPayment({ householdId, key, paidOn }));
      if (!answer.ok) showToast(sentenceFor(answer, payRefusals));
    } catch (failure) {
      console.error(failure);
      showToast(common.unexpected);
    }
    await queryClient.invalidateQueries();
  };
  return { tick, today };
}
