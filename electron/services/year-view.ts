import type { YearCheck, YearFigures, YearOfWorker, YearRow, YearView } from '@shared/api/year';
import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '@shared/money';
import { taxMonthDays } from '@shared/payroll/hmrc';
import { taxYearOf } from '@shared/payroll/tax-period';
import { STATUTORY_CODES, statutoryPaid } from '@shared/payroll/year-figures';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { hmrcView } from './pay-hmrc';
import {
  loadPayRecord,
  type PayRecord,
  type PayslipRow,
  standingPayslips,
  type WorkerRow,
  workerOfRecord,
} from './pay-record';
import {
  employeeNiToDate,
  figuresToDateOfWorker,
  paidByEarlierSoftware,
  paydayOf,
  previousEmployment,
  withEarlierStatutory,
} from './pay-to-date';
import { p60Workers } from './pay-year-papers';
import { ratesBookOf } from './rates';
import { workerName, workerShortName } from './worker-name';
import { addFigures, figuresOfResult, figuresOfToDate, NO_FIGURES, takeFigures } from './year-figures';

/** The figures that a person can open on a line of the year. */
const EXPLAINED = [
  'gross',
  'tax',
  'employeeNi',
  'employerNi',
  'studentLoan',
  'postgraduateLoan',
  'pensionEmployee',
  'pensionEmployer',
  'net',
  'employerCost',
] as const;

const PARTS = ['earlier-software', 'payment', 'correction'] as const;

const SHOWN_STATUTORY = ['statutory-sick-pay', ...STATUTORY_CODES] as const;

/** A PA's payslips of a tax year, in the order of their pay days. */
function payslipsOfYear(record: PayRecord, workerId: string, taxYear: string): PayslipRow[] {
  return record.payslips.filter((one) => one.worker_id === workerId && one.tax_year === taxYear);
}

type RowWithoutSum = Omit<YearRow, 'toDate'>;

function rowOfPayslip(record: PayRecord, payslip: PayslipRow): RowWithoutSum {
  const { result, line } = record.stored(payslip.id).result;
  const whole = figuresOfResult(result);
  const replaced = payslip.corrects_id === null ? undefined : record.stored(payslip.corrects_id);
  const before = replaced === undefined ? null : figuresOfResult(replaced.result.result);
  return {
    key: payslip.id,
    kind: before === null ? 'payment' : 'correction',
    runId: payslip.pay_run_id,
    payDate: payslip.pay_date,
    puts: replaced === undefined ? null : paydayOf(replaced),
    taxPeriod: line.taxPeriod,
    figures: before === null ? whole : takeFigures(whole, before),
    now: before === null ? null : whole,
    before,
    explanations: Object.fromEntries(
      EXPLAINED.flatMap((name) => {
        const found = line.explanations[name];
        return found === undefined ? [] : [[name, found]];
      }),
    ),
  };
}

function otherRow(key: string, kind: YearRow['kind'], figures: YearFigures): RowWithoutSum {
  return {
    key,
    kind,
    runId: null,
    payDate: null,
    puts: null,
    taxPeriod: null,
    figures,
    now: null,
    before: null,
    explanations: {},
  };
}

function hasEarlierSoftware(record: PayRecord, workerId: string, taxYear: string): boolean {
  return record.figures.some(
    (one) => one.worker_id === workerId && one.tax_year === taxYear && one.source === 'earlier-software',
  );
}

/** Every line of a PA's tax year, oldest first, each with the year so far. */
function rowsOf(record: PayRecord, workerId: string, taxYear: string): YearRow[] {
  const rows: RowWithoutSum[] = [];
  const job = previousEmployment(record, workerId, taxYear);
  if (job !== null)
    rows.push(
      otherRow('earlier-job', 'earlier-job', {
        ...NO_FIGURES,
        gross: job.taxablePay,
        tax: job.tax,
        net: null,
        employerCost: null,
      }),
    );
  if (hasEarlierSoftware(record, workerId, taxYear)) {
    const before = paidByEarlierSoftware(record, workerId, taxYear);
    rows.push(otherRow('earlier-software', 'earlier-software', figuresOfToDate(before)));
  }
  rows.push(...payslipsOfYear(record, workerId, taxYear).map((one) => rowOfPayslip(record, one)));
  let soFar = NO_FIGURES;
  return rows.map((row) => {
    if (row.kind === 'earlier-job') return { ...row, toDate: null };
    soFar = addFigures(soFar, row.figures);
    return { ...row, toDate: soFar };
  });
}

function totalOf(rows: readonly YearRow[]): YearFigures {
  return rows.at(-1)?.toDate ?? NO_FIGURES;
}

/** Those of a tax year: paid in it here, or by other software. */
function workersOfYear(record: PayRecord, taxYear: string): WorkerRow[] {
  return record.workers.filter(
    (worker) =>
      payslipsOfYear(record, worker.id, taxYear).length > 0 || hasEarlierSoftware(record, worker.id, taxYear),
  );
}

/** What was taken from pay, by the figures of a line. */
function deductionsOf(figures: YearFigures): Pence {
  return addPence(
    figures.tax,
    figures.employeeNi,
    figures.studentLoan,
    figures.postgraduateLoan,
    figures.pensionEmployee,
    figures.otherDeductions,
  );
}

function workerChecks(record: PayRecord, workerId: string, taxYear: string, rows: readonly YearRow[]) {
  const paid = rows
    .filter((row) => row.kind === 'payment' || row.kind === 'correction')
    .reduce((sum, row) => addFigures(sum, row.figures), NO_FIGURES);
  const total = totalOf(rows);
  const standing = figuresToDateOfWorker(record, workerId, taxYear);
  const checks: YearCheck[] = [
    {
      code: 'net',
      left: addPence(takePence(paid.gross, deductionsOf(paid)), paid.reimbursements),
      right: paid.net ?? NO_MONEY,
    },
    { code: 'tax-to-date', left: total.tax, right: standing.tax },
    { code: 'ni-to-date', left: total.employeeNi, right: employeeNiToDate(standing) },
  ];
  return checks;
}

/** A PA's whole tax year, payment by payment. Refuses with `not-found`. */
export function yearOfWorker(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  workerId: string,
): YearOfWorker {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  const rows = rowsOf(record, workerId, taxYear);
  return {
    taxYear,
    workerId,
    name: workerName(worker),
    shortName: workerShortName(worker),
    leftOn: worker.left_on,
    rows,
    total: totalOf(rows),
    checks: workerChecks(record, workerId, taxYear, rows),
    p60: record.today > taxMonthDays(taxYear, 12).to && p60Workers(record, taxYear).includes(worker),
    p45: worker.left_on !== null && taxYearOf(worker.left_on) === taxYear && rows.length > 0,
  };
}

/** Sick pay and family pay of the year by PA; family pay with what other software had paid of it. */
function statutoryOf(record: PayRecord, taxYear: string): YearView['statutory'] {
  const people = record.workers.map((worker) => {
    const lines = standingPayslips(record, worker.id)
      .filter((one) => one.tax_year === taxYear)
      .flatMap((one) => record.stored(one.id).input.input.earnings);
    const sick = sumPence(
      lines.filter((line) => line.code === 'statutory-sick-pay').map((line) => line.amount),
    );
    const family = withEarlierStatutory(record, worker.id, taxYear, statutoryPaid(lines));
    return { name: workerName(worker), paid: { 'statutory-sick-pay': sick, ...family } };
  });
  return SHOWN_STATUTORY.map((code) => {
    const list = people
      .map(({ name, paid }) => ({ name, amount: paid[code] }))
      .filter((one) => one.amount !== 0);
    return { code, amount: sumPence(list.map((one) => one.amount)), people: list };
  }).filter((one) => one.people.length > 0);
}

/** What every payslip that stands took for HMRC, with employer's National Insurance: nothing of the record of months. */
function standingForHmrc(record: PayRecord, taxYear: string): Pence {
  const results = record.workers
    .flatMap((worker) => standingPayslips(record, worker.id))
    .filter((one) => one.tax_year === taxYear)
    .map((one) => figuresOfResult(record.stored(one.id).result.result));
  return sumPence(
    results.map((one) =>
      addPence(one.tax, one.employeeNi, one.employerNi, one.studentLoan, one.postgraduateLoan),
    ),
  );
}

function hmrcOfYear(context: ServiceContext, record: PayRecord, taxYear: string): YearView['hmrc'] {
  if (!ratesForTaxYear(ratesBookOf(record.db), taxYear).ok) return null;
  const { months } = hmrcView(context, record.householdId, taxYear);
  const sum = (of: (month: (typeof months)[number]) => Pence): Pence => sumPence(months.map(of));
  return {
    tax: sum((month) => month.tax),
    studentLoans: sum((month) => month.studentLoans),
    employeeNi: sum((month) => month.employeeNi),
    employerNi: sum((month) => month.employerNi),
    employmentAllowance: sum((month) => month.employmentAllowance),
    statutoryRecovered: sum((month) => month.statutoryRecovered),
    owed: sum((month) => month.owed),
    paid: sum((month) => (month.paidOn === null ? NO_MONEY : month.owed)),
  };
}

function householdChecks(
  record: PayRecord,
  taxYear: string,
  total: YearFigures,
  hmrc: YearView['hmrc'],
): YearCheck[] {
  if (hmrc === null) return [];
  const p32 = addPence(hmrc.tax, hmrc.studentLoans, hmrc.employeeNi, hmrc.employerNi);
  const checks: YearCheck[] = [{ code: 'hmrc', left: standingForHmrc(record, taxYear), right: p32 }];
  if (hasAnyEarlierSoftware(record, taxYear)) return checks;
  return [
    ...checks,
    { code: 'tax', left: total.tax, right: hmrc.tax },
    {
      code: 'ni',
      left: addPence(total.employeeNi, total.employerNi),
      right: addPence(hmrc.employeeNi, hmrc.employerNi),
    },
  ];
}

function hasAnyEarlierSoftware(record: PayRecord, taxYear: string): boolean {
  return record.workers.some((worker) => hasEarlierSoftware(record, worker.id, taxYear));
}

/** A household's whole tax year: each PA's totals, what HMRC had, statutory pay, and sums that must agree. */
export function yearView(context: ServiceContext, householdId: string, wanted: string | null): YearView {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const thisYear = taxYearOf(record.today);
  const taxYear = wanted ?? thisYear;
  const workers = workersOfYear(record, taxYear).map((worker) => {
    const rows = rowsOf(record, worker.id, taxYear);
    return {
      workerId: worker.id,
      name: workerName(worker),
      shortName: workerShortName(worker),
      leftOn: worker.left_on,
      parts: PARTS.flatMap((kind) => {
        const list = rows.filter((row) => row.kind === kind);
        const figures = list.map((row) => row.figures);
        return list.length === 0 ? [] : [{ kind, count: list.length, figures: figures.reduce(addFigures) }];
      }),
      total: totalOf(rows),
    };
  });
  const total = workers.reduce((sum, worker) => addFigures(sum, worker.total), NO_FIGURES);
  const hmrc = hmrcOfYear(context, record, taxYear);
  const rates = ratesForTaxYear(ratesBookOf(record.db), taxYear);
  const { to } = taxMonthDays(taxYear, 12);
  return {
    taxYear,
    years: [
      ...new Set([
        thisYear,
        ...record.payslips.map((one) => one.tax_year),
        ...record.figures.filter((one) => one.source === 'earlier-software').map((one) => one.tax_year),
      ]),
    ]
      .sort()
      .reverse(),
    from: taxMonthDays(taxYear, 1).from,
    to,
    isOver: record.today > to,
    workers,
    total,
    hmrc,
    allowanceLimit:
      record.employer?.employment_allowance === 1 && rates.ok ? rates.value.employmentAllowance.amount : null,
    statutory: statutoryOf(record, taxYear),
    checks: householdChecks(record, taxYear, total, hmrc),
  };
}

/** Every line of every PA's tax year, as the file of it has them. */
export function yearLines(
  record: PayRecord,
  taxYear: string,
): { readonly name: string; readonly rows: readonly YearRow[] }[] {
  return workersOfYear(record, taxYear).map((worker) => ({
    name: workerName(worker),
    rows: rowsOf(record, worker.id, taxYear),
  }));
}
