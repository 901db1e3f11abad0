import { Users } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { payeeKinds, payees as words } from '../../../text/payments';
import { sortCodeText, usePayees } from './use-payments';

/** Everybody who is paid beside PAs, with their accounts in sight. */
export function PayeesPage() {
  const found = usePayees();
  return (
    <Page title={words.title} sub={words.sub} backTo="/money/payments" backLabel={words.back}>
      {found === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.payees.length === 0 ? (
        <EmptyState
          icon={Users}
          title={words.empty}
          actions={
            <LinkButton kind="primary" to="/money/payments/payees/new">
              {words.add}
            </LinkButton>
          }
        >
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.title}
            hideCaption
            tools={false}
            rows={found.payees}
            rowKey={(row) => row.id}
            columns={[
              { id: 'name', heading: words.name, isName: true, cell: (row) => row.name },
              { id: 'kind', heading: words.kind, cell: (row) => payeeKinds[row.kind] },
              {
                id: 'account',
                heading: words.accountNumber,
                cell: (row) => words.account(sortCodeText(row.sortCode), row.accountNumber),
              },
              { id: 'phone', heading: words.phone, cell: (row) => row.phone },
              {
                id: 'change',
                heading: words.changeShort,
                kind: 'action',
                cell: (row) => (
                  <LinkButton
                    kind="quiet"
                    to={`/money/payments/payees/${row.id}`}
                    name={words.change(row.name)}
                  >
                    {words.changeShort}
                  </LinkButton>
                ),
              },
            ]}
          />
          <div className="actions">
            <LinkButton kind="primary" to="/money/payments/payees/new">
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
