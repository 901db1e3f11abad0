import type { FundStatement, FundsView } from '@shared/api/ledger';
import { addMonths, formatDay, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds, negatePence, pence, sumPence } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { FigureRow } from '../../../components/figure-row';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { Table } from '../../../components/table';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { findLines, funds as words } from '../../../text/ledger';
import { accountName, money as shared } from '../../../text/money';
import { useNames } from '../use-money';
import { fundName, useToday } from './use-ledger';

const dayOf = (text: string | null): IsoDay | undefined =>
  text !== null && isIsoDay(text) ? isoDay(text) : undefined;

/** Every fund and every place where money is, on any day: both come to the same. */
export function FundsPage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const [query, setQuery] = useSearchParams();
  const day = dayOf(query.get('on')) ?? today;
  const found = useQuery({
    ...api.ledger.funds.queryOptions({ input: { householdId, day: day ?? isoDay('2000-01-01') } }),
    enabled: day !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={shared.place}>
      {found === undefined || day === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.accounts.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={<LinkButton to="/money/accounts">{findLines.accounts}</LinkButton>}
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <DayForm day={day} onDay={(next) => setQuery({ on: next }, { replace: true })} />
          <Funds view={found} />
        </>
      )}
    </Page>
  );
}

function DayForm({ day, onDay }: { readonly day: IsoDay; readonly onDay: (day: IsoDay) => void }) {
  const form = useForm({
    initial: { day: dateText(day) },
    check: (values) => checkFields({ day: readDate(values.day, words.theDay) }),
    send: async (read) => {
      onDay(read.day);
      return { ok: true };
    },
  });
  return (
    <Form form={form} actions={<Button type="submit">{words.show}</Button>}>
      <DateField label={words.on} {...form.field('day')} />
    </Form>
  );
}

type Row = { readonly id: string; readonly name: string; readonly to?: string; readonly amount: number };

function Funds({ view }: { readonly view: FundsView }) {
  const names = useNames();
  const day = formatDay(view.day);
  const held: Row[] = [
    ...view.funds.map((one) => ({
      id: one.fund,
      name: fundName(one.fund, names.funder),
      to: `/money/funds/${one.fund}`,
      amount: one.amount,
    })),
    ...(view.notSorted === 0
      ? []
      : [
          {
            id: 'not-sorted',
            name: words.notSorted,
            to: '/money/lines?only=needs-a-look',
            amount: view.notSorted,
          },
        ]),
  ];
  const between = [
    ['unpresented', words.unpresented, view.unpresented],
    ['under-way', words.underWay, view.underWay],
    ['timing', words.timing, view.timing],
  ] as const;
  const places: Row[] = [
    ...view.accounts.map((one) => ({
      id: one.id ?? 'cash',
      name: one.name || words.looseCash,
      amount: one.amount,
    })),
    ...between.filter(([, , amount]) => amount !== 0).map(([id, name, amount]) => ({ id, name, amount })),
  ];
  const there = sumPence(places.map((one) => pence(one.amount)));
  const same = there === view.total;
  return (
    <>
      <section className="section">
        <Sums caption={words.caption(day)} heading={words.fund} rows={held} total={view.total} />
        {view.notSorted === 0 ? null : <p className="quiet">{words.notSortedNote}</p>}
      </section>
      <section className="section">
        <Sums caption={words.places(day)} heading={words.place} rows={places} total={there} quiet />
      </section>
      <Notice tone={same ? 'done' : 'wrong'} title={same ? words.same : words.differ} />
    </>
  );
}

function Sums(props: {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly total: number;
  /** Another table of the page can be copied. */
  readonly quiet?: boolean;
}) {
  return (
    <Table
      tools={props.quiet !== true}
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      totalLabel={words.total}
      columns={[
        {
          id: 'name',
          heading: props.heading,
          isName: true,
          text: (row) => row.name,
          cell: (row) => (row.to === undefined ? row.name : <Link to={row.to}>{row.name}</Link>),
        },
        {
          id: 'amount',
          heading: words.amount,
          kind: 'figure',
          text: (row) => formatPounds(pence(row.amount)),
          cell: (row) => formatPounds(pence(row.amount)),
          total: formatPounds(pence(props.total)),
        },
      ]}
    />
  );
}

/** One fund over any days: what was there, what came in and went out by what it was for, what is left. */
export function FundPage() {
  const { fund = '' } = useParams();
  const householdId = useHouseholdId();
  const today = useToday();
  const names = useNames();
  const [query, setQuery] = useSearchParams();
  const from = dayOf(query.get('from')) ?? (today === undefined ? undefined : addMonths(today, -3));
  const to = dayOf(query.get('to')) ?? today;
  const found = useQuery({
    ...api.ledger.fundStatement.queryOptions({
      input: { householdId, fund, from: from ?? isoDay('2000-01-01'), to: to ?? isoDay('2000-01-01') },
    }),
    enabled: from !== undefined && to !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  return (
    <Page
      title={words.statementTitle(fundName(fund, names.funder) || words.title)}
      sub={words.statementSub}
      backTo="/money/funds"
      backLabel={words.back}
    >
      {found === undefined || from === undefined || to === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <PeriodForm
            from={from}
            to={to}
            onPeriod={(next) => setQuery({ from: next.from, to: next.to }, { replace: true })}
          />
          <section className="section stack">
            <Statement told={found} />
          </section>
          <div className="actions">
            <LinkButton to={`/money/lines?fund=${fund}&period=all`}>{words.openLines}</LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

function PeriodForm(props: {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly onPeriod: (period: { readonly from: IsoDay; readonly to: IsoDay }) => void;
}) {
  const form = useForm({
    initial: { from: dateText(props.from), to: dateText(props.to) },
    check: (values) => {
      const to = readDate(values.to, words.theTo);
      const from = readDate(values.from, words.theFrom);
      const turned = from.ok && to.ok && to.value < from.value;
      return checkFields({ from, to: turned ? { ok: false as const, message: words.turned } : to });
    },
    send: async (period) => {
      props.onPeriod(period);
      return { ok: true };
    },
  });
  return (
    <Form form={form} actions={<Button type="submit">{words.showPeriod}</Button>}>
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.to} {...form.field('to')} />
    </Form>
  );
}

function Statement({ told }: { readonly told: FundStatement }) {
  const names = useNames();
  const nameOf = (row: FundStatement['rows'][number]): string =>
    (row.categoryId === null ? undefined : names.category(row.categoryId)) ??
    (row.account === 'opening-balance' ? words.firstBalance : accountName(row.account));
  return (
    <>
      <FigureRow
        figures={[
          { label: words.opening, value: formatPounds(told.opening) },
          { label: words.in, value: formatPounds(told.in) },
          { label: words.out, value: formatPounds(told.out) },
          { label: words.closing, value: formatPounds(told.closing) },
        ]}
      />
      {told.rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Table
          caption={words.rows}
          rows={told.rows}
          rowKey={(row) => `${row.account} ${row.categoryId ?? ''}`}
          totalLabel={words.total}
          columns={[
            { id: 'what', heading: words.what, isName: true, text: nameOf, cell: nameOf },
            {
              id: 'in',
              heading: words.in,
              kind: 'figure',
              cell: (row) => (row.in === 0 ? '' : formatPounds(row.in)),
              total: formatPounds(told.in),
            },
            {
              id: 'out',
              heading: words.out,
              kind: 'figure',
              cell: (row) => (row.out === 0 ? '' : formatPounds(negatePence(pence(row.out)))),
              total: formatPounds(negatePence(pence(told.out))),
            },
          ]}
        />
      )}
    </>
  );
}
