import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { ok, type Result, refused } from '@shared/result';
import { type CellProblem, cleanCell, readAccount, readAmount, readStatementDay } from './cells';
import { type DecodeProblem, decodeStatement } from './decode';
import { type FoundHeader, findHeader, type HeaderProblem } from './header';
import { STATEMENT_LAYOUTS, type StatementLayout } from './layout';
import { checkChain, oldestFirst } from './order';
import { type FileRow, type RowsProblem, splitRows } from './rows';

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

/** Something to tell the person about a file that could be read. */
export type StatementNote = {
  readonly code:
    | 'statement.balance-broken'
    | 'statement.date-out-of-order'
    | 'statement.columns-not-known'
    | 'statement.other-accounts-left-out'
    | 'statement.no-balances';
  readonly line?: number;
  readonly values: Readonly<Record<string, string | number>>;
};

export type ReadStatement = {
  /** The id of the layout that fitted. */
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
  | 'statement.wrong-number-of-columns'
  | 'statement.several-accounts'
  | 'statement.account-not-in-file';

export type ReadStatementOptions = {
  /** The id of a layout, or a layout a person set up. Without it the header decides. */
  readonly layout?: string | StatementLayout;
  /** Which account to take from a file that holds several: its digits, with or without the sort code. */
  readonly accountNumber?: string;
};

type Row = StatementTransaction & { readonly account?: StatementAccount };

function readRow(
  cells: readonly string[],
  line: number,
  layout: StatementLayout,
  columns: ReadonlyMap<string, number>,
): Result<Row, StatementProblem> {
  const cell = (name: string): string => cleanCell(cells[columns.get(name) ?? -1] ?? '');
  const date = readStatementDay(cell(layout.date), layout.dateFormats);
  if (!date.ok) return refused(date.code, { line, text: cell(layout.date).slice(0, 40) });
  const amount = readAmount(layout.amount, cell);
  if (!amount.ok) return refused(amount.code, { line, ...amount.details });
  let balance: Pence | undefined;
  if (layout.balance !== undefined && cell(layout.balance) !== '') {
    const read = readAmount({ kind: 'signed', column: layout.balance }, cell);
    if (!read.ok) return refused('statement.bad-balance', { line, ...read.details });
    balance = read.value;
  }
  const type = layout.type === undefined ? '' : cell(layout.type);
  const description = layout.description
    .map(cell)
    .filter((part) => part !== '')
    .join(' ');
  const bankId = layout.bankId === undefined ? '' : cell(layout.bankId);
  const account = readAccount(layout, cell);
  return ok({
    date: date.value,
    amount: amount.value,
    description: description === '' ? type : description,
    ...(type === '' ? {} : { type }),
    ...(balance === undefined ? {} : { balance }),
    ...(bankId === '' ? {} : { bankId }),
    line,
    ...(account === undefined ? {} : { account }),
  });
}

function accountKey(account: StatementAccount): string {
  return `${account.sortCode ?? ''}${account.accountNumber ?? ''}`;
}

function takeAccount(
  rows: readonly Row[],
  wanted: string | undefined,
): Result<{ readonly rows: readonly Row[]; readonly leftOut: number }, StatementProblem> {
  const keys = [...new Set(rows.map((row) => (row.account === undefined ? '' : accountKey(row.account))))];
  if (wanted === undefined) {
    if (keys.length <= 1) return ok({ rows, leftOut: 0 });
    const named = keys.map((key) => (key === '' ? '?' : key)).slice(0, 10);
    return refused('statement.several-accounts', { count: keys.length, accounts: named.join(', ') });
  }
  const digits = wanted.replace(/[\s'-]/g, '');
  // A layout without account columns cannot tell: the person's choice of account stands.
  if (keys.length === 1 && keys[0] === '') return ok({ rows, leftOut: 0 });
  const mine = rows.filter((row) => {
    if (row.account === undefined) return false;
    return digits.length > 0 && (row.account.accountNumber === digits || accountKey(row.account) === digits);
  });
  const found = new Set(mine.map((row) => accountKey(row.account ?? {})));
  if (found.size > 1) {
    return refused('statement.several-accounts', { count: found.size, accounts: [...found].join(', ') });
  }
  if (mine.length === 0) {
    return refused('statement.account-not-in-file', { accounts: keys.slice(0, 10).join(', ') });
  }
  return ok({ rows: mine, leftOut: rows.length - mine.length });
}

function readPreamble(
  rows: readonly (readonly string[])[],
  layout: StatementLayout,
): { readonly accountName?: string } {
  const label = layout.preamble?.accountName;
  if (label === undefined) return {};
  const found = rows.find((cells) => cleanCell(cells[0] ?? '').toLowerCase() === label.toLowerCase());
  const accountName = cleanCell(found?.[1] ?? '');
  return accountName === '' ? {} : { accountName };
}

/** Nationwide's own label: the name with the number after it, often `FlexAccount ****12345`. */
function accountFromName(name: string): StatementAccount {
  const number = /(\*{2,}\d{3,6}|\b\d{8})$/.exec(name.slice(-40));
  return { name, ...(number?.[1] === undefined ? {} : { accountNumber: number[1] }) };
}

function findRows(
  text: string,
  layouts: readonly StatementLayout[],
): Result<{ readonly rows: readonly FileRow[]; readonly header: FoundHeader }, StatementProblem> {
  let refusal: Result<never, StatementProblem> = refused('statement.layout-not-known');
  for (const delimiter of new Set(layouts.map((layout) => layout.delimiter))) {
    const rows = splitRows(text, delimiter);
    if (!rows.ok) {
      refusal = rows;
      continue;
    }
    const header = findHeader(
      rows.value,
      layouts.filter((layout) => layout.delimiter === delimiter),
    );
    if (header.ok) return ok({ rows: rows.value, header: header.value });
    refusal = header;
  }
  return refusal;
}

/**
 * Reads a bank's statement file as a whole or refuses it as a whole, in under a second for 10,000 lines.
 * No line is dropped: one that cannot be read refuses the file and is named in `details.line`.
 * @returns lines oldest first; money out negative. `problems` are things to tell, not reasons to refuse.
 */
export function readStatement(
  bytes: Uint8Array,
  options: ReadStatementOptions = {},
): Result<ReadStatement, StatementProblem> {
  const decoded = decodeStatement(bytes);
  if (!decoded.ok) return decoded;
  const layouts =
    options.layout === undefined
      ? STATEMENT_LAYOUTS
      : typeof options.layout === 'string'
        ? STATEMENT_LAYOUTS.filter((layout) => layout.id === options.layout)
        : [options.layout];
  const found = findRows(decoded.value.text, layouts);
  if (!found.ok) return found;
  const { rows, header } = found.value;
  const { layout, columns, headerIndex, width, unknown } = header;

  const read: Row[] = [];
  for (const row of rows.slice(headerIndex + 1)) {
    if (row.cells.every((cell) => cleanCell(cell) === '')) continue;
    const surplus = row.cells.slice(width);
    if (row.cells.length < width || surplus.some((cell) => cleanCell(cell) !== '')) {
      return refused('statement.wrong-number-of-columns', {
        line: row.line,
        expected: width,
        found: row.cells.length,
      });
    }
    const transaction = readRow(row.cells, row.line, layout, columns);
    if (!transaction.ok) return transaction;
    read.push(transaction.value);
  }
  if (read.length === 0) return refused('statement.no-lines');
  const mine = takeAccount(read, options.accountNumber);
  if (!mine.ok) return mine;

  const ordered = oldestFirst(mine.value.rows, layout.order);
  const problems: StatementNote[] = [];
  if (unknown.length > 0) {
    problems.push({
      code: 'statement.columns-not-known',
      values: { columns: unknown.slice(0, 10).join(', ') },
    });
  }
  if (mine.value.leftOut > 0) {
    problems.push({ code: 'statement.other-accounts-left-out', values: { lines: mine.value.leftOut } });
  }
  const chain = checkChain(ordered);
  problems.push(...chain.problems);
  if (chain.withBalance === 0) problems.push({ code: 'statement.no-balances', values: {} });

  const preamble = readPreamble(
    rows.slice(0, headerIndex).map((row) => row.cells),
    layout,
  );
  const account =
    ordered[0]?.account ??
    (preamble.accountName === undefined ? undefined : accountFromName(preamble.accountName));
  const transactions = ordered.map(({ account: _account, ...transaction }) => transaction);
  return ok({
    layout: layout.id,
    encoding: decoded.value.encoding,
    ...(account === undefined ? {} : { account }),
    transactions,
    ...(chain.opening === undefined ? {} : { openingBalance: chain.opening }),
    ...(chain.closing === undefined ? {} : { closingBalance: chain.closing }),
    problems,
  });
}
