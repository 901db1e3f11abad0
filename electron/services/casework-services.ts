import type { ServiceAgreement, ServiceInput } from '@shared/api/casework';
import type { FileIn } from '@shared/api/common';
import { addDays, type IsoDay } from '@shared/dates';
import { servicesOf } from '../db/queries/desk';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { wholeFile } from './money-receipts';
import { type MadeFile, nameOfFile } from './program-files';
import { keepFile, mediaTypeOf } from './stored-files';

type Span = { readonly starts_on: IsoDay; readonly ends_on: IsoDay | null };

const isOn = (row: Span, day: IsoDay): boolean =>
  row.starts_on <= day && (row.ends_on === null || row.ends_on >= day);

/** What the organisation may do for a household and might before, the newest first. */
export function caseServices(context: ServiceContext, householdId: string): ServiceAgreement[] {
  const today = todayOf(context);
  return servicesOf(databaseOf(context), householdId)
    .toReversed()
    .map((row) => ({
      id: row.id,
      level: row.level,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      signedOn: row.signed_on,
      paperFilingToldOn: row.paper_filing_told_on,
      note: row.note,
      fileName: row.file_name,
      inForce: isOn(row, today),
    }));
}

function refuseWrongDays(context: ServiceContext, input: ServiceInput): void {
  const today = todayOf(context);
  if (input.endsOn !== null && input.endsOn < input.startsOn) refuse('day.end-before-start', {}, 'endsOn');
  if (input.signedOn !== null && input.signedOn > today) refuse('day.in-the-future', {}, 'signedOn');
  if (input.paperFilingToldOn !== null && input.paperFilingToldOn > today)
    refuse('day.in-the-future', {}, 'paperFilingToldOn');
}

/**
 * Keeps what the organisation may do for a household and answers its id. A new one ends an older one without an end the day
 * before. Refuses `service.overlaps`, `file.kind-not-taken` and days that can't be.
 */
export function saveService(
  context: ServiceContext,
  householdId: string,
  input: ServiceInput,
  file: FileIn | null,
): string {
  const db = databaseOf(context);
  refuseWrongDays(context, input);
  const existing =
    input.id === null ? undefined : ownedRow(db.byId('service_agreement', input.id), householdId);
  const id = existing?.id ?? context.ids.next();
  const others = servicesOf(db, householdId).filter((row) => row.id !== id);
  const ended =
    existing !== undefined
      ? undefined
      : others.find((row) => row.ends_on === null && row.starts_on < input.startsOn);
  const clash = others.find(
    (row) =>
      row.id !== ended?.id &&
      (input.endsOn === null || row.starts_on <= input.endsOn) &&
      (row.ends_on === null || row.ends_on >= input.startsOn),
  );
  if (clash !== undefined) refuse('service.overlaps', { from: clash.starts_on }, 'startsOn');
  const bytes = file === null ? undefined : Buffer.from(file.base64, 'base64');
  const mediaType =
    bytes === undefined ? undefined : (mediaTypeOf(bytes) ?? refuse('file.kind-not-taken', {}, 'file'));
  db.act({ name: 'casework.service-saved', householdId }, (write) => {
    if (ended !== undefined)
      write.update('service_agreement', ended.id, { ends_on: addDays(input.startsOn, -1) });
    const kept =
      bytes === undefined || mediaType === undefined || file === null
        ? { file_hash: existing?.file_hash ?? null, file_name: existing?.file_name ?? '' }
        : { file_hash: keepFile(db, write, bytes, mediaType), file_name: nameOfFile(file.name) };
    const row = {
      level: input.level,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      signed_on: input.signedOn,
      paper_filing_told_on: input.paperFilingToldOn,
      note: input.note,
      ...kept,
    };
    if (existing === undefined) write.insert('service_agreement', { id, household_id: householdId, ...row });
    else write.update('service_agreement', id, row);
  });
  return id;
}

export function removeService(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  ownedRow(db.byId('service_agreement', id), householdId);
  db.act({ name: 'casework.service-removed', householdId }, (write) => write.remove('service_agreement', id));
}

/** The signed paper as it was brought in. Refuses with `not-found` where there is none. */
export function serviceFile(context: ServiceContext, householdId: string, id: string): MadeFile {
  const row = ownedRow(databaseOf(context).byId('service_agreement', id), householdId);
  const file = wholeFile(context, row.file_hash ?? refuse('not-found'));
  return { name: row.file_name, mediaType: file.media_type, bytes: file.bytes };
}

/** Ends the agreement that is in force on a day with that day, and takes out those that begin later. Refuses `service.none`. */
export function endService(context: ServiceContext, householdId: string, lastDay: IsoDay): void {
  const db = databaseOf(context);
  const rows = servicesOf(db, householdId);
  const row = rows.find((one) => isOn(one, lastDay)) ?? refuse('service.none', {}, 'lastDay');
  db.act({ name: 'casework.service-ended', householdId, values: { day: lastDay } }, (write) => {
    for (const later of rows) if (later.starts_on > lastDay) write.remove('service_agreement', later.id);
    write.update('service_agreement', row.id, { ends_on: lastDay });
  });
}
