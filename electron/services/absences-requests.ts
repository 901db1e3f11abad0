import type { HolidayRequest, HolidayRequestInput, HolidayRequestView } from '@shared/api/absences';
import { addDays, type IsoDay, laterDay } from '@shared/dates';
import { exact, exactText } from '@shared/payroll/exact';
import { touchedShifts } from '@shared/rota/absence-and-pay';
import { checkAbsence } from '@shared/rota/absence-rules';
import {
  checkAnswer,
  type HolidayRequest as RequestOfRules,
  viewHolidayRequest,
} from '@shared/rota/holiday-request';
import { holidayRequestsOf } from '../db/queries/absences';
import { workersOf } from '../db/queries/people';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { Refusal, refuse } from '../refusal';
import { shownProblem } from './absences-preview';
import { type AbsenceToSave, checkedAbsence, saveAbsence } from './absences-save';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { balancesOn, bookedAfter, holidayMinutes } from './people-holiday';
import { absenceOfRow, divisionOf, loadRota } from './rota-data';
import { refuseProblems } from './rota-find';
import { workerName, workerShortName } from './worker-name';

type RequestRow = WorkspaceSchema['holiday_request'];

/** The longest holiday that can be asked for at once, in days. */
const LONGEST = 366;

function ofRules(row: RequestRow): RequestOfRules {
  return {
    id: row.id,
    workerId: row.worker_id,
    firstDay: row.first_day,
    lastDay: row.last_day,
    askedOn: row.asked_on,
    answer: row.answer,
    answeredOn: row.answered_on,
  };
}

function shown(row: RequestRow, worker: WorkspaceSchema['worker']): HolidayRequest {
  return {
    id: row.id,
    workerId: row.worker_id,
    name: workerName(worker),
    shortName: workerShortName(worker),
    firstDay: row.first_day,
    lastDay: row.last_day,
    askedOn: row.asked_on,
    answer: row.answer,
    answeredOn: row.answered_on,
    absenceId: row.absence_id,
    note: row.note,
  };
}

/** Requests for holiday: those that wait first, then by the day they were asked, newest first. */
export function listRequests(context: ServiceContext, householdId: string): HolidayRequest[] {
  const db = databaseOf(context);
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  const all = holidayRequestsOf(db, householdId).flatMap((row) => {
    const worker = workers.get(row.worker_id);
    return worker === undefined ? [] : [shown(row, worker)];
  });
  return [...all.filter((one) => one.answer === 'asked'), ...all.filter((one) => one.answer !== 'asked')];
}

/**
 * Keeps a request on behalf of a PA, or changes one that waits. Refuses with `holiday.ends-before-it-starts`,
 * `holiday.answered-already`, `holiday.asked-later`, `holiday.too-long`, or what the days of the job say.
 */
export function saveRequest(
  context: ServiceContext,
  householdId: string,
  input: HolidayRequestInput,
): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', input.workerId), householdId);
  const before = input.id === null ? undefined : ownedRow(db.byId('holiday_request', input.id), householdId);
  if (before !== undefined && before.answer !== 'asked')
    refuse('holiday.answered-already', { answer: before.answer });
  if (input.lastDay < input.firstDay) refuse('holiday.ends-before-it-starts', {}, 'lastDay');
  if (input.lastDay > addDays(input.firstDay, LONGEST - 1)) refuse('holiday.too-long', {}, 'lastDay');
  if (input.askedOn > todayOf(context)) refuse('holiday.asked-later', {}, 'askedOn');
  if (input.firstDay < worker.started_on)
    refuse('absence.before-first-day', { firstDay: worker.started_on }, 'firstDay');
  if (worker.left_on !== null && input.lastDay > worker.left_on)
    refuse('absence.goes-past-last-day', { lastDay: worker.left_on }, 'lastDay');
  const id = input.id ?? context.ids.next();
  const row: RequestRow = {
    id,
    household_id: householdId,
    worker_id: worker.id,
    first_day: input.firstDay,
    last_day: input.lastDay,
    asked_on: input.askedOn,
    answer: 'asked',
    answered_on: null,
    absence_id: null,
    note: input.note,
  };
  db.act(
    { name: 'absence.holiday-asked', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (before === undefined) write.insert('holiday_request', row);
      else write.update('holiday_request', id, row);
    },
  );
  return id;
}

/** All that is to be weighed before a request is answered. */
export function viewRequest(context: ServiceContext, householdId: string, id: string): HolidayRequestView {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('holiday_request', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const today = todayOf(context);
  const { window, absences } = loadRota(db, householdId, row.first_day, row.last_day);
  const away = { workerId: worker.id, firstDay: row.first_day, lastDay: row.last_day };
  // Once agreed, its own shifts are off because of it.
  const touched = touchedShifts(
    row.absence_id === null ? away : { ...away, id: row.absence_id },
    window.shifts,
    row.last_day,
  );
  const balance = balanceBefore(db, row, today);
  const taken = takenBy(context, db, row);
  const hours = (minutes: number) => exactText(exact(minutes).div(60));
  const isOpen = row.answer === 'asked';
  const gaps = isOpen ? uncoveredIfAgreed(context, db, row) : [];
  const view = viewHolidayRequest({
    request: ofRules(row),
    today,
    workingDays: touched.days,
    amount: hours(taken),
    leftAfterBooked: hours(balance.leftMinutes),
    unit: 'hours',
    leaveYear: { from: balance.leaveYearFrom, to: balance.leaveYearTo },
    absences: absences.filter((one) => one.id !== row.absence_id),
    requests: holidayRequestsOf(db, householdId).map(ofRules),
    uncovered: gaps,
    division: divisionOf(household.nation),
    bankHolidays: 'in-entitlement',
    contractNoticeDays: null,
  });
  const inTheWay = isOpen
    ? checkAbsence(
        { ...awayOf(row), id: '' },
        { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
        absencesOfWorker(db, worker.id).map(absenceOfRow),
      ).problems
    : [];
  const names = new Map(workersOf(db, householdId).map((one) => [one.id, workerShortName(one)]));
  const rolledUp = balance.method === 'rolled-up';
  return {
    request: shown(row, worker),
    problems: [...inTheWay, ...view.problems]
      // Rolled-up holiday has no balance to go over.
      .filter((one) => !(rolledUp && one.code === 'holiday.more-than-left'))
      .map(shownProblem)
      .map((one) => ({
        ...one,
        values: { ...one.values, name: names.get(String(one.values['workerId'] ?? '')) ?? '' },
      })),
    noticeNeededDays: view.noticeNeededDays,
    noticeGivenDays: view.noticeGivenDays,
    refuseBy: view.refuseBy,
    mayStillBeRefused: today <= view.refuseBy,
    takesMinutes: taken,
    leftMinutes: balance.leftMinutes,
    leftAfterMinutes: balance.leftMinutes - taken,
    leaveYearTo: balance.leaveYearTo,
    method: balance.method,
    shifts: touched.shifts,
    bankHolidays: view.bankHolidays.map(({ day, title, worksThen }) => ({ day, title, worksThen })),
    source: { ...view.noticeSource },
  };
}

/** The PA's holiday before a request is agreed to, in the leave year that it begins in. */
function balanceBefore(db: WorkspaceDatabase, row: RequestRow, today: IsoDay) {
  const on = laterDay(row.first_day, today);
  const balance = balancesOn(db, row.household_id, on).find((one) => one.workerId === row.worker_id);
  if (balance === undefined) return refuse('holiday.no-contract');
  const booked = bookedAfter(db, row.worker_id, on, balance.leaveYearTo);
  const absence = row.absence_id === null ? undefined : db.byId('absence', row.absence_id);
  const own = absence === undefined ? 0 : holidayMinutes(db, absence, balance.leaveYearTo);
  return { ...balance, leftMinutes: balance.leftMinutes - booked + own };
}

/** Minutes of holiday that a request takes: as if it were agreed. */
function takenBy(context: ServiceContext, db: WorkspaceDatabase, row: RequestRow): number {
  if (row.absence_id !== null) {
    const absence = db.byId('absence', row.absence_id);
    return absence === undefined ? 0 : holidayMinutes(db, absence, row.last_day);
  }
  return ifAgreed(context, db, row, (absence) => holidayMinutes(db, absence, row.last_day)) ?? 0;
}

/** What would be true if a request were agreed; undefined where that would be refused. */
function ifAgreed<T>(
  context: ServiceContext,
  db: WorkspaceDatabase,
  row: RequestRow,
  ask: (absence: WorkspaceSchema['absence']) => T,
): T | undefined {
  try {
    return db.rehearse(() => {
      const absence = db.byId('absence', saveAbsence(context, row.household_id, awayOf(row)).id);
      return absence === undefined ? undefined : ask(absence);
    });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function uncoveredIfAgreed(context: ServiceContext, db: WorkspaceDatabase, row: RequestRow) {
  return (
    ifAgreed(context, db, row, (absence) =>
      loadRota(db, row.household_id, row.first_day, row.last_day)
        .window.shifts.filter((shift) => shift.absenceId === absence.id && shift.needsSomeone)
        .map((shift) => ({ day: shift.day, minutes: shift.plannedMinutes })),
    ) ?? []
  );
}

/** The time away that a request asks for. */
function awayOf(row: RequestRow): AbsenceToSave {
  return {
    id: null,
    workerId: row.worker_id,
    kind: 'holiday',
    firstDay: row.first_day,
    lastDay: row.last_day,
    holidayMinutes: null,
    note: row.note,
    // What the request's page has said is so is agreed to with it.
    confirmed: ['absence.open-sickness-ends', 'absence.very-long'],
  };
}

/**
 * Answers a request: agreeing makes the time away and keeps both together, so that one undo takes both back. Refuses with
 * `holiday.answered-already`, `holiday.answered-before-asked`, `holiday.answered-later`, or what the time away says.
 */
export function answerRequest(
  context: ServiceContext,
  householdId: string,
  id: string,
  answer: 'agreed' | 'refused' | 'taken-back',
  on: IsoDay,
): string | null {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('holiday_request', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  if (on > todayOf(context)) refuse('holiday.answered-later', {}, 'on');
  if (answer === 'taken-back') {
    if (row.answer !== 'asked') refuse('holiday.answered-already', { answer: row.answer });
  } else {
    const { refuseBy } = viewRequest(context, householdId, id);
    refuseProblems(checkAnswer(ofRules(row), answer, on, refuseBy));
  }
  const away = answer === 'agreed' ? checkedAbsence(context, householdId, awayOf(row)) : null;
  db.act(
    {
      name: `absence.holiday-${answer}`,
      householdId,
      values: { name: workerShortName(worker), day: row.first_day },
    },
    (write) => {
      away?.write(write);
      write.update('holiday_request', id, { answer, answered_on: on, absence_id: away?.id ?? null });
    },
  );
  return away?.id ?? null;
}
