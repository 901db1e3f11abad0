import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addHousehold } from '../../electron/services/household-save';
import { doorOptions } from '../../electron/system/options';
import { placesIn } from '../../electron/system/places';
import type { Fault, FaultOutcome } from '../support/fault';
import {
  fileHash,
  householdNames,
  recordFilesUnder,
  recordsHash,
  refusalCode,
  startApp,
  startWithRecords,
  TEST_SECRET,
} from '../support/opened-app';

/** Tries something so often in a folder of its own, on closed records in `records` that hold Ruth. */
async function onRecords(
  tries: number,
  work: (folder: string, turn: number) => Promise<string | undefined>,
): Promise<FaultOutcome> {
  const failures: string[] = [];
  const first = mkdtempSync(join(tmpdir(), 'mainstay-opening-fault-'));
  try {
    await (await startWithRecords(join(first, 'records'), ['Ruth'])).close();
    for (let turn = 0; turn < tries; turn += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'mainstay-opening-fault-'));
      try {
        cpSync(first, folder, { recursive: true });
        const failure = await work(folder, turn);
        if (failure !== undefined) failures.push(`try ${turn + 1}: ${failure}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    rmSync(first, { recursive: true, force: true });
  }
  return { tries, failures };
}

const NOBODY = 65_534;

/** How records are kept from being written, and what `mainstay check` is started with so that it counts. */
const READ_ONLY = [
  {
    name: 'a read-only mount',
    prepare: () => undefined,
    start: (folder: string) => [
      'unshare',
      '-m',
      'sh',
      '-c',
      `mount --bind "${folder}" "${folder}" && mount -o remount,ro,bind "${folder}" && exec "$@"`,
      'sh',
    ],
  },
  {
    name: 'a folder without the right to write',
    prepare: (folder: string) => chmodSync(folder, 0o500),
    start: () => ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
  },
  {
    name: 'a file without the right to write',
    prepare: (folder: string) => chmodSync(join(folder, 'mainstay.workspace'), 0o444),
    start: () => ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
  },
] as const;

const readOnly: Fault = {
  row: 5,
  promise: 'Records that can’t be written open to be looked at, and nothing hangs',
  how: 'the built program opens them on a read-only mount, in a folder and as a file without the right to write; a backup of them is asked for; all is the same after',
  tries: 9,
  quick: 0,
  cannot: () =>
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('unshare', ['-m', 'true']).status === 0 &&
    spawnSync('setpriv', ['--version']).status === 0
      ? undefined
      : 'it needs Linux, root, unshare and setpriv',
  attempt: (tries) =>
    onRecords(tries, async (folder, turn) => {
      const way = READ_ONLY[turn % READ_ONLY.length];
      if (way === undefined) return 'no way to try';
      const records = join(folder, 'records');
      chmodSync(folder, 0o755);
      for (const name of ['.', ...readdirSync(records, { recursive: true }).map(String)])
        chownSync(join(records, name), NOBODY, NOBODY);
      const before = recordsHash(records);
      way.prepare(records);
      const [command = '', ...args] = way.start(records);
      const run = (verb: string) =>
        spawnSync(
          command,
          [...args, process.execPath, resolve('dist/electron/cli.js'), verb, '--folder', records],
          {
            encoding: 'utf8',
            timeout: 60_000,
            env: { ...process.env, MAINSTAY_PASSPHRASE: TEST_SECRET.secret },
          },
        );
      const check = run('check');
      if (check.status !== 0) return `${way.name}: it could not be read: ${check.stderr || check.signal}`;
      const backup = run('backup');
      if (backup.status === 0 || backup.status === null || backup.stderr === '')
        return `${way.name}: a backup was not refused in words: ${backup.status}`;
      return recordsHash(records) === before ? undefined : `${way.name}: the files were changed`;
    }),
};

const lookOnly: Fault = {
  row: 5,
  promise:
    'What is typed into records that can only be looked at is refused by name, and they stay as they were',
  how: 'a folder stands where the log would be written; the records are opened, saved to and closed',
  tries: 20,
  quick: 1,
  attempt: (tries) =>
    onRecords(tries, async (folder) => {
      const records = join(folder, 'records');
      // Whoever may do everything may write everywhere: a log that can't be opened stops them too.
      mkdirSync(join(records, 'mainstay.workspace-wal'));
      const before = fileHash(join(records, 'mainstay.workspace'));
      const app = startApp(records);
      try {
        const status = await app.client.workspace.unlock(TEST_SECRET);
        if (!status.lookOnly)
          return `it was not opened to be looked at: ${status.failure?.code ?? status.state}`;
        const code = await refusalCode(app.client.workspace.addHousehold({ name: 'Sam' }));
        if (code !== 'workspace.look-only') return `saving was answered with ${code}`;
        await app.client.workspace.lock();
        return fileHash(join(records, 'mainstay.workspace')) === before ? undefined : 'the file was changed';
      } finally {
        await app.close();
      }
    }),
};

/** What takes records from where the program looks, and what it must then say. */
const AWAY = [
  {
    name: 'the file is deleted',
    code: 'workspace.missing',
    take: (records: string) => rmSync(join(records, 'mainstay.workspace')),
  },
  {
    name: 'the file is renamed',
    code: 'workspace.missing',
    take: (records: string) =>
      renameSync(join(records, 'mainstay.workspace'), join(records, 'old.workspace')),
  },
  {
    name: 'the file is emptied',
    code: 'workspace.missing',
    take: (records: string) => writeFileSync(join(records, 'mainstay.workspace'), ''),
  },
  {
    name: 'both files are deleted',
    code: 'workspace.missing',
    take: (records: string) => {
      for (const name of ['workspace', 'keys']) rmSync(join(records, `mainstay.${name}`));
    },
  },
  {
    name: 'the folder is renamed',
    code: 'workspace.missing',
    take: (records: string) => renameSync(records, `${records} old`),
  },
  { name: 'XDG_DATA_HOME changes', code: 'workspace.moved', env: { XDG_DATA_HOME: 'elsewhere' } },
  { name: 'HOME changes', code: 'workspace.moved', env: { HOME: 'other home', XDG_DATA_HOME: '' } },
  {
    name: 'a new version looks in a folder of its own',
    code: 'workspace.moved',
    env: { MAINSTAY_FOLDER: 'version 2' },
  },
] as const;

const missing: Fault = {
  row: 7,
  promise:
    'Records that are missing or moved are never taken for a first start, and where they were is shown',
  how: 'the files are deleted, renamed or emptied, or the environment and the program’s own folder change; nothing new may lie anywhere',
  tries: 40,
  quick: 8,
  attempt: (tries) =>
    onRecords(tries, async (folder, turn) => {
      const away = AWAY[turn % AWAY.length];
      if (away === undefined) return 'no way to try';
      const records = join(folder, 'data', 'mainstay');
      mkdirSync(join(folder, 'data'));
      renameSync(join(folder, 'records'), records);
      const home = join(folder, 'home');
      placesIn(home, 'linux').remember(records, '2026-11-20T18:02:00.000Z');
      if ('take' in away) away.take(records);
      const before = recordFilesUnder(folder);
      const changed: Readonly<Record<string, string>> = 'env' in away ? away.env : {};
      const options = doorOptions([], {
        MAINSTAY_PLACES: home,
        XDG_DATA_HOME: join(folder, 'data'),
        ...Object.fromEntries(
          Object.entries(changed).map(([name, value]) => [name, value === '' ? '' : join(folder, value)]),
        ),
      });
      if (!options.ok) return options.code;
      const app = startApp(options.value.folders.workspaceFolder, options.value.places);
      try {
        const status = await app.client.workspace.status();
        // HOME is read from the system's list of users: the usual folder there is another one.
        if (status.failure?.code !== away.code)
          return `${away.name}: it says ${status.failure?.code ?? status.state}`;
        const isShown =
          status.failure.file.startsWith(records) || status.failure.lastKnown?.folder === records;
        if (!isShown) return `${away.name}: it does not show where they were`;
        const made = await refusalCode(
          app.client.workspace.create({ passphrase: TEST_SECRET.secret, kind: 'own' }),
        );
        if (made === undefined) return `${away.name}: new records were made without asking`;
        const after = recordFilesUnder(folder);
        return after.join() === before.join() ? undefined : `${away.name}: new files: ${after.join()}`;
      } finally {
        await app.close();
      }
    }),
};

const several: Fault = {
  row: 15,
  promise: 'Several programs on one file can’t spoil each other’s work',
  how: 'two to five programs open one file and try again between the saves of the first; then the next one opens it and counts. (That a second window shows the first is Electron’s own lock, proved beside the shell.)',
  tries: 500,
  quick: 20,
  attempt: async (tries) => {
    const outcome = await onRecords(1, async (folder) => {
      const records = join(folder, 'records');
      const first = startApp(records);
      const others = Array.from({ length: 4 }, () => startApp(records));
      try {
        await first.client.workspace.unlock(TEST_SECRET);
        for (let save = 0; save < tries; save += 1) {
          addHousehold(first.context, `Household ${save}`);
          if (save % 25 !== 0) continue;
          const other = others[(save / 25) % others.length];
          const status = await other?.client.workspace.unlock(TEST_SECRET);
          if (status?.failure?.code !== 'workspace.in-use') return `a second one was told ${status?.state}`;
          await other?.client.workspace.retry();
        }
        await first.close();
        const last = others[0];
        await last?.client.workspace.unlock(TEST_SECRET);
        const count = last === undefined ? 0 : (await householdNames(last)).length;
        return count === tries + 1 ? undefined : `${tries + 1 - count} saves are lost`;
      } finally {
        for (const app of [first, ...others]) await app.close();
      }
    });
    return { tries, failures: outcome.failures };
  },
};

const swapped: Fault = {
  row: 15,
  promise: 'A file that a synced folder takes away or changes while it is open loses nothing that was saved',
  how: 'the open file is renamed, deleted, or another is put in its place; saving is refused, what is open is saved again, and both are kept',
  tries: 60,
  quick: 2,
  attempt: (tries) =>
    onRecords(tries, async (folder, turn) => {
      const records = join(folder, 'records');
      const live = join(records, 'mainstay.workspace');
      const old = join(folder, 'old');
      cpSync(live, old);
      const app = startApp(records);
      try {
        await app.client.workspace.unlock(TEST_SECRET);
        addHousehold(app.context, 'Sam');
        if (turn % 2 === 0) app.context.workspace.database.checkpoint();
        if (turn % 3 === 0) renameSync(live, join(records, 'moved'));
        else if (turn % 3 === 1) rmSync(live);
        else renameSync(old, live);
        const code = await refusalCode(app.client.workspace.addHousehold({ name: 'Tess' }));
        if (code !== 'workspace.gone' && code !== 'workspace.swapped')
          return `saving was answered with ${code}`;
        const status = await app.client.restore.keepOpen();
        if (status.state !== 'open' || status.trouble !== null)
          return 'what was open could not be saved again';
        addHousehold(app.context, 'Tess');
        await app.client.workspace.lock();
        await app.client.workspace.unlock(TEST_SECRET);
        const names = (await householdNames(app)).join();
        if (names !== 'Ruth,Sam,Tess') return `the records hold ${names}`;
        const kept = readdirSync(records).some((name) => name.includes('put there by something else'));
        return turn % 3 < 2 || kept ? undefined : 'the other file was not kept';
      } finally {
        await app.close();
      }
    }),
};

export const faults: readonly Fault[] = [readOnly, lookOnly, missing, several, swapped];
