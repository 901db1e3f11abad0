import type { DeskLook } from '@shared/api/desk';
import { lookedOf, nextToLookAt } from '../db/queries/desk';
import { Refusal } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { lookForDesk } from './desk-look';
import { standBack } from './waited-for';

/** So long the work goes on before calls of the window that wait are answered. */
const SLICE_MS = 25;
/** Turns of the loop that a call takes from being read to being answered, with some to spare. */
const TURNS_OF_A_CALL = 12;

/** Calls of the window that wait are answered whole between two slices: they wait for one slice, not for one at each turn. */
async function othersFirst(): Promise<void> {
  for (let turn = 0; turn < TURNS_OF_A_CALL; turn += 1) await nextTurn();
}

/**
 * Looks at the households beside the work, one after the other, first those in which something was done. It stands back
 * while a person waits for a batch or for papers.
 */
export class DeskJob {
  readonly #context: ServiceContext;
  #state: DeskLook['state'] = 'idle';
  /** The record it is about: another one that is opened since has not been looked at. */
  #of: object | undefined;
  #turn = 0;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** How far today's look has come. */
  state(): DeskLook {
    const record = databaseOf(this.#context);
    return {
      state: this.#of === record ? this.#state : 'idle',
      ...lookedOf(record, todayOf(this.#context)),
    };
  }

  /** Begins, also where a person stopped it. */
  start(): DeskLook {
    const record = databaseOf(this.#context);
    if (this.#of !== record || this.#state !== 'running') {
      this.#of = record;
      this.#state = 'running';
      this.#turn += 1;
      void this.#run(record, this.#turn);
    }
    return this.state();
  }

  /** Begins where anything is old, unless a person stopped it or it failed. */
  wake(): void {
    const record = databaseOf(this.#context);
    if (this.#of === record && this.#state !== 'idle') return;
    if (nextToLookAt(record, todayOf(this.#context)) !== undefined) this.start();
  }

  /** Stops; what was looked at stays. */
  stop(): DeskLook {
    if (this.#of === databaseOf(this.#context) && this.#state === 'running') this.#state = 'stopped';
    return this.state();
  }

  #goesOn(record: object, turn: number): boolean {
    return (
      this.#turn === turn &&
      this.#of === record &&
      this.#state === 'running' &&
      this.#context.workspace.isOpen &&
      databaseOf(this.#context) === record
    );
  }

  async #run(record: object, turn: number): Promise<void> {
    let work: Generator<void, void> | undefined;
    try {
      for (;;) {
        await othersFirst();
        if (!this.#goesOn(record, turn)) return;
        await standBack(databaseOf(this.#context));
        if (!this.#goesOn(record, turn)) return;
        const until = this.#context.clock.monotonicMs() + SLICE_MS;
        do {
          if (work === undefined) {
            const next = nextToLookAt(databaseOf(this.#context), todayOf(this.#context));
            if (next === undefined) {
              this.#state = 'idle';
              return;
            }
            work = lookForDesk(this.#context, next);
          }
          if (work.next().done === true) work = undefined;
        } while (this.#context.clock.monotonicMs() < until);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) this.#context.log.error('desk.stopped', error);
      if (this.#of === record) this.#state = 'failed';
    }
  }
}
