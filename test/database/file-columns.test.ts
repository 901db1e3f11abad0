import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { openDatabase } from '../../electron/db/open';
import { FILE_COLUMNS } from '../../electron/db/queries/open-record';

test('the open record takes the files of every column that names one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-files-'));
  const database = openDatabase(join(folder, 'one.workspace'), Buffer.alloc(32, 7), { create: true });
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  migrate(database, () => undefined, MIGRATIONS);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
    name: string;
  }[];
  const naming = tables.flatMap(({ name }) =>
    (database.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[])
      .filter((key) => key.table === 'stored_file')
      .map((key) => `${name}.${key.from}`),
  );
  expect(naming.sort()).toEqual(FILE_COLUMNS.map((column) => column.join('.')).sort());
});
