import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type FolderPlatform, type Folders, foldersIn } from './folders';
import { writeWhole } from './whole-file';

const placesFile = z.object({
  format: z.literal(1),
  /** Where records were last open (a whole path), and when (UTC, ISO). */
  last: z.object({ folder: z.string(), at: z.string() }).nullable(),
  /** The folder a person chose to go on in, though it is not the system's usual one. */
  chosen: z.string().nullable(),
});
type PlacesFile = z.infer<typeof placesFile>;

/** Where the records of this computer's user were last known to be, kept where a changed environment or a new version still finds it. */
export interface Places {
  last(): { readonly folder: string; readonly at: string } | undefined;
  /** Records were opened there. Never fails the caller. */
  remember(folder: string, nowIso: string): void;
  chosen(): string | undefined;
  /** From now on the program starts with this folder. Answers false when that could not be kept. */
  choose(folder: string): boolean;
  /** Other folders that programs of this name use on this computer. */
  usual(): readonly string[];
}

/** Knows nothing and keeps nothing: for tests, and for a folder that was named at the start. */
export const NO_PLACES: Places = {
  last: () => undefined,
  remember: () => undefined,
  chosen: () => undefined,
  choose: () => false,
  usual: () => [],
};

/** The user's own folder as the system's list of users has it: `HOME` and `XDG_…` may have been changed. */
export function ownFolder(): string {
  try {
    return userInfo().homedir;
  } catch {
    return homedir();
  }
}

/** Keeps `places.json` under the user's own folder. */
export function placesIn(home: string, platform: FolderPlatform): Places {
  const folder = {
    win32: join(home, 'AppData', 'Roaming', 'Mainstay'),
    darwin: join(home, 'Library', 'Application Support', 'Mainstay'),
    linux: join(home, '.config', 'mainstay'),
  }[platform];
  const file = join(folder, 'places.json');
  const read = (): PlacesFile => {
    try {
      return placesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return { format: 1, last: null, chosen: null };
    }
  };
  const change = (part: Partial<PlacesFile>): boolean => {
    try {
      writeWhole(file, `${JSON.stringify({ ...read(), ...part }, null, 2)}\n`);
      return true;
    } catch {
      return false;
    }
  };
  return {
    last: () => read().last ?? undefined,
    remember: (where, at) => void change({ last: { folder: where, at } }),
    chosen: () => read().chosen ?? undefined,
    choose: (where) => change({ chosen: where }),
    usual: () =>
      [
        join(home, '.local', 'share', 'mainstay'),
        join(home, '.local', 'share', 'Mainstay'),
        join(home, '.config', 'Mainstay'),
        join(home, '.mainstay'),
        join(home, 'Library', 'Application Support', 'Mainstay'),
        join(home, 'AppData', 'Roaming', 'Mainstay'),
      ].filter((one) => existsSync(one)),
  };
}

/** Folders whose place can change while the program runs: the person found the records elsewhere. */
export interface MovableFolders extends Folders {
  moveTo(folder: string): void;
}

export function movableFolders(first: Folders): MovableFolders {
  let now = first;
  return {
    get workspaceFolder() {
      return now.workspaceFolder;
    },
    get backupsFolder() {
      return now.backupsFolder;
    },
    // The log goes on where it began.
    logsFolder: first.logsFolder,
    resourcesFolder: first.resourcesFolder,
    rendererFolder: first.rendererFolder,
    moveTo: (folder) => {
      now = {
        ...foldersIn(folder),
        resourcesFolder: first.resourcesFolder,
        rendererFolder: first.rendererFolder,
      };
    },
  };
}
