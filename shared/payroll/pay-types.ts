import type { IsoDay } from '../dates';
import type { Explanation } from '../explain';
import type { Pence } from '../money';
import type { NiCategory, PayFrequency, TaxBasis } from '../rates/tax-year-rates';
import type { NationalInsuranceResult } from './national-insurance';
import type { PensionArrangement } from './pension';
import type { LoanDeductions, StudentLoans } from './student-loan';
import type { TaxPeriod } from './tax-period';

export type EarningsCode =
  | 'hours'
  | 'fixed-pay'
  | 'sleep-in'
  | 'on-call'
  | 'holiday-pay'
  | 'rolled-up-holiday-pay'
  | 'holiday-on-leaving'
  | 'statutory-sick-pay'
  | 'statutory-maternity-pay'
  | 'statutory-paternity-pay'
  | 'statutory-adoption-pay'
  | 'statutory-shared-parental-pay'
  | 'statutory-parental-bereavement-pay'
  | 'statutory-neonatal-care-pay'
  | 'cover-premium'
  | 'paid-time-off'
  | 'bonus'
  | 'minimum-wage-top-up'
  | 'correction'
  | 'other';

/** One line of pay. Only a correction may be less than zero, its time too. */
export type EarningsLine = {
  readonly code: EarningsCode;
  /** The household's own name for the work: a key, never shown from here. */
  readonly kindOfWork?: string | undefined;
  readonly minutes?: number | undefined;
  /** Shifts, days or nights, as an exact decimal: `2`, `1.5`. */
  readonly units?: string | undefined;
  /** Pounds an hour or a unit, as an exact decimal: `13.2500`. */
  readonly rate?: string | undefined;
  readonly amount: Pence;
  readonly taxable: boolean;
  readonly nicable: boolean;
  readonly pensionable: boolean;
  readonly countsForMinimumWage: boolean;
};

/** Something else taken from pay. `afterTax: false` takes it before tax is worked out (NI is not changed). */
export type OtherDeduction = {
  /** `deduction` by hand, `attachment-of-earnings` for an order, `attachment-fee` for the employer's own charge. */
  readonly code: string;
  readonly amount: Pence;
  readonly afterTax: boolean;
  /** What a deduction by hand is for: a code of `shared/payroll/deduction-purposes`. */
  readonly purpose?: string;
  /** The order that the money goes to, whom it is paid to, and the payee's reference. */
  readonly orderId?: string;
  readonly note?: string;
  readonly reference?: string;
};

/** Money given back, free of tax and National Insurance: mileage, expenses. */
export type Reimbursement = { readonly code: string; readonly amount: Pence };

export type NiToDate = {
  readonly earnings: Pence;
  readonly earningsAtLel: Pence;
  readonly earningsLelToPt: Pence;
  readonly earningsPtToUel: Pence;
  readonly earningsAboveUel: Pence;
  readonly employee: Pence;
  readonly employer: Pence;
};

/** What this employment came to in the tax year before (or after) a payment. */
export type FiguresToDate = {
  readonly gross: Pence;
  readonly taxablePay: Pence;
  readonly tax: Pence;
  readonly nationalInsurance: Readonly<Partial<Record<NiCategory, NiToDate>>>;
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
  readonly pensionEmployee: Pence;
  readonly pensionEmployer: Pence;
};

export type WorkerPayFacts = {
  readonly birthDate: IsoDay;
  /** As typed or as HMRC wrote it: `1257L`, `S1257L M1`. */
  readonly taxCode: string;
  /** Makes the code week 1 or month 1 whatever is written behind it. */
  readonly taxBasis: TaxBasis;
  readonly niCategory: string;
  readonly loans: StudentLoans;
  readonly pension: PensionArrangement;
  /** Pay and tax in an earlier job this tax year, from a P45. */
  readonly previousEmployment: { readonly taxablePay: Pence; readonly tax: Pence } | null;
};

/** Payments at a shorter interval that belong to the earnings period of a payment, with what they paid. */
export type EarlierInEarningsPeriod = {
  readonly nicablePay: Pence;
  readonly nationalInsurance: NationalInsuranceResult;
  /** What was taken for loans. Not in payslips made before loans were joined too. */
  readonly loans?: LoanDeductions | undefined;
};

/** One payment to one worker. */
export type PayInput = {
  /** The day the money is paid. */
  readonly payDate: IsoDay;
  /**
   * The regular pay day that the payment counts on for tax and National Insurance, where the money is paid on another
   * day because that one is a weekend or a bank holiday. Source: CWG2, regular pay days that are not banking days. (RECALLED)
   */
  readonly regularPayDate?: IsoDay | undefined;
  /**
   * Set on the first payment after a change to a longer interval: payments at the old one in the same earnings period.
   * National Insurance and loans are worked out on all of them together, less what they paid.
   * Source: SSCR 2001 reg 18; Education (Student Loans) (Repayment) Regulations 2009; CWG2. (RECALLED)
   */
  readonly earlierInEarningsPeriod?: EarlierInEarningsPeriod | undefined;
  readonly frequency: PayFrequency;
  readonly periodFrom: IsoDay;
  readonly periodTo: IsoDay;
  readonly worker: WorkerPayFacts;
  readonly earnings: readonly EarningsLine[];
  readonly otherDeductions: readonly OtherDeduction[];
  readonly reimbursements: readonly Reimbursement[];
  readonly toDate: FiguresToDate;
};

export type PayProblem =
  | 'rates.unknown-date'
  | 'pay.period-not-valid'
  | 'pay.birth-date-not-valid'
  | 'pay.tax-code-missing'
  | 'pay.tax-code-not-valid'
  | 'pay.ni-category-missing'
  | 'pay.ni-category-unknown'
  | 'pay.ni-category-not-for-age'
  | 'pay.loan-plan-not-in-force'
  | 'pay.pension-percent-not-valid'
  | 'pay.amount-negative'
  | 'pay.hours-negative'
  | 'pay.amount-too-large'
  | 'pay.gross-below-zero'
  | 'pay.taxable-pay-below-zero'
  | 'pay.net-below-zero';

/** The figures of a payment that a person can open to see how they were worked out. */
export type PayFigure =
  | 'gross'
  | 'taxable-pay'
  | 'income-tax'
  | 'employee-national-insurance'
  | 'employer-national-insurance'
  | 'student-loan'
  | 'postgraduate-loan'
  | 'employee-pension'
  | 'employer-pension'
  | 'total-deductions'
  | 'net-pay'
  | 'employer-cost';

export type PayResult = {
  readonly taxPeriod: TaxPeriod;
  /** As on the payslip: `S1257L X`. */
  readonly taxCode: string;
  readonly niCategory: NiCategory;
  readonly gross: Pence;
  /** Pay that tax is worked out on, after a net pay pension and deductions before tax. */
  readonly taxablePay: Pence;
  readonly nicablePay: Pence;
  readonly pensionablePay: Pence;
  /** Less than zero is a refund, added to net pay. */
  readonly tax: Pence;
  readonly nationalInsurance: NationalInsuranceResult;
  readonly studentLoan: Pence;
  readonly postgraduateLoan: Pence;
  readonly pensionContributoryPay: Pence;
  readonly pensionEmployee: Pence;
  readonly pensionEmployer: Pence;
  /** Added to the pension by the provider with relief at source. */
  readonly pensionReliefAdded: Pence;
  readonly otherDeductions: Pence;
  readonly totalDeductions: Pence;
  readonly reimbursements: Pence;
  /** What is paid: gross less deductions, with reimbursements. */
  readonly netPay: Pence;
  /** Gross, reimbursements, employer National Insurance and employer pension. */
  readonly employerCost: Pence;
  readonly toDate: FiguresToDate;
  readonly explanations: Readonly<Record<PayFigure, Explanation>>;
};
