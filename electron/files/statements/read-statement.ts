import type { StatementMapping } from '@shared/api/statements';
import { ok, type Result, refused } from '@shared/result';
import { blockRows, isInBlocks } from './block-rows';
import { decodeStatement, kindOf } from './decode';
import { type FoundHeader, findHeader } from './header';
import { findShape } from './headerless';
import { htmlRows } from './html-rows';
import type { StatementLayout } from './layout';
import { STATEMENT_LAYOUTS } from './layouts';
import { findMapped } from './mapping';
import { readOfx } from './ofx';
import { checkChain, oldestFirst } from './order';
import { readQif } from './qif';
import { type FileRow, splitRows } from './rows';
import {
  type AccountLine,
  accountKey,
  type FoundLines,
  type ReadStatement,
  type ReadStatementOptions,
  type StatementNote,
  type StatementProblem,
} from './statement';
import { readTable } from './table-lines';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** £10 million in one file: past this it is not a household's, or a column of other numbers. */
const MOST_MOVED = 1_000_000_000;

type Found = Result<FoundLines, StatementProblem>;

/** Finds the layout of a file of cells, by its header or, without one, by what its columns hold. */
function findTable(
  text: string,
  layouts: readonly StatementLayout[],
): Result<{ readonly rows: readonly FileRow[]; readonly header: FoundHeader }, StatementProblem> {
  const csv = layouts.filter((layout) => layout.format === 'csv');
  let refusal: Result<never, StatementProblem> | undefined;
  const first = text.slice(0, 20_000);
  const worthTrying = DELIMITERS.filter((delimiter) => delimiter === ',' || first.includes(delimiter));
  for (const delimiter of worthTrying) {
    const rows = splitRows(text, delimiter);
    if (!rows.ok) {
      refusal ??= rows;
      continue;
    }
    const header = findHeader(rows.value, csv, delimiter);
    if (header.ok) return ok({ rows: rows.value, header: header.value });
    const shape =
      header.code === 'statement.layout-not-known'
        ? findShape(
            rows.value,
            csv.filter((layout) => layout.delimiter === delimiter),
          )
        : header;
    if (shape.ok) return ok({ rows: rows.value, header: shape.value });
    if (refusal === undefined || shape.code !== 'statement.layout-not-known') refusal = shape;
  }
  return refusal ?? refused('statement.layout-not-known');
}

function readText(text: string, layouts: readonly StatementLayout[]): Found {
  for (const layout of layouts) {
    if (layout.format !== 'blocks' || layout.labels === undefined || !isInBlocks(text, layout.labels))
      continue;
    const blocks = blockRows(text, layout.labels);
    if (!blocks.ok) return blocks;
    const columns = new Map((blocks.value.rows[0]?.cells ?? []).map((name, index) => [name, index]));
    const header = { layout, firstRow: 1, columns, least: 4, width: 4, unknown: [] };
    const found = readTable(blocks.value.rows, header);
    const { account } = blocks.value;
    return found.ok && account !== undefined ? ok({ ...found.value, account }) : found;
  }
  const table = findTable(text, layouts);
  return table.ok ? readTable(table.value.rows, table.value.header) : table;
}

/** The rows of a web page's tables that have cells, all as long as the longest. */
function evenHtmlRows(text: string): Result<readonly FileRow[], StatementProblem> {
  const rows = htmlRows(text);
  if (!rows.ok) return rows;
  const widest = Math.min(
    rows.value.reduce((most, row) => Math.max(most, row.cells.length), 0),
    200,
  );
  return ok(
    rows.value
      .filter((row) => row.cells.length > 1)
      .map(({ cells, line }) => ({
        line,
        cells: [...cells, ...Array<string>(Math.max(widest - cells.length, 0)).fill('')],
      })),
  );
}

/** Reads the table of a web page: many banks name one `.xls`. */
function readHtml(text: string, layouts: readonly StatementLayout[]): Found {
  const rows = evenHtmlRows(text);
  if (!rows.ok) return rows;
  const even = rows.value;
  const html = layouts.filter((layout) => layout.format === 'html');
  const header = findHeader(even, [...html, ...layouts.filter((layout) => layout.format === 'csv')], ',');
  if (header.ok) return readTable(even, header.value);
  const shape = findShape(even, html);
  return shape.ok ? readTable(even, shape.value) : refused('statement.is-web-page');
}

function readMapped(kind: 'html' | 'table', text: string, mapping: StatementMapping): Found {
  const rows = kind === 'html' ? evenHtmlRows(text) : splitRows(text, mapping.delimiter);
  if (!rows.ok) return rows;
  const header = findMapped(rows.value, mapping);
  return header.ok ? readTable(rows.value, header.value) : header;
}

/** A file's rows as they stand, for setting up its columns. */
export type FileTable = {
  readonly rows: readonly FileRow[];
  readonly delimiter: (typeof DELIMITERS)[number];
};

/** The rows of a file, whatever its layout; without a delimiter, with the one that makes the most even columns. */
export function readRows(
  bytes: Uint8Array,
  delimiter?: FileTable['delimiter'],
): Result<FileTable, StatementProblem> {
  const decoded = decodeStatement(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const kind = kindOf(text);
  if (!kind.ok) return kind;
  if (kind.value === 'ofx' || kind.value === 'qif')
    return refused('statement.is-other-format', { format: kind.value });
  if (kind.value === 'html') {
    const rows = evenHtmlRows(text);
    return rows.ok ? ok({ rows: rows.value, delimiter: ',' }) : rows;
  }
  if (delimiter !== undefined) {
    const rows = splitRows(text, delimiter);
    return rows.ok ? ok({ rows: rows.value, delimiter }) : rows;
  }
  let best: { readonly table: FileTable; readonly score: number } | undefined;
  let refusal: Result<never, StatementProblem> | undefined;
  for (const each of DELIMITERS) {
    const rows = splitRows(text, each);
    if (!rows.ok) {
      refusal ??= rows;
      continue;
    }
    const score = rows.value.slice(0, 60).filter((row) => row.cells.length >= 3).length;
    if (best === undefined || score > best.score)
      best = { table: { rows: rows.value, delimiter: each }, score };
  }
  return best === undefined ? (refusal ?? refused('statement.empty')) : ok(best.table);
}

function takeAccount(
  rows: readonly AccountLine[],
  wanted: string | undefined,
): Result<{ readonly rows: readonly AccountLine[]; readonly leftOut: number }, StatementProblem> {
  const keys = [...new Set(rows.map((row) => accountKey(row.account)))];
  if (wanted === undefined) {
    if (keys.length <= 1) return ok({ rows, leftOut: 0 });
    const named = keys.map((key) => (key === '' ? '?' : key)).slice(0, 10);
    return refused('statement.several-accounts', { count: keys.length, accounts: named.join(', ') });
  }
  const digits = wanted.replace(/[\s'-]/g, '');
  // A layout without account columns cannot tell: the person's choice of account stands.
  if (keys.length === 1 && keys[0] === '') return ok({ rows, leftOut: 0 });
  const mine = rows.filter(({ account }) => {
    if (account === undefined) return wanted === '?';
    if (digits.length > 0 && (account.accountNumber === digits || accountKey(account) === digits))
      return true;
    return account.name !== undefined && (account.name === wanted || accountKey(account) === wanted);
  });
  const found = new Set(mine.map((row) => accountKey(row.account)));
  if (found.size > 1) {
    return refused('statement.several-accounts', { count: found.size, accounts: [...found].join(', ') });
  }
  if (mine.length === 0) {
    return refused('statement.account-not-in-file', { accounts: keys.slice(0, 10).join(', ') });
  }
  return ok({ rows: mine, leftOut: rows.length - mine.length });
}

/** Tells ids of the bank that stand twice with the same day and amount: one payment written twice, or two. */
function twiceTheSameId(rows: readonly AccountLine[]): StatementNote[] {
  const seen = new Set<string>();
  const notes: StatementNote[] = [];
  for (const { bankId, date, amount, line } of rows) {
    if (bankId === undefined) continue;
    const key = `${bankId}|${date}|${amount}`;
    if (seen.has(key) && notes.length < 20)
      notes.push({ code: 'statement.id-twice', line, values: { date, amount } });
    seen.add(key);
  }
  return notes;
}

function finish(
  found: FoundLines,
  encoding: string,
  wanted: string | undefined,
): Result<ReadStatement, StatementProblem> {
  if (found.lines.length === 0) return refused('statement.no-lines');
  let moved = 0;
  for (const line of found.lines) moved += Math.abs(line.amount);
  if (moved > MOST_MOVED) return refused('statement.too-much-money');
  const mine = takeAccount(found.lines, wanted);
  if (!mine.ok) return mine;
  const ordered = oldestFirst(mine.value.rows, found.order);
  const problems: StatementNote[] = [...found.notes];
  if (mine.value.leftOut > 0) {
    problems.push({ code: 'statement.other-accounts-left-out', values: { lines: mine.value.leftOut } });
  }
  const account = ordered[0]?.account ?? found.account;
  const chain = checkChain(ordered, {
    opening: found.opening,
    closing: found.closings?.get(accountKey(ordered[0]?.account)),
  });
  problems.push(...chain.problems, ...twiceTheSameId(ordered));
  if (chain.closing === undefined) problems.push({ code: 'statement.no-balances', values: {} });
  return ok({
    layout: found.layout,
    encoding,
    ...(account === undefined ? {} : { account }),
    transactions: ordered.map(({ account: _account, ...transaction }) => transaction),
    ...(chain.opening === undefined ? {} : { openingBalance: chain.opening }),
    ...(chain.closing === undefined ? {} : { closingBalance: chain.closing }),
    problems,
  });
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
  const { text, encoding } = decoded.value;
  const kind = kindOf(text);
  if (!kind.ok) return kind;
  const { layout, mapping } = options;
  const layouts =
    layout === undefined ? STATEMENT_LAYOUTS : STATEMENT_LAYOUTS.filter((one) => one.id === layout);
  let found: Found;
  switch (kind.value) {
    case 'ofx':
      found = readOfx(text);
      break;
    case 'qif':
      found = readQif(text, options.dates);
      break;
    case 'html':
      found = mapping === undefined ? readHtml(text, layouts) : readMapped(kind.value, text, mapping);
      break;
    case 'table':
      found = mapping === undefined ? readText(text, layouts) : readMapped(kind.value, text, mapping);
      break;
  }
  return found.ok ? finish(found.value, encoding, options.accountNumber) : found;
}
