import type { ProfileView } from '@shared/api/profiles';
import { LinkButton } from '../../../components/link-button';
import { TaskList } from '../../../components/task-list';
import { builder as words } from '../../../text/profile-builder';
import { oneProfile as shown } from '../../../text/profiles';
import { isListPart, listItems, problemsOf } from './builder-lists';
import { Problems } from './profile-page';
import { ProfileShell } from './profile-shell';
import { profilePath } from './use-profiles';

const PARTS = [
  'about',
  'days',
  'tiers',
  'sections',
  'fields',
  'categories',
  'evidence',
  'surplus',
  'sign',
  'retention',
  'notes',
] as const;

/** The parts of one’s own profile, each with what is still to look at. */
export function ChangePage() {
  return (
    <ProfileShell title={(view) => words.title(view.name)} sub={words.sub}>
      {(view) => <Parts view={view} />}
    </ProfileShell>
  );
}

function Parts({ view }: { readonly view: ProfileView }) {
  const path = profilePath(view.key);
  if (view.kind === 'ready') {
    return (
      <div className="actions">
        <LinkButton kind="primary" to={`${path}/copy`}>
          {shown.makeOwn}
        </LinkButton>
      </div>
    );
  }
  return (
    <>
      <Problems problems={view.problems} />
      <TaskList
        label={words.parts}
        tasks={PARTS.map((part) => {
          const open = problemsOf(view, part);
          const count = isListPart(part) ? ` (${listItems(view.profile, part).length})` : '';
          return {
            id: part,
            name: `${words.names[part]}${count}`,
            hint: words.hints[part],
            status: open === 0 ? words.done : words.toLookAt(open),
            tone: open === 0 ? ('done' as const) : ('attention' as const),
            to: `${path}/change/${part}`,
          };
        })}
      />
      <div className="actions">
        <LinkButton kind="primary" to={`${path}/try`}>
          {shown.tryIt}
        </LinkButton>
      </div>
    </>
  );
}
