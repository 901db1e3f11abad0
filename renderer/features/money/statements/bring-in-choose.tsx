import type { AccountView } from '@shared/api/ledger';
import type { Ok, Refused } from '@shared/result';
import { useState } from 'react';
import { fileToSend } from '../../../api/files';
import { Button } from '../../../components/button';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { RadioGroup } from '../../../components/radio-group';
import { useForm } from '../../../components/use-form';
import { sortCodeText } from '../../../text/common';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { STATEMENT_SENTENCES, statements as words } from '../../../text/statements';
import type { Sent } from './bring-in-page';

/** Refusals after which the person may say which column is which. */
const MAY_SET_UP = new Set([
  'statement.layout-not-known',
  'statement.layout-ambiguous',
  'statement.mapping-does-not-fit',
]);

const TAKEN = [
  '.csv',
  '.txt',
  '.tsv',
  'text/csv',
  'text/plain',
  'application/vnd.ms-excel',
  '.pdf',
  '.xls',
  '.xlsx',
  '.htm',
  '.html',
  '.ofx',
  '.qfx',
  '.qif',
  '.zip',
];

/** The account and the file. */
export function ChooseFile(props: {
  readonly accounts: readonly AccountView[];
  readonly look: (sent: Sent) => Promise<Ok<unknown> | Refused | undefined>;
  readonly onColumns: (sent: Sent) => void;
}) {
  const { accounts, look } = props;
  const [unknown, setUnknown] = useState<Sent | undefined>();
  const form = useForm({
    initial: { accountId: accounts[0]?.id ?? '', file: [] as readonly File[] },
    check: (values) => {
      const file = values.file[0];
      if (values.accountId === '' || file === undefined) {
        return {
          ok: false,
          problems: {
            ...(values.accountId === '' ? { accountId: words.accountMissing } : {}),
            ...(file === undefined ? { file: words.fileMissing } : {}),
          },
        };
      }
      return { ok: true, value: { accountId: values.accountId, file } };
    },
    send: async ({ accountId, file }) => {
      const sent: Sent = { accountId, file: await fileToSend(file), reading: {} };
      const answer = await look(sent);
      setUnknown(answer !== undefined && !answer.ok && MAY_SET_UP.has(answer.code) ? sent : undefined);
      return answer;
    },
    refusal: (refusal) =>
      refusal.code === 'statement.cash-account'
        ? { accountId: sentenceFor(refusal, STATEMENT_SENTENCES) }
        : refusal.code.startsWith('statement') || refusal.code.startsWith('day.')
          ? { file: sentenceFor(refusal, STATEMENT_SENTENCES) }
          : problemsFor(refusal, ['accountId', 'file'], STATEMENT_SENTENCES),
  });
  const { accountId, file } = form.values;
  const mayStillSetUp =
    unknown !== undefined && unknown.accountId === accountId && unknown.file.name === file[0]?.name;
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.look}
          </Button>
          {mayStillSetUp ? <Button onPress={() => props.onColumns(unknown)}>{words.setUp}</Button> : null}
        </>
      }
    >
      {accounts.length === 1 ? null : (
        <RadioGroup
          label={words.account}
          choices={accounts.map((account) => ({
            value: account.id,
            label: account.name,
            note:
              [sortCodeText(account.sortCode), account.accountNumber].filter(Boolean).join(' ') || undefined,
          }))}
          {...form.field('accountId')}
        />
      )}
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept={TAKEN}
        {...form.field('file')}
        files={file}
      />
    </Form>
  );
}
