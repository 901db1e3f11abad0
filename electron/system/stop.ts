import { performance } from 'node:perf_hooks';

export type StopReason = 'signal' | 'parent-gone';

const LOOK_EVERY_MS = 1000;

/** Ctrl+C reaches this process more than once: from the terminal, and from the one who started it. */
const SAME_SIGNAL_MS = 2000;

/**
 * Calls back once, when this process is asked to stop or when the process that started it is gone: a program nobody can
 * reach must not go on holding the workspace open. A signal a while after the first ends it at once.
 */
export function whenToldToStop(stop: (why: StopReason) => Promise<void>): void {
  let stoppingSince: number | undefined;
  const once = (why: StopReason): void => {
    if (stoppingSince !== undefined) {
      if (why === 'signal' && performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    stop(why).catch(() => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => once('signal'));
  process.on('disconnect', () => once('parent-gone'));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isRunning(parent)) once('parent-gone');
  }, LOOK_EVERY_MS).unref();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not being allowed to signal it still means that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
