import type { OrganisationState } from '@shared/api/organisation';
import { useWho } from '../../api/who-store';
import { WhoChoice } from '../../features/desk/organisation/who-choice';
import { organisation } from '../../text/desk/organisation';
import { PlainPage } from '../plain-page';

/**
 * What an organisation is asked after unlocking: who is working now. Nobody else is ever asked. An answer holds until the records
 * lock, or until another backup is opened or that person left.
 */
export function useAsksWho(state: OrganisationState | undefined): boolean {
  const nobody = useWho((store) => store.nobody);
  return !nobody && state !== undefined && state.staff.length > 0 && state.me === null;
}

export function WhoAsked({ state }: { readonly state: OrganisationState }) {
  return (
    <PlainPage
      title={organisation.who.title}
      sub={organisation.who.sub(state.organisation?.name ?? '')}
      footer={organisation.who.footer}
    >
      <WhoChoice state={state} />
    </PlainPage>
  );
}
