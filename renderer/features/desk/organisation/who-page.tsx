import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { organisation } from '../../../text/desk/organisation';
import { WhoChoice } from './who-choice';

const words = organisation.who;

/** Who works at this computer now, to be said and changed while the records are open. */
export function WhoPage() {
  const navigate = useNavigate();
  const state = useQuery({ ...api.organisation.state.queryOptions(), throwOnError: true }).data;
  return (
    <Page
      title={words.title}
      sub={words.sub(state?.organisation?.name ?? organisation.title)}
      backTo="/desk"
      backLabel={words.back}
    >
      {state === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : state.staff.length === 0 ? (
        <>
          <p>{words.none}</p>
          <div className="actions">
            <LinkButton kind="primary" to="/desk/organisation">
              {words.addStaff}
            </LinkButton>
          </div>
        </>
      ) : (
        <>
          <p>{state.me === null ? words.nobodyNow : words.now(state.me.name, state.me.initials)}</p>
          <WhoChoice state={state} onChosen={() => void navigate('/desk')} />
        </>
      )}
    </Page>
  );
}
