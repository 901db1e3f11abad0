import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface StartedHost {
  /** Opens the window once. */
  readonly url: string;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** Holds the workspace; gone after `stop` unless it was given. */
  readonly folder: string;
  readonly process: ChildProcess;
  /** Another address: each opens once. */
  newUrl(): Promise<string>;
  stop(): Promise<void>;
}

export interface StartHostOptions {
  /** The day it is, as `2026-11-24`. */
  readonly today?: string;
  /** What the clock says on that day, as `07:02`; 9 am when left out. */
  readonly time?: string;
  readonly folder?: string;
  /** A port of its own choice when left out. */
  readonly port?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built browser door on a folder of its own. Needs `npm run build` first. */
export async function startHost({
  today,
  time,
  folder,
  port,
  env = {},
}: StartHostOptions = {}): Promise<StartedHost> {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'mainstay-'));
  const host = spawn(
    process.execPath,
    [
      '--max-semi-space-size=2',
      resolve('dist/electron/host.js'),
      '--folder',
      place,
      ...(today === undefined ? [] : ['--today', today]),
      ...(time === undefined ? [] : ['--time', time]),
      ...(port === undefined ? [] : ['--port', port]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...env } },
  );
  let problems = '';
  host.stderr?.on('data', (chunk) => {
    problems += String(chunk);
  });
  const ended = new Promise<number | null>((done) => host.once('close', done));
  const url = await new Promise<string>((ready, failed) => {
    if (host.stdout === null) throw new Error('The host has no output.');
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('READY ')) ready(line.slice('READY '.length));
      if (line.startsWith('REFUSED ')) failed(new Error(line));
    });
    ended.then((code) => failed(new Error(`The host ended with ${code}. ${problems}`)));
  });
  return {
    url,
    origin: new URL(url).origin,
    folder: place,
    process: host,
    newUrl: () =>
      new Promise((answer) => {
        host.once('message', (message) => answer((message as { url: string }).url));
        host.send('new-url');
      }),
    stop: async () => {
      host.kill('SIGTERM');
      await ended;
      if (folder === undefined) rmSync(place, { recursive: true, force: true });
    },
  };
}
