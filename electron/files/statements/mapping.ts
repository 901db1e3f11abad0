import type { StatementMapping } from '@shared/api/statements';
import { ok, type Result, refused } from '@shared/result';
import { cleanCell, readMoney, readStatementDay } from './cells';
import type { FoundHeader, HeaderProblem } from './header';
import { DATE_FORMATS, type StatementLayout } from './layout';
import type { FileRow } from './rows';

/** How far down the header may have moved since it was set up. */
const LINES_LOOKED_AT = 60;

const nameOf = (cell: string): string => cleanCell(cell).toLowerCase();
const columnName = (index: number): string => `column ${index + 1}`;

/** A person's columns as a layout; its columns are named by their places. */
function layoutOf(mapping: StatementMapping): StatementLayout {
  const { money } = mapping;
  const amount: StatementLayout['amount'] =
    money.kind === 'split'
      ? { kind: 'split', out: columnName(money.out), in: columnName(money.in) }
      : money.kind === 'signed'
        ? {
            kind: 'signed',
            column: columnName(money.amount),
            ...(money.outIsPositive ? { outIsPositive: true } : {}),
          }
        : {
            kind: 'marked',
            column: columnName(money.amount),
            mark: columnName(money.mark),
            outWords: money.outWords,
            inWords: money.inWords,
          };
  return {
    id: 'own',
    banks: ['own'],
    format: 'csv',
    delimiter: mapping.delimiter,
    header: [],
    optionalHeader: [],
    date: columnName(mapping.date),
    dateFormats: [mapping.dates],
    description: mapping.description.map(columnName),
    amount,
    ...(mapping.balance === null ? {} : { balance: columnName(mapping.balance) }),
    ...(mapping.footers.length === 0 ? {} : { footer: mapping.footers }),
    order: 'newest-first',
    seenOn: '',
    sources: [],
  };
}

/** The places of the columns that a mapping reads. */
function columnsRead({ date, description, money, balance }: StatementMapping): readonly number[] {
  const amounts =
    money.kind === 'split'
      ? [money.out, money.in]
      : money.kind === 'signed'
        ? [money.amount]
        : [money.amount, money.mark];
  return [date, ...description, ...amounts, ...(balance === null ? [] : [balance])];
}

/**
 * Finds the columns that a person set up. With a header they are found by their names, wherever they stand now; a name
 * that is gone refuses the file (`statement.mapping-does-not-fit`), so that no other column is read in its place.
 */
export function findMapped(
  rows: readonly FileRow[],
  mapping: StatementMapping,
): Result<FoundHeader, HeaderProblem> {
  const layout = layoutOf(mapping);
  const read = columnsRead(mapping);
  if (mapping.names.length === 0) {
    const firstRow = rows.findIndex((row) => row.line > mapping.skip);
    if (firstRow === -1) return refused('statement.mapping-does-not-fit');
    const columns = new Map(read.map((index) => [columnName(index), index]));
    const least = Math.min(Math.max(...read) + 1, mapping.width);
    return ok({ layout, firstRow, columns, least, width: mapping.width, unknown: [] });
  }
  const wanted = mapping.names.map(nameOf);
  for (const [headerIndex, row] of rows.slice(0, LINES_LOOKED_AT).entries()) {
    const names = row.cells.map(nameOf);
    const places = read.map((index) => {
      const name = wanted[index] ?? '';
      // A name that stands twice, or none at all, tells nothing: then the place must be the same.
      const once =
        name !== '' &&
        names.indexOf(name) === names.lastIndexOf(name) &&
        wanted.indexOf(name) === wanted.lastIndexOf(name);
      return once ? names.indexOf(name) : names[index] === name ? index : -1;
    });
    if (places.includes(-1)) continue;
    const width = Math.max(
      names.findLastIndex((name) => name !== '') + 1,
      ...places.map((place) => place + 1),
    );
    const columns = new Map(read.map((index, at) => [columnName(index), places[at] ?? index]));
    return ok({
      layout,
      firstRow: headerIndex + 1,
      columns,
      least: Math.max(...places) + 1,
      width,
      unknown: [],
    });
  }
  return refused('statement.mapping-does-not-fit');
}

const WORDS = {
  date: /date|posted|when/,
  description: /desc|detail|narrat|payee|merchant|memo|particular|counter|name|text/,
  out: /debit|paid out|money out|withdraw|spent|^out$/,
  in: /credit|paid in|money in|deposit|receiv|^in$/,
  balance: /balance|running/,
  amount: /amount|value|sum|paid/,
  mark: /^(dr|cr|debit|credit|type|d\/c|c\/d|dr\/cr|cr\/dr|in\/out)/,
} as const;
const OUT_WORDS = ['D', 'DR', 'Debit', 'Out', 'Paid out'];
const IN_WORDS = ['C', 'CR', 'Credit', 'In', 'Paid in'];

type Column = {
  readonly index: number;
  readonly name: string;
  readonly cells: readonly string[];
};

const isMoney = (text: string): boolean => /\d/.test(text) && readMoney(text, '').ok;
const dateFormatOf = (texts: readonly string[]): StatementMapping['dates'] | undefined =>
  DATE_FORMATS.find(
    (format) => texts.length > 0 && texts.every((text) => readStatementDay(text, [format]).ok),
  );

function guessMoney(columns: readonly Column[]): StatementMapping['money'] | undefined {
  const filled = (column: Column): readonly string[] => column.cells.filter((cell) => cell !== '');
  const money = columns.filter((column) => filled(column).length > 0 && filled(column).every(isMoney));
  const named = (pattern: RegExp): Column | undefined => money.find((column) => pattern.test(column.name));
  const out = named(WORDS.out);
  const into = named(WORDS.in);
  if (out !== undefined && into !== undefined && out !== into)
    return { kind: 'split', out: out.index, in: into.index };
  const amount = named(WORDS.amount) ?? money.find((column) => !WORDS.balance.test(column.name));
  if (amount === undefined) return undefined;
  const isSigned = amount.cells.some((cell) => cell.includes('-') || cell.startsWith('('));
  const marks = columns.find((column) => {
    const words = new Set(filled(column).map((cell) => cell.toLowerCase()));
    const known = [...OUT_WORDS, ...IN_WORDS].map((word) => word.toLowerCase());
    return words.size > 0 && [...words].every((word) => known.includes(word));
  });
  return !isSigned && marks !== undefined
    ? { kind: 'marked', amount: amount.index, mark: marks.index, outWords: OUT_WORDS, inWords: IN_WORDS }
    : { kind: 'signed', amount: amount.index, outIsPositive: false };
}

/** A first guess at which column is which, for the person to put right; null where not even the date can be told. */
export function guessMapping(
  rows: readonly FileRow[],
  delimiter: StatementMapping['delimiter'],
): StatementMapping | null {
  const clean = rows
    .slice(0, 60)
    .map((row) => ({ line: row.line, cells: row.cells.map(cleanCell) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  const hasDay = (cells: readonly string[]): boolean =>
    cells.some((cell) => readStatementDay(cell, DATE_FORMATS).ok) && cells.filter(isMoney).length > 0;
  const firstPayment = clean.findIndex((row) => hasDay(row.cells));
  if (firstPayment === -1) return null;
  const above = clean[firstPayment - 1];
  const isHeader = above !== undefined && above.cells.filter((cell) => cell !== '').length >= 3;
  const payments = clean.slice(firstPayment).filter((row) => hasDay(row.cells));
  const width = Math.min(Math.max(...payments.map((row) => row.cells.length), 2), 60);
  const columns = Array.from(
    { length: width },
    (_one, index): Column => ({
      index,
      name: isHeader ? nameOf(above.cells[index] ?? '') : '',
      cells: payments.map((row) => row.cells[index] ?? ''),
    }),
  );
  const day = columns.find(({ cells }) => dateFormatOf(cells) !== undefined);
  const money = guessMoney(columns);
  if (day === undefined || money === undefined) return null;
  const isText = ({ cells }: Column): boolean => cells.some((cell) => /[a-z]{2}/i.test(cell));
  const text =
    columns.find((column) => column !== day && WORDS.description.test(column.name) && isText(column)) ??
    columns
      .filter((column) => column !== day && isText(column))
      .toSorted((a, b) => b.cells.join('').length - a.cells.join('').length)[0];
  const balance = columns.find((column) => WORDS.balance.test(column.name));
  return {
    delimiter,
    skip: Math.min((isHeader ? above.line : (clean[firstPayment]?.line ?? 1)) - 1, 60),
    names: isHeader ? above.cells.slice(0, 60).map((cell) => cell.slice(0, 200)) : [],
    width: isHeader ? Math.min(Math.max(width, above.cells.length), 60) : width,
    date: day.index,
    dates: dateFormatOf(day.cells) ?? 'dd/mm/yyyy',
    description: [text?.index ?? day.index],
    money,
    balance: balance?.index ?? null,
    footers: [],
  };
}
