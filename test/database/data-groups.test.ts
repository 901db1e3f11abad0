import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import copyWords from '@resources/documents/privacy-copy.json';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { openDatabase } from '../../electron/db/open';
import { ABOUT_A_WORKER } from '../../electron/db/queries/privacy';
import { TABLE_GROUPS, WORKER_GROUPS } from '../../electron/services/privacy-columns';

function emptyFile() {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-groups-'));
  const database = openDatabase(join(folder, 'one.workspace'), Buffer.alloc(32, 7), { create: true });
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  migrate(database, () => undefined, MIGRATIONS);
  return database;
}

const columnsOf = (database: ReturnType<typeof emptyFile>, table: string): string[] =>
  (database.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);

test('each table of the file, and each thing said of a PA, is in the list of data', () => {
  const database = emptyFile();
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  expect([...Object.keys(TABLE_GROUPS), 'worker'].sort()).toEqual(tables.sort());
  const said = columnsOf(database, 'worker').filter(
    (column) => !['id', 'household_id', 'position'].includes(column),
  );
  expect(Object.keys(WORKER_GROUPS).sort()).toEqual(said.sort());
});

test('each table that names a PA is in the copy for a PA, and has words for its columns', () => {
  const database = emptyFile();
  const naming = [...Object.keys(TABLE_GROUPS)].filter((table) =>
    columnsOf(database, table).includes('worker_id'),
  );
  expect(naming.filter((table) => !(ABOUT_A_WORKER as readonly string[]).includes(table))).toEqual([]);
  const words: Readonly<Record<string, string>> = copyWords.columns;
  const joining = [
    'id',
    'household_id',
    'worker_id',
    'position',
    'action_id',
    'covers_key',
    'covers_absence_id',
  ];
  for (const table of ABOUT_A_WORKER)
    expect(
      columnsOf(database, table)
        .filter((column) => !joining.includes(column) && words[column] === undefined)
        .map((column) => `${table}.${column}`),
    ).toEqual([]);
});
