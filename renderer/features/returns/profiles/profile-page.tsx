import type { ProfileView } from '@shared/api/profiles';
import { formatDay } from '@shared/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { JumpList } from '../../../components/jump-list';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { profileProblemWords } from '../../../text/profile-words';
import { profiles as list, oneProfile as words } from '../../../text/profiles';
import { sentenceFor } from '../../../text/refusals';
import { ProfileParts } from './profile-parts';
import { profilePath, useProfile } from './use-profiles';

/** One profile: all it asks for, part by part, with where each was seen. */
export function ProfilePage() {
  const { view, isGone } = useProfile();
  if (isGone || view === undefined) {
    return (
      <Page title={list.title} backTo="/returns/profiles" backLabel={list.back}>
        {isGone ? <p>{words.gone}</p> : <WaitingLine>{common.loading}</WaitingLine>}
      </Page>
    );
  }
  return <Shown view={view} />;
}

const PARTS = Object.entries(words.parts).map(([id, name]) => ({ id: `part-${id}`, name }));

function Shown({ view }: { readonly view: ProfileView }) {
  const { key, name, kind, profile } = view;
  const places = PARTS.filter(({ id }) => id !== 'part-notes' || profile.notes.length > 0);
  return (
    <Page title={name} sub={profile.title} backTo="/returns/profiles" backLabel={list.back}>
      <p>{words.seenOn(formatDay(view.seenOn))}</p>
      {view.madeOn === null ? null : (
        <p className="quiet">
          {words.madeOn(view.version, formatDay(view.madeOn))}{' '}
          {view.basedOn === null ? null : words.madeFrom(view.basedOn)}
        </p>
      )}
      {view.usedBy.length === 0 ? null : <p className="quiet">{words.usedBy(view.usedBy.join(', '))}</p>}
      {profile.invented ? <p className="quiet">{list.invented}</p> : null}
      {kind === 'own' ? <Problems problems={view.problems} /> : null}
      <div className="actions">
        <LinkButton kind="primary" to={`${profilePath(key)}/${kind === 'own' ? 'change' : 'copy'}`}>
          {kind === 'own' ? words.change : words.makeOwn}
        </LinkButton>
        <LinkButton to={`${profilePath(key)}/try`}>{words.tryIt}</LinkButton>
        <More view={view} />
      </div>
      <div className="profile-jump">
        <JumpList label={words.jump} places={places} />
      </div>
      <ProfileParts profile={profile} planCategories={view.planCategories} />
    </Page>
  );
}

/** What is missing in a profile, the first few in words. */
export function Problems({ problems }: { readonly problems: ProfileView['problems'] }) {
  const MOST = 6;
  if (problems.length === 0) return <Notice tone="done" title={words.whole} />;
  return (
    <Notice tone="attention" title={words.problems(problems.length)}>
      <ul>
        {problems.slice(0, MOST).map((problem) => (
          <li key={profileProblemWords(problem)}>{profileProblemWords(problem)}</li>
        ))}
      </ul>
      {problems.length > MOST ? <p>{words.more(problems.length - MOST)}</p> : null}
    </Notice>
  );
}

/** Lesser things to do with a profile: save it as a file, copy one’s own, remove it. */
function More({ view }: { readonly view: ProfileView }) {
  const { key, name, kind } = view;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const save = async () => {
    const answer = await answerOf(client.profiles.exportFile({ householdId, key }));
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    saveFile(answer.value);
    announce(words.exported);
  };
  const remove = async () => {
    setAsking(false);
    const answer = await answerOf(client.profiles.remove({ householdId, key }));
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    void navigate('/returns/profiles');
    await queryClient.invalidateQueries();
    announce(words.removed);
  };
  return (
    <>
      <Button kind="quiet" onPress={() => void save()}>
        {words.export}
      </Button>
      {kind === 'ready' ? null : (
        <>
          <LinkButton kind="quiet" to={`${profilePath(key)}/copy`}>
            {words.makeOwn}
          </LinkButton>
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {words.remove}
          </Button>
          <AlertDialog
            open={asking}
            title={words.removeTitle(name)}
            doLabel={words.remove}
            onDo={() => void remove()}
            onClose={() => setAsking(false)}
            danger
          >
            <p>{words.removeBody}</p>
          </AlertDialog>
        </>
      )}
    </>
  );
}
