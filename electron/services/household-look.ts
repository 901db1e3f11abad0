import type { MoneyOverview } from '@shared/api/money';
import type { RotaShift } from '@shared/api/rota';
import type { Need } from '@shared/api/today';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { certificatesOf } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import type { HouseholdRow } from '../db/schema';
import { refuse } from '../refusal';
import { absenceNeeds } from './absences-needs';
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
import { loadRota } from './rota-data';
import { shownShift } from './rota-view';
import { findNeeds } from './today-needs';
import { workerShortName } from './worker-name';
import { yearEndNeed } from './year-end';

/** How far ahead gaps are told, and how far back hours that nobody confirmed. */
const GAP_DAYS = 14;
const BACK_DAYS = 62;
/** Runs whose payments may still be on their way. */
const RECENT_RUNS = 6;

/** What was found when a household was looked at: what needs somebody, and what Today shows beside it. */
export type HouseholdLook = {
  readonly household: HouseholdRow;
  readonly today: IsoDay;
  readonly needs: readonly Need[];
  readonly rota: ReturnType<typeof loadRota>['window'];
  readonly shifts: readonly RotaShift[];
  /** What each PA is called. */
  readonly names: ReadonlyMap<string, string>;
  readonly runs: ReturnType<typeof payRuns>;
  readonly money: MoneyOverview | null;
  readonly setUpLeft: number;
};

/** What needs somebody in a household, found in one go. `backups` are those of the whole file; without them, none is told. */
export function lookAt(
  context: ServiceContext,
  householdId: string,
  backups: readonly Need[] = [],
): HouseholdLook {
  const work = lookInParts(context, householdId, backups);
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

/** What needs somebody in a household: the one list of its own Today. Refuses with `not-found`. */
export function needsOf(context: ServiceContext, householdId: string): readonly Need[] {
  return lookAt(context, householdId).needs;
}

/** The same a part at a time, for who has others waiting between two parts. */
export function* lookInParts(
  context: ServiceContext,
  householdId: string,
  backups: readonly Need[] = [],
): Generator<void, HouseholdLook> {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const today = todayOf(context);
  const names = new Map(
    workersOf(db, householdId).map((worker) => [worker.id, workerShortName(worker)] as const),
  );
  const { window: rota } = loadRota(db, householdId, addDays(today, -BACK_DAYS), addDays(today, GAP_DAYS));
  const uncovered = new Map(rota.gaps.map((gap) => [gap.key, gap.uncovered]));
  const shifts = rota.shifts.map((shift) => shownShift(shift, { uncovered: uncovered.get(shift.key) }));
  yield;
  const runs = payRuns(context, householdId);
  yield;
  const setUp = setupProgress(context, householdId);
  const setUpLeft = setUp.filter((task) => task.status !== 'done').length;
  const hasAccount = setUp.some((task) => task.key === 'account' && task.status === 'done');
  const money = hasAccount ? moneyOverview(context, householdId) : null;
  yield;
  const paid = runs.finished
    .slice(0, RECENT_RUNS)
    .flatMap(({ runId }) =>
      runId === null ? [] : payments(context, householdId, runId).map((one) => ({ ...one, runId })),
    );
  yield;
  const hmrc = hmrcMonths(context, householdId, today);
  yield;
  const yearEnd = yearEndNeed(context, householdId);
  yield;
  const reports = filingNeeds(context, householdId);
  yield;
  const pensions = pensionNeeds(context, householdId);
  yield;
  const away = absenceNeeds(context, householdId);
  yield;
  const toPutRight = allToPutRight(context, householdId);
  yield;
  const returns = listReturns(context, householdId);
  yield;
  const lines = hasAccount
    ? bankLines(context, householdId, { from: null, to: null, only: 'needs-a-look', withProposals: true })
    : [];
  yield;
  const needs = findNeeds({
    today,
    setUpLeft,
    gaps: shifts.filter((shift) => shift.state === 'needs-someone' && shift.day >= today),
    names,
    unconfirmed: rota.shifts
      .filter((shift) => shift.state === 'planned' && shift.endDay < today)
      .map((shift) => ({ name: names.get(shift.workerId ?? '') ?? '', day: shift.day })),
    openRuns: runs.open,
    payments: paid,
    hmrc,
    yearEnd,
    reports,
    pensions,
    away,
    toPutRight,
    returns,
    lines,
    people: listPeople(context, householdId),
    certificates: certificatesOf(db, householdId).map((one) => ({
      id: one.id,
      kind: one.kind,
      name: one.name,
      fileHash: one.file_hash,
      validFrom: one.valid_from,
      validTo: one.valid_to,
    })),
    backups,
    privacy: privacyNeeds(context, householdId),
    money,
  });
  return { household, today, needs, rota, shifts, names, runs, money, setUpLeft };
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
