import { z } from 'zod';
import { call, day, id, line, pence, requiredLine } from './common';
import { bankLine, lineExplanation } from './money';

/** Accounts, cash, lines written by hand, transfers, funds and closed periods. */
const inHousehold = z.object({ householdId: id });

export const accountKind = z.enum(['bank', 'card', 'cash']);
export const fundPart = z.enum(['agreement', 'contribution', 'own']);

/** Whose a part of a first balance was. */
export const openingPart = z.object({ fundPart, agreementId: id.nullable(), amount: pence });
export type OpeningPart = z.infer<typeof openingPart>;

export const moneyAccount = z.object({
  id: id.nullable(),
  name: requiredLine,
  kind: accountKind,
  bank: line,
  sortCode: line.regex(/^$|^\d{2}-?\d{2}-?\d{2}$/, { message: 'account.sort-code' }),
  accountNumber: line.regex(/^$|^\d{8}$/, { message: 'account.account-number' }),
  /** Whose money it holds, where it is one agreement's alone. */
  agreementId: id.nullable(),
  openedOn: day,
  opening: pence,
  /** Whose the first balance was; none where all of it was the agreement's. */
  openingParts: z.array(openingPart).max(20),
});
export type MoneyAccount = z.infer<typeof moneyAccount>;

export const accountView = moneyAccount.extend({
  id,
  closedOn: day.nullable(),
  /** By its statements; for cash by its lines. */
  balance: pence,
  /** What was paid but is not on a statement yet, money out negative. */
  unpresented: pence,
  /** The day of its last line. */
  asOf: day.nullable(),
  lastStatementTo: day.nullable(),
  /** Lines are in: the first balance can't change any more. */
  settled: z.boolean(),
});
export type AccountView = z.infer<typeof accountView>;

/** A line as it is written by hand: cash, or a payment that is not on a statement yet. */
export const lineByHand = z.object({
  id: id.nullable(),
  accountId: id,
  day,
  /** Money out negative. */
  amount: pence.refine((value) => value !== 0, { message: 'money.empty' }),
  description: requiredLine,
  /** The number of a cheque; empty where it is none. */
  cheque: line.max(20, { message: 'text.too-long' }),
  note: line,
  /** What it was for; none where that is said later. */
  parts: z.array(lineExplanation).max(20),
});
export type LineByHand = z.infer<typeof lineByHand>;

/** A line in few words, as a choice. */
export const lineInBrief = z.object({ id, accountId: id, day, amount: pence, description: z.string() });
export type LineInBrief = z.infer<typeof lineInBrief>;

export const linesFilter = inHousehold.extend({
  from: day.nullable(),
  to: day.nullable(),
  accountId: id.nullable(),
  /** A fund as postings name it: an agreement's id, `contribution:` and that id, or `own`. */
  fund: z.string().max(80).nullable(),
  categoryId: id.nullable(),
  only: z.enum(['all', 'needs-a-look', 'evidence-missing', 'by-hand']),
  /** Words of the text or a note, or an amount. */
  search: line,
  offset: z.int().min(0).max(1_000_000),
  limit: z.int().min(1).max(500),
});
export type LinesFilter = z.infer<typeof linesFilter>;

export const linesPage = z.object({
  lines: z.array(bankLine),
  /** How many lines fit in all, and what they come to. */
  total: z.int(),
  moneyIn: pence,
  moneyOut: pence,
});
export type LinesPage = z.infer<typeof linesPage>;

export const oneLine = z.object({
  line: bankLine,
  accountName: z.string(),
  accountKind,
  byHand: z.boolean(),
  /** A line of cash that a bank's line made: it goes with that one. */
  madeByOther: z.boolean(),
  cheque: z.string(),
  note: z.string(),
  /** For a payment written by hand: the statement's line that shows it. */
  shownBy: lineInBrief.nullable(),
  /** Payments written by hand that this line of a statement may show. */
  mayShow: z.array(lineInBrief),
  /** Lines of statements that may show this payment written by hand. */
  mayBeShownBy: z.array(lineInBrief),
  /** The other ends of its transfers. */
  otherEnds: z.array(lineInBrief),
  /** Lines that may be the other end of a transfer. */
  mayBeOtherEnd: z.array(lineInBrief),
  /** What it refunds, and what refunded it. */
  refundOf: z.array(lineInBrief),
  refundedBy: z.array(lineInBrief),
  /** Earlier payments that money coming in here may refund. */
  mayRefund: z.array(lineInBrief),
});
export type OneLine = z.infer<typeof oneLine>;

export const transferPair = z.object({ out: lineInBrief, in: lineInBrief });

export const fundBalance = z.object({
  fund: z.string(),
  fundPart,
  agreementId: id.nullable(),
  amount: pence,
});

export const fundsView = z.object({
  day,
  funds: z.array(fundBalance),
  /** Not explained yet, or of no agreement. */
  notSorted: pence,
  accounts: z.array(z.object({ id: id.nullable(), name: z.string(), kind: accountKind, amount: pence })),
  /** Paid but not on a statement yet; between two accounts; paid on another day than it counts. */
  unpresented: pence,
  underWay: pence,
  timing: pence,
  /** The sum of all funds and what is not sorted: the same as all accounts with the three above. */
  total: pence,
});
export type FundsView = z.infer<typeof fundsView>;

export const fundStatement = z.object({
  fund: z.string(),
  from: day,
  to: day,
  opening: pence,
  in: pence,
  out: pence,
  closing: pence,
  rows: z.array(z.object({ account: z.string(), categoryId: id.nullable(), in: pence, out: pence })),
});
export type FundStatement = z.infer<typeof fundStatement>;

const saved = z.object({ saved: z.literal(true) });

export const ledgerContract = {
  accounts: call.input(inHousehold).output(z.array(accountView)),
  saveAccount: call.input(inHousehold.extend({ account: moneyAccount })).output(z.object({ id })),
  /** Closes an account that is empty, or opens it again with `closedOn` null. */
  closeAccount: call.input(inHousehold.extend({ id, closedOn: day.nullable() })).output(saved),
  /** Lines newest first, a page at a time, with how many fit in all. */
  lines: call.input(linesFilter).output(linesPage),
  line: call.input(inHousehold.extend({ id })).output(oneLine),
  saveByHand: call.input(inHousehold.extend({ line: lineByHand })).output(z.object({ id })),
  removeByHand: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** Writes both ends of money moved between two own accounts. */
  transferByHand: call
    .input(
      inHousehold.extend({
        fromAccountId: id,
        toAccountId: id,
        day,
        amount: pence.refine((value) => value > 0, { message: 'money.empty' }),
        description: requiredLine,
      }),
    )
    .output(z.object({ id })),
  /** Says which line of a statement shows a payment written by hand, or takes that back with `lineId` null. */
  markShown: call.input(inHousehold.extend({ id, lineId: id.nullable() })).output(saved),
  /** Pairs of lines that look like both ends of one transfer, and ends whose other end is not here. */
  transfers: call
    .input(inHousehold)
    .output(z.object({ pairs: z.array(transferPair), alone: z.array(lineInBrief) })),
  /** Says that money coming in pays back an earlier payment: it goes where that went. */
  markRefund: call.input(inHousehold.extend({ lineId: id, paidId: id })).output(saved),
  joinTransfer: call.input(inHousehold.extend({ lineId: id, otherId: id })).output(saved),
  /** What cash there should be on a day against what was counted; with `keep`, a difference becomes a line to explain. */
  countCash: call
    .input(inHousehold.extend({ accountId: id, day, counted: pence, keep: z.boolean() }))
    .output(z.object({ expected: pence, difference: pence, lineId: id.nullable() })),
  /** Every fund and every account at the end of a day. */
  funds: call.input(inHousehold.extend({ day })).output(fundsView),
  fundStatement: call
    .input(inHousehold.extend({ fund: z.string().min(1).max(80), from: day, to: day }))
    .output(fundStatement),
};
