import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../system/whole-file';
import { sha256OfPieces } from './stored-files';

/**
 * What is known about one backup, in `<moment> <reason>.json` beside it. It is not locked, so it says nothing about the
 * household: how many records there are of each kind would tell a stranger who is ill or away.
 */
const backupNote = z.object({
  format: z.literal(1),
  /** Rises by one with each backup of these records, whatever the computer’s clock says; 0 for one made before notes were kept. */
  sequence: z.int().min(0),
  /** When it was made: UTC, ISO. */
  madeAt: z.string(),
  /** `on-close`, `daily`, `by-hand`, `before-update`, `before-restore` or `before-change`. */
  reason: z.string(),
  /** For `before-change`: the code of what was about to be done. */
  before: z.string().nullable(),
  workspaceId: z.string(),
  schemaVersion: z.int(),
  version: z.string(),
  /** Of the backup's file, in bytes, and its SHA-256 in hex, as they were when it was opened and found good. */
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How far the records had come: equal marks mean that nothing was changed between them. */
  mark: z.string(),
  /** Rows of the whole workspace. */
  records: z.int().min(0),
  /** When it was last opened and checked, or compared with its SHA-256: UTC, ISO. */
  checkedAt: z.string(),
  /** False when the last check found that it is no longer what it was. */
  ok: z.boolean(),
});
export type BackupNote = z.infer<typeof backupNote>;

/** One backup in a folder: three files of one name. `note` is undefined for one made before notes were kept, or whose note was lost. */
export type BackupFile = {
  readonly file: string;
  readonly keysFile: string;
  readonly noteFile: string;
  /** The name without its ending: what names it across folders. */
  readonly name: string;
  readonly at: string;
  readonly reason: string;
  readonly note: BackupNote | undefined;
  /** The bytes that lie there now. */
  readonly size: number;
};

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z) ([a-z-]+)\.workspace$/;

/** The name of a backup made at a moment (UTC, ISO) for a reason (a code). */
function backupName(nowIso: string, reason: string): string {
  return `${nowIso.replace(/[:.]/g, '-')} ${reason}`;
}

/** A name that no backup in the folder has: a clock that stands still or was set back must not cost one. */
export function freeName(folder: string, nowIso: string, reason: string): string {
  for (let after = 0; ; after += 1) {
    const name = backupName(new Date(Date.parse(nowIso) + after).toISOString(), reason);
    if (Object.values(filesOfBackup(folder, name)).every((file) => !existsSync(file))) return name;
  }
}

/** The three files of a backup, by its name. */
export function filesOfBackup(
  folder: string,
  name: string,
): Pick<BackupFile, 'file' | 'keysFile' | 'noteFile' | 'name'> {
  return {
    name,
    file: join(folder, `${name}.workspace`),
    keysFile: join(folder, `${name}.keys`),
    noteFile: join(folder, `${name}.json`),
  };
}

/** The names in a folder; none where there is no folder, or one that can't be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Backups in a folder, newest first: by sequence, and those without a note by the time in their name, after all others. */
export function backupsIn(folder: string): BackupFile[] {
  return namesIn(folder)
    .map((name) => NAME.exec(name))
    .filter((match) => match !== null)
    .map((match) => {
      const files = filesOfBackup(folder, match[0].replace(/\.workspace$/, ''));
      return {
        ...files,
        at: (match[1] ?? '').replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/, 'T$1:$2:$3.$4Z'),
        reason: match[2] ?? '',
        note: readNote(files.noteFile),
        size: statSync(files.file, { throwIfNoEntry: false })?.size ?? 0,
      };
    })
    .sort((a, b) => (b.note?.sequence ?? 0) - (a.note?.sequence ?? 0) || (a.at < b.at ? 1 : -1));
}

/** Whether a backup was found good when it was last checked, and still has the size it had then. */
export function isGood(backup: BackupFile): boolean {
  return backup.note?.ok === true && backup.note.size === backup.size;
}

/** A backup's note, or `undefined` when there is none that can be read. */
function readNote(file: string): BackupNote | undefined {
  try {
    return backupNote.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes a backup's note, whole or not at all. */
export function writeNote(file: string, note: BackupNote): void {
  writeWhole(file, `${JSON.stringify(note, null, 2)}\n`);
}

const PIECE = 1024 * 1024;

/**
 * The SHA-256 of a file, in hex; each piece of it is given to `seen` too, whole but for the last. Throws what went wrong in
 * reading it.
 */
export function sha256Of(file: string, seen: (piece: Uint8Array) => void = () => undefined): string {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
      seen(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** The same while other work goes on: for large files and slow sticks. */
export function sha256SlowlyOf(file: string): Promise<string> {
  return sha256OfPieces(createReadStream(file, { highWaterMark: PIECE }));
}
