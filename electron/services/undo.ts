import type { Coded } from '@shared/api/common';
import { ChangedSince, type StoredAction } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { turnEntriesOf } from './ledger';

type Shown = {
  readonly name: string;
  readonly values: Record<string, string | number>;
  readonly possible: boolean;
  readonly initials: string;
};

function shown(action: StoredAction | undefined): Shown | null {
  return action === undefined
    ? null
    : {
        name: action.name,
        values: { ...action.values },
        possible: action.undoable,
        initials: action.initials,
      };
}

/** What undo and redo would do next, for their buttons. */
export function undoState(
  context: ServiceContext,
  householdId: string,
): { undo: Shown | null; redo: Shown | null } {
  const db = databaseOf(context);
  return { undo: shown(db.nextToUndo(householdId)), redo: shown(db.nextToRedo(householdId)) };
}

function turn(context: ServiceContext, householdId: string, direction: 'undo' | 'redo'): Coded {
  const db = databaseOf(context);
  const action = direction === 'undo' ? db.nextToUndo(householdId) : db.nextToRedo(householdId);
  if (action === undefined) refuse('undo.nothing');
  if (!action.undoable) refuse('undo.finished', { name: action.name });
  try {
    // The ledger is never unwritten: what an action posted is reversed, and reversed again when it is redone.
    db.turn(action.id, direction, (append) => turnEntriesOf(context, db, append, action.id, direction));
  } catch (error) {
    if (error instanceof ChangedSince) refuse('undo.changed-since', { name: action.name });
    throw error;
  }
  return { code: action.name, values: { ...action.values } };
}

/** Undoes the last thing done in a household. Refuses with `undo.nothing`, `undo.finished` or `undo.changed-since`. */
export function undo(context: ServiceContext, householdId: string): Coded {
  return turn(context, householdId, 'undo');
}

/** Does again what was undone last. */
export function redo(context: ServiceContext, householdId: string): Coded {
  return turn(context, householdId, 'redo');
}
