import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { useWaiting } from '../components/waiting-store';

/**
 * Where the page stands. `data-page` names the path whose page is here, whole: with its code and with all that it asked
 * for. It is missing while anything is on its way; until a page has come, it names the one before. (`aria-busy` would
 * say the same, but keeps screen readers from reading the heading and from saying what is waited for.)
 */
export function PageArea({ children }: { readonly children: ReactNode }) {
  return (
    <main id="page" className="content" tabIndex={-1} data-page={useWholePage()}>
      {children}
    </main>
  );
}

function useWholePage(): string | undefined {
  const { pathname, search } = useLocation();
  const path = `${pathname}${search}`;
  const queryClient = useQueryClient();
  // Not `useIsFetching`: it hears of a question some time after it was asked.
  const asked = useSyncExternalStore(
    useCallback((changed) => queryClient.getQueryCache().subscribe(changed), [queryClient]),
    () => queryClient.isFetching(),
  );
  const lines = useWaiting((state) => state.lines);
  const waits = asked > 0 || lines > 0;
  const [whole, setWhole] = useState<string | undefined>();
  useEffect(() => {
    setWhole(undefined);
    if (waits) return undefined;
    let gone = false;
    // An answer goes to the page through this queue: what it still asks for because of it has been asked by then.
    notifyManager.schedule(() => {
      if (!gone && queryClient.isFetching() === 0 && useWaiting.getState().lines === 0) setWhole(path);
    });
    return () => {
      gone = true;
    };
  }, [path, waits, queryClient]);
  return !waits && whole === path ? path : undefined;
}
