import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RestoreLook } from '@shared/api/restore';
import { createApp } from '../app';
import { bringBack, findSources, lookAtSource, undoRestore, undoState } from '../services/restore';
import { systemClock } from '../system/clock';
import { folderPlatform, foldersIn, systemFolders } from '../system/folders';
import { randomIds } from '../system/ids';
import { silentLog } from '../system/log';
import { givenPassphrase, type Say } from './open-workspace';
import { fill, words } from './words';

export type RestoreAsked = { readonly folder?: string; readonly look?: boolean; readonly undo?: boolean };

/**
 * Lists what can be brought back; with a file (or a backup's name) tells what is in it and brings it back, unless only asked to
 * look; or takes that back. Answers the exit code: 2 for a wrong way of asking.
 */
export async function restore(
  file: string | undefined,
  asked: RestoreAsked,
  say: Say,
  complain: Say,
): Promise<number> {
  const own = words.restore;
  const folders =
    asked.folder === undefined ? systemFolders(process.env, folderPlatform()) : foldersIn(asked.folder);
  const app = createApp({ folders, clock: systemClock(), ids: randomIds(), log: silentLog() });
  const { context } = app;
  try {
    if (asked.undo === true) {
      const last = undoState(context);
      await undoRestore(context);
      say(fill(own.undone, { folder: folders.workspaceFolder, from: last?.from ?? '' }));
      return 0;
    }
    if (file === undefined) {
      const found = findSources(context, null);
      if (found.length === 0) say(fill(own.none, { folder: folders.workspaceFolder }));
      for (const source of found) say(fill(own.line, { at: source.at, from: source.from }));
      return 0;
    }
    const passphrase = givenPassphrase();
    if (passphrase === undefined) {
      complain(words.check.noPassphrase);
      return 2;
    }
    const from = existsSync(file) ? resolve(file) : file;
    const opener = { secret: passphrase, kind: 'passphrase' } as const;
    // Compared with what is there now, where that can be opened; it is brought back either way.
    await context.workspace.unlock(passphrase, 'passphrase').catch(() => undefined);
    tell(await lookAtSource(context, from, opener), say);
    if (asked.look === true) return 0;
    const status = await bringBack(context, from, opener);
    if (status.state !== 'open') {
      complain(fill(words.check.notOpened, { code: status.failure?.code ?? status.state }));
      return 3;
    }
    const aside = undoState(context)?.file ?? '';
    const folder = folders.workspaceFolder;
    say(aside === '' ? fill(own.doneWhereNothingWas, { folder }) : fill(own.done, { folder, file: aside }));
    return 0;
  } finally {
    await app.close();
  }
}

function tell(look: RestoreLook, say: Say): void {
  const own = words.restore;
  say(fill(own.look, { at: look.at, households: look.households.join(', '), same: own.same[look.same] }));
  for (const { kind, inBackup, now, different } of look.kinds)
    say(
      now === null
        ? fill(own.count, { kind, backup: inBackup })
        : fill(own.compared, { kind, backup: inBackup, now, different: different ?? 0 }),
    );
  if (look.same === 'same') say(fill(own.since, { count: look.doneSinceCount }));
}
