import { sqlBuilder as sql } from '../../electron/db/workspace-database';
import type { ServiceContext } from '../../electron/services/context';
import { databaseOf } from '../../electron/services/context';

const TABLES = [
  'rota_pattern',
  'pattern_entry',
  'shift',
  'shift_stretch',
  'lateness',
  'outside_cover',
  'cover_ask',
  'pool_shift',
] as const;

/** Every row of the tables that a change of the rota can reach, by id: for seeing that nothing is left of one. */
export function rowsOf(context: ServiceContext): Record<string, readonly unknown[]> {
  const db = databaseOf(context);
  return Object.fromEntries(
    TABLES.map((table) => [table, db.all(sql.selectFrom(table).selectAll().orderBy('id'))]),
  );
}
