import names from '@resources/documents/file-names.json';
import { CURRENT_VERSION } from '../db/migrate';
import { RECORD_TABLES, recordFiles, recordRows } from '../db/queries/open-record';
import { type CsvCell, csvForPeople, csvNumber } from '../files/documents/csv';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { zipFiles } from '../files/documents/zip';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import { sha256 } from './stored-files';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
};

/**
 * One cell of an open table: empty for nothing, a number as a number, also one below nothing, and `\n` for a new line, so
 * that each row stays one line.
 */
export function openCell(value: unknown): CsvCell {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? csvNumber(value) : String(value).replace(/\r?\n/g, '\\n');
}

/** Every row of every table of a household, as one JSON text. Refuses with `not-found`. */
function recordJson(context: ServiceContext, householdId: string) {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const tables: Record<string, Record<string, unknown>[]> = { household: [household] };
  for (const table of RECORD_TABLES) tables[table] = recordRows(db, table, householdId);
  const record = {
    format: 'mainstay-open-record-1',
    schema: CURRENT_VERSION,
    program: context.version,
    made: context.clock.nowIso(),
    money: 'whole pence',
    tables,
  };
  return { household, tables, bytes: new TextEncoder().encode(`${JSON.stringify(record, null, 1)}\n`) };
}

/** The record alone, as JSON. */
export function openRecordFile(context: ServiceContext, householdId: string): MadeFile {
  const { household, bytes } = recordJson(context, householdId);
  return {
    name: safeFileName(fill(names.openRecordJson, { household: household.name, day: todayOf(context) })),
    mediaType: 'application/json',
    bytes,
  };
}

/**
 * The whole record of a household as open files: `record.json` with every row of every table, the same as one CSV a
 * table, the files by their hash, and `manifest.json` with the SHA-256 of each. Nothing in it needs Mainstay to be read.
 */
export function openRecord(context: ServiceContext, householdId: string): MadeFile {
  const db = databaseOf(context);
  const { household, tables, bytes } = recordJson(context, householdId);
  const text = new TextEncoder();
  const entries: { folders?: readonly string[]; name: string; bytes: Uint8Array }[] = [
    { name: 'record.json', bytes },
  ];
  for (const [table, rows] of Object.entries(tables)) {
    if (rows[0] === undefined) continue;
    const columns = Object.keys(rows[0]);
    entries.push({
      folders: ['tables'],
      name: `${table}.csv`,
      bytes: csvForPeople(
        columns,
        rows.map((row) => columns.map((column) => openCell(row[column]))),
      ),
    });
  }
  for (const file of recordFiles(db, householdId)) {
    entries.push({
      folders: ['files'],
      name: `${file.hash}.${ENDINGS[file.media_type] ?? 'bin'}`,
      bytes: new Uint8Array(file.bytes),
    });
  }
  const manifest = entries.map((entry) => ({
    file: [...(entry.folders ?? []), entry.name].join('/'),
    sha256: sha256(entry.bytes),
  }));
  entries.push({ name: 'manifest.json', bytes: text.encode(`${JSON.stringify(manifest, null, 1)}\n`) });
  return {
    name: safeFileName(fill(names.openRecord, { household: household.name, day: todayOf(context) })),
    mediaType: 'application/zip',
    bytes: zipFiles(entries),
  };
}
