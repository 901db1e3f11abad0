import type { IsoDay } from '@shared/dates';
import { must } from '@shared/result';
import {
  type DueRule,
  type PeriodRule,
  type ReturnProfile,
  returnProfileSchema,
} from '@shared/returns/profile';
import { readyProfile } from '@shared/returns/ready-profiles';
import { periodsUntil, type ReturnPeriod } from '@shared/returns/return-periods';
import { newestProfileOf } from '../db/queries/profiles';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** The profile with every field and every proof any authority was seen to ask for. */
const EVERYTHING = 'superset';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** The household's own profile of a key in its newest version, else the ready one, else the one that asks for everything. */
export function namedProfile(db: WorkspaceDatabase, householdId: string, key: string): ReturnProfile {
  const own = newestProfileOf(db, householdId, key);
  if (own !== undefined) return returnProfileSchema.parse(JSON.parse(own.profile_json));
  return must(
    readyProfile(key) ?? readyProfile(EVERYTHING),
    'the profile that asks for everything comes with the program',
  );
}

/**
 * What the authority asks for, with what this agreement says itself in its place: the weeks that may be kept, when that
 * is tested, and from how much on receipts are wanted. A profile
 * that is not known asks for everything.
 */
export function returnProfileOf(db: WorkspaceDatabase, agreement: AgreementRow): ReturnProfile {
  const profile = namedProfile(db, agreement.household_id, agreement.return_profile);
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
