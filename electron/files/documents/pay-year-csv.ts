import words from '@resources/documents/pay-year.json';
import type { YearRow } from '@shared/api/year';
import type { Pence } from '@shared/money';
import { type CsvCell, csvForPeople, csvMoney } from './csv';
import { fill } from './words';

const money = (amount: Pence | null | undefined): CsvCell =>
  amount === null || amount === undefined ? null : csvMoney(amount);

/** Every payment of a tax year as a CSV file for people, one PA after the other: days as YYYY-MM-DD. */
export function payYearCsv(
  people: readonly { readonly name: string; readonly rows: readonly YearRow[] }[],
): Uint8Array {
  const heading = Object.values(words.columns);
  const rows = people.flatMap(({ name, rows: list }) =>
    list.map((row): CsvCell[] => [
      name,
      words.kinds[row.kind],
      row.payDate,
      row.taxPeriod === null
        ? null
        : fill(words.periods[row.taxPeriod.kind], { number: row.taxPeriod.number }),
      money(row.figures.gross),
      money(row.figures.tax),
      money(row.figures.employeeNi),
      money(row.figures.employerNi),
      money(row.figures.studentLoan),
      money(row.figures.postgraduateLoan),
      money(row.figures.pensionEmployee),
      money(row.figures.pensionEmployer),
      money(row.figures.otherDeductions),
      money(row.figures.reimbursements),
      money(row.figures.net),
      money(row.figures.employerCost),
      money(row.toDate?.gross),
      money(row.toDate?.tax),
      money(row.toDate?.employeeNi),
    ]),
  );
  return csvForPeople(heading, rows);
}
