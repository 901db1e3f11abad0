import { mileageAllowance } from '@shared/payroll/mileage';
import { reasonsToRegisterForPaye } from '@shared/payroll/paye-registration';
import { bundledRates } from '@shared/rates/bundled-rates';
import { type RatesBook, ratesForTaxYear } from '@shared/rates/rates-book';
import type { TaxYearRates } from '@shared/rates/tax-year-rates';
import { describe, expect, it } from 'vitest';
import { pounds } from './pay-case';

function year(taxYear: string, book: RatesBook = bundledRates): TaxYearRates {
  const found = ratesForTaxYear(book, taxYear);
  if (!found.ok) throw new Error(taxYear);
  return found.value;
}

describe('mileage free of tax', () => {
  const car = { vehicle: 'car', tenths: 0, tenthsBefore: 0, passengerTenths: 0 } as const;
  it('is 45p a mile to 5 April 2026 and 55p after, for the first 10,000 miles of a car', () => {
    // 12.5 miles: 12.5 × 45p = 5.625, so 5.63; 12.5 × 55p = 6.875, so 6.88.
    expect(mileageAllowance({ ...car, tenths: 125 }, year('2025-26').mileage)).toBe(563);
    expect(mileageAllowance({ ...car, tenths: 125 }, year('2026-27').mileage)).toBe(688);
  });
  it('falls to 25p past 10,000 miles in the tax year', () => {
    // 9,990 before, 20 now: 10 × 55p + 10 × 25p = 8.00.
    expect(mileageAllowance({ ...car, tenths: 200, tenthsBefore: 99_900 }, year('2026-27').mileage)).toBe(
      800,
    );
  });
  it('adds 5p a mile for a passenger, and has one rate for two wheels', () => {
    // 10 × 55p + 10 × 5p = 6.00; motorcycle 10 × 24p; bicycle 10 × 20p.
    const rates = year('2026-27').mileage;
    expect(mileageAllowance({ ...car, tenths: 100, passengerTenths: 100 }, rates)).toBe(600);
    expect(mileageAllowance({ ...car, vehicle: 'motorcycle', tenths: 100 }, rates)).toBe(240);
    expect(mileageAllowance({ ...car, vehicle: 'bicycle', tenths: 100 }, rates)).toBe(200);
  });
});

describe('registering for PAYE', () => {
  const worker = {
    pay: pounds('95.99'),
    paidFor: { weeks: 1 },
    hasAnotherJob: false,
    hasPension: false,
    hasBenefits: false,
  } as const;
  const rates = year('2026-27').payeRegistration;
  it('is needed from £96 a week or £417 a month', () => {
    expect(reasonsToRegisterForPaye(worker, rates)).toEqual([]);
    expect(reasonsToRegisterForPaye({ ...worker, pay: pounds('96') }, rates)).toEqual(['pay-at-threshold']);
    expect(reasonsToRegisterForPaye({ ...worker, pay: pounds('384'), paidFor: { weeks: 4 } }, rates)).toEqual(
      ['pay-at-threshold'],
    );
    expect(reasonsToRegisterForPaye({ ...worker, pay: pounds('416.99'), paidFor: 'month' }, rates)).toEqual(
      [],
    );
  });
  it('is needed whatever the pay for a worker with another job, a pension or benefits', () => {
    expect(
      reasonsToRegisterForPaye(
        { ...worker, hasAnotherJob: true, hasPension: true, hasBenefits: true },
        rates,
      ),
    ).toEqual(['another-job', 'pension', 'benefits']);
  });
  it('was needed only from £123 a week before 6 April 2025', () => {
    const before = year('2024-25').payeRegistration;
    expect(reasonsToRegisterForPaye({ ...worker, pay: pounds('122.99') }, before)).toEqual([]);
    expect(reasonsToRegisterForPaye({ ...worker, pay: pounds('123') }, before)).toEqual(['pay-at-threshold']);
  });
});
