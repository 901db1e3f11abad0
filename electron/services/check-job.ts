import type { CheckState } from '@shared/api/check';
import { nextTurn } from '../system/next-turn';
import { checkRecord } from './check-record';
import { databaseOf, type ServiceContext } from './context';

const NEVER: CheckState = { state: 'never', done: 0, of: 0, step: null, at: null, rows: 0, findings: [] };

/** The check of the record that runs beside the work, a piece at a time, so that nobody waits for it. */
export class CheckJob {
  readonly #context: ServiceContext;
  #state: CheckState = NEVER;
  /** The record it was made of: another one that is opened since has not been looked at. */
  #of: object | undefined;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** How far it has come, or what was found; `never` for a record that was not looked at since it was opened. */
  state(): CheckState {
    const now = databaseOf(this.#context);
    return this.#of === now ? this.#state : NEVER;
  }

  /** Begins to look, unless it is looking already. */
  start(): CheckState {
    const record = databaseOf(this.#context);
    if (this.#of === record && this.#state.state === 'running') return this.#state;
    this.#of = record;
    this.#state = { ...NEVER, state: 'running' };
    void this.#run(record);
    return this.#state;
  }

  async #run(record: object): Promise<void> {
    try {
      const work = checkRecord(this.#context);
      for (;;) {
        // Calls of the window that wait are answered between two pieces.
        await nextTurn();
        if (!this.#context.workspace.isOpen || databaseOf(this.#context) !== record) return;
        const next = work.next();
        if (next.done === true) {
          const { of } = this.#state;
          const at = this.#context.clock.nowIso();
          this.#state = {
            ...next.value,
            findings: [...next.value.findings],
            state: 'done',
            at,
            done: of,
            of,
            step: null,
          };
          return;
        }
        this.#state = { ...this.#state, ...next.value };
      }
    } catch (error) {
      this.#context.log.error('check.stopped', error);
      this.#state = { ...this.#state, state: 'stopped', step: null };
    }
  }
}
