import words from '@resources/documents/return-pack.json';
import { NO_MONEY, negatePence, type Pence, sumPence } from '@shared/money';
import { formatAmount } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import type { PdfWriter } from './pdf-writer';
import type { ReturnAccountSums, ReturnDocument, ReturnMovement } from './return-document';
import { fill } from './words';

/** The sums of several accounts or funds, a row each, with what they come to together. */
function writeMovements(writer: PdfWriter, summary: string, rows: readonly ReturnMovement[]): void {
  const { sumsColumns: columns } = words;
  const withTransfers = rows.some((row) => row.transfers !== 0);
  const sum = (of: (row: ReturnMovement) => Pence): string => formatAmount(sumPence(rows.map(of)));
  const figures = (
    opening: string,
    moneyIn: string,
    moneyOut: string,
    transfers: string,
    closing: string,
  ): string[] => [opening, moneyIn, moneyOut, ...(withTransfers ? [transfers] : []), closing];
  writer.gap(16);
  const figure = { align: 'right' as const, figures: true, least: 62 };
  writeTable(writer, {
    summary,
    size: 9.5,
    columns: [
      { heading: summary, share: 1, least: 90 },
      { heading: columns.opening, ...figure },
      { heading: columns.in, ...figure },
      { heading: columns.out, ...figure },
      ...(withTransfers ? [{ heading: columns.transfers, ...figure }] : []),
      { heading: columns.closing, ...figure },
    ],
    rows: [
      ...rows.map(
        (row): TableRow => ({
          cells: [
            row.name,
            ...figures(
              formatAmount(row.opening),
              formatAmount(row.moneyIn),
              formatAmount(negatePence(row.moneyOut)),
              formatAmount(row.transfers),
              formatAmount(row.closing),
            ),
          ],
        }),
      ),
      {
        cells: [
          words.sumsTotal,
          ...figures(
            sum((row) => row.opening),
            sum((row) => row.moneyIn),
            sum((row) => negatePence(row.moneyOut)),
            sum((row) => row.transfers),
            sum((row) => row.closing),
          ),
        ],
        bold: true,
        rule: 'none',
      },
    ],
  });
}

/** Cash that nobody counted has nothing to agree with. */
function hasCheck({ items, statementClosing, isCash }: ReturnAccountSums): boolean {
  return isCash !== true || items.length > 0 || statementClosing !== undefined;
}

/** How one account leads from this record to its statement. */
function writeAccountCheck(writer: PdfWriter, account: ReturnAccountSums): void {
  writer.gap(16);
  const { statementClosing, difference } = account;
  const rows: TableRow[] = [
    { cells: [words.accountClosing, formatAmount(account.closing)] },
    ...account.items.map(
      (item): TableRow => ({
        cells: [fill(words.accountItem, { name: item.name }), formatAmount(negatePence(item.amount))],
      }),
    ),
    { cells: [words.accountExpected, formatAmount(account.expected)], bold: true, rule: 'light' },
  ];
  if (statementClosing === undefined) rows.push({ cells: [words.accountNoStatement, ''], rule: 'none' });
  else {
    rows.push({ cells: [words.accountStatement, formatAmount(statementClosing)] });
    rows.push({
      cells: [words.bankDifference, formatAmount(difference ?? NO_MONEY)],
      bold: true,
      rule: 'none',
    });
  }
  const summary = fill(words.accountHeadingOne, { name: account.name });
  writeTable(writer, {
    summary,
    columns: [
      { heading: summary, share: 1 },
      { heading: words.columns.amount, align: 'right', figures: true },
    ],
    rows,
  });
}

/** Each account's own sums with the way to its statement, and each fund's. One account that is the whole says nothing more. */
export function writeSums(writer: PdfWriter, given: ReturnDocument): void {
  const { accounts = [], funds = [] } = given;
  if (accounts.length > 1) {
    writeMovements(writer, words.accountsHeading, accounts);
    for (const account of accounts) if (hasCheck(account)) writeAccountCheck(writer, account);
  }
  if (funds.length > 1) writeMovements(writer, words.fundsHeading, funds);
}

/** The authority's own questions, part by part, with their answers. */
export function writeAnswers(writer: PdfWriter, given: ReturnDocument): void {
  for (const part of given.answers ?? []) {
    if (part.rows.length === 0) continue;
    writer.gap(16);
    writer.write('H2', part.title, { size: 13, weight: 'semibold', after: 2, keepWith: 70 });
    writeTable(writer, {
      summary: part.title,
      hideHeadings: true,
      columns: [
        { heading: '', share: 1 },
        { heading: '', share: 1 },
      ],
      rows: part.rows.map(
        ({ label, text }): TableRow => ({ cells: [label, text === '' ? words.answersNone : text] }),
      ),
    });
  }
}
