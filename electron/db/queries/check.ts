import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { FILE_COLUMNS } from './open-record';

/** How many entries a household's ledger has. */
export function countEntries(db: WorkspaceDatabase, householdId: string): number {
  const row = db.first(
    sql
      .selectFrom('ledger_entry')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('household_id', '=', householdId),
  );
  return row?.count ?? 0;
}

/** Every stored file's hash and size as noted, in the order of hashes. */
export function storedFileHashes(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('stored_file').select(['hash', 'size']).orderBy('hash'));
}

/** The first row that names a file, of any household: its table, and the name the file had where that was kept. */
export function userOfFile(
  db: WorkspaceDatabase,
  hash: string,
): { readonly table: string; readonly householdId: string; readonly name: string } | undefined {
  for (const [table, column] of FILE_COLUMNS) {
    const row = db.first(
      sql
        .selectFrom(table)
        .selectAll()
        .where(sql.dynamic.ref<string>(column), '=', hash as never)
        .limit(1),
    ) as Readonly<Record<string, unknown>> | undefined;
    if (row === undefined) continue;
    const name = [row['supplier'], row['file_name'], row['name']].find(
      (text) => typeof text === 'string' && text !== '',
    );
    return { table, householdId: String(row['household_id']), name: String(name ?? '') };
  }
  return undefined;
}

/** Lines whose note that they are still to be explained is wrong: noted without need, or needed and not noted. */
export function wronglyOpenLines(db: WorkspaceDatabase, householdId: string) {
  const isOpen = raw<number>`exists (select 1 from open_line where open_line.line_id = bank_line.id)`;
  const isExplained = raw<number>`exists (select 1 from line_explanation as e where e.bank_line_id = bank_line.id)`;
  return db.all(
    sql
      .selectFrom('bank_line')
      .select(['id', 'day', 'description'])
      .where('household_id', '=', householdId)
      .where(raw<boolean>`${isOpen} = ${isExplained}`)
      .orderBy('day'),
  );
}

/** The sums of months as they are kept, and as the postings come to, by month, fund, account and place. */
export function ledgerMonths(db: WorkspaceDatabase, householdId: string) {
  const kept = db.all(
    sql
      .selectFrom('ledger_month')
      .select(['month', 'agreement_id', 'account', 'ref', 'amount_pence as amount'])
      .where('household_id', '=', householdId),
  );
  const counted = db.all(
    sql
      .selectFrom('ledger_posting')
      .select((from) => [
        raw<string>`substr(day, 1, 7)`.as('month'),
        raw<string>`coalesce(agreement_id, '')`.as('agreement_id'),
        'account',
        raw<string>`case when account in ('bank', 'cash') then coalesce(ref, '') else '' end`.as('ref'),
        from.fn.sum<number>('amount_pence').as('amount'),
      ])
      .where('household_id', '=', householdId)
      .groupBy([raw`1`, raw`2`, raw`3`, raw`4`]),
  );
  return { kept, counted };
}
