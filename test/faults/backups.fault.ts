import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, isoDay } from '@shared/dates';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { openDatabase } from '../../electron/db/open';
import { Refusal } from '../../electron/refusal';
import { backupsIn } from '../../electron/services/backups-notes';
import type { ServiceContext } from '../../electron/services/context';
import { addHousehold } from '../../electron/services/household-save';
import { redo, undo } from '../../electron/services/undo';
import { Workspace } from '../../electron/services/workspace';
import { makeKeys } from '../../electron/services/workspace-keys';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { settingsInMemory } from '../../electron/system/settings';
import { clientOf } from '../support/client-of';
import type { Fault, FaultOutcome } from '../support/fault';
import { differences, fileRows, putInPlace } from '../support/file-rows';
import {
  addTestHousehold,
  addTestShift,
  addTestWorker,
  TEST_KEY_COST,
  TEST_PASSPHRASE,
  testWorkspace,
} from '../support/workspace';

/** Whole numbers that follow from a seed alone: the same history each time. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function workspaceIn(folder: string): Workspace {
  return new Workspace({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('restored'),
    log: silentLog(),
    settings: settingsInMemory(),
    version: '0',
    keyCost: TEST_KEY_COST,
  });
}

/** A few things that a person might do, in an order that the seed decides. */
function doSomething(
  context: ServiceContext,
  home: { readonly householdId: string; readonly workers: string[] },
  pick: (below: number) => number,
): void {
  const { householdId, workers } = home;
  const what = pick(6);
  try {
    if (what === 0 || workers.length === 0)
      workers.push(
        addTestWorker(context, householdId, {
          firstNames: `Grace ${workers.length}`,
          startedOn: '2026-04-06',
        }),
      );
    else if (what < 3)
      addTestShift(
        context,
        householdId,
        workers[pick(workers.length)] ?? '',
        addDays(isoDay('2026-05-01'), pick(150)),
        '09:00',
        '12:00',
        { confirmed: pick(2) === 0 },
      );
    else if (what === 3) {
      const bytes = Buffer.from(Array.from({ length: 2000 }, () => pick(256)));
      context.workspace.database.act({ name: 'receipt.added', householdId, undoable: false }, (write) =>
        write.append('stored_file', {
          hash: createHash('sha256').update(bytes).digest('hex'),
          media_type: 'image/png',
          size: bytes.length,
          bytes,
        }),
      );
    } else if (what === 4) undo(context, householdId);
    else redo(context, householdId);
  } catch (error) {
    // Nothing to undo, or a shift where there is one: a person meets that too.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** One history in three parts, each with its backup, and each backup on a clean computer. */
async function history(seed: number): Promise<string[]> {
  const failures: string[] = [];
  const given = await testWorkspace('2026-11-21', `history ${seed}`);
  const pick = chance(seed);
  const home = { householdId: addTestHousehold(given.context), workers: [] as string[] };
  const { workspace } = given.context;
  try {
    for (let part = 0; part < 3; part += 1) {
      const steps = 3 + pick(12);
      for (let step = 0; step < steps; step += 1) doSomething(given.context, home, pick);
      workspace.backUpNow();
      const backup = workspace.keeper.list()[0];
      if (backup === undefined) throw new Error('No backup was made');
      workspace.lock();
      const live = await fileRows(
        join(given.folder, 'mainstay.workspace'),
        join(given.folder, 'mainstay.keys'),
      );
      const clean = mkdtempSync(join(tmpdir(), 'mainstay-clean-'));
      try {
        putInPlace(backup, clean);
        const restored = workspaceIn(clean);
        const { state } = await restored.unlock(TEST_PASSPHRASE, 'passphrase');
        restored.lock();
        if (state !== 'open') failures.push(`history ${seed}, part ${part}: ${state}`);
        const rows = await fileRows(join(clean, 'mainstay.workspace'), join(clean, 'mainstay.keys'));
        const different = differences(live, rows);
        if (different.length > 0)
          failures.push(`history ${seed}, part ${part}: ${different.join(', ')} came back otherwise`);
      } finally {
        rmSync(clean, { recursive: true, force: true });
      }
      await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
    }
  } finally {
    given.close();
  }
  return failures;
}

async function each(tries: number, work: (at: number) => Promise<string[]>): Promise<FaultOutcome> {
  const failures: string[] = [];
  for (let at = 0; at < tries; at += 1) failures.push(...(await work(at)));
  return { tries, failures };
}

/** Saves for each backup: 200 for the 20 of the whole test. */
const SAVES_EACH = 10;

/** Backs up while saves go on, with copies to a second place running beside them. */
async function backUpWhileSaving(tries: number): Promise<FaultOutcome> {
  const failures: string[] = [];
  const given = await testWorkspace('2026-11-21', 'saving');
  const disk = mkdtempSync(join(tmpdir(), 'mainstay-place-'));
  const { context } = given;
  try {
    await clientOf(context).backups.addPlace({ folder: disk });
    const saved: string[] = [];
    const expected = new Map<string, number>();
    for (let at = 0; at < tries * SAVES_EACH; at += 1) {
      addHousehold(context, `Household ${at}`);
      saved.push(`Household ${at}`);
      if (at % SAVES_EACH === 0) {
        context.workspace.backUpNow();
        expected.set(context.workspace.keeper.list()[0]?.name ?? '', saved.length);
      }
      // The copies to the place go on between two saves.
      await new Promise((done) => setImmediate(done));
    }
    await context.workspace.keeper.copied(60_000);
    const copies = backupsIn(join(disk, 'Mainstay backups'));
    if (copies.length < 2) failures.push('fewer than two copies reached the place');
    for (const backup of [...context.workspace.keeper.list(), ...copies]) {
      const count = expected.get(backup.name);
      if (count === undefined) continue;
      const rows = await fileRows(backup.file, backup.keysFile);
      if (rows.damage.length > 0) failures.push(`${backup.name} is damaged`);
      if (rows.households.join() !== saved.slice(0, count).join())
        failures.push(`${backup.name} holds ${rows.households.length} saves, not the first ${count}`);
    }
  } finally {
    given.close();
    rmSync(disk, { recursive: true, force: true });
  }
  return { tries, failures };
}

const OLD_VERSIONS = MIGRATIONS.map((one) => one.version).slice(0, -1);

/** A file of an older program with a household in it is opened by this one. */
async function updateFrom(version: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-old-'));
  const key = createHash('sha256').update(`old ${version}`).digest();
  const file = join(folder, 'mainstay.workspace');
  const keysFile = join(folder, 'mainstay.keys');
  const failures: string[] = [];
  try {
    await makeKeys(foldersIn(folder), 'old-workspace', key, TEST_PASSPHRASE, TEST_KEY_COST);
    const old = openDatabase(file, key, { create: true });
    migrate(
      old,
      () => undefined,
      MIGRATIONS.filter((one) => one.version <= version),
    );
    old.exec(
      "INSERT INTO workspace_fact (name, value) VALUES ('id', 'old-workspace'); INSERT INTO household (id, position, name, created_on) VALUES ('h', 1, 'Ruth', '2026-04-06');",
    );
    old.close();
    const before = await fileRows(file, keysFile);
    const workspace = workspaceIn(folder);
    const { state } = await workspace.unlock(TEST_PASSPHRASE, 'passphrase');
    if (state !== 'open') failures.push(`version ${version} was not opened`);
    workspace.lock();
    const backup = backupsIn(join(folder, 'backups')).find((one) => one.reason === 'before-update');
    if (backup === undefined)
      return [...failures, `no backup was made before version ${version} was updated`];
    const different = differences(before, await fileRows(backup.file, backup.keysFile));
    if (different.length > 0) failures.push(`version ${version}: ${different.join(', ')} is not as it was`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failures;
}

/** Where the clock jumps to after 20 days of backups, in days. */
const JUMPS = [-1, -30, -365, -4000, 365, 4000] as const;

async function clockJumps(jump: number): Promise<string[]> {
  const failures: string[] = [];
  const given = await testWorkspace('2026-10-01', `clock ${jump}`);
  const { context } = given;
  const { keeper } = context.workspace;
  const must = (holds: boolean, what: string): void => {
    if (!holds) failures.push(`clock ${jump} days: ${what}`);
  };
  try {
    for (let day = 0; day < 20; day += 1) {
      given.goTo(addDays(isoDay('2026-10-01'), day));
      addHousehold(context, `Day ${day}`);
      await keeper.doChores();
    }
    const before = keeper.list().map((one) => one.name);
    given.goTo(addDays(isoDay('2026-10-20'), jump));
    addHousehold(context, 'After the jump');
    await keeper.doChores();
    const newest = keeper.newestGood();
    must(newest !== undefined && !before.includes(newest.name), 'no backup was made');
    must(keeper.list()[0]?.name === newest?.name, 'the newest does not stand first');
    const gone = before.filter((name) => keeper.list().every((one) => one.name !== name));
    must(gone.length <= 1, `${gone.length} backups were let go`);
    given.goTo(addDays(isoDay('2026-10-21'), 0));
    addHousehold(context, 'Set right again');
    await keeper.doChores();
    must(
      keeper.newestGood()?.note?.records === keeper.list()[0]?.note?.records,
      'the newest is not the last',
    );
    must(
      keeper.list().some((one) => one.name === newest?.name),
      'the backup of the wrong day was let go',
    );
    must(!keeper.isChanged, 'it did not back up once the clock was right');
  } finally {
    given.close();
  }
  return failures;
}

export const faults: readonly Fault[] = [
  {
    row: 11,
    promise: 'A backup brings everything back',
    how: 'random histories with shifts, receipts, undo and redo; each of their three backups put on a clean computer and compared row by row',
    tries: 50,
    quick: 1,
    attempt: (tries) => each(tries, history),
  },
  {
    row: 12,
    promise: 'A backup made while you work is whole',
    how: 'backups during 200 saves, copied to a second place meanwhile; each must hold exactly what was saved before it',
    tries: 20,
    quick: 2,
    attempt: backUpWhileSaving,
  },
  {
    row: 14,
    promise: 'Before an update of the file there is a backup of it',
    how: 'a file of each older version is opened; the backup must be what the older program left',
    tries: OLD_VERSIONS.length,
    quick: 1,
    attempt: (tries) => each(tries, (at) => updateFrom(OLD_VERSIONS[at % OLD_VERSIONS.length] ?? 10)),
  },
  {
    row: 27,
    promise: 'A clock that is set wrong costs no backup',
    how: 'twenty days of backups, then the clock jumps by a day, a month, a year or ten, back or on',
    tries: JUMPS.length,
    quick: 0,
    attempt: (tries) => each(tries, (at) => clockJumps(JUMPS[(at + 2) % JUMPS.length] ?? -1)),
  },
];
