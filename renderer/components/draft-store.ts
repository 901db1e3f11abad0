import { useLayoutEffect, useRef } from 'react';

/** What was typed into one form and is not saved: its fields by name, as far as they are plain values. */
export type DraftValues = Readonly<Record<string, unknown>>;

/** A draft as it is kept: which form, and its values as JSON. */
export type KeptDraft = { readonly key: string; readonly values: string };

const MOST_DRAFTS = 40;
const LONGEST_VALUES = 100_000;

const typed = new Map<string, DraftValues>();
const toGiveBack = new Map<string, DraftValues>();
const placesTaken = new Map<string, Set<number>>();
const secretFields = new Set<string>();
let changed: () => void = () => undefined;

/** Calls `listener` after each change of what is typed and not saved. */
export function onDraftsChange(listener: () => void): () => void {
  changed = listener;
  return () => {
    changed = () => undefined;
  };
}

/** What is typed and not saved in the window now, with what was given back and not yet asked for. */
export function draftsNow(): KeptDraft[] {
  return [...typed, ...[...toGiveBack].filter(([key]) => !typed.has(key))]
    .map(([key, values]) => ({ key, values: JSON.stringify(values) }))
    .filter(({ key, values }) => key.length <= 500 && values.length <= LONGEST_VALUES)
    .slice(0, MOST_DRAFTS);
}

/** After unlocking: the forms that were left take their text from here as they come. */
export function giveBackDrafts(drafts: readonly KeptDraft[]): void {
  for (const { key, values } of drafts) {
    try {
      const read: unknown = JSON.parse(values);
      if (typeof read === 'object' && read !== null) toGiveBack.set(key, { ...read });
    } catch {
      // What can't be read can't be given back; nothing else depends on it.
    }
  }
}

/** Whether something was given back that no form has taken yet. */
export function draftsWait(): boolean {
  return toGiveBack.size > 0;
}

/** Forgets all of it: the window is emptied. */
export function forgetDrafts(): void {
  changed = () => undefined;
  typed.clear();
  toGiveBack.clear();
}

/** A field whose text is never kept: passphrases. Returns what takes the mark away. */
export function markSecret(fieldId: string): () => void {
  secretFields.add(fieldId);
  return () => secretFields.delete(fieldId);
}

export function isSecret(fieldId: string): boolean {
  return secretFields.has(fieldId);
}

function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return (
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every(isPlain)
  );
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

/** The fields that differ from what is saved, without those that are secret or no plain values (a chosen file). */
function unsavedPart(values: object, saved: object, secret: (name: string) => boolean): DraftValues {
  const before = saved as DraftValues;
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        !secret(name) && isPlain(value) && JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  );
}

/** The fields of a draft that a form has and that are of the kind it expects. */
function fittingPart(draft: DraftValues, initial: object): DraftValues {
  const known = initial as DraftValues;
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([name, value]) =>
        Object.hasOwn(known, name) &&
        (known[name] === null || known[name] === undefined || kindOf(value) === kindOf(known[name])),
    ),
  );
}

/** The lowest place that no other form of the same shape on the same page has taken. */
function takePlace(base: string): { readonly key: string; readonly leave: () => void } {
  const taken = placesTaken.get(base) ?? new Set<number>();
  placesTaken.set(base, taken);
  let place = 0;
  while (taken.has(place)) place += 1;
  taken.add(place);
  return { key: `${base}#${place}`, leave: () => void taken.delete(place) };
}

export type Draft = {
  /** After each change of the form: what differs from what is saved is kept. */
  readonly note: (values: object) => void;
  /** These values are saved now: nothing is left to keep. */
  readonly settle: (values: object) => void;
};

/**
 * Keeps what is typed into a form until it is saved, so that locking loses none of it, and gives it back when the same form stands
 * on the same page again. Leaving the page drops it, as it drops the form.
 */
export function useDraft(options: {
  readonly initial: object;
  readonly isSecret: (name: string) => boolean;
  readonly giveBack: (values: DraftValues) => void;
}): Draft {
  const key = useRef<string | undefined>(undefined);
  const saved = useRef(options.initial);
  // Only what stands when the form comes: which form it is, and what it is given back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form comes
  useLayoutEffect(() => {
    const page = window.location.hash.split('?')[0] ?? '';
    const place = takePlace(`${page}|${Object.keys(options.initial).sort().join(',')}`.slice(0, 480));
    key.current = place.key;
    const draft = toGiveBack.get(place.key);
    if (draft !== undefined) {
      toGiveBack.delete(place.key);
      const fitting = fittingPart(draft, options.initial);
      if (Object.keys(fitting).length > 0) {
        typed.set(place.key, fitting);
        options.giveBack(fitting);
      }
    }
    return () => {
      place.leave();
      if (typed.delete(place.key)) changed();
    };
  }, []);
  return {
    note: (values) => {
      if (key.current === undefined) return;
      const part = unsavedPart(values, saved.current, options.isSecret);
      if (Object.keys(part).length === 0) typed.delete(key.current);
      else typed.set(key.current, part);
      changed();
    },
    settle: (values) => {
      saved.current = values;
      if (key.current !== undefined && typed.delete(key.current)) changed();
    },
  };
}
