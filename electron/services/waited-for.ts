import type { WorkspaceDatabase } from '../db/workspace-database';

type Waiting = { count: number; done: Promise<void>; end: () => void };

const waiting = new WeakMap<WorkspaceDatabase, Waiting>();

/** Does work that a person waits for: what goes on by itself beside it stands back until it has ended. */
export async function waitedFor<T>(db: WorkspaceDatabase, work: () => Promise<T>): Promise<T> {
  let known = waiting.get(db);
  if (known === undefined) {
    let end: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      end = resolve;
    });
    known = { count: 0, done, end };
    waiting.set(db, known);
  }
  known.count += 1;
  try {
    return await work();
  } finally {
    known.count -= 1;
    if (known.count === 0) {
      waiting.delete(db);
      known.end();
    }
  }
}

/** Ends once nobody waits for anything, at once where nobody does. */
export async function standBack(db: WorkspaceDatabase): Promise<void> {
  for (let known = waiting.get(db); known !== undefined; known = waiting.get(db)) await known.done;
}
