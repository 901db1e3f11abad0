import type { Calculator } from '@shared/payroll/calculator/case-reader';
import { calculateIncomeTax } from '@shared/payroll/calculator/income-tax';
import { calculateNationalInsurance } from '@shared/payroll/calculator/national-insurance';
import { calculateNiNumber } from '@shared/payroll/calculator/ni-numbers';
import { calculatePensions } from '@shared/payroll/calculator/pensions';
import { calculateStudentLoans } from '@shared/payroll/calculator/student-loans';
import { calculateTaxCode } from '@shared/payroll/calculator/tax-codes';
import { calculateTaxPeriod } from '@shared/payroll/calculator/tax-periods';
import { bundledRates } from '@shared/rates/bundled-rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TAX_INPUT = {
  jurisdiction: 'rUK',
  pay_frequency: 'monthly',
  tax_week_or_month_at_period_end: 1,
  tax_code: '1257L',
  basis: 'cumulative',
  taxable_pay_this_period: '2000.00',
  taxable_pay_earlier_in_year: '0.00',
  tax_deducted_earlier_in_year: '0.00',
};

function tax(input: Record<string, unknown>, taxYear: unknown = '2026-27'): unknown {
  const result = calculateIncomeTax(
    { id: 'a', tax_year: taxYear, input: { ...TAX_INPUT, ...input } },
    bundledRates,
  );
  return result.ok ? result.value['tax_this_period'] : result.code;
}

describe('a case that can be computed', () => {
  it('gives its figures in pounds', () => {
    // 2,000 − 1,048.26 = 951.74: 951 × 20% = 190.20.
    expect(tax({})).toBe('190.20');
    expect(tax({ taxable_pay_this_period: 2000 })).toBe('190.20');
  });

  it('takes the nation from the jurisdiction when the code has no letter in front', () => {
    // Scotland, month 1 of 2026-27: 19% on 330.5833 = 62.8108; 20% on 620.4167 = 124.0833. Sum 186.8941.
    expect(tax({ jurisdiction: 'Scotland' })).toBe('186.89');
    expect(tax({ tax_code: 'S1257L' })).toBe('186.89');
  });

  it('takes the basis behind the code as well as the one beside it', () => {
    const later = { tax_week_or_month_at_period_end: 2, taxable_pay_earlier_in_year: '2000.00' };
    expect(tax({ ...later, tax_code: '1257L M1' })).toBe('190.20');
    expect(tax({ ...later, basis: 'week1_month1' })).toBe('190.20');
  });
});

describe('a pension paid by salary exchange', () => {
  it('is paid whole by the employer, with the National Insurance saved', () => {
    // Published in the Payetools unit tests: 5,366.59 at 3% and 4%, saving 29.6235768: 405.28 before 161.00.
    // 161.00 + 214.66 + 29.62 = 405.28.
    const result = calculatePensions(
      {
        tax_year: '2025-26',
        input: {
          pay_frequency: 'monthly',
          earnings_basis: 'pensionable_pay',
          tax_treatment: 'salary_exchange',
          pensionable_pay: '5366.59',
          employer_contribution_percent: '3.0',
          employee_contribution_percent: '4.0',
          employer_ni_saving: '29.6235768',
        },
      },
      bundledRates,
    );
    expect(result).toMatchObject({
      value: {
        employer_contribution: '405.28',
        employer_contribution_before_salary_exchange: '161.00',
        employer_ni_saving_reinvested: '29.62',
        employee_contribution_deducted: '0.00',
      },
    });
  });
});

describe('a case that cannot be computed', () => {
  it('is refused with a code of its own', () => {
    expect(tax({}, '2030-31')).toBe('rates.unknown-tax-year');
    expect(tax({}, null)).toBe('case.missing');
    expect(tax({ tax_code: 'HELLO' })).toBe('tax-code.not-a-code');
    expect(tax({ taxable_pay_this_period: '-1.00' })).toBe('case.negative');
    expect(tax({ taxable_pay_this_period: 'ten' })).toBe('case.not-money');
    expect(tax({ taxable_pay_this_period: '100000000.01' })).toBe('case.too-large');
    expect(tax({ pay_frequency: 'daily' })).toBe('case.unknown-word');
    expect(tax({ tax_week_or_month_at_period_end: 13 })).toBe('case.not-a-number');
    expect(calculateIncomeTax({ tax_year: '2026-27' }, bundledRates)).toMatchObject({
      code: 'case.no-input',
    });
    expect(
      calculateTaxPeriod({ input: { pay_date: '2026-02-30', pay_frequency: 'weekly' } }, bundledRates),
    ).toMatchObject({ code: 'case.not-a-date' });
    expect(
      calculateStudentLoans(
        {
          tax_year: '2024-25',
          input: {
            pay_frequency: 'monthly',
            earnings_subject_to_ni: '3000.00',
            student_loan_plan: 'plan_5',
            has_postgraduate_loan: false,
          },
        },
        bundledRates,
      ),
    ).toMatchObject({ code: 'pay.loan-plan-not-known' });
  });

  it('never breaks the program, whatever is in it', () => {
    const calculators: readonly Calculator[] = [
      calculateIncomeTax,
      calculateNationalInsurance,
      calculateNiNumber,
      calculatePensions,
      calculateStudentLoans,
      calculateTaxCode,
      calculateTaxPeriod,
    ];
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom('weekly', 'monthly', '1257L', 'K999999', 'plan_1', 'A', 'rUK', '99999999.99', 52, true),
    );
    const keys = [
      ...Object.keys(TAX_INPUT),
      'ni_category',
      'nicable_pay',
      'earnings_subject_to_ni',
      'student_loan_plan',
      'pensionable_pay',
      'pay_date',
      'ni_number',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...calculators),
        fc.oneof(fc.constantFrom('2024-25', '2026-27', 'any'), fc.anything()),
        fc.dictionary(fc.constantFrom(...keys), value),
        (calculate, taxYear, input) => {
          const result = calculate({ tax_year: taxYear, input: { ...TAX_INPUT, ...input } }, bundledRates);
          expect(typeof result.ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
