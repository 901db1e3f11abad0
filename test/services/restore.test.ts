import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../electron/app';
import { addHousehold } from '../../electron/services/household-save';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { TEST_KEY_COST } from '../support/workspace';

const PASSPHRASE = 'four plain test words';
const BY_PASSPHRASE = { secret: PASSPHRASE, kind: 'passphrase' } as const;
const NOTHING_TYPED = { secret: null, kind: 'passphrase' } as const;

let folder = '';
let opened: App[] = [];
let started = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-restore-test-'));
});
afterEach(async () => {
  for (const app of opened) await app.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

function start(inside = 'records'): App {
  started += 1;
  const app = createApp({
    folders: foldersIn(join(folder, inside)),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds(`restore ${started}`),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
  });
  opened.push(app);
  return app;
}

/** Records with Ruth in them, one backup of that, and then Sam as well. */
async function madeWithBackup() {
  const app = start();
  const { recoveryCode } = await app.client.workspace.create({ passphrase: PASSPHRASE, kind: 'own' });
  addHousehold(app.context, 'Ruth');
  await app.client.workspace.backUpNow();
  const from = backupNames(app.client);
  addHousehold(app.context, 'Sam');
  return { app, client: app.client, recoveryCode, from: (await from)[0] ?? '' };
}

async function backupNames(client: MainstayClient): Promise<string[]> {
  return (await client.restore.find({ folder: null }))
    .filter((one) => one.where === 'backups')
    .map((one) => one.from);
}

const names = async (client: MainstayClient) => (await client.household.list()).map((one) => one.name).sort();
const live = () => join(folder, 'records', 'mainstay.workspace');
const keys = () => join(folder, 'records', 'mainstay.keys');
const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const codeOf = (pending: Promise<unknown>) =>
  pending.then(
    () => undefined,
    (error: { data?: { code?: string } }) => error.data?.code,
  );

describe('looking at a backup', () => {
  test('tells what it lacks and what was done since, and changes nothing', async () => {
    const { client, from } = await madeWithBackup();
    const before = readdirSync(join(folder, 'records')).sort();
    const look = await client.restore.look({ from, ...NOTHING_TYPED });
    expect(look).toMatchObject({ same: 'same', households: ['Ruth'], example: false, doneSinceCount: 1 });
    expect(look.kinds).toEqual([{ kind: 'households', inBackup: 1, now: 2, different: 1 }]);
    expect(readdirSync(join(folder, 'records')).sort()).toEqual(before);
    expect(await names(client)).toEqual(['Ruth', 'Sam']);
  });

  test('asks for what opens it when nothing is open, and takes the recovery code too', async () => {
    const { client, from, recoveryCode } = await madeWithBackup();
    await client.workspace.lock();
    expect(await codeOf(client.restore.look({ from, ...NOTHING_TYPED }))).toBe('restore.needs-secret');
    expect(
      await codeOf(client.restore.look({ from, secret: 'not this one at all', kind: 'passphrase' })),
    ).toBe('workspace.wrong-passphrase');
    const look = await client.restore.look({ from, secret: recoveryCode, kind: 'recovery-code' });
    expect(look).toMatchObject({ same: 'unknown', households: ['Ruth'] });
    expect(look.kinds).toEqual([{ kind: 'households', inBackup: 1, now: null, different: null }]);
  });

  test('says by name when it is damaged, not there, or the records in use', async () => {
    const { client, from } = await madeWithBackup();
    const file = join(folder, 'records', 'backups', `${from}.workspace`);
    truncateSync(file, 8000);
    expect(await codeOf(client.restore.look({ from, ...NOTHING_TYPED }))).toBe('restore.damaged');
    expect(await codeOf(client.restore.look({ from: join(folder, 'x'), ...NOTHING_TYPED }))).toBe(
      'restore.not-there',
    );
    expect(await codeOf(client.restore.look({ from: live(), ...NOTHING_TYPED }))).toBe('restore.is-live');
  });
});

describe('bringing a backup back', () => {
  test('shows the records as they were, sets the others aside by name, and undo gives those back to the byte', async () => {
    const { client, from } = await madeWithBackup();
    await client.workspace.lock();
    const before = [hash(live()), hash(keys())];
    expect((await client.restore.bringBack({ from, ...BY_PASSPHRASE })).state).toBe('open');
    expect(await names(client)).toEqual(['Ruth']);
    const state = await client.restore.undoState();
    expect(state).toMatchObject({ file: expect.stringContaining('mainstay.workspace before restore ') });
    expect(hash(state?.file ?? '')).toBe(before[0]);
    addHousehold(opened[0]?.context ?? start().context, 'Tess');
    await client.restore.undo();
    await client.workspace.lock();
    expect(await client.restore.undoState()).toBeNull();
    await client.workspace.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
    expect(await names(client)).toEqual(['Ruth', 'Sam']);
    const aside = readdirSync(join(folder, 'records')).filter((name) => name.includes(' after restore '));
    expect(aside.some((name) => name.startsWith('mainstay.workspace'))).toBe(true);
  });

  test('undo while locked leaves the files as they were to the byte', async () => {
    const { client, from } = await madeWithBackup();
    await client.workspace.lock();
    const before = [hash(live()), hash(keys())];
    await client.restore.bringBack({ from, ...BY_PASSPHRASE });
    await client.workspace.lock();
    expect((await client.restore.undo()).state).toBe('locked');
    expect([hash(live()), hash(keys())]).toEqual(before);
  });

  test('needs nothing typed while the same records are open, and keeps today’s passphrase', async () => {
    const { client, from } = await madeWithBackup();
    await client.workspace.changePassphrase({ current: PASSPHRASE, next: 'quite another phrase' });
    await client.restore.bringBack({ from, ...NOTHING_TYPED });
    expect(await names(client)).toEqual(['Ruth']);
    await client.workspace.lock();
    await client.workspace.unlock({ secret: 'quite another phrase', kind: 'passphrase' });
    expect(await names(client)).toEqual(['Ruth']);
  });

  test('opens with the passphrase the backup was made with, when that is what was typed', async () => {
    const { client, from } = await madeWithBackup();
    await client.workspace.changePassphrase({ current: PASSPHRASE, next: 'quite another phrase' });
    await client.workspace.lock();
    await client.restore.bringBack({ from, ...BY_PASSPHRASE });
    await client.workspace.lock();
    expect((await client.workspace.unlock({ secret: PASSPHRASE, kind: 'passphrase' })).state).toBe('open');
  });

  test.each(['damaged', 'missing', 'keys missing', 'both missing'])(
    'works while the live file is %s, and what is there is kept',
    async (trouble) => {
      const { client, from } = await madeWithBackup();
      await client.workspace.lock();
      if (trouble === 'damaged') {
        const bytes = readFileSync(live());
        for (let at = 5000; at < 5040; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        writeFileSync(live(), bytes);
        await client.workspace.unlock({ secret: PASSPHRASE, kind: 'passphrase' });
        expect((await client.workspace.status()).failure?.code).toBe('workspace.damaged');
      }
      const spoiled = trouble === 'damaged' ? hash(live()) : undefined;
      if (trouble !== 'damaged' && trouble !== 'keys missing') rmSync(live());
      if (trouble === 'keys missing' || trouble === 'both missing') rmSync(keys());
      expect((await client.restore.bringBack({ from, ...BY_PASSPHRASE })).state).toBe('open');
      expect(await names(client)).toEqual(['Ruth']);
      if (spoiled !== undefined) expect(hash((await client.restore.undoState())?.file ?? '')).toBe(spoiled);
    },
  );

  test('opens a folder of another computer on a clean one, with nothing but the passphrase', async () => {
    const { client } = await madeWithBackup();
    await client.workspace.backUpNow();
    await client.workspace.lock();
    const stick = join(folder, 'stick', 'Mainstay backups');
    mkdirSync(stick, { recursive: true });
    for (const name of readdirSync(join(folder, 'records', 'backups')))
      copyFileSync(join(folder, 'records', 'backups', name), join(stick, name));
    const clean = start('clean computer');
    const found = await clean.client.restore.find({ folder: join(folder, 'stick') });
    expect(found.map((one) => one.where)).toEqual(found.map(() => 'place'));
    const newest = found[0];
    expect((await clean.client.restore.bringBack({ from: newest?.from ?? '', ...BY_PASSPHRASE })).state).toBe(
      'open',
    );
    expect(await names(clean.client)).toEqual(['Ruth', 'Sam']);
  });

  test('a backup that does not pass its check changes nothing at all', async () => {
    const { client, from } = await madeWithBackup();
    await client.workspace.lock();
    const before = [hash(live()), hash(keys()), ...readdirSync(join(folder, 'records')).sort()];
    const file = join(folder, 'records', 'backups', `${from}.workspace`);
    const bytes = readFileSync(file);
    bytes[9000] = (bytes[9000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await codeOf(client.restore.bringBack({ from, ...BY_PASSPHRASE }))).toBe('restore.damaged');
    expect([hash(live()), hash(keys()), ...readdirSync(join(folder, 'records')).sort()]).toEqual(before);
  });

  test('waits while another Mainstay has the live file open', async () => {
    const { from } = await madeWithBackup();
    const second = start();
    expect(await codeOf(second.client.restore.bringBack({ from, ...BY_PASSPHRASE }))).toBe(
      'workspace.in-use',
    );
    expect(existsSync(`${live()}.incoming`)).toBe(false);
  });
});
