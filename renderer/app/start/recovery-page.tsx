import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { recovery } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { useStart } from './start-store';

/** The recovery code, once: large, in groups, to be saved or printed before going on. */
export function RecoveryPage({ code }: { readonly code: string }) {
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<{ tone: 'done' | 'wrong'; text: string } | undefined>();
  const tell = useStart((state) => state.tell);
  const form = useForm({
    initial: { kept: false },
    check: ({ kept }) =>
      kept ? { ok: true, value: kept } : { ok: false, problems: { kept: recovery.checkFirst } },
    send: async () => {
      tell(undefined);
      return undefined;
    },
  });
  const save = async () => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(client.workspace.recoverySheet({ recoveryCode: code }));
      if (answer.ok) {
        saveFile(answer.value);
        setSaid({ tone: 'done', text: recovery.saved });
        announce(recovery.saved);
      } else setSaid({ tone: 'wrong', text: sentenceFor(answer) });
    } catch {
      setSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setPending(false);
    }
  };
  const groups = code.split('-');
  return (
    <PlainPage title={recovery.title} sub={recovery.sub}>
      <section aria-label={recovery.codeLabel}>
        <p className="recovery-code">
          {groups.map((group, index) => (
            <span key={index}>
              {group}
              {index < groups.length - 1 ? <span className="visually-hidden">-</span> : null}
            </span>
          ))}
        </p>
      </section>
      <div className="row no-print">
        <Button icon={FileDown} pending={pending} onPress={() => void save()}>
          {recovery.save}
        </Button>
        <Button icon={Printer} onPress={() => window.print()}>
          {recovery.print}
        </Button>
      </div>
      {said === undefined ? null : <Notice tone={said.tone} title={said.text} spoken />}
      <p className="recovery-where">{recovery.where}</p>
      <p>
        <strong>{recovery.warning}</strong>
      </p>
      <div className="recovery-check no-print">
        <Form
          form={form}
          actions={
            <Button kind="primary" type="submit">
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
