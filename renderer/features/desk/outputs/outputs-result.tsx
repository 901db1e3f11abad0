import type { OutputNotMade, OutputsState } from '@shared/api/outputs';
import { formatDay, isIsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Progress } from '../../../components/progress';
import { Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { outputs as words } from '../../../text/desk/outputs';
import { payRefusals } from '../../../text/pay-problems';
import { pensionFileRefusals } from '../../../text/pension-file';
import { sentenceFor } from '../../../text/refusals';
import { momentText } from '../../../text/workspace';

/** How often the page asks how far it has come. */
const ASK_AGAIN_MS = 400;

/** How far the papers are, asked again while they are being made. */
export function useOutputsState(): OutputsState | undefined {
  return useQuery({
    ...api.outputs.state.queryOptions(),
    throwOnError: true,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? ASK_AGAIN_MS : false),
  }).data;
}

/** What is being made or was made: progress with a stop, the file to save, and what could not be made with why. */
export function OutputsResult({ state }: { readonly state: OutputsState }) {
  return (
    <>
      {state.state === 'running' ? <Running state={state} /> : null}
      {/* Only what came of it is spoken, not each step on the way. */}
      <div role="status">
        <Outcome state={state} />
      </div>
      {state.state === 'done' || state.state === 'nothing' ? <Made state={state} /> : null}
    </>
  );
}

function Running({ state }: { readonly state: OutputsState }) {
  const queryClient = useQueryClient();
  const stop = async () => {
    await answerOf(client.outputs.stop());
    await queryClient.invalidateQueries({ queryKey: api.outputs.state.queryKey() });
  };
  const step = state.step ?? 'households';
  return (
    <div className="section">
      {step === 'packing' ? (
        <p className="strong">{words.steps.packing}</p>
      ) : (
        <Progress
          label={words.steps[step]}
          done={state.done}
          of={Math.max(state.of, 1)}
          onStop={() => void stop()}
        />
      )}
      <p className="quiet">{words.goesOn}</p>
    </div>
  );
}

function Outcome({ state }: { readonly state: OutputsState }) {
  switch (state.state) {
    case 'never':
    case 'running':
      return null;
    case 'stopped':
      return (
        <Notice title={words.stopped}>
          <p>{words.stoppedBody}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="wrong" title={words.failed}>
          <p>{words.failedBody}</p>
        </Notice>
      );
    case 'nothing':
      return (
        <Notice tone="wrong" title={words.nothing}>
          <p>{words.nothingBody}</p>
        </Notice>
      );
    case 'done':
      return (
        <Notice tone="done" title={words.done(state)}>
          <p>{words.doneBody(state, momentText(state.at ?? ''))}</p>
          <p>{words.privacy}</p>
        </Notice>
      );
  }
}

function Made({ state }: { readonly state: OutputsState }) {
  const [pending, setPending] = useState(false);
  const save = async () => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(client.outputs.file());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      {state.state === 'done' ? (
        <div className="actions">
          <Button kind="primary" icon={Download} pending={pending} onPress={() => void save()}>
            {state.name === null ? words.saving : words.save(state.name)}
          </Button>
        </div>
      ) : null}
      {state.notMadeCount > 0 ? <NotMade state={state} /> : null}
    </>
  );
}

const REASONS = { ...payRefusals, ...pensionFileRefusals };

function NotMade({ state }: { readonly state: OutputsState }) {
  const rows = state.notMade.map((one, at) => ({ ...one, key: String(at) }));
  const say = words.notMade;
  return (
    <section className="section" aria-labelledby="not-made">
      <h2 id="not-made">{words.notMadeTitle(state.notMadeCount)}</h2>
      <p>{state.files > 0 ? words.notMadeBody : null}</p>
      {state.notMadeCount > rows.length ? <p>{words.notMadeMore(state.notMadeCount)}</p> : null}
      <Table
        caption={say.caption}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { id: 'household', heading: say.household, cell: (row) => row.household, isName: true },
          { id: 'what', heading: say.what, cell: (row) => say.kinds[row.kind] },
          { id: 'about', heading: say.about, cell: aboutText },
          {
            id: 'why',
            heading: say.why,
            cell: (row) => sentenceFor({ code: row.code, details: row.values }, REASONS),
          },
          { id: 'go', heading: say.go, kind: 'action', cell: (row) => <WayOut row={row} /> },
        ]}
      />
    </section>
  );
}

function aboutText(row: OutputNotMade): string {
  return isIsoDay(row.about) ? formatDay(row.about) : row.about;
}

function WayOut({ row }: { readonly row: OutputNotMade }) {
  const say = words.notMade;
  if (row.code === 'outputs.no-pension-header')
    return (
      <LinkButton
        to={`/desk/outputs/pensions/${row.householdId}/${encodeURIComponent(row.about)}`}
        name={say.typeNamed(row.about, row.household)}
      >
        {say.type}
      </LinkButton>
    );
  return <LinkButton to={`/desk/households/${row.householdId}`}>{say.open(row.household)}</LinkButton>;
}
