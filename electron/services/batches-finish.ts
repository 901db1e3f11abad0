import { lineWithMark, newestActionOf, runCheckersOf } from '../db/queries/batches';
import { Refusal } from '../refusal';
import { londonDay } from '../system/clock';
import { isOfTheFile, type LineRow, refusedLine, workOutLine } from './batches-line';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { finishRun } from './pay-run';
import { noteCheck, wantsSecondCheck } from './pay-second-check';

/** What became of one line, and the line as it is to be noted. `skipped` leaves it as it is. */
export type LineDone = {
  readonly what: 'done' | 'changed' | 'refused' | 'skipped';
  readonly line: LineRow;
};

type Marked = NonNullable<ReturnType<typeof lineWithMark>>;

function lineOf({ mark: _, now_run: __, ...line }: Marked): LineRow {
  return line;
}

/** Whether nothing was done in the household, and no day has gone by, since a line was worked out. */
function isFresh(context: ServiceContext, marked: Marked): boolean {
  return (
    marked.mark === marked.action_mark &&
    marked.worked_at !== null &&
    londonDay(Date.parse(marked.worked_at)) === todayOf(context)
  );
}

/** The line as it stands, worked out again where it is old; `changed` where it is not what was seen. */
function asSeen(context: ServiceContext, marked: Marked): LineDone {
  const line = lineOf(marked);
  if (isFresh(context, marked)) return { what: 'done', line };
  const again = workOutLine(context, line);
  const isSame = again.state === 'ready' && again.net_pence === line.net_pence;
  return { what: isSame ? 'done' : 'changed', line: again };
}

/**
 * Finishes one ready line as its household's own page would: once, with the total that was seen, in a transaction of its
 * own. One that is finished already is noted so. Throws only what is about the whole file.
 */
export function finishLine(context: ServiceContext, lineId: string): LineDone | undefined {
  const db = databaseOf(context);
  const marked = lineWithMark(db, lineId);
  if (marked === undefined) return undefined;
  if (marked.now_run !== null)
    return {
      what: 'skipped',
      line: { ...lineOf(marked), state: 'finished', run_id: marked.now_run },
    };
  if (marked.state !== 'ready') return undefined;
  const seen = asSeen(context, marked);
  const { line } = seen;
  if (seen.what !== 'done' || line.net_pence === null) return seen;
  if (
    wantsSecondCheck(db) &&
    runCheckersOf(db, line.household_id, line.run_key, line.net_pence).every((by) => by === db.initials)
  )
    return { what: 'skipped', line };
  try {
    const runId = finishRun(context, line.household_id, line.run_key, line.net_pence);
    const mark = newestActionOf(db, line.household_id);
    return { what: 'done', line: { ...line, state: 'finished', run_id: runId, action_mark: mark } };
  } catch (error) {
    if (isOfTheFile(error)) throw error;
    if (error instanceof Refusal && error.code === 'pay.changed-since')
      return { what: 'changed', line: workOutLine(context, line) };
    return { what: 'refused', line: refusedLine(context, line, error) };
  }
}

/** Notes that who works now looked at a ready line as it stands; an old one is worked out again first. */
export function checkLine(context: ServiceContext, lineId: string): LineDone | undefined {
  const db = databaseOf(context);
  const marked = lineWithMark(db, lineId);
  if (marked === undefined || marked.state !== 'ready' || marked.now_run !== null) return undefined;
  const seen = asSeen(context, marked);
  const { line } = seen;
  if (seen.what !== 'done' || line.net_pence === null) return seen;
  noteCheck(context, line.household_id, line.run_key, line.net_pence);
  return { what: 'done', line: { ...line, action_mark: newestActionOf(db, line.household_id) } };
}
