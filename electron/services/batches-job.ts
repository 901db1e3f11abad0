import type { BatchJobState, BatchWork } from '@shared/api/batches';
import { householdsToGather, linesToDo, lineWithMark } from '../db/queries/batches';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { checkLine, finishLine } from './batches-finish';
import { type BatchRow, isOfTheFile, type LineRow, workOutHousehold, workOutLine } from './batches-line';
import { databaseOf, type ServiceContext } from './context';
import { waitedFor } from './waited-for';

const NEVER: BatchJobState = {
  state: 'never',
  batchId: null,
  work: null,
  done: 0,
  of: 0,
  problem: null,
  finished: 0,
  changed: 0,
  refused: 0,
};

/** Lines are written down together: what they say follows from the record, and is found again where it is lost. */
const MOST_LINES = 40;
const LONGEST_MS = 400;

/** One piece of the work: a household or a line. */
type Piece = () => void;

/**
 * Works on a batch beside the window, one household after the other, so that nobody waits for it and it can be stopped
 * between any two. What is done is done: each run is finished in a transaction of its own.
 */
export class BatchJob {
  readonly #context: ServiceContext;
  #state: BatchJobState = NEVER;
  #record: WorkspaceDatabase | undefined;
  #isStopping = false;
  #lines = new Map<string, LineRow>();
  #gathered: BatchRow | undefined;
  #writtenAt = 0;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** How far it has come; `never` for records that nothing was begun in since they were opened. */
  state(): BatchJobState {
    return this.#record === databaseOf(this.#context) ? this.#state : NEVER;
  }

  /** Begins work on a batch. Refuses with `batch.busy` while other work runs, and with `not-found`. */
  start(batchId: string, work: BatchWork, everything: boolean): BatchJobState {
    const db = databaseOf(this.#context);
    const batch = db.byId('batch', batchId) ?? refuse('not-found');
    if (this.state().state === 'running') refuse('batch.busy');
    const pieces = this.#pieces(db, batch, work, everything);
    this.#record = db;
    this.#isStopping = false;
    this.#lines.clear();
    this.#gathered = undefined;
    this.#writtenAt = this.#context.clock.monotonicMs();
    this.#state = { ...NEVER, state: 'running', batchId, work, of: pieces.length };
    void waitedFor(db, () => this.#run(db, pieces));
    return this.#state;
  }

  /** Stops after the household that is being worked on. */
  stop(): BatchJobState {
    this.#isStopping = true;
    return this.state();
  }

  /** Writes down what was found so far, before it is read. */
  writeDown(): void {
    const db = this.#record;
    if (db === undefined || !this.#context.workspace.isOpen || databaseOf(this.#context) !== db) return;
    const lines = [...this.#lines.values()];
    const gathered = this.#gathered;
    this.#lines.clear();
    this.#gathered = undefined;
    db.noteAside('batch_line', ...lines);
    if (gathered !== undefined) db.noteAside('batch', gathered);
    this.#writtenAt = this.#context.clock.monotonicMs();
  }

  #pieces(db: WorkspaceDatabase, batch: BatchRow, work: BatchWork, everything: boolean): Piece[] {
    if (work === 'finishing')
      return linesToDo(db, batch.id, 'ready').map((id) => () => this.#note(finishLine(this.#context, id)));
    if (work === 'checking')
      return linesToDo(db, batch.id, 'ready').map((id) => () => this.#note(checkLine(this.#context, id)));
    // A household that is looked at whole takes its lines with it.
    const lines = everything ? [] : linesToDo(db, batch.id, 'waiting-refused-or-old');
    const from = everything ? '' : batch.gathered_to;
    const households = from === null ? [] : householdsToGather(db, from);
    return [
      ...lines.map((id) => () => this.#workOut(db, id)),
      ...households.map((id) => () => {
        this.#keep(workOutHousehold(this.#context, batch, id));
        this.#gathered = { ...batch, gathered_to: id };
      }),
      ...(from === null ? [] : [() => this.#noteAllGathered(batch)]),
    ];
  }

  #workOut(db: WorkspaceDatabase, lineId: string): void {
    const known = lineWithMark(db, lineId);
    if (known === undefined) return;
    const { mark: _, now_run: __, ...line } = known;
    this.#keep([workOutLine(this.#context, line)]);
  }

  #noteAllGathered(batch: BatchRow): void {
    this.#gathered = { ...batch, gathered_to: null };
  }

  #keep(lines: readonly LineRow[]): void {
    for (const line of lines) this.#lines.set(line.id, line);
  }

  #note(done: ReturnType<typeof finishLine>): void {
    if (done === undefined) return;
    this.#keep([done.line]);
    const { finished, changed, refused } = this.#state;
    if (done.what === 'done') this.#state = { ...this.#state, finished: finished + 1 };
    if (done.what === 'changed') this.#state = { ...this.#state, changed: changed + 1 };
    if (done.what === 'refused') this.#state = { ...this.#state, refused: refused + 1 };
  }

  async #run(db: WorkspaceDatabase, pieces: readonly Piece[]): Promise<void> {
    try {
      for (const piece of pieces) {
        // Calls of the window that wait are answered between two pieces.
        await nextTurn();
        if (!this.#context.workspace.isOpen || databaseOf(this.#context) !== db) return;
        if (this.#isStopping) break;
        piece();
        db.forget();
        this.#state = { ...this.#state, done: this.#state.done + 1 };
        if (
          this.#lines.size >= MOST_LINES ||
          this.#context.clock.monotonicMs() - this.#writtenAt >= LONGEST_MS
        )
          this.writeDown();
      }
      this.writeDown();
      this.#state = { ...this.#state, state: this.#isStopping ? 'stopped' : 'done' };
    } catch (error) {
      if (!isOfTheFile(error)) this.#context.log.error('batch.stopped', error);
      this.#lines.clear();
      this.#state = {
        ...this.#state,
        state: 'failed',
        problem: isOfTheFile(error) ? error.code : 'batch.fault',
      };
    }
  }
}
