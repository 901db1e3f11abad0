import { LOCK_AFTER_MINUTES } from '@shared/api/keys';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { PassphraseField } from '../../components/passphrase-field';
import { RadioGroup } from '../../components/radio-group';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { lockPage as words } from '../../text/lock';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { unlock } from '../../text/workspace';
import { backTo } from './record-page';

/** When the records lock by themselves, and whether this computer may open them. */
export function LockPage() {
  const queryClient = useQueryClient();
  const state = useQuery(api.keys.state.queryOptions()).data;
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'wrong'; readonly text: string } | undefined>();
  const change = async (minutes: (typeof LOCK_AFTER_MINUTES)[number]) => {
    const answer = await answerOf(client.keys.setLockAfter({ minutes }));
    const text = answer.ok ? (answer.value.kept ? words.saved : words.notKept) : sentenceFor(answer);
    setSaid({ tone: answer.ok && answer.value.kept ? 'done' : 'wrong', text });
    announce(text);
    await queryClient.invalidateQueries();
  };
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      {state === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <div className="fields">
            {said === undefined ? null : <Notice tone={said.tone} title={said.text} />}
            <RadioGroup
              label={words.after}
              hint={words.afterHint(Math.round(state.warningSeconds / 60))}
              value={String(state.lockAfterMinutes)}
              onChange={(text) => {
                const minutes = LOCK_AFTER_MINUTES.find((one) => String(one) === text);
                if (minutes !== undefined) void change(minutes);
              }}
              choices={LOCK_AFTER_MINUTES.map((minutes) => ({
                value: String(minutes),
                label: words.minutes(minutes),
                note: minutes === 0 ? words.neverNote : undefined,
              }))}
            />
            <p>{words.sleep}</p>
          </div>
          <section className="section">
            <h2>{words.computerTitle}</h2>
            <ThisComputer {...state.keyring} onChanged={() => void queryClient.invalidateQueries()} />
          </section>
        </>
      )}
    </Page>
  );
}

type KeyringState = {
  readonly way: 'none' | 'ready' | 'changed';
  readonly store: keyof typeof words.stores;
  readonly onChanged: () => void;
};

function ThisComputer({ way, store, onChanged }: KeyringState) {
  const able = store !== 'none' && store !== 'plain-text';
  return (
    <div className="fields">
      <p>{way === 'ready' ? words.ready(words.stores[store]) : words.what}</p>
      {way === 'changed' ? <Notice tone="attention" title={words.changed} /> : null}
      {able ? null : <p>{store === 'none' ? words.none : words.plainText}</p>}
      {able && way !== 'ready' ? <UseKeyring onChanged={onChanged} /> : null}
      {way === 'none' ? null : <ForgetKeyring onChanged={onChanged} />}
    </div>
  );
}

function UseKeyring({ onChanged }: { readonly onChanged: () => void }) {
  const form = useForm({
    initial: { current: '' },
    check: ({ current }) =>
      current === ''
        ? { ok: false, problems: { current: unlock.passphraseEmpty } }
        : { ok: true, value: current },
    send: async (current) => {
      const answer = await answerOf(client.keys.letKeyringOpen({ current }));
      if (answer.ok) onChanged();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['current']),
    secret: true,
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.useGo}
        </Button>
      }
    >
      <p>{words.risk}</p>
      <PassphraseField label={words.current} {...form.field('current')} />
    </Form>
  );
}

function ForgetKeyring({ onChanged }: { readonly onChanged: () => void }) {
  const form = useForm({
    initial: {},
    check: () => ({ ok: true, value: undefined }),
    send: async () => {
      const answer = await answerOf(client.keys.forgetKeyring());
      if (answer.ok) onChanged();
      return answer;
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.forgetGo}
        </Button>
      }
    >
      {null}
    </Form>
  );
}
