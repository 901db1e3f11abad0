import type { Coded } from '@shared/api/common';
import type {
  ReceiptAdded,
  ReceiptLine,
  ReceiptRow,
  ReceiptSuggestion,
  ReceiptTold,
  ReceiptView,
} from '@shared/api/receipts';
import { readReceiptText } from '@shared/budget/receipt-text';
import { addDays, daysBetween, parseDay } from '@shared/dates';
import { type Pence, parsePence } from '@shared/money';
import {
  countReceipts,
  linesOfReceipts,
  paymentsOut,
  type ReceiptFilter,
  type ReceiptRowFound,
  receiptById,
  receiptPage,
  receiptsLike,
} from '../db/queries/receipts';
import { safeFileName } from '../files/documents/safe-file-name';
import { inReceiptThread } from '../files/receipts/receipt-thread';
import { Refusal } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { addReceiptFile, wholeFile } from './money-receipts';
import type { MadeFile } from './program-files';
import { pictureIn } from './receipts-picture';
import { CLOSE, drawnPicture, VIEWING } from './receipts-prepare';
import { queueReading, readingStates } from './receipts-reading';
import { keepFile } from './stored-files';

/** A phone's photo is on paper within this many days of its payment on a statement. */
const NEAR_DAYS = 60;
const MOST_FITS = 4;
const MOST_FOUND = 12;

/** Keeps each file or says why not, one after the other; with `read`, what was kept is read in the background. */
export async function addReceipts(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly files: readonly (() => { readonly name: string; readonly bytes: Uint8Array })[];
    readonly names: readonly string[];
    readonly lineId: string | null;
    readonly keepLocked: boolean;
    readonly read: boolean;
  },
): Promise<ReceiptAdded[]> {
  const outcomes: ReceiptAdded[] = [];
  for (const [at, open] of input.files.entries()) {
    const fileName = input.names[at] ?? '';
    try {
      const file = open();
      const given = { file, day: null, total: null, supplier: '', lineId: input.lineId };
      const { id, alreadyHere, prepared } = await addReceiptFile(context, householdId, given, input);
      outcomes.push({ fileName, id, alreadyHere, told: [...prepared.told], refused: null });
    } catch (error) {
      // A locked workspace or a full disk is about all of them, not about this file.
      if (!(error instanceof Refusal) || !/^(file|receipt)\./.test(error.code)) throw error;
      const refused: Coded = { code: error.code, values: { ...error.details } };
      outcomes.push({ fileName, id: null, alreadyHere: false, told: [], refused });
    }
  }
  const fresh = outcomes.flatMap((one) => (one.id === null || one.alreadyHere ? [] : [one.id]));
  if (input.read && fresh.length > 0) queueReading(context, householdId, fresh);
  return outcomes;
}

/** One page of the receipts that fit, newest first. */
export function receiptList(
  context: ServiceContext,
  householdId: string,
  filter: ReceiptFilter & { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly everything: number; readonly rows: ReceiptRow[] } {
  const db = databaseOf(context);
  const { total, rows } = receiptPage(db, householdId, filter, filter.offset, filter.limit);
  const links = linesOfReceipts(
    db,
    rows.map((row) => row.id),
  );
  const state = readingStates(context);
  return {
    total,
    everything: countReceipts(db, householdId),
    rows: rows.map((row) =>
      shownRow(
        row,
        links.filter((link) => link.receipt_id === row.id),
        state,
      ),
    ),
  };
}

type Linked = ReturnType<typeof linesOfReceipts>;

function shownRow(row: ReceiptRowFound, links: Linked, state: ReturnType<typeof readingStates>): ReceiptRow {
  const told = row.told === '' ? [] : (row.told.split(' ') as ReceiptTold[]);
  const [first] = links;
  const cannot = told.includes('locked') || told.includes('no-picture');
  const reading = state(row.id, row.reading_state);
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    day: row.day,
    total: row.total_pence,
    supplier: row.supplier,
    addedOn: row.added_on,
    pages: row.pages,
    told,
    reading: cannot && reading !== 'waiting' ? 'cannot' : reading,
    suggestion: suggestionOf(row),
    lines: links.length,
    firstLine: first === undefined ? null : { id: first.id, day: first.day, description: first.description },
    twin: Boolean(row.twin),
  };
}

function suggestionOf(row: ReceiptRowFound): ReceiptSuggestion | null {
  if (row.reading_state !== 'read') return null;
  return {
    day: row.reading_day,
    total: row.reading_total_pence,
    supplier: row.reading_supplier ?? '',
    kind: null,
  };
}

/** One receipt with all that its page shows. */
export function receiptView(context: ServiceContext, householdId: string, id: string): ReceiptView {
  const db = databaseOf(context);
  const row = ownedRow(receiptById(db, id), householdId);
  const links = linesOfReceipts(db, [id]);
  const shown = shownRow(row, links, readingStates(context));
  const day = row.day ?? row.reading_day;
  const total = row.total_pence ?? row.reading_total_pence;
  const words = row.reading_text ?? '';
  const suggestion =
    shown.suggestion === null
      ? null
      : { ...shown.suggestion, kind: readReceiptText(words, todayOf(context)).kind };
  const supplier = (row.supplier || row.reading_supplier || '').toLowerCase();
  const twins =
    day === null || total === null
      ? []
      : receiptsLike(db, householdId, { id, day, total }).filter(
          (other) => supplier === '' || other.supplier === '' || other.supplier.toLowerCase() === supplier,
        );
  const linked = links.map((link) => shownLine(link, day, total));
  const own = new Set(linked.map((line) => line.id));
  const near =
    total === null || total === 0
      ? []
      : paymentsOut(
          db,
          householdId,
          {
            from: day === null ? null : addDays(day, -NEAR_DAYS),
            to: day === null ? null : addDays(day, NEAR_DAYS),
            amount: total,
            text: '',
          },
          50,
        );
  const fits = near
    .filter((line) => !own.has(line.id) && !line.sent)
    .map((line) => shownLine(line, day, total))
    .sort((a, b) => (a.apart ?? 0) - (b.apart ?? 0))
    .slice(0, MOST_FITS);
  return {
    ...shown,
    suggestion,
    hash: row.file_hash,
    size: row.size,
    turn: row.turn,
    reason: row.reading_reason ?? '',
    words,
    linked,
    fits,
    twins: twins.map((other) => ({
      id: other.id,
      fileName: other.file_name,
      supplier: other.supplier,
      addedOn: other.added_on,
    })),
  };
}

type PaymentOut = Omit<Linked[number], 'receipt_id'>;

function shownLine(line: PaymentOut, day: ReceiptRow['day'], total: Pence | null): ReceiptLine {
  return {
    id: line.id,
    day: line.day,
    amount: line.amount_pence,
    description: line.description,
    closed: Boolean(line.sent),
    sameAmount: total !== null && -line.amount_pence === total,
    apart: day === null ? null : Math.abs(daysBetween(day, line.day)),
  };
}

/** Payments that a receipt could be put with, by a part of their text, by their date or by their amount. */
export function findLines(
  context: ServiceContext,
  householdId: string,
  id: string,
  search: string,
): { readonly lines: ReceiptLine[]; readonly more: boolean } {
  const db = databaseOf(context);
  const row = ownedRow(receiptById(db, id), householdId);
  const own = new Set(linesOfReceipts(db, [id]).map((line) => line.id));
  const text = search.trim();
  const day = parseDay(text);
  const amount = parsePence(text);
  const found = paymentsOut(
    db,
    householdId,
    day.ok
      ? { from: day.value, to: day.value, amount: null, text: '' }
      : amount.ok
        ? { from: null, to: null, amount: amount.value, text: '' }
        : { from: null, to: null, amount: null, text },
    MOST_FOUND * 3,
  ).filter((line) => !own.has(line.id) && !line.sent);
  const [onDay, total] = [row.day ?? row.reading_day, row.total_pence ?? row.reading_total_pence];
  return {
    lines: found.slice(0, MOST_FOUND).map((line) => shownLine(line, onDay, total)),
    more: found.length > MOST_FOUND,
  };
}

/**
 * A picture that Mainstay drew itself of a receipt or of one page of it, for looking at. `null` for what can't be shown: a
 * PDF behind a password, a HEIC photo without a JPEG in it.
 */
export async function receiptPicture(
  context: ServiceContext,
  householdId: string,
  id: string,
  asked: { readonly page: number; readonly large: boolean },
): Promise<{ readonly picture: MadeFile | null; readonly page: number; readonly pages: number }> {
  const row = ownedRow(databaseOf(context).byId('receipt', id), householdId);
  const name = `${safeFileName(row.file_name)}.jpg`;
  const made = (bytes: Uint8Array): MadeFile => ({ name, mediaType: 'image/jpeg', bytes });
  if (row.told.split(' ').includes('locked')) return { picture: null, page: 1, pages: 1 };
  if (row.picture_hash !== null && !asked.large)
    return { picture: made(wholeFile(context, row.picture_hash).bytes), page: 1, pages: 1 };
  const file = wholeFile(context, row.file_hash);
  const size = asked.large ? CLOSE : VIEWING;
  if (file.media_type === 'application/pdf') {
    const pages = row.pages ?? (await pagesOf(file.bytes));
    const page = Math.min(asked.page, pages);
    const drawn = await inReceiptThread({
      job: 'pdf-page',
      bytes: file.bytes,
      page,
      turn: row.turn,
      ...size,
    });
    return { picture: 'jpeg' in drawn ? made(drawn.jpeg) : null, page, pages };
  }
  const bytes = pictureIn(file.bytes);
  const picture = bytes === undefined ? null : made(await drawnPicture(bytes, row.turn, size));
  return { picture, page: 1, pages: 1 };
}

async function pagesOf(bytes: Uint8Array): Promise<number> {
  const found = await inReceiptThread({ job: 'pdf-look', bytes });
  return 'pages' in found ? found.pages : 1;
}

/** Turns a receipt for good, and draws its picture anew. */
export async function turnReceipt(
  context: ServiceContext,
  householdId: string,
  id: string,
  turn: 0 | 90 | 180 | 270,
): Promise<void> {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('receipt', id), householdId);
  if (row.turn === turn) return;
  const file = wholeFile(context, row.file_hash);
  const bytes = file.media_type === 'application/pdf' ? undefined : pictureIn(file.bytes);
  const picture = bytes === undefined ? undefined : await drawnPicture(bytes, turn);
  const values = { name: row.supplier || row.file_name };
  db.act({ name: 'money.receipt-turned', householdId, values }, (write) =>
    write.update('receipt', id, {
      turn,
      ...(picture === undefined ? {} : { picture_hash: keepFile(db, write, picture, 'image/jpeg') }),
    }),
  );
}
