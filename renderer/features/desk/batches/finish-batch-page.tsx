import type { BatchView } from '@shared/api/batches';
import { Check } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { refusalOf } from '../../../api/client';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { WaitingLine } from '../../../components/waiting-line';
import { batch, payDaysText, batchFinish as words } from '../../../text/desk/batches';
import { sentenceFor } from '../../../text/refusals';
import { BatchProblem } from './batch-problem';
import { startWork, useBatch, useDoing } from './use-batch';

/** Check answers before every ready household is paid. */
export function FinishBatchPage() {
  const { batchId = '' } = useParams();
  const query = useBatch(batchId);
  const { data: view } = query;
  const refusal = query.isError ? refusalOf(query.error) : undefined;
  if (query.isError && refusal === undefined) throw query.error;
  const ready = view === undefined ? undefined : readyOf(view);
  return (
    <Page
      title={ready === undefined ? batch.unknown : words.title(ready.lines)}
      backTo={`/desk/batches/${batchId}`}
      backLabel={words.back}
    >
      {refusal !== undefined ? (
        <Notice tone="attention" title={sentenceFor(refusal)} />
      ) : view === undefined || ready === undefined ? (
        <WaitingLine>{batch.waiting}</WaitingLine>
      ) : ready.lines === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingBody}</EmptyState>
      ) : (
        <Answers view={view} />
      )}
    </Page>
  );
}

/** What who works now may finish. */
function readyOf(view: BatchView) {
  return view.checks === null ? view.counts.ready : view.checks.byOthers;
}

function Answers({ view }: { readonly view: BatchView }) {
  const navigate = useNavigate();
  const doing = useDoing();
  const ready = readyOf(view);
  const home = `/desk/batches/${view.id}`;
  const finish = async () => {
    const begun = await startWork(doing, view.id, 'finishing');
    if (begun !== undefined) void navigate(home, { replace: true });
  };
  return (
    <>
      <BatchProblem doing={doing} />
      <SummaryList
        rows={[
          { label: words.who, value: <strong className="figure">{ready.lines}</strong> },
          { label: words.pas, value: ready.people },
          { label: words.payDays, value: payDaysText(view.payFrom, view.payTo) },
          { label: words.net, value: <Amount pence={ready.net} /> },
          ...(view.counts.look.lines + view.counts.refused.lines === 0
            ? []
            : [
                {
                  label: words.stays,
                  value: words.staysValue(view.counts.look.lines, view.counts.refused.lines),
                },
              ]),
        ]}
      />
      <div className="section">
        <p>{words.what}</p>
        <p>{words.final}</p>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          icon={Check}
          pending={doing.busy === 'finishing'}
          onPress={() => void finish()}
        >
          {words.finish(ready.lines)}
        </Button>
        <LinkButton to={home}>{words.back}</LinkButton>
      </div>
    </>
  );
}
