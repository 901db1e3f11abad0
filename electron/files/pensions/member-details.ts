import { type IsoDay, partsOf } from '@shared/dates';
import { type Result, refused } from '@shared/result';
import { isProviderName, type MemberContribution, providerName } from './contribution';

/** A member with the details that files for enrolling and paying in together ask for. */
export type DetailedMember = MemberContribution & {
  readonly title: string;
  readonly forename: string;
  readonly gender: 'M' | 'F' | '';
  readonly birthDate: IsoDay;
  readonly startedOn: IsoDay;
  readonly leftOn: IsoDay | null;
  /** Four lines at the most, without the postcode. */
  readonly address: readonly string[];
  readonly postcode: string;
  readonly email: string;
};

export type DetailProblem =
  | 'pension-file.forename-not-allowed'
  | 'pension-file.address-not-allowed'
  | 'pension-file.dates-wrong';

/** Checks the details of members that `checkMembers` does not know. Null when all is well. */
export function detailProblem(members: readonly DetailedMember[]): Result<never, DetailProblem> | null {
  for (const [index, member] of members.entries()) {
    const details = { row: index + 1, name: member.surname };
    if (!isProviderName(providerName(member.forename)))
      return refused('pension-file.forename-not-allowed', details);
    if (member.address.length > 4 || member.address.join('').trim() === '' || member.postcode.trim() === '')
      return refused('pension-file.address-not-allowed', details);
    const backwards = member.leftOn !== null && member.leftOn < member.startedOn;
    if (backwards || member.startedOn <= member.birthDate)
      return refused('pension-file.dates-wrong', details);
  }
  return null;
}

/** The four address lines, empty where there are fewer. */
export function addressLines(member: DetailedMember): readonly [string, string, string, string] {
  const [first = '', second = '', third = '', fourth = ''] = member.address;
  return [first, second, third, fourth];
}

/** `31/12/2026`, or empty. */
export function slashedDay(day: IsoDay | null): string {
  if (day === null) return '';
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(dayOfMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
