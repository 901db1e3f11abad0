import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MainstayClient } from '@shared/api/contract';
import { type IsoDay, isoDay } from '@shared/dates';
import { localClient } from '../../electron/api/local-client';
import { createRouter } from '../../electron/app';
import { IdleLock } from '../../electron/services/keys-idle';
import { Workspace } from '../../electron/services/workspace';
import { desktopKeyring } from '../../electron/shell/keyring';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { settingsStore } from '../../electron/system/settings';
import { type FakeStorage, fakeStorage } from './fake-keyring';
import { TEST_KEY_COST, TEST_PASSPHRASE } from './workspace';

export type KeysWorkspace = {
  readonly client: MainstayClient;
  readonly idle: IdleLock;
  readonly folder: string;
  readonly storage: FakeStorage;
  /** Of a workspace that was made here; empty for one that was there. */
  readonly recoveryCode: string;
  /** Lets time pass, looking at the clock so often meanwhile: every second, unless said otherwise. */
  pass(seconds: number, how?: { readonly looks?: number; readonly working?: boolean }): void;
  /** The computer sleeps: its clock goes on (or is set), and nothing else does. */
  sleep(seconds: number): void;
  close(): void;
};

/** A workspace whose time passes when it is told to, with a keyring that can be swapped. Makes one where none is. */
export async function keysWorkspace(
  given: { readonly folder?: string; readonly today?: IsoDay } = {},
): Promise<KeysWorkspace> {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'mainstay-keys-'));
  const day = fixedClock(given.today ?? isoDay('2026-11-21'));
  let passedMs = 0;
  let sleptMs = 0;
  let workedMs = 0;
  const clock = {
    today: day.today,
    nowIso: () => new Date(Date.parse(day.nowIso()) + passedMs + sleptMs).toISOString(),
    monotonicMs: () => passedMs,
  };
  const settings = settingsStore(folder);
  const options = {
    folders: foldersIn(folder),
    clock,
    ids: seededIds('keys'),
    log: silentLog(),
    settings,
    version: '0.0.0-test',
    keyCost: TEST_KEY_COST,
  };
  const workspace = new Workspace(options);
  const storage = fakeStorage('gnome_libsecret');
  const idle = new IdleLock({ ...options, workspace, workedMs: () => workedMs });
  const client = localClient(
    createRouter({ ...options, workspace }, { idle, keyring: desktopKeyring(storage, 'linux') }),
  );
  const made =
    (await client.workspace.status()).state === 'none'
      ? await client.workspace.create({ passphrase: TEST_PASSPHRASE, kind: 'own' })
      : { recoveryCode: '' };
  idle.look();
  return {
    client,
    idle,
    folder,
    storage,
    recoveryCode: made.recoveryCode,
    pass: (seconds, { looks = Math.max(1, Math.floor(seconds)), working = false } = {}) => {
      for (let at = 0; at < looks; at += 1) {
        passedMs += (seconds * 1000) / looks;
        if (working) workedMs += (seconds * 1000) / looks;
        idle.look();
      }
    },
    sleep: (seconds) => {
      sleptMs += seconds * 1000;
      idle.look();
    },
    close: () => {
      workspace.lock();
      if (given.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
