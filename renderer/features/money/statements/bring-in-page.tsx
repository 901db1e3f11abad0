import type { HouseholdRecord } from '@shared/api/household';
import type { StatementPreview } from '@shared/api/money';
import { formatDay } from '@shared/dates';
import { useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorSummary } from '../../../components/error-summary';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { Steps } from '../../../components/steps';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common, sortCodeText } from '../../../text/common';
import { moneyRefusals } from '../../../text/money';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { bankOf, statementRefusals, statements as words } from '../../../text/statements';
import { useRecord } from '../use-money';
import { StatementPreviewView } from './statement-preview';

type Sent = { readonly accountId: string; readonly file: { name: string; base64: string } };
type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'look'; readonly sent: Sent; readonly preview: StatementPreview }
  | {
      readonly at: 'done';
      readonly preview: StatementPreview;
      readonly newLines: number;
      readonly toLook: number;
    };

const SENTENCES = { ...moneyRefusals, ...statementRefusals };
const STAGES: readonly Stage['at'][] = ['choose', 'look', 'done'];

/** Bringing in a statement: choose the file, look at what it holds, bring it in. */
export function BringInPage() {
  const record = useRecord();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const title =
    stage.at === 'done'
      ? words.doneTitle(stage.newLines)
      : stage.at === 'look'
        ? words.previewTitle
        : words.title;
  return (
    <Page
      title={title}
      sub={
        stage.at === 'done'
          ? words.doneSub(
              bankOf(stage.preview.layout),
              formatDay(stage.preview.from),
              formatDay(stage.preview.to),
            )
          : words.sub
      }
      backTo="/money"
      backLabel={words.back}
      head={<Steps label={words.stepsLabel} names={words.steps} current={STAGES.indexOf(stage.at)} />}
    >
      {record === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : record.accounts.length === 0 ? (
        <EmptyState
          title={words.noAccount}
          actions={
            <LinkButton kind="primary" to="/settings/accounts/new">
              {words.addAccount}
            </LinkButton>
          }
        >
          {words.noAccountBody}
        </EmptyState>
      ) : (
        <>
          {/* The form stays behind the preview, so that going back keeps what was chosen. */}
          <div hidden={stage.at !== 'choose'}>
            <ChooseFile
              record={record}
              onLooked={(sent, preview) => setStage({ at: 'look', sent, preview })}
            />
          </div>
          {stage.at === 'look' ? (
            <Look
              sent={stage.sent}
              preview={stage.preview}
              onBack={() => setStage({ at: 'choose' })}
              onDone={(newLines, toLook) =>
                setStage({ at: 'done', preview: stage.preview, newLines, toLook })
              }
            />
          ) : null}
          {stage.at === 'done' ? (
            <Done toLook={stage.toLook} onAnother={() => setStage({ at: 'choose' })} />
          ) : null}
        </>
      )}
    </Page>
  );
}

function ChooseFile(props: {
  readonly record: HouseholdRecord;
  readonly onLooked: (sent: Sent, preview: StatementPreview) => void;
}) {
  const { record, onLooked } = props;
  const form = useForm({
    initial: { accountId: record.accounts[0]?.id ?? '', file: [] as readonly File[] },
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
      const sent = { accountId, file: await fileToSend(file) };
      const householdId = record.id;
      const answer = await answerOf(client.money.previewStatement({ householdId, ...sent }));
      if (!answer.ok) return answer;
      onLooked(sent, answer.value);
      announce(words.previewTitle);
      return answer;
    },
    refusal: (refusal) =>
      refusal.code.startsWith('statement') || refusal.code.startsWith('day.')
        ? { file: sentenceFor(refusal, SENTENCES) }
        : problemsFor(refusal, ['accountId', 'file'], SENTENCES),
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
      {record.accounts.length === 1 ? null : (
        <RadioGroup
          label={words.account}
          choices={record.accounts.map((account) => ({
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
        accept={[
          '.csv',
          '.txt',
          'text/csv',
          'text/plain',
          'application/vnd.ms-excel',
          '.pdf',
          '.xls',
          '.xlsx',
          '.ofx',
          '.qif',
          '.zip',
        ]}
        {...form.field('file')}
        files={form.values.file}
      />
    </Form>
  );
}

function Look(props: {
  readonly sent: Sent;
  readonly preview: StatementPreview;
  readonly onBack: () => void;
  readonly onDone: (newLines: number, toLook: number) => void;
}) {
  const { sent, preview } = props;
  const record = useRecord();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly turn: number }>();
  const bringIn = async () => {
    if (record === undefined) return;
    setBusy(true);
    try {
      const answer = await answerOf(client.money.importStatement({ householdId: record.id, ...sent }));
      if (!answer.ok) {
        setRefusal({ message: sentenceFor(answer, SENTENCES), turn: (refusal?.turn ?? 0) + 1 });
        return;
      }
      const lines = await answerOf(
        client.money.lines({
          householdId: record.id,
          from: preview.from,
          to: preview.to,
          only: 'needs-a-look',
          withProposals: false,
        }),
      );
      await queryClient.invalidateQueries();
      announce(words.doneTitle(answer.value.newLines));
      props.onDone(answer.value.newLines, lines.ok ? lines.value.length : 0);
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
      <StatementPreviewView preview={preview} />
      <div className="actions">
        {preview.newLines === 0 ? null : (
          <Button kind="primary" icon={FileUp} pending={busy} onPress={() => void bringIn()}>
            {words.bringIn(preview.newLines)}
          </Button>
        )}
        <Button onPress={props.onBack}>{words.otherFile}</Button>
      </div>
    </>
  );
}

function Done({ toLook, onAnother }: { readonly toLook: number; readonly onAnother: () => void }) {
  return (
    <>
      <p>{words.doneNext(toLook)}</p>
      <div className="actions">
        {toLook === 0 ? (
          <LinkButton kind="primary" to="/money/lines">
            {words.goLines}
          </LinkButton>
        ) : (
          <LinkButton kind="primary" to="/money/lines?only=needs-a-look">
            {words.goNeeds}
          </LinkButton>
        )}
        <Button onPress={onAnother}>{words.another}</Button>
      </div>
    </>
  );
}
