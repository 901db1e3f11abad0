import type { WorkspaceStatus } from '@shared/api/workspace';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/client';
import { Button } from '../../components/button';
import { announce } from '../../components/live-region';
import { common } from '../../text/common';
import { failures, momentText, failure as words } from '../../text/workspace';
import { PlainPage } from '../plain-page';

/** The records can’t be opened: what happened, what is safe, what to do, and looking again. It never offers to delete. */
export function FailurePage({ failure }: { readonly failure: NonNullable<WorkspaceStatus['failure']> }) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState('');
  const about = failures[failure.code];
  const again = async () => {
    if (pending) return;
    setPending(true);
    try {
      const status = await client.workspace.retry();
      if (status.state === 'failed' && status.failure?.code === failure.code) {
        setSaid(words.stillSo);
        announce(words.stillSo);
      }
      queryClient.setQueryData(api.workspace.status.queryKey(), status);
    } catch {
      setSaid(common.unexpected);
      announce(common.unexpected, 'assertive');
    } finally {
      setPending(false);
    }
  };
  return (
    <PlainPage title={about.title}>
      <div className="failure">
        <h2>{words.happened}</h2>
        <p>{about.happened}</p>
        <h2>{words.safe}</h2>
        <p>{about.safe}</p>
        <h2>{words.next}</h2>
        <ol>
          {about.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <dl className="failure-facts">
          <div>
            <dt>{words.file}</dt>
            <dd>{failure.file}</dd>
          </div>
          <div>
            <dt>{words.backup}</dt>
            <dd>{failure.lastBackup === null ? words.noBackup : momentText(failure.lastBackup)}</dd>
          </div>
        </dl>
        <div className="actions">
          <Button kind="primary" pending={pending} onPress={() => void again()}>
            {words.again}
          </Button>
          {said === '' ? null : <span>{said}</span>}
        </div>
      </div>
    </PlainPage>
  );
}
