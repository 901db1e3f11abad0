import {
  BATCH_PAGE,
  type BatchCounts,
  type BatchHead,
  type BatchJobState,
  type BatchLine,
  type BatchLineState,
  type BatchView,
} from '@shared/api/batches';
import type { LineReason } from '@shared/desk/batch-line';
import { addPence, NO_MONEY } from '@shared/money';
import {
  type BatchCount,
  batchChecks,
  batchCounts,
  batchesOf,
  batchReasons,
  countLines,
  oldLines,
  type ShownLine,
  shortNamesOf,
  shownLine,
  shownLines,
} from '../db/queries/batches';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import type { BatchRow } from './batches-line';
import { databaseOf, type ServiceContext } from './context';
import { wantsSecondCheck } from './pay-second-check';
import { workerShortName } from './worker-name';

type Counted = BatchCounts['ready'];

const NOTHING: Counted = { lines: 0, people: 0, net: NO_MONEY };

function countsOf(rows: readonly BatchCount[], batchId: string): BatchCounts {
  const of = (state: BatchLineState): Counted => {
    const row = rows.find((one) => one.batch_id === batchId && one.state === state);
    return row === undefined ? NOTHING : { lines: row.lines, people: row.people, net: row.net };
  };
  return {
    waiting: of('waiting'),
    ready: of('ready'),
    look: of('look'),
    refused: of('refused'),
    finished: of('finished'),
    'left-out': of('left-out'),
  };
}

function headOf(row: BatchRow, rows: readonly BatchCount[]): BatchHead {
  return {
    id: row.id,
    payFrom: row.pay_from,
    payTo: row.pay_to,
    madeAt: row.made_at,
    madeBy: row.made_by,
    closedAt: row.closed_at,
    gathered: row.gathered_to === null,
    counts: countsOf(rows, row.id),
  };
}

/** The batches there are, newest pay day first. */
export function batchList(context: ServiceContext): BatchHead[] {
  const db = databaseOf(context);
  const rows = batchesOf(db);
  const counts = batchCounts(
    db,
    rows.map((one) => one.id),
  );
  return rows.map((row) => headOf(row, counts));
}

function checksOf(db: WorkspaceDatabase, batchId: string): BatchView['checks'] {
  if (!wantsSecondCheck(db)) return null;
  const rows = batchChecks(db, batchId, db.initials);
  const by = (who: 'others' | 'me' | 'nobody') => rows.find((one) => one.by === who);
  const others = by('others');
  return {
    // Whoever finishes says who they are first.
    byOthers:
      others === undefined || db.initials === ''
        ? NOTHING
        : { lines: others.lines, people: others.people, net: addPence(others.net) },
    byMe: by('me')?.lines ?? 0,
    nobody: by('nobody')?.lines ?? 0,
  };
}

/** How a batch stands: counts, what is in the way, and what goes on. Refuses with `not-found`. */
export function batchView(context: ServiceContext, job: BatchJobState, batchId: string): BatchView {
  const db = databaseOf(context);
  const row = db.byId('batch', batchId) ?? refuse('not-found');
  return {
    ...headOf(row, batchCounts(db, [batchId])),
    job,
    old: oldLines(db, batchId),
    reasons: batchReasons(db, batchId),
    checks: checksOf(db, batchId),
  };
}

function linesOf(db: WorkspaceDatabase, rows: readonly ShownLine[]): BatchLine[] {
  const reasons = new Map(rows.map((row) => [row.id, JSON.parse(row.why_json) as LineReason[]]));
  const workers = [...reasons.values()].flat().flatMap((one) => one.workerId ?? []);
  const names = new Map(shortNamesOf(db, workers).map((one) => [one.id, workerShortName(one)]));
  return rows.map((row) => ({
    id: row.id,
    householdId: row.household_id,
    household: row.household,
    runKey: row.run_key,
    payDate: row.pay_date,
    state: row.now_state,
    people: row.people,
    net: row.net_pence,
    reasons: (reasons.get(row.id) ?? []).map((one) => ({
      ...one,
      values: { ...one.values },
      name: names.get(one.workerId ?? '') ?? '',
    })),
    lookedBy: row.looked_by,
    checkedBy: JSON.parse(row.checked_by) as string[],
    isOld: row.is_old === 1,
    runId: row.now_run,
  }));
}

/** A page of a batch's lines, by household. */
export function batchLines(
  context: ServiceContext,
  batchId: string,
  choice: {
    readonly state: BatchLineState | null;
    readonly reason: string | null;
    readonly search: string;
    readonly page: number;
  },
): { lines: BatchLine[]; of: number } {
  const db = databaseOf(context);
  const rows = shownLines(db, batchId, choice, { size: BATCH_PAGE, from: choice.page * BATCH_PAGE });
  return { lines: linesOf(db, rows), of: countLines(db, batchId, choice) };
}

/** One line of a batch as it stands now. Refuses with `not-found`. */
export function batchLine(context: ServiceContext, batchId: string, lineId: string): BatchLine {
  const db = databaseOf(context);
  const row = shownLine(db, batchId, lineId) ?? refuse('not-found');
  const [line] = linesOf(db, [row]);
  return line ?? refuse('not-found');
}
