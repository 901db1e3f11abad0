import { z } from 'zod';
import { call, coded, day, fileIn, fileOut, id, line, pence } from './common';

const inHousehold = z.object({ householdId: id });
const one = inHousehold.extend({ id });

export const receiptKind = z.enum(['receipt', 'invoice', 'cash-slip', 'letter', 'timesheet', 'other']);
export type ReceiptKind = z.infer<typeof receiptKind>;

/**
 * What is odd about a file: a PDF behind a password, with scripts or files inside (shown as pictures alone), or a photo
 * in a form that can't be shown here.
 */
export const receiptTold = z.enum(['locked', 'scripts', 'files', 'no-picture']);
export type ReceiptTold = z.infer<typeof receiptTold>;

/** What reading a receipt on this computer found. Never facts: a person accepts them, or not. */
export const receiptSuggestion = z.object({
  day: day.nullable(),
  total: pence.nullable(),
  supplier: z.string(),
  kind: receiptKind.nullable(),
});
export type ReceiptSuggestion = z.infer<typeof receiptSuggestion>;

/** Where reading stands: `cannot` for what has no words to read, `failed` with a reason's code. */
export const readingState = z.enum(['not-read', 'waiting', 'reading', 'read', 'failed', 'cannot']);
export type ReadingState = z.infer<typeof readingState>;

export const receiptRow = z.object({
  id,
  kind: receiptKind,
  fileName: z.string(),
  mediaType: z.string(),
  day: day.nullable(),
  total: pence.nullable(),
  supplier: z.string(),
  addedOn: day,
  pages: z.int().nullable(),
  told: z.array(receiptTold),
  reading: readingState,
  suggestion: receiptSuggestion.nullable(),
  /** How many lines it proves, and the first of them. */
  lines: z.int(),
  firstLine: z.object({ id, day, description: z.string() }).nullable(),
  /** Another one has the same day, total and supplier. */
  twin: z.boolean(),
});
export type ReceiptRow = z.infer<typeof receiptRow>;

export const receiptLine = z.object({
  id,
  day,
  amount: pence,
  description: z.string(),
  /** It is in a return that was sent. */
  closed: z.boolean(),
  /** The line's amount is the receipt's total. */
  sameAmount: z.boolean(),
  /** Days between the receipt and the line. */
  apart: z.int().nullable(),
});
export type ReceiptLine = z.infer<typeof receiptLine>;

export const receiptView = receiptRow.extend({
  hash: z.string(),
  size: z.int(),
  /** How far it was turned, clockwise from how it came. */
  turn: z.int(),
  /** Why it could not be read: `too-long`, `no-words`, `damaged`, `locked`, `no-picture`. */
  reason: z.string(),
  /** The words found, for those who can't see the picture. */
  words: z.string(),
  linked: z.array(receiptLine),
  /** Lines without it that would fit, the best first. */
  fits: z.array(receiptLine),
  twins: z.array(z.object({ id, fileName: z.string(), supplier: z.string(), addedOn: day })),
});
export type ReceiptView = z.infer<typeof receiptView>;

/** What became of one file: kept, here already, or refused with a code. */
export const receiptAdded = z.object({
  fileName: z.string(),
  id: id.nullable(),
  alreadyHere: z.boolean(),
  told: z.array(receiptTold),
  refused: coded.nullable(),
});
export type ReceiptAdded = z.infer<typeof receiptAdded>;

export const readingProgress = z.object({
  /** The one that is being read, with its progress in percent. */
  current: z.object({ id, name: z.string(), percent: z.int() }).nullable(),
  waiting: z.int(),
  done: z.int(),
  /** Receipts that were never read and are not waiting: after a restart, or after a stop. */
  unread: z.int(),
});
export type ReadingProgress = z.infer<typeof readingProgress>;

export const receiptPage = z.object({ total: z.int(), everything: z.int(), rows: z.array(receiptRow) });

export const receiptsContract = {
  /**
   * Keeps each file or says why not; one that is refused takes none of the others with it. A PDF behind a password is
   * kept only with `keepLocked`. With `read` they are read in the background.
   */
  add: call
    .input(
      inHousehold.extend({
        files: z.array(fileIn).min(1).max(50),
        lineId: id.nullable(),
        keepLocked: z.boolean(),
        read: z.boolean(),
      }),
    )
    .output(z.object({ files: z.array(receiptAdded) })),
  /** Newest first, a page at a time. */
  list: call
    .input(
      inHousehold.extend({
        only: z.enum(['all', 'no-line', 'not-read', 'to-check', 'twins']),
        kind: receiptKind.nullable(),
        search: line,
        from: day.nullable(),
        to: day.nullable(),
        offset: z.int().min(0).max(1_000_000),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(receiptPage),
  get: call.input(one).output(receiptView),
  /** A picture that Mainstay drew itself of the receipt, or of one page of it; `null` where there is none to show. */
  page: call
    .input(one.extend({ page: z.int().min(1).max(10_000), large: z.boolean() }))
    .output(z.object({ picture: fileOut.nullable(), page: z.int(), pages: z.int() })),
  save: call
    .input(one.extend({ kind: receiptKind, day: day.nullable(), total: pence.nullable(), supplier: line }))
    .output(z.object({ saved: z.literal(true) })),
  /** Turns it for good, clockwise from how it came. */
  turn: call
    .input(one.extend({ turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]) }))
    .output(z.object({ saved: z.literal(true) })),
  /** Lines that a receipt could be put with, by a part of their text, their date or their amount. */
  findLines: call
    .input(one.extend({ search: line }))
    .output(z.object({ lines: z.array(receiptLine), more: z.boolean() })),
  /** Puts receipts into the queue: these, or all that were never read. */
  read: call
    .input(inHousehold.extend({ ids: z.array(id).max(5_000).nullable() }))
    .output(z.object({ queued: z.int() })),
  reading: call.input(inHousehold).output(readingProgress),
  stopReading: call.input(inHousehold).output(z.object({ stopped: z.int() })),
};
