import { z } from 'zod';
import { call, coded, day, explanation, fileIn, fileOut, id, line, pence } from './common';
import { statementReading } from './statements';

const inHousehold = z.object({ householdId: id });

export const evidence = z.enum(['payslip', 'receipt', 'statement', 'missing', 'not-needed']);

export const lineExplanation = z.object({
  amount: pence,
  ledgerAccount: z.string(),
  categoryId: id.nullable(),
  agreementId: id.nullable(),
  workerId: id.nullable(),
  matchKind: z.enum([
    'net-pay',
    'hmrc',
    'pension',
    'order',
    'pool',
    'direct-payment',
    'contribution',
    'regular',
    'by-hand',
    'transfer',
    'shown',
    'refund',
  ]),
  matchKey: z.string().nullable(),
  note: line,
  /** Whose money it is; where nobody says, as its account usually is. */
  fundPart: z.enum(['agreement', 'contribution', 'own']).optional(),
  /** The day it counts, where that is not the line's own. */
  countsOn: day.nullable().optional(),
});
export type LineExplanation = z.infer<typeof lineExplanation>;

/** What Mainstay thinks a bank line is, and why. */
export const proposal = z.object({
  lineId: id,
  /** Names this answer, so that it is this one that is accepted or refused. */
  key: z.string().max(600),
  certainty: z.enum(['certain', 'likely', 'possible']),
  certain: z.boolean(),
  reasons: z.array(coded),
  parts: z.array(lineExplanation),
  /** What it comes to, whatever it settles. */
  as: z.string().max(600),
});
export type Proposal = z.infer<typeof proposal>;

export const bankLine = z.object({
  id,
  accountId: id,
  day,
  amount: pence,
  description: z.string(),
  balance: pence.nullable(),
  explanations: z.array(lineExplanation),
  explained: z.boolean(),
  evidence,
  receipts: z.array(z.object({ id, fileName: z.string(), mediaType: z.string() })),
  proposal: proposal.nullable(),
  /** The line lies in a return that has been sent: it can only be corrected. */
  closed: z.boolean(),
  /** It was written by hand: cash, or a payment that is not on a statement yet. */
  byHand: z.boolean().optional(),
  /** A payment written by hand that a line of a statement shows. */
  shown: z.boolean().optional(),
  /** A private warning: the spending may be off plan. */
  warnings: z.array(coded),
});
export type BankLine = z.infer<typeof bankLine>;

/** A line to go through, with the answers it may have, best first. */
export const matchLine = z.object({
  id,
  accountName: z.string(),
  day,
  amount: pence,
  description: z.string(),
  /** The line lies in a return that has been sent. */
  closed: z.boolean(),
  answers: z.array(proposal).max(4),
  /** What its best answer would have as evidence, and what looks off plan with it. */
  evidence,
  warnings: z.array(coded),
  /** How many answers the person said no to. */
  refused: z.int(),
});
export type MatchLine = z.infer<typeof matchLine>;

export const matchList = z.object({
  /** How many lines nobody has explained. */
  left: z.int(),
  /** The answers that are certain, of all those lines. */
  certain: z.array(z.object({ lineId: id, key: z.string() })).max(30_000),
  lines: z.array(matchLine),
});
export type MatchList = z.infer<typeof matchList>;

/** A promised part as a positive amount, or what is left: all parts together are what is in the bank. */
export const moneyPart = z.object({
  code: z.enum(['wages', 'hmrc', 'pension', 'holiday', 'bills', 'earmarks', 'leaving', 'really-yours']),
  amount: pence,
  explanation,
});
export type MoneyPart = z.infer<typeof moneyPart>;

export const forecastMonth = z.object({
  month: z.string(),
  balance: pence,
  reallyYours: pence,
  limit: pence.nullable(),
  over: pence,
});
export type ForecastMonth = z.infer<typeof forecastMonth>;

export const moneyOverview = z.object({
  bank: pence,
  bankAsOf: day.nullable(),
  promised: pence,
  reallyYours: pence,
  parts: z.array(moneyPart),
  forecast: z.array(forecastMonth),
  /** When money could first be asked back, and how much; null when not in the forecast. */
  surplus: z
    .object({ code: z.string(), onDay: day.nullable(), amount: pence, limit: pence.nullable(), explanation })
    .nullable(),
  unexplained: z.int(),
  accounts: z.array(
    z.object({ id, name: z.string(), balance: pence, asOf: day.nullable(), lastStatementTo: day.nullable() }),
  ),
});
export type MoneyOverview = z.infer<typeof moneyOverview>;

export const statementPreview = z.object({
  fileName: z.string(),
  layout: z.string(),
  account: z.object({ sortCode: z.string(), accountNumber: z.string(), name: z.string() }).nullable(),
  from: day,
  to: day,
  lines: z.int(),
  newLines: z.int(),
  alreadyHere: z.int(),
  moneyIn: pence,
  moneyOut: pence,
  opening: pence.nullable(),
  closing: pence.nullable(),
  /** The file has no closing balance: the one on the paper statement is asked for. */
  closingAsked: z.boolean(),
  problems: z.array(coded),
  first: z.array(z.object({ day, description: z.string(), amount: pence })),
});
export type StatementPreview = z.infer<typeof statementPreview>;

export const statementSummary = z.object({
  id,
  accountId: id,
  fileName: z.string(),
  layout: z.string(),
  from: day,
  to: day,
  lines: z.int(),
  closing: pence.nullable(),
});

export const receipt = z.object({
  id,
  fileName: z.string(),
  mediaType: z.string(),
  hash: z.string(),
  day: day.nullable(),
  total: pence.nullable(),
  supplier: z.string(),
  lineIds: z.array(id),
});
export type Receipt = z.infer<typeof receipt>;

export const moneyContract = {
  overview: call.input(inHousehold).output(moneyOverview),
  lines: call
    .input(
      inHousehold.extend({
        from: day.nullable(),
        to: day.nullable(),
        only: z.enum(['all', 'needs-a-look']),
        withProposals: z.boolean(),
        /** At most so many, the newest; all where it is left out. */
        limit: z.int().min(1).max(2_000).optional(),
      }),
    )
    .output(z.array(bankLine)),
  /** Reads a statement without keeping it: what it holds, what is new, what is wrong. */
  previewStatement: call
    .input(inHousehold.extend({ accountId: id, file: fileIn, reading: statementReading.optional() }))
    .output(statementPreview),
  /** Brings in the whole file or nothing. */
  importStatement: call
    .input(inHousehold.extend({ accountId: id, file: fileIn, reading: statementReading.optional() }))
    .output(z.object({ statementId: id, newLines: z.int() })),
  statements: call.input(inHousehold).output(z.array(statementSummary)),
  /** Takes a statement out again, when none of its lines is in a sent return. */
  removeStatement: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  explain: call
    .input(inHousehold.extend({ lineId: id, parts: z.array(lineExplanation).min(1).max(20) }))
    .output(z.object({ saved: z.literal(true) })),
  unexplain: call.input(inHousehold.extend({ lineId: id })).output(z.object({ saved: z.literal(true) })),
  /** Accepts proposals as they stand: one, several, or all that are certain. */
  accept: call
    .input(inHousehold.extend({ lineIds: z.array(id).min(1).max(2_000) }))
    .output(z.object({ accepted: z.int() })),
  /** Lines nobody has explained, oldest first, with what each may be and why. */
  toMatch: call
    .input(
      inHousehold.extend({
        offset: z.int().min(0).max(1_000_000),
        limit: z.int().min(1).max(500),
        /** The newest first instead. */
        newest: z.boolean().optional(),
      }),
    )
    .output(matchList),
  /** Accepts answers as they were shown: refuses where one is none any more. */
  acceptAnswers: call
    .input(
      inHousehold.extend({
        answers: z
          .array(z.object({ lineId: id, key: z.string().max(600) }))
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.object({ accepted: z.int() })),
  /** Says no to an answer: it is not proposed again for this line, and less surely for its payee. */
  refuseAnswer: call
    .input(inHousehold.extend({ lineId: id, key: z.string().max(600) }))
    .output(z.object({ saved: z.literal(true) })),
  /** Forgets what was said no to for a line. */
  forgetRefused: call.input(inHousehold.extend({ lineId: id })).output(z.object({ saved: z.literal(true) })),
  receipts: call.input(inHousehold).output(z.array(receipt)),
  addReceipt: call
    .input(
      inHousehold.extend({
        file: fileIn,
        day: day.nullable(),
        total: pence.nullable(),
        supplier: line,
        lineId: id.nullable(),
        /** A PDF behind a password is kept as it is; else it is refused. */
        keepLocked: z.boolean().optional(),
      }),
    )
    .output(z.object({ id, alreadyHere: z.boolean() })),
  saveReceipt: call
    .input(inHousehold.extend({ id, day: day.nullable(), total: pence.nullable(), supplier: line }))
    .output(z.object({ saved: z.literal(true) })),
  linkReceipt: call
    .input(inHousehold.extend({ receiptId: id, lineId: id, linked: z.boolean() }))
    .output(z.object({ saved: z.literal(true) })),
  removeReceipt: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  receiptFile: call.input(inHousehold.extend({ id })).output(fileOut),
  ledgerCsv: call.input(inHousehold.extend({ from: day, to: day })).output(fileOut),
};
