import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { RECORD_TABLES, type RecordTable } from './open-record';

/** Tables of a household’s rows in a household file, parents before those that name them. */
export const HAND_OVER_TABLES = [...RECORD_TABLES, 'action', 'change'] as const;

/** A row as it stands in a household file: text, numbers and nothing. */
export type HandOverRow = Readonly<Record<string, string | number | null>>;

/** Every row of a table that belongs to a household, in the order it was written. */
export function rowsToHandOver(
  db: WorkspaceDatabase,
  table: RecordTable,
  householdId: string,
): readonly HandOverRow[] {
  const rows = sql.selectFrom(table).selectAll().where('household_id', '=', householdId);
  // Postings have no row number of their own.
  return db.all(
    table === 'ledger_posting' ? rows.orderBy(raw`entry_id`).orderBy(raw`line`) : rows.orderBy(raw`rowid`),
  ) as unknown as readonly HandOverRow[];
}

/** What was done in a household, by the number that its ledger knows each action by. */
export function actionsToHandOver(db: WorkspaceDatabase, householdId: string): readonly HandOverRow[] {
  return db.all(
    sql
      .selectFrom('action')
      .select([
        raw<number>`coalesce(origin_id, id)`.as('id'),
        'household_id',
        'name',
        'values_json',
        'at',
        'undoable',
        'state',
        'initials',
      ])
      .where('household_id', '=', householdId)
      .orderBy('action.id'),
  );
}

/** What those actions changed, in tables that go with the household. */
export function changesToHandOver(db: WorkspaceDatabase, householdId: string): readonly HandOverRow[] {
  return db.all(
    sql
      .selectFrom('change')
      .innerJoin('action', 'action.id', 'change.action_id')
      .select([
        raw<number>`coalesce(action.origin_id, action.id)`.as('action_id'),
        'change.position',
        'change.table_name',
        'change.row_id',
        'change.before_json',
        'change.after_json',
      ])
      .where('action.household_id', '=', householdId)
      .where('change.table_name', 'in', ['household', ...RECORD_TABLES])
      .orderBy('change.action_id')
      .orderBy('change.position'),
  );
}

/** Households that share a PA with this one, or once did, by name: their rows name one another’s. */
export function householdsSharedWith(db: WorkspaceDatabase, householdId: string): readonly string[] {
  return db
    .all(
      sql
        .selectFrom('household')
        .select('name')
        .where('id', '!=', householdId)
        .where(
          raw<boolean>`id in (
            select member.household_id from pool_member as member join pool on pool.id = member.pool_id where pool.household_id = ${householdId}
            union select pool.household_id from pool join pool_member as member on member.pool_id = pool.id where member.household_id = ${householdId}
            union select other.household_id from pool_member as own join pool_member as other on other.pool_id = own.pool_id
              where own.household_id = ${householdId}
            union select one.household_id from pool_split as one join pool on pool.id = one.pool_id where pool.household_id = ${householdId}
            union select pool.household_id from pool join pool_split as one on one.pool_id = pool.id where one.household_id = ${householdId})`,
        )
        .orderBy('position'),
    )
    .map((row) => row.name);
}

/** How many rows of a table are a household’s. */
export function countToHandOver(db: WorkspaceDatabase, table: RecordTable, householdId: string): number {
  return (
    db.first(
      sql
        .selectFrom(table)
        .select((from) => from.fn.countAll<number>().as('count'))
        .where('household_id', '=', householdId),
    )?.count ?? 0
  );
}

/** Where a household that comes in stands: after all others. */
export function nextHouseholdPosition(db: WorkspaceDatabase): number {
  const last = db.first(
    sql.selectFrom('household').select((from) => from.fn.max<number | null>('position').as('last')),
  );
  return (last?.last ?? 0) + 1;
}

/** The name of another household here whose employer has this PAYE reference. */
export function householdWithPayeReference(db: WorkspaceDatabase, reference: string): string | undefined {
  return db.first(
    sql
      .selectFrom('employer')
      .innerJoin('household', 'household.id', 'employer.household_id')
      .select('household.name')
      .where('employer.paye_reference', '=', reference)
      .limit(1),
  )?.name;
}

/** Households that somebody may mean by an id, a name or a PAYE reference, in the order they stand in. */
export function householdsMeant(db: WorkspaceDatabase, said: string) {
  return db.all(
    sql
      .selectFrom('household')
      .leftJoin('employer', 'employer.household_id', 'household.id')
      .select([
        'household.id',
        'household.name',
        raw<string>`coalesce(paye_reference, '')`.as('payeReference'),
      ])
      .where((where) =>
        where.or([
          where('household.id', '=', said),
          where('household.name', '=', said),
          where('household.supported_name', '=', said),
          where('employer.paye_reference', '=', said),
        ]),
      )
      .orderBy('household.position'),
  );
}
