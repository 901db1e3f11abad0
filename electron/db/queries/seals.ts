import type { SealedTable } from '../seals';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { inPieces } from './in-pieces';

/** A household's seals, in the order they were made. */
export function sealsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('seal').selectAll().where('household_id', '=', householdId).orderBy('sequence'),
  );
}

/** The ids of a household's rows in a table that has seals. */
export function sealedIds(db: WorkspaceDatabase, table: SealedTable, householdId: string): string[] {
  return db
    .all(sql.selectFrom(table).select('id').where('household_id', '=', householdId))
    .map((row) => row.id);
}

/** Rows of a table that has seals, a few hundred at a time: payslips are long. */
export function sealedRows(db: WorkspaceDatabase, table: SealedTable, ids: readonly string[]) {
  return inPieces(ids, (some) => db.all(sql.selectFrom(table).selectAll().where('id', 'in', some)));
}

/** Entries of a household's ledger after one place and up to another, with their postings by entry. */
export function ledgerBetween(db: WorkspaceDatabase, householdId: string, after: number, to: number) {
  const entries = db.all(
    sql
      .selectFrom('ledger_entry')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('sequence', '>', after)
      .where('sequence', '<=', to)
      .orderBy('sequence'),
  );
  const postings = db.all(
    sql
      .selectFrom('ledger_posting')
      .selectAll()
      .where(
        'entry_id',
        'in',
        sql
          .selectFrom('ledger_entry')
          .select('id')
          .where('household_id', '=', householdId)
          .where('sequence', '>', after)
          .where('sequence', '<=', to),
      )
      .orderBy('entry_id')
      .orderBy('line'),
  );
  const byEntry = new Map<string, typeof postings>();
  for (const posting of postings) {
    const list = byEntry.get(posting.entry_id);
    if (list) list.push(posting);
    else byEntry.set(posting.entry_id, [posting]);
  }
  return entries.map((entry) => ({ entry, postings: byEntry.get(entry.id) ?? [] }));
}

/** Postings of a household that belong to no entry of it, by entry: the ledger never makes one. */
export function strayPostings(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('ledger_posting as posting')
      .leftJoin('ledger_entry as entry', 'entry.id', 'posting.entry_id')
      .select(['posting.entry_id', 'posting.day'])
      .where('posting.household_id', '=', householdId)
      .where((where) =>
        where.or([
          where('entry.id', 'is', null),
          where('entry.household_id', '!=', householdId),
          where('entry.day', '!=', where.ref('posting.day')),
        ]),
      )
      .groupBy('posting.entry_id'),
  );
}
