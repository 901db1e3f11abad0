import names from '@resources/documents/file-names.json';
import type { YearPapers } from '@shared/api/pay';
import { addDays, type IsoDay } from '@shared/dates';
import { addPence, sumPence } from '@shared/money';
import { taxMonthDays } from '@shared/payroll/hmrc';
import type { FiguresToDate } from '@shared/payroll/pay-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import {
  hoursBand,
  niLetters,
  p45Figures,
  p60Figures,
  paperQuarters,
  statutoryPaid,
} from '@shared/payroll/year-figures';
import {
  basicPayeToolsPdf,
  type LoanAndPensionBoxes,
  type PaymentSheetForTools,
} from '../files/documents/basic-paye-tools-pdf';
import type { EmployerBoxes, PersonBoxes } from '../files/documents/figure-sheet';
import { formatNiNumber } from '../files/documents/figures';
import { p45FiguresPdf } from '../files/documents/p45-figures-pdf';
import { p60FiguresPdf } from '../files/documents/p60-figures-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { hmrcDayOfCorrection } from './pay-hmrc';
import {
  inForce,
  loadPayRecord,
  type PayRecord,
  type PayslipRow,
  type WorkerRow,
  workerOfRecord,
} from './pay-record';
import type { StoredPayslip } from './pay-stored';
import {
  paidByEarlierSoftware,
  paydayOf,
  previousEmployment,
  withEarlierStatutory,
  withPayment,
} from './pay-to-date';
import type { MadeFile } from './program-files';
import { workerName } from './worker-name';

const PDF = 'application/pdf';

function recordOf(context: ServiceContext, householdId: string): PayRecord {
  return loadPayRecord(databaseOf(context), householdId, todayOf(context));
}

export function employerBoxes(record: PayRecord): EmployerBoxes {
  return {
    employerName: record.employer?.legal_name ?? '',
    payeReference: record.employer?.paye_reference ?? '',
  };
}

export function personBoxes(worker: WorkerRow): PersonBoxes {
  return {
    name: workerName(worker),
    niNumber: worker.ni_number === '' ? '' : formatNiNumber(worker.ni_number),
    payrollNumber: worker.payroll_number,
  };
}

/** Payslips of a tax year that stood at a moment: those in it, but for what another of them corrects. */
export function stoodWith(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  isIn: (row: PayslipRow) => boolean,
): StoredPayslip[] {
  const rows = record.payslips.filter(
    (row) => row.worker_id === workerId && row.tax_year === taxYear && isIn(row),
  );
  const corrected = new Set(rows.map((row) => row.corrects_id));
  return rows.filter((row) => !corrected.has(row.id)).map((row) => record.stored(row.id));
}

export function earlierSoftware(record: PayRecord, workerId: string, taxYear: string) {
  return record.figures.filter(
    (one) => one.worker_id === workerId && one.tax_year === taxYear && one.source === 'earlier-software',
  );
}

/** What some payslips come to, with what earlier software had paid. */
export function sumOf(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  payslips: readonly StoredPayslip[],
): FiguresToDate {
  return payslips.reduce<FiguresToDate>(
    (sum, one) => withPayment(sum, one.result.result),
    paidByEarlierSoftware(record, workerId, taxYear),
  );
}

function isNetPay({ input }: StoredPayslip): boolean {
  const { pension } = input.input.worker;
  return pension.kind !== 'none' && pension.treatment === 'net-pay';
}

function loansAndPension(payslips: readonly StoredPayslip[]): LoanAndPensionBoxes {
  const pension = (netPay: boolean) =>
    sumPence(
      payslips.filter((one) => isNetPay(one) === netPay).map((one) => one.result.result.pensionEmployee),
    );
  return {
    studentLoan: sumPence(payslips.map((one) => one.result.result.studentLoan)),
    postgraduateLoan: sumPence(payslips.map((one) => one.result.result.postgraduateLoan)),
    pensionNetPay: pension(true),
    pensionNotNetPay: pension(false),
  };
}

export function toDateBoxes(
  record: PayRecord,
  workerId: string,
  taxYear: string,
  payslips: readonly StoredPayslip[],
): PaymentSheetForTools['toDate'] {
  const sum = sumOf(record, workerId, taxYear, payslips);
  const earlier = paidByEarlierSoftware(record, workerId, taxYear);
  const here = loansAndPension(payslips);
  // A pension of the time before is taken to be of the kind that it is of here.
  const kept = payslips.some(isNetPay) ? 'pensionNetPay' : 'pensionNotNetPay';
  return {
    ...here,
    studentLoan: sum.studentLoan,
    postgraduateLoan: sum.postgraduateLoan,
    [kept]: addPence(here[kept], earlier.pensionEmployee),
    taxablePay: sum.taxablePay,
    tax: sum.tax,
    nationalInsurance: niLetters(sum),
    statutory: withEarlierStatutory(
      record,
      workerId,
      taxYear,
      statutoryPaid(payslips.flatMap((one) => one.input.input.earnings)),
    ),
  };
}

/** The payslip of the last payday among some; undefined without any. */
export function lastOf(payslips: readonly StoredPayslip[]): StoredPayslip | undefined {
  return payslips.reduce<StoredPayslip | undefined>(
    (last, one) => (last === undefined || paydayOf(one) >= paydayOf(last) ? one : last),
    undefined,
  );
}

/** `1257L X` is the code 1257L on week 1 or month 1. */
export function taxCodeOf(shown: string): { readonly taxCode: string; readonly isWeek1Month1: boolean } {
  const isWeek1Month1 = shown.endsWith(' X');
  return { taxCode: isWeek1Month1 ? shown.slice(0, -2) : shown, isWeek1Month1 };
}

function yearEnd(taxYear: string): IsoDay {
  return taxMonthDays(taxYear, 12).to;
}

/** Those who get a P60: paid in the tax year, and employed on its last day. */
export function p60Workers(record: PayRecord, taxYear: string): WorkerRow[] {
  const end = yearEnd(taxYear);
  return record.workers.filter(
    (worker) =>
      (worker.left_on === null || worker.left_on >= end) &&
      (earlierSoftware(record, worker.id, taxYear).length > 0 ||
        record.payslips.some((row) => row.worker_id === worker.id && row.tax_year === taxYear)),
  );
}

/** The day that a payslip counts on for HMRC. */
export function countsOn(row: PayslipRow): IsoDay {
  return row.corrects_id === null ? row.pay_date : hmrcDayOfCorrection(row.pay_date, row.tax_year);
}

/** Which papers of a tax year there are: whose P60 figures, and, for paper filers alone, which quarters. */
export function yearPapers(context: ServiceContext, householdId: string, taxYear: string): YearPapers {
  const record = recordOf(context, householdId);
  const end = yearEnd(taxYear);
  return {
    p60From: addDays(end, 1),
    isOver: record.today > end,
    p60: p60Workers(record, taxYear).map((worker) => ({ workerId: worker.id, name: workerName(worker) })),
    quarters:
      record.employer?.filing_route !== 'paper'
        ? []
        : paperQuarters(taxYear).filter(
            (quarter) =>
              quarter.from <= record.today &&
              record.payslips.some(
                (row) =>
                  row.tax_year === taxYear && quarter.from <= countsOn(row) && countsOn(row) <= quarter.to,
              ),
          ),
  };
}

/** The figures of a PA's P60. Refuses with `pay.year-not-over` and `pay.no-p60`. */
export function p60FiguresFile(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  workerId: string,
): MadeFile {
  const record = recordOf(context, householdId);
  const worker = workerOfRecord(record, workerId);
  if (record.today <= yearEnd(taxYear)) refuse('pay.year-not-over', { day: yearEnd(taxYear) });
  if (!p60Workers(record, taxYear).includes(worker)) refuse('pay.no-p60', { name: workerName(worker) });
  const payslips = stoodWith(record, workerId, taxYear, () => true);
  const last = lastOf(payslips);
  const before = previousEmployment(record, workerId, taxYear);
  const bytes = p60FiguresPdf({
    employer: employerBoxes(record),
    person: personBoxes(worker),
    taxYear,
    asOf: record.today,
    ...taxCodeOf(last?.result.result.taxCode ?? taxCodeInForce(record, workerId, yearEnd(taxYear))),
    figures: p60Figures(
      sumOf(record, workerId, taxYear, payslips),
      before === null ? null : { pay: before.taxablePay, tax: before.tax },
      withEarlierStatutory(
        record,
        workerId,
        taxYear,
        statutoryPaid(payslips.flatMap((one) => one.input.input.earnings)),
      ),
    ),
    hasEarlierSoftware: earlierSoftware(record, workerId, taxYear).length > 0,
  });
  const name = fill(names.p60Figures, { year: taxYear, worker: workerName(worker) });
  return { name: safeFileName(name), mediaType: PDF, bytes };
}

function taxCodeInForce(record: PayRecord, workerId: string, day: IsoDay): string {
  const row = inForce(record.tax, workerId, day, (one) => one.from_day);
  if (row === undefined) return '';
  return row.tax_basis === 'week1-month1' ? `${row.tax_code} X` : row.tax_code;
}

export function addressOf(worker: WorkerRow): string {
  return [worker.address_line_1, worker.address_line_2, worker.town, worker.postcode]
    .filter((part) => part !== '')
    .join(', ');
}

/** The figures of a leaver's P45. Refuses with `pay.not-left` and `pay.nothing-paid`. */
export function p45FiguresFile(context: ServiceContext, householdId: string, workerId: string): MadeFile {
  const record = recordOf(context, householdId);
  const worker = workerOfRecord(record, workerId);
  const name = workerName(worker);
  const leftOn = worker.left_on ?? refuse('pay.not-left', { name });
  const rows = record.payslips.filter((row) => row.worker_id === workerId);
  const newest = lastOf(rows.map((row) => record.stored(row.id))) ?? refuse('pay.nothing-paid', { name });
  const paidYear = taxYearOf(paydayOf(newest));
  const taxYear = paidYear > taxYearOf(leftOn) ? paidYear : taxYearOf(leftOn);
  const payslips = stoodWith(record, workerId, taxYear, () => true);
  const last = lastOf(payslips);
  const code = taxCodeOf(last?.result.result.taxCode ?? taxCodeInForce(record, workerId, leftOn));
  const before = previousEmployment(record, workerId, taxYear);
  const taxDetail = inForce(record.tax, workerId, leftOn, (one) => one.from_day);
  const bytes = p45FiguresPdf({
    employer: employerBoxes(record),
    person: {
      ...personBoxes(worker),
      birthDate: worker.birth_date,
      gender: worker.gender,
      address: addressOf(worker),
    },
    asOf: record.today,
    taxYear,
    leftOn,
    ...code,
    loanContinues: (taxDetail?.student_loan_plan ?? null) !== null,
    lastPeriod: last?.result.line.taxPeriod ?? null,
    figures: p45Figures(
      sumOf(record, workerId, taxYear, payslips),
      before === null ? null : { pay: before.taxablePay, tax: before.tax },
      code.isWeek1Month1,
    ),
    hasUnpaidHours: record.unpaid.some((shift) => shift.worker_id === workerId),
    hasEarlierSoftware: earlierSoftware(record, workerId, taxYear).length > 0,
  });
  return { name: safeFileName(fill(names.p45Figures, { worker: name })), mediaType: PDF, bytes };
}

function paymentForTools(record: PayRecord, row: PayslipRow): PaymentSheetForTools {
  const stored = record.stored(row.id);
  const { input } = stored.input;
  const { result, line } = stored.result;
  const terms = inForce(record.contracts, row.worker_id, row.period_to, (one) => one.starts_on);
  const fixed = terms?.hours_kind === 'fixed' ? terms.weekly_minutes : null;
  const stood = stoodWith(
    record,
    row.worker_id,
    row.tax_year,
    (one) =>
      one.finished_at < row.finished_at ||
      (one.finished_at === row.finished_at && one.pay_date <= row.pay_date),
  );
  return {
    person: personBoxes(workerOfRecord(record, row.worker_id)),
    payDate: paydayOf(stored),
    frequency: input.frequency,
    taxPeriod: line.taxPeriod,
    hoursBand: hoursBand(fixed),
    ...taxCodeOf(result.taxCode),
    niLetter: result.niCategory,
    loanPlan: result.studentLoan === 0 ? null : input.worker.loans.plan,
    now: {
      ...loansAndPension([stored]),
      taxablePay: result.taxablePay,
      notSubject: result.reimbursements,
      fromNetPay: sumPence(input.otherDeductions.filter((one) => one.afterTax).map((one) => one.amount)),
      tax: result.tax,
      niEarnings: result.nicablePay,
      employeeNi: result.nationalInsurance.employee,
      employerNi: result.nationalInsurance.employer,
    },
    toDate: toDateBoxes(record, row.worker_id, row.tax_year, stood),
    replaces: line.replaces?.payDate ?? null,
    hasEarlierSoftware: earlierSoftware(record, row.worker_id, row.tax_year).length > 0,
  };
}

/** The figures of a finished run to type into HMRC's Basic PAYE Tools. Refuses with `not-found`. */
export function basicPayeToolsFile(context: ServiceContext, householdId: string, runId: string): MadeFile {
  const run = ownedRow(databaseOf(context).byId('pay_run', runId), householdId);
  const record = recordOf(context, householdId);
  const bytes = basicPayeToolsPdf({
    employer: employerBoxes(record),
    payDate: run.pay_date,
    payments: record.payslips
      .filter((row) => row.pay_run_id === runId)
      .map((row) => paymentForTools(record, row)),
  });
  return { name: safeFileName(fill(names.basicPayeTools, { day: run.pay_date })), mediaType: PDF, bytes };
}
