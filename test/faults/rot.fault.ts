import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { checkAll } from '../../electron/services/check-record';
import { Workspace } from '../../electron/services/workspace';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { settingsInMemory } from '../../electron/system/settings';
import type { Fault, FaultOutcome } from '../support/fault';
import { inFolder } from '../support/host-session';
import { makeReleasedFile } from '../support/released-files';
import { tryMany } from '../support/try-many';
import { TEST_KEY_COST, TEST_PASSPHRASE } from '../support/workspace';

function optionsIn(folder: string) {
  return {
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('rot'),
    log: silentLog(),
    settings: settingsInMemory(),
    version: '0.0.0-test',
    keyCost: TEST_KEY_COST,
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Damages a whole file so often, each time in another way, and opens it. */
async function damage(
  tries: number,
  spoil: (whole: Buffer, index: number) => { readonly what: string; readonly bytes: Buffer },
): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const folder = join(room, 'records');
    mkdirSync(folder);
    await makeReleasedFile(folder, 40);
    const first = new Workspace(optionsIn(folder));
    await first.unlock(TEST_PASSPHRASE, 'passphrase');
    first.database.checkpoint();
    first.lock();
    const file = join(folder, 'mainstay.workspace');
    const whole = readFileSync(file);
    const others = new Set(readdirSync(folder));
    return tryMany(tries, async (index) => {
      const { what, bytes } = spoil(whole, index);
      for (const name of readdirSync(folder))
        if (!others.has(name)) rmSync(join(folder, name), { recursive: true });
      writeFileSync(file, bytes);
      const options = optionsIn(folder);
      const workspace = new Workspace(options);
      const status = await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
      try {
        if (status.state === 'open') {
          const { findings } = checkAll({ ...options, workspace });
          return findings.some((one) => one.step === 'pages') ? undefined : `${what}: opened without a word`;
        }
        if (status.state !== 'failed') return `${what}: ${status.state}`;
        if (status.failure === null || status.failure.lastBackup === null)
          return `${what}: no backup was offered`;
        const after = readFileSync(file);
        if (hashOf(after) !== hashOf(bytes)) return `${what}: the damaged file was written to`;
        return undefined;
      } finally {
        workspace.lock();
      }
    });
  });
}

/** A number below another that follows from the try: the same places each time, all over the file. */
const placeOf = (index: number, below: number): number =>
  Number((BigInt(index + 1) * 0x9e37_79b9_7f4a_7c15n) % BigInt(below));

function notARecord(index: number): Buffer {
  const kinds = [
    () => Buffer.from('Dear Sir or Madam, this is not a database.\n'.repeat(200)),
    () => Buffer.from('SQLite format 3\0'.padEnd(4_096, '\0'), 'latin1'),
    () => Buffer.from('<!doctype html><title>Your file is syncing</title>'.repeat(100)),
    () => Buffer.alloc(8_192),
    () => Buffer.alloc(4_096, 0xff),
    () => Buffer.from('PK\u0003\u0004'.padEnd(5_000, 'z'), 'latin1'),
    () => Buffer.from('x'),
    () => Buffer.from('%PDF-1.7\n'.padEnd(9_000, ' '), 'latin1'),
    () => Buffer.from('\ufeff[]'.repeat(2_000), 'utf16le'),
    () => Buffer.from(Array.from({ length: 12_288 }, (_, at) => placeOf(at, 256))),
  ];
  const kind = kinds[index % kinds.length];
  if (kind === undefined) throw new Error('No such kind');
  return Buffer.concat([kind(), Buffer.from(' '.repeat(Math.floor(index / kinds.length)))]);
}

const promise = 'A damaged file never becomes wrong pay';

export const faults: readonly Fault[] = [
  {
    row: 6,
    promise,
    how: 'one bit of the file turned over, anywhere',
    tries: 300,
    quick: 6,
    attempt: (tries) =>
      damage(tries, (whole, index) => {
        const at = placeOf(index, whole.length);
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (index % 8));
        return { what: `bit ${index % 8} of byte ${at}`, bytes };
      }),
  },
  {
    row: 6,
    promise,
    how: 'the file cut short, anywhere',
    tries: 100,
    quick: 3,
    attempt: (tries) =>
      damage(tries, (whole, index) => {
        // Every third at the end of a page, as disks do; never to nothing, which is a missing file.
        const at = placeOf(index, whole.length - 1) + 1;
        const size = index % 3 === 0 ? Math.max(4_096, at - (at % 4_096)) : at;
        return { what: `cut to ${size}`, bytes: whole.subarray(0, size) };
      }),
  },
  {
    row: 6,
    promise,
    how: 'another file under its name: a letter, a web page, zeros, a picture of a plain database',
    tries: 20,
    quick: 3,
    attempt: (tries) =>
      damage(tries, (_whole, index) => ({ what: `other file ${index}`, bytes: notARecord(index) })),
  },
];
