import type { FamilyView } from '@shared/api/family';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { common } from '../../../text/common';

/** A PA’s time off for a child, sickness and papers; `undefined` until it is here. */
export function useFamily(workerId: string): FamilyView | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.family.view.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
}

/** After something was written: everything is read again, it is said, and a page is shown where one is named. */
export function useWritten(): (to?: string) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (to) => {
    await queryClient.invalidateQueries();
    announce(common.saved);
    if (to !== undefined) void navigate(to);
  };
}

/** Where this PA’s time off for a child stands. */
export function familyPath(workerId: string, more = ''): string {
  return `/people/${workerId}/family${more}`;
}
