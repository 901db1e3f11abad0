import { type LineReason, lineOutcome } from '@shared/desk/batch-line';
import { openProblemOf } from '../db/open';
import { linesOfHousehold, newestActionOf } from '../db/queries/batches';
import type { WorkspaceSchema } from '../db/schema';
import { Refusal, refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { openRunsPaid, payRun } from './pay-run';
import { noteCheck } from './pay-second-check';

export type BatchRow = WorkspaceSchema['batch'];
export type LineRow = WorkspaceSchema['batch_line'];
type PayRunView = ReturnType<typeof payRun>;

/** A refusal about the whole file, such as a full disk: no household's own, so the work stops there. */
export function isOfTheFile(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code.startsWith('workspace.');
}

/** What went wrong with one household, as its reason. A fault of ours is noted by its code, and no other household has it. */
function reasonOf(context: ServiceContext, error: unknown): LineReason {
  if (isOfTheFile(error)) throw error;
  // A file that can't be read is no fault of the household that was being read.
  const problem = openProblemOf(error);
  if (problem !== undefined) throw new Refusal(problem);
  if (error instanceof Refusal)
    return { workerId: null, blocks: true, code: error.code, values: { ...error.details } };
  context.log.error('batch.fault', error);
  return { workerId: null, blocks: true, code: 'batch.fault', values: {} };
}

function stamped(context: ServiceContext, line: LineRow): LineRow {
  return {
    ...line,
    action_mark: newestActionOf(databaseOf(context), line.household_id),
    worked_at: context.clock.nowIso(),
  };
}

/** A line that can't be paid, for one reason. */
export function refusedLine(context: ServiceContext, line: LineRow, error: unknown): LineRow {
  const reason = reasonOf(context, error);
  return stamped(context, {
    ...line,
    state: 'refused',
    why_json: JSON.stringify([reason]),
    looked_by: '',
  });
}

/** The line with a run as it was worked out; null where there is nobody to pay. What somebody looked at stays looked at while it is the same. */
function worked(context: ServiceContext, line: LineRow, run: PayRunView): LineRow | null {
  if (run.state === 'finished')
    return stamped(context, {
      ...line,
      state: 'finished',
      pay_date: run.payDate,
      people: run.lines.length,
      net_pence: run.totals.net,
      run_id: run.runId,
    });
  const outcome = lineOutcome(run);
  if (outcome === null) return null;
  const why = JSON.stringify(outcome.reasons);
  const isLooked =
    outcome.state === 'look' &&
    line.looked_by !== '' &&
    line.why_json === why &&
    line.net_pence === outcome.net;
  return stamped(context, {
    ...line,
    state: isLooked ? 'ready' : outcome.state,
    pay_date: run.payDate,
    people: outcome.people,
    net_pence: outcome.net,
    why_json: why,
    looked_by: isLooked ? line.looked_by : '',
  });
}

/** Works out one line as its household's own pages would. Stores nothing; throws only what is about the whole file. */
export function workOutLine(context: ServiceContext, line: LineRow): LineRow {
  try {
    const run = payRun(context, line.household_id, line.run_key);
    return worked(context, line, run) ?? refuse('pay.nothing-to-pay');
  } catch (error) {
    return refusedLine(context, line, error);
  }
}

/**
 * Every line that a household has in a batch, worked out. Those known before keep their id, what was left out stays out, and
 * a run that is no longer found says so.
 */
export function workOutHousehold(context: ServiceContext, batch: BatchRow, householdId: string): LineRow[] {
  const db = databaseOf(context);
  const known = new Map(
    linesOfHousehold(db, batch.id, householdId).map((line) => [line.run_key, line] as const),
  );
  const lineOf = (key: string, payDate: LineRow['pay_date']): LineRow =>
    known.get(key) ?? {
      id: context.ids.next(),
      batch_id: batch.id,
      household_id: householdId,
      run_key: key,
      pay_date: payDate,
      state: 'waiting',
      people: 0,
      net_pence: null,
      why_json: '[]',
      looked_by: '',
      action_mark: null,
      worked_at: null,
      run_id: null,
    };
  let runs: ReturnType<typeof openRunsPaid>;
  try {
    runs = openRunsPaid(context, householdId, batch.pay_from, batch.pay_to);
  } catch (error) {
    // Not even its pay periods are known: one line stands for them.
    return [refusedLine(context, lineOf(`weekly:${batch.pay_from}`, batch.pay_from), error)];
  }
  const isOpen = (line: LineRow | undefined): boolean =>
    line === undefined || (line.state !== 'left-out' && line.state !== 'finished');
  const found = runs
    .filter((run) => isOpen(known.get(run.key)))
    .flatMap((run) => {
      try {
        const view = run.work();
        if (!known.has(run.key) && lineOutcome(view) === null) return [];
        const line = lineOf(run.key, run.payDate);
        return worked(context, line, view) ?? refusedLine(context, line, new Refusal('pay.nothing-to-pay'));
      } catch (error) {
        return [refusedLine(context, lineOf(run.key, run.payDate), error)];
      }
    });
  const keys = new Set(runs.map((run) => run.key));
  const gone = [...known.values()].filter((line) => !keys.has(line.run_key) && isOpen(line));
  return [...found, ...gone.map((line) => workOutLine(context, line))];
}

/**
 * Notes that who works now looked at a run of a household as it stands. Refuses with `pay.run-not-open`, and with
 * `pay.changed-since` where it comes to something else by now.
 */
export function checkRun(context: ServiceContext, householdId: string, key: string, net: number): void {
  const run = payRun(context, householdId, key);
  if (run.state === 'finished') refuse('pay.run-not-open');
  if (run.totals.net !== net) refuse('pay.changed-since', { expected: net, now: run.totals.net });
  noteCheck(context, householdId, key, run.totals.net);
}
