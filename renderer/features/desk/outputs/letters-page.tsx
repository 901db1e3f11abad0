import { useQuery } from '@tanstack/react-query';
import { Mail, Pencil, Plus } from 'lucide-react';
import { api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { letters as words } from '../../../text/desk/outputs';

const LONGEST_BEGINNING = 60;

function beginning(body: string): string {
  const line = body.trim().replace(/\s+/g, ' ');
  return line.length <= LONGEST_BEGINNING ? line : `${line.slice(0, LONGEST_BEGINNING).trimEnd()}…`;
}

/** The letters that can go to many households. */
export function LettersPage() {
  const letters = useQuery({ ...api.outputs.letters.queryOptions(), throwOnError: true }).data;
  const add = (
    <LinkButton kind="primary" icon={Plus} to="/desk/outputs/letters/new">
      {words.add}
    </LinkButton>
  );
  return (
    <Page title={words.title} sub={words.sub} backTo="/desk/outputs" backLabel={words.back}>
      {letters === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : letters.length === 0 ? (
        <EmptyState icon={Mail} title={words.empty} actions={add}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.caption}
            rows={letters}
            rowKey={(row) => row.id}
            columns={[
              { id: 'name', heading: words.name, cell: (row) => row.name, isName: true },
              { id: 'begins', heading: words.begins, cell: (row) => beginning(row.body) },
              {
                id: 'change',
                heading: words.change,
                kind: 'action',
                cell: (row) => (
                  <LinkButton
                    icon={Pencil}
                    to={`/desk/outputs/letters/${row.id}`}
                    name={words.changeNamed(row.name)}
                  >
                    {words.change}
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
