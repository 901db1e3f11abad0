import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDamage, openDatabase } from '../../electron/db/open';
import { readEnvelope } from '../../electron/services/workspace-files';
import { openSlot } from '../../electron/system/key-envelope';
import { TEST_PASSPHRASE } from './workspace';

/** Everything a workspace file holds: its version, a digest of all rows of each table, and what is damaged. */
export type FileRows = {
  readonly version: number;
  readonly tables: Readonly<Record<string, string>>;
  readonly households: readonly string[];
  readonly damage: readonly string[];
  /** Stored files whose bytes are no longer those of their hash. */
  readonly changedFiles: readonly string[];
};

/** Reads a whole workspace file that nobody has open, by a passphrase and a key file. Throws when it can't be opened. */
export async function fileRows(
  file: string,
  keysFile: string,
  passphrase: string = TEST_PASSPHRASE,
): Promise<FileRows> {
  const envelope = readEnvelope(keysFile);
  const slot = envelope?.slots.find((one) => one.kind === 'passphrase');
  const key =
    envelope === undefined || slot === undefined
      ? undefined
      : await openSlot(slot, passphrase, envelope.workspaceId);
  if (key === undefined) throw new Error('The passphrase does not open the key file');
  // A copy is read, so that looking changes nothing.
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-rows-'));
  const copy = join(folder, 'copy.workspace');
  copyFileSync(file, copy);
  const database = openDatabase(copy, key);
  try {
    const names = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const tables: Record<string, string> = {};
    for (const name of names) {
      const hash = createHash('sha256');
      const rows = database
        .prepare(`SELECT * FROM "${name}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row));
      for (const row of rows.sort()) hash.update(row);
      tables[name] = hash.digest('hex');
    }
    const files = database.prepare('SELECT hash, bytes FROM stored_file').all() as {
      hash: string;
      bytes: Buffer;
    }[];
    return {
      version: Number(database.pragma('user_version', { simple: true })),
      tables,
      households: database.prepare('SELECT name FROM household ORDER BY rowid').pluck().all() as string[],
      damage: findDamage(database),
      changedFiles: files
        .filter(({ hash, bytes }) => createHash('sha256').update(bytes).digest('hex') !== hash)
        .map(({ hash }) => hash),
    };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is not the same in two files: names of tables, `version` or `damage`. */
export function differences(one: FileRows, other: FileRows): string[] {
  const names = new Set([...Object.keys(one.tables), ...Object.keys(other.tables)]);
  return [
    ...[...names].filter((name) => one.tables[name] !== other.tables[name]),
    ...(one.version === other.version ? [] : ['version']),
    ...(other.damage.length + other.changedFiles.length > 0 ? ['damage'] : []),
  ];
}

/** Puts a backup where a clean computer looks for records, as a person would by hand. */
export function putInPlace(
  backup: { readonly file: string; readonly keysFile: string },
  folder: string,
): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(backup.file, join(folder, 'mainstay.workspace'));
  copyFileSync(backup.keysFile, join(folder, 'mainstay.keys'));
}
