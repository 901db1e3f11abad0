import type { IsoDay } from '@shared/dates';
import { addPence, type Pence, poundsString } from '@shared/money';
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
import {
  addressLines,
  type DetailedMember,
  type DetailProblem,
  detailProblem,
  slashedDay,
} from './member-details';

export type PeoplesPensionMember = DetailedMember & {
  /** The group and status by which the provider knows the worker, as its own pages show them. */
  readonly workerGroup: string;
  readonly status: string;
  readonly statusFrom: IsoDay | null;
  readonly joinedOn: IsoDay | null;
  readonly optedOutOn: IsoDay | null;
  readonly optedInOn: IsoDay | null;
  readonly totalEarnings: Pence;
  /** The provider's code for a missing or partial payment; empty for none. */
  readonly missingCode: string;
};

export type PeoplesPensionSchedule = {
  readonly account: string;
  /** The kind of file as the provider's own pages name it: it is not published openly, so the person gives it. */
  readonly fileType: string;
  readonly period: ContributionPeriod;
  readonly members: readonly PeoplesPensionMember[];
  readonly expected: ContributionTotals;
};

export type PeoplesPensionProblem =
  | MemberProblem
  | DetailProblem
  | MachineCsvProblem
  | 'peoples-pension.account-missing'
  | 'peoples-pension.file-type-missing'
  | 'peoples-pension.unique-identifier-missing'
  | 'peoples-pension.group-missing'
  | 'peoples-pension.total-earnings-wrong'
  | 'peoples-pension.missing-code-needed';

const TITLES = [
  'Record Type',
  'Title',
  'Gender',
  'Forename 1',
  'Forename 2',
  'Surname',
  'Date of Birth',
  'National Insurance Number',
  'Unique Identifier',
  'Address 1',
  'Address 2',
  'Address 3',
  'Address 4',
  'Address 5',
  'Home Phone Number',
  'Personal Email Address',
  'Date Employment Started',
  'Start/Leaver Flag',
  'Employment Ended',
  'AE Worker Group',
  'AE Status',
  'AE Date',
  'Scheme Join Date',
  'Opt Out Date',
  'Opt In Date',
  'Total Earnings Per PRP',
  'Pensionable Earnings Per PRP',
  'Employer Pension Contribution',
  'Employee Pension Contribution',
  'Missing/Partial Pension Code',
  'EAC/ELC Premium',
  'Date AE Information Received',
] as const;

function problemOf(schedule: PeoplesPensionSchedule): Result<never, PeoplesPensionProblem> | null {
  if (schedule.account.trim() === '') return refused('peoples-pension.account-missing');
  if (schedule.fileType.trim() === '') return refused('peoples-pension.file-type-missing');
  for (const [index, member] of schedule.members.entries()) {
    const details = { row: index + 1, name: member.surname };
    if (member.alternativeId === '') return refused('peoples-pension.unique-identifier-missing', details);
    if (member.workerGroup.trim() === '') return refused('peoples-pension.group-missing', details);
    if (member.totalEarnings < member.pensionableEarnings)
      return refused('peoples-pension.total-earnings-wrong', details);
    if (member.employer === 0 && member.member === 0 && member.missingCode === '')
      return refused('peoples-pension.missing-code-needed', details);
  }
  return null;
}

function detailLine(member: PeoplesPensionMember): readonly string[] {
  return [
    'D',
    member.title,
    member.gender,
    providerName(member.forename),
    '',
    providerName(member.surname),
    slashedDay(member.birthDate),
    plainNiNumber(member.niNumber),
    member.alternativeId,
    ...addressLines(member),
    member.postcode,
    '',
    member.email,
    slashedDay(member.startedOn),
    '',
    slashedDay(member.leftOn),
    member.workerGroup,
    member.status,
    slashedDay(member.statusFrom),
    slashedDay(member.joinedOn),
    slashedDay(member.optedOutOn),
    slashedDay(member.optedInOn),
    poundsString(member.totalEarnings),
    poundsString(member.pensionableEarnings),
    poundsString(member.employer),
    poundsString(member.member),
    member.missingCode,
    '0',
    '',
  ];
}

/**
 * The People's Pension full file: a line `H`, a line of 32 titles, a line `D` for each member, and a line `T` with all
 * that is paid in. The postcode is the fifth address line. Layout as payroll programs make it that the provider takes.
 */
export function peoplesPensionFile(
  schedule: PeoplesPensionSchedule,
): Result<ContributionFile, PeoplesPensionProblem> {
  const checked = checkMembers(schedule.members, schedule.period, schedule.expected);
  if (!checked.ok) return checked;
  const problem = problemOf(schedule) ?? detailProblem(schedule.members);
  if (problem !== null) return problem;
  const { from, to } = schedule.period;
  const file = csvForMachines([
    ['H', schedule.account.trim(), slashedDay(from), slashedDay(to), schedule.fileType.trim()],
    TITLES,
    ...schedule.members.map(detailLine),
    ['T', poundsString(addPence(checked.value.employer, checked.value.member))],
  ]);
  return file.ok ? ok({ bytes: file.value, totals: checked.value }) : file;
}
