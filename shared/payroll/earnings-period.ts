import { addPence, type Pence, pence, takePence } from '../money';
import type { NiCategory, TaxYearRates } from '../rates/tax-year-rates';
import { type NationalInsuranceResult, nationalInsurance } from './national-insurance';
import type { PayInput } from './pay-types';
import { type LoanDeductions, studentLoanDeductions } from './student-loan';

/** National Insurance on a payment; with earlier ones of its earnings period, on all together less what those paid. */
export function periodNationalInsurance(
  input: PayInput,
  nicablePay: Pence,
  category: NiCategory,
  rates: TaxYearRates,
): NationalInsuranceResult {
  const earlier = input.earlierInEarningsPeriod;
  const of = (pay: Pence): NationalInsuranceResult =>
    nationalInsurance(pay, category, input.frequency, rates.nationalInsurance);
  if (earlier === undefined) return of(nicablePay);
  const all = of(addPence(nicablePay, earlier.nicablePay));
  const paid = earlier.nationalInsurance;
  return {
    employee: takePence(all.employee, paid.employee),
    employer: takePence(all.employer, paid.employer),
    earningsAtLel: takePence(all.earningsAtLel, paid.earningsAtLel),
    earningsLelToPt: takePence(all.earningsLelToPt, paid.earningsLelToPt),
    earningsPtToUel: takePence(all.earningsPtToUel, paid.earningsPtToUel),
    earningsAboveUel: takePence(all.earningsAboveUel, paid.earningsAboveUel),
  };
}

/** Pay that a payment's loans are worked out on: all of its earnings period. */
export function loanEarnings(input: PayInput, nicablePay: Pence): Pence {
  return addPence(
    nicablePay,
    input.earlierInEarningsPeriod?.loans ? input.earlierInEarningsPeriod.nicablePay : pence(0),
  );
}

/** Loans follow the earnings period of National Insurance. What was taken too much earlier is for the lender to give back. */
export function periodLoans(input: PayInput, nicablePay: Pence, rates: TaxYearRates): LoanDeductions {
  const { loans } = input.worker;
  const all = studentLoanDeductions(
    loanEarnings(input, nicablePay),
    loans,
    input.frequency,
    rates.studentLoans,
  );
  const taken = input.earlierInEarningsPeriod?.loans;
  if (taken === undefined) return all;
  return {
    studentLoan: pence(Math.max(0, all.studentLoan - taken.studentLoan)),
    postgraduateLoan: pence(Math.max(0, all.postgraduateLoan - taken.postgraduateLoan)),
  };
}
