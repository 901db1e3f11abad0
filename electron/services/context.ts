import type { IsoDay } from '@shared/dates';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import type { Clock } from '../system/clock';
import type { Folders } from '../system/folders';
import type { Ids } from '../system/ids';
import type { Log } from '../system/log';
import type { Places } from '../system/places';
import type { SettingsStore } from '../system/settings';
import type { Workspace } from './workspace';

/** What every service function is given: the open workspace and the wrapped world. */
export type ServiceContext = {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly folders: Folders;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly version: string;
  /** Where records were last known to be; nothing is known without it. */
  readonly places?: Places;
  /** Goes on in another folder; fixed without it. */
  readonly moveTo?: (folder: string) => void;
};

/** The open database; refuses with `workspace.locked`. */
export function databaseOf(context: ServiceContext): WorkspaceDatabase {
  return context.workspace.database;
}

/** The day it is in London. */
export function todayOf(context: ServiceContext): IsoDay {
  return context.clock.today();
}

/** A row of this household by its id; refuses with `not-found` for another household's, too. */
export function ownedRow<Row extends { household_id: string }>(
  row: Row | undefined,
  householdId: string,
): Row {
  if (row === undefined || row.household_id !== householdId) refuse('not-found');
  return row;
}

/** 1 for true, 0 for false: how yes and no are stored. */
export function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
