import names from '@resources/documents/file-names.json';
import { addPence, NO_MONEY, pence } from '@shared/money';
import { hmrcOwed, type HmrcPayment as RulesPayment } from '@shared/payroll/hmrc';
import { accountsOf } from '../db/queries/household';
import { paymentTicksOf } from '../db/queries/pay';
import { type HmrcRecord, hmrcRecordCsv, hmrcRecordPdf } from '../files/documents/hmrc-record-pdf';
import { paymentSheetCsv } from '../files/documents/payment-sheet-csv';
import { type PaymentSheet, paymentSheetPdf } from '../files/documents/payment-sheet-pdf';
import { payslipHtml } from '../files/documents/payslip-html';
import { payslipPdf } from '../files/documents/payslip-pdf';
import { payslipsPdf } from '../files/documents/payslips-pdf';
import { pdfPasswordProblem } from '../files/documents/pdf-encryption';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { hmrcKey, hmrcPaymentsOf, hmrcPeriodsOf, hmrcReferenceOf, shownPeriods } from './pay-hmrc';
import { payments } from './pay-payments';
import { payslipDocument } from './pay-payslip';
import { loadPayRecord, type PayRecord, workerOfRecord } from './pay-record';
import type { MadeFile } from './program-files';
import { ratesBookOf } from './rates';
import { workerName } from './worker-name';

const PDF = 'application/pdf';
const CSV = 'text/csv';
const HTML = 'text/html';

/**
 * One finished payslip: `Payslip Grace Okafor 2026-11-27.pdf`, locked where a password is given, or the same as a web
 * page. The password is not kept. Refuses one that would not open the file everywhere.
 */
export function payslipFile(
  context: ServiceContext,
  householdId: string,
  payslipId: string,
  format: 'pdf' | 'html' = 'pdf',
  password?: string,
): MadeFile {
  const problem = password === undefined ? undefined : pdfPasswordProblem(password);
  if (problem !== undefined) refuse(problem, {}, 'password');
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const row = record.payslips.find((one) => one.id === payslipId) ?? refuse('not-found');
  const document = payslipDocument(record, row);
  const name = format === 'pdf' ? names.payslip : names.payslipPage;
  return {
    name: safeFileName(fill(name, { worker: document.workerName, day: row.pay_date })),
    mediaType: format === 'pdf' ? PDF : HTML,
    bytes: format === 'pdf' ? payslipPdf(document, password) : payslipHtml(document),
  };
}

/** Every payslip of a run in one PDF. */
export function payslipsFile(context: ServiceContext, householdId: string, runId: string): MadeFile {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', runId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const documents = record.payslips
    .filter((one) => one.pay_run_id === runId)
    .map((row) => payslipDocument(record, row));
  return {
    name: safeFileName(
      fill(names.payslips, { household: householdName(context, householdId), day: run.pay_date }),
    ),
    mediaType: PDF,
    bytes: payslipsPdf(documents, todayOf(context)),
  };
}

function householdName(context: ServiceContext, householdId: string): string {
  return (databaseOf(context).byId('household', householdId) ?? refuse('not-found')).name;
}

function paymentSheet(context: ServiceContext, householdId: string, runId: string): PaymentSheet {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', runId), householdId);
  const [account] = accountsOf(db, householdId);
  return {
    householdName: householdName(context, householdId),
    payDate: run.pay_date,
    ...(account === undefined ? {} : { payFrom: account.name }),
    payments: payments(context, householdId, runId).map((one) => ({
      group: one.payee === 'order' ? 'other' : one.payee,
      payee: one.name,
      ...(one.sortCode === '' ? {} : { sortCode: one.sortCode }),
      ...(one.accountNumber === '' ? {} : { accountNumber: one.accountNumber }),
      method: 'transfer',
      amount: one.amount,
      reference: one.reference,
      payBy: one.dueOn,
      ...(one.paidOn === null ? {} : { paidOn: one.paidOn }),
    })),
  };
}

/** Who to pay for a run, to print or to put into a spreadsheet. */
export function paymentSheetFile(
  context: ServiceContext,
  householdId: string,
  runId: string,
  format: 'pdf' | 'csv',
): MadeFile {
  const sheet = paymentSheet(context, householdId, runId);
  const name = format === 'pdf' ? names.paymentSheetPdf : names.paymentSheetCsv;
  return {
    name: safeFileName(fill(name, { household: sheet.householdName, day: sheet.payDate })),
    mediaType: format === 'pdf' ? PDF : CSV,
    bytes: format === 'pdf' ? paymentSheetPdf(sheet) : paymentSheetCsv(sheet),
  };
}

/** What each tax month adds, for quarterly payers too. */
function recordMonths(record: PayRecord, taxYear: string, payments: readonly RulesPayment[]) {
  const owed = hmrcOwed(
    taxYear,
    payments,
    {
      paysQuarterly: false,
      claimsEmploymentAllowance: record.employer?.employment_allowance === 1,
      isSmallEmployer: record.employer?.small_employers_relief !== 0,
    },
    ratesBookOf(record.db),
  );
  if (!owed.ok) refuse(owed.code, owed.details);
  return owed.value
    .filter((month) => month.payments > 0)
    .map((month) => ({
      number: month.lastTaxMonth,
      ends: month.to,
      incomeTax: month.tax,
      studentLoan: addPence(month.studentLoan, month.postgraduateLoan),
      niWorkers: month.employeeNi,
      niEmployer: month.employerNi,
      employmentAllowance: month.employmentAllowanceUsed,
      recovered: month.statutoryPayRecovered,
    }));
}

function hmrcRecord(context: ServiceContext, householdId: string, taxYear: string): HmrcRecord {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const ticks = new Map(paymentTicksOf(db, householdId).map((tick) => [tick.payment_key, tick.paid_on]));
  // Refuses a tax year without rates before anything else is read.
  hmrcPeriodsOf(record, taxYear, []);
  const rows = record.payslips.filter((one) => one.tax_year === taxYear);
  return {
    employerName: record.employer?.legal_name ?? '',
    payeReference: record.employer?.paye_reference ?? '',
    accountsOfficeReference: record.employer?.accounts_office_reference ?? '',
    taxYear,
    asOf: record.today,
    months: recordMonths(record, taxYear, hmrcPaymentsOf(record, taxYear)),
    payments: shownPeriods(record, taxYear).map((period) => {
      const paidOn = ticks.get(hmrcKey(taxYear, period.lastTaxMonth));
      const due = period.dueElectronically;
      return {
        firstMonth: period.firstTaxMonth,
        lastMonth: period.lastTaxMonth,
        due,
        reference: hmrcReferenceOf(record, period),
        amount: period.amountDue,
        paid: paidOn === undefined ? NO_MONEY : period.amountDue,
        ...(paidOn === undefined ? {} : { paidOn }),
        state:
          period.amountDue === 0
            ? 'nothing'
            : period.amountDue < 0
              ? 'credit'
              : paidOn !== undefined
                ? 'paid'
                : due < record.today
                  ? 'overdue'
                  : period.to < record.today
                    ? 'due'
                    : 'not-due',
      };
    }),
    runs: rows.map((row) => {
      const { result } = record.stored(row.id).result;
      const before = row.corrects_id === null ? undefined : record.stored(row.corrects_id).result.result;
      const less = (now: number, then: number | undefined) => pence(now - (then ?? 0));
      return {
        payDate: row.pay_date,
        workerName: workerName(workerOfRecord(record, row.worker_id)),
        pay: less(result.gross, before?.gross),
        incomeTax: less(result.tax, before?.tax),
        studentLoan: less(
          addPence(result.studentLoan, result.postgraduateLoan),
          before === undefined ? 0 : addPence(before.studentLoan, before.postgraduateLoan),
        ),
        niWorker: less(result.nationalInsurance.employee, before?.nationalInsurance.employee),
        niEmployer: less(result.nationalInsurance.employer, before?.nationalInsurance.employer),
      };
    }),
  };
}

/** A tax year's record like HMRC's P32, to keep or to hand on. */
export function hmrcRecordFile(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  format: 'pdf' | 'csv',
): MadeFile {
  const record = hmrcRecord(context, householdId, taxYear);
  const name = format === 'pdf' ? names.hmrcRecordPdf : names.hmrcRecordCsv;
  return {
    name: safeFileName(fill(name, { year: taxYear, employer: record.employerName })),
    mediaType: format === 'pdf' ? PDF : CSV,
    bytes: format === 'pdf' ? hmrcRecordPdf(record) : hmrcRecordCsv(record),
  };
}
