import names from '@resources/documents/file-names.json';
import { addPence, NO_MONEY } from '@shared/money';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import type { ContributionTotals } from '../files/pensions/contribution';
import { type NestMember, type NestReason, nestContributionFile } from '../files/pensions/nest';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadPayRecord, type PayRecord, type PayslipRow, workerOfRecord } from './pay-record';
import type { MadeFile } from './program-files';

export type NestFileInput = {
  readonly runId: string;
  /** As the payslips of the run name the pension. */
  readonly provider: string;
  readonly employerReference: string;
  readonly paymentSource: string;
};

/** The field of the form that a problem is about; other problems are about the whole file. */
const FIELDS: Readonly<Record<string, string>> = {
  'nest.employer-reference-wrong': 'employerReference',
  'nest.payment-source-missing': 'paymentSource',
  'nest.payment-source-not-allowed': 'paymentSource',
};

/** Why less or nothing is paid in: the last pay of who has left, or too little earned. */
function reasonOf(record: PayRecord, row: PayslipRow): NestReason | null {
  const { input, result } = record.stored(row.id);
  const left = workerOfRecord(record, row.worker_id).left_on;
  if (left !== null && left <= input.input.periodTo) return 1;
  const { pensionEmployee, pensionEmployer } = result.result;
  return pensionEmployee === 0 && pensionEmployer === 0 ? 5 : null;
}

function memberOf(record: PayRecord, row: PayslipRow): NestMember {
  const { input, result } = record.stored(row.id);
  const worker = workerOfRecord(record, row.worker_id);
  const niNumber = input.niNumber || worker.ni_number;
  return {
    surname: worker.last_name,
    niNumber,
    alternativeId: niNumber === '' ? input.payrollNumber : '',
    pensionableEarnings: result.result.pensionContributoryPay,
    employer: result.result.pensionEmployer,
    member: result.result.pensionEmployee,
    reason: reasonOf(record, row),
  };
}

/**
 * The contribution file of a finished run for NEST. The employer reference and payment source are not kept. Refuses a
 * correction, who is away on family leave (NEST is told of both online), and whatever NEST would turn away.
 */
export function nestFile(context: ServiceContext, householdId: string, input: NestFileInput): MadeFile {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', input.runId), householdId);
  if (run.kind === 'correction') refuse('pension-file.correction');
  const record = loadPayRecord(db, householdId, todayOf(context));
  const rows = record.payslips.filter((row) => {
    const { input: stored } = record.stored(row.id);
    const isMember = stored.input.worker.pension.kind !== 'none';
    return row.pay_run_id === run.id && isMember && stored.pensionProvider === input.provider;
  });
  const [first] = rows;
  if (first === undefined) refuse('pension-file.nobody');
  const { periodFrom, periodTo, frequency } = record.stored(first.id).input.input;
  for (const row of rows) {
    const isAway = record.absences.some(
      (one) =>
        one.worker_id === row.worker_id &&
        one.kind === 'family' &&
        one.first_day <= periodTo &&
        (one.last_day === null || one.last_day >= periodFrom),
    );
    if (isAway)
      refuse('pension-file.family-leave', { name: workerOfRecord(record, row.worker_id).first_names });
  }
  const file = nestContributionFile({
    employerReference: input.employerReference,
    paymentSource: input.paymentSource,
    paymentDueOn: null,
    period: { from: periodFrom, to: periodTo, frequency },
    members: rows.map((row) => memberOf(record, row)),
    expected: shownTotals(record, rows),
  });
  if (!file.ok) refuse(file.code, file.details, FIELDS[file.code]);
  return {
    name: safeFileName(fill(names.nestFile, { day: periodTo })),
    mediaType: 'text/csv',
    bytes: file.value.bytes,
  };
}

/** What the payslips show for the pension: the file has to come to the same. */
function shownTotals(record: PayRecord, rows: readonly PayslipRow[]): ContributionTotals {
  const lines = rows.map((row) => record.stored(row.id).result.line);
  return {
    members: rows.length,
    employer: addPence(NO_MONEY, ...lines.map((line) => line.pensionEmployer)),
    member: addPence(NO_MONEY, ...lines.map((line) => line.pensionEmployee)),
  };
}
