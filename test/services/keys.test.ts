import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARNING_SECONDS } from '../../electron/services/keys-idle';
import { KeyTries } from '../../electron/services/workspace-keys';
import { desktopKeyring } from '../../electron/shell/keyring';
import type { KeyEnvelope } from '../../electron/system/key-envelope';
import { type FakeStore, fakeStorage } from '../support/fake-keyring';
import { type KeysWorkspace, keysWorkspace } from '../support/keys-workspace';
import { TEST_PASSPHRASE } from '../support/workspace';

let open: KeysWorkspace;
beforeAll(async () => {
  open = await keysWorkspace();
});
afterAll(() => open.close());

/** Opens the records again for the next test, whatever the last one did with them. */
async function unlocked(): Promise<void> {
  await open.client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
  open.idle.look();
}

const refused = (code: string, details: object = {}) => ({
  code: 'REFUSED',
  data: { code, details: expect.objectContaining(details) },
});

describe('wrong tries', () => {
  test('slow down from the fifth on: 1, 2, 4 … at most 30 seconds, and the right one opens as soon as the wait is over', async () => {
    let now = 0;
    const tries = new KeyTries(() => now, 0);
    const wrong = () => tries.one('secret', async () => undefined);
    for (let at = 0; at < 4; at += 1) await wrong();
    const waits: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      await wrong();
      const wait = await tries.one('secret', async () => true).catch((refusal) => refusal.details.seconds);
      waits.push(wait);
      now += wait * 1000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
    expect(await tries.one('secret', async () => 'open')).toBe('open');
    await wrong();
    expect(await tries.one('secret', async () => 'open')).toBe('open');
  });

  test('are told apart from having to wait, and wait together however many come at once', async () => {
    open.client.workspace.lock();
    const unlock = (secret: string) => open.client.workspace.unlock({ secret, kind: 'passphrase' });
    const told = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => unlock(`wrong passphrase ${at}`)),
    );
    const codes = told.map((one) => (one.status === 'rejected' ? one.reason.data.code : 'open'));
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'workspace.wrong-passphrase'),
      ...Array.from({ length: 3 }, () => 'workspace.wait'),
    ]);
    await expect(unlock(TEST_PASSPHRASE)).rejects.toMatchObject(refused('workspace.wait', { seconds: 1 }));
    open.pass(1);
    expect((await unlock(TEST_PASSPHRASE)).state).toBe('open');
  });
});

describe('locking by itself', () => {
  test('warns after the minutes that were chosen, can be put off again and again, and then locks', async () => {
    await unlocked();
    await open.client.keys.setLockAfter({ minutes: 5 });
    open.idle.touch();
    open.pass(5 * 60 - 1);
    expect(open.idle.state()).toMatchObject({ state: 'open', secondsLeft: null });
    open.pass(1);
    expect(open.idle.state()).toMatchObject({ state: 'warning', secondsLeft: WARNING_SECONDS });
    for (let at = 0; at < 10; at += 1) {
      open.pass(WARNING_SECONDS - 1);
      expect((await open.client.keys.touch()).state).toBe('open');
      open.pass(5 * 60);
      expect(open.idle.state().state).toBe('warning');
    }
    open.pass(WARNING_SECONDS);
    expect(open.idle.state().state).toBe('locked');
    expect((await open.client.workspace.status()).state).toBe('locked');
    expect(await open.client.keys.ways()).toMatchObject({ lockedBecause: 'idle', lockAfterMinutes: 5 });
    // Touching what is locked does not open it.
    expect((await open.client.keys.touch()).state).toBe('locked');
  });

  test('tells the window at once, and one that a person locked in another window too', async () => {
    await unlocked();
    const seen = open.idle.state().turn;
    const told = open.client.keys.watch({ seen });
    open.pass(5 * 60);
    expect(await told).toMatchObject({ state: 'warning' });
    const next = open.client.keys.watch({ seen: open.idle.state().turn });
    await open.client.workspace.lock();
    open.idle.look();
    expect(await next).toMatchObject({ state: 'locked' });
    expect(await open.client.keys.ways()).toMatchObject({ lockedBecause: null });
  });

  test('never happens when the person chose never, nor while the program is at work', async () => {
    await unlocked();
    await open.client.keys.setLockAfter({ minutes: 0 });
    open.pass(24 * 3600);
    expect(open.idle.state().state).toBe('open');
    await open.client.keys.setLockAfter({ minutes: 5 });
    open.idle.touch();
    // An hour in which nothing could be heard, because the program worked on something long.
    open.pass(3600, { looks: 1, working: true });
    expect(open.idle.state().state).toBe('open');
  });

  test('happens when the computer slept: when the system says so, when its clock went on alone, or when all stood still', async () => {
    await unlocked();
    open.idle.slept();
    expect((await open.client.keys.ways()).lockedBecause).toBe('asleep');
    await unlocked();
    open.sleep(600);
    expect((await open.client.keys.ways()).lockedBecause).toBe('asleep');
    await unlocked();
    open.pass(90, { looks: 1 });
    expect((await open.client.keys.ways()).lockedBecause).toBe('asleep');
    await unlocked();
    // A clock set back by a year is no sleep.
    open.sleep(-365 * 24 * 3600);
    expect(open.idle.state().state).toBe('open');
  });
});

describe('text that was typed but not saved', () => {
  const windowId = 'one';
  const kept = {
    path: '/people/w1/details',
    householdId: null,
    drafts: [{ key: 'form', values: '{"note":"PLANTEDNOTE likes tea at four"}' }],
  };
  const nothing = { path: '', householdId: null, drafts: [] };

  test('is kept inside the encrypted file and given back with its page, once', async () => {
    await unlocked();
    const { keys, workspace } = open.client;
    await keys.keepDrafts({ ...kept, windowId });
    await workspace.lock();
    for (const name of ['mainstay.workspace', 'mainstay.settings.json', 'mainstay.keys'])
      expect(readFileSync(join(open.folder, name)).includes('PLANTEDNOTE')).toBe(false);
    await expect(keys.drafts({ windowId })).rejects.toMatchObject(refused('workspace.locked'));
    await unlocked();
    expect(await keys.drafts({ windowId })).toEqual(kept);
    // A window that begins anew at once did not hear the answer.
    expect(await keys.drafts({ windowId })).toEqual(kept);
    open.pass(6);
    expect(await keys.drafts({ windowId })).toEqual(nothing);
    // Once it is saved, only the page is gone back to.
    await keys.keepDrafts({ ...kept, drafts: [], windowId });
    await workspace.lock();
    await unlocked();
    expect(await keys.drafts({ windowId })).toEqual({ ...kept, drafts: [] });
  });

  test('goes back to the window it was typed in; after another start, to the first that asks', async () => {
    await unlocked();
    const { keys, workspace } = open.client;
    await keys.keepDrafts({ ...kept, windowId });
    await keys.keepDrafts({ ...nothing, path: '/today', windowId: 'two' });
    await workspace.lock();
    await unlocked();
    expect((await keys.drafts({ windowId: 'two' })).path).toBe('/today');
    expect(await keys.drafts({ windowId: 'three' })).toEqual(nothing);
    expect(await keys.drafts({ windowId })).toEqual(kept);
    await workspace.lock();
    const again = await keysWorkspace({ folder: open.folder });
    await again.client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
    expect(await again.client.keys.drafts({ windowId: 'two' })).toEqual(nothing);
    expect(await again.client.keys.drafts({ windowId: 'four' })).toEqual(nothing);
    await again.client.workspace.lock();
    await again.client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
    expect(await again.client.keys.drafts({ windowId: 'four' })).toEqual(kept);
    again.close();
  });
});

describe('a new recovery code', () => {
  test('opens at once; the one before it opens until the person has the new one on paper, and no longer', async () => {
    await unlocked();
    const { client } = open;
    await expect(client.keys.makeRecoveryCode({ current: 'not my passphrase' })).rejects.toMatchObject(
      refused('workspace.wrong-passphrase'),
    );
    const opens = (recoveryCode: string) =>
      client.keys.checkRecoveryCode({ recoveryCode }).then(
        () => true,
        () => false,
      );
    const first = open.recoveryCode;
    const { recoveryCode: dropped } = await client.keys.makeRecoveryCode({ current: TEST_PASSPHRASE });
    const { recoveryCode: second } = await client.keys.makeRecoveryCode({ current: TEST_PASSPHRASE });
    expect([await opens(first), await opens(dropped), await opens(second)]).toEqual([true, false, true]);
    await client.keys.keepRecoveryCode({ recoveryCode: second });
    expect((await client.keys.state()).recoveryCodeKeptAt).toMatch(/Z$/);
    expect([await opens(first), await opens(second)]).toEqual([false, true]);
    await client.workspace.lock();
    // Small letters and spaces, and in the field for the passphrase.
    const typed = second.toLowerCase().replaceAll('-', ' ');
    expect((await client.workspace.unlock({ secret: typed, kind: 'passphrase' })).state).toBe('open');
  });
});

describe('the keyring of the desktop', () => {
  const slots = () =>
    (JSON.parse(readFileSync(join(open.folder, 'mainstay.keys'), 'utf8')) as KeyEnvelope).slots.map(
      (slot) => slot.kind,
    );

  test.each<[FakeStore, string | undefined]>([
    ['gnome_libsecret', undefined],
    ['kwallet6', undefined],
    ['basic_text', 'keyring.plain-text'],
    ['unknown', 'keyring.none'],
  ])(
    '%s: is used only where it keeps secrets in earnest, and the passphrase opens all the same',
    async (store, why) => {
      await unlocked();
      open.storage.use(store);
      const asked = open.client.keys.letKeyringOpen({ current: TEST_PASSPHRASE });
      if (why === undefined) {
        await asked;
        await open.client.workspace.lock();
        expect((await open.client.keys.ways()).keyring).toBe('ready');
        expect((await open.client.keys.unlockWithKeyring()).state).toBe('open');
      } else {
        await expect(asked).rejects.toMatchObject(refused(why));
        expect(slots()).not.toContain('keyring');
      }
      await open.client.workspace.lock();
      await unlocked();
      expect((await open.client.workspace.status()).state).toBe('open');
      await open.client.keys.forgetKeyring();
    },
  );

  test('is never made weaker: another store, or none, opens nothing and changes nothing in the key file', async () => {
    await unlocked();
    open.storage.use('gnome_libsecret');
    await open.client.keys.letKeyringOpen({ current: TEST_PASSPHRASE });
    await open.client.workspace.lock();
    const keys = readFileSync(join(open.folder, 'mainstay.keys'));
    for (const store of ['basic_text', 'kwallet5', 'unknown'] as const) {
      open.storage.use(store);
      expect((await open.client.keys.ways()).keyring).toBe('changed');
      await expect(open.client.keys.unlockWithKeyring()).rejects.toMatchObject(refused('keyring.changed'));
    }
    // The same kind of store on another computer, or emptied: it did not seal this.
    open.storage.use('gnome_libsecret');
    open.storage.forgetAll();
    await expect(open.client.keys.unlockWithKeyring()).rejects.toMatchObject(refused('keyring.failed'));
    expect(readFileSync(join(open.folder, 'mainstay.keys')).equals(keys)).toBe(true);
    expect(open.storage.plainTextAsked).toBe(0);
    await unlocked();
    expect((await open.client.workspace.status()).state).toBe('open');
  });

  test('other systems have one store, or none', async () => {
    const storage = fakeStorage('basic_text');
    expect(await desktopKeyring(storage, 'darwin').store()).toBe('keychain');
    expect(await desktopKeyring(storage, 'win32').store()).toBe('windows');
    storage.use('unknown');
    expect(await desktopKeyring(storage, 'darwin').store()).toBe('none');
  });
});

test('a clean computer opens the folder with the passphrase or the code alone', async () => {
  await unlocked();
  const { recoveryCode } = await open.client.keys.makeRecoveryCode({ current: TEST_PASSPHRASE });
  await open.client.workspace.lock();
  for (const secret of [TEST_PASSPHRASE, recoveryCode]) {
    const home = mkdtempSync(join(tmpdir(), 'mainstay-clean-'));
    for (const name of ['mainstay.workspace', 'mainstay.keys'])
      cpSync(join(open.folder, name), join(home, name));
    const clean = await keysWorkspace({ folder: home, today: isoDay('2026-11-22') });
    expect((await clean.client.workspace.unlock({ secret, kind: 'passphrase' })).state).toBe('open');
    clean.close();
    rmSync(home, { recursive: true, force: true });
  }
});
