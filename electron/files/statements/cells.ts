import { dayFromParts, type IsoDay } from '@shared/dates';
import { negatePence, type Pence, parsePence } from '@shared/money';
import { ok, type Result, refused } from '@shared/result';
import type { DateFormat, StatementLayout } from './layout';
import type { StatementAccount } from './read-statement';

export type CellProblem =
  | 'statement.bad-date'
  | 'statement.bad-amount'
  | 'statement.bad-balance'
  | 'statement.amount-missing'
  | 'statement.both-in-and-out'
  | 'statement.neither-in-nor-out'
  | 'statement.sign-not-expected';

/** A cell as a person would read it: no padding, no no-break spaces, no apostrophes around it. */
export function cleanCell(cell: string): string {
  const text = cell.replace(/[\s\u00a0]+/g, ' ');
  // Counted rather than matched: a pattern for the end of a long cell takes time that grows with its square.
  let start = 0;
  let end = text.length;
  const isPadding = (letter: string | undefined): boolean => letter === ' ' || letter === "'";
  while (start < end && isPadding(text[start])) start += 1;
  while (end > start && isPadding(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayIn(text: string, format: DateFormat): Result<IsoDay, 'day.empty' | 'day.not-a-date'> {
  if (format === 'dd MMM yyyy') {
    const match = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/i.exec(text);
    const month = MONTHS.indexOf((match?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    if (!match || month === 0) return refused('day.not-a-date');
    return dayFromParts(Number(match[3]), month, Number(match[1]));
  }
  if (format === 'yyyy-mm-dd') {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return match
      ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]))
      : refused('day.not-a-date');
  }
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text);
  if (!match || (match[3]?.length ?? 0) !== (format === 'dd/mm/yyyy' ? 4 : 2))
    return refused('day.not-a-date');
  const year = Number(match[3]) + (format === 'dd/mm/yy' ? 2000 : 0);
  return dayFromParts(year, Number(match[2]), Number(match[1]));
}

/** Reads a day in the ways this bank writes one; any other way is refused rather than guessed. */
export function readStatementDay(
  text: string,
  formats: readonly DateFormat[],
): Result<IsoDay, 'statement.bad-date'> {
  for (const format of formats) {
    const day = dayIn(text, format);
    if (day.ok) return day;
  }
  return refused('statement.bad-date');
}

/** £10 million: past this it is a number that slipped into the wrong column. */
const LARGEST_LINE_AMOUNT = 1_000_000_000;

function readMoney(text: string, column: string): Result<Pence, CellProblem> {
  const amount = /p$/i.test(text) ? refused('statement.bad-amount') : parsePence(text);
  if (amount.ok && Math.abs(amount.value) <= LARGEST_LINE_AMOUNT) return amount;
  return refused('statement.bad-amount', { column, text: text.slice(0, 40) });
}

/** Reads what a line moved. With two columns, exactly one is filled (0.00 counts as not filled) and positive. */
export function readAmount(
  rule: StatementLayout['amount'],
  cell: (name: string) => string,
): Result<Pence, CellProblem> {
  if (rule.kind === 'signed') {
    const text = cell(rule.column);
    if (text === '') return refused('statement.amount-missing', { column: rule.column });
    return readMoney(text, rule.column);
  }
  const read = (column: string): Result<Pence | undefined, CellProblem> => {
    const text = cell(column);
    if (text === '') return ok(undefined);
    const amount = readMoney(text, column);
    if (!amount.ok) return amount;
    if (amount.value < 0) return refused('statement.sign-not-expected', { column, text: text.slice(0, 40) });
    return ok(amount.value === 0 ? undefined : amount.value);
  };
  const out = read(rule.out);
  if (!out.ok) return out;
  const into = read(rule.in);
  if (!into.ok) return into;
  if (out.value !== undefined && into.value !== undefined) return refused('statement.both-in-and-out');
  if (into.value !== undefined) return ok(into.value);
  if (out.value !== undefined) return ok(negatePence(out.value));
  return refused('statement.neither-in-nor-out');
}

/** Which account a line belongs to, where the bank says so on every line. */
export function readAccount(
  layout: StatementLayout,
  cell: (name: string) => string,
): StatementAccount | undefined {
  const columns = layout.account;
  if (columns === undefined) return undefined;
  const name = columns.name === undefined ? '' : cell(columns.name);
  const compact = (text: string): string => text.replace(/[\s'-]/g, '');
  let sortCode = '';
  let accountNumber = '';
  if ('together' in columns) {
    const text = compact(cell(columns.together));
    const both = /^(\d{6})(\d{6,8})$/.exec(text);
    sortCode = both?.[1] ?? '';
    accountNumber = both?.[2] ?? text;
  } else {
    sortCode = compact(cell(columns.sortCode));
    accountNumber = compact(cell(columns.accountNumber));
  }
  // A spreadsheet drops leading zeros of an eight-digit number; they are put back.
  if (/^\d{6,7}$/.test(accountNumber)) accountNumber = accountNumber.padStart(8, '0');
  if (sortCode === '' && accountNumber === '' && name === '') return undefined;
  return {
    ...(sortCode === '' ? {} : { sortCode }),
    ...(accountNumber === '' ? {} : { accountNumber }),
    ...(name === '' ? {} : { name }),
  };
}
