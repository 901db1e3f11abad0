import { chmodSync, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { CURRENT_VERSION } from '../db/migrate';
import { type DatabaseFile, findDamage, OpenError, openDatabase, openProblemOf } from '../db/open';
import { Refusal, refuse } from '../refusal';
import type { KeyEnvelope, KeySlotKind } from '../system/key-envelope';
import { flush } from '../system/whole-file';
import { backupsIn } from './backups-notes';
import type { ServiceContext } from './context';
import { keysFile, readEnvelope, workspaceFile } from './workspace-files';
import { keyBySecret } from './workspace-keys';

export type Source = {
  readonly file: string;
  readonly name: string;
  readonly keysFile: string;
  readonly at: string;
};

export type Opener = { readonly secret: string | null; readonly kind: Exclude<KeySlotKind, 'keyring'> };

/** What opens a source, and the key file that fits what was typed: it goes with the records. */
export type SourceKey = { readonly dataKey: Buffer; readonly keys: Buffer };

/**
 * The file that a person named: a backup of this program by its name, or a path. Refuses with `restore.not-there`, or
 * `restore.is-live` for the records that are in use already.
 */
export function sourceOf(context: ServiceContext, from: string): Source {
  const own = backupsIn(context.folders.backupsFolder).find((one) => one.name === from);
  if (own !== undefined) return { file: own.file, name: own.name, keysFile: own.keysFile, at: own.at };
  const found =
    isAbsolute(from) && !from.includes('\0') ? statSync(from, { throwIfNoEntry: false }) : undefined;
  if (found?.isFile() !== true || found.size === 0) return refuse('restore.not-there', {}, 'from');
  if (from === workspaceFile(context.folders)) return refuse('restore.is-live', {}, 'from');
  const listed = backupsIn(dirname(from)).find((one) => one.file === from);
  return {
    file: from,
    name: basename(from),
    keysFile: keysBeside(from),
    at: listed?.at ?? found.mtime.toISOString(),
  };
}

/** The key file that goes with a records file: of the same name, else the only usual one in its folder. */
function keysBeside(file: string): string {
  const name = basename(file);
  const same = name.startsWith('mainstay.workspace')
    ? name.replace('mainstay.workspace', 'mainstay.keys')
    : name.replace(/\.workspace$/, '.keys');
  const beside = join(dirname(file), same);
  return same !== name && existsSync(beside) ? beside : join(dirname(file), 'mainstay.keys');
}

/**
 * The key of a source: the one in use now when it is a copy of the same records, else by what was typed, tried on today's key
 * file and on the source's own. Refuses with `restore.needs-secret`, `restore.keys-missing`, `restore.keys-damaged`, or as
 * unlocking does.
 */
export async function keyOfSource(
  context: ServiceContext,
  source: Source,
  { secret, kind }: Opener,
): Promise<SourceKey> {
  const { folders, workspace } = context;
  const live = readKeys(keysFile(folders));
  const own = readKeys(source.keysFile);
  const sameRecords = live !== undefined && (own === undefined || own.id === live.id);
  const openKey = workspace.openKey();
  if (openKey !== undefined && sameRecords) return { dataKey: openKey, keys: live.bytes };
  const tried = [sameRecords ? live : undefined, own].filter((one) => one !== undefined);
  if (tried.length === 0)
    refuse(existsSync(source.keysFile) ? 'restore.keys-damaged' : 'restore.keys-missing');
  if (secret === null || secret === '') return refuse('restore.needs-secret', {}, 'secret');
  let wrong: unknown;
  // One try of the person, on one key file or two: the same slowing down as for unlocking.
  const found = await workspace.tries.one('secret', async () => {
    for (const { envelope, bytes } of tried) {
      try {
        return { dataKey: await keyBySecret(envelope, secret, kind), keys: bytes };
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'workspace.not-a-recovery-code') throw error;
        wrong = error;
      }
    }
    return undefined;
  });
  if (found === undefined) throw wrong;
  return found;
}

type ReadKeys = { readonly envelope: KeyEnvelope; readonly id: string; readonly bytes: Buffer };

function readKeys(file: string): ReadKeys | undefined {
  const envelope = readEnvelope(file);
  return envelope === undefined
    ? undefined
    : { envelope, id: envelope.workspaceId, bytes: readFileSync(file) };
}

/** Copies a source to a new file, with what waits in its log. Throws what went wrong. */
export function stageSource(source: Source, file: string): void {
  copyFileSync(source.file, file);
  // From a stick that is locked, a copy takes over that nobody may write it.
  chmodSync(file, 0o600);
  flush(file);
  if (existsSync(`${source.file}-wal`)) {
    copyFileSync(`${source.file}-wal`, `${file}-wal`);
    chmodSync(`${file}-wal`, 0o600);
    flush(`${file}-wal`);
  }
}

/**
 * Opens a staged copy and reads every page and reference of it. Refuses with `restore.damaged`, or `workspace.newer` for
 * records of a newer program.
 */
export function openStaged(file: string, dataKey: Buffer): DatabaseFile {
  let database: DatabaseFile;
  try {
    database = openDatabase(file, dataKey);
  } catch (error) {
    if (error instanceof OpenError && error.code === 'workspace.damaged') return refuse('restore.damaged');
    throw error;
  }
  try {
    if (findDamage(database).length > 0) refuse('restore.damaged');
    if (Number(database.pragma('user_version', { simple: true })) > CURRENT_VERSION)
      refuse('workspace.newer');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Runs work of ours on files; what the disk says no to becomes a refusal. */
export async function onDisk<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof OpenError ? error.code : openProblemOf(error);
    if (error instanceof Refusal || code === undefined) throw error;
    return refuse(code);
  }
}
