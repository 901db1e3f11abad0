import { dayFromParts, type IsoDay } from '@shared/dates';
import { negatePence, type Pence, parsePence } from '@shared/money';
import { assertNever, ok, type Result, refused } from '@shared/result';
import type { AmountRule, DateFormat, StatementLayout } from './layout';
import type { StatementAccount } from './statement';

export type CellProblem =
  | 'statement.bad-date'
  | 'statement.bad-amount'
  | 'statement.bad-balance'
  | 'statement.amount-missing'
  | 'statement.both-in-and-out'
  | 'statement.neither-in-nor-out'
  | 'statement.sign-not-expected'
  | 'statement.mark-not-known'
  | 'statement.other-currency';

/** A cell as a person would read it: no padding, no no-break spaces, no apostrophes around it. */
export function cleanCell(cell: string): string {
  // `Â` before `£` or a no-break space is a file that was written as UTF-8 and read as Windows-1252 once.
  const text = cell.replace(/\u00c2(?=[\u00a3\u00a0])/g, '').replace(/[\s\u00a0]+/g, ' ');
  // Counted rather than matched: a pattern for the end of a long cell takes time that grows with its square.
  let start = 0;
  let end = text.length;
  const isPadding = (letter: string | undefined): boolean => letter === ' ' || letter === "'";
  while (start < end && isPadding(text[start])) start += 1;
  while (end > start && isPadding(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type DayRead = Result<IsoDay, 'day.empty' | 'day.not-a-date'>;

/** A day of three numbers; a year of two figures is of this century. */
function fromNumbers(year: string, month: string, day: string): DayRead {
  return dayFromParts(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day));
}

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  'dd/mm/yyyy': /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
  'dd/mm/yy': /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/,
  'dd MMM yyyy': /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4}|\d{2})$/i,
  'yyyy-mm-dd': /^(\d{4})-(\d{2})-(\d{2})$/,
  'yyyy/mm/dd': /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  yyyymmdd: /^(\d{4})(\d{2})(\d{2})$/,
  'yyyy-mm-dd time':
    /^(\d{4})-(\d{2})-(\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[A-Z]{3}|[+-]\d{2}:?\d{2})?$/,
  'mm/dd/yyyy': /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
  'mm/dd/yy': /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/,
};

function dayIn(text: string, format: DateFormat): DayRead {
  const [, first = '', second = '', third = ''] = PATTERNS[format].exec(text) ?? [];
  if (first === '') return refused('day.not-a-date');
  switch (format) {
    case 'dd/mm/yyyy':
    case 'dd/mm/yy':
      return fromNumbers(third, second, first);
    case 'mm/dd/yyyy':
    case 'mm/dd/yy':
      return fromNumbers(third, first, second);
    case 'dd MMM yyyy': {
      const month = MONTHS.indexOf(second.slice(0, 3).toLowerCase()) + 1;
      return month === 0 ? refused('day.not-a-date') : fromNumbers(third, String(month), first);
    }
    case 'yyyy-mm-dd':
    case 'yyyy/mm/dd':
    case 'yyyymmdd':
    case 'yyyy-mm-dd time':
      return fromNumbers(first, second, third);
    default:
      return assertNever(format, 'date format');
  }
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
/** No amount is written with more letters than this. */
const LONGEST_AMOUNT = 40;

/** Reads an amount as banks write one: `1,234.56`, `£-12.00`, `+£3.00`, `(4.50)`, `12.00-`. */
export function readMoney(text: string, column: string): Result<Pence, CellProblem> {
  const bad = refused('statement.bad-amount' as const, { column, text: text.slice(0, LONGEST_AMOUNT) });
  if (text.length > LONGEST_AMOUNT || /p$/i.test(text)) return bad;
  const plain = text.replace(/^([+-]?)(?:\ufffd|GBP) ?/i, '$1').replace(/ ?GBP$/i, '');
  const amount = parsePence(/^[^-(]*\d-$/.test(plain) ? `-${plain.slice(0, -1)}` : plain);
  return amount.ok && Math.abs(amount.value) <= LARGEST_LINE_AMOUNT ? amount : bad;
}

/** Reads what a line moved. With two columns, exactly one is filled (0.00 counts as not filled) and positive. */
export function readAmount(rule: AmountRule, cell: (name: string) => string): Result<Pence, CellProblem> {
  if (rule.kind === 'split') return readSplit(rule, cell);
  const text = cell(rule.column);
  if (text === '') return refused('statement.amount-missing', { column: rule.column });
  const amount = readMoney(text, rule.column);
  if (!amount.ok) return amount;
  if (rule.kind === 'signed') return rule.outIsPositive ? ok(negatePence(amount.value)) : amount;
  if (amount.value < 0)
    return refused('statement.sign-not-expected', { column: rule.column, text: text.slice(0, 40) });
  const mark = cell(rule.mark);
  const isOneOf = (words: readonly string[]): boolean =>
    words.some((word) => word.toLowerCase() === mark.toLowerCase());
  if (isOneOf(rule.outWords)) return ok(negatePence(amount.value));
  if (isOneOf(rule.inWords)) return amount;
  return refused('statement.mark-not-known', { column: rule.mark, text: mark.slice(0, 40) });
}

function readSplit(
  rule: Extract<AmountRule, { kind: 'split' }>,
  cell: (name: string) => string,
): Result<Pence, CellProblem> {
  const read = (column: string): Result<Pence | undefined, CellProblem> => {
    const text = cell(column);
    if (text === '' || text === '-') return ok(undefined);
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

/** An account by what a bank wrote: sort code and number apart or together, stars for hidden figures, or a name alone. */
export function accountOf(
  sortCodeText: string,
  numberText: string,
  name: string,
): StatementAccount | undefined {
  const compact = (text: string): string => text.replace(/[\s'-]/g, '');
  let sortCode = compact(sortCodeText);
  let accountNumber = compact(numberText);
  const both = /^(\d{6})(\d{6,8})$/.exec(accountNumber);
  if (both !== null && (sortCode === '' || sortCode === both[1])) {
    sortCode = both[1] ?? '';
    accountNumber = both[2] ?? '';
  }
  if (!/^\d{6}$/.test(sortCode)) sortCode = '';
  // A spreadsheet drops leading zeros of an eight-digit number; they are put back.
  if (/^\d{6,7}$/.test(accountNumber)) accountNumber = accountNumber.padStart(8, '0');
  if (sortCode === '' && accountNumber === '' && name === '') return undefined;
  return {
    ...(sortCode === '' ? {} : { sortCode }),
    ...(accountNumber === '' ? {} : { accountNumber: accountNumber.slice(0, 40) }),
    ...(name === '' ? {} : { name: name.slice(0, 200) }),
  };
}

/** Which account a line belongs to, where the bank says so on every line. */
export function readAccount(
  layout: StatementLayout,
  cell: (name: string) => string,
): StatementAccount | undefined {
  const columns = layout.account;
  if (columns === undefined) return undefined;
  const name = columns.name === undefined ? '' : cell(columns.name);
  return 'together' in columns
    ? accountOf('', cell(columns.together), name)
    : accountOf(cell(columns.sortCode), cell(columns.accountNumber), name);
}
