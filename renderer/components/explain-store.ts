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
    const closed = get().panel;
    set({ panel: undefined });
    if (returnFocus && closed !== undefined) giveFocusBack(closed, FRAMES_TO_SETTLE);
  },
}));

/** Beside no panel, a list may become the table again that it was: that takes a frame or two. */
const FRAMES_TO_SETTLE = 4;

/** To what opened the panel, or to the figure that stands in its place by now; once more when that is taken away meanwhile. */
function giveFocusBack(closed: OpenPanel, frames: number): void {
  requestAnimationFrame(() => {
    const lost = frames === FRAMES_TO_SETTLE || document.activeElement === document.body;
    const opener = closed.opener?.isConnected === true ? closed.opener : figureOf(closed.id);
    if (lost) opener?.focus();
    if (frames > 0) giveFocusBack(closed, frames - 1);
  });
}

function figureOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-explains="${CSS.escape(id)}"]`);
}
