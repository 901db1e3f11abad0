import type { Coded } from '@shared/api/common';
import type { RotaOutcome } from '@shared/api/shifts';
import { addDays, type IsoDay } from '@shared/dates';
import type { Result } from '@shared/result';
import { dayOfOccurrence, patternOfOccurrence, type RotaPattern } from '@shared/rota/pattern';
import { occurrenceOfKey } from '@shared/rota/pattern-exceptions';
import type { RotaProblem } from '@shared/rota/problem';
import { openRateBook } from '@shared/rota/rate';
import {
  type Around,
  type Change,
  type KeptShift,
  keptSubject,
  type Planned,
  plannedSubject,
  type RotaPlan,
  type Subject,
} from '@shared/rota/rota-plan';
import { spanThatCounts } from '@shared/rota/shift';
import { placeStretches } from '@shared/rota/stretches';
import { shiftByOccurrence, shiftsCovering } from '../db/queries/rota';
import { latenessOf, namersOfPattern, shiftsOfGroup, stretchesOf } from '../db/queries/rota-shifts';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { bit, databaseOf, type ServiceContext } from './context';
import { loadPatterns, loadRates, loadRota, shiftOfRow } from './rota-data';
import { workerShortName } from './worker-name';

type ShiftRow = WorkspaceSchema['shift'];

/** A stored shift with the group it shares. */
export function keptOfRow(row: ShiftRow): KeptShift {
  return { ...shiftOfRow(row), groupKey: row.group_key };
}

/** How a kept shift is stored. */
export function rowOfKept(shift: KeptShift, householdId: string): ShiftRow {
  const { actual, occurrenceKey } = shift;
  return {
    id: shift.id,
    household_id: householdId,
    worker_id: shift.workerId,
    occurrence_key: occurrenceKey,
    occurrence_day: occurrenceKey === null ? null : dayOfOccurrence(occurrenceKey),
    day: shift.day,
    start_time: shift.start,
    end_day: shift.endDay,
    end_time: shift.end,
    kind_of_work: shift.kindOfWork,
    status: shift.status,
    actual_start_time: actual?.start ?? null,
    actual_end_day: actual?.endDay ?? null,
    actual_end_time: actual?.end ?? null,
    actual_awake_minutes: actual?.awakeMinutes ?? null,
    actual_reason: actual?.reason ?? '',
    covers_key: shift.coversShiftKey,
    covers_absence_id: shift.coversAbsenceId,
    note: shift.note,
    paid_in: shift.paidIn,
    group_key: shift.groupKey,
    times_known: 'times',
  };
}

/** A shift that is about to be changed, with the pattern that plans it (null for a shift of its own). */
export type FoundSubject = { readonly subject: Subject; readonly pattern: RotaPattern | null };

/** Finds a shift by its key: kept, or only planned by a pattern. Refuses with `not-found`. */
export function subjectOf(context: ServiceContext, householdId: string, key: string): FoundSubject {
  const db = databaseOf(context);
  const byId = db.byId('shift', key);
  const row = byId?.household_id === householdId ? byId : shiftByOccurrence(db, householdId, key);
  const plannedKey = row === undefined ? key : row.occurrence_key;
  const pattern =
    plannedKey === null
      ? undefined
      : loadPatterns(db, householdId).find((one) => one.id === patternOfOccurrence(plannedKey));
  const occurrence =
    pattern === undefined || plannedKey === null ? null : occurrenceOfKey(pattern, plannedKey);
  const planning = occurrence === null ? null : (pattern ?? null);
  if (row !== undefined) return { subject: keptSubject(keptOfRow(row)), pattern: planning };
  if (occurrence === null) refuse('not-found');
  return { subject: plannedSubject(occurrence, context.ids.next()), pattern: planning };
}

/** Kept shifts that cover the one with this key. */
export function coversOf(db: WorkspaceDatabase, householdId: string, key: string): readonly KeptShift[] {
  return shiftsCovering(db, householdId, key).map(keptOfRow);
}

/** Others at the same work as a shift. */
export function groupOf(db: WorkspaceDatabase, householdId: string, shift: KeptShift): readonly KeptShift[] {
  if (shift.groupKey === null) return [];
  return shiftsOfGroup(db, householdId, shift.groupKey)
    .filter((row) => row.id !== shift.id)
    .map(keptOfRow);
}

/** What stands around some days, each with the days beside it. */
export function aroundDays(db: WorkspaceDatabase, householdId: string, days: readonly IsoDay[]) {
  const loaded = [...new Set(days)].map((day) =>
    loadRota(db, householdId, addDays(day, -1), addDays(day, 2)),
  );
  const shifts = new Map(
    loaded.flatMap(({ window }) => window.shifts.map((shift) => [shift.key, shift] as const)),
  );
  const absences = new Map(
    loaded.flatMap((one) => one.absences.map((absence) => [absence.id, absence] as const)),
  );
  return {
    workers: loaded[0]?.workers ?? [],
    absences: [...absences.values()],
    shifts: [...shifts.values()],
    rates: openRateBook(loadRates(db, householdId)),
  } satisfies Around;
}

/** The field that a refusal of the rules is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'shift.before-first-day': 'day',
  'shift.after-last-day': 'day',
  'shift.too-long': 'end',
  'shift.ends-before-it-starts': 'end',
  'pattern.before-first-day': 'fromDay',
  'pattern.has-ended': 'changeFrom',
  'pattern.all-fixed': 'changeFrom',
  'pattern.ends-before-it-starts': 'toDay',
  'split.not-within': 'at',
  'split.not-within-worked': 'at',
  'split.cover-on-both-sides': 'at',
  'share.already-in': 'workerId',
  'copy.same-day': 'first',
  'beside.minutes': 'before',
};

export type PlanToWrite = {
  /** A code with a sentence in renderer/text/actions.ts. */
  readonly name: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The key by which the shift is found afterwards. */
  readonly key: string;
  /** Codes of questions that were answered with yes. */
  readonly said: readonly string[];
  /** Shifts, by id, whose times inside go to another shift when they have no place in their own any more. */
  readonly timesGoTo?: ReadonlyMap<string, string>;
  /** What the key of a pattern's shift becomes when the pattern is changed; null when it is planned no more. */
  readonly keyAfter?: { readonly patternId: string; readonly of: (key: string) => string | null };
  /** More to be written in the same action. */
  readonly also?: (write: ActionWriter) => void;
};

/**
 * Saves a plan of the rota's rules as one action, or answers with what is to be asked first. What the rules refuse is refused.
 * Answers what is to be told.
 */
export function carryOut(
  context: ServiceContext,
  householdId: string,
  result: Result<Planned>,
  how: PlanToWrite,
): RotaOutcome {
  if (!result.ok) refuse(result.code, result.details, FIELDS[result.code]);
  const db = databaseOf(context);
  const { plan, problems } = result.value;
  const asks = problems.filter((problem) => problem.severity === 'ask' && !how.said.includes(problem.code));
  if (asks.length > 0) return { done: false, asks: asks.map((problem) => spoken(db, problem)) };
  const told: RotaProblem[] = problems.filter(
    (problem) => problem.severity === 'warn' || problem.severity === 'inform',
  );
  if (plan.patterns.length > 0 || plan.shifts.length > 0 || how.also !== undefined) {
    db.act({ name: how.name, householdId, values: how.values ?? {} }, (write) => {
      told.push(...writePlan(context, db, write, householdId, plan, how));
      how.also?.(write);
    });
  }
  return { done: true, key: how.key, told: told.map((problem) => spoken(db, problem)) };
}

/** A problem with the name of the PA it is about. */
export function spoken(db: WorkspaceDatabase, problem: RotaProblem): Coded {
  const workerId = problem.details?.['workerId'];
  const worker = typeof workerId === 'string' && workerId !== '' ? db.byId('worker', workerId) : undefined;
  return {
    code: problem.code,
    values: { ...problem.details, ...(worker === undefined ? {} : { name: workerShortName(worker) }) },
  };
}

function writePlan(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
  plan: RotaPlan,
  how: PlanToWrite,
): readonly RotaProblem[] {
  for (const change of plan.patterns)
    if (change.kind === 'insert') insertPattern(write, householdId, change.after);
  if (how.keyAfter !== undefined) rename(context, db, write, householdId, plan, how.keyAfter);
  for (const change of plan.patterns) {
    if (change.kind === 'update') updatePattern(write, householdId, change.before, change.after);
    if (change.kind === 'remove') removePattern(write, change.before);
  }
  for (const change of plan.shifts) {
    if (change.kind === 'insert') write.insert('shift', rowOfKept(change.after, householdId));
    if (change.kind === 'update')
      write.update('shift', change.before.id, rowOfKept(change.after, householdId));
  }
  const told = plan.shifts.flatMap((change) =>
    change.kind === 'insert' ? [] : refitTimes(db, write, change, plan.shifts, how.timesGoTo),
  );
  for (const change of plan.shifts) {
    if (change.kind !== 'remove') continue;
    for (const late of latenessOf(db, change.before.id)) write.remove('lateness', late.id);
    write.remove('shift', change.before.id);
  }
  return told;
}

function patternRow(pattern: RotaPattern, householdId: string): WorkspaceSchema['rota_pattern'] {
  return {
    id: pattern.id,
    household_id: householdId,
    worker_id: pattern.workerId,
    cycle_weeks: pattern.cycleWeeks,
    anchor_monday: pattern.anchorMonday,
    from_day: pattern.from,
    to_day: pattern.to,
  };
}

function entryRow(
  pattern: RotaPattern,
  entry: RotaPattern['entries'][number],
  householdId: string,
): WorkspaceSchema['pattern_entry'] {
  return {
    id: entry.id,
    household_id: householdId,
    pattern_id: pattern.id,
    week_index: entry.weekIndex,
    weekday: entry.weekday,
    start_time: entry.start,
    end_time: entry.end,
    ends_next_day: bit(entry.endsNextDay),
    kind_of_work: entry.kindOfWork,
  };
}

function insertPattern(write: ActionWriter, householdId: string, pattern: RotaPattern): void {
  write.insert('rota_pattern', patternRow(pattern, householdId));
  for (const entry of pattern.entries) write.insert('pattern_entry', entryRow(pattern, entry, householdId));
}

function updatePattern(
  write: ActionWriter,
  householdId: string,
  before: RotaPattern,
  after: RotaPattern,
): void {
  write.update('rota_pattern', before.id, patternRow(after, householdId));
  const known = new Set(before.entries.map((entry) => entry.id));
  const kept = new Set(after.entries.map((entry) => entry.id));
  for (const entry of after.entries) {
    const row = entryRow(after, entry, householdId);
    if (known.has(entry.id)) write.update('pattern_entry', entry.id, row);
    else write.insert('pattern_entry', row);
  }
  for (const entry of before.entries) if (!kept.has(entry.id)) write.remove('pattern_entry', entry.id);
}

function removePattern(write: ActionWriter, pattern: RotaPattern): void {
  for (const entry of pattern.entries) write.remove('pattern_entry', entry.id);
  write.remove('rota_pattern', pattern.id);
}

/** What else names a changed pattern or its shifts goes with them: whom they support, who was asked, who came from outside. */
function rename(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
  plan: RotaPlan,
  keyAfter: NonNullable<PlanToWrite['keyAfter']>,
): void {
  const { patternId } = keyAfter;
  const { asks, outside, pooled } = namersOfPattern(db, householdId, patternId);
  const made = plan.patterns.flatMap((change) => (change.kind === 'insert' ? [change.after.id] : []));
  const isGone = plan.patterns.some((change) => change.kind === 'remove' && change.before.id === patternId);
  const next = (key: string): string => keyAfter.of(key) ?? key;
  for (const row of pooled) {
    if (row.pattern_id !== patternId) {
      if (row.shift_key !== null && next(row.shift_key) !== row.shift_key)
        write.update('pool_shift', row.id, { shift_key: next(row.shift_key) });
      continue;
    }
    for (const id of made) write.insert('pool_shift', { ...row, id: context.ids.next(), pattern_id: id });
    if (isGone) write.remove('pool_shift', row.id);
  }
  for (const row of asks)
    if (next(row.shift_key) !== row.shift_key)
      write.update('cover_ask', row.id, { shift_key: next(row.shift_key) });
  for (const row of outside)
    if (next(row.covers_key) !== row.covers_key)
      write.update('outside_cover', row.id, { covers_key: next(row.covers_key) });
}

/** Times inside a changed shift stay where they still lie in it; else they go to another shift, or are taken out and told. */
function refitTimes(
  db: WorkspaceDatabase,
  write: ActionWriter,
  change: Exclude<Change<KeptShift>, { kind: 'insert' }>,
  all: readonly Change<KeptShift>[],
  goTo: ReadonlyMap<string, string> | undefined,
): readonly RotaProblem[] {
  const stretches = stretchesOf(db, change.before.id);
  if (stretches.length === 0) return [];
  const own = change.kind === 'update' && change.after.status !== 'cancelled' ? change.after : null;
  const otherId = goTo?.get(change.before.id);
  const other = all
    .flatMap((one) => (one.kind === 'remove' ? [] : [one.after]))
    .find((shift) => shift.id === otherId);
  const told: RotaProblem[] = [];
  // A night that is planned again has not been: nobody was woken in it yet.
  const wasUndone = change.before.status === 'confirmed' && own?.status === 'planned';
  for (const row of stretches) {
    const stretch = { start: row.start_time, end: row.end_time };
    const fits = (shift: KeptShift | null | undefined): boolean =>
      shift != null && placeStretches(spanThatCounts(shift), [stretch]).ok;
    if (fits(own) && !(wasUndone && row.kind === 'call-out')) continue;
    if (other !== undefined && fits(other)) {
      write.update('shift_stretch', row.id, { shift_id: other.id });
      continue;
    }
    // A shift that is left out keeps its times for when it is put back.
    if (change.kind === 'update' && change.after.status === 'cancelled') continue;
    write.remove('shift_stretch', row.id);
    if (own !== null)
      told.push({
        code: 'stretch.taken-out',
        severity: 'inform',
        details: { kind: row.kind, ...stretch },
      });
  }
  return told;
}
