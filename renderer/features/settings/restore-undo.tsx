import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { showToast } from '../../components/toast';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { restore as words } from '../../text/restore';
import { momentText } from '../../text/workspace';
import { useAfterRestore } from './restore-flow';

/** That a backup was brought back, and putting back what was there before. Nothing when there is nothing to put back. */
export function RestoreUndo() {
  const state = useQuery(api.restore.undoState.queryOptions()).data;
  const afterRestore = useAfterRestore();
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  if (state === undefined || state === null) return null;
  const undo = async () => {
    setPending(true);
    try {
      const answer = await answerOf(client.restore.undo());
      showToast(answer.ok ? words.undone : sentenceFor(answer));
      if (answer.ok) afterRestore(answer.value);
    } catch {
      showToast(common.unexpected);
    } finally {
      setPending(false);
      setAsked(false);
    }
  };
  return (
    <>
      <Notice
        title={words.undoTitle}
        action={
          <Button icon={Undo2} onPress={() => setAsked(true)}>
            {words.undoDo}
          </Button>
        }
      >
        <p>{words.undoBody(momentText(state.at))}</p>
        <p className="quiet small">{words.undoFile(state.file)}</p>
      </Notice>
      <AlertDialog
        open={asked}
        title={words.undoAsk}
        doLabel={words.undoDo}
        keepLabel={words.undoKeep}
        pending={pending}
        onDo={() => void undo()}
        onClose={() => setAsked(false)}
      >
        <p>{words.undoAskBody}</p>
      </AlertDialog>
    </>
  );
}
