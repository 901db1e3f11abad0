import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things are on this computer. All are whole paths; none is made here. */
export interface Folders {
  /** Holds the workspace file: the only copy of what the person typed. */
  readonly workspaceFolder: string;
  readonly backupsFolder: string;
  readonly logsFolder: string;
  /** Data that comes with the program: rates, letters, statement maps. */
  readonly resourcesFolder: string;
  /** The built window. */
  readonly rendererFolder: string;
}

export type FolderPlatform = 'win32' | 'darwin' | 'linux';

/** The folder the program itself is in: the one with package.json, both from source and packaged. */
export function programFolder(): string {
  // Built, this module is part of dist/electron/<door>.js; from source it is electron/system/folders.ts. Both are two below.
  return resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
}

/** Everything under one folder: for tests, for `--folder`, and for a workspace kept on a memory stick. */
export function foldersIn(folder: string, program: string = programFolder()): Folders {
  const whole = resolve(folder);
  return {
    workspaceFolder: whole,
    backupsFolder: join(whole, 'backups'),
    logsFolder: join(whole, 'logs'),
    resourcesFolder: join(program, 'resources'),
    rendererFolder: join(program, 'dist', 'renderer'),
  };
}

/**
 * Where this computer's system keeps a program's data: `%APPDATA%\Mainstay`, `~/Library/Application Support/Mainstay`
 * or `$XDG_DATA_HOME/mainstay`. `MAINSTAY_FOLDER` overrides all three.
 */
export function systemFolders(
  env: Readonly<Record<string, string | undefined>>,
  platform: FolderPlatform,
  home: string = homedir(),
): Folders {
  return foldersIn(dataFolder(env, platform, home));
}

function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: FolderPlatform,
  home: string,
): string {
  if (env['MAINSTAY_FOLDER']) return env['MAINSTAY_FOLDER'];
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Mainstay');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Mainstay');
    case 'linux':
      return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'mainstay');
  }
}

/** The platform whose customs fit best: everything that is neither Windows nor macOS follows Linux's. */
export function folderPlatform(platform: string = process.platform): FolderPlatform {
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux';
}
