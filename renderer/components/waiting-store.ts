import { useLayoutEffect } from 'react';
import { create } from 'zustand';

/** How many lines in the window say that something is being waited for. */
export const useWaiting = create<{ readonly lines: number }>(() => ({ lines: 0 }));

/** Counts what is waited for as long as it stands in the window. */
export function useCountAsWaiting(): void {
  useLayoutEffect(() => {
    useWaiting.setState(({ lines }) => ({ lines: lines + 1 }));
    return () => useWaiting.setState(({ lines }) => ({ lines: lines - 1 }));
  }, []);
}
