import type { HoursMapping, HoursState, PayDays } from '@shared/api/hours-in';
import { Refusal } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { type HoursFile, type LookedThrough, lookThrough, takeable } from './hours-in-look';
import { lookAtPlan } from './hours-in-look-plan';
import { changesAnything, type PersonPlan, takeInHours } from './hours-in-take';

const NOTHING: HoursState = { doing: 'nothing', done: 0, of: 0, look: null, outcome: null };

type Outcome = NonNullable<HoursState['outcome']>;

/**
 * Looks through a timesheet file and takes it in, beside the work: one PA, then one household, at a time. What is taken in stays
 * so when it is stopped, and the same file goes on from there: what is here already is left out.
 */
export class HoursInJob {
  readonly #context: ServiceContext;
  #state: HoursState = NOTHING;
  /** The record it is about: another one that is opened since knows nothing of it. */
  #of: object | undefined;
  #looked: LookedThrough | undefined;
  #turn = 0;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** How far it has come, and what was found or taken in. */
  state(): HoursState {
    return this.#of === databaseOf(this.#context) ? this.#state : NOTHING;
  }

  /** Begins to look through a file, in the place of whatever went on. Refuses as `lookThrough` for what is no such file. */
  look(file: HoursFile, mapping: HoursMapping, pay: PayDays | null, accept: ReadonlySet<string>): HoursState {
    return this.#lookWith(() => lookThrough(this.#context, file, mapping, pay, accept));
  }

  /** Begins to look at what the rota plans for everybody who is paid on some days. Refuses as `lookAtPlan`. */
  lookAtPlan(pay: PayDays): HoursState {
    return this.#lookWith(() => lookAtPlan(this.#context, pay));
  }

  #lookWith(begin: () => Generator<{ done: number; of: number }, LookedThrough>): HoursState {
    this.#begin('looking');
    const work = begin();
    try {
      // The first piece reads the file, and may refuse it.
      const first = work.next();
      if (first.done === true) this.#found(first.value);
      else this.#state = { ...this.#state, ...first.value };
    } catch (error) {
      this.#state = NOTHING;
      throw error;
    }
    if (this.#state.doing === 'looking')
      void this.#run(async (goesOn) => {
        for (;;) {
          if (!(await goesOn())) return;
          const next = work.next();
          if (next.done === true) return this.#found(next.value);
          this.#state = { ...this.#state, ...next.value };
        }
      });
    return this.#state;
  }

  /** Begins to take in what was looked at last. Refuses `hours-in.not-looked` and `hours-in.blocked`. */
  take(): HoursState {
    const looked = this.state().doing === 'looked' ? this.#looked : undefined;
    if (looked === undefined) throw new Refusal('hours-in.not-looked');
    if (looked.look.blocked) throw new Refusal('hours-in.blocked');
    this.#begin('taking');
    this.#state = { ...this.#state, of: looked.households.length, look: looked.look };
    void this.#run((goesOn) => this.#take(looked, goesOn));
    return this.#state;
  }

  /** Stops what goes on. */
  stop(): HoursState {
    const { doing } = this.state();
    if (doing === 'looking' || doing === 'taking') {
      this.#turn += 1;
      this.#state = { ...this.#state, doing: 'stopped' };
    }
    return this.state();
  }

  #begin(doing: HoursState['doing']): void {
    this.#of = databaseOf(this.#context);
    this.#turn += 1;
    this.#looked = undefined;
    this.#state = { ...NOTHING, doing };
  }

  #found(looked: LookedThrough): void {
    this.#looked = looked;
    const { of } = this.#state;
    this.#state = { ...NOTHING, doing: 'looked', done: of, of, look: looked.look };
  }

  /** Works as long as nobody stopped it and the same record is open. Calls of the window that wait are answered between two pieces. */
  async #run(work: (goesOn: () => Promise<boolean>) => Promise<void>): Promise<void> {
    const turn = this.#turn;
    const record = this.#of;
    try {
      await work(async () => {
        await nextTurn();
        const { workspace } = this.#context;
        return this.#turn === turn && workspace.isOpen && databaseOf(this.#context) === record;
      });
    } catch (error) {
      this.#context.log.error('hours-in.stopped', error);
      if (this.#turn === turn) this.#state = { ...this.#state, doing: 'failed' };
    }
  }

  async #take(looked: LookedThrough, goesOn: () => Promise<boolean>): Promise<void> {
    const outcome: Outcome = { households: 0, people: 0, minutes: 0, nights: 0, refused: [] };
    for (const [done, household] of looked.households.entries()) {
      this.#state = { ...this.#state, done, outcome };
      if (!(await goesOn())) return;
      this.#takeHousehold(looked, household, outcome);
    }
    if (looked.sha256 !== null) this.#noteFile(looked, looked.sha256, outcome);
    this.#state = { ...this.#state, doing: 'taken', done: this.#state.of, outcome };
  }

  /** Keeps that a file was taken in, so that it is known when it comes again. */
  #noteFile(looked: LookedThrough, sha256: string, outcome: Outcome): void {
    const context = this.#context;
    const db = databaseOf(context);
    const values = { name: looked.look.fileName, count: outcome.people };
    db.act({ name: 'hours-in.file-read', householdId: null, values, undoable: false }, (write) => {
      write.insert('hours_file', {
        id: context.ids.next(),
        name: looked.look.fileName,
        sha256,
        row_count: looked.look.rows,
        read_at: context.clock.nowIso(),
        read_by: db.initials,
      });
    });
  }

  /** Takes in one household's hours. What stands against them by now is told; the others go on. */
  #takeHousehold(looked: LookedThrough, home: LookedThrough['households'][number], outcome: Outcome): void {
    const db = databaseOf(this.#context);
    const today = todayOf(this.#context);
    const plans: PersonPlan[] = [];
    try {
      for (const { workerId, said } of home.people) {
        const worker = said[0]?.person.worker;
        if (worker === undefined) continue;
        const { plan, kept, told } = takeable(db, worker, said, looked.accept, today);
        const stop = told.find((one) => one.severity === 'stop');
        if (kept.length < said.length && stop !== undefined) throw new Refusal(stop.code, stop.values);
        if (changesAnything(plan)) plans.push({ workerId, plan });
      }
      takeInHours(this.#context, home.householdId, plans);
      outcome.households += 1;
      outcome.people += plans.length;
      for (const { minutes, nights } of home.people) {
        outcome.minutes += minutes;
        outcome.nights += nights;
      }
    } catch (error) {
      const { householdId, household } = home;
      const isRefused = error instanceof Refusal;
      if (!isRefused) this.#context.log.error('hours-in.household-failed', error);
      const problem = isRefused
        ? { code: error.code, values: { ...error.details } }
        : { code: 'hours-in.fault', values: {} };
      outcome.refused.push({ householdId, household, problem });
    }
  }
}
