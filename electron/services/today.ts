import type { Need, TodayView } from '@shared/api/today';
import { clockTime, minutesOf } from '@shared/clock-time';
import { addDays, daysFromTo, type IsoDay, isoDay } from '@shared/dates';
import { certificatesOf } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { londonTime } from '../system/clock';
import { absenceNeeds } from './absences-needs';
import { backupsOfToday } from './backups-needs';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { filingNeeds } from './filing-needs';
import { setupProgress } from './household-record';
import { bankLines } from './money-lines';
import { moneyOverview } from './money-overview';
import { hmrcView } from './pay-hmrc';
import { payments } from './pay-payments';
import { allToPutRight } from './pay-put-right';
import { payRuns } from './pay-run';
import { pensionNeeds } from './pensions-duties';
import { listPeople } from './people-list';
import { privacyNeeds } from './privacy-needs';
import { listReturns } from './returns';
import { bankHolidayOn, loadRota } from './rota-data';
import { shownShift } from './rota-view';
import { findNeeds, openTimes } from './today-needs';
import { workerShortName } from './worker-name';
import { yearEndNeed } from './year-end';

/** How far ahead gaps are told, and how far back hours that nobody confirmed. */
const GAP_DAYS = 14;
const BACK_DAYS = 62;
/** Runs whose payments may still be on their way. */
const RECENT_RUNS = 6;

function greetingAt(nowIso: string): TodayView['greeting'] {
  const minutes = minutesOf(londonTime(Date.parse(nowIso)));
  return minutes < 12 * 60 ? 'morning' : minutes < 18 * 60 ? 'afternoon' : 'evening';
}

/** What needs the person, the next seven days, and the money in four figures. */
export function todayView(context: ServiceContext, householdId: string): TodayView {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const today = todayOf(context);
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  const nameOf = (id: string | null): string | null => {
    const worker = id === null ? undefined : workers.get(id);
    return worker === undefined ? null : workerShortName(worker);
  };
  const { window } = loadRota(db, householdId, addDays(today, -BACK_DAYS), addDays(today, GAP_DAYS));
  const uncovered = new Map(window.gaps.map((gap) => [gap.key, gap.uncovered]));
  const shifts = window.shifts.map((shift) => shownShift(shift, { uncovered: uncovered.get(shift.key) }));
  const kinds = new Map(window.shifts.map((shift) => [shift.key, shift.kindOfWork]));
  const visits = window.outside.map((one) => ({
    day: one.day,
    name: db.byId('cover_contact', one.contactId)?.name ?? null,
    start: one.start,
    end: one.end,
    kindOfWork: kinds.get(one.coversKey) ?? 'weekday',
    state: 'planned' as const,
  }));
  const runs = payRuns(context, householdId);
  const setUp = setupProgress(context, householdId);
  const hasAccount = setUp.some((task) => task.key === 'account' && task.status === 'done');
  const money = hasAccount ? moneyOverview(context, householdId) : null;
  const backups = backupsOfToday(context);
  const needs: Need[] = findNeeds({
    today,
    setUpLeft: setUp.filter((task) => task.status !== 'done').length,
    gaps: shifts.filter((shift) => shift.state === 'needs-someone' && shift.day >= today),
    names: new Map([...workers.values()].map((worker) => [worker.id, workerShortName(worker)])),
    unconfirmed: window.shifts
      .filter((shift) => shift.state === 'planned' && shift.endDay < today)
      .map((shift) => ({ name: nameOf(shift.workerId) ?? '', day: shift.day })),
    openRuns: runs.open,
    payments: runs.finished
      .slice(0, RECENT_RUNS)
      .flatMap(({ runId }) =>
        runId === null ? [] : payments(context, householdId, runId).map((one) => ({ ...one, runId })),
      ),
    hmrc: hmrcMonths(context, householdId, today),
    yearEnd: yearEndNeed(context, householdId),
    reports: filingNeeds(context, householdId),
    pensions: pensionNeeds(context, householdId),
    away: absenceNeeds(context, householdId),
    toPutRight: allToPutRight(context, householdId),
    returns: listReturns(context, householdId),
    lines: hasAccount
      ? bankLines(context, householdId, { from: null, to: null, only: 'needs-a-look', withProposals: true })
      : [],
    people: listPeople(context, householdId),
    certificates: certificatesOf(db, householdId).map((one) => ({
      id: one.id,
      kind: one.kind,
      name: one.name,
      fileHash: one.file_hash,
      validFrom: one.valid_from,
      validTo: one.valid_to,
    })),
    backups: backups.needs,
    privacy: privacyNeeds(context, householdId),
    money,
  });
  const payDays = new Set([...runs.open, ...runs.finished].map((run) => run.payDate));
  return {
    today,
    greeting: greetingAt(context.clock.nowIso()),
    userName: household.user_name,
    needs,
    week: daysFromTo(addDays(today, 1), addDays(today, 7)).map((day) => ({
      day,
      bankHoliday: bankHolidayOn(household.nation, day),
      payDay: payDays.has(day),
      shifts: [
        ...shifts
          .filter((shift) => shift.day === day && shift.state !== 'off')
          .flatMap((shift) =>
            openTimes(shift).map(({ start, end }) => ({
              name: shift.state === 'needs-someone' ? null : nameOf(shift.workerId),
              start: clockTime(start),
              end: clockTime(end),
              kindOfWork: shift.kindOfWork,
              state: shift.state,
            })),
          ),
        ...visits.filter((visit) => visit.day === day).map(({ day: _day, ...visit }) => visit),
      ].toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    })),
    money:
      money === null
        ? null
        : {
            bank: money.bank,
            promised: money.promised,
            reallyYours: money.reallyYours,
            surplus:
              money.surplus === null
                ? { code: 'surplus.no-rule', values: {} }
                : {
                    code: money.surplus.code,
                    values: { amountPence: money.surplus.amount, day: money.surplus.onDay ?? '' },
                  },
          },
    lastBackup: backups.last,
    setUpLeft: setUp.filter((task) => task.status !== 'done').length,
  };
}

/** This tax year's months and, in its first weeks, the last one's. */
function hmrcMonths(context: ServiceContext, householdId: string, today: IsoDay) {
  const now = hmrcView(context, householdId, null);
  const before = now.years.find((year) => year < now.taxYear);
  const recent = isoDay(`${now.taxYear.slice(0, 4)}-07-06`);
  return before === undefined || today > recent
    ? now.months
    : [...hmrcView(context, householdId, before).months, ...now.months];
}
