import type Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { Refusal } from '../refusal';
import { type TableFault, tableFaults, tablesOf } from './damage';
import { findDamage, openProblemOf, USUAL_PAGES_KB } from './open';
import type { WorkspaceSchema } from './schema';
import { type SealedTable, Sealing } from './seals';
import type { FinalTable, TrackedTable } from './tables';

/** Builds typed SQL without running it: Kysely as a compiler. Running is synchronous, in one place, below. */
export const sqlBuilder = new Kysely<WorkspaceSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

type RowChange = {
  readonly table: string;
  readonly rowId: string;
  readonly before: object | null;
  readonly after: object | null;
};

export type ActionInfo = {
  /** A code with a sentence in renderer/text: `rota.shift-moved`. */
  readonly name: string;
  readonly householdId: string | null;
  readonly values?: Readonly<Record<string, string | number>>;
  /** False for what may only be corrected, such as a finished pay run. */
  readonly undoable?: boolean;
};

/** Writes within one action. Everything is kept or, when anything throws, nothing. */
export type ActionWriter = {
  readonly actionId: number;
  insert<T extends TrackedTable>(table: T, row: WorkspaceSchema[T]): void;
  update<T extends TrackedTable>(table: T, id: string, patch: Partial<WorkspaceSchema[T]>): void;
  remove(table: TrackedTable, id: string): void;
  /** Adds to what never changes. Not undone by undo: the caller posts a reversal. */
  append<T extends FinalTable>(table: T, row: WorkspaceSchema[T]): void;
};

/** Takes away for good, past what is final and past the undo history. Only an erasure has one. */
export type EraseWriter = { run(query: Compilable): void };

/** Takes rows in as they were kept elsewhere: final ones too, with the seals they have. Only bringing a household in has one. */
export type TakeInWriter = {
  row(table: keyof WorkspaceSchema, row: object): void;
  setFact(name: string, value: string): void;
  /** The highest number that an action of this file ever had. */
  lastActionNumber(): number;
  /** No later action gets a number up to this one. */
  leaveActionNumbers(to: number): void;
};

/** Looks at the file before anything is saved, and remembers after it how the file is then. `before` refuses by throwing. */
export type FileWatch = { before(): void; after(): void };

const NOT_WATCHED: FileWatch = { before: () => undefined, after: () => undefined };

export type StoredAction = {
  readonly id: number;
  readonly name: string;
  readonly householdId: string | null;
  readonly values: Readonly<Record<string, string | number>>;
  readonly state: 'done' | 'undone';
  readonly undoable: boolean;
  /** Whose initials it has; empty where nobody said. */
  readonly initials: string;
};

/** Memory for pages (kB) while much is made at once: what is written many times is then encrypted once. */
const MANY_PAGES_KB = 256_000;
/** Values kept in memory until the next write. */
const MOST_REMEMBERED = 200;
/** Households that values are kept for: the one that a person is in, those who share a PA with it, and one that is worked on. */
const MOST_HOUSEHOLDS = 6;
const HOUSEHOLD_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Undo met a row that has changed since: it is left as it is. */
export class ChangedSince extends Error {}

/** One open workspace: typed reading anywhere, writing only inside an action. */
export class WorkspaceDatabase {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #remembered = new Map<string, unknown>();
  /** The households that something is remembered for, the newest last. */
  #rememberedFor: string[] = [];
  #rehearsing = false;
  /** The same for inserting, by table and columns: thousands of rows come in at once. */
  readonly #inserts = new Map<string, Database.Statement>();
  readonly #nowIso: () => string;

  /** Whose initials stand beside what is done from now on; empty where nobody said. Forgotten when the file is closed. */
  initials = '';

  readonly #onChange: () => void;
  readonly #watch: FileWatch;

  /** `onChange` is called after each action that was kept, `watch` around everything that is saved. */
  constructor(
    database: Database.Database,
    nowIso: () => string,
    onChange: () => void = () => undefined,
    watch: FileWatch = NOT_WATCHED,
  ) {
    this.#database = database;
    this.#nowIso = nowIso;
    this.#onChange = onChange;
    this.#watch = watch;
  }

  /** Every row of a typed query. */
  all<Row>(query: Compilable<Row>): Row[] {
    const { sql, parameters } = query.compile();
    return this.#prepare(sql).all(...parameters) as Row[];
  }

  /** The first row of a typed query. */
  first<Row>(query: Compilable<Row>): Row | undefined {
    const { sql, parameters } = query.compile();
    return this.#prepare(sql).get(...parameters) as Row | undefined;
  }

  /** One row of a table by its id. */
  byId<T extends TrackedTable | SealedTable | 'ledger_entry' | 'erasure'>(
    table: T,
    id: string,
  ): WorkspaceSchema[T] | undefined {
    return this.#prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as WorkspaceSchema[T] | undefined;
  }

  /**
   * What `make` gives, worked out once until anything is written. Only for values that nobody changes and that follow from
   * the key and the workspace alone.
   */
  remember<T>(key: string, make: () => T): T {
    this.#letGoOfOthers(key);
    if (this.#remembered.has(key)) return this.#remembered.get(key) as T;
    const made = make();
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, made);
    return made;
  }

  /** Forgets what was remembered: for work on one household after the other, which none of the next has a use for. */
  forget(): void {
    this.#remembered.clear();
  }

  /** What was worked out for a household is let go once it was asked for several others: work on many never holds them all. */
  #letGoOfOthers(key: string): void {
    const household = HOUSEHOLD_ID.exec(key)?.[0];
    if (household === undefined || household === this.#rememberedFor.at(-1)) return;
    this.#rememberedFor = [...this.#rememberedFor.filter((one) => one !== household), household];
    if (this.#rememberedFor.length <= MOST_HOUSEHOLDS) return;
    const [oldest = ''] = this.#rememberedFor.splice(0, 1);
    for (const one of this.#remembered.keys()) if (one.includes(oldest)) this.#remembered.delete(one);
  }

  /** A fact about the workspace itself, such as its id or its kind. */
  fact(name: string): string | undefined {
    return (
      this.#prepare('SELECT value FROM workspace_fact WHERE name = ?').get(name) as
        | { value: string }
        | undefined
    )?.value;
  }

  /** Sets a fact about the workspace itself. Not part of the undo history. */
  setFact(name: string, value: string): void {
    this.#prepare(
      'INSERT INTO workspace_fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ).run(name, value);
  }

  /** Does one thing a person asked for in one transaction, and notes it so that it can be undone. */
  act<T>(info: ActionInfo, work: (write: ActionWriter) => T): T {
    const answer = this.#inTransaction(() => {
      // A new action ends what could have been redone.
      this.#prepare(
        "DELETE FROM change WHERE action_id IN (SELECT id FROM action WHERE household_id IS ? AND state = 'undone')",
      ).run(info.householdId);
      this.#prepare("DELETE FROM action WHERE household_id IS ? AND state = 'undone'").run(info.householdId);
      const actionId = Number(
        this.#prepare(
          'INSERT INTO action (household_id, name, values_json, at, undoable, initials) VALUES (?, ?, ?, ?, ?, ?)',
        ).run(
          info.householdId,
          info.name,
          JSON.stringify(info.values ?? {}),
          this.#nowIso(),
          info.undoable === false ? 0 : 1,
          this.initials,
        ).lastInsertRowid,
      );
      let position = 0;
      const note = (change: RowChange): void => {
        position += 1;
        this.#prepare(
          'INSERT INTO change (action_id, position, table_name, row_id, before_json, after_json) VALUES (?, ?, ?, ?, ?, ?)',
        ).run(
          actionId,
          position,
          change.table,
          change.rowId,
          change.before && JSON.stringify(change.before),
          change.after && JSON.stringify(change.after),
        );
      };
      const sealing = new Sealing((sql) => this.#prepare(sql));
      const done = work({
        actionId,
        insert: (table, row) => {
          this.#insertRow(table, row);
          note({ table, rowId: (row as { id: string }).id, before: null, after: row });
        },
        update: (table, id, patch) => {
          const before = this.#row(table, id);
          if (before === undefined) throw new Error(`No row ${id} in ${table}`);
          const after = { ...before, ...patch };
          this.#updateRow(table, id, after);
          // Nobody undoes finished pay: what a hundred shifts were otherwise need not be kept with it twice.
          const kept = info.undoable === false && table === 'shift' ? movedColumns(before, after) : undefined;
          note({ table, rowId: id, before: kept?.before ?? before, after: kept?.after ?? after });
        },
        remove: (table, id) => {
          const before = this.#row(table, id);
          if (before === undefined) throw new Error(`No row ${id} in ${table}`);
          this.#remembered.clear();
          this.#prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
          note({ table, rowId: id, before, after: null });
        },
        append: (table, row) => this.#append(sealing, table, row),
      });
      sealing.finish();
      return done;
    });
    if (!this.#rehearsing) this.#onChange();
    return answer;
  }

  /** Several actions as one: all of them are kept or, when anything throws, none. Each stands in the undo history by itself. */
  together<T>(work: () => T): T {
    return this.#inTransaction(work);
  }

  /**
   * Keeps what the program found out by itself, such as what a receipt was read as. It is no action of a person, so there
   * is nothing to undo; a row with the same id is replaced.
   */
  noteAside<T extends 'receipt_reading' | 'batch' | 'batch_line'>(
    table: T,
    ...rows: readonly WorkspaceSchema[T][]
  ): void {
    if (rows.length === 0) return;
    this.#inTransaction(() => {
      for (const row of rows) {
        if (this.#row(table, row.id) === undefined) this.#insertRow(table, row);
        else this.#updateRow(table, row.id, row);
      }
    });
    this.#onChange();
  }

  /**
   * Keeps what was found when a household was looked at for the desk, in place of what was found before. It follows from the
   * record, so it is no change of it: nothing to undo, nothing to back up.
   */
  keepDesk(
    household: WorkspaceSchema['desk_household'],
    lines: readonly WorkspaceSchema['desk_line'][],
  ): void {
    // Not by `#insertRow`: nothing that is remembered follows from the desk, so it stays.
    this.#inTransaction(() => {
      this.#prepare('DELETE FROM desk_line WHERE household_id = ?').run(household.household_id);
      this.#prepare(
        'INSERT OR REPLACE INTO desk_household (household_id, looked_day, state, next_due_on) VALUES (@household_id, @looked_day, @state, @next_due_on)',
      ).run(household);
      for (const line of lines)
        this.#prepare(
          'INSERT INTO desk_line (household_id, position, code, kind, urgency, due_on, waits_for, values_json, target_json) VALUES (@household_id, @position, @code, @kind, @urgency, @due_on, @waits_for, @values_json, @target_json)',
        ).run(line);
    });
  }

  /**
   * Erases in one transaction what even finished rows and the undo history hold, notes it, and then writes the file anew so
   * that nothing of it stays in a page that is no longer used. Only the services of erasure call it.
   */
  erase(
    note: WorkspaceSchema['erasure'],
    work: (erase: EraseWriter, note: WorkspaceSchema['erasure']) => Partial<WorkspaceSchema['erasure']>,
  ): void {
    this.#inTransaction(() => {
      this.#database.pragma('defer_foreign_keys = ON');
      this.setFact('erasing', note.id);
      const run = (query: Compilable): void => {
        const { sql, parameters } = query.compile();
        this.#prepare(sql).run(...parameters);
      };
      const found = work({ run }, note);
      // What was typed and not saved could still name the person.
      this.#prepare("DELETE FROM workspace_fact WHERE name IN ('erasing', 'drafts')").run();
      this.#insertRow('erasure', { ...note, ...found });
    });
    this.#remembered.clear();
    if (this.#rehearsing) return;
    this.#onChange();
    this.#database.exec('VACUUM');
    this.checkpoint();
  }

  /**
   * Takes in a household that was kept elsewhere, in one transaction, and notes that it came. Its rows, its actions and its
   * seals are as they were there, so nothing of it is sealed anew. What `work` throws leaves nothing behind.
   */
  takeIn<T>(info: ActionInfo, work: (take: TakeInWriter) => T): T {
    const done = this.#inTransaction(() => {
      this.#database.pragma('defer_foreign_keys = ON');
      const answer = work({
        row: (table, row) => this.#insertRow(table, row),
        setFact: (name, value) => this.setFact(name, value),
        lastActionNumber: () =>
          (
            this.#prepare("SELECT seq FROM sqlite_sequence WHERE name = 'action'").get() as
              | { seq: number }
              | undefined
          )?.seq ?? 0,
        leaveActionNumbers: (to) => {
          const changed = this.#prepare(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'action'",
          ).run(to).changes;
          if (changed === 0)
            this.#prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('action', ?)").run(to);
        },
      });
      this.#prepare(
        'INSERT INTO action (household_id, name, values_json, at, undoable, initials) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(
        info.householdId,
        info.name,
        JSON.stringify(info.values ?? {}),
        this.#nowIso(),
        info.undoable === false ? 0 : 1,
        this.initials,
      );
      return answer;
    });
    this.#remembered.clear();
    if (!this.#rehearsing) this.#onChange();
    return done;
  }

  /**
   * Does work as if it were meant and answers what it came to, then leaves everything as it was: for showing what a
   * thing would do before it is done. What the work throws is thrown.
   */
  rehearse<T>(work: () => T): T {
    const done = new Rehearsed<T>();
    this.#rehearsing = true;
    try {
      this.#database.transaction(() => {
        done.answer = { value: work() };
        throw done;
      })();
    } catch (error) {
      if (error !== done) throw error;
    } finally {
      this.#rehearsing = false;
      this.#remembered.clear();
    }
    if (done.answer === undefined) throw new Error('A rehearsal that came to nothing');
    return done.answer.value;
  }

  /** The action that undo would undo, or redo would redo. */
  nextToUndo(householdId: string): StoredAction | undefined {
    const row = this.#prepare(
      "SELECT * FROM action WHERE household_id = ? AND state = 'done' ORDER BY id DESC LIMIT 1",
    ).get(householdId);
    return row === undefined ? undefined : storedAction(row as ActionRowShape);
  }

  nextToRedo(householdId: string): StoredAction | undefined {
    const row = this.#prepare(
      "SELECT * FROM action WHERE household_id = ? AND state = 'undone' ORDER BY id LIMIT 1",
    ).get(householdId);
    return row === undefined ? undefined : storedAction(row as ActionRowShape);
  }

  /**
   * Puts back (or does again) every row of an action, then calls `alsoDo` in the same transaction (ledger reversals).
   * Throws ChangedSince, changing nothing, when a row is no longer as the action left it.
   */
  turn(actionId: number, direction: 'undo' | 'redo', alsoDo: (append: ActionWriter['append']) => void): void {
    this.#inTransaction(() => {
      this.#remembered.clear();
      this.#database.pragma('defer_foreign_keys = ON');
      const changes = this.#prepare(
        `SELECT table_name, row_id, before_json, after_json FROM change WHERE action_id = ? ORDER BY position ${direction === 'undo' ? 'DESC' : 'ASC'}`,
      ).all(actionId) as {
        table_name: TrackedTable;
        row_id: string;
        before_json: string | null;
        after_json: string | null;
      }[];
      for (const change of changes) {
        const [expected, target] =
          direction === 'undo'
            ? [change.after_json, change.before_json]
            : [change.before_json, change.after_json];
        const current = this.#row(change.table_name, change.row_id);
        if (!sameRow(current, expected === null ? undefined : JSON.parse(expected)))
          throw new ChangedSince(change.table_name);
        if (target === null)
          this.#prepare(`DELETE FROM "${change.table_name}" WHERE id = ?`).run(change.row_id);
        else if (current === undefined) this.#insertRow(change.table_name, JSON.parse(target));
        else this.#updateRow(change.table_name, change.row_id, JSON.parse(target));
      }
      const sealing = new Sealing((sql) => this.#prepare(sql));
      alsoDo((table, row) => this.#append(sealing, table, row));
      sealing.finish();
      this.#prepare('UPDATE action SET state = ? WHERE id = ?').run(
        direction === 'undo' ? 'undone' : 'done',
        actionId,
      );
    });
    this.#onChange();
  }

  /**
   * Does work without waiting for the disk after each action, then writes everything down. Only for what can be made
   * again, such as the example: if the power fails meanwhile, that work is lost.
   */
  async withoutWaiting<T>(work: () => Promise<T>): Promise<T> {
    this.#database.pragma('synchronous = OFF');
    this.#database.pragma(`cache_size = ${-MANY_PAGES_KB}`);
    try {
      return await work();
    } finally {
      this.#database.pragma('synchronous = FULL');
      this.#database.pragma(`cache_size = ${-USUAL_PAGES_KB}`);
      this.checkpoint();
    }
  }

  /** Reads every page and reference: what is wrong, empty when all is well. Takes long in a big file. */
  damage(): readonly string[] {
    this.#database.pragma('shrink_memory');
    return findDamage(this.#database);
  }

  /** The tables of this file. */
  tables(): string[] {
    return tablesOf(this.#database);
  }

  /** What is wrong with a table as it lies on the disk. */
  tableFaults(table: string): TableFault[] {
    return tableFaults(this.#database, table);
  }

  /** A copy of the whole workspace, encrypted with the same key, in a new file. */
  copyTo(file: string): void {
    this.#prepare('VACUUM INTO ?').run(file);
  }

  /** Moves what is in the log into the file, so that the file alone is whole. */
  checkpoint(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#remembered.clear();
    this.#statements.clear();
    this.#inserts.clear();
    try {
      this.#database.pragma('optimize');
    } catch {
      // A file that can no longer be read is closed all the same.
    }
    this.#database.close();
  }

  /** What was remembered on the way is forgotten when the work comes to nothing. */
  #inTransaction<T>(work: () => T): T {
    const watched = !this.#rehearsing && !this.#database.inTransaction;
    if (watched) this.#watch.before();
    try {
      const done = this.#database.transaction(work)();
      if (watched) this.#watch.after();
      return done;
    } catch (error) {
      this.#remembered.clear();
      // A full disk or a folder that can't be written is told as such; nothing of the action was kept.
      const problem = openProblemOf(error);
      throw problem === undefined ? error : new Refusal(problem);
    }
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #row(table: string, id: string): object | undefined {
    return this.#prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as object | undefined;
  }

  #insertRow(table: string, row: object): void {
    this.#remembered.clear();
    const columns = Object.keys(row);
    const key = `${table}(${columns.join(',')}`;
    let statement = this.#inserts.get(key);
    if (statement === undefined) {
      statement = this.#prepare(
        `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      this.#inserts.set(key, statement);
    }
    statement.run(...Object.values(row));
  }

  #append(sealing: Sealing, table: FinalTable, row: object): void {
    this.#insertRow(table, row);
    sealing.add(table, row);
  }

  #updateRow(table: string, id: string, row: object): void {
    this.#remembered.clear();
    const columns = Object.keys(row).filter((column) => column !== 'id');
    const values = columns.map((column) => (row as Record<string, unknown>)[column]);
    this.#prepare(
      `UPDATE "${table}" SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
    ).run(...values, id);
  }
}

/** Ends a rehearsal: thrown so that its transaction is taken back. */
class Rehearsed<T> {
  answer: { readonly value: T } | undefined;
}

type ActionRowShape = {
  id: number;
  name: string;
  household_id: string | null;
  values_json: string;
  state: 'done' | 'undone';
  undoable: 0 | 1;
  initials: string;
};

function storedAction(row: ActionRowShape): StoredAction {
  return {
    id: row.id,
    name: row.name,
    householdId: row.household_id,
    values: JSON.parse(row.values_json),
    state: row.state,
    undoable: row.undoable === 1,
    initials: row.initials,
  };
}

/** Only the columns that an action changed, with those that say whose row it is. */
function movedColumns(before: object, after: object): { readonly before: object; readonly after: object } {
  const was = before as Readonly<Record<string, unknown>>;
  const kept = Object.entries(after).filter(
    ([column, value]) => was[column] !== value || column === 'household_id' || column === 'worker_id',
  );
  return {
    before: Object.fromEntries(kept.map(([column]) => [column, was[column]])),
    after: Object.fromEntries(kept),
  };
}

/** Whether a row is as an action left it. A column that a later version of the program added is not compared. */
function sameRow(current: object | undefined, left: object | undefined): boolean {
  if (current === undefined || left === undefined) return current === left;
  return Object.keys(left).every(
    (key) => (current as Record<string, unknown>)[key] === (left as Record<string, unknown>)[key],
  );
}
