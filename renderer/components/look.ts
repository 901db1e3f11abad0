import { create } from 'zustand';
import { measureWindow } from './use-width';

export type Theme = 'system' | 'light' | 'dark' | 'cream' | 'contrast';
export type TextSize = 100 | 110 | 125 | 150 | 175 | 200;

/** How the window looks. Nothing here is private. */
export type Look = {
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly spacing: 'normal' | 'wide';
  /** How much room things have around them. */
  readonly density: 'roomy' | 'compact';
  readonly font: 'hyperlegible' | 'system' | 'serif';
  /** Only Today, Rota, Pay, Money and Returns, with the first things of each page; text at 125 % at least. */
  readonly plainMode: boolean;
};

export const FIRST_LOOK: Look = {
  theme: 'system',
  textSize: 100,
  spacing: 'normal',
  density: 'roomy',
  font: 'hyperlegible',
  plainMode: false,
};

export const TEXT_SIZES: readonly TextSize[] = [100, 110, 125, 150, 175, 200];
const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'cream', 'contrast'];

/** Reads a kept look; what is unknown or damaged falls back to the first look. */
export function readLook(kept: unknown): Look {
  if (typeof kept !== 'object' || kept === null) return FIRST_LOOK;
  const part: Partial<Record<keyof Look, unknown>> = kept;
  return {
    theme: THEMES.find((theme) => theme === part.theme) ?? FIRST_LOOK.theme,
    textSize: TEXT_SIZES.find((size) => size === part.textSize) ?? FIRST_LOOK.textSize,
    spacing: part.spacing === 'wide' ? 'wide' : 'normal',
    density: part.density === 'compact' ? 'compact' : 'roomy',
    font: part.font === 'system' || part.font === 'serif' ? part.font : 'hyperlegible',
    plainMode: part.plainMode === true,
  };
}

type LookState = {
  readonly look: Look;
  readonly change: (change: Partial<Look>) => void;
};

/** The look of the window; `change` shows it at once and keeps it. */
export const useLook = create<LookState>((set, get) => ({
  look: FIRST_LOOK,
  change: (change) => {
    const look = { ...get().look, ...change };
    set({ look });
    applyLook(look);
    keep(look);
    // Larger text moves the page: what has focus stays in sight.
    document.activeElement?.scrollIntoView?.({ block: 'nearest' });
  },
}));

let keep: (look: Look) => void = () => undefined;

/** Starts with a kept look; `onKeep` is called with each change. Returns a function that stops following the system. */
export function startLook(first: Look, onKeep: (look: Look) => void): () => void {
  keep = onKeep;
  useLook.setState({ look: first });
  applyLook(first);
  const follow = () => applyLook(useLook.getState().look);
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
    window.matchMedia?.(query),
  );
  for (const query of queries) query?.addEventListener('change', follow);
  return () => {
    for (const query of queries) query?.removeEventListener('change', follow);
  };
}

/** Plain mode has larger text, in percent, unless a still larger one was chosen. */
const PLAIN_TEXT = 125;

/** Puts a look on `<html>` as data attributes. */
function applyLook(look: Look): void {
  const root = document.documentElement;
  root.dataset['theme'] = look.theme === 'system' ? systemTheme() : look.theme;
  root.dataset['text'] = String(look.plainMode ? Math.max(look.textSize, PLAIN_TEXT) : look.textSize);
  root.dataset['spacing'] = look.spacing;
  root.dataset['density'] = look.density;
  root.dataset['font'] = look.font;
  measureWindow();
}

function systemTheme(): Exclude<Theme, 'system'> {
  if (
    window.matchMedia?.('(prefers-contrast: more)').matches &&
    !window.matchMedia('(forced-colors: active)').matches
  ) {
    return 'contrast';
  }
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
