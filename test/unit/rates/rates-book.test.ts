import year2024 from '@resources/rates/2024-25.json';
import year2025 from '@resources/rates/2025-26.json';
import year2026 from '@resources/rates/2026-27.json';
import sources from '@resources/rates/sources.json';
import pensionAges from '@resources/rates/state-pension-age.json';
import { addDays, isoDay } from '@shared/dates';
import { bundledRates } from '@shared/rates/bundled-rates';
import {
  buildRatesBook,
  hasReachedStatePensionAge,
  ratesForDay,
  ratesForTaxYear,
} from '@shared/rates/rates-book';
import { describe, expect, it } from 'vitest';

describe('the rates book', () => {
  it('gives the year that a pay date is in, on its first and its last day', () => {
    expect(ratesForDay(bundledRates, isoDay('2026-04-05'))).toMatchObject({ value: { taxYear: '2025-26' } });
    expect(ratesForDay(bundledRates, isoDay('2026-04-06'))).toMatchObject({ value: { taxYear: '2026-27' } });
  });

  it('refuses a day without rates and never takes the last year it knows', () => {
    for (const day of ['2024-04-05', '2027-04-06'])
      expect(ratesForDay(bundledRates, isoDay(day))).toEqual({
        ok: false,
        code: 'rates.unknown-date',
        details: { day, firstDay: '2024-04-06', lastDay: '2027-04-05' },
      });
    expect(ratesForTaxYear(bundledRates, '2027-28')).toMatchObject({ code: 'rates.unknown-tax-year' });
  });

  it('has one year after the other without an overlap or a gap', () => {
    const { years } = bundledRates;
    expect(years.map((year) => year.taxYear)).toEqual(['2024-25', '2025-26', '2026-27']);
    for (const [index, year] of years.entries()) {
      const next = years[index + 1];
      if (next) expect(next.from).toBe(addDays(year.to, 1));
    }
  });

  it('takes the files in any order and refuses a year that is there twice or missing between two', () => {
    expect(buildRatesBook([year2026, year2024, year2025], pensionAges)).toMatchObject({ ok: true });
    expect(buildRatesBook([year2025, year2025], pensionAges)).toMatchObject({ code: 'rates.overlap' });
    expect(buildRatesBook([year2024, year2026], pensionAges)).toMatchObject({ code: 'rates.gap' });
  });

  it('refuses a file with a wrong figure, a missing part, a part too many or a year under another name', () => {
    const wrong: unknown[] = [
      { ...year2026, employmentAllowance: { ...year2026.employmentAllowance, amount: 'ten' } },
      { ...year2026, mileage: undefined },
      { ...year2026, extra: 1 },
      { ...year2026, taxYear: '2027-28' },
      { ...year2026, to: '2027-04-04' },
      null,
      'rates',
    ];
    for (const file of wrong)
      expect(buildRatesBook([file], pensionAges)).toMatchObject({ ok: false, code: 'rates.not-valid' });
    expect(buildRatesBook([], pensionAges)).toMatchObject({ code: 'rates.not-valid' });
    expect(buildRatesBook([year2026], { format: 1, rows: [] })).toMatchObject({ code: 'rates.not-valid' });
  });

  it('names a known source and the day it was checked beside every group of figures', () => {
    const known = new Set(Object.keys(sources.sources));
    let groups = 0;
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (key === 'evidence') {
          groups += 1;
          for (const one of child as { sources: string[]; checked: string }[]) {
            expect(one.checked, path).toMatch(/^\d{4}-\d\d-\d\d$/);
            for (const source of one.sources) expect(known.has(source), `${path}: ${source}`).toBe(true);
          }
        } else walk(child, `${path}.${key}`);
      }
    };
    for (const year of [year2024, year2025, year2026]) walk(year, year.taxYear);
    expect(groups).toBeGreaterThan(60);
  });

  it('holds loan thresholds that are the annual one divided and cut to the penny', () => {
    for (const year of bundledRates.years)
      for (const loan of Object.values(year.studentLoans.plans)) {
        if (!loan) continue;
        expect(loan.weekly).toBe(Math.floor(loan.annual / 52));
        expect(loan.twoWeekly).toBe(Math.floor(loan.annual / 26));
        expect(loan.fourWeekly).toBe(Math.floor(loan.annual / 13));
        expect(loan.monthly).toBe(Math.floor(loan.annual / 12));
      }
  });

  it('holds the thresholds that were published for 2026-27, in pence', () => {
    const found = ratesForTaxYear(bundledRates, '2026-27');
    if (!found.ok) throw new Error('no rates');
    const { thresholds } = found.value.nationalInsurance;
    expect(thresholds.weekly).toEqual({ lel: 12900, st: 9600, pt: 24200, upperSecondary: 48100, uel: 96700 });
    // Not twice the weekly figure: £193, not £192.
    expect(thresholds.twoWeekly.st).toBe(19300);
    expect(thresholds.monthly.lel).toBe(55900);
  });
});

describe('State Pension age', () => {
  const reached = (birth: string, day: string): boolean =>
    hasReachedStatePensionAge(bundledRates, isoDay(birth), isoDay(day));

  it('is 66 for a birth up to 5 April 1960', () => {
    expect(reached('1960-04-05', '2026-04-04')).toBe(false);
    expect(reached('1960-04-05', '2026-04-05')).toBe(true);
  });
  it('rises a month for each month of birth after that', () => {
    // Born 6 April 1960: 66 years and 1 month, so 6 May 2026.
    expect(reached('1960-04-06', '2026-05-05')).toBe(false);
    expect(reached('1960-04-06', '2026-05-06')).toBe(true);
    // Born 20 October 1960: 66 years and 7 months, so 20 May 2027.
    expect(reached('1960-10-20', '2027-05-19')).toBe(false);
    expect(reached('1960-10-20', '2027-05-20')).toBe(true);
  });
  it('is 67 from 6 March 1961', () => {
    expect(reached('1961-03-06', '2028-03-05')).toBe(false);
    expect(reached('1961-03-06', '2028-03-06')).toBe(true);
  });
});
