import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findDamage, openDatabase } from '../../electron/db/open';
import { readEnvelope } from '../../electron/services/workspace-files';
import { tryKey } from '../../electron/services/workspace-keys';
import { ask } from '../support/ask';
import { LosingDisk, readDiskLog } from '../support/disk-log';
import type { Fault, FaultOutcome } from '../support/fault';
import { inFolder, startSession, template, unlockSession } from '../support/host-session';
import { startHost } from '../support/start-host';
import { tryMany } from '../support/try-many';
import { TEST_PASSPHRASE } from '../support/workspace';

const SAVED_FOR_POWER = 150;

const hasTool = (name: string): boolean => spawnSync('which', [name]).status === 0;
const notBuilt = (): string | undefined =>
  existsSync('dist/electron/host.js') ? undefined : 'the program is not built';
const noStrace = (): string | undefined =>
  notBuilt() ?? (hasTool('strace') ? undefined : 'strace is not on this computer');

/** How often the window is closed as well, and opened anew. */
const WINDOW_TOO = 20;

/** Saves from the window’s page, one after the other, until the program is gone; tells of each answer outside. */
async function killWhileSaving(tries: number): Promise<FaultOutcome> {
  const browser = await chromium.launch({
    executablePath: process.env['MAINSTAY_BROWSER'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    return await inFolder(async (room) => {
      const folder = (await template(room)).copy(join(room, 'records'));
      const context = await browser.newContext();
      let page: Page | undefined;
      let port: string | undefined;
      let householdId = '';
      let acked = 0;
      let sent = 0;
      const noteSent = (value: number): void => {
        sent = value;
      };
      const noteAcked = (value: number): void => {
        acked = value;
      };
      const outcome = await tryMany(tries, async (index) => {
        const host = await startHost({
          folder,
          today: '2026-11-21',
          ...(port === undefined ? {} : { port }),
        });
        try {
          port = new URL(host.url).port;
          if (page === undefined || index % WINDOW_TOO === 0) {
            await page?.close();
            page = await context.newPage();
            await page.exposeFunction('sent', noteSent);
            await page.exposeFunction('acked', noteAcked);
            await page.goto(host.url);
          } else await context.request.get(host.url);
          const status = await ask<{ state: string; failure: unknown }>(page, 'workspace/unlock', {
            secret: TEST_PASSPHRASE,
            kind: 'passphrase',
          });
          if (status.state !== 'open') return `kill ${index}: not opened, ${JSON.stringify(status.failure)}`;
          if (householdId === '')
            ({ householdId } = await ask<{ householdId: string }>(page, 'workspace/addHousehold', {
              name: 'Ruth',
            }));
          const { details } = await ask<{ details: { phone: string } }>(page, 'household/get', {
            householdId,
          });
          const kept = Number(details.phone || '0');
          if (kept < acked || kept > sent) return `kill ${index}: ${kept} kept, ${acked} said to be saved`;
          const saving = page.evaluate(saveOn, { householdId, first: kept, details }).catch(() => undefined);
          // Somewhere between the first save and some dozens of them, not at the same place twice.
          await new Promise((done) => setTimeout(done, 80 + ((index * 37) % 160)));
          host.process.kill('SIGKILL');
          if (index % WINDOW_TOO === WINDOW_TOO - 1) await page.close();
          await Promise.all([saving, host.stop()]);
          if (page.isClosed()) page = undefined;
          return undefined;
        } finally {
          host.process.kill('SIGKILL');
        }
      });
      return acked >= tries
        ? outcome
        : { ...outcome, failures: [...outcome.failures, `only ${acked} saves`] };
    });
  } finally {
    await browser.close();
  }
}

/** Runs in the window: saves a number, and then the next, for as long as there is somebody to answer. */
async function saveOn(given: {
  readonly householdId: string;
  readonly first: number;
  readonly details: object;
}): Promise<void> {
  const tell = window as unknown as Record<'sent' | 'acked', (value: number) => Promise<void>>;
  for (let value = given.first + 1; ; value += 1) {
    await tell.sent(value);
    const details = { ...given.details, supportedName: 'Ruth Vale', phone: String(value) };
    const answer = await fetch('/api/household/saveDetails', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: { householdId: given.householdId, details } }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    await tell.acked(value);
  }
}

/** Saves under strace, then builds what a disk would hold had the power gone at each of so many places, and opens it. */
async function losePower(tries: number): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const made = await template(room);
    const folder = made.copy(join(room, 'records'));
    const names = ['mainstay.workspace', 'mainstay.keys'].map((name) => join(folder, name));
    const start = new Map(names.map((name) => [name, readFileSync(name)]));
    const log = join(room, 'strace.log');
    const session = await startSession(folder, [
      ...['strace', '-f', '-y', '-xx', '-s', '70000', '-o', log, '-e'],
      'trace=pwrite64,write,writev,fsync,fdatasync,ftruncate,rename,unlink,unlinkat',
    ]);
    const problem = await unlockSession(session);
    if (problem !== undefined) throw new Error(`Not unlocked: ${problem}`);
    const answersBefore = 1;
    const saved: string[] = [];
    for (let index = 0; index < SAVED_FOR_POWER; index += 1) {
      const name = `Save ${index} ${'x'.repeat((index * 37) % 180)}`.trim();
      const answer = await session.call('workspace/addHousehold', { name });
      if (!('value' in answer)) throw new Error(`Not saved: ${JSON.stringify(answer)}`);
      saved.push(name);
    }
    await session.kill();
    const steps = readDiskLog(readFileSync(log, 'utf8'), folder);
    const answers = steps.filter((step) => step.kind === 'answer').length;
    if (answers < SAVED_FOR_POWER) throw new Error(`${answers} answers in the log`);
    const envelope = readEnvelope(join(folder, 'mainstay.keys'));
    const dataKey = envelope && (await tryKey(envelope, TEST_PASSPHRASE, 'passphrase'));
    if (dataKey === undefined) throw new Error('No key');
    const disk = new LosingDisk(start);
    let taken = 0;
    let answered = 0;
    return tryMany(tries, (index) => {
      const upTo = Math.round(((index + 1) * steps.length) / tries);
      for (; taken < upTo; taken += 1) {
        const step = steps[taken];
        if (step === undefined) break;
        if (step.kind === 'answer') answered += 1;
        disk.take(step);
      }
      // Every other time some of what was not synced got to the disk after all, as disks do, in no order.
      let chance = index * 7919 + 1;
      const stays = (): boolean => {
        chance = (Math.imul(chance, 48_271) >>> 0) % 2_147_483_647;
        return index % 2 === 1 && chance % 2 === 0;
      };
      const place = join(room, 'found');
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place);
      for (const [file, bytes] of disk.found(stays))
        if (dirname(file) === folder) writeFileSync(join(place, basename(file)), bytes);
      const where = `power lost after step ${taken} of ${steps.length}`;
      try {
        const database = openDatabase(join(place, 'mainstay.workspace'), dataKey);
        try {
          const damage = findDamage(database);
          if (damage.length > 0) return `${where}: ${damage[0]}`;
          const kept = new Set(database.prepare('SELECT name FROM household').pluck().all() as string[]);
          const said = saved.slice(0, Math.max(0, answered - answersBefore));
          const lost = said.filter((name) => !kept.has(name));
          return lost.length === 0 ? undefined : `${where}: ${lost.length} of ${said.length} saves lost`;
        } finally {
          database.close();
        }
      } catch (error) {
        return `${where}: not opened, ${error instanceof Error ? error.message : error}`;
      }
    });
  });
}

export const faults: readonly Fault[] = [
  {
    row: 1,
    promise: 'Once it says Saved, it is saved',
    how: 'the program killed at any moment while its window in a browser saves; each answer noted outside',
    tries: 200,
    quick: 0,
    cannot: notBuilt,
    attempt: killWhileSaving,
  },
  {
    row: 2,
    promise: 'Once it says Saved, it is saved, even if the power goes',
    how: 'all writes of 150 saves noted by strace, played again up to each place without what was not synced',
    tries: 500,
    quick: 0,
    cannot: noStrace,
    attempt: losePower,
  },
];
