export type StopReason = 'signal' | 'parent-gone';

const LOOK_EVERY_MS = 1000;

/**
 * Calls back once, when this process is asked to stop or when the process that started it is gone: a program nobody can
 * reach must not go on holding the workspace open. A second signal ends it at once.
 */
export function whenToldToStop(stop: (why: StopReason) => Promise<void>): void {
  let stopping = false;
  const once = (why: StopReason): void => {
    if (stopping) {
      if (why === 'signal') process.exit(1);
      return;
    }
    stopping = true;
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
