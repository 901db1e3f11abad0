import type { RotaView } from '@shared/api/rota';
import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, sumPence } from '@shared/money';
import { costByWorkerAndWeek } from '@shared/rota/cost-forecast';
import { openRateBook } from '@shared/rota/rate';
import type { RotaShift } from '@shared/rota/shift';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { onCostsOf } from './on-cost';
import { premiumsOn } from './pay-cover';
import { costOfPart, type PooledPart, pooledParts, wholeWeeks } from './pools-forecast';
import { householdName } from './pools-record';
import { loadRates, loadRota } from './rota-data';
import { workerShortName } from './worker-name';

type Shared = RotaView['shared'][number];

/** What some days of a rota cost the household, by PA and all in, with what sharing PAs adds to it or takes off. */
type CostOfDays = {
  /** By PA; no total where a shift has no rate. */
  readonly workers: ReadonlyMap<
    string,
    { readonly minutes: number; readonly sleepIns: number; readonly total: Pence | null }
  >;
  readonly shared: Shared[];
  readonly totals: readonly Pence[];
  /** False when a shift has no rate: then the totals are too low. */
  readonly isComplete: boolean;
};

/** Parts of shared PAs by PA and household: what others bear takes off, what this household bears adds. */
function sharedOf(db: WorkspaceDatabase, householdId: string, parts: readonly PooledPart[]): Shared[] {
  const groups = new Map<string, Shared>();
  for (const part of parts) {
    const isOurs = part.householdId === householdId;
    const otherId = isOurs ? part.employerId : part.householdId;
    const key = `${part.workerId} ${otherId}`;
    const worker = db.byId('worker', part.workerId);
    const before = groups.get(key);
    const cost = isOurs ? costOfPart(part) : negatePence(costOfPart(part));
    groups.set(key, {
      workerName: worker === undefined ? '' : workerShortName(worker),
      household: { id: otherId, name: householdName(db, otherId) },
      isOurs,
      minutes: (before?.minutes ?? 0) + part.minutes,
      cost: addPence(before?.cost ?? NO_MONEY, cost),
    });
  }
  return [...groups.values()];
}

/** What the days cost: `shifts` are the household's own of those days. On-costs are those of each week. */
export function costOfDays(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
  shifts: readonly RotaShift[],
): CostOfDays {
  const weeks = wholeWeeks(from, to);
  const shiftsOf = (id: string): readonly RotaShift[] =>
    id === householdId && weeks.from === from && weeks.to === to
      ? shifts
      : loadRota(db, id, weeks.from, weeks.to).window.shifts;
  const byWeek = costByWorkerAndWeek({
    shifts: shiftsOf(householdId),
    from,
    to,
    rates: openRateBook(loadRates(db, householdId)),
    onCost: onCostsOf(db, householdId),
    ...premiumsOn(db, householdId),
  });
  const parts = pooledParts(db, householdId, { from, to, shiftsOf, withHoliday: true });
  const workers = new Map<string, { minutes: number; sleepIns: number; total: Pence | null }>();
  for (const week of byWeek) {
    const before = workers.get(week.workerId) ?? { minutes: 0, sleepIns: 0, total: NO_MONEY };
    workers.set(week.workerId, {
      minutes: before.minutes + week.minutes,
      sleepIns: before.sleepIns + week.sleepIns,
      total: before.total === null || week.withoutRate.length > 0 ? null : addPence(before.total, week.total),
    });
  }
  const shared = sharedOf(db, householdId, parts);
  return {
    workers,
    shared,
    totals: [sumPence(byWeek.map((week) => week.total)), sumPence(shared.map((one) => one.cost))],
    isComplete: byWeek.every((week) => week.withoutRate.length === 0) && parts.every((part) => part.complete),
  };
}
