import { create } from 'zustand';
import { common } from '../text/common';
import { announce } from './live-region';

export type Undoable = {
  /** What was done, as it reads after “Undo: ”: `moved Maya’s Tuesday`. */
  readonly what: string;
  /** Answers `false` when it was refused, and has said so. */
  readonly undo: () => Promise<boolean | undefined> | boolean | undefined;
};

type UndoState = {
  readonly last: Undoable | undefined;
  readonly running: boolean;
  /** Call after each thing that can be undone; announces it. */
  readonly offer: (undoable: Undoable) => void;
  readonly clear: () => void;
  readonly run: () => Promise<void>;
};

/** The last thing that can be undone, with Ctrl+Z or the button that names it. */
export const useUndo = create<UndoState>((set, get) => ({
  last: undefined,
  running: false,
  offer: (last) => set({ last }),
  clear: () => set({ last: undefined }),
  run: async () => {
    const { last, running } = get();
    if (running) return;
    if (last === undefined) {
      announce(common.nothingToUndo);
      return;
    }
    set({ running: true });
    try {
      const undone = await last.undo();
      if (undone === false) return;
      if (get().last === last) set({ last: undefined });
      announce(common.undone(last.what));
    } finally {
      set({ running: false });
    }
  },
}));
