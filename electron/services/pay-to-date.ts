import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, sumPence } from '@shared/money';
import { NOTHING_TO_DATE } from '@shared/payroll/pay';
import type { FiguresToDate, NiToDate, PayResult } from '@shared/payroll/pay-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import { STATUTORY_CODES, type StatutoryPaid } from '@shared/payroll/year-figures';
import { type PayRecord, standingPayslips } from './pay-record';
import { type PaidPayslip, type StoredPayslip, taxDayOfStored } from './pay-stored';

const NO_NI: NiToDate = {
  earnings: NO_MONEY,
  earningsAtLel: NO_MONEY,
  earningsLelToPt: NO_MONEY,
  earningsPtToUel: NO_MONEY,
  earningsAboveUel: NO_MONEY,
  employee: NO_MONEY,
  employer: NO_MONEY,
};

/** Figures to date with one more payment in them. */
export function withPayment(before: FiguresToDate, paid: Omit<PayResult, 'explanations'>): FiguresToDate {
  const ni = before.nationalInsurance[paid.niCategory] ?? NO_NI;
  const now = paid.nationalInsurance;
  return {
    gross: addPence(before.gross, paid.gross),
    taxablePay: addPence(before.taxablePay, paid.taxablePay),
    tax: addPence(before.tax, paid.tax),
    nationalInsurance: {
      ...before.nationalInsurance,
      [paid.niCategory]: {
        earnings: addPence(ni.earnings, paid.nicablePay),
        earningsAtLel: addPence(ni.earningsAtLel, now.earningsAtLel),
        earningsLelToPt: addPence(ni.earningsLelToPt, now.earningsLelToPt),
        earningsPtToUel: addPence(ni.earningsPtToUel, now.earningsPtToUel),
        earningsAboveUel: addPence(ni.earningsAboveUel, now.earningsAboveUel),
        employee: addPence(ni.employee, now.employee),
        employer: addPence(ni.employer, now.employer),
      },
    },
    studentLoan: addPence(before.studentLoan, paid.studentLoan),
    postgraduateLoan: addPence(before.postgraduateLoan, paid.postgraduateLoan),
    pensionEmployee: addPence(before.pensionEmployee, paid.pensionEmployee),
    pensionEmployer: addPence(before.pensionEmployer, paid.pensionEmployer),
  };
}

function earlierRows(record: PayRecord, workerId: string, taxYear: string) {
  return record.figures.filter(
    (one) => one.worker_id === workerId && one.tax_year === taxYear && one.source === 'earlier-software',
  );
}

/** What other software had paid a PA in a tax year, before Mainstay: nothing where it paid none. */
export function paidByEarlierSoftware(record: PayRecord, workerId: string, taxYear: string): FiguresToDate {
  const rows = earlierRows(record, workerId, taxYear);
  const sum = (of: (row: (typeof rows)[number]) => Pence): Pence => sumPence(rows.map(of));
  return {
    ...NOTHING_TO_DATE,
    gross: sum((one) => one.gross_pence ?? one.taxable_pay_pence),
    taxablePay: sum((one) => one.taxable_pay_pence),
    tax: sum((one) => one.tax_pence),
    nationalInsurance: Object.assign({}, ...rows.map((one) => JSON.parse(one.national_insurance_json))),
    studentLoan: sum((one) => one.student_loan_pence),
    postgraduateLoan: sum((one) => one.postgraduate_loan_pence),
    pensionEmployee: sum((one) => one.pension_employee_pence),
    pensionEmployer: sum((one) => one.pension_employer_pence),
  };
}

/** Statutory pay of a tax year with what other software had paid of it. */
export function withEarlierStatutory(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  paid: StatutoryPaid,
): StatutoryPaid {
  const all = { ...paid };
  for (const row of earlierRows(record, workerId, taxYear)) {
    const earlier: Partial<StatutoryPaid> = JSON.parse(row.statutory_pay_json);
    for (const code of STATUTORY_CODES) all[code] = addPence(all[code], earlier[code] ?? NO_MONEY);
  }
  return all;
}

/**
 * A PA's figures of a tax year from every payslip that stands, with what earlier software had paid. With `only`, of
 * some payslips alone: a correction is worked out on those before the payday that it corrects.
 */
export function figuresToDateOfWorker(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  only: (stored: PaidPayslip, payslipId: string) => boolean = () => true,
): FiguresToDate {
  return standingPayslips(record, workerId)
    .filter((one) => one.tax_year === taxYear && only(record.paid(one.id), one.id))
    .reduce(
      (sum, one) => withPayment(sum, record.paid(one.id).result.result),
      paidByEarlierSoftware(record, workerId, taxYear),
    );
}

/** Employee National Insurance under every letter of the year. */
export function employeeNiToDate(figures: FiguresToDate): Pence {
  return Object.values(figures.nationalInsurance).reduce((sum, one) => addPence(sum, one.employee), NO_MONEY);
}

type PreviousEmployment = { readonly taxablePay: Pence; readonly tax: Pence };

/** Pay and tax of an earlier job this tax year, from a P45 or an HMRC notice. */
export function previousEmployment(
  record: PayRecord,
  workerId: string,
  taxYear: string,
): PreviousEmployment | null {
  const row = record.figures.find(
    (one) => one.worker_id === workerId && one.tax_year === taxYear && one.source === 'p45',
  );
  return row === undefined ? null : { taxablePay: row.taxable_pay_pence, tax: row.tax_pence };
}

/**
 * The same as it was known on a payday that is worked out again: figures of a notice count from the day it has effect,
 * so before that day those that the payslip was made with stay.
 */
export function previousEmploymentThen(
  record: PayRecord,
  workerId: string,
  stored: StoredPayslip,
): PreviousEmployment | null {
  const taxDay = taxDayOfStored(stored);
  const row = record.figures.find(
    (one) => one.worker_id === workerId && one.tax_year === taxYearOf(taxDay) && one.source === 'p45',
  );
  if (row !== undefined && row.reach_on !== null && row.reach_on > taxDay)
    return stored.input.input.worker.previousEmployment;
  return row === undefined ? null : { taxablePay: row.taxable_pay_pence, tax: row.tax_pence };
}

/** A day as it sorts among paydays: the payday that a payslip is for, corrected or not. */
export function paydayOf(stored: PaidPayslip): IsoDay {
  return stored.input.input.payDate;
}
