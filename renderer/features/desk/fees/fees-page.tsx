import { FEES_PAGE, type FeeScale } from '@shared/api/fees';
import type { IsoDay } from '@shared/dates';
import { addPence, formatPounds, NO_MONEY, type Pence } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, Receipt } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { fees as words } from '../../../text/desk/fees';
import { ChargeList, inShort } from './charge-list';
import './fees.css';

/** What the organisation charges: what waits, and its usual terms. */
export function FeesPage() {
  const view = useQuery({ ...api.fees.view.queryOptions(), throwOnError: true }).data;
  const today = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
  return (
    <Page title={words.title} sub={words.sub}>
      {view === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {view.hasAccount ? null : (
            <Notice
              title={words.noAccount}
              tone="attention"
              action={<LinkButton to="/desk/organisation">{words.toOrganisation}</LinkButton>}
            >
              {words.noAccountBody}
            </Notice>
          )}
          <Waiting today={today} withTerms={view.withTerms} withoutTerms={view.withoutTerms} />
          <Usual scales={view.scales} />
        </>
      )}
    </Page>
  );
}

function Waiting(props: {
  readonly today: IsoDay;
  readonly withTerms: number;
  readonly withoutTerms: number;
}) {
  const [from, setFrom] = useState(0);
  const { data } = useQuery({
    ...api.fees.waiting.queryOptions({ input: { until: props.today, from } }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  if (data === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const left = data.count - from - data.households.length;
  return (
    <section className="section" aria-labelledby="fees-waiting">
      <h2 id="fees-waiting">{words.waiting}</h2>
      <p>
        {props.withTerms === 0
          ? words.noTermsYet
          : data.count === 0
            ? words.nothingWaits
            : words.waitingSum(data.count, data.net, data.vat)}
      </p>
      {props.withoutTerms === 0 || props.withTerms === 0 ? null : (
        <p className="quiet">{words.withoutTerms(props.withoutTerms)}</p>
      )}
      {data.count === 0 ? null : (
        <Table
          caption={words.caption(data.count)}
          rows={data.households}
          rowKey={(one) => one.householdId}
          columns={[
            {
              id: 'name',
              heading: words.name,
              isName: true,
              cell: (one) => <Link to={`/desk/fees/households/${one.householdId}`}>{one.name}</Link>,
              text: (one) => one.name,
            },
            {
              id: 'what',
              heading: words.what,
              cell: (one) => <ChargeList charges={one.charges} />,
              text: (one) => inShort(one.charges).join('; '),
            },
            {
              id: 'net',
              heading: words.net,
              kind: 'figure',
              cell: (one) => <Amount pence={one.net} />,
              text: (one) => formatPounds(one.net),
            },
            {
              id: 'total',
              heading: words.total,
              kind: 'figure',
              cell: (one) => <Amount pence={addPence(one.net, one.vat)} />,
              text: (one) => formatPounds(addPence(one.net, one.vat)),
            },
          ]}
        />
      )}
      {data.count <= FEES_PAGE ? null : (
        <div className="row">
          {from === 0 ? null : <Button onPress={() => setFrom(from - FEES_PAGE)}>{words.before}</Button>}
          {left <= 0 ? null : (
            <Button onPress={() => setFrom(from + FEES_PAGE)}>{words.next(Math.min(left, FEES_PAGE))}</Button>
          )}
        </div>
      )}
      <div className="actions">
        {data.count === 0 ? null : (
          <LinkButton to="/desk/fees/make" kind="primary" icon={Receipt}>
            {words.toMake(data.count)}
          </LinkButton>
        )}
        <LinkButton to="/desk/fees/invoices">{words.toInvoices}</LinkButton>
      </div>
    </section>
  );
}

const money = (amount: Pence) => (amount === NO_MONEY ? '' : <Amount pence={amount} />);

function Usual({ scales }: { readonly scales: readonly (FeeScale & { readonly id: string })[] }) {
  const { amounts } = words;
  return (
    <section className="section" aria-labelledby="fees-usual">
      <h2 id="fees-usual">{words.usual}</h2>
      <p className="quiet">{scales.length === 0 ? words.usualNone : words.usualNote}</p>
      {scales.length === 0 ? null : (
        <Table
          caption={words.usualCaption}
          tools={false}
          rows={scales}
          rowKey={(one) => one.id}
          columns={[
            {
              id: 'name',
              heading: words.usualName,
              isName: true,
              cell: (one) => <Link to={`/desk/fees/usual/${one.id}`}>{one.name}</Link>,
            },
            { id: 'run', heading: amounts.perRun, kind: 'figure', cell: (one) => money(one.perRun) },
            { id: 'slip', heading: amounts.perPayslip, kind: 'figure', cell: (one) => money(one.perPayslip) },
            { id: 'starter', heading: amounts.starter, kind: 'figure', cell: (one) => money(one.starter) },
            { id: 'year', heading: amounts.yearEnd, kind: 'figure', cell: (one) => money(one.yearEnd) },
            {
              id: 'vat',
              heading: amounts.vat,
              kind: 'figure',
              cell: (one) => (one.vatRate === null ? amounts.noVat : amounts.rate(one.vatRate)),
            },
          ]}
        />
      )}
      <div className="button-row">
        <LinkButton to="/desk/fees/usual/new" icon={Plus}>
          {words.addUsual}
        </LinkButton>
      </div>
    </section>
  );
}
