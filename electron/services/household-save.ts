import type { Certificate, Employer, HouseholdDetails, Representative } from '@shared/api/household';
import { employerOf, households, representativesOf } from '../db/queries/household';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { keepFile, mediaTypeOf } from './stored-files';

/** Makes an empty household and answers its id. */
export function addHousehold(context: ServiceContext, name: string): string {
  const db = databaseOf(context);
  const id = context.ids.next();
  const position = households(db).length + 1;
  db.act({ name: 'household.added', householdId: id, undoable: false }, (write) => {
    write.insert('household', {
      id,
      position,
      name,
      supported_name: '',
      known_as: '',
      birth_date: null,
      address_line_1: '',
      address_line_2: '',
      town: '',
      postcode: '',
      phone: '',
      email: '',
      nation: 'england',
      user_name: '',
      created_on: todayOf(context),
    });
  });
  return id;
}

export function saveDetails(context: ServiceContext, householdId: string, details: HouseholdDetails): void {
  const db = databaseOf(context);
  const row = db.byId('household', householdId) ?? refuse('not-found');
  if (details.birthDate !== null && details.birthDate > todayOf(context))
    refuse('day.in-the-future', {}, 'birthDate');
  const known = details.knownAs || details.supportedName.split(' ')[0] || row.name;
  db.act({ name: 'household.details-saved', householdId }, (write) =>
    write.update('household', householdId, {
      name: known,
      supported_name: details.supportedName,
      known_as: details.knownAs,
      birth_date: details.birthDate,
      address_line_1: details.addressLine1,
      address_line_2: details.addressLine2,
      town: details.town,
      postcode: details.postcode,
      phone: details.phone,
      email: details.email,
      nation: details.nation,
      user_name: details.userName,
    }),
  );
}

export function saveRepresentative(
  context: ServiceContext,
  householdId: string,
  input: Representative,
): string {
  const db = databaseOf(context);
  if (input.startsOn !== null && input.endsOn !== null && input.endsOn < input.startsOn)
    refuse('day.end-before-start', {}, 'endsOn');
  const id = input.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    name: input.name,
    role: input.role,
    mandate: input.mandate,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    phone: input.phone,
    email: input.email,
    uses_mainstay: bit(input.usesMainstay),
  };
  db.act({ name: 'household.representative-saved', householdId, values: { name: input.name } }, (write) => {
    // One person at a time sits at this computer for a household.
    if (input.usesMainstay) {
      for (const other of representativesOf(db, householdId)) {
        if (other.id !== id && other.uses_mainstay === 1)
          write.update('representative', other.id, { uses_mainstay: 0 });
      }
    }
    if (input.id === null) write.insert('representative', row);
    else {
      ownedRow(db.byId('representative', id), householdId);
      write.update('representative', id, row);
    }
  });
  return id;
}

export function removeRepresentative(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('representative', id), householdId);
  db.act({ name: 'household.representative-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('representative', id),
  );
}

/** Keeps the employer of record. A registered employer has a PAYE reference: without one it refuses with `employer.paye-reference-needed`. */
export function saveEmployer(context: ServiceContext, householdId: string, input: Employer): void {
  const db = databaseOf(context);
  if (input.payeStatus === 'registered' && input.payeReference === '')
    refuse('employer.paye-reference-needed', {}, 'payeReference');
  const existing = employerOf(db, householdId);
  const row = {
    id: existing?.id ?? context.ids.next(),
    household_id: householdId,
    legal_name: input.legalName,
    paye_status: input.payeStatus,
    paye_reference: input.payeReference.toUpperCase(),
    accounts_office_reference: input.accountsOfficeReference.toUpperCase(),
    employment_allowance: bit(input.employmentAllowance),
    small_employers_relief: bit(input.smallEmployersRelief),
    filing_route: input.filingRoute,
    hmrc_payments: input.hmrcPayments,
    contact_name: input.contactName,
    contact_phone: input.contactPhone,
  };
  db.act({ name: 'household.employer-saved', householdId }, (write) => {
    if (existing === undefined)
      write.insert('employer', {
        ...row,
        pension_duties_on: null,
        pension_declared_on: null,
        re_enrolled_on: null,
      });
    else write.update('employer', existing.id, row);
  });
}

/** Keeps a certificate or a letter with its dates and, when given, its file (JPEG, PNG or PDF; else `file.kind-not-taken`). */
export function saveCertificate(
  context: ServiceContext,
  householdId: string,
  input: Certificate,
  file: { readonly name: string; readonly base64: string } | null,
): string {
  const db = databaseOf(context);
  if (input.validFrom !== null && input.validTo !== null && input.validTo < input.validFrom)
    refuse('day.end-before-start', {}, 'validTo');
  const existing = input.id === null ? undefined : ownedRow(db.byId('certificate', input.id), householdId);
  const id = input.id ?? context.ids.next();
  // A file that is kept already stays with its own certificate: nobody can take another's by its hash.
  if (file === null && input.fileHash !== null && input.fileHash !== existing?.file_hash) refuse('not-found');
  const bytes = file === null ? undefined : Buffer.from(file.base64, 'base64');
  const mediaType =
    bytes === undefined ? undefined : (mediaTypeOf(bytes) ?? refuse('file.kind-not-taken', {}, 'file'));
  db.act({ name: 'household.certificate-saved', householdId, values: { name: input.name } }, (write) => {
    const hash =
      bytes !== undefined && mediaType !== undefined ? keepFile(db, write, bytes, mediaType) : input.fileHash;
    const row = {
      id,
      household_id: householdId,
      kind: input.kind,
      name: input.name,
      file_hash: hash,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    if (existing === undefined) write.insert('certificate', row);
    else write.update('certificate', id, row);
  });
  return id;
}
