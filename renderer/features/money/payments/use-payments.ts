import type { FileOut } from '@shared/api/common';
import type { PaymentsView } from '@shared/api/payments';
import type { IsoDay } from '@shared/dates';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type ServiceRefusal } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { paymentRefusals } from '../../../text/payments';
import { sentenceFor } from '../../../text/refusals';

/** The day it is; `undefined` until it is here. */
export function useToday(): IsoDay | undefined {
  return useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
}

/** What is to be paid by a day; `undefined` until it is here. */
export function useToPay(until: IsoDay | undefined): PaymentsView | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.payments.toPay.queryOptions({
      input: { householdId, until: until ?? ('' as IsoDay), runId: null },
      enabled: until !== undefined,
    }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
}

/** Everybody who is paid beside PAs. */
export function usePayees() {
  const householdId = useHouseholdId();
  return useQuery({ ...api.payments.payees.queryOptions({ input: { householdId } }), throwOnError: true })
    .data;
}

/** Forms of payment files: ready ones and the household's own. */
export function useTemplates() {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.payments.templates.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
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
      else showToast(sentenceFor(answer, paymentRefusals));
      return answer.ok;
    } finally {
      setDoing(undefined);
    }
  };
  return { doing, run };
}

/** Has a file made and offers it, once at a time. */
export function useMadeFile() {
  const [pending, setPending] = useState(false);
  const save = async (make: () => Promise<FileOut>) => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(make());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer, paymentRefusals));
    } finally {
      setPending(false);
    }
  };
  return { pending, save };
}

/** `200000` as `20-00-00`. */
export function sortCodeText(code: string): string {
  return /^\d{6}$/.test(code) ? `${code.slice(0, 2)}-${code.slice(2, 4)}-${code.slice(4)}` : code;
}
