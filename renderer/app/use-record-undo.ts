import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api, client } from '../api/client';
import { announce } from '../components/live-region';
import { showToast } from '../components/toast';
import { useUndo } from '../components/undo-store';
import { actionBy, actionWords, redoneWords, redoWords } from '../text/actions';
import { sentenceFor } from '../text/refusals';

/** Keeps the undo bar true to what the record says can be undone. Answers what can be done again, if anything. */
export function useRecordUndo(
  householdId: string | undefined,
): { readonly name: string; readonly run: () => void } | undefined {
  const queryClient = useQueryClient();
  const state = useQuery(
    api.workspace.undoState.queryOptions({
      input: { householdId: householdId ?? '' },
      enabled: householdId !== undefined,
    }),
  ).data;
  const undo = state?.undo;

  useEffect(() => {
    const { offer, clear } = useUndo.getState();
    if (householdId === undefined || undo === undefined || undo === null || !undo.possible) {
      clear();
      return;
    }
    offer({
      what: actionBy(actionWords(undo.name, undo.values), undo.initials),
      undo: async () => {
        const answer = await answerOf(client.workspace.undo({ householdId }));
        if (!answer.ok) showToast(sentenceFor(answer));
        await queryClient.invalidateQueries();
        return answer.ok;
      },
    });
  }, [householdId, undo, queryClient]);

  const redo = state?.redo;
  if (householdId === undefined || redo === undefined || redo === null || !redo.possible) return undefined;
  const what = actionBy(actionWords(redo.name, redo.values), redo.initials);
  return {
    name: redoWords(what),
    run: () => {
      void answerOf(client.workspace.redo({ householdId })).then(async (answer) => {
        if (answer.ok) announce(redoneWords(what));
        else showToast(sentenceFor(answer));
        await queryClient.invalidateQueries();
      });
    },
  };
}
