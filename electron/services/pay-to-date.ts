import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, sumPence } from '@shared/money';
import { NOTHING_TO_DATE } from '@shared/payroll/pay';
import type { FiguresToDate, NiToDate, PayResult } from '@shared/payroll/pay-types';
import { STATUTORY_CODES, type StatutoryPaid } from '@shared/payroll/year-figures';
import { type PayRecord, standingPayslips } from './pay-record';
import type { StoredPayslip } from './pay-stored';

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
export function withPayment(before: FiguresToDate, paid: PayResult): FiguresToDate {
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
  return earlierRows(record, workerId, taxYear).reduce<StatutoryPaid>((sum, row) => {
    const earlier: Partial<StatutoryPaid> = JSON.parse(row.statutory_pay_json);
    const all = { ...sum };
    for (const code of STATUTORY_CODES) all[code] = addPence(sum[code], earlier[code] ?? NO_MONEY);
    return all;
  }, paid);
}

/**
 * A PA's figures of a tax year from every payslip that stands, with what earlier software had paid. With `only`, of
 * some payslips alone: a correction is worked out on those before the payday that it corrects.
 */
export function figuresToDateOfWorker(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  only: (stored: StoredPayslip, payslipId: string) => boolean = () => true,
): FiguresToDate {
  return standingPayslips(record, workerId)
    .filter((one) => one.tax_year === taxYear && only(record.stored(one.id), one.id))
    .reduce(
      (sum, one) => withPayment(sum, record.stored(one.id).result.result),
      paidByEarlierSoftware(record, workerId, taxYear),
    );
}

/** Employee National Insurance under every letter of the year. */
export function employeeNiToDate(figures: FiguresToDate): Pence {
  return Object.values(figures.nationalInsurance).reduce((sum, one) => addPence(sum, one.employee), NO_MONEY);
}

/**
 * Pay and tax of an earlier job this tax year, from a P45 or an HMRC notice; with a day, as it was known then: figures of
 * a notice count from the day it has effect.
 */
export function previousEmployment(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  day?: IsoDay,
): { readonly taxablePay: Pence; readonly tax: Pence } | null {
  const row = record.figures
    .filter(
      (one) =>
        one.worker_id === workerId &&
        one.tax_year === taxYear &&
        one.source === 'p45' &&
        (day === undefined || one.reach_on === null || one.reach_on <= day),
    )
    .sort((a, b) => ((a.reach_on ?? '') < (b.reach_on ?? '') ? -1 : 1))
    .at(-1);
  return row === undefined ? null : { taxablePay: row.taxable_pay_pence, tax: row.tax_pence };
}

/** A day as it sorts among paydays: the payday that a payslip is for, corrected or not. */
export function paydayOf(stored: StoredPayslip): IsoDay {
  return stored.input.input.payDate;
}
