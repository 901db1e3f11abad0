import type { PayDays } from '@shared/api/hours-in';
import { addDays, type IsoDay, isIsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '../../../api/client';

/** How many days ahead pay is looked for at first: to the same day of next week. */
const WEEK_AHEAD = 6;

export type HoursChoice = {
  readonly pay: PayDays;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly batchId: string | null;
  readonly search: string;
  readonly without: boolean;
  readonly page: number;
  /** What was chosen, as it stands in the address. */
  readonly address: string;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
};

/** What is chosen, kept in the address so that “back” finds it again; undefined until it is known what day it is. */
export function useHoursChoice(): HoursChoice | undefined {
  const [query, setQuery] = useSearchParams();
  const today = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
  if (today === undefined) return undefined;
  const dayOf = (name: string, other: IsoDay): IsoDay => {
    const text = query.get(name) ?? '';
    return isIsoDay(text) ? text : other;
  };
  const from = dayOf('from', today);
  const to = dayOf('to', addDays(from, WEEK_AHEAD));
  const batchId = query.get('batch');
  return {
    pay: batchId === null ? { from, to } : { batchId },
    from,
    to,
    batchId,
    search: query.get('search') ?? '',
    without: query.get('without') === 'yes',
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
    address: query.toString(),
    change: (changes) => {
      const next = new URLSearchParams(query);
      next.delete('page');
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      setQuery(next, { replace: true });
    },
  };
}
