import { readSurplusRule, simplerRule } from '@shared/budget/surplus-rule';
import { addDays, type IsoDay } from '@shared/dates';
import { must } from '@shared/result';
import { type AgreementPeriod, readAgreementPeriod } from '@shared/returns/agreement-period';
import {
  type DueRule,
  type PeriodRule,
  type ReturnProfile,
  returnProfileSchema,
} from '@shared/returns/profile';
import { readyProfile } from '@shared/returns/ready-profiles';
import { periodsUntil, type ReturnPeriod, withAsked } from '@shared/returns/return-periods';
import { newestProfileOf } from '../db/queries/profiles';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** The profile with every field and every proof any authority was seen to ask for. */
const EVERYTHING = 'superset';

type AgreementRow = WorkspaceSchema['funding_agreement'];

const read = new WeakMap<WorkspaceDatabase, Map<string, ReturnProfile>>();

/** What a version of the household's own profile says. A version never changes: it is read once. */
export function ownProfile(
  db: WorkspaceDatabase,
  row: { readonly id: string; readonly profile_json: string },
): ReturnProfile {
  const known = read.get(db) ?? new Map<string, ReturnProfile>();
  read.set(db, known);
  const profile = known.get(row.id) ?? returnProfileSchema.parse(JSON.parse(row.profile_json));
  known.set(row.id, profile);
  return profile;
}

/** The household's own profile of a key in its newest version, else the ready one, else the one that asks for everything. */
export function namedProfile(db: WorkspaceDatabase, householdId: string, key: string): ReturnProfile {
  const own = newestProfileOf(db, householdId, key);
  if (own !== undefined) return ownProfile(db, own);
  return must(
    readyProfile(key) ?? readyProfile(EVERYTHING),
    'the profile that asks for everything comes with the program',
  );
}

/** What a profile asks for with what this agreement says itself in its place. */
export function profileFor(profile: ReturnProfile, agreement: AgreementRow): ReturnProfile {
  const { surplus, ...rest } = profile;
  const evidence = profile.evidence.map((rule) =>
    rule.kind === 'line' && rule.wanted.includes('receipt') && rule.direction === 'out'
      ? { ...rule, overPence: agreement.receipts_over_pence }
      : rule,
  );
  const own = readSurplusRule(agreement.surplus_rule_json);
  if (own !== undefined) {
    const rule = simplerRule(own);
    return rule === undefined
      ? { ...rest, evidence }
      : { ...rest, evidence, surplus: { ...rule, source: surplus?.source ?? '' } };
  }
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

/**
 * What the authority asks for, with what this agreement says itself in its place: the weeks that may be kept, when that
 * is tested, and from how much on receipts are wanted. A profile
 * that is not known asks for everything.
 */
export function returnProfileOf(db: WorkspaceDatabase, agreement: AgreementRow): ReturnProfile {
  return profileFor(namedProfile(db, agreement.household_id, agreement.return_profile), agreement);
}

/** How long the agreement's returns are, and when they are due: its own rule, else its months or weeks. */
export function agreementRules(agreement: AgreementRow): {
  readonly period: PeriodRule;
  readonly due: DueRule;
  readonly stored: AgreementPeriod;
} {
  const stored = readAgreementPeriod(agreement.return_period_json);
  const columns: PeriodRule =
    agreement.return_months !== null
      ? { kind: 'months', count: agreement.return_months }
      : { kind: 'weeks', count: agreement.return_weeks ?? 13 };
  return {
    period: stored.rule ?? columns,
    due: { after: 'period-end', days: agreement.return_due_days },
    stored,
  };
}

/**
 * The periods an agreement's returns are for, oldest first, up to the one that a day is in; with the days the authority
 * asked for beside them. Only those where nothing else is sent.
 */
export function agreementPeriods(agreement: AgreementRow, until: IsoDay): readonly ReturnPeriod[] {
  const { period, due, stored } = agreementRules(agreement);
  const regular = stored.sendsNothing
    ? []
    : periodsUntil(period, due, agreement.return_starts_on, until).filter(
        (one) =>
          one.to >= agreement.starts_on && (agreement.ends_on === null || one.from <= agreement.ends_on),
      );
  return withAsked(regular, { after: 'request', days: agreement.return_due_days }, stored.asked);
}

/** The day one return of an agreement is due. */
export function agreementDueOn(agreement: AgreementRow, from: IsoDay, to: IsoDay): IsoDay {
  const asked = readAgreementPeriod(agreement.return_period_json).asked.find(
    (one) => one.from === from && one.to === to,
  );
  return asked?.dueOn ?? addDays(asked?.askedOn ?? to, agreement.return_due_days);
}
