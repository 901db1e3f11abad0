import type { RatesBook } from '../rates/rates-book';
import type { NiCategory, TaxYearRates } from '../rates/tax-year-rates';
import { ok, type Result, refused } from '../result';
import { isNiCategory, niCategoryForAge } from './ni-category';
import type { PayInput, PayProblem } from './pay-types';
import { parseTaxCode, type TaxCode } from './tax-code';
import { taxDayOf } from './tax-period';

/** The most that one payment may come to: £1 million. Past it, a slip of the finger is likelier than pay. */
const MOST_IN_ONE_PAYMENT = 100_000_000;

/** What a payment needs beside its lines, once checked. */
export type CheckedPay = { readonly code: TaxCode; readonly category: NiCategory };

function checkLines(input: PayInput): Result<null, PayProblem> {
  for (const [index, line] of input.earnings.entries()) {
    if (line.amount < 0 && line.code !== 'correction')
      return refused('pay.amount-negative', { line: index, code: line.code });
    const isNegativeUnits = line.units?.trim().startsWith('-') === true;
    const isNegative = (line.minutes !== undefined && line.minutes < 0) || isNegativeUnits;
    // A correction takes hours back as it takes money back.
    if (isNegative && line.code !== 'correction')
      return refused('pay.hours-negative', { line: index, code: line.code });
    if (Math.abs(line.amount) > MOST_IN_ONE_PAYMENT)
      return refused('pay.amount-too-large', { line: index, code: line.code });
  }
  for (const line of [...input.otherDeductions, ...input.reimbursements]) {
    if (line.amount < 0) return refused('pay.amount-negative', { code: line.code });
    if (line.amount > MOST_IN_ONE_PAYMENT) return refused('pay.amount-too-large', { code: line.code });
  }
  return ok(null);
}

function checkPension(input: PayInput): Result<null, PayProblem> {
  const { pension } = input.worker;
  if (pension.kind === 'none') return ok(null);
  if (pension.kind === 'refund')
    return pension.employee < 0 || pension.employer < 0
      ? refused('pay.amount-negative', { code: 'pension' })
      : ok(null);
  const isPercent = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 10_000;
  return isPercent(pension.employeePercent) && isPercent(pension.employerPercent)
    ? ok(null)
    : refused('pay.pension-percent-not-valid');
}

/** Checks everything about a payment that a person can get wrong, in the order they would mend it. */
export function checkPay(
  input: PayInput,
  rates: TaxYearRates,
  book: RatesBook,
): Result<CheckedPay, PayProblem> {
  const { worker } = input;
  const payDate = taxDayOf(input);
  if (input.periodTo < input.periodFrom)
    return refused('pay.period-not-valid', { from: input.periodFrom, to: input.periodTo });
  if (worker.birthDate >= payDate) return refused('pay.birth-date-not-valid', { day: worker.birthDate });
  const code = parseTaxCode(worker.taxCode);
  if (!code.ok)
    return code.code === 'tax-code.empty'
      ? refused('pay.tax-code-missing')
      : refused('pay.tax-code-not-valid', { typed: worker.taxCode.slice(0, 20) });
  const letter = worker.niCategory.trim().toUpperCase();
  if (letter === '') return refused('pay.ni-category-missing');
  if (!isNiCategory(letter)) return refused('pay.ni-category-unknown', { typed: letter.slice(0, 5) });
  const forAge = niCategoryForAge(letter, worker.birthDate, payDate, book);
  if (forAge !== letter) return refused('pay.ni-category-not-for-age', { category: letter, instead: forAge });
  if (worker.loans.plan !== null) {
    const plan = rates.studentLoans.plans[worker.loans.plan];
    if (plan === undefined || payDate < plan.deductedFrom)
      return refused('pay.loan-plan-not-in-force', { plan: worker.loans.plan, payDate });
  }
  const pension = checkPension(input);
  if (!pension.ok) return pension;
  const lines = checkLines(input);
  if (!lines.ok) return lines;
  return ok({ code: code.value, category: letter });
}
