import { z } from 'zod';
import { call, id } from './common';

const staffMember = z.object({ id, initials: z.string(), name: z.string() });

/**
 * Who keeps the households of this workspace. `organisation` is null where people keep their own: then nothing of the desk
 * is shown. `me` is who said that they work now; null until somebody did.
 */
export const organisationState = z.object({
  organisation: z.object({ name: z.string(), secondCheck: z.boolean() }).nullable(),
  staff: z.array(staffMember),
  me: staffMember.nullable(),
});
export type OrganisationState = z.infer<typeof organisationState>;

/** The organisation that keeps many households: who it is, who works there, who works now. */
export const organisationContract = {
  state: call.output(organisationState),
};
