import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { columnsOf, referencesOf } from '../../electron/db/queries/erasing';
import { checkAll } from '../../electron/services/check-record';
import { termsOf, without } from '../../electron/services/erasure-names';
import { GROUP_OF_TABLE, NOT_SEARCHED, TEXT_COLUMNS } from '../../electron/services/erasure-tables';
import { makeHouseholdFile } from '../../electron/services/hand-over-export';
import { bringHouseholdIn } from '../../electron/services/hand-over-import';
import { clientOf } from '../support/client-of';
import { everything, type PlantedLeaver, plantedLeaver } from '../support/planted-leaver';
import { readsOf } from '../support/reads-of';
import { recordDigest } from '../support/record-digest';
import { testWorkspace } from '../support/workspace';

/*
 * A PA left on 16 August 2026 and was last paid in that tax year. By the council of the agreement records stay six years after
 * the financial year: 31 March 2027 and six years more, so the first free day is 1 April 2033.
 */
let leaver: PlantedLeaver;
let householdId: string;
let workerId: string;

const on = (day: string): MainstayClient => clientOf(leaver.home.on(day));
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data;
  }
  return 'nothing was refused';
};

beforeAll(async () => {
  leaver = await plantedLeaver();
  ({ householdId, workerId } = leaver);
}, 60_000);
afterAll(() => leaver.home.close());

describe('before the last rule lets go', () => {
  it('tells until when a PA who left stays, and by whose rule', async () => {
    const { people } = await on('2033-03-31').erasure.view({ householdId });
    expect(people.find((one) => one.workerId === workerId)).toMatchObject({
      leftOn: '2026-08-16',
      mayGo: false,
      keptBy: { who: 'Anyshire Council', records: 'payslips', mayGoOn: '2033-04-01' },
    });
    const what = { kind: 'worker' as const, workerId };
    expect(await refusal(on('2033-03-31').erasure.preview({ householdId, what }))).toMatchObject({
      code: 'erasure.kept',
      details: { day: '2033-04-01', who: 'Anyshire Council' },
    });
    const typed = 'Zebedee Quillfeather';
    expect(
      await refusal(on('2033-03-31').erasure.erase({ householdId, what, perhaps: [], typed })),
    ).toMatchObject({ code: 'erasure.kept' });
    expect(everything(leaver.home.context)).toContain('Quillfeather');
  });

  it('lets nobody go who still works', async () => {
    const what = { kind: 'worker' as const, workerId: leaver.otherId };
    expect(await refusal(on('2040-06-15').erasure.preview({ householdId, what }))).toMatchObject({
      code: 'erasure.still-works',
    });
  });

  it('lets years go only when all of their rules do', async () => {
    const years = (await on('2034-04-02').erasure.view({ householdId })).years;
    expect(years.map(({ years: of, to, nextTo }) => [of, to, nextTo])).toEqual([
      // Hours and holiday: six years after their day, and the council’s six after 31 March 2028 for the days to 5 April 2027.
      ['pay', '2027-04-05', '2028-04-05'],
      ['money', '2028-03-31', '2029-03-31'],
    ]);
    const early = { kind: 'years' as const, years: 'money' as const, to: isoDay('2029-03-31') };
    expect(await refusal(on('2034-04-02').erasure.preview({ householdId, what: early }))).toMatchObject({
      code: 'erasure.kept',
    });
  });

  it('empties what no rule asks for, out of the undo history too', async () => {
    const client = on('2027-01-04');
    const what = { kind: 'unneeded' as const, workerId, parts: ['emergency' as const, 'notes' as const] };
    const preview = await client.erasure.preview({ householdId, what });
    expect(preview.stays).toEqual([
      {
        code: 'erasure.stays-until',
        values: { who: 'Anyshire Council', records: 'payslips', day: '2033-04-01' },
      },
    ]);
    expect(
      await refusal(client.erasure.erase({ householdId, what, perhaps: [], typed: 'Grace Okafor' })),
    ).toMatchObject({ code: 'erasure.typed-wrong', field: 'typed' });
    await client.erasure.erase({ householdId, what, perhaps: [], typed: ' zebedee  quillfeather ' });
    const left = everything(leaver.home.context);
    for (const gone of [
      'Hepzibah Inkwell',
      '07700 900555',
      'bad knee',
      'choir on Thursday',
      'rather not at night',
    ])
      expect(left).not.toContain(gone);
    for (const stays of ['07700 900777', '71 Feathering Street', 'ZK123456C']) expect(left).toContain(stays);
    expect(checkAll(leaver.home.on('2027-01-04')).findings).toEqual([]);
  });
});

describe('a PA past every rule', () => {
  it('goes from every table, file and step of undo, and everything else is as it was', async () => {
    const day = '2040-06-15';
    const client = on(day);
    const what = { kind: 'worker' as const, workerId };
    const before = await readsOf(client, householdId);
    const balances = await client.money.overview({ householdId });
    const preview = await client.erasure.preview({ householdId, what });
    expect(preview.perhaps.map((one) => one.text)).toEqual([
      'Only Zebedee has the key Ring [taken away] first',
      'Sang all day with Zebby at the piano',
    ]);
    expect(everything(leaver.home.context)).toContain('Quillfeather');
    const done = await client.erasure.erase({
      householdId,
      what,
      perhaps: preview.perhaps.map((one) => one.key),
      typed: preview.typed,
    });
    expect(done.files).toBe(preview.files);

    expect(leaver.planted.length).toBeGreaterThanOrEqual(40);
    const left = everything(leaver.home.context).toLocaleLowerCase('en-GB');
    expect(leaver.planted.filter((one) => left.includes(one.toLocaleLowerCase('en-GB')))).toEqual([]);
    const folder = leaver.home.context.folders.workspaceFolder;
    const bytes = readdirSync(folder)
      .filter((name) => name.startsWith('mainstay.'))
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join('');
    expect(leaver.planted.filter((one) => bytes.includes(one))).toEqual([]);

    expect(checkAll(leaver.home.on(day)).findings).toEqual([]);
    expect((await client.money.overview({ householdId })).accounts).toEqual(balances.accounts);
    const after = await readsOf(client, householdId);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    // Each page answers as it did: with its figures, or with the same refusal.
    expect(
      Object.entries(after).filter(([call, text]) => (text.refused ?? '') !== (before[call]?.refused ?? '')),
    ).toEqual([]);
    for (const call of ['ledger.accounts', 'budget.view', 'returns.list', 'payments.whoIsOwed', 'need.plan'])
      expect([call, after[call]]).toEqual([call, before[call]]);
    const { past, backups, people } = await client.erasure.view({ householdId });
    expect(people.map((one) => one.name)).toEqual(['Grace Okafor']);
    expect(past.map((one) => one.kind)).toEqual(['worker', 'unneeded']);
    expect(backups.length).toBeGreaterThan(0);
  });
});

describe('years past every rule', () => {
  it('lose their words and files, and keep every balance', async () => {
    const client = on('2040-06-15');
    const standing = async () => [
      await client.ledger.accounts({ householdId }),
      await client.budget.view({ householdId }),
    ];
    const before = await standing();
    for (const years of ['pay', 'money'] as const) {
      const { to } =
        (await client.erasure.view({ householdId })).years.find((one) => one.years === years) ?? {};
      if (to === undefined || to === null) throw new Error(`No years of ${years} may go`);
      const what = { kind: 'years' as const, years, to };
      const { typed } = await client.erasure.preview({ householdId, what });
      await client.erasure.erase({ householdId, what, perhaps: [], typed });
    }
    const left = everything(leaver.home.context);
    for (const gone of ['CORNER SHOP', 'ANYSHIRE COUNCIL DP4401', 'Transaction Date,Transaction Type'])
      expect(left).not.toContain(gone);
    expect(checkAll(leaver.home.on('2040-06-15')).findings).toEqual([]);
    expect(await standing()).toEqual(before);
    const nothing = { kind: 'years' as const, years: 'money' as const, to: isoDay('2033-03-31') };
    expect(await refusal(client.erasure.preview({ householdId, what: nothing }))).toMatchObject({
      code: 'erasure.nothing',
    });
  });
});

describe('a household after erasures', () => {
  it('goes to another workspace whole, and what is gone stays gone', async () => {
    const { context } = leaver.home;
    const file = await makeHouseholdFile(context, householdId, 'erased and handed over');
    const other = await testWorkspace('2034-04-02', 'after erasures');
    onTestFinished(() => other.close());
    await bringHouseholdIn(other.context, file.bytes, 'erased and handed over');
    expect(recordDigest(other.context, householdId)).toEqual(recordDigest(context, householdId));
    expect(checkAll(other.context).findings).toEqual([]);
    expect(everything(other.context)).not.toContain('Quillfeather');
  });
});

describe('the lists that erasure goes by', () => {
  it('name every table that hangs on a PA, and every column that holds words', () => {
    const db = leaver.home.context.workspace.database;
    const reached = new Set(['worker']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const { table, to } of referencesOf(db)) if (reached.has(to)) reached.add(table);
    }
    // The money of a bank line and its ledger are not the PA’s: the line lets go of them.
    const notTheirs = new Set(['line_explanation']);
    expect([...reached].filter((table) => !(table in GROUP_OF_TABLE) && !notTheirs.has(table))).toEqual([]);
    const words =
      /(^|_)(note|name|text|title|reason|reference|payee|what|supplier|content|description|place|phone|contact)$|_json$/;
    const codes = new Set([
      'pool_rule:rule_json',
      'pool_shift:supported_json',
      'pool_split:split_json',
      'cover_pot:causes_json',
      'cover_contact:trainings_json',
      'cover_contact:phone',
      'form_mapping:mapping_json',
      'shift_premium:premium_json',
      'worker_cover:premium_json',
      'figures_to_date:national_insurance_json',
      'figures_to_date:statutory_pay_json',
      'holiday_carried:reason',
      'absence:reason',
      'statement_mapping:layout_json',
      'privacy_choice:name',
    ]);
    const missed = columnsOf(db).filter(({ table, column }) => {
      const known = TEXT_COLUMNS[table];
      return (
        words.test(column) &&
        !NOT_SEARCHED.includes(table) &&
        !codes.has(`${table}:${column}`) &&
        !(known?.text.includes(column) || known?.json?.includes(column))
      );
    });
    expect(missed.map(({ table, column }) => `${table}:${column}`)).toEqual([]);
  });
});

describe('finding a person in a text', () => {
  const worker = {
    first_names: 'Siân May',
    last_name: 'O’Day',
    known_as: '',
    bank_name_on_account: '',
    emergency_name: '',
    emergency_phone: '',
    email: '',
    address_line_1: '',
    ni_number: 'AB123456C',
    phone: '07700 900123',
    account_number: '11223344',
  } as Parameters<typeof termsOf>[0];
  const { sure, perhaps } = termsOf(worker, ['May Holt']);
  it.each([
    ['SIÂN MAY O’DAY', '[taken away]'],
    ["O'Day, Siân", '[taken away]'],
    ['S O’DAY WAGES', '[taken away] WAGES'],
    ['AB 12 34 56 C', '[taken away]'],
    ['ring 07700900123 today', 'ring [taken away] today'],
    ['a day at the sea', 'a day at the sea'],
    ['Holiday in May', 'Holiday in May'],
    ['Siân cooked', 'Siân cooked'],
  ])('%s', (text, left) => {
    expect(without([sure], text)).toBe(left);
  });
  it('takes one part of a name only for perhaps, and never one that somebody else has', () => {
    expect(without([perhaps], 'Siân cooked in May')).toBe('[taken away] cooked in May');
  });
});
