import type { Receipt } from '@shared/api/money';
import type { ReceiptKind } from '@shared/api/receipts';
import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { storedFile } from '../db/queries/household';
import { receiptByHash, receiptLinksOf, receiptsOf } from '../db/queries/money';
import { linksOfReceipt } from '../db/queries/receipts';
import { safeFileName } from '../files/documents/safe-file-name';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { refuseClosed } from './money-closed';
import type { MadeFile } from './program-files';
import { checkedReceipt, type PreparedReceipt, prepareReceipt } from './receipts-prepare';
import { keepFile, sha256 } from './stored-files';

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
  const lines = new Map<string, string[]>();
  for (const link of receiptLinksOf(db, householdId))
    lines.set(link.receipt_id, [...(lines.get(link.receipt_id) ?? []), link.bank_line_id]);
  return receiptsOf(db, householdId).map((row) => ({
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    hash: row.file_hash,
    day: row.day,
    total: row.total_pence,
    supplier: row.supplier,
    lineIds: lines.get(row.id) ?? [],
  }));
}

/**
 * Looks at a receipt in a thread of its own and keeps it, with a smaller picture. Refuses as `prepareReceipt` does; what is
 * refused leaves nothing behind.
 */
export async function addReceiptFile(
  context: ServiceContext,
  householdId: string,
  input: NewReceipt,
  options: { readonly keepLocked: boolean } = { keepLocked: false },
): Promise<{ readonly id: string; readonly alreadyHere: boolean; readonly prepared: PreparedReceipt }> {
  const known = receiptByHash(databaseOf(context), householdId, sha256(input.file.bytes));
  const prepared =
    known === undefined
      ? await prepareReceipt(input.file.bytes, options)
      : { mediaType: '', pages: null, picture: null, told: [] };
  return { ...keepReceipt(context, householdId, input, prepared), prepared };
}

/** Keeps a receipt that this program made itself: its bytes are looked at, no picture is drawn. */
export function addReceipt(
  context: ServiceContext,
  householdId: string,
  input: NewReceipt,
): { readonly id: string; readonly alreadyHere: boolean } {
  const { mediaType } = checkedReceipt(input.file.bytes);
  return keepReceipt(context, householdId, input, { mediaType, pages: null, picture: null, told: [] });
}

/** Keeps a receipt by its hash. One that is here already is not kept twice; it is given to the line all the same. */
function keepReceipt(
  context: ServiceContext,
  householdId: string,
  input: NewReceipt,
  prepared: PreparedReceipt,
): { readonly id: string; readonly alreadyHere: boolean } {
  const db = databaseOf(context);
  refuseWrong(context, input);
  const { lineId } = input;
  if (lineId !== null) {
    ownedRow(db.byId('bank_line', lineId), householdId);
    refuseClosed(db, householdId, lineId);
  }
  const known = receiptByHash(db, householdId, sha256(input.file.bytes));
  const id = known?.id ?? context.ids.next();
  const linked = linksOfReceipt(db, id).some((link) => link.bank_line_id === lineId);
  if (known !== undefined && (lineId === null || linked)) return { id, alreadyHere: true };
  const name = input.supplier || input.file.name;
  db.act({ name: 'money.receipt-added', householdId, values: { name } }, (write) => {
    if (known === undefined) {
      write.insert('receipt', {
        id,
        household_id: householdId,
        file_hash: keepFile(db, write, input.file.bytes, prepared.mediaType),
        // As it is shown: without folders, and without marks that would turn the writing round.
        file_name: safeFileName(input.file.name, 'receipt'),
        day: input.day,
        total_pence: input.total,
        supplier: input.supplier,
        added_on: todayOf(context),
        kind: 'receipt',
        pages: prepared.pages,
        picture_hash: prepared.picture === null ? null : keepFile(db, write, prepared.picture, 'image/jpeg'),
        turn: 0,
        told: prepared.told.join(' '),
      });
    }
    if (lineId !== null && !linked) {
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

function refuseWrong(
  context: ServiceContext,
  input: { readonly day: IsoDay | null; readonly total: Pence | null },
): void {
  if (input.total !== null && input.total < 0) refuse('money.negative', {}, 'total');
  if (input.day !== null && input.day > todayOf(context)) refuse('day.in-the-future', {}, 'day');
}

/** Keeps what a receipt says: its day, total and supplier, and what kind of paper it is where that is given. */
export function saveReceipt(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly id: string;
    readonly day: IsoDay | null;
    readonly total: Pence | null;
    readonly supplier: string;
    readonly kind?: ReceiptKind;
  },
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('receipt', input.id), householdId);
  refuseWrong(context, input);
  const values = { name: input.supplier || row.file_name };
  db.act({ name: 'money.receipt-saved', householdId, values }, (write) =>
    write.update('receipt', input.id, {
      day: input.day,
      total_pence: input.total,
      supplier: input.supplier,
      kind: input.kind ?? row.kind,
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
  const link = linksOfReceipt(db, input.receiptId).find((one) => one.bank_line_id === input.lineId);
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
  const links = linksOfReceipt(db, id);
  for (const link of links) refuseClosed(db, householdId, link.bank_line_id);
  const values = { name: row.supplier || row.file_name };
  db.act({ name: 'money.receipt-removed', householdId, values }, (write) => {
    for (const link of links) write.remove('receipt_link', link.id);
    write.remove('receipt', id);
  });
}

/** A kept file's bytes, held to the hash it is kept by. Refuses with `receipt.file-changed` when they differ. */
export function wholeFile(
  context: ServiceContext,
  hash: string,
): { readonly media_type: string; readonly bytes: Uint8Array } {
  const file = storedFile(databaseOf(context), hash) ?? refuse('not-found');
  if (sha256(file.bytes) !== hash) refuse('receipt.file-changed');
  return file;
}

/** The receipt as it was brought in. */
export function receiptFile(context: ServiceContext, householdId: string, id: string): MadeFile {
  const row = ownedRow(databaseOf(context).byId('receipt', id), householdId);
  const file = wholeFile(context, row.file_hash);
  return { name: safeFileName(row.file_name), mediaType: file.media_type, bytes: file.bytes };
}
