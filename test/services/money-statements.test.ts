import { balanceOf } from '@shared/budget/ledger-balances';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { bankLines } from '../../electron/services/money-lines';
import {
  importStatement,
  listStatements,
  previewStatement,
  removeStatement,
} from '../../electron/services/money-statements';
import { redo, undo } from '../../electron/services/undo';
import { tries } from '../support/tries';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const JULY: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 162_480],
  ['2026-07-17', 'GRACE OKORO WAGES', -62_480],
  ['2026-07-20', 'MORGANS PHARMACY', -450],
  ['2026-07-20', 'MORGANS PHARMACY', -450],
];

let home: MoneyHousehold;
beforeEach(async () => {
  home = await openMoneyHousehold('2026-10-05');
});
afterEach(() => home.close());

const ALL = { from: null, to: null, only: 'all', withProposals: false } as const;
const lines = () => bankLines(home.context, home.householdId, ALL);
const bringIn = (file: { name: string; bytes: Uint8Array }) =>
  importStatement(home.context, home.householdId, home.accountId, file);
const look = (file: { name: string; bytes: Uint8Array }) =>
  previewStatement(home.context, home.householdId, home.accountId, file);
const bankByLedger = () =>
  balanceOf(
    ledgerEntries(home.context, home.householdId).map((one) => one.entry),
    { account: 'bank', ref: home.accountId },
    isoDay('2026-12-31'),
  );

describe('bringing in a statement', () => {
  it('brings in every line, and the ledger says what the bank says', () => {
    expect(bringIn(lloydsFile(JULY, 250_000)).newLines).toBe(4);
    // 2,500.00 + 1,624.80 − 624.80 − 4.50 − 4.50 = 3,491.00
    expect(bankByLedger()).toBe(349_100);
    expect(lines()[0]).toMatchObject({ description: 'MORGANS PHARMACY', balance: 349_100, explained: false });
    expect(checkChain(home.context, home.householdId)).toEqual([]);
  });

  it('tells what a file holds before anything is kept', () => {
    expect(look(lloydsFile(JULY, 250_000))).toMatchObject({
      layout: 'lloyds',
      account: { sortCode: '309457', accountNumber: '12345678' },
      from: '2026-07-06',
      to: '2026-07-20',
      lines: 4,
      newLines: 4,
      alreadyHere: 0,
      moneyIn: 162_480,
      moneyOut: 63_380,
      opening: 250_000,
      closing: 349_100,
      problems: [],
    });
    expect(lines()).toEqual([]);
    expect(listStatements(home.context, home.householdId)).toEqual([]);
  });

  it('keeps nothing of a file with one line that cannot be read', () => {
    const file = lloydsFile(JULY, 250_000);
    const text = new TextDecoder().decode(file.bytes).replace('17/07/2026', '99/07/2026');
    expect(() => bringIn({ ...file, bytes: new TextEncoder().encode(text) })).toThrowError(
      expect.objectContaining({ field: 'file' }),
    );
    expect(lines()).toEqual([]);
    // The account's first balance is all there is.
    expect(ledgerEntries(home.context, home.householdId).map((one) => one.entry.kind)).toEqual(['opening']);
  });

  it('adds nothing when the same file comes twice', () => {
    bringIn(lloydsFile(JULY, 250_000));
    expect(look(lloydsFile(JULY, 250_000))).toMatchObject({ newLines: 0, alreadyHere: 4 });
    expect(bringIn(lloydsFile(JULY, 250_000)).newLines).toBe(0);
    expect(lines()).toHaveLength(4);
    expect(bankByLedger()).toBe(349_100);
  });

  it('keeps two equal payments of one day, also when a later file repeats them', () => {
    bringIn(lloydsFile(JULY, 250_000));
    const later: readonly Line[] = [
      ...JULY.slice(2),
      ['2026-07-20', 'MORGANS PHARMACY', -450],
      ['2026-07-27', 'CARE SUPPLIES', -2_000],
    ];
    // The later file begins on 20 July: 2,500.00 + 1,624.80 − 624.80 = 3,500.00.
    expect(bringIn(lloydsFile(later, 350_000)).newLines).toBe(2);
    expect(lines().filter((line) => line.description === 'MORGANS PHARMACY')).toHaveLength(3);
    expect(bankByLedger()).toBe(349_100 - 450 - 2_000);
  });

  it('refuses a file of another account', () => {
    const other = lloydsFile(JULY, 250_000, { sortCode: '30-94-57', number: '87654321' });
    expect(() => bringIn(other)).toThrowError(
      expect.objectContaining({
        code: 'statement.other-account',
        details: { sortCode: '309457', accountNumber: '87654321', name: 'Direct payment account' },
      }),
    );
  });

  it('refuses a file with days far ahead: its dates are read wrongly, or the computer’s date is wrong', () => {
    const [first] = JULY;
    const ahead = lloydsFile([[`2126${first![0].slice(4)}`, 'MORGANS PHARMACY', -450]], 250_000);
    expect(() => look(ahead)).toThrowError(expect.objectContaining({ code: 'statement.days-ahead' }));
    expect(() => bringIn(ahead)).toThrowError(expect.objectContaining({ code: 'statement.days-ahead' }));
    expect(lines()).toEqual([]);
  });

  it('tells an opening balance that is not the account’s, and brings the file in all the same', () => {
    const file = lloydsFile(JULY, 260_000);
    expect(look(file).problems).toEqual([
      {
        code: 'statement.opening-differs',
        values: { account: 250_000, file: 260_000, difference: 10_000 },
      },
    ]);
    expect(bringIn(file).newLines).toBe(4);
  });

  it('tells a gap between two statements and how much is missing in it', () => {
    bringIn(lloydsFile(JULY, 250_000));
    const september: readonly Line[] = [['2026-09-28', 'CARE SUPPLIES', -2_000]];
    expect(look(lloydsFile(september, 340_000)).problems).toEqual([
      {
        code: 'statements.balance-gap',
        values: { from: '2026-07-20', to: '2026-09-28', difference: 340_000 - 349_100 },
      },
    ]);
  });

  it('tells a running balance that does not add up', () => {
    const file = lloydsFile(JULY, 250_000);
    const text = new TextDecoder().decode(file.bytes).replace(',3500.00,', ',3510.00,');
    const codes = look({ ...file, bytes: new TextEncoder().encode(text) }).problems.map((one) => one.code);
    expect(codes).toContain('statement.balance-broken');
  });

  it('can be undone and done again, and the ledger keeps its balance and its chain', () => {
    bringIn(lloydsFile(JULY, 250_000));
    undo(home.context, home.householdId);
    expect(lines()).toEqual([]);
    expect(bankByLedger()).toBe(250_000);
    redo(home.context, home.householdId);
    expect(lines()).toHaveLength(4);
    expect(bankByLedger()).toBe(349_100);
    expect(checkChain(home.context, home.householdId)).toEqual([]);
    // Brought in again after all that, still nothing is new, and the first balance is not posted twice.
    bringIn(lloydsFile(JULY, 250_000));
    expect(bankByLedger()).toBe(349_100);
  });

  it('can be taken out again, with what was posted for it', () => {
    const { statementId } = bringIn(lloydsFile(JULY, 250_000));
    removeStatement(home.context, home.householdId, statementId);
    expect(lines()).toEqual([]);
    expect(bankByLedger()).toBe(250_000);
    expect(checkChain(home.context, home.householdId)).toEqual([]);
    undo(home.context, home.householdId);
    expect(lines()).toHaveLength(4);
    expect(bankByLedger()).toBe(349_100);
  });

  it('brings in thousands of lines', () => {
    const count = tries(10_000, 2_000);
    const many = Array.from({ length: count }, (_one, index): Line => {
      const day = `20${20 + Math.floor(index / 1680)}-${String((Math.floor(index / 140) % 12) + 1).padStart(2, '0')}-${String((Math.floor(index / 5) % 28) + 1).padStart(2, '0')}`;
      return [day, `PAYMENT ${index % 7}`, index % 2 === 0 ? -pence(100) : pence(100)];
    });
    expect(bringIn(lloydsFile(many, 250_000)).newLines).toBe(count);
    expect(bankByLedger()).toBe(250_000);
    expect(checkChain(home.context, home.householdId)).toEqual([]);
  });
});
