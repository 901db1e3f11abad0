import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../electron/files/statements/read-statement';

const file = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/statements/${name}`, import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(name: string, options = {}) {
  const result = readStatement(file(name), options);
  if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.details)}`);
  return result.value;
}

const short = (name: string, options = {}): (string | number | undefined)[][] =>
  read(name, options).transactions.map((t) => [t.date, t.amount, t.description, t.balance]);

const LLOYDS =
  'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n';

describe('a statement from each bank', () => {
  it('reads Lloyds and Halifax: two positive columns, newest first, an apostrophe before the sort code', () => {
    // 1,250.00 - 20.00 - 305.90 + 812.40 - 4.50 - 4.50 - 312.40 - 23.45 = 1,391.65
    expect(short('lloyds.csv')).toEqual([
      ['2026-11-02', -2000, 'HARBOUR INSURANCE', 123000],
      ['2026-11-13', -30590, 'GRACE OKORO WAGES', 92410],
      ['2026-11-16', 81240, 'ANYSHIRE COUNCIL DP', 173650],
      ['2026-11-17', -450, "MORGAN'S PHARMACY", 173200],
      ['2026-11-17', -450, "MORGAN'S PHARMACY", 172750],
      ['2026-11-20', -31240, 'GRACE OKORO WAGES', 141510],
      ['2026-11-20', -2345, 'CORNER STORES, 2231', 139165],
    ]);
    const { layout, account, openingBalance, closingBalance, problems } = read('lloyds.csv');
    expect({ layout, account, openingBalance, closingBalance, problems }).toEqual({
      layout: 'lloyds',
      account: { sortCode: '309457', accountNumber: '12345678' },
      openingBalance: 125000,
      closingBalance: 139165,
      problems: [],
    });
  });

  it('reads Starling: signed amounts, oldest first, quotes and a line break inside a note', () => {
    expect(short('starling.csv')).toEqual([
      ['2026-10-01', 81240, 'Anyshire Council DP 4401', 81240],
      ['2026-10-05', -31240, 'Okoro, Grace WK 27 WAGES', 50000],
      ['2026-10-05', -8612, 'HMRC CUMBERNAULD 123PA00045678', 41388],
      ['2026-10-09', -735, 'Café Zoë lunch', 40653],
      ['2026-10-09', -735, 'Café Zoë lunch', 39918],
    ]);
    const statement = read('starling.csv');
    expect([statement.openingBalance, statement.closingBalance, statement.problems]).toEqual([0, 39918, []]);
    // The note of the fourth line takes lines 5 and 6 of the file.
    expect(statement.transactions.map((t) => t.line)).toEqual([2, 3, 4, 5, 7]);
  });

  it('reads Barclays: padded memos, no balance, and says that there is none', () => {
    const statement = read('barclays.csv');
    expect(short('barclays.csv')).toEqual([
      ['2026-11-02', -1999, 'HARBOUR INSURANCE 55501 DDR', undefined],
      ['2026-11-16', 81240, 'ANYSHIRE COUNCIL DP4401 BGC', undefined],
      ['2026-11-19', -31240, 'GRACE OKORO WK33 FT', undefined],
      ['2026-11-19', -4500, 'CARE SUPPLIES DIRECT ON 18 NOV BCC', undefined],
    ]);
    expect(statement.account).toEqual({ sortCode: '201234', accountNumber: '87654321' });
    expect(statement.problems).toEqual([{ code: 'statement.no-balances', values: {} }]);
    expect('closingBalance' in statement).toBe(false);
  });

  it('reads NatWest: blank lines, apostrophes, commas inside quotes, a comma at the end of each line', () => {
    expect(short('natwest-older.csv')).toEqual([
      ['2026-11-17', -10000, 'HARBOUR INSURANCE', 0],
      ['2026-11-17', 70000, 'ANYSHIRE COUNCIL , DP4401', 70000],
      ['2026-11-18', -1200, '9921 17NOV26 , MOBILITY SHOP, BRAMFORD GB', 68800],
    ]);
    const statement = read('natwest-older.csv');
    expect(statement.openingBalance).toBe(10000);
    expect(statement.account).toEqual({ sortCode: '600001', accountNumber: '12345678', name: 'MR R VALE' });
  });

  it('refuses a NatWest file with two accounts, and takes the one asked for', () => {
    expect(readStatement(file('natwest-two-accounts.csv'))).toEqual({
      ok: false,
      code: 'statement.several-accounts',
      details: { count: 2, accounts: '60000112345678, 60000111112222' },
    });
    expect(short('natwest-two-accounts.csv', { accountNumber: '11112222' })).toEqual([
      ['2026-11-03', -500, 'CHARGES', 62010],
      ['2026-11-17', -50000, 'RENT', 12010],
    ]);
    const statement = read('natwest-two-accounts.csv', { accountNumber: '60-00-01 12345678' });
    expect(statement.transactions).toHaveLength(2);
    expect(statement.problems).toEqual([{ code: 'statement.other-accounts-left-out', values: { lines: 2 } }]);
    expect(readStatement(file('natwest-two-accounts.csv'), { accountNumber: '99999999' })).toMatchObject({
      code: 'statement.account-not-in-file',
    });
  });

  it('reads Nationwide: Windows letters, lines above the header, interest dated out of order', () => {
    expect(short('nationwide.csv')).toEqual([
      ['2026-10-01', 81240, 'ANYSHIRE COUNCIL', 111240],
      ['2026-10-02', -31240, 'Grace Okoro', 80000],
      ['2026-10-05', 30000, 'Mrs R Vale top-up', 110000],
      ['2026-09-30', 7, 'Interest', 110007],
      ['2026-10-06', 550, 'Refund Müller & Sons', 110557],
    ]);
    const statement = read('nationwide.csv');
    expect(statement).toMatchObject({
      encoding: 'windows-1252',
      account: { name: 'FlexAccount ****12345', accountNumber: '****12345' },
      openingBalance: 30000,
      closingBalance: 110557,
    });
    expect(statement.problems).toEqual([
      { code: 'statement.date-out-of-order', line: 9, values: { date: '2026-09-30' } },
    ]);
  });
});

describe('a file that cannot be trusted', () => {
  it('is refused, naming the line, when a line is both money in and money out', () => {
    expect(readStatement(file('nationwide-both-filled.csv'))).toEqual({
      ok: false,
      code: 'statement.both-in-and-out',
      details: { line: 7 },
    });
  });

  it('is refused, naming the line, when a line is neither money in nor money out', () => {
    expect(readStatement(bytes(`${LLOYDS}20/11/2026,DEB,30-94-57,12345678,X,,,1.00\n`))).toMatchObject({
      code: 'statement.neither-in-nor-out',
      details: { line: 2 },
    });
  });

  it('tells a running balance that does not follow on, with what was expected', () => {
    // 924.10 + 812.40 = 1,736.50; 1,736.50 - 312.40 = 1,424.10, but the file says 1,415.10: nine pounds are missing.
    expect(read('lloyds-broken-balance.csv').problems).toEqual([
      {
        code: 'statement.balance-broken',
        line: 2,
        values: { date: '2026-11-20', expected: 142410, found: 141510, difference: -900 },
      },
    ]);
  });

  it.each([
    ['a web page', file('web-page-named.csv'), 'statement.is-web-page'],
    ['a PDF', file('pdf-named.csv'), 'statement.is-pdf'],
    ['nothing', new Uint8Array(), 'statement.empty'],
    ['only spaces', bytes(' \n\r\n \u00a0'), 'statement.empty'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'statement.is-zip'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'statement.is-spreadsheet'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'statement.is-not-text',
    ],
    ['an OFX file without a line', bytes('OFXHEADER:100\nDATA:OFXSGML\n'), 'statement.no-lines'],
    ['a QIF file without an amount', bytes('!Type:Bank\nD1/1/26\n'), 'statement.amount-missing'],
    ['a QIF file of shares', bytes('!Type:Invst\nD1/1/26\n'), 'statement.is-other-format'],
    ['an XML file of another kind', bytes('<?xml version="1.0"?><note/>'), 'statement.is-other-format'],
    ['some other table', bytes('Name,Age\nAnn,4\n'), 'statement.layout-not-known'],
    ['a header alone', bytes(LLOYDS), 'statement.no-lines'],
    ['a date that is not one', bytes(`${LLOYDS}31/02/2026,DEB,,,X,1.00,,1.00\n`), 'statement.bad-date'],
    ['an American date', bytes(`${LLOYDS}11/20/2026,DEB,,,X,1.00,,1.00\n`), 'statement.bad-date'],
    ['words for an amount', bytes(`${LLOYDS}20/11/2026,DEB,,,X,one,,1.00\n`), 'statement.bad-amount'],
    ['a third decimal', bytes(`${LLOYDS}20/11/2026,DEB,,,X,1.005,,1.00\n`), 'statement.bad-amount'],
    [
      'a minus in the money-out column',
      bytes(`${LLOYDS}20/11/2026,DEB,,,X,-1.00,,1.00\n`),
      'statement.sign-not-expected',
    ],
    ['a line cut short', bytes(`${LLOYDS}20/11/2026,DEB,,,X\n`), 'statement.wrong-number-of-columns'],
    [
      'a comma without quotes',
      bytes(`${LLOYDS}20/11/2026,DEB,,,X, Y,1.00,,1.00\n`),
      'statement.wrong-number-of-columns',
    ],
    [
      'a quote that never ends',
      bytes(`${LLOYDS}20/11/2026,DEB,,,"X,1.00,,1.00\n`),
      'statement.broken-quotes',
    ],
    ['one endless line', bytes(`${LLOYDS}${'x,'.repeat(20_000)}\n`), 'statement.line-too-long'],
  ])('is refused when it holds %s', (_what, content, code) => {
    expect(readStatement(content)).toMatchObject({ ok: false, code });
  });

  it('is refused as a whole when only its last line is wrong', () => {
    const good = '20/11/2026,DEB,,,X,1.00,,1.00\n'.repeat(50);
    expect(readStatement(bytes(`${LLOYDS}${good}soon,DEB,,,X,1.00,,1.00\n`))).toMatchObject({
      ok: false,
      code: 'statement.bad-date',
      details: { line: 52 },
    });
  });

  it('is refused over 50 MB and over 100,000 lines', () => {
    expect(readStatement(new Uint8Array(50 * 1024 * 1024 + 1).fill(65))).toMatchObject({
      code: 'statement.too-large',
    });
    expect(readStatement(bytes('a\n'.repeat(100_001)))).toMatchObject({ code: 'statement.too-many-lines' });
  });
});

describe('the ways a file can be written', () => {
  const starling = new TextDecoder().decode(file('starling.csv'));
  const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
    const units = [...`${mark ? '\ufeff' : ''}${text}`].map((letter) => letter.charCodeAt(0));
    return new Uint8Array(
      units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  };

  it.each([
    ['UTF-8 with a mark', bytes(`\ufeff${starling}`)],
    ['UTF-16 little end first', utf16(starling, true, true)],
    ['UTF-16 big end first', utf16(starling, false, true)],
    ['UTF-16 without a mark', utf16(starling, true, false)],
    ['old Mac line ends', bytes(starling.replaceAll('\n', '\r'))],
    ['Windows line ends', bytes(starling.replaceAll('\n', '\r\n'))],
  ])('gives the same lines for %s', (_how, content) => {
    const result = readStatement(content);
    expect(result.ok && result.value.transactions).toEqual(read('starling.csv').transactions);
  });

  it('finds columns by name, wherever they stand, and tells of ones it does not know', () => {
    const moved =
      'Balance (GBP),Date,Mood,Amount (GBP),Type,Reference,Counter Party\n5.00,01/10/2026,fine,5.00,X,r,Ann\n';
    const result = readStatement(bytes(moved));
    expect(result.ok && result.value.transactions[0]).toMatchObject({ amount: 500, description: 'Ann r' });
    expect(result.ok && result.value.problems).toEqual([
      { code: 'statement.columns-not-known', values: { columns: 'Mood' } },
    ]);
  });

  it('turns days round when the bank writes the newest day first but each day in order', () => {
    const rows = [
      '21/11/2026,DEB,,,third,1.00,,7.00',
      '21/11/2026,DEB,,,fourth,2.00,,5.00',
      '20/11/2026,DEB,,,first,1.00,,9.00',
      '20/11/2026,DEB,,,second,1.00,,8.00',
    ];
    const result = readStatement(bytes(`${LLOYDS}${rows.join('\n')}\n`));
    expect(result.ok && result.value.transactions.map((t) => t.description)).toEqual([
      'first',
      'second',
      'third',
      'fourth',
    ]);
    expect(result.ok && result.value.problems).toEqual([]);
  });
});
