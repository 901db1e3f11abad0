import type { OrganisationDetails, OrganisationView, StaffInput } from '@shared/api/organisation';
import type { IsoDay } from '@shared/dates';
import {
  householdCount,
  organisationBefore,
  organisationOf,
  staffOf,
  standsInLog,
} from '../db/queries/organisation';
import type { OrganisationRow } from '../db/schema';
import { refuse } from '../refusal';
import { bit, databaseOf, type ServiceContext, todayOf } from './context';
import { organisationState } from './organisation';

/** The one row. */
const ID = 'organisation';

function detailsOf(row: OrganisationRow): OrganisationDetails {
  return {
    name: row.name,
    addressLine1: row.address_line_1,
    addressLine2: row.address_line_2,
    town: row.town,
    postcode: row.postcode,
    phone: row.phone,
    email: row.email,
    secondCheck: row.second_check === 1,
    bankNameOnAccount: row.bank_name_on_account,
    sortCode: row.sort_code,
    accountNumber: row.account_number,
    invoiceNote: row.invoice_note,
    vatNumber: row.vat_number,
  };
}

/** The organisation with everybody who works or worked there; where the desk is off, as it was before. */
export function organisationView(context: ServiceContext): OrganisationView {
  const db = databaseOf(context);
  const row = organisationOf(db);
  const shown = row ?? organisationBefore(db);
  return {
    on: row !== undefined,
    details: shown === undefined ? null : detailsOf(shown),
    staff: staffOf(db)
      .map(({ id, initials, name, left_on }) => ({ id, initials, name, leftOn: left_on }))
      .toSorted((a, b) => Number(a.leftOn !== null) - Number(b.leftOn !== null)),
    me: organisationState(context).me,
    households: householdCount(db),
  };
}

/** Keeps who the organisation is. With the first saving the desk is on. */
export function saveOrganisation(context: ServiceContext, input: OrganisationDetails): void {
  const db = databaseOf(context);
  const existing = organisationOf(db);
  const row = {
    name: input.name,
    address_line_1: input.addressLine1,
    address_line_2: input.addressLine2,
    town: input.town,
    postcode: input.postcode,
    phone: input.phone,
    email: input.email,
    second_check: bit(input.secondCheck),
    bank_name_on_account: input.bankNameOnAccount,
    sort_code: input.sortCode.replace(/[- ]/g, ''),
    account_number: input.accountNumber,
    invoice_note: input.invoiceNote.trim(),
    vat_number: input.vatNumber,
  };
  const name = existing === undefined ? 'organisation.turned-on' : 'organisation.saved';
  db.act({ name, householdId: null, values: { name: input.name } }, (write) => {
    if (existing === undefined)
      write.insert('organisation', { ...row, id: ID, created_on: todayOf(context) });
    else write.update('organisation', ID, row);
  });
}

/** Turns the desk off: the households are then kept as anybody keeps theirs. What was noted stays in the file. */
export function turnOffOrganisation(context: ServiceContext): void {
  const db = databaseOf(context);
  const row = organisationOf(db);
  if (row === undefined) return;
  db.act({ name: 'organisation.turned-off', householdId: null, values: { name: row.name } }, (write) =>
    write.remove('organisation', ID),
  );
  db.initials = '';
}

/**
 * Keeps a member of staff and answers the id. Initials are kept in capitals and belong to one person for good, as they stand in
 * the log: refuses `staff.initials-taken`, and `staff.initials-used` where others are wanted once they stand there.
 */
export function saveStaff(context: ServiceContext, input: StaffInput): string {
  const db = databaseOf(context);
  const initials = input.initials.toUpperCase();
  const everybody = staffOf(db);
  const other = everybody.find((one) => one.initials === initials && one.id !== input.id);
  if (other !== undefined) refuse('staff.initials-taken', { name: other.name, initials }, 'initials');
  const existing = everybody.find((one) => one.id === input.id);
  if (input.id !== null && existing === undefined) refuse('not-found');
  if (existing !== undefined && existing.initials !== initials && standsInLog(db, existing.initials))
    refuse('staff.initials-used', { initials: existing.initials }, 'initials');
  const id = existing?.id ?? context.ids.next();
  db.act({ name: 'organisation.staff-saved', householdId: null, values: { name: input.name } }, (write) => {
    if (existing === undefined) write.insert('staff', { id, initials, name: input.name, left_on: null });
    else write.update('staff', id, { initials, name: input.name });
  });
  // Who works now goes on under the initials they have from now on.
  if (existing !== undefined && existing.initials === db.initials) db.initials = initials;
  return id;
}

/** Notes the first day on which somebody no longer works there; null takes it back. Who works now is then asked again. */
export function staffLeft(context: ServiceContext, id: string, leftOn: IsoDay | null): void {
  const db = databaseOf(context);
  const row = staffOf(db).find((one) => one.id === id) ?? refuse('not-found');
  const name = leftOn === null ? 'organisation.staff-came-back' : 'organisation.staff-left';
  db.act({ name, householdId: null, values: { name: row.name } }, (write) =>
    write.update('staff', id, { left_on: leftOn }),
  );
  if (organisationState(context).me === null) db.initials = '';
}
