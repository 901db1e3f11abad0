import type { HouseholdRecord } from '@shared/api/household';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { announce } from '../../components/live-region';
import { settings } from '../../text/settings';

/** The record of the household in the window; `undefined` until it is here. */
export function useHouseholdRecord(): HouseholdRecord | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.household.get.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

/** After something was saved: everything is read again, it is said, and the list one came from is shown. */
export function useSaved(home: string): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await queryClient.invalidateQueries();
    announce(settings.saved);
    void navigate(home);
  };
}
