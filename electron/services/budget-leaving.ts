import type { LeavingCost } from '@shared/api/budget';
import { addDays, type IsoDay, mondayOf } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence } from '@shared/money';
import { leavingEstimate } from '@shared/payroll/redundancy';
import { costByWorkerAndWeek } from '@shared/rota/cost-forecast';
import { openRateBook, payAtRate } from '@shared/rota/rate';
import { contractsOf, workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext } from './context';
import { weeklyOnCostParts } from './on-cost';
import { loadRates, loadRota } from './rota-data';
import { workerShortName } from './worker-name';

/** Days whose pay makes a usual week: the twelve weeks that the law counts, with the day itself. */
const WEEKS_BACK_DAYS = 83;

/** A usual week's pay of each PA: fixed hours at the weekday rate, else the average of the paid weeks of the last twelve. */
function usualWeeks(db: WorkspaceDatabase, householdId: string, day: IsoDay): ReadonlyMap<string, Pence> {
  const from = addDays(day, -WEEKS_BACK_DAYS);
  const { window } = loadRota(db, householdId, from, day);
  const book = openRateBook(loadRates(db, householdId));
  const sums = new Map<string, { total: number; weeks: number }>();
  for (const week of costByWorkerAndWeek({
    shifts: window.shifts,
    from,
    to: day,
    rates: book,
    onCost: () => NO_MONEY,
  })) {
    // A week that is only begun would make the average too small.
    if (week.wages === 0 || week.monday < from || addDays(week.monday, 6) > day) continue;
    const before = sums.get(week.workerId) ?? { total: 0, weeks: 0 };
    sums.set(week.workerId, { total: before.total + week.wages, weeks: before.weeks + 1 });
  }
  const usual = new Map(
    [...sums].map(([id, { total, weeks }]) => [id, pence(Math.floor((2 * total + weeks) / (2 * weeks)))]),
  );
  for (const contract of contractsOf(db, householdId)) {
    if (contract.hours_kind !== 'fixed' || contract.starts_on > day) continue;
    const rate = book.find(contract.worker_id, 'weekday', day);
    if (rate === null || rate.per !== 'hour') continue;
    usual.set(contract.worker_id, payAtRate(rate, contract.weekly_minutes, 0));
  }
  return usual;
}

/** What notice and redundancy of each PA who works here would cost by law, if the job ended on a day. */
export function leavingCosts(context: ServiceContext, householdId: string, day: IsoDay): LeavingCost[] {
  const db = databaseOf(context);
  const workers = workersOf(db, householdId).filter(
    (worker) => worker.started_on <= day && (worker.left_on === null || worker.left_on >= day),
  );
  if (workers.length === 0) return [];
  const usual = usualWeeks(db, householdId, day);
  const onCosts = weeklyOnCostParts(db, householdId, mondayOf(day), false);
  const northernIreland = db.byId('household', householdId)?.nation === 'northern-ireland';
  const contracts = contractsOf(db, householdId);
  return workers.map((worker): LeavingCost => {
    const weeksPay = usual.get(worker.id) ?? NO_MONEY;
    const { insurance, pension } = onCosts(worker.id, weeksPay);
    const contract = contracts.filter((one) => one.worker_id === worker.id && one.starts_on <= day).at(-1);
    const made = leavingEstimate({
      birthDate: worker.birth_date,
      startedOn: worker.started_on,
      on: day,
      weeksPay,
      noticeOnCost: addPence(insurance, pension),
      contractNoticeWeeks: contract?.notice_weeks ?? 0,
      northernIreland,
    });
    return {
      workerId: worker.id,
      name: workerShortName(worker),
      noticeWeeks: made.noticeWeeks,
      notice: made.notice,
      redundancy: made.redundancy,
      unknown: weeksPay === 0 ? 'no-pay' : made.unknown,
      explanation: made.explanation,
    };
  });
}
