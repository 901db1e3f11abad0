import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const FOLDER = new URL('../fixtures/statements/', import.meta.url);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every statement file of the fixtures, whole. */
export function statementCorpus(): readonly Uint8Array[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => new Uint8Array(readFileSync(new URL(name, FOLDER))));
}

const HEADER =
  'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n';

/** Text in an encoding that banks use: with and without a mark, or with its letters as one byte each. */
function encoded(text: string, how: 'utf-8' | 'bom' | 'utf-16le' | 'utf-16be' | 'cp1252'): Uint8Array {
  switch (how) {
    case 'utf-8':
      return utf8(text);
    case 'bom':
      return utf8(`\ufeff${text}`);
    case 'utf-16le':
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 'utf-16be':
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    case 'cp1252':
      return new Uint8Array(Buffer.from(text, 'latin1'));
  }
}

const cell = fc.oneof(
  fc.constantFrom('', '0.00', '1.00', '-£3', '99999999.99', '1e9', '"', '""', "'", ',', '\t', '\r', '\u00a0'),
  fc.constantFrom(
    '01/02/2026',
    '13/02/2026',
    '02/13/2026',
    '31/12/1899',
    '2026-01-01',
    '1 Jan 2026',
    '00/00/0000',
  ),
  fc.constantFrom('=1+1', '\0', '\u202e', '__proto__', 'NaN', '9'.repeat(60), '£1,234.56', '(4.50)'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const table = fc
  .array(fc.array(cell, { maxLength: 12 }), { maxLength: 25 })
  .map((rows) => HEADER + rows.map((cells) => cells.join(',')).join('\n'));
const tag = fc.constantFrom(
  '<OFX>',
  '</OFX>',
  '<STMTTRN>',
  '</STMTTRN>',
  '<TRNAMT>-1.00',
  '<TRNAMT>1e9',
  '<DTPOSTED>20260101',
  '<DTPOSTED>99999999',
  '<NAME>A & B',
  '<NAME>&xxe;',
  '<FITID>1',
  '<BANKTRANLIST>',
  '<ACCTID>12345678',
  '<!ENTITY a "b">',
  '<![CDATA[',
  ']]>',
  '<LEDGERBAL>',
  '<BALAMT>1',
  '<__proto__>1',
);
const ofx = fc.array(tag, { maxLength: 40 }).map((tags) => `OFXHEADER:100\n${tags.join('\n')}`);
const qifLine = fc.constantFrom(
  'D1/2/26',
  "D1/2'26",
  'D99/99/99',
  'T-1.00',
  'T1e9',
  'PShop',
  'MMemo',
  '^',
  '^',
  '!Account',
  '$1',
  'S',
  'E',
  'L[x]',
);
const qif = fc.array(qifLine, { maxLength: 40 }).map((lines) => `!Type:Bank\n${lines.join('\n')}`);
const html = fc
  .array(
    fc.constantFrom(
      '<tr>',
      '<td>',
      '</td>',
      '<td colspan=999>',
      '01/02/2026',
      '1.00',
      '<script>',
      '<!--',
      '<table>',
      '&nbsp;',
      '&#x3c;',
    ),
    { maxLength: 60 },
  )
  .map((parts) => `<html><table>${parts.join('')}`);

/** Files that nobody's bank wrote: any bytes, any text in a known form and encoding, and real files with bytes changed, cut or put in. */
export function hostileStatement(corpus: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const written = fc
    .tuple(fc.oneof(table, ofx, qif, html), fc.constantFrom('utf-8', 'bom', 'utf-16le', 'utf-16be', 'cp1252'))
    .map(([text, how]) => encoded(text, how));
  const changed = fc
    .record({
      which: fc.nat({ max: corpus.length - 1 }),
      at: fc.nat({ max: 1500 }),
      cut: fc.nat({ max: 60 }),
      put: fc.uint8Array({ maxLength: 12 }),
    })
    .map(({ which, at, cut, put }) => {
      const source = corpus[which] ?? new Uint8Array();
      return new Uint8Array([...source.subarray(0, at), ...put, ...source.subarray(at + cut)]);
    });
  return fc.oneof(
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 2000 }) },
    { weight: 4, arbitrary: written },
    { weight: 4, arbitrary: changed },
  );
}

/** An OFX whose entities ask for a file, an address, and a thousand million copies of themselves. */
const XXE = `<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1:9/x">
<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>
<?OFX OFXHEADER="200" VERSION="200"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM><BANKID>309457<ACCTID>12345678</BANKACCTFROM>
<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261102<TRNAMT>-1.00<FITID>1<NAME>&a;&b;&l9;</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

const MB = 1024 * 1024;

/** Files made to fill the memory, to take all day, or to reach further than their own bytes. Each is made when it is its turn. */
export const STATEMENT_BOMBS: readonly (readonly [string, () => Uint8Array])[] = [
  ['an OFX that asks for files and copies of itself', () => utf8(XXE)],
  ['an OFX 1 with entities', () => utf8(XXE.replace('<?xml version="1.0"?>', 'OFXHEADER:100\n'))],
  ['NUL bytes', () => new Uint8Array(100_000)],
  ['NUL bytes between the lines', () => utf8(`${HEADER}01/11/2026,DEB,,,A\0B,1.00,,1.00\n`.repeat(50))],
  ['a million columns', () => utf8(','.repeat(1_000_000))],
  ['a million columns under a header', () => utf8(HEADER + ','.repeat(1_000_000))],
  ['quotes alone', () => utf8('"'.repeat(MB))],
  [
    'dates of two orders',
    () =>
      utf8(
        `${HEADER}01/02/2026,DEB,,,a,1.00,,1.00\n02/13/2026,DEB,,,b,1.00,,1.00\n2026-03-01,DEB,,,c,1.00,,1.00\n`,
      ),
  ],
  ['half a UTF-16 letter', () => new Uint8Array([0xff, 0xfe, 0x41])],
  [
    'UTF-16 without its other half',
    () => new Uint8Array(Buffer.from('\ufeff\ud800\ud800,\ud800', 'utf16le')),
  ],
  ['50 MB of letters', () => new Uint8Array(50 * MB).fill(0x61)],
  ['50 MB of lines', () => utf8('1\n'.repeat(25 * MB))],
  ['50 MB of commas', () => new Uint8Array(50 * MB).fill(0x2c)],
  ['51 MB', () => new Uint8Array(51 * MB).fill(0x61)],
  [
    '45 MB of rows with cells full of spaces',
    () => utf8(HEADER + `20/11/2026,DEB,,,x${' '.repeat(3_600)}x,1.00,,1.00\n`.repeat(12_500)),
  ],
  ['5 MB of OFX tags', () => utf8(`OFXHEADER:100\n<OFX>${'<STMTTRN>'.repeat(550_000)}`)],
  ['5 MB of CDATA without an end', () => utf8(`<?xml?><OFX>${'<![CDATA['.repeat(550_000)}`)],
  ['5 MB of QIF', () => utf8(`!Type:Bank\n${'D1/1/26\nT1\n^\n'.repeat(400_000)}`)],
  ['5 MB of table cells without an end', () => utf8(`<html><table><tr>${'<td>'.repeat(1_250_000)}`)],
  ['5 MB of comments without an end', () => utf8(`<html>${'<!--'.repeat(1_250_000)}`)],
  ['100,000 rows that are right', () => utf8(HEADER + '20/11/2026,DEB,,,SHOP,1.00,,\n'.repeat(100_000))],
];
