import { z } from 'zod';
import { call, day, fileOut, id, line, note, pence } from './common';

const inHousehold = z.object({ householdId: id });

/** `2026-27`. */
const taxYear = z.string().regex(/^\d{4}-\d{2}$/);
const taxMonth = z.int().min(1).max(12);
const values = z.record(z.string(), z.union([z.string(), z.number()]));

export const reportKind = z.enum(['fps', 'eps', 'paper-quarter']);
export type ReportKind = z.infer<typeof reportKind>;
export const reportHow = z.enum(['basic-paye-tools', 'other-software', 'paper', 'bureau']);
export type ReportHow = z.infer<typeof reportHow>;

/** What the person says they told HMRC. Mainstay tells HMRC nothing. */
export const sentReport = z.object({
  id,
  kind: reportKind,
  /** A run's id, `2026-27:8` of a tax month, `2026-27:3` of a quarter. */
  about: z.string(),
  taxYear,
  sentOn: day,
  how: reportHow,
  receipt: z.string(),
  irMark: z.string(),
  /** How the mark that was typed compares with that of the file made here; `unknown` where none could be made. */
  mark: z.enum(['none', 'same', 'different', 'unknown']),
  note: z.string(),
});
export type SentReport = z.infer<typeof sentReport>;

/** `later`: not due yet. `missing`: its day has passed and nothing is noted. */
export const reportState = z.enum(['noted', 'noted-late', 'due', 'missing', 'later', 'not-needed']);
export type ReportState = z.infer<typeof reportState>;

export const epsReason = z.enum(['nobody-paid', 'allowance', 'recovered', 'year-end']);
export type EpsReason = z.infer<typeof epsReason>;

export const payDayReport = z.object({
  runId: id,
  kind: z.enum(['regular', 'correction']),
  /** The day that is reported: the regular pay day where pay was moved off it. */
  payDate: day,
  dueOn: day,
  names: z.array(z.string()),
  state: reportState,
  reports: z.array(sentReport),
});
export type PayDayReport = z.infer<typeof payDayReport>;

export const reportMonth = z.object({
  taxMonth,
  from: day,
  to: day,
  payDays: z.array(payDayReport),
  summary: z.object({
    reasons: z.array(epsReason),
    dueOn: day,
    state: reportState,
    reports: z.array(sentReport),
  }),
});
export type ReportMonth = z.infer<typeof reportMonth>;

export const reportQuarter = z.object({
  number: z.int().min(1).max(4),
  from: day,
  to: day,
  sendBy: day,
  /** Nobody was paid: form RT5 takes the place of RT2. */
  nobodyPaid: z.boolean(),
  state: reportState,
  reports: z.array(sentReport),
});
export type ReportQuarter = z.infer<typeof reportQuarter>;

export const filingView = z.object({
  taxYear,
  years: z.array(z.string()),
  route: z.enum(['online', 'paper', 'none']),
  filingRoute: z.enum(['basic-paye-tools', 'paper', 'bureau']).nullable(),
  /** Why no file can be made; null where it can. */
  whyNoFile: z.string().nullable(),
  /** Newest first. */
  months: z.array(reportMonth),
  /** Newest first; for paper filers alone. */
  quarters: z.array(reportQuarter),
});
export type FilingView = z.infer<typeof filingView>;

/** Something that is not right with a report: `wrong` stops the file, `unlikely` is for the person to look at. */
export const filingFault = z.object({
  code: z.string(),
  severity: z.enum(['wrong', 'unlikely']),
  /** HMRC's own number, where it is one of their rules. */
  hmrcError: z.int().nullable(),
  element: z.string(),
  workerId: id.nullable(),
  values,
});
export type FilingFault = z.infer<typeof filingFault>;

export const lateReason = z.enum(['F', 'G']);

const amounts = z.object({
  taxablePay: pence,
  tax: pence,
  employeeNi: pence,
  employerNi: pence,
  studentLoan: pence,
  postgraduateLoan: pence,
});

/** One worker's part of an FPS, as it would be reported. */
export const fpsWorker = z.object({
  workerId: id,
  name: z.string(),
  niLetters: z.string(),
  taxCode: z.string(),
  hoursBand: z.enum(['A', 'B', 'C', 'D', 'E']),
  startedOn: day.nullable(),
  declaration: z.enum(['A', 'B', 'C']).nullable(),
  leftOn: day.nullable(),
  afterLeaving: z.boolean(),
  irregular: z.boolean(),
  now: amounts,
  toDate: amounts,
  statutoryToDate: pence,
});
export type FpsWorker = z.infer<typeof fpsWorker>;

export const fpsView = z.object({
  runId: id,
  taxYear,
  kind: z.enum(['regular', 'correction']),
  payDate: day,
  dueOn: day,
  /** The pay day that is reported has passed: HMRC asks why it comes late. */
  isLate: z.boolean(),
  lateReason: z.enum(['F', 'G', 'H']).nullable(),
  /** A correction to a tax year that is over: figures to date alone. */
  isYearOver: z.boolean(),
  whyNoFile: z.string().nullable(),
  workers: z.array(fpsWorker),
  faults: z.array(filingFault),
  reports: z.array(sentReport),
});
export type FpsView = z.infer<typeof fpsView>;

/** What goes into an EPS; the person chooses. */
export const epsChoices = z.object({
  noPayment: z.boolean(),
  allowance: z.boolean(),
  recovered: z.boolean(),
  final: z.enum(['none', 'year', 'ceased']),
  ceasedOn: day.nullable(),
});
export type EpsChoices = z.infer<typeof epsChoices>;

export const epsView = z.object({
  taxYear,
  taxMonth,
  from: day,
  to: day,
  dueOn: day,
  reasons: z.array(epsReason),
  /** What this month lets the person say; `choices` is what they said, or what the record suggests. */
  can: z.object({
    noPayment: z.boolean(),
    allowance: z.boolean(),
    recovered: z.boolean(),
    finalForYear: z.boolean(),
  }),
  choices: epsChoices,
  /** Statutory pay got back in the tax year so far, by kind. */
  recovered: z.array(z.object({ code: z.string(), recovered: pence, compensation: pence })),
  whyNoFile: z.string().nullable(),
  faults: z.array(filingFault),
  reports: z.array(sentReport),
});
export type EpsView = z.infer<typeof epsView>;

const ofRun = inHousehold.extend({ runId: id, lateReason: lateReason.nullable() });
const ofMonth = inHousehold.extend({ taxYear, taxMonth, choices: epsChoices.nullable() });

/** What was reported to HMRC, and the messages for it. Nothing here sends anything. */
export const filingContract = {
  /** Pay days, tax months and quarters of a tax year (this one, unless named), with what is noted of each. */
  view: call.input(inHousehold.extend({ taxYear: taxYear.nullable() })).output(filingView),
  /** A finished run as an FPS would report it, with everything that is not right with it. */
  fps: call.input(ofRun).output(fpsView),
  /** The FPS as XML with its IRmark. Refuses with `filing.has-faults` and with what `whyNoFile` says. */
  fpsFile: call.input(ofRun).output(fileOut),
  eps: call.input(ofMonth).output(epsView),
  epsFile: call.input(ofMonth).output(fileOut),
  /** Notes what the person says they sent, for one or more pay days, a month or a quarter; or changes a note (`id`). */
  noteSent: call
    .input(
      inHousehold.extend({
        report: z.object({
          id: id.nullable(),
          kind: reportKind,
          about: z.array(z.string().min(1).max(64)).min(1).max(60),
          sentOn: day,
          how: reportHow,
          receipt: line,
          irMark: line,
          note,
        }),
      }),
    )
    .output(z.object({ ids: z.array(id) })),
  removeSent: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
};
