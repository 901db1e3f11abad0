import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { type App, createApp } from '../../electron/app';
import { fillWithCopies, planKinds } from '../../electron/services/generate/generate';
import type { HouseholdPlan } from '../../electron/services/generate/generate-copies';
import { type Clock, fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';

/** A Monday: the pay periods that ended the day before are paid on the Friday after it. */
export const GENERATED_TODAY = isoDay('2026-11-23');
export const GENERATED_PAY_DAY = isoDay('2026-11-27');
export const GENERATED_PASSPHRASE = 'try mainstay today';

export type Generated = {
  readonly count: number;
  readonly folder: string;
  readonly app: App;
  /** Closes it without a backup and opens it again. Answers how many milliseconds opening took. */
  openAgain(): Promise<number>;
  /** Closes it, so that another program can open it. */
  close(): Promise<void>;
};

let plans: Promise<readonly HouseholdPlan[]> | undefined;
const made = new Map<number, Promise<Generated>>();

function folderFor(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `mainstay-${what}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function appIn(folder: string, seed: string): App {
  const still = fixedClock(GENERATED_TODAY);
  const clock: Clock = { ...still, monotonicMs: () => performance.now() };
  return createApp({
    folders: foldersIn(folder),
    clock,
    ids: seededIds(seed),
    log: silentLog(),
    withoutBackups: true,
  });
}

/** The twelve kinds, lived once however many households are wanted. */
function kinds(): Promise<readonly HouseholdPlan[]> {
  plans ??= (async () => {
    const lived = appIn(folderFor('lived'), 'lived');
    await lived.client.workspace.create({ passphrase: GENERATED_PASSPHRASE, kind: 'own' });
    const found = await planKinds(lived.context, GENERATED_TODAY, () => undefined);
    lived.context.workspace.leave();
    await lived.close();
    return found;
  })();
  return plans;
}

async function make(count: number): Promise<Generated> {
  const folder = folderFor(`generated-${count}`);
  const first = appIn(folder, `generated ${count}`);
  await first.client.workspace.create({ passphrase: GENERATED_PASSPHRASE, kind: 'own' });
  await fillWithCopies(first.context, await kinds(), count, () => undefined);
  const unlock = async (app: App): Promise<number> => {
    const started = performance.now();
    await app.client.workspace.unlock({ secret: GENERATED_PASSPHRASE, kind: 'passphrase' });
    return performance.now() - started;
  };
  const leave = (): void => first.context.workspace.leave();
  return {
    count,
    folder,
    app: first,
    openAgain: () => {
      leave();
      return unlock(first);
    },
    close: async () => leave(),
  };
}

/** So many invented households in a workspace of their own, made once; its folder goes when the process ends. */
export function generated(count: number): Promise<Generated> {
  const known = made.get(count) ?? make(count);
  made.set(count, known);
  return known;
}
