import { isoDay } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CostLine,
  type CostSheet,
  costOfAnHour,
  sharedOut,
  together,
  wholeCost,
} from '../../../electron/files/documents/cost-sheet';
import { costSheetPdf } from '../../../electron/files/documents/cost-sheet-pdf';
import { readPdf } from './read-pdf';

/** 520.00 + 63.60 + 12.00 + 23.10 − 63.60 = 555.10; without expenses 532.00 over 40 hours: 13.30. */
const grace: CostLine = {
  workerName: 'Grace Okafor',
  gross: pence(52000),
  employerNi: pence(6360),
  employerPension: pence(1200),
  expenses: pence(2310),
  allowance: pence(6360),
  recovered: pence(0),
  minutes: 40 * 60,
};

/** 194.32 + 14.75 − 14.75 − 211.81 = −17.49: family pay comes back with compensation on top. No hours. */
const maya: CostLine = {
  workerName: 'Maya <b>Ŵyn</b>',
  gross: pence(19432),
  employerNi: pence(1475),
  employerPension: pence(0),
  expenses: pence(0),
  allowance: pence(1475),
  recovered: pence(21181),
  minutes: 0,
};

const sheet: CostSheet = {
  employerName: 'Ruth Bell',
  period: { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') },
  payDate: isoDay('2026-11-27'),
  isCorrection: false,
  of: 'run',
  lines: [grace, maya],
};

describe('What pay cost', () => {
  test('is pay and what goes with it, less what HMRC leaves or gives back', () => {
    expect([wholeCost(grace), wholeCost(maya)]).toEqual([55510, -1749]);
    expect(wholeCost(together([grace, maya], ''))).toBe(53761);
  });

  test('of an hour leaves expenses out, and is nothing where no hours were paid', () => {
    expect(costOfAnHour(grace)).toBe(1330);
    expect(costOfAnHour(maya)).toBeUndefined();
    // 100.00 over 3 hours is 33.333…; over 7 minutes 857.142857….
    const hundred = { ...grace, gross: pence(10000), employerNi: pence(0), employerPension: pence(0) };
    const bare = { ...hundred, expenses: pence(0), allowance: pence(0) };
    expect([costOfAnHour({ ...bare, minutes: 180 }), costOfAnHour({ ...bare, minutes: 7 })]).toEqual([
      3333, 85714,
    ]);
  });

  test('shares an amount out to the penny', () => {
    expect(sharedOut(pence(100), [pence(1), pence(1), pence(1)])).toEqual([33, 34, 33]);
    expect(sharedOut(pence(100), [pence(0), pence(0)])).toEqual([100, 0]);
    expect(sharedOut(pence(7795), [pence(6360), pence(1435)])).toEqual([6360, 1435]);
    expect(sharedOut(pence(0), [])).toEqual([]);
    const amount = fc.integer({ min: 0, max: 10_000_000 }).map(pence);
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 9 }), (whole, weights) => {
        const shares = sharedOut(whole, weights);
        expect(sumPence(shares)).toBe(whole);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('The cost sheet', () => {
  test('of a run has a line for each PA and one for all, tagged, on one landscape page', () => {
    const { text, tags, pages, raw } = readPdf(costSheetPdf(sheet));
    for (const words of [
      'What pay cost you',
      'no part of a payslip',
      'Grace Okafor',
      '520.00',
      '63.60',
      '−63.60',
      '555.10',
      '40:00',
      '13.30',
      'Maya <b>Ŵyn</b>',
      '−211.81',
      '−17.49',
      'All together',
      '537.61',
      'Page 1 of 1',
    ])
      expect(text, words).toContain(words);
    expect(pages).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    for (const tag of ['Table', 'TR', 'TH', 'TD', 'H2']) expect(tags).toContain(tag);
    expect(raw).toContain('/Lang (en-GB)');
    expect(raw).toContain('(D:20261127120000Z)');
  });

  test('of one PA names them, and leaves out what they do not have', () => {
    const { text } = readPdf(costSheetPdf({ ...sheet, of: 'worker', lines: [grace] }));
    expect(text).toContain('Employment Allowance used');
    expect(text).toContain('£13.30');
    expect(text).not.toContain('Family pay that HMRC gives back');
    expect(text).not.toContain('Maya');
    expect(readPdf(costSheetPdf({ ...sheet, of: 'worker', lines: [maya] })).text).toContain(
      'no cost of an hour',
    );
  });

  test('of a correction says that it is what changed', () => {
    expect(readPdf(costSheetPdf({ ...sheet, isCorrection: true })).text).toContain('puts earlier pay right');
  });

  test('holds sixty PAs over several pages', () => {
    const many = { ...sheet, lines: Array.from({ length: 60 }, () => grace) };
    expect(readPdf(costSheetPdf(many)).pages.length).toBeGreaterThan(1);
  });

  test('needs at least one PA', () => {
    expect(() => costSheetPdf({ ...sheet, lines: [] })).toThrow();
  });
});
