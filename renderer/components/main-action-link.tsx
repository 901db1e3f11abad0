import { type RefObject, useEffect, useState } from 'react';
import { frame } from '../text/frame';

/** From this many stops of the Tab key on, the main action is far away. */
const FAR = 10;

const STOPS = 'a[href], button, input:not([type="hidden"]), textarea, select, summary, [tabindex="0"]';

function mainAction(body: HTMLElement | null): HTMLElement | undefined {
  return body?.querySelector<HTMLElement>('.button.primary') ?? undefined;
}

/** How many stops come before it. Of the answers to one question, Tab stops at one. */
function stopsBefore(body: HTMLElement, action: HTMLElement): number {
  const groups = new Set<string>();
  let count = 0;
  for (const stop of body.querySelectorAll<HTMLElement>(STOPS)) {
    if (stop === action) return count;
    if (stop.tabIndex < 0) continue;
    if (stop instanceof HTMLInputElement && stop.type === 'radio') {
      if (groups.has(stop.name)) continue;
      groups.add(stop.name);
    }
    count += 1;
  }
  return count;
}

/** A first stop under the heading that leads straight to the main action, where ten or more stops lie between. Seen when it has focus. */
export function MainActionLink({ body }: { readonly body: RefObject<HTMLElement | null> }) {
  const [name, setName] = useState<string>();
  useEffect(() => {
    const page = body.current;
    if (page === null) return undefined;
    let frameAsked = 0;
    const look = () => {
      frameAsked = 0;
      const action = mainAction(page);
      const isFar = action !== undefined && stopsBefore(page, action) >= FAR;
      setName(isFar ? (action.textContent ?? '').trim() : undefined);
    };
    const soon = () => {
      if (frameAsked === 0) frameAsked = requestAnimationFrame(look);
    };
    const watch = new MutationObserver(soon);
    watch.observe(page, { childList: true, subtree: true });
    soon();
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frameAsked);
    };
  }, [body]);
  if (name === undefined) return null;
  return (
    <button type="button" className="skip" onClick={() => mainAction(body.current)?.focus()}>
      {frame.skipTo(name)}
    </button>
  );
}
