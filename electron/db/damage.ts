import type Database from 'better-sqlite3';
import { openProblemOf } from './open';

/**
 * What is wrong with a table as it lies on the disk: it can't be read, its pages or its indexes don't fit, or a row of it
 * points at one that is not there.
 */
export type TableFault = 'unreadable' | 'damaged' | 'reference';

/** Reads every page and reference of one table. What the program remembers of the file is read anew from the disk. */
export function tableFaults(database: Database.Database, table: string): TableFault[] {
  const faults: TableFault[] = [];
  try {
    database.pragma('shrink_memory');
    const pages = database.pragma(`integrity_check('${table}')`) as { integrity_check: string }[];
    if (pages.some((row) => row.integrity_check !== 'ok')) faults.push('damaged');
    // Every column of every row, so that pages that only hold long texts and files are read too.
    for (const _row of database.prepare(`SELECT * FROM "${table}"`).raw().iterate());
    const references = database.pragma(`foreign_key_check('${table}')`) as unknown[];
    if (references.length > 0) faults.push('reference');
  } catch (error) {
    if (openProblemOf(error) === undefined) throw error;
    return ['unreadable'];
  }
  return faults;
}

/** The names of the tables a file has; none where even that can't be read. */
export function tablesOf(database: Database.Database): string[] {
  try {
    return database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
  } catch (error) {
    if (openProblemOf(error) === undefined) throw error;
    return [];
  }
}
