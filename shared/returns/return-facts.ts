import type { CoveredDays } from '../budget/dedupe';
import type { AccountCode } from '../budget/ledger';
import type { WeeklyFunding } from '../budget/surplus';
import type { AgreementSurplusRule } from '../budget/surplus-rule';
import type { IsoDay } from '../dates';
import type { Figure } from '../explain';
import type { Pence } from '../money';
import type { ToldSource } from './field-sources';
import type { EvidenceKind } from './profile';

export type ReturnAccountKind = 'bank' | 'card' | 'cash';

export type ReturnAccount = {
  readonly id: string;
  readonly name: string;
  readonly kind: ReturnAccountKind;
  /** By the ledger, at the start of the first day. */
  readonly opening: Pence;
  /** By the statement at the end of the last day, or as counted for cash. Missing when not known. */
  readonly statementClosing?: Pence;
  /** The days its statements cover. Not looked at for cash. */
  readonly covered: readonly CoveredDays[];
};

export type ReturnFund = { readonly id: string; readonly name: string; readonly opening: Pence };

/** One part of what a line was for. */
export type ReturnAllocation = {
  readonly account: AccountCode;
  readonly fundId?: string;
  /** The kind of plan category, by its code, and which one. */
  readonly planCategory?: string;
  /** The other end is cash: money drawn out, or paid in. */
  readonly withCash?: boolean;
  /** With the sign of the line: money out negative. */
  readonly amount: Pence;
};

/**
 * Why a line stands in this return: it was found in days that had been sent, it puts an earlier return right, it counts
 * here and was paid on another day, or it is written by hand and not from a statement.
 */
export type ReturnLineMark = 'late' | 'correction' | 'other-day' | 'by-hand';

/** Money that moved on an account, whether or not a statement shows it yet. */
export type ReturnLedgerLine = {
  readonly id: string;
  readonly accountId: string;
  readonly date: IsoDay;
  /** Money out negative. */
  readonly amount: Pence;
  readonly description: string;
  /** Empty or short of the line where it is not explained. */
  readonly allocations: readonly ReturnAllocation[];
  readonly evidence: readonly EvidenceKind[];
  readonly mark?: ReturnLineMark;
  /** The day the bank has it, where that is not the day it counts. */
  readonly bankDay?: IsoDay;
  /** Why an earlier return is put right by it. */
  readonly reason?: string;
};

/** Why the ledger and the statement differ by an item, though both are right. */
export type ReconcilingKind = 'unpresented' | 'other-day' | 'late' | 'other-money' | 'pooled';

/**
 * In the ledger by the last day, and not on a statement by then: a cheque, a payment made that evening. With the opposite
 * sign what the statement has and this return does not: parts of another period, other money in the same account.
 */
export type UnpresentedItem = {
  readonly accountId: string;
  readonly date: IsoDay;
  readonly description: string;
  /** Money out negative; what the ledger has more than the statement. */
  readonly amount: Pence;
  /** `unpresented` where it is not said. */
  readonly kind?: ReconcilingKind;
  /** The line or the payment it is about. */
  readonly lineId?: string;
};

/** What was owed at the end of the last day, as positive amounts. */
export type ReturnOwed = {
  readonly netPay: Pence;
  readonly hmrc: Pence;
  readonly pension: Pence;
  readonly holiday: Pence;
  readonly bills: Pence;
};

export type HouseholdDocument = {
  readonly kind: string;
  readonly validFrom?: IsoDay;
  readonly validTo?: IsoDay;
};

/** Everything a return is made from. Lines outside the period are of another return and are not looked at. */
export type ReturnFacts = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly madeOn: IsoDay;
  readonly supportedName: string;
  readonly dateOfBirth?: IsoDay;
  readonly actingFor?: string;
  readonly agreementReference?: string;
  readonly funding: WeeklyFunding;
  readonly accounts: readonly ReturnAccount[];
  readonly funds: readonly ReturnFund[];
  readonly lines: readonly ReturnLedgerLine[];
  readonly unpresented: readonly UnpresentedItem[];
  /** The closing balance the return before this one gave, when there was one. */
  readonly closingOfLastReturn?: Pence;
  readonly hours?: {
    readonly plannedMinutes: number;
    readonly workedMinutes: number;
    readonly coveredMinutes: number;
    readonly lostMinutes: number;
    /** What the cover of these hours cost, all in; null where it is not known. */
    readonly coverCost: Pence | null;
  };
  readonly owed: ReturnOwed;
  readonly earmarks: readonly {
    readonly id: string;
    /** What it is for, where that is known: holiday, redundancy. */
    readonly kind?: string;
    readonly name: string;
    readonly amount: Pence;
    /** Whether the authority agreed that it may be kept on top, and whether it is for the costs of employing. */
    readonly agreed?: boolean;
    readonly forStaff?: boolean;
  }[];
  /** The agreement's own rule for money left, which stands in place of its authority's. */
  readonly ownRule?: AgreementSurplusRule;
  readonly ownMoney: Pence;
  readonly overContribution: Pence;
  readonly documents: readonly HouseholdDocument[];
  /** What the record tells of insurance, contracts and the like. Where it does not, the person's answer stands. */
  readonly told?: Readonly<Partial<Record<ToldSource, Figure>>>;
  /** What the person typed, by the field's id. */
  readonly answers: Readonly<Record<string, string>>;
  /** What the person says of something that is missing, by the key of the item (`evidenceKey`). */
  readonly reasons?: Readonly<Record<string, string>>;
  readonly declared: boolean;
};
