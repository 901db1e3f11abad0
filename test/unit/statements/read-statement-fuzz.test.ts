import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../electron/files/statements/read-statement';
import { tries } from '../../support/tries';

/** Files that mean harm are 50 MB large where all is tried, and some MB in every `npm test`. */
const MEGABYTES = tries(50, 8);
const LINES = tries(12_500, 1_500);

const NAMES = [
  'lloyds.csv',
  'starling.csv',
  'barclays.csv',
  'natwest-older.csv',
  'nationwide.csv',
  'hsbc.csv',
  'cooperative.csv',
  'santander.txt',
  'santander.xls',
  'ofx-1.ofx',
  'ofx-2-two-accounts.ofx',
  'qif-day-first.qif',
];
const CORPUS = NAMES.map((name) =>
  readFileSync(new URL(`../../fixtures/statements/${name}`, import.meta.url)),
);
const HEADER =
  'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n';

function readsOrRefuses(bytes: Uint8Array): void {
  const result = readStatement(bytes);
  if (!result.ok) expect(result.code).toMatch(/^statement\.[a-z-]+$/);
  else expect(result.value.transactions.length).toBeGreaterThan(0);
}

describe('reading a statement', () => {
  it('never throws or hangs on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), readsOrRefuses), { numRuns: tries(1500, 300) });
  });

  it('never throws or hangs on any text under a real header', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '0.00',
        '1.00',
        '-£3',
        '99999999.99',
        '1e9',
        '"',
        '""',
        "'",
        ',',
        '\t',
        '\r',
        '\u00a0',
      ),
      fc.constantFrom('01/01/2026', '31/12/1899', '2026-01-01', '1 Jan 2026', '00/00/0000'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const row = fc.array(cell, { maxLength: 12 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        readsOrRefuses(new TextEncoder().encode(HEADER + rows.join('\n')));
      }),
      { numRuns: tries(1500, 300) },
    );
  });

  it('never throws or hangs on a real file with bytes changed, cut or put in', () => {
    const change = fc.record({
      which: fc.nat({ max: CORPUS.length - 1 }),
      at: fc.nat({ max: 900 }),
      cut: fc.nat({ max: 40 }),
      put: fc.uint8Array({ maxLength: 12 }),
    });
    fc.assert(
      fc.property(change, ({ which, at, cut, put }) => {
        const source = CORPUS[which] ?? new Uint8Array();
        readsOrRefuses(new Uint8Array([...source.slice(0, at), ...put, ...source.slice(at + cut)]));
      }),
      { numRuns: tries(2000, 400) },
    );
  });

  it('keeps every line and every penny of a file in any order it may be written', () => {
    const lines = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        pence: fc.integer({ min: 1, max: 500_000 }),
        out: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, fc.boolean(), (list, newestFirst) => {
        let balance = 0;
        const rows = list
          .toSorted((a, b) => a.day - b.day)
          .map(({ day, pence, out }, index) => {
            balance += out ? -pence : pence;
            const money = (amount: number): string =>
              `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
            const date = `${String(day).padStart(2, '0')}/11/2026`;
            return `${date},DEB,'30-94-57,12345678,line ${index},${out ? money(pence) : ''},${out ? '' : money(pence)},${money(balance)}`;
          });
        const text = HEADER + (newestFirst ? rows.toReversed() : rows).join('\n');
        const result = readStatement(new TextEncoder().encode(text));
        if (!result.ok) throw new Error(result.code);
        const { transactions, openingBalance, closingBalance, problems } = result.value;
        expect(transactions).toHaveLength(list.length);
        expect(problems).toEqual([]);
        expect([openingBalance, closingBalance]).toEqual([0, balance]);
        expect(transactions.reduce((sum, line) => sum + line.amount, 0)).toBe(balance);
      }),
      { numRuns: tries(300, 60) },
    );
  });

  it('reads every one of 10,000 lines', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) =>
        `${String(1 + (index % 28)).padStart(2, '0')}/11/2026,DEB,'30-94-57,12345678,"SHOP, ${index}",1.00,,`,
    );
    const bytes = new TextEncoder().encode(HEADER + rows.join('\n'));
    const result = readStatement(bytes);
    expect(result.ok && result.value.transactions.length).toBe(10_000);
  });

  it.each([
    ['quotes', '"'.repeat(1_000_000)],
    ['short quoted lines', `${HEADER}${'"",""\n'.repeat(90_000)}`],
    ['quotes and line breaks', `${HEADER}${'"\n'.repeat(90_000)}`],
    ['a million columns', ','.repeat(1_000_000)],
    ['many MB of letters', 'a'.repeat(MEGABYTES * 1024 * 1024)],
    ['many MB of lines', '1\n'.repeat((MEGABYTES * 1024 * 1024) / 2)],
    ['many MB of spaces', ' '.repeat(MEGABYTES * 1024 * 1024)],
    ['5 MB of comments that never end', `<html>${'<!--'.repeat(1_250_000)}`],
    ['5 MB of scripts that never end', `<html>${'<script>'.repeat(625_000)}`],
    ['5 MB of cells that never end', `<html><table><tr>${'<td>'.repeat(1_250_000)}`],
    ['5 MB of half tags', `<html>${'<td '.repeat(1_250_000)}`],
    ['5 MB of OFX tags', `OFXHEADER:100\n<OFX>${'<STMTTRN>'.repeat(550_000)}`],
    ['5 MB of half OFX tags', `OFXHEADER:100\n<OFX>${'<NAME '.repeat(825_000)}`],
    ['5 MB of CDATA that never ends', `<?xml?><OFX>${'<![CDATA['.repeat(550_000)}`],
    ['5 MB of QIF', `!Type:Bank\n${'D1/1/26\nT1\n^\n'.repeat(400_000)}`],
    ['5 MB of blocks', `From: x\nAccount: 1\n${'Date: 01/01/2026\nAmount: 1.00\n'.repeat(160_000)}`],
    [
      'many MB of cells full of apostrophes',
      HEADER + `20/11/2026,DEB,,,x${"'".repeat(3_600)}x,1.00,,1.00\n`.repeat(LINES),
    ],
    [
      'many MB of cells full of spaces',
      HEADER + `20/11/2026,DEB,,,x${' '.repeat(3_600)}x,1.00,,1.00\n`.repeat(LINES),
    ],
    [
      'many MB of digits for an amount',
      HEADER + `20/11/2026,DEB,,,x,${'1,'.repeat(1_800)},,1.00\n`.repeat(LINES),
    ],
    ['many MB of quoted digits', HEADER + `20/11/2026,DEB,,,x,"${'1'.repeat(3_600)}",,1.00\n`.repeat(LINES)],
    [
      'many MB of doubled quotes',
      HEADER + `20/11/2026,DEB,,,"${'""'.repeat(1_800)}",1.00,,1.00\n`.repeat(LINES / 2),
    ],
  ])('reads or refuses %s', (_what, text) => {
    readsOrRefuses(new TextEncoder().encode(text));
  });
});
