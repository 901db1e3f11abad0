import type { ReadingProgress, ReceiptView } from '@shared/api/receipts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';

const OFTEN_MS = 600;

const runs = (progress: ReadingProgress | undefined): boolean =>
  progress !== undefined && (progress.current !== null || progress.waiting > 0);

/** How far reading is; asked for often while something is read. What is shown is read again with each one that is done. */
export function useReading(): ReadingProgress | undefined {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const progress = useQuery({
    ...api.receipts.reading.queryOptions({ input: { householdId } }),
    refetchInterval: ({ state }) => (runs(state.data) ? OFTEN_MS : false),
  }).data;
  const running = runs(progress);
  const mark = progress === undefined ? undefined : `${progress.done} ${running}`;
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    const before = last.current;
    last.current = mark;
    if (before === undefined || mark === undefined || before === mark) return;
    void queryClient.invalidateQueries({ queryKey: api.receipts.list.key() });
    void queryClient.invalidateQueries({ queryKey: api.receipts.get.key() });
  }, [mark, queryClient]);
  return progress;
}

/** One receipt with all that its page shows; `undefined` until it is here, `null` when it is gone. */
export function useReceipt(id: string | undefined): ReceiptView | null | undefined {
  const householdId = useHouseholdId();
  const found = useQuery({
    ...api.receipts.get.queryOptions({ input: { householdId, id: id ?? '-' } }),
    retry: false,
  });
  return found.isError ? null : found.data;
}
