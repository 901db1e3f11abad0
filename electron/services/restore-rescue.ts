import { copyFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { WorkspaceStatus } from '@shared/api/workspace';
import { refuse } from '../refusal';
import { writeWhole } from '../system/whole-file';
import { backupsIn } from './backups-notes';
import type { ServiceContext } from './context';
import { asideName } from './restore';
import { onDisk, openStaged } from './restore-source';
import { findFiles, keysFile, readEnvelope } from './workspace-files';
import { filesNamed, INCOMING, swapFiles } from './workspace-swap';

/**
 * Goes on with the records in another folder, at the next start too. Refuses with `restore.still-open` or
 * `restore.no-records-there`, in the field `folder`.
 */
export function openAt(context: ServiceContext, folder: string): WorkspaceStatus {
  if (context.workspace.isOpen) refuse('restore.still-open');
  const found = isAbsolute(folder) ? findFiles({ ...context.folders, workspaceFolder: folder }) : 'none';
  if (found === 'none' || context.moveTo === undefined)
    return refuse('restore.no-records-there', {}, 'folder');
  context.moveTo(folder);
  context.places?.choose(folder);
  return context.workspace.retry();
}

/**
 * Gives records without a key file, or with a damaged one, the key file of the newest backup; the damaged one is kept under
 * another name. Refuses with `restore.keys-missing` when no backup has one. That they fit shows when they are unlocked.
 */
export function takeKeys(context: ServiceContext): Promise<WorkspaceStatus> {
  const { folders, workspace, clock } = context;
  return onDisk(() => {
    const live = keysFile(folders);
    const backup = backupsIn(folders.backupsFolder).find((one) => readEnvelope(one.keysFile) !== undefined);
    if (backup === undefined) return refuse('restore.keys-missing');
    if (workspace.isOpen || readEnvelope(live) !== undefined) return workspace.retry();
    if (statSync(live, { throwIfNoEntry: false }) !== undefined)
      copyFileSync(live, `${live}${asideName(context, 'damaged', clock.nowIso())}`);
    writeWhole(live, readFileSync(backup.keysFile));
    return workspace.retry();
  });
}

/**
 * Saves what is open as the live file again, after something else took that away or put another in its place, which is kept
 * under another name. Refuses with `restore.nothing-to-keep`, and with `restore.written-over` when what was open is no longer
 * there to be saved.
 */
export function keepOpen(context: ServiceContext): Promise<WorkspaceStatus> {
  const { folders, workspace, clock } = context;
  return onDisk(() => {
    const dataKey = workspace.openKey();
    if (dataKey === undefined || workspace.status().trouble === null)
      return refuse('restore.nothing-to-keep');
    if (!workspace.isWhole()) return refuse('restore.written-over');
    const incoming = filesNamed(folders, INCOMING);
    const takeAway = () => {
      for (const file of Object.values(incoming)) rmSync(file, { force: true });
    };
    takeAway();
    try {
      workspace.database.copyTo(incoming.workspace);
      openStaged(incoming.workspace, dataKey).close();
      const keys = [keysFile(folders), ...backupsIn(folders.backupsFolder).map((one) => one.keysFile)].find(
        (file) => readEnvelope(file)?.workspaceId === workspace.database.fact('id'),
      );
      if (keys === undefined) return refuse('restore.keys-missing');
      writeWhole(incoming.keys, readFileSync(keys));
      const at = clock.nowIso();
      return workspace.replace(dataKey, () =>
        swapFiles(folders, {
          kind: 'keep-open',
          at,
          from: '',
          incoming: INCOMING,
          aside: asideName(context, 'put there by something else', at),
        }),
      );
    } catch (error) {
      takeAway();
      throw error;
    }
  });
}
