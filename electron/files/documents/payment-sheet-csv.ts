import words from '@resources/documents/payment-sheet.json';
import { type CsvCell, csvForPeople, csvMoney } from './csv';
import { formatSortCode } from './figures';
import type { PaymentSheet } from './payment-sheet-pdf';

/** The payment sheet as a CSV file for people. Sort codes keep their dashes, so that no spreadsheet eats a zero. */
export function paymentSheetCsv(sheet: PaymentSheet): Uint8Array {
  const heading = [
    words.csv.group,
    words.csv.payee,
    words.csv.sortCode,
    words.csv.account,
    words.csv.amount,
    words.csv.reference,
    words.csv.by,
    words.csv.method,
    words.csv.paid,
  ];
  const rows = sheet.payments.map((line): CsvCell[] => [
    words.groups[line.group],
    line.payee,
    line.sortCode === undefined ? null : formatSortCode(line.sortCode),
    line.accountNumber ?? null,
    csvMoney(line.amount),
    line.reference,
    line.payBy,
    words.methods[line.method],
    line.paidOn ?? null,
  ]);
  return csvForPeople(heading, rows);
}
