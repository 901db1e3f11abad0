import { z } from 'zod';
import { call, day, id, line, note, requiredLine } from './common';

const staffMember = z.object({ id, initials: z.string(), name: z.string() });
export type StaffMember = z.infer<typeof staffMember>;

/** What a person types to name a member of staff: two to four letters stand beside what they do. */
export const staffInput = z.object({
  id: id.nullable(),
  initials: line.regex(/^\p{L}{1,4}$/u, { message: 'staff.initials' }),
  name: requiredLine,
});
export type StaffInput = z.infer<typeof staffInput>;

/** Somebody who works or worked there. */
const staffRecord = staffMember.extend({ leftOn: day.nullable() });
export type StaffRecord = z.infer<typeof staffRecord>;

/** Who the organisation is, how it works, and where its fees are paid to. */
export const organisationDetails = z.object({
  name: requiredLine,
  addressLine1: line,
  addressLine2: line,
  town: line,
  postcode: line,
  phone: line,
  email: line,
  /** Pay is finished only after a second person looked at it. */
  secondCheck: z.boolean(),
  bankNameOnAccount: line,
  sortCode: line.regex(/^$|^\d{2}[- ]?\d{2}[- ]?\d{2}$/, { message: 'account.sort-code' }),
  accountNumber: line.regex(/^$|^\d{8}$/, { message: 'account.account-number' }),
  /** Its own words under every invoice. */
  invoiceNote: note,
  vatNumber: line,
});
export type OrganisationDetails = z.infer<typeof organisationDetails>;

/**
 * Who keeps the households of this workspace. `organisation` is null where people keep their own: then nothing of the desk
 * is shown. `me` is who said that they work now; null until somebody did.
 */
export const organisationState = z.object({
  organisation: z.object({ name: z.string(), secondCheck: z.boolean() }).nullable(),
  /** Who works there today. */
  staff: z.array(staffMember),
  me: staffMember.nullable(),
});
export type OrganisationState = z.infer<typeof organisationState>;

const organisationView = z.object({
  /** Whether the desk is on. Where it is off, `details` are those it had before, or null. */
  on: z.boolean(),
  details: organisationDetails.nullable(),
  /** Everybody, those who left last. */
  staff: z.array(staffRecord),
  me: staffMember.nullable(),
  households: z.int(),
});
export type OrganisationView = z.infer<typeof organisationView>;

const saved = z.object({ saved: z.literal(true) });

/** The organisation that keeps many households: who it is, who works there, who works now. */
export const organisationContract = {
  state: call.output(organisationState),
  /** All of it, to be looked at and changed; also where there is none yet. */
  view: call.output(organisationView),
  /** Keeps the details; the first time, the desk is turned on. */
  save: call.input(organisationDetails).output(saved),
  /** Turns the desk off. Every household and all that was noted stays; the details come back when it is turned on again. */
  turnOff: call.output(saved),
  /** Keeps a member of staff. Refuses `staff.initials-taken` where somebody else has these initials, also who left. */
  saveStaff: call.input(staffInput).output(z.object({ id })),
  /** Notes the day from which somebody no longer works there; null takes it back. */
  staffLeft: call.input(z.object({ id, leftOn: day.nullable() })).output(saved),
  /** Who works at this computer from now on: their initials stand beside what is done. Null: nobody says. Forgotten on locking. */
  workNow: call.input(z.object({ staffId: id.nullable() })).output(saved),
};
