import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { type App, createApp } from '../../electron/app';
import { addHousehold } from '../../electron/services/household-save';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { randomIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { NO_PLACES, type Places } from '../../electron/system/places';
import { TEST_KEY_COST } from './workspace';

export const TEST_SECRET = { secret: 'four plain test words', kind: 'passphrase' } as const;

/** The whole program on a folder, without a door. */
export function startApp(folder: string, places: Places = NO_PLACES): App {
  return createApp({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: randomIds(),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
    places,
  });
}

/** The same with new records in it that hold these households. */
export async function startWithRecords(
  folder: string,
  households: readonly string[],
  places?: Places,
): Promise<App> {
  const app = startApp(folder, places);
  await app.client.workspace.create({ passphrase: TEST_SECRET.secret, kind: 'own' });
  for (const name of households) addHousehold(app.context, name);
  return app;
}

export async function householdNames(app: App): Promise<string[]> {
  return (await app.client.household.list()).map((one) => one.name).sort();
}

/** What the files of records are, to the byte: the live ones and their log. */
export function recordsHash(folder: string): string {
  return ['mainstay.workspace', 'mainstay.workspace-wal', 'mainstay.keys']
    .map((name) => join(folder, name))
    .map((file) => (existsSync(file) ? fileHash(file) : 'none'))
    .join(' ');
}

export function fileHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Every file under a folder that could be taken for records or their keys. */
export function recordFilesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /mainstay\.(workspace|keys)/.test(name) && statSync(join(folder, name)).isFile())
    .sort();
}

/** The code that a call was refused with; `undefined` when it was answered. */
export function refusalCode(pending: Promise<unknown>): Promise<string | undefined> {
  return pending.then(
    () => undefined,
    (error: { readonly data?: { readonly code?: string }; readonly code?: string }) =>
      error.data?.code ?? error.code ?? 'unknown',
  );
}
