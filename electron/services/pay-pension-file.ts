import names from '@resources/documents/file-names.json';
import type { PensionFileFor, PensionFileNotes } from '@shared/api/pensions';
import { addPence, NO_MONEY, negatePence } from '@shared/money';
import type { Result } from '@shared/result';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import type {
  ContributionFile,
  ContributionTotals,
  MemberContribution,
} from '../files/pensions/contribution';
import type { DetailedMember } from '../files/pensions/member-details';
import { type NestMember, type NestReason, nestContributionFile } from '../files/pensions/nest';
import { type PapdisMember, papdisFile } from '../files/pensions/papdis';
import { type PeoplesPensionMember, peoplesPensionFile } from '../files/pensions/peoples-pension';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadPayRecord, type PayRecord, type PayslipRow, workerOfRecord } from './pay-record';
import { memberSpells, membershipsOf } from './pensions-membership';
import type { MadeFile } from './program-files';
import { workerShortName } from './worker-name';

export type PensionFileInput = {
  readonly runId: string;
  /** As the payslips of the run name the pension. */
  readonly provider: string;
  readonly file: PensionFileFor;
};

/** The field of the form that a problem is about; other problems are about the whole file. */
const FIELDS: Readonly<Record<string, string>> = {
  'nest.employer-reference-wrong': 'employerReference',
  'nest.payment-source-missing': 'paymentSource',
  'nest.payment-source-not-allowed': 'paymentSource',
  'papdis.employer-missing': 'employerId',
  'peoples-pension.account-missing': 'account',
  'peoples-pension.file-type-missing': 'fileType',
  'peoples-pension.group-missing': 'workerGroup',
};

/** Payslips of a run that a pension is in: those that pay in, and those that give back after an opt-out. */
function payslipsFor(
  record: PayRecord,
  runId: string,
  provider: string,
): { readonly paying: readonly PayslipRow[]; readonly refunds: readonly PayslipRow[] } {
  const rows = record.payslips.filter(
    (row) => row.pay_run_id === runId && record.stored(row.id).input.pensionProvider === provider,
  );
  const kindOf = (row: PayslipRow) => record.stored(row.id).input.input.worker.pension.kind;
  return {
    paying: rows.filter((row) => kindOf(row) === 'qualifying-earnings' || kindOf(row) === 'all-pay'),
    refunds: rows.filter((row) => kindOf(row) === 'refund'),
  };
}

/** What a file for a pension leaves out, and why one can't be made, before anything is typed. */
export function pensionFileNotes(
  context: ServiceContext,
  householdId: string,
  runId: string,
  provider: string,
): PensionFileNotes {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', runId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const { paying, refunds } = payslipsFor(record, runId, provider);
  return {
    isCorrection: run.kind === 'correction',
    members: paying.length,
    refunds: refunds.map((row) => {
      const { pensionEmployee, pensionEmployer } = record.stored(row.id).result.result;
      return {
        name: workerShortName(workerOfRecord(record, row.worker_id)),
        own: negatePence(pensionEmployee),
        employer: negatePence(pensionEmployer),
      };
    }),
  };
}

/** Why less or nothing is paid in: the last pay of who has left, or too little earned. */
function reasonOf(record: PayRecord, row: PayslipRow): NestReason | null {
  const { input, result } = record.stored(row.id);
  const left = workerOfRecord(record, row.worker_id).left_on;
  if (left !== null && left <= input.input.periodTo) return 1;
  const { pensionEmployee, pensionEmployer } = result.result;
  return pensionEmployee === 0 && pensionEmployer === 0 ? 5 : null;
}

function contributionOf(record: PayRecord, row: PayslipRow): MemberContribution {
  const { input, result } = record.stored(row.id);
  const worker = workerOfRecord(record, row.worker_id);
  return {
    surname: worker.last_name,
    niNumber: input.niNumber || worker.ni_number,
    alternativeId: input.payrollNumber,
    pensionableEarnings: result.result.pensionContributoryPay,
    employer: result.result.pensionEmployer,
    member: result.result.pensionEmployee,
  };
}

/** NEST takes one number for a member: the National Insurance number where there is one. */
function nestMember(record: PayRecord, row: PayslipRow): NestMember {
  const member = contributionOf(record, row);
  return {
    ...member,
    alternativeId: member.niNumber === '' ? member.alternativeId : '',
    reason: reasonOf(record, row),
  };
}

function detailedMember(record: PayRecord, row: PayslipRow): DetailedMember {
  const worker = workerOfRecord(record, row.worker_id);
  if (worker.birth_date === null) refuse('pension-file.no-birth-date', { name: workerShortName(worker) });
  const { periodTo } = record.stored(row.id).input.input;
  return {
    ...contributionOf(record, row),
    title: '',
    forename: worker.first_names,
    gender: worker.gender === 'female' ? 'F' : worker.gender === 'male' ? 'M' : '',
    birthDate: worker.birth_date,
    startedOn: worker.started_on,
    leftOn: worker.left_on !== null && worker.left_on <= periodTo ? worker.left_on : null,
    address: [worker.address_line_1, worker.address_line_2, worker.town].filter((line) => line !== ''),
    postcode: worker.postcode,
    email: worker.email,
  };
}

function papdisMember(record: PayRecord, row: PayslipRow): PapdisMember {
  const { pension } = record.stored(row.id).input.input.worker;
  const isPaidIn = pension.kind === 'qualifying-earnings' || pension.kind === 'all-pay';
  return {
    ...detailedMember(record, row),
    employerPercent: isPaidIn ? pension.employerPercent : 0,
    memberPercent: isPaidIn ? pension.employeePercent : 0,
  };
}

function peoplesPensionMember(record: PayRecord, row: PayslipRow, workerGroup: string): PeoplesPensionMember {
  const { input, result } = record.stored(row.id);
  const spell = memberSpells(membershipsOf(record, row.worker_id)).findLast(
    (one) => one.first.from_day <= input.input.periodTo,
  );
  return {
    ...detailedMember(record, row),
    workerGroup,
    status: '',
    statusFrom: null,
    joinedOn: spell?.first.from_day ?? null,
    optedOutOn: null,
    optedInOn: spell?.first.how === 'opt-in' ? spell.first.asked_on : null,
    totalEarnings: result.result.gross,
    missingCode: '',
  };
}

/**
 * The contribution file of a finished run for one provider. What is typed for its header is not kept. Refuses a
 * correction, a run that only gives back, who is away on family leave (providers are told of these online), and whatever
 * the provider would turn away. Money given back after an opt-out is left out: no provider takes less than nothing.
 */
export function pensionFile(context: ServiceContext, householdId: string, input: PensionFileInput): MadeFile {
  const db = databaseOf(context);
  const run = ownedRow(db.byId('pay_run', input.runId), householdId);
  if (run.kind === 'correction') refuse('pension-file.correction');
  const record = loadPayRecord(db, householdId, todayOf(context));
  const { paying, refunds } = payslipsFor(record, run.id, input.provider);
  const [first] = paying;
  if (first === undefined) refuse(refunds.length > 0 ? 'pension-file.only-refunds' : 'pension-file.nobody');
  for (const row of paying) refuseWhileOnFamilyLeave(record, row);
  const file = fileOf(record, paying, first, input.file);
  if (!file.ok) refuse(file.code, file.details, FIELDS[file.code]);
  const { periodTo } = record.stored(first.id).input.input;
  const name = {
    nest: names.nestFile,
    papdis: names.papdisFile,
    'peoples-pension': names.peoplesPensionFile,
  }[input.file.kind];
  return {
    name: safeFileName(fill(name, { day: periodTo })),
    mediaType: 'text/csv',
    bytes: file.value.bytes,
  };
}

function refuseWhileOnFamilyLeave(record: PayRecord, row: PayslipRow): void {
  const { periodFrom, periodTo } = record.stored(row.id).input.input;
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

function fileOf(
  record: PayRecord,
  rows: readonly PayslipRow[],
  first: PayslipRow,
  file: PensionFileFor,
): Result<ContributionFile, string> {
  const { input, result } = record.stored(first.id);
  const { periodFrom, periodTo, frequency } = input.input;
  const period = { from: periodFrom, to: periodTo, frequency };
  const expected = shownTotals(record, rows);
  switch (file.kind) {
    case 'nest':
      return nestContributionFile({
        employerReference: file.employerReference,
        paymentSource: file.paymentSource,
        paymentDueOn: null,
        period,
        members: rows.map((row) => nestMember(record, row)),
        expected,
      });
    case 'papdis':
      return papdisFile({
        providerId: file.providerId,
        employerId: file.employerId,
        group: file.group,
        period,
        takenOn: first.pay_date,
        taxPeriod: result.line.taxPeriod.number,
        members: rows.map((row) => papdisMember(record, row)),
        expected,
      });
    case 'peoples-pension':
      return peoplesPensionFile({
        account: file.account,
        fileType: file.fileType,
        period,
        members: rows.map((row) => peoplesPensionMember(record, row, file.workerGroup)),
        expected,
      });
  }
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
