import type { Coded } from '@shared/api/common';
import type { RotaView, RotaShift as ShownShift } from '@shared/api/rota';
import { daysBetween, type IsoDay } from '@shared/dates';
import { addPence, takePence } from '@shared/money';
import { hoursOfDays } from '@shared/rota/hours-of-days';
import { planHours } from '@shared/rota/need-plan';
import type { RotaShift } from '@shared/rota/shift';
import { standingOfShift } from '@shared/rota/shift-facts';
import type { Span } from '@shared/rota/span';
import { agreementsOf } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { absencesBetween } from '../db/queries/rota';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { planLinesOf } from './need-lines';
import { workWarningsBetween } from './need-warnings';
import { costOfDays } from './rota-cost';
import { bankHolidayOn, type LoadedRota, loadRota } from './rota-data';
import { weeklyIncome } from './weekly-income';
import { workerName, workerShortName } from './worker-name';

/** How far back the 48-hour average looks: 17 weeks (WTR 1998 reg 4). */
export const AVERAGE_DAYS = 17 * 7;

/** A shift of the rota as the window shows it, with what it shares and when nobody is there. */
export function shownShift(
  shift: RotaShift,
  beside: {
    readonly groupKey?: string | null | undefined;
    readonly uncovered?: readonly Span[] | undefined;
    readonly timesKnown?: 'day' | 'period' | undefined;
  } = {},
): ShownShift {
  const standing = standingOfShift(shift);
  return {
    key: shift.key,
    shiftId: shift.shiftId,
    patternId: shift.patternId,
    workerId: shift.workerId,
    day: shift.day,
    start: shift.start,
    endDay: shift.endDay,
    end: shift.end,
    minutes: shift.minutes,
    kindOfWork: shift.kindOfWork,
    state: standing === 'cancelled' ? 'off' : standing,
    absence:
      shift.absenceId === null || shift.absenceKind === null || shift.workerId === null
        ? null
        : { id: shift.absenceId, kind: shift.absenceKind, workerId: shift.workerId },
    coversKey: shift.coversShiftKey,
    coveredByKey: shift.coveredBy[0] ?? null,
    groupKey: beside.groupKey ?? null,
    overlaps: [...shift.overlaps],
    uncovered: (beside.uncovered ?? []).map(({ day, start, endDay, end }) => ({ day, start, endDay, end })),
    actual:
      shift.actual === null
        ? null
        : {
            start: shift.actual.start,
            endDay: shift.actual.endDay,
            end: shift.actual.end,
            minutes: shift.minutes,
            awakeMinutes: shift.actual.awakeMinutes ?? null,
            reason: shift.actual.reason,
          },
    note: shift.note,
    ...(beside.timesKnown === undefined ? {} : { timesKnown: beside.timesKnown }),
  };
}

/** The rota from one day to another (at most 70 days), with hours, costs, gaps and warnings. */
export function rotaView(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): RotaView {
  const db = databaseOf(context);
  if (to < from || daysBetween(from, to) > 70) refuse('rota.window-too-long');
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const loaded = loadRota(db, householdId, from, to);
  const { window } = loaded;
  const agreements = agreementsOf(db, householdId);
  const hours = hoursOfDays(window);
  const cost = costOfDays(db, householdId, from, to, window.shifts);
  const outside = window.outside.map(({ id, coversKey, contactId, day, start, endDay, end }) => ({
    id,
    coversKey,
    ...{ day, start, endDay, end },
    name: db.byId('cover_contact', contactId)?.name ?? '',
    cost: db.byId('outside_cover', id)?.charge_pence ?? null,
  }));
  const charges = outside.flatMap((one) => (one.cost === null ? [] : [one.cost]));
  const isKnown = cost.isComplete && charges.length === outside.length;
  const total = isKnown ? addPence(...cost.totals, ...charges) : null;
  const income = weeklyIncome(agreements, from, to);
  const workers = workersOf(db, householdId);
  const holidayMinutes = new Map(
    absencesBetween(db, householdId, from, to).map((row) => [row.id, row.holiday_minutes]),
  );
  const uncovered = new Map(window.gaps.map((gap) => [gap.key, gap.uncovered]));
  const onRota = new Set(window.shifts.map((shift) => shift.workerId));
  return {
    from,
    to,
    people: workers
      .filter(
        (worker) =>
          onRota.has(worker.id) ||
          (worker.started_on <= to && (worker.left_on === null || worker.left_on >= from)),
      )
      .map((worker) => {
        const own = cost.workers.get(worker.id);
        return {
          workerId: worker.id,
          position: worker.position,
          name: workerName(worker),
          shortName: workerShortName(worker),
          minutes: own?.minutes ?? 0,
          sleepIns: own?.sleepIns ?? 0,
          cost: own?.total ?? null,
        };
      }),
    shifts: window.shifts.map((shift) =>
      shownShift(shift, {
        groupKey: shift.shiftId === null ? null : loaded.groups.get(shift.shiftId),
        uncovered: uncovered.get(shift.key),
        timesKnown: loaded.timesKnown.get(shift.shiftId ?? ''),
      }),
    ),
    absences: loaded.absences
      .filter((absence) => absence.firstDay <= to && (absence.lastDay ?? to) >= from)
      .map((absence) => ({ ...absence, holidayMinutes: holidayMinutes.get(absence.id) ?? null })),
    outside,
    days: hours.days.map((one) => ({
      day: one.from,
      minutes: one.staffedMinutes,
      shortMinutes: one.uncoveredMinutes,
      bankHoliday: bankHolidayOn(household.nation, one.from),
    })),
    plannedMinutes: hours.whole.staffedMinutes,
    planMinutes: planHours(planLinesOf(db, householdId), from, to)?.minutes ?? 0,
    shared: cost.shared,
    cost: total,
    overPlan: total !== null && agreements.length > 0 ? takePence(total, income) : null,
    warnings: windowWarnings(db, householdId, loaded, from, to),
  };
}

/** Rest and working-time warnings of a window, in the order of their days. */
function windowWarnings(
  db: WorkspaceDatabase,
  householdId: string,
  loaded: LoadedRota,
  from: IsoDay,
  to: IsoDay,
): Coded[] {
  const names = new Map(workersOf(db, householdId).map((worker) => [worker.id, workerShortName(worker)]));
  const warnings: Coded[] = loaded.window.overlaps.map((pair) => ({
    code: 'rota.overlap',
    values: { name: names.get(pair.workerId) ?? '', day: pair.firstDay },
  }));
  warnings.push(...needlessCovers(db, loaded, names));
  for (const [workerId, found] of workWarningsBetween(db, householdId, from, to)) {
    for (const warning of found) {
      // Whether papers were seen is about the PA, not about these days: the rules of work and their own page say it.
      if (warning.severity !== 'warn' || warning.code === 'right-to-work.not-checked') continue;
      warnings.push({
        code: `rota.${warning.code}`,
        values: { name: names.get(workerId) ?? '', day: warning.day, ...warning.details },
      });
    }
  }
  return inOrderOfDays(warnings);
}

/** Cover that is still to come for a shift whose own PA is back: both would be there, and both be paid. */
function needlessCovers(
  db: WorkspaceDatabase,
  { window }: LoadedRota,
  names: ReadonlyMap<string, string>,
): Coded[] {
  const byKey = new Map(window.shifts.map((shift) => [shift.key, shift]));
  const warningOf = (coversKey: string, name: string, day: IsoDay): Coded[] => {
    const covered = byKey.get(coversKey);
    if (covered === undefined || covered.workerId === null || covered.state !== 'planned') return [];
    const other = names.get(covered.workerId) ?? '';
    return [{ code: 'rota.cover-not-needed', values: { name, other, day } }];
  };
  return [
    ...window.shifts.flatMap(({ coversShiftKey, workerId, state, day }) =>
      coversShiftKey === null || workerId === null || state !== 'planned'
        ? []
        : warningOf(coversShiftKey, names.get(workerId) ?? '', day),
    ),
    ...window.outside.flatMap((one) =>
      db.byId('outside_cover', one.id)?.confirmed === 0
        ? warningOf(one.coversKey, db.byId('cover_contact', one.contactId)?.name ?? '', one.day)
        : [],
    ),
  ];
}

function inOrderOfDays(warnings: readonly Coded[]): Coded[] {
  return [...warnings].sort((a, b) => (String(a.values['day']) < String(b.values['day']) ? -1 : 1));
}
