import { lazy, Suspense, useState } from 'react';
import { answerOf, client } from '../../api/client';
import { useHouseholdStore } from '../../api/household-store';
import { showToast } from '../../components/toast';
import { WaitingLine } from '../../components/waiting-line';
import type { LookedAt } from '../../features/households/household-file-flow';
import { common } from '../../text/common';
import { bringIn as words } from '../../text/desk/hand-over';
import { sentenceFor } from '../../text/refusals';
import { PlainPage } from '../plain-page';
import { CreateWorkspace } from './create-workspace';

// Few people ever need it: it is not loaded with the first page.
const Flow = lazy(async () => ({
  default: (await import('../../features/households/household-file-flow')).HouseholdFileFlow,
}));

/** A workspace of one’s own from a household file: what is in the file, a passphrase of one’s own, and then all of it is there. */
export function FileStart({ onBack }: { readonly onBack: () => void }) {
  const [looked, setLooked] = useState<LookedAt | undefined>();
  if (looked !== undefined)
    return (
      <CreateWorkspace
        kind="own"
        words={{ title: words.ownTitle, sub: words.ownSub }}
        onBack={() => setLooked(undefined)}
        onCreated={async () => {
          // The recovery code of the records just made is shown next, whatever comes of the file.
          try {
            const answer = await answerOf(
              client.handOver.bringIn({ file: looked.file, passphrase: looked.passphrase }),
            );
            if (answer.ok) useHouseholdStore.getState().choose(answer.value.householdId);
            showToast(answer.ok ? words.done(looked.look.name) : sentenceFor(answer));
          } catch {
            showToast(common.unexpected);
          }
        }}
      />
    );
  return (
    <Suspense
      fallback={
        <PlainPage title={words.startTitle}>
          <WaitingLine>{common.loading}</WaitingLine>
        </PlainPage>
      }
    >
      <Flow
        frame={PlainPage}
        title={words.startTitle}
        sub={words.startSub}
        goLabel={() => words.goStart}
        onGo={async (now) => {
          setLooked(now);
          return { ok: true };
        }}
        onBack={onBack}
      />
    </Suspense>
  );
}
