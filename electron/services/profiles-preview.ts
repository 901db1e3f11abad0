import type { ProfilePreview } from '@shared/api/profiles';
import type { IsoDay } from '@shared/dates';
import { buildReturn } from '@shared/returns/build-return';
import type { ReturnProfile } from '@shared/returns/profile';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { getProfile } from './profiles';
import { soundProfile } from './profiles-read';
import { returnFacts } from './returns-facts';
import { profileFor } from './returns-profile';

type Which = { readonly agreementId: string; readonly from: IsoDay; readonly to: IsoDay };

/**
 * The authority's form as it would be for some days, with the household's own figures. Nothing is kept. The profile is one
 * that is kept, by its key, or one that is being written. Refuses with `not-found`, `day.end-before-start`, or as
 * `soundProfile` does.
 */
export function previewProfile(
  context: ServiceContext,
  householdId: string,
  { agreementId, from, to }: Which,
  given: string | ReturnProfile,
): ProfilePreview {
  const agreement = ownedRow(databaseOf(context).byId('funding_agreement', agreementId), householdId);
  if (to < from) refuse('day.end-before-start', {}, 'to');
  const profile =
    typeof given === 'string' ? getProfile(context, householdId, given).profile : soundProfile(given);
  const { facts } = returnFacts(context, householdId, agreement, from, to, { whole: true });
  const made = buildReturn(profileFor(profile, agreement), facts);
  return {
    fields: made.fields.map(({ value, ...field }) => ({ ...field, value: value ?? null })),
    categories: made.categories.map(({ id, label, side, net, count }) => ({
      id,
      label: label ?? null,
      side,
      amount: net,
      count,
    })),
    evidence: profile.evidence.map(({ id, label }) => {
      const items = made.evidence.filter((item) => item.ruleId === id);
      const missing = items.filter((item) => !item.ready).length;
      return { id, label, missing, of: items.length, ready: missing === 0 };
    }),
    opening: made.totals.opening,
    totalIn: made.totals.moneyIn,
    totalOut: made.totals.moneyOut,
    closing: made.totals.closing,
    mayKeep: made.surplus?.mayKeep ?? null,
    surplus: made.surplus?.surplus ?? null,
  };
}
