import names from '@resources/documents/file-names.json';
import type { EpsChoices, EpsReason, EpsView, FilingFault } from '@shared/api/filing';
import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence, sumPence } from '@shared/money';
import { taxMonthDays } from '@shared/payroll/hmrc';
import { epsFaults } from '@shared/payroll/rti/check-rti';
import { type RecoveredKind, recoveredByKind } from '@shared/payroll/rti/eps-recovery';
import type { EpsMessage, EpsRecoverable } from '@shared/payroll/rti/eps-types';
import { relatedTaxYear } from '@shared/payroll/rti/rti-types';
import {
  STATUTORY_CODES,
  type StatutoryCode,
  type StatutoryPaid,
  statutoryPaid,
} from '@shared/payroll/year-figures';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { writeEps } from '../files/hmrc/eps-xml';
import type { WrittenMessage } from '../files/hmrc/govtalk';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { reportedDay, withoutRepeats } from './filing-fps';
import {
  employerReferences,
  isWithin,
  messageOf,
  ownFault,
  rtiYear,
  shownFault,
  whyNoFile,
} from './filing-record';
import { reportsAbout, sentReports } from './filing-reports';
import { hmrcDayOfCorrection, hmrcPaymentsOf, hmrcPeriodsOf } from './pay-hmrc';
import { loadPayRecord, type PayRecord, type PayslipRow } from './pay-record';
import type { MadeFile } from './program-files';

/** Days after a tax month's last (the 5th) to the 19th, by which HMRC wants its EPS. */
const DAYS_TO_SEND = 14;

/** `2026-27:8`. */
export function epsAbout(taxYear: string, taxMonth: number): string {
  return `${taxYear}:${taxMonth}`;
}

export function epsDueOn(taxYear: string, taxMonth: number): IsoDay {
  return addDays(taxMonthDays(taxYear, taxMonth).to, DAYS_TO_SEND);
}

/** The day that a payslip counts on in the record of HMRC. */
function countsOn(record: PayRecord, row: PayslipRow): IsoDay {
  return row.corrects_id === null
    ? reportedDay(record, row)
    : hmrcDayOfCorrection(row.pay_date, row.tax_year);
}

/** Whether anybody was paid in a tax month, by the days that are reported. A correction is no payment of its own. */
export function wasAnybodyPaid(record: PayRecord, from: IsoDay, to: IsoDay): boolean {
  return record.payslips.some(
    (row) => row.corrects_id === null && isWithin(reportedDay(record, row), from, to),
  );
}

/** Statutory pay of each kind that counts up to a day of a tax year; corrections as their difference. */
function paidUpTo(record: PayRecord, taxYear: string, until: IsoDay): StatutoryPaid {
  const rows = record.payslips.filter((row) => row.tax_year === taxYear && countsOn(record, row) <= until);
  const of = (id: string): StatutoryPaid => statutoryPaid(record.stored(id).input.input.earnings);
  const total = (code: StatutoryCode): Pence =>
    pence(
      rows.reduce(
        (sum, row) => sum + of(row.id)[code] - (row.corrects_id === null ? 0 : of(row.corrects_id)[code]),
        0,
      ),
    );
  return Object.fromEntries(STATUTORY_CODES.map((code) => [code, total(code)])) as StatutoryPaid;
}

/**
 * Statutory pay got back in a tax year up to the end of a tax month, by kind. Its sum is what the record of HMRC takes
 * off by then, to the penny.
 */
export function recoveredUpTo(
  record: PayRecord,
  taxYear: string,
  taxMonth: number,
): readonly RecoveredKind[] {
  const { to } = taxMonthDays(taxYear, taxMonth);
  const payments = hmrcPaymentsOf(record, taxYear).filter((one) => one.payDate <= to);
  // Nothing is got back of nothing: a new tax year needs no rates for that.
  if (payments.length === 0) return [];
  const recovered = sumPence(
    hmrcPeriodsOf(record, taxYear, payments).map((one) => one.statutoryPayRecovered),
  );
  if (recovered <= 0) return [];
  return recoveredByKind(
    paidUpTo(record, taxYear, to),
    sumPence(payments.map((one) => one.recoverableStatutoryPay)),
    recovered,
    record.employer?.small_employers_relief !== 0,
  );
}

function recoveredTotal(kinds: readonly RecoveredKind[]): number {
  return kinds.reduce((sum, one) => sum + one.recovered + one.compensation, 0);
}

/** Whether the last EPS that is noted for a tax year, before a month, leaves the allowance still to be claimed. */
function claimIsOpen(record: PayRecord, taxYear: string, taxMonth: number): boolean {
  if (record.employer?.employment_allowance !== 1) return false;
  return !sentReports(record).some(
    (one) => one.kind === 'eps' && one.taxYear === taxYear && one.about !== epsAbout(taxYear, taxMonth),
  );
}

/** The first tax month of a year with pay: the one whose EPS claims the Employment Allowance. */
function isFirstPaidMonth(record: PayRecord, taxYear: string, taxMonth: number): boolean {
  const days = record.payslips
    .filter((row) => row.tax_year === taxYear && row.corrects_id === null)
    .map((row) => reportedDay(record, row))
    .sort();
  const { from, to } = taxMonthDays(taxYear, taxMonth);
  return days[0] !== undefined && isWithin(days[0], from, to);
}

/** Why a tax month asks for an EPS; empty where it does not. */
export function epsReasons(record: PayRecord, taxYear: string, taxMonth: number): EpsReason[] {
  const { from, to } = taxMonthDays(taxYear, taxMonth);
  const reasons: EpsReason[] = [];
  if (to < record.today && !wasAnybodyPaid(record, from, to)) reasons.push('nobody-paid');
  if (isFirstPaidMonth(record, taxYear, taxMonth) && record.employer?.employment_allowance === 1)
    reasons.push('allowance');
  const before = taxMonth === 1 ? [] : recoveredUpTo(record, taxYear, taxMonth - 1);
  if (recoveredTotal(recoveredUpTo(record, taxYear, taxMonth)) !== recoveredTotal(before))
    reasons.push('recovered');
  if (taxMonth === 12 && to < record.today) reasons.push('year-end');
  return reasons;
}

const FIELDS: Readonly<
  Record<StatutoryCode, readonly [recovered: keyof EpsRecoverable, compensation: keyof EpsRecoverable]>
> = {
  'statutory-maternity-pay': ['smp', 'nicOnSmp'],
  'statutory-paternity-pay': ['spp', 'nicOnSpp'],
  'statutory-adoption-pay': ['sap', 'nicOnSap'],
  'statutory-shared-parental-pay': ['shpp', 'nicOnShpp'],
  'statutory-parental-bereavement-pay': ['spbp', 'nicOnSpbp'],
  'statutory-neonatal-care-pay': ['sncp', 'nicOnSncp'],
};

function recoverableOf(
  kinds: readonly RecoveredKind[],
  taxMonth: number,
  isNorthernIreland: boolean,
): EpsRecoverable {
  const fields = Object.fromEntries(
    kinds.flatMap(({ code, recovered, compensation }) => {
      const apart = isNorthernIreland && code === 'statutory-parental-bereavement-pay';
      const [pay, nic] = apart
        ? (['spbpNorthernIreland', 'nicOnSpbpNorthernIreland'] as const)
        : FIELDS[code];
      return [[pay, recovered] as const, ...(compensation === 0 ? [] : [[nic, compensation] as const])];
    }),
  );
  return { taxMonth, ...fields };
}

type BuiltEps = {
  readonly can: EpsView['can'];
  readonly choices: EpsChoices;
  readonly recovered: readonly RecoveredKind[];
  readonly message: EpsMessage | null;
  readonly faults: readonly FilingFault[];
};

function buildEps(
  context: ServiceContext,
  record: PayRecord,
  taxYear: string,
  taxMonth: number,
  chosen: EpsChoices | null,
): BuiltEps {
  const { from, to } = taxMonthDays(taxYear, taxMonth);
  if (from > record.today) refuse('filing.month-not-begun', { day: from });
  const recovered = recoveredUpTo(record, taxYear, taxMonth);
  const can = {
    noPayment: !wasAnybodyPaid(record, from, to),
    allowance: record.employer?.employment_allowance === 1,
    recovered: recovered.length > 0,
    finalForYear: taxMonth === 12,
  };
  const suggested: EpsChoices = {
    noPayment: can.noPayment,
    allowance: can.allowance && claimIsOpen(record, taxYear, taxMonth),
    recovered: can.recovered,
    final: taxMonth === 12 ? 'year' : 'none',
    ceasedOn: null,
  };
  const said = chosen ?? suggested;
  const choices: EpsChoices = {
    noPayment: said.noPayment && can.noPayment,
    allowance: said.allowance && can.allowance,
    recovered: said.recovered && can.recovered,
    final: said.final === 'year' && !can.finalForYear ? 'none' : said.final,
    ceasedOn: said.final === 'ceased' ? said.ceasedOn : null,
  };
  if (whyNoFile(record, taxYear) !== null) return { can, choices, recovered, message: null, faults: [] };
  const year = rtiYear(record, taxYear);
  const isNorthernIreland =
    year !== '2025-26' && record.db.byId('household', record.householdId)?.nation === 'northern-ireland';
  const message = messageOf(context, year, 'EPS', {
    references: employerReferences(record),
    relatedTaxYear: relatedTaxYear(year),
    noPayment: choices.noPayment ? { from, to } : undefined,
    employmentAllowance: choices.allowance ? true : undefined,
    recoverable: choices.recovered ? recoverableOf(recovered, taxMonth, isNorthernIreland) : undefined,
    finalSubmission:
      choices.final === 'year'
        ? { forYear: true }
        : choices.final === 'ceased'
          ? { becauseSchemeCeased: true, dateSchemeCeased: choices.ceasedOn ?? undefined }
          : undefined,
  });
  const nobody: readonly { workerId: string; name: string }[] = [];
  const faults = epsFaults(message, record.today).map((one) => shownFault(one, nobody));
  return {
    can,
    choices,
    recovered,
    message,
    faults: withoutRepeats([...faults, ...ownEpsFaults(record, taxYear, can)]),
  };
}

/** Family pay that other software paid this year is not in what is got back here. */
function ownEpsFaults(record: PayRecord, taxYear: string, can: EpsView['can']): FilingFault[] {
  const before = record.figures.some(
    (row) => row.tax_year === taxYear && row.source === 'earlier-software' && row.statutory_pay_json !== '{}',
  );
  return before && can.recovered ? [ownFault('filing.recovered-before', 'unlikely', null)] : [];
}

/** A tax month's EPS: what it may say, what it would, and everything that is not right with it. */
export function epsView(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  taxMonth: number,
  choices: EpsChoices | null,
): EpsView {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const built = buildEps(context, record, taxYear, taxMonth, choices);
  return {
    taxYear,
    taxMonth,
    ...taxMonthDays(taxYear, taxMonth),
    dueOn: epsDueOn(taxYear, taxMonth),
    reasons: epsReasons(record, taxYear, taxMonth),
    can: built.can,
    choices: built.choices,
    recovered: [...built.recovered],
    whyNoFile: whyNoFile(record, taxYear),
    faults: [...built.faults],
    reports: reportsAbout(record, 'eps', epsAbout(taxYear, taxMonth)),
  };
}

/** A tax month's EPS as it would be written; nothing where something is wrong with it. */
export function writtenEps(
  context: ServiceContext,
  record: PayRecord,
  taxYear: string,
  taxMonth: number,
  choices: EpsChoices | null,
): WrittenMessage | null {
  const { message, faults } = buildEps(context, record, taxYear, taxMonth, choices);
  return message === null || faults.some((one) => one.severity === 'wrong') ? null : writeEps(message);
}

/** The EPS as XML. Refuses with what `whyNoFile` says and with `filing.has-faults`. Making it is not sending it. */
export function epsFile(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  taxMonth: number,
  choices: EpsChoices | null,
): MadeFile {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  rtiYear(record, taxYear);
  const written = writtenEps(context, record, taxYear, taxMonth, choices) ?? refuse('filing.has-faults');
  return {
    name: safeFileName(fill(names.eps, { year: taxYear, month: taxMonth })),
    mediaType: 'application/xml',
    bytes: new TextEncoder().encode(written.xml),
  };
}
