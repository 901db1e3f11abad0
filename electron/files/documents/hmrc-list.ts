import words from '@resources/documents/hmrc-list.json';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, sumPence } from '@shared/money';
import { csvForPeople, csvMoney } from './csv';
import { formatAmount } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill, fillCount } from './words';

/** A tax month (or quarter) of one PAYE scheme, in whole pence; what is taken off is positive. */
export type HmrcListLine = {
  readonly household: string;
  readonly employer: string;
  readonly payeReference: string;
  readonly accountsOfficeReference: string;
  /** What HMRC wants to see with the payment; empty without an Accounts Office reference. */
  readonly reference: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly tax: Pence;
  readonly loans: Pence;
  readonly employeeNi: Pence;
  readonly employerNi: Pence;
  readonly allowance: Pence;
  readonly recovered: Pence;
  readonly owed: Pence;
  readonly due: IsoDay;
  readonly paidOn: IsoDay | null;
};

export type HmrcList = {
  readonly days: { readonly from: IsoDay; readonly to: IsoDay };
  /** As the days are named in the file’s own name. */
  readonly daysText: string;
  readonly lines: readonly HmrcListLine[];
  readonly madeOn: IsoDay;
};

const right = (heading: string) => ({ heading, align: 'right' as const, figures: true });

function takenOff(line: HmrcListLine): Pence {
  const off = addPence(line.allowance, line.recovered);
  return off === 0 ? NO_MONEY : negatePence(off);
}

/** What each PAYE scheme owes HMRC, one line a tax month, on landscape A4. */
export function hmrcListPdf(list: HmrcList): Uint8Array {
  const { columns } = words;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { days: list.daysText }),
    createdOn: list.madeOn,
    orientation: 'landscape',
    footer: (page, pages) => fill(words.footer, { days: list.daysText, page, pages }),
  });
  const { from, to } = list.days;
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 2 });
  writer.write(
    'P',
    fill(from === to ? words.oneDay : words.days, { from: formatDay(from), to: formatDay(to) }),
  );
  const schemes = new Set(list.lines.map((line) => `${line.payeReference} ${line.employer}`)).size;
  writer.write('P', fillCount(words.schemes, schemes), { weight: 'semibold' });
  writer.write('P', words.intro);
  writer.write('P', fill(words.made, { day: formatDay(list.madeOn) }), { after: 10 });
  if (list.lines.length === 0) {
    writer.write('P', words.none);
    return writer.finish();
  }
  const sum = (of: (line: HmrcListLine) => Pence): string => formatAmount(sumPence(list.lines.map(of)));
  writeTable(writer, {
    summary: words.table,
    size: 9.5,
    padding: 3,
    columns: [
      { heading: columns.employer, share: 2, least: 130 },
      { heading: columns.reference, figures: true, least: 108 },
      { heading: columns.months, figures: true, least: 62 },
      right(columns.tax),
      right(columns.loans),
      right(columns.ni),
      right(columns.off),
      right(columns.owed),
      { heading: columns.due, figures: true, least: 80 },
    ],
    rows: [
      ...list.lines.map(
        (line): TableRow => ({
          cells: [
            line.payeReference === '' ? line.employer : `${line.employer}\n${line.payeReference}`,
            line.reference === '' ? words.noReference : line.reference,
            formatShortDay(line.to),
            formatAmount(line.tax),
            formatAmount(line.loans),
            formatAmount(addPence(line.employeeNi, line.employerNi)),
            formatAmount(takenOff(line)),
            formatAmount(line.owed),
            line.paidOn === null
              ? formatShortDay(line.due)
              : fill(words.paid, { day: formatShortDay(line.paidOn) }),
          ],
        }),
      ),
      {
        cells: [
          words.total,
          '',
          '',
          sum((line) => line.tax),
          sum((line) => line.loans),
          sum((line) => addPence(line.employeeNi, line.employerNi)),
          sum(takenOff),
          sum((line) => line.owed),
          '',
        ],
        bold: true,
        rule: 'none',
      },
    ],
  });
  return writer.finish();
}

/** The same as a CSV for people. */
export function hmrcListCsv(list: HmrcList): Uint8Array {
  const { csv } = words;
  return csvForPeople(
    [
      csv.household,
      csv.employer,
      csv.paye,
      csv.office,
      csv.reference,
      csv.from,
      csv.to,
      csv.tax,
      csv.loans,
      csv.employeeNi,
      csv.employerNi,
      csv.allowance,
      csv.recovered,
      csv.owed,
      csv.due,
      csv.paidOn,
    ],
    list.lines.map((line) => [
      line.household,
      line.employer,
      line.payeReference,
      line.accountsOfficeReference,
      line.reference,
      line.from,
      line.to,
      csvMoney(line.tax),
      csvMoney(line.loans),
      csvMoney(line.employeeNi),
      csvMoney(line.employerNi),
      csvMoney(line.allowance),
      csvMoney(line.recovered),
      csvMoney(line.owed),
      line.due,
      line.paidOn,
    ]),
  );
}
