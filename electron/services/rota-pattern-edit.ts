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
import { carryExceptions, lastFixedDay, type Successor } from '@shared/rota/pattern-exceptions';
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
  if (from === null || from <= old.from) {
    const id = savePattern(context, householdId, from === null ? input : { ...input, fromDay: from });
    return { done: true, key: id, told: toldOfPattern(context, householdId, id) };
  }
  const result = patternFrom({
    old,
    input,
    from,
    worker: employed(context, input.workerId),
    kept: keptOfPattern(db, householdId, old.id).map(keptOfRow),
    covers: coversOfPattern(db, householdId, old.id).map(keptOfRow),
    nextId: () => context.ids.next(),
  });
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

function patternFrom(given: {
  readonly old: RotaPattern;
  readonly input: Pattern;
  readonly from: IsoDay;
  readonly worker: Employed | null;
  readonly kept: readonly KeptShift[];
  readonly covers: readonly KeptShift[];
  readonly nextId: () => string;
}): Result<PatternPlanned> {
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
