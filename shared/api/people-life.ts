import { z } from 'zod';
import { day, id, line, minutes, pence, penceFromZero } from './common';

/** What happens to a PA's record after the start: notices from HMRC, figures from other software, leaving. */

export const loanPlan = z.enum(['plan-1', 'plan-2', 'plan-4', 'plan-5']);

export const noticeKind = z.enum(['P6', 'P6B', 'P9', 'SL1', 'SL2', 'PGL1', 'PGL2']);
export type NoticeKind = z.infer<typeof noticeKind>;

/** What an HMRC notice says. A code only for P6, P6B and P9; figures only for a P6; a plan only for an SL1. */
export const taxNotice = z.object({
  kind: noticeKind,
  /** The date on the notice. */
  noticeOn: day.nullable(),
  /** The day it has effect from. */
  fromDay: day,
  taxCode: line,
  isWeek1Month1: z.boolean(),
  previousPay: penceFromZero.nullable(),
  previousTax: pence.nullable(),
  plan: loanPlan.nullable(),
});
export type TaxNotice = z.infer<typeof taxNotice>;

const taxFacts = z.object({
  taxCode: z.string(),
  taxBasis: z.enum(['cumulative', 'week1-month1']),
  studentLoanPlan: loanPlan.nullable(),
  postgraduateLoan: z.boolean(),
});
const payAndTax = z.object({ pay: pence, tax: pence });

/** What a notice changes, and from when. */
export const noticeOutcome = z.object({
  kind: noticeKind,
  /** The day the record changes on: the notice's own, or the day after the last pay day that is finished. */
  fromDay: day,
  /** The last finished pay day, where the notice had effect on it or earlier; null else. */
  afterPaid: day.nullable(),
  /** The first pay day that is worked out with it; null where none is planned yet. */
  firstPayDay: day.nullable(),
  before: taxFacts.nullable(),
  after: taxFacts,
  /** Pay and tax of an earlier job, before and after. */
  previousBefore: payAndTax.nullable(),
  previousAfter: payAndTax.nullable(),
});
export type NoticeOutcome = z.infer<typeof noticeOutcome>;

export const niLetterToDate = z.object({
  letter: z.string().regex(/^[ABCDEFHIJKLMNSVXZ]$/, { message: 'tax.ni-category' }),
  earnings: penceFromZero,
  earningsAtLel: penceFromZero,
  earningsLelToPt: penceFromZero,
  earningsPtToUel: penceFromZero,
  employee: penceFromZero,
  employer: penceFromZero,
});
export type NiLetterToDate = z.infer<typeof niLetterToDate>;

export const statutoryToDate = z.object({
  'statutory-maternity-pay': penceFromZero,
  'statutory-paternity-pay': penceFromZero,
  'statutory-adoption-pay': penceFromZero,
  'statutory-shared-parental-pay': penceFromZero,
  'statutory-parental-bereavement-pay': penceFromZero,
  'statutory-neonatal-care-pay': penceFromZero,
});

/** What other software paid a PA in a tax year before Mainstay, to date. */
export const earlierPay = z.object({
  taxYear: z.string().regex(/^\d{4}-\d{2}$/),
  /** The last day of work that it paid for. */
  reachOn: day,
  gross: penceFromZero,
  taxablePay: penceFromZero,
  /** Less than nothing where more was given back than taken. */
  tax: pence,
  nationalInsurance: z.array(niLetterToDate).max(6),
  studentLoan: penceFromZero,
  postgraduateLoan: penceFromZero,
  pensionEmployee: penceFromZero,
  pensionEmployer: penceFromZero,
  statutory: statutoryToDate,
  /** Holiday of the leave year it reaches into, up to that day: built up (asked where hours vary), and taken. */
  holidayEarnedMinutes: minutes,
  holidayTakenMinutes: minutes,
});
export type EarlierPay = z.infer<typeof earlierPay>;

/** Figures of the same person's earlier job with this employer, for who comes back. */
export const earlierJobHere = z.object({
  workerId: id,
  name: z.string(),
  leftOn: day,
  taxCode: z.string(),
  taxBasis: z.enum(['cumulative', 'week1-month1']),
  pay: pence,
  tax: pence,
});

/** A pay period as the days it pays for and its pay day. */
const payPeriod = z.object({ from: day, to: day, payDate: day });

/** What new terms do to the pay periods: the last one by the old terms and the first by the new. */
export const contractOutcome = z.object({
  changes: z.boolean(),
  lastOld: payPeriod.nullable(),
  firstNew: payPeriod,
  /** The first new payment shares its National Insurance period with payments by the old terms. */
  sharesNiPeriod: z.boolean(),
});
export type ContractOutcome = z.infer<typeof contractOutcome>;
