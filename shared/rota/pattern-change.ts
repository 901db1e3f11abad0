import { addDays, daysBetween, type IsoDay, laterDay, type Weekday } from '../dates';
import { ok, type Result, refused } from '../result';
import {
  checkPattern,
  dayOfOccurrence,
  expandPattern,
  occurrenceKey,
  type PatternEntry,
  type PlannedOccurrence,
  type RotaPattern,
} from './pattern';
import { carryExceptions, lastFixedDay, occurrenceOfKey, type Successor } from './pattern-exceptions';
import type { RotaProblem } from './problem';
import {
  type Around,
  type Change,
  type KeptShift,
  keptSubject,
  type NextId,
  type Planned,
  planned,
  plannedSubject,
  problemsOf,
  shiftPlan,
  standIn,
} from './rota-plan';
import type { Employed } from './rota-worker';
import { cancelShift, type MoveTo, moveShift, timesAfterMove } from './shift-operations';

/** How far a change of one shift of a pattern reaches. */
export type PatternScope = 'this-one' | 'from-here-on' | 'all';

export type OccurrenceChange = { readonly kind: 'remove' } | { readonly kind: 'change'; readonly to: MoveTo };

export type PatternChangeInput = {
  readonly pattern: RotaPattern;
  /** The shift that is changed, by its key. */
  readonly occurrenceKey: string;
  readonly scope: PatternScope;
  readonly change: OccurrenceChange;
  /** Every kept shift that stands for one of the pattern. */
  readonly kept: readonly KeptShift[];
  /** Every kept shift that covers one of the pattern. */
  readonly covers: readonly KeptShift[];
  readonly around: Around;
  readonly nextId: NextId;
};

/** A planned change of a pattern, with what the keys of its shifts become: null for one that is planned no more. */
export type PatternPlanned = Planned & { readonly keyAfter: (key: string) => string | null };

/**
 * Changes or removes a shift of a pattern: this one (an exception), from here on (the pattern is cut, a new one goes on),
 * or all (the pattern changes from its start). What is confirmed or paid stays: then the change begins the day after the
 * last such shift (told: `pattern.changed-from`, `day`, `fixedDay`). Only the one shift of the cycle changes; the others go
 * on as they are, and one that goes to another PA gets a pattern of its own. Exceptions and covers are carried over as
 * `carryExceptions` says. Told besides: shifts that a move to another weekday pushes out of the pattern
 * (`pattern.falls-out`, `day`) or would double beside work that stays (`pattern.left-out-once`, `day`), and shifts before
 * the person's first or after their last day. Refuses `pattern.no-such-shift`, `shift.paid`, `shift.cancelled`,
 * `pattern.all-fixed` (`fixedDay`), `pattern.moved-too-far` (a week or more), and the times that `validateShift` refuses.
 */
export function changeOccurrence(input: PatternChangeInput): Result<PatternPlanned> {
  const { pattern, kept, covers, change, scope } = input;
  const occurrence = occurrenceOfKey(pattern, input.occurrenceKey);
  if (occurrence === null) return refused('pattern.no-such-shift');
  const own = kept.find((shift) => shift.occurrenceKey === occurrence.key);
  if (own !== undefined && own.paidIn !== null) return refused('shift.paid');
  if (scope === 'this-one') {
    const subject = own === undefined ? plannedSubject(occurrence, input.nextId()) : keptSubject(own);
    const itsCovers = covers.filter((cover) => cover.coversShiftKey === occurrence.key);
    const alone =
      change.kind === 'remove'
        ? cancelShift({ subject, covers: itsCovers })
        : moveShift({ subject, to: change.to, covers: itsCovers, around: input.around });
    return alone.ok ? ok({ ...alone.value, keyAfter: (key) => key }) : alone;
  }
  if (own?.status === 'cancelled' && change.kind === 'change') return refused('shift.cancelled');

  const next = change.kind === 'remove' ? null : changedShift(occurrence, change.to, input.around);
  if (next !== null && Math.abs(next.byDays) >= 7) return refused('pattern.moved-too-far');
  const byDays = next?.byDays ?? 0;
  const wanted =
    scope === 'all' ? pattern.from : laterDay(pattern.from, addDays(occurrence.day, Math.min(0, byDays)));
  const fixed = lastFixedDay(pattern, kept, covers);
  const from = fixed !== null && fixed >= wanted ? addDays(fixed, 1) : wanted;
  if (pattern.to !== null && from > pattern.to)
    return refused('pattern.all-fixed', { fixedDay: fixed ?? pattern.to });
  const problems: RotaProblem[] = [...(next?.problems ?? [])];
  if (from !== wanted)
    problems.push({
      code: 'pattern.changed-from',
      severity: 'inform',
      details: { day: from, fixedDay: fixed ?? from },
    });

  const made = newPatterns(pattern, occurrence.entryId, next, from, input.nextId);
  const carried = carryExceptions({
    pattern,
    from,
    subjectKey: occurrence.key,
    kept,
    covers,
    successor: made.successor,
  });
  const doubled = leftOutOnce(pattern, occurrence.entryId, byDays, from, made);
  for (const each of made.patterns) {
    problems.push(...checkPattern(each).filter((problem) => problem.severity === 'refuse'));
    const worker = input.around.workers.find((one) => one.id === each.workerId);
    if (worker !== undefined && each.workerId !== pattern.workerId)
      problems.push(...daysOutsideEmployment(each, worker));
  }
  problems.push(...carried.problems);
  for (const day of fallenOut(pattern, occurrence.entryId, byDays, from))
    problems.push({ code: 'pattern.falls-out', severity: 'warn', details: { day } });
  for (const { day } of doubled)
    problems.push({ code: 'pattern.left-out-once', severity: 'inform', details: { day } });
  const whole = planned(
    {
      patterns: made.changes,
      shifts: [
        ...carried.changes,
        ...doubled.map(
          (each): Change<KeptShift> => ({
            kind: 'insert',
            after: { ...standIn(each, input.nextId()), status: 'cancelled' },
          }),
        ),
      ],
    },
    problems,
  );
  if (!whole.ok) return whole;
  return ok({ ...whole.value, keyAfter: keyAfter(pattern, from, made.successor) });
}

/** What the keys of a pattern's shifts become when it is changed from a day on. */
export function keyAfter(
  pattern: RotaPattern,
  from: IsoDay,
  successor: Successor,
): (key: string) => string | null {
  return (key) => {
    const occurrence = occurrenceOfKey(pattern, key);
    if (occurrence === null || occurrence.day < from) return key;
    return successor(occurrence)?.key ?? null;
  };
}

/** What the shift of the cycle becomes. */
type NextShift = {
  readonly byDays: number;
  readonly entry: Omit<PatternEntry, 'id' | 'weekIndex' | 'weekday'>;
  readonly workerId: string | null;
  readonly problems: readonly RotaProblem[];
};

/** Problems of the times themselves, in any week: what is only so on one day says nothing of a pattern. */
const OF_TIMES: readonly string[] = [
  'shift.ends-next-day',
  'shift.ends-before-it-starts',
  'shift.too-long',
  'shift.very-long',
];

function changedShift(occurrence: PlannedOccurrence, to: MoveTo, around: Around): NextShift {
  const times = timesAfterMove(occurrence, to);
  const shift = { ...standIn(occurrence, ''), ...times, workerId: null };
  return {
    byDays: daysBetween(occurrence.day, times.day),
    entry: {
      start: times.start,
      end: times.end,
      endsNextDay: times.endDay === null || times.endDay > times.day,
      kindOfWork: to.kindOfWork ?? occurrence.kindOfWork,
    },
    workerId: to.workerId === undefined ? occurrence.workerId : to.workerId,
    problems: problemsOf(shift, around).filter((problem) => OF_TIMES.includes(problem.code)),
  };
}

type MadePatterns = {
  readonly changes: readonly Change<RotaPattern>[];
  /** Patterns that plan from the day of the change on. */
  readonly patterns: readonly RotaPattern[];
  readonly successor: Successor;
};

function newPatterns(
  pattern: RotaPattern,
  entryId: string,
  next: NextShift | null,
  from: IsoDay,
  nextId: NextId,
): MadePatterns {
  const inPlace = from <= pattern.from;
  const byDays = next?.byDays ?? 0;
  const others = pattern.entries.filter((entry) => entry.id !== entryId);
  const changed = pattern.entries
    .filter((entry) => entry.id === entryId)
    .map((entry) => moved(entry, next, pattern));
  const isApart = next !== null && next.workerId !== pattern.workerId && others.length > 0;
  const groups: { readonly workerId: string | null; readonly entries: readonly PatternEntry[] }[] = [];
  if (next === null) groups.push({ workerId: pattern.workerId, entries: others });
  else if (isApart)
    groups.push(
      { workerId: pattern.workerId, entries: others },
      { workerId: next.workerId, entries: changed },
    );
  else
    groups.push({
      workerId: next.workerId,
      entries: pattern.entries.map((entry) => (entry.id === entryId ? (changed[0] ?? entry) : entry)),
    });

  const places = new Map<string, { readonly pattern: RotaPattern; readonly entryId: string }>();
  const patterns: RotaPattern[] = [];
  const inserts: RotaPattern[] = [];
  groups.forEach(({ workerId, entries }, at) => {
    if (entries.length === 0) return;
    const staysItself = inPlace && at === 0;
    const made: RotaPattern = {
      ...pattern,
      id: staysItself ? pattern.id : nextId(),
      workerId,
      from,
      entries: entries.map((entry) => (staysItself ? entry : { ...entry, id: nextId() })),
    };
    entries.forEach((entry, index) => {
      places.set(entry.id, { pattern: made, entryId: made.entries[index]?.id ?? entry.id });
    });
    patterns.push(made);
    if (!staysItself) inserts.push(made);
  });

  const staying = inPlace ? patterns.find((each) => each.id === pattern.id) : undefined;
  const old: Change<RotaPattern> = inPlace
    ? staying === undefined
      ? { kind: 'remove', before: pattern }
      : { kind: 'update', before: pattern, after: staying }
    : { kind: 'update', before: pattern, after: { ...pattern, to: addDays(from, -1) } };
  return {
    changes: [old, ...inserts.map((after): Change<RotaPattern> => ({ kind: 'insert', after }))],
    patterns,
    successor: (occurrence) => {
      const place = places.get(occurrence.entryId);
      if (place === undefined) return null;
      const day = occurrence.entryId === entryId ? addDays(occurrence.day, byDays) : occurrence.day;
      return occurrenceOfKey(place.pattern, occurrenceKey(place.pattern.id, place.entryId, day));
    },
  };
}

function moved(entry: PatternEntry, next: NextShift | null, pattern: RotaPattern): PatternEntry {
  if (next === null) return entry;
  const days = pattern.cycleWeeks * 7;
  const place = (((entry.weekIndex * 7 + entry.weekday + next.byDays) % days) + days) % days;
  return { ...entry, ...next.entry, weekIndex: Math.floor(place / 7), weekday: (place % 7) as Weekday };
}

/** Shifts of a moved entry that would come a second time, days after the one that stays before the change. */
function leftOutOnce(
  pattern: RotaPattern,
  entryId: string,
  byDays: number,
  from: IsoDay,
  made: MadePatterns,
): readonly PlannedOccurrence[] {
  if (byDays <= 0) return [];
  return expandPattern(pattern, addDays(from, -byDays), addDays(from, -1))
    .filter((each) => each.entryId === entryId)
    .flatMap((each) => made.successor(each) ?? []);
}

/** Days of a moved entry that have no place in the pattern any more. */
function fallenOut(pattern: RotaPattern, entryId: string, byDays: number, from: IsoDay): readonly IsoDay[] {
  const out =
    byDays < 0
      ? expandPattern(pattern, from, addDays(from, -byDays - 1))
      : byDays > 0 && pattern.to !== null
        ? expandPattern(pattern, laterDay(from, addDays(pattern.to, 1 - byDays)), pattern.to)
        : [];
  return out.filter((each) => each.entryId === entryId).map((each) => each.day);
}

/**
 * Tells which shifts of a pattern lie before somebody's first day (`firstDay`, `day` of the first such shift, `shifts`: how
 * many) or after their last day (`lastDay`, `day`). They are not lost: on these days somebody is needed.
 */
export function daysOutsideEmployment(pattern: RotaPattern, worker: Employed): readonly RotaProblem[] {
  const problems: RotaProblem[] = [];
  const { firstDay, lastDay } = worker;
  const early = firstDay === null ? [] : expandPattern(pattern, pattern.from, addDays(firstDay, -1));
  if (firstDay !== null && early[0] !== undefined)
    problems.push({
      code: 'pattern.before-first-day',
      severity: 'warn',
      field: 'from',
      details: { workerId: worker.id, firstDay, day: early[0].day, shifts: early.length },
    });
  if (lastDay === null) return problems;
  const after = laterDay(addDays(lastDay, 1), pattern.from);
  const [late] = expandPattern(pattern, after, addDays(after, pattern.cycleWeeks * 7 - 1));
  if (late !== undefined)
    problems.push({
      code: 'pattern.after-last-day',
      severity: 'warn',
      field: 'to',
      details: { workerId: worker.id, lastDay, day: late.day },
    });
  return problems;
}

/**
 * Leaves days out of a pattern: each shift on them is kept as cancelled, and their covers stand alone. A day without a
 * shift is told (`pattern.nothing-on-day`); one that is left out already stays so. Refuses `shift.paid` (`day`).
 */
export function leaveOutDays(input: {
  readonly pattern: RotaPattern;
  readonly days: readonly IsoDay[];
  readonly kept: readonly KeptShift[];
  readonly covers: readonly KeptShift[];
  readonly nextId: NextId;
}): Result<Planned> {
  const changes: Change<KeptShift>[] = [];
  const problems: RotaProblem[] = [];
  for (const day of [...new Set(input.days)].toSorted()) {
    const occurrences = expandPattern(input.pattern, day, day);
    if (occurrences.length === 0)
      problems.push({ code: 'pattern.nothing-on-day', severity: 'inform', details: { day } });
    for (const occurrence of occurrences) {
      const own = input.kept.find((shift) => shift.occurrenceKey === occurrence.key);
      if (own?.status === 'cancelled') continue;
      const result = cancelShift({
        subject: own === undefined ? plannedSubject(occurrence, input.nextId()) : keptSubject(own),
        covers: input.covers.filter((cover) => cover.coversShiftKey === occurrence.key),
      });
      if (!result.ok) return refused(result.code, { day: dayOfOccurrence(occurrence.key) });
      changes.push(...result.value.plan.shifts);
    }
  }
  return planned(shiftPlan(changes), problems);
}
