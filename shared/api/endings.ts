import { z } from 'zod';
import { ENDING_KINDS } from '../returns/ending-steps';
import { RECORD_KINDS } from '../returns/retention';
import { call, coded, day, fileOut, id, line, minutes, note, pence } from './common';

const inHousehold = z.object({ householdId: id });

export const ending = z.object({
  agreementId: id,
  kind: z.enum(ENDING_KINDS),
  /** The last day that the agreement pays for, or the day of a death. */
  endedOn: day,
  /** When PAs were told. */
  toldOn: day.nullable(),
  executorName: line,
  executorContact: line,
  note,
});
export type Ending = z.infer<typeof ending>;

export const endingSummary = z.object({
  agreementId: id,
  funderName: z.string(),
  startsOn: day,
  endsOn: day.nullable(),
  ending: ending.nullable(),
  stepsDone: z.int(),
  steps: z.int(),
});
export type EndingSummary = z.infer<typeof endingSummary>;

export const finalLine = z.object({
  code: z.string(),
  name: z.string(),
  amount: pence,
  estimate: z.boolean(),
  /** How many weeks, days and the like it came from, for the words beside it. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FinalLineShown = z.infer<typeof finalLine>;

export const endingStepShown = z.object({
  step: z.string(),
  title: z.string(),
  why: z.string(),
  source: z.string(),
  mark: z.enum(['SEEN', 'RECALLED']),
  by: day.nullable(),
  doneOn: day.nullable(),
  note: z.string(),
});
export type EndingStepShown = z.infer<typeof endingStepShown>;

export const trueUpShown = z.object({
  each: pence,
  whole: z.int(),
  partDays: z.int(),
  periodDays: z.int(),
  due: pence,
  received: pence,
  difference: pence,
});

export const endingView = z.object({
  today: day,
  ending,
  funderName: z.string(),
  supportedName: z.string(),
  /** The day that the figures are as of: today, or the last day of the agreement. */
  asOf: day,
  has: z.array(finalLine),
  owes: z.array(finalLine),
  totalHas: pence,
  totalOwes: pence,
  surplus: pence,
  shortfall: pence,
  funding: trueUpShown,
  contribution: trueUpShown.nullable(),
  /** What makes the figures less sure: codes with their values. */
  notes: z.array(coded),
  steps: z.array(endingStepShown),
  finalReturn: z.object({
    from: day,
    to: day,
    /** The last return that was sent, where there is one. */
    lastSentTo: day.nullable(),
    sentOn: day.nullable(),
  }),
  letters: z.array(z.object({ kind: z.string(), workerId: id.nullable(), name: z.string() })),
});
export type EndingView = z.infer<typeof endingView>;

const SAVED = z.object({ saved: z.literal(true) });
const ofAgreement = inHousehold.extend({ agreementId: id });

export const outcomeNote = z.object({
  id: id.nullable(),
  agreementId: id.nullable(),
  day,
  /** Which outcome of the plan it is about, in the person's words; empty for none. */
  outcome: line,
  text: z.string().trim().min(1, { message: 'text.empty' }).max(2_000, { message: 'text.too-long' }),
});
export type OutcomeNote = z.infer<typeof outcomeNote>;

const period = inHousehold.extend({ from: day, to: day });

const reviewHours = z.object({ minutes, sleepIns: z.int() });

export const reviewView = z.object({
  from: day,
  to: day,
  name: z.string(),
  hours: z.object({
    plan: reviewHours.nullable(),
    planned: reviewHours,
    worked: reviewHours,
    covered: reviewHours,
    lost: reviewHours,
    coverCost: pence,
    coverCostComplete: z.boolean(),
  }),
  /** Why hours were missed: what was covered of them, and what was lost. */
  reasons: z.array(
    z.object({ because: z.string(), shifts: z.int(), covered: reviewHours, lost: reviewHours }),
  ),
  /** Each time that nobody came. */
  unmet: z.array(
    z.object({
      day,
      start: z.string(),
      end: z.string(),
      because: z.string(),
      minutes,
      sleepIn: z.boolean(),
    }),
  ),
  outcomes: z.array(outcomeNote.extend({ id })),
  moneyIn: pence,
  moneyOut: pence,
  /** Money out, by kind of spending; a name where the plan has one, else the ledger's account. */
  spending: z.array(z.object({ account: z.string(), name: z.string(), amount: pence, lines: z.int() })),
  unexplained: z.int(),
  changes: z.array(coded.extend({ day })),
});
export type ReviewView = z.infer<typeof reviewView>;

export const retentionRow = z.object({
  records: z.enum(RECORD_KINDS),
  count: z.int(),
  oldest: day,
  mayGoOn: day.nullable(),
  because: z.object({ who: z.string(), source: z.string(), mark: z.enum(['SEEN', 'RECALLED']) }),
  rules: z.array(
    z.object({
      who: z.string(),
      years: z.int(),
      counted: z.string(),
      until: day.nullable(),
      source: z.string(),
      mark: z.enum(['SEEN', 'RECALLED']),
    }),
  ),
});
export type RetentionRow = z.infer<typeof retentionRow>;

/** The end of an agreement, reviews, the outcome diary, and how long records are kept. */
export const endingsContract = {
  list: call.input(inHousehold).output(z.array(endingSummary)),
  /** Notes that an agreement ends, or changes the note. */
  save: call.input(inHousehold.extend({ ending })).output(SAVED),
  /** Takes the ending back, with the ticks of its steps. */
  remove: call.input(ofAgreement).output(z.object({ removed: z.literal(true) })),
  view: call.input(ofAgreement).output(endingView),
  tickStep: call
    .input(ofAgreement.extend({ step: z.string().min(1).max(40), doneOn: day.nullable(), note: line }))
    .output(SAVED),
  finalAccountPdf: call.input(ofAgreement).output(fileOut),
  letter: call
    .input(ofAgreement.extend({ kind: z.string().min(1).max(40), workerId: id.nullable() }))
    .output(fileOut),
  outcomes: call.input(period).output(z.array(outcomeNote.extend({ id }))),
  /** The words outcomes were kept under, most used first, to choose from. */
  outcomeNames: call.input(inHousehold).output(z.array(z.string())),
  saveOutcome: call.input(inHousehold.extend({ note: outcomeNote })).output(z.object({ id })),
  removeOutcome: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  review: call.input(period).output(reviewView),
  reviewPdf: call.input(period).output(fileOut),
  reviewCsv: call.input(period).output(fileOut),
  retention: call.input(inHousehold).output(
    z.object({
      today: day,
      rows: z.array(retentionRow),
      auditYears: z.int(),
      auditSource: z.string(),
    }),
  ),
};
