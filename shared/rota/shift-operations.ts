import type { ClockTime } from '../clock-time';
import { minutesOf, timeFromMinutes } from '../clock-time';
import { addDays, daysBetween, type IsoDay } from '../dates';
import { type Pence, sumPence } from '../money';
import { type Result, refused } from '../result';
import { payLines } from './hours-to-pay';
import type { KindOfWork } from './kind-of-work';
import type { RotaProblem } from './problem';
import type { RateBook } from './rate';
import {
  type Around,
  type Change,
  changeTo,
  changeToNothing,
  type KeptShift,
  keyOfKept,
  type Planned,
  planned,
  problemsOf,
  type Subject,
  shiftPlan,
} from './rota-plan';
import { type ActualHours, spanThatCounts } from './shift';
import { isSkippedTime, minutesOfSpan, momentOf, type Span, wallMinutesOfSpan } from './span';

/** Where a clock time falls strictly inside a span: its day, or null. */
function dayOfTimeWithin(span: Span, time: ClockTime): IsoDay | null {
  for (let day = span.day; day <= span.endDay; day = addDays(day, 1)) {
    const at = momentOf(day, time);
    if (at > momentOf(span.day, span.start) && at < momentOf(span.endDay, span.end)) return day;
  }
  return null;
}

/** What a worker would be paid for these shifts alone; null for an open shift or where there is no rate. */
export function payOfShifts(shifts: readonly KeptShift[], rates: RateBook): Pence | null {
  const amounts: Pence[] = [];
  for (const workerId of new Set(shifts.map((shift) => shift.workerId))) {
    if (workerId === null) return null;
    const own = shifts.filter((shift) => shift.workerId === workerId);
    const lines = payLines(
      workerId,
      own.map((shift) => {
        const counts = shift.status === 'confirmed' ? spanThatCounts(shift) : shift;
        return {
          key: keyOfKept(shift),
          kindOfWork: shift.kindOfWork,
          day: shift.day,
          minutes: minutesOfSpan(counts),
          actual: shift.actual,
          startsAt: momentOf(counts.day, counts.start),
        };
      }),
      rates,
    );
    if (!lines.ok) return null;
    amounts.push(...lines.value.map((line) => line.amount));
  }
  return sumPence(amounts);
}

/**
 * Asks when a change of shape would change what is paid: an allowance a shift is paid twice after a split and once after
 * a join, and a part that begins on a later day takes that day's rate.
 */
function payChanges(
  before: readonly KeptShift[],
  after: readonly KeptShift[],
  rates: RateBook,
): readonly RotaProblem[] {
  const paidBefore = payOfShifts(before, rates);
  const paidAfter = payOfShifts(after, rates);
  if (paidBefore === paidAfter) return [];
  return [
    paidBefore === null || paidAfter === null
      ? { code: 'shift.pay-not-known', severity: 'warn' }
      : {
          code: 'shift.pay-changes',
          severity: 'ask',
          details: { beforePence: paidBefore, afterPence: paidAfter },
        },
  ];
}

function isPaid(...shifts: readonly KeptShift[]): boolean {
  return shifts.some((shift) => shift.paidIn !== null);
}

/**
 * Splits a shift in two at a clock time inside it; the first keeps its key. Covers of it go with the part they lie in.
 * A confirmed shift stays confirmed, its worked hours split too. Refuses `shift.paid`, `shift.cancelled`,
 * `split.not-within` (day, start, endDay, end), `shift.time-does-not-exist`, `split.not-within-worked`,
 * `split.awake-minutes` and `split.cover-on-both-sides`; asks `shift.pay-changes`.
 */
export function splitShift(input: {
  readonly subject: Subject;
  readonly at: ClockTime;
  readonly secondId: string;
  /** Kept shifts that cover this one. */
  readonly covers: readonly KeptShift[];
  readonly around: Around;
}): Result<Planned> {
  const { subject, at, covers, around } = input;
  const { now } = subject;
  const { day, start, endDay, end, actual } = now;
  if (isPaid(now)) return refused('shift.paid');
  if (now.status === 'cancelled') return refused('shift.cancelled');
  const cutDay = dayOfTimeWithin(now, at);
  if (cutDay === null) return refused('split.not-within', { day, start, endDay, end });
  if (isSkippedTime(cutDay, at)) return refused('shift.time-does-not-exist', { day: cutDay, time: at });
  const cut = momentOf(cutDay, at);
  let worked: readonly [ActualHours | null, ActualHours | null] = [null, null];
  if (actual !== null) {
    const span = spanThatCounts(now);
    if (cut <= momentOf(span.day, span.start) || cut >= momentOf(span.endDay, span.end))
      return refused('split.not-within-worked', { ...span });
    // Nobody said in which part of the night the worker was awake.
    if ((actual.awakeMinutes ?? 0) > 0) return refused('split.awake-minutes');
    worked = [
      { ...actual, endDay: cutDay, end: at },
      { ...actual, start: at },
    ];
  }
  const first: KeptShift = { ...now, endDay: cutDay, end: at, actual: worked[0] };
  const second: KeptShift = {
    ...now,
    id: input.secondId,
    occurrenceKey: null,
    day: cutDay,
    start: at,
    actual: worked[1],
  };
  const moved: Change<KeptShift>[] = [];
  for (const cover of covers) {
    if (cover.status === 'cancelled' || momentOf(cover.endDay, cover.end) <= cut) continue;
    if (momentOf(cover.day, cover.start) < cut)
      return refused('split.cover-on-both-sides', { shiftId: cover.id, day: cover.day });
    if (isPaid(cover)) return refused('shift.paid', { shiftId: cover.id });
    moved.push({ kind: 'update', before: cover, after: { ...cover, coversShiftKey: second.id } });
  }
  return planned(shiftPlan([changeTo(subject, first), { kind: 'insert', after: second }, ...moved]), [
    ...problemsOf(first, around).filter((problem) => problem.field === 'end'),
    ...payChanges([now], [first, second], around.rates),
  ]);
}

/**
 * Joins two shifts that touch into the first; the second goes (what a pattern planned stays as cancelled). Refuses
 * `shift.paid`, `shift.cancelled`, `join.not-touching`, `join.differ` (`in`: worker, kind, status, cover or group),
 * `join.worked-apart` and what `validateShift` refuses, such as `shift.too-long`; asks `shift.pay-changes`.
 */
export function joinShifts(input: {
  readonly one: Subject;
  readonly other: Subject;
  /** Kept shifts that cover the later of the two. */
  readonly covers: readonly KeptShift[];
  readonly around: Around;
}): Result<Planned> {
  const { around } = input;
  const isInOrder = startsAt(input.one.now) <= startsAt(input.other.now);
  const first = isInOrder ? input.one : input.other;
  const second = isInOrder ? input.other : input.one;
  const a = first.now;
  const b = second.now;
  if (isPaid(a, b)) return refused('shift.paid');
  if (a.status === 'cancelled' || b.status === 'cancelled') return refused('shift.cancelled');
  if (momentOf(a.endDay, a.end) !== startsAt(b)) return refused('join.not-touching');
  const differs = differenceOf(a, b);
  if (differs !== null) return refused('join.differ', { in: differs });
  const worked = joinedActual(a, b);
  if (worked === 'apart') return refused('join.worked-apart');
  const joined: KeptShift = {
    ...a,
    endDay: b.endDay,
    end: b.end,
    actual: worked,
    note: joinTexts(a.note, b.note),
  };
  const moved: Change<KeptShift>[] = [];
  for (const cover of input.covers) {
    if (isPaid(cover)) return refused('shift.paid', { shiftId: cover.id });
    moved.push({ kind: 'update', before: cover, after: { ...cover, coversShiftKey: keyOfKept(a) } });
  }
  return planned(shiftPlan([changeTo(first, joined), changeToNothing(second), ...moved]), [
    ...problemsOf(joined, around).filter((problem) => problem.field === 'end'),
    ...payChanges([a, b], [joined], around.rates),
  ]);
}

function startsAt(shift: Span): number {
  return momentOf(shift.day, shift.start);
}

function differenceOf(a: KeptShift, b: KeptShift): string | null {
  if (a.workerId !== b.workerId) return 'worker';
  if (a.kindOfWork !== b.kindOfWork) return 'kind';
  if (a.status !== b.status) return 'status';
  if (a.coversShiftKey !== b.coversShiftKey || a.coversAbsenceId !== b.coversAbsenceId) return 'cover';
  return a.groupKey === b.groupKey ? null : 'group';
}

function joinTexts(a: string, b: string): string {
  return a === b || b === '' ? a : a === '' ? b : `${a}; ${b}`;
}

/** What was worked in both, where that runs on; `apart` where there was time between. */
function joinedActual(a: KeptShift, b: KeptShift): ActualHours | null | 'apart' {
  if (a.actual === null && b.actual === null) return null;
  const first = spanThatCounts(a);
  const second = spanThatCounts(b);
  if (momentOf(first.endDay, first.end) !== startsAt(second)) return 'apart';
  const awake = [a.actual?.awakeMinutes, b.actual?.awakeMinutes].filter((minutes) => minutes !== undefined);
  return {
    start: first.start,
    endDay: second.endDay,
    end: second.end,
    ...(awake.length === 0 ? {} : { awakeMinutes: awake.reduce((sum, minutes) => sum + minutes, 0) }),
    reason: joinTexts(a.actual?.reason ?? '', b.actual?.reason ?? ''),
  };
}

/** Where a shift goes; what is left out stays as it is. */
export type MoveTo = {
  readonly day?: IsoDay;
  readonly start?: ClockTime;
  /** Left out: the shift keeps its length by the clock on the wall. */
  readonly end?: ClockTime;
  /** Beside an `end`: the person said on which day. Left out, an end that is not after the start is asked about. */
  readonly endsNextDay?: boolean;
  /** Null opens the shift. */
  readonly workerId?: string | null;
  readonly kindOfWork?: KindOfWork;
};

/** The times a shift has after a move; an `endDay` of null is still to be asked. */
export function timesAfterMove(
  span: Span,
  to: MoveTo,
): {
  readonly day: IsoDay;
  readonly start: ClockTime;
  readonly endDay: IsoDay | null;
  readonly end: ClockTime;
} {
  const day = to.day ?? span.day;
  const start = to.start ?? span.start;
  if (to.end !== undefined) {
    const endDay = to.endsNextDay === undefined ? null : addDays(day, to.endsNextDay ? 1 : 0);
    return { day, start, end: to.end, endDay: endDay ?? (to.end > start ? day : null) };
  }
  if (to.start === undefined)
    return { day, start, end: span.end, endDay: addDays(day, daysBetween(span.day, span.endDay)) };
  const until = minutesOf(start) + wallMinutesOfSpan(span);
  return { day, start, end: timeFromMinutes(until), endDay: addDays(day, Math.floor(until / 1440)) };
}

/**
 * Moves a shift to another day, time, person or kind of work. A confirmed one is to be confirmed again (told: `shift.confirm-again`);
 * covers of it stay and are told of (`shift.has-cover`). Refuses `shift.paid`, `shift.cancelled` and what `validateShift`
 * refuses: over 24 hours, no such time, somebody before their first or after their last day (with the day). Asks
 * `shift.ends-next-day`, and then there is no day yet: the plan holds the next day, to be saved when the answer is yes.
 */
export function moveShift(input: {
  readonly subject: Subject;
  readonly to: MoveTo;
  /** Kept shifts that cover this one. */
  readonly covers: readonly KeptShift[];
  readonly around: Around;
}): Result<Planned> {
  const { subject, to, around } = input;
  const { now } = subject;
  if (isPaid(now)) return refused('shift.paid');
  if (now.status === 'cancelled') return refused('shift.cancelled');
  const times = timesAfterMove(now, to);
  const workerId = to.workerId === undefined ? now.workerId : to.workerId;
  const after: KeptShift = {
    ...now,
    ...times,
    endDay: times.endDay ?? addDays(times.day, 1),
    workerId,
    kindOfWork: to.kindOfWork ?? now.kindOfWork,
    status: 'planned',
    actual: null,
  };
  const problems: RotaProblem[] = [...problemsOf({ ...after, endDay: times.endDay }, around)];
  if (now.status === 'confirmed') problems.push({ code: 'shift.confirm-again', severity: 'inform' });
  for (const cover of input.covers) {
    if (cover.status === 'cancelled') continue;
    problems.push({
      code: 'shift.has-cover',
      severity: 'warn',
      details: { shiftId: cover.id, day: cover.day, workerId: cover.workerId ?? '' },
    });
  }
  return planned(shiftPlan([changeTo(subject, after)]), problems);
}

/**
 * Takes a shift off the rota. Covers of it stay as shifts of their own. Refuses `shift.paid`; a paid cover keeps what it
 * says, since it is locked.
 */
export function cancelShift(input: {
  readonly subject: Subject;
  readonly covers: readonly KeptShift[];
}): Result<Planned> {
  const { subject, covers } = input;
  if (isPaid(subject.now)) return refused('shift.paid');
  return planned(
    shiftPlan([
      ...covers
        .filter((cover) => !isPaid(cover))
        .map(
          (cover): Change<KeptShift> => ({
            kind: 'update',
            before: cover,
            after: { ...cover, coversShiftKey: null, coversAbsenceId: null },
          }),
        ),
      changeToNothing(subject),
    ]),
    [],
  );
}
