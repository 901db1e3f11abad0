import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import type { LoanPlan } from '@shared/rates/tax-year-rates';

export type PayslipEarningsKind =
  | 'work'
  | 'salary'
  | 'sleep-in'
  | 'on-call'
  | 'holiday'
  | 'rolled-up-holiday'
  | 'holiday-on-leaving'
  | 'ssp'
  | 'maternity-pay'
  | 'paternity-pay'
  | 'adoption-pay'
  | 'shared-parental-pay'
  | 'bereavement-pay'
  | 'neonatal-care-pay'
  | 'notice-pay'
  | 'redundancy-pay'
  | 'cover-premium'
  | 'paid-time-off'
  | 'bonus'
  | 'minimum-wage-top-up'
  | 'back-pay'
  | 'correction'
  | 'other';

/** How much of something was paid for. */
export type PayslipQuantity =
  | { readonly kind: 'hours'; readonly minutes: number }
  /** A count as text, since days of sickness may be halves: `3`, `2.5`. */
  | { readonly kind: 'count'; readonly count: string; readonly of: 'shift' | 'day' | 'week' | 'mile' }
  | { readonly kind: 'percent'; readonly percent: string };

export type PayslipEarning = {
  readonly kind: PayslipEarningsKind;
  /** A kind of work, named in the place of the kind of pay. */
  readonly name?: string;
  /** The days of earlier periods that it is about. */
  readonly days?: readonly IsoDay[];
  /** What it is for, in the household's words. */
  readonly note?: string;
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
  /** What the employer may keep for handling an order. */
  | 'attachment-fee'
  | 'overpayment'
  | 'loan'
  | 'tools'
  | 'training'
  | 'rent'
  /** Handed on to somebody for the PA. */
  | 'passed-on'
  | 'other';

export type PayslipDeduction = {
  readonly kind: PayslipDeductionKind;
  /** What it is for, in the household's words: the scheme, the court, the plan. ERA 1996 s 8(2)(b) asks for the purpose. */
  readonly purpose?: string;
  /** The plan of a student loan. */
  readonly plan?: LoanPlan;
  /** Money taken off; below zero it is given back. */
  readonly amount: Pence;
};

/** Money given back, free of tax: what was spent, and what it was for in the household's words. */
export type PayslipReimbursement = {
  readonly kind: 'mileage' | 'expenses';
  readonly note?: string;
  readonly amount: Pence;
};

/** A way that net pay reaches the PA (ERA 1996 s 8(2)(d)). `before` was paid with the payslip that this one corrects. */
export type PayslipPayment =
  /** Below zero it is to be paid back. */
  | { readonly by: 'bank' | 'cash' | 'cheque'; readonly amount: Pence }
  | { readonly by: 'before'; readonly on: IsoDay; readonly amount: Pence };

/** One line on how a figure came about, beside the one on tax. Exact pounds and percentages are text. */
export type PayslipWorking =
  | {
      readonly of: 'national-insurance';
      readonly letter: string;
      readonly bands: readonly { readonly percent: string; readonly on: Pence; readonly from: Pence }[];
      /** What payments before it in the same earnings period paid, where the bands are for all together. */
      readonly paidEarlier?: Pence;
    }
  | {
      readonly of: 'student-loan' | 'postgraduate-loan';
      readonly percent: string;
      readonly above: Pence;
      readonly threshold: Pence;
    }
  | {
      readonly of: 'pension';
      readonly percent: string;
      readonly on: Pence;
      /** The limits of the pay it is on; none where it is on all pay. */
      readonly between?: { readonly lower: Pence; readonly upper: Pence };
      /** `net-pay`: taken before tax. With relief at source, the tax relief that the provider adds. */
      readonly treatment: 'net-pay' | 'relief-at-source';
      readonly reliefAdded?: Pence;
    }
  | {
      readonly of: 'holiday';
      readonly kind: 'holiday' | 'holiday-on-leaving';
      readonly minutes: number;
      readonly hourly: string;
      /** Paid weeks whose average it is; none where pay does not vary. */
      readonly weeks?: number;
    }
  | {
      readonly of: 'ssp';
      readonly days: number;
      /** Pounds for a day, exact. */
      readonly daily: string;
      /** Days of sickness that are not paid because they come first. */
      readonly waitingDays?: number;
    }
  | {
      /** Statutory family pay, at one weekly rate for all of its days. */
      readonly of: 'family';
      readonly kind: PayslipEarningsKind;
      readonly days: number;
      readonly weekly: string;
    };

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
      /** Pay of an earlier job of this tax year that is in it, from a P45. */
      readonly payOfEarlierJob?: Pence;
      /** Whether the limit of half the pay set the figure (PAYE regulations 2003 reg 2, overriding limit). */
      readonly limited: boolean;
    }
  | {
      readonly basis: 'this-period';
      readonly pay: Pence;
      readonly freePay: Pence;
      readonly taxable: Pence;
      /** A payday more than the tax year has weeks for (week 53, 54 or 56), not a week 1 code. */
      readonly extraPayday?: boolean;
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
 * `netPay` must be earnings − deductions + reimbursements to the penny, and `payments` must come to it. Nothing in it
 * is what the employer pays on top, but for the pension: that is on the cost sheet.
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
  /** Each way it is paid; none where there is nothing to pay. */
  readonly payments: readonly PayslipPayment[];
  readonly earnings: readonly PayslipEarning[];
  readonly deductions: readonly PayslipDeduction[];
  /** Not pay: mileage and expenses paid back, free of tax. */
  readonly reimbursements: readonly PayslipReimbursement[];
  readonly netPay: Pence;
  /** Hours where pay varies with time worked (ERA 1996 s 8(2)(e)). */
  readonly hoursWorkedMinutes?: number;
  /** What the employer paid into the pension; below zero it went back to the employer, after an opt-out. */
  readonly employerPension?: { readonly scheme?: string; readonly amount: Pence };
  readonly yearToDate: {
    /** Pay that is taxed. */
    readonly pay: Pence;
    /** Pay before anything is taken off, where that is another figure; null where it is not known. */
    readonly gross?: Pence | null;
    readonly tax: Pence;
    readonly nationalInsurance: Pence;
    readonly pensionWorker: Pence;
    readonly pensionEmployer: Pence;
    readonly studentLoan?: Pence;
    readonly postgraduateLoan?: Pence;
    /** Both loans in one figure, where they are not known apart. */
    readonly loans?: Pence;
  };
  readonly holiday?: PayslipHoliday;
  readonly taxWorking?: PayslipTaxWorking;
  readonly workings?: readonly PayslipWorking[];
  /** Lines the household adds, in its own words. */
  readonly notes?: readonly string[];
  /** Set on a payslip that corrects an earlier one: that one's pay day. */
  readonly replacesPayDate?: IsoDay;
  readonly contact?: { readonly name: string; readonly phone?: string; readonly email?: string };
};
