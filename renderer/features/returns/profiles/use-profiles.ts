import type { ProfileSummary, ProfileView } from '@shared/api/profiles';
import type { ReturnProfile } from '@shared/returns/profile';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { builder } from '../../../text/profile-builder';
import { sentenceFor } from '../../../text/refusals';

/** Every profile, one's own first; `undefined` until they are here. */
export function useProfiles(): readonly ProfileSummary[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.profiles.list.queryOptions({ input: { householdId } }), throwOnError: true }).data;
}

/** The address of a profile’s page. */
export const profilePath = (key: string): string => `/returns/profiles/${key}`;

/** The profile that the address names: `gone` when there is none. */
export function useProfile(): { readonly view: ProfileView | undefined; readonly isGone: boolean } {
  const householdId = useHouseholdId();
  const { key = '' } = useParams();
  const query = useQuery({
    ...api.profiles.get.queryOptions({ input: { householdId, key } }),
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  return { view: query.data, isGone: query.error !== null };
}

/** Keeps a changed profile as its next version; answers with the refusal where it is refused. */
export function useKeep(view: ProfileView) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  return async (profile: ReturnProfile) => {
    const { key, version } = view;
    const answer = await answerOf(client.profiles.change({ householdId, key, version, profile }));
    await queryClient.invalidateQueries();
    return answer;
  };
}

/** The same outside of a form: says what was done, or why not. */
export function useKeepNow(view: ProfileView) {
  const keep = useKeep(view);
  return async (profile: ReturnProfile, done: string = builder.saved): Promise<boolean> => {
    const answer = await keep(profile);
    if (answer.ok) announce(done);
    else showToast(sentenceFor(answer));
    return answer.ok;
  };
}
