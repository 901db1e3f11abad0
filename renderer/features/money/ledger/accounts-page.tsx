import type { AccountView } from '@shared/api/ledger';
import { formatDay } from '@shared/dates';
import { formatPounds, pence, sumPence } from '@shared/money';
import { ArrowLeftRight, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { findLines, accounts as words } from '../../../text/ledger';
import { money as shared } from '../../../text/money';
import { dayWithYear, useAccounts } from './use-ledger';

/** Every account, card and cash: what is there, what is not on a statement yet, and what can be done with it. */
export function AccountsPage() {
  const accounts = useAccounts();
  const open = accounts?.filter((one) => one.closedOn === null) ?? [];
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={shared.place}>
      {accounts === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : accounts.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/money/accounts/new" icon={Plus}>
              {words.add}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <AccountsTable accounts={accounts} />
          <div className="actions">
            <LinkButton kind="primary" to="/money/accounts/new" icon={Plus}>
              {words.add}
            </LinkButton>
            {open.length < 2 ? null : (
              <LinkButton to="/money/move" icon={ArrowLeftRight}>
                {words.move}
              </LinkButton>
            )}
            {open
              .filter((one) => one.kind === 'cash')
              .map((one) => (
                <LinkButton key={one.id} to={`/money/accounts/${one.id}/count`}>
                  {words.countNamed(one.name)}
                </LinkButton>
              ))}
            <LinkButton to="/money/funds">{findLines.funds}</LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

function AccountsTable({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const waiting = accounts.some((one) => one.unpresented !== 0);
  return (
    <Table
      caption={words.caption}
      rows={accounts}
      rowKey={(account) => account.id}
      totalLabel={words.total}
      columns={[
        {
          id: 'name',
          heading: words.name,
          isName: true,
          text: (account) => account.name,
          cell: (account) => <Link to={`/money/lines?account=${account.id}&period=all`}>{account.name}</Link>,
        },
        {
          id: 'kind',
          heading: words.kind,
          text: (account) => words.kinds[account.kind],
          cell: (account) =>
            account.closedOn === null ? (
              words.kinds[account.kind]
            ) : (
              <Tag>{words.closed(formatDay(account.closedOn))}</Tag>
            ),
        },
        {
          id: 'as-of',
          heading: words.asOf,
          cell: (account) =>
            account.asOf === null ? '' : <span className="nowrap">{dayWithYear(account.asOf)}</span>,
        },
        ...(waiting
          ? [
              {
                id: 'waiting',
                heading: words.waiting,
                kind: 'figure' as const,
                cell: (account: AccountView) =>
                  account.unpresented === 0 ? '' : formatPounds(account.unpresented),
                total: formatPounds(sumPence(accounts.map((one) => pence(one.unpresented)))),
              },
            ]
          : []),
        {
          id: 'balance',
          heading: words.balance,
          kind: 'figure',
          cell: (account) => formatPounds(account.balance),
          total: formatPounds(sumPence(accounts.map((one) => pence(one.balance)))),
        },
        {
          id: 'change',
          heading: words.actions,
          kind: 'action',
          cell: (account) => (
            <LinkButton
              kind="quiet"
              to={`/money/accounts/${account.id}`}
              name={words.changeNamed(account.name)}
            >
              {words.change}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
