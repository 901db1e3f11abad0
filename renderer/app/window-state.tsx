import type { OrganisationState } from '@shared/api/organisation';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { Navigate, useLocation } from 'react-router';
import { api, refusalOf } from '../api/client';
import { useDeskPlace } from '../api/desk-paths';
import { useHouseholdStore } from '../api/household-store';
import { useOpenHousehold } from '../api/open-household';
import { Button } from '../components/button';
import { showToast } from '../components/toast';
import { WaitingLine } from '../components/waiting-line';
import { common } from '../text/common';
import { frame } from '../text/frame';
import { actingAs, actingNotSaid, forName } from '../text/household';
import { sentenceFor } from '../text/refusals';
import { noAnswer } from '../text/workspace';
import type { WindowState } from './app';
import type { DeskFrame, HouseholdLine } from './frame';
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

/** Pages that are not about one household: an organisation is at its desk there as long as none is open. */
const OF_NO_HOUSEHOLD =
  /^\/($|(desk|help|households)(\/|$)|settings$|settings\/(look|backups|passphrase|recovery-code|lock|check|rates|about)(\/|$))/;
/** Pages of the desk, where no household is open; all but the way into one and what is noted about one. */
const AT_DESK = /^\/desk($|\/(?!open\/|households\/))/;

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
  const { pathname } = useLocation();
  const recoveryCode = useStart((state) => state.recoveryCode);
  const { householdId, choose } = useHouseholdStore();
  const status = useQuery(api.workspace.status.queryOptions());
  const isOpen = status.data?.state === 'open';
  const list = useQuery(
    api.desk.frame.queryOptions({
      input: { current: householdId },
      enabled: isOpen,
      placeholderData: keepPreviousData,
    }),
  );
  const organisation = useQuery(api.organisation.state.queryOptions({ enabled: isOpen }));
  const asksWho = useAsksWho(isOpen ? organisation.data : undefined);
  const hasDesk = organisation.data?.organisation != null;
  const desk = useDeskFrame(organisation.data);

  const households = useMemo<readonly HouseholdLine[]>(() => {
    if (list.data === undefined) return NO_HOUSEHOLDS;
    const { few, current: open } = list.data;
    const shown = (hasDesk || few.length === 0) && open !== null ? [open] : few;
    return shown.map(({ id, name, fullName, role }) => ({
      id,
      name: forName(hasDesk ? fullName : name),
      role: role === null ? actingNotSaid : actingAs[role],
    }));
  }, [list.data, hasDesk]);
  const current = isOpen ? households.find((household) => household.id === householdId) : undefined;
  const known = isOpen && !list.isPlaceholderData ? list.data : undefined;
  // None is open yet, or the one that was is gone.
  const isNone = known !== undefined && organisation.data !== undefined && known.current === null;
  const first = known?.first ?? null;
  useEffect(() => {
    if (isNone) choose(hasDesk ? null : first);
  }, [isNone, hasDesk, first, choose]);
  const isAtDesk = hasDesk && AT_DESK.test(pathname);
  useEffect(() => {
    if (isAtDesk) choose(null);
  }, [isAtDesk, choose]);

  const onLock = useCallback(() => {
    lockNow().catch((failure: unknown) => {
      const refusal = refusalOf(failure);
      showToast(refusal === undefined ? common.unexpected : sentenceFor(refusal));
    });
  }, []);
  const openHousehold = useOpenHousehold();
  const onSwitchHousehold = useCallback((id: string) => void openHousehold(id), [openHousehold]);
  const redo = useRecordUndo(current?.id);
  const { commands, onTyped } = useWindowCommands({
    householdId: current?.id,
    households,
    hasDesk,
    onSwitchHousehold,
    redo,
  });

  if (status.isError || list.isError || organisation.isError)
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
  if (list.data.count === 0 && !hasDesk) return { kind: 'plain', page: <FirstHousehold /> };
  // At the desk a household is not waited for.
  const isOfNone = hasDesk && (householdId === null || OF_NO_HOUSEHOLD.test(pathname));
  if (current === undefined && !isOfNone) return { kind: 'plain', page: <Opening /> };
  if (current === undefined && !OF_NO_HOUSEHOLD.test(pathname))
    return { kind: 'plain', page: <Navigate to="/desk" replace /> };
  return {
    kind: 'open',
    frame: {
      households,
      currentId: current?.id,
      onSwitchHousehold,
      onLock,
      commands,
      onTyped,
      desk,
      listTo: list.data.few.length === 0 && !hasDesk ? '/households' : undefined,
    },
  };
}

/** The desk around the households, where an organisation keeps them. */
function useDeskFrame(state: OrganisationState | undefined): DeskFrame | undefined {
  const listPath = useDeskPlace((place) => place.listPath);
  return useMemo(
    () =>
      state?.organisation == null
        ? undefined
        : {
            organisation: state.organisation.name,
            me: state.me,
            hasStaff: state.staff.length > 0,
            listPath,
          },
    [state, listPath],
  );
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
