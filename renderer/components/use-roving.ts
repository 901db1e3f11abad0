import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A place among rows of things: one stop of the Tab key, arrows from one to the next. */
export type RovingSpot = { readonly row: number; readonly item: number };

export type Roving<Element extends HTMLElement> = {
  readonly ref: RefObject<Element | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What a thing at a place must carry. */
  readonly at: (
    row: number,
    item: number,
  ) => { readonly 'data-at': string; readonly tabIndex: number; readonly onFocus: () => void };
};

/**
 * Keeps focus among things that go and others that come in their place, such as the shifts of another week. Call what it
 * gives when other days were asked for by a key: once what had focus has gone, the stop of the Tab key takes it.
 */
export function useFocusKept(ref: RefObject<HTMLElement | null>): (asked: boolean) => void {
  const asked = useRef(false);
  useEffect(() => {
    const { activeElement, body } = document;
    if (!asked.current || (activeElement !== null && activeElement !== body)) return;
    const stop = ref.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (stop === null || stop === undefined) return;
    asked.current = false;
    stop.focus();
  });
  return (now) => {
    asked.current = now;
  };
}

/**
 * Arrows through rows of things. Left and right go along a row and, where `wraps` is said, on to the next; up and down go
 * to what `near` names in the row above or below. Home and End are a row’s ends, with Control those of all. Page Up and
 * Page Down, and going past the first and last of rows that wrap, ask for other days.
 */
export function useRoving<Element extends HTMLElement>(props: {
  /** How many things each row has. */
  readonly counts: readonly number[];
  readonly near: (from: RovingSpot, row: number) => number;
  readonly wraps?: boolean;
  readonly onPage?: ((step: -1 | 1) => void) | undefined;
  /** Where the Tab key comes in first. */
  readonly start?: RovingSpot;
}): Roving<Element> {
  const { counts, near, wraps = false } = props;
  const ref = useRef<Element>(null);
  const [moved, setSpot] = useState<RovingSpot | undefined>();
  const kept = moved ?? props.start ?? { row: 0, item: 0 };
  const keepFocus = useFocusKept(ref);
  const filled = counts.findIndex((count) => count > 0);
  const row = (counts[kept.row] ?? 0) > 0 ? kept.row : Math.max(0, filled);
  const spot: RovingSpot = { row, item: Math.max(0, Math.min(kept.item, (counts[row] ?? 1) - 1)) };

  const nextRow = (step: -1 | 1): number | undefined => {
    for (let at = spot.row + step; at >= 0 && at < counts.length; at += step)
      if ((counts[at] ?? 0) > 0) return at;
    return undefined;
  };
  const along = (step: -1 | 1): RovingSpot | 'page' | undefined => {
    const item = spot.item + step;
    if (item >= 0 && item < (counts[spot.row] ?? 0)) return { row: spot.row, item };
    if (!wraps) return undefined;
    const to = nextRow(step);
    return to === undefined ? 'page' : { row: to, item: step === 1 ? 0 : (counts[to] ?? 1) - 1 };
  };
  const upDown = (step: -1 | 1): RovingSpot | undefined => {
    const to = nextRow(step);
    return to === undefined
      ? undefined
      : { row: to, item: Math.max(0, Math.min(near(spot, to), (counts[to] ?? 1) - 1)) };
  };
  const last = counts.length - 1 - [...counts].reverse().findIndex((count) => count > 0);
  const aim = (event: KeyboardEvent): RovingSpot | 'page-before' | 'page-after' | undefined => {
    switch (event.key) {
      case 'ArrowRight': {
        const next = along(1);
        return next === 'page' ? 'page-after' : next;
      }
      case 'ArrowLeft': {
        const next = along(-1);
        return next === 'page' ? 'page-before' : next;
      }
      case 'ArrowDown':
        return upDown(1);
      case 'ArrowUp':
        return upDown(-1);
      case 'Home':
        return { row: event.ctrlKey ? Math.max(0, filled) : spot.row, item: 0 };
      case 'End': {
        const to = event.ctrlKey ? last : spot.row;
        return { row: to, item: (counts[to] ?? 1) - 1 };
      }
      case 'PageUp':
        return 'page-before';
      case 'PageDown':
        return 'page-after';
      default:
        return undefined;
    }
  };
  return {
    ref,
    onKeyDown: (event) => {
      const next = aim(event);
      if (next === undefined) return;
      if (typeof next === 'string') {
        if (props.onPage === undefined) return;
        event.preventDefault();
        keepFocus(true);
        props.onPage(next === 'page-before' ? -1 : 1);
        return;
      }
      event.preventDefault();
      keepFocus(false);
      setSpot(next);
      ref.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.item}"]`)?.focus();
    },
    at: (r, item) => ({
      'data-at': `${r}-${item}`,
      tabIndex: spot.row === r && spot.item === item ? 0 : -1,
      onFocus: () => setSpot({ row: r, item }),
    }),
  };
}
