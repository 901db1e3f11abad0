import { type Compilable, type RawBuilder, sql as raw } from 'kysely';
import { type EraseWriter, sqlBuilder, type WorkspaceDatabase } from '../workspace-database';
import { among } from './among';

/** A row of any table, as it is stored. */
export type AnyRow = Readonly<Record<string, string | number | null | Uint8Array>>;

function made<Row>(query: RawBuilder<Row>): Compilable<Row> {
  return { compile: () => query.compile(sqlBuilder) };
}

export type Reference = { readonly table: string; readonly column: string; readonly to: string };

/** Which column of which table points at which other table: read from the schema itself, so that none can be forgotten. */
export function referencesOf(db: WorkspaceDatabase): readonly Reference[] {
  return db.remember('references of the schema', () =>
    db.all(
      made(raw<Reference>`select m.name as "table", f."from" as "column", f."table" as "to"
        from sqlite_schema as m, pragma_foreign_key_list(m.name) as f where m.type = 'table' order by 1, 2`),
    ),
  );
}

/** Every column of every table, and whether it must hold something. */
export function columnsOf(
  db: WorkspaceDatabase,
): readonly { readonly table: string; readonly column: string; readonly needed: 0 | 1 }[] {
  return db.remember('columns of the schema', () =>
    db.all(
      made(raw<{ table: string; column: string; needed: 0 | 1 }>`select m.name as "table", c.name as "column",
        c."notnull" as needed from sqlite_schema as m, pragma_table_info(m.name) as c where m.type = 'table' and m.name not like 'sqlite~_%' escape '~' order by 1, c.cid`),
    ),
  );
}

/** Rows of a table whose column has one of some values. */
export function rowsAmong(
  db: WorkspaceDatabase,
  table: string,
  column: string,
  values: readonly string[],
): readonly AnyRow[] {
  return db.all(
    made(raw<AnyRow>`select * from ${raw.table(table)} where ${raw.ref(column)} in ${among(values)}`),
  );
}

/** Every row of a table that belongs to one of some households. */
export function rowsOfHouseholds(
  db: WorkspaceDatabase,
  table: string,
  householdIds: readonly string[],
): readonly AnyRow[] {
  return rowsAmong(db, table, 'household_id', householdIds);
}

/** The undo history of some households, oldest first. */
export function historyOf(db: WorkspaceDatabase, householdIds: readonly string[]) {
  return db.all(
    made(raw<{
      action_id: number;
      at: string;
      values_json: string;
      position: number | null;
      table_name: string | null;
      row_id: string | null;
      before_json: string | null;
      after_json: string | null;
    }>`select a.id as action_id, a.at, a.values_json, c.position, c.table_name, c.row_id, c.before_json, c.after_json
      from action as a left join change as c on c.action_id = a.id
      where a.household_id in ${among(householdIds)} order by a.id, c.position`),
  );
}

/** What was erased in a household, the newest first. */
export function erasuresOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sqlBuilder
      .selectFrom('erasure')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('erased_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** Files that no row of any table names any more, neither in a column of its own nor inside a JSON value, and no step of undo. */
export function filesNoLongerNamed(db: WorkspaceDatabase): readonly string[] {
  const inColumns = referencesOf(db)
    .filter((one) => one.to === 'stored_file')
    .map(
      ({ table, column }) =>
        raw`select ${raw.ref(column)} from ${raw.table(table)} where ${raw.ref(column)} is not null`,
    );
  const inside = columnsOf(db)
    .filter(({ table, column }) => column.endsWith('_json') && table !== 'change')
    .map(
      ({ table, column }) =>
        raw`select j.value from ${raw.table(table)} as t, json_tree(t.${raw.ref(column)}) as j
          where j.type = 'text' and length(j.value) = 64`,
    );
  return db
    .all(
      made(raw<{ hash: string }>`select hash from stored_file
        where hash not in (${raw.join([...inColumns, ...inside], raw` union `)})
        and not exists (select 1 from change where instr(before_json, stored_file.hash) > 0 or instr(after_json, stored_file.hash) > 0)`),
    )
    .map((row) => row.hash);
}

/** A file with nothing in it, for rows that must name one. */
export function keepEmptyFile(erase: EraseWriter, hash: string): void {
  erase.run(
    made(
      raw`insert or ignore into stored_file (hash, media_type, size, bytes) values (${hash}, 'application/octet-stream', 0, x'')`,
    ),
  );
}

/** Takes rows away by their ids. */
export function eraseRows(erase: EraseWriter, table: string, ids: readonly string[]): void {
  const key = table === 'stored_file' ? 'hash' : 'id';
  erase.run(made(raw`delete from ${raw.table(table)} where ${raw.ref(key)} in ${among(ids)}`));
}

/** Puts other values into the columns of one row. */
export function setColumns(
  erase: EraseWriter,
  table: string,
  id: string,
  values: Readonly<Record<string, string | number | null>>,
): void {
  const sets = Object.entries(values).map(([column, value]) => raw`${raw.ref(column)} = ${value}`);
  erase.run(made(raw`update ${raw.table(table)} set ${raw.join(sets)} where id = ${id}`));
}

/** Leaves the seals of erased or changed rows where they are, and says what erased them. */
export function markSeals(
  erase: EraseWriter,
  table: string,
  ids: readonly string[],
  erasureId: string,
): void {
  erase.run(
    made(
      raw`update seal set erased_by = ${erasureId} where table_name = ${table} and row_id in ${among(ids)}`,
    ),
  );
}

/** Takes one change out of the undo history: its action can’t be undone any more. */
export function eraseChange(erase: EraseWriter, actionId: number, position: number): void {
  erase.run(made(raw`delete from change where action_id = ${actionId} and position = ${position}`));
  erase.run(made(raw`update action set undoable = 0 where id = ${actionId}`));
}

/** Takes a whole action out of the history. */
export function eraseAction(erase: EraseWriter, actionId: number): void {
  erase.run(made(raw`delete from change where action_id = ${actionId}`));
  erase.run(made(raw`delete from action where id = ${actionId}`));
}

export function setActionValues(erase: EraseWriter, actionId: number, values: string): void {
  erase.run(made(raw`update action set values_json = ${values} where id = ${actionId}`));
}

/** The next free number for a bank line among those of one account, day and amount with the same text. */
export function nextOccurrence(
  db: WorkspaceDatabase,
  line: { readonly accountId: string; readonly day: string; readonly amount: number; readonly text: string },
): number {
  return (
    db.first(
      made(raw<{ next: number }>`select coalesce(max(occurrence), 0) + 1 as next from bank_line
        where account_id = ${line.accountId} and day = ${line.day} and amount_pence = ${line.amount}
        and description = ${line.text}`),
    )?.next ?? 1
  );
}
