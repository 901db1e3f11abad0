import type { Appointment } from '@shared/api/calendar';
import type { WorkerCard } from '@shared/api/people';
import type { RotaView } from '@shared/api/rota';
import type { IsoDay } from '@shared/dates';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { announce } from '../../components/live-region';

/** The day it is; `undefined` until it is here. */
export function useToday(): IsoDay | undefined {
  return useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
}

/** The PAs who work for the household now or in days to come, or did on `on`. */
export function usePeople(on?: IsoDay): readonly WorkerCard[] | undefined {
  const householdId = useHouseholdId();
  const today = useToday();
  const list = useQuery({
    ...api.people.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const least = on ?? today;
  if (least === undefined) return undefined;
  return list?.filter((person) => person.leftOn === null || person.leftOn >= least);
}

/** The rota of some days. While other days are fetched, the last ones stay in sight. */
export function useRota(
  from: IsoDay | undefined,
  to: IsoDay | undefined,
  { mayFail = false } = {},
): RotaView | undefined {
  const householdId = useHouseholdId();
  const known = from !== undefined && to !== undefined;
  return useQuery({
    ...api.rota.view.queryOptions({
      input: { householdId, from: from ?? ('' as IsoDay), to: to ?? ('' as IsoDay) },
      enabled: known,
    }),
    placeholderData: keepPreviousData,
    throwOnError: !mayFail,
  }).data;
}

/** The appointments of some days. While other days are fetched, the last ones stay in sight. */
export function useAppointments(
  from: IsoDay | undefined,
  to: IsoDay | undefined,
): readonly Appointment[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.calendar.appointments.queryOptions({
      input: { householdId, from: from ?? ('' as IsoDay), to: to ?? ('' as IsoDay) },
      enabled: from !== undefined && to !== undefined,
    }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
}

/** After something was written: everything is read again, and what was done is said. */
export function useWritten(): (said?: string) => Promise<void> {
  const queryClient = useQueryClient();
  return async (said) => {
    await queryClient.invalidateQueries();
    if (said !== undefined) announce(said);
    requestAnimationFrame(() => requestAnimationFrame(keepFocus));
  };
}

/** What was opened can be gone after it was changed; the keyboard then goes on from the page’s heading. */
function keepFocus(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus();
}
