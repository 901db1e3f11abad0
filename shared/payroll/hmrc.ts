import { type IsoDay, isoDay } from '../dates';
import { addPence, type Pence, pence, sumPence } from '../money';
import { type RatesBook, ratesForTaxYear } from '../rates/rates-book';
import type { TaxYearRates } from '../rates/tax-year-rates';
import { ok, type Result, refused } from '../result';
import { recoveredStatutoryPay } from './statutory-parental-recovery';
import { taxMonthOf, taxYearOf } from './tax-period';

/** What one finished payment owes HMRC. */
export type HmrcPayment = {
  readonly payDate: IsoDay;
  readonly tax: Pence;
  readonly employeeNi: Pence;
  readonly employerNi: Pence;
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
  /** Statutory maternity, paternity, adoption, shared parental, bereavement and neonatal pay in it; never sick pay. */
  readonly recoverableStatutoryPay: Pence;
};

export type HmrcEmployer = {
  readonly paysQuarterly: boolean;
  readonly claimsEmploymentAllowance: boolean;
  /** Paid £45,000 or less of Class 1 National Insurance in the year before. */
  readonly isSmallEmployer: boolean;
};

/** What HMRC is owed for a tax month or quarter, as on form P32. */
export type HmrcPeriod = {
  readonly taxYear: string;
  readonly firstTaxMonth: number;
  readonly lastTaxMonth: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly dueElectronically: IsoDay;
  readonly dueByPost: IsoDay;
  readonly payments: number;
  readonly tax: Pence;
  readonly employeeNi: Pence;
  readonly employerNi: Pence;
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
  readonly statutoryPayRecovered: Pence;
  readonly employmentAllowanceUsed: Pence;
  readonly employmentAllowanceLeft: Pence;
  /** Less than zero when HMRC owes the employer. */
  readonly amountDue: Pence;
};

function dayIn(startYear: number, taxMonth: number, dayOfMonth: number): IsoDay {
  const index = taxMonth + 3;
  const year = startYear + Math.floor((index - 1) / 12);
  const month = ((index - 1) % 12) + 1;
  return isoDay(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
}

/** The first and last day of a tax month, 1 to 12: the 6th to the 5th. */
export function taxMonthDays(
  taxYear: string,
  taxMonth: number,
): { readonly from: IsoDay; readonly to: IsoDay } {
  const startYear = Number(taxYear.slice(0, 4));
  return { from: dayIn(startYear, taxMonth, 6), to: dayIn(startYear, taxMonth + 1, 5) };
}

/**
 * What HMRC is owed for every tax month (or quarter) of a tax year, in order, so that the Employment Allowance
 * runs down as it is used. The allowance covers employer National Insurance alone.
 * Due on the 22nd after the period electronically, the 19th by post.
 * Source: Income Tax (PAYE) Regulations 2003 regs 68 to 70; National Insurance Contributions Act 2014 sections 1 to 4.
 */
export function hmrcOwed(
  taxYear: string,
  payments: readonly HmrcPayment[],
  employer: HmrcEmployer,
  book: RatesBook,
): Result<readonly HmrcPeriod[], 'rates.unknown-tax-year'> {
  const found = ratesForTaxYear(book, taxYear);
  if (!found.ok) return found;
  const rates = found.value;
  const inYear = payments.filter((one) => taxYearOf(one.payDate) === taxYear);
  const length = employer.paysQuarterly ? 3 : 1;
  const periods: HmrcPeriod[] = [];
  let allowanceLeft: Pence = employer.claimsEmploymentAllowance ? rates.employmentAllowance.amount : pence(0);
  for (let first = 1; first <= 12; first += length) {
    const last = first + length - 1;
    const within = inYear.filter((one) => {
      const month = taxMonthOf(one.payDate);
      return first <= month && month <= last;
    });
    const period = onePeriod(taxYear, first, last, within, employer, rates, allowanceLeft);
    allowanceLeft = period.employmentAllowanceLeft;
    periods.push(period);
  }
  return ok(periods);
}

function onePeriod(
  taxYear: string,
  first: number,
  last: number,
  payments: readonly HmrcPayment[],
  employer: HmrcEmployer,
  rates: TaxYearRates,
  allowanceBefore: Pence,
): HmrcPeriod {
  const tax = sumPence(payments.map((one) => one.tax));
  const employeeNi = sumPence(payments.map((one) => one.employeeNi));
  const employerNi = sumPence(payments.map((one) => one.employerNi));
  const studentLoan = sumPence(payments.map((one) => one.studentLoan));
  const postgraduateLoan = sumPence(payments.map((one) => one.postgraduateLoan));
  const recovered = recoveredInMonths(payments, employer.isSmallEmployer, rates);
  const used = pence(Math.min(allowanceBefore, Math.max(0, employerNi)));
  const startYear = Number(taxYear.slice(0, 4));
  return {
    taxYear,
    firstTaxMonth: first,
    lastTaxMonth: last,
    from: dayIn(startYear, first, 6),
    to: dayIn(startYear, last + 1, 5),
    dueElectronically: dayIn(startYear, last + 1, rates.payingHmrc.electronicDay),
    dueByPost: dayIn(startYear, last + 1, rates.payingHmrc.postDay),
    payments: payments.length,
    tax,
    employeeNi,
    employerNi,
    studentLoan,
    postgraduateLoan,
    statutoryPayRecovered: recovered,
    employmentAllowanceUsed: used,
    employmentAllowanceLeft: pence(allowanceBefore - used),
    amountDue: pence(addPence(tax, employeeNi, employerNi, studentLoan, postgraduateLoan) - recovered - used),
  };
}

/** What is got back of statutory pay: to the penny for each tax month, as it is claimed, also by those who pay quarterly. */
function recoveredInMonths(
  payments: readonly HmrcPayment[],
  isSmallEmployer: boolean,
  rates: TaxYearRates,
): Pence {
  const months = [...new Set(payments.map((one) => taxMonthOf(one.payDate)))];
  return sumPence(
    months.map((month) => {
      const ofMonth = payments.filter((one) => taxMonthOf(one.payDate) === month);
      const paid = sumPence(ofMonth.map((one) => one.recoverableStatutoryPay));
      return recoveredStatutoryPay(paid, isSmallEmployer, rates.statutoryPayRecovery);
    }),
  );
}

export type HmrcReferenceProblem = 'hmrc.reference-empty' | 'hmrc.reference-not-valid';

/**
 * Reads a 13-character Accounts Office reference as people type it: three figures, P, a letter,
 * and eight figures of which the last may be X. Source: HMRC payment reference checker.
 */
function parseAccountsOfficeReference(text: string): Result<string, HmrcReferenceProblem> {
  const plain = text.toUpperCase().replace(/[\s\-/\u00a0]/g, '');
  if (plain === '') return refused('hmrc.reference-empty');
  return /^\d{3}P[A-Z]\d{7}[\dX]$/.test(plain) ? ok(plain) : refused('hmrc.reference-not-valid');
}

/**
 * The reference for a payment: the Accounts Office reference and four figures, the last two of the year in which
 * the tax year ends and the number of the period's last tax month: `123PA000123452602` is month 2 of 2025-26.
 * HMRC asks for the four figures on early and late payments; a payment in its own window needs only the first 13.
 * Source: Association of Taxation Technicians, PAYE payment references and why they matter.
 */
export function hmrcPaymentReference(
  accountsOfficeReference: string,
  taxYear: string,
  lastTaxMonth: number,
): Result<string, HmrcReferenceProblem> {
  const reference = parseAccountsOfficeReference(accountsOfficeReference);
  return reference.ok
    ? ok(`${reference.value}${taxYear.slice(5, 7)}${String(lastTaxMonth).padStart(2, '0')}`)
    : reference;
}

/** Whether an employer may pay HMRC quarterly: a month's average below the limit (£1,500). */
export function mayPayQuarterly(averageMonthly: Pence, rates: TaxYearRates): boolean {
  return averageMonthly < rates.payingHmrc.quarterlyBelowMonthly;
}
