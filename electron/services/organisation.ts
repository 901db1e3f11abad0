import type { OrganisationState } from '@shared/api/organisation';
import { organisationOf, staffOf } from '../db/queries/organisation';
import { databaseOf, type ServiceContext } from './context';

/** Who keeps the households of this workspace, who works there and who works now. */
export function organisationState(context: ServiceContext): OrganisationState {
  const db = databaseOf(context);
  const row = organisationOf(db);
  if (row === undefined) return { organisation: null, staff: [], me: null };
  const staff = staffOf(db)
    .filter((one) => one.left_on === null)
    .map(({ id, initials, name }) => ({ id, initials, name }));
  return {
    organisation: { name: row.name, secondCheck: row.second_check === 1 },
    staff,
    me: staff.find((one) => one.initials === db.initials) ?? null,
  };
}
