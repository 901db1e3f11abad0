import type { HmrcMonth } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import { type Explanation, type Figure, moneyFigure } from '@shared/explain';
import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '@shared/money';
import {
  type HmrcEmployer,
  type HmrcPayment,
  type HmrcPeriod,
  hmrcOwed,
  hmrcPaymentReference,
  taxMonthDays,
} from '@shared/payroll/hmrc';
import type { PayInput, PayResult } from '@shared/payroll/pay-types';
import { taxDayOf, taxYearOf } from '@shared/payroll/tax-period';
import { statutoryPaid } from '@shared/payroll/year-figures';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { loadPayRecord, type PayRecord, type PayslipRow } from './pay-record';
import { paidDays } from './pay-settled';
import type { PaidPayslip } from './pay-stored';
import { ratesBookOf } from './rates';

/** A payment: what it was worked out from, and what came out. */
export type PaidFigures = {
  readonly input: PayInput;
  readonly result: Omit<PayResult, 'explanations'>;
};

/** What a payment owes HMRC, and the family pay in it that HMRC gives back. */
export function hmrcPaymentOf(payDate: IsoDay, { input, result }: PaidFigures): HmrcPayment {
  return {
    payDate,
    tax: result.tax,
    employeeNi: result.nationalInsurance.employee,
    employerNi: result.nationalInsurance.employer,
    studentLoan: result.studentLoan,
    postgraduateLoan: result.postgraduateLoan,
    recoverableStatutoryPay: sumPence(Object.values(statutoryPaid(input.earnings))),
  };
}

/** What a correction changes: the new figures less the old ones. */
export function hmrcDifference(payDate: IsoDay, now: PaidFigures, before: PaidFigures): HmrcPayment {
  const a = hmrcPaymentOf(payDate, now);
  const b = hmrcPaymentOf(payDate, before);
  return {
    payDate,
    tax: takePence(a.tax, b.tax),
    employeeNi: takePence(a.employeeNi, b.employeeNi),
    employerNi: takePence(a.employerNi, b.employerNi),
    studentLoan: takePence(a.studentLoan, b.studentLoan),
    postgraduateLoan: takePence(a.postgraduateLoan, b.postgraduateLoan),
    recoverableStatutoryPay: takePence(a.recoverableStatutoryPay, b.recoverableStatutoryPay),
  };
}

/** The day a correction counts on for HMRC: its own, or the tax year's last where the year has ended since. */
export function hmrcDayOfCorrection(payDate: IsoDay, taxYear: string): IsoDay {
  return taxYearOf(payDate) === taxYear ? payDate : taxMonthDays(taxYear, 12).to;
}

/** A finished payslip's figures. */
export function paidFiguresOf(stored: PaidPayslip): PaidFigures {
  return { input: stored.input.input, result: stored.result.result };
}

/** What one finished payslip adds to what HMRC is owed; a correction adds the difference alone. */
function hmrcPaymentOfPayslip(record: PayRecord, row: PayslipRow): HmrcPayment {
  const now = paidFiguresOf(record.paid(row.id));
  if (row.corrects_id === null) return hmrcPaymentOf(taxDayOf(now.input), now);
  const before = paidFiguresOf(record.paid(row.corrects_id));
  return hmrcDifference(hmrcDayOfCorrection(row.pay_date, row.tax_year), now, before);
}

/** Everything finished pay of a tax year owes HMRC; until a day, where one is given. */
export function hmrcPaymentsOf(record: PayRecord, taxYear: string, until?: IsoDay): HmrcPayment[] {
  return record.payslips
    .filter((row) => row.tax_year === taxYear && (until === undefined || row.pay_date <= until))
    .map((row) => hmrcPaymentOfPayslip(record, row));
}

function hmrcEmployerOf(record: PayRecord): HmrcEmployer {
  return {
    paysQuarterly: record.employer?.hmrc_payments === 'quarterly',
    claimsEmploymentAllowance: record.employer?.employment_allowance === 1,
    isSmallEmployer: record.employer?.small_employers_relief !== 0,
  };
}

/** The months (or quarters) of a tax year with what each owes. Refuses a tax year without rates. */
export function hmrcPeriodsOf(
  record: PayRecord,
  taxYear: string,
  payments: readonly HmrcPayment[],
): readonly HmrcPeriod[] {
  const owed = hmrcOwed(taxYear, payments, hmrcEmployerOf(record), ratesBookOf(record.db));
  return owed.ok ? owed.value : refuse(owed.code, owed.details);
}

/** What lessens the money that some payments owe HMRC. */
export type TakenOffHmrc = {
  /** Employment Allowance. */
  readonly allowance: Pence;
  /** What is got back of family pay. */
  readonly recovered: Pence;
};

/** Nothing taken off. */
export const NOTHING_OFF: TakenOffHmrc = { allowance: NO_MONEY, recovered: NO_MONEY };

/**
 * What some payments add to what is taken off, beyond what finished pay of their tax year has: so that the parts add
 * up to the tax months' own figures, to the penny.
 */
export function takenOffBy(
  record: PayRecord,
  taxYear: string,
  payments: readonly HmrcPayment[],
): TakenOffHmrc {
  const before = hmrcPaymentsOf(record, taxYear);
  const was = hmrcPeriodsOf(record, taxYear, before);
  const now = hmrcPeriodsOf(record, taxYear, [...before, ...payments]);
  const moved = (of: (period: HmrcPeriod) => Pence): Pence =>
    takePence(sumPence(now.map(of)), sumPence(was.map(of)));
  return {
    allowance: moved((period) => period.employmentAllowanceUsed),
    recovered: moved((period) => period.statutoryPayRecovered),
  };
}

/** `hmrc:2026-27:8`. */
export function hmrcKey(taxYear: string, lastTaxMonth: number): string {
  return `hmrc:${taxYear}:${lastTaxMonth}`;
}

/** The reference HMRC wants with a payment; empty without an Accounts Office reference. */
export function hmrcReferenceOf(record: PayRecord, period: HmrcPeriod): string {
  const read = hmrcPaymentReference(
    record.employer?.accounts_office_reference ?? '',
    period.taxYear,
    period.lastTaxMonth,
  );
  return read.ok ? read.value : '';
}

function explain(period: HmrcPeriod): Explanation {
  const due = moneyFigure(period.amountDue);
  const values: Record<string, Figure> = {
    tax: moneyFigure(period.tax),
    studentLoans: moneyFigure(addPence(period.studentLoan, period.postgraduateLoan)),
    employeeNi: moneyFigure(period.employeeNi),
    employerNi: moneyFigure(period.employerNi),
    employmentAllowance: moneyFigure(period.employmentAllowanceUsed),
    statutoryRecovered: moneyFigure(period.statutoryPayRecovered),
  };
  return {
    code: 'pay.hmrc-owed',
    values: { from: { kind: 'day', day: period.from }, to: { kind: 'day', day: period.to } },
    steps: [
      ...Object.entries(values)
        .filter(([, figure]) => figure.kind === 'money' && figure.pence !== 0)
        .map(([name, figure]) => ({ code: `hmrc.${kebab(name)}`, values: {}, result: figure })),
      { code: 'hmrc.owed', values, result: due },
    ],
    result: due,
    sources: [],
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The months that a view of HMRC's year shows: those with pay, and those begun since the household's first pay. */
export function shownPeriods(record: PayRecord, taxYear: string): HmrcPeriod[] {
  const firstPay = record.payslips[0]?.pay_date;
  return hmrcPeriodsOf(record, taxYear, hmrcPaymentsOf(record, taxYear)).filter(
    (period) =>
      period.payments > 0 || (period.from <= record.today && firstPay !== undefined && firstPay <= period.to),
  );
}

/** What HMRC is owed in a tax year (the newest with rates unless one is named), month by month or quarter by quarter. */
export function hmrcView(
  context: ServiceContext,
  householdId: string,
  taxYear: string | null,
): { taxYear: string; years: string[]; months: HmrcMonth[] } {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const thisYear = taxYearOf(record.today);
  const paid = paidDays(db, householdId);
  const book = ratesBookOf(db);
  // A new tax year whose rates are not known yet must not hide the one that has just ended.
  const years = [...new Set([thisYear, ...record.payslips.map((row) => row.tax_year)])]
    .filter((year) => ratesForTaxYear(book, year).ok)
    .sort()
    .reverse();
  const wanted = taxYear ?? years[0] ?? thisYear;
  // Nothing was paid yet in a tax year without rates: nothing is owed, and Today still opens.
  const periods = taxYear === null && years.length === 0 ? [] : shownPeriods(record, wanted);
  return {
    taxYear: wanted,
    years,
    months: periods.map((period) => ({
      taxYear: wanted,
      taxMonth: period.lastTaxMonth,
      from: period.from,
      to: period.to,
      tax: period.tax,
      studentLoans: addPence(period.studentLoan, period.postgraduateLoan),
      employeeNi: period.employeeNi,
      employerNi: period.employerNi,
      employmentAllowance: period.employmentAllowanceUsed,
      statutoryRecovered: period.statutoryPayRecovered,
      owed: period.amountDue,
      dueElectronic: period.dueElectronically,
      duePost: period.dueByPost,
      reference: hmrcReferenceOf(record, period),
      paidOn: paid.get(hmrcKey(wanted, period.lastTaxMonth)) ?? null,
      explanation: explain(period),
    })),
  };
}
