import {
  readTakeOnDay,
  readTakeOnDayOfYear,
  readTakeOnPercent,
  readTakeOnTaxYear,
  readTakeOnWeekdays,
} from '@shared/desk/take-on-cells';
import { TAKE_ON_COLUMNS, takeOnHeader } from '@shared/desk/take-on-columns';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTakeOnTable } from '../../../electron/files/take-on/read-table';
import { HOSTILE_ZIPS } from '../../support/hostile-zips';
import { tries } from '../../support/tries';

const cellOf = (read: { readonly ok: boolean; readonly value?: unknown; readonly code?: string }) =>
  read.ok ? read.value : read.code;

describe('a cell of a table of households', () => {
  test('may hold a day in the ways that spreadsheets write one', () => {
    for (const text of ['16/11/2026', '16.11.26', '16 Nov 2026', '2026-11-16', '2026-11-16 00:00:00'])
      expect(cellOf(readTakeOnDay(text))).toBe('2026-11-16');
    expect(cellOf(readTakeOnDay('11/16/2026'))).toBe('day.not-a-date');
  });

  test('may hold a day of the year, days of the week, a tax year, a percentage', () => {
    expect(['1 April', '01/04', '1/4/2026'].map((text) => cellOf(readTakeOnDayOfYear(text)))).toEqual([
      '04-01',
      '04-01',
      '04-01',
    ]);
    expect(cellOf(readTakeOnWeekdays('Mon, Wed and Friday'))).toEqual([0, 2, 4]);
    expect(cellOf(readTakeOnWeekdays('Monday to Friday'))).toEqual([0, 1, 2, 3, 4]);
    expect(cellOf(readTakeOnWeekdays('Fri-Mon'))).toBe('take-on.not-weekdays');
    expect(
      ['2026-27', '2026/27', '26-27', '2026/2027'].map((text) => cellOf(readTakeOnTaxYear(text))),
    ).toEqual(Array.from({ length: 4 }, () => '2026-27'));
    expect(cellOf(readTakeOnTaxYear('2026-28'))).toBe('take-on.not-a-tax-year');
    expect(['5', '5%', '4.75 %', '101', '-1'].map((text) => cellOf(readTakeOnPercent(text)))).toEqual([
      500,
      500,
      475,
      'take-on.not-a-percent',
      'take-on.not-a-percent',
    ]);
  });
});

describe('the heading', () => {
  test('is known by any of its names, in any order, whatever its capitals and spaces', () => {
    const header = takeOnHeader(['  nino ', 'PAYE Ref', 'CLIENT NAME', 'Shoe size', '']);
    expect([...(header?.at.keys() ?? [])]).toEqual(['niNumber', 'payeReference', 'household']);
    expect(header?.unknown).toEqual(['Shoe size']);
    expect(takeOnHeader(['Ann Price', '120/AB1'])).toBeUndefined();
  });

  test('has no name that stands for two columns', () => {
    for (const column of TAKE_ON_COLUMNS)
      for (const name of [column.name, ...column.also])
        expect([
          ...(takeOnHeader(['Household', name, 'Town'])?.at.keys() ?? ['household', column.key]),
        ]).toContain(column.key);
  });
});

describe('a file that means harm', () => {
  // Some take seconds to be made; others that say they hold 4 GB, or hold very many parts, are tried in their place.
  const slow = new Set(['a bomb', 'a bomb of one file', '100,000 names']);
  const harmful = HOSTILE_ZIPS.filter(([what]) => tries(1, 0) === 1 || !slow.has(what));

  test('3,000 names are refused: no workbook has so many parts', async () => {
    const names = Array.from({ length: 3_000 }, (_one, at) => [`${at}`, new Uint8Array(0)]);
    expect(await readTakeOnTable(zipSync(Object.fromEntries(names)))).toMatchObject({
      code: 'take-on.file-damaged',
    });
  });

  test.each(harmful)(
    '%s is refused',
    async (_what, make) => {
      expect((await readTakeOnTable(make())).ok).toBe(false);
    },
    60_000,
  );

  test('any bytes are read or refused, never more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.boolean(), async (bytes, asZip) => {
        const start = asZip ? [0x50, 0x4b, 0x03, 0x04] : [...Buffer.from('Household,PAYE reference\n')];
        const read = await readTakeOnTable(new Uint8Array([...start, ...bytes]));
        if (!read.ok) expect(read.code).toMatch(/^take-on\./);
      }),
      { numRuns: tries(300, 40) },
    );
  });
});
