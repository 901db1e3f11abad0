import { create } from 'zustand';

type HouseholdStore = {
  readonly householdId: string | null;
  readonly choose: (householdId: string | null) => void;
};

/** Which household the window shows. What it shows of it comes from queries. */
export const useHouseholdStore = create<HouseholdStore>((set) => ({
  householdId: null,
  choose: (householdId) => set({ householdId }),
}));

/** The household in the window; only pages inside the frame may ask. */
export function useHouseholdId(): string {
  const householdId = useHouseholdStore((store) => store.householdId);
  if (householdId === null) throw new Error('No household is open');
  return householdId;
}
