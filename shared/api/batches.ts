import { z } from 'zod';
import { call, day, id, line, pence } from './common';
import { payWarning, runKey } from './pay';

/** Why a household's pay is not simply ready. `blocks`: it can't be finished so. `workerId`: the PA it is about. */
const batchReason = payWarning.extend({ name: z.string() });
export type BatchReason = z.infer<typeof batchReason>;

/**
 * `waiting`: not worked out yet. `ready`: nothing stands in the way. `look`: may be paid once somebody has looked at it.
 * `refused`: can't be paid as it is. `finished`: paid for good, here or in the household's own pages. `left-out`: not in
 * this batch.
 */
export const batchLineState = z.enum(['waiting', 'ready', 'look', 'refused', 'finished', 'left-out']);
export type BatchLineState = z.infer<typeof batchLineState>;

const counted = z.object({ lines: z.int(), people: z.int(), net: pence });

export const batchCounts = z.object({
  waiting: counted,
  ready: counted,
  look: counted,
  refused: counted,
  finished: counted,
  'left-out': counted,
});
export type BatchCounts = z.infer<typeof batchCounts>;

const batchHead = z.object({
  id,
  payFrom: day,
  payTo: day,
  /** An ISO moment, UTC, and whose initials. */
  madeAt: z.string(),
  madeBy: z.string(),
  /** Set once somebody put it away. */
  closedAt: z.string().nullable(),
  /** Whether every household was looked at for pay of these days. */
  gathered: z.boolean(),
  counts: batchCounts,
});
export type BatchHead = z.infer<typeof batchHead>;

/** What goes on beside the work: working out, checking by a second person, finishing. One at a time. */
export const batchWork = z.enum(['working-out', 'checking', 'finishing']);
export type BatchWork = z.infer<typeof batchWork>;

export const batchJob = z.object({
  /** `never`: nothing was begun since the records were opened. `failed`: `problem` says why; what is done is done. */
  state: z.enum(['never', 'running', 'done', 'stopped', 'failed']),
  batchId: id.nullable(),
  work: batchWork.nullable(),
  /** Households. */
  done: z.int(),
  of: z.int(),
  /** The code of a refusal that ended it, such as a full disk. */
  problem: z.string().nullable(),
  /** Of finishing: runs finished, not as they were seen, and refused. Of checking: runs checked. */
  finished: z.int(),
  changed: z.int(),
  refused: z.int(),
});
export type BatchJobState = z.infer<typeof batchJob>;

export const batchView = batchHead.extend({
  job: batchJob,
  /** Lines not finished in whose household something was done since they were worked out. */
  old: z.int(),
  /** Why lines are not ready, by code, most first: so that all of one kind can be seen and accepted together. */
  reasons: z.array(z.object({ code: z.string(), state: batchLineState, lines: z.int() })),
  /** Where a second person looks at pay first: of the ready lines. Null where the organisation does not ask for it. */
  checks: z
    .object({
      /** Looked at, to the penny, by somebody else than who works now: may be finished. */
      byOthers: counted,
      /** Looked at only by who works now. */
      byMe: z.int(),
      nobody: z.int(),
    })
    .nullable(),
});
export type BatchView = z.infer<typeof batchView>;

export const batchLine = z.object({
  id,
  householdId: id,
  household: z.string(),
  runKey,
  payDate: day,
  state: batchLineState,
  people: z.int(),
  net: pence.nullable(),
  reasons: z.array(batchReason),
  lookedBy: z.string(),
  /** Whose initials checked it as it stands, to the penny. */
  checkedBy: z.array(z.string()),
  /** Something was done in the household since it was worked out. */
  isOld: z.boolean(),
  runId: id.nullable(),
});
export type BatchLine = z.infer<typeof batchLine>;

export const BATCH_PAGE = 50;

const inBatch = z.object({ batchId: id });
const inLine = inBatch.extend({ lineId: id });
const saved = z.object({ saved: z.literal(true) });
const ofRun = z.object({ householdId: id, key: runKey });

/** Pay of many households in one go: each as its own pages would pay it, one after the other. */
export const batchesContract = {
  /** The batches there are, newest pay day first. */
  list: call.output(z.array(batchHead)),
  /** Begins a batch for every run with its pay date from one day to another. Nothing is worked out yet. */
  create: call.input(z.object({ payFrom: day, payTo: day })).output(z.object({ batchId: id })),
  get: call.input(inBatch).output(batchView),
  /** A page of its lines, by household; `reason` is a code of `reasons`. */
  lines: call
    .input(
      inBatch.extend({
        state: batchLineState.nullable(),
        reason: z.string().max(100).nullable(),
        search: line,
        page: z.int().min(0).max(100_000),
      }),
    )
    .output(z.object({ lines: z.array(batchLine), of: z.int() })),
  line: call.input(inLine).output(batchLine),
  /**
   * Begins work beside the window. Working out takes what is waiting, refused or old; `everything` all that is not finished.
   * Finishing takes every ready line. Refuses with `batch.busy` while other work runs.
   */
  start: call.input(inBatch.extend({ work: batchWork, everything: z.boolean().optional() })).output(batchJob),
  stop: call.output(batchJob),
  job: call.output(batchJob),
  /** Works out one line now. */
  again: call.input(inLine).output(batchLine),
  /** Somebody looked at lines that need a look: they may be paid as they are. */
  accept: call
    .input(inBatch.extend({ lineIds: z.array(id).min(1).max(BATCH_PAGE) }))
    .output(z.object({ lines: z.int() })),
  /** The same for every line that only has this one kind of reason. */
  acceptReason: call
    .input(inBatch.extend({ reason: z.string().min(1).max(100) }))
    .output(z.object({ lines: z.int() })),
  takeBackAccept: call.input(inLine).output(saved),
  leaveOut: call.input(inLine).output(saved),
  takeIn: call.input(inLine).output(saved),
  putAway: call.input(inBatch.extend({ away: z.boolean() })).output(saved),
  /** Whether a second person looks at this run first, and who did as it stands now. */
  runChecks: call
    .input(ofRun.extend({ net: pence }))
    .output(z.object({ needed: z.boolean(), me: z.string(), by: z.array(z.string()) })),
  /** Notes that who works now looked at a run as it stands, to the penny. */
  checkRun: call.input(ofRun.extend({ net: pence })).output(saved),
};
