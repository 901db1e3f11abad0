import type {
  AbsenceInput,
  AbsencePreview,
  HolidayRequest,
  HolidayStanding,
  ListedAbsence,
} from '@shared/api/absences';
import { type Refused, refused } from '@shared/result';
import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';

/** Who is away, was lately or will be, newest first. */
export function useAbsences(): readonly ListedAbsence[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.absences.list.queryOptions({ input: { householdId, workerId: null, kind: null } }),
    throwOnError: true,
  }).data;
}

export function useRequests(): readonly HolidayRequest[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.absences.requests.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
}

export function useHolidayStandings(): readonly HolidayStanding[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.absences.holiday.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
}

/**
 * What time away would do, or why it can’t be saved like that. Never what something typed before would have done, and not
 * asked again once it is `done`: saved or taken away.
 */
export function useEffectOf(
  absence: AbsenceInput | undefined,
  done: { readonly current: boolean },
): {
  readonly effect: AbsencePreview | undefined;
  readonly refused: Refused | undefined;
  readonly isWaiting: boolean;
} {
  const householdId = useHouseholdId();
  const found = useQuery({
    ...api.absences.preview.queryOptions({
      input: absence === undefined ? skipToken : { householdId, absence },
    }),
    ...(absence === undefined ? {} : { enabled: () => !done.current }),
    retry: false,
  });
  return {
    effect: found.data?.effect ?? undefined,
    refused:
      found.data?.refused == null ? undefined : refused(found.data.refused.code, found.data.refused.values),
    isWaiting: absence !== undefined && found.data === undefined && found.isFetching,
  };
}
