import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WARNING_SECONDS } from '../../electron/services/keys-idle';
import { readEnvelope } from '../../electron/services/workspace-files';
import { KeyTries, keyBySecret, makeKeys } from '../../electron/services/workspace-keys';
import { foldersIn } from '../../electron/system/folders';
import { KEY_COST, newRecoveryCode } from '../../electron/system/key-envelope';
import type { FakeStore } from '../support/fake-keyring';
import type { Fault } from '../support/fault';
import { chance } from '../support/inputs-of';
import { keysWorkspace } from '../support/keys-workspace';
import { tryMany } from '../support/try-many';
import { TEST_KEY_COST, TEST_PASSPHRASE } from '../support/workspace';

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Guesses that come close, that many people would make, and that have nothing to do with it. */
function guesses(count: number): string[] {
  const random = chance(8);
  const close = [
    TEST_PASSPHRASE.toUpperCase(),
    `${TEST_PASSPHRASE} `,
    ` ${TEST_PASSPHRASE}`,
    TEST_PASSPHRASE.slice(1),
    TEST_PASSPHRASE.slice(0, -1),
    TEST_PASSPHRASE.replaceAll(' ', ''),
    TEST_PASSPHRASE.replaceAll(' ', '-'),
    '',
    ' ',
    '\0',
    'password1234',
    '123456789012',
    TEST_PASSPHRASE.split(' ').reverse().join(' '),
    newRecoveryCode(),
  ];
  return Array.from(
    { length: count },
    (_, at) => close[at] ?? `guess ${at} ${Math.floor(random() * 1_000_000_000)}`,
  );
}

const STORES: readonly FakeStore[] = [
  'basic_text',
  'gnome_libsecret',
  'kwallet',
  'kwallet5',
  'kwallet6',
  'unknown',
];

export const faults: readonly Fault[] = [
  {
    row: 8,
    promise: 'A wrong passphrase opens nothing, and the right one opens after a thousand wrong ones',
    how: 'guesses near and far, each without the wait that comes after the fifth; each is told wrong after 200 ms at the least, and no file changes',
    tries: 1000,
    quick: 30,
    attempt: async (tries) => {
      const cheap = tries <= 50;
      const folder = mkdtempSync(join(tmpdir(), 'mainstay-guesses-'));
      const folders = foldersIn(folder);
      const file = join(folder, 'mainstay.keys');
      const dataKey = Buffer.alloc(32, 9);
      try {
        await makeKeys(folders, 'w', dataKey, TEST_PASSPHRASE, cheap ? TEST_KEY_COST : KEY_COST);
        const before = hashOf(file);
        const envelope = readEnvelope(file);
        if (envelope === undefined) throw new Error('no keys were made');
        const failures: string[] = [];
        const left = guesses(tries);
        const lane = async () => {
          for (let guess = left.pop(); guess !== undefined; guess = left.pop()) {
            const started = performance.now();
            const key = await keyBySecret(
              envelope,
              guess,
              'passphrase',
              new KeyTries(() => performance.now(), cheap ? 0 : 200),
            ).catch(() => undefined);
            if (key !== undefined) failures.push('a guess opened the records');
            if (!cheap && performance.now() - started < 199)
              failures.push('a guess was told wrong too quickly');
          }
        };
        await Promise.all([lane(), lane()]);
        const right = await keyBySecret(envelope, TEST_PASSPHRASE, 'passphrase').catch(() => undefined);
        if (right === undefined || !right.equals(dataKey))
          failures.push('the right passphrase no longer opens');
        if (hashOf(file) !== before) failures.push('the key file was changed');
        return { tries, failures };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  {
    row: 10,
    promise: 'Your records outlive the keyring of your desktop',
    how: 'set up with each of six stores and opened with each (stand-ins for Electron’s: there is no desktop here); the passphrase always opens, nothing is sealed in plain text or sealed anew',
    tries: 36,
    quick: 3,
    attempt: async (tries) => {
      const open = await keysWorkspace();
      const keysFile = join(open.folder, 'mainstay.keys');
      const unlock = () => open.client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
      try {
        return await tryMany(tries, async (index) => {
          const [from, to] = [
            STORES[Math.floor(index / 6) % 6] ?? 'unknown',
            STORES[(index + Math.floor(index / 6)) % 6] ?? 'unknown',
          ];
          await unlock();
          await open.client.keys.forgetKeyring();
          open.storage.use(from);
          const safe = from !== 'basic_text' && from !== 'unknown';
          const set = await open.client.keys.letKeyringOpen({ current: TEST_PASSPHRASE }).then(
            () => true,
            () => false,
          );
          if (set !== safe) return `${from} was ${set ? 'used' : 'refused'}`;
          await open.client.workspace.lock();
          const before = hashOf(keysFile);
          open.storage.use(to);
          const opened = await open.client.keys.unlockWithKeyring().then(
            ({ state }) => state === 'open',
            () => false,
          );
          if (opened !== (safe && from === to))
            return `sealed with ${from}, ${to} ${opened ? 'opened' : 'did not open'} it`;
          await open.client.workspace.lock();
          if (hashOf(keysFile) !== before) return `${from} and then ${to} changed the key file`;
          if (open.storage.plainTextAsked > 0) return 'plain text was asked for';
          return (await unlock()).state === 'open' ? undefined : `with ${to} the passphrase did not open`;
        });
      } finally {
        open.close();
      }
    },
  },
  {
    row: 32,
    promise:
      'If you forget your passphrase, the sheet opens your records on any computer; without it nothing does',
    how: 'the two files copied to an empty folder: the code opens, twenty other codes do not',
    tries: 20,
    quick: 1,
    attempt: async (tries) => {
      const made = await keysWorkspace();
      await made.client.workspace.lock();
      try {
        return await tryMany(tries, async () => {
          const folder = mkdtempSync(join(tmpdir(), 'mainstay-clean-'));
          try {
            for (const name of ['mainstay.workspace', 'mainstay.keys'])
              cpSync(join(made.folder, name), join(folder, name));
            const clean = await keysWorkspace({ folder });
            const opens = async (secret: string) => {
              clean.pass(60);
              return clean.client.workspace.unlock({ secret, kind: 'recovery-code' }).then(
                ({ state }) => state === 'open',
                () => false,
              );
            };
            for (let at = 0; at < 20; at += 1)
              if (await opens(newRecoveryCode())) return 'another code opened the records';
            const opened = await opens(made.recoveryCode.toLowerCase().replaceAll('-', ' '));
            clean.close();
            return opened ? undefined : 'the code on the sheet did not open';
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        });
      } finally {
        made.close();
      }
    },
  },
  {
    row: 33,
    promise: 'It locks by itself',
    how: 'days of touches, pauses, sleep and work by chance, on a clock of the test’s own: never open past the minutes and the warning, never locked without a warning',
    tries: 200,
    quick: 8,
    attempt: async (tries) => {
      const open = await keysWorkspace();
      const random = chance(33);
      const pick = (below: number): number => Math.floor(random() * below);
      await open.client.keys.setLockAfter({ minutes: 5 });
      const limit = 5 * 60 + WARNING_SECONDS;
      try {
        return await tryMany(tries, async () => {
          await open.client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
          open.idle.look();
          let idle = 0;
          let warned = false;
          for (let step = 0; step < 60; step += 1) {
            const kind = pick(10);
            if (kind === 0) {
              open.sleep(60 + pick(10_000));
              if (open.idle.state().state !== 'locked') return 'stayed open over a sleep';
              return undefined;
            }
            if (kind < 5) {
              if (open.idle.touch().state !== 'open') return 'a touch did not keep it open';
              idle = 0;
              warned = false;
            }
            const seconds = 1 + pick(200);
            open.pass(seconds);
            idle += seconds;
            const { state } = open.idle.state();
            if (state === 'warning') warned = true;
            if (state === 'locked') {
              if (idle < limit) return `locked after ${idle} seconds`;
              return warned || seconds >= WARNING_SECONDS ? undefined : 'locked without a warning';
            }
            if (idle >= limit) return `still open after ${idle} seconds`;
          }
          return undefined;
        });
      } finally {
        open.close();
      }
    },
  },
];
