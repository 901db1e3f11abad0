import type { ReactNode } from 'react';
import { Spinner } from './spinner';
import { useCountAsWaiting } from './waiting-store';

/** A line that says what is being waited for. */
export function WaitingLine({ children }: { readonly children: ReactNode }) {
  useCountAsWaiting();
  return (
    <p className="spinner-line" role="status">
      <Spinner />
      {children}
    </p>
  );
}
