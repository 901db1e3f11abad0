import { type LoanPlan, type PayFrequency, periodKey } from '../../rates/tax-year-rates';
import { loanRates, studentLoanDeductions } from '../student-loan';
import {
  answering,
  type Calculator,
  CaseRefused,
  inputOf,
  pounds,
  ratesOf,
  readFlag,
  readFrequency,
  readMoney,
  readOneOf,
} from './case-reader';

const PLANS = ['plan_1', 'plan_2', 'plan_4', 'plan_5'] as const;
const PLAN_OF: Readonly<Record<(typeof PLANS)[number], LoanPlan>> = {
  plan_1: 'plan-1',
  plan_2: 'plan-2',
  plan_4: 'plan-4',
  plan_5: 'plan-5',
};

/** `mainstay calculate student_loans`: student and postgraduate loan deductions from one payment. */
export const calculateStudentLoans: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesOf(oneCase, book).studentLoans;
    const input = inputOf(oneCase);
    const frequency: PayFrequency = readFrequency(input);
    const word = input['student_loan_plan'] ?? null;
    const plan = word === null ? null : PLAN_OF[readOneOf(input, 'student_loan_plan', PLANS)];
    const postgraduate = readFlag(input, 'has_postgraduate_loan');
    const planRates = plan === null ? undefined : loanRates(plan, rates);
    if (plan !== null && planRates === undefined) throw new CaseRefused('pay.loan-plan-not-known', { plan });
    const result = studentLoanDeductions(
      readMoney(input, 'earnings_subject_to_ni'),
      { plan, postgraduate },
      frequency,
      rates,
    );
    return {
      student_loan_deduction: pounds(result.studentLoan),
      postgraduate_loan_deduction: pounds(result.postgraduateLoan),
      ...(planRates ? { student_loan_period_threshold: pounds(planRates[periodKey(frequency)]) } : {}),
      ...(postgraduate
        ? { postgraduate_loan_period_threshold: pounds(rates.plans.postgraduate[periodKey(frequency)]) }
        : {}),
    };
  });
