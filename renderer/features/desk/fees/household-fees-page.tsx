import type { FeeCharge, FeeTerms } from '@shared/api/fees';
import type { IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { cardPath } from '../../../api/desk-paths';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText, NO_DATE } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { readDate, readMoney, readText } from '../../../components/read-fields';
import { fine } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { fees } from '../../../text/desk/fees';
import { problemsFor } from '../../../text/refusals';
import { AmountFields, amountsText, readAmounts } from './fee-amounts';
import { useFeeCall } from './use-fees';

const words = fees.household;
/** No fund of its own: the one in force on the day pays. */
const ON_THE_DAY = 'on-the-day';
type Terms = FeeTerms & { readonly endsOn: IsoDay | null };
type Agreements = readonly { readonly id: string; readonly name: string }[];

/** One household's own terms by day, what waits for it, and something else to charge for. */
export function HouseholdFeesPage() {
  const { id = '' } = useParams();
  const input = { householdId: id };
  const data = useQuery({ ...api.fees.terms.queryOptions({ input }), throwOnError: true }).data;
  const today = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
  return (
    <Page
      title={data === undefined ? fees.title : words.title(data.name)}
      backTo="/desk/fees"
      backLabel={fees.back}
      head={data === undefined ? null : <LinkButton to={cardPath(id)}>{words.card(data.name)}</LinkButton>}
    >
      {data === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <TermsTable terms={data.terms} agreements={data.agreements} />
          <Waiting householdId={id} charges={data.waiting} />
          {data.terms.length === 0 ? null : <OtherForm householdId={id} today={today} />}
          <TermsForm
            key={data.terms.length}
            householdId={id}
            last={data.terms.at(-1)}
            agreements={data.agreements}
          />
          {data.terms.at(-1)?.endsOn === null ? <EndForm householdId={id} /> : null}
        </>
      )}
    </Page>
  );
}

function TermsTable({
  terms,
  agreements,
}: {
  readonly terms: readonly Terms[];
  readonly agreements: Agreements;
}) {
  if (terms.length === 0) return <p>{words.none}</p>;
  const { amounts } = fees;
  return (
    <Table
      caption={words.caption}
      tools={false}
      rows={terms}
      rowKey={(one) => one.startsOn}
      columns={[
        { id: 'from', heading: words.from, isName: true, cell: (one) => words.day(one.startsOn) },
        {
          id: 'to',
          heading: words.to,
          cell: (one) => (one.endsOn === null ? words.goesOn : words.day(one.endsOn)),
        },
        { id: 'name', heading: fees.usualName, cell: (one) => one.name },
        { id: 'run', heading: amounts.perRun, kind: 'figure', cell: (one) => <Amount pence={one.perRun} /> },
        {
          id: 'slip',
          heading: amounts.perPayslip,
          kind: 'figure',
          cell: (one) => <Amount pence={one.perPayslip} />,
        },
        {
          id: 'starter',
          heading: amounts.starter,
          kind: 'figure',
          cell: (one) => <Amount pence={one.starter} />,
        },
        {
          id: 'year',
          heading: amounts.yearEnd,
          kind: 'figure',
          cell: (one) => <Amount pence={one.yearEnd} />,
        },
        {
          id: 'vat',
          heading: amounts.vat,
          kind: 'figure',
          cell: (one) => (one.vatRate === null ? amounts.noVat : amounts.rate(one.vatRate)),
        },
        { id: 'fund', heading: words.fund, cell: (one) => words.fundName(one, agreements) },
      ]}
    />
  );
}

function Waiting({
  householdId,
  charges,
}: {
  readonly householdId: string;
  readonly charges: readonly FeeCharge[];
}) {
  const { run } = useFeeCall();
  return (
    <section className="section" aria-labelledby="household-waiting">
      <h2 id="household-waiting">{words.waiting}</h2>
      <Table
        caption={words.waiting}
        hideCaption
        tools={false}
        rows={charges}
        rowKey={(one) => one.id ?? `${one.kind} ${one.day} ${one.what}`}
        empty={<p>{fees.nothingWaits}</p>}
        columns={[
          { id: 'what', heading: fees.what, isName: true, cell: (one) => fees.charge(one) },
          {
            id: 'net',
            heading: fees.net,
            kind: 'figure',
            cell: (one) => <Amount pence={one.net} />,
            text: (one) => formatPounds(one.net),
          },
          { id: 'vat', heading: fees.vat, kind: 'figure', cell: (one) => <Amount pence={one.vat} /> },
          {
            id: 'actions',
            heading: fees.invoices.actions,
            kind: 'action',
            cell: ({ id, what }) =>
              id === null ? null : (
                <Button
                  kind="quiet"
                  icon={Trash2}
                  onPress={() => void run(() => client.fees.removeOther({ householdId, id }))}
                >
                  {words.removeCharge(what)}
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}

function OtherForm({ householdId, today }: { readonly householdId: string; readonly today: IsoDay }) {
  const queryClient = useQueryClient();
  const initial = { what: '', net: '', day: dateText(today) };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        what: readText(values.what, words.otherWhatEmpty),
        net: readMoney(values.net, words.otherNet),
        day: readDate(values.day, words.otherDay),
      }),
    send: async (value) => {
      const answer = await answerOf(client.fees.addOther({ householdId, ...value }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(fees.saved);
        form.set('what', '');
        form.set('net', '');
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <section className="section" aria-labelledby="other-charge">
      <h2 id="other-charge">{words.other}</h2>
      <Form
        form={form}
        actions={
          <Button type="submit" pending={form.pending}>
            {words.otherAdd}
          </Button>
        }
      >
        <TextField label={words.otherWhat} {...form.field('what')} />
        <MoneyField label={words.otherNet} {...form.field('net')} />
        <DateField label={words.otherDay} {...form.field('day')} />
      </Form>
    </section>
  );
}

function TermsForm(props: {
  readonly householdId: string;
  readonly last: Terms | undefined;
  readonly agreements: Agreements;
}) {
  const { householdId, last } = props;
  const queryClient = useQueryClient();
  const initial = {
    startsOn: NO_DATE,
    name: last?.name ?? '',
    ...amountsText(last),
    agreementId: last?.agreementId ?? ON_THE_DAY,
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        startsOn: readDate(values.startsOn, fees.scale.askedFrom),
        name: readText(values.name, fees.scale.nameEmpty),
        ...readAmounts(values),
        agreementId: fine(values.agreementId === ON_THE_DAY ? null : values.agreementId),
      }),
    send: async (terms) => {
      const answer = await answerOf(client.fees.saveTerms({ householdId, terms }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(fees.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <section className="section" aria-labelledby="set-terms">
      <h2 id="set-terms">{words.set}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <DateField label={words.startsOn} hint={words.startsHint} {...form.field('startsOn')} />
        <TextField label={fees.scale.name} {...form.field('name')} />
        <AmountFields form={form} />
        <Select
          label={words.fund}
          {...form.field('agreementId')}
          choices={[
            { value: ON_THE_DAY, label: words.fundOnDay },
            ...props.agreements.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      </Form>
    </section>
  );
}

function EndForm({ householdId }: { readonly householdId: string }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { lastDay: NO_DATE },
    check: (values) => checkFields({ lastDay: readDate(values.lastDay, words.endAsked) }),
    send: async ({ lastDay }) => {
      const answer = await answerOf(client.fees.endTerms({ householdId, lastDay }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(fees.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['lastDay']),
  });
  return (
    <section className="section" aria-labelledby="end-terms">
      <h2 id="end-terms">{words.endTitle}</h2>
      <Form
        form={form}
        actions={
          <Button type="submit" pending={form.pending}>
            {words.endNow}
          </Button>
        }
      >
        <DateField label={words.end} {...form.field('lastDay')} />
      </Form>
    </section>
  );
}
