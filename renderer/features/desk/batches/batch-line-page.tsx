import type { BatchLine, BatchReason } from '@shared/api/batches';
import type { PayLine } from '@shared/api/pay';
import { sumPence, takePence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { api, client, refusalOf } from '../../../api/client';
import { useOpenHousehold } from '../../../api/open-household';
import { Amount, Hours } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { reasonText } from '../../../text/desk/batch-reasons';
import { batch, stateNames, stateTones, batchLine as words } from '../../../text/desk/batches';
import { sentenceFor } from '../../../text/refusals';
import { BatchProblem } from './batch-problem';
import { type Doing, useDoing } from './use-batch';

/** One household of a batch: what it comes to, what there is to look at, and what to do about it. */
export function BatchLinePage() {
  const { batchId = '', lineId = '' } = useParams();
  const given: unknown = useLocation().state;
  const list = typeof given === 'object' && given !== null && 'list' in given ? String(given.list) : '';
  const query = useQuery(api.batches.line.queryOptions({ input: { batchId, lineId } }));
  const doing = useDoing();
  const refusal = query.isError ? refusalOf(query.error) : undefined;
  if (query.isError && refusal === undefined) throw query.error;
  const { data: line } = query;
  return (
    <Page
      title={line?.household ?? (refusal === undefined ? words.waiting : words.gone)}
      sub={line === undefined ? undefined : words.sub(line.runKey, line.payDate)}
      backTo={`/desk/batches/${batchId}${list === '' ? '' : `?${list}`}`}
      backLabel={words.back}
    >
      {refusal !== undefined ? (
        <Notice tone="attention" title={sentenceFor(refusal)} />
      ) : line === undefined ? (
        <WaitingLine>{words.waiting}</WaitingLine>
      ) : (
        <>
          <BatchProblem doing={doing} />
          <Standing line={line} />
          <Reasons line={line} />
          <Actions batchId={batchId} line={line} doing={doing} />
          <EachPay line={line} />
        </>
      )}
    </Page>
  );
}

function Standing({ line }: { readonly line: BatchLine }) {
  return (
    <SummaryList
      rows={[
        {
          label: words.state,
          value: (
            <>
              <Tag tone={stateTones[line.state]}>{stateNames[line.state]}</Tag>
              {line.isOld ? <span className="batch-note">{batch.changed}</span> : null}
            </>
          ),
        },
        {
          label: words.net,
          value: line.net === null || line.state === 'refused' ? '–' : <Amount pence={line.net} />,
        },
        ...(line.lookedBy === '' || line.state === 'look'
          ? []
          : [{ label: words.why, value: batch.lookedBy(line.lookedBy) }]),
        ...(line.checkedBy.length === 0
          ? []
          : [{ label: batch.secondTitle, value: batch.checkedBy(line.checkedBy) }]),
      ]}
    />
  );
}

function Reasons({ line }: { readonly line: BatchLine }) {
  const open = useOpenHousehold();
  if (line.state === 'finished') return null;
  if (line.reasons.length === 0) return line.state === 'ready' ? <p>{words.ready}</p> : null;
  return (
    <section className="stack section" aria-label={words.why}>
      {line.reasons.map((reason, index) => {
        const { title, body, link } = reasonText(reason);
        return (
          <Notice
            key={`${reason.code} ${reason.workerId ?? ''} ${String(index)}`}
            tone={toneOf(reason)}
            title={title}
            action={
              link === undefined ? undefined : (
                <Button onPress={() => void open(line.householdId, link.to)}>
                  {words.opens(link.label, line.household)}
                </Button>
              )
            }
          >
            {body === '' ? null : <p>{body}</p>}
          </Notice>
        );
      })}
    </section>
  );
}

function toneOf(reason: BatchReason) {
  return reason.blocks ? 'wrong' : 'attention';
}

function Actions(props: { readonly batchId: string; readonly line: BatchLine; readonly doing: Doing }) {
  const { batchId, line, doing } = props;
  const open = useOpenHousehold();
  const input = { batchId, lineId: line.id };
  const page = line.runId === null ? `/pay/run/${line.runKey}` : `/pay/finished/${line.runId}`;
  const isOpen = line.state !== 'finished' && line.state !== 'left-out';
  return (
    <div className="actions">
      {line.state === 'look' ? (
        <Button
          kind="primary"
          pending={doing.busy === 'accept'}
          onPress={() =>
            void doing.run(
              'accept',
              () => client.batches.accept({ batchId, lineIds: [line.id] }),
              () => words.accepted,
            )
          }
        >
          {words.accept}
        </Button>
      ) : null}
      {line.state === 'left-out' ? (
        <Button
          kind="primary"
          pending={doing.busy === 'take-in'}
          onPress={() =>
            void doing.run(
              'take-in',
              () => client.batches.takeIn(input),
              () => words.takenIn,
            )
          }
        >
          {words.takeIn}
        </Button>
      ) : null}
      <Button onPress={() => void open(line.householdId, page)}>{words.open(line.household)}</Button>
      {line.state === 'ready' && line.lookedBy !== '' ? (
        <Button
          pending={doing.busy === 'take-back'}
          onPress={() =>
            void doing.run(
              'take-back',
              () => client.batches.takeBackAccept(input),
              () => words.taken,
            )
          }
        >
          {words.takeBack}
        </Button>
      ) : null}
      {isOpen ? (
        <>
          <Button
            pending={doing.busy === 'again'}
            onPress={() =>
              void doing.run(
                'again',
                () => client.batches.again(input),
                () => words.worked,
              )
            }
          >
            {words.again}
          </Button>
          <Button
            pending={doing.busy === 'leave-out'}
            onPress={() =>
              void doing.run(
                'leave-out',
                () => client.batches.leaveOut(input),
                () => words.leftOut,
              )
            }
          >
            {words.leaveOut}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Each PA’s pay, as the household’s own page shows it. */
function EachPay({ line }: { readonly line: BatchLine }) {
  const open = useQuery({
    ...api.pay.run.queryOptions({ input: { householdId: line.householdId, key: line.runKey } }),
    retry: false,
  }).data;
  if (open === undefined || open.lines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="batch-line-pay">
      <h2 id="batch-line-pay">{words.payTitle}</h2>
      <Table<PayLine>
        caption={words.payCaption}
        hideCaption
        tools={false}
        rows={open.lines}
        rowKey={(row) => row.workerId}
        totalLabel={words.total}
        columns={[
          { id: 'pa', heading: words.pa, isName: true, cell: (row) => row.name },
          {
            id: 'hours',
            heading: words.hours,
            kind: 'figure',
            cell: (row) => <Hours minutes={row.minutes} />,
            total: <Hours minutes={open.totals.minutes} />,
          },
          {
            id: 'gross',
            heading: words.gross,
            kind: 'figure',
            cell: (row) => <Amount pence={row.gross} />,
            total: <Amount pence={open.totals.gross} />,
          },
          {
            id: 'off',
            heading: words.off,
            kind: 'figure',
            cell: (row) => <Amount pence={offOf(row)} />,
            total: <Amount pence={sumPence(open.lines.map(offOf))} />,
          },
          {
            id: 'net',
            heading: words.netOne,
            kind: 'figure',
            cell: (row) => <Amount pence={row.net} />,
            total: <Amount pence={open.totals.net} />,
          },
        ]}
      />
    </section>
  );
}

/** What is taken off the gross pay; what is paid back for expenses is no part of it. */
function offOf(row: PayLine) {
  return takePence(row.gross, takePence(row.net, row.reimbursements));
}
