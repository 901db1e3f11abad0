import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../electron/app';
import { addHousehold } from '../../electron/services/household-save';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { NO_PLACES, type Places, placesIn } from '../../electron/system/places';
import { TEST_KEY_COST } from '../support/workspace';

const PASSPHRASE = 'four plain test words';
const OPEN = { secret: PASSPHRASE, kind: 'passphrase' } as const;

let folder = '';
let opened: App[] = [];
let started = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-opening-test-'));
});
afterEach(async () => {
  for (const app of opened) await app.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

function start(inside = 'records', places: Places = NO_PLACES): App {
  started += 1;
  const app = createApp({
    folders: foldersIn(join(folder, inside)),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds(`opening ${started}`),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
    places,
  });
  opened.push(app);
  return app;
}

async function made(places?: Places): Promise<App> {
  const app = start('records', places);
  await app.client.workspace.create({ passphrase: PASSPHRASE, kind: 'own' });
  addHousehold(app.context, 'Ruth');
  return app;
}

const inRecords = (name: string) => join(folder, 'records', name);
const names = async (app: App) => (await app.client.household.list()).map((one) => one.name).sort();
const codeOf = (pending: Promise<unknown>) =>
  pending.then(
    () => undefined,
    (error: { data?: { code?: string } }) => error.data?.code,
  );
const codeOfSaving = (app: App) => codeOf(app.client.workspace.addHousehold({ name: 'Sam' }));

describe('records that are not where they were', () => {
  const home = () => placesIn(join(folder, 'home'), 'linux');

  test('a changed environment shows the folder they were last in, makes nothing new, and opens them there', async () => {
    const first = await made(home());
    await first.close();
    const second = start('another place', home());
    expect(await second.client.workspace.status()).toMatchObject({
      state: 'failed',
      failure: { code: 'workspace.moved', lastKnown: { folder: join(folder, 'records'), there: true } },
    });
    expect(await codeOf(second.client.workspace.create({ passphrase: PASSPHRASE, kind: 'own' }))).toBe(
      'workspace.known-elsewhere',
    );
    expect(existsSync(join(folder, 'another place', 'mainstay.workspace'))).toBe(false);
    expect((await second.client.restore.openAt({ folder: join(folder, 'records') })).state).toBe('locked');
    expect((await second.client.workspace.unlock(OPEN)).state).toBe('open');
    expect(await names(second)).toEqual(['Ruth']);
    await second.close();
    // And the next start goes there by itself.
    expect((await start('another place', home()).client.workspace.status()).folder).toBe(
      join(folder, 'records'),
    );
  });

  test('a folder that is gone altogether is missing, not empty, until the person says to begin anew', async () => {
    const first = await made(home());
    await first.close();
    renameSync(join(folder, 'records'), join(folder, 'moved by hand'));
    const second = start('records', home());
    expect((await second.client.workspace.status()).failure).toMatchObject({
      code: 'workspace.missing',
      lastKnown: { folder: join(folder, 'records'), there: false },
    });
    expect(await codeOf(second.client.restore.openAt({ folder }))).toBe('restore.no-records-there');
    expect((await second.client.restore.openAt({ folder: join(folder, 'moved by hand') })).state).toBe(
      'locked',
    );
    await second.close();
    rmSync(join(folder, 'moved by hand'), { recursive: true });
    const third = start('elsewhere', home());
    expect((await third.client.restore.beginAnew()).state).toBe('none');
    await third.client.workspace.create({ passphrase: PASSPHRASE, kind: 'own' });
  });

  test('backups left alone in a folder say that there were records', async () => {
    const app = await made();
    await app.close();
    for (const name of ['mainstay.workspace', 'mainstay.keys']) rmSync(inRecords(name));
    expect((await start().client.workspace.status()).failure?.code).toBe('workspace.missing');
  });

  test('a lost or damaged key file comes back from a backup, and the damaged one is kept', async () => {
    const app = await made();
    await app.close();
    writeFileSync(inRecords('mainstay.keys'), '{"format":1');
    const again = start();
    expect((await again.client.workspace.status()).failure?.code).toBe('workspace.keys-damaged');
    expect((await again.client.restore.takeKeys()).state).toBe('locked');
    expect((await again.client.workspace.unlock(OPEN)).state).toBe('open');
    const kept = readdirSync(join(folder, 'records')).find((name) =>
      name.startsWith('mainstay.keys damaged '),
    );
    expect(readFileSync(inRecords(kept ?? ''), 'utf8')).toBe('{"format":1');
  });
});

describe('a file that something else touches while it is open', () => {
  test('taken away: nothing is saved into thin air, and what is open can be saved as the file again', async () => {
    const app = await made();
    renameSync(inRecords('mainstay.workspace'), inRecords('aside'));
    expect(await codeOfSaving(app)).toBe('workspace.gone');
    expect((await app.client.workspace.status()).trouble).toBe('gone');
    const saved = await app.client.restore.keepOpen();
    expect([saved.state, saved.trouble]).toEqual(['open', null]);
    expect(await codeOfSaving(app)).toBeUndefined();
    await app.client.workspace.lock();
    await app.client.workspace.unlock(OPEN);
    expect(await names(app)).toEqual(['Ruth', 'Sam']);
  });

  /** A copy of the records as they were before Tess, made as a backup is. */
  async function madeWithOlderCopy(): Promise<{ app: App; older: string }> {
    const app = await made();
    const older = inRecords('older');
    app.context.workspace.database.copyTo(older);
    addHousehold(app.context, 'Tess');
    app.context.workspace.database.checkpoint();
    return { app, older };
  }

  test('another put in its place: nothing is saved, both are kept, and what is open can be saved again', async () => {
    const { app, older } = await madeWithOlderCopy();
    const bytes = readFileSync(older);
    renameSync(older, inRecords('mainstay.workspace'));
    expect(await codeOfSaving(app)).toBe('workspace.swapped');
    await app.client.restore.keepOpen();
    expect(await names(app)).toEqual(['Ruth', 'Tess']);
    const kept = readdirSync(join(folder, 'records')).filter((name) =>
      name.startsWith('mainstay.workspace put there by something else'),
    );
    expect(kept.some((name) => readFileSync(inRecords(name)).equals(bytes))).toBe(true);
  });

  test('another written over it: nothing is mixed, and what was written there opens after locking', async () => {
    const { app, older } = await madeWithOlderCopy();
    copyFileSync(older, inRecords('mainstay.workspace'));
    expect(await codeOfSaving(app)).toBe('workspace.swapped');
    expect(await codeOf(app.client.restore.keepOpen())).toBe('restore.written-over');
    await app.client.workspace.lock();
    const kept = readdirSync(join(folder, 'records')).filter((name) =>
      name.startsWith('mainstay.workspace put there by something else'),
    );
    expect(kept.some((name) => readFileSync(inRecords(name)).equals(readFileSync(older)))).toBe(true);
    await app.client.workspace.unlock(OPEN);
    expect(await names(app)).toEqual(['Ruth']);
  });

  test('our own copying, checking and tidying of the file is not taken for somebody else’s', async () => {
    const app = await made();
    app.context.workspace.database.setFact('note', 'x'.repeat(5_000_000));
    app.context.workspace.database.checkpoint();
    await app.client.workspace.backUpNow();
    expect(await codeOfSaving(app)).toBeUndefined();
    expect((await app.client.workspace.status()).trouble).toBeNull();
  });
});
