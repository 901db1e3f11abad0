import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { type App, createApp } from '../../electron/app';
import { findDamage } from '../../electron/db/open';
import { endReceiptThread } from '../../electron/files/receipts/receipt-thread';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { randomIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { person } from '../../renderer/text/household';
import { sentenceFor } from '../../renderer/text/refusals';
import { ask } from '../support/ask';
import type { Fault, FaultOutcome } from '../support/fault';
import { inFolder, startSession, template, unlockSession } from '../support/host-session';
import { openBeside } from '../support/open-beside';
import { picture } from '../support/receipt-files';
import { makeReleasedFile, RELEASED } from '../support/released-files';
import { startHost } from '../support/start-host';
import { tryMany } from '../support/try-many';
import { TEST_KEY_COST, TEST_PASSPHRASE } from '../support/workspace';

/** Whether a person is told what happened in words of its own, not only that something went wrong. */
function isTold(code: string): boolean {
  return !sentenceFor({ code }).includes(code);
}

/** What lies in a folder that a person could take for something whole, and is not. */
function brokenFiles(folder: string): string | undefined {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const empty = files.find(
    (one) => !/-wal$|^filler$/.test(one.name) && statSync(join(one.parentPath, one.name)).size === 0,
  );
  if (empty !== undefined) return `${empty.name} is empty`;
  const draft = files.find((one) => one.name.endsWith('.new'));
  if (draft !== undefined) return `${draft.name} was left behind`;
  const note = files.find((one) => one.parentPath.endsWith('backups') && one.name.endsWith('.json'));
  const copy = note?.name.replace(/json$/, 'workspace');
  return copy !== undefined && !files.some((one) => one.name === copy)
    ? `${copy} is told of, and not there`
    : undefined;
}

/** Opens what is left, beside the program, and says what is not there that was said to be saved. */
async function lostOf(folder: string, saved: readonly string[]): Promise<string | undefined> {
  const database = await openBeside(folder, TEST_PASSPHRASE);
  try {
    const damage = findDamage(database);
    if (damage.length > 0) return `damaged: ${damage[0]}`;
    const kept = new Set(database.prepare('SELECT name FROM household').pluck().all() as string[]);
    const lost = saved.filter((name) => !kept.has(name));
    return lost.length === 0 ? undefined : `${lost.length} of ${saved.length} saves lost`;
  } finally {
    database.close();
  }
}

const receipt = (size: number) => ({
  name: 'till.png',
  base64: picture(size, size, 'noise').toString('base64'),
});

/** Lets one read or write of the built program fail, the first, the second, and so on, while it saves, backs up and locks. */
async function failOnce(tries: number): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const records = await template(room);
    let failed = 0;
    const outcome = await tryMany(tries, async (index) => {
      const folder = records.copy(join(room, 'records'));
      const log = join(room, 'strace.log');
      // Every fourth disk does not come back.
      const when = `${index + 1}${index % 4 === 3 ? '+' : ''}`;
      const where = `error ${when}`;
      const session = await startSession(folder, [
        ...['strace', '-f', '-o', log, '-e', 'trace=fsync,fdatasync,pwrite64,rename'],
        ...['-e', `inject=fsync,fdatasync,pwrite64,rename:error=EIO:when=${when}`],
      ]);
      const saved: string[] = [];
      const untold: string[] = [];
      const ask = async (path: string, input?: object): Promise<unknown> => {
        const answer = await session.call(path, input);
        if ('value' in answer) return answer.value;
        if ('problem' in answer) untold.push(answer.problem);
        else if (!isTold(answer.refused)) untold.push(`${path}: ${answer.refused} has no words`);
        return undefined;
      };
      const opened = await unlockSession(session);
      if (opened !== undefined && !isTold(opened)) untold.push(`unlock: ${opened}`);
      if (opened === undefined) {
        for (let number = 0; number < 6; number += 1) {
          const name = `Save ${number}`;
          if ((await ask('workspace/addHousehold', { name })) !== undefined) saved.push(name);
        }
        const [first] = ((await ask('household/list')) ?? []) as { id: string }[];
        if (first !== undefined)
          await ask('receipts/add', {
            householdId: first.id,
            files: [receipt(40)],
            lineId: null,
            keepLocked: false,
            read: false,
          });
        await ask('backups/make');
        await ask('preferences/keepLook', { look: { theme: 'dark' } });
        await ask('workspace/addHousehold', { name: 'Last' }).then((done) => done && saved.push('Last'));
        await ask('workspace/lock');
      }
      if (session.process.exitCode !== null) untold.push('the program ended');
      await session.stop();
      if (readFileSync(log, 'utf8').includes('(INJECTED)')) failed += 1;
      const wrong = untold[0] ?? (await lostOf(folder, saved)) ?? brokenFiles(folder);
      return wrong === undefined ? undefined : `${where}: ${wrong}`;
    });
    return failed >= tries / 2
      ? outcome
      : { ...outcome, failures: [...outcome.failures, `only ${failed} errors came about`] };
  });
}

const KINDS = ['save', 'backup', 'receipt', 'migration', 'export', 'create'] as const;
type Kind = (typeof KINDS)[number];
const SIZES_MB = [1, 2, 4] as const;

function appIn(folder: string): App {
  return createApp({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: randomIds(),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
  });
}

/** Leaves so many bytes free on a disk of its own. */
function fill(disk: string, free: number): void {
  const file = join(disk, 'filler');
  rmSync(file, { force: true });
  spawnSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=4096', 'status=none'], { stdio: 'ignore' });
  const size = statSync(file).size;
  spawnSync('truncate', ['-s', String(Math.max(0, size - free)), file]);
}

async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { code?: string } };
    if (code === 'REFUSED' && data?.code !== undefined) return data.code;
    throw error;
  }
}

/** Does one kind of thing on a disk with little room, until it is refused or done; what was not told or not kept. */
async function onFullDisk(
  disk: string,
  kind: Kind,
  megabytes: number,
  index: number,
  wasFull: () => void,
): Promise<string | undefined> {
  const folder = join(disk, 'records');
  const free = ((index * 7919) % 60) * 4_096;
  const saved: string[] = [];
  const refused: string[] = [];
  const app = appIn(folder);
  const tell = (code: string | undefined): boolean => {
    if (code !== undefined) refused.push(code);
    return code !== undefined;
  };
  try {
    if (kind === 'create') {
      fill(disk, free);
      tell(
        await refusalOf(() =>
          app.client.workspace.create({ passphrase: 'kettle marble yellow train', kind: 'own' }),
        ),
      );
    } else {
      const status = kind === 'migration' ? undefined : await opened(app.client);
      fill(disk, free);
      if (kind === 'migration') {
        tell(
          await refusalOf(async () => {
            const after = await app.client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
            if (after.state === 'failed') tell(after.failure?.code ?? 'unknown');
          }),
        );
      } else if (status !== 'open') return `not opened: ${status}`;
      else if (kind === 'backup') tell(await refusalOf(() => app.client.backups.make()));
      else if (kind === 'export') {
        const { householdId } = await homeOf(app.client);
        if (tell(await refusalOf(() => app.client.workspace.openRecord({ householdId }))))
          return `a copy of the record was refused: ${refused[0]}`;
      } else if (kind === 'receipt') {
        const { householdId } = await homeOf(app.client);
        const file = receipt(megabytes * 200);
        const add = () =>
          app.client.receipts.add({
            householdId,
            files: [file],
            lineId: null,
            keepLocked: false,
            read: false,
          });
        for (let times = 0; times < 3; times += 1)
          tell(await refusalOf(async () => void (await add()).files.map((one) => tell(one.refused?.code))));
      } else
        for (let number = 0; number < 400; number += 1) {
          const name = `Save ${number} ${'x'.repeat(150)}`;
          if (tell(await refusalOf(() => app.client.workspace.addHousehold({ name })))) break;
          saved.push(name);
        }
    }
  } finally {
    await app.close();
  }
  if (refused.length > 0) wasFull();
  const silent = refused.find((code) => !isTold(code) || !/full|read-only/.test(code));
  if (silent !== undefined) return `told ${silent}`;
  const broken = brokenFiles(disk);
  if (broken !== undefined) return broken;
  rmSync(join(disk, 'filler'), { force: true });
  spawnSync('mount', ['-o', 'remount,size=16m', disk]);
  if (kind === 'create') {
    const again = appIn(folder);
    const code = await refusalOf(() =>
      again.client.workspace.create({ passphrase: 'kettle marble yellow train', kind: 'own' }),
    );
    const { state } = again.context.workspace.status();
    await again.close();
    const done = refused.length === 0 ? code === 'workspace.exists' : code === undefined && state === 'open';
    return done ? undefined : `made room, and still ${code ?? state}`;
  }
  const lost = await lostOf(folder, saved);
  if (lost !== undefined) return lost;
  const again = appIn(folder);
  const state =
    (await refusalOf(async () => void (await opened(again.client)))) ??
    again.context.workspace.status().state;
  await again.close();
  return state === 'open' ? undefined : `made room, and still ${state}`;
}

async function opened(client: MainstayClient): Promise<string> {
  const status = await client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
  return status.failure?.code ?? status.state;
}

async function homeOf(client: MainstayClient): Promise<{ householdId: string }> {
  const [first] = await client.household.list();
  if (first === undefined) throw new Error('No household');
  return { householdId: first.id };
}

/** Fills disks of 1, 2 and 4 MB while all kinds of things are done on them. */
async function fillDisks(tries: number): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const records = await template(room);
    const disk = join(room, 'disk');
    mkdirSync(disk);
    try {
      let full = 0;
      const outcome = await tryMany(tries, async (index) => {
        // Records as they are when empty need more than 1 MB: on that disk they can only be begun.
        const small = index % SIZES_MB.length === 0;
        const kind = small ? 'create' : (KINDS[Math.floor(index / 3) % KINDS.length] ?? 'save');
        // A file of before and a copy of it need more than 2 MB from the start.
        const megabytes = kind === 'migration' ? 4 : (SIZES_MB[index % SIZES_MB.length] ?? 1);
        const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
        if (mounted.status !== 0) throw new Error(String(mounted.stderr));
        try {
          const folder = join(disk, 'records');
          if (kind === 'migration') {
            mkdirSync(folder);
            await makeReleasedFile(folder, RELEASED[index % RELEASED.length] ?? 10);
          } else if (kind !== 'create') records.copy(folder);
          const wrong = await onFullDisk(disk, kind, megabytes, index, () => {
            full += 1;
          });
          return wrong === undefined ? undefined : `${kind} on ${megabytes} MB (${index}): ${wrong}`;
        } finally {
          spawnSync('umount', ['-l', disk]);
        }
      });
      return full >= tries / 3
        ? outcome
        : { ...outcome, failures: [...outcome.failures, `only ${full} disks were full`] };
    } finally {
      await endReceiptThread();
    }
  });
}

/** Types into a form of the window on a full disk: it is told, what was typed stays, and is saved once there is room. */
async function typeOnFullDisk(tries: number): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const records = await template(room);
    const disk = join(room, 'disk');
    mkdirSync(disk);
    const browser = await chromium.launch({
      executablePath: process.env['MAINSTAY_BROWSER'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    if (mounted.status !== 0) throw new Error(String(mounted.stderr));
    try {
      const folder = records.copy(join(disk, 'records'));
      const host = await startHost({ folder, today: '2026-11-21' });
      try {
        const page = await browser.newPage();
        await page.goto(host.url);
        await ask(page, 'workspace/unlock', { secret: TEST_PASSPHRASE, kind: 'passphrase' });
        return await tryMany(tries, async (index) => {
          rmSync(join(disk, 'filler'), { force: true });
          await page.goto(`${host.origin}/#/settings/household`);
          await page.reload();
          const town = page.getByLabel(person.town);
          const typed = `Leeds ${index} ${'by the canal '.repeat(8)}`.trim();
          await town.fill(typed);
          fill(disk, 0);
          const save = page.getByRole('button', { name: person.save, exact: true });
          await save.click();
          await page
            .getByText(sentenceFor({ code: 'workspace.disk-full' }))
            .first()
            .waitFor({ timeout: 15_000 });
          if ((await town.inputValue()) !== typed) return `try ${index}: what was typed is gone`;
          rmSync(join(disk, 'filler'), { force: true });
          await save.click();
          const [first] = await ask<{ id: string }[]>(page, 'household/list');
          await page.waitForFunction(
            async ([householdId, wanted]) => {
              const answer = await fetch('/api/household/get', {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ json: { householdId } }),
              });
              return (await answer.json()).json.details.town === wanted;
            },
            [first?.id, typed] as const,
            { timeout: 15_000 },
          );
          return undefined;
        });
      } finally {
        await host.stop();
      }
    } finally {
      spawnSync('umount', ['-l', disk]);
      await browser.close();
    }
  });
}

const canMount = (): string | undefined =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? undefined
    : 'only the system’s own user may make a small disk';

export const faults: readonly Fault[] = [
  {
    row: 3,
    promise: 'A full disk never harms what you have',
    how: 'disks of 1, 2 and 4 MB that fill up while records are begun, saved to, backed up, updated, copied and given receipts',
    tries: 150,
    quick: 0,
    cannot: canMount,
    attempt: fillDisks,
  },
  {
    row: 3,
    promise: 'A full disk never harms what you have',
    how: 'a form of the window on a full disk: told in words, nothing typed is lost, saved once there is room',
    tries: 10,
    quick: 0,
    cannot: () =>
      canMount() ?? (existsSync('dist/electron/host.js') ? undefined : 'the program is not built'),
    attempt: typeOnFullDisk,
  },
  {
    row: 4,
    promise: 'What goes wrong on the disk is told, not hidden',
    how: 'the nth write, rename or sync fails, of the built program that saves, backs up and locks; every fourth disk stays broken',
    tries: 100,
    quick: 0,
    cannot: () =>
      existsSync('dist/electron/host.js')
        ? spawnSync('which', ['strace']).status === 0
          ? undefined
          : 'strace is not on this computer'
        : 'the program is not built',
    attempt: failOnce,
  },
];
