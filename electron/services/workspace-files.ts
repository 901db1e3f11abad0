import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Folders } from '../system/folders';
import type { KeyEnvelope } from '../system/key-envelope';

const WORKSPACE_NAME = 'mainstay.workspace';
const KEYS_NAME = 'mainstay.keys';

export type BackupFile = {
  readonly file: string;
  readonly keysFile: string;
  readonly at: string;
  readonly reason: string;
};

/** What lies in the workspace folder, without opening any of it. */
export function workspaceFile(folders: Folders): string {
  return join(folders.workspaceFolder, WORKSPACE_NAME);
}

export function keysFile(folders: Folders): string {
  return join(folders.workspaceFolder, KEYS_NAME);
}

export type FilesFound = 'none' | 'both' | 'keys-missing' | 'workspace-missing';

/** Whether the two files of a workspace are there. An empty workspace file counts as missing, never as a new one. */
export function findFiles(folders: Folders): FilesFound {
  const workspace = existsSync(workspaceFile(folders)) && statSync(workspaceFile(folders)).size > 0;
  const keys = existsSync(keysFile(folders));
  if (workspace && keys) return 'both';
  if (workspace) return 'keys-missing';
  return keys ? 'workspace-missing' : 'none';
}

/** The key envelope, or `undefined` when the file is not one. */
export function readEnvelope(file: string): KeyEnvelope | undefined {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as KeyEnvelope;
    return read.format === 1 &&
      typeof read.workspaceId === 'string' &&
      Array.isArray(read.slots) &&
      read.slots.length > 0
      ? read
      : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all: to a name beside it, flushed, then renamed over. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  writeFileSync(draft, content, { mode: 0o600 });
  const handle = openSync(draft, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

const BACKUP_NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z) ([a-z-]+)\.workspace$/;

/** Backups in the backup folder, newest first. */
export function listBackups(folders: Folders): BackupFile[] {
  if (!existsSync(folders.backupsFolder)) return [];
  return readdirSync(folders.backupsFolder)
    .map((name) => ({ name, match: BACKUP_NAME.exec(name) }))
    .filter((entry): entry is { name: string; match: RegExpExecArray } => entry.match !== null)
    .map(({ name, match }) => ({
      file: join(folders.backupsFolder, name),
      keysFile: join(folders.backupsFolder, name.replace(/\.workspace$/, '.keys')),
      at: (match[1] ?? '').replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/, 'T$1:$2:$3.$4Z'),
      reason: match[2] ?? '',
    }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The name of a new backup made at a moment (UTC, ISO) for a reason (a code). */
export function newBackupFile(folders: Folders, nowIso: string, reason: string): BackupFile {
  mkdirSync(folders.backupsFolder, { recursive: true });
  const base = join(folders.backupsFolder, `${nowIso.replace(/[:.]/g, '-')} ${reason}`);
  return { file: `${base}.workspace`, keysFile: `${base}.keys`, at: nowIso, reason };
}

/** Takes away a backup that failed its check, or one that is no longer kept. */
export function removeBackup(backup: BackupFile): void {
  rmSync(backup.file, { force: true });
  rmSync(backup.keysFile, { force: true });
}
