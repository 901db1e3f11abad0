import { formatDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { fine, readOptionalDate } from '../../../components/read-more';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { profiles as list, making, askedDays as words } from '../../../text/profiles';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { periodWords } from '../../../text/returns';
import { returnPath } from '../use-returns';

type Agreement = { readonly id: string; readonly name: string };

/** Days that a funder asked to see, beside its usual returns: noted, looked at, and taken back. */
export function AskedPage() {
  const householdId = useHouseholdId();
  const input = { householdId };
  const record = useQuery({ ...api.household.get.queryOptions({ input }), throwOnError: true }).data;
  const today = useQuery(api.workspace.status.queryOptions()).data?.today;
  const agreements = record?.agreements.map(({ id, funderName }) => ({ id, name: funderName }));
  const [first] = agreements ?? [];
  // Once days were noted the form begins anew.
  const [turn, setTurn] = useState(0);
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns/profiles" backLabel={list.back}>
      {agreements === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : first === undefined ? (
        <>
          <p>{making.noAgreement}</p>
          <div className="actions">
            <LinkButton kind="primary" to="/settings/agreements/new">
              {making.addAgreement}
            </LinkButton>
          </div>
        </>
      ) : (
        <>
          <AskedList />
          <section className="section" aria-labelledby="ask">
            <h2 id="ask">{words.add}</h2>
            <AskForm
              key={turn}
              agreements={agreements}
              first={first}
              today={today}
              onDone={() => setTurn((now) => now + 1)}
            />
          </section>
        </>
      )}
    </Page>
  );
}

function AskedList() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const asked = useQuery({
    ...api.profiles.asked.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  if (asked === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  if (asked.length === 0) return <p>{words.none}</p>;
  const drop = async ({ agreementId, from, to }: (typeof asked)[number]) => {
    const answer = await answerOf(client.profiles.dropAsked({ householdId, agreementId, from, to }));
    if (answer.ok) {
      await queryClient.invalidateQueries();
      announce(words.dropped);
    } else showToast(sentenceFor(answer));
  };
  return (
    <Table
      caption={words.caption}
      rows={asked}
      rowKey={(row) => `${row.agreementId} ${row.from} ${row.to}`}
      tools={false}
      least={44}
      columns={[
        { id: 'days', heading: words.days, isName: true, cell: (row) => periodWords(row.from, row.to) },
        { id: 'funder', heading: words.funder, cell: (row) => row.funderName },
        { id: 'asked', heading: words.askedOn, cell: (row) => formatDay(row.askedOn) },
        { id: 'due', heading: words.due, cell: (row) => formatDay(row.dueOn) },
        {
          id: 'do',
          heading: words.look,
          kind: 'action',
          cell: (row) => (
            <span className="row">
              <LinkButton
                kind="quiet"
                to={returnPath(row)}
                name={words.lookNamed(periodWords(row.from, row.to))}
              >
                {words.look}
              </LinkButton>
              {row.isSent ? (
                <Tag tone="done">{words.isSent}</Tag>
              ) : (
                <Button
                  kind="quiet"
                  onPress={() => void drop(row)}
                  name={words.dropNamed(periodWords(row.from, row.to))}
                >
                  {words.drop}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function AskForm(props: {
  readonly agreements: readonly Agreement[];
  readonly first: Agreement;
  readonly today: Parameters<typeof dateText>[0];
  readonly onDone: () => void;
}) {
  const { agreements, first, today } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: {
      agreementId: first.id,
      from: dateText(undefined),
      to: dateText(undefined),
      askedOn: dateText(today),
      dueOn: dateText(undefined),
    },
    check: (values) =>
      checkFields({
        agreementId: fine(values.agreementId),
        from: readDate(values.from, words.fromWord),
        to: readDate(values.to, words.toWord),
        askedOn: readDate(values.askedOn, words.askedOnWord),
        dueOn: readOptionalDate(values.dueOn, words.dueOnWord),
      }),
    send: async (read) => {
      const answer = await answerOf(client.profiles.ask({ householdId, ...read }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.saved);
        props.onDone();
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['agreementId', 'from', 'to', 'askedOn', 'dueOn']),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      {agreements.length === 1 ? null : (
        <RadioGroup
          label={words.agreement}
          {...form.field('agreementId')}
          choices={agreements.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.to} {...form.field('to')} />
      <DateField label={words.askedOnField} {...form.field('askedOn')} />
      <DateField label={words.dueOn} hint={words.dueOnHint} optional {...form.field('dueOn')} />
    </Form>
  );
}
