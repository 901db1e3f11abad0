import type { TimesheetView } from '@shared/api/timesheets';
import { type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';

export type TimesheetOf = { readonly workerId: string; readonly from: IsoDay; readonly to: IsoDay };

/** Whose hours of which days the address names; undefined when it names none. */
export function useTimesheetOf(): TimesheetOf | undefined {
  const { workerId } = useParams();
  const [search] = useSearchParams();
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  if (workerId === undefined || !isIsoDay(from) || !isIsoDay(to)) return undefined;
  return { workerId, from: isoDay(from), to: isoDay(to) };
}

/** The hours of a PA; `failed` for a PA or days that there are not. */
export function useTimesheet(of: TimesheetOf | undefined): {
  readonly view: TimesheetView | undefined;
  readonly failed: boolean;
} {
  const householdId = useHouseholdId();
  const found = useQuery({
    ...api.timesheets.view.queryOptions({
      input: {
        householdId,
        workerId: of?.workerId ?? '',
        from: of?.from ?? ('' as IsoDay),
        to: of?.to ?? ('' as IsoDay),
      },
      enabled: of !== undefined,
    }),
    retry: false,
  });
  return { view: found.data, failed: of === undefined || found.isError };
}
