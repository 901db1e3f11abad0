import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CURRENT_VERSION, MIGRATIONS, migrate } from '../../electron/db/migrate';
import { findDamage, openDatabase } from '../../electron/db/open';
import { WorkspaceDatabase } from '../../electron/db/workspace-database';
import { Refusal } from '../../electron/refusal';
import { addHousehold, saveDetails } from '../../electron/services/household-save';
import { undo } from '../../electron/services/undo';
import { Workspace } from '../../electron/services/workspace';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import {
  KEY_COST,
  type KeyCost,
  type KeyEnvelope,
  readRecoveryCode,
} from '../../electron/system/key-envelope';
import { silentLog } from '../../electron/system/log';
import { settingsInMemory } from '../../electron/system/settings';
import { schemaTypes } from '../../scripts/schema-types.mjs';
import { TEST_KEY_COST } from '../support/workspace';

const PASSPHRASE = 'correct horse battery staple';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-workspace-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(keyCost: KeyCost = TEST_KEY_COST) {
  const folders = foldersIn(folder);
  const clock = fixedClock(isoDay('2026-11-21'));
  const settings = settingsInMemory();
  const workspace = new Workspace({
    folders,
    clock,
    ids: seededIds('test'),
    log: silentLog(),
    settings,
    version: '0',
    keyCost,
  });
  const context = {
    workspace,
    clock,
    ids: seededIds(`ids ${Math.floor(performance.now() * 1000)}`),
    folders,
    log: silentLog(),
    settings,
    version: '0',
  };
  return {
    workspace,
    context,
    file: join(folder, 'mainstay.workspace'),
    keys: join(folder, 'mainstay.keys'),
  };
}

async function made(keyCost?: KeyCost) {
  const opened = open(keyCost);
  const { recoveryCode } = await opened.workspace.create(PASSPHRASE, 'own');
  const householdId = addHousehold(opened.context, 'Ruth');
  saveDetails(opened.context, householdId, {
    supportedName: 'Ruth Bell',
    knownAs: 'Ruth',
    birthDate: null,
    addressLine1: 'SECRETSTREET 12',
    addressLine2: '',
    town: '',
    postcode: '',
    phone: '',
    email: '',
    nation: 'england',
    userName: 'Sam',
  });
  return { ...opened, recoveryCode, householdId };
}

async function refusalOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return undefined;
}

describe('the workspace file', () => {
  test('opens again with the passphrase or the recovery code, and holds what was saved', async () => {
    const { workspace, recoveryCode, householdId } = await made();
    workspace.lock();
    expect(workspace.status().state).toBe('locked');
    await workspace.unlock(PASSPHRASE, 'passphrase');
    expect(workspace.database.byId('household', householdId)?.supported_name).toBe('Ruth Bell');
    workspace.lock();
    const again = open();
    await again.workspace.unlock(recoveryCode.toLowerCase().replace(/-/g, ' '), 'recovery-code');
    expect(again.workspace.status().state).toBe('open');
    again.workspace.lock();
  });

  test('each of its keys costs what OWASP asks of scrypt: N = 2^15, r = 8, p = 3', async () => {
    const { keys } = await made(KEY_COST);
    const envelope = JSON.parse(readFileSync(keys, 'utf8')) as KeyEnvelope;
    expect(envelope.slots.map((slot) => slot.cost)).toEqual([
      { n: 32_768, r: 8, p: 3 },
      { n: 32_768, r: 8, p: 3 },
    ]);
  });

  test('is not readable without its key, and tells nothing in its log either', async () => {
    const { workspace, file } = await made();
    for (const name of [file, `${file}-wal`]) {
      if (existsSync(name)) expect(readFileSync(name).includes('SECRETSTREET')).toBe(false);
    }
    workspace.lock();
    expect(readFileSync(file).includes('SECRETSTREET')).toBe(false);
  });

  test('refuses a wrong passphrase and a mistyped recovery code in words of their own, and stays as it was', async () => {
    const { workspace, file, recoveryCode } = await made();
    workspace.lock();
    const before = readFileSync(file);
    expect(await refusalOf(() => workspace.unlock('wrong wrong wrong', 'passphrase'))).toBe(
      'workspace.wrong-passphrase',
    );
    expect(await refusalOf(() => workspace.unlock('ABCDE', 'recovery-code'))).toBe(
      'workspace.not-a-recovery-code',
    );
    const last = recoveryCode.at(-1) === '0' ? '1' : '0';
    expect(readRecoveryCode(recoveryCode.slice(0, -1) + last)).toBeUndefined();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(workspace.status().state).toBe('locked');
  });

  test('a new passphrase opens it and the old one no longer does; the recovery code stays', async () => {
    const { workspace, recoveryCode } = await made();
    expect(
      await refusalOf(() => workspace.changePassphrase('not it at all', 'another long passphrase')),
    ).toBe('workspace.wrong-passphrase');
    await workspace.changePassphrase(PASSPHRASE, 'another long passphrase');
    workspace.lock();
    expect(await refusalOf(() => workspace.unlock(PASSPHRASE, 'passphrase'))).toBe(
      'workspace.wrong-passphrase',
    );
    await workspace.unlock('another long passphrase', 'passphrase');
    workspace.lock();
    await workspace.unlock(recoveryCode, 'recovery-code');
    expect(workspace.isOpen).toBe(true);
    workspace.lock();
  });

  test('a damaged file is a failure with its own name, never an empty new one', async () => {
    const { workspace, file } = await made();
    workspace.lock();
    const size = statSync(file).size;
    const bytes = readFileSync(file);
    for (let at = 5000; at < 5040; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    await workspace.unlock(PASSPHRASE, 'passphrase');
    expect(workspace.status()).toMatchObject({ state: 'failed', failure: { code: 'workspace.damaged' } });
    expect(statSync(file).size).toBe(size);
    truncateSync(file, 3000);
    workspace.retry();
    await workspace.unlock(PASSPHRASE, 'passphrase');
    expect(workspace.status().failure?.code).toBe('workspace.damaged');
  });

  test('a missing file or missing keys are told apart, and no new workspace is made over them', async () => {
    const { workspace, file, keys } = await made();
    workspace.lock();
    copyFileSync(file, `${file}.aside`);
    rmSync(file);
    expect(workspace.status().failure?.code).toBe('workspace.missing');
    expect(await refusalOf(() => workspace.create(PASSPHRASE, 'own'))).toBe('workspace.exists');
    copyFileSync(`${file}.aside`, file);
    rmSync(keys);
    expect(workspace.status().failure?.code).toBe('workspace.keys-missing');
    expect(await refusalOf(() => workspace.create(PASSPHRASE, 'own'))).toBe('workspace.exists');
    writeFileSync(keys, '{"format":1');
    expect(workspace.status().failure?.code).toBe('workspace.keys-damaged');
  });

  test('a second program is told that the file is in use, and the first one loses nothing', async () => {
    const { workspace, householdId } = await made();
    const second = open();
    await second.workspace.unlock(PASSPHRASE, 'passphrase');
    expect(second.workspace.status().failure?.code).toBe('workspace.in-use');
    expect(workspace.database.byId('household', householdId)?.name).toBe('Ruth');
    workspace.lock();
    second.workspace.retry();
    await second.workspace.unlock(PASSPHRASE, 'passphrase');
    expect(second.workspace.isOpen).toBe(true);
    second.workspace.lock();
  });

  test('locking makes a checked backup when something was changed, and none when nothing was', async () => {
    const { workspace } = await made();
    workspace.lock();
    expect(workspace.backups().map((one) => one.reason)).toEqual(['on-close']);
    await workspace.unlock(PASSPHRASE, 'passphrase');
    workspace.lock();
    expect(workspace.backups()).toHaveLength(1);
  });
});

describe('migrations', () => {
  const key = Buffer.alloc(32, 7);

  test('rise in tens, end at the current version, and a newer file is refused unchanged', () => {
    const file = join(folder, 'one.workspace');
    const database = openDatabase(file, key, { create: true });
    migrate(database, () => undefined);
    expect(database.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
    database.pragma(`user_version = ${CURRENT_VERSION + 10}`);
    expect(() => migrate(database, () => undefined)).toThrow('workspace.newer');
    database.close();
  });

  test('a migration that fails leaves the file as it was, after a backup was asked for', () => {
    const database = openDatabase(join(folder, 'two.workspace'), key, { create: true });
    migrate(database, () => undefined);
    let backups = 0;
    const broken = [
      ...MIGRATIONS,
      { version: CURRENT_VERSION + 10, sql: 'CREATE TABLE half (id TEXT) STRICT; SELECT * FROM nowhere;' },
    ];
    const backUp = (): void => {
      backups += 1;
    };
    expect(() => migrate(database, backUp, broken)).toThrow();
    expect(backups).toBe(1);
    expect(database.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
    expect(database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({
      n: 0,
    });
    database.close();
  });

  test('the row types in the code are those of the newest schema', () => {
    expect(readFileSync(new URL('../../electron/db/schema.ts', import.meta.url), 'utf8')).toBe(schemaTypes());
  });

  test('money, minutes and yes-or-no are whole numbers in strict tables: no column holds a fraction', () => {
    const database = new Database(':memory:');
    for (const migration of MIGRATIONS) database.exec(migration.sql);
    const tables = database
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as { name: string; sql: string }[];
    for (const table of tables) {
      expect(table.sql, table.name).toMatch(/STRICT/);
      expect(table.sql, table.name).not.toMatch(/\bREAL\b|\bNUMERIC\b/);
    }
    database.close();
  });
});

describe('a full disk', () => {
  test('refuses the save in words, keeps all that was saved before, and takes saves again once there is room', () => {
    const file = openDatabase(join(folder, 'full.workspace'), Buffer.alloc(32, 9), { create: true });
    migrate(file, () => undefined);
    const db = new WorkspaceDatabase(file, () => '2026-11-21T09:00:00.000Z');
    const keep = (hash: string, size: number): void =>
      db.act({ name: 'test', householdId: null }, (write) =>
        write.append('stored_file', { hash, media_type: 'image/png', size, bytes: new Uint8Array(size) }),
      );
    keep('before', 10_000);
    // As SQLite meets it: no further page may be added to the file.
    const pages = Number(file.pragma('page_count', { simple: true }));
    file.pragma(`max_page_count = ${pages}`);
    expect(() => keep('too much', 500_000)).toThrow(new Refusal('workspace.disk-full'));
    const stored = (): unknown[] => file.prepare('SELECT hash FROM stored_file ORDER BY hash').pluck().all();
    expect(stored()).toEqual(['before']);
    expect(findDamage(file)).toEqual([]);
    file.pragma(`max_page_count = ${pages + 1_000}`);
    keep('after', 500_000);
    expect(stored()).toEqual(['after', 'before']);
    db.close();
  });
});

describe('undo', () => {
  test('puts back what was there, says what it did, and can be redone', async () => {
    const { workspace, context, householdId } = await made();
    const details = {
      supportedName: 'Ruth Ann Bell',
      knownAs: 'Ruth',
      birthDate: null,
      addressLine1: '',
      addressLine2: '',
      town: '',
      postcode: '',
      phone: '',
      email: '',
      nation: 'wales' as const,
      userName: 'Sam',
    };
    saveDetails(context, householdId, details);
    expect(undo(context, householdId).code).toBe('household.details-saved');
    expect(workspace.database.byId('household', householdId)).toMatchObject({
      supported_name: 'Ruth Bell',
      nation: 'england',
    });
    const { redo } = await import('../../electron/services/undo');
    redo(context, householdId);
    expect(workspace.database.byId('household', householdId)).toMatchObject({
      supported_name: 'Ruth Ann Bell',
      nation: 'wales',
    });
    workspace.lock();
  });
});
