import type { CoveredDays } from '../budget/dedupe';
import type { AccountCode } from '../budget/ledger';
import type { WeeklyFunding } from '../budget/surplus';
import type { IsoDay } from '../dates';
import type { Pence } from '../money';
import type { EvidenceKind } from './profile';

export type ReturnAccount = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'bank' | 'cash';
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
  /** With the sign of the line: money out negative. */
  readonly amount: Pence;
};

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
};

/** In the ledger by the last day, and not on a statement by then: a cheque, a payment made that evening. */
export type UnpresentedItem = {
  readonly accountId: string;
  readonly date: IsoDay;
  readonly description: string;
  /** Money out negative. */
  readonly amount: Pence;
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
  readonly earmarks: readonly { readonly id: string; readonly name: string; readonly amount: Pence }[];
  readonly ownMoney: Pence;
  readonly overContribution: Pence;
  readonly documents: readonly HouseholdDocument[];
  /** What the person typed, by the field's id. */
  readonly answers: Readonly<Record<string, string>>;
  readonly declared: boolean;
};
