import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Ends this process, and with it what it started, when the one that started it is gone. Stopping npm does not reach the
 * scripts it runs, because npm runs them in a shell that lives on; so npm itself is watched too.
 */
export function stopWithParent(everyMs = 1000) {
  const parent = process.ppid;
  const npm = process.env.npm_lifecycle_event === undefined ? undefined : npmAbove(parent);
  setInterval(() => {
    if (process.ppid !== parent || !isRunning(parent) || (npm !== undefined && !isRunning(npm)))
      process.kill(process.pid, 'SIGTERM');
  }, everyMs).unref();
}

/** The process that started a shell, or undefined when this is no shell (then it is npm itself). */
function npmAbove(pid) {
  const found = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  return found !== undefined && /^-?(.*\/)?(sh|dash|bash|zsh|ash)$/.test(found.command) && found.parent > 1
    ? found.parent
    : undefined;
}

function fromProc(pid) {
  try {
    const [, command, parent] =
      /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { command, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function fromPs(pid) {
  if (process.platform === 'win32') return undefined;
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent, command] = /^\s*(\d+)\s+(.*?)\s*$/.exec(stdout ?? '') ?? [];
  return command === undefined ? undefined : { command, parent: Number(parent) };
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
