import type { ReturnSending, SendingKind } from '@shared/api/packs';
import type { IsoDay } from '@shared/dates';
import { storedFile } from '../db/queries/household';
import { sendingsOf } from '../db/queries/packs';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { sealedFigures } from './money-closed';
import type { MadeFile } from './program-files';
import { keepFile, mediaTypeOf, sha256 } from './stored-files';

type SendingRow = WorkspaceSchema['return_sending'];

/** The log of one sealed return: each time it was handed over, and what came back, oldest first. Refuses with `not-found`. */
export function returnSendings(
  context: ServiceContext,
  householdId: string,
  returnId: string,
): ReturnSending[] {
  const db = databaseOf(context);
  const sealed = ownedRow(db.byId('monitoring_return', returnId), householdId);
  const first: ReturnSending = {
    id: sealed.id,
    kind: 'sent',
    day: sealed.sent_on,
    how: sealed.sent_how,
    sentTo: sealed.sent_to,
    reference: sealed.reference,
    note: '',
    fileName: null,
  };
  const later = sendingsOf(db, householdId, returnId).map(
    (row): ReturnSending => ({
      id: row.id,
      kind: row.kind,
      day: row.day,
      how: row.how,
      sentTo: row.sent_to,
      reference: row.reference,
      note: row.note,
      fileName: row.file_hash === null ? null : row.file_name,
    }),
  );
  return [first, ...later];
}

/**
 * Notes that a sealed return was handed over again, or what came back about it, with a letter where there is one.
 * Refuses with `not-found`, `day.in-the-future`, `sending.before-sealed` or `file.kind-not-known`.
 */
export function addSending(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly returnId: string;
    readonly kind: SendingKind;
    readonly day: IsoDay;
    readonly how: string;
    readonly sentTo: string;
    readonly reference: string;
    readonly note: string;
    readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  },
): string {
  const db = databaseOf(context);
  const sealed = ownedRow(db.byId('monitoring_return', input.returnId), householdId);
  if (input.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
  if (input.day < sealed.sent_on) refuse('sending.before-sealed', { day: sealed.sent_on }, 'day');
  const { file } = input;
  const mediaType = file === null ? undefined : mediaTypeOf(file.bytes);
  if (file !== null && mediaType === undefined) refuse('sending.file-kind-not-known', {}, 'file');
  const id = context.ids.next();
  const values = { from: sealed.from_day, to: sealed.to_day };
  db.act({ name: `returns.noted-${input.kind}`, householdId, values }, (write) => {
    write.insert('return_sending', {
      id,
      household_id: householdId,
      return_id: input.returnId,
      kind: input.kind,
      day: input.day,
      how: input.how,
      sent_to: input.sentTo,
      reference: input.reference,
      note: input.note,
      file_hash: file === null || mediaType === undefined ? null : keepFile(db, write, file.bytes, mediaType),
      file_name: file?.name ?? '',
    });
  });
  return id;
}

function laterSending(context: ServiceContext, householdId: string, id: string): SendingRow {
  return ownedRow(databaseOf(context).byId('return_sending', id), householdId);
}

/** Takes a note of the log away again. The first sending is part of the sealed return and stays. Refuses with `not-found`. */
export function removeSending(context: ServiceContext, householdId: string, id: string): void {
  const row = laterSending(context, householdId, id);
  databaseOf(context).act({ name: 'returns.note-removed', householdId, values: { day: row.day } }, (write) =>
    write.remove('return_sending', id),
  );
}

/** The letter kept with a note of the log. Refuses with `not-found`. */
export function sendingFile(context: ServiceContext, householdId: string, id: string): MadeFile {
  const row = laterSending(context, householdId, id);
  const file = row.file_hash === null ? undefined : storedFile(databaseOf(context), row.file_hash);
  if (file === undefined) refuse('not-found');
  return { name: row.file_name, mediaType: file.media_type, bytes: file.bytes };
}

/** Holds the pack and every piece of evidence of a sealed return against the check numbers it was sealed with. */
export function checkSealed(
  context: ServiceContext,
  householdId: string,
  returnId: string,
): { readonly name: string; readonly sha256: string; readonly unchanged: boolean }[] {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('monitoring_return', returnId), householdId);
  const held = (name: string, hash: string) => {
    const file = storedFile(db, hash);
    return { name, sha256: hash, unchanged: file !== undefined && sha256(file.bytes) === hash };
  };
  const { document } = sealedFigures(row);
  return [
    ...(row.pack_hash === null ? [] : [held(document.authorityName, row.pack_hash)]),
    ...document.evidence.map((item) => held(item.fileName, item.sha256)),
  ];
}
