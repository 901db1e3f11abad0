import { ok, type Result, refused } from '@shared/result';
import { accountOf, cleanCell, readAccount, readAmount, readMoney, readStatementDay } from './cells';
import type { FoundHeader } from './header';
import type { StatementLayout } from './layout';
import type { FileRow } from './rows';
import type { AccountLine, FoundLines, StatementAccount, StatementNote, StatementProblem } from './statement';

type CellOf = (name: string) => string;

function readRow(cell: CellOf, line: number, layout: StatementLayout): Result<AccountLine, StatementProblem> {
  const date = readStatementDay(cell(layout.date), layout.dateFormats);
  if (!date.ok) return refused(date.code, { line, text: cell(layout.date).slice(0, 40) });
  const amount = readAmount(layout.amount, cell);
  if (!amount.ok) return refused(amount.code, { line, ...amount.details });
  const currency = layout.currency === undefined ? '' : cell(layout.currency).toUpperCase();
  if (currency !== '' && currency !== 'GBP')
    return refused('statement.other-currency', { line, currency: currency.slice(0, 10) });
  const balance = readBalance(cell, layout);
  if (!balance.ok) return refused(balance.code, { line, ...balance.details });
  const type = layout.type === undefined ? '' : cell(layout.type);
  const description = [...new Set(layout.description.map(cell))].filter((part) => part !== '').join(' ');
  const bankId = layout.bankId === undefined ? '' : cell(layout.bankId);
  const account = readAccount(layout, cell);
  return ok({
    date: date.value,
    amount: amount.value,
    description: description === '' ? type : description,
    ...(type === '' ? {} : { type }),
    ...(balance.value === undefined ? {} : { balance: balance.value }),
    ...(bankId === '' ? {} : { bankId }),
    line,
    ...(account === undefined ? {} : { account }),
  });
}

function readBalance(cell: CellOf, layout: StatementLayout) {
  const text = layout.balance === undefined ? '' : cell(layout.balance);
  if (layout.balance === undefined || text === '') return ok(undefined);
  const read = readMoney(text, layout.balance);
  return read.ok ? read : refused('statement.bad-balance' as const, read.details);
}

/** A row of a balance without a payment: what was there before the first of them. */
function isOpeningRow(cell: CellOf, layout: StatementLayout): boolean {
  if (!layout.openingRow || layout.amount.kind !== 'split' || layout.balance === undefined) return false;
  return cell(layout.amount.out) === '' && cell(layout.amount.in) === '' && cell(layout.balance) !== '';
}

/** Cells put right where a comma without quotes cut a text: the columns after it are counted from the right. */
function mend(cells: readonly string[], header: FoundHeader): readonly string[] {
  const { layout, columns, width } = header;
  const at = layout.anyCommaIn === undefined ? undefined : columns.get(layout.anyCommaIn);
  let end = cells.length;
  while (end > width && cleanCell(cells[end - 1] ?? '') === '') end -= 1;
  if (at === undefined || end <= width) return cells;
  const surplus = end - width;
  return [
    ...cells.slice(0, at),
    cells.slice(at, at + surplus + 1).join(','),
    ...cells.slice(at + surplus + 1, end),
  ];
}

function isFooter(cells: readonly string[], layout: StatementLayout): boolean {
  const first = cleanCell(cells[0] ?? '').toLowerCase();
  return (layout.footer ?? []).some((label) => first.startsWith(label.toLowerCase()));
}

/** What the lines above the header say about the account. */
function readPreamble(rows: readonly FileRow[], layout: StatementLayout): StatementAccount | undefined {
  const { accountName, accountNumber } = layout.preamble ?? {};
  const beside = (label: string | undefined): string => {
    if (label === undefined) return '';
    const wanted = label.toLowerCase().replace(/:$/, '');
    const row = rows.find(
      (one) =>
        cleanCell(one.cells[0] ?? '')
          .toLowerCase()
          .replace(/:$/, '') === wanted,
    );
    return cleanCell(row?.cells[1] ?? '');
  };
  const name = beside(accountName);
  // Nationwide's own label: the name with the number after it, often `FlexAccount ****12345`.
  const number = beside(accountNumber) || (/(\*{2,}\d{3,6}|\b\d{8})$/.exec(name.slice(-40))?.[1] ?? '');
  if (number !== '' || name !== '') return accountOf('', number, name);
  // Elsewhere it may stand in any cell: `Account: XXXX 1234`, `30-94-57 12345678`.
  for (const cell of rows.flatMap((row) => row.cells.map(cleanCell))) {
    const found = /(?:[*x]{2,}[ -]?)+\d{3,5}\b|\b\d{2}-\d{2}-\d{2}[ -]+\d{8}\b/i.exec(cell.slice(0, 100));
    if (found !== null) return accountOf('', found[0], '');
  }
  return undefined;
}

/** Reads the rows of a table whose layout is known: every one of them, or none. */
export function readTable(
  rows: readonly FileRow[],
  header: FoundHeader,
): Result<FoundLines, StatementProblem> {
  const { layout, columns, firstRow, least, width, unknown } = header;
  const filled = rows
    .slice(firstRow)
    .filter((row) => row.cells.some((cell) => cleanCell(cell) !== '') && !isFooter(row.cells, layout));
  const lines: AccountLine[] = [];
  let opening: FoundLines['opening'];
  for (const [index, row] of filled.entries()) {
    const cells = mend(row.cells, header);
    const surplus = cells.slice(width);
    if (cells.length < least || surplus.some((cell) => cleanCell(cell) !== '')) {
      return refused('statement.wrong-number-of-columns', {
        line: row.line,
        expected: width,
        found: row.cells.length,
      });
    }
    const cell: CellOf = (name) => cleanCell(cells[columns.get(name) ?? -1] ?? '');
    if (isOpeningRow(cell, layout) && (index === 0 || index === filled.length - 1) && opening === undefined) {
      const balance = readBalance(cell, layout);
      if (!balance.ok) return refused(balance.code, { line: row.line, ...balance.details });
      opening = balance.value;
      continue;
    }
    const line = readRow(cell, row.line, layout);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  const notes: StatementNote[] =
    unknown.length === 0
      ? []
      : [{ code: 'statement.columns-not-known', values: { columns: unknown.slice(0, 10).join(', ') } }];
  const account = readPreamble(rows.slice(0, Math.max(firstRow - 1, 0)), layout);
  return ok({
    layout: layout.id,
    order: layout.order,
    lines,
    ...(account === undefined ? {} : { account }),
    ...(opening === undefined ? {} : { opening }),
    notes,
  });
}
