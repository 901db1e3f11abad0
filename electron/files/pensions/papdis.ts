import type { IsoDay } from '@shared/dates';
import { poundsString } from '@shared/money';
import { percentFromHundredths } from '@shared/rates/evidence';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import { ok, type Result, refused } from '@shared/result';
import { csvForMachines, type MachineCsvProblem } from '../documents/csv';
import {
  type ContributionFile,
  type ContributionPeriod,
  type ContributionTotals,
  checkMembers,
  type MemberProblem,
  plainNiNumber,
  providerName,
} from './contribution';
import { addressLines, type DetailedMember, type DetailProblem, detailProblem } from './member-details';

export type PapdisMember = DetailedMember & {
  /** Hundredths of one percent: 300 is 3%. */
  readonly employerPercent: number;
  readonly memberPercent: number;
};

export type PapdisSchedule = {
  /** The provider's number for the scheme; empty where it gives none. */
  readonly providerId: string;
  readonly employerId: string;
  readonly group: string;
  readonly period: ContributionPeriod;
  /** The payday on which contributions were taken. */
  readonly takenOn: IsoDay;
  /** The number of the tax week or month. */
  readonly taxPeriod: number;
  readonly members: readonly PapdisMember[];
  readonly expected: ContributionTotals;
};

export type PapdisProblem =
  | MemberProblem
  | DetailProblem
  | MachineCsvProblem
  | 'papdis.employer-missing'
  | 'papdis.employee-id-missing'
  | 'papdis.tax-period-wrong';

/** The columns of PAPDIS 1.0 (`PAP01`) in their order. What Mainstay does not know stays empty. */
const COLUMNS = [
  'PAPDISVersion',
  'PensionProviderId',
  'EmployerId',
  'Group',
  'SubGroup',
  'PayPeriodStartDate',
  'PayPeriodEndDate',
  'ContributionDeductionDate',
  'FrequencyCode',
  'TaxPeriod',
  'Title',
  'Forename1',
  'Forename2',
  'Surname',
  'EmployeeId',
  'BirthDate',
  'Gender',
  'NationalInsuranceNumber',
  'Address1',
  'Address2',
  'Address3',
  'Address4',
  'Postcode',
  'Country',
  'EmailAddress',
  'EmploymentStartDate',
  'ExitDate',
  'ExitReasonCode',
  'AssessmentCode',
  'EventCode',
  'EventDate',
  'DeferralDate',
  'AEOptOutDate',
  'AEOptOutReference',
  'EnrolmentCommunicationsIssuedDate',
  'EmployerContributionsAmount',
  'EmployeeContributionsAmount',
  'AdditionalVoluntaryContributionsAmount',
  'AdditionalVoluntaryContributionsPercent',
  'PensionableEarningsAmount',
  'EmployerContributionsPercent',
  'EmployeeContributionsPercent',
  'SalarySacrificeIndicator',
  'AnnualSalary',
] as const;

const FREQUENCY: Readonly<Record<PayFrequency, string>> = {
  weekly: 'W1',
  'two-weekly': 'W2',
  'four-weekly': 'W4',
  monthly: 'M1',
};

function cells(schedule: PapdisSchedule, member: PapdisMember): Partial<Record<Column, string>> {
  const [Address1, Address2, Address3, Address4] = addressLines(member);
  return {
    PAPDISVersion: 'PAP01',
    PensionProviderId: schedule.providerId,
    EmployerId: schedule.employerId.trim(),
    Group: schedule.group,
    PayPeriodStartDate: schedule.period.from,
    PayPeriodEndDate: schedule.period.to,
    ContributionDeductionDate: schedule.takenOn,
    FrequencyCode: FREQUENCY[schedule.period.frequency],
    TaxPeriod: String(schedule.taxPeriod),
    Title: member.title,
    Forename1: providerName(member.forename),
    Surname: providerName(member.surname),
    EmployeeId: member.alternativeId,
    BirthDate: member.birthDate,
    Gender: member.gender,
    NationalInsuranceNumber: plainNiNumber(member.niNumber),
    Address1,
    Address2,
    Address3,
    Address4,
    Postcode: member.postcode,
    EmailAddress: member.email,
    EmploymentStartDate: member.startedOn,
    ExitDate: member.leftOn ?? '',
    EmployerContributionsAmount: poundsString(member.employer),
    EmployeeContributionsAmount: poundsString(member.member),
    AdditionalVoluntaryContributionsAmount: '0',
    PensionableEarningsAmount: poundsString(member.pensionableEarnings),
    EmployerContributionsPercent: percentFromHundredths(member.employerPercent),
    EmployeeContributionsPercent: percentFromHundredths(member.memberPercent),
    SalarySacrificeIndicator: '0',
  };
}

type Column = (typeof COLUMNS)[number];

/**
 * A PAPDIS 1.0 file: one line of titles and one line a member, for enrolling and paying in at once. Every member needs a
 * payroll number that stays the same. Assessment and event codes stay empty: the employer tells the provider of events.
 * Columns as public programs make them that read and write `PAP01`; days are YYYY-MM-DD.
 */
export function papdisFile(schedule: PapdisSchedule): Result<ContributionFile, PapdisProblem> {
  if (schedule.employerId.trim() === '') return refused('papdis.employer-missing');
  const periods = { weekly: 56, 'two-weekly': 56, 'four-weekly': 56, monthly: 12 };
  const { taxPeriod, period } = schedule;
  if (!Number.isInteger(taxPeriod) || taxPeriod < 1 || taxPeriod > periods[period.frequency])
    return refused('papdis.tax-period-wrong', { taxPeriod });
  const checked = checkMembers(schedule.members, period, schedule.expected);
  if (!checked.ok) return checked;
  for (const [index, member] of schedule.members.entries())
    if (member.alternativeId === '')
      return refused('papdis.employee-id-missing', { row: index + 1, name: member.surname });
  const problem = detailProblem(schedule.members);
  if (problem !== null) return problem;
  const rows = schedule.members.map((member) => {
    const filled = cells(schedule, member);
    return COLUMNS.map((column) => filled[column] ?? '');
  });
  const file = csvForMachines([COLUMNS, ...rows]);
  return file.ok ? ok({ bytes: file.value, totals: checked.value }) : file;
}
