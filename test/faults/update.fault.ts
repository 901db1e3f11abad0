import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { OpenError, openDatabase } from '../../electron/db/open';
import type { Fault, FaultOutcome } from '../support/fault';
import { fileHash, startApp, TEST_SECRET } from '../support/opened-app';
import { makeReleasedFile, RELEASED, type ReleasedVersion } from '../support/released-files';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Every row of a file, by table. */
function rowsOf(database: Database.Database): Rows {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      database.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all() as Record<string, unknown>[],
    ]),
  );
}

function readAll(file: string, version: ReleasedVersion): Rows {
  const database = openDatabase(file, Buffer.alloc(32, version), { readOnly: file.includes('backups') });
  try {
    return rowsOf(database);
  } finally {
    database.close();
  }
}

/** The first row that is no longer as it was, by the columns it had then. */
function firstLost(before: Rows, after: Rows): string | undefined {
  for (const [table, rows] of Object.entries(before)) {
    if (table === 'workspace_fact') continue;
    const there = new Set(Object.keys(after[table]?.[0] ?? {}));
    const columns = Object.keys(rows[0] ?? {}).filter((column) => there.has(column));
    const text = (row: Readonly<Record<string, unknown>>) =>
      JSON.stringify(columns.map((column) => row[column]));
    const now = new Set((after[table] ?? []).map(text));
    const lost = rows.findIndex((row) => !now.has(text(row)));
    if (lost >= 0) return `row ${lost + 1} of ${table} is not what it was`;
  }
  return undefined;
}

async function updateOnce(folder: string, version: ReleasedVersion): Promise<string | undefined> {
  const live = join(folder, 'mainstay.workspace');
  await makeReleasedFile(folder, version);
  const before = readAll(live, version);
  const app = startApp(folder);
  try {
    const status = await app.client.workspace.unlock(TEST_SECRET);
    if (status.state !== 'open') return `it was not opened: ${status.failure?.code}`;
  } finally {
    await app.close();
  }
  const lost = firstLost(before, readAll(live, version));
  if (lost !== undefined) return lost;

  // The earlier program again, over the newer file: refused, and nothing of it changes.
  const earlier = MIGRATIONS.filter((one) => one.version <= version);
  const hash = fileHash(live);
  const newer = openDatabase(live, Buffer.alloc(32, version));
  try {
    migrate(newer, () => undefined, earlier);
    return 'the earlier program took the newer file';
  } catch (error) {
    if (!(error instanceof OpenError) || error.code !== 'workspace.newer') throw error;
  } finally {
    newer.close();
  }
  if (fileHash(live) !== hash) return 'the earlier program changed the newer file';

  // And over the copy that was made before the update.
  const copy = app.context.workspace.keeper.list().find((one) => one.reason === 'before-update');
  if (copy === undefined) return 'no copy was made before the update';
  const old = openDatabase(copy.file, Buffer.alloc(32, version), { readOnly: true });
  try {
    migrate(old, () => undefined, earlier);
    return JSON.stringify(rowsOf(old)) === JSON.stringify(before)
      ? undefined
      : 'the copy is not what was there before the update';
  } finally {
    old.close();
  }
}

const update: Fault = {
  row: 34,
  promise: 'An update loses nothing, and going back to the earlier program opens the copy from before it',
  how: 'files of each released version are opened by this one and compared row by row; the earlier schema’s program is given both the newer file and the copy. (Updates stopped half way: row 14. There are no released packages yet to install over one another.)',
  tries: 40,
  quick: 4,
  attempt: async (tries): Promise<FaultOutcome> => {
    const failures: string[] = [];
    for (let turn = 0; turn < tries; turn += 1) {
      const version = RELEASED[turn % RELEASED.length] ?? 10;
      const folder = mkdtempSync(join(tmpdir(), 'mainstay-update-fault-'));
      try {
        mkdirSync(folder, { recursive: true });
        const failure = await updateOnce(folder, version);
        if (failure !== undefined) failures.push(`from version ${version}: ${failure}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return { tries, failures };
  },
};

export const faults: readonly Fault[] = [update];
