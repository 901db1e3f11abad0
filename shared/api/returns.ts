import { z } from 'zod';
import type { Figure } from '../explain';
import {
  call,
  coded,
  day,
  explanation,
  fileOut,
  id,
  largeFileOut,
  line,
  minutes,
  note,
  pence,
  requiredLine,
} from './common';
import { lineExplanation } from './money';

/** A line of a return: a bank line's id, or a name made of several for what has no line of its own (a shared PA's pay). */
const returnLineId = z.string().min(1).max(250);

const inHousehold = z.object({ householdId: id });

export const returnSummary = z.object({
  agreementId: id,
  funderName: z.string(),
  from: day,
  to: day,
  dueOn: day,
  state: z.enum(['not-ended', 'due', 'sent']),
  /** The day it was due has passed, and it is not sent. */
  late: z.boolean(),
  returnId: id.nullable(),
  sentOn: day.nullable(),
  /** Of what is asked for, how much is ready: told of the next one to send and the one that is running. */
  ready: z.int().nullable(),
  asked: z.int().nullable(),
});
export type ReturnSummary = z.infer<typeof returnSummary>;

/** A line of the return: a heading of the authority, its amount, and how many ledger lines made it. */
export const returnLine = z.object({
  code: z.string(),
  label: z.string().nullable(),
  amount: pence,
  count: z.int(),
});
export type ReturnLine = z.infer<typeof returnLine>;

export const evidenceItem = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  ready: z.boolean(),
  /** Where to mend it. */
  lineId: returnLineId.nullable(),
  /** What a reason for it is kept under; nothing for what no reason can stand for. */
  key: z.string().nullable().default(null),
  /** What the person says of it, where it can't be found. */
  reason: z.string().nullable().default(null),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

/** Why the record and a statement differ though both are right. */
const reconcilingKind = z.enum(['unpresented', 'other-day', 'late', 'other-money', 'pooled']);

/** One thing between the record and a statement: what the record has more, money out negative. */
export const reconcilingItem = z.object({
  day,
  description: z.string(),
  amount: pence,
  kind: reconcilingKind.default('unpresented'),
  lineId: returnLineId.nullable().default(null),
  accountId: id.nullable().default(null),
});
export type ReconcilingItem = z.infer<typeof reconcilingItem>;

/** opening + in − out + transfers = closing. */
const movements = { opening: pence, moneyIn: pence, moneyOut: pence, transfers: pence, closing: pence };

/** One account: its closing balance, less what no statement shows yet, is what its statement says. */
export const returnAccount = z.object({
  id,
  name: z.string(),
  kind: z.enum(['bank', 'card', 'cash']),
  ...movements,
  items: z.array(reconcilingItem),
  /** What the statement should say. */
  expected: pence,
  statementClosing: pence.nullable(),
  difference: pence.nullable(),
});
export type ReturnAccountView = z.infer<typeof returnAccount>;

/** One fund: an agreement's money, the client's contribution to it, or the person's own. */
export const returnFund = z.object({
  /** As the ledger names it; nothing for money that nobody has sorted. */
  id: z.string().nullable(),
  part: z.enum(['agreement', 'contribution', 'own', 'none']),
  name: z.string(),
  ...movements,
});
export type ReturnFundView = z.infer<typeof returnFund>;

/** One field of the authority's form. */
export const returnField = z.object({
  id: z.string(),
  section: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  needed: z.boolean(),
  value: z.custom<Figure>((value) => typeof value === 'object' && value !== null).nullable(),
  /** What the person typed; nothing where the record tells it. */
  answer: z.string().nullable(),
});
export type ReturnFieldView = z.infer<typeof returnField>;

/** In which capacity someone signs: for themselves, or for the person supported. */
export const signingRole = z.enum([
  'self',
  'appointee',
  'attorney',
  'deputy',
  'authorised-person',
  'suitable-person',
  'nominated-person',
  'parent',
  'executor',
]);
export type SigningRole = z.infer<typeof signingRole>;

export const returnMark = z.enum(['late', 'correction', 'other-day', 'by-hand']);

export const returnView = z.object({
  agreementId: id,
  returnId: id.nullable(),
  /** Which authority profile it was made by, and in which version; not told in returns made before that was kept. */
  profile: z.object({ key: z.string(), version: z.int(), name: z.string() }).optional(),
  funderName: z.string(),
  supportedName: z.string(),
  from: day,
  to: day,
  dueOn: day,
  state: z.enum(['not-ended', 'due', 'sent']),
  opening: pence,
  moneyIn: z.array(returnLine),
  moneyOut: z.array(returnLine),
  totalIn: pence,
  totalOut: pence,
  closing: pence,
  statementClosing: pence.nullable(),
  unpresented: z.array(reconcilingItem),
  difference: pence.nullable(),
  /** The same sums for each account and each fund; none in returns made before they were told. */
  accounts: z.array(returnAccount).default([]),
  funds: z.array(returnFund).default([]),
  spokenFor: z.array(returnLine),
  leftOver: pence,
  surplusLimit: pence.nullable(),
  surplus: pence,
  /** How the surplus was worked out, where the authority has a rule. */
  surplusExplanation: explanation.nullable().default(null),
  hours: z.object({
    plannedMinutes: minutes,
    workedMinutes: minutes,
    coveredMinutes: minutes,
    lostMinutes: minutes,
    /** What cover cost, all in; null where it is not known, and in returns made before it was told. */
    coverCost: pence.nullable().default(null),
  }),
  evidence: z.array(evidenceItem),
  unexplained: z.int(),
  problems: z.array(coded),
  explanation,
  transactions: z.array(
    z.object({
      number: z.int(),
      lineId: returnLineId,
      day,
      description: z.string(),
      label: z.string(),
      amount: pence,
      evidence: z.string(),
      accountId: id.nullable().default(null),
      /** Why it stands in this return, where that is not plain. */
      mark: returnMark.nullable().default(null),
      /** The day the bank has it, where that is not the day it counts. */
      bankDay: day.nullable().default(null),
      /** Why an earlier return is put right by it. */
      reason: z.string().nullable().default(null),
    }),
  ),
  sections: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  fields: z.array(returnField).default([]),
  declaration: z.string().nullable().default(null),
  /** Who may sign, as the record has it. */
  signers: z.array(z.object({ name: z.string(), role: signingRole })).default([]),
  signing: z
    .object({ by: z.string(), as: signingRole.nullable(), on: day.nullable() })
    .default({ by: '', as: null, on: null }),
  sentOn: day.nullable(),
  sentHow: z.string().nullable(),
});
export type ReturnView = z.infer<typeof returnView>;

const ofReturn = inHousehold.extend({ agreementId: id, from: day, to: day });

const saved = z.object({ saved: z.literal(true) });

/** One figure of a return beside another return's. */
export const comparedFigure = z.object({
  group: z.enum(['balance', 'in', 'out', 'promised', 'surplus', 'hours']),
  code: z.string(),
  label: z.string().nullable(),
  unit: z.enum(['money', 'minutes']),
  /** Pence or minutes; nothing where it was not told then. */
  before: z.int().nullable(),
  now: z.int().nullable(),
  difference: z.int().nullable(),
});
export type ComparedFigure = z.infer<typeof comparedFigure>;

const comparedReturn = z.object({
  from: day,
  to: day,
  state: z.enum(['not-ended', 'due', 'sent']),
  sentOn: day.nullable(),
});

/** A return beside the one before it, or what was sealed beside what the record says of the same days now. */
export const returnComparison = z.object({
  funderName: z.string(),
  /** Nothing where there is no return before. */
  before: comparedReturn.nullable(),
  now: comparedReturn,
  figures: z.array(comparedFigure),
});
export type ReturnComparison = z.infer<typeof returnComparison>;

/** Something put right after its return was sent. */
export const returnCorrection = z.object({
  id,
  madeOn: day,
  reason: z.string(),
  before: z.array(lineExplanation),
  after: z.array(lineExplanation),
});
export type ReturnCorrection = z.infer<typeof returnCorrection>;

/** A line of a return that was sent, with what it was for and what was put right. */
export const closedLine = z.object({
  line: z.object({ id, accountId: id, accountName: z.string(), day, amount: pence, description: z.string() }),
  parts: z.array(lineExplanation),
  /** The sent returns it is in. */
  returns: z.array(
    z.object({ returnId: id, agreementId: id, funderName: z.string(), from: day, to: day, number: z.int() }),
  ),
  corrections: z.array(returnCorrection),
  /** The return that a correction made today would be shown in. */
  shownIn: z.object({ agreementId: id, from: day, to: day }).nullable(),
});
export type ClosedLine = z.infer<typeof closedLine>;

export const returnsContract = {
  list: call.input(inHousehold).output(z.array(returnSummary)),
  get: call.input(ofReturn).output(returnView),
  packPdf: call.input(ofReturn).output(largeFileOut),
  xlsx: call.input(ofReturn).output(fileOut),
  csv: call.input(ofReturn).output(fileOut),
  /** The pack, the sheets and every named piece of evidence in one ZIP with a manifest of hashes. */
  zip: call.input(ofReturn).output(largeFileOut),
  /** Keeps what the person typed in a field of the authority's form, as it was typed. */
  saveAnswer: call.input(ofReturn.extend({ fieldId: z.string().min(1).max(80), answer: note })).output(saved),
  /** Keeps why something is missing; an empty reason takes it back. */
  saveReason: call.input(ofReturn.extend({ key: z.string().min(1).max(400), reason: note })).output(saved),
  /** Keeps who signs, in which capacity and when. */
  saveSigning: call
    .input(ofReturn.extend({ by: line, as: signingRole.nullable(), on: day.nullable() }))
    .output(saved),
  /** The return beside the one before it, or beside what was sealed. */
  compare: call.input(ofReturn.extend({ with: z.enum(['last-return', 'sealed']) })).output(returnComparison),
  /** A line of a sent return, for putting it right. */
  closedLine: call.input(inHousehold.extend({ lineId: id })).output(closedLine),
  /** Puts a line of a sent return right: the return stays as it was, and the next one shows it. */
  correctLine: call
    .input(
      inHousehold.extend({
        lineId: id,
        parts: z.array(lineExplanation).min(1).max(20),
        reason: requiredLine,
      }),
    )
    .output(z.object({ correctionId: id })),
  /** Seals the return: its lines can then only be corrected. */
  markSent: call
    .input(
      ofReturn.extend({
        sentOn: day,
        sentHow: line.min(1, { message: 'text.empty' }),
        sentTo: line.optional(),
        reference: line.optional(),
      }),
    )
    .output(z.object({ returnId: id })),
};
