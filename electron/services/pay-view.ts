import type { PayLine, PayRunView, PayWarning } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import type { Pence } from '@shared/money';
import { addPence, sumPence, takePence } from '@shared/money';
import { workOutPay } from '@shared/payroll/pay';
import type { FiguresToDate, PayFigure, PayResult } from '@shared/payroll/pay-types';
import { parseTaxCode } from '@shared/payroll/tax-code';
import type { TakenOffHmrc } from './pay-hmrc';
import { type GatheredPay, type Gathering, gatherPay, type PayRefusal } from './pay-inputs';
import { earlierWageWarnings } from './pay-late-wage';
import { minimumWageWarnings } from './pay-minimum-wage';
import { orderFigure, ordersToTake } from './pay-orders';
import { pensionWarnings } from './pay-pension';
import { isEarlierFor, type OpenPeriod, type PaySpan } from './pay-periods';
import { type PayRecord, workerOfRecord } from './pay-record';
import { employeeNiToDate } from './pay-to-date';
import { ratesBookOf } from './rates';
import { workerName, workerShortName } from './worker-name';

/** One PA's pay of a run, worked out. */
export type WorkedPay = {
  readonly span: PaySpan;
  readonly pay: GatheredPay;
  readonly result: PayResult;
  readonly line: PayLine;
  readonly warnings: readonly PayWarning[];
};

/** A run as it would be finished now. */
export type WorkedRun = {
  readonly period: OpenPeriod;
  readonly worked: readonly WorkedPay[];
  readonly refused: readonly PayRefusal[];
  readonly unconfirmed: PayRunView['unconfirmed'];
  readonly warnings: readonly PayWarning[];
};

const FIGURES: Readonly<Record<PayFigure, string>> = {
  gross: 'gross',
  'taxable-pay': 'taxablePay',
  'income-tax': 'tax',
  'employee-national-insurance': 'employeeNi',
  'employer-national-insurance': 'employerNi',
  'student-loan': 'studentLoan',
  'postgraduate-loan': 'postgraduateLoan',
  'employee-pension': 'pensionEmployee',
  'employer-pension': 'pensionEmployer',
  'total-deductions': 'totalDeductions',
  'net-pay': 'net',
  'employer-cost': 'employerCost',
};

function taxBasisOf(pay: GatheredPay): PayLine['taxBasis'] {
  const code = parseTaxCode(pay.input.worker.taxCode);
  const written = code.ok ? code.value.basis : 'cumulative';
  return pay.input.worker.taxBasis === 'week1-month1' ? 'week1-month1' : written;
}

/** What was taken off beside tax and the like, each with what it is for. */
function deductionsOf(pay: GatheredPay): NonNullable<PayLine['deductions']> {
  const byHand = pay.added.filter((one) => one.code === 'deduction');
  return pay.input.otherDeductions.map((one) => ({
    code: one.code,
    purpose: one.purpose ?? '',
    note: one.note ?? (one.code === 'deduction' ? (byHand.shift()?.note ?? '') : ''),
    reference: one.reference ?? '',
    amount: one.amount,
    figure:
      one.code === 'attachment-of-earnings' && one.orderId !== undefined ? orderFigure(one.orderId) : '',
  }));
}

/** A PA's pay as it is shown, before it has a payslip. */
function payLineOf(
  record: PayRecord,
  span: PaySpan,
  pay: GatheredPay,
  result: PayResult,
  toDate: FiguresToDate,
  more: Readonly<Record<string, Explanation>>,
): PayLine {
  const worker = workerOfRecord(record, span.workerId);
  const explanations: Record<string, Explanation> = { ...pay.explanations, ...more };
  for (const [figure, name] of Object.entries(FIGURES))
    explanations[name] = result.explanations[figure as PayFigure];
  const monthly = span.frequency === 'monthly';
  return {
    workerId: worker.id,
    payslipId: null,
    name: workerName(worker),
    shortName: workerShortName(worker),
    periodFrom: span.shownFrom,
    periodTo: span.shownTo,
    payDate: span.payDate,
    taxYear: result.taxPeriod.taxYear,
    taxPeriod: {
      kind: monthly ? 'month' : 'week',
      number: monthly ? result.taxPeriod.taxMonth : result.taxPeriod.taxPeriodNumber,
    },
    taxCode: result.taxCode,
    taxBasis: taxBasisOf(pay),
    niCategory: result.niCategory,
    earnings: [...pay.shown],
    minutes: pay.hours.minutes,
    gross: result.gross,
    tax: result.tax,
    employeeNi: result.nationalInsurance.employee,
    employerNi: result.nationalInsurance.employer,
    studentLoan: result.studentLoan,
    postgraduateLoan: result.postgraduateLoan,
    pensionEmployee: result.pensionEmployee,
    pensionEmployer: result.pensionEmployer,
    otherDeductions: result.otherDeductions,
    deductions: deductionsOf(pay),
    reimbursements: result.reimbursements,
    net: result.netPay,
    employerCost: result.employerCost,
    toDate: {
      taxablePay: toDate.taxablePay,
      tax: toDate.tax,
      employeeNi: employeeNiToDate(toDate),
      studentLoan: addPence(toDate.studentLoan, toDate.postgraduateLoan),
      pensionEmployee: toDate.pensionEmployee,
      pensionEmployer: toDate.pensionEmployer,
    },
    replaces: null,
    correctedBy: null,
    explanations,
  };
}

/** Works out what was gathered; a refusal of the rules becomes the PA's refusal. */
export function workOutSpan(
  record: PayRecord,
  span: PaySpan,
  gathering: Gathering,
  toDateOf: (result: PayResult) => FiguresToDate = (result) => result.toDate,
): { readonly worked?: WorkedPay; readonly refusal?: PayRefusal } {
  if (gathering.kind === 'nothing') return {};
  if (gathering.kind === 'refused') return { refusal: gathering.refusal };
  const { pay: gathered } = gathering;
  const worker = workerOfRecord(record, span.workerId);
  const without = workOutPay(gathered.input, ratesBookOf(record.db));
  const orders = without.ok ? ordersToTake(record, span, gathered.input, without.value) : undefined;
  const isTaken = orders !== undefined && orders.deductions.length > 0;
  const pay: GatheredPay = isTaken
    ? {
        ...gathered,
        input: {
          ...gathered.input,
          otherDeductions: [...gathered.input.otherDeductions, ...orders.deductions],
        },
      }
    : gathered;
  const result = isTaken ? workOutPay(pay.input, ratesBookOf(record.db)) : without;
  if (!result.ok)
    return {
      refusal: {
        workerId: worker.id,
        name: workerName(worker),
        code: result.code,
        values: { name: workerShortName(worker), ...result.details },
      },
    };
  const wage = minimumWageWarnings(record, span, pay);
  const more = {
    ...orders?.explanations,
    ...(wage.explanation === null ? {} : { minimumWage: wage.explanation }),
  };
  return {
    worked: {
      span,
      pay,
      result: result.value,
      line: payLineOf(record, span, pay, result.value, toDateOf(result.value), more),
      warnings: [
        ...pay.warnings,
        ...(orders?.warnings ?? []),
        ...wage.warnings,
        ...earlierWageWarnings(record, span, pay),
        ...pensionWarnings(record, span, result.value),
      ],
    },
  };
}

/** Works out a whole period with the record as it is. */
export function workOutRun(record: PayRecord, period: OpenPeriod): WorkedRun {
  const worked: WorkedPay[] = [];
  const refused: PayRefusal[] = [];
  const unconfirmed: PayRunView['unconfirmed'] = [];
  for (const span of period.spans) {
    const gathering = gatherPay(record, span);
    const worker = workerOfRecord(record, span.workerId);
    if (gathering.unconfirmed > 0)
      unconfirmed.push({
        workerId: worker.id,
        name: workerShortName(worker),
        shifts: gathering.unconfirmed,
      });
    const one = workOutSpan(record, span, gathering);
    if (one.worked) worked.push(one.worked);
    if (one.refusal) refused.push(one.refusal);
  }
  return { period, worked, refused, unconfirmed, warnings: worked.flatMap((one) => one.warnings) };
}

/** What a run comes to, less what is taken off its money for HMRC. */
export function totalsOf(lines: readonly PayLine[], takenOff: TakenOffHmrc): PayRunView['totals'] {
  const { allowance, recovered } = takenOff;
  const off = addPence(allowance, recovered);
  const sum = (of: (line: PayLine) => Pence): Pence => sumPence(lines.map(of));
  const loans = sum((line) => addPence(line.studentLoan, line.postgraduateLoan));
  const owed = addPence(
    sum((line) => line.tax),
    sum((line) => line.employeeNi),
    sum((line) => line.employerNi),
    loans,
  );
  return {
    minutes: lines.reduce((total, line) => total + line.minutes, 0),
    gross: sum((line) => line.gross),
    tax: sum((line) => line.tax),
    employeeNi: sum((line) => line.employeeNi),
    employerNi: sum((line) => line.employerNi),
    employmentAllowance: allowance,
    statutoryRecovered: recovered,
    loans,
    pensionEmployee: sum((line) => line.pensionEmployee),
    pensionEmployer: sum((line) => line.pensionEmployer),
    net: sum((line) => line.net),
    forHmrc: takePence(owed, off),
    forPension: sum((line) => addPence(line.pensionEmployee, line.pensionEmployer)),
    cost: takePence(
      sum((line) => line.employerCost),
      off,
    ),
  };
}

/** Earlier periods that have to be finished before one, by PA: a PA is paid in order. */
export function earlierPeriodOf(
  record: PayRecord,
  periods: readonly OpenPeriod[],
  run: WorkedRun,
): { readonly workerId: string; readonly from: IsoDay; readonly to: IsoDay } | undefined {
  const people = new Set([
    ...run.worked.map((one) => one.span.workerId),
    ...run.refused.map((one) => one.workerId),
  ]);
  for (const earlier of periods) {
    if (earlier.key === run.period.key) continue;
    for (const span of earlier.spans)
      if (
        people.has(span.workerId) &&
        isEarlierFor(span, run.period) &&
        gatherPay(record, span).kind !== 'nothing'
      )
        return { workerId: span.workerId, from: span.shownFrom, to: span.shownTo };
  }
  return undefined;
}
