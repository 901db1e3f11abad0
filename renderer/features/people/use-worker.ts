import type { WorkerRecord } from '@shared/api/people';
import type { IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { announce } from '../../components/live-region';
import { common } from '../../text/common';

/** A PA’s whole record; `undefined` until it is here. */
export function useWorker(workerId: string): WorkerRecord | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.people.get.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
}

/** The day it is; `undefined` until it is known. */
export function useToday(): IsoDay | undefined {
  return useQuery(api.workspace.status.queryOptions()).data?.today;
}

/** After something was saved: everything is read again, it is said, and `home` is shown. */
export function useSaved(home: string): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await queryClient.invalidateQueries();
    announce(common.saved);
    void navigate(home);
  };
}
