import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Every key of a pattern's shifts lies between these two. */
function keysOf(patternId: string): readonly [string, string] {
  return [`${patternId}:`, `${patternId};`];
}

/** Kept shifts that stand for one of a pattern, in the order of their days. */
export function keptOfPattern(db: WorkspaceDatabase, householdId: string, patternId: string) {
  const [from, to] = keysOf(patternId);
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('occurrence_key', '>', from)
      .where('occurrence_key', '<', to)
      .orderBy('occurrence_day')
      .orderBy('start_time'),
  );
}

/** Kept shifts that cover one of a pattern. */
export function coversOfPattern(db: WorkspaceDatabase, householdId: string, patternId: string) {
  const [from, to] = keysOf(patternId);
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('covers_key', '>', from)
      .where('covers_key', '<', to),
  );
}

/** Kept shifts that share a group key. */
export function shiftsOfGroup(db: WorkspaceDatabase, householdId: string, groupKey: string) {
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('group_key', '=', groupKey)
      .orderBy('start_time'),
  );
}

/** Times inside a shift: awake in the night, rests, the night of a live-in day. */
export function stretchesOf(db: WorkspaceDatabase, shiftId: string) {
  return db.all(
    sql.selectFrom('shift_stretch').selectAll().where('shift_id', '=', shiftId).orderBy('start_time'),
  );
}

/** That somebody was late to a shift. */
export function latenessOf(db: WorkspaceDatabase, shiftId: string) {
  return db.all(sql.selectFrom('lateness').selectAll().where('shift_id', '=', shiftId));
}

/** Cover from outside, of one shift. */
export function outsideCoverOf(db: WorkspaceDatabase, householdId: string, key: string) {
  return db.all(
    sql
      .selectFrom('outside_cover')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('covers_key', '=', key),
  );
}

/** What else names shifts of a pattern by their keys. */
export function namersOfPattern(db: WorkspaceDatabase, householdId: string, patternId: string) {
  const [from, to] = keysOf(patternId);
  return {
    asks: db.all(
      sql
        .selectFrom('cover_ask')
        .selectAll()
        .where('household_id', '=', householdId)
        .where('shift_key', '>', from)
        .where('shift_key', '<', to),
    ),
    outside: db.all(
      sql
        .selectFrom('outside_cover')
        .selectAll()
        .where('household_id', '=', householdId)
        .where('covers_key', '>', from)
        .where('covers_key', '<', to),
    ),
    pooled: db.all(
      sql
        .selectFrom('pool_shift')
        .selectAll()
        .where('household_id', '=', householdId)
        .where((where) =>
          where.or([
            where('pattern_id', '=', patternId),
            where.and([where('shift_key', '>', from), where('shift_key', '<', to)]),
          ]),
        ),
    ),
  };
}
