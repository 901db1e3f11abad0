import { historyOf, referencesOf, rowsAmong } from '../db/queries/erasing';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { LET_GO_OF } from './erasure-tables';

type Values = Readonly<Record<string, string | number | null>>;

export type RowChange = { readonly table: string; readonly id: string; readonly values: Values };

/** What an erasure will do, row by row. Drawn up by reading alone, so that what is shown is what is done. */
export type ErasureDraft = {
  readonly erased: ReadonlyMap<string, ReadonlySet<string>>;
  readonly changed: readonly RowChange[];
  readonly history: {
    /** Whole actions. */
    readonly actions: readonly number[];
    /** Single changes: their actions can’t be undone any more. */
    readonly changes: readonly (readonly [actionId: number, position: number])[];
    /** Values of actions that named the person. */
    readonly values: ReadonlyMap<number, string>;
  };
};

/** Draws up an erasure: whatever points at an erased row goes with it, by the schema’s own references. */
export class Drafting {
  readonly db: WorkspaceDatabase;
  readonly #erased = new Map<string, Set<string>>();
  readonly #changed = new Map<string, RowChange>();

  constructor(db: WorkspaceDatabase) {
    this.db = db;
  }

  isErased(table: string, id: string): boolean {
    return this.#erased.get(table)?.has(id) ?? false;
  }

  idsOf(table: string): readonly string[] {
    return [...(this.#erased.get(table) ?? [])];
  }

  isEmpty(): boolean {
    return this.#erased.size === 0 && this.#changed.size === 0;
  }

  /** Rows that go, with all that hangs on them. */
  erase(table: string, ids: readonly string[]): void {
    const known = this.#erased.get(table) ?? new Set<string>();
    const fresh = ids.filter((id) => !known.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) known.add(id);
    this.#erased.set(table, known);
    for (const { table: child, column } of referencesOf(this.db).filter((one) => one.to === table)) {
      if (child === 'open_line') continue;
      const rows = rowsAmong(this.db, child, column, fresh).map((row) => String(row['id']));
      if (!LET_GO_OF.includes(`${child}.${column}`)) this.erase(child, rows);
      else for (const id of rows) this.change(child, id, { [column]: null });
    }
  }

  /** Other values for some columns of one row. */
  change(table: string, id: string, values: Values): void {
    const key = `${table} ${id}`;
    this.#changed.set(key, { table, id, values: { ...this.#changed.get(key)?.values, ...values } });
  }

  /**
   * The whole of it, with what the undo history holds of the same rows. `goes` says of an action’s day, and of a text of
   * the history, whether they go besides; `saidAnew` gives an action’s values without the person.
   */
  finish(
    householdIds: readonly string[],
    goes: {
      readonly before?: string;
      readonly names?: (text: string) => boolean;
      readonly saidAnew?: (values: string) => string;
    },
  ): ErasureDraft {
    const changed = [...this.#changed.values()].filter((one) => !this.isErased(one.table, one.id));
    const touched = new Set([
      ...changed.map((one) => `${one.table} ${one.id}`),
      ...[...this.#erased].flatMap(([table, ids]) => [...ids].map((id) => `${table} ${id}`)),
    ]);
    const gone = new Set([...this.#erased.values()].flatMap((ids) => [...ids]));
    const rows = historyOf(this.db, householdIds);
    const actions = new Set<number>();
    const changes = new Map<string, readonly [number, number]>();
    const values = new Map<number, string>();
    for (let before = -1; before !== changes.size; ) {
      before = changes.size;
      for (const row of rows) {
        if (goes.before !== undefined && row.at.slice(0, 10) <= goes.before) actions.add(row.action_id);
        if (row.position === null || row.table_name === null || row.row_id === null) continue;
        const key = `${row.action_id} ${row.position}`;
        if (changes.has(key)) continue;
        const texts = [row.before_json, row.after_json].flatMap((text) => text ?? []);
        // A row that was taken off the record long ago goes with what it hung on, and so does what hung on it.
        if (texts.some((text) => pointsAt(text, gone))) gone.add(row.row_id);
        else if (
          !touched.has(`${row.table_name} ${row.row_id}`) &&
          !texts.some((text) => goes.names?.(text) === true)
        )
          continue;
        changes.set(key, [row.action_id, row.position]);
      }
    }
    for (const row of rows) {
      const anew = goes.saidAnew?.(row.values_json) ?? row.values_json;
      if (anew !== row.values_json) values.set(row.action_id, anew);
    }
    return {
      erased: this.#erased,
      changed,
      history: {
        actions: [...actions],
        changes: [...changes.values()].filter(([actionId]) => !actions.has(actionId)),
        values,
      },
    };
  }
}

/** Whether a stored row names one of some ids. */
function pointsAt(json: string, ids: ReadonlySet<string>): boolean {
  return Object.values(JSON.parse(json) as Record<string, unknown>).some(
    (value) => typeof value === 'string' && ids.has(value),
  );
}
