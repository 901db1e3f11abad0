import type { StatementPreview } from '@shared/api/money';
import { formatDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { readMoney } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { sentenceFor } from '../../../text/refusals';
import { STATEMENT_SENTENCES, statementNote, statements as words } from '../../../text/statements';
import type { Sent } from './bring-in-page';
import { StatementPreviewView } from './statement-preview';

/** Formats that say themselves what is what. */
const WITHOUT_COLUMNS = new Set(['ofx', 'qif', 'santander-text']);

/** What the file holds, the closing balance where it has none, and bringing it in. */
export function Look(props: {
  readonly householdId: string;
  readonly sent: Sent;
  readonly preview: StatementPreview;
  readonly onColumns: () => void;
  readonly onBack: () => void;
  readonly onDone: (newLines: number, toLook: number) => void;
}) {
  const { householdId, sent, preview } = props;
  const queryClient = useQueryClient();
  const asks = preview.closingAsked && preview.newLines > 0;
  const label = words.closingLabel(formatDay(preview.to));
  /** The balance that was found not to fit, and was shown: pressed again, it is kept all the same. */
  const [shown, setShown] = useState<{ readonly closing: Pence; readonly sentence: string } | undefined>();
  const form = useForm({
    initial: { closing: '', without: false },
    check: ({ closing, without }) => {
      if (!asks || without) return { ok: true, value: null };
      if (closing.trim() === '') return { ok: false, problems: { closing: words.closingMissing } };
      const read = readMoney(closing, label);
      return read.ok ? read : { ok: false, problems: { closing: read.message } };
    },
    send: async (closing: Pence | null) => {
      const reading = { ...sent.reading, closing };
      if (closing !== null && shown?.closing !== closing) {
        const checked = await answerOf(client.money.previewStatement({ householdId, ...sent, reading }));
        if (!checked.ok) return checked;
        const differs = checked.value.problems.find((one) => one.code === 'statement.closing-differs');
        if (differs !== undefined) {
          const sentence = statementNote(differs);
          setShown({ closing, sentence });
          announce(sentence, 'assertive');
          return undefined;
        }
      }
      const answer = await answerOf(client.money.importStatement({ householdId, ...sent, reading }));
      if (!answer.ok) return answer;
      const lines = await answerOf(
        client.money.lines({
          householdId,
          from: preview.from,
          to: preview.to,
          only: 'needs-a-look',
          withProposals: false,
        }),
      );
      await queryClient.invalidateQueries();
      props.onDone(answer.value.newLines, lines.ok ? lines.value.length : 0);
      return answer;
    },
    refusal: (refusal) => ({ form: sentenceFor(refusal, STATEMENT_SENTENCES) }),
  });
  return (
    <div className="stack">
      <StatementPreviewView preview={preview} />
      <Form
        form={form}
        actions={
          <>
            {preview.newLines === 0 ? null : (
              <Button kind="primary" type="submit" icon={FileUp} pending={form.pending}>
                {shown === undefined ? words.bringIn(preview.newLines) : words.bringInStill}
              </Button>
            )}
            <Button onPress={props.onBack}>{words.otherFile}</Button>
            {WITHOUT_COLUMNS.has(preview.layout) ? null : (
              <Button kind="quiet" onPress={props.onColumns}>
                {words.setUpAgain}
              </Button>
            )}
          </>
        }
      >
        {asks ? (
          <>
            <MoneyField label={label} hint={words.closingHint} {...form.field('closing')} />
            <Checkbox
              label={words.closingWithout}
              note={words.closingWithoutNote}
              {...form.field('without')}
            />
          </>
        ) : null}
        {shown === undefined ? null : (
          <Notice tone="attention" title={words.closingDiffers}>
            <p>{shown.sentence}</p>
          </Notice>
        )}
      </Form>
    </div>
  );
}

/** What comes after. */
export function Done({ toLook, onAnother }: { readonly toLook: number; readonly onAnother: () => void }) {
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
