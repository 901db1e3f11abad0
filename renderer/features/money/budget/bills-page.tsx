import type { BillsView } from '@shared/api/budget';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { ahead, bills as words } from '../../../text/budget';
import { common } from '../../../text/common';

/** The bills of the household; `undefined` until they are here. */
export function useBills(): BillsView | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.budget.bills.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

/** Bills and standing payments, each with the day it is due next. */
export function BillsPage() {
  const view = useBills();
  const add = (
    <LinkButton kind="primary" to="/money/bills/new">
      {words.add}
    </LinkButton>
  );
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={ahead.back}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : view.bills.length === 0 ? (
        <EmptyState icon={CalendarClock} title={words.none} actions={add}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.caption}
            rows={view.bills}
            rowKey={(one) => one.id}
            tools={false}
            least={44}
            totalLabel={words.total}
            columns={[
              {
                id: 'name',
                heading: words.name,
                isName: true,
                cell: (one) => one.name,
                sortBy: (one) => one.name,
              },
              { id: 'often', heading: words.howOften, cell: (one) => words.every(one.repeats) },
              {
                id: 'next',
                heading: words.next,
                cell: (one) => (one.nextOn === null ? words.nextNone : formatDay(one.nextOn)),
                sortBy: (one) => one.nextOn ?? '9999',
              },
              {
                id: 'amount',
                heading: words.amount,
                kind: 'figure',
                cell: (one) => formatPounds(one.amount),
                sortBy: (one) => one.amount,
              },
              {
                id: 'year',
                heading: words.inAYear,
                kind: 'figure',
                cell: (one) => formatPounds(one.inAYear),
                total: formatPounds(view.inAYear),
              },
              {
                id: 'do',
                heading: words.action,
                kind: 'action',
                cell: (one) => (
                  <LinkButton kind="quiet" to={`/money/bills/${one.id}`} name={words.change(one.name)}>
                    {words.action}
                  </LinkButton>
                ),
              },
            ]}
          />
          <div className="actions">{add}</div>
        </>
      )}
    </Page>
  );
}
