import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const running = new Set();

/** Ends every program that was started here, when this one is ended. Gives back a function that lets go again. */
export function stopChildrenWithUs() {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const stop = (signal) => {
    for (const child of running) child.kill(signal);
    if (running.size === 0) process.exit(130);
  };
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

/**
 * Runs a program to its end. `show` lets its output through; otherwise it is kept and given back.
 * Never rejects: a program that can't be started has the code 127, one that took too long 124.
 */
export function run(command, args, { env = {}, show = false, timeout = 0, cwd = root, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      windowsHide: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    let timedOut = false;
    const timer =
      timeout > 0
        ? setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeout)
        : undefined;
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (code) => {
      clearTimeout(timer);
      running.delete(child);
      done({ code, output });
    };
    child.on('error', (error) => end(error.code === 'ENOENT' ? 127 : 126));
    child.on('close', (code) => end(timedOut ? 124 : (code ?? 130)));
  });
}

/** Keeps a long-running child in the list of what ends with us. */
export function track(child) {
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/** The whole path of a program on PATH, or undefined. */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== '' && existsSync(file)) return file;
    }
  }
  return undefined;
}

/** How to run npm: the one that started us, by the Node it came with, else the one on PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script) && existsSync(script))
    return { command: process.env.npm_node_execpath ?? process.execPath, args: [script], shell: false };
  if (onPath('npm')) return { command: 'npm', args: [], shell: process.platform === 'win32' };
  return undefined;
}

/** The version a Node binary says it has, such as `24.21.0`, or undefined when it can't be run here. */
export function nodeVersion(file) {
  const result = spawnSync(file, ['--version'], { encoding: 'utf8', windowsHide: true, timeout: 20_000 });
  return result.status === 0 ? result.stdout.trim().replace(/^v/, '') : undefined;
}
