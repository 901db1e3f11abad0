import type { BankLine } from '@shared/api/money';
import { daysBetween, formatDay } from '@shared/dates';
import { formatPounds, negatePence } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { Paperclip, Plus } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { moneyRefusals } from '../../../text/money';
import { line as words } from '../../../text/money-lines';
import { receipts as receiptWords } from '../../../text/receipts';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { EvidenceTag } from '../evidence-tag';
import { RECEIPT_FILES } from '../receipts/receipt-files';
import { ReceiptPicture } from '../receipts/receipt-picture';
import { useDoing, useReceipts } from '../use-money';

const NONE: Readonly<Record<BankLine['evidence'], string>> = {
  payslip: words.evidencePayslip,
  statement: words.evidenceStatement,
  'not-needed': words.evidenceNotNeeded,
  receipt: '',
  missing: words.evidenceNone,
};

/** Wages, tax and pension are shown by the payslip and the bank statement: a receipt for them does not exist. */
const WITHOUT_RECEIPT: ReadonlySet<string> = new Set([
  'net-pay-owed',
  'hmrc-owed',
  'pension-owed',
  'deductions-owed',
  'pooled-owed',
  'pooled-owed-to-us',
]);

function asksForNoReceipt(line: BankLine): boolean {
  if (line.evidence === 'payslip') return true;
  const kinds = line.explained ? line.explanations : (line.proposal?.parts ?? []);
  return kinds.length > 0 && kinds.every((one) => WITHOUT_RECEIPT.has(one.ledgerAccount));
}

/** The receipts of a line: those it has, adding one, or using one that is kept already. */
export function LineEvidence({ line }: { readonly line: BankLine }) {
  const householdId = useHouseholdId();
  const { busy, run } = useDoing();
  const [open, setOpen] = useState<string | undefined>();
  const [adding, setAdding] = useState(line.evidence === 'missing');
  return (
    <section className="section" aria-labelledby="line-evidence">
      <h2 id="line-evidence">{words.evidence}</h2>
      <p className="money-evidence-state">
        <EvidenceTag evidence={line.evidence} /> <span className="quiet">{NONE[line.evidence]}</span>
      </p>
      {line.receipts.length === 0 ? null : (
        <ul className="money-files">
          {line.receipts.map((receipt) => (
            <li key={receipt.id}>
              <div className="row">
                <Paperclip aria-hidden="true" />
                <span className="money-file-name">{receipt.fileName}</span>
                <Button
                  kind="quiet"
                  expanded={open === receipt.id}
                  onPress={() => setOpen(open === receipt.id ? undefined : receipt.id)}
                >
                  {open === receipt.id ? words.hide(receipt.fileName) : words.show(receipt.fileName)}
                </Button>
                {line.closed ? null : (
                  <Button
                    kind="quiet"
                    pending={busy === receipt.id}
                    onPress={() =>
                      void run(
                        receipt.id,
                        () =>
                          client.money.linkReceipt({
                            householdId,
                            receiptId: receipt.id,
                            lineId: line.id,
                            linked: false,
                          }),
                        words.unlinked,
                      )
                    }
                  >
                    {words.unlink(receipt.fileName)}
                  </Button>
                )}
              </div>
              {open === receipt.id ? (
                <ReceiptPicture
                  id={receipt.id}
                  fileName={receipt.fileName}
                  describe={receiptWords.describe(line.description, formatDay(line.day))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {line.closed || line.amount > 0 || asksForNoReceipt(line) ? null : (
        <>
          {adding ? (
            <AddReceipt line={line} onDone={() => setAdding(false)} />
          ) : (
            <Button icon={Plus} onPress={() => setAdding(true)}>
              {words.addReceipt}
            </Button>
          )}
          {adding ? <LinkExisting line={line} /> : null}
        </>
      )}
    </section>
  );
}

function AddReceipt({ line, onDone }: { readonly line: BankLine; readonly onDone: () => void }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  // A PDF behind a password: it can be kept as it is, once the person says so.
  const [locked, setLocked] = useState<File | undefined>();
  const [keeping, setKeeping] = useState(false);
  const add = async (file: File, keepLocked: boolean) => {
    setLocked(undefined);
    const answer = await answerOf(
      client.money.addReceipt({
        householdId,
        file: await fileToSend(file),
        day: line.day,
        total: negatePence(line.amount),
        supplier: '',
        lineId: line.id,
        keepLocked,
      }),
    );
    if (answer.ok) {
      await queryClient.invalidateQueries();
      announce(answer.value.alreadyHere ? words.receiptWasHere : words.receiptSaved);
    } else if (answer.code === 'receipt.pdf-locked') setLocked(file);
    return answer;
  };
  const keepLocked = async (file: File): Promise<void> => {
    setKeeping(true);
    const answer = await add(file, true);
    setKeeping(false);
    if (answer.ok) onDone();
    else showToast(sentenceFor(answer, moneyRefusals));
  };
  const form = useForm({
    initial: { file: [] as readonly File[] },
    check: ({ file }) => {
      const first = file[0];
      return first === undefined
        ? { ok: false, problems: { file: words.fileMissing } }
        : { ok: true, value: first };
    },
    send: (file) => add(file, false),
    refusal: (refusal) =>
      refusal.code.startsWith('file.') || refusal.code.startsWith('receipt.')
        ? { file: sentenceFor(refusal, moneyRefusals) }
        : problemsFor(refusal, ['file'], moneyRefusals),
    done: onDone,
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button type="submit" pending={form.pending}>
            {words.keepReceipt}
          </Button>
          {locked === undefined || locked !== form.values.file[0] ? null : (
            <Button pending={keeping} onPress={() => void keepLocked(locked)}>
              {receiptWords.keepLocked(locked.name)}
            </Button>
          )}
        </>
      }
    >
      <FileField
        label={words.addReceiptFile}
        accept={RECEIPT_FILES}
        {...form.field('file')}
        files={form.values.file}
      />
    </Form>
  );
}

function LinkExisting({ line }: { readonly line: BankLine }) {
  const householdId = useHouseholdId();
  const all = useReceipts();
  const { busy, run } = useDoing();
  const size = Math.abs(line.amount);
  const near = (all ?? [])
    .filter((receipt) => receipt.lineIds.length === 0)
    .map((receipt) => ({
      receipt,
      apart: receipt.day === null ? 400 : Math.abs(daysBetween(receipt.day, line.day)),
      same: receipt.total === size,
    }))
    .sort((a, b) => Number(b.same) - Number(a.same) || a.apart - b.apart)
    .slice(0, 5);
  if (near.length === 0) return null;
  return (
    <>
      <h3 className="money-h3">{words.linkExisting}</h3>
      <ul className="money-files">
        {near.map(({ receipt }) => (
          <li className="row" key={receipt.id}>
            <Paperclip aria-hidden="true" />
            <span className="money-file-name">
              {[
                receipt.supplier || receipt.fileName,
                receipt.day === null ? '' : formatDay(receipt.day),
                receipt.total === null ? '' : formatPounds(receipt.total),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button
              name={words.linkThisNamed(receipt.fileName)}
              pending={busy === receipt.id}
              onPress={() =>
                void run(
                  receipt.id,
                  () =>
                    client.money.linkReceipt({
                      householdId,
                      receiptId: receipt.id,
                      lineId: line.id,
                      linked: true,
                    }),
                  words.linked,
                )
              }
            >
              {words.linkThis}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
