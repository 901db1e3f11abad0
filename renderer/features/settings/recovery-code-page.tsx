import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Form } from '../../components/form';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { PassphraseField } from '../../components/passphrase-field';
import { RecoveryCode } from '../../components/recovery-code';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { recoveryPage as words } from '../../text/lock';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { momentText, recovery, unlock } from '../../text/workspace';
import { backTo } from './record-page';

/** The recovery code: whether the one on paper still works, and a new one. */
export function RecoveryCodePage() {
  const queryClient = useQueryClient();
  const state = useQuery(api.keys.state.queryOptions()).data;
  const [code, setCode] = useState<string | undefined>();
  const [changed, setChanged] = useState(false);
  const shown = useRef(code);
  // Another question stands on the same page: its heading is read out.
  useEffect(() => {
    if (shown.current !== code) document.querySelector<HTMLElement>('main h1')?.focus();
    shown.current = code;
  }, [code]);
  if (code !== undefined)
    return (
      <NewCode
        code={code}
        onKept={() => {
          setCode(undefined);
          setChanged(true);
          void queryClient.invalidateQueries();
        }}
      />
    );
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      {changed ? <Notice tone="done" title={words.changed} spoken /> : null}
      {state === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <p>
            {state.recoveryCodeKeptAt === null
              ? words.notSaid
              : words.said(momentText(state.recoveryCodeKeptAt))}
          </p>
          <section className="section">
            <h2>{words.checkTitle}</h2>
            <CheckCode />
          </section>
          <section className="section">
            <h2>{words.newTitle}</h2>
            <MakeCode onMade={setCode} />
          </section>
        </>
      )}
    </Page>
  );
}

function CheckCode() {
  const [works, setWorks] = useState(false);
  const form = useForm({
    initial: { recoveryCode: '' },
    check: (values) =>
      values.recoveryCode.trim() === ''
        ? { ok: false, problems: { recoveryCode: unlock.codeEmpty } }
        : { ok: true, value: values.recoveryCode },
    send: async (recoveryCode) => {
      setWorks(false);
      const answer = await answerOf(client.keys.checkRecoveryCode({ recoveryCode }));
      setWorks(answer.ok);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['recoveryCode']),
    secret: true,
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.checkGo}
        </Button>
      }
    >
      <p>{words.check}</p>
      {works ? <Notice tone="done" title={words.works} spoken /> : null}
      <TextField
        label={words.codeOnSheet}
        hint={unlock.codeHint}
        width="full"
        {...form.field('recoveryCode')}
      />
    </Form>
  );
}

function MakeCode({ onMade }: { readonly onMade: (code: string) => void }) {
  const form = useForm({
    initial: { current: '' },
    check: ({ current }) =>
      current === ''
        ? { ok: false, problems: { current: unlock.passphraseEmpty } }
        : { ok: true, value: current },
    send: async (current) => {
      const answer = await answerOf(client.keys.makeRecoveryCode({ current }));
      if (answer.ok) onMade(answer.value.recoveryCode);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['current']),
    secret: true,
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.newGo}
        </Button>
      }
    >
      <p>{words.new}</p>
      <PassphraseField label={words.current} hint={words.currentHint} {...form.field('current')} />
    </Form>
  );
}

function NewCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  const form = useForm({
    initial: { kept: false },
    check: ({ kept }) =>
      kept ? { ok: true, value: kept } : { ok: false, problems: { kept: recovery.checkFirst } },
    send: async () => {
      const answer = await answerOf(client.keys.keepRecoveryCode({ recoveryCode: code }));
      if (answer.ok) onKept();
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
    <Page title={words.newOne} sub={words.newOneSub} {...backTo('/settings')}>
      <RecoveryCode code={code} onSave={save} />
      <div className="recovery-check no-print">
        <Form
          form={form}
          actions={
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.keepGo}
            </Button>
          }
        >
          <Checkbox label={recovery.check} {...form.field('kept')} />
        </Form>
      </div>
    </Page>
  );
}
