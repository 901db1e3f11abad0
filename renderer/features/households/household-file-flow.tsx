import type { HandOverLook } from '@shared/api/hand-over';
import type { Refused } from '@shared/result';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { answerOf, client } from '../../api/client';
import { Button } from '../../components/button';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import { Notice } from '../../components/notice';
import { PassphraseField } from '../../components/passphrase-field';
import { SummaryList } from '../../components/summary-list';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { handOver, bringIn as words } from '../../text/desk/hand-over';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { momentText } from '../../text/workspace';

/** The largest file that is sent in one piece. */
const LARGEST = 75_000_000;

/** A household file that was opened and looked at, and nothing more. */
export type LookedAt = { readonly file: File; readonly passphrase: string; readonly look: HandOverLook };

/** A page around a step: with places beside it, or alone while no records are open. */
export type FrameProps = {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly children: ReactNode;
};

export type HouseholdFileFlowProps = {
  readonly frame: ComponentType<FrameProps>;
  readonly title: string;
  readonly sub: string;
  /** The words of what is done next, by the household’s name. */
  readonly goLabel: (name: string) => string;
  readonly onGo: (looked: LookedAt) => Promise<Refused | { readonly ok: true }>;
  readonly onBack: () => void;
};

/** A household file: which one, what opens it, what is in it, and only then what is done with it. */
export function HouseholdFileFlow({
  frame: Frame,
  title,
  sub,
  goLabel,
  onGo,
  onBack,
}: HouseholdFileFlowProps) {
  const [looked, setLooked] = useState<LookedAt | undefined>();
  const step = looked === undefined ? 'choose' : 'look';
  const before = useRef(step);
  // Each step is a page of its own: its heading is read out.
  useEffect(() => {
    if (before.current !== step) document.querySelector<HTMLElement>('main h1')?.focus();
    before.current = step;
  }, [step]);
  if (looked === undefined)
    return (
      <Frame title={title} sub={sub}>
        <ChooseFile onLooked={setLooked} onBack={onBack} />
      </Frame>
    );
  return (
    <Frame title={words.lookTitle}>
      <LookPart
        looked={looked}
        goLabel={goLabel(looked.look.name)}
        onGo={() => onGo(looked)}
        onOther={() => setLooked(undefined)}
      />
    </Frame>
  );
}

function ChooseFile(props: { readonly onLooked: (looked: LookedAt) => void; readonly onBack: () => void }) {
  const initial: { file: readonly File[]; passphrase: string } = { file: [], passphrase: '' };
  const form = useForm<typeof initial, { file: File; passphrase: string }>({
    initial,
    check: ({ file: [file], passphrase }) => {
      if (file !== undefined && passphrase !== '') return { ok: true, value: { file, passphrase } };
      return {
        ok: false,
        problems: {
          ...(file === undefined ? { file: words.fileEmpty } : {}),
          ...(passphrase === '' ? { passphrase: words.passphraseEmpty } : {}),
        },
      };
    },
    send: async (chosen) => {
      const answer = await answerOf(client.handOver.look(chosen));
      if (answer.ok) props.onLooked({ ...chosen, look: answer.value });
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['file', 'passphrase']),
    secret: true,
  });
  const { value, ...file } = form.field('file');
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.look}
          </Button>
          <Button kind="quiet" onPress={props.onBack}>
            {common.cancel}
          </Button>
        </>
      }
    >
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept={['.handover']}
        largest={LARGEST}
        files={value}
        {...file}
      />
      <PassphraseField label={words.passphrase} hint={words.passphraseHint} {...form.field('passphrase')} />
      {form.pending ? <WaitingLine>{words.looking}</WaitingLine> : null}
    </Form>
  );
}

function LookPart(props: {
  readonly looked: LookedAt;
  readonly goLabel: string;
  readonly onGo: () => Promise<Refused | { readonly ok: true }>;
  readonly onOther: () => void;
}) {
  const { look } = props.looked;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const go = async () => {
    if (pending) return;
    setPending(true);
    setProblem(undefined);
    try {
      const answer = await props.onGo();
      if (!answer.ok) setProblem(sentenceFor(answer));
    } catch {
      setProblem(common.unexpected);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="stack">
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {look.sameEmployer === null ? null : (
        <Notice tone="attention" title={words.sameEmployerTitle}>
          <p>{words.sameEmployer(look.sameEmployer)}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { label: words.whose, value: look.supportedName === '' ? look.name : look.supportedName },
          { label: words.what, value: handOver.counts(look.counts) },
          { label: words.made, value: momentText(look.madeAt) },
          {
            label: words.lastDone,
            value: look.lastDoneAt === null ? words.nothingDone : momentText(look.lastDoneAt),
          },
        ]}
      />
      <p>{words.checked}</p>
      {pending ? <WaitingLine>{words.bringing}</WaitingLine> : null}
      <div className="actions">
        <Button kind="primary" pending={pending} onPress={() => void go()}>
          {props.goLabel}
        </Button>
        <Button kind="quiet" onPress={props.onOther}>
          {words.other}
        </Button>
      </div>
    </div>
  );
}
