import type { ReturnSummary, ReturnView } from '@shared/api/returns';
import { type IsoDay, isIsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, api, refusalOf, type ServiceRefusal } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { announce } from '../../components/live-region';
import { showToast } from '../../components/toast';
import { sentenceFor } from '../../text/refusals';
import { returnRefusals } from '../../text/returns';

/** Every return of every agreement; `undefined` until they are here. */
export function useReturns(): readonly ReturnSummary[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.returns.list.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

/** Which return a page is about. */
export type ReturnKey = { readonly agreementId: string; readonly from: IsoDay; readonly to: IsoDay };

/** The address of a return’s page. */
export const returnPath = (key: ReturnKey): string => `/returns/${key.agreementId}/${key.from}/${key.to}`;

/** The return named in the address; nothing where it names none. */
export function useReturnKey(): ReturnKey | undefined {
  const { agreementId, from, to } = useParams();
  if (agreementId === undefined || from === undefined || to === undefined) return undefined;
  return isIsoDay(from) && isIsoDay(to) ? { agreementId, from, to } : undefined;
}

/** One return as it stands; the refusal where there is none for these days. */
export function useReturn(key: ReturnKey | undefined): {
  readonly view: ReturnView | undefined;
  readonly refusal: ServiceRefusal | undefined;
} {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.returns.get.queryOptions({
      input: { householdId, ...(key ?? { agreementId: '', from: '' as IsoDay, to: '' as IsoDay }) },
      enabled: key !== undefined,
    }),
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  return { view: query.data, refusal: query.error === null ? undefined : refusalOf(query.error) };
}

/** Runs one thing outside of a form: says what was done, or why not. `busy` names the one that runs. */
export function useDoing(): {
  readonly busy: string | undefined;
  readonly run: <T>(name: string, call: () => Promise<T>, done: string) => Promise<boolean>;
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
          announce(done);
        } else {
          showToast(sentenceFor(answer, returnRefusals));
        }
        return answer.ok;
      } finally {
        setBusy(undefined);
      }
    },
  };
}
