import words from '@resources/documents/return-pack.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { negatePence, type Pence, sumPence } from '@shared/money';
import { unzipSync } from 'fflate';
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { type ReturnDocument, type ReturnMovement, returnTotals } from './return-document';
import { fill } from './words';
import { zipParts } from './zip';

const MONEY = '#,##0.00';
const HOURS = '0.00';

function heading(texts: readonly string[]): Row {
  return texts.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    bottomBorderStyle: 'thin',
    wrap: true,
  }));
}

/** Text stays text, whatever it begins with; control characters have no place in XML. */
function text(value: string, bold = false): Row[number] {
  const clean = value.replace(/(?![\t\r\n])[\p{Cc}\ufffe\uffff]/gu, '');
  if (clean === '') return null;
  return {
    value: clean,
    type: String,
    alignVertical: 'top',
    wrap: true,
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  };
}

/** Pounds as a spreadsheet holds them. Pence are exact below £90 million million, so no penny is lost. */
function money(amount: Pence, bold = false): Row[number] {
  return {
    value: amount / 100,
    type: Number,
    format: MONEY,
    alignVertical: 'top',
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  };
}

function whole(value: number): Row[number] {
  return { value, type: Number, format: '0', alignVertical: 'top' };
}

function day(value: IsoDay): Row[number] {
  return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' };
}

/** opening + in − out + between accounts = closing, as rows. */
function movementRows(
  sums: ReturnMovement,
  line: (name: string, amount: Pence, bold?: boolean) => Row,
): Row[] {
  const { sumsColumns: names } = words;
  const plain = (name: string): string => name.replace(' £', '');
  return [
    line(plain(names.opening), sums.opening),
    line(plain(names.in), sums.moneyIn),
    line(plain(names.out), negatePence(sums.moneyOut)),
    ...(sums.transfers === 0 ? [] : [line(plain(names.transfers), sums.transfers)]),
    line(plain(names.closing), sums.closing, true),
  ];
}

function summaryRows(given: ReturnDocument): Row[] {
  const totals = returnTotals(given);
  const line = (name: string, amount: Pence, bold = false): Row => [text(name, bold), money(amount, bold)];
  const title = (name: string): Row => [text(name, true), null];
  const rows: Row[] = [
    heading([words.xlsx.line, words.xlsx.amount]),
    line(fill(words.opening, { day: formatDay(given.period.from) }), given.opening, true),
    ...given.moneyIn.map((each) => line(each.name, each.amount)),
    line(words.inTotal, totals.moneyIn, true),
    ...given.moneyOut.map((each) => line(each.name, negatePence(each.amount))),
    line(words.outTotal, negatePence(totals.moneyOut), true),
    line(fill(words.closing, { day: formatDay(given.period.to) }), given.closing, true),
    [null, null],
  ];
  if (given.statement !== undefined && totals.unexplained !== undefined)
    rows.push(
      title(words.bankHeading),
      ...given.statement.differences.map((each) => line(each.name, each.amount)),
      line(fill(words.bankStatement, { account: given.statement.accountName }), given.statement.balance),
      line(words.bankDifference, totals.unexplained, true),
      [null, null],
    );
  rows.push(
    title(words.spokenHeading),
    ...given.spokenFor.map((each) => line(each.name, each.amount)),
    line(words.spokenTotal, totals.spokenFor, true),
    line(words.leftOver, totals.leftOver, true),
  );
  if (given.allowance !== undefined && totals.surplus !== undefined)
    rows.push(line(words.allowedAmount, given.allowance.amount), line(words.surplus, totals.surplus, true));
  for (const account of given.accounts ?? []) {
    rows.push([null, null], title(fill(words.accountHeadingOne, { name: account.name })));
    rows.push(...movementRows(account, line));
    for (const item of account.items)
      rows.push(line(fill(words.accountItem, { name: item.name }), negatePence(item.amount)));
    rows.push(line(words.accountExpected, account.expected, true));
    if (account.statementClosing !== undefined)
      rows.push(line(words.accountStatement, account.statementClosing));
    if (account.difference !== undefined) rows.push(line(words.bankDifference, account.difference, true));
  }
  for (const fund of given.funds ?? [])
    rows.push([null, null], title(`${words.fundsHeading}: ${fund.name}`), ...movementRows(fund, line));
  for (const part of given.answers ?? []) {
    if (part.rows.length === 0) continue;
    rows.push([null, null], title(part.title));
    for (const answer of part.rows) rows.push([text(answer.label), text(answer.text)]);
  }
  if (given.hours !== undefined) {
    rows.push([null, null], [text(words.hoursHeading, true), text(words.xlsx.hours, true)]);
    for (const each of given.hours.lines)
      rows.push([text(each.name), { value: each.minutes / 60, type: Number, format: HOURS }]);
  }
  return rows;
}

function transactionRows(given: ReturnDocument): Row[] {
  const { xlsx } = words;
  const sum = (sign: 1 | -1): Pence =>
    sumPence(given.transactions.map((line) => line.amount).filter((amount) => amount * sign > 0));
  return [
    heading([
      xlsx.number,
      xlsx.date,
      xlsx.payee,
      xlsx.detail,
      xlsx.category,
      xlsx.in,
      xlsx.out,
      xlsx.balance,
      xlsx.evidence,
    ]),
    ...given.transactions.map(
      (line): Row => [
        whole(line.number),
        day(line.day),
        text(line.payee),
        text(line.detail ?? ''),
        text(line.category),
        line.amount > 0 ? money(line.amount) : null,
        line.amount < 0 ? money(line.amount) : null,
        money(line.balance),
        text(line.evidence.join(', ')),
      ],
    ),
    [
      null,
      null,
      text(xlsx.total, true),
      null,
      null,
      money(sum(1), true),
      money(sum(-1), true),
      money(given.closing, true),
      null,
    ],
  ];
}

function evidenceRows(given: ReturnDocument): Row[] {
  const { xlsx } = words;
  return [
    heading([xlsx.item, xlsx.kind, xlsx.name, xlsx.dated, xlsx.lines, xlsx.file, xlsx.check]),
    ...given.evidence.map(
      (item): Row => [
        whole(item.number),
        text(words.kinds[item.kind]),
        text(item.name),
        item.day === undefined ? null : day(item.day),
        text(item.transactions.join(', ')),
        text(item.fileName),
        text(item.sha256),
      ],
    ),
  ];
}

function columns(...widths: readonly number[]): { width: number }[] {
  return widths.map((width) => ({ width }));
}

/**
 * The return as a workbook: Summary, Transactions, Evidence, with real numbers and dates, frozen headings and totals.
 * The same return gives the same bytes. Throws when the figures do not add up.
 */
export async function returnXlsx(given: ReturnDocument): Promise<Uint8Array> {
  const sheets: Sheet<Buffer>[] = [
    { sheet: words.sheets.summary, data: summaryRows(given), stickyRowsCount: 1, columns: columns(52, 16) },
    {
      sheet: words.sheets.transactions,
      data: transactionRows(given),
      stickyRowsCount: 1,
      columns: columns(6, 12, 30, 34, 24, 12, 12, 13, 12),
      orientation: 'landscape',
    },
    {
      sheet: words.sheets.evidence,
      data: evidenceRows(given),
      stickyRowsCount: 1,
      columns: columns(6, 18, 40, 12, 14, 40, 68),
      orientation: 'landscape',
    },
  ];
  const bytes = await writeXlsxFile(
    sheets as Parameters<typeof writeXlsxFile>[0],
    {
      fontFamily: 'Arial',
      fontSize: 11,
    } as Parameters<typeof writeXlsxFile>[1],
  ).toBuffer();
  return zipParts(unzipSync(new Uint8Array(bytes)));
}
