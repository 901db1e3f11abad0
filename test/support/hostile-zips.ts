import { zipSync } from 'fflate';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const hello = text('hello');

/** A ZIP with one entry whose header says another name or size than it should; fflate itself refuses to write such. */
function patched(zip: Uint8Array, find: string, put: string): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(find); at >= 0; at = bytes.indexOf(find, at + 1))
    bytes.write(put, at, 'latin1');
  return bytes;
}

/** An entry that is a link to another place: what it is stands in its outer attributes. */
const link = (): Uint8Array =>
  zipSync({ 'receipt.pdf': [text('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] });

/** 40 MB of nothing in 40 KB, ten times over, and a ZIP of such ZIPs: 4 GB when all is unpacked. */
function bomb(): Uint8Array {
  const inner = zipSync({ 'a.csv': [new Uint8Array(40_000_000), { level: 9 }] });
  return zipSync(
    Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`${at}.zip`, [inner, { level: 9 }] as const]),
    ) as never,
  );
}

const named = (name: string): Uint8Array => zipSync({ [name]: hello });

/** Thirty ZIPs that mean harm. */
export const HOSTILE_ZIPS: readonly (readonly [what: string, make: () => Uint8Array])[] = [
  ['a way up', () => named('../../mainstay-was-here')],
  ['a way up in Windows', () => named('..\\..\\mainstay-was-here')],
  ['a whole path', () => named('/tmp/mainstay-was-here')],
  ['a whole path in Windows', () => named('C:\\mainstay-was-here')],
  ['a way up behind a folder', () => named('a/../../../mainstay-was-here')],
  ['a way up spelled otherwise', () => named('%2e%2e/%2e%2e/mainstay-was-here')],
  ['a name with NUL', () => named('a.csv\0../../mainstay-was-here')],
  ['an empty name', () => patched(named('aaaa'), 'aaaa', '    ')],
  ['a reserved name', () => named('CON')],
  ['a link', link],
  [
    'a folder that is a link',
    () =>
      zipSync({ a: [text('/tmp'), { os: 3, attrs: (0o120777 << 16) >>> 0 }], 'a/mainstay-was-here': hello }),
  ],
  ['two of one name', () => patched(zipSync({ 'a.csv': hello, 'b.csv': hello }), 'b.csv', 'a.csv')],
  [
    'another name in its list',
    () => {
      const zip = Buffer.from(named('aaaa'));
      zip.write('../b', zip.lastIndexOf('aaaa'), 'latin1');
      return zip;
    },
  ],
  ['a bomb', bomb],
  ['a bomb of one file', () => zipSync({ 'a.csv': [new Uint8Array(200_000_000), { level: 9 }] })],
  ['nothing in it', () => zipSync({})],
  ['cut off', () => named('statement.csv').subarray(0, 60)],
  ['cut off after its header', () => named('statement.csv').subarray(0, 31)],
  ['only its end', () => named('statement.csv').subarray(-22)],
  ['a beginning and rubbish', () => Buffer.concat([text('PK\x03\x04'), Buffer.alloc(5_000, 0xff)])],
  [
    'a wrong check number',
    () => {
      const zip = Buffer.from(named('statement.csv'));
      zip.fill(0xff, 14, 18);
      return zip;
    },
  ],
  [
    'a size of 4 GB',
    () => {
      const zip = Buffer.from(named('statement.csv'));
      zip.fill(0xff, 18, 26);
      return zip;
    },
  ],
  [
    'an entry outside of it',
    () => {
      const zip = Buffer.from(named('statement.csv'));
      zip.fill(0xff, zip.length - 6, zip.length - 2);
      return zip;
    },
  ],
  [
    'a password',
    () => {
      const zip = Buffer.from(named('statement.csv'));
      zip.writeUInt16LE(1, 6);
      return zip;
    },
  ],
  [
    'an unknown packing',
    () => {
      const zip = Buffer.from(named('statement.csv'));
      zip.writeUInt16LE(99, 8);
      return zip;
    },
  ],
  ['a picture in front', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), named('../x')])],
  ['a PDF in front', () => Buffer.concat([text('%PDF-1.7\n'), named('../x')])],
  ['a statement in front', () => Buffer.concat([text('Date,Amount\n01/11/2026,1.00\n'), named('../x')])],
  [
    'a workbook with a program',
    () =>
      zipSync({ '[Content_Types].xml': hello, 'xl/workbook.xml': hello, 'xl/vbaProject.bin': text('MZ') }),
  ],
  [
    '100,000 names',
    () =>
      zipSync(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`${at}`, new Uint8Array(0)]))),
  ],
];
