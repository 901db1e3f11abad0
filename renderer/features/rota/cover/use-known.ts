import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';

/** Agencies and last resorts. */
export function useContacts() {
  const householdId = useHouseholdId();
  return useQuery({ ...api.cover.contacts.queryOptions({ input: { householdId } }), throwOnError: true })
    .data;
}

/** What a PA has said about covering; `null` when there is no such PA. */
export function useCoverPerson(workerId: string) {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.cover.person.queryOptions({ input: { householdId, workerId } }),
    retry: false,
  });
  return query.isError ? null : query.data;
}

/** Training that whoever supports this person has to have. */
export function useTrainings() {
  const householdId = useHouseholdId();
  return useQuery({ ...api.cover.trainings.queryOptions({ input: { householdId } }), throwOnError: true })
    .data;
}

/** Money that may pay for cover, in its order, and the agreements that could. */
export function usePots() {
  const householdId = useHouseholdId();
  return useQuery({ ...api.cover.pots.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}
