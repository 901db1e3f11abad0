import type { ReactNode } from 'react';
import { create } from 'zustand';

export type OpenPanel = {
  /** Unique on the page: the figure it belongs to. */
  readonly id: string;
  readonly content: ReactNode;
  /** Where focus goes when it closes. */
  readonly opener: HTMLElement | null;
};

type PanelState = {
  readonly panel: OpenPanel | undefined;
  readonly open: (panel: OpenPanel) => void;
  readonly close: (returnFocus?: boolean) => void;
};

/** The one panel beside the page: an explanation or details. */
export const usePanel = create<PanelState>((set, get) => ({
  panel: undefined,
  open: (panel) => set({ panel }),
  close: (returnFocus = true) => {
    const opener = get().panel?.opener;
    set({ panel: undefined });
    if (returnFocus) requestAnimationFrame(() => opener?.focus());
  },
}));
