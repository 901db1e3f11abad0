import { lazy, Suspense } from 'react';
import { showToast } from '../../components/toast';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { restore as words } from '../../text/restore';
import { momentText } from '../../text/workspace';
import { PlainPage } from '../plain-page';

// Few people ever need it: it is not loaded with the first page.
const Flow = lazy(async () => ({
  default: (await import('../../features/settings/restore-flow')).RestoreFlow,
}));
const Undo = lazy(async () => ({
  default: (await import('../../features/settings/restore-undo')).RestoreUndo,
}));

/** Bringing a backup back while no records are open: at the first start, or when they can’t be opened. */
export function RestoreStart({ onBack }: { readonly onBack: () => void }) {
  return (
    <Suspense fallback={<Waiting />}>
      <Flow
        frame={PlainPage}
        onBack={onBack}
        onDone={(status, look) => {
          onBack();
          if (status.state === 'open') showToast(words.done(momentText(look.at)));
        }}
      />
    </Suspense>
  );
}

/** That a backup was brought back, and putting back what was there before. */
export function RestoreUndoStart() {
  return (
    <Suspense fallback={null}>
      <Undo />
    </Suspense>
  );
}

function Waiting() {
  return (
    <PlainPage title={words.title}>
      <WaitingLine>{common.loading}</WaitingLine>
    </PlainPage>
  );
}
