import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { NOTHING_TO_DATE } from '@shared/payroll/pay';
import type { FiguresToDate, NiToDate } from '@shared/payroll/pay-types';
import {
  figuresBetween,
  hoursBand,
  p45Figures,
  p60Figures,
  paperQuarterOf,
  paperQuarters,
  statutoryPaid,
  wholePounds,
} from '@shared/payroll/year-figures';
import { describe, expect, test } from 'vitest';
import { hours, pounds } from './pay-case';

function ni(employee: string, employer: string, lelToPt = '0'): NiToDate {
  return {
    earnings: pounds('5000'),
    earningsAtLel: pounds('3354.00'),
    earningsLelToPt: pounds(lelToPt),
    earningsPtToUel: pounds('1234.99'),
    earningsAboveUel: pence(0),
    employee: pounds(employee),
    employer: pounds(employer),
  };
}

const YEAR: FiguresToDate = {
  ...NOTHING_TO_DATE,
  gross: pounds('12500.50'),
  taxablePay: pounds('12400.25'),
  tax: pounds('318.40'),
  nationalInsurance: { C: ni('0', '12.00'), A: ni('98.79', '410.25', '1257.64') },
  studentLoan: pounds('91.00'),
};

describe('P60 figures', () => {
  test('add an earlier job to this one, and give each NI letter its line in whole pounds', () => {
    const p60 = p60Figures(YEAR, { pay: pounds('3000.10'), tax: pounds('55.60') }, statutoryPaid([]));
    // 12,400.25 + 3,000.10 and 318.40 + 55.60.
    expect(p60.total).toEqual({ pay: 1_540_035, tax: 37_400 });
    expect(p60.here).toEqual({ pay: 1_240_025, tax: 31_840 });
    expect(p60.nationalInsurance.map((one) => one.letter)).toEqual(['A', 'C']);
    // 1,257.64 and 1,234.99 lose their pence; what the PA paid keeps them.
    expect(p60.nationalInsurance[0]).toMatchObject({
      earningsAtLel: 335_400,
      earningsLelToPt: 125_700,
      earningsPtToUel: 123_400,
      employee: 9_879,
    });
    expect([p60.studentLoan, p60.postgraduateLoan]).toEqual([9_100, 0]);
  });

  test('without an earlier job the total is this job’s', () => {
    const p60 = p60Figures(YEAR, null, statutoryPaid([]));
    expect(p60.total).toEqual(p60.here);
    expect(p60.previous).toEqual({ pay: 0, tax: 0 });
  });

  test('name each statutory pay by itself, and never sick pay', () => {
    const paid = statutoryPaid([
      hours(pounds('100')),
      hours(pounds('194.32'), { code: 'statutory-maternity-pay' }),
      hours(pounds('194.32'), { code: 'statutory-maternity-pay' }),
      hours(pounds('123.25'), { code: 'statutory-sick-pay' }),
    ]);
    expect(paid['statutory-maternity-pay']).toBe(38_864);
    expect(Object.values(paid).reduce((sum, one) => sum + one, 0)).toBe(38_864);
  });
});

describe('P45 figures', () => {
  test('leave box 8 empty where box 7 says the same', () => {
    expect(p45Figures(YEAR, null, false)).toEqual({ total: { pay: 1_240_025, tax: 31_840 }, here: null });
  });

  test('fill both boxes when there was an earlier job this year', () => {
    const p45 = p45Figures(YEAR, { pay: pounds('3000.10'), tax: pounds('55.60') }, false);
    expect(p45.total).toEqual({ pay: 1_540_035, tax: 37_400 });
    expect(p45.here).toEqual({ pay: 1_240_025, tax: 31_840 });
  });

  test('leave box 7 empty for a week 1 or month 1 code', () => {
    const p45 = p45Figures(YEAR, { pay: pounds('3000.10'), tax: pounds('55.60') }, true);
    expect(p45).toEqual({ total: null, here: { pay: 1_240_025, tax: 31_840 } });
  });
});

describe('The quarters of a paper filer', () => {
  test('end on the 5th and are to be sent by the 19th of July, October, January and April', () => {
    expect(paperQuarters('2026-27').map((one) => [one.from, one.to, one.sendBy])).toEqual([
      ['2026-04-06', '2026-07-05', '2026-07-19'],
      ['2026-07-06', '2026-10-05', '2026-10-19'],
      ['2026-10-06', '2027-01-05', '2027-01-19'],
      ['2027-01-06', '2027-04-05', '2027-04-19'],
    ]);
  });

  test('change on the 6th', () => {
    expect(
      ['2026-04-06', '2026-07-05', '2026-07-06', '2027-01-05', '2027-01-06', '2027-04-05'].map((day) =>
        paperQuarterOf(isoDay(day)),
      ),
    ).toEqual([1, 1, 2, 3, 4, 4]);
  });

  test('hold what came between two sums to date, over every NI letter', () => {
    const before: FiguresToDate = {
      ...NOTHING_TO_DATE,
      taxablePay: pounds('4000.00'),
      tax: pounds('400.00'),
      nationalInsurance: { A: ni('50.00', '200.00') },
    };
    // Tax: 318.40 − 400.00 is a refund. NI: 98.79 + 0 − 50.00 and 410.25 + 12.00 − 200.00.
    expect(figuresBetween(YEAR, before)).toMatchObject({
      taxablePay: 840_025,
      tax: -8_160,
      employeeNi: 4_879,
      employerNi: 22_225,
    });
  });
});

describe('Single boxes', () => {
  test('whole pounds lose their pence towards nothing', () => {
    expect([pence(199), pence(100), pence(0), pence(-199)].map(wholePounds)).toEqual([100, 100, 0, -100]);
  });

  test('usual hours fall in bands at 16, 24 and 30 a week; no pattern is band E', () => {
    expect([959, 960, 1439, 1440, 1799, 1800, null].map(hoursBand)).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
      'D',
      'E',
    ]);
  });
});
