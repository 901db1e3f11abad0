import type { LargeFileOut } from '@shared/api/common';
import type { OutputsState, OutputsWanted } from '@shared/api/outputs';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { papersOfHousehold } from './outputs-household';
import { OutputPack } from './outputs-pack';
import { daysOfTaxYear, outputScope } from './outputs-scope';
import { waitedFor } from './waited-for';

const NEVER: OutputsState = {
  state: 'never',
  step: null,
  done: 0,
  of: 0,
  wanted: null,
  at: null,
  files: 0,
  payslips: 0,
  bytes: 0,
  name: null,
  notMade: [],
  notMadeCount: 0,
};

/** What is told of what could not be made; the whole list is in the file. */
const MOST_TOLD = 200;
/** Calls of the window that wait are answered after this long at the most, but for the one paper that is being made. */
const SLICE_MS = 20;

type Making = { state: OutputsState; stopped: boolean; file: LargeFileOut | null };

/**
 * Makes papers of many households beside the work. What was made is held in memory alone, never in a file of its own, and
 * goes with the open records: whoever locks them leaves nothing behind.
 */
export class OutputsJob {
  readonly #context: ServiceContext;
  readonly #makings = new WeakMap<WorkspaceDatabase, Making>();

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  #making(): Making | undefined {
    return this.#makings.get(databaseOf(this.#context));
  }

  /** How far it has come, or what was made. */
  state(): OutputsState {
    return this.#making()?.state ?? NEVER;
  }

  /** Ends what is being made; nothing of it is kept. */
  stop(): OutputsState {
    const making = this.#making();
    if (making !== undefined && making.state.state === 'running') {
      making.stopped = true;
      making.state = { ...NEVER, state: 'stopped', wanted: making.state.wanted };
    }
    return this.state();
  }

  /** What was made. Refuses with `outputs.nothing-made`. */
  file(): LargeFileOut {
    return this.#making()?.file ?? refuse('outputs.nothing-made');
  }

  /**
   * Begins to make papers, unless it is making some already. Refuses what there are no households for
   * (`outputs.nobody-paid`), a letter that was not chosen or is gone, and year-end papers of anything but a tax year that
   * is over.
   */
  start(wanted: OutputsWanted): OutputsState {
    const context = this.#context;
    const db = databaseOf(context);
    const running = this.#making();
    if (running?.state.state === 'running') return running.state;
    if (wanted.kinds.includes('letters') && wanted.letterId === null)
      refuse('outputs.letter-not-chosen', {}, 'letterId');
    if (wanted.letterId !== null && db.byId('letter_template', wanted.letterId) === undefined)
      refuse('outputs.letter-not-chosen', {}, 'letterId');
    if (wanted.kinds.includes('year-end')) {
      if (wanted.of.kind !== 'year') refuse('outputs.year-end-of-year', {}, 'kinds');
      const { to } = daysOfTaxYear(wanted.of.taxYear);
      if (todayOf(context) <= to) refuse('pay.year-not-over', { day: to }, 'kinds');
    }
    if (outputScope(context, wanted.of).households.length === 0) refuse('outputs.nobody-paid', {}, 'of');
    const making: Making = {
      state: { ...NEVER, state: 'running', step: 'households', wanted },
      stopped: false,
      file: null,
    };
    this.#makings.set(db, making);
    void waitedFor(db, () => this.#run(db, making, wanted));
    return making.state;
  }

  async #run(db: WorkspaceDatabase, making: Making, wanted: OutputsWanted): Promise<void> {
    const context = this.#context;
    const goesOn = (): boolean => !making.stopped && context.workspace.isOpen && databaseOf(context) === db;
    let since = performance.now();
    /** Lets others have a turn when this one was long; false when it is to end. */
    const next = async (): Promise<boolean> => {
      if (performance.now() - since > SLICE_MS) {
        await nextTurn();
        since = performance.now();
      }
      return goesOn();
    };
    const tell = (part: Partial<OutputsState>): void => {
      making.state = { ...making.state, ...part };
    };
    try {
      const scope = outputScope(context, wanted.of);
      const letter = wanted.letterId === null ? null : (db.byId('letter_template', wanted.letterId) ?? null);
      const pack = new OutputPack({ wanted, scope, madeOn: todayOf(context) });
      tell({ of: scope.households.length });
      for (const household of scope.households) {
        for (const piece of papersOfHousehold(context, household, scope, wanted, letter)) {
          pack.add(household, piece);
          if (!(await next())) return;
        }
        pack.closeHousehold();
        db.forget();
        tell({
          done: making.state.done + 1,
          files: pack.files,
          payslips: pack.payslips,
          notMade: pack.notMade.slice(0, MOST_TOLD),
          notMadeCount: pack.notMade.length,
        });
        if (!(await next())) return;
      }
      tell({ step: 'printing', done: 0, of: pack.papersToPrint });
      for await (const printed of pack.print()) {
        tell({ done: printed });
        if (!(await next())) return;
      }
      tell({ step: 'packing', done: 0, of: 0 });
      await nextTurn();
      const file = await pack.packed();
      if (!goesOn()) return;
      making.file = file;
      tell({
        state: file === null ? 'nothing' : 'done',
        step: null,
        at: context.clock.nowIso(),
        files: pack.files,
        payslips: pack.payslips,
        bytes: file?.blob.size ?? 0,
        name: file?.name ?? null,
        notMade: pack.notMade.slice(0, MOST_TOLD),
        notMadeCount: pack.notMade.length,
      });
    } catch (error) {
      if (making.stopped) return;
      context.log.error('outputs.failed', error);
      making.state = { ...NEVER, state: 'failed', wanted };
    }
  }
}
