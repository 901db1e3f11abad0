import { z } from 'zod';
import { DEDUCTION_PURPOSES } from '../payroll/deduction-purposes';
import { call, day, explanation, fileOut, id, line, minutes, pence, time } from './common';
import { lateContract } from './pay-late';
import { pensionFileFor } from './pensions';
import { payFrequency } from './people';

const inHousehold = z.object({ householdId: id });

/** Names a pay run before it is finished: everybody of one frequency, one period. `weekly:2026-11-16`. */
export const runKey = z.string().regex(/^(weekly|two-weekly|four-weekly|monthly):\d{4}-\d{2}-\d{2}$/);

export const earningsLine = z.object({
  code: z.string(),
  kindOfWork: z.string().nullable(),
  /** Less than zero where a late change takes hours back. */
  minutes: z.int().nullable(),
  units: z.int().nullable(),
  /** Pounds, as text, for an hour or a shift. */
  rate: z.string().nullable(),
  amount: pence,
  note: z.string(),
  /** Of hours of earlier periods: their days. */
  days: z.array(day).readonly().optional(),
  /** Of a late change: the shift, and the name of how it was worked out. */
  shiftId: id.optional(),
  figure: z.string().optional(),
});
export type EarningsLine = z.infer<typeof earningsLine>;

export const figuresToDate = z.object({
  taxablePay: pence,
  tax: pence,
  employeeNi: pence,
  studentLoan: pence,
  pensionEmployee: pence,
  pensionEmployer: pence,
});

export const payLine = z.object({
  workerId: id,
  payslipId: id.nullable(),
  name: z.string(),
  shortName: z.string(),
  periodFrom: day,
  periodTo: day,
  payDate: day,
  taxYear: z.string(),
  taxPeriod: z.object({ kind: z.enum(['week', 'month']), number: z.int() }),
  taxCode: z.string(),
  taxBasis: z.enum(['cumulative', 'week1-month1']),
  niCategory: z.string(),
  earnings: z.array(earningsLine),
  /** Less than zero where late changes take back more hours than are paid. */
  minutes: z.int(),
  gross: pence,
  tax: pence,
  employeeNi: pence,
  employerNi: pence,
  studentLoan: pence,
  postgraduateLoan: pence,
  pensionEmployee: pence,
  pensionEmployer: pence,
  otherDeductions: pence,
  /** What was taken off beside tax, NI, loans and pension. Not in payslips made before it was kept. */
  deductions: z
    .array(
      z.object({
        /** `deduction`, `attachment-of-earnings`, `attachment-fee`. */
        code: z.string(),
        /** What one by hand is for; empty for an order. */
        purpose: z.string(),
        /** Whom an order’s money is for, or the person’s own words. */
        note: z.string(),
        reference: z.string(),
        amount: pence,
        /** The name of its explanation; empty where there is none. */
        figure: z.string(),
      }),
    )
    .optional(),
  reimbursements: pence,
  net: pence,
  employerCost: pence,
  toDate: figuresToDate,
  /** The payslip that this one corrects, with what was paid for it; null on any other. */
  replaces: z.object({ payslipId: id, payDate: day, net: pence }).nullable(),
  /** Set once a later payslip corrects this one. */
  correctedBy: id.nullable(),
  /** How each figure was worked out, by figure: gross, tax, employeeNi, employerNi, studentLoan, pensionEmployee, … */
  explanations: z.record(z.string(), explanation),
});
export type PayLine = z.infer<typeof payLine>;

/** Something to look at before finishing: `blocks` ones must be mended first. */
export const payWarning = z.object({
  workerId: id.nullable(),
  blocks: z.boolean(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PayWarning = z.infer<typeof payWarning>;

export const payTotals = z.object({
  minutes: z.int(),
  gross: pence,
  tax: pence,
  employeeNi: pence,
  employerNi: pence,
  /** Employment Allowance used against the employer's National Insurance: taken off `forHmrc` and `cost`. */
  employmentAllowance: pence,
  /** What is got back of family pay: taken off `forHmrc` and `cost` too. */
  statutoryRecovered: pence,
  loans: pence,
  pensionEmployee: pence,
  pensionEmployer: pence,
  net: pence,
  forHmrc: pence,
  forPension: pence,
  cost: pence,
});

export const payRunView = z.object({
  key: runKey,
  runId: id.nullable(),
  state: z.enum(['open', 'finished']),
  kind: z.enum(['regular', 'correction']),
  frequency: payFrequency,
  periodFrom: day,
  periodTo: day,
  payDate: day,
  /** The day that tax and National Insurance count from: the regular pay day, where banks are closed on it. */
  taxDay: day,
  /** Whether the person chose the pay day. */
  payDayChosen: z.boolean(),
  lines: z.array(payLine),
  /** PAs of this run that can't be worked out yet, with why. */
  refused: z.array(
    z.object({
      workerId: id,
      name: z.string(),
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** Shifts of the period that nobody has confirmed. */
  unconfirmed: z.array(z.object({ workerId: id, name: z.string(), shifts: z.int() })),
  warnings: z.array(payWarning),
  totals: payTotals,
  finishedAt: z.string().nullable(),
});
export type PayRunView = z.infer<typeof payRunView>;

export const runSummary = z.object({
  key: runKey,
  runId: id.nullable(),
  state: z.enum(['open', 'finished']),
  kind: z.enum(['regular', 'correction']),
  frequency: payFrequency,
  periodFrom: day,
  periodTo: day,
  payDate: day,
  people: z.int(),
  hoursIn: z.int(),
  net: pence.nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

/** A finished payslip that the record as it is now would pay otherwise. */
export const payslipToPutRight = z.object({
  payslipId: id,
  runId: id,
  name: z.string(),
  periodFrom: day,
  periodTo: day,
  payDate: day,
  gross: pence,
  grossNow: pence,
  taxCode: z.string(),
  taxCodeNow: z.string(),
  /** The oldest one: the others wait for it. */
  isFirst: z.boolean(),
});
export type PayslipToPutRight = z.infer<typeof payslipToPutRight>;

/** Where a payment counts: for tax and National Insurance, and for what HMRC is owed. */
const payDayCounts = z.object({
  payDate: day,
  /** The day that tax and National Insurance count from. */
  taxDay: day,
  taxYear: z.string(),
  taxPeriod: z.object({ kind: z.enum(['week', 'month']), number: z.int() }),
  /** The last day to pay HMRC electronically for it. */
  hmrcBy: day,
});
/** What another pay day would change. */
export const payDayOutcome = z.object({
  now: payDayCounts,
  moved: payDayCounts,
  /** The pay day without a choice of the person's own. */
  usual: day,
  /** The regular pay day by the contract, whatever day that is. */
  regular: day,
  earliest: day,
  latest: day,
});
export type PayDayOutcome = z.infer<typeof payDayOutcome>;

export const paymentToMake = z.object({
  key: z.string(),
  payee: z.enum(['worker', 'hmrc', 'pension', 'order']),
  name: z.string(),
  workerId: id.nullable(),
  sortCode: z.string(),
  accountNumber: z.string(),
  reference: z.string(),
  amount: pence,
  dueOn: day,
  paidOn: day.nullable(),
});
export type PaymentToMake = z.infer<typeof paymentToMake>;

export const hmrcMonth = z.object({
  taxYear: z.string(),
  /** 1 (6 April to 5 May) to 12; for quarterly payers the quarter's last month. */
  taxMonth: z.int(),
  from: day,
  to: day,
  tax: pence,
  studentLoans: pence,
  employeeNi: pence,
  employerNi: pence,
  employmentAllowance: pence,
  statutoryRecovered: pence,
  owed: pence,
  dueElectronic: day,
  duePost: day,
  reference: z.string(),
  paidOn: day.nullable(),
  explanation,
});
export type HmrcMonth = z.infer<typeof hmrcMonth>;

/** `2026-27`. */
export const taxYearName = z.string().regex(/^\d{4}-\d{2}$/);

/** Which papers of a tax year can be made. Figures only: none of them is one of HMRC's own forms. */
export const yearPapers = z.object({
  /** The first day that P60 figures can be made. */
  p60From: day,
  isOver: z.boolean(),
  p60: z.array(z.object({ workerId: id, name: z.string() })),
  /** The quarters with pay, for those who report to HMRC on paper; empty for everyone else. */
  quarters: z.array(z.object({ number: z.int(), from: day, to: day, sendBy: day })),
});
export type YearPapers = z.infer<typeof yearPapers>;

/** What may be added to a pay by hand. */
const addedCode = z.enum([
  'bonus',
  'minimum-wage-top-up',
  'mileage',
  'expenses',
  'deduction',
  'own-spending',
]);

/**
 * One finished payslip to put right. `hours` are those of paid shifts that were wrong, by the shift's id: what was really
 * worked, or null for a shift that was not worked at all. They are changed together with the pay.
 */
const correction = inHousehold.extend({
  payslipId: id,
  payDate: day,
  hours: z
    .array(
      z.object({
        shiftId: id,
        actual: z
          .object({
            start: time,
            end: time,
            endsNextDay: z.boolean(),
            awakeMinutes: minutes.nullable(),
            reason: line,
          })
          .nullable(),
      }),
    )
    .max(200)
    .optional(),
});

export const payContract = {
  ...lateContract,
  /** The runs to do next (oldest first) and those done (newest first). */
  runs: call
    .input(inHousehold)
    .output(z.object({ open: z.array(runSummary), finished: z.array(runSummary) })),
  run: call.input(inHousehold.extend({ key: runKey })).output(payRunView),
  finished: call.input(inHousehold.extend({ runId: id })).output(payRunView),
  /**
   * Adds one line to a PA's next pay: a bonus, mileage, a deduction. A deduction says what it is for and that the PA has
   * agreed to it in writing. `own-spending` was paid by the PA for the job and not given back: it is not paid here.
   */
  addLine: call
    .input(
      inHousehold.extend({
        workerId: id,
        payDate: day,
        code: addedCode,
        amount: pence,
        note: line,
        purpose: z.enum(DEDUCTION_PURPOSES).nullable().optional(),
        agreedInWriting: z.boolean().optional(),
      }),
    )
    .output(z.object({ id })),
  removeLine: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  draftLines: call.input(inHousehold.extend({ payDate: day })).output(
    z.array(
      z.object({
        id,
        workerId: id,
        code: z.string(),
        amount: pence,
        note: z.string(),
        /** What a deduction is for; empty for anything else. */
        purpose: z.string(),
      }),
    ),
  ),
  /** Finishes a run. `expectedNet` is the total the person saw: another total refuses with `pay.changed-since`. */
  finish: call.input(inHousehold.extend({ key: runKey, expectedNet: pence })).output(z.object({ runId: id })),
  /** What a correction would come to, with everything left as it is. Refuses what `correct` refuses. */
  previewCorrection: call.input(correction).output(payRunView),
  /** Takes back one finished payslip and pays it again in a correction run on a later date. */
  correct: call.input(correction).output(z.object({ runId: id })),
  /** Finished payslips of a PA that the record as it is now would pay otherwise, oldest first. */
  toPutRight: call.input(inHousehold.extend({ workerId: id })).output(z.array(payslipToPutRight)),
  /** What another pay day of an open run would change; refuses a day that it can't be. */
  payDay: call.input(inHousehold.extend({ key: runKey, payDate: day })).output(payDayOutcome),
  /** Moves the pay day of an open run; null takes the choice back. */
  changePayDay: call
    .input(inHousehold.extend({ key: runKey, payDate: day.nullable() }))
    .output(z.object({ payDate: day })),
  payments: call.input(inHousehold.extend({ runId: id })).output(z.array(paymentToMake)),
  tickPayment: call
    .input(inHousehold.extend({ key: z.string().min(1), paidOn: day.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  hmrc: call
    .input(inHousehold.extend({ taxYear: z.string().nullable() }))
    .output(z.object({ taxYear: z.string(), years: z.array(z.string()), months: z.array(hmrcMonth) })),
  /** With a password the file is locked with it. It is not kept. */
  payslipPdf: call
    .input(inHousehold.extend({ payslipId: id, password: z.string().max(500).optional() }))
    .output(fileOut),
  payslipHtml: call.input(inHousehold.extend({ payslipId: id })).output(fileOut),
  /** What a finished run cost the employer; with a payslip of it, what that PA's pay cost. */
  costSheetPdf: call.input(inHousehold.extend({ runId: id, payslipId: id.optional() })).output(fileOut),
  payslipsPdf: call.input(inHousehold.extend({ runId: id })).output(fileOut),
  paymentSheetPdf: call.input(inHousehold.extend({ runId: id })).output(fileOut),
  paymentSheetCsv: call.input(inHousehold.extend({ runId: id })).output(fileOut),
  /** A finished run's contribution file for a provider. What is typed for it is not kept. */
  pensionFile: call
    .input(inHousehold.extend({ runId: id, provider: line, file: pensionFileFor }))
    .output(fileOut),
  hmrcPdf: call.input(inHousehold.extend({ taxYear: z.string() })).output(fileOut),
  hmrcCsv: call.input(inHousehold.extend({ taxYear: z.string() })).output(fileOut),
  yearPapers: call.input(inHousehold.extend({ taxYear: taxYearName })).output(yearPapers),
  p60FiguresPdf: call.input(inHousehold.extend({ taxYear: taxYearName, workerId: id })).output(fileOut),
  p45FiguresPdf: call.input(inHousehold.extend({ workerId: id })).output(fileOut),
  /** A finished run's figures, to type into HMRC's Basic PAYE Tools. */
  basicPayeToolsPdf: call.input(inHousehold.extend({ runId: id })).output(fileOut),
  paperQuarterPdf: call
    .input(inHousehold.extend({ taxYear: taxYearName, quarter: z.int().min(1).max(4) }))
    .output(fileOut),
};
