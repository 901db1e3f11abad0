import { PDFDocument } from '@cantoo/pdf-lib';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../support/client-of';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const inFile = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') });

async function councilForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const form = document.getForm();
  form.createTextField('Closing balance').addToPage(page, { x: 60, y: 660, width: 200, height: 20 });
  form.createTextField('First payment').addToPage(page, { x: 60, y: 620, width: 200, height: 20 });
  return document.save();
}

let household: MoneyHousehold;
let client: MainstayClient;
let which: {
  householdId: string;
  agreementId: string;
  from: ReturnType<typeof isoDay>;
  to: ReturnType<typeof isoDay>;
};

beforeAll(async () => {
  household = await openMoneyHousehold('2026-10-20');
  client = clientOf(household.context);
  const { householdId, agreementId, accountId } = household;
  which = { householdId, agreementId, from: isoDay('2026-07-01'), to: isoDay('2026-09-30') };
  // 2,500.00 + 1,444.80 − 96.00 = 3,848.80
  const file = lloydsFile(
    [
      ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
      ['2026-07-21', 'GRIP SHOP', -9_600],
      ['2026-10-02', 'AFTER', -100],
    ],
    250_000,
  );
  await client.money.importStatement({ householdId, accountId, file: inFile(file.name, file.bytes) });
});
afterAll(() => household.close());

describe('an authority’s own form', () => {
  test('is kept, told what goes where, and filled from the return', async () => {
    const { householdId, agreementId } = which;
    const added = await client.packs.addForm({
      householdId,
      agreementId,
      name: 'Monitoring form',
      file: inFile('form.pdf', await councilForm()),
    });
    expect(added).toMatchObject({ fields: 2, quietened: false });
    const { id } = added;
    expect(await client.packs.form({ householdId, id })).toMatchObject({
      fields: [{ name: 'Closing balance' }, { name: 'First payment' }],
      mapping: { fields: [], marks: [] },
    });
    const known = await client.packs.formFacts(which);
    expect(known.figures).toMatchObject({
      closing: '3,848.80',
      opening: '2,500.00',
      'period-to': '30/09/2026',
    });
    await client.packs.saveMapping({
      householdId,
      id,
      name: 'Monitoring form',
      mapping: {
        fields: [
          { name: 'Closing balance', value: { kind: 'figure', figure: 'closing' } },
          { name: 'First payment', value: { kind: 'line', number: 1, part: 'in' } },
        ],
        marks: [],
      },
    });
    expect(await client.packs.forms({ householdId, agreementId })).toMatchObject([{ id, placed: 2 }]);
    const { file, problems } = await client.packs.filledForm({ ...which, id });
    // The form has room for one of the two lines, and says so.
    expect(problems).toEqual([{ code: 'form.lines-left', values: { count: 1 } }]);
    const loading = getDocument({ data: new Uint8Array(Buffer.from(file.base64, 'base64')), verbosity: 0 });
    const fields = (await (await (await loading.promise).getPage(1)).getAnnotations()) as {
      fieldName: string;
      fieldValue: string;
    }[];
    expect(fields.map((field) => [field.fieldName, field.fieldValue])).toEqual([
      ['Closing balance', '3,848.80'],
      ['First payment', '1,444.80'],
    ]);
    await loading.destroy();
  });

  test('that is no PDF is refused, and nothing is kept', async () => {
    const { householdId, agreementId } = which;
    const before = await client.packs.forms({ householdId, agreementId });
    const adding = client.packs.addForm({
      householdId,
      agreementId,
      name: 'Web page',
      file: inFile('form.pdf', new TextEncoder().encode('<html>')),
    });
    await expect(adding).rejects.toMatchObject({ data: { code: 'form.not-a-pdf', field: 'file' } });
    expect(await client.packs.forms({ householdId, agreementId })).toEqual(before);
  });
});

describe('the log of a sealed return', () => {
  test('begins with how it was sent, and takes what comes after, with its letter', async () => {
    const { householdId } = which;
    const { returnId } = await client.returns.markSent({
      ...which,
      sentOn: isoDay('2026-10-05'),
      sentHow: 'By post',
    });
    const letter = inFile('reply.pdf', await councilForm());
    const later = { householdId, returnId, how: 'Letter', sentTo: '', reference: 'DP/88', note: '' };
    const early = client.packs.addSending({
      ...later,
      kind: 'received',
      day: isoDay('2026-10-01'),
      file: null,
    });
    await expect(early).rejects.toMatchObject({ data: { code: 'sending.before-sealed', field: 'day' } });
    const { id } = await client.packs.addSending({
      ...later,
      kind: 'asked',
      day: isoDay('2026-10-12'),
      file: letter,
    });
    expect(await client.packs.sendings({ householdId, returnId })).toMatchObject([
      { kind: 'sent', day: '2026-10-05', how: 'By post' },
      { kind: 'asked', day: '2026-10-12', reference: 'DP/88', fileName: 'reply.pdf' },
    ]);
    expect(await client.packs.sendingFile({ householdId, id })).toMatchObject({ base64: letter.base64 });
    await client.packs.removeSending({ householdId, id });
    expect(await client.packs.sendings({ householdId, returnId })).toHaveLength(1);
  });

  test('holds every sealed file against its check number', async () => {
    const { householdId } = which;
    const sent = (await client.returns.list({ householdId })).find((one) => one.returnId !== null);
    const files = await client.packs.check({ householdId, returnId: sent?.returnId ?? '' });
    expect(files.length).toBeGreaterThan(1);
    expect(files.every((file) => file.unchanged && /^[0-9a-f]{64}$/.test(file.sha256))).toBe(true);
  });
});
