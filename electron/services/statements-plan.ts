import type { Coded } from '@shared/api/common';
import { type StatementReading, statementMapping } from '@shared/api/statements';
import { dedupeLines, type StatementSpan, statementGaps } from '@shared/budget/dedupe';
import { addDays, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { type Pence, pence, sumPence, takePence } from '@shared/money';
import { linesOfAccount, statementsOfAccount } from '../db/queries/money';
import { sentReturnsOf } from '../db/queries/returns';
import { mappingOfAccount, movedBefore } from '../db/queries/statements';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { readStatement } from '../files/statements/read-statement';
import type {
  ReadStatement,
  ReadStatementOptions,
  StatementTransaction,
} from '../files/statements/statement';
import { refuse } from '../refusal';

export type StatementFile = { readonly name: string; readonly bytes: Uint8Array };
type AccountRow = WorkspaceSchema['bank_account'];
type LineRow = WorkspaceSchema['bank_line'];
type StatementRow = WorkspaceSchema['statement'];

/** Whether an account's digits fit those of a file, which may hide some: `****12345` fits `67812345`. */
function numbersFit(own: string, found: string): boolean {
  const digits = found.replace(/\D/g, '');
  return /[*x]/i.test(found) ? own.endsWith(digits) : own === digits;
}

/** The columns kept for an account, or nothing where there are none. */
export function keptMapping(db: WorkspaceDatabase, accountId: string) {
  const row = mappingOfAccount(db, accountId);
  return row === undefined ? null : statementMapping.parse(JSON.parse(row.layout_json));
}

/** Reads a file for an account: with the columns being set up, those kept for it, or as a bank's file. */
function read(
  db: WorkspaceDatabase,
  account: AccountRow,
  file: StatementFile,
  reading: StatementReading,
): ReadStatement {
  const chosen: ReadStatementOptions = {
    ...(reading.account === undefined ? {} : { accountNumber: reading.account }),
    ...(reading.dates === undefined ? {} : { dates: reading.dates }),
  };
  const mapping = reading.mapping ?? keptMapping(db, account.id);
  const attempt = (options: ReadStatementOptions) => {
    const result = readStatement(file.bytes, { ...chosen, ...options });
    if (result.ok || result.code !== 'statement.several-accounts' || reading.account !== undefined)
      return result;
    if (account.account_number === '') return result;
    const accountNumber = `${account.sort_code}${account.account_number}`;
    const mine = readStatement(file.bytes, { ...chosen, ...options, accountNumber });
    return mine.ok || mine.code !== 'statement.account-not-in-file' ? mine : result;
  };
  let result = mapping === null ? attempt({}) : attempt({ mapping });
  // The bank may have gone over to a form that is known.
  if (!result.ok && result.code === 'statement.mapping-does-not-fit' && reading.mapping === undefined) {
    const known = attempt({});
    if (known.ok || known.code !== 'statement.layout-not-known') result = known;
  }
  if (!result.ok) refuse(result.code, result.details, 'file');
  const { sortCode = '', accountNumber = '' } = result.value.account ?? {};
  const otherSortCode = sortCode !== '' && account.sort_code !== '' && sortCode !== account.sort_code;
  const otherNumber =
    /\d/.test(accountNumber) &&
    account.account_number !== '' &&
    !numbersFit(account.account_number, accountNumber);
  if (otherSortCode || otherNumber)
    refuse('statement.other-account', { sortCode, accountNumber, name: account.name }, 'file');
  return result.value;
}

export type PlannedStatement = {
  readonly statement: ReadStatement;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly opening: Pence | null;
  readonly closing: Pence | null;
  readonly closingFrom: 'file' | 'typed';
  readonly newLines: readonly StatementTransaction[];
  /** Lines of statements that are here already, of the file's days. */
  readonly stored: readonly LineRow[];
  readonly problems: readonly Coded[];
};

/** A kept statement as far as joining it to its neighbours needs. */
export function spanOf(row: StatementRow): StatementSpan {
  return {
    id: row.id,
    from: row.from_day,
    to: row.to_day,
    ...(row.opening_pence === null ? {} : { openingBalance: row.opening_pence }),
    ...(row.closing_pence === null ? {} : { closingBalance: row.closing_pence }),
  };
}

/** What a gap between two statements is told with. */
export function gapProblem(gap: ReturnType<typeof statementGaps>[number]): Coded {
  const { code, from, to, difference } = gap;
  return { code, values: { from, to, ...(difference === undefined ? {} : { difference }) } };
}

/** So many days after today a bank may date a payment that is about to go out. */
const DAYS_AHEAD = 31;

/** Reads a file and says what bringing it in would do; writes nothing. Refuses with codes of `statement.…`. */
export function planStatement(
  db: WorkspaceDatabase,
  account: AccountRow,
  file: StatementFile,
  reading: StatementReading,
  today: IsoDay,
): PlannedStatement {
  if (account.kind === 'cash') refuse('statement.cash-account', { name: account.name }, 'accountId');
  const statement = read(db, account, file, reading);
  const { transactions } = statement;
  const first = transactions[0] ?? refuse('statement.no-lines', {}, 'file');
  let from = first.date;
  let to = first.date;
  for (const line of transactions) {
    from = earlierDay(from, line.date);
    to = laterDay(to, line.date);
  }
  // A bank may date what is about to go out; farther on, the date is read wrongly or this computer's is.
  if (to > addDays(today, DAYS_AHEAD)) refuse('statement.days-ahead', { day: to, today }, 'file');
  // Lines written by hand are not the bank's: they stay, and are said to be shown by one of these.
  const stored = linesOfAccount(db, account.id, from, to).filter((row) => row.statement_id !== null);
  const sorted = dedupeLines(
    stored.map((row) => ({
      id: row.id,
      date: row.day,
      amount: row.amount_pence,
      description: row.description,
      ...(row.balance_pence === null ? {} : { balance: row.balance_pence }),
      ...(row.bank_id === null ? {} : { bankId: row.bank_id }),
    })),
    transactions,
  );
  const newLines = transactions.filter((_line, index) => sorted.lines[index]?.state !== 'already-stored');
  const perhaps = sorted.lines.filter((line) => line.state === 'perhaps-stored').length;
  const problems: Coded[] = statement.problems.map((note) => ({
    code: note.code,
    values: { ...note.values, ...(note.line === undefined ? {} : { line: note.line }) },
  }));
  if (perhaps > 0) problems.push({ code: 'statement.perhaps-here', values: { lines: perhaps } });
  const otherWords = sameInOtherWords(
    stored,
    newLines,
    new Set(sorted.lines.flatMap((line) => (line.state === 'new' ? [] : line.storedId))),
  );
  if (otherWords > 0) problems.push({ code: 'statement.other-words', values: { lines: otherWords } });
  const before = statementsOfAccount(db, account.id);
  if (
    otherWords === 0 &&
    stored.length >= 3 &&
    newLines.length >= 3 &&
    newLines.length === transactions.length
  )
    if (before.some((one) => one.from_day <= from && to <= one.to_day))
      problems.push({ code: 'statement.other-lines-here', values: { from, to } });

  const closings = closingOf(db, account, statement, reading, from, newLines, problems);
  const { opening, closing } = closings;
  if (before.length === 0 && statement.openingBalance !== undefined && opening !== account.opening_pence) {
    problems.push({
      code: 'statement.opening-differs',
      values: {
        account: account.opening_pence,
        file: statement.openingBalance,
        difference: takePence(statement.openingBalance, account.opening_pence),
      },
    });
  }
  const gaps = statementGaps([
    ...before.map(spanOf),
    {
      id: 'this',
      from,
      to,
      ...(opening === null ? {} : { openingBalance: opening }),
      ...(closing === null ? {} : { closingBalance: closing }),
    },
  ]);
  for (const gap of gaps)
    if (gap.beforeId === 'this' || gap.afterId === 'this') problems.push(gapProblem(gap));
  if (from < account.opened_on)
    problems.push({ code: 'statement.before-account', values: { from, openedOn: account.opened_on } });
  const sent = sentReturnsOf(db, account.household_id);
  const late = newLines.filter((line) =>
    sent.some((one) => line.date >= one.from_day && line.date <= one.to_day),
  );
  if (late.length > 0)
    problems.push({ code: 'statement.lines-in-sent-return', values: { lines: late.length } });
  return { statement, from, to, ...closings, newLines, stored, problems };
}

/**
 * How many new lines have the day and amount of a stored one but other words, where that is true of most of them: the same
 * days may have been brought in before from another kind of file.
 */
function sameInOtherWords(
  stored: readonly LineRow[],
  newLines: readonly StatementTransaction[],
  taken: ReadonlySet<string>,
): number {
  const left = new Map<string, number>();
  const keyOf = (day: IsoDay, amount: Pence): string => `${day}|${amount}`;
  for (const row of stored) {
    if (taken.has(row.id)) continue;
    const key = keyOf(row.day, row.amount_pence);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  let count = 0;
  for (const line of newLines) {
    const key = keyOf(line.date, line.amount);
    const free = left.get(key) ?? 0;
    if (free === 0) continue;
    left.set(key, free - 1);
    count += 1;
  }
  return count * 2 >= newLines.length ? count : 0;
}

/**
 * The balances of a statement. Where the file has none, the closing balance that the person typed is checked against what
 * the account held before and the lines.
 */
function closingOf(
  db: WorkspaceDatabase,
  account: AccountRow,
  statement: ReadStatement,
  reading: StatementReading,
  from: IsoDay,
  newLines: readonly StatementTransaction[],
  problems: Coded[],
): Pick<PlannedStatement, 'opening' | 'closing' | 'closingFrom'> {
  const { openingBalance, closingBalance, transactions } = statement;
  const typed = reading.closing ?? null;
  if (closingBalance !== undefined || typed === null)
    return { opening: openingBalance ?? null, closing: closingBalance ?? null, closingFrom: 'file' };
  const moved = sumPence(transactions.map((line) => line.amount));
  const before = pence(account.opening_pence + movedBefore(db, account.id, from));
  const expected = pence(before + moved);
  if (expected !== typed && newLines.length > 0) {
    problems.push({
      code: 'statement.closing-differs',
      values: { typed, expected, difference: takePence(typed, expected) },
    });
  }
  return { opening: takePence(typed, moved), closing: typed, closingFrom: 'typed' };
}
