import { calculateAttachmentOrder } from '@shared/payroll/calculator/attachment-orders';
import { calculateBankHoliday } from '@shared/payroll/calculator/bank-holidays';
import type { Calculator } from '@shared/payroll/calculator/case-reader';
import { calculateHolidayEntitlement } from '@shared/payroll/calculator/holiday-entitlement';
import { calculateMinimumWage } from '@shared/payroll/calculator/nmw';
import { calculateSickPay } from '@shared/payroll/calculator/ssp';
import { calculateStatutoryParental } from '@shared/payroll/calculator/statutory-parental';
import { bundledRates } from '@shared/rates/bundled-rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGolden } from '../../golden/load-golden';

const FAMILIES: readonly (readonly [string, Calculator])[] = [
  ['attachment_orders', calculateAttachmentOrder],
  ['bank_holidays', calculateBankHoliday],
  ['holiday_entitlement', calculateHolidayEntitlement],
  ['nmw', calculateMinimumWage],
  ['ssp', calculateSickPay],
  ['statutory_parental', calculateStatutoryParental],
];

const nonsense = fc.oneof(
  fc.constantFrom(
    '',
    '-1',
    '-0.01',
    '2026-02-30',
    '9999999999',
    '1e9',
    'x',
    -1,
    0,
    1.5,
    1e300,
    null,
    true,
    [],
    {},
  ),
  fc.string(),
  fc.double(),
);

describe('the calculator, given what cannot be worked out', () => {
  it.each(FAMILIES)('%s answers with a code and does not fall over', (family, calculate) => {
    const cases = loadGolden(family).cases;
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.nat(),
        nonsense,
        fc.boolean(),
        (one, which, value, spoilYear) => {
          const keys = Object.keys(one.input);
          const key = keys[which % Math.max(1, keys.length)] ?? 'date';
          const spoilt = {
            ...one,
            input: { ...one.input, [key]: value },
            tax_year: spoilYear ? value : one.tax_year,
          };
          const result = calculate(spoilt, bundledRates);
          if (!result.ok) expect(result.code).toMatch(/^[a-z-]+\.[a-z-]+$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names what is wrong', () => {
    const code = (calculate: Calculator, type: string, input: unknown, taxYear = '2026-27'): string => {
      const result = calculate({ type, input, tax_year: taxYear }, bundledRates);
      return result.ok ? 'no refusal' : result.code;
    };
    expect(code(calculateBankHoliday, '', { division: 'scotland', date: '2026-02-30' })).toBe(
      'day.not-a-date',
    );
    expect(code(calculateBankHoliday, '', { division: 'cornwall', date: '2026-02-03' })).toBe(
      'division.not-known',
    );
    expect(
      code(calculateAttachmentOrder, '', {
        order_type: 'direct_earnings_attachment',
        pay_frequency: 'weekly',
        net_earnings: '-1',
      }),
    ).toBe('money.negative');
    expect(code(calculateMinimumWage, 'apprentice_rate', {}, '2031-32')).toBe('minimum-wage.rates-not-known');
    expect(code(calculateMinimumWage, 'apprentice_rate', {}, '2026-29')).toBe('tax-year.not-a-tax-year');
    expect(code(calculateSickPay, 'lower_earnings_limit', { date: '2031-01-01' })).toBe(
      'sick-pay.rates-not-known',
    );
    expect(code(calculateHolidayEntitlement, '', { basis: 'days_per_week', working_days_per_week: 9 })).toBe(
      'holiday.too-many-days-in-a-week',
    );
  });
});
