import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Form } from '../../components/form';
import { RecoveryCode } from '../../components/recovery-code';
import { useForm } from '../../components/use-form';
import { sentenceFor } from '../../text/refusals';
import { recovery } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { useStart } from './start-store';

/** The recovery code, once: large, in groups, to be saved or printed before going on. */
export function RecoveryPage({ code }: { readonly code: string }) {
  const tell = useStart((state) => state.tell);
  const form = useForm({
    initial: { kept: false },
    check: ({ kept }) =>
      kept ? { ok: true, value: kept } : { ok: false, problems: { kept: recovery.checkFirst } },
    send: async () => {
      const answer = await answerOf(client.keys.keepRecoveryCode({ recoveryCode: code }));
      if (answer.ok) tell(undefined);
      return answer;
    },
    secret: true,
  });
  const save = async () => {
    const answer = await answerOf(client.workspace.recoverySheet({ recoveryCode: code }));
    if (!answer.ok) return sentenceFor(answer);
    saveFile(answer.value);
    return undefined;
  };
  return (
    <PlainPage title={recovery.title} sub={recovery.sub}>
      <RecoveryCode code={code} onSave={save} />
      <p>
        <strong>{recovery.warning}</strong>
      </p>
      <div className="recovery-check no-print">
        <Form
          form={form}
          actions={
            <Button kind="primary" type="submit" pending={form.pending}>
              {recovery.go}
            </Button>
          }
        >
          <Checkbox label={recovery.check} {...form.field('kept')} />
        </Form>
      </div>
    </PlainPage>
  );
}
