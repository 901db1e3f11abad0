import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock, londonDay, systemClock } from '../../../electron/system/clock';
import { folderPlatform, foldersIn, programFolder, systemFolders } from '../../../electron/system/folders';
import { randomIds, seededIds } from '../../../electron/system/ids';
import { fileLog, silentLog } from '../../../electron/system/log';
import { doorOptions } from '../../../electron/system/options';

describe('the clock', () => {
  test('the day is London’s, wherever the computer is', () => {
    // British Summer Time began at 01:00 UTC on 29 March 2026: 23:30 UTC on 30 June is half past midnight on 1 July.
    expect(londonDay(Date.UTC(2026, 5, 30, 23, 30))).toBe('2026-07-01');
    expect(londonDay(Date.UTC(2026, 11, 31, 23, 30))).toBe('2026-12-31');
    expect(londonDay(Date.UTC(2026, 3, 5, 22, 59))).toBe('2026-04-05');
    expect(londonDay(Date.UTC(2026, 3, 5, 23, 0))).toBe('2026-04-06');
  });

  test('a clock that stands still says the same day and moment every time', () => {
    const summer = fixedClock(isoDay('2026-07-01'), clockTime('00:30'));
    expect(summer.today()).toBe('2026-07-01');
    expect(summer.nowIso()).toBe('2026-06-30T23:30:00.000Z');
    expect(fixedClock(isoDay('2026-11-24')).nowIso()).toBe('2026-11-24T09:00:00.000Z');
  });

  test('the measure of time only rises', () => {
    const clock = systemClock();
    const first = clock.monotonicMs();
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(first);
    expect(clock.nowIso()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe('ids', () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  test('are never the same twice', () => {
    const ids = randomIds();
    const many = Array.from({ length: 1000 }, () => ids.next());
    expect(new Set(many).size).toBe(1000);
    for (const id of many) expect(id).toMatch(shape);
  });

  test('the same seed gives the same ids, another seed others', () => {
    const take = (seed: string): string[] => {
      const ids = seededIds(seed);
      return [ids.next(), ids.next(), ids.next()];
    };
    expect(take('example')).toEqual(take('example'));
    expect(take('example')).not.toEqual(take('other'));
    expect(new Set(take('example')).size).toBe(3);
    for (const id of take('example')) expect(id).toMatch(shape);
  });
});

describe('folders', () => {
  test('each system keeps the records where its programs do', () => {
    expect(systemFolders({}, 'linux', '/home/jo').workspaceFolder).toBe(
      resolve('/home/jo/.local/share/mainstay'),
    );
    expect(systemFolders({ XDG_DATA_HOME: '/data' }, 'linux', '/home/jo').workspaceFolder).toBe(
      resolve('/data/mainstay'),
    );
    expect(systemFolders({}, 'darwin', '/Users/jo').workspaceFolder).toBe(
      resolve('/Users/jo/Library/Application Support/Mainstay'),
    );
    expect(systemFolders({ APPDATA: '/Roaming' }, 'win32', '/Users/jo').workspaceFolder).toBe(
      resolve('/Roaming/Mainstay'),
    );
    expect(folderPlatform('freebsd')).toBe('linux');
  });

  test('a person’s own choice goes before them all', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(systemFolders({ MAINSTAY_FOLDER: '/stick' }, platform, '/home/jo').workspaceFolder).toBe(
        resolve('/stick'),
      );
  });

  test('what comes with the program is found from the program, not from where it was started', () => {
    const folders = foldersIn('/records');
    expect(programFolder()).toBe(process.cwd());
    expect(folders.resourcesFolder).toBe(join(programFolder(), 'resources'));
    expect(folders.rendererFolder).toBe(join(programFolder(), 'dist', 'renderer'));
    expect(folders.backupsFolder).toBe(resolve('/records/backups'));
  });
});

describe('options of a door', () => {
  test('folder, day and port are read', () => {
    const read = doorOptions(['--folder', '/records', '--today', '2026-11-24', '--port', '4000'], {});
    expect(
      read.ok && [read.value.folders.workspaceFolder, read.value.clock.today(), read.value.port],
    ).toEqual([resolve('/records'), '2026-11-24', 4000]);
  });

  test.each([
    [['--tody', '2026-11-24'], 'options.unknown'],
    [['spare'], 'options.unknown'],
    [['--today', '24/11/2026'], 'options.bad-today'],
    [['--today', '2026-02-29'], 'options.bad-today'],
    [['--today', '2026-11-24', '--time', '24:00'], 'options.bad-today'],
    [['--port', '70000'], 'options.bad-port'],
    [['--port', '-1'], 'options.unknown'],
    [['--port', 'x'], 'options.bad-port'],
  ])('%j is refused with %s', (args, code) => {
    expect(doorOptions(args, {})).toEqual({ ok: false, code });
  });

  test('options of Chromium’s are passed over when asked', () => {
    const read = doorOptions(['.', '--disable-gpu', '--today=2026-11-24'], {}, 'passed-over');
    expect(read.ok && read.value.clock.today()).toBe('2026-11-24');
  });
});

describe('the log', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-log-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const clock = fixedClock(isoDay('2026-11-24'));
  const text = (): string => readFileSync(join(folder, 'mainstay.log'), 'utf8');

  test('writes codes and numbers', () => {
    fileLog(folder, clock).info('host.started', { port: 4000, warm: true });
    expect(text()).toBe('2026-11-24T09:00:00.000Z info host.started port=4000 warm=true\n');
  });

  test('leaves out what could be a person’s words, and the message of an error', () => {
    const log = fileLog(folder, clock);
    log.warn('statement.refused', { name: 'Amina Okafor', note: '07700 900123\nfell' });
    log.error('pay.failed', Object.assign(new Error('No tax code for Amina Okafor'), { code: 'ENOSPC' }));
    expect(text()).not.toMatch(/Amina|Okafor|07700|fell/);
    expect(text()).toContain('code=ENOSPC');
    expect(text()).toContain('system.test.ts:');
    expect(text().trimEnd().split('\n')).toHaveLength(2);
  });

  test('keeps one older file and grows no further', () => {
    const log = fileLog(folder, clock, 1000);
    for (let index = 0; index < 200; index += 1) log.info('a.line', { index });
    expect(readdirSync(folder).sort()).toEqual(['mainstay.1.log', 'mainstay.log']);
    expect(text().length).toBeLessThanOrEqual(1000);
    expect(text()).toContain('index=199');
  });

  test('never fails the one who writes', () => {
    expect(() => fileLog(join(folder, 'mainstay.log', '\0'), clock).info('a.line')).not.toThrow();
    expect(() => silentLog().error('a.line', new Error('x'))).not.toThrow();
  });
});
