import { createDecipheriv, createHash, scryptSync } from 'node:crypto';
import { isoDay } from '@shared/dates';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealEndFact } from '../../electron/db/seals';
import { sqlBuilder as sql } from '../../electron/db/workspace-database';
import { lockHouseholdFile, openHouseholdFile } from '../../electron/files/hand-over/container';
import { type PartsToPack, packParts } from '../../electron/files/hand-over/parts';
import { Refusal } from '../../electron/refusal';
import { checkAll } from '../../electron/services/check-record';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { handOverView, makeHouseholdFile, partsOfHousehold } from '../../electron/services/hand-over-export';
import { bringHouseholdIn, lookAtHouseholdFile } from '../../electron/services/hand-over-import';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails } from '../../electron/services/household-save';
import { ledgerEntries } from '../../electron/services/ledger';
import { allToPutRight } from '../../electron/services/pay-put-right';
import { savePool } from '../../electron/services/pools-save';
import { undo, undoState } from '../../electron/services/undo';
import { addSmallHousehold } from '../support/small-household';
import { addTestHousehold, TEST_KEY_COST, type TestWorkspace, testWorkspace } from '../support/workspace';
import { poolOf, twoHouseholds } from './pools-support';

const TODAY = '2026-11-21';
const PASSPHRASE = 'a file for Ann Price';

const open: TestWorkspace[] = [];
async function workspace(seed: string): Promise<ServiceContext> {
  const made = await testWorkspace(TODAY, `hand-over ${seed}`);
  open.push(made);
  return made.context;
}

let desk: ServiceContext;
let ann: string;
let file: Uint8Array;
/** A workspace of somebody who has a household already: every new number is taken there. */
let other: ServiceContext;
beforeAll(async () => {
  desk = await workspace('desk');
  addSmallHousehold(desk, 'Bea');
  ann = addSmallHousehold(desk, 'Ann Price');
  saveDetails(desk, ann, { ...getHousehold(desk, ann).details, knownAs: 'Ann Price' });
  file = (await makeHouseholdFile(desk, ann, PASSPHRASE)).bytes;
  other = await workspace('other');
  addTestHousehold(other, { name: 'Cy' });
});
afterAll(() => {
  for (const one of open) one.close();
});

const inside = (context: ServiceContext, householdId: string): string =>
  Buffer.from(packParts(partsOfHousehold(context, householdId))).toString('base64');

const count = (context: ServiceContext): number =>
  databaseOf(context).all(sql.selectFrom('household').select('id')).length;

/** What bringing a file in is refused with; nothing may have been stored. */
async function refusedWith(context: ServiceContext, bytes: Uint8Array, passphrase = PASSPHRASE) {
  const before = count(context);
  const said = async (work: Promise<unknown>) =>
    work.then(
      () => 'not refused',
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
  const looked = await said(lookAtHouseholdFile(context, bytes, passphrase));
  const brought = await said(bringHouseholdIn(context, bytes, passphrase));
  expect(count(context)).toBe(before);
  return looked === 'not refused' || looked === brought ? brought : `${looked}, then ${brought}`;
}

/** The same file with other parts inside, locked as its maker would lock it. */
const withParts = (change: (parts: PartsToPack) => PartsToPack): Promise<Uint8Array> =>
  lockHouseholdFile(packParts(change(partsOfHousehold(desk, ann))), PASSPHRASE, TEST_KEY_COST);

const withRows =
  (table: string, change: (row: Readonly<Record<string, string | number | null>>) => object) =>
  (parts: PartsToPack): PartsToPack => ({
    ...parts,
    tables: new Map(
      [...parts.tables].map(([name, rows]) => [
        name,
        name === table ? rows.map((row) => change(row) as typeof row) : rows,
      ]),
    ),
  });

describe('a household goes to another workspace', () => {
  test('the file tells whose it is and how much is in it before anything is stored', async () => {
    const empty = await workspace('empty');
    expect(await lookAtHouseholdFile(empty, file, PASSPHRASE)).toMatchObject({
      householdId: ann,
      name: 'Ann Price',
      counts: { workers: 1, payslips: 1, bankLines: 3, receipts: 0, returns: 0, notes: 0 },
      sameEmployer: null,
    });
    expect(count(empty)).toBe(0);
  });

  test('a workspace of its own: the record is whole, and goes out again as it came', async () => {
    const home = await workspace('home');
    expect(await bringHouseholdIn(home, file, PASSPHRASE)).toEqual({ householdId: ann });
    expect(checkAll(home).findings).toEqual([]);
    expect(inside(home, ann)).toBe(inside(desk, ann));
  });

  test('beside a household that is there already: as whole, with its history, and what was done last can be undone', async () => {
    expect((await lookAtHouseholdFile(other, file, PASSPHRASE)).sameEmployer).toBe('Margaret');
    await bringHouseholdIn(other, file, PASSPHRASE);
    expect(checkAll(other).findings).toEqual([]);
    expect(inside(other, ann)).toBe(inside(desk, ann));
    expect(undoState(other, ann)).toEqual(undoState(desk, ann));
    expect(allToPutRight(other, ann)).toEqual(allToPutRight(desk, ann));

    // The details, the statement and the pattern are undone there; the ledger takes back what the statement posted.
    const names = [undo(other, ann), undo(other, ann)].map(({ code }) => code);
    expect(names).toEqual([undo(desk, ann), undo(desk, ann)].map(({ code }) => code));
    const amounts = (context: ServiceContext) =>
      ledgerEntries(context, ann).map(({ entry }) => entry.postings);
    expect(amounts(other)).toEqual(amounts(desk));
    expect(checkAll(other).findings).toEqual([]);
    expect(ledgerEntries(other, ann).length).toBeGreaterThan(0);
  });

  test('a number of an action means one action there for ever', async () => {
    const db = databaseOf(other);
    saveDetails(other, ann, { ...getHousehold(other, ann).details, birthDate: isoDay('1950-01-01') });
    const numbers = db
      .all(sql.selectFrom('action').select(['id', 'origin_id']).where('household_id', '=', ann).orderBy('id'))
      .map((row) => row.origin_id ?? row.id);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

describe('a file that can’t be taken is told before anything is stored', () => {
  test('the wrong passphrase', async () => {
    expect(await refusedWith(desk, file, 'not this one')).toBe('hand-over.wrong-passphrase');
  });

  test('a household that is here already', async () => {
    expect(await refusedWith(desk, file)).toBe('hand-over.here-already');
  });

  test('no household file at all, or an empty one', async () => {
    expect(await refusedWith(desk, Buffer.from('%PDF-1.7\n'))).toBe('hand-over.not-a-household-file');
    expect(await refusedWith(desk, new Uint8Array())).toBe('hand-over.not-a-household-file');
  });

  test('cut short at any place', async () => {
    const places = [10, 25, 120, file.length - 40, file.length - 1];
    for (const at of places)
      expect(await refusedWith(desk, file.subarray(0, at))).toBe('hand-over.cut-short');
  });

  test('altered anywhere: in its header, in the middle, at the end, or made longer', async () => {
    const head = Buffer.from(file).indexOf('\n', 25);
    for (const at of [head + 10, Math.floor(file.length / 2), file.length - 1]) {
      const altered = Uint8Array.from(file);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await refusedWith(desk, altered)).toBe('hand-over.altered');
    }
    const piece = Buffer.from(
      Buffer.from(file).toString('latin1').replace('"piece":65536', '"piece":65535'),
      'latin1',
    );
    expect(await refusedWith(desk, piece)).toBe('hand-over.altered');
    expect(await refusedWith(desk, Buffer.concat([file, Buffer.from('!')]))).toBe('hand-over.altered');
  });

  test('a newer version, of the file or of what is in it', async () => {
    const newer = Buffer.from(file);
    newer.write('MAINSTAY-HOUSEHOLD-2', 'latin1');
    expect(await refusedWith(desk, newer)).toBe('hand-over.newer');
    const schema = await withParts((parts) => ({ ...parts, about: { ...parts.about, schema: 9_990 } }));
    expect(await refusedWith(desk, schema)).toBe('hand-over.newer');
  });

  test('made by other hands: rows of others, of no table, of no kind there is, or pointing nowhere', async () => {
    const there = await workspace('strict');
    const wrong = [
      withRows('worker', (row) => ({ ...row, household_id: 'somebody-else' })),
      withRows('worker', (row) => ({ ...row, nothing_like_it: 1 })),
      withRows('worker', (row) => ({ ...row, position: 'first' })),
      withRows('contract', (row) => ({ ...row, worker_id: 'nobody' })),
      withRows('change', (row) => ({ ...row, table_name: 'organisation' })),
      withRows('pay_rate', (row) => ({ ...row, from_day: '2026-13-40' })),
      withRows('shift', (row) => ({ ...row, start_time: 'nine' })),
      withRows('action', (row) => ({ ...row, values_json: '{"name":{}}' })),
      withRows('payslip', (row) => ({ ...row, result_json: '{' })),
      (parts: PartsToPack) => ({
        ...parts,
        tables: new Map([...parts.tables, ['organisation', [{ id: 'organisation' }]]]),
      }),
      (parts: PartsToPack) => ({ ...parts, about: { ...parts.about, ledgerEnd: null } }),
    ];
    for (const change of wrong)
      expect(await refusedWith(there, await withParts(change))).toBe('hand-over.not-as-described');
  });

  test('a history by which undo would reach another household, or put words of its own into SQL', async () => {
    const there = await workspace('history');
    const leaving = (change: (row: Readonly<Record<string, unknown>>) => object) =>
      withRows('change', (row) => ({
        ...row,
        after_json:
          row['after_json'] === null ? null : JSON.stringify(change(JSON.parse(String(row['after_json'])))),
      }));
    const wrong = [
      leaving((row) => ({ ...row, household_id: 'somebody-else' })),
      leaving((row) => ({ ...row, id: 'another-row' })),
      leaving((row) => ({ ...row, 'id" = id; --': 1 })),
      leaving((row) => ({ ...row, household_id: { toString: 1 } })),
      leaving(() => []),
    ];
    for (const change of wrong)
      expect(await refusedWith(there, await withParts(change))).toBe('hand-over.not-as-described');
  });

  test('a payslip that is not as it was sealed', async () => {
    const there = await workspace('sealed');
    const changed = await withParts(
      withRows('payslip', (row) => ({ ...row, net_pence: Number(row['net_pence']) + 1 })),
    );
    expect(await refusedWith(there, changed)).toBe('hand-over.not-as-sealed');
    const seals = await withParts((parts) => ({ ...parts, about: { ...parts.about, sealEnd: null } }));
    expect(await refusedWith(there, seals)).toBe('hand-over.not-as-sealed');
  });
});

describe('a household that can’t go', () => {
  test('shares a PA with another: their records name each other, whoever is the employer', async () => {
    const home = await twoHouseholds('2026-11-16');
    savePool(home.context, home.ruth, null, poolOf(home, {}));
    for (const [householdId, names] of [
      [home.ruth, 'Ben'],
      [home.ben, 'Ruth'],
    ] as const) {
      expect(handOverView(home.context, householdId).sharedWith).toEqual([names]);
      await expect(makeHouseholdFile(home.context, householdId, PASSPHRASE)).rejects.toMatchObject({
        code: 'hand-over.shared-pa',
        details: { names },
      });
    }
  });

  test('is not as it was kept: its file would not be taken anywhere', async () => {
    const there = await workspace('not whole');
    const householdId = addSmallHousehold(there, 'Dee');
    databaseOf(there).setFact(sealEndFact(householdId), '1 of another chain');
    await expect(makeHouseholdFile(there, householdId, PASSPHRASE)).rejects.toMatchObject({
      code: 'hand-over.not-whole',
    });
  });
});

describe('what is locked', () => {
  test('opens again to the byte, whatever its length', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const plain = Buffer.alloc(length, 'mainstay');
      const opened = await openHouseholdFile(
        await lockHouseholdFile(plain, PASSPHRASE, TEST_KEY_COST),
        PASSPHRASE,
      );
      expect(opened.ok && Buffer.compare(Buffer.from(opened.value), plain)).toBe(0);
    }
  });

  test('opens by the steps of its page alone, without this program', async () => {
    const [magic = '', line = ''] = Buffer.from(file).toString('latin1').split('\n');
    const head = Buffer.from(`${magic}\n${line}\n`, 'latin1');
    const header = JSON.parse(line) as Record<string, number> & { salt: string };
    const { n = 0, r = 0, p = 0, piece = 0, bytes = 0 } = header;
    const key = scryptSync(PASSPHRASE, Buffer.from(header.salt, 'base64'), 64, { N: n, r, p }).subarray(
      0,
      32,
    );
    const inside: Buffer[] = [];
    const last = Math.ceil(bytes / piece) - 1;
    let at = head.length;
    for (let number = 0; number <= last; number += 1) {
      const length = number === last ? bytes - last * piece : piece;
      const nonce = Buffer.concat([
        Buffer.alloc(7),
        Buffer.from([0, 0, number >> 8, number & 255]),
        Buffer.from([number === last ? 1 : 0]),
      ]);
      const lock = createDecipheriv('aes-256-gcm', key, nonce).setAAD(head);
      lock.setAuthTag(file.subarray(at + length, at + length + 16));
      inside.push(lock.update(file.subarray(at, at + length)), lock.final());
      at += length + 16;
    }
    expect(at).toBe(file.length);
    const entries = unzipSync(Buffer.concat(inside));
    const text = (name: string) => Buffer.from(entries[name] ?? []).toString('utf8');
    const { tables } = JSON.parse(text('manifest.json')) as {
      tables: { table: string; rows: number; sha256: string }[];
    };
    for (const { table, rows, sha256 } of tables) {
      const lines = text(`tables/${table}.ndjson`);
      expect(createHash('sha256').update(lines).digest('hex')).toBe(sha256);
      expect(lines.trimEnd().split('\n')).toHaveLength(rows);
    }
    expect(JSON.parse(text('tables/worker.ndjson'))).toMatchObject({ household_id: ann });
  });

  test('shows no name, and never looks the same twice', async () => {
    const again = (await makeHouseholdFile(desk, ann, PASSPHRASE)).bytes;
    expect(Buffer.from(file).includes('Ann')).toBe(false);
    expect(Buffer.compare(Buffer.from(again).subarray(300), Buffer.from(file).subarray(300))).not.toBe(0);
  });
});
