import names from '@resources/documents/file-names.json';
import type { FilingFault, FpsView, FpsWorker } from '@shared/api/filing';
import type { IsoDay } from '@shared/dates';
import { fpsFaults } from '@shared/payroll/rti/check-rti';
import type { FpsMessage, FpsPayment } from '@shared/payroll/rti/fps-types';
import { relatedTaxYear } from '@shared/payroll/rti/rti-types';
import { taxDayOf } from '@shared/payroll/tax-period';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { writeFps } from '../files/hmrc/fps-xml';
import type { WrittenMessage } from '../files/hmrc/govtalk';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { employerReferences, messageOf, rtiYear, shownFault, whyNoFile } from './filing-record';
import { reportsAbout } from './filing-reports';
import { buildFpsWorker, isYearOver } from './filing-worker';
import { loadPayRecord, type PayRecord, type PayslipRow } from './pay-record';
import type { MadeFile } from './program-files';
import { ratesBookOf } from './rates';

export type LateReason = 'F' | 'G';
export const LATE_REASONS: readonly (LateReason | null)[] = [null, 'F', 'G'];

/** The day that is reported for a finished payment: its regular pay day, or the one that a correction corrects. */
export function reportedDay(record: PayRecord, row: PayslipRow): IsoDay {
  return taxDayOf(record.stored(row.id).input.input);
}

/** The day by which HMRC wants to know: the pay day reported; for a correction the day that it is paid. */
export function fpsDueOn(record: PayRecord, row: PayslipRow): IsoDay {
  return row.corrects_id === null ? reportedDay(record, row) : row.pay_date;
}

type BuiltFps = {
  readonly rows: readonly PayslipRow[];
  readonly first: PayslipRow;
  readonly isCorrection: boolean;
  readonly isLate: boolean;
  readonly lateReason: FpsPayment['lateReason'];
  readonly workers: readonly FpsWorker[];
  readonly message: FpsMessage | null;
  readonly faults: readonly FilingFault[];
};

function buildFps(
  context: ServiceContext,
  record: PayRecord,
  runId: string,
  chosen: LateReason | null,
): BuiltFps {
  ownedRow(record.db.byId('pay_run', runId), record.householdId);
  const rows = record.payslips.filter((one) => one.pay_run_id === runId);
  const first = rows[0] ?? refuse('not-found');
  const isCorrection = first.corrects_id !== null;
  const wasInTime = reportsAbout(record, 'fps', runId).some((one) => one.sentOn <= fpsDueOn(record, first));
  const isLate = !isCorrection && !wasInTime && reportedDay(record, first) < record.today;
  const lateReason: FpsPayment['lateReason'] = isCorrection
    ? 'H'
    : isLate
      ? (chosen ?? undefined)
      : undefined;
  const nation = record.db.byId('household', record.householdId)?.nation ?? 'england';
  const built = rows.map((row) => buildFpsWorker(record, row, isCorrection ? undefined : lateReason, nation));
  const base = {
    rows,
    first,
    isCorrection,
    isLate,
    lateReason,
    workers: built.flatMap(({ shown }) => (shown === null ? [] : [shown])),
  };
  const own = built.flatMap(({ faults }) => faults);
  if (whyNoFile(record, first.tax_year) !== null) return { ...base, message: null, faults: [] };
  const year = rtiYear(record, first.tax_year);
  const inMessage = built.filter((one) => one.employee !== null);
  const message = messageOf(context, year, 'FPS', {
    references: employerReferences(record),
    relatedTaxYear: relatedTaxYear(year),
    employees: inMessage.flatMap(({ employee }) => (employee === null ? [] : [employee])),
  });
  const found = fpsFaults(message, record.today, ratesBookOf(record.db))
    .filter((one) => isLate || one.code !== 'rti.late-without-reason')
    .map((one) => shownFault(one, inMessage));
  return { ...base, message, faults: withoutRepeats([...own, ...found]) };
}

/** Each fault once: a rule of HMRC's and the form of a field often say the same of one person. */
export function withoutRepeats(faults: readonly FilingFault[]): readonly FilingFault[] {
  const seen = new Set<string>();
  return faults.filter((one) => {
    const key = [one.code, one.hmrcError, one.code === 'rti.hmrc-rule' ? '' : one.element, one.workerId].join(
      '|',
    );
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A finished run as an FPS would report it, with everything that is not right with it. Refuses with `not-found`. */
export function fpsView(
  context: ServiceContext,
  householdId: string,
  runId: string,
  lateReason: LateReason | null,
): FpsView {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const built = buildFps(context, record, runId, lateReason);
  const { first } = built;
  return {
    runId,
    taxYear: first.tax_year,
    kind: built.isCorrection ? 'correction' : 'regular',
    payDate: reportedDay(record, first),
    dueOn: fpsDueOn(record, first),
    isLate: built.isLate,
    lateReason:
      built.lateReason === 'F' || built.lateReason === 'G' || built.lateReason === 'H'
        ? built.lateReason
        : null,
    isYearOver: isYearOver(first),
    whyNoFile: whyNoFile(record, first.tax_year),
    workers: [...built.workers],
    faults: [...built.faults],
    reports: reportsAbout(record, 'fps', runId),
  };
}

/** The FPS of a run as it would be written; nothing where something is wrong with it. */
export function writtenFps(
  context: ServiceContext,
  record: PayRecord,
  runId: string,
  lateReason: LateReason | null,
): WrittenMessage | null {
  const { message, faults } = buildFps(context, record, runId, lateReason);
  return message === null || faults.some((one) => one.severity === 'wrong') ? null : writeFps(message);
}

/**
 * The FPS of a finished run as XML. Refuses with what `whyNoFile` says and, where something is wrong with it, with
 * `filing.has-faults`. Making it is not sending it.
 */
export function fpsFile(
  context: ServiceContext,
  householdId: string,
  runId: string,
  lateReason: LateReason | null,
): MadeFile {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const { first } = buildFps(context, record, runId, lateReason);
  rtiYear(record, first.tax_year);
  const written = writtenFps(context, record, runId, lateReason) ?? refuse('filing.has-faults');
  const name = fill(first.corrects_id === null ? names.fps : names.fpsCorrection, {
    day: reportedDay(record, first),
  });
  return {
    name: safeFileName(name),
    mediaType: 'application/xml',
    bytes: new TextEncoder().encode(written.xml),
  };
}
