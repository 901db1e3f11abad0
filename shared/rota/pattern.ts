import type { ClockTime } from '../clock-time';
import { addDays, daysBetween, earlierDay, type IsoDay, laterDay, type Weekday, weekdayOf } from '../dates';
import type { KindOfWork } from './kind-of-work';
import type { RotaProblem } from './problem';
import type { Span } from './span';

/** One shift in a cycle. */
export type PatternEntry = {
  readonly id: string;
  /** Which week of the cycle, from 0. */
  readonly weekIndex: number;
  readonly weekday: Weekday;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly endsNextDay: boolean;
  readonly kindOfWork: KindOfWork;
};

/** Shifts that come back every 1 to 8 weeks. */
export type RotaPattern = {
  readonly id: string;
  /** Null: the shifts are open, nobody is asked yet. */
  readonly workerId: string | null;
  readonly cycleWeeks: number;
  /** A Monday on which week 0 of the cycle begins. It may lie before or after `from`. */
  readonly anchorMonday: IsoDay;
  /** First and last day on which a shift of the pattern may start; null goes on until it is ended. */
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  readonly entries: readonly PatternEntry[];
};

/** One shift that a pattern plans. */
export type PlannedOccurrence = Span & {
  /** `patternId:entryId:day`. Stays the same however often the pattern is expanded. */
  readonly key: string;
  readonly patternId: string;
  readonly entryId: string;
  readonly workerId: string | null;
  readonly kindOfWork: KindOfWork;
};

/** The key of the shift that an entry plans on a day. */
export function occurrenceKey(patternId: string, entryId: string, day: IsoDay): string {
  return `${patternId}:${entryId}:${day}`;
}

/** The day in an occurrence's key. */
export function dayOfOccurrence(key: string): IsoDay {
  return key.slice(-10) as IsoDay;
}

/** The pattern in an occurrence's key. Entry ids hold no colon. */
export function patternOfOccurrence(key: string): string {
  return key.slice(0, key.lastIndexOf(':', key.length - 12));
}

/**
 * The shifts a pattern plans that start from `from` to `to`, both included, in order of time. The work grows with the
 * shifts in the window, never with how long ago the pattern began. Throws for a pattern that `checkPattern` refuses.
 */
export function expandPattern(pattern: RotaPattern, from: IsoDay, to: IsoDay): readonly PlannedOccurrence[] {
  if (
    !Number.isInteger(pattern.cycleWeeks) ||
    pattern.cycleWeeks < 1 ||
    weekdayOf(pattern.anchorMonday) !== 0
  )
    throw new Error(`Not a pattern that can repeat: ${pattern.id}`);
  const first = laterDay(from, pattern.from);
  const last = pattern.to === null ? to : earlierDay(to, pattern.to);
  if (first > last) return [];
  const cycleDays = pattern.cycleWeeks * 7;
  const sinceAnchor = daysBetween(pattern.anchorMonday, first);
  const occurrences: PlannedOccurrence[] = [];
  for (const entry of pattern.entries) {
    const inCycle = entry.weekIndex * 7 + entry.weekday;
    const wait = (((inCycle - sinceAnchor) % cycleDays) + cycleDays) % cycleDays;
    for (let day = addDays(first, wait); day <= last; day = addDays(day, cycleDays)) {
      occurrences.push({
        key: occurrenceKey(pattern.id, entry.id, day),
        patternId: pattern.id,
        entryId: entry.id,
        workerId: pattern.workerId,
        day,
        start: entry.start,
        endDay: entry.endsNextDay ? addDays(day, 1) : day,
        end: entry.end,
        kindOfWork: entry.kindOfWork,
      });
    }
  }
  return occurrences.sort(
    (a, b) => compare(a.day, b.day) || compare(a.start, b.start) || compare(a.key, b.key),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type PatternProblem =
  | 'pattern.cycle-weeks'
  | 'pattern.anchor-not-a-monday'
  | 'pattern.ends-before-it-starts'
  | 'pattern.empty'
  | 'pattern.entry-outside-cycle'
  | 'pattern.entry-ends-next-day'
  | 'pattern.entry-too-long';

/** What is wrong with a pattern being entered; empty when it can be saved. A pattern without an end is fine. */
export function checkPattern(pattern: RotaPattern): readonly RotaProblem<PatternProblem>[] {
  const problems: RotaProblem<PatternProblem>[] = [];
  const refuse = (code: PatternProblem, field: string, entryId?: string): void => {
    problems.push({
      code,
      severity: 'refuse',
      field,
      ...(entryId === undefined ? {} : { details: { entryId } }),
    });
  };
  if (!Number.isInteger(pattern.cycleWeeks) || pattern.cycleWeeks < 1 || pattern.cycleWeeks > 8)
    refuse('pattern.cycle-weeks', 'cycleWeeks');
  if (weekdayOf(pattern.anchorMonday) !== 0) refuse('pattern.anchor-not-a-monday', 'anchorMonday');
  if (pattern.to !== null && pattern.to < pattern.from) refuse('pattern.ends-before-it-starts', 'to');
  if (pattern.entries.length === 0) refuse('pattern.empty', 'entries');
  for (const entry of pattern.entries) {
    if (!Number.isInteger(entry.weekIndex) || entry.weekIndex < 0 || entry.weekIndex >= pattern.cycleWeeks)
      refuse('pattern.entry-outside-cycle', 'entries', entry.id);
    if (!entry.endsNextDay && entry.end <= entry.start) {
      problems.push({
        code: 'pattern.entry-ends-next-day',
        severity: 'ask',
        field: 'entries',
        details: { entryId: entry.id },
      });
    }
    if (entry.endsNextDay && entry.end > entry.start) refuse('pattern.entry-too-long', 'entries', entry.id);
  }
  return problems;
}
