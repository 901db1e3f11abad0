import type { Coded } from '@shared/api/common';
import type { RotaOutcome } from '@shared/api/shifts';
import type { Refused } from '@shared/result';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { answerOf } from '../../../api/client';
import { Button } from '../../../components/button';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import type { Form as FormState } from '../../../components/use-form';
import { sentenceFor } from '../../../text/refusals';
import { rotaRefusals, warningSentence } from '../../../text/rota-sentences';
import { askSentence } from '../../../text/rota-shifts';
import { shiftActions as words } from '../../../text/shift-actions';
import { useWritten } from '../use-rota';

/** A call that may ask first: made again with the codes of what was answered with yes. */
type Call = (said: string[]) => Promise<RotaOutcome>;

/** The most things told one by one. */
const MOST_TOLD = 3;

/** Says what a change brought with it. */
export function tellAll(told: readonly Coded[]): void {
  for (const one of told.slice(0, MOST_TOLD)) showToast(warningSentence(one));
  if (told.length > MOST_TOLD) showToast(words.toldMore(told.length - MOST_TOLD));
}

type Waiting = { readonly asks: readonly Coded[]; readonly yes: () => void; readonly no: () => void };

export type Change = {
  readonly make: (call: Call, said: string) => Promise<Refused | undefined>;
  readonly waiting: Waiting | undefined;
  readonly problem: Refused | undefined;
};

/**
 * Makes changes of shifts: what is asked is shown in place of the form until it is answered, what is told is told, and then
 * the dialog closes. `problem` is the refusal of a change that was made after a question.
 */
export function useChange(onDone: () => void): Change {
  const written = useWritten();
  const [waiting, setWaiting] = useState<Waiting | undefined>();
  const [problem, setProblem] = useState<Refused | undefined>();
  const attempt = async (
    call: Call,
    done: string,
    yeses: readonly string[],
  ): Promise<Refused | undefined> => {
    const answer = await answerOf(call([...yeses]));
    setProblem(undefined);
    if (!answer.ok) {
      setWaiting(undefined);
      return answer;
    }
    const outcome = answer.value;
    if (!outcome.done) {
      const next = [...yeses, ...outcome.asks.map((ask) => ask.code)];
      setWaiting({
        asks: outcome.asks,
        yes: () => void attempt(call, done, next).then(setProblem),
        no: () => setWaiting(undefined),
      });
      return undefined;
    }
    onDone();
    tellAll(outcome.told);
    await written(done);
    return undefined;
  };
  return { make: (call, done) => attempt(call, done, []), waiting, problem };
}

/** A form for a change: its questions take its place until they are answered, and what was typed stays. */
export function ChangeForm<Values extends object>(props: {
  readonly form: FormState<Values>;
  readonly change: Change;
  readonly doLabel: string;
  readonly onBack: () => void;
  readonly backLabel?: string;
  readonly children: ReactNode;
}) {
  const { form, change } = props;
  const isAsked = change.waiting !== undefined;
  const wasAsked = useRef(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After “No, go back” the keyboard is where it was: on the button that asked.
    if (wasAsked.current && !isAsked)
      place.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  if (change.waiting !== undefined) return <Asked waiting={change.waiting} />;
  return (
    <div ref={place} className="stack">
      <ChangeProblem change={change} />
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {props.doLabel}
            </Button>
            <Button onPress={props.onBack}>{props.backLabel ?? words.back}</Button>
          </>
        }
      >
        {props.children}
      </Form>
    </div>
  );
}

/** Why a change was refused that had been asked about. */
export function ChangeProblem({ change }: { readonly change: Change }) {
  return change.problem === undefined ? null : (
    <Notice tone="wrong" title={sentenceFor(change.problem, rotaRefusals)} spoken />
  );
}

/** The questions before a change, in place of its form. */
export function Asked({ waiting }: { readonly waiting: Waiting }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="stack">
      <h3 ref={heading} tabIndex={-1}>
        {words.ask.title}
      </h3>
      {waiting.asks.map((ask) => (
        <p key={ask.code}>{askSentence(ask)}</p>
      ))}
      <div className="actions">
        <Button kind="primary" onPress={waiting.yes}>
          {words.ask.yes}
        </Button>
        <Button onPress={waiting.no}>{words.ask.no}</Button>
      </div>
    </div>
  );
}

/** The name of what is being done, which takes the focus when it opens. */
export function ActionHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1}>
      {children}
    </h3>
  );
}
