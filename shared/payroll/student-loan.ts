import { type Pence, pence } from '../money';
import {
  type LoanPlan,
  type LoanRates,
  type PayFrequency,
  periodKey,
  type TaxYearRates,
} from '../rates/tax-year-rates';
import { percentDown } from './rounding';

/** The loans a worker repays: one plan at most, and a postgraduate loan beside it. */
export type StudentLoans = { readonly plan: LoanPlan | null; readonly postgraduate: boolean };

export type LoanDeductions = { readonly studentLoan: Pence; readonly postgraduateLoan: Pence };

/** A loan's figures for a plan, or nothing where the year has none. */
export function loanRates(
  plan: LoanPlan | 'postgraduate',
  rates: TaxYearRates['studentLoans'],
): LoanRates | undefined {
  return rates.plans[plan];
}

/** What one loan takes from pay, in whole pounds. */
export function loanDeduction(earnings: Pence, loan: LoanRates, frequency: PayFrequency): Pence {
  const above = Math.max(0, earnings - loan[periodKey(frequency)]);
  return pence(Math.floor(percentDown(above, loan.percent) / 100) * 100);
}

/**
 * Student and postgraduate loan deductions from one payment, each rounded down to a whole pound by itself.
 * A plan that the year has no figures for gives nothing; `workOutPay` refuses it before it comes here.
 * Source: Education (Student Loans) (Repayment) Regulations 2009; HMRC SL3.
 */
export function studentLoanDeductions(
  earnings: Pence,
  loans: StudentLoans,
  frequency: PayFrequency,
  rates: TaxYearRates['studentLoans'],
): LoanDeductions {
  const plan = loans.plan === null ? undefined : rates.plans[loans.plan];
  return {
    studentLoan: plan === undefined ? pence(0) : loanDeduction(earnings, plan, frequency),
    postgraduateLoan: loans.postgraduate
      ? loanDeduction(earnings, rates.plans.postgraduate, frequency)
      : pence(0),
  };
}
