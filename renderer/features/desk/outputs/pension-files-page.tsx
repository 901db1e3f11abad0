import type { PensionHeader } from '@shared/api/outputs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, Pencil } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../api/client';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Switch } from '../../../components/switch';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { pensionFiles as words } from '../../../text/desk/outputs';

const ON_A_PAGE = 50;

/** The pensions of all households, and whether a file can be made for each. */
export function PensionFilesPage() {
  const [page, setPage] = useState(0);
  const [missingOnly, setMissingOnly] = useState(false);
  const found = useQuery({
    ...api.outputs.pensionHeaders.queryOptions({ input: { page, missingOnly } }),
    throwOnError: true,
    placeholderData: keepPreviousData,
  }).data;
  const pages = found === undefined ? 1 : Math.max(1, Math.ceil(found.total / ON_A_PAGE));
  return (
    <Page title={words.title} sub={words.sub} backTo="/desk/outputs" backLabel={words.back}>
      {found === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.total === 0 && !missingOnly ? (
        <EmptyState title={words.empty}>{words.emptyBody}</EmptyState>
      ) : (
        <>
          {missingOnly ? null : <p className="strong">{words.all(found.total, found.missing)}</p>}
          <Switch
            label={words.onlyMissing}
            value={missingOnly}
            onChange={(value) => {
              setMissingOnly(value);
              setPage(0);
            }}
          />
          <Table
            caption={words.caption}
            rows={found.rows}
            rowKey={(row) => `${row.householdId} ${row.provider}`}
            empty={<EmptyState title={words.allReady}>{words.allReadyBody}</EmptyState>}
            columns={[
              { id: 'household', heading: words.household, cell: (row) => row.household, isName: true },
              { id: 'reference', heading: words.reference, cell: (row) => row.payeReference },
              { id: 'provider', heading: words.provider, cell: (row) => row.provider },
              { id: 'state', heading: words.state, cell: stateTag, text: stateText },
              { id: 'go', heading: words.type, kind: 'action', cell: goTo },
            ]}
          />
          {pages > 1 ? (
            <nav className="row" aria-label={words.caption}>
              {page > 0 ? (
                <Button icon={ArrowLeft} onPress={() => setPage(page - 1)}>
                  {words.before}
                </Button>
              ) : null}
              <span className="figure" role="status">
                {words.pageOf(page + 1, pages)}
              </span>
              {page + 1 < pages ? (
                <Button iconAfter={ArrowRight} onPress={() => setPage(page + 1)}>
                  {words.next}
                </Button>
              ) : null}
            </nav>
          ) : null}
        </>
      )}
    </Page>
  );
}

function stateText(row: PensionHeader): string {
  return row.header === null ? words.missing : words.ready;
}

function stateTag(row: PensionHeader) {
  return <Tag tone={row.header === null ? 'attention' : 'done'}>{stateText(row)}</Tag>;
}

function goTo(row: PensionHeader) {
  const isNew = row.header === null;
  return (
    <LinkButton
      icon={Pencil}
      to={`/desk/outputs/pensions/${row.householdId}/${encodeURIComponent(row.provider)}`}
      name={(isNew ? words.typeNamed : words.changeNamed)(row.provider, row.household)}
    >
      {isNew ? words.type : words.change}
    </LinkButton>
  );
}
