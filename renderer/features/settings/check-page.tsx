import type { CheckFinding, CheckState } from '@shared/api/check';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchCheck } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Progress } from '../../components/progress';
import { Table } from '../../components/table';
import { WaitingLine } from '../../components/waiting-line';
import { checkStepText, findingText, check as words } from '../../text/check';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { momentText } from '../../text/workspace';
import { backTo } from './record-page';

/** How often the page asks how far the check has come. */
const ASK_AGAIN_MS = 400;

/** Looks over the whole record beside the work, and tells what is not as it was kept and where. */
export function CheckPage() {
  const queryClient = useQueryClient();
  const { data: state } = useQuery({
    ...api.check.state.queryOptions(),
    throwOnError: true,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? ASK_AGAIN_MS : false),
  });
  const [wrong, setWrong] = useState<string | undefined>();
  const start = async () => {
    setWrong(undefined);
    try {
      const answer = await answerOf(client.check.start());
      if (!answer.ok) setWrong(sentenceFor(answer));
      await queryClient.invalidateQueries({ queryKey: api.check.state.queryKey() });
    } catch {
      setWrong(common.unexpected);
    }
  };
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      <p>{words.what}</p>
      <p>{words.when}</p>
      {wrong === undefined ? null : <Notice tone="wrong" title={wrong} spoken />}
      {state === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {state.state === 'running' ? (
            <div className="section">
              <Progress label={checkStepText(state)} done={state.done} of={Math.max(state.of, 1)} />
            </div>
          ) : null}
          {/* Only what came of it is spoken, not each step on the way. */}
          <div role="status">
            <Outcome state={state} />
          </div>
          {state.state === 'done' && state.findings.length > 0 ? <Findings list={state.findings} /> : null}
          <div className="actions">
            <Button
              kind="primary"
              icon={SearchCheck}
              pending={state.state === 'running'}
              onPress={() => void start()}
            >
              {state.state === 'never' || state.state === 'running' ? words.start : words.again}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}

function Outcome({ state }: { readonly state: CheckState }) {
  switch (state.state) {
    case 'never':
    case 'running':
      return null;
    case 'stopped':
      return (
        <Notice tone="wrong" title={words.stopped}>
          <p>{words.stoppedBody}</p>
        </Notice>
      );
    case 'done': {
      const at = momentText(state.at ?? '');
      return state.findings.length === 0 ? (
        <Notice tone="done" title={words.good}>
          <p>{words.goodBody(at)}</p>
        </Notice>
      ) : (
        <Notice tone="wrong" title={words.found(state.findings.length)}>
          <p>{words.foundBody(at)}</p>
        </Notice>
      );
    }
  }
}

function Findings({ list }: { readonly list: readonly CheckFinding[] }) {
  const rows = list.map((found, at) => ({ key: String(at), found, ...findingText(found) }));
  return (
    <>
      <section className="section">
        <h2>{words.next}</h2>
        <ul>
          {words.nextSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <LinkButton to="/settings/backups">{words.toBackups}</LinkButton>
      </section>
      <Table
        caption={words.caption}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { id: 'place', heading: words.place, cell: (row) => row.place, isName: true },
          { id: 'fault', heading: words.fault, cell: (row) => row.fault },
          { id: 'household', heading: words.household, cell: (row) => row.found.household },
          { id: 'table', heading: words.table, cell: (row) => row.found.table },
        ]}
      />
    </>
  );
}
