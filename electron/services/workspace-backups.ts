import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToLetGo } from '@shared/backups/keep';
import { fileFacts } from '../db/backup-facts';
import { findDamage, OpenError, openDatabase, openProblemOf } from '../db/open';
import { PageCheck } from '../db/pages';
import { changeMark } from '../db/queries/backups';
import { WorkspaceDatabase } from '../db/workspace-database';
import { Refusal, refuse } from '../refusal';
import { londonDay } from '../system/clock';
import type { Folders } from '../system/folders';
import { flush, flushFolder } from '../system/whole-file';
import {
  type BackupFile,
  type BackupNote,
  backupsIn,
  filesOfBackup,
  freeName,
  isGood,
  sha256Of,
  writeNote,
} from './backups-notes';
import { keysFile, readEnvelope, workspaceFile } from './workspace-files';
import { BIG_FILE } from './workspace-look-through';

export type BackupReason =
  | 'on-close'
  | 'daily'
  | 'by-hand'
  | 'before-update'
  | 'before-restore'
  | 'before-change';

export type BackupRequest = {
  readonly folders: Folders;
  readonly database: WorkspaceDatabase;
  readonly dataKey: Buffer;
  /** UTC, ISO. */
  readonly now: string;
  readonly version: string;
  readonly reason: BackupReason;
  /** For `before-change`: the code of what is about to be done. */
  readonly before?: string | undefined;
};

/** The ending of a backup that is still being made: never listed, and taken away by the next one. */
const PART = '.part';
/** Left free on a disk, so that the records themselves can still be saved. */
const ROOM_LEFT = 4 * 1024 * 1024;

/**
 * Copies the whole workspace, opens the copy and checks it, notes what it is, and only then gives it its name. Throws what
 * went wrong, and leaves nothing half made behind. Refuses with `backup.failed` when the copy does not pass its check.
 */
export function makeBackup(request: BackupRequest): BackupFile {
  const { folders, database, now, reason } = request;
  const folder = folders.backupsFolder;
  mkdirSync(folder, { recursive: true });
  removeParts(folder);
  const size = statSync(workspaceFile(folders), { throwIfNoEntry: false })?.size ?? 0;
  if (!hasRoom(folder, size)) throw new OpenError('workspace.disk-full');
  const files = filesOfBackup(folder, freeName(folder, now, reason));
  const part = files.file + PART;
  try {
    database.copyTo(part);
    flush(part);
    copyFileSync(keysFile(folders), files.keysFile);
    flush(files.keysFile);
    const note = checkedNote(request, part, nextSequence(folder));
    writeNote(files.noteFile, note);
    renameSync(part, files.file);
    flushFolder(folder);
    return { ...files, at: now, reason, note, size: note.size };
  } catch (error) {
    const begun = [part, `${part}-journal`, files.file, files.keysFile, files.noteFile];
    for (const file of begun) rmSync(file, { force: true });
    throw error;
  }
}

/**
 * Reads every page of a file and answers its SHA-256. Of a big one each page is proved by the check at its end, all in one
 * reading; whether its rows point at each other as they should is then left to the records that it was copied from.
 */
function read(
  file: string,
  dataKey: Buffer,
): { readonly sha256: string; readonly isWhole: boolean | undefined } {
  if (statSync(file).size < BIG_FILE) return { sha256: sha256Of(file), isWhole: undefined };
  const pages = new PageCheck(dataKey);
  return { sha256: sha256Of(file, (piece) => pages.add(piece)), isWhole: pages.isWhole };
}

/** Opens a copy, reads every page of it, and answers what it is. */
function checkedNote(request: BackupRequest, file: string, sequence: number): BackupNote {
  const { sha256, isWhole } = read(file, request.dataKey);
  const copy = openDatabase(file, request.dataKey, { readOnly: true });
  try {
    if (!(isWhole ?? findDamage(copy).length === 0)) refuse('backup.failed');
    const records = new WorkspaceDatabase(copy, () => request.now);
    return {
      format: 1,
      sequence,
      madeAt: request.now,
      reason: request.reason,
      before: request.before ?? null,
      workspaceId: records.fact('id') ?? refuse('backup.failed'),
      ...fileFacts(copy),
      version: request.version,
      size: statSync(file).size,
      sha256,
      mark: changeMark(records),
      checkedAt: request.now,
      ok: true,
    };
  } finally {
    copy.close();
  }
}

/** The sequence number of the next backup: one more than any that is noted, at least 1. */
function nextSequence(folder: string): number {
  return 1 + Math.max(0, ...backupsIn(folder).map((one) => one.note?.sequence ?? 0));
}

function removeParts(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.endsWith(PART)) rmSync(join(folder, name), { force: true });
}

/** Whether a disk has room for so many bytes and a little more. Where the system can't say, it is tried. */
export function hasRoom(folder: string, size: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > size + ROOM_LEFT;
  } catch {
    return true;
  }
}

/**
 * Lets go the backups of these records in a folder that need no longer be kept. Answers their names. What nobody noted is
 * ours in the own folder alone: a stick may hold somebody else's.
 */
export function pruneBackups(
  folder: string,
  workspaceId: string,
  unnoted: 'ours' | 'not-ours',
): readonly string[] {
  const own = backupsIn(folder).filter((one) =>
    one.note === undefined ? unnoted === 'ours' : one.note.workspaceId === workspaceId,
  );
  const letGo = backupsToLetGo(
    own.map((one) => ({
      name: one.name,
      day: londonDay(Date.parse(one.at)),
      sequence: one.note?.sequence ?? 0,
      reason: one.reason,
      good: one.note === undefined || isGood(one),
    })),
  );
  for (const one of own.filter(({ name }) => letGo.includes(name)))
    for (const file of [one.file, one.keysFile, one.noteFile]) rmSync(file, { force: true });
  return letGo;
}

/**
 * Opens a backup again, reads all of it and compares it with what was noted. Answers its note as it is now, which is kept
 * beside it; a folder that can't be written keeps the older note.
 */
export function checkBackup(backup: BackupFile, dataKey: Buffer, now: string): BackupNote {
  const note = recheck(backup, dataKey, now);
  try {
    writeNote(backup.noteFile, note);
  } catch {
    // A stick that is locked against writing can still be read.
  }
  return note;
}

function recheck(backup: BackupFile, dataKey: Buffer, now: string): BackupNote {
  const { sha256, isWhole } = read(backup.file, dataKey);
  const known: BackupNote = backup.note ?? {
    format: 1,
    sequence: 0,
    madeAt: backup.at,
    reason: backup.reason,
    before: null,
    workspaceId: '',
    schemaVersion: 0,
    records: 0,
    version: '',
    size: Math.max(1, backup.size),
    sha256,
    mark: '',
    checkedAt: now,
    ok: true,
  };
  const damaged = { ...known, checkedAt: now, ok: false };
  const keys = readEnvelope(backup.keysFile);
  if (sha256 !== known.sha256 || keys === undefined) return damaged;
  try {
    const copy = openDatabase(backup.file, dataKey, { readOnly: true });
    try {
      if (!(isWhole ?? findDamage(copy).length === 0)) return damaged;
      const records = new WorkspaceDatabase(copy, () => now);
      const workspaceId = records.fact('id');
      if (workspaceId === undefined || workspaceId !== keys.workspaceId) return damaged;
      return {
        ...known,
        ...fileFacts(copy),
        workspaceId,
        mark: changeMark(records),
        checkedAt: now,
        ok: true,
      };
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof OpenError) return damaged;
    throw error;
  }
}

/**
 * The code of what stopped a backup, or `undefined` for a bug of ours: `workspace.disk-full`, `workspace.read-only`,
 * `workspace.damaged` (the records themselves can't be read), else `backup.failed`.
 */
export function backupProblemOf(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.code;
  const system = (error as { code?: unknown } | null)?.code;
  const code = error instanceof OpenError ? error.code : openProblemOf(error);
  if (code === 'workspace.disk-full' || code === 'workspace.read-only') return code;
  if (
    code === 'workspace.damaged' &&
    !(error instanceof OpenError) &&
    !String(system).startsWith('SQLITE_IOERR')
  )
    return code;
  return code !== undefined || typeof system === 'string' ? 'backup.failed' : undefined;
}
