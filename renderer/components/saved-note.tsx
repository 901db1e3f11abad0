import { CircleAlert, CircleCheck } from 'lucide-react';
import { common } from '../text/common';

export type SavedState = 'idle' | 'saving' | 'saved' | 'wrong';

/** “Saved”, said quietly. The place for it is kept, so that nothing jumps. */
export function SavedNote({ state }: { readonly state: SavedState }) {
  return (
    <span className={`saved${state === 'wrong' ? ' wrong' : ''}`} role="status">
      {state === 'saved' ? (
        <>
          <CircleCheck aria-hidden="true" />
          {common.saved}
        </>
      ) : state === 'saving' ? (
        common.saving
      ) : state === 'wrong' ? (
        <>
          <CircleAlert aria-hidden="true" />
          {common.notSaved}
        </>
      ) : null}
    </span>
  );
}
