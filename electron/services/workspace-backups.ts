import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findDamage, openDatabase } from '../db/open';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import type { Folders } from '../system/folders';
import { keysFile } from './workspace-files';

/** A backup as the window tells of it. `reason` is a code: `on-close`, `by-hand`, `before-update`. */
export type Backup = { readonly at: string; readonly reason: string; readonly checked: boolean };

export type BackupFile = {
  readonly file: string;
  readonly keysFile: string;
  readonly at: string;
  readonly reason: string;
};

/** Automatic backups kept: every one of the last days, then the newest of each month. */
const KEEP_NEWEST = 14;

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
function newBackupFile(folders: Folders, nowIso: string, reason: string): BackupFile {
  mkdirSync(folders.backupsFolder, { recursive: true });
  const base = join(folders.backupsFolder, `${nowIso.replace(/[:.]/g, '-')} ${reason}`);
  return { file: `${base}.workspace`, keysFile: `${base}.keys`, at: nowIso, reason };
}

/** Takes away a backup that failed its check, or one that is no longer kept. */
function removeBackup(backup: BackupFile): void {
  rmSync(backup.file, { force: true });
  rmSync(backup.keysFile, { force: true });
}

/** Copies the whole workspace, opens the copy and checks it, and lets go what is no longer kept. Throws what went wrong. */
export function makeBackup(
  folders: Folders,
  database: WorkspaceDatabase,
  dataKey: Buffer,
  nowIso: string,
  reason: string,
): Backup {
  const backup = newBackupFile(folders, nowIso, reason);
  removeBackup(backup);
  try {
    database.copyTo(backup.file);
    copyFileSync(keysFile(folders), backup.keysFile);
    const copy = openDatabase(backup.file, dataKey, { readOnly: true });
    try {
      if (findDamage(copy).length > 0) refuse('backup.failed');
    } finally {
      copy.close();
    }
  } catch (error) {
    removeBackup(backup);
    throw error;
  }
  prune(folders);
  return { at: backup.at, reason, checked: true };
}

function prune(folders: Folders): void {
  const months = new Set<string>();
  for (const [index, backup] of listBackups(folders).entries()) {
    const month = backup.at.slice(0, 7);
    if (index >= KEEP_NEWEST && months.has(month) && backup.reason !== 'before-update') removeBackup(backup);
    months.add(month);
  }
}
