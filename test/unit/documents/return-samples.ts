import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { addDays, isoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import type {
  EvidenceItem,
  ReturnDocument,
  ReturnTransaction,
} from '../../../electron/files/documents/return-document';

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A small grey PNG with stripes, with or without an alpha channel. */
export function stripedPng(width: number, height: number, alpha = false): Uint8Array {
  const depth = alpha ? 4 : 1;
  const rows = Buffer.alloc((width * depth + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = y % 24 < 3 ? 60 : 235;
      const at = y * (width * depth + 1) + 1 + x * depth;
      rows.fill(shade, at, at + depth);
      if (alpha) rows[at + 3] = 255;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = alpha ? 6 : 0;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function evidence(
  number: number,
  kind: EvidenceItem['kind'],
  name: string,
  transactions: readonly number[],
  fileName: string,
  picture?: Uint8Array,
): EvidenceItem {
  return {
    number,
    kind,
    name,
    day: isoDay('2026-08-12'),
    transactions,
    fileName,
    sha256: createHash('sha256').update(fileName).digest('hex'),
    ...(picture === undefined ? {} : { pictures: [() => picture] }),
  };
}

/** £10 a line out, as many lines as asked for, and one line in that pays for them. */
function transactions(count: number): ReturnTransaction[] {
  let balance = 210455;
  const line = (number: number, amount: number, payee: string, category: string): ReturnTransaction => {
    balance += amount;
    return {
      number,
      day: addDays(isoDay('2026-07-01'), number % 90),
      payee,
      category,
      amount: pence(amount),
      balance: pence(balance),
      evidence: number % 3 === 0 ? [1, 2] : [],
      ...(number % 4 === 0 ? { detail: 'week to Sunday, paid by Faster Payment' } : {}),
    };
  };
  return [
    line(1, 427140, 'Anyshire Council', 'Direct payments received'),
    ...Array.from({ length: count - 1 }, (_, index) =>
      line(index + 2, -1000, index % 2 === 0 ? 'Maya Lewis' : 'HM Revenue and Customs', 'PA wages'),
    ),
  ];
}

/** A quarter's return: 2,104.55 + 4,271.40 − (count − 1) × 10.00. */
export function quarterReturn(count = 61): ReturnDocument {
  const out = (count - 1) * 1000;
  const closing: Pence = pence(210455 + 427140 - out);
  return {
    authorityName: 'Anyshire Council',
    recipientName: 'Ruth Bell',
    recipientDateOfBirth: isoDay('1961-02-28'),
    agreementReference: 'DP-004417',
    actingFor: { name: 'Sam Bell', role: 'appointee' },
    payeReference: '120/AB12345',
    accountName: 'Direct payment account ending 4417',
    period: { from: isoDay('2026-07-01'), to: isoDay('2026-09-30') },
    dueOn: isoDay('2026-12-05'),
    madeOn: isoDay('2026-11-21'),
    funding: [
      { name: 'Direct payment', weekly: pence(32000), inPeriod: pence(427140) },
      { name: 'Your contribution', weekly: pence(2400), inPeriod: pence(0) },
    ],
    opening: pence(210455),
    moneyIn: [{ name: 'Direct payments received', count: 1, amount: pence(427140) }],
    moneyOut: [{ name: 'PA wages', count: count - 1, amount: pence(out) }],
    closing,
    statement: {
      accountName: 'Direct payment account',
      balance: pence(closing + 2150),
      differences: [{ name: 'Cheque 104, not yet at the bank', amount: pence(2150) }],
    },
    spokenFor: [
      { name: 'Wages earned, paid in October', amount: pence(38810) },
      { name: 'HMRC, July to September, paid 19 October', amount: pence(40221) },
      { name: 'Holiday earned and not taken', amount: pence(27608) },
    ],
    allowance: { amount: pence(256000), weeks: 8, weekly: pence(32000) },
    hours: {
      lines: [
        { name: 'Maya Lewis', minutes: 20280 },
        { name: 'Joe Okafor', minutes: 7230 },
      ],
      fundedMinutes: 28080,
    },
    transactions: transactions(count),
    evidence: [
      evidence(1, 'receipt', 'Till receipt, Boots', [3], '001-receipt.png', stripedPng(300, 700)),
      evidence(2, 'invoice', 'Agency invoice 12 August', [3, 6], '002-invoice.pdf'),
      evidence(
        3,
        'insurance',
        'Certificate of employers’ liability',
        [],
        '003-insurance.png',
        stripedPng(900, 300, true),
      ),
      evidence(
        4,
        'bank-statement',
        'July statement',
        [],
        '004-broken.png',
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]),
      ),
    ],
    missing: [
      { what: 'Agency invoice, 12 August, £216.00', why: 'The agency has been asked twice.', transaction: 9 },
      { what: 'Insurance certificate after 31 October' },
    ],
    notes: ['Cheque 104 was handed in on 29 September.'],
  };
}

/** A quarter in which nothing moved. */
export function emptyReturn(): ReturnDocument {
  return {
    authorityName: 'Anyshire Council',
    recipientName: 'Ruth Bell',
    period: { from: isoDay('2026-07-01'), to: isoDay('2026-09-30') },
    madeOn: isoDay('2026-11-21'),
    funding: [],
    opening: pence(0),
    moneyIn: [],
    moneyOut: [],
    closing: pence(0),
    spokenFor: [],
    transactions: [],
    evidence: [],
    missing: [],
  };
}
