import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '../../electron/app';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-preferences-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = () =>
  createApp({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('preferences'),
    log: silentLog(),
  }).client;

test('the look is kept and read before anything is unlocked, by the next start too; a damaged part spoils no other', async () => {
  const first = start();
  expect(await first.preferences.look()).toEqual({});
  const look = { theme: 'dark', textSize: 150, plainMode: true };
  expect(await first.preferences.keepLook({ look })).toEqual({ kept: true });
  expect((await first.workspace.status()).state).toBe('none');
  expect(await start().preferences.look()).toEqual(look);

  const file = join(folder, 'mainstay.settings.json');
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...kept, lockAfterMinutes: 'soon' }));
  expect(await start().preferences.look()).toEqual(look);
  writeFileSync(file, 'not settings');
  expect(await start().preferences.look()).toEqual({});
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('not settings');
});

test('a look is names and plain values, and no more of them than a look can have', async () => {
  const client = start();
  const many = Object.fromEntries(
    Array.from({ length: 41 }, (_, at) => [`name${String.fromCharCode(97 + (at % 26)).repeat(1 + at)}`, 1]),
  );
  for (const look of [many, { 'not a name': 1 }, { theme: 'x'.repeat(61) }])
    await expect(client.preferences.keepLook({ look })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
