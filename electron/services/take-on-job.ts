import {
  TAKE_ON_PAGE,
  type TakeOnHousehold,
  type TakeOnStanding,
  type TakeOnState,
} from '@shared/api/take-on';
import { readTakeOnTable, type TakeOnTable } from '../files/take-on/read-table';
import { Refusal, refuse } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { TakeOnCells } from './take-on-cells';
import { KnownHouseholds, newPeople, type PlannedHousehold, planHouseholds } from './take-on-plan';
import { rehearseHousehold, takeOnHousehold } from './take-on-store';

const NO_COUNTS = { ready: 0, look: 0, problems: 0, here: 0, taken: 0, refused: 0 };
const NONE: TakeOnState = {
  ...{ state: 'none', fileName: '', rows: 0, done: 0, of: 0 },
  counts: NO_COUNTS,
  people: { ready: 0, look: 0, taken: 0 },
  unknown: [],
};

const isBusy = ({ state }: TakeOnState): boolean => state === 'looking' || state === 'taking-on';

/** How a household stands by what was noted of it. */
function standingOf(planned: PlannedHousehold): TakeOnStanding {
  if (planned.problems.some((one) => one.weight === 'problem')) return 'problems';
  if (planned.householdId !== null && planned.people.length === 0) return 'here';
  return planned.problems.some((one) => one.weight === 'look') ? 'look' : 'ready';
}

/** Finds out how a household of a file stands to the records: here already, or what they would refuse. */
function lookAt(context: ServiceContext, known: KnownHouseholds, planned: PlannedHousehold): void {
  const db = databaseOf(context);
  const id = known.same(planned);
  if (id !== null) {
    planned.householdId = id;
    const people = newPeople(db, id, planned.people);
    const gone = new Set(planned.people.filter((one) => !people.includes(one)).map((one) => one.row));
    planned.people = people;
    // What is here is not read again, so nothing about it matters.
    const added = new Set(people.map((one) => one.row));
    const kept = planned.problems.filter((one) => !gone.has(one.row) || added.has(one.row));
    planned.problems.splice(0, planned.problems.length, ...(people.length === 0 ? [] : kept));
  } else {
    const other = known.otherWithReference(planned);
    const [first] = planned.rows;
    if (other !== undefined && first !== undefined)
      new TakeOnCells(planned.header, first, planned.problems).note(
        'look',
        'payeReference',
        'take-on.reference-of-other',
        { name: other },
      );
  }
  if (planned.household !== null && (planned.householdId === null || planned.people.length > 0))
    rehearseHousehold(context, planned);
  planned.standing = standingOf(planned);
}

/** One file of households: looked at beside the work, a household at a time, then taken on the same way. */
export class TakeOnJob {
  readonly #context: ServiceContext;
  #state: TakeOnState = NONE;
  #households: PlannedHousehold[] = [];
  /** The records it is for: others that are opened since know nothing of it. */
  #of: object | undefined;
  #stopping = false;
  /** Which run is going: an older one that is still on its way ends. */
  #turn = 0;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  state(): TakeOnState {
    if (this.#of !== databaseOf(this.#context)) this.forget();
    return this.#state;
  }

  forget(): TakeOnState {
    this.#turn += 1;
    this.#state = NONE;
    this.#households = [];
    this.#of = databaseOf(this.#context);
    return this.#state;
  }

  /** Reads a file and begins to look at its households. Refuses what is no such table, and while another is taken on. */
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<TakeOnState> {
    if (this.state().state === 'taking-on') refuse('take-on.busy');
    const table = await readTakeOnTable(file.bytes);
    if (!table.ok) refuse(table.code, table.details, 'file');
    this.forget();
    this.#plan(file.name, table.value);
    void this.#run(() => this.#look());
    return this.#state;
  }

  #plan(fileName: string, table: TakeOnTable): void {
    this.#households = planHouseholds(table, todayOf(this.#context));
    const of = this.#households.length;
    const { unknown } = table.header;
    this.#state = { ...NONE, state: 'looking', fileName, rows: table.rows.length, of, unknown: [...unknown] };
  }

  found(
    standing: TakeOnStanding | null,
    from: number,
  ): { readonly count: number; readonly households: TakeOnHousehold[] } {
    this.state();
    const shown = this.#households.filter((one) => standing === null || one.standing === standing);
    return { count: shown.length, households: shown.slice(from, from + TAKE_ON_PAGE).map(shownHousehold) };
  }

  /** Begins to take on those that are ready. Refuses before a file was looked at. */
  start(alsoLook: boolean): TakeOnState {
    const { state } = this.state();
    if (state === 'taking-on') return this.#state;
    if (state !== 'looked' && state !== 'stopped' && state !== 'done') refuse('take-on.not-looked');
    const waiting = this.#households.filter(
      (one) => one.standing === 'ready' || (alsoLook && one.standing === 'look'),
    );
    if (waiting.length === 0) refuse('take-on.none-ready');
    this.#stopping = false;
    this.#state = { ...this.#state, state: 'taking-on', done: 0, of: waiting.length };
    void this.#run(() => this.#takeOn(waiting));
    return this.#state;
  }

  stop(): TakeOnState {
    if (isBusy(this.state())) this.#stopping = true;
    return this.#state;
  }

  /** Runs to the end without a window. */
  async whole(): Promise<TakeOnState> {
    while (isBusy(this.state())) await nextTurn();
    return this.#state;
  }

  async #run(work: () => AsyncGenerator<void>): Promise<void> {
    const record = databaseOf(this.#context);
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const pieces = work();
      for (;;) {
        // Calls of the window that wait are answered between two households.
        await nextTurn();
        if (turn !== this.#turn) return;
        if (!this.#context.workspace.isOpen || databaseOf(this.#context) !== record) return;
        if ((await pieces.next()).done === true) return;
      }
    } catch (error) {
      this.#context.log.error('take-on.stopped', error);
      if (turn === this.#turn) this.#state = { ...this.#count(), state: 'failed' };
    }
  }

  async *#look(): AsyncGenerator<void> {
    const known = new KnownHouseholds(databaseOf(this.#context));
    this.#stopping = false;
    for (const [index, planned] of this.#households.entries()) {
      if (this.#stopping) {
        this.forget();
        return;
      }
      lookAt(this.#context, known, planned);
      this.#state = { ...this.#state, done: index + 1 };
      yield;
    }
    this.#state = { ...this.#count(), state: 'looked' };
  }

  async *#takeOn(waiting: readonly PlannedHousehold[]): AsyncGenerator<void> {
    // Somebody may have added one of them by hand since the file was looked at.
    const known = new KnownHouseholds(databaseOf(this.#context));
    for (const [index, planned] of waiting.entries()) {
      if (this.#stopping) break;
      this.#takeOne(planned, known);
      this.#state = { ...this.#count(), done: index + 1 };
      yield;
    }
    this.#state = { ...this.#count(), state: this.#stopping ? 'stopped' : 'done' };
  }

  #takeOne(planned: PlannedHousehold, known: KnownHouseholds): void {
    try {
      if (known.same(planned) !== planned.householdId) refuse('take-on.changed-since');
      planned.householdId = takeOnHousehold(this.#context, planned, this.#state.fileName);
      planned.standing = 'taken';
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      planned.standing = 'refused';
      const [first] = planned.rows;
      if (first !== undefined)
        new TakeOnCells(planned.header, first, planned.problems).note(
          'problem',
          '',
          problem.code,
          problem.details,
        );
    }
  }

  #count(): TakeOnState {
    const counts = { ...NO_COUNTS };
    const people = { ready: 0, look: 0, taken: 0 };
    for (const one of this.#households) {
      counts[one.standing] += 1;
      if (one.standing === 'ready' || one.standing === 'look' || one.standing === 'taken')
        people[one.standing] += one.people.length;
    }
    return { ...this.#state, counts, people };
  }
}

function shownHousehold(planned: PlannedHousehold): TakeOnHousehold {
  const { row, name, employer, payeReference, standing, householdId, problems } = planned;
  const people = planned.people.map((one) => one.name);
  return { row, name, employer, payeReference, people, standing, householdId, problems: [...problems] };
}
