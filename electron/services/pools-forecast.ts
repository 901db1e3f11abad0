import { addDays, type IsoDay, mondayOf } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '@shared/money';
import { costByWorkerAndWeek } from '@shared/rota/cost-forecast';
import { payLines } from '@shared/rota/hours-to-pay';
import { type PooledShift, splitPoolCost } from '@shared/rota/pooled';
import { openRateBook, type RateBook } from '@shared/rota/rate';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { onCostsOf } from './on-cost';
import { premiumsOn } from './pay-cover';
import { type LoadedPool, loadPools, poolsEmployedBy, sharingIn } from './pools-record';
import { loadRates } from './rota-data';

/** What one household bears of another household's PA in some days, before the pay of them is finished. */
export type PooledPart = {
  readonly employerId: string;
  /** Who bears it: never the employer. */
  readonly householdId: string;
  readonly workerId: string;
  readonly monday: IsoDay;
  /** How long they are supported. */
  readonly minutes: number;
  readonly grossPay: Pence;
  readonly employerCosts: Pence;
  /** False when a shift of theirs has no rate: then it is too low. */
  readonly complete: boolean;
};

/** The days that are asked for, and an employer's shifts of them: of whole weeks, for parts of a week to be right. */
export type DaysToShare = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly shiftsOf: (employerId: string) => readonly RotaShift[];
  /** Whether holiday that builds up counts as a cost. */
  readonly withHoliday: boolean;
};

function touches(pool: LoadedPool, householdId: string): boolean {
  return (
    pool.row.household_id === householdId || pool.members.some((one) => one.household_id === householdId)
  );
}

/** A shift as a pool shares it: what it pays, and whom it supports. Those the pool does not share are the employer's. */
function pooledShift(
  employerId: string,
  pools: readonly LoadedPool[],
  pool: LoadedPool,
  workerId: string,
  shift: RotaShift,
  rates: RateBook,
): PooledShift {
  const lines = payLines(workerId, [shift], rates);
  const worth = lines.ok ? sumPence(lines.value.map((line) => line.amount)) : NO_MONEY;
  const own = [{ householdId: employerId, minutes: shift.minutes }];
  const supported = sharingIn(pools, pool, shift)?.supported ?? own;
  return { key: shift.key, day: shift.day, worth, supported };
}

function partsOfEmployer(db: WorkspaceDatabase, employerId: string, days: DaysToShare): PooledPart[] {
  const { from, to, withHoliday } = days;
  const pools = poolsEmployedBy(db, employerId);
  const staffed = days.shiftsOf(employerId).filter((shift) => isStaffed(shift) && shift.workerId !== null);
  if (!staffed.some((shift) => pools.some((one) => sharingIn(pools, one, shift) !== undefined))) return [];
  const rates = openRateBook(loadRates(db, employerId));
  const onCost = onCostsOf(db, employerId, withHoliday);
  const premiums = premiumsOn(db, employerId);
  return costByWorkerAndWeek({ shifts: staffed, from, to, rates, onCost, ...premiums }).flatMap((week) => {
    const { workerId, monday, wages, onCosts } = week;
    const inWeek = staffed.filter(
      (shift) =>
        shift.workerId === workerId && shift.day >= from && shift.day <= to && mondayOf(shift.day) === monday,
    );
    return pools.flatMap((pool): PooledPart[] => {
      const isShared = (shift: RotaShift): boolean => sharingIn(pools, pool, shift) !== undefined;
      if (!inWeek.some(isShared)) return [];
      const split = splitPoolCost(
        pool.pool,
        inWeek.map((shift) => pooledShift(employerId, pools, pool, workerId, shift, rates)),
        [
          { account: 'wages', amount: wages },
          { account: 'employer-national-insurance', amount: onCosts },
        ],
      );
      // What can't be shared as it stands is told where it is shared; here it stays the employer's.
      if (!split.ok) return [];
      const complete = !inWeek.some((shift) => isShared(shift) && week.withoutRate.includes(shift.key));
      return split.value.shares
        .filter((share) => !share.isEmployer)
        .map(({ householdId, minutes, costs }) => {
          const [grossPay, employerCosts] = [costs[0]?.amount ?? NO_MONEY, costs[1]?.amount ?? NO_MONEY];
          return { employerId, householdId, workerId, monday, minutes, grossPay, employerCosts, complete };
        });
    });
  });
}

/**
 * What households bear of each other's PAs in some days: of a household that is supported its own parts, of an employer
 * those that the others bear. A PA's week is shared whole, as pay is: with National Insurance and pension in proportion.
 */
export function pooledParts(
  db: WorkspaceDatabase,
  householdId: string,
  days: DaysToShare,
): readonly PooledPart[] {
  const employers = new Set(
    loadPools(db)
      .filter((pool) => touches(pool, householdId))
      .map((pool) => pool.row.household_id),
  );
  return [...employers].flatMap((employerId) =>
    partsOfEmployer(db, employerId, days).filter(
      (part) => employerId === householdId || part.householdId === householdId,
    ),
  );
}

/** What one part costs, all in. */
export function costOfPart(part: PooledPart): Pence {
  return addPence(part.grossPay, part.employerCosts);
}

/**
 * What sharing PAs adds to the cost of a household's own rota, or takes off it: its part of others' PAs, less what others
 * bear of its own.
 */
export function pooledDifference(householdId: string, parts: readonly PooledPart[]): Pence {
  return parts.reduce(
    (sum, part) =>
      part.householdId === householdId ? addPence(sum, costOfPart(part)) : takePence(sum, costOfPart(part)),
    NO_MONEY,
  );
}

/** Days as whole weeks: from a Monday to a Sunday. */
export function wholeWeeks(from: IsoDay, to: IsoDay): { readonly from: IsoDay; readonly to: IsoDay } {
  return { from: mondayOf(from), to: addDays(mondayOf(to), 6) };
}
