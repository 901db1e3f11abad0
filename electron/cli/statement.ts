import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { formatDay, isIsoDay } from '@shared/dates';
import { formatPounds, type Pence, pence, poundsString, sumPence } from '@shared/money';
import { type Refused, refused } from '@shared/result';
import { LARGEST_STATEMENT_BYTES } from '../files/statements/decode';
import { STATEMENT_LAYOUTS } from '../files/statements/layouts';
import { readStatement } from '../files/statements/read-statement';
import type {
  ReadStatement,
  ReadStatementOptions,
  StatementAccount,
  StatementProblem,
} from '../files/statements/statement';
import type { Say } from './open-workspace';
import { fill, words } from './words';

const own = words.statement;
const REFUSED = 3;
const WRONG_USAGE = 2;

/** What `statement read` was asked, as typed. */
export type StatementRequest = {
  readonly json?: boolean;
  readonly account?: string;
  readonly layout?: string;
  readonly dates?: string;
};

/** The ids of the layouts that can be asked for. */
export const LAYOUT_NAMES: readonly string[] = STATEMENT_LAYOUTS.map((layout) => layout.id);

type Values = Readonly<Record<string, string | number>>;
type Problem = { readonly code: string; readonly line?: number; readonly message: string };

const AMOUNTS = new Set(['expected', 'found', 'difference', 'amount']);
const PROBLEMS: Readonly<Record<string, string>> = own.problems;

/** A problem as a sentence: amounts in pounds, days in words. */
function problem(code: string, values: Values, line: number | undefined): Problem {
  const shown: Record<string, string | number> = { line: line ?? '?' };
  for (const [name, value] of Object.entries(values)) {
    if (code === 'statement.balance-broken' || code === 'statement.id-twice')
      shown[name] = AMOUNTS.has(name) && typeof value === 'number' ? formatPounds(pence(value)) : value;
    else shown[name] = value;
    if (typeof value === 'string' && isIsoDay(value)) shown[name] = formatDay(value);
  }
  const sentence = PROBLEMS[code];
  const needed = (sentence ?? '').match(/\{[a-zA-Z]+\}/g) ?? [];
  for (const name of needed) shown[name.slice(1, -1)] ??= '?';
  const message = sentence === undefined ? fill(own.problem, { code }) : fill(sentence, shown);
  return { code, ...(line === undefined ? {} : { line }), message };
}

function refusalProblem({ code, details = {} }: Refused<string>): Problem {
  const { line, ...values } = details;
  return problem(code, values, typeof line === 'number' ? line : undefined);
}

/** `30-94-57 12345678`, `****12345`, or the name a file gives. */
function accountText(account: StatementAccount | undefined): string | undefined {
  if (account === undefined) return undefined;
  const { sortCode = '', accountNumber = '', name } = account;
  const digits = [sortCode.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3'), accountNumber];
  const text = digits.filter((part) => part !== '').join(' ');
  return text === '' ? name : text;
}

function asJson(statement: ReadStatement): unknown {
  const account = accountText(statement.account);
  const amount = (name: string, value: Pence | undefined) =>
    value === undefined ? {} : { [name]: poundsString(value) };
  return {
    layout: statement.layout,
    ...(account === undefined ? {} : { account }),
    transactions: statement.transactions.map((line) => ({
      date: line.date,
      amount: poundsString(line.amount),
      description: line.description,
      ...amount('balance', line.balance),
      ...(line.bankId === undefined ? {} : { bank_id: line.bankId }),
    })),
    ...amount('opening_balance', statement.openingBalance),
    ...amount('closing_balance', statement.closingBalance),
    problems: statement.problems.map((note) => problem(note.code, note.values, note.line)),
  };
}

function tell(statement: ReadStatement, say: Say): void {
  const { transactions } = statement;
  const days = transactions.map((line) => line.date).toSorted();
  const sum = (isIn: boolean): string =>
    formatPounds(
      pence(Math.abs(sumPence(transactions.map((l) => l.amount).filter((amount) => amount > 0 === isIn)))),
    );
  const balance = (value: Pence | undefined): string =>
    value === undefined ? own.notInFile : formatPounds(value);
  const first = days[0];
  const last = days.at(-1);
  say(fill(own.layout, { layout: statement.layout }));
  say(fill(own.account, { account: accountText(statement.account) ?? own.notInFile }));
  if (first !== undefined && last !== undefined)
    say(fill(own.days, { from: formatDay(first), to: formatDay(last), count: transactions.length }));
  say(fill(own.money, { in: sum(true), out: sum(false) }));
  say(
    fill(own.balances, {
      opening: balance(statement.openingBalance),
      closing: balance(statement.closingBalance),
    }),
  );
  for (const line of transactions)
    say(
      `  ${line.date}  ${formatPounds(line.amount).padStart(12)}  ${line.balance === undefined ? ' '.repeat(12) : formatPounds(line.balance).padStart(12)}  ${line.description}`,
    );
  for (const note of statement.problems) say(problem(note.code, note.values, note.line).message);
}

/** The file's bytes; larger ones are refused before they are read. `undefined` when there is no such file. */
function bytesAt(path: string): Uint8Array | 'too-large' | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const facts = fstatSync(file);
      if (!facts.isFile()) return undefined;
      return facts.size > LARGEST_STATEMENT_BYTES ? 'too-large' : readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Says what a statement file holds, without keeping it. Answers the exit code: 3 when the file must be refused. */
export function statementRead(path: string, asked: StatementRequest, say: Say, complain: Say): number {
  const { dates, layout, account } = asked;
  if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy') {
    complain(fill(own.badDates, { dates }));
    return WRONG_USAGE;
  }
  if (layout !== undefined && !LAYOUT_NAMES.includes(layout)) {
    complain(fill(own.badLayout, { layout, layouts: LAYOUT_NAMES.join(', ') }));
    return WRONG_USAGE;
  }
  const bytes = bytesAt(path);
  if (bytes === undefined) {
    complain(fill(own.noFile, { file: path }));
    return WRONG_USAGE;
  }
  const options: ReadStatementOptions = {
    ...(account === undefined ? {} : { accountNumber: account }),
    ...(layout === undefined ? {} : { layout }),
    ...(dates === undefined ? {} : { dates }),
  };
  const read =
    bytes === 'too-large'
      ? refused<StatementProblem>('statement.too-large', {
          megabytes: LARGEST_STATEMENT_BYTES / 1024 / 1024,
        })
      : readStatement(bytes, options);
  if (!read.ok) {
    const told = refusalProblem(read);
    if (asked.json) say(JSON.stringify({ layout: null, transactions: [], problems: [told] }, null, 1));
    else complain(told.message);
    return REFUSED;
  }
  if (asked.json) say(JSON.stringify(asJson(read.value), null, 1));
  else tell(read.value, say);
  return 0;
}
