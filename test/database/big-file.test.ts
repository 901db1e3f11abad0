import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/db/open';
import { brokenPages, PAGE_SIZE, PageCheck, pageKey } from '../../electron/db/pages';
import { addHousehold } from '../../electron/services/household-save';
import { Workspace } from '../../electron/services/workspace';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { settingsInMemory } from '../../electron/system/settings';
import { TEST_KEY_COST, TEST_PASSPHRASE } from '../support/workspace';

/** Every file counts as big. */
const BIG = 1;

let made: string;
let folder: string;
let workspace: Workspace;

function optionsIn(place: string) {
  return {
    folders: foldersIn(place),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('big'),
    log: silentLog(),
    settings: settingsInMemory(),
    version: '0.0.0-test',
    keyCost: TEST_KEY_COST,
    bigFile: BIG,
  };
}

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'mainstay-big-'));
  const options = optionsIn(made);
  const first = new Workspace(options);
  await first.create(TEST_PASSPHRASE, 'own');
  for (let at = 0; at < 40; at += 1) addHousehold({ ...options, workspace: first }, `Household ${at}`);
  first.lock();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-big-'));
  cpSync(made, folder, { recursive: true });
  workspace = new Workspace(optionsIn(folder));
});

afterEach(() => {
  workspace.lock();
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

const file = (): string => join(folder, 'mainstay.workspace');

describe('a big file', () => {
  test('opens, is looked through beside the work, and stays open when every page is as it was written', async () => {
    const status = await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
    expect(status.state).toBe('open');
    addHousehold({ ...optionsIn(folder), ids: seededIds('more'), workspace }, 'While it is looked through');
    await workspace.lookedThrough();
    expect(workspace.status()).toMatchObject({ state: 'open', failure: null });
  });

  test('that is damaged is closed when the damage is found, and told as it is for a small one', async () => {
    const bytes = readFileSync(file());
    // The last page with rows of what was done: nothing asks for it when the file is opened.
    const at = bytes.length - PAGE_SIZE * 3 + 700;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
    await workspace.lookedThrough();
    expect(workspace.status()).toMatchObject({ state: 'failed', failure: { code: 'workspace.damaged' } });
    expect(workspace.status().failure?.lastBackup).not.toBeNull();
  });

  test('is closed at once when it is locked meanwhile, and opens again', async () => {
    await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
    workspace.lock();
    await workspace.lookedThrough();
    expect((await workspace.unlock(TEST_PASSPHRASE, 'passphrase')).state).toBe('open');
  });
});

describe('the check at the end of each page', () => {
  test('fits every page that was written, and names each page with a bit turned over', () => {
    const path = join(folder, 'pages');
    const key = Buffer.alloc(32, 7);
    const database = openDatabase(path, key, { create: true });
    database.exec('CREATE TABLE one (text TEXT)');
    const insert = database.prepare('INSERT INTO one VALUES (?)');
    for (let at = 0; at < 200; at += 1) insert.run('x'.repeat(400));
    database.close();
    const bytes = readFileSync(path);
    const own = pageKey(key, bytes);
    expect(brokenPages(own, bytes, 1)).toEqual([]);
    for (const page of [1, 2, 9]) {
      const spoilt = Buffer.from(bytes);
      const at = (page - 1) * PAGE_SIZE + 1_000 + page;
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (page % 8));
      expect(brokenPages(own, spoilt, 1)).toEqual([page]);
    }
    // A page in the place of another was written, but not there.
    const moved = Buffer.from(bytes);
    bytes.copy(moved, PAGE_SIZE * 4, PAGE_SIZE * 5, PAGE_SIZE * 6);
    expect(brokenPages(own, moved, 1)).toEqual([5]);
  });
});

describe('every page of a file, read a piece at a time', () => {
  test('is whole, and is not when a bit is turned over or the end is missing', () => {
    const path = join(folder, 'pieces');
    const key = Buffer.alloc(32, 9);
    const database = openDatabase(path, key, { create: true });
    database.exec('CREATE TABLE one (text TEXT)');
    for (let at = 0; at < 100; at += 1) database.prepare('INSERT INTO one VALUES (?)').run('y'.repeat(400));
    database.close();
    const bytes = readFileSync(path);
    const isWhole = (file: Buffer): boolean => {
      const pages = new PageCheck(key);
      for (let at = 0; at < file.length; at += PAGE_SIZE * 4)
        pages.add(file.subarray(at, at + PAGE_SIZE * 4));
      return pages.isWhole;
    };
    expect(isWhole(bytes)).toBe(true);
    const spoilt = Buffer.from(bytes);
    spoilt[PAGE_SIZE * 6 + 90] = (spoilt[PAGE_SIZE * 6 + 90] ?? 0) ^ 4;
    expect(isWhole(spoilt)).toBe(false);
    expect(isWhole(bytes.subarray(0, bytes.length - 100))).toBe(false);
    expect(isWhole(Buffer.alloc(0))).toBe(false);
  });
});
