import type { Receipt } from '@shared/api/money';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { storedFile } from '../db/queries/household';
import { receiptByHash, receiptLinksOf, receiptsOf } from '../db/queries/money';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { soundJpeg, soundPng } from '../files/documents/picture-check';
import { safeFileName } from '../files/documents/safe-file-name';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { closedLines, refuseClosed } from './money-closed';
import type { MadeFile } from './program-files';
import { keepFile, mediaTypeOf, sha256 } from './stored-files';

export type NewReceipt = {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly day: IsoDay | null;
  readonly total: Pence | null;
  readonly supplier: string;
  readonly lineId: string | null;
};

/** The receipts of a household, newest first, with the lines each one proves. */
export function listReceipts(context: ServiceContext, householdId: string): Receipt[] {
  const db = databaseOf(context);
  const links = receiptLinksOf(db, householdId);
  return receiptsOf(db, householdId).map((row) => ({
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    hash: row.file_hash,
    day: row.day,
    total: row.total_pence,
    supplier: row.supplier,
    lineIds: links.filter((link) => link.receipt_id === row.id).map((link) => link.bank_line_id),
  }));
}

function kindOf(bytes: Uint8Array): string {
  const mediaType = mediaTypeOf(bytes) ?? refuse('file.kind-not-taken', {}, 'file');
  // A broken picture would only show when the council opens the pack.
  const broken =
    (mediaType === 'image/jpeg' && !soundJpeg(bytes)) || (mediaType === 'image/png' && !soundPng(bytes));
  if (broken) refuse('file.damaged', {}, 'file');
  return mediaType;
}

function isLinked(db: WorkspaceDatabase, householdId: string, receiptId: string, lineId: string): boolean {
  return receiptLinksOf(db, householdId).some(
    (link) => link.receipt_id === receiptId && link.bank_line_id === lineId,
  );
}

/**
 * Keeps a receipt by its hash: a JPEG, a PNG or a PDF by its bytes (`file.kind-not-taken`), whole (`file.damaged`).
 * One that is here already is not kept twice; it is given to the line all the same.
 */
export function addReceipt(
  context: ServiceContext,
  householdId: string,
  input: NewReceipt,
): { readonly id: string; readonly alreadyHere: boolean } {
  const db = databaseOf(context);
  if (input.total !== null && input.total < 0) refuse('money.negative', {}, 'total');
  if (input.day !== null && input.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
  const mediaType = kindOf(input.file.bytes);
  const { lineId } = input;
  if (lineId !== null) {
    ownedRow(db.byId('bank_line', lineId), householdId);
    refuseClosed(db, householdId, lineId);
  }
  const known = receiptByHash(db, householdId, sha256(input.file.bytes));
  const id = known?.id ?? context.ids.next();
  const wantsLink = lineId !== null && (known === undefined || !isLinked(db, householdId, id, lineId));
  if (known !== undefined && !wantsLink) return { id, alreadyHere: true };
  const name = input.supplier || input.file.name;
  db.act({ name: 'money.receipt-added', householdId, values: { name } }, (write) => {
    if (known === undefined) {
      write.insert('receipt', {
        id,
        household_id: householdId,
        file_hash: keepFile(db, write, input.file.bytes, mediaType),
        file_name: input.file.name,
        day: input.day,
        total_pence: input.total,
        supplier: input.supplier,
        added_on: todayOf(context),
        kind: 'receipt',
        pages: null,
        picture_hash: null,
        turn: 0,
        told: '',
      });
    }
    if (lineId !== null && wantsLink) {
      write.insert('receipt_link', {
        id: context.ids.next(),
        household_id: householdId,
        receipt_id: id,
        bank_line_id: lineId,
      });
    }
  });
  return { id, alreadyHere: known !== undefined };
}

/** Keeps what a receipt says: its day, total and supplier. */
export function saveReceipt(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly id: string;
    readonly day: IsoDay | null;
    readonly total: Pence | null;
    readonly supplier: string;
  },
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('receipt', input.id), householdId);
  if (input.total !== null && input.total < 0) refuse('money.negative', {}, 'total');
  if (input.day !== null && input.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
  const values = { name: input.supplier || row.file_name };
  db.act({ name: 'money.receipt-saved', householdId, values }, (write) =>
    write.update('receipt', input.id, {
      day: input.day,
      total_pence: input.total,
      supplier: input.supplier,
    }),
  );
}

/** Gives a receipt to a line, or takes it from it. Refuses with `line.closed` for a line of a sent return. */
export function linkReceipt(
  context: ServiceContext,
  householdId: string,
  input: { readonly receiptId: string; readonly lineId: string; readonly linked: boolean },
): void {
  const db = databaseOf(context);
  const receipt = ownedRow(db.byId('receipt', input.receiptId), householdId);
  ownedRow(db.byId('bank_line', input.lineId), householdId);
  refuseClosed(db, householdId, input.lineId);
  const link = receiptLinksOf(db, householdId).find(
    (one) => one.receipt_id === input.receiptId && one.bank_line_id === input.lineId,
  );
  if ((link !== undefined) === input.linked) return;
  const values = { name: receipt.supplier || receipt.file_name };
  const action = input.linked ? 'money.receipt-linked' : 'money.receipt-unlinked';
  db.act({ name: action, householdId, values }, (write) => {
    if (link !== undefined) write.remove('receipt_link', link.id);
    else {
      write.insert('receipt_link', {
        id: context.ids.next(),
        household_id: householdId,
        receipt_id: input.receiptId,
        bank_line_id: input.lineId,
      });
    }
  });
}

/** Takes a receipt away. Refuses with `line.closed` when a line of a sent return rests on it. */
export function removeReceipt(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('receipt', id), householdId);
  const links = receiptLinksOf(db, householdId).filter((link) => link.receipt_id === id);
  const closed = closedLines(db, householdId);
  if (links.some((link) => closed.has(link.bank_line_id))) refuse('line.closed');
  const values = { name: row.supplier || row.file_name };
  db.act({ name: 'money.receipt-removed', householdId, values }, (write) => {
    for (const link of links) write.remove('receipt_link', link.id);
    write.remove('receipt', id);
  });
}

/** The receipt as it was brought in. */
export function receiptFile(context: ServiceContext, householdId: string, id: string): MadeFile {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('receipt', id), householdId);
  const file = storedFile(db, row.file_hash) ?? refuse('not-found');
  return { name: safeFileName(row.file_name), mediaType: file.media_type, bytes: file.bytes };
}
