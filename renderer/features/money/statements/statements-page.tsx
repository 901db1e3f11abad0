import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { bankOf, statements as words } from '../../../text/statements';
import { useDoing } from '../use-money';

/** The statements brought in, each with a way to take it out again. */
export function StatementsPage() {
  const householdId = useHouseholdId();
  const list = useQuery({
    ...api.money.statements.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const [asked, setAsked] = useState<string | undefined>();
  const { busy, run } = useDoing();
  const chosen = list?.find((one) => one.id === asked);
  const remove = async () => {
    if (chosen === undefined) return;
    await run(
      'remove',
      () => client.money.removeStatement({ householdId, id: chosen.id }),
      words.removed(chosen.fileName),
    );
    setAsked(undefined);
  };
  const bringIn = (
    <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
      {words.title}
    </LinkButton>
  );
  return (
    <Page title={words.listTitle} sub={words.listSub} backTo="/money" backLabel={words.back}>
      {list === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : list.length === 0 ? (
        <EmptyState icon={FileUp} title={words.none} actions={bringIn}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.listCaption}
            rows={list}
            rowKey={(one) => one.id}
            tools={false}
            least={46}
            columns={[
              {
                id: 'file',
                heading: words.fileName,
                isName: true,
                cell: (one) => (
                  <span className="money-file-name">
                    {one.fileName}
                    <small>{bankOf(one.layout)}</small>
                  </span>
                ),
              },
              {
                id: 'days',
                heading: words.days,
                cell: (one) => words.span(formatDay(one.from), formatDay(one.to)),
                sortBy: (one) => one.from,
              },
              { id: 'lines', heading: words.lines, kind: 'figure', cell: (one) => String(one.lines) },
              {
                id: 'closing',
                heading: words.closing,
                kind: 'figure',
                cell: (one) => (one.closing === null ? words.notInFile : formatPounds(one.closing)),
              },
              {
                id: 'remove',
                heading: words.remove,
                kind: 'action',
                cell: (one) => (
                  <Button name={words.removeNamed(one.fileName)} onPress={() => setAsked(one.id)}>
                    {words.remove}
                  </Button>
                ),
              },
            ]}
          />
          <div className="actions">{bringIn}</div>
        </>
      )}
      <AlertDialog
        open={chosen !== undefined}
        title={chosen === undefined ? '' : words.removeTitle(chosen.fileName)}
        doLabel={words.removeDo}
        onDo={() => void remove()}
        onClose={() => setAsked(undefined)}
        pending={busy === 'remove'}
        danger
      >
        <p>{chosen === undefined ? '' : words.removeBody(chosen.lines)}</p>
      </AlertDialog>
    </Page>
  );
}
