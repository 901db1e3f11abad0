import { daysBetween, type IsoDay } from '@shared/dates';
import { householdsToGather, linesOfReasonAlone, shownLine } from '../db/queries/batches';
import type { ActionWriter } from '../db/workspace-database';
import { refuse } from '../refusal';
import { type LineRow, workOutLine } from './batches-line';
import { databaseOf, type ServiceContext } from './context';

/** A batch is for one pay day or a few weeks of them. */
const MOST_DAYS = 62;

function act(
  context: ServiceContext,
  name: string,
  values: Readonly<Record<string, string | number>>,
  work: (write: ActionWriter) => void,
): void {
  databaseOf(context).act({ name, householdId: null, values, undoable: false }, work);
}

/**
 * Begins a batch for every run with its pay date from one day to another. Refuses with `day.end-before-start`,
 * `batch.too-long` and `batch.nobody-to-pay`.
 */
export function createBatch(context: ServiceContext, payFrom: IsoDay, payTo: IsoDay): string {
  const db = databaseOf(context);
  if (payTo < payFrom) refuse('day.end-before-start', {}, 'payTo');
  if (daysBetween(payFrom, payTo) >= MOST_DAYS) refuse('batch.too-long', { days: MOST_DAYS }, 'payTo');
  if (householdsToGather(db, '').length === 0) refuse('batch.nobody-to-pay');
  const id = context.ids.next();
  act(context, 'batch.created', { from: payFrom, to: payTo }, (write) =>
    write.insert('batch', {
      id,
      pay_from: payFrom,
      pay_to: payTo,
      made_at: context.clock.nowIso(),
      made_by: db.initials,
      closed_at: null,
      gathered_to: '',
    }),
  );
  return id;
}

/** A line's row that may still be changed. Refuses with `not-found` and `batch.line-finished`. */
function openLine(context: ServiceContext, batchId: string, lineId: string): LineRow {
  const db = databaseOf(context);
  const now = shownLine(db, batchId, lineId) ?? refuse('not-found');
  if (now.now_state === 'finished') refuse('batch.line-finished');
  return db.byId('batch_line', lineId) ?? refuse('not-found');
}

/** The initials of who works now, for what a person answers for. Refuses with `pay.say-who-works`. */
function whoLooks(context: ServiceContext): string {
  const { initials } = databaseOf(context);
  return initials === '' ? refuse('pay.say-who-works') : initials;
}

function acceptLines(context: ServiceContext, batchId: string, rows: readonly LineRow[]): number {
  const by = whoLooks(context);
  const toAccept = rows.filter((row) => row.state === 'look');
  if (toAccept.length === 0) refuse('batch.nothing-to-accept');
  act(context, 'batch.accepted', { lines: toAccept.length, batchId }, (write) => {
    for (const row of toAccept) write.update('batch_line', row.id, { state: 'ready', looked_by: by });
  });
  return toAccept.length;
}

/**
 * Notes that somebody looked at lines that need a look, so that they are paid as they are. Refuses with `pay.say-who-works`
 * and `batch.nothing-to-accept`.
 */
export function accept(context: ServiceContext, batchId: string, lineIds: readonly string[]): number {
  return acceptLines(
    context,
    batchId,
    lineIds.map((id) => openLine(context, batchId, id)),
  );
}

/** The same for every line that has no other reason than one. */
export function acceptReason(context: ServiceContext, batchId: string, reason: string): number {
  return accept(context, batchId, linesOfReasonAlone(databaseOf(context), batchId, reason));
}

/** A line that somebody had looked at needs a look again. */
export function takeBackAccept(context: ServiceContext, batchId: string, lineId: string): void {
  const row = openLine(context, batchId, lineId);
  if (row.looked_by === '') return;
  act(context, 'batch.accept-taken-back', { batchId }, (write) =>
    write.update('batch_line', lineId, { state: 'look', looked_by: '' }),
  );
}

/** Leaves a household's run out of a batch, or takes it in again: then it is worked out anew. */
export function leaveOut(context: ServiceContext, batchId: string, lineId: string, out: boolean): void {
  const row = openLine(context, batchId, lineId);
  if ((row.state === 'left-out') === out) return;
  const patch = out
    ? ({ state: 'left-out', looked_by: '' } as const)
    : workOutLine(context, { ...row, state: 'waiting' });
  act(context, out ? 'batch.left-out' : 'batch.taken-in', { batchId }, (write) =>
    write.update('batch_line', lineId, patch),
  );
}

/** Works out one line now, and notes how it stands. */
export function workOutAgain(context: ServiceContext, batchId: string, lineId: string): void {
  const row = openLine(context, batchId, lineId);
  if (row.state !== 'left-out') databaseOf(context).noteAside('batch_line', workOutLine(context, row));
}

/** Puts a batch away, or back among those to do. */
export function putAway(context: ServiceContext, batchId: string, away: boolean): void {
  const row = databaseOf(context).byId('batch', batchId) ?? refuse('not-found');
  if ((row.closed_at !== null) === away) return;
  act(context, away ? 'batch.put-away' : 'batch.taken-out', { batchId }, (write) =>
    write.update('batch', batchId, { closed_at: away ? context.clock.nowIso() : null }),
  );
}
