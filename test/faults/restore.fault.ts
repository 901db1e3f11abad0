import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addHousehold } from '../../electron/services/household-save';
import type { Swap } from '../../electron/services/workspace-swap';
import type { Fault, FaultOutcome } from '../support/fault';
import {
  fileHash,
  householdNames,
  recordsHash,
  startApp,
  startWithRecords,
  TEST_SECRET,
} from '../support/opened-app';

type Two = { readonly folder: string; readonly mine: string; readonly theirs: string };

const foldersOf = (folder: string): Two => ({
  folder,
  mine: join(folder, 'mine'),
  theirs: join(folder, 'theirs'),
});

/** Tries something so often, each time on records of one’s own in `mine`, closed, and somebody else’s in `theirs`. */
async function onTwo(
  tries: number,
  work: (two: Two, turn: number) => Promise<string | undefined>,
): Promise<FaultOutcome> {
  const failures: string[] = [];
  const first = foldersOf(mkdtempSync(join(tmpdir(), 'mainstay-restore-fault-')));
  try {
    await (await startWithRecords(first.mine, ['Ruth', 'Sam'])).close();
    await (await startWithRecords(first.theirs, ['Somebody else'])).close();
    for (let turn = 0; turn < tries; turn += 1) {
      const two = foldersOf(mkdtempSync(join(tmpdir(), 'mainstay-restore-fault-')));
      try {
        cpSync(first.folder, two.folder, { recursive: true });
        const failure = await work(two, turn);
        if (failure !== undefined) failures.push(`try ${turn + 1}: ${failure}`);
      } finally {
        rmSync(two.folder, { recursive: true, force: true });
      }
    }
  } finally {
    rmSync(first.folder, { recursive: true, force: true });
  }
  return { tries, failures };
}

const wrongFile: Fault = {
  row: 13,
  promise: 'A restore can be undone, and gives back what was there to the byte',
  how: 'other people’s records, or an older backup, are brought back, at times changed, locked and opened again; then undone',
  tries: 40,
  quick: 2,
  attempt: (tries) =>
    onTwo(tries, async ({ mine, theirs }, turn) => {
      const before = recordsHash(mine);
      const app = startApp(mine);
      try {
        const own = (await app.client.restore.find({ folder: null }))[0]?.from ?? '';
        const from = turn % 2 === 0 ? join(theirs, 'mainstay.workspace') : own;
        const status = await app.client.restore.bringBack({ from, ...TEST_SECRET });
        if (status.state !== 'open') return `it was not opened: ${status.failure?.code}`;
        if (turn % 3 === 0) addHousehold(app.context, 'Somebody new');
        if (turn % 4 > 1) await app.client.workspace.lock();
        await app.client.restore.undo();
        await app.client.workspace.lock();
        if (turn % 4 > 1 && recordsHash(mine) !== before) return 'the files are not what they were';
        await app.client.workspace.unlock(TEST_SECRET);
        const names = await householdNames(app);
        return names.join() === 'Ruth,Sam' ? undefined : `the records hold ${names.join()}`;
      } finally {
        await app.close();
      }
    }),
};

const stopped: Fault = {
  row: 13,
  promise: 'A restore that is stopped half way ends in the old records or the new ones, never in neither',
  how: 'the swap is stopped after each of its moves, with a log left over and without, and the program is started again',
  tries: 40,
  quick: 2,
  attempt: (tries) =>
    onTwo(tries, async ({ folder, mine, theirs }, turn) => {
      const before = fileHash(join(mine, 'mainstay.workspace'));
      // A swap as it is written down, taken from one that was done on a copy.
      const model = join(folder, 'model');
      cpSync(mine, model, { recursive: true });
      const app = startApp(model);
      await app.client.restore.bringBack({ from: join(theirs, 'mainstay.workspace'), ...TEST_SECRET });
      await app.close();
      const swap = JSON.parse(readFileSync(join(model, 'mainstay.restore.json'), 'utf8')) as Swap;
      for (const name of ['workspace', 'keys'])
        cpSync(join(theirs, `mainstay.${name}`), join(mine, `mainstay.${name}.incoming`));
      const stopAfter = turn % (swap.moves.length + 2);
      // Stopped before the first word of it was written: nothing has begun.
      if (stopAfter <= swap.moves.length) {
        writeFileSync(join(mine, 'mainstay.restore.json'), JSON.stringify({ ...swap, state: 'swapping' }));
        for (const { from, to } of swap.moves.slice(0, stopAfter))
          renameSync(join(mine, from), join(mine, to));
      }
      const again = startApp(mine);
      try {
        await again.client.workspace.unlock(TEST_SECRET);
        const names = (await householdNames(again)).join();
        const expected = stopAfter <= swap.moves.length ? 'Somebody else' : 'Ruth,Sam';
        if (names !== expected) return `stopped after ${stopAfter} moves, the records hold ${names}`;
        const aside = join(mine, `mainstay.workspace${swap.aside}`);
        return stopAfter > swap.moves.length || (existsSync(aside) && fileHash(aside) === before)
          ? undefined
          : `stopped after ${stopAfter} moves, the old records are not set aside whole`;
      } finally {
        await again.close();
      }
    }),
};

const damagedBackup: Fault = {
  row: 11,
  promise: 'A backup that is damaged is never brought back, and the live records stay as they were',
  how: 'a byte of a backup is changed, its end cut off, or its key file spoiled, before it is brought back',
  tries: 60,
  quick: 2,
  attempt: (tries) =>
    onTwo(tries, async ({ mine, theirs }, turn) => {
      const file = join(theirs, 'mainstay.workspace');
      const bytes = readFileSync(file);
      if (turn % 3 === 0) {
        const at = (turn * 7919 + 4321) % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (turn % 8));
      }
      if (turn % 3 < 2)
        writeFileSync(
          file,
          turn % 3 === 0 ? bytes : bytes.subarray(0, (bytes.length * (turn + 1)) / (tries + 2)),
        );
      else writeFileSync(join(theirs, 'mainstay.keys'), '{"format":1,"slots":[]}');
      const before = recordsHash(mine);
      const app = startApp(mine);
      try {
        const answered = await app.client.restore.bringBack({ from: file, ...TEST_SECRET }).then(
          (status) => status.state,
          () => 'refused',
        );
        if (answered !== 'refused') return `it was brought back: ${answered}`;
        return recordsHash(mine) === before ? undefined : 'the live records are not what they were';
      } finally {
        await app.close();
      }
    }),
};

export const faults: readonly Fault[] = [wrongFile, stopped, damagedBackup];
