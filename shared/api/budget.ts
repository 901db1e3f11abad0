import { z } from 'zod';
import { surplusRuleSchema } from '../budget/surplus-rule';
import { whatIfChangesSchema } from '../budget/what-if';
import {
  call,
  coded,
  day,
  explanation,
  fileIn,
  fileOut,
  id,
  line,
  pence,
  penceFromZero,
  requiredLine,
} from './common';
import { spendingAccount } from './household';
import { accountKind } from './ledger';

const inHousehold = z.object({ householdId: id });
const ofAgreement = inHousehold.extend({ agreementId: id });
const saved = z.object({ saved: z.literal(true) });
const removed = z.object({ removed: z.literal(true) });
const minutesInAll = z.int().min(0);

/** A promised part as a positive amount, or what is left; all parts together are what is there. */
export const budgetPart = z.object({
  code: z.enum(['wages', 'hmrc', 'pension', 'holiday', 'bills', 'earmarks', 'leaving', 'really-yours']),
  amount: pence,
  explanation,
});
export type BudgetPart = z.infer<typeof budgetPart>;

/** What notice and redundancy of a PA would cost by law if the job ended today. */
export const leavingCost = z.object({
  workerId: id,
  name: z.string(),
  noticeWeeks: z.int(),
  notice: pence,
  redundancy: pence,
  /** Why redundancy is not worked out, where it is not. */
  unknown: z.enum(['no-birth-date', 'no-rate', 'no-pay']).nullable(),
  explanation,
});
export type LeavingCost = z.infer<typeof leavingCost>;

export const budgetFund = z.object({
  kind: z.enum(['agreement', 'own', 'not-sorted']),
  /** Null for own money and what is not sorted. */
  agreementId: id.nullable(),
  name: z.string(),
  balance: pence,
  /** Of the balance, what the client paid in; null where it is no agreement. */
  contribution: pence.nullable(),
  promised: pence,
  reallyYours: pence,
  parts: z.array(budgetPart),
  explanation: explanation.nullable(),
});
export type BudgetFund = z.infer<typeof budgetFund>;

/** When money could first be asked back, and how much. */
export const surplusInSight = z.object({
  code: z.enum(['surplus.none', 'surplus.now', 'surplus.soon', 'surplus.no-rule', 'surplus.hours']),
  onDay: day.nullable(),
  amount: pence,
  limit: pence.nullable(),
  explanation: explanation.nullable(),
});

export const budgetView = z.object({
  today: day,
  accounts: z.array(
    z.object({
      id,
      name: z.string(),
      kind: accountKind,
      balance: pence,
      asOf: day.nullable(),
      lastStatementTo: day.nullable(),
    }),
  ),
  underWay: z.array(z.object({ code: z.enum(['unpresented', 'transfer', 'timing']), amount: pence })),
  held: pence,
  promised: pence,
  reallyYours: pence,
  parts: z.array(budgetPart),
  explanation,
  funds: z.array(budgetFund),
  leaving: z.array(leavingCost),
  /** Of each agreement that runs: who pays redundancy by its rule. */
  redundancy: z.array(
    z.object({ agreementId: id, pays: z.enum(['builds-in-fund', 'paid-when-it-happens', 'not-said']) }),
  ),
  unexplained: z.int(),
});
export type BudgetView = z.infer<typeof budgetView>;

const flows = z.object({
  payments: pence,
  contributions: pence,
  promised: pence,
  wages: pence,
  insurance: pence,
  pension: pence,
  holiday: pence,
  bills: pence,
  cover: pence,
  'one-off': pence,
});

export const budgetMonth = z.object({
  from: day,
  to: day,
  opening: pence,
  flows,
  cameIn: pence,
  wentOut: pence,
  closing: pence,
  lowest: pence,
  lowestOn: day,
  /** What is set aside at its end. */
  setAside: pence,
  limit: pence.nullable(),
  /** What could be asked back if it were tested at its end. */
  over: pence,
});
export type BudgetMonth = z.infer<typeof budgetMonth>;

export const budgetForecast = z.object({
  agreementId: id,
  name: z.string(),
  today: day,
  to: day,
  /** Whether the agreement ends there, else it is only how far is looked. */
  ends: z.boolean(),
  balance: pence,
  months: z.array(budgetMonth),
  firstShort: z.object({ day, short: pence }).nullable(),
  surplus: surplusInSight,
  /** What to know about it: rates not known from a day, holiday, minimum wage in April. */
  notes: z.array(coded),
});
export type BudgetForecast = z.infer<typeof budgetForecast>;

export const earmarkKind = z.enum([
  'redundancy',
  'notice',
  'holiday',
  'respite',
  'equipment',
  'training',
  'contingency',
  'other',
]);
export type EarmarkKind = z.infer<typeof earmarkKind>;

export const earmark = z.object({
  id: id.nullable(),
  agreementId: id.nullable(),
  kind: earmarkKind,
  name: requiredLine,
  amount: penceFromZero,
  from: day,
  until: day.nullable(),
  agreed: z.boolean(),
  agreedBy: line,
  agreedOn: day.nullable(),
  note: line,
});
export type Earmark = z.infer<typeof earmark>;

export const earmarkShown = earmark.extend({
  id,
  fileName: z.string(),
  releasedOn: day.nullable(),
  /** It counts today. */
  counts: z.boolean(),
});
export type EarmarkShown = z.infer<typeof earmarkShown>;

export const earmarksView = z.object({
  earmarks: z.array(earmarkShown),
  total: pence,
  leaving: z.array(leavingCost),
  agreements: z.array(z.object({ id, name: z.string() })),
});
export type EarmarksView = z.infer<typeof earmarksView>;

export const standingBill = z.object({
  id: id.nullable(),
  name: requiredLine,
  amount: penceFromZero,
  dueOn: day,
  repeats: z.discriminatedUnion('every', [
    z.object({ every: z.literal('once') }),
    z.object({ every: z.literal('weeks'), count: z.int().min(1).max(104) }),
    z.object({ every: z.literal('months'), count: z.int().min(1).max(60) }),
  ]),
  endsOn: day.nullable(),
  agreementId: id.nullable(),
  categoryId: id.nullable(),
  ledgerAccount: spendingAccount,
});
export type StandingBill = z.infer<typeof standingBill>;

export const billsView = z.object({
  bills: z.array(
    standingBill.extend({
      id,
      /** The next day it falls due that no line has paid; null where none is left. */
      nextOn: day.nullable(),
      /** What it comes to over a year from today. */
      inAYear: pence,
    }),
  ),
  inAYear: pence,
  agreements: z.array(
    z.object({ id, name: z.string(), categories: z.array(z.object({ id, name: z.string() })) }),
  ),
});
export type BillsView = z.infer<typeof billsView>;

export const surplusTest = z.object({
  testedOn: day,
  available: pence,
  mayKeep: pence.nullable(),
  toAuthority: pence,
  toPerson: pence,
  shortOfFloor: pence,
  payBackBy: day.nullable(),
  explanation,
});
export type SurplusTest = z.infer<typeof surplusTest>;

export const surplusReason = z.enum(['no-pa', 'hospital', 'set-aside', 'cover-to-come', 'promised', 'other']);
export type SurplusReason = z.infer<typeof surplusReason>;

export const surplusView = z.object({
  agreementId: id,
  name: z.string(),
  rule: surplusRuleSchema.nullable(),
  from: z.enum(['agreement', 'weeks', 'none']),
  weekly: z.object({ gross: pence, contribution: pence }),
  /** The rule held against the money of today. */
  now: surplusTest.nullable(),
  tests: z.array(surplusTest),
  first: surplusTest.nullable(),
  waitsForReasons: z.boolean(),
  setAside: pence,
});
export type SurplusView = z.infer<typeof surplusView>;

export const whatIfResult = z.object({
  endsOn: day,
  endBalance: pence,
  firstShort: z.object({ day, short: pence }).nullable(),
  surplusOn: day.nullable(),
  surplus: pence,
  /** Minutes a week on the rota, and those that the money of a usual week buys; null where no hour has a price. */
  weeklyMinutes: minutesInAll,
  minutesThatFit: minutesInAll.nullable(),
  wages: pence,
  insurance: pence,
  pension: pence,
  holiday: pence,
  cover: pence,
  oneOff: pence,
  cameIn: pence,
});
export type WhatIfResult = z.infer<typeof whatIfResult>;

export const whatIf = z.object({
  id: id.nullable(),
  name: requiredLine,
  changes: whatIfChangesSchema,
});
export type WhatIf = z.infer<typeof whatIf>;

export const whatIfsView = z.object({
  agreementId: id,
  name: z.string(),
  now: whatIfResult,
  kept: z.array(whatIf.extend({ id, madeOn: day, result: whatIfResult })),
  workers: z.array(
    z.object({
      id,
      name: z.string(),
      /** What an hour on a weekday pays, exact pounds; null where none is kept. */
      hourly: z.string().nullable(),
      weeklyMinutes: minutesInAll,
      endingCosts: pence,
    }),
  ),
  payment: z.object({ amount: pence, contribution: pence }),
  /** The sick pay of a week that goes on while a PA is covered; null where it is not known for the day. */
  weeklySickPay: pence.nullable(),
  /** The minimum wage of an adult today, exact pounds; null where it is not known. */
  minimumWage: z.string().nullable(),
});
export type WhatIfsView = z.infer<typeof whatIfsView>;

const letterText = z.string().min(1, { message: 'text.empty' }).max(10_000, { message: 'text.too-long' });

/** What is really the person's, what will be, what could be asked back, and what would be otherwise. */
export const budgetContract = {
  view: call.input(inHousehold).output(budgetView),
  forecast: call.input(ofAgreement).output(budgetForecast),
  earmarks: call.input(inHousehold).output(earmarksView),
  /** Keeps money set aside, with the letter that agreed to it where one is given. */
  saveEarmark: call.input(inHousehold.extend({ earmark, file: fileIn.nullable() })).output(z.object({ id })),
  /** From a day on it is no longer set aside; `null` sets it aside again. */
  releaseEarmark: call.input(inHousehold.extend({ id, releasedOn: day.nullable() })).output(saved),
  removeEarmark: call.input(inHousehold.extend({ id })).output(removed),
  earmarkFile: call.input(inHousehold.extend({ id })).output(fileOut),
  bills: call.input(inHousehold).output(billsView),
  saveBill: call.input(inHousehold.extend({ bill: standingBill })).output(z.object({ id })),
  removeBill: call.input(inHousehold.extend({ id })).output(removed),
  surplus: call.input(ofAgreement).output(surplusView),
  /** Keeps the agreement's own rule; `null` takes it away, and its number of weeks counts again. */
  saveSurplusRule: call.input(ofAgreement.extend({ rule: surplusRuleSchema.nullable() })).output(saved),
  /** A first text of a letter to the authority, to be changed: why money is left. */
  letter: call
    .input(ofAgreement.extend({ reasons: z.array(surplusReason).max(6) }))
    .output(z.object({ text: z.string(), suggested: z.array(surplusReason) })),
  /** The letter as it was written, as a PDF or as a document for a word processor. */
  letterFile: call
    .input(ofAgreement.extend({ text: letterText, format: z.enum(['pdf', 'odt']) }))
    .output(fileOut),
  whatIfs: call.input(ofAgreement).output(whatIfsView),
  /** What would be with some changes. Nothing is kept. */
  tryWhatIf: call.input(ofAgreement.extend({ changes: whatIfChangesSchema })).output(whatIfResult),
  saveWhatIf: call.input(ofAgreement.extend({ whatIf })).output(z.object({ id })),
  removeWhatIf: call.input(inHousehold.extend({ id })).output(removed),
};
