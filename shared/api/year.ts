import { z } from 'zod';
import { call, coded, day, explanation, fileOut, id, line, pence } from './common';
import { taxYearName } from './pay';

const ofYear = z.object({ householdId: id, taxYear: taxYearName });

/** One payment, or a sum of them. Net pay and the employer's cost are null where other software paid: it did not say. */
export const yearFigures = z.object({
  gross: pence,
  tax: pence,
  employeeNi: pence,
  employerNi: pence,
  studentLoan: pence,
  postgraduateLoan: pence,
  pensionEmployee: pence,
  pensionEmployer: pence,
  otherDeductions: pence,
  reimbursements: pence,
  net: pence.nullable(),
  employerCost: pence.nullable(),
});
export type YearFigures = z.infer<typeof yearFigures>;

/** One line of a PA's year. A correction's figures are what it moves; `now` and `before` are the whole payment. */
export const yearRow = z.object({
  key: z.string(),
  kind: z.enum(['payment', 'correction', 'earlier-software', 'earlier-job']),
  runId: id.nullable(),
  payDate: day.nullable(),
  /** The payday that a correction puts right. */
  puts: day.nullable(),
  taxPeriod: z.object({ kind: z.enum(['week', 'month']), number: z.int() }).nullable(),
  figures: yearFigures,
  /** The year so far with this line; null for an earlier job, which counts for tax alone. */
  toDate: yearFigures.nullable(),
  now: yearFigures.nullable(),
  before: yearFigures.nullable(),
  /** How the whole payment was worked out, by figure, as on its payslip. */
  explanations: z.record(z.string(), explanation),
});
export type YearRow = z.infer<typeof yearRow>;

/** Two ways to one sum; `left` and `right` are the same when the year is in order. */
export const yearCheck = z.object({ code: z.string(), left: pence, right: pence });
export type YearCheck = z.infer<typeof yearCheck>;

export const yearOfWorker = z.object({
  taxYear: taxYearName,
  workerId: id,
  name: z.string(),
  shortName: z.string(),
  leftOn: day.nullable(),
  rows: z.array(yearRow),
  total: yearFigures,
  checks: z.array(yearCheck),
  /** Whether P60 figures can be made now, and P45 figures. */
  p60: z.boolean(),
  p45: z.boolean(),
});
export type YearOfWorker = z.infer<typeof yearOfWorker>;

export const yearView = z.object({
  taxYear: taxYearName,
  /** Tax years with pay, and this one; newest first. */
  years: z.array(taxYearName),
  from: day,
  to: day,
  isOver: z.boolean(),
  workers: z.array(
    z.object({
      workerId: id,
      name: z.string(),
      shortName: z.string(),
      leftOn: day.nullable(),
      /** What the total is made of. An earlier job is not part of it. */
      parts: z.array(
        z.object({
          kind: z.enum(['payment', 'correction', 'earlier-software']),
          count: z.int(),
          figures: yearFigures,
        }),
      ),
      total: yearFigures,
    }),
  ),
  total: yearFigures,
  /** As HMRC's record of the year has it; null without rates for the year. */
  hmrc: z
    .object({
      tax: pence,
      studentLoans: pence,
      employeeNi: pence,
      employerNi: pence,
      employmentAllowance: pence,
      statutoryRecovered: pence,
      owed: pence,
      paid: pence,
    })
    .nullable(),
  /** The most Employment Allowance of the year; null where it is not claimed. */
  allowanceLimit: pence.nullable(),
  /** What was paid of each statutory pay, by the code of its pay line. */
  statutory: z.array(
    z.object({
      code: z.string(),
      amount: pence,
      people: z.array(z.object({ name: z.string(), amount: pence })),
    }),
  ),
  checks: z.array(yearCheck),
});
export type YearView = z.infer<typeof yearView>;

export const yearEndLine = z.object({
  key: z.string(),
  code: z.string(),
  values: coded.shape.values,
  /** `wait`: it can't be done yet. `unknown`: the record, or the year's published figures, cannot say. */
  state: z.enum(['done', 'to-do', 'wait', 'unknown']),
  dueOn: day.nullable(),
  /** Set where only the person knows: ticked with `today.markDuty`, or given P60s with `givenP60`. */
  tick: z.object({ key: z.string(), on: day.nullable() }).nullable(),
  workerId: id.nullable(),
  target: z
    .enum(['pay', 'year', 'reports', 'hmrc', 'start', 'tax', 'rates', 'employer', 'rates-file'])
    .nullable(),
});
export type YearEndLine = z.infer<typeof yearEndLine>;

export const yearEnd = z.object({
  taxYear: taxYearName,
  nextYear: taxYearName,
  from: day,
  to: day,
  isOver: z.boolean(),
  /** The day that the new tax year was started, or null. */
  startedOn: day.nullable(),
  lines: z.array(yearEndLine),
});
export type YearEnd = z.infer<typeof yearEnd>;

/** What becomes of a PA's tax code on the first day of a tax year. */
export const newYearCode = z.object({
  workerId: id,
  name: z.string(),
  shortName: z.string(),
  before: z.string(),
  beforeBasis: z.enum(['cumulative', 'week1-month1']),
  code: z.string(),
  /** The first day that the code can hold: 6 April, or the day after the last pay of the new year. */
  fromDay: day,
  /** `kept`: the same. `mark-dropped`: no longer week 1 or month 1. `raised`: by the change of the allowance. `ask`: HMRC's notice is needed. `own`: a code of the new year is in the record. */
  how: z.enum(['kept', 'mark-dropped', 'raised', 'ask', 'own']),
});
export type NewYearCode = z.infer<typeof newYearCode>;

export const newYear = z.object({
  taxYear: taxYearName,
  from: day,
  ratesKnown: z.boolean(),
  startedOn: day.nullable(),
  codes: z.array(newYearCode),
});
export type NewYear = z.infer<typeof newYear>;

export const yearContract = {
  /** A household's tax year: this one unless another is named. */
  view: call.input(z.object({ householdId: id, taxYear: taxYearName.nullable() })).output(yearView),
  worker: call.input(ofYear.extend({ workerId: id })).output(yearOfWorker),
  csv: call.input(ofYear).output(fileOut),
  end: call.input(ofYear).output(yearEnd),
  /** Notes the day that a PA was given their P60, or takes it back. */
  givenP60: call
    .input(ofYear.extend({ workerId: id, givenOn: day.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  /** What starting a tax year would save: look at it before `start`. */
  newYear: call.input(ofYear).output(newYear),
  /** Starts a tax year: every PA's code as the person checked it, in one action. */
  start: call
    .input(ofYear.extend({ codes: z.array(z.object({ workerId: id, taxCode: line })).max(100) }))
    .output(z.object({ saved: z.literal(true) })),
};
