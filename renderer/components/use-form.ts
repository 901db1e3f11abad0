import type { Refused } from '@shared/result';
import { type FormEvent, useId, useRef, useState } from 'react';
import { common } from '../text/common';
import { problemsFor } from '../text/refusals';
import { isSecret, useDraft } from './draft-store';
import type { Problem } from './error-summary';

/** Sentences by field name; `form` is for the whole form. */
export type Problems<Values> = { readonly [Name in keyof Values | 'form']?: string | undefined };

export type Checked<Values, Clean> =
  | { readonly ok: true; readonly value: Clean }
  | { readonly ok: false; readonly problems: Problems<Values> };

export type FormOptions<Values extends object, Clean> = {
  /** What the fields hold at first: texts as typed. Later changes to it are ignored, so nothing typed is lost. */
  readonly initial: Values;
  /** Reads all fields; says what is wrong, in sentences, in the order of the fields on the page. */
  readonly check: (values: Values) => Checked<Values, Clean>;
  /** Sends what was read. A refusal comes back as a result; what it throws is shown as our own failure. */
  readonly send: (value: Clean) => Promise<Refused | { readonly ok: true } | undefined>;
  /** Turns a refusal of the service into sentences by field; without it, the shared sentences are used. */
  readonly refusal?: (refusal: Refused) => Problems<Values>;
  /** After it was sent. */
  readonly done?: () => void;
  /** What is typed is never kept over a lock. Passphrase fields never are, in any form. */
  readonly secret?: boolean;
};

export type Form<Values extends object> = {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** Give it to ErrorSummary: it takes focus each time this grows. */
  readonly turn: number;
  readonly pending: boolean;
  /** Whether it holds text that was typed before Mainstay locked. */
  readonly givenBack: boolean;
  readonly set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  /** Props for one field: `<TextField label="Name" {...form.field('name')} />`. */
  readonly field: <Name extends keyof Values & string>(
    name: Name,
  ) => {
    readonly fieldId: string;
    readonly value: Values[Name];
    readonly onChange: (value: Values[Name]) => void;
    readonly error: string | undefined;
  };
  /** Spread on `<form>`. */
  readonly formProps: { readonly noValidate: true; readonly onSubmit: (event: FormEvent) => void };
  readonly submit: () => Promise<void>;
};

/** Keeps what was typed, checks it on sending, shows each problem by its field and in the summary, maps refusals to fields. */
export function useForm<Values extends object, Clean>(options: FormOptions<Values, Clean>): Form<Values> {
  const prefix = useId();
  const [values, setValues] = useState(options.initial);
  const [problems, setProblems] = useState<Problems<Values>>({});
  const [turn, setTurn] = useState(0);
  const [pending, setPending] = useState(false);
  const running = useRef(false);
  const latest = useRef(values);
  const [givenBack, setGivenBack] = useState(false);
  const idOf = (name: string) => `${prefix}-${name}`;
  const draft = useDraft({
    initial: options.initial,
    isSecret: (name) => options.secret === true || isSecret(idOf(name)),
    giveBack: (kept) => {
      latest.current = { ...latest.current, ...kept };
      setValues(latest.current);
      setGivenBack(true);
    },
  });

  const set: Form<Values>['set'] = (name, value) => {
    latest.current = { ...latest.current, [name]: value };
    setValues(latest.current);
    draft.note(latest.current);
  };
  const refuse = (found: Problems<Values>) => {
    setProblems(found);
    setTurn((now) => now + 1);
  };
  const submit = async () => {
    if (running.current) return;
    const checked = options.check(latest.current);
    if (!checked.ok) {
      refuse(checked.problems);
      return;
    }
    running.current = true;
    setPending(true);
    setProblems({});
    const sent = latest.current;
    try {
      const answer = await options.send(checked.value);
      if (answer !== undefined && !answer.ok)
        refuse(options.refusal?.(answer) ?? refusedBy(answer, latest.current));
      else {
        draft.settle(sent);
        setGivenBack(false);
        options.done?.();
      }
    } catch (failure) {
      refuse(unexpected());
      console.error(failure);
    } finally {
      running.current = false;
      setPending(false);
    }
  };
  const listed: Problem[] = [];
  for (const [name, message] of Object.entries(problems)) {
    if (typeof message === 'string')
      listed.push({ message, fieldId: name === 'form' ? undefined : idOf(name) });
  }
  return {
    values,
    problems: listed,
    turn,
    pending,
    givenBack,
    set,
    field: (name) => ({
      fieldId: idOf(name),
      value: values[name],
      onChange: (value) => set(name, value),
      error: problems[name],
    }),
    formProps: {
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    submit,
  };
}

function refusedBy<Values extends object>(refusal: Refused, values: Values): Problems<Values> {
  return problemsFor(refusal, Object.keys(values)) as Problems<Values>;
}

function unexpected<Values>(): Problems<Values> {
  const problems: { form: string } = { form: common.unexpected };
  return problems as Problems<Values>;
}
