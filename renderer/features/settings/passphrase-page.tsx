import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { AdviceLine, newPassphraseProblems } from '../../components/advice-line';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { PassphraseField } from '../../components/passphrase-field';
import { useForm } from '../../components/use-form';
import { problemsFor } from '../../text/refusals';
import { changePassphrase as words } from '../../text/settings';
import { passphrase } from '../../text/workspace';
import { backTo } from './record-page';

/** A new passphrase, by the old one or the recovery code. */
export function PassphrasePage() {
  const [changed, setChanged] = useState(0);
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      {changed === 0 ? null : <Notice tone="done" title={words.done} spoken />}
      <PassphraseForm key={changed} onChanged={() => setChanged(changed + 1)} />
    </Page>
  );
}

function PassphraseForm({ onChanged }: { readonly onChanged: () => void }) {
  const form = useForm<{ current: string; next: string; again: string }, { current: string; next: string }>({
    initial: { current: '', next: '', again: '' },
    check: (values) => {
      const problems = {
        ...(values.current === '' ? { current: words.currentEmpty } : {}),
        ...newPassphraseProblems(values),
      };
      return Object.keys(problems).length > 0
        ? { ok: false, problems }
        : { ok: true, value: { current: values.current, next: values.next } };
    },
    send: async (read) => {
      const answer = await answerOf(client.workspace.changePassphrase(read));
      if (answer.ok) onChanged();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['current', 'next']),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.go}
        </Button>
      }
    >
      <PassphraseField label={words.current} hint={words.currentHint} {...form.field('current')} />
      <div>
        <PassphraseField label={words.next} hint={passphrase.hint} isNew {...form.field('next')} />
        {form.field('next').error === undefined ? <AdviceLine text={form.values.next} /> : null}
      </div>
      <PassphraseField label={passphrase.again} isNew {...form.field('again')} />
    </Form>
  );
}
