import { calculateIncomeTax } from '@shared/payroll/calculator/income-tax';
import { calculateNationalInsurance } from '@shared/payroll/calculator/national-insurance';
import { calculateNiNumber } from '@shared/payroll/calculator/ni-numbers';
import { calculatePensions } from '@shared/payroll/calculator/pensions';
import { calculateStudentLoans } from '@shared/payroll/calculator/student-loans';
import { calculateTaxCode } from '@shared/payroll/calculator/tax-codes';
import { calculateTaxPeriod } from '@shared/payroll/calculator/tax-periods';
import { describe, expect, it } from 'vitest';
import { testGoldenFamily } from './golden-family';
import { checkGolden, loadGolden } from './load-golden';

testGoldenFamily('income_tax', calculateIncomeTax);
testGoldenFamily('national_insurance', calculateNationalInsurance);
testGoldenFamily('student_loans', calculateStudentLoans);
testGoldenFamily('pensions', calculatePensions);
testGoldenFamily('tax_codes', calculateTaxCode);
testGoldenFamily('ni_numbers', calculateNiNumber);
// Tax periods follow from the calendar alone, so every year's rows count.
testGoldenFamily('tax_periods', calculateTaxPeriod, {
  years: loadGolden('tax_periods').cases.map((one) => one.tax_year),
});

describe('the loader of golden cases', () => {
  const oneCase = { id: 'a', tax_year: 'any', source: 's', input: {}, expected: { x: 1 } };
  it('refuses a case without a source', () => {
    expect(() => checkGolden({ source: {}, cases: [oneCase] })).toThrow('has no source');
  });
  it('refuses a case that expects nothing', () => {
    expect(() => checkGolden({ source: { s: {} }, cases: [{ ...oneCase, expected: {} }] })).toThrow(
      'nothing expected',
    );
  });
  it('refuses the same case twice', () => {
    expect(() => checkGolden({ source: { s: {} }, cases: [oneCase, oneCase] })).toThrow('there twice');
  });
});
