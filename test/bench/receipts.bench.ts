/**
 * Run by `npm run bench`: adding and reading a phone's photo, and finding among the receipts of one year and of ten in an
 * encrypted file. Each round comes after a change: nothing is remembered.
 */
import { performance } from 'node:perf_hooks';
import { receiptPage } from '@shared/api/receipts';
import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { databaseOf } from '../../electron/services/context';
import { saveAccount } from '../../electron/services/household-accounts';
import { addReceiptFile } from '../../electron/services/money-receipts';
import { queueReading, readingDone } from '../../electron/services/receipts-reading';
import { receiptList, receiptView } from '../../electron/services/receipts-view';
import type { Bench } from '../support/bench';
import { photoOf } from '../support/hostile-files';
import { addTestHousehold, type TestWorkspace, testWorkspace } from '../support/workspace';

const TODAY = isoDay('2026-11-21');
const A_YEAR = 300;
const SUPPLIERS = [
  'Morgans Pharmacy',
  'Harbour Mobility',
  'Anytown Taxis',
  'Care Supplies Direct',
  'Quay Café',
];

type Held = {
  readonly context: TestWorkspace['context'];
  readonly householdId: string;
  readonly lastId: string;
};

const held = new Map<number, Held>();
let photos: { readonly context: TestWorkspace['context']; readonly householdId: string } | undefined;
let turn = 0;

/** A household with so many receipts, each read and with a line, and with three times as many lines. */
async function prepare(receipts: number): Promise<void> {
  if (held.has(receipts)) return;
  const { context } = await testWorkspace(TODAY, `receipts-${receipts}`);
  const householdId = addTestHousehold(context, { from: isoDay('2016-11-28') });
  const db = databaseOf(context);
  const accountId = saveAccount(context, householdId, {
    id: null,
    name: 'Direct payment account',
    bank: 'lloyds',
    sortCode: '30-94-57',
    accountNumber: '12345678',
    openedOn: isoDay('2016-11-28'),
    opening: pence(0),
  });
  db.act({ name: 'money.receipt-added', householdId }, (write) => {
    for (let at = 0; at < receipts * 10; at += 1) {
      write.insert('bank_line', {
        id: `line-${at}`,
        household_id: householdId,
        account_id: accountId,
        statement_id: null,
        position: at,
        day: addDays(TODAY, -Math.floor((at * 365) / (A_YEAR * 10))),
        amount_pence: pence(-(500 + (at % 7_000))),
        description: `${SUPPLIERS[at % SUPPLIERS.length] ?? ''} ${at}`,
        balance_pence: null,
        bank_id: null,
        occurrence: 0,
        shown_by: null,
        note: '',
      });
    }
    for (let at = 0; at < receipts; at += 1) {
      const id = `receipt-${at}`;
      const day = addDays(TODAY, -Math.floor((at * 365) / A_YEAR));
      const hash = at.toString(16).padStart(64, '0');
      const bytes = Buffer.alloc(20_000, at % 250);
      write.append('stored_file', { hash, media_type: 'image/jpeg', size: bytes.length, bytes });
      const common = { household_id: householdId };
      const supplier = SUPPLIERS[at % SUPPLIERS.length] ?? '';
      write.insert('receipt', {
        ...common,
        id,
        file_hash: hash,
        file_name: `IMG_${at}.jpg`,
        day: at % 9 === 0 ? null : day,
        total_pence: pence(500 + (at % 4_000)),
        supplier,
        added_on: day,
        kind: 'receipt',
        pages: null,
        picture_hash: null,
        turn: 0,
        told: '',
      });
      write.insert('receipt_link', {
        ...common,
        id: `link-${at}`,
        receipt_id: id,
        bank_line_id: `line-${at * 10}`,
      });
      write.insert('receipt_reading', {
        ...common,
        id: `reading-${at}`,
        receipt_id: id,
        state: 'read',
        reason: '',
        day,
        total_pence: pence(500 + (at % 4_000)),
        supplier,
        text: `${supplier}\n4 QUAY ROAD\n${'GLOVES 4.50\nWIPES 3.25\n'.repeat(20)}TOTAL 7.75\nnumber ${at}`,
        read_at: '2026-11-21T12:00:00.000Z',
      });
    }
  });
  held.set(receipts, { context, householdId, lastId: `receipt-${receipts - 1}` });
}

function timed(receipts: number, work: (of: Held) => unknown): number {
  const of = held.get(receipts);
  if (of === undefined) throw new Error('The household is not made');
  // Any change makes the program forget what it remembered.
  databaseOf(of.context).setFact('bench', String(performance.now()));
  const started = performance.now();
  work(of);
  return performance.now() - started;
}

const EVERYTHING = {
  only: 'all',
  kind: null,
  search: '',
  from: null,
  to: null,
  offset: 0,
  limit: 50,
} as const;

function ofMany(name: string, goal: number, work: (of: Held) => unknown): Bench[] {
  return [A_YEAR, A_YEAR * 10].map((receipts) => ({
    name: `receipts: ${name}, ${receipts} kept`,
    goal,
    unit: 'ms' as const,
    rounds: 9,
    prepare: () => prepare(receipts),
    measure: async () => timed(receipts, work),
  }));
}

/** A photo as a phone takes it, 12 million dots; each another, so that none is known already. */
function photo(): Buffer {
  turn += 1;
  return photoOf(
    [
      'MORGANS PHARMACY',
      '4 QUAY ROAD',
      '18/11/2026 14:33',
      'GLOVES 70.50',
      `WIPES ${turn}.00`,
      'TOTAL 74.50',
      'CASH 80.00',
    ],
    3024,
    4032,
  );
}

async function preparePhotos(): Promise<void> {
  if (photos !== undefined) return;
  const { context } = await testWorkspace(TODAY, 'photos');
  photos = { context, householdId: addTestHousehold(context, { from: isoDay('2026-01-01') }) };
}

async function addOne(): Promise<{ readonly id: string; readonly took: number }> {
  if (photos === undefined) throw new Error('The household is not made');
  const file = { name: `IMG_${turn}.jpg`, bytes: photo() };
  const started = performance.now();
  const nothing = { day: null, total: null, supplier: '', lineId: null };
  const { id } = await addReceiptFile(photos.context, photos.householdId, { file, ...nothing });
  return { id, took: performance.now() - started };
}

export const benches: readonly Bench[] = [
  ...ofMany('the first page', 100, ({ context, householdId }) =>
    receiptPage.parse(receiptList(context, householdId, EVERYTHING)),
  ),
  ...ofMany('found by a word on them', 100, ({ context, householdId }) =>
    receiptList(context, householdId, { ...EVERYTHING, search: 'number 12' }),
  ),
  ...ofMany('maybe twice', 100, ({ context, householdId }) =>
    receiptList(context, householdId, { ...EVERYTHING, only: 'twins' }),
  ),
  ...ofMany('one with the lines it fits', 100, ({ context, householdId, lastId }) =>
    receiptView(context, householdId, lastId),
  ),
  {
    name: 'receipts: a photo of 12 million dots looked at, drawn smaller and kept',
    goal: 2_000,
    unit: 'ms',
    rounds: 5,
    prepare: preparePhotos,
    measure: async () => (await addOne()).took,
  },
  {
    name: 'receipts: the words of a photo of 12 million dots',
    goal: 6_000,
    unit: 'ms',
    rounds: 5,
    prepare: preparePhotos,
    measure: async () => {
      if (photos === undefined) throw new Error('The household is not made');
      const { id } = await addOne();
      const started = performance.now();
      queueReading(photos.context, photos.householdId, [id]);
      await readingDone(photos.context);
      return performance.now() - started;
    },
  },
];
