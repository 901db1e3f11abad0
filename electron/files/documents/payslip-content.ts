import common from '@resources/documents/common.json';
import words from '@resources/documents/payslip.json';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { addPence, formatPounds, negatePence, type Pence, pence, sumPence, takePence } from '@shared/money';
import { assertNever } from '@shared/result';
import { formatAmount, formatNiNumber, formatPeriod, formatRate } from './figures';
import type { PayslipDocument, PayslipEarning, PayslipPayment, PayslipQuantity } from './payslip-document';
import { contactSentence, holidayRuns, workingLines } from './payslip-sentences';
import { fill, fillCount, fillRuns, type Run } from './words';

export type Sentence = string | readonly Run[];

/** Rows under headings: the first column names the row, the others hold figures. */
export type ContentTable = {
  readonly caption: string;
  readonly figures: readonly string[];
  readonly rows: readonly ContentRow[];
};

export type ContentRow = { readonly cells: readonly string[]; readonly isTotal?: boolean };

/**
 * A payslip in words, before it is drawn: what the PDF and the web page both say, in the order it is read.
 * Which of it stands where is up to each writer.
 */
export type PayslipContent = {
  readonly title: string;
  readonly fileTitle: string;
  readonly footer: (page: number, pages: number) => string;
  readonly worker: string;
  readonly workerNumbers: string;
  readonly employer: string;
  readonly payeReference: string;
  readonly period: string;
  readonly payDay: Sentence;
  readonly codes: string;
  readonly taxPeriod: string;
  readonly replaces: string | undefined;
  readonly net: { readonly label: string; readonly amount: string };
  readonly payments: ContentTable | undefined;
  readonly earnings: ContentTable;
  readonly deductions: ContentTable;
  readonly reimbursements: (ContentTable & { readonly hint: string }) | undefined;
  readonly sum: ContentTable | undefined;
  readonly lines: readonly Sentence[];
  readonly yearToDate: ContentTable;
  readonly holiday: { readonly heading: string; readonly body: Sentence } | undefined;
  readonly workings: { readonly heading: string; readonly lines: readonly Sentence[] } | undefined;
  readonly notes: { readonly heading: string; readonly lines: readonly string[] } | undefined;
  readonly contact: string;
};

type Totals = { readonly earned: Pence; readonly takenOff: Pence; readonly paidBack: Pence };

function totalsOf(payslip: PayslipDocument): Totals {
  const earned = sumPence(payslip.earnings.map((line) => line.amount));
  const takenOff = sumPence(payslip.deductions.map((line) => line.amount));
  const paidBack = sumPence(payslip.reimbursements.map((line) => line.amount));
  if (addPence(takePence(earned, takenOff), paidBack) !== payslip.netPay)
    throw new Error(
      `A payslip does not add up: ${earned} − ${takenOff} + ${paidBack} is not ${payslip.netPay}`,
    );
  if (sumPence(payslip.payments.map((one) => one.amount)) !== payslip.netPay)
    throw new Error(`The ways a payslip is paid do not add up to ${payslip.netPay}`);
  return { earned, takenOff, paidBack };
}

const noted = (what: string, note: string | undefined): string =>
  note === undefined ? what : fill(words.withNote, { what, note });

/** A day of work without its year: the payslip's period tells it. */
function formatWorkDay(day: IsoDay): string {
  return formatDay(day).replace(/ \d{4}$/, '');
}

function nameOfEarning(line: PayslipEarning): string {
  const kind = words.earningsKinds[line.kind];
  // Late hours are named as such and by their kind of work; other work by its kind of work alone.
  const what =
    line.name === undefined
      ? kind
      : line.kind === 'back-pay' || line.kind === 'correction'
        ? noted(kind, line.name)
        : line.name;
  const { days = [] } = line;
  const dated =
    days.length === 0 ? what : fill(words.onDays, { what, days: days.map(formatWorkDay).join(', ') });
  return noted(dated, line.note);
}

/** Bare hours under the heading `Hours`; where a column also holds days or shifts, each says what it counts. */
function quantityText(quantity: PayslipQuantity | undefined, hoursAlone: boolean): string {
  if (quantity === undefined) return '';
  switch (quantity.kind) {
    case 'hours': {
      const hours = formatHours(quantity.minutes);
      return hoursAlone ? hours : fill(words.earnings.hoursEach, { hours });
    }
    case 'count':
      return fillCount(words.counts[quantity.of], quantity.count);
    case 'percent':
      return fill(words.percentOfPay, { percent: quantity.percent });
    default:
      return assertNever(quantity);
  }
}

function earningsTable(payslip: PayslipDocument, totals: Totals): ContentTable {
  const hoursAlone = payslip.earnings.every(
    (line) => line.quantity === undefined || line.quantity.kind === 'hours',
  );
  const rows: ContentRow[] = payslip.earnings.map((line) => ({
    cells: [
      nameOfEarning(line),
      quantityText(line.quantity, hoursAlone),
      line.rate === undefined ? '' : formatRate(line.rate),
      formatAmount(line.amount),
    ],
  }));
  if (rows.length === 0) rows.push({ cells: [words.earnings.none, '', '', formatAmount(pence(0))] });
  rows.push({ cells: [words.earnings.total, '', '', formatAmount(totals.earned)], isTotal: true });
  return {
    caption: words.earnings.heading,
    figures: [
      hoursAlone ? words.earnings.hours : words.earnings.howMuch,
      words.earnings.rate,
      words.earnings.pounds,
    ],
    rows,
  };
}

function deductionsTable(payslip: PayslipDocument, totals: Totals): ContentTable {
  const rows: ContentRow[] = payslip.deductions.map((line) => {
    const what = (line.amount < 0 ? words.givenBackKinds : words.deductionKinds)[line.kind];
    const purpose = line.purpose ?? (line.plan === undefined ? undefined : words.loanPlans[line.plan]);
    return {
      cells: [
        purpose === undefined ? what : fill(words.withPurpose, { what, purpose }),
        formatAmount(line.amount),
      ],
    };
  });
  if (rows.length === 0) rows.push({ cells: [words.deductions.none, formatAmount(pence(0))] });
  rows.push({ cells: [words.deductions.total, formatAmount(totals.takenOff)], isTotal: true });
  return { caption: words.deductions.heading, figures: [words.deductions.pounds], rows };
}

function sumTable(payslip: PayslipDocument, totals: Totals): ContentTable {
  return {
    caption: words.sum.heading,
    figures: [words.earnings.pounds],
    rows: [
      { cells: [words.sum.earned, formatAmount(totals.earned)] },
      {
        cells: [
          totals.takenOff < 0 ? words.sum.givenBack : words.sum.takenOff,
          formatAmount(negatePence(totals.takenOff)),
        ],
      },
      { cells: [words.sum.paidBack, formatAmount(totals.paidBack)] },
      { cells: [words.sum.net, formatAmount(payslip.netPay)], isTotal: true },
    ],
  };
}

function reimbursementsTable(payslip: PayslipDocument, totals: Totals): PayslipContent['reimbursements'] {
  return {
    caption: words.reimbursements.heading,
    figures: [words.reimbursements.pounds],
    rows: [
      ...payslip.reimbursements.map((line) => ({
        cells: [noted(words.reimbursementKinds[line.kind], line.note), formatAmount(line.amount)],
      })),
      { cells: [words.reimbursements.total, formatAmount(totals.paidBack)], isTotal: true },
    ],
    hint: words.reimbursements.hint,
  };
}

function nameOfPayment(payment: PayslipPayment): string {
  if (payment.by === 'before') return fill(words.payments.before, { day: formatDay(payment.on) });
  return payment.amount < 0 ? words.payments.payBack : words.payments[payment.by];
}

function paymentsTable(payslip: PayslipDocument): ContentTable {
  return {
    caption: words.payments.heading,
    figures: [words.payments.pounds],
    rows: [
      ...payslip.payments.map((one) => ({ cells: [nameOfPayment(one), formatAmount(one.amount)] })),
      { cells: [words.payments.total, formatAmount(payslip.netPay)], isTotal: true },
    ],
  };
}

function netLabel(payslip: PayslipDocument): string {
  const [only] = payslip.payments;
  if (only !== undefined && payslip.payments.length > 1) return words.netPay.several;
  if (payslip.netPay === 0 || only === undefined) return words.nothingToPay;
  return only.by === 'before' ? words.netPay.several : words.netPay[only.by];
}

function yearToDateTable(payslip: PayslipDocument): ContentTable {
  const year = payslip.yearToDate;
  const say = words.yearToDate;
  const figures: [string, Pence | undefined][] = [
    [say.gross, year.gross ?? undefined],
    [year.gross === undefined ? say.pay : say.taxedPay, year.pay],
    [say.tax, year.tax],
    [say.nationalInsurance, year.nationalInsurance],
    [say.pensionWorker, year.pensionWorker],
    [say.pensionEmployer, year.pensionEmployer],
    [say.studentLoan, year.studentLoan],
    [say.postgraduateLoan, year.postgraduateLoan],
    [say.loans, year.loans],
  ];
  return {
    caption: fill(say.heading, { year: payslip.taxYear }),
    figures: [say.pounds],
    rows: figures.flatMap(([name, amount]) =>
      amount === undefined ? [] : [{ cells: [name, formatAmount(amount)] }],
    ),
  };
}

function hoursAndPension(payslip: PayslipDocument): Sentence[] {
  const lines: Sentence[] = [];
  if (payslip.hoursWorkedMinutes !== undefined)
    lines.push(fillRuns(words.hoursTotal, { hours: formatHours(payslip.hoursWorkedMinutes) }));
  if (payslip.employerPension !== undefined) {
    const given = payslip.employerPension.amount < 0;
    const amount = formatPounds(
      given ? negatePence(payslip.employerPension.amount) : payslip.employerPension.amount,
    );
    const { scheme } = payslip.employerPension;
    lines.push(
      given
        ? fillRuns(words.employerPension.givenBack, { amount })
        : scheme === undefined
          ? fillRuns(words.employerPension.pension, { amount })
          : fillRuns(words.employerPension.pensionScheme, { amount, scheme }),
    );
  }
  return lines;
}

/** What a payslip says, in words. Throws when its figures do not add up: that is our bug. */
export function payslipContent(payslip: PayslipDocument): PayslipContent {
  const totals = totalsOf(payslip);
  const day = formatDay(payslip.payDate);
  const { kind, number } = payslip.taxPeriod;
  const taxPeriod = fill(kind === 'week' ? words.taxWeek : words.taxMonth, { number });
  const code = fill(words.taxCode, { code: payslip.taxCode });
  const ni = payslip.niNumber === undefined ? words.niNumberMissing : formatNiNumber(payslip.niNumber);
  const holiday = holidayRuns(payslip);
  const workings = workingLines(payslip);
  const notes = payslip.notes ?? [];
  const hasExpenses = payslip.reimbursements.length > 0;
  return {
    title: words.title,
    fileTitle: fill(words.fileTitle, { name: payslip.workerName, day }),
    footer: (page, pages) => fill(words.footer, { name: payslip.workerName, day, page, pages }),
    worker: payslip.workerName,
    workerNumbers: `${ni} · ${fill(words.payrollNumber, { number: payslip.payrollNumber })}`,
    employer: fill(words.employer, { name: payslip.employerName }),
    payeReference:
      payslip.payeReference === undefined
        ? words.noPayeReference
        : fill(words.payeReference, { reference: payslip.payeReference }),
    period: fill(words.payPeriod, {
      period: formatPeriod(payslip.period.from, payslip.period.to, common.periodJoiner),
    }),
    payDay: fillRuns(words.payDate, { day: formatWeekday(payslip.payDate, true) }),
    codes: `${code} · ${fill(words.niLetter, { letter: payslip.niLetter })}`,
    taxPeriod: `${taxPeriod}, ${fill(words.taxYear, { year: payslip.taxYear })}`,
    replaces:
      payslip.replacesPayDate === undefined
        ? undefined
        : fill(words.replaces, { day: formatDay(payslip.replacesPayDate) }),
    net: { label: netLabel(payslip), amount: formatPounds(payslip.netPay) },
    payments: payslip.payments.length > 1 ? paymentsTable(payslip) : undefined,
    earnings: earningsTable(payslip, totals),
    deductions: deductionsTable(payslip, totals),
    reimbursements: hasExpenses ? reimbursementsTable(payslip, totals) : undefined,
    sum: hasExpenses ? sumTable(payslip, totals) : undefined,
    lines: hoursAndPension(payslip),
    yearToDate: yearToDateTable(payslip),
    holiday: holiday === undefined ? undefined : { heading: words.holiday.heading, body: holiday },
    workings: workings.length === 0 ? undefined : { heading: words.workings.heading, lines: workings },
    notes: notes.length === 0 ? undefined : { heading: words.notes.heading, lines: notes },
    contact: contactSentence(payslip),
  };
}
