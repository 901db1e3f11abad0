import { create } from 'zustand';

type WhoStore = {
  /** Somebody in this window chose to go on without initials. */
  readonly nobody: boolean;
  /** Notes what was answered to “Who is working now?”: a member of staff, or null for nobody. */
  readonly answer: (staffId: string | null) => void;
};

/**
 * Whether the question who is working now was answered with nobody; who else works is known by the program. The window begins anew
 * on locking, so it is asked again then.
 */
export const useWho = create<WhoStore>((set) => ({
  nobody: false,
  answer: (staffId) => set({ nobody: staffId === null }),
}));
