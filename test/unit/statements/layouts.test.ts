import { readFileSync } from 'node:fs';
import { poundsString } from '@shared/money';
import { describe, expect, it } from 'vitest';
import { STATEMENT_LAYOUTS } from '../../../electron/files/statements/layouts';
import { readStatement } from '../../../electron/files/statements/read-statement';
import type { ReadStatementOptions } from '../../../electron/files/statements/statement';

const file = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/statements/${name}`, import.meta.url));

/** What a file must be read as: each line as `day | pounds | text | balance | the bank's number`, oldest first. */
type Expected = {
  readonly options?: ReadStatementOptions;
  readonly layout: string;
  readonly account?: string;
  readonly lines: readonly string[];
  readonly opening?: string;
  readonly closing?: string;
  readonly tells?: readonly string[];
};

function readAs(name: string, options: ReadStatementOptions = {}): Expected {
  const result = readStatement(file(name), options);
  if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.details)}`);
  const { layout, account, transactions, openingBalance, closingBalance, problems } = result.value;
  const words = [account?.sortCode, account?.accountNumber, account?.name].filter(
    (part) => part !== undefined,
  );
  return {
    layout,
    ...(words.length === 0 ? {} : { account: words.join(' ') }),
    lines: transactions.map(({ date, amount, description, balance, bankId }) =>
      [
        date,
        poundsString(amount),
        description,
        balance === undefined ? '' : poundsString(balance),
        ...(bankId === undefined ? [] : [bankId]),
      ].join(' | '),
    ),
    ...(openingBalance === undefined ? {} : { opening: poundsString(openingBalance) }),
    ...(closingBalance === undefined ? {} : { closing: poundsString(closingBalance) }),
    ...(problems.length === 0 ? {} : { tells: problems.map((one) => one.code) }),
  };
}

const NO_BALANCES = ['statement.no-balances'];

const BANKS: Readonly<Record<string, Expected>> = {
  'barclays-legacy.csv': {
    layout: 'barclays-legacy',
    account: '201234 87654321',
    lines: [
      '2026-11-16 | -45.00 | CARE SUPPLIES, LEEDS | ',
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL DP4401 BGC | ',
      '2026-11-19 | -312.40 | GRACE OKORO WK33 FT | ',
    ],
    tells: NO_BALANCES,
  },
  'lloyds-trailing-comma.csv': {
    layout: 'lloyds',
    account: '309457 12345678',
    lines: [
      '2026-11-16 | 1000.00 | ANYSHIRE COUNCIL | 1500.00',
      '2026-11-20 | -312.40 | GRACE OKORO | 1187.60',
    ],
    opening: '500.00',
    closing: '1187.60',
  },
  'natwest-newer.csv': {
    layout: 'natwest',
    account: '600001 12345678 MR R VALE',
    lines: [
      '2026-11-17 | 700.00 | ANYSHIRE COUNCIL , DP4401 | 700.00',
      '2026-11-18 | -12.00 | 9921 17NOV26 , MOBILITY SHOP, BRAMFORD GB | 688.00',
    ],
    opening: '0.00',
    closing: '688.00',
  },
  // No header: the first line is a payment like any other. Two equal payments are two.
  'hsbc.csv': {
    layout: 'hsbc',
    lines: [
      '2026-11-16 | -312.40 | BP GRACE OKORO | ',
      '2026-11-16 | -312.40 | BP GRACE OKORO | ',
      '2026-11-19 | 1812.40 | CR ANYSHIRE COUNCIL | ',
      '2026-11-19 | -1019.99 | DD HARBOUR INSURANCE | ',
      '2026-11-20 | -23.45 | ))) CORNER STORES | ',
    ],
    tells: NO_BALANCES,
  },
  'hsbc-oldest-first.csv': {
    layout: 'hsbc',
    lines: [
      '2026-11-16 | -312.40 | BP GRACE OKORO | ',
      '2026-11-19 | 812.40 | CR ANYSHIRE COUNCIL | ',
      '2026-11-20 | -23.45 | VIS CORNER STORES | ',
    ],
    tells: NO_BALANCES,
  },
  'hsbc-statement.csv': {
    layout: 'hsbc-statement',
    lines: [
      '2026-11-02 | -19.99 | HARBOUR INSURANCE | 480.01',
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1292.41',
      '2026-11-19 | -312.40 | GRACE OKORO | 980.01',
    ],
    opening: '500.00',
    closing: '980.01',
  },
  'hsbc-date-description-amount.csv': {
    layout: 'date-description-amount',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ', '2026-11-20 | -23.45 | CORNER STORES | '],
    tells: NO_BALANCES,
  },
  'hsbc-bib.csv': {
    layout: 'hsbc-bib',
    account: '401234 41234567',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ',
      '2026-11-18 | -60.00 | CHEQUE | ',
      '2026-11-19 | -312.40 | GRACE OKORO | ',
    ],
    tells: NO_BALANCES,
  },
  'hsbcnet.csv': {
    layout: 'hsbcnet',
    account: '401234 41234567',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ', '2026-11-19 | -312.40 | GRACE OKORO | '],
    tells: NO_BALANCES,
  },
  'first-direct.csv': {
    layout: 'first-direct',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-19 | -312.40 | GRACE OKORO | 1500.00',
      '2026-11-20 | -23.45 | CORNER STORES | 1476.55',
    ],
    opening: '1000.00',
    closing: '1476.55',
  },
  'first-direct-no-balance.csv': {
    layout: 'first-direct',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ', '2026-11-20 | -23.45 | CORNER STORES | '],
    tells: NO_BALANCES,
  },
  'first-direct-header.csv': {
    layout: 'date-description-amount-balance',
    lines: [
      '2026-11-16 | 812.45 | ANYSHIRE COUNCIL | 1812.45',
      '2026-11-20 | -23.45 | CORNER STORES | 1789.00',
    ],
    opening: '1000.00',
    closing: '1789.00',
  },
  'first-direct-payee.csv': {
    layout: 'date-payee-amount',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ', '2026-11-20 | -23.45 | CORNER STORES | '],
    tells: NO_BALANCES,
  },
  // ISO-8859-1, no-break spaces after the labels, an `É` and an `Ë`.
  'santander.txt': {
    layout: 'santander-text',
    account: 'XXXXXXXXXXXX1234',
    lines: [
      '2026-11-16 | 812.40 | FASTER PAYMENTS RECEIPT FROM ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | BILL PAYMENT VIA FASTER PAYMENT TO GRACE OKORO | 1500.00',
      '2026-11-20 | -4.50 | CARD PAYMENT TO CAFÉ ZOË,4.50 GBP ON 19-11-2026 | 1495.50',
    ],
    opening: '1000.00',
    closing: '1495.50',
  },
  // A web page named .xls. Its first row is the balance at the start, and no payment.
  'santander.xls': {
    layout: 'santander-html',
    account: 'XXXX1234',
    lines: [
      '2026-11-16 | 812.40 | FASTER PAYMENT FROM ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | BILL PAYMENT TO GRACE & MAYA | 1500.00',
      '2026-11-20 | -4.50 | CARD PAYMENT TO CAFÉ | 1495.50',
    ],
    opening: '1000.00',
    closing: '1495.50',
  },
  'santander-midata.csv': {
    layout: 'santander-midata',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
      '2026-11-20 | -4.50 | *********** | 1495.50',
    ],
    opening: '1000.00',
    closing: '1495.50',
  },
  'santander-midata-no-header.csv': {
    layout: 'santander-midata',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
      '2026-11-20 | -4.50 | *********** | 1495.50',
    ],
    opening: '1000.00',
    closing: '1495.50',
  },
  'santander-business.csv': {
    layout: 'santander-business',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL, DP4401 | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
    ],
    opening: '1000.00',
    closing: '1500.00',
  },
  // The line under the payments is about the overdraft, and no payment.
  'nationwide-midata.csv': {
    layout: 'nationwide-midata',
    account: '****12345',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
      '2026-11-20 | -4.50 | ********** | 1495.50',
    ],
    opening: '1000.00',
    closing: '1495.50',
  },
  // Commas without quotes inside the text: the other columns are counted from the right.
  'cooperative.csv': {
    layout: 'cooperative',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL, DP4401, NOV | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
      '2026-11-20 | -4.50 | CORNER STORES, BRAMFORD | 1495.50',
    ],
    opening: '1000.00',
    closing: '1495.50',
  },
  'smile-day-first.csv': {
    layout: 'cooperative',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
    ],
    opening: '1000.00',
    closing: '1500.00',
  },
  'metro.csv': {
    layout: 'metro',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
    ],
    opening: '1000.00',
    closing: '1500.00',
  },
  // In and out the other way round: the name decides, never the place.
  'metro-other-order.csv': {
    layout: 'metro',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | 1812.40',
      '2026-11-20 | -312.40 | GRACE OKORO | 1500.00',
    ],
    opening: '1000.00',
    closing: '1500.00',
  },
  'starling-older.csv': {
    layout: 'starling',
    lines: [
      '2026-11-16 | 812.40 | Anyshire Council DP4401 | 1812.40',
      '2026-11-20 | -312.40 | Grace Okoro WK 33 | 1500.00',
    ],
    opening: '1000.00',
    closing: '1500.00',
  },
  // Money Out has either sign, and may be in another currency: the amount counts.
  'monzo.csv': {
    layout: 'monzo',
    lines: [
      '2026-11-16 | 812.40 | Anyshire Council DP4401 |  | tx_0001',
      '2026-11-19 | -4.50 | Café Zoë CAFE ZOE |  | tx_0002',
      '2026-11-20 | -100.00 | Holiday Pot |  | tx_0003',
      '2026-11-20 | -312.40 | Grace Okoro WK33 |  | tx_0004',
    ],
    tells: NO_BALANCES,
  },
  'monzo-16-columns.csv': {
    layout: 'monzo',
    lines: [
      '2026-11-16 | 812.40 | Anyshire Council DP4401 |  | tx_0001',
      '2026-11-20 | -312.40 | Grace Okoro WK33 |  | tx_0004',
    ],
    tells: NO_BALANCES,
  },
  'monzo-12-columns.csv': {
    layout: 'monzo-older',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL DP4401 |  | tx_0001',
      '2026-11-20 | -312.40 | GRACE OKORO WK33 |  | tx_0004',
    ],
    tells: NO_BALANCES,
  },
  'lloyds-commercial.csv': {
    layout: 'lloyds-commercial',
    account: '309457 12345678',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL DP4401 | ', '2026-11-20 | -312.40 | GRACE OKORO WK33 | '],
    tells: NO_BALANCES,
  },
  'virgin-money.csv': {
    layout: 'virgin-money',
    account: '821234 12345678',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL DP4401 | ', '2026-11-20 | -312.40 | GRACE OKORO WK33 | '],
    tells: NO_BALANCES,
  },
  'handelsbanken.csv': {
    layout: 'handelsbanken',
    account: '40123456',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ',
      '2026-11-18 | -60.00 | CHQ.000123 | ',
      '2026-11-20 | -312.40 | GRACE OKORO | ',
    ],
    tells: NO_BALANCES,
  },
  'handelsbanken-no-header.csv': {
    layout: 'handelsbanken',
    account: '40123456',
    lines: [
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ',
      '2026-11-18 | -60.00 | CHQ.000123 | ',
      '2026-11-20 | -312.40 | GRACE OKORO | ',
    ],
    tells: NO_BALANCES,
  },
  'three-columns-amount-first.csv': {
    layout: 'date-amount-description',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ', '2026-11-20 | -312.40 | GRACE OKORO | '],
    tells: NO_BALANCES,
  },
  'money-in-money-out.csv': {
    layout: 'money-in-money-out',
    lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ', '2026-11-20 | -312.40 | GRACE OKORO | '],
    tells: NO_BALANCES,
  },
  'lloyds-equal-payments.csv': {
    layout: 'lloyds',
    account: '309457 12345678',
    lines: [
      '2026-11-20 | -2.00 | BUS FARE | 8.00',
      '2026-11-20 | -2.00 | BUS FARE | 6.00',
      '2026-11-20 | -2.00 | BUS FARE | 4.00',
    ],
    opening: '10.00',
    closing: '4.00',
  },
};

describe('a statement of each layout, made from what is known of it', () => {
  it.each(Object.entries(BANKS))('%s', (name, { options, ...expected }) => {
    expect(readAs(name, options)).toEqual(expected);
  });

  it('has a file for every layout there is', () => {
    const read = new Set(
      ['lloyds', 'starling', 'barclays', 'natwest', 'nationwide'].concat(
        Object.values(BANKS).map((one) => one.layout),
      ),
    );
    expect(STATEMENT_LAYOUTS.map((layout) => layout.id).filter((id) => !read.has(id))).toEqual([]);
    expect(new Set(STATEMENT_LAYOUTS.map((layout) => layout.id)).size).toBe(STATEMENT_LAYOUTS.length);
  });
});

describe('OFX', () => {
  // 1,000.00 + 812.40 − 4.50 − 0.13 − 312.40 = 1,495.37
  const lines = [
    '2026-11-16 | 812.40 | ANYSHIRE COUNCIL DP4401 |  | 0001',
    '2026-11-19 | -4.50 | CAFÉ ZOË & SONS |  | 0002',
    '2026-11-19 | -0.13 | NON-STERLING FEE |  | 0002',
    '2026-11-20 | -312.40 | GRACE OKORO | ',
  ];

  it('1 is read: Windows letters, tags without an end, one number for two payments, an empty number', () => {
    expect(readAs('ofx-1.ofx')).toEqual({
      layout: 'ofx',
      account: '309457 12345678',
      lines,
      opening: '1000.00',
      closing: '1495.37',
    });
  });

  it('leaves out a balance of a later day than its lines, and tells it', () => {
    expect(readAs('ofx-1-balance-of-a-later-day.ofx')).toEqual({
      layout: 'ofx',
      account: '309457 12345678',
      lines,
      tells: ['statement.balance-of-other-day', 'statement.no-balances'],
    });
  });

  it('2 is read, in the order of its days', () => {
    expect(readAs('ofx-2.ofx')).toEqual({
      layout: 'ofx',
      account: '309457 12345678',
      lines: [
        '2026-11-16 | 812.40 | Anyshire Council |  | b1',
        '2026-11-20 | -312.40 | Grace & Maya |  | b2',
      ],
      opening: '1000.00',
      closing: '1500.00',
    });
  });

  it('with two accounts is refused until one is chosen, and each has its own balance', () => {
    expect(readStatement(file('ofx-2-two-accounts.ofx'))).toMatchObject({
      code: 'statement.several-accounts',
      details: { count: 2, accounts: '30945712345678, 30945787654321' },
    });
    expect(readAs('ofx-2-two-accounts.ofx', { accountNumber: '87654321' })).toEqual({
      layout: 'ofx',
      account: '309457 87654321',
      lines: [
        '2026-11-16 | -812.40 | To the other account |  | 1',
        '2026-11-17 | -9.00 | Window cleaner |  | 2',
      ],
      opening: '871.40',
      closing: '50.00',
      tells: ['statement.other-accounts-left-out'],
    });
  });

  it('tells a payment that stands twice under one number, and keeps both', () => {
    const text = new TextDecoder().decode(file('ofx-2.ofx'));
    const one = text.slice(text.indexOf('<STMTTRN>'), text.indexOf('</STMTTRN>') + 10);
    const result = readStatement(new TextEncoder().encode(text.replace(one, one + one)));
    expect(result.ok && result.value.transactions.map((line) => line.amount)).toEqual([
      81_240, -31_240, -31_240,
    ]);
    expect(result.ok && result.value.problems.map((note) => note.code)).toEqual(['statement.id-twice']);
  });

  it('in another currency is refused', () => {
    const text = new TextDecoder().decode(file('ofx-2.ofx')).replace('>GBP<', '>EUR<');
    expect(readStatement(new TextEncoder().encode(text))).toMatchObject({
      code: 'statement.other-currency',
      details: { currency: 'EUR' },
    });
  });
});

describe('QIF', () => {
  it('is read day first where a day above 12 says so; of a split the whole counts once', () => {
    expect(readAs('qif-day-first.qif')).toEqual({
      layout: 'qif',
      lines: ['2026-11-16 | 812.40 | ANYSHIRE COUNCIL DP4401 | ', '2026-11-20 | -1312.40 | GRACE OKORO | '],
      tells: NO_BALANCES,
    });
  });

  it('is read month first where a day above 12 says so', () => {
    expect(readAs('qif-month-first.qif').lines).toEqual([
      '2026-11-16 | 812.40 | ANYSHIRE COUNCIL | ',
      '2026-11-20 | -312.40 | GRACE OKORO | ',
    ]);
  });

  it('is refused where nothing says so, until the person does', () => {
    expect(readStatement(file('qif-either-order.qif'))).toMatchObject({
      code: 'statement.day-order',
      details: { text: '03/11/2026' },
    });
    expect(readAs('qif-either-order.qif', { dates: 'dmy' }).lines).toEqual([
      '2026-11-03 | 812.40 | ANYSHIRE COUNCIL | ',
      '2026-11-05 | -312.40 | GRACE OKORO | ',
    ]);
    expect(readAs('qif-either-order.qif', { dates: 'mdy' }).lines).toEqual([
      '2026-03-11 | 812.40 | ANYSHIRE COUNCIL | ',
      '2026-05-11 | -312.40 | GRACE OKORO | ',
    ]);
  });

  it('with two accounts is refused until one is chosen', () => {
    expect(readStatement(file('qif-two-accounts.qif'))).toMatchObject({
      code: 'statement.several-accounts',
      details: { accounts: 'Direct payment 12345678, Savings 87654321' },
    });
    expect(readAs('qif-two-accounts.qif', { accountNumber: 'Savings 87654321' }).lines).toEqual([
      '2026-11-17 | -9.00 | WINDOW CLEANER | ',
    ]);
  });
});

describe('what can be read in two ways, or in none', () => {
  it.each([
    ['three-columns-either-way.csv', 'statement.layout-ambiguous'],
    ['four-columns-never-negative.csv', 'statement.layout-not-known'],
    ['unknown-columns.csv', 'statement.layout-not-known'],
    ['monzo-other-currency.csv', 'statement.other-currency'],
    ['spreadsheet-named.csv', 'statement.is-spreadsheet'],
    ['zip-named.csv', 'statement.is-zip'],
    ['random-bytes.csv', 'statement.is-not-text'],
    ['pdf-named.csv', 'statement.is-pdf'],
    ['web-page-named.csv', 'statement.is-web-page'],
  ])('%s is refused with %s', (name, code) => {
    expect(readStatement(file(name))).toMatchObject({ ok: false, code });
  });

  it('is read once the person says which layout it is', () => {
    expect(readAs('three-columns-either-way.csv', { layout: 'date-amount-description' }).lines).toEqual([
      '2026-11-16 | 812.40 | 100.00 | ',
      '2026-11-20 | -312.40 | 200.00 | ',
    ]);
    expect(readAs('three-columns-either-way.csv', { layout: 'hsbc' }).lines).toEqual([
      '2026-11-16 | 100.00 | 812.40 | ',
      '2026-11-20 | 200.00 | -312.40 | ',
    ]);
  });
});
