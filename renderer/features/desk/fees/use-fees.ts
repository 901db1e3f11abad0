import type { FileOut, LargeFileOut } from '@shared/api/common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { fees as words } from '../../../text/desk/fees';
import { sentenceFor } from '../../../text/refusals';

/** Does something, then shows all of it anew and says so; what goes wrong is said in a message that stays. */
export function useFeeCall(): {
  readonly pending: boolean;
  readonly run: (work: () => Promise<unknown>, said?: string) => Promise<boolean>;
} {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const run = async (work: () => Promise<unknown>, said = words.saved): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    try {
      const answer = await answerOf(work());
      await queryClient.invalidateQueries();
      if (answer.ok) announce(said);
      else showToast(sentenceFor(answer));
      return answer.ok;
    } catch (failure) {
      console.error(failure);
      showToast(words.unexpected);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, run };
}

/** Has a file made and offers it. */
export function useFeeFile(): (make: () => Promise<FileOut | LargeFileOut>) => Promise<void> {
  return async (make) => {
    try {
      const answer = await answerOf(make());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer));
    } catch (failure) {
      console.error(failure);
      showToast(words.unexpected);
    }
  };
}

/** How far the making of invoices has come, asked again while it goes on. */
export function useFeeState() {
  const queryClient = useQueryClient();
  const { data } = useQuery({
    ...api.fees.state.queryOptions(),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 300 : false),
    throwOnError: true,
  });
  const running = data?.state === 'running';
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !running) void queryClient.invalidateQueries();
    was.current = running;
  }, [running, queryClient]);
  return data;
}
