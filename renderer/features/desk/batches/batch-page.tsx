import type { BatchView } from '@shared/api/batches';
import { Check, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { client, refusalOf } from '../../../api/client';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Menu } from '../../../components/menu';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Progress } from '../../../components/progress';
import { WaitingLine } from '../../../components/waiting-line';
import { batch as words } from '../../../text/desk/batches';
import { sentenceFor } from '../../../text/refusals';
import { BatchFigures, leftToDo } from './batch-figures';
import { BatchLines } from './batch-lines';
import { BatchProblem } from './batch-problem';
import { BatchReasons } from './batch-reasons';
import { type Doing, startWork, useBatch, useDoing } from './use-batch';

/** One batch: how it stands, what stands in the way, its households, and what to do next. */
export function BatchPage() {
  const { batchId = '' } = useParams();
  const query = useBatch(batchId);
  const doing = useDoing();
  const { data: view } = query;
  const refusal = query.isError ? refusalOf(query.error) : undefined;
  if (query.isError && refusal === undefined) throw query.error;
  const title =
    view === undefined
      ? words.unknown
      : view.payFrom === view.payTo
        ? words.title(view)
        : words.titleMany(view);
  return (
    <Page title={refusal === undefined ? title : words.gone} backTo="/desk/batches" backLabel={words.back}>
      {refusal !== undefined ? (
        <Notice tone="attention" title={sentenceFor(refusal)} />
      ) : view === undefined ? (
        <WaitingLine>{words.waiting}</WaitingLine>
      ) : (
        <>
          <BatchProblem doing={doing} />
          <Work view={view} doing={doing} />
          <Whole view={view} doing={doing} />
        </>
      )}
    </Page>
  );
}

function Whole({ view, doing }: { readonly view: BatchView; readonly doing: Doing }) {
  const lines = leftToDo(view) + view.counts.finished.lines + view.counts['left-out'].lines;
  const isRunning = view.job.state === 'running' && view.job.batchId === view.id;
  if (lines === 0)
    return isRunning || !view.gathered ? null : (
      <EmptyState
        title={words.nobody}
        actions={
          <>
            <LinkButton to={`/desk/hours?from=${view.payFrom}&to=${view.payTo}`}>{words.hours}</LinkButton>
            <Button
              icon={RefreshCw}
              pending={doing.busy === 'working-out'}
              onPress={() => void startWork(doing, view.id, 'working-out', true)}
            >
              {words.everything}
            </Button>
          </>
        }
      >
        {words.nobodyBody}
      </EmptyState>
    );
  return (
    <>
      <BatchFigures counts={view.counts} />
      {isRunning ? null : <NextStep view={view} doing={doing} />}
      <BatchReasons view={view} doing={doing} />
      <BatchLines view={view} />
    </>
  );
}

/** What goes on, or how it ended, and what was left undone. */
function Work({ view, doing }: { readonly view: BatchView; readonly doing: Doing }) {
  const { job } = view;
  const isHere = job.batchId === view.id && job.work !== null;
  if (isHere && job.state === 'running' && job.work !== null)
    return (
      <section className="section stack" aria-label={words.doing(job.work)}>
        <Progress
          label={words.doing(job.work)}
          done={job.done}
          of={job.of}
          onStop={() => void doing.run('stop', () => client.batches.stop())}
        />
        <p className="quiet">{words.leave}</p>
      </section>
    );
  return (
    <>
      {isHere && job.state === 'failed' ? (
        <Notice tone="wrong" title={words.failed}>
          <p>{sentenceFor({ code: job.problem ?? '' })}</p>
          <p>{words.failedBody}</p>
        </Notice>
      ) : null}
      {isHere && job.state === 'stopped' ? (
        <Notice tone="attention" title={words.stopped(job)}>
          <p>{words.stoppedBody}</p>
        </Notice>
      ) : null}
      {isHere && job.state === 'done' && job.work !== 'working-out' ? (
        <Notice tone={job.changed + job.refused > 0 ? 'attention' : 'done'} title={words.ended(job)}>
          {job.changed + job.refused > 0 ? <p>{words.endedBody(job)}</p> : null}
        </Notice>
      ) : null}
      {view.closedAt === null ? null : <Notice title={words.awayNote} />}
      {view.gathered ? null : (
        <Notice
          tone="attention"
          title={words.notGathered}
          action={
            <Button
              pending={doing.busy === 'working-out'}
              onPress={() => void startWork(doing, view.id, 'working-out')}
            >
              {words.goOn}
            </Button>
          }
        >
          <p>{words.notGatheredBody}</p>
        </Notice>
      )}
      {view.old === 0 || !view.gathered ? null : (
        <Notice
          tone="attention"
          title={words.old(view.old)}
          action={
            <Button
              icon={RefreshCw}
              pending={doing.busy === 'working-out'}
              onPress={() => void startWork(doing, view.id, 'working-out')}
            >
              {words.again}
            </Button>
          }
        >
          <p>{words.oldBody}</p>
        </Notice>
      )}
    </>
  );
}

/** The main action: finishing, or a check by a second person where that comes first; and the lesser ones. */
function NextStep({ view, doing }: { readonly view: BatchView; readonly doing: Doing }) {
  const [asked, setAsked] = useState(false);
  const { checks } = view;
  const toFinish = checks === null ? view.counts.ready.lines : checks.byOthers.lines;
  const toCheck = checks === null ? 0 : checks.nobody;
  const check = async () => {
    setAsked(false);
    await startWork(doing, view.id, 'checking');
  };
  return (
    <>
      {checks === null || view.counts.ready.lines === 0 ? null : (
        <Notice title={words.secondTitle}>
          <p>{words.second(checks.byOthers.lines, checks.byMe, checks.nobody)}</p>
        </Notice>
      )}
      <div className="actions">
        {toFinish === 0 ? null : (
          <LinkButton kind="primary" to={`/desk/batches/${view.id}/finish`}>
            {words.finish(toFinish)}
          </LinkButton>
        )}
        {toCheck === 0 ? null : (
          <Button
            kind={toFinish === 0 ? 'primary' : 'secondary'}
            icon={Check}
            pending={doing.busy === 'checking'}
            onPress={() => setAsked(true)}
          >
            {words.check(toCheck)}
          </Button>
        )}
        {view.counts.finished.lines === 0 ? null : (
          <LinkButton
            kind={toFinish + toCheck === 0 ? 'primary' : 'secondary'}
            to={`/desk/outputs?batch=${view.id}`}
          >
            {words.papers}
          </LinkButton>
        )}
        <Menu
          label={words.more}
          choices={[
            {
              id: 'everything',
              label: words.everything,
              onPress: () => void startWork(doing, view.id, 'working-out', true),
            },
            {
              id: 'away',
              label: view.closedAt === null ? words.putAway : words.takeOut,
              onPress: () =>
                void doing.run('away', () =>
                  client.batches.putAway({ batchId: view.id, away: view.closedAt === null }),
                ),
            },
          ]}
        />
      </div>
      <AlertDialog
        open={asked}
        title={words.checkTitle(toCheck)}
        doLabel={words.checkDo}
        keepLabel={words.keep}
        onDo={() => void check()}
        onClose={() => setAsked(false)}
      >
        <p>{words.checkBody}</p>
      </AlertDialog>
    </>
  );
}
