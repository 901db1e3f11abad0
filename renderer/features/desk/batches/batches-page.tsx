import type { BatchHead } from '@shared/api/batches';
import { addDays } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Calculator } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { Table } from '../../../components/table';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { batches as words } from '../../../text/desk/batches';
import { problemsFor } from '../../../text/refusals';
import { momentText } from '../../../text/workspace';
import { leftToDo } from './batch-figures';

/** How many days ahead pay is looked for at first: to the same day of next week. */
const WEEK_AHEAD = 6;

/** The batches there are, and a new one. */
export function BatchesPage() {
  const list = useQuery({ ...api.batches.list.queryOptions(), throwOnError: true }).data;
  const today = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
  return (
    <Page title={words.title} sub={words.sub} backTo="/desk" backLabel={words.back}>
      {list === undefined || today === undefined ? (
        <WaitingLine>{words.waiting}</WaitingLine>
      ) : (
        <>
          <NewBatch today={today} />
          {list.length === 0 ? (
            <div className="section">
              <EmptyState title={words.none}>{words.noneBody}</EmptyState>
            </div>
          ) : (
            <>
              <BatchTable rows={list.filter(isToDo)} title={words.openTitle} id="batches-open" />
              <BatchTable
                rows={list.filter((one) => !isToDo(one))}
                title={words.doneTitle}
                id="batches-done"
              />
            </>
          )}
        </>
      )}
    </Page>
  );
}

function isToDo(head: BatchHead): boolean {
  return head.closedAt === null && (!head.gathered || leftToDo(head) > 0);
}

function NewBatch({ today }: { readonly today: Parameters<typeof addDays>[0] }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { payFrom: dateText(today), payTo: dateText(addDays(today, WEEK_AHEAD)) },
    check: (values) =>
      checkFields({
        payFrom: readDate(values.payFrom, words.from),
        payTo: readDate(values.payTo, words.to),
      }),
    send: async (days) => {
      const answer = await answerOf(client.batches.create(days));
      if (!answer.ok) return answer;
      const { batchId } = answer.value;
      const begun = await answerOf(client.batches.start({ batchId, work: 'working-out' }));
      await queryClient.invalidateQueries();
      void navigate(`/desk/batches/${batchId}`);
      // Another batch is being worked on: this one is there, and goes on from its own page.
      return begun.ok || begun.code === 'batch.busy' ? { ok: true } : begun;
    },
    refusal: (refusal) => problemsFor(refusal, ['payFrom', 'payTo']),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" icon={Calculator} pending={form.pending}>
          {words.begin}
        </Button>
      }
    >
      <h2>{words.newTitle}</h2>
      <DateField label={words.from} hint={words.fromHint} {...form.field('payFrom')} />
      <DateField label={words.to} hint={words.toHint} {...form.field('payTo')} />
    </Form>
  );
}

function BatchTable(props: {
  readonly rows: readonly BatchHead[];
  readonly title: string;
  readonly id: string;
}) {
  if (props.rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <Table
        caption={props.title}
        hideCaption
        rows={props.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'days',
            heading: words.payDays,
            isName: true,
            cell: (row) => (
              <Link
                to={`/desk/batches/${row.id}`}
                aria-label={words.openBatchName(row, momentText(row.madeAt))}
              >
                {words.openBatch(row)}
              </Link>
            ),
            text: words.openBatch,
            sortBy: (row) => row.payTo,
          },
          {
            id: 'begun',
            heading: words.begun,
            cell: (row) => words.by(momentText(row.madeAt), row.madeBy),
            sortBy: (row) => row.madeAt,
          },
          {
            id: 'left',
            heading: words.left,
            kind: 'figure',
            cell: leftToDo,
            sortBy: leftToDo,
          },
          {
            id: 'finished',
            heading: words.finished,
            kind: 'figure',
            cell: (row) => row.counts.finished.lines,
            sortBy: (row) => row.counts.finished.lines,
          },
          {
            id: 'net',
            heading: words.net,
            kind: 'figure',
            cell: (row) => <Amount pence={row.counts.finished.net} />,
            text: (row) => String(row.counts.finished.net / 100),
            sortBy: (row) => row.counts.finished.net,
          },
        ]}
      />
    </section>
  );
}
