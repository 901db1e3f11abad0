import type { CoverList, CoverView } from '@shared/api/cover';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type ServiceRefusal } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { coverRefusals } from '../../../text/cover-reasons';
import { sentenceFor } from '../../../text/refusals';
import { useWritten } from '../use-rota';

/** What needs someone; of one absence where its id is given. */
export function useCoverList(absenceId: string | null): CoverList | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.cover.list.queryOptions({ input: { householdId, absenceId } }),
    throwOnError: true,
  }).data;
}

/** Who could cover one shift; `null` when the shift is not there any more. */
export function useCoverView(key: string): CoverView | null | undefined {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.cover.view.queryOptions({ input: { householdId, key } }),
    retry: false,
  });
  return query.isError ? null : query.data;
}

type Answer<T> = ServiceRefusal | { readonly ok: true; readonly value: T };

/** Does one thing at a time, says what was done, and keeps the sentence of a refusal to be shown. */
export function useDoing() {
  const written = useWritten();
  const [doing, setDoing] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const run = async <T>(
    name: string,
    work: () => Promise<Answer<T>>,
    said: (value: T) => string,
  ): Promise<T | undefined> => {
    if (doing !== undefined) return undefined;
    setDoing(name);
    setProblem(undefined);
    try {
      const answer = await work();
      if (!answer.ok) {
        setProblem(sentenceFor(answer, coverRefusals));
        return undefined;
      }
      await written(said(answer.value));
      return answer.value;
    } finally {
      setDoing(undefined);
    }
  };
  return { doing, problem, run };
}
