import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';
import { AdviceLine, newPassphraseProblems } from '../../components/advice-line';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { PassphraseField } from '../../components/passphrase-field';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { problemsFor } from '../../text/refusals';
import { passphrase } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { useStart } from './start-store';

/** A passphrase, and then the workspace. */
export function CreateWorkspace(props: {
  readonly kind: 'example' | 'own';
  readonly onBack: () => void;
  /** What the page says instead of what it usually does. */
  readonly words?: { readonly title: string; readonly sub: string };
  /** What comes into the workspace as soon as it is made. */
  readonly onCreated?: () => Promise<void>;
}) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { next: '', again: '' },
    check: (values) => {
      const problems = newPassphraseProblems(values);
      return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: values.next };
    },
    send: async (secret) => {
      const answer = await answerOf(client.workspace.create({ passphrase: secret, kind: props.kind }));
      if (!answer.ok) return answer.code === 'passphrase.too-short' ? { ...answer, field: 'next' } : answer;
      useStart.getState().tell(answer.value.recoveryCode);
      await props.onCreated?.();
      await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['next']),
  });
  return (
    <PlainPage
      title={props.words?.title ?? passphrase.title}
      sub={props.words?.sub ?? passphrase.sub}
      footer={passphrase.noReset}
    >
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {props.kind === 'example' ? passphrase.createExample : passphrase.create}
            </Button>
            <Button kind="quiet" onPress={props.onBack}>
              {common.back}
            </Button>
          </>
        }
      >
        <div>
          <PassphraseField label={passphrase.label} hint={passphrase.hint} isNew {...form.field('next')} />
          {form.field('next').error === undefined ? <AdviceLine text={form.values.next} /> : null}
        </div>
        <PassphraseField
          label={passphrase.again}
          hint={passphrase.againHint}
          isNew
          {...form.field('again')}
        />
      </Form>
      {form.pending ? <WaitingLine>{passphrase.making}</WaitingLine> : null}
    </PlainPage>
  );
}
