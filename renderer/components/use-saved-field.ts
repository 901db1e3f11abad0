import type { Refused } from '@shared/result';
import { useEffect, useId, useRef, useState } from 'react';
import { common } from '../text/common';
import { sentenceFor } from '../text/refusals';
import { useDraft } from './draft-store';
import type { Read } from './read-fields';
import type { SavedState } from './saved-note';

export type SavedFieldOptions<Typed, Clean> = {
  /** What is kept now, as it would be typed. A change from elsewhere (an undo) shows, unless the person is typing. */
  readonly kept: Typed;
  readonly read: (typed: Typed) => Read<Clean>;
  readonly save: (value: Clean) => Promise<Refused | { readonly ok: true } | undefined>;
  /** The sentence for a refusal; without it, the shared sentence is used. */
  readonly refusal?: (refusal: Refused) => string;
  /** Choices save at once; typed text saves when the field is left. */
  readonly when?: 'leave' | 'change';
};

export type SavedField<Typed> = {
  /** Spread on the field: `<MoneyField label="Rate" {...rate.field} />`. */
  readonly field: {
    readonly fieldId: string;
    readonly value: Typed;
    readonly onChange: (typed: Typed) => void;
    readonly onBlur: () => void;
    readonly error: string | undefined;
  };
  /** For `<SavedNote state={rate.state} />`. */
  readonly state: SavedState;
};

/** One field of a record that saves itself. An error stays until it is dealt with; what was typed is never lost. */
export function useSavedField<Typed, Clean>(options: SavedFieldOptions<Typed, Clean>): SavedField<Typed> {
  const fieldId = useId();
  const [typed, setTyped] = useState(options.kept);
  const [error, setError] = useState<string | undefined>();
  const [state, setState] = useState<SavedState>('idle');
  const latest = useRef(typed);
  const lastKept = useRef(JSON.stringify(options.kept));
  const dirty = useRef(false);
  const turn = useRef(0);
  const draft = useDraft({
    initial: { saved: options.kept },
    isSecret: () => false,
    giveBack: ({ saved }) => {
      latest.current = saved as Typed;
      dirty.current = true;
      setTyped(latest.current);
    },
  });

  const keptText = JSON.stringify(options.kept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value
  useEffect(() => {
    if (keptText === lastKept.current) return;
    lastKept.current = keptText;
    if (dirty.current) return;
    latest.current = options.kept;
    setTyped(options.kept);
    setError(undefined);
  }, [keptText]);

  const save = async () => {
    if (!dirty.current) return;
    const read = options.read(latest.current);
    if (!read.ok) {
      setError(read.message);
      setState('wrong');
      return;
    }
    setError(undefined);
    if (JSON.stringify(latest.current) === lastKept.current) {
      dirty.current = false;
      setState('idle');
      return;
    }
    turn.current += 1;
    const mine = turn.current;
    const sent = JSON.stringify(latest.current);
    setState('saving');
    let problem: string | undefined;
    try {
      const answer = await options.save(read.value);
      if (answer !== undefined && !answer.ok) problem = options.refusal?.(answer) ?? sentenceFor(answer);
    } catch (failure) {
      console.error(failure);
      problem = common.unexpected;
    }
    if (mine !== turn.current) return;
    if (problem === undefined) {
      lastKept.current = sent;
      if (JSON.stringify(latest.current) === sent) dirty.current = false;
      draft.settle({ saved: JSON.parse(sent) });
      setState('saved');
    } else {
      setError(problem);
      setState('wrong');
    }
  };
  return {
    field: {
      fieldId,
      value: typed,
      onChange: (next) => {
        latest.current = next;
        dirty.current = true;
        setTyped(next);
        draft.note({ saved: next });
        if (options.when === 'change') void save();
      },
      onBlur: () => void save(),
      error,
    },
    state,
  };
}
