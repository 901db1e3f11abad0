import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type IsoDay, isIsoDay } from '@shared/dates';
import { type App, createApp } from '../app';
import { fillWithCopies, planKinds } from '../services/generate/generate';
import { fixedClock, systemClock } from '../system/clock';
import { foldersIn } from '../system/folders';
import { seededIds } from '../system/ids';
import { silentLog } from '../system/log';
import type { Say } from './open-workspace';
import { fill, words } from './words';

const own = words.generate;

/** Said aloud on purpose: it opens invented households. */
const PASSPHRASE = 'try mainstay today';
const MOST_HOUSEHOLDS = 3_000;
/** How many households are written between two lines that tell of it. */
const TELL_EVERY = 100;

export type GenerateAsked = { readonly households: string; readonly out: string; readonly today?: string };

function appIn(folder: string, today: IsoDay, seed: string): App {
  return createApp({
    folders: foldersIn(folder),
    clock: fixedClock(today),
    ids: seededIds(seed),
    log: silentLog(),
    // A backup would only take as long once more.
    withoutBackups: true,
  });
}

/** Makes a workspace of many invented households. Answers the exit code. */
export async function generate(asked: GenerateAsked, say: Say, complain: Say): Promise<number> {
  const started = performance.now();
  const count = Number(asked.households);
  if (!/^\d{1,4}$/.test(asked.households) || count < 1 || count > MOST_HOUSEHOLDS) {
    complain(fill(own.badCount, { count: asked.households }));
    return 2;
  }
  if (asked.today !== undefined && !isIsoDay(asked.today)) {
    complain(fill(words.demo.badDay, { day: asked.today }));
    return 2;
  }
  const today: IsoDay = asked.today ?? systemClock().today();
  const folder = resolve(asked.out);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    complain(fill(words.demo.notEmpty, { folder: asked.out }));
    return 3;
  }
  const making = mkdtempSync(join(tmpdir(), 'mainstay-generate-'));
  const lived = appIn(making, today, `generate ${today}`);
  const place = join(folder, words.demo.folders.workspace);
  const made = appIn(place, today, `generate ${today} ${count}`);
  try {
    await lived.client.workspace.create({ passphrase: PASSPHRASE, kind: 'own' });
    const plans = await planKinds(lived.context, today, (done, of) => say(fill(own.living, { done, of })));
    await made.client.workspace.create({ passphrase: PASSPHRASE, kind: 'own' });
    await fillWithCopies(made.context, plans, count, (done, of) => {
      if (done % TELL_EVERY === 0 || done === of) say(fill(own.copying, { done, of }));
    });
  } finally {
    for (const app of [lived, made]) await app.close();
    rmSync(making, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(fill(own.done, { seconds, count, folder: asked.out }));
  say(
    fill(own.open, {
      folder: join(asked.out, words.demo.folders.workspace),
      day: today,
      passphrase: PASSPHRASE,
    }),
  );
  return 0;
}
