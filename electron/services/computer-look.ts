import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import type { FolderLook, StartingPlace } from '@shared/api/computer';
import { refuse } from '../refusal';
import { type FolderPlatform, folderPlatform } from '../system/folders';
import type { ServiceContext } from './context';

/** More than this many folders in one folder are not told one by one. */
const MOST_FOLDERS = 300;

/** Names of records, of backups, and of what was set aside before one was brought back. */
const RECORDS_NAME = /\.workspace( |$)/;

const byName = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/**
 * What is in a folder of this computer: its folders, and the files that hold records. Without a folder, the person's own.
 * Refuses with `computer.not-there`, `computer.not-allowed` or `computer.not-a-folder`, in the field `folder`.
 */
export async function lookAtFolder(context: ServiceContext, folder: string | null): Promise<FolderLook> {
  const home = homeFolder();
  const asked = folder === null || folder.trim() === '' ? home : folder.trim();
  if (!isAbsolute(asked) || asked.includes('\0')) refuse('computer.not-there', {}, 'folder');
  const whole = tidy(asked);
  const names = await readdir(whole, { withFileTypes: true }).catch((error: unknown) => notRead(error));
  const folders: { name: string; folder: string }[] = [];
  const records: FolderLook['records'] = [];
  for (const entry of names.sort((a, b) => byName.compare(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(whole, entry.name);
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path))))
      folders.push({ name: entry.name, folder: path });
    else if (RECORDS_NAME.test(entry.name) && !/-(wal|shm|journal)$/.test(entry.name)) {
      const found = await stat(path).catch(() => undefined);
      if (found?.isFile() === true && found.size > 0)
        records.push({
          name: entry.name,
          file: path,
          bytes: found.size,
          changedAt: found.mtime.toISOString(),
        });
    }
  }
  return {
    folder: whole,
    name: basename(whole) || whole,
    parent: dirname(whole) === whole ? null : dirname(whole),
    canWrite: await canWrite(whole),
    freeBytes: await freeBytes(whole),
    folders: folders.slice(0, MOST_FOLDERS),
    moreFolders: Math.max(0, folders.length - MOST_FOLDERS),
    records: records.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    places: await startingPlaces(folderPlatform(), home, context.folders.workspaceFolder),
  };
}

/** Where people keep things: their own folder, its documents, each disk and stick that is in, and the records' own folder. */
async function startingPlaces(
  platform: FolderPlatform,
  home: string,
  recordsFolder: string,
): Promise<StartingPlace[]> {
  const offered: { kind: StartingPlace['kind']; folder: string }[] = [
    ...(await disks(platform)).map((folder) => ({ kind: 'disk', folder }) as const),
    { kind: 'documents', folder: join(home, 'Documents') },
    { kind: 'desktop', folder: join(home, 'Desktop') },
    { kind: 'home', folder: home },
    { kind: 'records', folder: recordsFolder },
  ];
  const places: StartingPlace[] = [];
  for (const { kind, folder } of offered) {
    if (places.some((place) => place.folder === folder) || !(await isFolder(folder))) continue;
    places.push({ kind, folder, name: basename(folder) || folder, freeBytes: await freeBytes(folder) });
  }
  return places;
}

/** The disks and sticks that a person can see, without the system's own. */
async function disks(platform: FolderPlatform): Promise<string[]> {
  switch (platform) {
    case 'win32': {
      const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
      const there = await Promise.all(letters.map(isFolder));
      return letters.filter((_letter, at) => there[at]);
    }
    case 'darwin':
      return foldersIn('/Volumes');
    case 'linux': {
      const name = user()?.username ?? '';
      const found = await Promise.all(
        [`/media/${name}`, `/run/media/${name}`, '/media', '/mnt'].map(mountedIn),
      );
      return found.flat();
    }
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}

/** Folders that are another disk than the one around them. */
async function mountedIn(folder: string): Promise<string[]> {
  const around = await stat(folder).catch(() => undefined);
  const mounted: string[] = [];
  for (const inside of around === undefined ? [] : await foldersIn(folder)) {
    const own = await stat(inside).catch(() => undefined);
    if (own !== undefined && own.dev !== around?.dev) mounted.push(inside);
  }
  return mounted;
}

/** The person's own folder as the system has it, whatever the environment says. */
function homeFolder(): string {
  return user()?.homedir ?? homedir();
}

/** The person as the system knows them; `undefined` where it has no list of people. */
function user(): { readonly homedir: string; readonly username: string } | undefined {
  try {
    return userInfo();
  } catch {
    return undefined;
  }
}

/** A path without `..`, doubled strokes or a stroke at its end. */
function tidy(path: string): string {
  const whole = normalize(path);
  return whole.length > 1 && /[\\/]$/.test(whole) && dirname(whole) !== whole ? whole.slice(0, -1) : whole;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function canWrite(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function freeBytes(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined ? null : disk.bavail * disk.bsize;
}

function notRead(error: unknown): never {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EACCES' || code === 'EPERM') return refuse('computer.not-allowed', {}, 'folder');
  if (code === 'ENOTDIR') return refuse('computer.not-a-folder', {}, 'folder');
  return refuse('computer.not-there', {}, 'folder');
}
