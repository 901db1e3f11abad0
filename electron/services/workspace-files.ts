import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Folders } from '../system/folders';
import type { KeyEnvelope } from '../system/key-envelope';

const WORKSPACE_NAME = 'mainstay.workspace';
const KEYS_NAME = 'mainstay.keys';

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
