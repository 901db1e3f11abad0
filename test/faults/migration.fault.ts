import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isoDay } from '@shared/dates';
import type Database from 'better-sqlite3';
import { CURRENT_VERSION, MIGRATIONS, migrate } from '../../electron/db/migrate';
import { findDamage, openDatabase } from '../../electron/db/open';
import { Workspace } from '../../electron/services/workspace';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { settingsInMemory } from '../../electron/system/settings';
import type { Fault, FaultOutcome } from '../support/fault';
import { inFolder } from '../support/host-session';
import { openBeside } from '../support/open-beside';
import { makeReleasedFile, RELEASED, type ReleasedVersion } from '../support/released-files';
import { tryMany } from '../support/try-many';
import { TEST_KEY_COST, TEST_PASSPHRASE } from '../support/workspace';

const STOPPED_AT = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'rename', 'unlink'] as const;

const versionOf = (database: Database.Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/** Every row of a file, by the columns its version had: what must be the same afterwards. */
type Kept = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: string }>;

function rowsOf(database: Database.Database, like?: Kept): Kept {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  const kept = new Map<string, { columns: readonly string[]; rows: string }>();
  for (const table of like === undefined ? tables : like.keys()) {
    const columns =
      like?.get(table)?.columns ??
      (database.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
    const list = columns.map((column) => `"${column}"`).join(', ');
    const facts = table === 'workspace_fact' ? "WHERE name NOT LIKE 'seals:%'" : '';
    const rows = database.prepare(`SELECT ${list} FROM ${table} ${facts} ORDER BY 1, 2`).raw().all();
    kept.set(table, { columns, rows: JSON.stringify(rows) });
  }
  return kept;
}

function difference(before: Kept, database: Database.Database): string | undefined {
  const after = rowsOf(database, before);
  return [...before].find(([table, { rows }]) => after.get(table)?.rows !== rows)?.[0];
}

function workspaceIn(folder: string): Workspace {
  const folders = foldersIn(folder);
  return new Workspace({
    folders,
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('migration'),
    log: silentLog(),
    settings: settingsInMemory(),
    version: '0.0.0-test',
    keyCost: TEST_KEY_COST,
  });
}

/** Opens what an update that was ended left behind, and says what is not as it must be. */
async function lookAfter(
  folder: string,
  version: ReleasedVersion,
  before: Kept,
): Promise<string | undefined> {
  const left = await openBeside(folder, TEST_PASSPHRASE);
  try {
    const now = versionOf(left);
    if (now !== version && now !== CURRENT_VERSION) return `left at version ${now}`;
    if (findDamage(left).length > 0) return 'left damaged';
    if (now === CURRENT_VERSION && backupsOf(folder).length === 0) return 'updated without a copy of before';
  } finally {
    left.close();
  }
  const workspace = workspaceIn(folder);
  const status = await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
  if (status.state !== 'open') return `not opened: ${status.failure?.code}`;
  workspace.lock();
  const opened = await openBeside(folder, TEST_PASSPHRASE);
  try {
    if (versionOf(opened) !== CURRENT_VERSION) return 'not updated when it was opened again';
    const changed = difference(before, opened);
    if (changed !== undefined) return `${changed} is not as it was`;
  } finally {
    opened.close();
  }
  for (const copy of backupsOf(folder)) {
    const database = openDatabase(copy, Buffer.alloc(32, version), { readOnly: true });
    try {
      if (versionOf(database) === version && difference(before, database) === undefined) return undefined;
    } finally {
      database.close();
    }
  }
  return 'no copy of before the update';
}

function backupsOf(folder: string): string[] {
  const place = join(folder, 'backups');
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.includes('before-update') && name.endsWith('.workspace'))
    .map((name) => join(place, name));
}

async function made(folder: string, version: ReleasedVersion): Promise<Kept> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await makeReleasedFile(folder, version);
  const database = await openBeside(folder, TEST_PASSPHRASE);
  try {
    return rowsOf(database);
  } finally {
    database.close();
  }
}

function underStrace(folder: string, log: string, inject?: string): void {
  const rules = [`trace=${STOPPED_AT.join(',')}`, ...(inject === undefined ? [] : [`inject=${inject}`])];
  spawnSync(
    'strace',
    [
      ...['-f', '-o', log, ...rules.flatMap((rule) => ['-e', rule])],
      process.execPath,
      resolve('dist/electron/cli.js'),
      ...['check', '--folder', folder],
    ],
    { env: { ...process.env, MAINSTAY_PASSPHRASE: TEST_PASSPHRASE }, stdio: 'ignore' },
  );
}

/** Ends the built program by kill -9 at so many of the places where it touches the disk while it updates a file. */
async function killUpdates(tries: number): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const folder = join(room, 'records');
    const log = join(room, 'strace.log');
    const places = new Map<ReleasedVersion, string[]>();
    for (const version of RELEASED) {
      await made(folder, version);
      underStrace(folder, log);
      const counts = new Map<string, number>();
      const all: string[] = [];
      for (const [, call = ''] of readFileSync(log, 'utf8').matchAll(/^\d+ +(\w+)\(/gm)) {
        counts.set(call, (counts.get(call) ?? 0) + 1);
        all.push(`${call}:signal=SIGKILL:when=${counts.get(call)}`);
      }
      places.set(version, all);
    }
    return tryMany(tries, async (index) => {
      const version = RELEASED[index % RELEASED.length] ?? 10;
      const all = places.get(version) ?? [];
      const rounds = Math.ceil(tries / RELEASED.length);
      const at = all[Math.floor((Math.floor(index / RELEASED.length) * all.length) / rounds)] ?? '';
      const before = await made(folder, version);
      underStrace(folder, log, at);
      const wrong = await lookAfter(folder, version, before);
      return wrong === undefined ? undefined : `version ${version}, ended at ${at}: ${wrong}`;
    });
  });
}

/** Each migration that goes wrong at its end leaves the file as it was; so does a copy before it that can't be made. */
async function failUpdates(tries: number): Promise<FaultOutcome> {
  return inFolder((room) =>
    tryMany(tries, async (index) => {
      const version = RELEASED[index % RELEASED.length] ?? 10;
      const folder = join(room, 'records');
      const before = await made(folder, version);
      const waiting = MIGRATIONS.filter((one) => one.version > version);
      const broken = waiting[Math.floor(index / RELEASED.length) % waiting.length]?.version;
      const database = await openBeside(folder, TEST_PASSPHRASE);
      try {
        migrate(
          database,
          () => undefined,
          MIGRATIONS.map((one) =>
            one.version === broken ? { ...one, sql: `${one.sql}; SELECT no_such_function();` } : one,
          ),
        );
        return 'a broken update was not noticed';
      } catch {
        if (versionOf(database) !== version) return `version ${version}: left at ${versionOf(database)}`;
        const changed = difference(before, database);
        return changed === undefined ? undefined : `version ${version}: ${changed} is not as it was`;
      } finally {
        database.close();
      }
    }),
  );
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A file of a newer program is refused by name and not touched. */
async function openNewer(tries: number): Promise<FaultOutcome> {
  return inFolder((room) =>
    tryMany(tries, async (index) => {
      const folder = join(room, 'records');
      await made(folder, 40);
      const file = join(folder, 'mainstay.workspace');
      const database = await openBeside(folder, TEST_PASSPHRASE);
      database.pragma(`user_version = ${CURRENT_VERSION + 10 * (index + 1)}`);
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
      const before = hashOf(file);
      const status = await workspaceIn(folder).unlock(TEST_PASSPHRASE, 'passphrase');
      if (status.failure?.code !== 'workspace.newer') return `told ${status.failure?.code ?? status.state}`;
      return hashOf(file) === before ? undefined : 'the file was changed';
    }),
  );
}

const promise = 'Old files always open';

export const faults: readonly Fault[] = [
  {
    row: 14,
    promise,
    how: 'a file of each version given out, killed by strace at 40 places where the update touches the disk',
    tries: 40,
    quick: 0,
    cannot: () =>
      existsSync('dist/electron/cli.js')
        ? spawnSync('which', ['strace']).status === 0
          ? undefined
          : 'strace is not on this computer'
        : 'the program is not built',
    attempt: killUpdates,
  },
  {
    row: 14,
    promise,
    how: 'each migration goes wrong at its end, from each version given out',
    tries: 20,
    quick: 2,
    attempt: failUpdates,
  },
  {
    row: 14,
    promise,
    how: 'files of a newer Mainstay are refused and not touched',
    tries: 10,
    quick: 1,
    attempt: openNewer,
  },
];
