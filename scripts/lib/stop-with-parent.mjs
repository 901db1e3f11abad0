/**
 * Ends this process, and with it what it started, when the one that started it is gone: stopping npm does not always
 * reach the scripts it runs.
 */
export function stopWithParent(everyMs = 1000) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isRunning(parent)) process.kill(process.pid, 'SIGTERM');
  }, everyMs).unref();
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
