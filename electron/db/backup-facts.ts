import type Database from 'better-sqlite3';

/** The schema version of an open file, and how many rows it holds in all. */
export function fileFacts(database: Database.Database): {
  readonly schemaVersion: number;
  readonly records: number;
} {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  return {
    schemaVersion: Number(database.pragma('user_version', { simple: true })),
    records: tables.reduce(
      (sum, table) => sum + Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
      0,
    ),
  };
}
