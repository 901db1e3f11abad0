import type { IsoDay } from '@shared/dates';
import { type Pence, sumPence } from '@shared/money';
import { parseNiNumber } from '@shared/payroll/ni-number';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import { ok, type Result, refused } from '@shared/result';

/** The pay period that a contribution file is about. */
export type ContributionPeriod = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly frequency: PayFrequency;
};

/** What was paid in for one worker in one period. */
export type MemberContribution = {
  readonly surname: string;
  /** Empty where the worker has none yet; then the provider needs the other number. */
  readonly niNumber: string;
  /** Payroll number or another number that stays the worker's own; empty for none. */
  readonly alternativeId: string;
  readonly pensionableEarnings: Pence;
  readonly employer: Pence;
  /** As taken from pay: with relief at source, without the tax relief the provider adds. */
  readonly member: Pence;
};

/** What a file was checked against before it was made: the person can compare both with the payslips. */
export type ContributionTotals = {
  readonly members: number;
  readonly employer: Pence;
  readonly member: Pence;
};

export type ContributionFile = { readonly bytes: Uint8Array; readonly totals: ContributionTotals };

export type MemberProblem =
  | 'pension-file.nobody'
  | 'pension-file.dates-backwards'
  | 'pension-file.no-name'
  | 'pension-file.name-not-allowed'
  | 'pension-file.no-number'
  | 'pension-file.ni-number-wrong'
  | 'pension-file.alternative-id-not-allowed'
  | 'pension-file.same-member-twice'
  | 'pension-file.negative-amount'
  | 'pension-file.more-than-earned'
  | 'pension-file.totals-differ';

/** Letters of the alphabet, also with accents, and the marks names are written with. */
const NAME = /^[\p{Script=Latin}][\p{Script=Latin}\p{M}' .-]*$/u;
const ALTERNATIVE_ID = /^[A-Za-z0-9][A-Za-z0-9/ -]{0,34}$/;

/** Whether a provider takes this text as a name: Latin letters, spaces, full stops, hyphens and straight apostrophes. */
export function isProviderName(text: string): boolean {
  return NAME.test(text) && text.length <= 35;
}

/** A name in the form that files take: one kind of apostrophe and of hyphen, single spaces. */
export function providerName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Checks what every provider would turn away, and that the lines add up to the totals the payslips gave. Refuses with
 * `details.name` and `details.row` (from 1) of the worker it is about.
 */
export function checkMembers(
  members: readonly MemberContribution[],
  period: ContributionPeriod,
  expected: ContributionTotals,
): Result<ContributionTotals, MemberProblem> {
  if (period.to < period.from) return refused('pension-file.dates-backwards');
  if (members.length === 0) return refused('pension-file.nobody');
  const seen = new Set<string>();
  for (const [index, member] of members.entries()) {
    const problem = memberProblem(member, seen);
    if (problem !== null) return refused(problem, { row: index + 1, name: member.surname });
  }
  const totals = totalsOf(members);
  return totals.members === expected.members &&
    totals.employer === expected.employer &&
    totals.member === expected.member
    ? ok(totals)
    : refused('pension-file.totals-differ');
}

function memberProblem(member: MemberContribution, seen: Set<string>): MemberProblem | null {
  const surname = providerName(member.surname);
  if (surname === '') return 'pension-file.no-name';
  if (!isProviderName(surname)) return 'pension-file.name-not-allowed';
  if (member.niNumber === '' && member.alternativeId === '') return 'pension-file.no-number';
  if (member.niNumber !== '' && !parseNiNumber(member.niNumber).ok) return 'pension-file.ni-number-wrong';
  if (member.alternativeId !== '' && !ALTERNATIVE_ID.test(member.alternativeId))
    return 'pension-file.alternative-id-not-allowed';
  const keys = [plainNiNumber(member.niNumber), member.alternativeId && `id:${member.alternativeId}`];
  for (const key of keys.filter((one) => one !== '')) {
    if (seen.has(key)) return 'pension-file.same-member-twice';
    seen.add(key);
  }
  const { pensionableEarnings, employer, member: own } = member;
  if (pensionableEarnings < 0 || employer < 0 || own < 0) return 'pension-file.negative-amount';
  return own > pensionableEarnings ? 'pension-file.more-than-earned' : null;
}

/** A National Insurance number as files take it: `AB123456C`, or empty. */
export function plainNiNumber(text: string): string {
  const read = parseNiNumber(text);
  return read.ok ? read.value : '';
}

/** How many lines there are and what they come to. */
export function totalsOf(members: readonly MemberContribution[]): ContributionTotals {
  return {
    members: members.length,
    employer: sumPence(members.map((one) => one.employer)),
    member: sumPence(members.map((one) => one.member)),
  };
}
