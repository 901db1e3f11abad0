import type { IdleState } from '@shared/api/keys';
import { useEffect, useRef, useState } from 'react';
import { client } from '../api/client';
import { AlertDialog } from '../components/alert-dialog';
import { announce } from '../components/live-region';
import { lock as words } from '../text/lock';
import { emptyWindow } from './empty-window';
import { keepDraftsNow } from './kept-drafts';

/** What shows that somebody is there. */
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input', 'focusin'] as const;
const TELL_EVERY_MS = 15_000;
/** So long without an answer and without a touch, the window empties itself: the program can't tell it to any more. */
const LONGEST_ALONE_MS = 15 * 60_000;
const AGAIN_AFTER_MS = 2_000;
/** When the seconds that are left are said once more. */
const SAY_AT = [60, 20];

/**
 * Tells the program that somebody is there, and hears from it when the records are about to lock, or did. Stands in the window as long
 * as they are open.
 */
export function LockWatch() {
  const [until, setUntil] = useState<number | undefined>();
  const touchedAt = useRef(performance.now());

  const hear = useRef((state: IdleState) => {
    if (state.state === 'locked') emptyWindow();
    else if (state.state === 'open' || state.secondsLeft === null) setUntil(undefined);
    else {
      const { secondsLeft } = state;
      setUntil((now) => now ?? performance.now() + secondsLeft * 1000);
    }
  });

  useEffect(() => {
    const stop = new AbortController();
    const watch = async () => {
      let seen = 0;
      while (!stop.signal.aborted) {
        try {
          const state = await client.keys.watch({ seen }, { signal: stop.signal });
          if (stop.signal.aborted) return;
          if (state.state === 'warning' && state.turn !== seen) void keepDraftsNow();
          seen = state.turn;
          hear.current(state);
          if (state.state === 'locked') return;
        } catch {
          if (stop.signal.aborted) return;
          if (performance.now() - touchedAt.current > LONGEST_ALONE_MS) {
            emptyWindow();
            return;
          }
          await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
        }
      }
    };
    void watch();
    return () => stop.abort();
  }, []);

  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const touched = () => {
      touchedAt.current = performance.now();
      // While it warns, only an answer counts: a hand that slips must not say yes or no.
      if (until !== undefined || touchedAt.current - toldAt < TELL_EVERY_MS) return;
      toldAt = touchedAt.current;
      client.keys.touch().then(hear.current, () => undefined);
    };
    for (const name of TOUCHES) window.addEventListener(name, touched, { capture: true, passive: true });
    return () => {
      for (const name of TOUCHES) window.removeEventListener(name, touched, { capture: true });
    };
  }, [until]);

  const stay = () => {
    setUntil(undefined);
    client.keys.touch().then(hear.current, () => undefined);
  };
  return until === undefined ? null : (
    <Warning until={until} onStay={stay} onLock={() => void lockNow().catch(() => undefined)} />
  );
}

/** Locks, keeping what is typed, and empties the window. Throws what the program refuses. */
export async function lockNow(): Promise<void> {
  await keepDraftsNow();
  await client.workspace.lock();
  emptyWindow();
}

function Warning(props: {
  readonly until: number;
  readonly onStay: () => void;
  readonly onLock: () => void;
}) {
  const { until } = props;
  const [left, setLeft] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsTo(until);
      setLeft(seconds);
      if (SAY_AT.includes(seconds)) announce(words.locksIn(seconds), 'assertive');
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <AlertDialog
      open
      title={words.warningTitle}
      doLabel={words.stay}
      onDo={props.onStay}
      onClose={props.onStay}
      keepLabel={words.lockNow}
      onKeep={props.onLock}
    >
      <p>{words.warning}</p>
      <p>
        <strong>{words.locksIn(left)}</strong>
      </p>
    </AlertDialog>
  );
}

function secondsTo(until: number): number {
  return Math.max(0, Math.round((until - performance.now()) / 1000));
}
