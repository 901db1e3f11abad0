import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { backups as words } from '../../text/settings';
import { momentText } from '../../text/workspace';
import { backTo } from './record-page';

/** The backups there are, and making one now. */
export function BackupsPage() {
  const queryClient = useQueryClient();
  const list = useQuery({ ...api.workspace.backups.queryOptions(), throwOnError: true }).data;
  const status = useQuery(api.workspace.status.queryOptions()).data;
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<{ tone: 'done' | 'wrong'; text: string } | undefined>();
  const backUp = async () => {
    if (pending) return;
    setPending(true);
    setSaid(undefined);
    try {
      const answer = await answerOf(client.workspace.backUpNow());
      setSaid(
        answer.ok
          ? { tone: 'done', text: words.done(momentText(answer.value.at)) }
          : { tone: 'wrong', text: sentenceFor(answer) },
      );
      await queryClient.invalidateQueries();
    } catch {
      setSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setPending(false);
    }
  };
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      {said === undefined ? null : <Notice tone={said.tone} title={said.text} spoken />}
      {list === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <Table
          caption={words.caption}
          tools={false}
          rows={list}
          rowKey={(one) => one.at + one.reason}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
          columns={[
            { id: 'at', heading: words.at, cell: (one) => momentText(one.at), isName: true },
            { id: 'reason', heading: words.reason, cell: (one) => words.reasons[one.reason] ?? one.reason },
            { id: 'checked', heading: words.checked, cell: (one) => (one.checked ? words.yes : words.no) },
          ]}
        />
      )}
      <div className="actions">
        <Button kind="primary" icon={Archive} pending={pending} onPress={() => void backUp()}>
          {words.now}
        </Button>
      </div>
      <section className="section">
        <h2>{words.elsewhere}</h2>
        <p>{words.elsewhereBody}</p>
        {status === undefined ? null : <p className="quiet">{words.folder(status.folder)}</p>}
      </section>
    </Page>
  );
}
