import type { HoursMapping, HoursState, PayDays } from '@shared/api/hours-in';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { announce } from '../../../components/live-region';
import { sentenceFor } from '../../../text/refusals';

/** How often it is asked how far the work has come. */
const ASK_EVERY_MS = 300;

export type FileToLook = {
  readonly file: { readonly name: string; readonly base64: string };
  readonly pay: PayDays | null;
};

/** The work beside the window: begun from here, and asked about until it is done. Each call answers what it was refused with. */
export function useHoursJob() {
  const [state, setState] = useState<HoursState | undefined>();
  const queryClient = useQueryClient();
  const doing = state?.doing;
  useEffect(() => {
    if (doing !== 'looking' && doing !== 'taking') return;
    const timer = setInterval(() => {
      void client.hoursIn.state().then((next) => {
        setState(next);
        if (next.doing === 'taken' || next.doing === 'stopped') void queryClient.invalidateQueries();
      });
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [doing, queryClient]);
  const put = async (pending: Promise<HoursState>): Promise<string | undefined> => {
    const answer = await answerOf(pending);
    if (answer.ok) {
      setState(answer.value);
      return undefined;
    }
    const sentence = sentenceFor(answer);
    announce(sentence, 'assertive');
    return sentence;
  };
  return {
    state,
    look: ({ file, pay }: FileToLook, mapping: HoursMapping, accept: readonly string[]) =>
      put(client.hoursIn.look({ file, mapping, pay, accept: [...accept] })),
    lookAtPlan: (pay: PayDays) => put(client.hoursIn.lookAtPlan({ pay })),
    take: () => put(client.hoursIn.take()),
    stop: () => put(client.hoursIn.stop()),
  };
}
