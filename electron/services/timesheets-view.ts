import type { TimesheetPerson, TimesheetSteps, TimesheetView } from '@shared/api/timesheets';
import { addDays, daysBetween, earlierDay, type IsoDay } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { type Timesheet, type TimesheetAgreement, timesheet } from '@shared/rota/timesheet';
import { contractsOf, workersOf } from '../db/queries/people';
import { timesheetAgreementsOf } from '../db/queries/timesheets';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadRota } from './rota-data';
import { type Days, payPeriodOn } from './timesheets-periods';
import { workerName } from './worker-name';

/** The most days one timesheet may have: a quarter. */
const MOST_DAYS = 93;
/** How many pay periods of each PA the list shows. */
const PERIODS_SHOWN = 4;

function agreementsOf(db: WorkspaceDatabase, householdId: string): readonly TimesheetAgreement[] {
  return timesheetAgreementsOf(db, householdId).map((row) => ({
    workerId: row.worker_id,
    from: row.from_day,
    to: row.to_day,
    how: row.how,
    name: row.name,
    on: row.agreed_on,
    content: row.content,
  }));
}

/** One PA's timesheet. Refuses `not-found`, `day.end-before-start` and `timesheet.too-long`. */
export function timesheetOf(
  db: WorkspaceDatabase,
  householdId: string,
  workerId: string,
  { from, to }: Days,
): Timesheet {
  ownedRow(db.byId('worker', workerId), householdId);
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (daysBetween(from, to) >= MOST_DAYS) refuse('timesheet.too-long', { most: MOST_DAYS }, 'to');
  return timesheet({
    workerId,
    from,
    to,
    shifts: loadRota(db, householdId, from, to).window.shifts,
    agreements: agreementsOf(db, householdId),
  });
}

function stepsOf(sheet: Timesheet, today: IsoDay): TimesheetSteps {
  const open = sheet.lines.filter((line) => line.standing === 'to-confirm');
  const { agreement } = sheet;
  return {
    shifts: sheet.lines.filter((line) => line.standing !== 'away' && line.standing !== 'cancelled').length,
    toConfirm: open.filter((line) => line.planned.day < today).length,
    toCome: open.filter((line) => line.planned.day >= today).length,
    paid: sheet.locked,
    agreed: agreement === null ? 'no' : sheet.agreed ? 'yes' : 'changed',
    agreement: agreement === null ? null : { how: agreement.how, name: agreement.name, on: agreement.on },
    plannedMinutes: sheet.plannedMinutes,
    workedMinutes: sheet.workedMinutes,
    sleepIns: sheet.lines.filter((line) => line.worked !== null && kindOfWorkFacts(line.kindOfWork).maySleep)
      .length,
  };
}

function knownOf(timesKnown: 'day' | 'period' | undefined) {
  return timesKnown === undefined ? {} : { timesKnown };
}

/** One PA's hours of some days, actual against planned, and how far they are. */
export function timesheetView(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: Days,
): TimesheetView {
  const db = databaseOf(context);
  const today = todayOf(context);
  const sheet = timesheetOf(db, householdId, workerId, days);
  const { timesKnown } = loadRota(db, householdId, days.from, days.to);
  const steps = stepsOf(sheet, today);
  // Shifts that only hold hours were never planned.
  const notPlanned = sheet.lines
    .filter((line) => timesKnown.has(line.shiftId ?? '') && !kindOfWorkFacts(line.kindOfWork).maySleep)
    .reduce((sum, line) => sum + line.plannedMinutes, 0);
  const worker = workersOf(db, householdId).find((one) => one.id === workerId) ?? refuse('not-found');
  const contracts = contractsOf(db, householdId);
  const before = payPeriodOn(worker, contracts, addDays(days.from, -1));
  const after = payPeriodOn(worker, contracts, addDays(days.to, 1));
  const next = addDays(payPeriodOn(worker, contracts, today).to, 1);
  return {
    workerId,
    name: workerName(worker),
    from: days.from,
    to: days.to,
    steps: { ...steps, plannedMinutes: steps.plannedMinutes - notPlanned },
    lines: sheet.lines.map(({ shiftId, ...line }) => ({
      ...line,
      ...knownOf(timesKnown.get(shiftId ?? '')),
      isPast: line.planned.day < today,
      mayConfirm: line.standing === 'to-confirm' && line.planned.day <= today,
    })),
    totals: [...sheet.totals],
    differenceMinutes: sheet.differenceMinutes,
    // That something is to be confirmed or agreed is said by the steps.
    problems: sheet.problems
      .filter((problem) => problem.severity === 'warn')
      .map(({ code, details }) => ({ code, values: { ...details } })),
    before: before.to < worker.started_on ? null : before,
    after: after.from > next || (worker.left_on !== null && after.from > worker.left_on) ? null : after,
  };
}

function leftLongAgo(leftOn: IsoDay | null, today: IsoDay): boolean {
  return leftOn !== null && daysBetween(leftOn, today) > MOST_DAYS;
}

/** How far each PA's newest timesheets are; those who left for a quarter more. */
export function listTimesheets(context: ServiceContext, householdId: string): TimesheetPerson[] {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const today = todayOf(context);
  const contracts = contractsOf(db, householdId);
  const agreements = agreementsOf(db, householdId);
  const people = workersOf(db, householdId)
    .filter((worker) => worker.started_on <= today && !leftLongAgo(worker.left_on, today))
    .map((worker) => {
      const periods: Days[] = [];
      let day = worker.left_on === null ? today : earlierDay(worker.left_on, today);
      while (periods.length < PERIODS_SHOWN && day >= worker.started_on) {
        const period = payPeriodOn(worker, contracts, day);
        periods.push(period);
        day = addDays(period.from, -1);
      }
      return { worker, periods };
    });
  const earliest = people.flatMap((one) => one.periods.map((period) => period.from)).sort()[0];
  if (earliest === undefined) return [];
  const latest =
    people
      .flatMap((one) => one.periods.map((period) => period.to))
      .sort()
      .at(-1) ?? today;
  const { window } = loadRota(db, householdId, earliest, latest);
  return people.map(({ worker, periods }) => {
    const shifts = window.shifts.filter((shift) => shift.workerId === worker.id);
    return {
      workerId: worker.id,
      name: workerName(worker),
      periods: periods.map((period) => ({
        ...period,
        steps: stepsOf(timesheet({ workerId: worker.id, ...period, shifts, agreements }), today),
      })),
    };
  });
}
