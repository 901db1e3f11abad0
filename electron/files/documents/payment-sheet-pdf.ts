import words from '@resources/documents/payment-sheet.json';
import { formatDay, formatShortDay, formatWeekday, type IsoDay } from '@shared/dates';
import { type Pence, sumPence } from '@shared/money';
import { formatAmount, formatSortCode } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

export type PaymentGroup = 'worker' | 'hmrc' | 'pension' | 'other';

/** One payment to make. */
export type PaymentLine = {
  readonly group: PaymentGroup;
  readonly payee: string;
  /** Six digits, with or without dashes. */
  readonly sortCode?: string;
  readonly accountNumber?: string;
  readonly method: 'transfer' | 'direct-debit' | 'cash' | 'cheque';
  readonly amount: Pence;
  readonly reference: string;
  readonly payBy: IsoDay;
  readonly paidOn?: IsoDay;
};

export type PaymentSheet = {
  readonly householdName: string;
  readonly payDate: IsoDay;
  /** The account to pay from, as the household calls it. */
  readonly payFrom?: string;
  readonly payments: readonly PaymentLine[];
};

const GROUPS: readonly PaymentGroup[] = ['worker', 'hmrc', 'pension', 'other'];

function accountCells(line: PaymentLine): readonly [string, string] {
  if (line.method === 'transfer')
    return line.sortCode === undefined || line.accountNumber === undefined
      ? [words.noAccount, '']
      : [formatSortCode(line.sortCode), line.accountNumber];
  return [line.method === 'direct-debit' ? words.directDebit : words.methods[line.method], ''];
}

function paymentRow(line: PaymentLine): TableRow {
  const [sortCode, account] = accountCells(line);
  const by =
    line.paidOn === undefined
      ? formatShortDay(line.payBy)
      : fill(words.already, { day: formatShortDay(line.paidOn) });
  return {
    cells: [line.payee, sortCode, account, line.reference, by, formatAmount(line.amount)],
    ...(line.paidOn === undefined && line.method !== 'direct-debit' ? { tickBox: 0 } : {}),
  };
}

/** The sheet a person pays from at their bank, with a box to tick for each payment. The pay day is the file's date. */
export function paymentSheetPdf(sheet: PaymentSheet): Uint8Array {
  const day = formatDay(sheet.payDate);
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { day }),
    createdOn: sheet.payDate,
    footer: (page, pages) => fill(words.footer, { household: sheet.householdName, day, page, pages }),
  });
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 2 });
  const subtitle = fill(words.subtitle, {
    household: sheet.householdName,
    day: formatWeekday(sheet.payDate, true),
  });
  writer.write('P', subtitle, { size: 11.5 });
  if (sheet.payFrom !== undefined)
    writer.write('P', fill(words.from, { account: sheet.payFrom }), { size: 11.5 });
  writer.gap(10);
  if (sheet.payments.length === 0) {
    writer.write('P', words.empty);
    return writer.finish();
  }
  const hmrc = sheet.payments.some((line) => line.group === 'hmrc');
  const debits = sheet.payments.some((line) => line.method === 'direct-debit');
  const hints = [words.hint, ...(hmrc ? [words.hmrcHint] : []), ...(debits ? [words.directDebitHint] : [])];
  writer.write('P', hints.join(' '), { after: 12 });
  const rows: TableRow[] = [];
  for (const group of GROUPS) {
    const lines = sheet.payments.filter((line) => line.group === group);
    if (lines.length === 0) continue;
    const sum = formatAmount(sumPence(lines.map((line) => line.amount)));
    rows.push({ cells: [words.groups[group], '', '', '', '', lines.length > 1 ? sum : ''], bold: true });
    rows.push(...lines.map(paymentRow));
  }
  writeTable(writer, {
    summary: words.title,
    padding: 7,
    columns: [
      { heading: words.columns.payee, share: 3, least: 100 },
      { heading: words.columns.sortCode, figures: true, least: 52 },
      { heading: words.columns.account, figures: true, least: 52 },
      { heading: words.columns.reference, share: 1, least: 104 },
      { heading: words.columns.by, figures: true, least: 44 },
      { heading: words.columns.amount, align: 'right', figures: true, least: 52 },
    ],
    rows,
  });
  writer.gap(4);
  writeTable(writer, {
    summary: words.total,
    size: 12.5,
    hideHeadings: true,
    columns: [
      { heading: words.total, share: 1 },
      { heading: words.columns.amount, align: 'right', figures: true },
    ],
    rows: [
      {
        cells: [words.total, formatAmount(sumPence(sheet.payments.map((line) => line.amount)))],
        bold: true,
        rule: 'heavy',
      },
    ],
  });
  writer.gap(26);
  writer.write('P', words.checked, { size: 10 });
  return writer.finish();
}
