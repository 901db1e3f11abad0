import type { KeptStatement } from '@shared/api/statements';
import { formatDay } from '@shared/dates';
import { poundsString } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { readMoney } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { common } from '../../../text/common';
import { problemsFor } from '../../../text/refusals';
import { STATEMENT_SENTENCES, statements as words } from '../../../text/statements';

/** Typing the closing balance of the paper statement for a file that has none. */
export function ClosingDialog(props: {
  readonly householdId: string;
  readonly statement: KeptStatement | undefined;
  readonly onClose: () => void;
}) {
  const { householdId, statement, onClose } = props;
  const queryClient = useQueryClient();
  const label = statement === undefined ? '' : words.closingLabel(formatDay(statement.to));
  const kept = statement?.closing ?? null;
  const form = useForm({
    initial: { closing: kept === null ? '' : poundsString(kept) },
    check: ({ closing }) => {
      const read = readMoney(closing, label);
      return read.ok ? read : { ok: false, problems: { closing: read.message } };
    },
    send: async (closing) => {
      const answer = await answerOf(
        client.statements.setClosing({ householdId, id: statement?.id ?? '', closing }),
      );
      if (answer.ok) await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['closing'], STATEMENT_SENTENCES),
    done: () => {
      announce(words.closingSaved);
      onClose();
    },
  });
  return (
    <Dialog
      open={statement !== undefined}
      onClose={onClose}
      title={statement === undefined ? '' : words.setClosingTitle(statement.fileName)}
    >
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending} slot={null}>
              {words.saveClosing}
            </Button>
            <Button onPress={onClose} slot={null}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <MoneyField label={label} hint={words.closingHint} {...form.field('closing')} />
      </Form>
    </Dialog>
  );
}
