import type { FeeState } from '@shared/api/fees';
import { addDays, type IsoDay } from '@shared/dates';
import { addPence } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../../../api/client';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText, readDateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Progress } from '../../../components/progress';
import { readDate } from '../../../components/read-fields';
import { SummaryList } from '../../../components/summary-list';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { fees } from '../../../text/desk/fees';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { useFeeFile, useFeeState } from './use-fees';

const words = fees.make;
/** An invoice is usually to be paid within so many days. */
const DAYS_TO_PAY = 14;

/** The last look before invoices are made: up to which day, to be paid by when, how many and how much. */
export function MakePage() {
  const today = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
  const state = useFeeState();
  return (
    <Page title={words.title} sub={words.sub} backTo="/desk/fees" backLabel={fees.back}>
      {today === undefined || state === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : state.state === 'running' ? (
        <Progress
          label={words.running}
          done={state.done}
          of={state.of}
          onStop={() => void client.fees.stop()}
        />
      ) : (
        <>
          <Made state={state} today={today} />
          <div className="section">
            <MakeForm today={today} />
          </div>
        </>
      )}
    </Page>
  );
}

function Made({ state, today }: { readonly state: FeeState; readonly today: IsoDay }) {
  const file = useFeeFile();
  if (state.state === 'none') return null;
  if (state.state === 'failed') return <Notice title={words.failed} tone="wrong" spoken />;
  return (
    <>
      <Notice
        title={state.state === 'stopped' ? words.stopped(state) : words.done(state)}
        tone={state.state === 'stopped' ? 'attention' : 'done'}
        spoken
      />
      {state.refused.length === 0 ? null : (
        <Notice title={words.refused(state.refused.length)} tone="wrong">
          <ul>
            {state.refused.map((one) => (
              <li key={one.householdId}>{`${one.name}: ${sentenceFor({ code: one.code })}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      {state.made === 0 ? null : (
        <div className="button-row">
          <Button onPress={() => void file(() => client.fees.zip({ issuedOn: today }))}>{words.zip}</Button>
          <LinkButton to="/desk/fees/invoices">{fees.toInvoices}</LinkButton>
        </div>
      )}
    </>
  );
}

function MakeForm({ today }: { readonly today: IsoDay }) {
  const queryClient = useQueryClient();
  const initial = { until: dateText(today), dueOn: dateText(addDays(today, DAYS_TO_PAY)) };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        until: readDate(values.until, words.askedUntil),
        dueOn: readDate(values.dueOn, words.askedDue),
      }),
    send: async ({ until, dueOn }) => {
      const answer = await answerOf(client.fees.start({ until, dueOn, householdId: null }));
      if (answer.ok) await queryClient.invalidateQueries({ queryKey: api.fees.key() });
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['until', 'dueOn']),
  });
  const until = readDateText(form.values.until);
  const { data } = useQuery({
    ...api.fees.waiting.queryOptions({ input: { until: until.ok ? until.value : today, from: 0 } }),
    throwOnError: true,
  });
  return (
    <Form
      form={form}
      actions={
        data === undefined || data.count === 0 ? null : (
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.now(data.count)}
          </Button>
        )
      }
    >
      <DateField label={words.until} {...form.field('until')} />
      <DateField label={words.dueOn} {...form.field('dueOn')} />
      {data === undefined ? null : data.count === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <section aria-labelledby="make-summary">
          <h2 id="make-summary">{words.summary}</h2>
          <SummaryList
            rows={[
              { label: words.count, value: data.count },
              { label: fees.net, value: <Amount pence={data.net} /> },
              { label: fees.vat, value: <Amount pence={data.vat} /> },
              { label: fees.total, value: <Amount pence={addPence(data.net, data.vat)} /> },
            ]}
          />
          <p className="quiet">{words.final}</p>
        </section>
      )}
    </Form>
  );
}
