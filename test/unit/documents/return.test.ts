import { pence } from '@shared/money';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { soundJpeg, soundPng } from '../../../electron/files/documents/picture-check';
import { returnCsv } from '../../../electron/files/documents/return-csv';
import { returnTotals } from '../../../electron/files/documents/return-document';
import { returnPackPdf } from '../../../electron/files/documents/return-pack-pdf';
import { returnXlsx } from '../../../electron/files/documents/return-xlsx';
import { readPdf } from './read-pdf';
import { emptyReturn, quarterReturn, stripedPng } from './return-samples';

describe('The sums of a return', () => {
  test('print the identity: opening + in − out = closing = statement less what explains it', () => {
    // 2,104.55 + 4,271.40 − 60 × 10.00 = 5,775.95; spoken for 388.10 + 402.21 + 276.08 = 1,066.39;
    // left over 4,709.56; less 8 × 320.00 = 2,560.00 is 2,149.56.
    const given = quarterReturn();
    expect(given.closing).toBe(577595);
    expect(returnTotals(given)).toEqual({
      moneyIn: 427140,
      moneyOut: 60000,
      spokenFor: 106639,
      leftOver: 470956,
      surplus: 214956,
      unexplained: 0,
    });
  });

  test('never hand a surplus back that is not there', () => {
    const given = quarterReturn();
    expect(returnTotals({ ...given, allowance: { amount: pence(470957) } }).surplus).toBe(0);
  });

  test('refuse figures that do not add up, and evidence with a gap in its numbers', () => {
    const given = quarterReturn();
    expect(() => returnTotals({ ...given, closing: pence(1) })).toThrow('does not add up');
    expect(() => returnTotals({ ...given, transactions: given.transactions.slice(1) })).toThrow(
      'transactions',
    );
    expect(() => returnTotals({ ...given, evidence: given.evidence.slice(1) })).toThrow('Evidence number 2');
  });
});

describe('The return pack', () => {
  test('has cover, return, lines, gaps, declaration and a page for each item, all numbered', async () => {
    const { pages, text, tags } = readPdf(await returnPackPdf(quarterReturn()));
    expect(pages).toHaveLength(12);
    expect(pages[0]).toContain('Return to Anyshire Council');
    for (const words of [
      '5,775.95',
      'Agrees with the bank statement to the penny.',
      '1,066.39',
      '4,709.56',
      '2,149.56',
      '458:30',
      '468:00',
      'I declare',
      'The agency has been asked twice.',
    ])
      expect(text).toContain(words);
    expect(pages[8]).toContain('Item 1 of 4, page 9 of 12');
    expect(pages[11]).toContain('Item 4 of 4, page 12 of 12');
    expect(tags.filter((tag) => tag === 'Figure')).toHaveLength(2);
  });

  test('has an index that tells the right pages', async () => {
    const { pages } = readPdf(await returnPackPdf(quarterReturn()));
    const index = (pages[0] ?? '').split('What is in this pack')[1] ?? '';
    const pageOf = (name: string): number =>
      Number(
        index
          .split('\n')
          .slice(index.split('\n').indexOf(name))
          .find((line) => /^\d+$/.test(line) && line !== '3'),
      );
    expect(pages[pageOf('All the money in and out') - 1]).toContain('All the money in and out');
    expect(pages[pageOf('Declaration') - 1]).toContain('I declare');
    expect(pages[pageOf('Receipt: Till receipt, Boots') - 1]).toContain('Item 1 of 4: Till receipt, Boots');
  });

  test('draws pictures and names every other file with its check number', async () => {
    const { pages } = readPdf(await returnPackPdf(quarterReturn()));
    expect(pages[8]).toContain('File: 001-receipt.png');
    expect(pages[9]).toContain('002-invoice.pdf');
    // The SHA-256 of the text `002-invoice.pdf`, as `sha256sum` prints it.
    expect(pages[9]?.replace(/\s/g, '')).toContain(quarterReturn().evidence[1]?.sha256);
    expect(pages[11]).toContain('This picture could not be drawn here.');
  });

  test('puts a photo into the file as it is', async () => {
    const given = quarterReturn();
    const evidence = given.evidence.map((item) => ({ ...item, pictures: [() => JPEG] }));
    const { raw } = readPdf(await returnPackPdf({ ...given, evidence }));
    expect(raw).toContain('/Filter /DCTDecode');
    expect(raw).toContain(Buffer.from(JPEG).toString('latin1'));
  });

  test('says when the bank does not agree', async () => {
    const given = quarterReturn();
    const bank = { accountName: 'Main', balance: pence(577000), differences: [] };
    const { text } = readPdf(await returnPackPdf({ ...given, statement: bank }));
    expect(text).toContain('Differs from the bank statement by −£5.95.');
    expect(text).not.toContain('to the penny');
  });

  test('is whole when nothing moved', async () => {
    const { pages, text } = readPdf(await returnPackPdf(emptyReturn()));
    expect(pages).toHaveLength(5);
    expect(text).toContain('No money came in or went out in this period.');
    expect(text).toContain('Nothing is missing.');
    expect(text).toContain('There is no bank statement for the last day yet.');
  });

  test('is the same bytes twice, pictures and all', async () => {
    const first = Buffer.from(await returnPackPdf(quarterReturn()));
    expect(first.equals(await returnPackPdf(quarterReturn()))).toBe(true);
  });

  test('holds four hundred lines over many pages', async () => {
    const { pages } = readPdf(await returnPackPdf(quarterReturn(400)));
    expect(pages.length).toBeGreaterThan(15);
  });
});

/** A grey JPEG of 12 by 8 dots. */
const JPEG = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAIAAwBAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAADAAAAAAAAAAAAAAAAAAAAFGH/2gAIAQEAAD8AuLwLw//Z',
    'base64',
  ),
);

describe('A picture', () => {
  const png = stripedPng(40, 30);
  test('is taken when it is whole', () => {
    expect(soundPng(png)).toBe(true);
    expect(soundPng(stripedPng(40, 30, true))).toBe(true);
    expect(soundJpeg(JPEG)).toBe(true);
  });

  test('is not taken when it is cut, damaged, a giant, or something else', () => {
    for (let length = 0; length < png.length; length += 7) expect(soundPng(png.slice(0, length))).toBe(false);
    const giant = png.slice();
    new DataView(giant.buffer).setUint32(16, 100_000);
    new DataView(giant.buffer).setUint32(20, 100_000);
    expect(soundPng(giant)).toBe(false);
    const long = png.slice();
    new DataView(long.buffer).setUint32(33, 0xffff_fff0);
    expect(soundPng(long)).toBe(false);
    const spoiled = png.slice();
    spoiled.fill(0xaa, 45, 60);
    expect(soundPng(spoiled)).toBe(false);
    expect(soundJpeg(new TextEncoder().encode(`<html>${'x'.repeat(200)}`))).toBe(false);
    expect(soundJpeg(new Uint8Array([0xff, 0xd8, ...Array.from({ length: 300 }, () => 0xff)]))).toBe(false);
  });
});

describe('The workbook', () => {
  const sheetXml = async (number: number): Promise<string> => {
    const parts = unzipSync(await returnXlsx(quarterReturn()));
    return new TextDecoder().decode(parts[`xl/worksheets/sheet${number}.xml`]);
  };

  test('has three sheets by name, each with a frozen heading', async () => {
    const parts = unzipSync(await returnXlsx(quarterReturn()));
    const book = new TextDecoder().decode(parts['xl/workbook.xml']);
    expect([...book.matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map((sheet) => sheet[1])).toEqual([
      'Summary',
      'Transactions',
      'Evidence',
    ]);
    for (const number of [1, 2, 3])
      expect(await sheetXml(number)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  test('holds amounts as numbers, days as dates, and totals', async () => {
    const xml = await sheetXml(2);
    // 2 July 2026 is day 46205 of Excel (1 January 2026 is 46023).
    expect(xml).toMatch(/<c r="B2"[^>]*><v>46205<\/v>/);
    expect(xml).toMatch(/<c r="F2"[^>]*><v>4271\.4<\/v>/);
    expect(xml).toMatch(/<c r="G3"[^>]*><v>-10<\/v>/);
    expect(xml).toMatch(/<c r="F63"[^>]*><v>4271\.4<\/v>/);
    expect(xml).toMatch(/<c r="G63"[^>]*><v>-600<\/v>/);
  });

  test('never holds a formula, whatever was typed', async () => {
    const given = quarterReturn(2);
    const bytes = await returnXlsx({
      ...given,
      transactions: given.transactions.map((line) => ({
        ...line,
        payee: '=HYPERLINK("http://x","y")',
        detail: '\u0000\u0008+1+1',
      })),
    });
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts))
      if (name.startsWith('xl/worksheets/')) expect(new TextDecoder().decode(part)).not.toMatch(/<f[ >]/);
    expect(new TextDecoder().decode(parts['xl/sharedStrings.xml'])).not.toContain('\u0000');
  });

  test('is the same bytes twice', async () => {
    const first = Buffer.from(await returnXlsx(quarterReturn()));
    expect(first.equals(await returnXlsx(quarterReturn()))).toBe(true);
  });
});

test('The CSV of a return sums to the same penny', () => {
  const given = quarterReturn();
  const rows = Papa.parse<string[]>(new TextDecoder().decode(returnCsv(given)))
    .data.slice(1)
    .filter((row) => row.length > 1);
  expect(rows).toHaveLength(61);
  const sum = rows.reduce(
    (total, row) => total + Math.round(Number(row[5] ?? 0) * 100) + Math.round(Number(row[6] ?? 0) * 100),
    0,
  );
  expect(sum).toBe(427140 - 60000);
});
