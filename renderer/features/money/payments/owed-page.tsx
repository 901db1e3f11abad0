import type { OwedLine, WhoIsOwed } from '@shared/api/payments';
import { formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { payees, owed as words } from '../../../text/payments';
import { sortCodeText, useMadeFile } from './use-payments';

/** Who is owed what, when a card or a bank is down: one page, one paper. */
export function OwedPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.payments.whoIsOwed.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={words.back}>
      {view === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Found view={view} />}
    </Page>
  );
}

function Found({ view }: { readonly view: WhoIsOwed }) {
  const householdId = useHouseholdId();
  const { pending, save } = useMadeFile();
  return (
    <>
      <p className="quiet">{words.day(view.today)}</p>
      {view.lines.length === 0 ? (
        <EmptyState title={words.nothing} />
      ) : (
        <Table
          caption={words.title}
          hideCaption
          rows={view.lines}
          rowKey={(row) => row.key}
          totalLabel={words.total}
          columns={[
            {
              id: 'who',
              heading: words.who,
              isName: true,
              cell: (row: OwedLine) => row.name || words.whatFor(row),
            },
            { id: 'what', heading: words.what, cell: (row) => words.whatFor(row) },
            {
              id: 'due',
              heading: words.due,
              cell: (row) => <span className="nowrap">{dueText(row)}</span>,
              text: dueText,
            },
            {
              id: 'account',
              heading: words.account,
              cell: (row) => payees.account(sortCodeText(row.sortCode), row.accountNumber),
            },
            { id: 'phone', heading: words.phone, cell: (row) => row.phone },
            {
              id: 'amount',
              heading: words.amount,
              kind: 'figure',
              cell: (row) => formatPounds(row.amount),
              total: formatPounds(view.total),
              totalText: formatPounds(view.total),
            },
          ]}
        />
      )}
      {view.estimated > 0 ? <p>{words.estimated(view.estimated)}</p> : null}
      {view.withoutRate > 0 ? <p>{words.withoutRate(view.withoutRate)}</p> : null}
      <div className="actions">
        <Button
          kind="primary"
          icon={Download}
          pending={pending}
          onPress={() => void save(() => client.payments.whoIsOwedPdf({ householdId }))}
        >
          {words.savePdf}
        </Button>
        <LinkButton to="/money/payments">{words.payNow}</LinkButton>
      </div>
      <List id="owed-ring" title={words.ringTitle} items={[words.bank, ...view.ring.map(words.ring)]} />
      <List id="owed-tell" title={words.tellTitle} items={words.tell} />
      <List id="owed-ask" title={words.askTitle} items={words.ask} />
    </>
  );
}

const dueText = (row: OwedLine): string => (row.dueOn === null ? '' : formatShortDay(row.dueOn));

function List(props: { readonly id: string; readonly title: string; readonly items: readonly string[] }) {
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <ul className="owed-list">
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
