import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { addReceipt } from '../../electron/services/money-receipts';
import { importStatement } from '../../electron/services/money-statements';
import { changedReceipts } from '../../electron/services/receipts-check';
import { receiptPaper } from '../../electron/services/receipts-papers';
import { queueReading, readingDone } from '../../electron/services/receipts-reading';
import { clientOf } from '../support/client-of';
import { bombPng, heicWith, onItsSide, pdfWith, photoOf, pngSaying } from '../support/hostile-files';
import { picture, plainPdf } from '../support/receipt-files';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let client: ReturnType<typeof clientOf>;
let householdId: string;
let pharmacy: string;
let insurance: string;

beforeAll(async () => {
  home = await openMoneyHousehold('2026-10-05');
  householdId = home.householdId;
  client = clientOf(home.context);
  const file = lloydsFile(
    [
      ['2026-07-20', 'MORGANS PHARMACY', -7_450],
      ['2026-07-28', 'HARBOUR INSURANCE', -2_000],
      ['2026-09-20', 'MORGANS PHARMACY', -7_450],
    ],
    250_000,
  );
  importStatement(home.context, householdId, home.accountId, file);
  const lines = await client.receipts.findLines({
    householdId,
    id: await add(plainPdf('A page')),
    search: '',
  });
  // Newest first.
  [, insurance, pharmacy] = lines.lines.map((line) => line.id) as [string, string, string];
});
afterAll(() => home.close());

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const send = async (bytes: Uint8Array, name = 'receipt', more: { keepLocked?: boolean } = {}) => {
  const { files } = await client.receipts.add({
    householdId,
    files: [{ name, base64: base64(bytes) }],
    lineId: null,
    keepLocked: false,
    read: false,
    ...more,
  });
  return files[0]!;
};
const add = async (bytes: Uint8Array, name?: string): Promise<string> => (await send(bytes, name)).id!;
const view = (id: string) => client.receipts.get({ householdId, id });
const list = (more: Partial<Parameters<typeof client.receipts.list>[0]> = {}) =>
  client.receipts.list({
    householdId,
    only: 'all',
    kind: null,
    search: '',
    from: null,
    to: null,
    offset: 0,
    limit: 50,
    ...more,
  });

describe('adding receipts', () => {
  it('keeps the sound ones of several and says what is wrong with each other one', async () => {
    const before = (await list()).total;
    const photo = photoOf(['TOTAL 4.00'], 300, 400);
    const { files } = await client.receipts.add({
      householdId,
      files: [
        { name: 'one.jpg', base64: base64(photo) },
        { name: 'page.jpg', base64: base64(Buffer.from('<html>hello</html>')) },
        { name: 'cut.jpg', base64: base64(photo.subarray(0, 2000)) },
        { name: 'huge.png', base64: base64(pngSaying(20_000, 20_000, Buffer.alloc(100))) },
        { name: 'bomb.png', base64: base64(bombPng()) },
        { name: 'same.jpg', base64: base64(photo) },
        { name: 'shot.png', base64: base64(picture(200, 300)) },
      ],
      lineId: null,
      keepLocked: false,
      read: false,
    });
    expect(files.map((file) => file.refused?.code ?? (file.alreadyHere ? 'here' : 'kept'))).toEqual([
      'kept',
      'file.kind-not-taken',
      'file.damaged',
      'receipt.too-many-dots',
      'file.damaged',
      'here',
      'kept',
    ]);
    expect((await list()).total).toBe(before + 2);
  });

  it('tells of scripts and files in a PDF, shows it as pictures, and gives it back as it came', async () => {
    const file = pdfWith('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>');
    const added = await send(file, 'script.pdf');
    expect(added).toMatchObject({ told: ['scripts'], refused: null });
    const shown = await client.receipts.page({ householdId, id: added.id!, page: 1, large: false });
    expect(shown).toMatchObject({ page: 1, pages: 1, picture: { mediaType: 'image/jpeg' } });
    const kept = await client.money.receiptFile({ householdId, id: added.id! });
    expect(Buffer.from(kept.base64, 'base64').equals(file)).toBe(true);
  });

  it('keeps a PDF behind a password only when the person says so', async () => {
    const locked = await new Promise<Buffer>((resolve) => {
      const pdf = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' });
      const parts: Buffer[] = [];
      pdf.on('data', (part: Buffer) => parts.push(part));
      pdf.on('end', () => resolve(Buffer.concat(parts)));
      pdf.text('Total 12.50');
      pdf.end();
    });
    expect((await send(locked, 'locked.pdf')).refused?.code).toBe('receipt.pdf-locked');
    // The same on the page of a line.
    const file = { name: 'locked.pdf', base64: locked.toString('base64') };
    const onLine = { householdId, file, day: null, total: null, supplier: '', lineId: null };
    await expect(client.money.addReceipt(onLine)).rejects.toMatchObject({
      data: { code: 'receipt.pdf-locked' },
    });
    const { id } = await client.money.addReceipt({ ...onLine, keepLocked: true });
    expect(await view(id)).toMatchObject({ reading: 'cannot', told: ['locked'] });
    await client.money.removeReceipt({ householdId, id });
    const added = await send(locked, 'locked.pdf', { keepLocked: true });
    expect(added).toMatchObject({ told: ['locked'], refused: null });
    expect(await view(added.id!)).toMatchObject({ reading: 'cannot', told: ['locked'] });
    expect(
      (await client.receipts.page({ householdId, id: added.id!, page: 1, large: false })).picture,
    ).toBeNull();
  });

  it('keeps a HEIC photo as it is, and shows the JPEG in it where there is one', async () => {
    const without = await send(heicWith(new Uint8Array()), 'IMG_1.HEIC');
    expect(without.told).toEqual(['no-picture']);
    expect(await view(without.id!)).toMatchObject({ mediaType: 'image/heic', reading: 'cannot' });
    const withOne = await send(heicWith(photoOf(['TOTAL 1.00'], 640, 480)), 'IMG_2.HEIC');
    expect(withOne.told).toEqual([]);
    expect(
      (await client.receipts.page({ householdId, id: withOne.id!, page: 1, large: false })).picture,
    ).not.toBeNull();
  });

  it('takes any name for what it is: the file is kept by its hash', async () => {
    const name = '../../CON\n\u202Egpj.exe';
    const id = await add(photoOf(['NAMED 1.00'], 200, 200), name);
    const { fileName } = await view(id);
    expect(fileName).toMatch(/gpj\.exe$/);
    expect(fileName).not.toMatch(/[/\\\n\u202e]/);
    const file = await client.money.receiptFile({ householdId, id });
    expect(file.name).not.toMatch(/[/\\\n]/);
  });

  it('is undone whole, also after it was read', async () => {
    const id = await add(plainPdf('Total 3.20 to be undone for sure'));
    queueReading(home.context, householdId, [id]);
    await readingDone(home.context);
    expect((await view(id)).reading).toBe('read');
    await client.workspace.undo({ householdId });
    await expect(view(id)).rejects.toMatchObject({ data: { code: 'not-found' } });
  });
});

describe('looking at receipts', () => {
  it('draws a smaller, upright picture, which can be turned, and turned back by undo', async () => {
    const id = await add(onItsSide(photoOf(['ON ITS SIDE'], 2000, 1000)));
    const size = async (): Promise<number[]> => {
      const { picture: shown } = await client.receipts.page({ householdId, id, page: 1, large: false });
      const bytes = Buffer.from(shown!.base64, 'base64');
      const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
      return [bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)];
    };
    expect(await size()).toEqual([800, 1600]);
    await client.receipts.turn({ householdId, id, turn: 90 });
    expect(await size()).toEqual([1600, 800]);
    await client.workspace.undo({ householdId });
    expect(await size()).toEqual([800, 1600]);
  });

  it('refuses a file that is not what was kept', async () => {
    const id = await add(plainPdf('To be tampered with'));
    const db = databaseOf(home.context);
    const { file_hash: hash } = db.byId('receipt', id)!;
    db.act({ name: 'money.receipt-saved', householdId }, (write) => {
      write.append('stored_file', {
        hash: 'f'.repeat(64),
        media_type: 'application/pdf',
        size: 2,
        bytes: Buffer.from('no'),
      });
      write.update('receipt', id, { file_hash: 'f'.repeat(64) });
    });
    await expect(client.money.receiptFile({ householdId, id })).rejects.toMatchObject({
      data: { code: 'receipt.file-changed' },
    });
    expect(changedReceipts(home.context, householdId).map((one) => one.id)).toEqual([id]);
    db.act({ name: 'money.receipt-saved', householdId }, (write) =>
      write.update('receipt', id, { file_hash: hash }),
    );
    expect(changedReceipts(home.context, householdId)).toEqual([]);
  });
});

describe('what goes into papers', () => {
  const paper = (id: string) => receiptPaper(home.context, householdId, id);

  it('is a drawn picture of a photo, the pages of a plain PDF, and pictures of one that holds more', async () => {
    const photo = await paper(await add(photoOf(['FOR THE PACK'], 400, 300)));
    expect(photo.kind === 'pictures' && photo.jpegs.length).toBe(1);
    const plain = plainPdf('For the pack');
    const pdf = await paper(await add(plain));
    expect(pdf.kind === 'pdf' && Buffer.from(pdf.bytes).equals(plain)).toBe(true);
    const script = await paper(await add(pdfWith('/OpenAction << /S /JavaScript /JS (1) >>')));
    expect(script.kind === 'pictures' && script.jpegs.map((jpeg) => jpeg[0])).toEqual([0xff]);
  });

  it('is nothing but the file of a HEIC photo without a JPEG in it', async () => {
    expect(await paper(await add(heicWith(Buffer.from('another'))))).toEqual({
      kind: 'file-only',
      why: 'no-picture',
    });
  });
});

describe('reading receipts', () => {
  it('gives suggestions beside the receipt, and changes nothing of it', async () => {
    const id = await add(plainPdf('Morgans Pharmacy  20/07/2026  Total 74.50'));
    expect((await view(id)).reading).toBe('not-read');
    await client.receipts.read({ householdId, ids: [id] });
    await readingDone(home.context);
    const read = await view(id);
    expect(read).toMatchObject({
      reading: 'read',
      day: null,
      total: null,
      supplier: '',
      suggestion: { day: '2026-07-20', total: 7450 },
    });
    expect(read.fits.map((line) => line.id)[0]).toBe(pharmacy);
    expect((await list({ only: 'to-check' })).rows.map((row) => row.id)).toContain(id);
    await client.receipts.save({
      householdId,
      id,
      kind: 'invoice',
      day: isoDay('2026-07-20'),
      total: pence(7450),
      supplier: 'Morgans',
    });
    expect((await list({ only: 'to-check' })).rows.map((row) => row.id)).not.toContain(id);
    expect((await list({ kind: 'invoice' })).rows.map((row) => row.id)).toEqual([id]);
  });

  it('can be stopped; what waited can be read later', async () => {
    const ids: string[] = [];
    for (const at of [1, 2, 3]) ids.push(await add(plainPdf(`Waiting number ${at} of a few, with words`)));
    const { queued } = await client.receipts.read({ householdId, ids });
    expect(queued).toBe(3);
    expect((await client.receipts.read({ householdId, ids })).queued).toBe(0);
    expect((await client.receipts.stopReading({ householdId })).stopped).toBe(3);
    await readingDone(home.context);
    expect(await client.receipts.reading({ householdId })).toMatchObject({ current: null, waiting: 0 });
    for (const id of ids) expect((await view(id)).reading).toBe('not-read');
    const { unread } = await client.receipts.reading({ householdId });
    expect((await client.receipts.read({ householdId, ids: null })).queued).toBe(unread);
    await client.receipts.stopReading({ householdId });
    await client.receipts.read({ householdId, ids });
    await readingDone(home.context);
    for (const id of ids) expect((await view(id)).reading).toBe('read');
    expect((await client.receipts.reading({ householdId })).unread).toBe(unread - ids.length);
  });

  it('reads a photo from end to end, on this computer alone', async () => {
    const photo = photoOf(
      [
        'MORGANS PHARMACY',
        '4 QUAY ROAD',
        '20/09/2026 14:33',
        'GLOVES     70.50',
        'WIPES       4.00',
        'TOTAL      74.50',
      ],
      1500,
      2000,
    );
    const id = await add(onItsSide(photo));
    // Upright photos lie on their side once EXIF says so: turned back, the words stand.
    await client.receipts.turn({ householdId, id, turn: 270 });
    const fetched = globalThis.fetch;
    globalThis.fetch = () => {
      throw new Error('The network was asked');
    };
    try {
      await client.receipts.read({ householdId, ids: [id] });
      await readingDone(home.context);
    } finally {
      globalThis.fetch = fetched;
    }
    expect((await view(id)).suggestion).toEqual({
      day: '2026-09-20',
      total: 7450,
      supplier: 'Morgans Pharmacy',
      kind: 'receipt',
    });
  });
});

describe('finding receipts', () => {
  it('tells of another one with the same day, total and supplier', async () => {
    const twin = async (words: string, supplier: string): Promise<string> => {
      const id = await add(plainPdf(words));
      const said = { day: isoDay('2026-08-01'), total: pence(999), supplier };
      await client.receipts.save({ householdId, id, kind: 'receipt', ...said });
      return id;
    };
    const one = await twin('first copy', 'Café Blue');
    const two = await twin('second copy', 'café blue');
    const other = await twin('not a copy', 'Another Shop');
    expect((await view(one)).twins.map((found) => found.id)).toEqual([two]);
    expect((await list({ only: 'twins' })).rows.map((row) => row.id).sort()).toEqual([one, two].sort());
    expect((await view(other)).twins).toEqual([]);
  });

  it('is by words, kind, day, and whether it has a line; a page at a time', async () => {
    const id = await add(plainPdf('Findable'), 'Findable 100%.pdf');
    expect((await list({ search: '100%' })).rows.map((row) => row.id)).toEqual([id]);
    expect((await list({ search: '1_0' })).rows).toEqual([]);
    const all = await list();
    expect(all.rows).toHaveLength(all.total);
    const second = await list({ offset: 1, limit: 1 });
    expect(second.rows.map((row) => row.id)).toEqual([all.rows[1]!.id]);
    expect(second.total).toBe(all.total);
  });

  it('puts one receipt with several lines, and several with one line', async () => {
    const [a, b] = [await add(plainPdf('Part one')), await add(plainPdf('Part two'))];
    const link = (receiptId: string, lineId: string) =>
      client.money.linkReceipt({ householdId, receiptId, lineId, linked: true });
    await link(a, pharmacy);
    await link(a, insurance);
    await link(b, pharmacy);
    expect((await view(a)).linked.map((line) => line.id)).toEqual([pharmacy, insurance]);
    expect((await view(b)).linked.map((line) => line.id)).toEqual([pharmacy]);
    expect((await list({ only: 'no-line' })).rows.map((row) => row.id)).not.toContain(a);
    const found = await client.receipts.findLines({ householdId, id: a, search: 'pharmacy' });
    expect(found.lines.map((line) => line.day)).toEqual(['2026-09-20']);
    const byAmount = await client.receipts.findLines({ householdId, id: b, search: '£20' });
    expect(byAmount.lines.map((line) => line.id)).toEqual([insurance]);
  });

  it('stops when the workspace is locked, and keeps nothing after', async () => {
    const other = await openMoneyHousehold('2026-10-05');
    const its = clientOf(other.context);
    const { files } = await its.receipts.add({
      householdId: other.householdId,
      files: [{ name: 'a.pdf', base64: base64(plainPdf('Words to be read before long, 1.00')) }],
      lineId: null,
      keepLocked: false,
      read: true,
    });
    expect(files[0]?.refused).toBeNull();
    other.context.workspace.lock();
    await readingDone(other.context);
    await expect(its.receipts.reading({ householdId: other.householdId })).rejects.toMatchObject({
      data: { code: 'workspace.locked' },
    });
    other.close();
  });

  it('made by this program itself needs no thread', () => {
    const made = addReceipt(home.context, householdId, {
      file: { name: 'made.pdf', bytes: plainPdf('Made here') },
      day: null,
      total: null,
      supplier: '',
      lineId: null,
    });
    expect(made.alreadyHere).toBe(false);
  });
});
