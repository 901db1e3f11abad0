import { create } from 'zustand';

type WhoStore = {
  /** Somebody answered in this window since it was unlocked, be it with nobody. */
  readonly answered: boolean;
  readonly answer: () => void;
};

/** Whether the question who is working now was answered. The window begins anew on locking, so it is asked again then. */
export const useWho = create<WhoStore>((set) => ({
  answered: false,
  answer: () => set({ answered: true }),
}));
