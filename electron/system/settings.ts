import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './whole-file';

const SETTINGS_NAME = 'mainstay.settings.json';

/** One place that backups are copied to, and how that went. Moments are UTC, ISO. */
const backupPlace = z.object({
  id: z.string(),
  folder: z.string(),
  addedAt: z.string().catch(''),
  /** The newest backup that lies there, copied whole and found good. */
  last: z
    .object({ name: z.string(), sequence: z.number(), madeAt: z.string(), copiedAt: z.string() })
    .nullable()
    .catch(null),
  /** Why the newest backup is not there yet: a code. */
  problem: z.object({ code: z.string(), at: z.string() }).nullable().catch(null),
});
export type BackupPlace = z.infer<typeof backupPlace>;

/**
 * What Mainstay has to know before the records are open. Nothing in it is private, and none of it is needed to open them.
 * Each part reads by itself: one that is damaged falls back to its first value and spoils no other.
 */
const settings = z.object({
  format: z.literal(1).catch(1),
  /** How the window looks: the window's own words, kept as they are. */
  look: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).catch({}),
  /** After how many minutes without a touch the records lock; 0 for never. */
  lockAfterMinutes: z.number().int().min(0).max(240).catch(10),
  /** Folders, disks and sticks that each backup is copied to as well, besides the one beside the records. */
  backupPlaces: z
    .array(backupPlace.nullable().catch(null))
    .transform((places) => places.filter((place) => place !== null))
    .catch([]),
  /** Why the last backup could not be made, until one is: a code. */
  backupProblem: z.object({ code: z.string(), at: z.string(), reason: z.string() }).nullable().catch(null),
});
export type Settings = z.infer<typeof settings>;

const FIRST_SETTINGS: Settings = settings.parse({});

export interface SettingsStore {
  read(): Settings;
  /** Keeps a change; answers false when it could only be kept until the program ends (a folder that can't be written). */
  change(part: Partial<Settings>): boolean;
}

/** The settings beside the records. A file that is no settings file is put aside, never written over. */
export function settingsStore(folder: string): SettingsStore {
  const file = join(folder, SETTINGS_NAME);
  let now = readSettings(file);
  return {
    read: () => now,
    change: (part) => {
      now = { ...now, ...part };
      try {
        writeWhole(file, `${JSON.stringify(now, null, 2)}\n`);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function readSettings(file: string): Settings {
  if (!existsSync(file)) return FIRST_SETTINGS;
  try {
    return settings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    try {
      renameSync(file, `${file}.damaged`);
    } catch {
      // It stays where it is; the first settings hold until it can be moved.
    }
    return FIRST_SETTINGS;
  }
}

/** Settings that are kept nowhere: for tests. */
export function settingsInMemory(first: Partial<Settings> = {}): SettingsStore {
  let now: Settings = { ...FIRST_SETTINGS, ...first };
  return {
    read: () => now,
    change: (part) => {
      now = { ...now, ...part };
      return true;
    },
  };
}
