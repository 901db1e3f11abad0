import { ok, type Result, refused } from '@shared/result';
import { cleanCell, readMoney, readStatementDay } from './cells';
import type { FoundHeader, HeaderProblem } from './header';
import type { ColumnShape, StatementLayout } from './layout';
import type { FileRow } from './rows';

/** So many rows must look like a layout's before it is taken; every later row is still read or refused. */
const ROWS_LOOKED_AT = 50;

function holds(text: string, what: ColumnShape, layout: StatementLayout): boolean {
  switch (what) {
    case 'day':
      return readStatementDay(text, layout.dateFormats).ok;
    case 'money':
      return /\d/.test(text) && readMoney(text, '').ok;
    case 'money-or-empty':
      return text === '' || readMoney(text, '').ok;
    case 'account':
      return /^\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{6,8}$/.test(text);
    case 'number':
      return /^[\d -]{6,18}$/.test(text);
    case 'currency':
      return /^[A-Z]{3}$/.test(text);
    case 'empty':
      return text === '';
    case 'text':
    case 'any':
      return true;
  }
}

/** A split pair has exactly one amount in each row; an amount and its balance follow on from row to row. */
function makesSense(layout: StatementLayout, rows: readonly (readonly string[])[]): boolean {
  const at = (name: string): number => (layout.shape ?? []).findIndex((column) => column.name === name);
  const money = (cells: readonly string[], name: string): number | undefined => {
    const text = cells[at(name)] ?? '';
    const read = text === '' ? undefined : readMoney(text, name);
    return read?.ok ? read.value : undefined;
  };
  const { amount, balance } = layout;
  if (amount.kind === 'split') {
    return rows.every((cells) => {
      const filled = [amount.out, amount.in].filter((name) => (money(cells, name) ?? 0) !== 0);
      return filled.length === 1 || (layout.openingRow && filled.length === 0);
    });
  }
  if (balance === undefined) return true;
  const pairs = rows.map((cells) => [money(cells, amount.column) ?? 0, money(cells, balance)] as const);
  // Amounts that are never negative, beside an empty column, may as well be money out beside money in.
  if (pairs.every(([, after]) => after === undefined)) return pairs.some(([moved]) => moved < 0);
  if (pairs.some(([, after]) => after === undefined)) return false;
  if (pairs.length < 3) return true;
  return pairs.some(([moved, after = 0], index) => {
    const [earlierMoved = 0, earlierAfter = 0] = pairs[index - 1] ?? [];
    if (index === 0) return false;
    return earlierAfter + moved === after || after + earlierMoved === earlierAfter;
  });
}

/**
 * Finds the layout of a file without a header by what its first rows hold. Where two would read it in two ways the file is
 * refused (`statement.layout-ambiguous`), never guessed.
 */
export function findShape(
  rows: readonly FileRow[],
  layouts: readonly StatementLayout[],
): Result<FoundHeader, HeaderProblem> {
  const looked: (readonly string[])[] = [];
  for (const row of rows) {
    const cells = row.cells.map(cleanCell);
    if (cells.some((cell) => cell !== '')) looked.push(cells);
    if (looked.length >= ROWS_LOOKED_AT) break;
  }
  if (looked.length === 0) return refused('statement.layout-not-known');
  const widest = looked.reduce((most, cells) => Math.max(most, cells.length), 0);
  // A comma at the end of each line makes one column more; but a layout that has so many columns comes first.
  const width = layouts.some((layout) => layout.shape?.length === widest) ? widest : widest - 1;
  const fitting = layouts.filter((layout) => {
    const { shape, footer = [] } = layout;
    if (shape === undefined || (shape.length !== widest && shape.length !== width)) return false;
    const isFooter = (cells: readonly string[]): boolean =>
      footer.some((label) => (cells[0] ?? '').toLowerCase().startsWith(label.toLowerCase()));
    const payments = looked.filter((cells) => !isFooter(cells));
    const fits = (cells: readonly string[]): boolean =>
      shape.every((column, index) => holds(cells[index] ?? '', column.holds, layout)) &&
      cells.slice(shape.length).every((cell) => cell === '');
    return payments.length > 0 && payments.every(fits) && makesSense(layout, payments);
  });
  const [layout, another] = fitting;
  if (layout?.shape === undefined) return refused('statement.layout-not-known');
  if (another !== undefined) {
    return refused('statement.layout-ambiguous', { layouts: fitting.map((one) => one.id).join(', ') });
  }
  const needed = layout.shape.findLastIndex(({ holds: what }) => what === 'money' || what === 'day') + 1;
  return ok({
    layout,
    firstRow: 0,
    columns: new Map(layout.shape.map((column, index) => [column.name, index])),
    least: needed,
    width: layout.shape.length,
    unknown: [],
  });
}
