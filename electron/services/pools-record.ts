import type { PoolSupported } from '@shared/api/pools';
import type { IsoDay } from '@shared/dates';
import { patternOfOccurrence } from '@shared/rota/pattern';
import { isMemberOn, type Pool, type PoolRule } from '@shared/rota/pooled';
import { allPools, membersOfPool, rulesOfPool, shiftsOfPool } from '../db/queries/pools';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

export type PoolRow = WorkspaceSchema['pool'];

/** A pool with whom its shifts support. */
export type LoadedPool = {
  readonly row: PoolRow;
  readonly pool: Pool;
  readonly members: readonly WorkspaceSchema['pool_member'][];
  readonly patterns: ReadonlyMap<string, readonly PoolSupported[]>;
  readonly shifts: ReadonlyMap<string, readonly PoolSupported[]>;
};

function loadPool(db: WorkspaceDatabase, row: PoolRow): LoadedPool {
  const members = membersOfPool(db, row.id);
  const shared = shiftsOfPool(db, row.id).map((one) => ({
    patternId: one.pattern_id,
    key: one.shift_key,
    supported: JSON.parse(one.supported_json) as readonly PoolSupported[],
  }));
  return {
    row,
    members,
    pool: {
      id: row.id,
      employerHouseholdId: row.household_id,
      members: members.map((one) => ({ householdId: one.household_id, from: one.from_day, to: one.to_day })),
      rules: rulesOfPool(db, row.id).map((one) => ({
        from: one.from_day,
        rule: JSON.parse(one.rule_json) as PoolRule,
      })),
    },
    patterns: new Map(
      shared.flatMap((one) => (one.patternId === null ? [] : [[one.patternId, one.supported]])),
    ),
    shifts: new Map(shared.flatMap((one) => (one.key === null ? [] : [[one.key, one.supported]]))),
  };
}

/** Every pool of the workspace, whoever employs. */
export function loadPools(db: WorkspaceDatabase): readonly LoadedPool[] {
  return db.remember('pools', () => allPools(db).map((row) => loadPool(db, row)));
}

/** Pools whose PAs this household employs. */
export function poolsEmployedBy(db: WorkspaceDatabase, householdId: string): readonly LoadedPool[] {
  return loadPools(db).filter((one) => one.row.household_id === householdId);
}

/** The person supported, as everybody calls the household. */
export function householdName(db: WorkspaceDatabase, householdId: string): string {
  const row = db.byId('household', householdId);
  return row === undefined ? '' : row.supported_name || row.name;
}

/** A shift as far as sharing looks at it. */
export type ShareableShift = {
  readonly key: string;
  readonly patternId: string | null;
  /** A shift that stands in for another supports whom that one does. */
  readonly coversShiftKey: string | null;
  readonly day: IsoDay;
  readonly minutes: number;
};

/** The repeating week of a shift's key; null for a single shift. */
export function patternOfKey(key: string): string | null {
  return key.includes(':') ? patternOfOccurrence(key) : null;
}

/** Whom a shift supports by what was said of it, of what it covers, or of its pattern. */
function listedFor(one: LoadedPool, shift: ShareableShift): readonly PoolSupported[] | undefined {
  const ofPattern = (id: string | null) => (id === null ? undefined : one.patterns.get(id));
  const { coversShiftKey: covers } = shift;
  return (
    one.shifts.get(shift.key) ??
    ofPattern(shift.patternId) ??
    (covers === null ? undefined : (one.shifts.get(covers) ?? ofPattern(patternOfKey(covers))))
  );
}

/** The pool that a shift of the employer is shared in on its day, with whom it supports; undefined when it is theirs alone. */
export function sharingOf(
  pools: readonly LoadedPool[],
  shift: ShareableShift,
):
  | {
      readonly pool: LoadedPool;
      readonly supported: readonly { readonly householdId: string; readonly minutes: number }[];
    }
  | undefined {
  for (const one of pools) {
    if (one.row.ended_on !== null && shift.day > one.row.ended_on) continue;
    const listed = listedFor(one, shift);
    if (listed === undefined) continue;
    // Whoever has not joined yet, or has left, has no part of the day.
    const supported = listed
      .filter((each) => isMemberOn(one.pool, each.householdId, shift.day))
      .map((each) => ({
        householdId: each.householdId,
        minutes: each.minutes === null ? shift.minutes : Math.min(each.minutes, shift.minutes),
      }));
    if (supported.length > 0) return { pool: one, supported };
  }
  return undefined;
}

/**
 * How one pool of an employer shares a shift; undefined where it does not, or where another one of `pools` has it: a shift
 * is shared once.
 */
export function sharingIn(
  pools: readonly LoadedPool[],
  one: LoadedPool,
  shift: ShareableShift,
): ReturnType<typeof sharingOf> {
  const found = sharingOf(pools, shift);
  return found?.pool.row.id === one.row.id ? found : undefined;
}
