import { earlierDay, type IsoDay } from '@shared/dates';
import type { ReturnFacts } from '@shared/returns/return-facts';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { type LoadedPool, loadPools, sharingOf } from './pools-record';
import { loadRota } from './rota-data';

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
 * supported; shifts of PAs whom another household employs are in it.
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
  const hours = { plannedMinutes: 0, workedMinutes: 0, coveredMinutes: 0, lostMinutes: 0 };
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
    for (const gap of window.gaps)
      if (kindOfWorkFacts(gap.shift.kindOfWork).countsInPlanHours)
        hours.lostMinutes += part(gap.shift, gap.minutes);
  }
  return { ...hours, byWorker };
}
