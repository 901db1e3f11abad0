import type { IsoDay } from '../dates';
import type { Pence } from '../money';
import type { AccountCode } from './ledger';

/** A bank line nobody has explained yet. */
export type UnexplainedLine = {
  readonly id: string;
  readonly date: IsoDay;
  /** Money out negative. */
  readonly amount: Pence;
  readonly description: string;
  /** The account it is on; needed to see money that moved between accounts of one’s own. */
  readonly accountId?: string;
};

/** What a line may be. What pay asks for, what was agreed, what was usual, and what the bank’s own words say. */
export type MatchKind =
  | 'wage'
  | 'hmrc'
  | 'pension'
  /** Money taken from pay for an attachment order, on its way to the payee. */
  | 'order'
  /** What one household owes another for a PA they share: paid out by one, paid in to the other. */
  | 'pool'
  | 'bill'
  | 'receipt'
  /** A funding agreement: `amount` is one week’s; lines of 1 to 13 weeks are recognised. */
  | 'direct-payment'
  | 'client-contribution'
  /** A line explained before: `name` is its text, `amounts` what it was. */
  | 'regular'
  /** Somebody who is known by name (an agency, an insurer), whatever the amount. */
  | 'payee'
  /** A payment that was explained and has come back whole. */
  | 'came-back'
  /** Money back from somebody who was paid before. */
  | 'refund'
  /** The other end of money that moved between two accounts of one’s own. */
  | 'transfer'
  /** A payment written down by hand that the statement now shows. */
  | 'shown'
  | 'cash'
  | 'bank-charge'
  | 'interest';

/** Something a bank line may be. Amounts are positive; the kind, or `incoming`, says which way the money goes. */
export type MatchCandidate = {
  readonly kind: MatchKind;
  /** Unique within its kind. */
  readonly id: string;
  /** What is still open of it. */
  readonly amount: Pence;
  /** What it was in all, where a part of it is settled already. */
  readonly whole?: Pence;
  readonly date?: IsoDay;
  readonly name?: string;
  readonly reference?: string;
  readonly incoming?: boolean;
  readonly account?: AccountCode;
  /** Where it can only be a line of this bank account. */
  readonly accountId?: string;
  /** What it would explain a line as. Answers that come to the same are no rivals. */
  readonly as?: string;
  /** For a regular payee: every amount it was, how often, and whether it was not always the same thing. */
  readonly amounts?: readonly Pence[];
  readonly times?: number;
  readonly varied?: boolean;
};

export type MatchReason = {
  readonly code:
    | 'match.amount-exact'
    | 'match.amount-near'
    | 'match.two-wages-exact'
    | 'match.three-wages-exact'
    | 'match.two-receipts-exact'
    | 'match.rest-exact'
    | 'match.part-of'
    | 'match.two-payments-exact'
    | 'match.weeks-of-agreement'
    | 'match.date-same'
    | 'match.date-near'
    | 'match.name-in-text'
    | 'match.reference-in-text'
    | 'match.same-text-before'
    | 'match.same-text-often'
    | 'match.same-text-varied'
    | 'match.payee-known'
    | 'match.came-back'
    | 'match.refund'
    | 'match.other-account'
    | 'match.own-account-in-text'
    | 'match.written-by-hand'
    | 'match.word-in-text'
    | 'match.refused-before'
    | 'match.could-be-other';
  readonly values: Readonly<Record<string, string | number>>;
};

export type MatchCertainty = 'certain' | 'likely' | 'possible';

export type MatchProposal = {
  readonly lineId: string;
  readonly kind: MatchKind;
  /** Names the answer: `wage|net-pay:…`. */
  readonly key: string;
  /** What it would explain the line as. */
  readonly as: string;
  /** One, or several wages or receipts paid together. */
  readonly candidateIds: readonly string[];
  /** What each of them takes of the line, as positive amounts: together the whole line. */
  readonly amounts: readonly Pence[];
  /** The line less what was expected, both as positive amounts: above nothing when more moved than expected. */
  readonly difference: Pence;
  readonly certainty: MatchCertainty;
  readonly reasons: readonly MatchReason[];
};

/** What the person said no to: for one line, and from which payees. */
export type Refused = {
  /** `line id|proposal key`, and `line id|as what`: not proposed again for that line. */
  readonly lines: ReadonlySet<string>;
  /** `payee text|as`: proposed less surely for that payee. */
  readonly payees: ReadonlySet<string>;
};

/** An account of the household, to be found in the text of a transfer. */
export type OwnAccount = { readonly id: string; readonly name: string; readonly number: string };

/** The best answer of a line, and others that it could be. */
export type LineMatches = MatchProposal & { readonly others: readonly MatchProposal[] };

export const NOTHING_REFUSED: Refused = { lines: new Set(), payees: new Set() };
