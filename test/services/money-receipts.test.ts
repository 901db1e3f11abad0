import { deflateSync } from 'node:zlib';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptProposals, bankLines, explainLine } from '../../electron/services/money-lines';
import {
  addReceipt,
  linkReceipt,
  listReceipts,
  receiptFile,
  removeReceipt,
  saveReceipt,
} from '../../electron/services/money-receipts';
import { importStatement } from '../../electron/services/money-statements';
import { undo } from '../../electron/services/undo';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const PDF = new TextEncoder().encode('%PDF-1.7\n%a receipt\n%%EOF');

/** A whole PNG of one black dot; its checksums are not looked at. */
function png(): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

let home: MoneyHousehold;
let lineId: string;
const line = () =>
  bankLines(home.context, home.householdId, { from: null, to: null, only: 'all', withProposals: true })[0]!;
beforeEach(async () => {
  home = await openMoneyHousehold('2026-10-05');
  const file = lloydsFile([['2026-07-20', 'MORGANS PHARMACY', -7_450]], 250_000);
  importStatement(home.context, home.householdId, home.accountId, file);
  lineId = line().id;
});
afterEach(() => home.close());

const add = (bytes: Uint8Array, more: { lineId?: string | null; name?: string } = {}) =>
  addReceipt(home.context, home.householdId, {
    file: { name: more.name ?? 'receipt.pdf', bytes },
    day: isoDay('2026-07-20'),
    total: pence(7_450),
    supplier: 'Morgan’s Pharmacy',
    lineId: more.lineId ?? null,
  });

describe('receipts', () => {
  it('belong to a line from the start, and come back as they went in', () => {
    explainLine(home.context, home.householdId, lineId, [
      {
        amount: pence(-7_450),
        ledgerAccount: 'equipment',
        categoryId: home.categoryOf('Equipment'),
        agreementId: null,
        workerId: null,
        matchKind: 'by-hand',
        matchKey: null,
        note: '',
      },
    ]);
    expect(line().evidence).toBe('missing');
    const { id } = add(PDF, { lineId });
    expect(line()).toMatchObject({ evidence: 'receipt', receipts: [{ id, mediaType: 'application/pdf' }] });
    const file = receiptFile(home.context, home.householdId, id);
    expect(file).toMatchObject({ name: 'receipt.pdf', mediaType: 'application/pdf' });
    expect(Buffer.compare(Buffer.from(file.bytes), Buffer.from(PDF))).toBe(0);
    undo(home.context, home.householdId);
    expect(line().evidence).toBe('missing');
  });

  it('are kept once, however often they come', () => {
    const first = add(PDF);
    expect(first.alreadyHere).toBe(false);
    expect(add(PDF, { name: 'again.pdf' })).toEqual({ id: first.id, alreadyHere: true });
    expect(add(PDF, { lineId })).toEqual({ id: first.id, alreadyHere: true });
    expect(listReceipts(home.context, home.householdId)).toMatchObject([{ id: first.id, lineIds: [lineId] }]);
  });

  it('are told by their bytes, never by their name', () => {
    const text = new TextEncoder().encode('GIF89a and so on');
    expect(() => add(text, { name: 'receipt.pdf' })).toThrowError(
      expect.objectContaining({ code: 'file.kind-not-taken' }),
    );
    add(png(), { name: 'no ending' });
    expect(listReceipts(home.context, home.householdId)[0]?.mediaType).toBe('image/png');
    expect(() => add(png().slice(0, 60))).toThrowError(expect.objectContaining({ code: 'file.damaged' }));
  });

  it('can be put right, given to a line, taken from it and taken away', () => {
    const { id } = add(PDF);
    const { context, householdId } = home;
    saveReceipt(context, householdId, { id, day: null, total: pence(100), supplier: 'Another' });
    expect(listReceipts(context, householdId)[0]).toMatchObject({
      day: null,
      total: 100,
      supplier: 'Another',
    });
    linkReceipt(context, householdId, { receiptId: id, lineId, linked: true });
    expect(line().receipts).toHaveLength(1);
    linkReceipt(context, householdId, { receiptId: id, lineId, linked: false });
    expect(line().receipts).toHaveLength(0);
    removeReceipt(context, householdId, id);
    expect(listReceipts(context, householdId)).toEqual([]);
  });

  it('are proposed for the line they fit, never as certain, and belong to it once that is accepted', () => {
    const { id } = add(PDF);
    expect(line().proposal).toMatchObject({ certain: false, parts: [{ matchKey: `receipt:${id}` }] });
    acceptProposals(home.context, home.householdId, [lineId]);
    expect(line()).toMatchObject({ explained: true, receipts: [{ id }] });
  });
});
