import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MainstayClient } from '@shared/api/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addHousehold } from '../../electron/services/household-save';
import { Workspace } from '../../electron/services/workspace';
import { settingsInMemory } from '../../electron/system/settings';
import { clientOf } from '../support/client-of';
import { TEST_KEY_COST, TEST_PASSPHRASE, type TestWorkspace, testWorkspace } from '../support/workspace';
import { refusalOf } from '../support/workspace-for-test';

let given: TestWorkspace;
let client: MainstayClient;
/** Another disk, as far as a test can have one. */
let disk = '';
beforeEach(async () => {
  given = await testWorkspace('2026-11-21');
  client = clientOf(given.context);
  addHousehold(given.context, 'Ruth');
  disk = mkdtempSync(join(tmpdir(), 'mainstay-place-'));
});
afterEach(() => {
  given.close();
  rmSync(disk, { recursive: true, force: true });
});

const keeper = () => given.context.workspace.keeper;
const files = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
const copies = (): string[] =>
  files(join(disk, 'Mainstay backups')).filter((name) => name.endsWith('.workspace'));
const own = (): string[] =>
  files(join(given.folder, 'backups')).filter((name) => name.endsWith('.workspace'));

describe('a backup', () => {
  test('is told with its day, time and check, and says whether anything was changed since', async () => {
    expect((await client.backups.view()).isChanged).toBe(true);
    const view = await client.backups.make();
    expect(view.last).toMatchObject({
      reason: 'by-hand',
      state: 'good',
      made: { day: '2026-11-21', time: '09:00' },
      checked: { day: '2026-11-21' },
    });
    expect(view.isChanged).toBe(false);
    addHousehold(given.context, 'Owen');
    expect((await client.backups.view()).isChanged).toBe(true);
  });

  test('never takes the place of another, even while the clock stands still', async () => {
    for (let time = 0; time < 3; time += 1) await client.backups.make();
    expect(own()).toHaveLength(3);
  });

  test('says nothing of the household in its note, which is not locked', async () => {
    await client.backups.make();
    const folder = join(given.folder, 'backups');
    const note = files(folder).find((name) => name.endsWith('.json')) ?? '';
    expect(Object.keys(JSON.parse(readFileSync(join(folder, note), 'utf8'))).sort()).toEqual([
      'before',
      'checkedAt',
      'format',
      'madeAt',
      'mark',
      'ok',
      'reason',
      'records',
      'schemaVersion',
      'sequence',
      'sha256',
      'size',
      'version',
      'workspaceId',
    ]);
  });

  test('that was damaged is found when it is checked again, and one before it counts as the last good one', async () => {
    await client.backups.make();
    addHousehold(given.context, 'Owen');
    const newest = (await client.backups.make()).last?.name ?? '';
    const file = join(given.folder, 'backups', `${newest}.workspace`);
    const bytes = readFileSync(file);
    bytes[9000] = (bytes[9000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await client.backups.check({ placeId: null, name: newest })).toMatchObject({ state: 'damaged' });
    const view = await client.backups.view();
    expect(view.last?.name).not.toBe(newest);
    expect(view.backups).toHaveLength(2);
  });

  test('cut short is seen without opening it', async () => {
    const name = (await client.backups.make()).last?.name ?? '';
    truncateSync(join(given.folder, 'backups', `${name}.workspace`), 5000);
    expect((await client.backups.view()).backups[0]).toMatchObject({ name, state: 'damaged' });
  });

  test('half made by a program that was stopped is no backup, and is taken away by the next', async () => {
    await client.backups.make();
    writeFileSync(join(given.folder, 'backups', '2026-11-20T10-00-00-000Z daily.workspace.part'), 'half');
    expect((await client.backups.view()).backups).toHaveLength(1);
    await client.backups.make();
    expect(files(join(given.folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('that could not be made is told until one is made', async () => {
    const folder = join(given.folder, 'backups');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'a file where the folder should be');
    expect(refusalOf(() => given.context.workspace.backUpNow())).toBe('workspace.read-only');
    expect((await client.backups.view()).problem).toMatchObject({
      code: 'workspace.read-only',
      reason: 'by-hand',
      when: { day: '2026-11-21' },
    });
    rmSync(folder);
    expect((await client.backups.make()).problem).toBeNull();
  });
});

describe('by itself', () => {
  test('Mainstay backs up once on each day with a change, while it stays open', async () => {
    await keeper().doChores();
    await keeper().doChores();
    addHousehold(given.context, 'Owen');
    await keeper().doChores();
    expect(own().map((name) => name.slice(0, 10))).toEqual(['2026-11-21']);
    given.goTo('2026-11-22');
    await keeper().doChores();
    given.goTo('2026-11-23');
    await keeper().doChores();
    expect(own()).toEqual([
      '2026-11-21T09-00-00-000Z daily.workspace',
      '2026-11-22T09-00-00-000Z daily.workspace',
    ]);
  });

  test('it sees after a day that the newest backup is damaged, and makes another at once', async () => {
    const name = (await client.backups.make()).last?.name ?? '';
    const file = join(given.folder, 'backups', `${name}.workspace`);
    const bytes = readFileSync(file);
    bytes[7000] = (bytes[7000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    given.goTo('2026-11-22');
    await keeper().doChores();
    const view = await client.backups.view();
    expect(view.last?.reason).toBe('daily');
    expect(view.backups.find((one) => one.name === name)?.state).toBe('damaged');
  });

  test('it makes another when the only backup is damaged or gone, though nothing was changed', async () => {
    const name = (await client.backups.make()).last?.name ?? '';
    truncateSync(join(given.folder, 'backups', `${name}.workspace`), 5000);
    await keeper().doChores();
    expect((await client.backups.view()).last).toMatchObject({ reason: 'daily', state: 'good' });
    rmSync(join(given.folder, 'backups'), { recursive: true });
    await keeper().doChores();
    expect(own()).toHaveLength(1);
  });

  test('it backs up before a big change, and not twice when nothing was changed between', () => {
    given.context.workspace.backUpBefore('year.end');
    given.context.workspace.backUpBefore('year.end');
    expect(keeper().list()).toHaveLength(1);
    expect(keeper().list()[0]?.note).toMatchObject({ reason: 'before-change', before: 'year.end' });
  });
});

describe('a place for copies', () => {
  test('gets the newest backup at once, and each one after', async () => {
    await client.backups.make();
    const { placeId } = await client.backups.addPlace({ folder: disk });
    expect(copies()).toEqual(own());
    addHousehold(given.context, 'Owen');
    const view = await client.backups.make();
    expect(copies()).toEqual(own());
    expect(view.places).toMatchObject([{ id: placeId, state: 'good', isHere: true, problem: null }]);
    expect(view.places[0]?.backups.map((one) => one.state)).toEqual(['good', 'good']);
    const name = view.last?.name ?? '';
    expect(await client.backups.check({ placeId, name })).toMatchObject({ state: 'good' });
  });

  test('that is away is told as waiting, and gets the newest backup when it is back', async () => {
    await client.backups.addPlace({ folder: disk });
    renameSync(disk, `${disk}-away`);
    addHousehold(given.context, 'Owen');
    expect((await client.backups.make()).places).toMatchObject([
      { state: 'waiting', problem: 'place.away', isHere: false },
    ]);
    renameSync(`${disk}-away`, disk);
    await keeper().doChores();
    expect((await client.backups.view()).places).toMatchObject([{ state: 'good', problem: null }]);
    expect(copies().at(-1)).toBe(own().at(-1));
  });

  test('left as an empty folder by a stick that was taken out is not written to', async () => {
    const { placeId } = await client.backups.addPlace({ folder: disk });
    rmSync(join(disk, 'Mainstay backups'), { recursive: true });
    addHousehold(given.context, 'Owen');
    expect((await client.backups.make()).places).toMatchObject([
      { state: 'waiting', problem: 'place.not-it' },
    ]);
    expect(files(disk)).toEqual([]);
    expect(await client.backups.tryPlace({ placeId, mark: true })).toEqual({ problem: null });
    expect(copies()).toHaveLength(1);
  });

  test('is not the records’ own folder, a file, a place chosen before, or one that is not there', async () => {
    writeFileSync(join(disk, 'file'), '');
    await client.backups.addPlace({ folder: disk });
    const refused = async (folder: string) => {
      try {
        await client.backups.addPlace({ folder });
      } catch (error) {
        return (error as { data?: { code?: string; field?: string } }).data;
      }
      return undefined;
    };
    expect(await refused(join(given.folder, 'backups'))).toMatchObject({ code: 'place.inside-records' });
    expect(await refused(given.folder)).toMatchObject({ code: 'place.inside-records', field: 'folder' });
    expect(await refused(disk)).toMatchObject({ code: 'place.already' });
    expect(await refused(join(disk, 'file'))).toMatchObject({ code: 'place.not-a-folder' });
    expect(await refused(join(disk, 'nowhere'))).toMatchObject({ code: 'place.away' });
    expect(await refused('sticks')).toMatchObject({ code: 'place.not-whole' });
    // A file system that makes no folders, and says so in its own way.
    if (process.platform === 'linux')
      expect((await refused('/proc'))?.code).toMatch(/^place\.(away|read-only|failed)$/);
  });

  test('keeps its copies when it is no longer one, and somebody else’s backups are let be', async () => {
    const { placeId } = await client.backups.addPlace({ folder: disk });
    const other = await testWorkspace('2026-11-21', 'other');
    await clientOf(other.context).backups.addPlace({ folder: disk });
    const all = copies();
    expect(all).toHaveLength(2);
    expect((await client.backups.view()).places[0]?.backups).toHaveLength(1);
    await client.backups.removePlace({ placeId });
    expect((await client.backups.view()).places).toEqual([]);
    expect(copies()).toEqual(all);
    other.close();
  });

  test('is not given a copy twice, nor one that was damaged on the way there', async () => {
    await client.backups.addPlace({ folder: disk });
    const copy = join(disk, 'Mainstay backups', copies()[0] ?? '');
    truncateSync(copy, 100);
    await keeper().copyEverywhere();
    expect(readFileSync(copy).equals(readFileSync(join(given.folder, 'backups', own()[0] ?? '')))).toBe(true);
  });
});

describe('Today tells', () => {
  const today = async () => {
    const householdId = (await client.household.list())[0]?.id ?? '';
    const view = await client.today.view({ householdId });
    return { last: view.lastBackup, needs: view.needs.filter((one) => one.code.startsWith('backup-')) };
  };

  test('when the last good backup was made, that it was checked, and in how many places it is', async () => {
    expect((await today()).last).toBeNull();
    await client.backups.make();
    expect(await today()).toEqual({
      last: {
        at: '2026-11-21T09:00:00.000Z',
        day: '2026-11-21',
        time: '09:00',
        checked: true,
        places: 0,
        copied: 0,
      },
      needs: [],
    });
    await client.backups.addPlace({ folder: disk });
    expect((await today()).last).toMatchObject({ places: 1, copied: 1 });
  });

  test('of a place that is away once it has had no copy for more than a week', async () => {
    await client.backups.addPlace({ folder: disk });
    renameSync(disk, `${disk}-away`);
    given.goTo('2026-11-28');
    addHousehold(given.context, 'Owen');
    await keeper().doChores();
    expect((await today()).needs).toEqual([]);
    given.goTo('2026-11-29');
    expect((await today()).needs).toMatchObject([
      { code: 'backup-place-away', urgency: 'attention', values: { folder: disk, days: 8 } },
    ]);
    renameSync(`${disk}-away`, disk);
    await keeper().doChores();
    expect((await today()).needs).toEqual([]);
  });

  test('of nothing when a place is away that has the newest backup', async () => {
    await client.backups.addPlace({ folder: disk });
    renameSync(disk, `${disk}-away`);
    given.goTo('2026-12-21');
    await keeper().doChores();
    expect((await today()).needs).toEqual([]);
    renameSync(`${disk}-away`, disk);
  });

  test('at once of a place that is another one, and of a backup that failed or is damaged', async () => {
    await client.backups.addPlace({ folder: disk });
    rmSync(join(disk, 'Mainstay backups'), { recursive: true });
    addHousehold(given.context, 'Owen');
    const name = (await client.backups.make()).last?.name ?? '';
    expect((await today()).needs).toMatchObject([
      { code: 'backup-place-failed', values: { code: 'place.not-it' } },
    ]);
    truncateSync(join(given.folder, 'backups', `${name}.workspace`), 5000);
    expect((await today()).needs.map((one) => one.code)).toContain('backup-damaged');
    rmSync(join(given.folder, 'backups'), { recursive: true });
    writeFileSync(join(given.folder, 'backups'), '');
    expect(refusalOf(() => given.context.workspace.backUpNow())).toBe('workspace.read-only');
    expect((await today()).needs).toContainEqual(
      expect.objectContaining({ code: 'backup-failed', urgency: 'wrong' }),
    );
  });

  test('after a program that was killed: what was changed since the last backup is still to be backed up', async () => {
    const { workspace } = given.context;
    await client.backups.make();
    addHousehold(given.context, 'Owen');
    // As after a kill: the file is closed without a backup.
    workspace.database.close();
    const again = new Workspace({
      ...given.context,
      settings: settingsInMemory(),
      keyCost: TEST_KEY_COST,
    });
    await again.unlock(TEST_PASSPHRASE, 'passphrase');
    expect(again.keeper.isChanged).toBe(true);
    again.lock();
    expect(keeper().list()).toHaveLength(2);
  });
});
