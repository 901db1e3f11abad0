import { useSyncExternalStore } from 'react';

type Said = { readonly polite: string; readonly assertive: string; readonly turn: number };

let said: Said = { polite: '', assertive: '', turn: 0 };
const listeners = new Set<() => void>();

/** Says a sentence to screen readers without moving focus. `assertive` interrupts: only for what was lost or refused. */
export function announce(sentence: string, how: 'polite' | 'assertive' = 'polite'): void {
  said = {
    polite: how === 'polite' ? sentence : said.polite,
    assertive: how === 'assertive' ? sentence : said.assertive,
    turn: said.turn + 1,
  };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The two regions that `announce` speaks through. Stands once in the window. */
export function LiveRegion() {
  const now = useSyncExternalStore(subscribe, () => said);
  // The same sentence twice must be heard twice: an added no-break space makes the text differ.
  const again = now.turn % 2 === 0 ? '' : '\u00a0';
  return (
    <div className="visually-hidden">
      <div role="status" aria-live="polite">
        {now.polite === '' ? '' : now.polite + again}
      </div>
      <div aria-live="assertive">{now.assertive === '' ? '' : now.assertive + again}</div>
    </div>
  );
}
