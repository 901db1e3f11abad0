import common from '@resources/documents/common.json';
import words from '@resources/documents/payslip.json';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatWeekday } from '@shared/dates';
import { addPence, formatPounds, negatePence, type Pence, pence, sumPence, takePence } from '@shared/money';
import { assertNever } from '@shared/result';
import { formatAmount, formatNiNumber, formatPeriod, formatRate } from './figures';
import type { PayslipDocument, PayslipEarning, PayslipQuantity } from './payslip-document';
import { contactSentence, holidayRuns, taxSentence } from './payslip-sentences';
import { type Table, type TableRow, tableHeight, writeTable } from './pdf-table';
import { MARGIN, PdfWriter } from './pdf-writer';
import { fill, fillCount, fillRuns, type Run } from './words';

const NO_ROW: TableRow = { cells: [], rule: 'none' };
const GUTTER = 20;

type Totals = { readonly earned: Pence; readonly takenOff: Pence; readonly paidBack: Pence };

function totalsOf(payslip: PayslipDocument): Totals {
  const earned = sumPence(payslip.earnings.map((line) => line.amount));
  const takenOff = sumPence(payslip.deductions.map((line) => line.amount));
  const paidBack = sumPence(payslip.reimbursements.map((line) => line.amount));
  if (addPence(takePence(earned, takenOff), paidBack) !== payslip.netPay)
    throw new Error(
      `A payslip does not add up: ${earned} − ${takenOff} + ${paidBack} is not ${payslip.netPay}`,
    );
  return { earned, takenOff, paidBack };
}

/** The name of an earnings line as it stands on the payslip. */
function nameOfEarning(line: PayslipEarning): string {
  return line.name ?? words.earningsKinds[line.kind];
}

function quantityText(quantity: PayslipQuantity | undefined): string {
  if (quantity === undefined) return '';
  switch (quantity.kind) {
    case 'hours':
      return formatHours(quantity.minutes);
    case 'count':
      return fillCount(words.counts[quantity.of], quantity.count);
    case 'percent':
      return fill(words.percentOfPay, { percent: quantity.percent });
    default:
      return assertNever(quantity);
  }
}

function earningsTable(payslip: PayslipDocument, totals: Totals): Table {
  const rows: TableRow[] = payslip.earnings.map((line) => ({
    cells: [
      nameOfEarning(line),
      quantityText(line.quantity),
      line.rate === undefined ? '' : formatRate(line.rate),
      formatAmount(line.amount),
    ],
  }));
  if (rows.length === 0) rows.push({ cells: [words.earnings.none, '', '', formatAmount(pence(0))] });
  rows.push({ cells: [words.earnings.total, '', '', formatAmount(totals.earned)], bold: true, rule: 'none' });
  return {
    summary: words.earnings.heading,
    columns: [
      { heading: words.earnings.heading, share: 1, least: 82 },
      { heading: words.earnings.hours, align: 'right', figures: true },
      { heading: words.earnings.rate, align: 'right', figures: true },
      { heading: words.earnings.pounds, align: 'right', figures: true },
    ],
    rows,
  };
}

function deductionsTable(payslip: PayslipDocument, totals: Totals): Table {
  const rows: TableRow[] = payslip.deductions.map((line) => {
    const what = (line.amount < 0 ? words.givenBackKinds : words.deductionKinds)[line.kind];
    return {
      cells: [
        line.purpose === undefined ? what : fill(words.withPurpose, { what, purpose: line.purpose }),
        formatAmount(line.amount),
      ],
    };
  });
  if (rows.length === 0) rows.push({ cells: [words.deductions.none, formatAmount(pence(0))] });
  rows.push({ cells: [words.deductions.total, formatAmount(totals.takenOff)], bold: true, rule: 'none' });
  return {
    summary: words.deductions.heading,
    columns: [
      { heading: words.deductions.heading, share: 1 },
      { heading: words.deductions.pounds, align: 'right', figures: true },
    ],
    rows,
  };
}

/** Two tables beside each other with their totals on one line; under each other when they don't fit on the page. */
function writePair(writer: PdfWriter, left: Table, right: Table): void {
  const half = (writer.width - GUTTER) / 2;
  const first: Table = { ...left, x: MARGIN, width: half };
  const second: Table = { ...right, x: MARGIN + half + GUTTER, width: half };
  const heights = [tableHeight(writer, first), tableHeight(writer, second)] as const;
  const tallest = Math.max(...heights);
  if (tallest > writer.left || Math.max(left.rows.length, right.rows.length) > 14) {
    writeTable(writer, left);
    writer.gap(14);
    writeTable(writer, right);
    return;
  }
  const top = writer.y;
  [first, second].forEach((table, index) => {
    writer.y = top;
    const spare = tallest - (heights[index] ?? 0);
    writeTable(writer, spare > 0.5 ? stretched(table, spare) : table);
  });
  writer.y = top + tallest;
}

/** Moves the total row down by a stretch of white, so that both totals stand on one line. */
function stretched(table: Table, points: number): Table {
  const last = table.rows[table.rows.length - 1] ?? NO_ROW;
  const rows = table.rows.slice(0, -1);
  return {
    ...table,
    rows: [
      ...rows.map((row, index): TableRow => (index === rows.length - 1 ? { ...row, rule: 'none' } : row)),
      { ...last, spaceBefore: points },
    ],
  };
}

function writeHead(writer: PdfWriter, payslip: PayslipDocument): void {
  const left = writer.width * 0.58;
  const right = writer.width - left - GUTTER;
  const x = MARGIN + left + GUTTER;
  const sides = (first: () => void, second: () => void): void => {
    const top = writer.y;
    first();
    const end = writer.y;
    writer.y = top;
    second();
    writer.y = Math.max(end, writer.y);
  };
  const onTheRight = { x, width: right, align: 'right' } as const;
  sides(
    () => {
      writer.write('H1', words.title, { size: 20, weight: 'bold', width: left });
      writer.write('P', [{ text: payslip.workerName, bold: true }], { width: left });
      const ni = payslip.niNumber === undefined ? words.niNumberMissing : formatNiNumber(payslip.niNumber);
      const number = fill(words.payrollNumber, { number: payslip.payrollNumber });
      writer.write('P', `${ni} · ${number}`, { width: left });
    },
    () => {
      writer.gap(4);
      writer.write('P', fill(words.employer, { name: payslip.employerName }), onTheRight);
      writer.write(
        'P',
        payslip.payeReference === undefined
          ? words.noPayeReference
          : fill(words.payeReference, { reference: payslip.payeReference }),
        onTheRight,
      );
    },
  );
  writer.gap(14);
  sides(
    () => {
      const period = formatPeriod(payslip.period.from, payslip.period.to, common.periodJoiner);
      writer.write('P', fill(words.payPeriod, { period }), { width: left });
      writer.write('P', fillRuns(words.payDate, { day: formatWeekday(payslip.payDate, true) }), {
        width: left,
      });
    },
    () => {
      const code = fill(words.taxCode, { code: payslip.taxCode });
      writer.write('P', `${code} · ${fill(words.niLetter, { letter: payslip.niLetter })}`, onTheRight);
      const { kind, number } = payslip.taxPeriod;
      const period = fill(kind === 'week' ? words.taxWeek : words.taxMonth, { number });
      writer.write('P', `${period}, ${fill(words.taxYear, { year: payslip.taxYear })}`, onTheRight);
    },
  );
  if (payslip.replacesPayDate !== undefined) {
    writer.gap(8);
    writer.write('P', fill(words.replaces, { day: formatDay(payslip.replacesPayDate) }), {
      weight: 'semibold',
    });
  }
}

function writeNetPay(writer: PdfWriter, payslip: PayslipDocument): void {
  const height = 50;
  writer.keep(height + 20);
  const top = writer.y;
  writer.decoration((document) => {
    document.lineWidth(1.5).strokeColor('#000000').roundedRect(MARGIN, top, writer.width, height, 6).stroke();
  });
  writer.y = top + 17;
  const label = payslip.netPay === 0 ? words.nothingToPay : words.netPay[payslip.paidBy];
  writer.write('P', label, { size: 11.5, x: MARGIN + 16, width: writer.width * 0.6 });
  writer.y = top + 11;
  writer.write('P', formatPounds(payslip.netPay), {
    size: 20,
    weight: 'bold',
    align: 'right',
    figures: true,
    x: MARGIN + writer.width * 0.6,
    width: writer.width * 0.4 - 16,
  });
  writer.y = top + height;
}

function writeYearToDate(writer: PdfWriter, payslip: PayslipDocument): void {
  const year = payslip.yearToDate;
  const figures: [string, Pence][] = [
    [words.yearToDate.pay, year.pay],
    [words.yearToDate.tax, year.tax],
    [words.yearToDate.nationalInsurance, year.nationalInsurance],
    [words.yearToDate.pensionWorker, year.pensionWorker],
    [words.yearToDate.pensionEmployer, year.pensionEmployer],
  ];
  if (year.studentLoan !== undefined) figures.push([words.yearToDate.studentLoan, year.studentLoan]);
  writer.write('H2', fill(words.yearToDate.headingWithYear, { year: payslip.taxYear }), {
    size: 12.5,
    weight: 'semibold',
    after: 4,
    keepWith: 60,
  });
  writeTable(writer, {
    summary: words.yearToDate.heading,
    columns: figures.map(([heading], index) => ({
      heading,
      align: index === 0 ? 'left' : 'right',
      figures: true,
    })),
    rows: [{ cells: figures.map(([, amount]) => formatPounds(amount)) }],
  });
}

function writeSection(writer: PdfWriter, heading: string, body: string | readonly Run[]): void {
  writer.gap(14);
  writer.write('H2', heading, { size: 12.5, weight: 'semibold', after: 2, keepWith: 30 });
  writer.write('P', body);
}

/** Writes one payslip from the top of the writer's page. Throws when the payslip does not add up. */
export function writePayslip(writer: PdfWriter, payslip: PayslipDocument): void {
  const totals = totalsOf(payslip);
  writeHead(writer, payslip);
  writer.gap(16);
  writeNetPay(writer, payslip);
  writer.gap(18);
  writePair(writer, earningsTable(payslip, totals), deductionsTable(payslip, totals));
  if (payslip.reimbursements.length > 0) {
    writer.gap(14);
    writeTable(writer, {
      summary: words.reimbursements.heading,
      columns: [
        { heading: words.reimbursements.heading, share: 1 },
        { heading: words.reimbursements.pounds, align: 'right', figures: true },
      ],
      rows: [
        ...payslip.reimbursements.map(
          (line): TableRow => ({ cells: [line.name, formatAmount(line.amount)] }),
        ),
        { cells: [words.reimbursements.total, formatAmount(totals.paidBack)], bold: true, rule: 'none' },
      ],
    });
    writer.write('P', words.reimbursements.hint, { size: 10 });
    writer.gap(14);
    writeTable(writer, {
      summary: words.sum.heading,
      columns: [
        { heading: words.sum.heading, share: 1 },
        { heading: words.earnings.pounds, align: 'right', figures: true },
      ],
      rows: [
        { cells: [words.sum.earned, formatAmount(totals.earned)] },
        {
          cells: [
            totals.takenOff < 0 ? words.sum.givenBack : words.sum.takenOff,
            formatAmount(negatePence(totals.takenOff)),
          ],
        },
        { cells: [words.sum.paidBack, formatAmount(totals.paidBack)] },
        { cells: [words.sum.net, formatAmount(payslip.netPay)], bold: true, rule: 'none' },
      ],
    });
  }
  writer.gap(8);
  if (payslip.hoursWorkedMinutes !== undefined)
    writer.write('P', fillRuns(words.hoursTotal, { hours: formatHours(payslip.hoursWorkedMinutes) }));
  if (payslip.employerPension !== undefined) {
    const amount = formatPounds(payslip.employerPension.amount);
    const { scheme } = payslip.employerPension;
    writer.write(
      'P',
      scheme === undefined
        ? fillRuns(words.employerPension.pension, { amount })
        : fillRuns(words.employerPension.pensionScheme, { amount, scheme }),
    );
  }
  writer.gap(16);
  writeYearToDate(writer, payslip);
  const holiday = holidayRuns(payslip);
  if (holiday !== undefined) writeSection(writer, words.holiday.heading, holiday);
  if (payslip.taxWorking !== undefined)
    writeSection(writer, words.tax.heading, taxSentence(payslip, payslip.taxWorking));
  if (payslip.notes !== undefined && payslip.notes.length > 0) {
    writer.gap(14);
    writer.write('H2', words.notes.heading, { size: 12.5, weight: 'semibold', after: 2, keepWith: 30 });
    for (const note of payslip.notes) writer.write('P', note);
  }
  writer.gap(18);
  writer.write('P', contactSentence(payslip), { size: 10 });
}

/** The foot line of a payslip's pages. */
export function payslipFooter(payslip: PayslipDocument): (page: number, pages: number) => string {
  return (page, pages) =>
    fill(words.footer, { name: payslip.workerName, day: formatDay(payslip.payDate), page, pages });
}

/** A payslip as a tagged A4 PDF. The pay day is the file's date. */
export function payslipPdf(payslip: PayslipDocument): Uint8Array {
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name: payslip.workerName, day: formatDay(payslip.payDate) }),
    createdOn: payslip.payDate,
    footer: payslipFooter(payslip),
  });
  writePayslip(writer, payslip);
  return writer.finish();
}
