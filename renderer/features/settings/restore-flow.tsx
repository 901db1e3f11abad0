import type { RestoreLook } from '@shared/api/restore';
import type { WorkspaceStatus } from '@shared/api/workspace';
import type { Refused } from '@shared/result';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { lookInFolder } from '../../api/folders';
import { useHouseholdStore } from '../../api/household-store';
import { Button } from '../../components/button';
import { FolderField } from '../../components/folder-field';
import { Form } from '../../components/form';
import { Notice } from '../../components/notice';
import { PassphraseField } from '../../components/passphrase-field';
import { RadioGroup } from '../../components/radio-group';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { restore as words } from '../../text/restore';
import { RestoreLookPart } from './restore-look';

type Opener = { readonly secret: string | null; readonly kind: 'passphrase' | 'recovery-code' };

const NOTHING_TYPED: Opener = { secret: null, kind: 'passphrase' };

type Step =
  | { readonly kind: 'choose'; readonly problem?: Refused }
  | { readonly kind: 'secret'; readonly from: string }
  | { readonly kind: 'look'; readonly from: string; readonly opener: Opener; readonly look: RestoreLook };

/** A page around a step: with places beside it, or alone while no records are open. */
export type StepFrame = ComponentType<{
  readonly title: string;
  readonly sub?: string | undefined;
  readonly children: ReactNode;
}>;

export type RestoreFlowProps = {
  readonly frame: StepFrame;
  /** The backup to begin with; without one, the person chooses. */
  readonly first?: string | undefined;
  readonly onDone: (status: WorkspaceStatus, look: RestoreLook) => void;
  readonly onBack: () => void;
};

/** Bringing a backup back: which one, what opens it, what is in it, and only then doing it. */
export function RestoreFlow({ frame: Frame, first, onDone, onBack }: RestoreFlowProps) {
  const [step, setStep] = useState<Step | undefined>(first === undefined ? { kind: 'choose' } : undefined);
  const afterRestore = useAfterRestore();

  const look = async (from: string, opener: Opener) => {
    const answer = await answerOf(client.restore.look({ from, ...opener }));
    if (answer.ok) setStep({ kind: 'look', from, opener, look: answer.value });
    else if (answer.code === 'restore.needs-secret') {
      setStep({ kind: 'secret', from });
      return undefined;
    }
    return answer;
  };
  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, with the backup it began with
  useEffect(() => {
    if (first === undefined || begun.current) return;
    begun.current = true;
    const begin = async () => {
      const answer = await look(first, NOTHING_TYPED);
      if (answer !== undefined && !answer.ok) setStep({ kind: 'choose', problem: answer });
    };
    void begin().catch(() => setStep({ kind: 'choose' }));
  }, []);

  const stepNow = step?.kind;
  const stepBefore = useRef(stepNow);
  // Each step is a page of its own: its heading is read out.
  useEffect(() => {
    if (stepBefore.current !== undefined && stepBefore.current !== stepNow)
      document.querySelector<HTMLElement>('main h1')?.focus();
    stepBefore.current = stepNow;
  }, [stepNow]);

  if (step === undefined)
    return (
      <Frame title={words.lookTitle}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Frame>
    );
  switch (step.kind) {
    case 'choose':
      return (
        <Frame title={words.chooseTitle} sub={words.sub}>
          <ChooseSource problem={step.problem} onLook={(from) => look(from, NOTHING_TYPED)} onBack={onBack} />
        </Frame>
      );
    case 'secret':
      return (
        <Frame title={words.secretTitle} sub={words.secretSub}>
          <AskSecret
            onLook={(opener) => look(step.from, opener)}
            onBack={() => setStep({ kind: 'choose' })}
          />
        </Frame>
      );
    case 'look':
      return (
        <Frame title={words.lookTitle}>
          <RestoreLookPart
            look={step.look}
            onOther={() => setStep({ kind: 'choose' })}
            onDo={async () => {
              const answer = await answerOf(client.restore.bringBack({ from: step.from, ...step.opener }));
              if (answer.ok) {
                afterRestore(answer.value);
                onDone(answer.value, step.look);
              }
              return answer;
            }}
          />
        </Frame>
      );
  }
}

/** Other records are open now: nothing that was read from the ones before stays in the window. */
export function useAfterRestore(): (status: WorkspaceStatus) => void {
  const queryClient = useQueryClient();
  const choose = useHouseholdStore((state) => state.choose);
  return (status) => {
    choose(null);
    queryClient.setQueryData(api.workspace.status.queryKey(), status);
    void queryClient.resetQueries();
  };
}

const ELSEWHERE = 'elsewhere';
/** So many are shown at once. */
const FEW = 6;

function ChooseSource(props: {
  readonly problem: Refused | undefined;
  readonly onLook: (from: string) => Promise<Refused | { readonly ok: true } | undefined>;
  readonly onBack: () => void;
}) {
  const found = useQuery(api.restore.find.queryOptions({ input: { folder: null } })).data;
  const [all, setAll] = useState(false);
  const sent = useRef('from');
  const form = useForm({
    initial: { from: '', file: '' },
    check: ({ from, file }) => {
      if (from !== '' && from !== ELSEWHERE) return { ok: true, value: from };
      if (file.trim() !== '') return { ok: true, value: file.trim() };
      return from === ELSEWHERE || found?.length === 0
        ? { ok: false, problems: { file: words.chooseElsewhere } }
        : { ok: false, problems: { from: words.chooseOne } };
    },
    send: (from) => {
      sent.current = found?.some((source) => source.from === from) === true ? 'from' : 'file';
      return props.onLook(from);
    },
    refusal: (refusal) => problemsFor({ ...refusal, field: sent.current }, ['from', 'file']),
  });
  if (found === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const file = (
    <FolderField
      label={words.file}
      hint={words.fileHint}
      pick="records"
      look={lookInFolder}
      {...form.field('file')}
    />
  );
  const shown = all ? found : found.slice(0, FEW);
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.go}
          </Button>
          <Button kind="quiet" onPress={props.onBack}>
            {common.cancel}
          </Button>
        </>
      }
    >
      {props.problem === undefined || form.turn > 0 ? null : (
        <Notice tone="wrong" title={sentenceFor(props.problem)} spoken />
      )}
      {found.length === 0 ? (
        <>
          <p>{words.none}</p>
          {file}
        </>
      ) : (
        <>
          <RadioGroup<string>
            label={words.choose}
            {...form.field('from')}
            choices={[
              ...shown.map((source) => ({
                value: source.from,
                label: words.name(source),
                note: words.note(source),
              })),
              { value: ELSEWHERE, label: words.elsewhere, note: words.elsewhereNote, more: file },
            ]}
          />
          {found.length > shown.length ? (
            <Button kind="quiet" flush onPress={() => setAll(true)}>
              {words.more(found.length - shown.length)}
            </Button>
          ) : null}
        </>
      )}
    </Form>
  );
}

function AskSecret(props: {
  readonly onLook: (opener: Opener) => Promise<Refused | { readonly ok: true } | undefined>;
  readonly onBack: () => void;
}) {
  const initial: { way: 'passphrase' | 'recovery-code'; secret: string } = { way: 'passphrase', secret: '' };
  const form = useForm({
    initial,
    check: ({ way, secret }) =>
      secret.trim() === ''
        ? { ok: false, problems: { secret: words.secretEmpty } }
        : { ok: true, value: { secret, kind: way } },
    send: props.onLook,
    refusal: (refusal) => problemsFor(refusal, ['secret']),
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.open}
          </Button>
          <Button kind="quiet" onPress={props.onBack}>
            {words.otherOne}
          </Button>
        </>
      }
    >
      <RadioGroup<'passphrase' | 'recovery-code'>
        label={words.way}
        inline
        {...form.field('way')}
        choices={[
          { value: 'passphrase', label: words.passphrase },
          { value: 'recovery-code', label: words.code },
        ]}
      />
      {form.values.way === 'passphrase' ? (
        <PassphraseField label={words.passphrase} {...form.field('secret')} />
      ) : (
        <TextField label={words.code} hint={words.codeHint} width="full" {...form.field('secret')} />
      )}
    </Form>
  );
}
