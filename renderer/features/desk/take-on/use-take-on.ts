import type { TakeOnState } from '@shared/api/take-on';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answerOf, api } from '../../../api/client';
import { showToast } from '../../../components/toast';
import { sentenceFor } from '../../../text/refusals';

const isBusy = (state: TakeOnState | undefined): boolean =>
  state?.state === 'looking' || state?.state === 'taking-on';

/** How far taking on has come, asked again while it goes on; what is shown elsewhere is asked anew once it has ended. */
export function useTakeOnState(): TakeOnState | undefined {
  const queryClient = useQueryClient();
  const { data } = useQuery({
    ...api.takeOn.state.queryOptions(),
    refetchInterval: (query) => (isBusy(query.state.data) ? 300 : false),
    throwOnError: true,
  });
  const busy = isBusy(data);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy) void queryClient.invalidateQueries();
    wasBusy.current = busy;
  }, [busy, queryClient]);
  return data;
}

/** Does something to the file that is being taken on; what goes wrong is said in a message that stays. */
export function useTakeOnCall(): (work: () => Promise<TakeOnState>) => Promise<void> {
  const queryClient = useQueryClient();
  return async (work) => {
    const answer = await answerOf(work());
    if (!answer.ok) showToast(sentenceFor(answer));
    await queryClient.invalidateQueries({ queryKey: api.takeOn.key() });
  };
}
