import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, type Stats } from 'node:fs';
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { openDatabase } from '../db/open';
import { refuse } from '../refusal';
import type { BackupPlace } from '../system/settings';
import { flushFolder, writeWhole } from '../system/whole-file';
import {
  type BackupFile,
  backupsIn,
  filesOfBackup,
  freeName,
  isGood,
  sha256SlowlyOf,
  writeNote,
} from './backups-notes';
import { hasRoom, pruneBackups } from './workspace-backups';

/** The folder in a place that holds the copies. */
const PLACE_FOLDER = 'Mainstay backups';
/** Names the place: an empty folder where a stick was taken out, or another stick, is not it. */
const MARKER = 'mainstay-place.json';

/** A disk that does not answer in this time counts as away. */
const ANSWER_MS = 8000;

/** Why a place has no newer copy: codes. */
export type PlaceProblem =
  | 'place.away'
  | 'place.not-it'
  | 'place.full'
  | 'place.read-only'
  | 'place.copy-differs'
  | 'place.failed';

export function copiesFolder(place: Pick<BackupPlace, 'folder'>): string {
  return join(place.folder, PLACE_FOLDER);
}

/** Whether a place is there now and is the one that was chosen: `undefined` when it is, else why not. */
export async function placeStanding(place: BackupPlace): Promise<PlaceProblem | undefined> {
  const here = await soon(stat(place.folder));
  if (here === undefined || !here.isDirectory()) return 'place.away';
  return (await markerOf(place.folder)) === place.id ? undefined : 'place.not-it';
}

/** What a system call answers, or `undefined` when it fails or does not answer soon. */
async function soon(asked: Promise<Stats>): Promise<Stats | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), ANSWER_MS);
  });
  try {
    return await Promise.race([asked.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function markerOf(folder: string): Promise<string | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, PLACE_FOLDER, MARKER), 'utf8'));
    return typeof read === 'object' && read !== null && 'id' in read && typeof read.id === 'string'
      ? read.id
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes a folder a place for copies and answers it. A folder that was one before goes on as the same. Refuses, in the field
 * `folder`, with `place.not-whole` (no whole path), `place.away`, `place.not-a-folder`, `place.inside-records`, `place.already`,
 * `place.read-only` or `place.full`.
 */
export async function preparePlace(
  typed: string,
  workspaceFolder: string,
  places: readonly BackupPlace[],
  now: string,
): Promise<BackupPlace> {
  if (!isAbsolute(typed)) refuse('place.not-whole', {}, 'folder');
  const folder = resolve(typed);
  const here = (await soon(stat(folder))) ?? refuse('place.away', {}, 'folder');
  if (!here.isDirectory()) refuse('place.not-a-folder', {}, 'folder');
  const inside = relative(resolve(workspaceFolder), folder);
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside)))
    refuse('place.inside-records', {}, 'folder');
  if (places.some((place) => resolve(place.folder) === folder)) refuse('place.already', {}, 'folder');
  const known = await markerOf(folder);
  const id = known !== undefined && places.every((place) => place.id !== known) ? known : randomUUID();
  const place: BackupPlace = { id, folder, addedAt: now, last: null, problem: null };
  markPlace(place);
  return place;
}

/** Writes the marker that names a place. Refuses with `place.read-only`, `place.full` or `place.failed`, in the field `folder`. */
export function markPlace(place: BackupPlace): void {
  try {
    makeFolder(copiesFolder(place));
    writeWhole(join(copiesFolder(place), MARKER), `${JSON.stringify({ format: 1, id: place.id })}\n`);
  } catch (error) {
    refuse(problemOf(error), {}, 'folder');
  }
}

/** Whether a place is on the same disk as the records, which helps less. */
export async function isSameDisk(place: BackupPlace, workspaceFolder: string): Promise<boolean> {
  const [one, other] = [await soon(stat(place.folder)), await soon(stat(workspaceFolder))];
  return one !== undefined && other !== undefined && one.dev === other.dev;
}

/**
 * Copies a backup to a place and lets go the copies that need no longer be kept. Answers why not, or `undefined` when it
 * lies there, compared and opened.
 */
export async function copyToPlace(
  place: BackupPlace,
  backup: BackupFile,
  dataKey: () => Buffer | undefined,
  now: string,
): Promise<PlaceProblem | undefined> {
  const standing = await placeStanding(place);
  if (standing !== undefined) return standing;
  const problem = await copyInto(copiesFolder(place), backup, dataKey, now);
  if (problem !== undefined || backup.note === undefined) return problem;
  try {
    pruneBackups(copiesFolder(place), backup.note.workspaceId, 'not-ours');
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

/**
 * Copies a backup into a folder, reads the copy back from there, compares every byte by its SHA-256 and opens it with the key
 * where there is one. Answers why not, or `undefined` when it lies there.
 */
export async function copyInto(
  folder: string,
  backup: BackupFile,
  dataKey: () => Buffer | undefined,
  now: string,
): Promise<PlaceProblem | undefined> {
  const { note } = backup;
  if (note === undefined) return 'place.failed';
  // A stick may hold the backup of other records by the same name: that one is let be.
  const same = backupsIn(folder).find((one) => one.name === backup.name);
  const isOther = same?.note !== undefined && same.note.workspaceId !== note.workspaceId;
  const there = isOther ? backupsIn(folder).find((one) => one.note?.sha256 === note.sha256) : same;
  const name = there?.name ?? (isOther ? freeName(folder, backup.at, backup.reason) : backup.name);
  const files = filesOfBackup(folder, name);
  const part = `${files.file}.part`;
  try {
    makeFolder(folder);
    if (there?.note?.sha256 !== note.sha256 || !isGood(there)) {
      if (!hasRoom(folder, note.size)) return 'place.full';
      await copyFlushed(backup.file, part);
      if ((await sha256SlowlyOf(part)) !== note.sha256) return 'place.copy-differs';
      const key = dataKey();
      if (key !== undefined) openDatabase(part, key, { readOnly: true }).close();
      await copyFlushed(backup.keysFile, files.keysFile);
      writeNote(files.noteFile, { ...note, checkedAt: now, ok: true });
      await rename(part, files.file);
      tryFlush(folder);
    }
    return undefined;
  } catch (error) {
    return problemOf(error);
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

async function copyFlushed(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes one folder where there is none. Not those around it: some file systems would be asked for ever. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) mkdirSync(folder);
}

/** Some sticks can't flush a folder's names by themselves. */
function tryFlush(folder: string): void {
  try {
    flushFolder(folder);
  } catch {
    // The files themselves are flushed.
  }
}

function problemOf(error: unknown): PlaceProblem {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'place.full';
  if (['EACCES', 'EROFS', 'EPERM'].includes(code)) return 'place.read-only';
  if (['ENOENT', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN'].includes(code)) return 'place.away';
  return 'place.failed';
}
