import type { HoursMapping } from '@shared/api/hours-in';
import { ok, type Result, refused } from '@shared/result';
import { cleanCell } from '../statements/cells';
import { readRows } from '../statements/read-statement';
import type { FileRow } from '../statements/rows';

/** The most rows one timesheet file may have: a month of day rows for some 600 PAs. */
const MOST_ROWS = 20_000;

export type HoursFileTable = {
  readonly rows: readonly FileRow[];
  readonly delimiter: HoursMapping['delimiter'];
};

/**
 * The rows of a timesheet file: CSV or a table of a web page, in any usual delimiter and letters. Refuses what is no such file
 * with codes of `hours-in.file-…`.
 */
export function readHoursTable(
  bytes: Uint8Array,
  delimiter?: HoursMapping['delimiter'],
): Result<HoursFileTable> {
  const read = readRows(bytes, delimiter);
  if (!read.ok) return refused(read.code.replace(/^statement\./, 'hours-in.file-'), read.details);
  const rows = read.value.rows
    .map((row) => ({ line: row.line, cells: row.cells.map(cleanCell) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  if (rows.length > MOST_ROWS) return refused('hours-in.file-too-many-lines', { most: MOST_ROWS });
  return ok({ rows, delimiter: read.value.delimiter });
}
