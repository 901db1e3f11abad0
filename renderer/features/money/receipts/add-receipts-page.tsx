import type { ReceiptAdded } from '@shared/api/receipts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client, type ServiceRefusal } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Progress } from '../../../components/progress';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { moneyRefusals } from '../../../text/money';
import { receiptRefusals, receipts as words } from '../../../text/receipts';
import { sentenceFor } from '../../../text/refusals';
import { RECEIPT_FILES } from './receipt-files';

type NotKept = { readonly file: File; readonly code: string; readonly why: string };

/** Adding several receipts at once: each is kept, or said why not. */
export function AddReceiptsPage() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [notKept, setNotKept] = useState<readonly NotKept[]>([]);
  const [kept, setKept] = useState(0);
  const [adding, setAdding] = useState<{
    readonly name: string;
    readonly done: number;
    readonly of: number;
  }>();

  const send = async (file: File, keepLocked: boolean): Promise<ReceiptAdded | ServiceRefusal> => {
    const answer = await answerOf(
      client.receipts.add({
        householdId,
        files: [await fileToSend(file)],
        lineId: null,
        keepLocked,
        read: true,
      }),
    );
    if (!answer.ok) return answer;
    const [added] = answer.value.files;
    return added ?? { fileName: file.name, id: null, alreadyHere: false, told: [], refused: null };
  };
  const form = useForm({
    initial: { files: [] as readonly File[] },
    check: ({ files }) =>
      files.length === 0
        ? { ok: false, problems: { files: words.filesMissing } }
        : { ok: true, value: files },
    send: async (files) => {
      const refused: NotKept[] = [];
      let last: string | undefined;
      let count = 0;
      try {
        for (const [at, file] of files.entries()) {
          setAdding({ name: file.name, done: at, of: files.length });
          const added = await send(file, false);
          if ('ok' in added) {
            // About all of them, such as a full disk: what is left stays in the list.
            form.set('files', files.slice(at));
            return added;
          }
          if (added.refused !== null) {
            const why = sentenceFor({ ...added.refused, details: added.refused.values }, receiptRefusals);
            refused.push({ file, code: added.refused.code, why });
          } else {
            count += 1;
            last = added.id ?? last;
            if (added.alreadyHere) showToast(words.wasHere(file.name));
          }
        }
      } finally {
        setAdding(undefined);
        await queryClient.invalidateQueries();
      }
      form.set('files', []);
      setKept(count);
      setNotKept(refused);
      if (count > 0) announce(words.kept(count));
      if (refused.length === 0)
        void navigate(
          files.length === 1 && last !== undefined ? `/money/receipts/${last}` : '/money/receipts',
        );
      return undefined;
    },
    refusal: (refusal) => ({ files: sentenceFor(refusal, moneyRefusals) }),
  });
  const keepLocked = async (one: NotKept): Promise<void> => {
    const added = await send(one.file, true);
    if ('ok' in added) {
      showToast(sentenceFor(added, moneyRefusals));
      return;
    }
    await queryClient.invalidateQueries();
    setKept(kept + 1);
    setNotKept(notKept.filter((other) => other !== one));
    announce(words.kept(1));
  };
  usePastedFiles((files) => form.set('files', [...form.values.files, ...files]));

  return (
    <Page title={words.add} sub={words.addSub} backTo="/money/receipts" backLabel={words.back}>
      {notKept.length === 0 ? null : (
        <Notice tone="wrong" title={words.someNotKept(notKept.length)} spoken>
          <ul className="money-files">
            {notKept.map((one) => (
              <li key={`${one.file.name}-${one.file.size}-${one.file.lastModified}`}>
                <p>{words.notKept(one.file.name, one.why)}</p>
                {one.code === 'receipt.pdf-locked' ? (
                  <Button onPress={() => void keepLocked(one)}>{words.keepLocked(one.file.name)}</Button>
                ) : null}
              </li>
            ))}
          </ul>
          {kept === 0 ? null : <p>{words.keptOthers(kept)}</p>}
        </Notice>
      )}
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
          accept={RECEIPT_FILES}
          many
          {...form.field('files')}
          files={form.values.files}
        />
        {adding === undefined ? null : (
          <Progress label={words.adding(adding.name)} done={adding.done} of={adding.of} />
        )}
      </Form>
    </Page>
  );
}

/** A picture on the clipboard can be pasted anywhere on this page; the field takes what is pasted into it itself. */
function usePastedFiles(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])].filter((file) =>
        /^image\/(png|jpeg)$/.test(file.type),
      );
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
}
