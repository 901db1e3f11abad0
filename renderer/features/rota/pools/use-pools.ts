import type { PoolView } from '@shared/api/pools';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { patternWords } from '../../../text/rota-more';
import { rowsOf } from '../patterns/pattern-values';

/** Everybody who shares PAs here, and what is owed; `undefined` until it is here. */
export function usePools() {
  const householdId = useHouseholdId();
  return useQuery({ ...api.pools.list.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

export function usePool(id: string | undefined): PoolView | null | undefined {
  const list = usePools();
  return list === undefined ? undefined : (list.pools.find((one) => one.id === id) ?? null);
}

/** The household's repeating weeks, each by whose it is and when: `Grace: Tue 9 am to 5 pm`. */
export function useWeeks(): readonly { readonly id: string; readonly name: string }[] | undefined {
  const householdId = useHouseholdId();
  const input = { householdId };
  const patterns = useQuery({ ...api.rota.patterns.queryOptions({ input }), throwOnError: true }).data;
  const people = useQuery({ ...api.people.list.queryOptions({ input }), throwOnError: true }).data;
  if (patterns === undefined || people === undefined) return undefined;
  return patterns.map((pattern) => {
    const who = people.find((person) => person.id === pattern.workerId)?.shortName ?? patternWords.open;
    const rows = rowsOf(pattern).map((row) => {
      const days = row.days.map((day) => patternWords.shortWeekdays[Number(day)]).join(', ');
      return `${days} ${row.start} to ${row.end}`;
    });
    return { id: pattern.id, name: `${who}: ${rows.join('; ')}` };
  });
}
