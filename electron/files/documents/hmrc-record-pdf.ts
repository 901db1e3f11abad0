import words from '@resources/documents/hmrc-record.json';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, sumPence, takePence } from '@shared/money';
import { type CsvCell, csvForPeople, csvMoney, csvNumber } from './csv';
import { formatAmount } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

/** What one tax month adds to what HMRC is owed. All amounts are whole pence; credits are positive and taken off. */
export type HmrcMonth = {
  /** 1 to 12. */
  readonly number: number;
  /** The 5th on which the tax month ends. */
  readonly ends: IsoDay;
  readonly incomeTax: Pence;
  readonly studentLoan: Pence;
  readonly niWorkers: Pence;
  readonly niEmployer: Pence;
  readonly employmentAllowance: Pence;
  /** Statutory pay and its compensation that is claimed back. */
  readonly recovered: Pence;
};

export type HmrcPaymentState = 'paid' | 'part-paid' | 'not-due' | 'due' | 'overdue' | 'nothing' | 'credit';

/** A payment to HMRC: one tax month, or three when the household pays by the quarter. */
export type HmrcPayment = {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly due: IsoDay;
  /** The Accounts Office reference with the year and month HMRC wants: 17 characters. */
  readonly reference: string;
  readonly amount: Pence;
  readonly paid: Pence;
  readonly paidOn?: IsoDay;
  readonly state: HmrcPaymentState;
};

/** One PA on one pay day. */
export type HmrcRunLine = {
  readonly payDate: IsoDay;
  readonly workerName: string;
  readonly pay: Pence;
  readonly incomeTax: Pence;
  readonly studentLoan: Pence;
  readonly niWorker: Pence;
  readonly niEmployer: Pence;
  /** The day the full payment submission was accepted. */
  readonly sentOn?: IsoDay;
};

export type HmrcRecord = {
  readonly employerName: string;
  readonly payeReference: string;
  readonly accountsOfficeReference: string;
  /** `2026-27`. */
  readonly taxYear: string;
  readonly asOf: IsoDay;
  readonly months: readonly HmrcMonth[];
  readonly payments: readonly HmrcPayment[];
  readonly runs: readonly HmrcRunLine[];
};

/** What a tax month comes to: tax, loans and both sides' National Insurance, less what is taken off. */
export function hmrcMonthTotal(month: HmrcMonth): Pence {
  return takePence(
    addPence(month.incomeTax, month.studentLoan, month.niWorkers, month.niEmployer),
    addPence(month.employmentAllowance, month.recovered),
  );
}

function less(amount: Pence): string {
  return formatAmount(amount === 0 ? NO_MONEY : negatePence(amount));
}

function monthCells(name: string, months: readonly HmrcMonth[]): string[] {
  const sum = (pick: (month: HmrcMonth) => Pence): Pence => sumPence(months.map(pick));
  return [
    name,
    formatAmount(sum((month) => month.incomeTax)),
    formatAmount(sum((month) => month.studentLoan)),
    formatAmount(sum((month) => month.niWorkers)),
    formatAmount(sum((month) => month.niEmployer)),
    less(sum((month) => month.employmentAllowance)),
    less(sum((month) => month.recovered)),
    formatAmount(sum(hmrcMonthTotal)),
  ];
}

function stateText(payment: HmrcPayment): string {
  const template = words.states[payment.state];
  if (payment.state !== 'paid') return template;
  if (payment.paidOn === undefined) throw new Error('A paid HMRC payment has no day of payment');
  return fill(template, { day: formatShortDay(payment.paidOn) });
}

function figures(headings: readonly string[]): { heading: string; align: 'right'; figures: true }[] {
  return headings.map((heading) => ({ heading, align: 'right', figures: true }));
}

function writeHeading(writer: PdfWriter, text: string): void {
  writer.write('H2', text, { size: 12.5, weight: 'semibold', after: 2, keepWith: 70 });
}

/** What there is to pay, and when. */
function writePayments(writer: PdfWriter, payments: HmrcRecord['payments']): void {
  writeHeading(writer, words.payHeading);
  if (payments.length === 0) {
    writer.write('P', words.noPayments);
    return;
  }
  writeTable(writer, {
    summary: words.payHeading,
    columns: [
      { heading: words.payColumns.period, share: 2, least: 70 },
      { heading: words.payColumns.due, figures: true, least: 62 },
      { heading: words.payColumns.reference, figures: true, least: 108 },
      ...figures([words.payColumns.amount, words.payColumns.paid, words.payColumns.left]),
      { heading: words.payColumns.state, share: 1, least: 64 },
    ],
    rows: payments.map((payment): TableRow => {
      const period =
        payment.firstMonth === payment.lastMonth
          ? fill(words.periodMonth, { number: payment.lastMonth })
          : fill(words.periodQuarter, { first: payment.firstMonth, last: payment.lastMonth });
      return {
        cells: [
          period,
          `${formatShortDay(payment.due)} ${payment.due.slice(0, 4)}`,
          payment.reference,
          formatAmount(payment.amount),
          formatAmount(payment.paid),
          formatAmount(takePence(payment.amount, payment.paid)),
          stateText(payment),
        ],
        bold: payment.state === 'due' || payment.state === 'overdue',
      };
    }),
  });
}

/** What each tax month adds, with the sum of the year. */
function writeMonths(writer: PdfWriter, months: HmrcRecord['months']): void {
  writeHeading(writer, words.monthsHeading);
  writer.write('P', words.hint, { size: 10 });
  writeTable(writer, {
    summary: words.monthsHeading,
    columns: [
      { heading: words.columns.month, share: 1, least: 76 },
      ...figures([
        words.columns.tax,
        words.columns.studentLoan,
        words.columns.niWorker,
        words.columns.niEmployer,
        words.columns.allowance,
        words.columns.recovered,
        words.columns.due,
      ]),
    ],
    rows: [
      ...months.map(
        (month): TableRow => ({
          cells: monthCells(fill(words.month, { number: month.number, day: formatShortDay(month.ends) }), [
            month,
          ]),
        }),
      ),
      { cells: monthCells(words.total, months), bold: true, rule: 'none' },
    ],
  });
}

/** Each PA on each pay day. */
function writeRuns(writer: PdfWriter, runs: HmrcRecord['runs']): void {
  writeHeading(writer, words.runsHeading);
  if (runs.length === 0) {
    writer.write('P', words.noRuns);
    return;
  }
  writeTable(writer, {
    summary: words.runsHeading,
    padding: 4,
    columns: [
      { heading: words.runColumns.payDate, figures: true },
      { heading: words.runColumns.worker, share: 1, least: 86 },
      ...figures([
        words.runColumns.pay,
        words.runColumns.tax,
        words.runColumns.studentLoan,
        words.runColumns.niWorker,
        words.runColumns.niEmployer,
      ]),
      { heading: words.runColumns.sent, figures: true },
    ],
    rows: runs.map(
      (run): TableRow => ({
        cells: [
          formatShortDay(run.payDate),
          run.workerName,
          formatAmount(run.pay),
          formatAmount(run.incomeTax),
          formatAmount(run.studentLoan),
          formatAmount(run.niWorker),
          formatAmount(run.niEmployer),
          run.sentOn === undefined ? words.notSent : formatShortDay(run.sentOn),
        ],
      }),
    ),
  });
}

/** A record like HMRC's P32 for one tax year: month by month, what to pay and when, and each pay run. */
export function hmrcRecordPdf(record: HmrcRecord): Uint8Array {
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { year: record.taxYear, employer: record.employerName }),
    createdOn: record.asOf,
    footer: (page, pages) =>
      fill(words.footer, { year: record.taxYear, employer: record.employerName, page, pages }),
  });
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 2 });
  writer.write(
    'P',
    fill(words.subtitle, {
      employer: record.employerName,
      reference: record.payeReference,
      year: record.taxYear,
      day: formatDay(record.asOf),
    }),
  );
  writer.write('P', fill(words.accountsOffice, { reference: record.accountsOfficeReference }), { after: 14 });
  writePayments(writer, record.payments);
  writer.gap(20);
  writeMonths(writer, record.months);
  writer.gap(20);
  writeRuns(writer, record.runs);
  return writer.finish();
}

/** The months of the record as a CSV file for people: one row a tax month. Amounts taken off are below zero. */
export function hmrcRecordCsv(record: HmrcRecord): Uint8Array {
  const { csv } = words;
  const heading = [
    csv.taxMonth,
    csv.monthEnds,
    csv.incomeTax,
    csv.studentLoan,
    csv.niWorker,
    csv.niEmployer,
    csv.allowance,
    csv.recovered,
    csv.due,
  ];
  const rows = record.months.map((month): CsvCell[] => [
    csvNumber(month.number),
    month.ends,
    csvMoney(month.incomeTax),
    csvMoney(month.studentLoan),
    csvMoney(month.niWorkers),
    csvMoney(month.niEmployer),
    csvMoney(negatePence(month.employmentAllowance)),
    csvMoney(negatePence(month.recovered)),
    csvMoney(hmrcMonthTotal(month)),
  ]);
  return csvForPeople(heading, rows);
}
