import type { StatementMapping } from '@shared/api/statements';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import type { CellProblem } from './cells';
import type { DecodeProblem } from './decode';
import type { HeaderProblem } from './header';
import type { RowsProblem } from './rows';

/** One line of a bank statement, as the bank wrote it. */
export type StatementTransaction = {
  readonly date: IsoDay;
  /** Money out is negative. */
  readonly amount: Pence;
  readonly description: string;
  /** The bank's own word or code for what kind of line it is. */
  readonly type?: string;
  /** What was in the account after this line. */
  readonly balance?: Pence;
  /** The bank's own number for the line. Some banks use one twice. */
  readonly bankId?: string;
  /** The line of the file it begins on, counted from 1. */
  readonly line: number;
};

export type StatementAccount = {
  /** Six digits: `301234`. */
  readonly sortCode?: string;
  readonly accountNumber?: string;
  readonly name?: string;
};

/** A line with the account it is of, where the file says so. */
export type AccountLine = StatementTransaction & { readonly account?: StatementAccount };

/** Something to tell the person about a file that could be read. */
export type StatementNote = {
  readonly code:
    | 'statement.balance-broken'
    | 'statement.date-out-of-order'
    | 'statement.columns-not-known'
    | 'statement.other-accounts-left-out'
    | 'statement.no-balances'
    | 'statement.balance-of-other-day'
    | 'statement.id-twice';
  readonly line?: number;
  readonly values: Readonly<Record<string, string | number>>;
};

export type ReadStatement = {
  /** The id of the layout that fitted: of a bank, `ofx`, `qif`, or `own` for one a person set up. */
  readonly layout: string;
  readonly encoding: string;
  readonly account?: StatementAccount;
  /** Oldest first. */
  readonly transactions: readonly StatementTransaction[];
  readonly openingBalance?: Pence;
  readonly closingBalance?: Pence;
  readonly problems: readonly StatementNote[];
};

/** Why a file is refused as a whole. `details` names the line, the column and what stood there. */
export type StatementProblem =
  | DecodeProblem
  | RowsProblem
  | HeaderProblem
  | CellProblem
  | 'statement.no-lines'
  | 'statement.too-much-money'
  | 'statement.wrong-number-of-columns'
  | 'statement.line-not-understood'
  | 'statement.day-order'
  | 'statement.several-accounts'
  | 'statement.account-not-in-file';

export type ReadStatementOptions = {
  /** The id of a layout. Without it the file decides. */
  readonly layout?: string;
  /** The columns a person set up; a file that names its own columns and sections (OFX, QIF) does not need them. */
  readonly mapping?: StatementMapping;
  /** Which account to take from a file that holds several: its digits, with or without the sort code, or its name. */
  readonly accountNumber?: string;
  /** Which comes first in dates of numbers where the file cannot tell: the day or the month. */
  readonly dates?: 'dmy' | 'mdy';
};

/** What a format's reader found: lines in the order of the file, and what the file says about each account. */
export type FoundLines = {
  readonly layout: string;
  readonly order: 'newest-first' | 'oldest-first';
  readonly lines: readonly AccountLine[];
  /** The account of the whole file, where no line says its own. */
  readonly account?: StatementAccount;
  /** The balance before the first line, where the file says it. */
  readonly opening?: Pence;
  /** Balances after the last line, by account key (`accountKey`). */
  readonly closings?: ReadonlyMap<string, Pence>;
  readonly notes: readonly StatementNote[];
};

/** What tells one account of a file from another. */
export function accountKey(account: StatementAccount | undefined): string {
  if (account === undefined) return '';
  const digits = `${account.sortCode ?? ''}${account.accountNumber ?? ''}`;
  return digits === '' ? (account.name ?? '').replaceAll(',', ' ').slice(0, 60) : digits;
}
