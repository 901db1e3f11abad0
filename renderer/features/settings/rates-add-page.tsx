import rateFigures from '@resources/documents/rate-figures.json';
import type { RatesComparison } from '@shared/api/today';
import { figureText, figureWords } from '@shared/rates/figure-words';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { fileToSend } from '../../api/files';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { useForm } from '../../components/use-form';
import { ratesRefusals, ratesFile as words } from '../../text/rates';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { useSaved } from './use-household';

type Sent = { readonly file: { name: string; base64: string } };
type Looked = { readonly sent: Sent; readonly found: RatesComparison };
type Change = RatesComparison['changes'][number];

const LARGEST = 1_000_000;

/** Adding a rates file: choose it, look at what it changes, add it. */
export function RatesAddPage() {
  const [looked, setLooked] = useState<Looked | undefined>();
  return (
    <Page
      title={looked === undefined ? words.title : words.lookTitle(looked.found.taxYear)}
      sub={looked === undefined ? words.sub : againstWords(looked.found)}
      backTo="/settings/rates"
      backLabel={words.back}
    >
      {/* The form stays behind, so that going back keeps what was chosen. */}
      <div hidden={looked !== undefined}>
        <ChooseFile onLooked={setLooked} />
      </div>
      {looked === undefined ? null : <Look {...looked} onBack={() => setLooked(undefined)} />}
    </Page>
  );
}

function againstWords(found: RatesComparison): string {
  if (found.replaces) return words.replaces;
  return found.against === null ? words.first : words.compared(found.against);
}

function ChooseFile({ onLooked }: { readonly onLooked: (looked: Looked) => void }) {
  const form = useForm({
    initial: { file: [] as readonly File[] },
    check: ({ file: [file] }) =>
      file === undefined
        ? { ok: false, problems: { file: words.fileMissing } }
        : { ok: true, value: { file } },
    send: async ({ file }) => {
      const sent = { file: await fileToSend(file) };
      const answer = await answerOf(client.today.checkRates(sent));
      if (!answer.ok) return answer;
      onLooked({ sent, found: answer.value });
      announce(words.lookTitle(answer.value.taxYear));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['file'], ratesRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.look}
        </Button>
      }
    >
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept={['.json', 'application/json']}
        largest={LARGEST}
        {...form.field('file')}
        files={form.values.file}
      />
    </Form>
  );
}

function Look({ sent, found, onBack }: Looked & { readonly onBack: () => void }) {
  const saved = useSaved('/settings/rates');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly turn: number }>();
  const add = async () => {
    setBusy(true);
    try {
      const answer = await answerOf(client.today.addRates(sent));
      if (!answer.ok) {
        setRefusal({ message: sentenceFor(answer, ratesRefusals), turn: (refusal?.turn ?? 0) + 1 });
        return;
      }
      await saved();
      announce(words.done(found.taxYear));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ErrorSummary
        problems={refusal === undefined ? [] : [{ message: refusal.message }]}
        turn={refusal?.turn ?? 0}
      />
      <p>{words.finished}</p>
      <Changes changes={found.changes} />
      <Notice title={words.notHeldTitle}>{words.notHeld}</Notice>
      <div className="actions">
        <Button kind="primary" icon={FileUp} pending={busy} onPress={() => void add()}>
          {words.addNow(found.taxYear)}
        </Button>
        <Button onPress={onBack}>{words.otherFile}</Button>
      </div>
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const shown = (kind: Change['kind'], value: Change['before']) =>
    value === null ? rateFigures.missing : figureText(kind, value);
  return (
    <Table
      caption={words.caption(changes.length)}
      columns={[
        {
          id: 'figure',
          heading: words.figure,
          isName: true,
          cell: (row) => figureWords(row.path, rateFigures.names),
        },
        {
          id: 'before',
          heading: words.before,
          kind: 'figure',
          cell: (row) => shown(row.kind, row.before),
        },
        {
          id: 'after',
          heading: words.after,
          kind: 'figure',
          cell: (row) => shown(row.kind, row.after),
        },
      ]}
      rows={changes}
      rowKey={(row) => row.path}
      empty={<p>{words.none}</p>}
    />
  );
}
