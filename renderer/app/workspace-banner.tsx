import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Save } from 'lucide-react';
import { useEffect, useState } from 'react';
import { answerOf, api, client } from '../api/client';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { showToast } from '../components/toast';
import { common } from '../text/common';
import { sentenceFor } from '../text/refusals';
import { trouble as words } from '../text/workspace';

/** How often the window asks whether something else touched the file: one look at the disk. */
const ASK_EVERY_MS = 10_000;

/** On every page while nothing can be saved: records that may only be looked at, or a file that something else touched. */
export function WorkspaceBanner() {
  const queryClient = useQueryClient();
  const status = useQuery(api.workspace.status.queryOptions()).data;
  const known = status?.state === 'open' ? status.trouble : undefined;
  // Not as a question of the page: nobody waits for it.
  useEffect(() => {
    if (known === undefined) return undefined;
    const asking = setInterval(() => {
      client.workspace.status().then(
        (now) => {
          if (now.trouble !== known) queryClient.setQueryData(api.workspace.status.queryKey(), now);
        },
        () => undefined,
      );
    }, ASK_EVERY_MS);
    return () => clearInterval(asking);
  }, [known, queryClient]);
  const [pending, setPending] = useState(false);
  if (status === undefined || status.state !== 'open') return null;
  if (status.lookOnly)
    return (
      <Notice tone="attention" title={words.lookOnlyTitle}>
        <p>{words.lookOnly}</p>
      </Notice>
    );
  if (status.trouble === null) return null;
  const keep = async () => {
    setPending(true);
    try {
      const answer = await answerOf(client.restore.keepOpen());
      showToast(answer.ok ? words.kept : sentenceFor(answer));
      if (answer.ok) {
        queryClient.setQueryData(api.workspace.status.queryKey(), answer.value);
        await queryClient.invalidateQueries();
      }
    } catch {
      showToast(common.unexpected);
    } finally {
      setPending(false);
    }
  };
  return (
    <Notice
      tone="wrong"
      title={status.trouble === 'gone' ? words.goneTitle : words.swappedTitle}
      spoken
      action={
        <Button icon={Save} pending={pending} onPress={() => void keep()}>
          {words.keep}
        </Button>
      }
    >
      <p>{status.trouble === 'gone' ? words.gone : words.swapped}</p>
    </Notice>
  );
}
