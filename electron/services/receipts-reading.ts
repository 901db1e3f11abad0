import type { ReadingProgress, ReadingState } from '@shared/api/receipts';
import { readReceiptText } from '@shared/budget/receipt-text';
import { receiptById, unreadReceipts } from '../db/queries/receipts';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { endReader, ReadingStopped, ReadingTooLong, readWords } from '../files/receipts/read-words';
import { inReceiptThread } from '../files/receipts/receipt-thread';
import { Refusal } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { wholeFile } from './money-receipts';
import { pictureIn } from './receipts-picture';
import type { Workspace } from './workspace';

type Job = { readonly id: string; readonly householdId: string };

/** What waits to be read in one workspace while this program runs. What was read is kept; the queue is not. */
type Queue = {
  waiting: Job[];
  current: (Job & { readonly name: string; part: number }) | undefined;
  done: number;
  running: Promise<void> | undefined;
};

/** Fewer letters than this in a PDF are a stamp or a page number: the page itself is a picture. */
const LEAST_LETTERS = 25;
/** The width at which words are read best and quickest. */
const READING_WIDTH = 1200;
const MOST_TEXT = 40_000;

const queues = new WeakMap<Workspace, Queue>();

function queueOf(context: ServiceContext): Queue {
  const known = queues.get(context.workspace);
  if (known !== undefined) return known;
  const made: Queue = { waiting: [], current: undefined, done: 0, running: undefined };
  queues.set(context.workspace, made);
  return made;
}

/** Puts receipts into the queue: these, or all that were never read. Answers how many were put there. */
export function queueReading(
  context: ServiceContext,
  householdId: string,
  ids: readonly string[] | null,
): number {
  const db = databaseOf(context);
  const queue = queueOf(context);
  const there = new Set(queue.waiting.map((job) => job.id));
  if (queue.current !== undefined) there.add(queue.current.id);
  const wanted = ids ?? unreadReceipts(db, householdId).map((row) => row.id);
  const added = wanted.filter((id) => !there.has(id));
  if (ids !== null) for (const id of added) ownedRow(db.byId('receipt', id), householdId);
  if (queue.running === undefined) queue.done = 0;
  queue.waiting.push(...added.map((id) => ({ id, householdId })));
  queue.running ??= work(context, queue).finally(() => {
    queue.running = undefined;
  });
  return added.length;
}

/** Empties the queue and stops the one that is being read; what was read stays. Answers how many were left unread. */
export async function stopReading(context: ServiceContext, householdId: string): Promise<number> {
  const queue = queueOf(context);
  const mine = queue.waiting.filter((job) => job.householdId === householdId).length;
  queue.waiting = queue.waiting.filter((job) => job.householdId !== householdId);
  const stopsCurrent = queue.current?.householdId === householdId;
  if (stopsCurrent) {
    queue.current = undefined;
    await endReader();
  }
  return mine + (stopsCurrent ? 1 : 0);
}

/** How far reading is. */
export function readingProgress(context: ServiceContext, householdId: string): ReadingProgress {
  const queue = queueOf(context);
  const mine = queue.waiting.filter((job) => job.householdId === householdId).length;
  const current = queue.current?.householdId === householdId ? queue.current : undefined;
  const unread = unreadReceipts(databaseOf(context), householdId).length;
  return {
    current:
      current === undefined
        ? null
        : { id: current.id, name: current.name, percent: Math.round(current.part * 100) },
    waiting: mine,
    done: queue.done,
    unread: Math.max(0, unread - mine - (current === undefined ? 0 : 1)),
  };
}

/** Where reading one receipt stands, by what is kept of it and what the queue holds. */
export function readingStates(context: ServiceContext): (id: string, kept: string | null) => ReadingState {
  const queue = queueOf(context);
  const waiting = new Set(queue.waiting.map((job) => job.id));
  return (id, kept) => {
    if (queue.current?.id === id) return 'reading';
    if (waiting.has(id)) return 'waiting';
    if (kept === 'read') return 'read';
    return kept === 'failed' ? 'failed' : 'not-read';
  };
}

/** Resolves when nothing is being read any more. */
export async function readingDone(context: ServiceContext): Promise<void> {
  await queueOf(context).running;
}

async function work(context: ServiceContext, queue: Queue): Promise<void> {
  while (queue.waiting.length > 0) {
    const [job] = queue.waiting.splice(0, 1);
    if (job === undefined || !context.workspace.isOpen) {
      queue.waiting = [];
      break;
    }
    const db = databaseOf(context);
    const row = db.byId('receipt', job.id);
    if (row === undefined) continue;
    const current = { ...job, name: row.supplier || row.file_name, part: 0 };
    queue.current = current;
    const found = await readOne(context, job.id, (part) => {
      current.part = part;
    });
    const stopped = queue.current !== current;
    queue.current = undefined;
    // Meanwhile it may have been stopped, taken away, or the workspace locked.
    if (stopped || found === undefined || !stillOpen(context, db) || db.byId('receipt', job.id) === undefined)
      continue;
    keep(context, db, job, found);
    queue.done += 1;
  }
  // A locked workspace leaves none of its words in memory.
  if (!context.workspace.isOpen) await endReader();
}

function stillOpen(context: ServiceContext, db: WorkspaceDatabase): boolean {
  return context.workspace.isOpen && context.workspace.database === db;
}

type Found = { readonly text: string } | { readonly reason: string };

async function readOne(
  context: ServiceContext,
  id: string,
  onProgress: (part: number) => void,
): Promise<Found | undefined> {
  try {
    const row = receiptById(databaseOf(context), id);
    if (row === undefined) return undefined;
    if (row.told.split(' ').includes('locked')) return { reason: 'locked' };
    const { bytes } = wholeFile(context, row.file_hash);
    if (row.media_type === 'application/pdf') return await readPdf(bytes, row.turn, onProgress);
    const picture = pictureIn(bytes);
    return picture === undefined
      ? { reason: 'no-picture' }
      : await readPicture(picture, row.turn, onProgress);
  } catch (error) {
    if (error instanceof ReadingStopped) return undefined;
    if (error instanceof ReadingTooLong) return { reason: 'too-long' };
    if (error instanceof Refusal)
      return { reason: error.code === 'receipt.takes-too-long' ? 'too-long' : 'damaged' };
    context.log.error('receipt.not-read', error);
    return { reason: 'damaged' };
  }
}

async function readPdf(bytes: Uint8Array, turn: number, onProgress: (part: number) => void): Promise<Found> {
  const found = await inReceiptThread({ job: 'pdf-text', bytes });
  const text = 'text' in found ? found.text : '';
  if ((text.match(/[\p{L}\d]/gu)?.length ?? 0) >= LEAST_LETTERS) return { text };
  const page = await inReceiptThread({ job: 'pdf-page', bytes, page: 1, turn, width: READING_WIDTH });
  return 'jpeg' in page ? { text: await readWords(page.jpeg, onProgress) } : { reason: 'damaged' };
}

async function readPicture(
  bytes: Uint8Array,
  turn: number,
  onProgress: (part: number) => void,
): Promise<Found> {
  const drawn = await inReceiptThread({ job: 'picture', bytes, turn, width: READING_WIDTH });
  return 'jpeg' in drawn ? { text: await readWords(drawn.jpeg, onProgress) } : { reason: 'damaged' };
}

function keep(context: ServiceContext, db: WorkspaceDatabase, job: Job, found: Found): void {
  const text = 'text' in found ? found.text.trim().slice(0, MOST_TEXT) : '';
  const read = readReceiptText(text, todayOf(context));
  const reason = 'reason' in found ? found.reason : text === '' ? 'no-words' : '';
  db.noteAside('receipt_reading', {
    // One reading a receipt: another takes its place.
    id: `reading-${job.id}`.slice(0, 64),
    household_id: job.householdId,
    receipt_id: job.id,
    state: reason === '' ? 'read' : 'failed',
    reason,
    day: read.day,
    total_pence: read.total,
    supplier: read.supplier,
    text,
    read_at: context.clock.nowIso(),
  });
}
