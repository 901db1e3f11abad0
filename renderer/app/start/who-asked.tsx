import type { OrganisationState } from '@shared/api/organisation';
import { WhoChoice } from '../../features/desk/organisation/who-choice';
import { organisation } from '../../text/desk/organisation';
import { PlainPage } from '../plain-page';
import { useWho } from './who-store';

/**
 * What an organisation is asked after unlocking: who is working now. Nobody else is ever asked, and it is asked once: an
 * answer holds until the records lock.
 */
export function useAsksWho(state: OrganisationState | undefined): boolean {
  const answered = useWho((store) => store.answered);
  return !answered && state !== undefined && state.staff.length > 0 && state.me === null;
}

export function WhoAsked({ state }: { readonly state: OrganisationState }) {
  const answer = useWho((store) => store.answer);
  return (
    <PlainPage
      title={organisation.who.title}
      sub={organisation.who.sub(state.organisation?.name ?? '')}
      footer={organisation.who.footer}
    >
      <WhoChoice state={state} onChosen={answer} />
    </PlainPage>
  );
}
