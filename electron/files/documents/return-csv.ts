import words from '@resources/documents/return-pack.json';
import { type CsvCell, csvForPeople, csvMoney, csvNumber } from './csv';
import { type ReturnDocument, returnTotals } from './return-document';

/** Every transaction of a return as a CSV file for people: days as YYYY-MM-DD, money out below zero. */
export function returnCsv(given: ReturnDocument): Uint8Array {
  returnTotals(given);
  const { xlsx } = words;
  const heading = [
    xlsx.number,
    xlsx.date,
    xlsx.payee,
    xlsx.detail,
    xlsx.category,
    xlsx.in,
    xlsx.out,
    xlsx.balance,
    xlsx.evidence,
  ];
  const rows = given.transactions.map((line): CsvCell[] => [
    csvNumber(line.number),
    line.day,
    line.payee,
    line.detail ?? null,
    line.category,
    line.amount > 0 ? csvMoney(line.amount) : null,
    line.amount < 0 ? csvMoney(line.amount) : null,
    csvMoney(line.balance),
    line.evidence.join(' '),
  ]);
  return csvForPeople(heading, rows);
}
