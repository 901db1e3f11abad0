import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../electron/db/migrate';

type Named = { readonly name: string };

/** The first column of each index of a table. */
function waysIn(database: Database.Database, table: string): ReadonlySet<string> {
  const indexes = database.pragma(`index_list("${table}")`) as Named[];
  return new Set(
    indexes.flatMap(({ name }) => (database.pragma(`index_info("${name}")`) as Named[])[0]?.name ?? []),
  );
}

describe('a file of many households', () => {
  const database = new Database(':memory:');
  migrate(database, () => undefined);
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];

  test('finds the rows of one household in every table without reading those of the others', () => {
    const slow = tables.filter((table) => {
      const columns = (database.pragma(`table_info("${table}")`) as Named[]).map(({ name }) => name);
      return columns.includes('household_id') && !waysIn(database, table).has('household_id');
    });
    expect(slow).toEqual([]);
  });

  test('finds the rows about a PA, a pattern or an absence in the same way', () => {
    const parents = ['worker', 'rota_pattern', 'absence', 'shift', 'bank_line'];
    const slow = tables.flatMap((table) =>
      (database.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[])
        .filter((one) => parents.includes(one.table) && !waysIn(database, table).has(one.from))
        .map((one) => `${table}.${one.from}`),
    );
    expect(slow).toEqual([]);
  });
});
