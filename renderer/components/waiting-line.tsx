import type { ReactNode } from 'react';
import { Spinner } from './spinner';

/** A line that says what is being waited for. */
export function WaitingLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className="spinner-line" role="status">
      <Spinner />
      {children}
    </p>
  );
}
