import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { api, refusalOf } from '../api/client';
import { useHouseholdStore } from '../api/household-store';
import { Button } from '../components/button';
import { showToast } from '../components/toast';
import { WaitingLine } from '../components/waiting-line';
import { common } from '../text/common';
import { frame } from '../text/frame';
import { actingAs, actingNotSaid, forName } from '../text/household';
import { sentenceFor } from '../text/refusals';
import { noAnswer } from '../text/workspace';
import type { WindowState } from './app';
import type { HouseholdLine } from './frame';
import { useGivenBack, useKeepingDrafts } from './kept-drafts';
import { LockWatch, lockNow } from './lock-watch';
import { PlainPage } from './plain-page';
import { FailurePage } from './start/failure-page';
import { FirstHousehold } from './start/first-household';
import { FirstStart } from './start/first-start';
import { RecoveryPage } from './start/recovery-page';
import { useStart } from './start/start-store';
import { UnlockPage } from './start/unlock-page';
import { useAsksWho, WhoAsked } from './start/who-asked';
import './start/start.css';
import { useRecordUndo } from './use-record-undo';
import { useWindowCommands } from './window-commands';

const NO_HOUSEHOLDS: readonly HouseholdLine[] = [];

/** What stands in the window, by what the workspace says of itself: first start, lock, failure, or the places. */
export function useWindowState(): WindowState {
  const isOpen = useQuery(api.workspace.status.queryOptions()).data?.state === 'open';
  useKeepingDrafts(isOpen);
  const state = usePageState(useGivenBack(isOpen));
  return isOpen ? { ...state, over: <LockWatch /> } : state;
}

/** `givenBack`: whether what was left before the lock is back, so that its page can come. */
function usePageState(givenBack: boolean): WindowState {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const recoveryCode = useStart((state) => state.recoveryCode);
  const { householdId, choose } = useHouseholdStore();
  const status = useQuery(api.workspace.status.queryOptions());
  const isOpen = status.data?.state === 'open';
  const list = useQuery(api.household.list.queryOptions({ enabled: isOpen }));
  const organisation = useQuery(api.organisation.state.queryOptions({ enabled: isOpen }));
  const asksWho = useAsksWho(isOpen ? organisation.data : undefined);

  const households = useMemo<readonly HouseholdLine[]>(
    () =>
      list.data?.map(({ id, name, role }) => ({
        id,
        name: forName(name),
        role: role === null ? actingNotSaid : actingAs[role],
      })) ?? NO_HOUSEHOLDS,
    [list.data],
  );
  const current = isOpen ? households.find((household) => household.id === householdId) : undefined;
  const first = isOpen ? households[0]?.id : undefined;
  useEffect(() => {
    if (current === undefined) choose(first ?? null);
  }, [current, first, choose]);

  const onLock = useCallback(() => {
    lockNow().catch((failure: unknown) => {
      const refusal = refusalOf(failure);
      showToast(refusal === undefined ? common.unexpected : sentenceFor(refusal));
    });
  }, []);
  const onSwitchHousehold = useCallback(
    (id: string) => {
      choose(id);
      void navigate('/today');
    },
    [choose, navigate],
  );
  const redo = useRecordUndo(current?.id);
  const commands = useWindowCommands({ householdId: current?.id, households, onSwitchHousehold, redo });

  if (status.isError || list.isError)
    return { kind: 'plain', page: <NoAnswer onAgain={() => void queryClient.invalidateQueries()} /> };
  if (status.data === undefined) return { kind: 'plain', page: <Opening /> };
  if (status.data.state === 'none') return { kind: 'plain', page: <FirstStart /> };
  if (status.data.state === 'locked')
    return { kind: 'plain', page: <UnlockPage folder={status.data.folder} /> };
  if (status.data.state === 'failed')
    return {
      kind: 'plain',
      page:
        status.data.failure === null ? (
          <NoAnswer onAgain={() => void queryClient.invalidateQueries()} />
        ) : (
          <FailurePage failure={status.data.failure} />
        ),
    };
  if (recoveryCode !== undefined) return { kind: 'plain', page: <RecoveryPage code={recoveryCode} /> };
  if (list.data === undefined || organisation.isPending || !givenBack)
    return { kind: 'plain', page: <Opening /> };
  if (asksWho && organisation.data !== undefined)
    return { kind: 'plain', page: <WhoAsked state={organisation.data} /> };
  if (households.length === 0) return { kind: 'plain', page: <FirstHousehold /> };
  if (current === undefined) return { kind: 'plain', page: <Opening /> };
  return {
    kind: 'open',
    frame: { households, currentId: current.id, onSwitchHousehold, onLock, commands },
  };
}

function Opening() {
  return (
    <main className="plain">
      <h1 className="visually-hidden">{frame.product}</h1>
      <WaitingLine>{frame.opening}</WaitingLine>
    </main>
  );
}

function NoAnswer({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <PlainPage title={noAnswer.title} sub={noAnswer.body}>
      <p>{noAnswer.next}</p>
      <div className="actions">
        <Button kind="primary" onPress={onAgain}>
          {noAnswer.again}
        </Button>
      </div>
    </PlainPage>
  );
}
