import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { PassphraseField } from '../../components/passphrase-field';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { lock } from '../../text/lock';
import { problemsFor } from '../../text/refusals';
import { unlock } from '../../text/workspace';
import { PlainPage } from '../plain-page';

type Way = 'passphrase' | 'recovery-code';

/** The records are locked: the passphrase, or the recovery code. What was typed stays when it is wrong. */
export function UnlockPage({ folder }: { readonly folder: string }) {
  const [way, setWay] = useState<Way>('passphrase');
  const ways = useQuery(api.keys.ways.queryOptions()).data;
  const why = ways?.lockedBecause ?? null;
  return (
    <PlainPage
      key={way}
      title={way === 'passphrase' ? unlock.title : unlock.codeTitle}
      {...(ways === undefined || why === null ? {} : { sub: lock.because[why](ways.lockAfterMinutes) })}
      footer={unlock.where(folder)}
    >
      <UnlockForm
        way={way}
        onOtherWay={() => setWay(way === 'passphrase' ? 'recovery-code' : 'passphrase')}
      />
      {ways === undefined || ways.keyring === 'none' ? null : (
        <ThisComputer changed={ways.keyring === 'changed'} />
      )}
    </PlainPage>
  );
}

function UnlockForm({ way, onOtherWay }: { readonly way: Way; readonly onOtherWay: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { secret: '' },
    secret: true,
    check: ({ secret }) =>
      secret.trim() === ''
        ? {
            ok: false,
            problems: { secret: way === 'passphrase' ? unlock.passphraseEmpty : unlock.codeEmpty },
          }
        : { ok: true, value: secret },
    send: async (secret) => {
      const answer = await answerOf(client.workspace.unlock({ secret, kind: way }));
      if (answer.ok) {
        queryClient.setQueryData(api.workspace.status.queryKey(), answer.value);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['secret']),
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {unlock.go}
          </Button>
          <Button kind="quiet" onPress={onOtherWay}>
            {way === 'passphrase' ? unlock.forgot : unlock.usePassphrase}
          </Button>
        </>
      }
    >
      {way === 'passphrase' ? (
        <PassphraseField label={unlock.passphrase} autoFocus {...form.field('secret')} />
      ) : (
        <TextField
          label={unlock.code}
          hint={unlock.codeHint}
          width="full"
          autoFocus
          {...form.field('secret')}
        />
      )}
    </Form>
  );
}

/** This computer’s keyring, where the person chose that it opens the records; else why it no longer can. */
function ThisComputer({ changed }: { readonly changed: boolean }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: {},
    check: () => ({ ok: true, value: undefined }),
    send: async () => {
      const answer = await answerOf(client.keys.unlockWithKeyring());
      if (answer.ok) queryClient.setQueryData(api.workspace.status.queryKey(), answer.value);
      return answer;
    },
  });
  return (
    <section className="section">
      <h2>{lock.computerTitle}</h2>
      {changed ? (
        <p>{lock.computerChanged}</p>
      ) : (
        <Form
          form={form}
          actions={
            <Button type="submit" pending={form.pending}>
              {lock.computerGo}
            </Button>
          }
        >
          <p>{lock.computer}</p>
        </Form>
      )}
    </section>
  );
}
