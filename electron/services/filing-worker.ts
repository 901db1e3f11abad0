import type { FilingFault, FpsWorker } from '@shared/api/filing';
import { addDays, addMonths, type IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence, sumPence } from '@shared/money';
import type { FiguresToDate, PayInput, PayResult } from '@shared/payroll/pay-types';
import { type FpsJob, type FpsPerson, fpsEmployee, hoursBand } from '@shared/payroll/rti/build-fps';
import { correctingEmployee } from '@shared/payroll/rti/fps-correction';
import type { FpsEmployee, FpsPayment, FpsStarter, FpsStatutoryPay } from '@shared/payroll/rti/fps-types';
import { taxYearOf } from '@shared/payroll/tax-period';
import { type StatutoryPaid, statutoryPaid } from '@shared/payroll/year-figures';
import { startersOf } from '../db/queries/people';
import { ownFault } from './filing-record';
import { inForce, type PayRecord, type PayslipRow, type WorkerRow, workerOfRecord } from './pay-record';
import { figuresToDateOfWorker, paydayOf, withEarlierStatutory } from './pay-to-date';
import { workerName } from './worker-name';

/** A starter whose first pay comes later than this after their start was most likely paid elsewhere before. */
const DAYS_TO_FIRST_PAY = 92;
/** HMRC asks to be told of those who may not be paid for this long. Source: GOV.UK, irregular employment indicator. */
const IRREGULAR_MONTHS = 3;

/** One worker's part of an FPS, with what is shown of it and what Mainstay itself finds to say. */
export type BuiltWorker = {
  readonly workerId: string;
  readonly name: string;
  readonly employee: FpsEmployee | null;
  readonly shown: FpsWorker | null;
  readonly faults: readonly FilingFault[];
};

/** The record as it was once a run was finished: without the payslips that came later. */
function recordThen(record: PayRecord, row: PayslipRow): PayRecord {
  const later = new Set<string | null>([row.id]);
  // What corrects this payslip, and what corrects that, came later however the clock was set.
  for (const one of record.payslips) if (later.has(one.corrects_id)) later.add(one.id);
  later.delete(row.id);
  const payslips = record.payslips.filter((one) => one.finished_at <= row.finished_at && !later.has(one.id));
  return {
    ...record,
    payslips,
    superseded: new Set(payslips.flatMap((one) => (one.corrects_id === null ? [] : [one.corrects_id]))),
  };
}

/** Payslips of a worker that are no corrections, in the order of their paydays. */
function regularPayslips(record: PayRecord, workerId: string): readonly PayslipRow[] {
  return record.payslips
    .filter((one) => one.worker_id === workerId && one.corrects_id === null)
    .sort((a, b) => (a.pay_date < b.pay_date ? -1 : a.pay_date > b.pay_date ? 1 : 0));
}

function statutoryToDate(record: PayRecord, row: PayslipRow): StatutoryPaid {
  const then = recordThen(record, row);
  const payday = paydayOf(record.stored(row.id));
  const standing = then.payslips.filter(
    (one) =>
      one.worker_id === row.worker_id &&
      one.tax_year === row.tax_year &&
      !then.superseded.has(one.id) &&
      // A regular payment counts with what was paid up to its day; a correction with all that there is.
      (row.corrects_id !== null || paydayOf(record.stored(one.id)) <= payday),
  );
  const paid = statutoryPaid(standing.flatMap((one) => record.stored(one.id).input.input.earnings));
  return withEarlierStatutory(record, row.worker_id, row.tax_year, paid);
}

function unlessNone(amount: Pence): Pence | undefined {
  return amount === 0 ? undefined : amount;
}

/** HMRC's fields of statutory pay. In Northern Ireland bereavement pay has its own since 2026-27. */
function statutoryFields(paid: StatutoryPaid, isNorthernIreland: boolean, taxYear: string): FpsStatutoryPay {
  const bereavement = unlessNone(paid['statutory-parental-bereavement-pay']);
  const apart = isNorthernIreland && taxYear >= '2026-27';
  return {
    smp: unlessNone(paid['statutory-maternity-pay']),
    spp: unlessNone(paid['statutory-paternity-pay']),
    sap: unlessNone(paid['statutory-adoption-pay']),
    shpp: unlessNone(paid['statutory-shared-parental-pay']),
    ...(apart ? { spbpNorthernIreland: bereavement } : { spbp: bereavement }),
    sncp: unlessNone(paid['statutory-neonatal-care-pay']),
  };
}

/** What a new worker said of other jobs: statement A, B or C; C where nothing is known. */
export function starterStatement(record: PayRecord, workerId: string, taxYear: string) {
  const declared = startersOf(record.db, record.householdId).find((one) => one.worker_id === workerId);
  // A P45 of this tax year is what statement B says; one of an earlier year leaves this the only job since 6 April.
  const fromP45 =
    declared?.has_p45 !== 1
      ? undefined
      : declared.p45_leaving_day !== null && taxYearOf(declared.p45_leaving_day) === taxYear
        ? 'B'
        : 'A';
  const known = declared?.statement ?? fromP45;
  return { declared, declaration: known ?? ('C' as const), isKnown: known !== undefined };
}

/** What HMRC is told of a start, with a worker's first pay; null where it was told before. */
function starterOf(
  record: PayRecord,
  worker: WorkerRow,
  row: PayslipRow,
): { readonly starter: FpsStarter | null; readonly fault: FilingFault | null } {
  const none = { starter: null, fault: null };
  const hadOther = record.figures.some(
    (one) => one.worker_id === worker.id && one.source === 'earlier-software',
  );
  if (row.corrects_id !== null || hadOther || regularPayslips(record, worker.id)[0]?.id !== row.id)
    return none;
  const person = { workerId: worker.id, name: workerName(worker) };
  const { declared, declaration, isKnown } = starterStatement(record, worker.id, row.tax_year);
  const { input } = record.stored(row.id).input;
  if (declared === undefined && addDays(worker.started_on, DAYS_TO_FIRST_PAY) < input.payDate)
    return {
      starter: null,
      fault: ownFault('filing.start-left-out', 'unlikely', person, { day: worker.started_on }),
    };
  const { loans } = input.worker;
  return {
    starter: {
      startDate: worker.started_on,
      declaration,
      studentLoan: loans.plan === null ? undefined : true,
      postgraduateLoan: loans.postgraduate ? true : undefined,
    },
    fault: isKnown ? null : ownFault('filing.statement-not-known', 'unlikely', person),
  };
}

/** What HMRC is told of a leaving: with the payment for the last days, and with any that come after it. */
function leavingOf(
  record: PayRecord,
  worker: WorkerRow,
  row: PayslipRow,
): { readonly leavingDate: IsoDay | null; readonly isAfterLeaving: boolean } {
  const leftOn = worker.left_on;
  const still = { leavingDate: null, isAfterLeaving: false };
  if (leftOn === null) return still;
  const all = regularPayslips(record, worker.id);
  const covering = all.findIndex((one) => record.stored(one.id).input.to >= leftOn);
  const last = covering >= 0 ? covering : all.length - 1;
  const stored = record.stored(row.id);
  if (row.corrects_id !== null) {
    const told = all[last];
    const isTold = told !== undefined && told.finished_at <= row.finished_at && leftOn <= row.pay_date;
    return isTold ? { leavingDate: leftOn, isAfterLeaving: false } : still;
  }
  const index = all.findIndex((one) => one.id === row.id);
  if (index < last) return still;
  const given = worker.p45_given_on;
  return {
    leavingDate: leftOn,
    isAfterLeaving: index > last || (given !== null && stored.input.input.payDate > given),
  };
}

/** Whether somebody without fixed hours has gone unpaid for three months or more. */
function isIrregular(record: PayRecord, worker: WorkerRow, row: PayslipRow): boolean {
  const contract = inForce(record.contracts, worker.id, row.period_to, (one) => one.starts_on);
  if (contract?.hours_kind !== 'zero-hours') return false;
  const days = regularPayslips(record, worker.id)
    .map((one) => one.pay_date)
    .filter((day) => day <= row.pay_date);
  return days.some((day, index) => {
    const next = days[index + 1];
    return next !== undefined && addMonths(day, IRREGULAR_MONTHS) <= next;
  });
}

function personOf(worker: WorkerRow): FpsPerson {
  return {
    firstName: worker.first_names,
    lastName: worker.last_name,
    niNumber: worker.ni_number === '' ? null : worker.ni_number,
    addressLines: [worker.address_line_1, worker.address_line_2, worker.town],
    postcode: worker.postcode === '' ? null : worker.postcode,
    gender: worker.gender === 'male' ? 'M' : 'F',
  };
}

function amountsToDate(toDate: FiguresToDate): FpsWorker['toDate'] {
  const ni = Object.values(toDate.nationalInsurance);
  return {
    taxablePay: toDate.taxablePay,
    tax: toDate.tax,
    employeeNi: sumPence(ni.map((one) => one.employee)),
    employerNi: sumPence(ni.map((one) => one.employer)),
    studentLoan: toDate.studentLoan,
    postgraduateLoan: toDate.postgraduateLoan,
  };
}

/** What is reported of the period, read from the part itself: what is shown is what goes into the file. */
function amountsNow({ employments }: FpsEmployee): FpsWorker['now'] {
  const [job] = employments;
  const ni = job?.nationalInsurance ?? [];
  return {
    taxablePay: job?.payment.taxablePay ?? NO_MONEY,
    tax: job?.payment.tax ?? NO_MONEY,
    employeeNi: sumPence(ni.map((one) => one.employee)),
    employerNi: sumPence(ni.map((one) => one.employer)),
    studentLoan: job?.payment.studentLoan?.amount ?? NO_MONEY,
    postgraduateLoan: job?.payment.postgraduateLoan ?? NO_MONEY,
  };
}

/** The payment with the figures to date that its report has: a correction's are those of the whole year so far. */
function paidOf(
  record: PayRecord,
  row: PayslipRow,
): { readonly input: PayInput; readonly result: PayResult } {
  const stored = record.stored(row.id);
  const { input } = stored.input;
  const { result } = stored.result;
  if (row.corrects_id === null) return { input, result };
  const toDate = figuresToDateOfWorker(recordThen(record, row), row.worker_id, row.tax_year);
  return { input, result: { ...result, toDate } };
}

/** One payslip as its part of an FPS. `lateReason` is for a regular payment that is reported after its day. */
export function buildFpsWorker(
  record: PayRecord,
  row: PayslipRow,
  lateReason: FpsPayment['lateReason'],
  nation: string,
): BuiltWorker {
  const worker = workerOfRecord(record, row.worker_id);
  const person = { workerId: worker.id, name: workerName(worker) };
  const contract = inForce(record.contracts, worker.id, row.period_to, (one) => one.starts_on);
  const weeklyMinutes = contract?.hours_kind === 'fixed' ? contract.weekly_minutes : null;
  const { starter, fault } = starterOf(record, worker, row);
  const leaving = leavingOf(record, worker, row);
  const statutory = statutoryToDate(record, row);
  const job: FpsJob = {
    payrollId: worker.payroll_number === '' ? null : worker.payroll_number,
    starter,
    ...leaving,
    isIrregular: isIrregular(record, worker, row),
    workplacePostcode: null,
    weeklyMinutes,
    lateReason,
    statutoryPayToDate: statutoryFields(statutory, nation === 'northern-ireland', row.tax_year),
  };
  const { input, result } = paidOf(record, row);
  const made = fpsEmployee(personOf(worker), job, input, result);
  const faults = [
    ...(fault === null ? [] : [fault]),
    ...(worker.gender === null ? [ownFault('filing.gender-missing', 'wrong', person)] : []),
  ];
  if (!made.ok)
    return {
      ...person,
      employee: null,
      shown: null,
      faults: [...faults, ownFault(made.code, 'wrong', person, made.details ?? {})],
    };
  const employee = correctedEmployee(record, row, job, made.value);
  const [employment] = employee.employments;
  return {
    ...person,
    employee,
    shown: {
      ...person,
      niLetters: (employment?.nationalInsurance ?? []).map((one) => one.letter).join(', '),
      taxCode: result.taxCode,
      hoursBand: hoursBand(weeklyMinutes),
      startedOn: starter?.startDate ?? null,
      declaration: starter?.declaration ?? null,
      leftOn: leaving.leavingDate,
      afterLeaving: leaving.isAfterLeaving,
      irregular: job.isIrregular,
      now: amountsNow(employee),
      toDate: amountsToDate(result.toDate),
      statutoryToDate: sumPence(Object.values(statutory)),
    },
    faults,
  };
}

/** A correction as the difference that it makes; anything else as it is. */
function correctedEmployee(record: PayRecord, row: PayslipRow, job: FpsJob, now: FpsEmployee): FpsEmployee {
  if (row.corrects_id === null) return now;
  const before = record.stored(row.corrects_id);
  const worker = workerOfRecord(record, row.worker_id);
  const was = fpsEmployee(personOf(worker), job, before.input.input, before.result.result);
  if (!was.ok) throw new Error(`The same person reads once and not twice: ${was.code}`);
  return correctingEmployee(now, was.value, isYearOver(row));
}

/** Whether a correction is to a tax year that was over when it was paid. */
export function isYearOver(row: PayslipRow): boolean {
  return row.corrects_id !== null && taxYearOf(row.pay_date) > row.tax_year;
}
