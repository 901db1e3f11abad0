import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { FileImage, FileText, Plus, Receipt as ReceiptIcon } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { SegmentedControl } from '../../../components/segmented-control';
import { Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { money, moneyRefusals } from '../../../text/money';
import { receipts as words } from '../../../text/money-lines';
import { sentenceFor } from '../../../text/refusals';
import { RECEIPT_KINDS } from '../ledger/line-evidence';
import { useLines, useReceipts } from '../use-money';

/** All receipts kept, with what each says and the line it belongs to. */
export function ReceiptsPage() {
  const receipts = useReceipts();
  const lines = useLines('all');
  const [only, setOnly] = useState<'all' | 'unlinked'>('all');
  const add = (
    <LinkButton kind="primary" to="/money/receipts/new" icon={Plus}>
      {words.add}
    </LinkButton>
  );
  const shown = receipts?.filter((receipt) => only === 'all' || receipt.lineIds.length === 0);
  const lineWords = (ids: readonly string[]): string => {
    if (ids.length === 0) return words.noLine;
    if (ids.length > 1) return words.several(ids.length);
    const line = lines?.find((one) => one.id === ids[0]);
    return line === undefined ? '' : `${line.description}, ${formatShortDay(line.day)}`;
  };
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={money.place}>
      {receipts === undefined || shown === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : receipts.length === 0 ? (
        <EmptyState icon={ReceiptIcon} title={words.none} actions={add}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <div className="money-filters">
            <SegmentedControl
              label={words.show}
              value={only}
              onChange={setOnly}
              choices={[
                { value: 'all', label: words.all },
                { value: 'unlinked', label: words.unlinked },
              ]}
            />
          </div>
          <Table
            caption={words.caption(shown.length)}
            rows={shown}
            rowKey={(receipt) => receipt.id}
            least={44}
            empty={<p>{words.noneUnlinked}</p>}
            columns={[
              {
                id: 'file',
                heading: words.file,
                isName: true,
                text: (receipt) => receipt.fileName,
                cell: (receipt) => (
                  <span className="money-receipt-name">
                    {receipt.mediaType.startsWith('image/') ? (
                      <FileImage aria-hidden="true" />
                    ) : (
                      <FileText aria-hidden="true" />
                    )}
                    <Link className="money-file-name" to={`/money/receipts/${receipt.id}`}>
                      {receipt.fileName}
                    </Link>
                  </span>
                ),
              },
              {
                id: 'supplier',
                heading: words.supplier,
                cell: (receipt) => receipt.supplier,
                sortBy: (receipt) => receipt.supplier,
              },
              {
                id: 'day',
                heading: words.day,
                text: (receipt) => receipt.day ?? '',
                cell: (receipt) => (receipt.day === null ? common.notGiven : formatDay(receipt.day)),
                sortBy: (receipt) => receipt.day ?? '',
              },
              {
                id: 'line',
                heading: words.line,
                text: (receipt) => lineWords(receipt.lineIds),
                cell: (receipt) =>
                  receipt.lineIds.length === 0 ? (
                    <span className="money-not-yet">{words.noLine}</span>
                  ) : (
                    lineWords(receipt.lineIds)
                  ),
              },
              {
                id: 'total',
                heading: words.total,
                kind: 'figure',
                cell: (receipt) => (receipt.total === null ? '' : formatPounds(receipt.total)),
                sortBy: (receipt) => receipt.total ?? 0,
              },
            ]}
          />
          <div className="actions">{add}</div>
        </>
      )}
    </Page>
  );
}

/** Adding several receipts at once. */
export function AddReceiptsPage() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { files: [] as readonly File[] },
    check: ({ files }) =>
      files.length === 0
        ? { ok: false, problems: { files: words.filesMissing } }
        : { ok: true, value: files },
    send: async (files) => {
      let last: string | undefined;
      for (const [at, file] of files.entries()) {
        const answer = await answerOf(
          client.money.addReceipt({
            householdId,
            file: await fileToSend(file),
            day: null,
            total: null,
            supplier: '',
            lineId: null,
          }),
        );
        if (!answer.ok) {
          // What was kept goes from the list, so that trying again sends only the rest.
          form.set('files', files.slice(at));
          await queryClient.invalidateQueries();
          return { ...answer, details: { ...answer.details, fileName: file.name } };
        }
        if (answer.value.alreadyHere) showToast(words.wasHere(file.name));
        last = answer.value.id;
      }
      await queryClient.invalidateQueries();
      announce(words.kept(files.length));
      void navigate(files.length === 1 && last !== undefined ? `/money/receipts/${last}` : '/money/receipts');
      return undefined;
    },
    refusal: (refusal) => ({
      files: `${String(refusal.details?.['fileName'] ?? '')}: ${sentenceFor(refusal, moneyRefusals)}`,
    }),
  });
  return (
    <Page title={words.addTitle} sub={words.addSub} backTo="/money/receipts" backLabel={words.back}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.keep}
          </Button>
        }
      >
        <FileField
          label={words.files}
          hint={words.filesHint}
          accept={RECEIPT_KINDS}
          many
          {...form.field('files')}
          files={form.values.files}
        />
      </Form>
    </Page>
  );
}
