import type { OrganisationState } from '@shared/api/organisation';
import { organisationOf, staffOf } from '../db/queries/organisation';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';

/** Who keeps the households of this workspace, who works there and who works now. */
export function organisationState(context: ServiceContext): OrganisationState {
  const db = databaseOf(context);
  const row = organisationOf(db);
  if (row === undefined) return { organisation: null, staff: [], me: null };
  const today = todayOf(context);
  const staff = staffOf(db)
    .filter((one) => one.left_on === null || one.left_on > today)
    .map(({ id, initials, name }) => ({ id, initials, name }));
  return {
    organisation: { name: row.name, secondCheck: row.second_check === 1 },
    staff,
    me: staff.find((one) => one.initials === db.initials) ?? null,
  };
}

/**
 * Says who works at this computer from now on, or nobody: until the records are locked, their initials stand beside what is done.
 * Refuses with `not-found` who is no member of staff today.
 */
export function workNow(context: ServiceContext, staffId: string | null): void {
  const db = databaseOf(context);
  if (staffId === null) {
    db.initials = '';
    return;
  }
  const one = organisationState(context).staff.find(({ id }) => id === staffId) ?? refuse('not-found');
  db.initials = one.initials;
}
