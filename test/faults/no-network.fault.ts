import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault, FaultOutcome } from '../support/fault';
import { browserHere, whyNoWindow } from '../support/window-session';

const run = promisify(execFile);
/** A computer with nothing but itself: its own loopback, and no way out. */
const ALONE = ['-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

const tool = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name)));
function whyNotAlone(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux may take the network away';
  return tool('unshare') && tool('ip') ? undefined : 'unshare or ip is missing';
}

/** Runs our own Node on these without a network, and answers what it printed. */
async function alone(given: readonly string[], before: readonly string[] = []): Promise<string> {
  const { stdout } = await run('unshare', [...ALONE, ...before, process.execPath, ...given], {
    env: { ...process.env, MAINSTAY_BROWSER: browserHere() ?? '' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 900_000,
  });
  return stdout;
}

/** Every service, door, file and database test, without a network. */
async function suite(): Promise<FaultOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-alone-'));
  const file = join(folder, 'told.json');
  try {
    await alone([
      'node_modules/vitest/vitest.mjs',
      'run',
      'test/services',
      'test/contract',
      'test/database',
      'test/unit/receipts',
      'test/unit/documents',
      'test/unit/statements',
      'test/unit/calendars',
      '--reporter=json',
      `--outputFile=${file}`,
      '--testTimeout=60000',
    ]).catch(() => '');
    const told = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly numTotalTests: number;
      readonly testResults: readonly {
        readonly name: string;
        readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
      }[];
    };
    const failures = told.testResults.flatMap((one) =>
      one.assertionResults
        .filter((test) => test.status === 'failed')
        .map((test) => `${one.name.replace(/^.*\/test\//, '')}: ${test.fullName}`),
    );
    return { tries: told.numTotalTests, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SESSION = ['test/support/without-network.mjs', 'test/support/offline-session.ts'];

function answerOf(stdout: string): FaultOutcome {
  const line = stdout.split('\n').find((one) => one.startsWith('ANSWER '));
  if (line === undefined) return { tries: 0, failures: [`the session told nothing: ${stdout.slice(-300)}`] };
  return JSON.parse(line.slice('ANSWER '.length)) as FaultOutcome;
}

/** Whether a call of connect or sendto names something that is not this computer. */
function leadsAway(line: string): boolean {
  if (!/sa_family=|sun_path/.test(line)) return false;
  if (/AF_UNIX|AF_NETLINK|AF_UNSPEC/.test(line)) return false;
  // Chromium’s own question whether there is a way out at all: a datagram socket is given an address, and nothing is sent.
  if (/^connect\(.*"2001:4860:4860::8888"/.test(line)) return false;
  return !/inet_addr\("127\.\d+\.\d+\.\d+"\)|"::1"|"::ffff:127\./.test(line);
}

/** The same session with every connect of the program and its browser written down. */
async function traced(tries: number): Promise<FaultOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-traced-'));
  const log = join(folder, 'calls');
  try {
    const { stdout } = await run(
      'strace',
      [
        '-ff',
        '-qq',
        '-e',
        'trace=connect,sendto,sendmsg,sendmmsg',
        '-e',
        'signal=none',
        '-s',
        '64',
        '-o',
        log,
        process.execPath,
        ...SESSION,
        String(tries),
      ],
      {
        env: { ...process.env, MAINSTAY_BROWSER: browserHere() ?? '' },
        maxBuffer: 64 * 1024 * 1024,
        timeout: 900_000,
      },
    );
    const told = answerOf(stdout);
    const away = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').split('\n').filter(leadsAway),
    );
    return {
      tries: told.tries,
      failures: [...told.failures, ...new Set(away.map((line) => line.slice(0, 200)))],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const promise = 'Mainstay never goes on the network';

export const faults: readonly Fault[] = [
  {
    row: 25,
    promise,
    how: 'every test of services, doors, files and records on a computer whose network was taken away',
    tries: 1_000,
    quick: 0,
    cannot: whyNotAlone,
    attempt: suite,
  },
  {
    row: 25,
    promise,
    how: 'a month’s work in the built window with the network taken away: statement, bad receipts and their words, pay, papers, page after page',
    tries: 80,
    quick: 0,
    cannot: () => whyNotAlone() ?? whyNoWindow(),
    attempt: async (tries) => answerOf(await alone([...SESSION, String(tries)])),
  },
  {
    row: 25,
    promise,
    how: 'the same work with every connection of the program and its browser written down: none leads anywhere but to this computer. The browser’s own look whether there is a way out, which sends nothing, is left out',
    tries: 25,
    quick: 0,
    cannot: () => whyNoWindow() ?? (tool('strace') ? undefined : 'strace is missing'),
    attempt: traced,
  },
];
