import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdStore } from '../../api/household-store';
import { Page } from '../../components/page';
import { showToast } from '../../components/toast';
import { handOverDesk, bringIn as words } from '../../text/desk/hand-over';
import { households } from '../../text/household';
import { type FrameProps, HouseholdFileFlow, type LookedAt } from './household-file-flow';

/** Where one came from: the desk of an organisation, or the list of households. */
function useBack(): { readonly backTo: string; readonly backLabel: string } {
  const isDesk = useQuery(api.organisation.state.queryOptions()).data?.organisation != null;
  return isDesk
    ? { backTo: '/desk/hand-over', backLabel: handOverDesk.title }
    : { backTo: '/households', backLabel: households.title };
}

function InPlaces({ title, sub, children }: FrameProps) {
  return (
    <Page title={title} sub={sub} {...useBack()}>
      {children}
    </Page>
  );
}

/** Bringing a household in from a file into the records that are open; then its Today. */
export function BringInPage() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { backTo } = useBack();
  const bring = async ({ file, passphrase, look }: LookedAt) => {
    const answer = await answerOf(client.handOver.bringIn({ file, passphrase }));
    if (!answer.ok) return answer;
    await queryClient.invalidateQueries();
    useHouseholdStore.getState().choose(answer.value.householdId);
    void navigate('/today');
    showToast(words.done(look.name));
    return answer;
  };
  return (
    <HouseholdFileFlow
      frame={InPlaces}
      title={words.title}
      sub={words.sub}
      goLabel={words.go}
      onGo={bring}
      onBack={() => void navigate(backTo)}
    />
  );
}
