import type { WorkerCard } from '@shared/api/people';
import { addDays } from '@shared/dates';
import { payDayChoicesOf } from '../db/queries/pay-life';
import { contractsOf, workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { payDateOf } from './pay-dates';
import { runKeyOf } from './pay-spans';
import { nextPeriodFrom, periodFromOf } from './people-holiday';
import { missingOf } from './people-record';
import { bankHolidayOn, loadRota } from './rota-data';
import { workerName, workerShortName } from './worker-name';

/** How far ahead the next shift is looked for. */
const AHEAD_DAYS = 35;

/** Every PA with what comes next: shift, pay, and what is missing. */
export function listPeople(context: ServiceContext, householdId: string): WorkerCard[] {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const today = todayOf(context);
  const { window, absences } = loadRota(db, householdId, today, addDays(today, AHEAD_DAYS));
  const contracts = contractsOf(db, householdId);
  const chosen = new Map(payDayChoicesOf(db, householdId).map((one) => [one.run_key, one.pay_date]));
  return workersOf(db, householdId).map((worker) => {
    const contract =
      contracts.filter((one) => one.worker_id === worker.id && one.starts_on <= today).at(-1) ??
      contracts.find((one) => one.worker_id === worker.id);
    const shift = window.shifts.find((one) => one.workerId === worker.id && one.state === 'planned');
    const away = absences.find(
      (one) => one.workerId === worker.id && one.firstDay <= today && (one.lastDay ?? today) >= today,
    );
    let nextPayOn = null;
    if (contract !== undefined && (worker.left_on === null || worker.left_on >= addDays(today, -35))) {
      const isHoliday = (day: typeof today): boolean => bankHolidayOn(household.nation, day) !== null;
      // The period before last may still be waiting for its pay day.
      let from = periodFromOf(contract, addDays(today, -62));
      for (;;) {
        const next = nextPeriodFrom(contract.pay_frequency, contract.first_period_from, from);
        const payDay =
          chosen.get(runKeyOf(contract.pay_frequency, from)) ??
          payDateOf(addDays(next, -1), contract.pay_day_offset, isHoliday);
        if (payDay >= today) {
          nextPayOn = payDay;
          break;
        }
        from = next;
      }
    }
    return {
      id: worker.id,
      position: worker.position,
      name: workerName(worker),
      shortName: workerShortName(worker),
      leftOn: worker.left_on,
      startedOn: worker.started_on,
      payFrequency: contract?.pay_frequency ?? null,
      hoursKind: contract?.hours_kind ?? null,
      nextPayOn,
      nextShift: shift === undefined ? null : { day: shift.day, start: shift.start, end: shift.end },
      away:
        away === undefined
          ? null
          : { code: `away.${away.kind}`, values: { from: away.firstDay, to: away.lastDay ?? '' } },
      missing: missingOf(worker, today),
    };
  });
}
