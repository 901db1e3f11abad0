import { readFileSync } from 'node:fs';
import type { MainstayClient } from '@shared/api/contract';
import type { StatementMapping, StatementReading } from '@shared/api/statements';
import { balanceOf } from '@shared/budget/ledger-balances';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { clientOf } from '../support/client-of';
import { type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let client: MainstayClient;
let householdId: string;
beforeAll(async () => {
  home = await openMoneyHousehold('2026-11-21');
  client = clientOf(home.context);
  householdId = home.householdId;
});
afterAll(() => home.close());

type File = { readonly name: string; readonly base64: string };
const fileOf = (name: string, text: string): File => ({ name, base64: Buffer.from(text).toString('base64') });
const fixture = (name: string): File => ({
  name,
  base64: readFileSync(new URL(`../fixtures/statements/${name}`, import.meta.url)).toString('base64'),
});

let accounts = 0;
/** A new account, so that tests do not see each other's lines. */
async function newAccount(opening: number, numbers = { sortCode: '', accountNumber: '' }): Promise<string> {
  accounts += 1;
  return (
    await client.household.saveAccount({
      householdId,
      account: {
        id: null,
        name: `Account ${accounts}`,
        bank: '',
        ...numbers,
        openedOn: isoDay('2026-01-01'),
        opening: pence(opening),
      },
    })
  ).id;
}

const bringIn = (accountId: string, file: File, reading?: StatementReading) =>
  client.money.importStatement({
    householdId,
    accountId,
    file,
    ...(reading === undefined ? {} : { reading }),
  });
const look = (accountId: string, file: File, reading?: StatementReading) =>
  client.money.previewStatement({
    householdId,
    accountId,
    file,
    ...(reading === undefined ? {} : { reading }),
  });
async function linesOf(accountId: string): Promise<string[]> {
  const lines = await client.money.lines({
    householdId,
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  });
  return lines
    .filter((line) => line.accountId === accountId)
    .map((line) => `${line.day} ${line.amount} ${line.description}`)
    .toSorted();
}
const bankOf = (accountId: string): number =>
  balanceOf(
    ledgerEntries(home.context, householdId).map((one) => one.entry),
    { account: 'bank', ref: accountId },
    isoDay('2027-12-31'),
  );
const refusal = (code: string, details?: object) =>
  expect.objectContaining({
    data: expect.objectContaining({
      code,
      ...(details === undefined ? {} : { details: expect.objectContaining(details) }),
    }),
  });

type Payment = { readonly day: string; readonly amount: number; readonly text: string };
const pounds = (amount: number): string =>
  `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
const ukDay = (day: string): string => day.split('-').reverse().join('/');

/** A file of first direct's kind for some days of a history, with the running balance of all of it. */
function fileFor(all: readonly Payment[], from: string, to: string, withBalance: boolean): string {
  let balance = 50_000;
  const rows: string[] = [];
  for (const { day, amount, text } of all) {
    balance += amount;
    if (day >= from && day <= to)
      rows.push(`${ukDay(day)},${text},${pounds(amount)}${withBalance ? `,${pounds(balance)}` : ''}`);
  }
  const header = withBalance ? 'Date,Description,Amount,Balance' : 'Date,Description,Amount';
  return [header, ...rows.reverse()].join('\n');
}

const history = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      amount: fc.constantFrom(-200, -200, -31_240, 81_240, 500, -1),
      text: fc.constantFrom('BUS FARE', 'GRACE OKORO', 'ANYSHIRE COUNCIL'),
    }),
    { minLength: 3, maxLength: 25 },
  )
  .map((list) =>
    list
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, ...rest }) => ({ ...rest, day: `2026-10-${String(day).padStart(2, '0')}` })),
  );

describe('whatever files come in, and in whatever order', () => {
  it('brings the same lines and the same ledger, each line once, and opening + in − out = closing', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.boolean(),
        fc.integer({ min: 2, max: 27 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        async (all, withBalance, cut, order) => {
          const edge = `2026-10-${String(cut).padStart(2, '0')}`;
          // Three files that overlap, and the first of them once more.
          const windows = [
            ['2026-10-01', edge],
            [edge, '2026-10-31'],
            ['2026-10-01', '2026-10-31'],
            ['2026-10-01', edge],
          ] as const;
          const accountId = await newAccount(50_000);
          const entries = new Map<string, number>();
          for (const index of order) {
            const [from, to] = windows[index] ?? windows[0];
            const text = fileFor(all, from, to, withBalance);
            if (text.split('\n').length === 1) continue;
            const preview = await look(accountId, fileOf('s.csv', text));
            if (preview.opening !== null)
              expect(preview.opening + preview.moneyIn - preview.moneyOut).toBe(preview.closing);
            const { newLines } = await bringIn(accountId, fileOf('s.csv', text));
            expect(newLines).toBe(preview.newLines);
            entries.set(text, (entries.get(text) ?? 0) + newLines);
            expect((await look(accountId, fileOf('s.csv', text))).newLines).toBe(0);
          }
          expect(await linesOf(accountId)).toEqual(
            all.map(({ day, amount, text }) => `${day} ${amount} ${text}`).toSorted(),
          );
          expect(bankOf(accountId)).toBe(50_000 + all.reduce((sum, { amount }) => sum + amount, 0));
        },
      ),
      { numRuns: 25 },
    );
    expect(checkChain(home.context, householdId)).toEqual([]);
  });
});

describe('a bank’s own numbers', () => {
  const ofx = (lines: readonly (readonly [string, string, string, string])[]): string =>
    `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>GBP<BANKTRANLIST>${lines
      .map(
        ([day, amount, id, name]) =>
          `<STMTTRN><DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`,
      )
      .join('\n')}</BANKTRANLIST></STMTRS></OFX>`;

  it('may be used twice, or be missing, and no line is lost or doubled', async () => {
    const accountId = await newAccount(0);
    const file = fileOf(
      's.ofx',
      ofx([
        ['20261101', '-20.00', '7', 'CASH ABROAD'],
        ['20261101', '-0.60', '7', 'FEE'],
        ['20261102', '-5.00', '', 'CAFE'],
        ['20261102', '-5.00', '', 'CAFE'],
      ]),
    );
    expect((await bringIn(accountId, file)).newLines).toBe(4);
    expect((await bringIn(accountId, file)).newLines).toBe(0);
    // The number comes back for another payment, and one line is worded anew.
    const later = fileOf(
      't.ofx',
      ofx([
        ['20261101', '-20.00', '7', 'CASH ABROAD 20 EUR'],
        ['20261109', '-33.00', '7', 'SHOES'],
      ]),
    );
    expect((await bringIn(accountId, later)).newLines).toBe(1);
    expect(await linesOf(accountId)).toHaveLength(5);
  });

  it('tell equal payments of one day apart where they are known to last', async () => {
    const accountId = await newAccount(0);
    const first = ofx([
      ['20261101', '-2.00', 'a', 'BUS'],
      ['20261102', '-2.00', 'b', 'BUS'],
    ]);
    const second = ofx([
      ['20261102', '-2.00', 'b', 'BUS'],
      ['20261102', '-2.00', 'c', 'BUS'],
    ]);
    await bringIn(accountId, fileOf('s.ofx', first));
    expect((await bringIn(accountId, fileOf('t.ofx', second))).newLines).toBe(1);
  });
});

describe('a file without balances', () => {
  it('is asked for the closing balance of the paper statement, which is checked against the lines', async () => {
    const accountId = await newAccount(100_000);
    // 1,000.00 − 312.40 − 312.40 + 1,812.40 − 1,019.99 − 23.45 = 1,144.16
    const preview = await look(accountId, fixture('hsbc.csv'));
    expect(preview).toMatchObject({ closingAsked: true, opening: null, closing: null });
    expect(await look(accountId, fixture('hsbc.csv'), { closing: pence(114_416) })).toMatchObject({
      opening: 100_000,
      closing: 114_416,
      problems: [{ code: 'statement.no-balances' }],
    });
    expect((await look(accountId, fixture('hsbc.csv'), { closing: pence(114_415) })).problems).toContainEqual(
      {
        code: 'statement.closing-differs',
        values: { typed: 114_415, expected: 114_416, difference: -1 },
      },
    );
    const { statementId } = await bringIn(accountId, fixture('hsbc.csv'), { closing: pence(114_416) });
    const kept = (await client.statements.list({ householdId })).find((one) => one.id === statementId);
    expect(kept).toMatchObject({ opening: 100_000, closing: 114_416, closingFrom: 'typed', problems: [] });
    const original = await client.statements.original({ householdId, id: statementId });
    expect(original).toMatchObject({ name: 'hsbc.csv', base64: fixture('hsbc.csv').base64 });
  });

  it('can be given its closing balance later, and be told without one until then', async () => {
    const accountId = await newAccount(100_000);
    const { statementId } = await bringIn(accountId, fixture('hsbc.csv'));
    const kept = async () =>
      (await client.statements.list({ householdId })).find((one) => one.id === statementId);
    expect((await kept())?.problems).toEqual([{ code: 'statements.no-closing', values: {} }]);
    await client.statements.setClosing({ householdId, id: statementId, closing: pence(114_416) });
    expect(await kept()).toMatchObject({ opening: 100_000, closing: 114_416, problems: [] });
    // A balance that the lines do not make is told, and the next statement is measured from there.
    await client.statements.setClosing({ householdId, id: statementId, closing: pence(114_400) });
    expect((await kept())?.problems).toEqual([
      { code: 'statements.not-adding-up', values: { expected: 114_416, typed: 114_400, difference: -16 } },
    ]);
    const other = await bringIn(await newAccount(100_000), fixture('first-direct.csv'));
    await expect(
      client.statements.setClosing({ householdId, id: other.statementId, closing: pence(1) }),
    ).rejects.toEqual(refusal('statement.closing-in-file'));
  });
});

describe('a file of several accounts, or of another', () => {
  it('is refused until one is chosen, and then takes that one’s lines alone', async () => {
    const accountId = await newAccount(0);
    await expect(look(accountId, fixture('natwest-two-accounts.csv'))).rejects.toEqual(
      refusal('statement.several-accounts', { accounts: '60000112345678, 60000111112222' }),
    );
    const chosen = { account: '60000111112222' };
    expect((await bringIn(accountId, fixture('natwest-two-accounts.csv'), chosen)).newLines).toBe(2);
    const named = await newAccount(0, { sortCode: '60-00-01', accountNumber: '12345678' });
    expect((await look(named, fixture('natwest-two-accounts.csv'))).lines).toBe(2);
  });

  it('is refused for an account with another number, also where figures are hidden', async () => {
    const accountId = await newAccount(0, { sortCode: '30-94-57', accountNumber: '99998888' });
    for (const name of ['lloyds.csv', 'nationwide-midata.csv', 'ofx-1.ofx', 'santander.txt'])
      await expect(look(accountId, fixture(name)), name).rejects.toEqual(refusal('statement.other-account'));
  });

  it('tells days that are here in other words, as another kind of file writes them', async () => {
    const accountId = await newAccount(100_000);
    await bringIn(accountId, fixture('first-direct.csv'));
    const again = fileOf(
      's.qif',
      '!Type:Bank\nD20/11/2026\nT-23.45\nPCorner\n^\nD19/11/2026\nT-312.40\nPOkoro\n^\nD16/11/2026\nT812.40\nPAnyshire\n^\n',
    );
    expect((await look(accountId, again)).problems).toContainEqual({
      code: 'statement.other-words',
      values: { lines: 3 },
    });
  });
});

describe('columns that a person sets up', () => {
  const file = fixture('unknown-columns.csv');

  it('begin with a guess, are tried as they change, and are used by themselves the next time', async () => {
    const accountId = await newAccount(100_000);
    await expect(look(accountId, file)).rejects.toEqual(refusal('statement.layout-not-known'));
    const table = await client.statements.table({ householdId, accountId, file, delimiter: null });
    expect(table).toMatchObject({ width: 6, lines: 3, delimiter: ',', kept: null });
    const mapping: StatementMapping = {
      delimiter: ',',
      skip: 0,
      names: ['Posted', 'Details', 'Ref', 'Amount', 'Dr/Cr', 'Running'],
      width: 6,
      date: 0,
      dates: 'dd/mm/yyyy',
      description: [1],
      money: {
        kind: 'marked',
        amount: 3,
        mark: 4,
        outWords: ['D', 'DR', 'Debit', 'Out', 'Paid out'],
        inWords: ['C', 'CR', 'Credit', 'In', 'Paid in'],
      },
      balance: 5,
      footers: [],
    };
    expect(table.guess).toEqual(mapping);
    const withRef = { ...mapping, description: [1, 2] };
    expect((await look(accountId, file, { mapping: withRef })).first).toEqual([
      { day: '2026-11-16', description: 'ANYSHIRE COUNCIL DP4401', amount: 81_240 },
      { day: '2026-11-20', description: 'GRACE OKORO WK33', amount: -31_240 },
    ]);
    await client.statements.saveMapping({ householdId, accountId, mapping: withRef });
    expect(await client.statements.mapping({ householdId, accountId })).toEqual({ mapping: withRef });
    expect((await bringIn(accountId, file)).newLines).toBe(2);
    // Moved columns are found by their names.
    const moved = fileOf(
      'm.csv',
      'Running,Dr/Cr,Amount,Ref,Details,Posted\n1490.00,DR,10.00,X1,SHOP,21/11/2026\n',
    );
    expect((await look(accountId, moved)).first).toEqual([
      { day: '2026-11-21', description: 'SHOP X1', amount: -1_000 },
    ]);
    // A column that is gone refuses the file; a bank's own form is still read.
    const gone = fileOf(
      'g.csv',
      'Posted,Details,Ref,Sum,Dr/Cr,Running\n21/11/2026,SHOP,X1,10.00,DR,1490.00\n',
    );
    await expect(look(accountId, gone)).rejects.toEqual(refusal('statement.mapping-does-not-fit'));
    expect((await look(accountId, fixture('starling-older.csv'))).layout).toBe('starling');
    await client.statements.removeMapping({ householdId, accountId });
    await expect(look(accountId, file)).rejects.toEqual(refusal('statement.layout-not-known'));
  });

  it('may have no header, lines above and below, and money out written as more', async () => {
    const accountId = await newAccount(0);
    const text = 'My bank\nPrinted 21/11/2026\n\n05.11.26;Card;12,00\n06.11.26;Refund;-2.50\nTotal;;9.50\n';
    const odd = fileOf('o.csv', text.replace('12,00', '12.00'));
    const mapping: StatementMapping = {
      delimiter: ';',
      skip: 3,
      names: [],
      width: 3,
      date: 0,
      dates: 'dd/mm/yy',
      description: [1],
      money: { kind: 'signed', amount: 2, outIsPositive: true },
      balance: null,
      footers: ['Total'],
    };
    const preview = await look(accountId, odd, { mapping });
    expect(preview.first.map((line) => [line.day, line.amount])).toEqual([
      ['2026-11-05', -1_200],
      ['2026-11-06', 250],
    ]);
    await expect(look(accountId, odd, { mapping: { ...mapping, footers: [] } })).rejects.toEqual(
      refusal('statement.bad-date', { line: 6 }),
    );
  });
});
