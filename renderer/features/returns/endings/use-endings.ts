import type { FileOut } from '@shared/api/common';
import type { EndingSummary } from '@shared/api/endings';
import type { IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type ServiceRefusal } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { endingRefusals } from '../../../text/endings';
import { sentenceFor } from '../../../text/refusals';

/** The day it is; `undefined` until it is here. */
export function useToday(): IsoDay | undefined {
  return useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
}

/** Every agreement, with whether it ends. */
export function useEndings(): readonly EndingSummary[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.endings.list.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

type Answer<T> = ServiceRefusal | { readonly ok: true; readonly value: T };

/** After something was written: reads everything again and says what was done. */
export function useWritten(): (said: string) => Promise<void> {
  const queryClient = useQueryClient();
  return async (said) => {
    await queryClient.invalidateQueries();
    announce(said);
  };
}

/** Does one thing at a time outside of a form; a refusal is said in a message that stays. */
export function useDoing() {
  const written = useWritten();
  const [doing, setDoing] = useState<string | undefined>();
  const run = async <T>(name: string, work: () => Promise<Answer<T>>, said: string): Promise<boolean> => {
    if (doing !== undefined) return false;
    setDoing(name);
    try {
      const answer = await work();
      if (answer.ok) await written(said);
      else showToast(sentenceFor(answer, endingRefusals));
      return answer.ok;
    } finally {
      setDoing(undefined);
    }
  };
  return { doing, run };
}

/** Has a paper made and offers it, once at a time. */
export function useMadeFile() {
  const [pending, setPending] = useState(false);
  const save = async (make: () => Promise<FileOut>) => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(make());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer, endingRefusals));
    } finally {
      setPending(false);
    }
  };
  return { pending, save };
}
