import type { BatchWork } from '@shared/api/batches';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api, client, type ServiceRefusal } from '../../../api/client';
import { announce } from '../../../components/live-region';
import { common } from '../../../text/common';
import { batch as words } from '../../../text/desk/batches';
import { payRefusals } from '../../../text/pay-problems';
import { sentenceFor } from '../../../text/refusals';

/** How often a page asks how far the work has come. */
const ASK_AGAIN_MS = 500;

/** A batch as it stands; asked again and again while work goes on in it, and once more when that is over. */
export function useBatch(batchId: string) {
  const queryClient = useQueryClient();
  const query = useQuery({
    ...api.batches.get.queryOptions({ input: { batchId } }),
    refetchInterval: ({ state }) => (state.data?.job.state === 'running' ? ASK_AGAIN_MS : false),
  });
  const job = query.data?.job;
  const isRunning = job?.state === 'running';
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current && !isRunning && job !== undefined) {
      announce(job.state === 'done' ? words.ended(job) : words.stopped(job));
      void queryClient.invalidateQueries();
    }
    ran.current = isRunning;
  }, [isRunning, job, queryClient]);
  return query;
}

/** Does one thing at a time; what it is refused with stands on the page until the next thing is done. */
export function useDoing() {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState<string | undefined>();
  const [problem, setProblem] = useState<{ readonly code: string; readonly text: string } | undefined>();
  const [turn, setTurn] = useState(0);
  const running = useRef(false);
  const tell = (refusal: ServiceRefusal | undefined) => {
    setProblem({
      code: refusal?.code ?? '',
      text: refusal === undefined ? common.unexpected : sentenceFor(refusal, payRefusals),
    });
    setTurn((now) => now + 1);
  };
  const run = async <T>(
    what: string,
    work: () => Promise<T>,
    said?: (answer: T) => string,
  ): Promise<T | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(what);
    setProblem(undefined);
    try {
      const answer = await answerOf(work());
      await queryClient.invalidateQueries();
      if (!answer.ok) {
        tell(answer);
        return undefined;
      }
      if (said !== undefined) announce(said(answer.value));
      return answer.value;
    } catch (failure) {
      console.error(failure);
      tell(undefined);
      return undefined;
    } finally {
      running.current = false;
      setBusy(undefined);
    }
  };
  return { busy, problem, turn, run };
}

export type Doing = ReturnType<typeof useDoing>;

/** Begins work on a batch. */
export function startWork(doing: Doing, batchId: string, work: BatchWork, everything = false) {
  return doing.run(work, () => client.batches.start({ batchId, work, everything }));
}
