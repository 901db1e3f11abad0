import type { HomeDetails, HomeView } from '@shared/api/orders';
import { accommodationAdjustment, minimumWageRatesOn } from '@shared/payroll/minimum-wage';
import { accommodationOf } from '../db/queries/pay-life';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { workerShortName } from './worker-name';

type HomeRow = WorkspaceSchema['accommodation'];

/** Homes the employer provided a PA, oldest first, with what a day of each does to the minimum wage now. */
export function listHomes(
  context: ServiceContext,
  householdId: string,
  workerId: string,
): { homes: HomeView[]; offsetPerDay: string | null } {
  const db = databaseOf(context);
  ownedRow(db.byId('worker', workerId), householdId);
  const rates = minimumWageRatesOn(todayOf(context));
  return {
    homes: accommodationOf(db, householdId)
      .filter((one) => one.worker_id === workerId)
      .map((row) => ({
        id: row.id,
        fromDay: row.from_day,
        endedOn: row.ended_on,
        dailyCharge: row.daily_charge_pence,
        countsPerDay: rates === undefined ? null : accommodationAdjustment(rates, row.daily_charge_pence, 1),
      })),
    offsetPerDay: rates?.accommodationOffsetPerDay ?? null,
  };
}

function ownHome(context: ServiceContext, householdId: string, workerId: string, id: string): HomeRow {
  const row = ownedRow(databaseOf(context).byId('accommodation', id), householdId);
  if (row.worker_id !== workerId) refuse('not-found');
  return row;
}

/** Keeps a home with its daily charge. Refuses an end before the start, and two homes at once (`home.overlaps`). */
export function saveHome(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string | null,
  home: HomeDetails,
): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const before = id === null ? undefined : ownHome(context, householdId, workerId, id);
  if (home.endedOn !== null && home.endedOn < home.fromDay) refuse('day.end-before-start', {}, 'endedOn');
  const others = accommodationOf(db, householdId).filter(
    (one) => one.worker_id === workerId && one.id !== before?.id,
  );
  const overlapping = others.find(
    (one) =>
      (home.endedOn === null || one.from_day <= home.endedOn) &&
      (one.ended_on === null || home.fromDay <= one.ended_on),
  );
  if (overlapping !== undefined) refuse('home.overlaps', { day: overlapping.from_day }, 'fromDay');
  const row: HomeRow = {
    id: before?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    from_day: home.fromDay,
    ended_on: home.endedOn,
    daily_charge_pence: home.dailyCharge,
  };
  db.act({ name: 'orders.home-saved', householdId, values: { name: workerShortName(worker) } }, (write) => {
    if (before === undefined) write.insert('accommodation', row);
    else write.update('accommodation', before.id, row);
  });
  return row.id;
}

/** Removes a home put in by mistake. Finished pay stays as it is. */
export function removeHome(context: ServiceContext, householdId: string, workerId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownHome(context, householdId, workerId, id);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  db.act({ name: 'orders.home-removed', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.remove('accommodation', id),
  );
}
