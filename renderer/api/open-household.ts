import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { api } from './client';
import { useHouseholdStore } from './household-store';

/**
 * Opens a household in the window and goes to one of its pages; answers false where it is not here. It is known by name
 * before it stands there.
 */
export function useOpenHousehold(): (
  householdId: string,
  to?: string,
  replace?: boolean,
) => Promise<boolean> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (householdId, to = '/today', replace = false) => {
      const { current } = await queryClient.fetchQuery(
        api.desk.frame.queryOptions({ input: { current: householdId } }),
      );
      if (current === null) return false;
      useHouseholdStore.getState().choose(householdId);
      await navigate(to, { replace });
      return true;
    },
    [queryClient, navigate],
  );
}
