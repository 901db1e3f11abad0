import { parseArgs } from 'node:util';
import { clockTime } from '@shared/clock-time';
import { isIsoDay } from '@shared/dates';
import { ok, type Result, refused } from '@shared/result';
import { type Clock, fixedClock, systemClock } from './clock';
import { type Folders, folderPlatform, foldersIn, systemFolders } from './folders';
import { NO_PLACES, ownFolder, type Places, placesIn } from './places';

/** What can be said when opening a door. */
export interface DoorOptions {
  readonly folders: Folders;
  readonly clock: Clock;
  /** 0 lets the system choose. Only the browser door listens. */
  readonly port: number;
  /** Where records were last known to be. A folder that was named with `--folder` is the only one that counts. */
  readonly places: Places;
}

export type DoorProblem = 'options.unknown' | 'options.bad-today' | 'options.bad-port';

/**
 * Reads `--folder PATH`, `--today YYYY-MM-DD` (with `--time HH:MM`, else 9 am) and `--port N`; an unknown option is
 * refused rather than passed over, unless `others` says so (Chromium has options of its own). `MAINSTAY_TODAY` works like
 * `--today`. What is known of earlier folders lies under the user's own folder, or under `MAINSTAY_PLACES`.
 */
export function doorOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  others: 'refused' | 'passed-over' = 'refused',
): Result<DoorOptions, DoorProblem> {
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    values = parseArgs({
      args: [...args],
      strict: others === 'refused',
      allowPositionals: others === 'passed-over',
      options: {
        folder: { type: 'string' },
        today: { type: 'string' },
        time: { type: 'string' },
        port: { type: 'string' },
      },
    }).values;
  } catch {
    return refused('options.unknown');
  }
  const said = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const today = said('today') ?? env['MAINSTAY_TODAY'];
  const time = said('time') ?? '09:00';
  if (today !== undefined && (!isIsoDay(today) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
    return refused('options.bad-today');
  const port = said('port') ?? '0';
  const folder = said('folder');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refused('options.bad-port');
  return ok({
    folders: folder === undefined ? systemFolders(env, folderPlatform()) : foldersIn(folder),
    clock: today === undefined ? systemClock() : fixedClock(today, clockTime(time)),
    port: Number(port),
    places:
      folder === undefined ? placesIn(env['MAINSTAY_PLACES'] || ownFolder(), folderPlatform()) : NO_PLACES,
  });
}
