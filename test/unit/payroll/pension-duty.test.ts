import { isoDay } from '@shared/dates';
import { assessForPension } from '@shared/payroll/pension';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { describe, expect, it } from 'vitest';
import { pounds } from './pay-case';

const found = ratesForTaxYear(bundledRates, '2026-27');
if (!found.ok) throw new Error('no rates');
const rates = found.value.pensions;

function duty(birth: string, weekly: string): string {
  return assessForPension(
    { birthDate: isoDay(birth), day: isoDay('2026-11-21') },
    pounds(weekly),
    'weekly',
    rates,
    bundledRates,
  );
}

describe('what a worker’s age and earnings mean for a pension', () => {
  // Weekly figures for 2026-27: lower level £120, trigger £192.
  it('is to enrol from the 22nd birthday to State Pension age above the trigger', () => {
    expect(duty('2004-11-21', '192.01')).toBe('eligible-jobholder');
    expect(duty('2004-11-22', '192.01')).toBe('non-eligible-jobholder');
    expect(duty('1990-01-01', '192.00')).toBe('non-eligible-jobholder');
    // Born 20 April 1960: State Pension age 66 and 1 month, reached 20 May 2026.
    expect(duty('1960-04-20', '500')).toBe('non-eligible-jobholder');
    expect(duty('1961-04-20', '500')).toBe('eligible-jobholder');
  });
  it('is to let those join who earn no more than the lower level', () => {
    expect(duty('1990-01-01', '120.00')).toBe('entitled-worker');
    expect(duty('1990-01-01', '120.01')).toBe('non-eligible-jobholder');
  });
  it('is nothing below 16 and from 75', () => {
    expect(duty('2010-11-22', '500')).toBe('none');
    expect(duty('2010-11-21', '500')).toBe('non-eligible-jobholder');
    expect(duty('1951-11-21', '500')).toBe('none');
    expect(duty('1951-11-22', '500')).toBe('non-eligible-jobholder');
  });
});
