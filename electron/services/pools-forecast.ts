import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import { payLines } from '@shared/rota/hours-to-pay';
import { type PooledShift, splitPoolCost } from '@shared/rota/pooled';
import { openRateBook } from '@shared/rota/rate';
import { isStaffed } from '@shared/rota/shift';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { type LoadedPool, loadPools, sharingOf } from './pools-record';
import { loadRates, loadRota } from './rota-data';

/** What the shifts of some days cost; the money's own way to work it out. */
type CostOf = (
  householdId: string,
  shifts: ReturnType<typeof loadRota>['window']['shifts'],
) => { readonly grossPay: Pence; readonly employerCosts: Pence };

/** What one pool's planned shifts cost, by household; nothing where they can't be shared yet. */
function partsOf(
  db: WorkspaceDatabase,
  pool: LoadedPool,
  from: IsoDay,
  to: IsoDay,
  costOf: CostOf,
): ReadonlyMap<string, Pence> {
  const employer = pool.row.household_id;
  const rates = openRateBook(loadRates(db, employer));
  const shared = loadRota(db, employer, from, to).window.shifts.flatMap((shift) => {
    const sharing = isStaffed(shift) ? sharingOf([pool], shift) : undefined;
    if (sharing === undefined || shift.workerId === null) return [];
    const lines = payLines(shift.workerId, [shift], rates);
    const worth = lines.ok ? sumPence(lines.value.map((line) => line.amount)) : pence(shift.minutes);
    const pooled: PooledShift = { key: shift.key, day: shift.day, worth, supported: sharing.supported };
    return [{ shift, pooled }];
  });
  if (shared.every(({ pooled }) => pooled.worth === 0)) return new Map();
  const { grossPay, employerCosts } = costOf(
    employer,
    shared.map(({ shift }) => shift),
  );
  const split = splitPoolCost(
    pool.pool,
    shared.map(({ pooled }) => pooled),
    [{ account: 'wages', amount: addPence(grossPay, employerCosts) }],
  );
  if (!split.ok) return new Map();
  return new Map(split.value.shares.map((share) => [share.householdId, share.total]));
}

/**
 * What sharing PAs adds to the cost of a household's own rota in some days, or takes off it: its part of others' PAs, less
 * what others bear of its own.
 */
export function pooledDifference(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
  costOf: CostOf,
): Pence {
  let difference = NO_MONEY;
  for (const pool of loadPools(db)) {
    const isEmployer = pool.row.household_id === householdId;
    if (!isEmployer && !pool.members.some((one) => one.household_id === householdId)) continue;
    for (const [id, amount] of partsOf(db, pool, from, to, costOf)) {
      if (!isEmployer && id === householdId) difference = addPence(difference, amount);
      if (isEmployer && id !== householdId) difference = takePence(difference, amount);
    }
  }
  return difference;
}
