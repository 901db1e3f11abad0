import { create } from 'zustand';

/** The address that opens a household and goes to one of its own pages: `openPath(id, '/pay')`. */
export function openPath(householdId: string, to = '/today'): string {
  return `/desk/open/${encodeURIComponent(householdId)}?to=${encodeURIComponent(to)}`;
}

/** The address of what the organisation keeps about a household. */
export function cardPath(householdId: string): string {
  return `/desk/households/${encodeURIComponent(householdId)}`;
}

type DeskPlace = {
  /** Where the list of households was left: its address with what was chosen. */
  readonly listPath: string;
  /** The household that was opened from it, until the list was gone back to. */
  readonly openedId: string | null;
  readonly leave: (listPath: string) => void;
  readonly opened: (householdId: string | null) => void;
};

/** The way back to the same place in the list of households. */
export const useDeskPlace = create<DeskPlace>((set) => ({
  listPath: '/desk',
  openedId: null,
  leave: (listPath) => set({ listPath }),
  opened: (openedId) => set({ openedId }),
}));
