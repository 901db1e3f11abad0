import type { IsoDay } from '@shared/dates';
import { poundsString } from '@shared/money';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import { ok, type Result, refused } from '@shared/result';
import { csvForMachines, type MachineCsvProblem } from '../documents/csv';
import {
  type ContributionFile,
  type ContributionPeriod,
  type ContributionTotals,
  checkMembers,
  type MemberContribution,
  type MemberProblem,
  plainNiNumber,
  providerName,
} from './contribution';

/**
 * Why less than usual, or nothing, is paid in for a member: 1 nothing more will be paid in, 3 family leave, 5 too little
 * earned, 6 moves to another payment source. Other codes are not known here.
 * Source: NEST help centre, "Making partial or zero payments through file upload".
 */
export type NestReason = 1 | 3 | 5 | 6;

export type NestMember = MemberContribution & { readonly reason: NestReason | null };

export type NestSchedule = {
  /** `EMP` and nine digits. */
  readonly employerReference: string;
  /** Exactly as the payment source is called in the employer's account. */
  readonly paymentSource: string;
  /** As the schedule in the employer's account has it; empty where it is left to NEST. */
  readonly paymentDueOn: IsoDay | null;
  readonly period: ContributionPeriod;
  readonly members: readonly NestMember[];
  readonly expected: ContributionTotals;
};

export type NestProblem =
  | MemberProblem
  | MachineCsvProblem
  | 'nest.employer-reference-wrong'
  | 'nest.payment-source-missing'
  | 'nest.payment-source-not-allowed'
  | 'nest.reason-missing';

const FREQUENCY: Readonly<Record<PayFrequency, string>> = {
  weekly: 'Weekly',
  'two-weekly': 'Fortnightly',
  'four-weekly': 'Four Weekly',
  monthly: 'Monthly',
};

/** Stands at the end of the last line in files that NEST takes; what it means is not published openly. */
const TRAILER_END = '3';

/** `EMP` and nine digits as people type it: any case, with spaces. */
export function nestEmployerReference(text: string): Result<string, 'nest.employer-reference-wrong'> {
  const plain = text.toUpperCase().replace(/\s/g, '');
  return /^EMP\d{9}$/.test(plain) ? ok(plain) : refused('nest.employer-reference-wrong');
}

/**
 * A NEST contribution schedule: a line `H` with the schedule, a line `D` for each member, a line `T` with their number.
 * The header has to agree with the schedule in the employer's account, or NEST turns the whole file away. Nothing paid
 * in for a member needs a reason. Source: NEST help centre, "Complete a contribution CSV file"; layout as in use.
 */
export function nestContributionFile(schedule: NestSchedule): Result<ContributionFile, NestProblem> {
  const reference = nestEmployerReference(schedule.employerReference);
  if (!reference.ok) return reference;
  const source = schedule.paymentSource.trim();
  if (source === '') return refused('nest.payment-source-missing');
  if (!/^[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d '&./()-]{0,39}$/u.test(source))
    return refused('nest.payment-source-not-allowed');
  const checked = checkMembers(schedule.members, schedule.period, schedule.expected);
  if (!checked.ok) return checked;
  for (const [index, member] of schedule.members.entries())
    if (member.employer === 0 && member.member === 0 && member.reason === null)
      return refused('nest.reason-missing', { row: index + 1, name: member.surname });
  const { from, to, frequency } = schedule.period;
  const header = [
    'H',
    reference.value,
    'CS',
    to,
    source,
    schedule.paymentDueOn ?? '',
    FREQUENCY[frequency],
    '',
    '',
    from,
  ];
  const details = schedule.members.map((member) => [
    'D',
    providerName(member.surname),
    plainNiNumber(member.niNumber),
    member.alternativeId,
    poundsString(member.pensionableEarnings),
    '',
    poundsString(member.employer),
    poundsString(member.member),
    member.reason === null ? '' : String(member.reason),
  ]);
  const file = csvForMachines([header, ...details, ['T', String(details.length), TRAILER_END]]);
  return file.ok ? ok({ bytes: file.value, totals: checked.value }) : file;
}
