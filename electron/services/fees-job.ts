import type { FeeState } from '@shared/api/fees';
import type { IsoDay } from '@shared/dates';
import { organisationOf } from '../db/queries/organisation';
import { Refusal, refuse } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { makeInvoice } from './fees-invoice';
import { waitingOf } from './fees-waiting';

const NONE: FeeState = { state: 'none', done: 0, of: 0, made: 0, refused: [] };

/** Makes the invoices of many households beside the work, each in its own act. */
export class FeeJob {
  readonly #context: ServiceContext;
  #state: FeeState = NONE;
  #of: object | undefined;
  #stopping = false;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  state(): FeeState {
    return this.#of === databaseOf(this.#context) ? this.#state : NONE;
  }

  /** Begins. Refuses where nothing waits, where there is no organisation, and a day to pay by that is gone. */
  start(asked: {
    readonly until: IsoDay;
    readonly dueOn: IsoDay;
    readonly householdId: string | null;
  }): FeeState {
    const record = databaseOf(this.#context);
    if (this.state().state === 'running') return this.#state;
    if (organisationOf(record) === undefined) refuse('fees.no-organisation');
    if (asked.dueOn < todayOf(this.#context)) refuse('fees.due-before-issued', {}, 'dueOn');
    const waiting = waitingOf(this.#context, asked.until, asked.householdId);
    if (waiting.length === 0) refuse('fees.nothing-to-charge');
    this.#of = record;
    this.#stopping = false;
    this.#state = { ...NONE, state: 'running', of: waiting.length };
    void this.#run(record, asked, waiting);
    return this.#state;
  }

  stop(): FeeState {
    this.#stopping = true;
    return this.state();
  }

  async #run(
    record: object,
    asked: { readonly until: IsoDay; readonly dueOn: IsoDay },
    waiting: readonly { readonly householdId: string; readonly name: string }[],
  ): Promise<void> {
    try {
      for (const one of waiting) {
        // Calls of the window that wait are answered between two invoices.
        await nextTurn();
        if (!this.#context.workspace.isOpen || databaseOf(this.#context) !== record) return;
        if (this.#stopping) break;
        this.#one(one, asked);
      }
      this.#state = { ...this.#state, state: this.#stopping ? 'stopped' : 'done' };
    } catch (error) {
      this.#context.log.error('fees.stopped', error);
      this.#state = { ...this.#state, state: 'failed' };
    }
  }

  #one(
    one: { readonly householdId: string; readonly name: string },
    asked: { readonly until: IsoDay; readonly dueOn: IsoDay },
  ): void {
    const { done, made, refused } = this.#state;
    try {
      makeInvoice(this.#context, one.householdId, asked.until, asked.dueOn);
      this.#state = { ...this.#state, done: done + 1, made: made + 1 };
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      const { householdId, name } = one;
      this.#state = {
        ...this.#state,
        done: done + 1,
        refused: [...refused, { householdId, name, code: problem.code }],
      };
    }
  }
}
