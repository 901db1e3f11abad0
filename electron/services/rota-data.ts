import bankHolidayFile from '@resources/rates/bank-holidays.json';
import workingTimeFile from '@resources/rates/working-time.json';
import type { Nation } from '@shared/api/household';
import { addDays, type IsoDay } from '@shared/dates';
import type { Absence } from '@shared/rota/absence';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import type { RotaPattern } from '@shared/rota/pattern';
import { rateText, type WorkerRate } from '@shared/rota/rate';
import { type OutsideTime, type RotaWindow, rotaForWindow } from '@shared/rota/rota-for-window';
import type { RotaWorker } from '@shared/rota/rota-worker';
import type { Shift } from '@shared/rota/shift';
import {
  type WorkingTimeFile,
  type WorkingTimeRules,
  workingTimeRulesOn,
} from '@shared/rota/working-time-rules';
import { outsideCoversBetween } from '../db/queries/cover';
import { hoursLimitsOf } from '../db/queries/need';
import { lateChangesOf } from '../db/queries/pay-life';
import { ratesOf, workersOf } from '../db/queries/people';
import {
  absencesBetween,
  movedShiftsBetween,
  patternEntriesOf,
  patternsOf,
  shiftsBetween,
} from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';

type ShiftRow = WorkspaceSchema['shift'];

/** A stored shift as the rules take it. */
export function shiftOfRow(row: ShiftRow): Shift {
  return {
    id: row.id,
    workerId: row.worker_id,
    day: row.day,
    start: row.start_time,
    endDay: row.end_day,
    end: row.end_time,
    kindOfWork: row.kind_of_work as KindOfWork,
    status: row.status,
    occurrenceKey: row.occurrence_key,
    actual:
      row.actual_start_time !== null && row.actual_end_day !== null && row.actual_end_time !== null
        ? {
            start: row.actual_start_time,
            endDay: row.actual_end_day,
            end: row.actual_end_time,
            ...(row.actual_awake_minutes === null ? {} : { awakeMinutes: row.actual_awake_minutes }),
            reason: row.actual_reason,
          }
        : null,
    coversShiftKey: row.covers_key,
    coversAbsenceId: row.covers_absence_id,
    paidIn: row.paid_in,
    note: row.note,
  };
}

export function absenceOfRow(row: WorkspaceSchema['absence']): Absence {
  return {
    id: row.id,
    workerId: row.worker_id,
    kind: row.kind,
    firstDay: row.first_day,
    lastDay: row.last_day,
    note: row.note,
  };
}

/** A stored cover from outside as the rules take it. */
function outsideTimeOfRow(row: WorkspaceSchema['outside_cover']): OutsideTime {
  return {
    id: row.id,
    contactId: row.contact_id,
    coversKey: row.covers_key,
    day: row.day,
    start: row.start_time,
    endDay: row.end_day,
    end: row.end_time,
  };
}

/** Patterns of a household with their entries, as the rules take them. */
export function loadPatterns(db: WorkspaceDatabase, householdId: string): RotaPattern[] {
  const entries = patternEntriesOf(db, householdId);
  return patternsOf(db, householdId).map((row) => ({
    id: row.id,
    workerId: row.worker_id,
    cycleWeeks: row.cycle_weeks,
    anchorMonday: row.anchor_monday,
    from: row.from_day,
    to: row.to_day,
    entries: entries
      .filter((entry) => entry.pattern_id === row.id)
      .map((entry) => ({
        id: entry.id,
        weekIndex: entry.week_index,
        weekday: entry.weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6,
        start: entry.start_time,
        end: entry.end_time,
        endsNextDay: entry.ends_next_day === 1,
        kindOfWork: entry.kind_of_work as KindOfWork,
      })),
  }));
}

/** PAs as the rota's rules take them. Nothing here says that somebody is a domestic worker: that is argued, not known. */
function loadRotaWorkers(db: WorkspaceDatabase, householdId: string): RotaWorker[] {
  const limits = new Map(hoursLimitsOf(db, householdId).map((row) => [row.worker_id, row]));
  return workersOf(db, householdId).map((row) => {
    const limit = limits.get(row.id);
    return {
      id: row.id,
      firstDay: row.started_on,
      lastDay: row.left_on,
      birthDate: row.birth_date,
      coversFor: row.covers === 1,
      optedOutOf48Hours: (limit?.opted_out_of_48_on ?? null) !== null,
      treatedAsDomesticWorker: false,
      ownWeeklyLimitMinutes: limit?.own_weekly_limit_minutes ?? null,
    };
  });
}

export function loadRates(db: WorkspaceDatabase, householdId: string): WorkerRate[] {
  return ratesOf(db, householdId).map((row) => ({
    workerId: row.worker_id,
    kindOfWork: row.kind_of_work as KindOfWork,
    per: row.per,
    pounds: rateText(row.rate_ten_thousandths),
    from: row.from_day,
  }));
}

export type LoadedRota = {
  readonly window: RotaWindow;
  readonly absences: readonly Absence[];
  readonly workers: readonly RotaWorker[];
  /** The one key of shifts of two or more PAs at the same work, by the id of each kept shift. */
  readonly groups: ReadonlyMap<string, string>;
  /** Kept shifts of which only the hours are known, on their day or in their period, by their ids. */
  readonly timesKnown: ReadonlyMap<string, 'day' | 'period'>;
};

/** The rota of a household from one day to another, both included: patterns, kept shifts and absences as one. */
export function loadRota(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay): LoadedRota {
  return db.remember(`rota ${householdId} ${from} ${to}`, () => readRota(db, householdId, from, to));
}

function readRota(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay): LoadedRota {
  const first = addDays(from, -1);
  const last = addDays(to, 1);
  const kept = new Map<string, ShiftRow>();
  for (const row of shiftsBetween(db, householdId, first, last)) kept.set(row.id, row);
  // A planned shift that was moved out of the window must not be planned there again.
  for (const row of movedShiftsBetween(db, householdId, first, last)) kept.set(row.id, row);
  // Why paid hours changed late is kept with the change: a shift goes on with its own reason once it is taken back.
  const lateReasons = new Map(lateChangesOf(db, householdId).map((row) => [row.shift_id, row.reason]));
  const absences = absencesBetween(db, householdId, first, last).map(absenceOfRow);
  const workers = loadRotaWorkers(db, householdId);
  const window = rotaForWindow({
    patterns: loadPatterns(db, householdId),
    shifts: [...kept.values()].map((row) => withReason(shiftOfRow(row), lateReasons.get(row.id))),
    absences,
    workers,
    outside: outsideCoversBetween(db, householdId, first, last).map(outsideTimeOfRow),
    from,
    to,
  });
  const groups = new Map(
    [...kept.values()].flatMap((row) => (row.group_key === null ? [] : [[row.id, row.group_key] as const])),
  );
  const timesKnown = new Map(
    [...kept.values()].flatMap((row) =>
      row.times_known === 'times' ? [] : [[row.id, row.times_known] as const],
    ),
  );
  return { window, absences, workers, groups, timesKnown };
}

function withReason(shift: Shift, reason: string | undefined): Shift {
  return reason === undefined || shift.actual === null
    ? shift
    : { ...shift, actual: { ...shift.actual, reason } };
}

/** Rest and working-time limits on a day, where the data reaches it. */
export function workingTimeRulesIfKnown(day: IsoDay): WorkingTimeRules | undefined {
  const rules = workingTimeRulesOn(workingTimeFile as WorkingTimeFile, day);
  return rules.ok ? rules.value : undefined;
}

/** Rest and working-time limits on a day; refuses days the data does not reach. */
export function workingTimeRules(day: IsoDay): WorkingTimeRules {
  const rules = workingTimeRulesOn(workingTimeFile as WorkingTimeFile, day);
  return rules.ok ? rules.value : refuse(rules.code, rules.details);
}

const DIVISIONS: Readonly<Record<Nation, keyof typeof bankHolidayFile.divisions>> = {
  england: 'england-and-wales',
  wales: 'england-and-wales',
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
};

/** Whose bank holidays a nation keeps. */
export function divisionOf(nation: Nation): keyof typeof bankHolidayFile.divisions {
  return DIVISIONS[nation];
}

const HOLIDAY_TITLES = new Map(
  Object.entries(bankHolidayFile.divisions).map(([division, days]) => [
    division,
    new Map(days.map((one) => [one.day, one.title])),
  ]),
);

/** The name of the bank holiday on a day in a nation, or null. */
export function bankHolidayOn(nation: Nation, day: IsoDay): string | null {
  return HOLIDAY_TITLES.get(DIVISIONS[nation])?.get(day) ?? null;
}
