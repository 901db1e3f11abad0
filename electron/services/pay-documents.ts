import names from '@resources/documents/file-names.json';
import kinds from '@resources/documents/kinds-of-work.json';
import slip from '@resources/documents/payslip.json';
import type { EarningsLine as ShownLine } from '@shared/api/pay';
import type { HolidayBalance } from '@shared/api/people';
import { addPence, NO_MONEY, pence } from '@shared/money';
import { hmrcOwed, type HmrcPayment as RulesPayment } from '@shared/payroll/hmrc';
import { incomeTax, incomeTaxSum } from '@shared/payroll/income-tax';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { type RatesBook, ratesForDay } from '@shared/rates/rates-book';
import { isKindOfWork } from '@shared/rota/kind-of-work';
import { accountsOf } from '../db/queries/household';
import { paymentTicksOf } from '../db/queries/pay';
import { type HmrcRecord, hmrcRecordCsv, hmrcRecordPdf } from '../files/documents/hmrc-record-pdf';
import { paymentSheetCsv } from '../files/documents/payment-sheet-csv';
import { type PaymentSheet, paymentSheetPdf } from '../files/documents/payment-sheet-pdf';
import type {
  PayslipDeduction,
  PayslipDocument,
  PayslipEarning,
  PayslipEarningsKind,
  PayslipHoliday,
  PayslipTaxWorking,
} from '../files/documents/payslip-document';
import { payslipPdf } from '../files/documents/payslip-pdf';
import { payslipsPdf } from '../files/documents/payslips-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { hmrcKey, hmrcPaymentsOf, hmrcPeriodsOf, hmrcReferenceOf, shownPeriods } from './pay-hmrc';
import { payments } from './pay-payments';
import { loadPayRecord, type PayRecord, type PayslipRow, workerOfRecord } from './pay-record';
import type { StoredPayslip } from './pay-stored';
import type { MadeFile } from './program-files';
import { ratesBookOf } from './rates';
import { workerName } from './worker-name';

const PDF = 'application/pdf';
const CSV = 'text/csv';

const KINDS: Readonly<Record<string, PayslipEarningsKind>> = {
  hours: 'work',
  'sleep-in': 'sleep-in',
  'late-hours': 'back-pay',
  'holiday-pay': 'holiday',
  'rolled-up-holiday-pay': 'rolled-up-holiday',
  'statutory-sick-pay': 'ssp',
  bonus: 'bonus',
};

function earningOf(line: ShownLine): PayslipEarning {
  const kind = KINDS[line.code] ?? 'other';
  const work = line.kindOfWork !== null && isKindOfWork(line.kindOfWork) ? kinds[line.kindOfWork] : undefined;
  const name = line.note !== '' ? line.note : kind === 'work' ? work : undefined;
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    ...(line.minutes !== null
      ? { quantity: { kind: 'hours', minutes: line.minutes } as const }
      : line.units !== null
        ? {
            quantity: {
              kind: 'count',
              count: String(line.units),
              of: kind === 'ssp' ? 'day' : 'shift',
            } as const,
          }
        : {}),
    ...(line.rate === null ? {} : { rate: line.rate }),
    amount: line.amount,
  };
}

function deductionsOf({ input, result }: StoredPayslip): PayslipDeduction[] {
  const { line } = result;
  const always = new Set<PayslipDeduction['kind']>(['income-tax', 'national-insurance']);
  const all: PayslipDeduction[] = [
    { kind: 'income-tax', amount: line.tax },
    { kind: 'national-insurance', amount: line.employeeNi },
    {
      kind: 'pension',
      ...(input.pensionProvider === '' ? {} : { purpose: input.pensionProvider }),
      amount: line.pensionEmployee,
    },
    { kind: 'student-loan', amount: line.studentLoan },
    { kind: 'postgraduate-loan', amount: line.postgraduateLoan },
    ...input.added
      .filter((one) => one.code === 'deduction')
      .map((one) => ({
        kind: 'other' as const,
        ...(one.note === '' ? {} : { purpose: one.note }),
        amount: one.amount,
      })),
  ];
  return all.filter((one) => one.amount !== 0 || always.has(one.kind));
}

/** The figures of the sentence that tells how tax was worked out. */
function taxWorkingOf(
  book: RatesBook,
  { input: stored, result: { result } }: StoredPayslip,
): PayslipTaxWorking | undefined {
  const { input } = stored;
  const rates = ratesForDay(book, input.payDate);
  const code = parseTaxCode(input.worker.taxCode);
  if (!rates.ok || !code.ok) return undefined;
  const earlier = input.worker.previousEmployment;
  const taxInput = {
    code: code.value,
    basis: input.worker.taxBasis === 'week1-month1' ? input.worker.taxBasis : code.value.basis,
    frequency: input.frequency,
    taxPeriodNumber: result.taxPeriod.taxPeriodNumber,
    pay: result.taxablePay,
    payBefore: addPence(input.toDate.taxablePay, earlier?.taxablePay ?? NO_MONEY),
    taxBefore: addPence(input.toDate.tax, earlier?.tax ?? NO_MONEY),
  };
  if (code.value.kind === 'no-tax') return { basis: 'none' };
  const rules = rates.value.incomeTax;
  if (code.value.kind === 'flat') {
    const flat = rules.regimes[code.value.regime].flat;
    const hundredths = flat[code.value.treatment as keyof typeof flat];
    return hundredths === undefined ? undefined : { basis: 'flat', percent: String(hundredths / 100) };
  }
  const sum = incomeTaxSum(taxInput, rules);
  const limited = incomeTax(taxInput, rules).limitedFrom !== null;
  return sum.isCumulative
    ? {
        basis: 'cumulative',
        payToDate: sum.pay,
        freePayToDate: sum.freePay,
        taxableToDate: sum.taxable,
        taxDueToDate: sum.taxOnPay,
        taxPaidBefore: taxInput.taxBefore,
        limited,
      }
    : { basis: 'this-period', pay: sum.pay, freePay: sum.freePay, taxable: sum.taxable, limited };
}

function holidayOf(balance: HolidayBalance | null): PayslipHoliday | undefined {
  if (balance === null) return undefined;
  if (balance.method === 'rolled-up')
    return { kind: 'rolled-up', earnedMinutes: balance.earnedMinutes, takenMinutes: balance.takenMinutes };
  return {
    kind: 'accrued',
    earnedMinutes: balance.earnedMinutes,
    takenMinutes: balance.takenMinutes,
    leftMinutes: balance.leftMinutes,
    leaveYearEnd: balance.leaveYearTo,
  };
}

function payslipDocument(record: PayRecord, row: PayslipRow): PayslipDocument {
  const stored = record.stored(row.id);
  const { input, result } = stored;
  const { line } = result;
  const { employer } = record;
  const working = taxWorkingOf(ratesBookOf(record.db), stored);
  const holiday = holidayOf(input.holiday);
  const pensionAmount = line.pensionEmployer;
  return {
    employerName: input.employerName,
    ...(input.payeReference === '' ? {} : { payeReference: input.payeReference }),
    workerName: line.name,
    ...(input.niNumber === '' ? {} : { niNumber: input.niNumber }),
    payrollNumber: input.payrollNumber,
    taxCode: line.taxCode,
    niLetter: line.niCategory,
    taxYear: line.taxYear,
    taxPeriod: line.taxPeriod,
    period: { from: line.periodFrom, to: line.periodTo },
    payDate: row.pay_date,
    paidBy: input.paidBy,
    earnings: line.earnings.map(earningOf),
    deductions: deductionsOf(stored),
    reimbursements: input.added
      .filter((one) => one.code === 'mileage' || one.code === 'expenses')
      .map((one) => ({
        name: one.note || slip.reimbursementKinds[one.code === 'mileage' ? 'mileage' : 'expenses'],
        amount: one.amount,
      })),
    netPay: line.net,
    ...(line.minutes === 0 ? {} : { hoursWorkedMinutes: line.minutes }),
    ...(pensionAmount === 0
      ? {}
      : {
          employerPension: {
            ...(input.pensionProvider === '' ? {} : { scheme: input.pensionProvider }),
            amount: pensionAmount,
          },
        }),
    yearToDate: {
      pay: line.toDate.taxablePay,
      tax: line.toDate.tax,
      nationalInsurance: line.toDate.employeeNi,
      pensionWorker: line.toDate.pensionEmployee,
      pensionEmployer: line.toDate.pensionEmployer,
      ...(line.toDate.studentLoan === 0 ? {} : { studentLoan: line.toDate.studentLoan }),
    },
    ...(holiday === undefined ? {} : { holiday }),
    ...(working === undefined ? {} : { taxWorking: working }),
    ...(line.replaces === null ? {} : { replacesPayDate: line.replaces.payDate }),
    ...(employer?.contact_name
      ? {
          contact: {
            name: employer.contact_name,
            ...(employer.contact_phone === '' ? {} : { phone: employer.contact_phone }),
          },
        }
      : {}),
  };
}

/** One finished payslip as a PDF: `Payslip Grace Okafor 2026-11-27.pdf`. */
export function payslipFile(context: ServiceContext, householdId: string, payslipId: string): MadeFile {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const row = record.payslips.find((one) => one.id === payslipId) ?? refuse('not-found');
  const document = payslipDocument(record, row);
  return {
    name: safeFileName(fill(names.payslip, { worker: document.workerName, day: row.pay_date })),
    mediaType: PDF,
    bytes: payslipPdf(document),
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
      group: one.payee,
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
