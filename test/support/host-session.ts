import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { CURRENT_VERSION } from '../../electron/db/migrate';
import type { ServiceContext } from '../../electron/services/context';
import { addTestHousehold, TEST_PASSPHRASE, testWorkspace } from './workspace';

/** What a call came to: its answer, the code it was refused with, or what else came back. */
export type Answered =
  | { readonly value: unknown }
  | { readonly refused: string }
  | { readonly problem: string };

/** The built browser door, driven without a browser, as the window drives it. */
export type HostSession = {
  readonly process: ChildProcess;
  /** Asks a call of the contract: `workspace/status`. A host that is gone is a problem, not an exception. */
  call(path: string, input?: object): Promise<Answered>;
  /** Ends it as nobody would: at once, with no time to close anything. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  readonly ended: Promise<number | null>;
};

/** Starts the built browser door on a folder and a session of it. `before` is a command that runs it, such as strace. */
export async function startSession(folder: string, before: readonly string[] = []): Promise<HostSession> {
  const command = [...before, process.execPath, resolve('dist/electron/host.js')];
  const [program = '', ...args] = [...command, '--folder', folder, '--today', '2026-11-21'];
  const host = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let problems = '';
  host.stderr.on('data', (chunk) => {
    problems += String(chunk);
  });
  const ended = new Promise<number | null>((done) => host.once('close', done));
  const url = await new Promise<string>((ready, failed) => {
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('READY ')) ready(line.slice('READY '.length));
      if (line.startsWith('REFUSED ')) failed(new Error(line));
    });
    void ended.then((code) => failed(new Error(`The host ended with ${code}. ${problems}`)));
  });
  const { origin } = new URL(url);
  const opened = await fetch(url, { redirect: 'manual' });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const killAll = (signal: NodeJS.Signals): void => {
    try {
      // The command in front and the host behind it are one group.
      if (host.pid !== undefined) process.kill(-host.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  return {
    process: host,
    ended,
    call: async (path, input) => {
      try {
        const answer = await fetch(`${origin}/api/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin, cookie },
          body: JSON.stringify(input === undefined ? {} : { json: input }),
        });
        const { json } = (await answer.json()) as {
          json?: { code?: string; data?: { code?: string } };
        };
        if (answer.ok) return { value: json };
        return json?.code === 'REFUSED' && json.data?.code !== undefined
          ? { refused: json.data.code }
          : { problem: `${path}: ${answer.status} ${JSON.stringify(json)}` };
      } catch (error) {
        return { problem: `${path}: ${error instanceof Error ? error.message : error}` };
      }
    },
    kill: async () => {
      killAll('SIGKILL');
      await ended;
    },
    stop: async () => {
      killAll('SIGTERM');
      const late = setTimeout(() => killAll('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** A folder of a test's own, taken away afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-fault-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes closed records of this version in `folder/template`, with a key that is quick to try; `copy` puts them somewhere anew. */
export function template(folder: string): Promise<{ copy(to: string): string }> {
  return templateOf(folder, (context) => void addTestHousehold(context));
}

/** The same with what `fill` puts into the records. */
export async function templateOf(
  folder: string,
  fill: (context: ServiceContext) => void,
): Promise<{ copy(to: string): string }> {
  const made = await testWorkspace('2026-11-21', `template ${CURRENT_VERSION}`);
  fill(made.context);
  const from = join(folder, 'template');
  made.context.workspace.database.checkpoint();
  made.context.workspace.lock();
  mkdirSync(from, { recursive: true });
  for (const name of ['mainstay.workspace', 'mainstay.keys'])
    cpSync(join(made.folder, name), join(from, name));
  made.close();
  return {
    copy: (to) => {
      rmSync(to, { recursive: true, force: true });
      mkdirSync(to, { recursive: true });
      cpSync(from, to, { recursive: true });
      return to;
    },
  };
}

/** Opens the records of a session with the test's passphrase; the code it was refused with, or how it failed. */
export async function unlockSession(session: HostSession): Promise<string | undefined> {
  const answer = await session.call('workspace/unlock', { secret: TEST_PASSPHRASE, kind: 'passphrase' });
  if ('problem' in answer) return answer.problem;
  if ('refused' in answer) return answer.refused;
  const { state, failure } = answer.value as { state: string; failure: { code: string } | null };
  return state === 'open' ? undefined : (failure?.code ?? state);
}

/** The names of the households that the records hold. */
export async function householdNames(session: HostSession): Promise<string[]> {
  const answer = await session.call('household/list');
  return 'value' in answer ? (answer.value as { name: string }[]).map((one) => one.name) : [];
}
