import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '@shared/money';
import type { PayslipDocument } from './payslip-document';

/** A line of the return with its own name, how many entries made it, and a positive amount. */
export type ReturnLine = { readonly name: string; readonly count?: number; readonly amount: Pence };

export type ReturnTransaction = {
  /** The number evidence and gaps speak of, from 1. */
  readonly number: number;
  readonly day: IsoDay;
  readonly payee: string;
  readonly detail?: string;
  readonly category: string;
  /** Positive in, negative out. */
  readonly amount: Pence;
  readonly balance: Pence;
  /** Evidence numbers. */
  readonly evidence: readonly number[];
};

export type EvidenceKind =
  | 'bank-statement'
  | 'receipt'
  | 'invoice'
  | 'payslip'
  | 'timesheet'
  | 'payroll-summary'
  | 'hmrc'
  | 'pension'
  | 'insurance'
  | 'contract'
  | 'letter'
  | 'other';

export type EvidenceItem = {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly day?: IsoDay;
  readonly transactions: readonly number[];
  /** The name of the file beside the pack. */
  readonly fileName: string;
  /** 64 hex digits. */
  readonly sha256: string;
  /** JPEG or PNG pictures of the item's pages, each read when it is drawn on a page. Other files get a page that names them. */
  readonly pictures?: readonly (() => Uint8Array)[];
  /** A payslip, written out on the item's page. */
  readonly payslip?: PayslipDocument;
  /** What the bank's file says, line by line, where the item is such a file. */
  readonly lines?: readonly StatementLine[];
};

/** One line of a bank statement as the bank's file has it. */
export type StatementLine = {
  readonly day: IsoDay;
  readonly description: string;
  /** Money out negative. */
  readonly amount: Pence;
  readonly balance?: Pence;
};

/** The sums of one account or one fund: opening + in − out + transfers = closing. */
export type ReturnMovement = {
  readonly name: string;
  readonly opening: Pence;
  readonly moneyIn: Pence;
  /** Positive. */
  readonly moneyOut: Pence;
  readonly transfers: Pence;
  readonly closing: Pence;
};

/** One account, with what stands between the record and its statement. */
export type ReturnAccountSums = ReturnMovement & {
  /** Cash, which is counted: `statementClosing` is the count. */
  readonly isCash?: boolean;
  /** What the record has and the statement has not, money out negative. */
  readonly items: readonly { readonly name: string; readonly amount: Pence }[];
  /** closing − items. */
  readonly expected: Pence;
  readonly statementClosing?: Pence;
  readonly difference?: Pence;
};

/** One part of the authority's own form: its questions with what the record or the person answers. */
export type ReturnAnswers = {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
};

/** Everything a monitoring return says. Money in whole pence; `moneyOut` and `spokenFor` are positive. */
export type ReturnDocument = {
  readonly authorityName: string;
  readonly recipientName: string;
  readonly recipientDateOfBirth?: IsoDay;
  readonly agreementReference?: string;
  readonly actingFor?: { readonly name: string; readonly role: string };
  readonly payeReference?: string;
  readonly accountName?: string;
  readonly period: { readonly from: IsoDay; readonly to: IsoDay };
  readonly dueOn?: IsoDay;
  readonly madeOn: IsoDay;
  readonly funding: readonly { readonly name: string; readonly weekly?: Pence; readonly inPeriod: Pence }[];
  readonly opening: Pence;
  readonly moneyIn: readonly ReturnLine[];
  readonly moneyOut: readonly ReturnLine[];
  readonly closing: Pence;
  /** The bank's own figure and what explains a difference: signed amounts that lead from the record to the statement. */
  readonly statement?: {
    readonly accountName: string;
    readonly balance: Pence;
    readonly differences: readonly { readonly name: string; readonly amount: Pence }[];
  };
  readonly spokenFor: readonly ReturnLine[];
  /** What the agreement lets the person keep. */
  readonly allowance?: { readonly amount: Pence; readonly weeks?: number; readonly weekly?: Pence };
  readonly hours?: {
    readonly lines: readonly { readonly name: string; readonly minutes: number }[];
    readonly fundedMinutes?: number;
  };
  readonly transactions: readonly ReturnTransaction[];
  readonly evidence: readonly EvidenceItem[];
  readonly missing: readonly {
    readonly what: string;
    readonly why?: string;
    readonly transaction?: number;
  }[];
  readonly notes?: readonly string[];
  /** Each account's and each fund's own sums. */
  readonly accounts?: readonly ReturnAccountSums[];
  readonly funds?: readonly ReturnMovement[];
  readonly answers?: readonly ReturnAnswers[];
  /** The authority's own declaration, where it has one. */
  readonly declaration?: string;
  /** Who signs, in what capacity, and when. */
  readonly signing?: { readonly name: string; readonly role: string; readonly day?: IsoDay };
};

export type ReturnTotals = {
  readonly moneyIn: Pence;
  readonly moneyOut: Pence;
  readonly spokenFor: Pence;
  readonly leftOver: Pence;
  /** What is over the allowance; nothing when within it; absent without an allowance. */
  readonly surplus?: Pence;
  /** Statement − (closing + explained differences); absent without a statement. */
  readonly unexplained?: Pence;
};

/**
 * The sums of a return. Throws when opening + in − out is not closing, when transactions do not sum to in and out, when an
 * account's or a fund's own sums do not agree, or when evidence numbers have gaps: a return that does not add up is never
 * written.
 */
export function returnTotals(given: ReturnDocument): ReturnTotals {
  const moneyIn = sumPence(given.moneyIn.map((line) => line.amount));
  const moneyOut = sumPence(given.moneyOut.map((line) => line.amount));
  if (takePence(addPence(given.opening, moneyIn), moneyOut) !== given.closing)
    throw new Error(
      `A return does not add up: ${given.opening} + ${moneyIn} − ${moneyOut} is not ${given.closing}`,
    );
  const moved = sumPence(given.transactions.map((line) => line.amount));
  if (moved !== takePence(moneyIn, moneyOut))
    throw new Error(`The transactions of a return make ${moved}, its lines ${takePence(moneyIn, moneyOut)}`);
  for (const one of [...(given.accounts ?? []), ...(given.funds ?? [])]) {
    if (takePence(addPence(one.opening, one.moneyIn, one.transfers), one.moneyOut) !== one.closing)
      throw new Error(`The sums of ${one.name} do not add up to ${one.closing}`);
  }
  for (const one of given.accounts ?? []) {
    if (takePence(one.closing, sumPence(one.items.map((item) => item.amount))) !== one.expected)
      throw new Error(`What ${one.name} should show does not follow from its items`);
  }
  given.evidence.forEach((item, index) => {
    if (item.number !== index + 1)
      throw new Error(`Evidence number ${item.number} stands at place ${index + 1}`);
  });
  const spokenFor = sumPence(given.spokenFor.map((line) => line.amount));
  const leftOver = takePence(given.closing, spokenFor);
  const { allowance, statement } = given;
  const over = allowance === undefined ? undefined : takePence(leftOver, allowance.amount);
  return {
    moneyIn,
    moneyOut,
    spokenFor,
    leftOver,
    ...(over === undefined ? {} : { surplus: over > 0 ? over : NO_MONEY }),
    ...(statement === undefined
      ? {}
      : {
          unexplained: takePence(
            statement.balance,
            addPence(given.closing, ...statement.differences.map((line) => line.amount)),
          ),
        }),
  };
}
