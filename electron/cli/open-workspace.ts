import { type App, createApp } from '../app';
import { systemClock } from '../system/clock';
import { type Folders, folderPlatform, foldersIn, systemFolders } from '../system/folders';
import { randomIds } from '../system/ids';
import { silentLog } from '../system/log';
import { fill, words } from './words';

export type Say = (line: string) => void;

/** The passphrase from the environment; `undefined` when none is set. */
export function givenPassphrase(): string | undefined {
  const passphrase = process.env['MAINSTAY_PASSPHRASE'];
  return passphrase === '' ? undefined : passphrase;
}

/**
 * Opens the workspace in a folder (or this computer's own), does the work, and closes it. Answers the work's exit code;
 * 2 without a passphrase, 3 when it can't be opened, after `whenNotOpened`, which is told why.
 */
export async function inWorkspace(
  folder: string | undefined,
  complain: Say,
  work: (app: App) => number | Promise<number>,
  whenNotOpened?: (code: string, folders: Folders, passphrase: string) => Promise<void>,
): Promise<number> {
  const passphrase = givenPassphrase();
  if (passphrase === undefined) {
    complain(words.check.noPassphrase);
    return 2;
  }
  const folders = folder === undefined ? systemFolders(process.env, folderPlatform()) : foldersIn(folder);
  const app = createApp({ folders, clock: systemClock(), ids: randomIds(), log: silentLog() });
  try {
    if (app.context.workspace.status().state === 'none') {
      complain(fill(words.check.none, { folder: folders.workspaceFolder }));
      return 3;
    }
    const status = await app.context.workspace.unlock(passphrase, 'passphrase');
    if (status.state !== 'open') {
      const code = status.failure?.code ?? status.state;
      complain(fill(words.check.notOpened, { code }));
      await whenNotOpened?.(code, folders, passphrase);
      return 3;
    }
    return await work(app);
  } finally {
    await app.close();
  }
}
