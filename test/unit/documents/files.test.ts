import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { SentEntry } from '@shared/rota/calendar-events';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
  csvForMachines,
  csvForPeople,
  csvHours,
  csvMoney,
  csvNumber,
  safeCsvText,
} from '../../../electron/files/documents/csv';
import { workerIcs } from '../../../electron/files/documents/rota-ics';
import { distinctFileNames, safeFileName } from '../../../electron/files/documents/safe-file-name';
import { zipFiles } from '../../../electron/files/documents/zip';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('A CSV file for people', () => {
  test('begins with a byte order mark, ends lines with CRLF, and keeps amounts as numbers', () => {
    const bytes = csvForPeople(
      ['Who', 'Amount', 'Hours'],
      [['Maya, "M"', csvMoney(pence(-1250)), csvHours(450)]],
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(decoded(bytes)).toBe('\ufeffWho,Amount,Hours\r\n"Maya, ""M""",-12.50,7.50\r\n');
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\u0000=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff20x',
    '\n=1',
    ' =1',
    '\u200b=1',
  ])('never lets %j be run as a formula', (text) => {
    expect(safeCsvText(text).startsWith("'")).toBe(true);
    const rows = Papa.parse<string[]>(decoded(csvForPeople(['a'], [[text]])).slice(1)).data;
    expect(rows[1]?.[0]?.startsWith("'")).toBe(true);
  });

  test('leaves plain names and Welsh letters alone', () => {
    for (const text of ['Ŵyn ap Siôn', "O'Brien", '12 High Street', 'a=b', ''])
      expect(safeCsvText(text)).toBe(text);
  });

  test('refuses a number that is not one, and a row of another length: those are our bugs', () => {
    expect(() => csvForPeople(['a'], [[csvNumber('=1')]])).toThrow();
    expect(() => csvForPeople(['a', 'b'], [['x']])).toThrow();
  });

  test('rounds minutes to hundredths of an hour, half up', () => {
    // 20 minutes = 0.333; 50 = 0.833; 27 = 0.45; −90 = −1.5
    expect([20, 50, 27, -90, 0].map((minutes) => csvHours(minutes))).toEqual(
      ['0.33', '0.83', '0.45', '-1.50', '0.00'].map((value) => ({ kind: 'number', value })),
    );
  });

  test('reads back as it was written, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 20 }), (rows) => {
        const read = Papa.parse<string[]>(decoded(csvForPeople(['a', 'b'], rows)).slice(1)).data;
        expect(read.slice(1, rows.length + 1)).toEqual(rows.map((row) => row.map(safeCsvText)));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('A CSV file for machines', () => {
  test('has cells exactly as given, without a mark in front', () => {
    const made = csvForMachines([['D', 'Lewis', 'QQ123456C', '-12.50', '+44 113 496 0000']]);
    expect(made.ok && decoded(made.value)).toBe('D,Lewis,QQ123456C,-12.50,+44 113 496 0000\r\n');
  });

  test('refuses what it must not change, and says where', () => {
    expect(csvForMachines([['D'], ['D', '=cmd|x']])).toEqual({
      ok: false,
      code: 'csv.text-not-allowed',
      details: { row: 2, column: 2 },
    });
    expect(csvForMachines([['a\nb']]).ok).toBe(false);
  });
});

describe('A safe file name', () => {
  test.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\x.txt', 'C Windows x.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['a\nb.pdf', 'a b.pdf'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['-rf', 'rf'],
    ['.htaccess', 'htaccess'],
    ['trailing. ', 'trailing'],
    ['', 'file'],
    ['...', 'file'],
    ['Ŵyn ap Siôn – slip.pdf', 'Ŵyn ap Siôn – slip.pdf'],
    ['Sio\u0302n.pdf', 'Siôn.pdf'],
    ['receipt 😀.jpg', 'receipt 😀.jpg'],
    ['a/b:c*d?e"f<g>h|i.png', 'a b c d e f g h i.png'],
  ])('makes %j into %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('is at most 120 characters and keeps its ending', () => {
    const long = safeFileName(`${'ŵ'.repeat(300)}.pdf`);
    expect(long).toHaveLength(120);
    expect(long.endsWith('.pdf')).toBe(true);
    expect(safeFileName('😀'.repeat(100))).not.toMatch(/[\ud800-\udbff]$/);
  });

  test('never holds a path, a control character or an empty name, whatever comes in, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,120}$/u);
        expect(safe).not.toMatch(/^[.\-~ ]|[. ]$/);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('is its own in a folder, also where capitals do not count', () => {
    expect(distinctFileNames(['a.pdf', 'A.pdf', 'a.pdf', 'a (2).pdf'])).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (3).pdf',
      'a (2) (2).pdf',
    ]);
  });
});

describe('A ZIP', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  test('holds the files under safe names, and is the same bytes twice', () => {
    const entries = [
      { name: 'payslip.pdf', folders: ['..', '2026/11'], bytes: bytes('one') },
      { name: 'payslip.pdf', folders: ['..', '2026/11'], bytes: bytes('two') },
      { name: '../../evil', bytes: bytes('three') },
    ];
    const zip = zipFiles(entries);
    const read = unzipSync(zip);
    expect(Object.keys(read).sort()).toEqual([
      'evil',
      'folder/2026 11/payslip (2).pdf',
      'folder/2026 11/payslip.pdf',
    ]);
    expect(decoded(read['folder/2026 11/payslip (2).pdf']!)).toBe('two');
    expect(Buffer.from(zip).equals(zipFiles(entries))).toBe(true);
  });
});

type TimedEntry = Extract<SentEntry, { readonly allDay: false }>;

describe('A PA’s calendar', () => {
  const shift = (given: Partial<TimedEntry>): SentEntry => ({
    id: '7b0c',
    sequence: 0,
    workerId: null,
    allDay: false,
    fromDay: isoDay('2026-11-24'),
    from: clockTime('07:30'),
    toDay: isoDay('2026-11-24'),
    to: clockTime('14:00'),
    kind: 'shift',
    cancelled: false,
    changedOn: isoDay('2026-11-20'),
    ...given,
  });
  const calendar = (...entries: SentEntry[]): string =>
    decoded(workerIcs({ workerName: 'Maya Lewis', householdName: 'Ruth', entries }));

  test('has a stable name for each shift, its revision, and London time with its rules', () => {
    const text = calendar(shift({ sequence: 3 }));
    for (const line of [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'UID:7b0c@mainstay',
      'SEQUENCE:3',
      'DTSTAMP:20261120T120000Z',
      'DTSTART;TZID=Europe/London:20261124T073000',
      'DTEND;TZID=Europe/London:20261124T140000',
      'SUMMARY:Shift with Ruth',
      'STATUS:CONFIRMED',
    ])
      expect(text.split('\r\n')).toContain(line);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test('keeps wall-clock times over midnight and over clock changes', () => {
    const night = { kind: 'sleep-in', from: clockTime('22:00'), to: clockTime('07:00') } as const;
    const text = calendar(
      shift({ ...night, id: 'a', fromDay: isoDay('2026-03-28'), toDay: isoDay('2026-03-29') }),
      shift({ ...night, id: 'b', fromDay: isoDay('2026-10-24'), toDay: isoDay('2026-10-25') }),
      shift({
        id: 'c',
        fromDay: isoDay('2026-10-25'),
        from: clockTime('01:30'),
        toDay: isoDay('2026-10-25'),
      }),
    );
    expect(text).toContain(
      'DTSTART;TZID=Europe/London:20260328T220000\r\nDTEND;TZID=Europe/London:20260329T070000',
    );
    expect(text).toContain(
      'DTSTART;TZID=Europe/London:20261024T220000\r\nDTEND;TZID=Europe/London:20261025T070000',
    );
    // 1:30 happens twice on that night; the first is 0:30 in UTC.
    expect(text).toContain('DTSTART:20261025T003000Z\r\nDTEND:20261025T140000Z');
    expect(text).toContain('SUMMARY:Sleep-in with Ruth');
  });

  test('marks a cancelled shift under the same name, so that it goes from the PA’s phone', () => {
    const text = calendar(shift({ cancelled: true, sequence: 4 }));
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('SUMMARY:Cancelled: Shift with Ruth');
    expect(text).toContain('UID:7b0c@mainstay\r\nSEQUENCE:4');
  });

  test('keeps lines within 75 bytes and can’t be broken by a name', () => {
    const text = decoded(
      workerIcs({
        workerName: 'X\r\nEND:VCALENDAR;,\\',
        householdName: `Ŵ\nBEGIN:VALARM${'ŵ'.repeat(90)}`,
        entries: [shift({})],
      }),
    );
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('says nothing of health or care, and is the same bytes in any order', () => {
    const a = shift({ id: 'a' });
    const b = shift({ id: 'b', fromDay: isoDay('2026-11-25'), toDay: isoDay('2026-11-25') });
    expect(calendar(a, b)).toBe(calendar(b, a));
    expect(calendar(a)).not.toContain('DESCRIPTION');
    expect(calendar(a)).not.toContain('LOCATION');
  });

  test('is whole without shifts', () => {
    expect(calendar()).toContain('BEGIN:VCALENDAR');
  });
});
