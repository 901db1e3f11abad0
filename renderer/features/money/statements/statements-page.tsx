import type { KeptStatement } from '@shared/api/statements';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Download, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Menu } from '../../../components/menu';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { bankOf, STATEMENT_SENTENCES, statementNote, statements as words } from '../../../text/statements';
import { useDoing } from '../use-money';
import { ClosingDialog } from './closing-dialog';

/** The statements brought in, what does not follow on between them, and what can be done with each. */
export function StatementsPage() {
  const householdId = useHouseholdId();
  const list = useQuery({
    ...api.statements.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const [removing, setRemoving] = useState<string | undefined>();
  const [closing, setClosing] = useState<string | undefined>();
  const { busy, run } = useDoing();
  const chosen = list?.find((one) => one.id === removing);
  const remove = async () => {
    if (chosen === undefined) return;
    await run(
      'remove',
      () => client.money.removeStatement({ householdId, id: chosen.id }),
      words.removed(chosen.fileName),
    );
    setRemoving(undefined);
  };
  const original = async (id: string) => {
    const answer = await answerOf(client.statements.original({ householdId, id }));
    if (answer.ok) saveFile(answer.value);
    else showToast(sentenceFor(answer, STATEMENT_SENTENCES));
  };
  const choicesOf = (one: KeptStatement) => [
    ...(one.closing !== null && one.closingFrom === 'file'
      ? []
      : [{ id: 'closing', label: words.setClosing, icon: Pencil, onPress: () => setClosing(one.id) }]),
    { id: 'original', label: words.saveOriginal, icon: Download, onPress: () => void original(one.id) },
    ...(one.closed
      ? []
      : [{ id: 'remove', label: words.removeDo, icon: Trash2, onPress: () => setRemoving(one.id) }]),
  ];
  const bringIn = (
    <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
      {words.title}
    </LinkButton>
  );
  const several = new Set(list?.map((one) => one.accountId)).size > 1;
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
                    <small>
                      {several ? `${one.accountName} · ${bankOf(one.layout)}` : bankOf(one.layout)}
                    </small>
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
                cell: (one) =>
                  one.closing === null ? (
                    words.notInFile
                  ) : (
                    <span className="statement-closing">
                      {formatPounds(one.closing)}
                      {one.closingFrom === 'typed' ? <small>{words.typed}</small> : null}
                    </span>
                  ),
              },
              { id: 'state', heading: words.state, cell: (one) => <State statement={one} /> },
              {
                id: 'actions',
                heading: words.more,
                kind: 'action',
                cell: (one) => (
                  <Menu
                    label={words.more}
                    name={words.moreNamed(one.fileName, formatDay(one.from))}
                    kind="quiet"
                    choices={choicesOf(one)}
                  />
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
        onClose={() => setRemoving(undefined)}
        pending={busy === 'remove'}
        danger
      >
        <p>{chosen === undefined ? '' : words.removeBody(chosen.lines)}</p>
      </AlertDialog>
      <ClosingDialog
        key={closing ?? 'none'}
        householdId={householdId}
        statement={list?.find((one) => one.id === closing)}
        onClose={() => setClosing(undefined)}
      />
    </Page>
  );
}

/** Whether a statement follows on from the one before, and what there is to look at. */
function State({ statement }: { readonly statement: KeptStatement }) {
  if (statement.problems.length === 0) return <Tag tone="done">{words.joins}</Tag>;
  return (
    <span className="statement-state">
      {statement.problems.map((problem, index) => (
        <span key={index}>{statementNote(problem)}</span>
      ))}
    </span>
  );
}
