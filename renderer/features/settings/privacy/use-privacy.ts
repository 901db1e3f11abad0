import type { FileOut } from '@shared/api/common';
import type { PrivacyView } from '@shared/api/privacy';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type ServiceRefusal } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';

/** What the room shows; `undefined` until it is here. */
export function usePrivacy(): PrivacyView | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.privacy.view.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

type Answer = ServiceRefusal | { readonly ok: true; readonly value: unknown };

/** Does one thing at a time outside of a form, reads everything again and says it; a refusal is said in a message that stays. */
export function useDoing() {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const run = async (work: () => Promise<Answer>, said: string): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    try {
      const answer = await work();
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(said);
      } else showToast(sentenceFor(answer));
      return answer.ok;
    } finally {
      setPending(false);
    }
  };
  return { pending, run };
}

/** Has a file made and offers it, once at a time. Answers whether it was made. */
export function useMadeFile() {
  const [pending, setPending] = useState(false);
  const save = async (make: () => Promise<FileOut>): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    try {
      const answer = await answerOf(make());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer));
      return answer.ok;
    } catch (failure) {
      console.error(failure);
      showToast(common.unexpected);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, save };
}
