import { type RefObject, useEffect, useRef } from 'react';

/** A heading that takes the focus when what had it is gone, as a form is once it is saved. `state` names what is shown. */
export function useHeadingFocus(state: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, [state]);
  return heading;
}
