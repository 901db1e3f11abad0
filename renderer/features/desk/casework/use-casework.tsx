import type { CaseCard } from '@shared/api/casework';
import type { FileOut } from '@shared/api/common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, api, refusalOf, type ServiceRefusal } from '../../../api/client';
import { useDeskPlace } from '../../../api/desk-paths';
import { saveFile } from '../../../api/files';
import { useHouseholdStore } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { card as words } from '../../../text/desk/casework';
import { sentenceFor } from '../../../text/refusals';

export type Case = { readonly householdId: string; readonly card: CaseCard };

/** What a household is called on its pages at the desk: by the full name where there is one. */
export const nameOf = (card: CaseCard): string => card.supportedName || card.name;

/**
 * A page about the household its address names. It becomes the household in the window, so that whose money it is stands in the
 * frame, and what is undone is theirs.
 */
export function CasePage(props: {
  readonly title: (card: CaseCard) => string;
  readonly sub?: (card: CaseCard) => ReactNode;
  /** Where one goes back to; without it, the list of all households. */
  readonly toCard?: boolean;
  readonly children: (found: Case) => ReactNode;
}) {
  const { id: householdId = '' } = useParams();
  const query = useQuery({
    ...api.casework.card.queryOptions({ input: { householdId } }),
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const choose = useHouseholdStore((store) => store.choose);
  const listPath = useDeskPlace((place) => place.listPath);
  const card = query.data;
  const isHere = card !== undefined;
  useEffect(() => {
    if (!isHere) return;
    choose(householdId);
    // Back in the list, one stands at this household again.
    useDeskPlace.getState().opened(householdId);
  }, [isHere, householdId, choose]);
  if (query.isError)
    return (
      <Page title={words.goneTitle} backTo={listPath} backLabel={words.back}>
        <EmptyState title={words.goneTitle}>{words.gone}</EmptyState>
      </Page>
    );
  if (card === undefined)
    return (
      <Page title={words.title} backTo={listPath} backLabel={words.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const back =
    props.toCard === true
      ? { backTo: `/desk/households/${householdId}`, backLabel: nameOf(card) }
      : { backTo: listPath, backLabel: words.back };
  return (
    <Page title={props.title(card)} sub={props.sub?.(card)} {...back}>
      {props.children({ householdId, card })}
    </Page>
  );
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
export function useDoing(): <T>(work: () => Promise<T>, said: string) => Promise<boolean> {
  const written = useWritten();
  const [busy, setBusy] = useState(false);
  return async (work, said) => {
    if (busy) return false;
    setBusy(true);
    try {
      const answer = await answerOf(work());
      if (answer.ok) await written(said);
      else showToast(sentenceFor(answer));
      return answer.ok;
    } finally {
      setBusy(false);
    }
  };
}

/** Makes a file and offers it to be saved. */
export function useMadeFile() {
  const [pending, setPending] = useState<string | undefined>();
  const save = async (name: string, make: () => Promise<FileOut>): Promise<void> => {
    if (pending !== undefined) return;
    setPending(name);
    try {
      const answer: Answer<FileOut> = await answerOf(make());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer));
    } finally {
      setPending(undefined);
    }
  };
  return { pending, save };
}
