import { earlierDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence } from '@shared/money';
import type { ReturnFacts } from '@shared/returns/return-facts';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { splitPoolCost } from '@shared/rota/pooled';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { coverReportOf } from './cover-papers-report';
import { type LoadedPool, loadPools, poolsEmployedBy, sharingOf } from './pools-record';
import { loadRota } from './rota-data';

/** A period without any hours. */
export const NO_PERIOD_HOURS: NonNullable<ReturnFacts['hours']> = {
  plannedMinutes: 0,
  workedMinutes: 0,
  coveredMinutes: 0,
  lostMinutes: 0,
  coverCost: NO_MONEY,
};

export type PeriodHours = NonNullable<ReturnFacts['hours']> & {
  readonly byWorker: ReadonlyMap<string, number>;
};

/** Of some minutes of an employer's shift, those that support a household. */
function minutesFor(
  pools: readonly LoadedPool[],
  householdId: string,
  employerId: string,
  shift: RotaShift,
  minutes: number,
): number {
  const sharing = sharingOf(pools, { ...shift, minutes });
  if (sharing === undefined) return householdId === employerId ? minutes : 0;
  return sharing.supported.find((one) => one.householdId === householdId)?.minutes ?? 0;
}

/**
 * Hours of support in a period: planned (every shift but those that stand in for another), worked (confirmed), of those
 * worked by somebody standing in, and lost (nobody came). Of a shared shift only the time that this household is
 * supported; shifts of PAs whom another household employs are in it. Cover from outside counts once it is confirmed.
 * `coverCost` is what the confirmed cover cost: wages with on-costs, or the charge; null where one is not known.
 * Of a shared PA's cover it is this household's own part.
 */
export function periodHours(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): PeriodHours {
  const db = databaseOf(context);
  const last = earlierDay(to, todayOf(context));
  const byWorker = new Map<string, number>();
  const hours = { ...NO_PERIOD_HOURS };
  if (last < from) return { ...hours, byWorker };
  const pools = loadPools(db).filter(
    (one) =>
      one.row.household_id === householdId || one.members.some((each) => each.household_id === householdId),
  );
  for (const employerId of new Set([householdId, ...pools.map((one) => one.row.household_id)])) {
    const own = pools.filter((one) => one.row.household_id === employerId);
    const { window } = loadRota(db, employerId, from, last);
    const part = (shift: RotaShift, minutes: number): number =>
      minutesFor(own, householdId, employerId, shift, minutes);
    for (const shift of window.shifts) {
      if (!kindOfWorkFacts(shift.kindOfWork).countsInPlanHours) continue;
      const standsIn = shift.coversShiftKey !== null || shift.coversAbsenceId !== null;
      if (!standsIn) hours.plannedMinutes += part(shift, shift.plannedMinutes);
      if (!isStaffed(shift) || shift.state !== 'confirmed' || shift.workerId === null) continue;
      const minutes = part(shift, shift.minutes);
      hours.workedMinutes += minutes;
      if (standsIn) hours.coveredMinutes += minutes;
      if (minutes > 0) byWorker.set(shift.workerId, (byWorker.get(shift.workerId) ?? 0) + minutes);
    }
    const shifts = new Map(window.shifts.map((shift) => [shift.key, shift]));
    for (const line of coverReportOf(context, employerId, from, last).lines) {
      const covered = shifts.get(line.key);
      if (covered === undefined) continue;
      for (const cover of line.coveredBy) {
        if (!cover.confirmed) continue;
        const mine = part(shifts.get(cover.key) ?? covered, cover.minutes);
        if (cover.who.kind !== 'worker' && kindOfWorkFacts(covered.kindOfWork).countsInPlanHours) {
          hours.workedMinutes += mine;
          hours.coveredMinutes += mine;
        }
        // An outside charge is the employer’s own bill: only a PA’s pay is shared.
        const own = cover.who.kind === 'worker' ? shifts.get(cover.key) : undefined;
        const bearing = own === undefined ? undefined : sharingOf(poolsEmployedBy(db, employerId), own);
        hours.coverCost = withCost(hours.coverCost, cover, (cost) =>
          partOfCost(bearing, householdId, employerId, own ?? covered, cost),
        );
      }
    }
    for (const gap of window.gaps)
      if (kindOfWorkFacts(gap.shift.kindOfWork).countsInPlanHours)
        hours.lostMinutes += part(gap.shift, gap.minutes);
  }
  return { ...hours, byWorker };
}

/** What a household bears of a cover: all of it, or its part by the pool's rule as of the pay itself. */
function partOfCost(
  sharing: ReturnType<typeof sharingOf>,
  householdId: string,
  employerId: string,
  shift: RotaShift,
  cost: Pence,
): Pence {
  const alone = householdId === employerId ? cost : NO_MONEY;
  if (sharing === undefined) return alone;
  const { key, day } = shift;
  const shared = { key, day, worth: pence(1), supported: sharing.supported };
  const split = splitPoolCost(sharing.pool.pool, [shared], [{ account: 'wages', amount: cost }]);
  if (!split.ok) return alone;
  return split.value.shares.find((one) => one.householdId === householdId)?.total ?? NO_MONEY;
}

/** The cost so far with a household's part of one cover more; one that it has no part of need not be known. */
function withCost(
  sum: Pence | null,
  cover: { readonly wages: Pence | null; readonly onCosts: Pence | null },
  partOf: (cost: Pence) => Pence,
): Pence | null {
  if (cover.wages !== null && cover.onCosts !== null)
    return sum === null ? null : addPence(sum, partOf(addPence(cover.wages, cover.onCosts)));
  // A hundred pounds show whether there is a part of it.
  return partOf(pence(10_000)) === 0 ? sum : null;
}
