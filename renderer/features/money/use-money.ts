import type { HouseholdRecord } from '@shared/api/household';
import type { Result } from '@shared/result';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answerOf, api, type ServiceRefusal } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { announce } from '../../components/live-region';
import { showToast } from '../../components/toast';
import { moneyRefusals, type Names } from '../../text/money';
import { sentenceFor } from '../../text/refusals';

/** The record of the household in the window; `undefined` until it is here. */
export function useRecord(): HouseholdRecord | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.household.get.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

/** Names of PAs, kinds of spending and funders by their ids. */
export function useNames(): Names {
  const householdId = useHouseholdId();
  const record = useRecord();
  const workers = useQuery(api.people.list.queryOptions({ input: { householdId } })).data;
  return useMemo(() => {
    const categories = new Map(
      record?.agreements.flatMap((agreement) =>
        agreement.categories.map((category) => [category.id ?? '', category.name] as const),
      ),
    );
    const funders = new Map(record?.agreements.map((agreement) => [agreement.id, agreement.funderName]));
    const people = new Map(workers?.map((worker) => [worker.id, worker.shortName || worker.name]));
    return {
      worker: (id) => people.get(id),
      category: (id) => categories.get(id),
      funder: (id) => funders.get(id),
    };
  }, [record, workers]);
}

/** All receipts kept; `undefined` until they are here. */
export function useReceipts() {
  const householdId = useHouseholdId();
  return useQuery({ ...api.money.receipts.queryOptions({ input: { householdId } }), throwOnError: true })
    .data;
}

/**
 * Runs one thing the person asked for, outside of a form: says what was done, or why not; reads everything again.
 * `busy` names the one that is running.
 */
export function useDoing(): {
  readonly busy: string | undefined;
  readonly run: <T>(
    name: string,
    call: () => Promise<T>,
    done: string | ((answer: T) => string),
  ) => Promise<Result<T> | ServiceRefusal>;
} {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState<string | undefined>();
  return {
    busy,
    run: async (name, call, done) => {
      setBusy(name);
      try {
        const answer = await answerOf(call());
        if (answer.ok) {
          await queryClient.invalidateQueries();
          announce(typeof done === 'string' ? done : done(answer.value));
        } else {
          showToast(sentenceFor(answer, moneyRefusals));
        }
        return answer;
      } finally {
        setBusy(undefined);
      }
    },
  };
}
