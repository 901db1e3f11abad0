import type { HolidayBalance as ShownBalance } from '@shared/api/people';
import { addDays, addMonths, daysBetween, earlierDay, type IsoDay, isoDay, laterDay } from '@shared/dates';
import { exact, exactText, roundedToNearest } from '@shared/payroll/exact';
import { type HolidayEarned, holidayBalance } from '@shared/payroll/holiday-balance';
import { type CarriedHoliday, carriedInYear } from '@shared/payroll/holiday-carried';
import { type HolidaySpan, holidayEntitlement, leaveYearOf } from '@shared/payroll/holiday-entitlement';
import { weeksPayReference, weeksPayReferenceNorthernIreland } from '@shared/payroll/holiday-rates';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import type { RotaShift } from '@shared/rota/shift';
import { payslipsOf } from '../db/queries/pay';
import { holidayCarriedOf } from '../db/queries/pay-life';
import { contractsOf, figuresToDateOf, workersOf } from '../db/queries/people';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { storedPayslip } from './pay-stored';
import { averageWeekWorked, hoursEarnedAway } from './people-holiday-away';
import { loadRota } from './rota-data';

type ContractRow = WorkspaceSchema['contract'];
type AbsenceRow = WorkspaceSchema['absence'];
type WorkerRow = WorkspaceSchema['worker'];

/** A kept row of brought-over holiday as the rules take it. */
export function carriedOfRow(row: WorkspaceSchema['holiday_carried']): CarriedHoliday {
  return { id: row.id, from: isoDay(row.leave_year_from), useBy: row.use_by_day, minutes: row.minutes };
}

/** Weeks of each pay period but the monthly one. */
const PERIOD_DAYS: Readonly<Record<Exclude<PayFrequency, 'monthly'>, number>> = {
  weekly: 7,
  'two-weekly': 14,
  'four-weekly': 28,
};

/** Whole months from the month of one day to the month of another; below nothing where that one is earlier. */
function monthsBetween(from: IsoDay, to: IsoDay): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}

/**
 * The first day of the period after the one that begins on a day. That day may come before the first period that the
 * contract names: a PA who was paid before by other software has worked longer than the periods told of.
 */
export function nextPeriodFrom(frequency: PayFrequency, firstPeriodFrom: IsoDay, from: IsoDay): IsoDay {
  if (frequency !== 'monthly') return addDays(from, PERIOD_DAYS[frequency]);
  const months = monthsBetween(firstPeriodFrom, from);
  const sameMonth = addMonths(firstPeriodFrom, months);
  return sameMonth > from ? sameMonth : addMonths(firstPeriodFrom, months + 1);
}

/** The first day of the pay period that a day is in, for a contract's cycle. */
export function periodFromOf(
  contract: Pick<ContractRow, 'pay_frequency' | 'first_period_from'>,
  day: IsoDay,
): IsoDay {
  const { pay_frequency: frequency, first_period_from: first } = contract;
  if (frequency !== 'monthly') {
    const length = PERIOD_DAYS[frequency];
    const distance = daysBetween(first, day);
    return addDays(first, Math.floor(distance / length) * length);
  }
  const months = monthsBetween(first, day);
  const candidate = addMonths(first, months);
  return candidate <= day ? candidate : addMonths(first, months - 1);
}

/** The minutes of holiday an absence uses up: as noted, or the planned shifts it takes the PA away from. */
export function holidayMinutes(db: WorkspaceDatabase, absence: AbsenceRow, until: IsoDay): number {
  if (absence.holiday_minutes !== null) return absence.holiday_minutes;
  const last = absence.last_day === null ? until : absence.last_day;
  if (last < absence.first_day) return 0;
  const { window } = loadRota(db, absence.household_id, absence.first_day, last);
  return window.shifts
    .filter(
      (shift) =>
        shift.workerId === absence.worker_id && shift.absenceId === absence.id && shift.state === 'off',
    )
    .reduce((sum, shift) => sum + shift.plannedMinutes, 0);
}

/** Whether the time of a shift earns holiday: it was worked, or the PA was away from it and is paid as if they had worked. */
function countsAsWorked(shift: RotaShift, kept: ReadonlySet<string>): boolean {
  return shift.state === 'confirmed' || (shift.state === 'off' && kept.has(shift.absenceId ?? ''));
}

function earned(
  db: WorkspaceDatabase,
  contract: ContractRow,
  worker: WorkerRow,
  absences: readonly AbsenceRow[],
  year: { from: IsoDay; to: IsoDay },
  shifts: readonly RotaShift[],
  today: IsoDay,
): { soFar: HolidayEarned; wholeYearMinutes: number | null } {
  if (contract.holiday_method !== 'weeks') {
    const kept = new Set(absences.filter((one) => one.pay_kept === 1).map((one) => one.id));
    const periods: { lastDay: IsoDay; minutesWorked: number; hoursEarnedAway: number }[] = [];
    for (
      let from = periodFromOf(contract, year.from);
      from <= (worker.left_on === null ? today : earlierDay(today, worker.left_on));
      from = nextPeriodFrom(contract.pay_frequency, contract.first_period_from, from)
    ) {
      const lastDay = addDays(nextPeriodFrom(contract.pay_frequency, contract.first_period_from, from), -1);
      if (lastDay < year.from) continue;
      const minutesWorked = shifts
        .filter((shift) => countsAsWorked(shift, kept) && shift.day >= from && shift.day <= lastDay)
        .reduce((sum, shift) => sum + shift.minutes, 0);
      // What the last period earned is there on the last day of work.
      const last = worker.left_on === null ? lastDay : earlierDay(lastDay, worker.left_on);
      const until = earlierDay(last, year.to);
      const hoursAway = hoursEarnedAway(db, worker, absences, laterDay(from, year.from), until);
      periods.push({ lastDay: until, minutesWorked, hoursEarnedAway: hoursAway });
    }
    return { soFar: { kind: 'irregular-hours', periods }, wholeYearMinutes: null };
  }
  const daysPerWeek = String(
    Math.max(1, contract.qualifying_days.split(',').filter((one) => one !== '').length),
  );
  const isNorthernIreland = db.byId('household', worker.household_id)?.nation === 'northern-ireland';
  const weeklyMinutes =
    contract.hours_kind === 'fixed'
      ? contract.weekly_minutes
      : averageWeekWorked(
          shifts,
          today,
          isNorthernIreland ? weeksPayReferenceNorthernIreland : weeksPayReference,
        );
  const hoursPerWeek = hoursOfMinutes(weeklyMinutes);
  const starts = worker.started_on > year.from;
  const leaves = worker.left_on !== null && worker.left_on <= year.to;
  const span: HolidaySpan =
    starts && leaves && worker.left_on !== null
      ? { kind: 'starter-and-leaver', startedOn: worker.started_on, leftOn: worker.left_on }
      : starts
        ? { kind: 'starter', leaveYearStart: year.from, startedOn: worker.started_on }
        : leaves && worker.left_on !== null
          ? { kind: 'leaver', leaveYearStart: year.from, leftOn: worker.left_on }
          : { kind: 'whole-year' };
  const entitlement = holidayEntitlement({ kind: 'hours', hoursPerWeek, daysPerWeek }, span);
  const hours = entitlement.ok ? entitlement.value.amount : '0';
  return {
    soFar: { kind: 'whole-year', amount: hours, unit: 'hours' },
    wholeYearMinutes: minutesOfHours(hours),
  };
}

/** Regular hours build up day by day over the part of the leave year that the PA is employed; irregular ones as earned. */
function accruedMinutes(
  earnedMinutes: number,
  wholeYearMinutes: number | null,
  year: { from: IsoDay; to: IsoDay },
  worker: { started_on: IsoDay; left_on: IsoDay | null },
  today: IsoDay,
): number {
  if (wholeYearMinutes === null) return earnedMinutes;
  const from = laterDay(year.from, worker.started_on);
  const to = worker.left_on === null ? year.to : earlierDay(year.to, worker.left_on);
  const days = daysBetween(from, to) + 1;
  const gone = Math.min(days, Math.max(0, daysBetween(from, today) + 1));
  return days <= 0 ? 0 : roundedToNearest(exact(wholeYearMinutes).times(gone).div(days), 0).toNumber();
}

/** Hours as an exact decimal in whole minutes, to the nearest. */
function minutesOfHours(hours: string): number {
  return roundedToNearest(exact(hours).times(60), 0).toNumber();
}

/** Minutes as hours: a decimal long enough that the minutes come back the same. */
function hoursOfMinutes(minutes: number): string {
  return exactText(exact(minutes).div(60));
}

/** Minutes of holiday of a PA that are booked for days after one, to the end of its leave year. */
export function bookedAfter(db: WorkspaceDatabase, workerId: string, day: IsoDay, yearTo: IsoDay): number {
  return absencesOfWorker(db, workerId)
    .filter((one) => one.kind === 'holiday' && one.first_day > day && one.first_day <= yearTo)
    .reduce((sum, one) => sum + holidayMinutes(db, one, yearTo), 0);
}

/** Holiday earned, taken and left of every PA with a contract, in the leave year of a day (today unless another is given). */
export function holidayBalances(context: ServiceContext, householdId: string, day?: IsoDay): ShownBalance[] {
  const db = databaseOf(context);
  const today = day ?? todayOf(context);
  return balancesOn(db, householdId, today);
}

/** The same, from an open database. */
export function balancesOn(db: WorkspaceDatabase, householdId: string, day: IsoDay): ShownBalance[] {
  return db.remember(`holiday ${householdId} ${day}`, () => workOutBalances(db, householdId, day));
}

/** The leave year of a contract that a day is in. */
export function leaveYearOn(
  contract: Pick<ContractRow, 'leave_year_starts'>,
  day: IsoDay,
): { readonly from: IsoDay; readonly to: IsoDay } {
  const start = contract.leave_year_starts === '02-29' ? '03-01' : contract.leave_year_starts;
  return leaveYearOf(isoDay(`2024-${start}`), day);
}

/** Minutes of holiday that were paid for on leaving instead of taken. */
function paidOnLeaving(db: WorkspaceDatabase, householdId: string, worker: WorkerRow): number {
  if (worker.left_on === null) return 0;
  const payslips = payslipsOf(db, householdId).filter((one) => one.worker_id === worker.id);
  const replaced = new Set(payslips.map((one) => one.corrects_id));
  return payslips
    .filter((one) => !replaced.has(one.id))
    .reduce((sum, one) => sum + minutesPaidOnLeaving(storedPayslip(db, one.id).result.line.earnings), 0);
}

/** Minutes of holiday that lines of pay pay for on leaving. */
export function minutesPaidOnLeaving(
  lines: readonly { readonly code: string; readonly minutes: number | null }[],
): number {
  return lines
    .filter((line) => line.code === 'holiday-on-leaving')
    .reduce((sum, line) => sum + (line.minutes ?? 0), 0);
}

/** Holiday of a leave year that was built up and taken while other software paid, in minutes. */
function holidayBefore(
  db: WorkspaceDatabase,
  householdId: string,
  workerId: string,
  year: { readonly from: IsoDay; readonly to: IsoDay },
): { readonly earned: number; readonly taken: number } {
  const rows = figuresToDateOf(db, householdId).filter(
    (one) =>
      one.worker_id === workerId &&
      one.source === 'earlier-software' &&
      one.reach_on !== null &&
      year.from <= one.reach_on &&
      one.reach_on <= year.to,
  );
  // Figures of two tax years may reach into one leave year: the later ones stand for it.
  const last = rows.sort((a, b) => ((a.reach_on ?? '') < (b.reach_on ?? '') ? -1 : 1)).at(-1);
  return { earned: last?.holiday_earned_minutes ?? 0, taken: last?.holiday_taken_minutes ?? 0 };
}

function workOutBalances(db: WorkspaceDatabase, householdId: string, today: IsoDay): ShownBalance[] {
  const contracts = contractsOf(db, householdId);
  const carriedRows = holidayCarriedOf(db, householdId);
  return workersOf(db, householdId).flatMap((worker) => {
    const contract = contracts.filter((one) => one.worker_id === worker.id && one.starts_on <= today).at(-1);
    if (contract === undefined) return [];
    const year = leaveYearOn(contract, today);
    const { window } = loadRota(db, householdId, addDays(year.from, -31), earlierDay(today, year.to));
    const own = window.shifts.filter((shift) => shift.workerId === worker.id);
    const absences = absencesOfWorker(db, worker.id);
    const { soFar, wholeYearMinutes } = earned(db, contract, worker, absences, year, own, today);
    const before = holidayBefore(db, householdId, worker.id, year);
    const takenHere = absences
      .filter((absence) => absence.kind === 'holiday')
      .map((absence) => ({
        firstDay: absence.first_day,
        amount: hoursOfMinutes(holidayMinutes(db, absence, year.to)),
      }));
    const taken =
      before.taken === 0
        ? takenHere
        : [{ firstDay: year.from, amount: hoursOfMinutes(before.taken) }, ...takenHere];
    const earnedBefore = contract.holiday_method === 'accrual' ? before.earned : 0;
    const carried = carriedInYear({
      carried: carriedRows.filter((one) => one.worker_id === worker.id).map(carriedOfRow),
      taken: taken.map((one) => ({ firstDay: one.firstDay, minutes: minutesOfHours(one.amount) })),
      year,
      today,
    });
    const broughtOver = hoursOfMinutes(carried.minutes + earnedBefore);
    const balance = holidayBalance({
      leaveYearStart: year.from,
      today,
      earned: soFar,
      taken,
      broughtOver,
    });
    const earnedMinutes = minutesOfHours(balance.earned) + earnedBefore;
    const accrued = accruedMinutes(earnedMinutes, wholeYearMinutes, year, worker, today);
    const paidFor = paidOnLeaving(db, householdId, worker);
    return {
      workerId: worker.id,
      method: contract.holiday_method,
      leaveYearFrom: year.from,
      leaveYearTo: year.to,
      earnedMinutes,
      carriedMinutes: carried.minutes,
      accruedMinutes: accrued + carried.minutes,
      fullYearMinutes: wholeYearMinutes,
      takenMinutes: minutesOfHours(balance.taken),
      paidOnLeavingMinutes: paidFor,
      leftMinutes: contract.holiday_method === 'rolled-up' ? 0 : minutesOfHours(balance.left) - paidFor,
    };
  });
}
