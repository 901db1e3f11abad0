import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';

export type PayslipEarningsKind =
  | 'work'
  | 'salary'
  | 'sleep-in'
  | 'holiday'
  | 'rolled-up-holiday'
  | 'ssp'
  | 'maternity-pay'
  | 'paternity-pay'
  | 'adoption-pay'
  | 'shared-parental-pay'
  | 'bereavement-pay'
  | 'neonatal-care-pay'
  | 'notice-pay'
  | 'redundancy-pay'
  | 'bonus'
  | 'back-pay'
  | 'other';

/** How much of something was paid for. */
export type PayslipQuantity =
  | { readonly kind: 'hours'; readonly minutes: number }
  /** A count as text, since days of sickness may be halves: `3`, `2.5`. */
  | { readonly kind: 'count'; readonly count: string; readonly of: 'shift' | 'day' | 'week' | 'mile' }
  | { readonly kind: 'percent'; readonly percent: string };

export type PayslipEarning = {
  readonly kind: PayslipEarningsKind;
  /** The household's own name for the line, such as a kind of work. Without one, the kind is named. */
  readonly name?: string;
  readonly quantity?: PayslipQuantity;
  /** Pounds for one hour, shift, day …, exact, as text. */
  readonly rate?: string;
  readonly amount: Pence;
};

export type PayslipDeductionKind =
  | 'income-tax'
  | 'national-insurance'
  | 'pension'
  | 'student-loan'
  | 'postgraduate-loan'
  | 'attachment'
  | 'overpayment'
  | 'loan'
  | 'other';

export type PayslipDeduction = {
  readonly kind: PayslipDeductionKind;
  /** What it is for, in the household's words: the scheme, the court, the plan. ERA 1996 s 8(2)(b) asks for the purpose. */
  readonly purpose?: string;
  /** Money taken off; below zero it is given back. */
  readonly amount: Pence;
};

export type PayslipReimbursement = { readonly name: string; readonly amount: Pence };

/** The figures behind the sentence that tells how tax was worked out. */
export type PayslipTaxWorking =
  | {
      readonly basis: 'cumulative';
      readonly payToDate: Pence;
      /** Below zero for a K code, which adds pay. */
      readonly freePayToDate: Pence;
      readonly taxableToDate: Pence;
      readonly taxDueToDate: Pence;
      readonly taxPaidBefore: Pence;
      /** Whether the limit of half the pay set the figure (PAYE regulations 2003 reg 2, overriding limit). */
      readonly limited: boolean;
    }
  | {
      readonly basis: 'this-period';
      readonly pay: Pence;
      readonly freePay: Pence;
      readonly taxable: Pence;
      readonly limited: boolean;
    }
  | { readonly basis: 'flat'; readonly percent: string }
  | { readonly basis: 'none' };

export type PayslipHoliday =
  | {
      readonly kind: 'accrued';
      readonly earnedMinutes: number;
      readonly takenMinutes: number;
      readonly leftMinutes: number;
      readonly leaveYearEnd: IsoDay;
    }
  | { readonly kind: 'rolled-up'; readonly earnedMinutes?: number; readonly takenMinutes?: number };

/**
 * Everything a payslip says (Employment Rights Act 1996 s 8): money in whole pence, time in minutes.
 * `netPay` must be earnings − deductions + reimbursements to the penny.
 */
export type PayslipDocument = {
  readonly employerName: string;
  /** None where the employer needs no PAYE scheme. */
  readonly payeReference?: string;
  readonly workerName: string;
  readonly niNumber?: string;
  readonly payrollNumber: string;
  /** As HMRC prints it: `1257L`, `S1257L W1/M1`. */
  readonly taxCode: string;
  readonly niLetter: string;
  /** `2026-27`. */
  readonly taxYear: string;
  readonly taxPeriod: { readonly kind: 'week' | 'month'; readonly number: number };
  readonly period: { readonly from: IsoDay; readonly to: IsoDay };
  readonly payDate: IsoDay;
  readonly paidBy: 'bank' | 'cash' | 'cheque';
  readonly earnings: readonly PayslipEarning[];
  readonly deductions: readonly PayslipDeduction[];
  /** Not pay: mileage and expenses paid back, free of tax. */
  readonly reimbursements: readonly PayslipReimbursement[];
  readonly netPay: Pence;
  /** Hours where pay varies with time worked (ERA 1996 s 8(2)(e)). */
  readonly hoursWorkedMinutes?: number;
  readonly employerPension?: { readonly scheme?: string; readonly amount: Pence };
  readonly yearToDate: {
    readonly pay: Pence;
    readonly tax: Pence;
    readonly nationalInsurance: Pence;
    readonly pensionWorker: Pence;
    readonly pensionEmployer: Pence;
    readonly studentLoan?: Pence;
  };
  readonly holiday?: PayslipHoliday;
  readonly taxWorking?: PayslipTaxWorking;
  /** Lines the household adds, in its own words. */
  readonly notes?: readonly string[];
  /** Set on a payslip that corrects an earlier one: that one's pay day. */
  readonly replacesPayDate?: IsoDay;
  readonly contact?: { readonly name: string; readonly phone?: string; readonly email?: string };
};
