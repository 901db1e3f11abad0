import { Link } from 'react-router';
import type { Tone } from './notice';
import { Tag } from './tag';

export type Task = {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  /** The state in words: Done, Not started, Can’t start yet. */
  readonly status: string;
  readonly tone?: Tone | 'plain';
  /** Where the task is done; nothing while it can’t be started. */
  readonly to?: string | undefined;
};

/** Things to do in any order, each with its state in words. */
export function TaskList({ tasks, label }: { readonly tasks: readonly Task[]; readonly label: string }) {
  return (
    <ul className="tasks" aria-label={label}>
      {tasks.map((task) => (
        <li className="task" key={task.id}>
          {task.to === undefined ? (
            <span className="task-name">{task.name}</span>
          ) : (
            <Link to={task.to} aria-describedby={`task-${task.id}`}>
              {task.name}
            </Link>
          )}
          <span id={`task-${task.id}`} className="task-status">
            <Tag tone={task.tone ?? 'plain'}>{task.status}</Tag>
          </span>
          {task.hint === undefined ? null : <span className="task-hint">{task.hint}</span>}
        </li>
      ))}
    </ul>
  );
}
