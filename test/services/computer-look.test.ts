import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localClient } from '../../electron/api/local-client';
import { createApp } from '../../electron/app';
import { systemClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-look-test-'));
  for (const name of ['Papers 10', 'papers 9', '.hidden', 'Mainstay backups']) mkdirSync(join(folder, name));
  symlinkSync(join(folder, 'Mainstay backups'), join(folder, 'A link'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'Broken link'));
  writeFileSync(join(folder, 'letter.pdf'), 'private');
  writeFileSync(join(folder, '2026-11-21T18-02-00-000Z on-close.workspace'), 'x'.repeat(5000));
  writeFileSync(join(folder, 'mainstay.workspace before restore 2026-11-21'), 'x');
  writeFileSync(join(folder, 'mainstay.workspace-wal'), 'x');
  writeFileSync(join(folder, 'empty.workspace'), '');
});
afterAll(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

function client() {
  const app = createApp({
    folders: foldersIn(join(folder, 'records')),
    clock: systemClock(),
    ids: seededIds('look'),
    log: silentLog(),
  });
  return localClient(app.router);
}

const refusalOf = (pending: Promise<unknown>) =>
  pending.then(
    () => undefined,
    (error: { data?: { code?: string } }) => error.data?.code,
  );

describe('looking through the computer for a folder', () => {
  test('tells the folders that can be seen, in the order a person counts, and no file but records', async () => {
    const look = await client().computer.look({ folder: `${folder}/./` });
    expect(look.folder).toBe(folder);
    expect(look.folders.map((one) => one.name)).toEqual([
      'A link',
      'Mainstay backups',
      'papers 9',
      'Papers 10',
    ]);
    expect(look.records.map((one) => one.name).sort()).toEqual([
      '2026-11-21T18-02-00-000Z on-close.workspace',
      'mainstay.workspace before restore 2026-11-21',
    ]);
    expect(look.canWrite).toBe(true);
    expect(look.freeBytes).toBeGreaterThan(0);
  });

  test('without a folder, starts in the person’s own and offers it among the places', async () => {
    const look = await client().computer.look({ folder: null });
    expect(look.places.map((place) => place.folder)).toContain(look.folder);
    expect(look.parent).not.toBe(look.folder);
  });

  test('says why it can’t look: not there, a file, a path that is not whole', async () => {
    expect(await refusalOf(client().computer.look({ folder: join(folder, 'nowhere') }))).toBe(
      'computer.not-there',
    );
    expect(await refusalOf(client().computer.look({ folder: join(folder, 'letter.pdf') }))).toBe(
      'computer.not-a-folder',
    );
    expect(await refusalOf(client().computer.look({ folder: 'papers' }))).toBe('computer.not-there');
    expect(await refusalOf(client().computer.look({ folder: `${folder}\0x` }))).toBe('computer.not-there');
  });

  test('tells the first three hundred folders of a very full one, and how many more there are', async () => {
    for (let at = 0; at < 310; at += 1) mkdirSync(join(folder, 'papers 9', `f${at}`));
    const look = await client().computer.look({ folder: join(folder, 'papers 9') });
    expect([look.folders.length, look.moreFolders]).toEqual([300, 10]);
  });
});
