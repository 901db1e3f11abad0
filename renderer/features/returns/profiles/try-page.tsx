import type { ProfilePreview, ProfileView } from '@shared/api/profiles';
import type { IsoDay } from '@shared/dates';
import { formatPounds, negatePence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
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
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { fine } from '../../../components/read-more';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { figureText } from '../../../text/explain/figure-text';
import { oneProfile as shown, making as words } from '../../../text/profiles';
import { problemsFor } from '../../../text/refusals';
import { ProfileShell } from './profile-shell';

type Agreement = { readonly id: string; readonly name: string; readonly from: IsoDay; readonly to: IsoDay };

/** The form as it would be, with the household’s own figures. */
export function TryPage() {
  return (
    <ProfileShell title={(view) => words.tryTitle(view.name)} sub={words.trySub}>
      {(view) => <Try view={view} />}
    </ProfileShell>
  );
}

function Try({ view }: { readonly view: ProfileView }) {
  const householdId = useHouseholdId();
  const record = useQuery({
    ...api.household.get.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const returns = useQuery({
    ...api.returns.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  if (record === undefined || returns === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  // The days of the last return that has ended are the ones a person knows best.
  const agreements = record.agreements.map(({ id, funderName, startsOn }): Agreement => {
    const newest = returns.filter((one) => one.agreementId === id).toSorted((a, b) => (a.to < b.to ? 1 : -1));
    const found = newest.find((one) => one.state !== 'not-ended') ?? newest[0];
    return { id, name: funderName, from: found?.from ?? startsOn, to: found?.to ?? startsOn };
  });
  const [first] = agreements;
  if (first === undefined) {
    return (
      <>
        <p>{words.noAgreement}</p>
        <div className="actions">
          <LinkButton kind="primary" to="/settings/agreements/new">
            {words.addAgreement}
          </LinkButton>
        </div>
      </>
    );
  }
  return <TryForm view={view} agreements={agreements} first={first} />;
}

function TryForm(props: {
  readonly view: ProfileView;
  readonly agreements: readonly Agreement[];
  readonly first: Agreement;
}) {
  const { view, agreements, first } = props;
  const householdId = useHouseholdId();
  const [made, setMade] = useState<ProfilePreview | undefined>();
  const form = useForm({
    initial: { agreementId: first.id, from: dateText(first.from), to: dateText(first.to) },
    check: (values) =>
      checkFields({
        agreementId: fine(values.agreementId),
        from: readDate(values.from, words.fromWord),
        to: readDate(values.to, words.toWord),
      }),
    send: async (read) => {
      const answer = await answerOf(client.profiles.preview({ householdId, profile: view.key, ...read }));
      if (answer.ok) {
        setMade(answer.value);
        announce(words.shown);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['agreementId', 'from', 'to']),
  });
  return (
    <>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.show}
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
      </Form>
      {made === undefined ? null : <Preview view={view} made={made} />}
    </>
  );
}

type Line = { readonly id: string; readonly what: string; readonly value: string };

function Lines(props: {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly Line[];
}) {
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      tools={false}
      least={22}
      columns={[
        { id: 'what', heading: shown.thing, isName: true, cell: (row) => row.what },
        { id: 'value', heading: props.heading, kind: 'figure', cell: (row) => row.value },
      ]}
    />
  );
}

function Preview({ view, made }: { readonly view: ProfileView; readonly made: ProfilePreview }) {
  const { profile } = view;
  const typed = (id: string): boolean => profile.fields.find((field) => field.id === id)?.from === 'answer';
  const money: Line[] = [
    { id: 'opening', what: words.opening, value: formatPounds(made.opening) },
    ...made.categories
      .filter((one) => one.count > 0)
      .map(({ id, side, label, amount }) => ({
        id: `${side} ${id}`,
        what: label ?? id,
        value: formatPounds(side === 'in' ? amount : negatePence(amount)),
      })),
    { id: 'closing', what: words.closing, value: formatPounds(made.closing) },
    ...(made.mayKeep === null
      ? []
      : [{ id: 'may-keep', what: words.mayKeep, value: formatPounds(made.mayKeep) }]),
    ...(made.surplus === null
      ? []
      : [{ id: 'surplus', what: words.surplus, value: formatPounds(made.surplus) }]),
  ];
  return (
    <section className="section profile-preview" aria-labelledby="preview">
      <h2 id="preview">{profile.title}</h2>
      {profile.sections.map((section) => (
        <div key={section.id} className="profile-section">
          <Lines
            caption={section.title}
            heading={words.value}
            rows={made.fields
              .filter((field) => field.section === section.id)
              .map(({ id, label, value }) => ({
                id,
                what: label,
                value: value === null ? (typed(id) ? words.typed : words.empty) : figureText(value),
              }))}
          />
        </div>
      ))}
      <div className="profile-section">
        <Lines caption={words.sums} heading={words.amount} rows={money} />
      </div>
      <div className="profile-section">
        <Table
          caption={words.proof}
          rows={made.evidence}
          rowKey={(row) => row.id}
          tools={false}
          least={22}
          columns={[
            { id: 'what', heading: shown.thing, isName: true, cell: (row) => row.label },
            {
              id: 'state',
              heading: words.state,
              cell: ({ missing, of, ready }) => (
                <Tag tone={of === 0 ? 'plain' : ready ? 'done' : 'attention'}>
                  {of === 0 ? words.none : ready ? words.ready : words.missingOf(missing, of)}
                </Tag>
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}
