import type { OrganisationState } from '@shared/api/organisation';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../../api/client';
import { useWho } from '../../../api/who-store';
import { Button } from '../../../components/button';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { organisation } from '../../../text/desk/organisation';
import { sentenceFor } from '../../../text/refusals';
import './organisation.css';

const words = organisation.who;

/** Everybody who works there, one press each. `onChosen` comes once the choice holds. */
export function WhoChoice(props: { readonly state: OrganisationState; readonly onChosen?: () => void }) {
  const queryClient = useQueryClient();
  const choose = async (staffId: string | null, name: string) => {
    const answer = await answerOf(client.organisation.workNow({ staffId }));
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    useWho.getState().answer(staffId);
    await queryClient.invalidateQueries();
    props.onChosen?.();
    if (staffId !== null) announce(words.welcome(name));
  };
  return (
    <ul className="who-list" aria-label={words.label}>
      {props.state.staff.map(({ id, name, initials }) => (
        <li key={id}>
          <Button onPress={() => void choose(id, name)}>{words.choose(name, initials)}</Button>
        </li>
      ))}
      <li>
        <Button kind="quiet" onPress={() => void choose(null, '')}>
          {words.nobody}
        </Button>
      </li>
    </ul>
  );
}
