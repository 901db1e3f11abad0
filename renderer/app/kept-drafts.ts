import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { client } from '../api/client';
import { useHouseholdStore } from '../api/household-store';
import { draftsNow, draftsWait, giveBackDrafts, onDraftsChange } from '../components/draft-store';
import { showToast } from '../components/toast';
import { lock } from '../text/lock';

/** So long after the last letter, what is typed is kept. */
const KEEP_AFTER_MS = 500;
/** By then the page that was left has come, and its forms have taken what is theirs. */
const TELL_AFTER_MS = 4_000;

/** This window's own name: by chance, kept as long as its tab, and telling nothing. */
function windowId(): string {
  const kept = sessionStorage.getItem(WINDOW_KEY);
  if (kept !== null) return kept;
  const made = crypto.randomUUID();
  sessionStorage.setItem(WINDOW_KEY, made);
  return made;
}
const WINDOW_KEY = 'mainstay.window';

let timer: ReturnType<typeof setTimeout> | undefined;
let keptSome = false;

/** Keeps what is typed and not saved, and the page it is on, inside the encrypted file. Never fails: it is a help, not a saving. */
export async function keepDraftsNow(): Promise<void> {
  clearTimeout(timer);
  const drafts = draftsNow();
  keptSome = drafts.length > 0;
  await client.keys
    .keepDrafts({
      windowId: windowId(),
      path: window.location.hash.replace(/^#/, ''),
      householdId: useHouseholdStore.getState().householdId,
      drafts,
    })
    .catch(() => undefined);
}

/** While the records are open: keeps typed text as it changes. */
export function useKeepingDrafts(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const stop = onDraftsChange(() => {
      if (!keptSome && draftsNow().length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void keepDraftsNow(), KEEP_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isOpen]);
}

/**
 * After unlocking: goes back to the page that was left, with what was typed there. Answers true once the window stands there: the
 * first page, which leads to Today, must not come before.
 */
export function useGivenBack(isOpen: boolean): boolean {
  const navigate = useNavigate();
  const { key } = useLocation();
  const now = useRef({ navigate, key });
  now.current = { navigate, key };
  // Where the window stood when it was sent back; null where there is nothing to go back to, undefined while that is asked.
  const [leftFrom, setLeftFrom] = useState<string | null>();
  useEffect(() => {
    if (!isOpen) {
      setLeftFrom(undefined);
      return undefined;
    }
    let gone = false;
    void client.keys
      .drafts({ windowId: windowId() })
      .then(({ path, householdId, drafts }) => {
        if (gone) return;
        giveBackDrafts(drafts);
        keptSome = drafts.length > 0;
        if (householdId !== null) useHouseholdStore.getState().choose(householdId);
        setLeftFrom(path === '' ? null : now.current.key);
        if (path !== '') void now.current.navigate(path, { replace: true });
        setTimeout(() => (draftsWait() ? showToast(lock.typedKept) : undefined), TELL_AFTER_MS);
      })
      .catch(() => (gone ? undefined : setLeftFrom(null)));
    return () => {
      gone = true;
    };
  }, [isOpen]);
  // Once it has come it stays so, wherever the person goes: an address that is typed has no key of its own.
  useEffect(() => {
    if (typeof leftFrom === 'string' && leftFrom !== key) setLeftFrom(null);
  }, [leftFrom, key]);
  return isOpen && leftFrom !== undefined && leftFrom !== key;
}
