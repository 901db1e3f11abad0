import type { CarriedDetails, CarriedView } from '@shared/api/orders';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import {
  type CarriedReason,
  carriedInYear,
  lawfulLastDay,
  mostMinutesCarried,
} from '@shared/payroll/holiday-carried';
import { holidayCarriedOf } from '../db/queries/pay-life';
import { contractsOf } from '../db/queries/people';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { balancesOn, carriedOfRow, holidayMinutes, leaveYearOn } from './people-holiday';
import { workerShortName } from './worker-name';

type CarriedRow = WorkspaceSchema['holiday_carried'];
type WorkerRow = WorkspaceSchema['worker'];

function contractOn(db: WorkspaceDatabase, worker: WorkerRow, day: IsoDay) {
  const own = contractsOf(db, worker.household_id).filter((one) => one.worker_id === worker.id);
  return own.findLast((one) => one.starts_on <= day) ?? own[0];
}

/** The most by reason for regular hours; null where hours vary and what was left is the measure. */
function mostOf(db: WorkspaceDatabase, worker: WorkerRow, day: IsoDay): Record<CarriedReason, number> | null {
  const contract = contractOn(db, worker, day);
  if (contract === undefined || contract.holiday_method !== 'weeks' || contract.weekly_minutes === 0)
    return null;
  const of = (reason: CarriedReason): number => mostMinutesCarried(reason, contract.weekly_minutes);
  return {
    agreed: of('agreed'),
    sickness: of('sickness'),
    'family-leave': of('family-leave'),
    'not-given': of('not-given'),
  };
}

/** Holiday that was brought over for a PA, what is used and left of it, and the years it may be brought into. */
export function listCarried(
  context: ServiceContext,
  householdId: string,
  workerId: string,
): {
  entries: CarriedView[];
  years: { from: IsoDay; to: IsoDay; leftBefore: number | null }[];
  most: Record<CarriedReason, number> | null;
  method: 'weeks' | 'accrual' | 'rolled-up' | null;
} {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const today = todayOf(context);
  const contract = contractOn(db, worker, today);
  const rows = holidayCarriedOf(db, householdId).filter((one) => one.worker_id === workerId);
  if (contract === undefined) return { entries: [], years: [], most: null, method: null };
  const year = leaveYearOn(contract, today);
  const next = leaveYearOn(contract, addDays(year.to, 1));
  const taken = absencesOfWorker(db, workerId)
    .filter((absence) => absence.kind === 'holiday')
    .map((absence) => ({ firstDay: absence.first_day, minutes: holidayMinutes(db, absence, year.to) }));
  const uses = carriedInYear({ carried: rows.map(carriedOfRow), taken, year, today }).each;
  const leftBefore = (from: IsoDay): number | null => {
    const last = addDays(from, -1);
    if (last < worker.started_on) return null;
    return balancesOn(db, householdId, last).find((one) => one.workerId === workerId)?.leftMinutes ?? null;
  };
  return {
    entries: rows.map((row) => {
      const use = uses.find((one) => one.id === row.id);
      return {
        id: row.id,
        leaveYearFrom: isoDay(row.leave_year_from),
        minutes: row.minutes,
        reason: row.reason,
        useBy: row.use_by_day,
        usedMinutes: use?.usedMinutes ?? 0,
        leftMinutes: use?.leftMinutes ?? row.minutes,
        lapsedMinutes: use?.lapsedMinutes ?? 0,
      };
    }),
    years: [year, next].map(({ from, to }) => ({ from, to, leftBefore: leftBefore(from) })),
    most: mostOf(db, worker, today),
    method: contract.holiday_method,
  };
}

function ownCarried(context: ServiceContext, householdId: string, workerId: string, id: string): CarriedRow {
  const row = ownedRow(databaseOf(context).byId('holiday_carried', id), householdId);
  if (row.worker_id !== workerId) refuse('not-found');
  return row;
}

/**
 * Keeps holiday that is brought into a leave year. Refuses a day that starts no leave year (`carried.not-a-year`), no time
 * (`carried.none`), more than the law lets the reason bring (`carried.too-much`), the same reason twice
 * (`carried.twice`), a last day before the law's (`carried.use-by`), and rolled-up
 * holiday, which is paid with each wage (`carried.rolled-up`).
 */
export function saveCarried(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string | null,
  carried: CarriedDetails,
): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const before = id === null ? undefined : ownCarried(context, householdId, workerId, id);
  const contract = contractOn(db, worker, carried.leaveYearFrom) ?? refuse('pay.no-contract');
  if (contract.holiday_method === 'rolled-up') refuse('carried.rolled-up');
  const year = leaveYearOn(contract, carried.leaveYearFrom);
  if (year.from !== carried.leaveYearFrom) refuse('carried.not-a-year', {}, 'leaveYearFrom');
  if (carried.minutes === 0) refuse('carried.none', {}, 'minutes');
  const most = mostOf(db, worker, carried.leaveYearFrom)?.[carried.reason];
  if (most !== undefined && carried.minutes > most) refuse('carried.too-much', { minutes: most }, 'minutes');
  const twice = holidayCarriedOf(db, householdId).some(
    (one) =>
      one.worker_id === workerId &&
      one.id !== before?.id &&
      one.leave_year_from === carried.leaveYearFrom &&
      one.reason === carried.reason,
  );
  if (twice) refuse('carried.twice', {}, 'reason');
  // The law's day is the least there has to be: a longer time may be agreed, a shorter one may not.
  const lawful = lawfulLastDay(carried.reason, year);
  const useBy = carried.useBy ?? lawful;
  if (useBy !== null && useBy < (lawful ?? year.from))
    refuse('carried.use-by', { day: lawful ?? year.from }, 'useBy');
  const row: CarriedRow = {
    id: before?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    leave_year_from: carried.leaveYearFrom,
    minutes: carried.minutes,
    reason: carried.reason,
    use_by_day: useBy,
  };
  db.act(
    { name: 'orders.carried-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (before === undefined) write.insert('holiday_carried', row);
      else write.update('holiday_carried', before.id, row);
    },
  );
  return row.id;
}

/** Takes brought-over holiday back. */
export function removeCarried(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string,
): void {
  const db = databaseOf(context);
  ownCarried(context, householdId, workerId, id);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  db.act(
    { name: 'orders.carried-removed', householdId, values: { name: workerShortName(worker) } },
    (write) => write.remove('holiday_carried', id),
  );
}
