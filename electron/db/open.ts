import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** An open file, as those who don’t read it themselves hand it on. */
export type DatabaseFile = Database.Database;

export type OpenProblem =
  | 'workspace.damaged'
  | 'workspace.in-use'
  | 'workspace.read-only'
  | 'workspace.missing'
  | 'workspace.disk-full'
  | 'workspace.disk-fault'
  | 'workspace.newer';

/** The workspace file can't be opened; nothing in it was changed. */
export class OpenError extends Error {
  readonly code: OpenProblem;
  constructor(code: OpenProblem, cause?: unknown) {
    super(code, { cause });
    this.name = 'OpenError';
    this.code = code;
  }
}

/** Memory for pages of an open file (kB). */
export const USUAL_PAGES_KB = 32_000;

/** The system's words for a folder that can't be written in; the last two for a file that stands in its place. */
const NOT_WRITABLE = ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'];

/** What the driver says of a disk that could not read or write; other such words are about what it read. */
const DISK_FAULTS = [
  'READ',
  'WRITE',
  'FSYNC',
  'DIR_FSYNC',
  'TRUNCATE',
  'FSTAT',
  'DELETE',
  'CLOSE',
  'SEEK',
  'ACCESS',
].map((what) => `SQLITE_IOERR_${what}`);

/** Which way of failing a driver error means; `undefined` for a bug of ours. */
export function openProblemOf(error: unknown): OpenProblem | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return undefined;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'workspace.damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'workspace.in-use';
  // A lock for writing can't be had on a file that was opened for reading alone.
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_IOERR_LOCK' || NOT_WRITABLE.includes(code))
    return 'workspace.read-only';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'workspace.disk-full';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'workspace.missing';
  if (DISK_FAULTS.includes(code) || code === 'SQLITE_IOERR' || code === 'EIO') return 'workspace.disk-fault';
  if (code.startsWith('SQLITE_IOERR')) return 'workspace.damaged';
  return undefined;
}

/**
 * Opens an encrypted workspace file with its data key (32 bytes) and checks that it can be read and written.
 * One program at a time: a second one is refused with `workspace.in-use`. Never makes a file unless `create` says so.
 */
export function openDatabase(
  file: string,
  dataKey: Buffer,
  options: { readonly create?: boolean; readonly readOnly?: boolean } = {},
): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (options.readOnly !== true) mustBeWritable(file);
    database = new Database(file, {
      fileMustExist: options.create !== true,
      readonly: options.readOnly === true,
      timeout: 500,
    });
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    database.pragma(`key = "x'${dataKey.toString('hex')}'"`);
    // Two programs that write the same file would lose each other's work: the first one holds it.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('foreign_keys = ON');
    // Each page is decrypted when it is read: ten years of money are read three times as quickly where they stay.
    database.pragma(`cache_size = ${-USUAL_PAGES_KB}`);
    database.pragma('trusted_schema = OFF');
    // The driver takes a file of a byte or two for one that was just made, and would write a new one over it.
    if (options.create !== true && database.pragma('page_count', { simple: true }) === 0)
      throw Object.assign(new Error('A file without a page'), { code: 'SQLITE_NOTADB' });
    if (options.readOnly !== true) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = ON');
      database.pragma('temp_store = MEMORY');
      // Takes the lock at once, and finds a read-only folder now rather than at the first save.
      database.exec('BEGIN IMMEDIATE; COMMIT;');
    }
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database?.close();
    const code = openProblemOf(error);
    if (code === undefined) throw error;
    throw new OpenError(code, error);
  }
}

/** The folder, the file and its log: the driver finds a part of it out late, and calls it damage. Throws what the system says. */
function mustBeWritable(file: string): void {
  if (!existsSync(dirname(file))) return;
  accessSync(dirname(file), constants.W_OK);
  for (const one of [file, `${file}-wal`]) if (existsSync(one)) accessSync(one, constants.W_OK);
}

/** Reads every page and every reference: the list of what is wrong, empty when all is well. */
export function findDamage(database: Database.Database): string[] {
  try {
    const rows = database.pragma('integrity_check(20)') as { integrity_check: string }[];
    const faults = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    const references = database.pragma('foreign_key_check') as { table: string }[];
    return [...faults, ...references.map((row) => `reference:${row.table}`)];
  } catch (error) {
    const code = openProblemOf(error);
    if (code === undefined) throw error;
    return [code];
  }
}

/**
 * How far the records of an open file have come, read anew and whole when asked; `undefined` when they can't be read. Of a big
 * file only what says so is read anew: all of it would take longer than anybody waits.
 */
export function markOf(file: DatabaseFile, anew: boolean, isBig = false): unknown {
  try {
    if (anew) file.pragma('shrink_memory');
    if (anew && !isBig && findDamage(file).length > 0) return undefined;
    if (anew && isBig) file.prepare('SELECT count(*) FROM sqlite_schema').get();
    return file.prepare('SELECT coalesce(max(id), 0) FROM action').pluck().get();
  } catch {
    return undefined;
  }
}
