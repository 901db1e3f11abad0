import type { HolidayStanding } from '@shared/api/absences';
import { addDays, type IsoDay } from '@shared/dates';
import { exact, exactText } from '@shared/payroll/exact';
import { carriedInYear } from '@shared/payroll/holiday-carried';
import { weeksPayReference, weeksPayReferenceNorthernIreland } from '@shared/payroll/holiday-rates';
import { untakenLeave } from '@shared/rota/holiday-request';
import { holidayCarriedOf } from '../db/queries/pay-life';
import { contractsOf, workersOf } from '../db/queries/people';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { shownProblem } from './absences-preview';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { balancesOn, bookedAfter, carriedOfRow, holidayMinutes } from './people-holiday';
import { averageWeekWorked } from './people-holiday-away';
import { loadRota } from './rota-data';
import { workerName, workerShortName } from './worker-name';

/** A usual week of a PA in minutes: of the contract, or the average of the last weeks with work. */
function usualWeek(
  db: WorkspaceDatabase,
  worker: WorkspaceSchema['worker'],
  contract: WorkspaceSchema['contract'],
  today: IsoDay,
): number {
  if (contract.hours_kind === 'fixed') return contract.weekly_minutes;
  const { window } = loadRota(db, worker.household_id, addDays(today, -364), today);
  const isNorthernIreland = db.byId('household', worker.household_id)?.nation === 'northern-ireland';
  return averageWeekWorked(
    window.shifts.filter((shift) => shift.workerId === worker.id),
    today,
    isNorthernIreland ? weeksPayReferenceNorthernIreland : weeksPayReference,
  );
}

/** Holiday of every PA who works or will: what was earned, taken and booked, what is brought over, and what may be lost. */
export function holidayStandings(context: ServiceContext, householdId: string): HolidayStanding[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  const contracts = contractsOf(db, householdId);
  const carriedRows = holidayCarriedOf(db, householdId);
  return balancesOn(db, householdId, today).flatMap((balance): HolidayStanding[] => {
    const worker = workers.get(balance.workerId);
    const contract = contracts
      .filter((one) => one.worker_id === balance.workerId && one.starts_on <= today)
      .at(-1);
    if (worker === undefined || contract === undefined) return [];
    if (worker.left_on !== null && worker.left_on < today) return [];
    const year = { from: balance.leaveYearFrom, to: balance.leaveYearTo };
    const holidays = absencesOfWorker(db, worker.id)
      .filter((one) => one.kind === 'holiday')
      .map((one) => ({ firstDay: one.first_day, minutes: holidayMinutes(db, one, year.to) }));
    const carried = carriedInYear({
      carried: carriedRows.filter((one) => one.worker_id === worker.id).map(carriedOfRow),
      taken: holidays,
      year,
      today,
    }).each;
    const bookedMinutes = bookedAfter(db, worker.id, today, year.to);
    const left = balance.leftMinutes - (balance.method === 'rolled-up' ? 0 : bookedMinutes);
    const hours = (minutes: number) => exactText(exact(minutes).div(60));
    const weekly = usualWeek(db, worker, contract, today);
    const days = contract.qualifying_days.split(',').filter((one) => one !== '').length;
    const untaken =
      balance.method === 'rolled-up' || weekly === 0
        ? null
        : untakenLeave({
            today,
            leaveYear: year,
            left: hours(left),
            unit: 'hours',
            weekly: hours(weekly),
            workingDaysPerWeek: Math.max(1, days),
          });
    return [
      {
        ...balance,
        name: workerName(worker),
        shortName: workerShortName(worker),
        leftMinutes: left,
        bookedMinutes,
        carried: carried
          .filter((one) => one.leftMinutes > 0)
          .map((one) => ({
            leftMinutes: one.leftMinutes,
            useBy: carriedRows.find((row) => row.id === one.id)?.use_by_day ?? null,
          })),
        untaken: untaken === null ? null : shownProblem(untaken),
      },
    ];
  });
}
