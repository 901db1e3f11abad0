import type { PlanView } from '@shared/api/plan';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';

/** What the plans say and what was agreed; `undefined` until it is here. */
export function usePlan(): PlanView | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.plan.view.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}
