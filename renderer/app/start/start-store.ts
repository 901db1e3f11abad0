import { create } from 'zustand';

type StartStore = {
  /** The recovery code of a workspace just made, until the person says that they have it. Kept nowhere else. */
  readonly recoveryCode: string | undefined;
  readonly tell: (recoveryCode: string | undefined) => void;
};

/** What only the first minutes of a workspace need to know. */
export const useStart = create<StartStore>((set) => ({
  recoveryCode: undefined,
  tell: (recoveryCode) => set({ recoveryCode }),
}));
