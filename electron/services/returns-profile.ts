import type { IsoDay } from '@shared/dates';
import { must } from '@shared/result';
import type { DueRule, PeriodRule, ReturnProfile } from '@shared/returns/profile';
import { readyProfile } from '@shared/returns/ready-profiles';
import { periodsUntil, type ReturnPeriod } from '@shared/returns/return-periods';
import type { WorkspaceSchema } from '../db/schema';

/** The profile with every field and every proof any authority was seen to ask for. */
const EVERYTHING = 'superset';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/**
 * What the authority asks for, with what this agreement says itself in its place: the weeks that may be kept, when that
 * is tested, and from how much on receipts are wanted. A profile
 * that is not known asks for everything.
 */
export function returnProfileOf(agreement: AgreementRow): ReturnProfile {
  const profile = must(
    readyProfile(agreement.return_profile) ?? readyProfile(EVERYTHING),
    'the profile that asks for everything comes with the program',
  );
  const { surplus, ...rest } = profile;
  const evidence = profile.evidence.map((rule) =>
    rule.kind === 'line' && rule.wanted.includes('receipt') && rule.direction === 'out'
      ? { ...rule, overPence: agreement.receipts_over_pence }
      : rule,
  );
  if (agreement.surplus_weeks === null) return { ...rest, evidence };
  return {
    ...rest,
    evidence,
    surplus: {
      basis: 'gross-weekly',
      lessLiabilities: true,
      lessEarmarks: true,
      source: '',
      ...surplus,
      keepWeeks: agreement.surplus_weeks,
      testedAt: agreement.surplus_tested,
    },
  };
}

function rules(agreement: AgreementRow): { readonly period: PeriodRule; readonly due: DueRule } {
  return {
    period:
      agreement.return_months !== null
        ? { kind: 'months', count: agreement.return_months }
        : { kind: 'weeks', count: agreement.return_weeks ?? 13 },
    due: { after: 'period-end', days: agreement.return_due_days },
  };
}

/** The periods an agreement's returns are for, oldest first, up to the one that a day is in. */
export function agreementPeriods(agreement: AgreementRow, until: IsoDay): readonly ReturnPeriod[] {
  const { period, due } = rules(agreement);
  return periodsUntil(period, due, agreement.return_starts_on, until).filter(
    (one) => one.to >= agreement.starts_on && (agreement.ends_on === null || one.from <= agreement.ends_on),
  );
}
