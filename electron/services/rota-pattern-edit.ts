import type { Coded } from '@shared/api/common';
import type { Pattern } from '@shared/api/rota';
import type { RotaOutcome } from '@shared/api/shifts';
import { addDays, type IsoDay, type Weekday } from '@shared/dates';
import { ok, type Result, refused } from '@shared/result';
import {
  checkPattern,
  expandPattern,
  type PatternEntry,
  type PlannedOccurrence,
  type RotaPattern,
} from '@shared/rota/pattern';
import { daysOutsideEmployment, keyAfter, type PatternPlanned } from '@shared/rota/pattern-change';
import { carryExceptions, lastFixedDay, leftBehind, type Successor } from '@shared/rota/pattern-exceptions';
import type { RotaProblem } from '@shared/rota/problem';
import type { KeptShift } from '@shared/rota/rota-plan';
import type { Employed } from '@shared/rota/rota-worker';
import { coversOfPattern, keptOfPattern } from '../db/queries/rota-shifts';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { loadPatterns } from './rota-data';
import { savePattern } from './rota-patterns';
import { carryOut, keptOfRow, spoken } from './rota-plans';
import { workerShortName } from './worker-name';

function employed(context: ServiceContext, workerId: string | null): Employed | null {
  const row = workerId === null ? undefined : databaseOf(context).byId('worker', workerId);
  return row === undefined ? null : { id: row.id, firstDay: row.started_on, lastDay: row.left_on };
}

/** What is worth a look at in a repeating week that was saved: shifts before somebody's first or after their last day. */
export function toldOfPattern(context: ServiceContext, householdId: string, id: string): Coded[] {
  const db = databaseOf(context);
  const pattern = loadPatterns(db, householdId).find((one) => one.id === id);
  const worker = pattern === undefined ? null : employed(context, pattern.workerId);
  if (pattern === undefined || worker === null) return [];
  return daysOutsideEmployment(pattern, worker).map((problem) => spoken(db, problem));
}

/**
 * Changes a repeating week: all of it (`from` is null), or from a day on. Then the old one ends the day before and a new one
 * goes on; what is confirmed or paid stays, and days that were changed by hand go with their shift. Refuses `pattern.has-ended`
 * (`day`), `pattern.all-fixed`, and as `checkPattern`.
 */
export function changePattern(
  context: ServiceContext,
  householdId: string,
  input: Pattern & { readonly id: string },
  from: IsoDay | null,
): RotaOutcome {
  const db = databaseOf(context);
  const old = loadPatterns(db, householdId).find((one) => one.id === input.id) ?? refuse('not-found');
  if (input.workerId !== null) ownedRow(db.byId('worker', input.workerId), householdId);
  const kept = keptOfPattern(db, householdId, old.id).map(keptOfRow);
  const covers = coversOfPattern(db, householdId, old.id).map(keptOfRow);
  const isWhole = from === null || from <= old.from;
  const wanted = isWhole && from !== null ? { ...input, fromDay: from } : input;
  if (isWhole && isSameWeek(old, wanted)) {
    const id = savePattern(context, householdId, wanted);
    const plansStill = (day: IsoDay): boolean =>
      day >= wanted.fromDay && (wanted.toDay === null || day <= wanted.toDay);
    const left = leftBehind({ pattern: old, plansStill, kept, covers }).map((one) => spoken(db, one));
    return { done: true, key: id, told: [...left, ...toldOfPattern(context, householdId, id)] };
  }
  const given = {
    old,
    input: wanted,
    worker: employed(context, input.workerId),
    kept,
    covers,
    nextId: () => context.ids.next(),
  };
  const result =
    isWhole && lastFixedDay(old, kept, covers) === null
      ? wholePattern(given)
      : patternFrom({ ...given, from: from ?? old.from });
  const made = result.ok
    ? result.value.plan.patterns.flatMap((change) => (change.kind === 'insert' ? [change.after.id] : []))
    : [];
  const worker = input.workerId === null ? undefined : db.byId('worker', input.workerId);
  return carryOut(context, householdId, result, {
    name: 'rota.pattern-saved',
    values: { name: worker === undefined ? '' : workerShortName(worker) },
    key: made[0] ?? old.id,
    said: [],
    ...(result.ok ? { keyAfter: { patternId: old.id, of: result.value.keyAfter } } : {}),
  });
}

type Given = {
  readonly old: RotaPattern;
  readonly input: Pattern;
  readonly worker: Employed | null;
  readonly kept: readonly KeptShift[];
  readonly covers: readonly KeptShift[];
  readonly nextId: () => string;
};

type Entry = Omit<PatternEntry, 'id' | 'weekday'> & { readonly weekday: number };

function placeOf(entry: Entry): string {
  return `${entry.weekIndex} ${entry.weekday} ${entry.start}`;
}

/** Whether nothing changes but from when to when it repeats. */
function isSameWeek(old: RotaPattern, input: Pattern): boolean {
  const lines = (entries: readonly Entry[]): string =>
    entries
      .map((one) => `${placeOf(one)} ${one.end} ${one.endsNextDay} ${one.kindOfWork}`)
      .sort()
      .join(', ');
  return (
    old.workerId === input.workerId &&
    old.cycleWeeks === input.cycleWeeks &&
    old.anchorMonday === input.anchorMonday &&
    lines(old.entries) === lines(input.entries)
  );
}

/** Changes a repeating week from its start, with the days that were changed by hand: nothing of it is confirmed or paid. */
function wholePattern(given: Given): Result<PatternPlanned> {
  const { old, input, worker, kept, covers, nextId } = given;
  if (worker?.firstDay != null && input.fromDay < worker.firstDay)
    return refused('pattern.before-first-day', { day: worker.firstDay });
  const isSameCycle = old.cycleWeeks === input.cycleWeeks && old.anchorMonday === input.anchorMonday;
  const known = new Map(isSameCycle ? old.entries.map((entry) => [placeOf(entry), entry.id]) : []);
  const next: RotaPattern = {
    ...old,
    workerId: input.workerId,
    cycleWeeks: input.cycleWeeks,
    anchorMonday: input.anchorMonday,
    from: input.fromDay,
    to: input.toDay,
    entries: input.entries.map((entry): PatternEntry => {
      const id = known.get(placeOf(entry)) ?? nextId();
      known.delete(placeOf(entry));
      return { ...entry, id, weekday: entry.weekday as Weekday };
    }),
  };
  const [wrong] = checkPattern(next);
  if (wrong !== undefined) return refused(wrong.code, wrong.details);
  const successor = sameDay(old, next);
  const carried = carryExceptions({ pattern: old, from: old.from, subjectKey: '', kept, covers, successor });
  return ok({
    plan: { patterns: [{ kind: 'update', before: old, after: next }], shifts: carried.changes },
    problems: [...(worker === null ? [] : daysOutsideEmployment(next, worker)), ...carried.problems],
    keyAfter: keyAfter(old, old.from, successor),
  });
}

function patternFrom(given: Given & { readonly from: IsoDay }): Result<PatternPlanned> {
  const { old, input, kept, covers, nextId } = given;
  if (old.to !== null && given.from > old.to) return refused('pattern.has-ended', { day: old.to });
  const fixedDay = lastFixedDay(old, kept, covers);
  const from = fixedDay !== null && fixedDay >= given.from ? addDays(fixedDay, 1) : given.from;
  if (old.to !== null && from > old.to) return refused('pattern.all-fixed', { fixedDay: fixedDay ?? old.to });
  const next: RotaPattern = {
    id: nextId(),
    workerId: input.workerId,
    cycleWeeks: input.cycleWeeks,
    anchorMonday: input.anchorMonday,
    from,
    to: input.toDay,
    entries: input.entries.map(
      (entry): PatternEntry => ({ ...entry, id: nextId(), weekday: entry.weekday as Weekday }),
    ),
  };
  const problems: RotaProblem[] = [...checkPattern(next)];
  // A pattern that can't be must not be expanded.
  const [wrong] = problems;
  if (wrong !== undefined) return refused(wrong.code, wrong.details);
  if (from !== given.from)
    problems.push({
      code: 'pattern.changed-from',
      severity: 'inform',
      details: { day: from, fixedDay: fixedDay ?? from },
    });
  const successor = sameDay(old, next);
  const carried = carryExceptions({ pattern: old, from, subjectKey: '', kept, covers, successor });
  problems.push(...(given.worker === null ? [] : daysOutsideEmployment(next, given.worker)));
  problems.push(...carried.problems);
  return ok({
    plan: {
      patterns: [
        { kind: 'update', before: old, after: { ...old, to: addDays(from, -1) } },
        { kind: 'insert', after: next },
      ],
      shifts: carried.changes,
    },
    problems,
    keyAfter: keyAfter(old, from, successor),
  });
}

/** A planned shift becomes the one of the same day that starts at the same time, or the only one of that day. */
function sameDay(old: RotaPattern, next: RotaPattern): Successor {
  return (occurrence: PlannedOccurrence) => {
    const then = expandPattern(next, occurrence.day, occurrence.day);
    const same = then.find((one) => one.start === occurrence.start);
    if (same !== undefined) return same;
    const wasAlone = expandPattern(old, occurrence.day, occurrence.day).length === 1;
    return wasAlone && then.length === 1 ? (then[0] ?? null) : null;
  };
}
