import type { FailureCode, WorkspaceStatus } from '@shared/api/workspace';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { announce } from '../../components/live-region';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { failures, momentText, failure as words } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { OtherFolder } from './other-folder';
import { RestoreStart, RestoreUndoStart } from './restore-start';

type Failure = NonNullable<WorkspaceStatus['failure']>;
type Action = 'again' | 'restore' | 'keys' | 'there' | 'elsewhere' | 'anew';

/** What can be done about each, the most likely to help first. */
const ACTIONS: Readonly<Record<FailureCode, readonly Action[]>> = {
  'workspace.damaged': ['restore', 'again'],
  'workspace.newer': ['again', 'restore'],
  'workspace.missing': ['again', 'restore', 'elsewhere', 'anew'],
  'workspace.moved': ['there', 'again', 'elsewhere', 'restore', 'anew'],
  'workspace.keys-missing': ['keys', 'again', 'restore'],
  'workspace.keys-damaged': ['keys', 'again', 'restore'],
  'workspace.read-only': ['again'],
  'workspace.in-use': ['again'],
  'workspace.disk-full': ['again'],
  'workspace.disk-fault': ['again', 'restore'],
};

/** The records can’t be opened: what happened, what is safe, and what can be done about it. It never offers to delete. */
export function FailurePage({ failure }: { readonly failure: Failure }) {
  const [part, setPart] = useState<'page' | 'restore' | 'elsewhere'>('page');
  const back = () => setPart('page');
  switch (part) {
    case 'restore':
      return <RestoreStart onBack={back} />;
    case 'elsewhere':
      return <OtherFolder start={failure.lastKnown?.folder ?? ''} onBack={back} />;
    case 'page':
      return <FailureText failure={failure} onPart={setPart} />;
  }
}

function FailureText(props: {
  readonly failure: Failure;
  readonly onPart: (part: 'restore' | 'elsewhere') => void;
}) {
  const { failure } = props;
  const about = failures[failure.code];
  const { pending, said, ask } = useStatusCall(failure.code);
  const [anew, setAnew] = useState(false);
  const known = failure.lastKnown;
  const actions = ACTIONS[failure.code].filter((action) => action !== 'there' || known?.there === true);
  const doIt: Readonly<Record<Action, () => void>> = {
    again: () => void ask('again', () => client.workspace.retry()),
    restore: () => props.onPart('restore'),
    keys: () => void ask('keys', () => client.restore.takeKeys()),
    there: () => void ask('there', () => client.restore.openAt({ folder: known?.folder ?? '' })),
    elsewhere: () => props.onPart('elsewhere'),
    anew: () => setAnew(true),
  };
  const label: Readonly<Record<Action, string>> = {
    again: words.again,
    restore: words.restore,
    keys: words.keysOfBackup,
    there: words.openThere,
    elsewhere: words.elsewhere,
    anew: words.anew,
  };
  return (
    <PlainPage title={about.title}>
      <div className="failure">
        <h2>{words.happened}</h2>
        <p>{about.happened}</p>
        <h2>{words.safe}</h2>
        <p>{about.safe}</p>
        <h2>{words.next}</h2>
        <ul>
          {about.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <dl className="failure-facts">
          <div>
            <dt>{words.file}</dt>
            <dd>{failure.file}</dd>
          </div>
          {known === null ? null : (
            <div>
              <dt>{words.lastKnown}</dt>
              <dd>{words.lastKnownThere(known.folder, known.at === null ? null : momentText(known.at))}</dd>
            </div>
          )}
          <div>
            <dt>{words.backup}</dt>
            <dd>{failure.lastBackup === null ? words.noBackup : momentText(failure.lastBackup)}</dd>
          </div>
        </dl>
        <div className="actions">
          {actions.map((action, index) => (
            <Button
              key={action}
              kind={index === 0 ? 'primary' : action === 'anew' ? 'quiet' : 'secondary'}
              pending={pending === action}
              onPress={doIt[action]}
            >
              {label[action]}
            </Button>
          ))}
        </div>
        {said === '' ? null : <p>{said}</p>}
        <RestoreUndoStart />
      </div>
      <AlertDialog
        open={anew}
        title={words.anewTitle}
        doLabel={words.anewDo}
        keepLabel={words.anewKeep}
        onDo={() => {
          setAnew(false);
          void ask('anew', () => client.restore.beginAnew());
        }}
        onClose={() => setAnew(false)}
      >
        <p>{words.anewBody}</p>
      </AlertDialog>
    </PlainPage>
  );
}

/** Calls that answer how the records stand now. What did not help is said beside the buttons. */
function useStatusCall(code: FailureCode) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<Action | undefined>();
  const [said, setSaid] = useState('');
  const tell = (sentence: string) => {
    setSaid(sentence);
    announce(sentence, 'assertive');
  };
  const ask = async (action: Action, call: () => Promise<WorkspaceStatus>) => {
    if (pending !== undefined) return;
    setPending(action);
    try {
      const answer = await answerOf(call());
      if (!answer.ok) tell(sentenceFor(answer));
      else {
        if (answer.value.state === 'failed' && answer.value.failure?.code === code) tell(words.stillSo);
        else if (action === 'keys') announce(words.keysTaken);
        queryClient.setQueryData(api.workspace.status.queryKey(), answer.value);
      }
    } catch {
      tell(common.unexpected);
    } finally {
      setPending(undefined);
    }
  };
  return { pending, said, ask };
}
