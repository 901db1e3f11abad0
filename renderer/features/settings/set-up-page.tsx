import type { SetupTask } from '@shared/api/household';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { TaskList } from '../../components/task-list';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { setUp } from '../../text/set-up';

const WHERE: Readonly<Record<SetupTask['key'], string>> = {
  household: '/set-up/household',
  representative: '/set-up/representatives',
  employer: '/set-up/employer',
  agreement: '/set-up/agreements',
  account: '/set-up/accounts',
  workers: '/people',
  rota: '/rota/patterns',
};

const TONES = { 'not-started': 'plain', started: 'note', done: 'done' } as const;

/** What is to be set up, in any order, and how far it is. */
export function SetUpPage() {
  const householdId = useHouseholdId();
  const tasks = useQuery({
    ...api.household.setup.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const done = tasks?.filter((task) => task.status === 'done').length ?? 0;
  return (
    <Page
      title={setUp.title}
      sub={setUp.sub}
      asideLabel={setUp.helpAside}
      aside={
        <div className="set-up-aside">
          <h2>{setUp.helpAside}</h2>
          <ul>
            {setUp.helpItems.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      }
    >
      {tasks === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {done === tasks.length ? (
            <Notice tone="done" title={setUp.allDone}>
              <p>{setUp.allDoneBody}</p>
            </Notice>
          ) : (
            <p>{setUp.doneOf(done, tasks.length)}</p>
          )}
          <TaskList
            label={setUp.listLabel}
            tasks={tasks.map((task) => ({
              id: task.key,
              name: setUp.tasks[task.key][0],
              hint: setUp.tasks[task.key][1],
              status: setUp.statuses[task.status],
              tone: TONES[task.status],
              to: WHERE[task.key],
            }))}
          />
          <div className="actions">
            <LinkButton kind={done === tasks.length ? 'primary' : 'secondary'} to="/today">
              {done === tasks.length ? setUp.goToday : setUp.later}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
