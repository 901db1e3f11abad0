import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';

export type WindowWidth = 'phone' | 'narrow' | 'wide';

/** The size of a rem in pixels, as it is now. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 18;
}

function measure(): WindowWidth {
  const rems = window.innerWidth / rootSize();
  return rems < 48 ? 'phone' : rems < 60 ? 'narrow' : 'wide';
}

const listeners = new Set<() => void>();
let current: WindowWidth = 'wide';
let windowSize = '';

/**
 * Measures the window again in rem, so that larger text folds the layout as a smaller window does, and marks
 * `<html data-width>` for the styles. Called at the start, on resize, and when the text size changes.
 */
export function measureWindow(): void {
  current = measure();
  windowSize = `${window.innerWidth} ${rootSize()}`;
  document.documentElement.dataset['width'] = current;
  for (const listener of listeners) listener();
}

/** Keeps the measure true until the returned function is called. */
export function watchWindow(): () => void {
  measureWindow();
  window.addEventListener('resize', measureWindow);
  return () => window.removeEventListener('resize', measureWindow);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `phone` under 48 rem, `narrow` under 60 rem, else `wide`. */
export function useWindowWidth(): WindowWidth {
  return useSyncExternalStore(subscribe, () => current);
}

/**
 * The width of an element in pixels and the size of a rem; `first` until it is measured. With the window it is measured
 * at once, so that what folds is never drawn too wide; what else changes it, such as a panel beside it, is seen after.
 */
export function useElementWidth(first: number): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly rem: number;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: first, rem: 18 });
  const read = () => {
    const width = ref.current?.getBoundingClientRect().width ?? 0;
    const rem = rootSize();
    if (width > 0) setSize((old) => (old.width === width && old.rem === rem ? old : { width, rem }));
  };
  const around = useSyncExternalStore(subscribe, () => windowSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another window is another width
  useLayoutEffect(read, [around]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the observer lives as long as the element
  useEffect(() => {
    if (ref.current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(read);
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
