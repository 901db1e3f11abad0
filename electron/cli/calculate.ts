import { calculateAttachmentOrder } from '@shared/payroll/calculator/attachment-orders';
import { calculateBankHoliday } from '@shared/payroll/calculator/bank-holidays';
import type { Calculator, CalculatorCase } from '@shared/payroll/calculator/case-reader';
import { calculateHolidayEntitlement } from '@shared/payroll/calculator/holiday-entitlement';
import { calculateIncomeTax } from '@shared/payroll/calculator/income-tax';
import { calculateNationalInsurance } from '@shared/payroll/calculator/national-insurance';
import { calculateNiNumber } from '@shared/payroll/calculator/ni-numbers';
import { calculateMinimumWage } from '@shared/payroll/calculator/nmw';
import { calculatePensions } from '@shared/payroll/calculator/pensions';
import { calculateSickPay } from '@shared/payroll/calculator/ssp';
import { calculateStatutoryParental } from '@shared/payroll/calculator/statutory-parental';
import { calculateStudentLoans } from '@shared/payroll/calculator/student-loans';
import { calculateTaxCode } from '@shared/payroll/calculator/tax-codes';
import { calculateTaxPeriod } from '@shared/payroll/calculator/tax-periods';
import { bundledRates } from '@shared/rates/bundled-rates';
import { detailsText, fill, words } from './words';

const FAMILIES: Readonly<Record<string, Calculator>> = {
  income_tax: calculateIncomeTax,
  national_insurance: calculateNationalInsurance,
  student_loans: calculateStudentLoans,
  pensions: calculatePensions,
  nmw: calculateMinimumWage,
  holiday_entitlement: calculateHolidayEntitlement,
  ssp: calculateSickPay,
  statutory_parental: calculateStatutoryParental,
  attachment_orders: calculateAttachmentOrder,
  tax_codes: calculateTaxCode,
  tax_periods: calculateTaxPeriod,
  ni_numbers: calculateNiNumber,
  bank_holidays: calculateBankHoliday,
};

/** The names of the families, for help. */
export const FAMILY_NAMES: readonly string[] = Object.keys(FAMILIES);

export type Answer =
  | { readonly id: unknown; readonly output: Readonly<Record<string, unknown>> }
  | { readonly id: unknown; readonly error: { readonly code: string; readonly message: string } };

const SENTENCES: Readonly<Record<string, string>> = words.calculate.problems;

function failed(id: unknown, code: string, details: Readonly<Record<string, string | number>> = {}): Answer {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  const values = {
    key: 'input',
    least: '',
    most: '',
    ...details,
    ...(details['key'] === '' ? { key: 'input' } : {}),
  };
  return {
    id,
    error: {
      code,
      message:
        sentence === undefined
          ? fill(words.calculate.problem, { code, details: detailsText(details) })
          : fill(sentence, values),
    },
  };
}

/** Works out every case of a family; `undefined` when there is no such family. */
export function calculate(family: string, cases: readonly unknown[]): Answer[] | undefined {
  const calculator = Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined;
  if (calculator === undefined) return undefined;
  return cases.map((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each))
      return failed(null, 'case.not-an-object');
    const given = each as CalculatorCase & { id?: unknown };
    const id = given.id ?? null;
    try {
      const result = calculator(given, bundledRates);
      return result.ok ? { id, output: result.value } : failed(id, result.code, result.details);
    } catch {
      // A case must never stop the others.
      return failed(id, 'case.not-understood');
    }
  });
}
