import { timeFromMinutes } from '../clock-time';
import { addDays, daysBetween, type IsoDay, isoDay } from '../dates';
import { daysOffWithin, outsideWindows, wholeDays } from './cover-availability';
import type { CoverNeed, CoverStanding, CoverTaker } from './cover-facts';
import { againstAnyPart, type CoverSurroundings, type WorkerAround, workerAsTaker } from './cover-taker';
import { kindOfWorkFacts } from './kind-of-work';
import {
  endOf,
  type Moment,
  minutesOfSpan,
  momentOf,
  type Span,
  spanBetween,
  startOf,
  takeSpans,
} from './span';

const EPOCH = isoDay('1970-01-01');

/**
 * The wall-clock moment of a real one (`momentOf`). In the hour that the clocks go through a second time no wall-clock
 * time means it, so there it is the end of that hour.
 */
export function wallMoment(at: number): Moment {
  for (const real of [at, Math.ceil(at / 60) * 60]) {
    for (const ahead of [60, 0]) {
      const wall = real + ahead;
      const day = addDays(EPOCH, Math.floor(wall / 1440));
      const time = timeFromMinutes(wall - daysBetween(EPOCH, day) * 1440);
      if (momentOf(day, time) === real) return { at: real, day, time };
    }
  }
  // The second 1 am itself: an hour before 2 am.
  return wallMoment(at + 60);
}

export const STANDING_ORDER: Readonly<Record<CoverStanding, number>> = { can: 0, 'with-care': 1, cannot: 2 };

function sameSpan(a: Span, b: Span): boolean {
  return a.day === b.day && a.start === b.start && a.endDay === b.endDay && a.end === b.end;
}

function holds(outer: Span, inner: Span): boolean {
  return startOf(outer).at <= startOf(inner).at && endOf(outer).at >= endOf(inner).at;
}

/** A need for a part of the time. */
export function needWithin(need: CoverNeed, part: Span): CoverNeed {
  const { day, start, endDay, end } = part;
  return { ...need, day, start, endDay, end };
}

/** The times within a need at which a PA is taken. */
function takenTimes(need: CoverNeed, one: WorkerAround): readonly Span[] {
  const taken: Span[] = one.shifts
    .filter((shift) => shift.endsAt > momentOf(need.day, need.start) && shift.day <= need.endDay)
    .map((shift) => spanBetween(wallMoment(shift.startsAt), wallMoment(shift.endsAt)));
  for (const absence of one.absences) {
    if (absence.firstDay > need.endDay || (absence.lastDay !== null && absence.lastDay < need.day)) continue;
    taken.push(wholeDays(absence.firstDay, lastOf(absence.lastDay, need)));
  }
  for (const off of daysOffWithin(need, one.person?.daysOff ?? []))
    taken.push(wholeDays(off.firstDay, off.lastDay));
  taken.push(...outsideWindows(need, one.person?.windows ?? []));
  return taken;
}

function lastOf(lastDay: IsoDay | null, need: Span): IsoDay {
  return lastDay === null || lastDay > need.endDay ? need.endDay : lastDay;
}

/** The daily rest before and after a PA's other work around the need, as times at which they should not work. */
function restTimes(need: CoverNeed, one: WorkerAround, restMinutes: number): readonly Span[] {
  const from = momentOf(need.day, need.start);
  const to = momentOf(need.endDay, need.end);
  return one.shifts
    .filter(
      (shift) =>
        shift.day !== need.day &&
        ((shift.endsAt <= from && shift.endsAt + restMinutes > from) ||
          (shift.startsAt >= to && shift.startsAt - restMinutes < to)),
    )
    .map((shift) =>
      spanBetween(wallMoment(shift.startsAt - restMinutes), wallMoment(shift.endsAt + restMinutes)),
    );
}

/** A time and, where it goes over what the PA's own limit leaves, its beginning and its end of that length. */
function withinLimit(span: Span, leftMinutes: number | null, least: number): readonly Span[] {
  const minutes = minutesOfSpan(span);
  if (leftMinutes === null || leftMinutes >= minutes || leftMinutes < least) return [span];
  const from = startOf(span);
  const to = endOf(span);
  return [
    span,
    spanBetween(from, wallMoment(from.at + leftMinutes)),
    spanBetween(wallMoment(to.at - leftMinutes), to),
  ];
}

/**
 * The parts of a need that a PA could take, longest first: what their other work, days and hours leave of it, and what
 * rest and their own limit leave of that. A shorter part is only given when there is less against it than against every
 * longer one that holds it. Nights asleep are not taken apart: they are paid by the night.
 */
export function partsFor(
  need: CoverNeed,
  one: WorkerAround,
  whole: CoverTaker,
  around: CoverSurroundings,
  leastMinutes: number,
): readonly CoverTaker[] {
  if (whole.standing === 'can' || kindOfWorkFacts(need.kindOfWork).maySleep) return [];
  if (againstAnyPart(need, one).length > 0) return [];
  const taken = takenTimes(need, one);
  // The rule that was met says how long the rest is: it is longer for somebody under 18.
  const rest = Math.max(
    0,
    ...whole.restWarnings.map((each) =>
      each.code === 'rest.daily' ? (each.details['ruleMinutes'] ?? 0) : 0,
    ),
    around.rules.dailyRestMinutes.value,
  );
  const limit = one.worker.ownWeeklyLimitMinutes;
  const left = limit === null ? null : limit - one.weekMinutes;
  const spans = [...takeSpans(need, taken), ...takeSpans(need, [...taken, ...restTimes(need, one, rest)])]
    .flatMap((span) => withinLimit(span, left, leastMinutes))
    .filter((span) => minutesOfSpan(span) >= leastMinutes && !sameSpan(span, need))
    .filter((span, at, all) => all.findIndex((each) => sameSpan(each, span)) === at)
    .toSorted((a, b) => minutesOfSpan(b) - minutesOfSpan(a) || startOf(a).at - startOf(b).at);
  const kept: CoverTaker[] = [];
  for (const span of spans) {
    const part = workerAsTaker(needWithin(need, span), one, around);
    if (part.standing === 'cannot') continue;
    const larger = [whole, ...kept].filter((each) => holds(each.span, span));
    if (larger.every((each) => STANDING_ORDER[part.standing] < STANDING_ORDER[each.standing]))
      kept.push(part);
  }
  return kept;
}

/** Whoever may be one of two, with what gives their standing for another part of the time. */
export type PairMember = { readonly taker: CoverTaker; readonly forPart: (part: Span) => CoverTaker };

/**
 * Two, one after the other, who cover all of a need between them. Each change-over is tried where the first must stop
 * and where the second can begin. `heads` begin with the need, `tails` end with it.
 */
export function pairsOf(
  heads: readonly PairMember[],
  tails: readonly PairMember[],
  leastMinutes: number,
): readonly (readonly [CoverTaker, CoverTaker])[] {
  const pairs: (readonly [CoverTaker, CoverTaker])[] = [];
  const known = new Map<string, CoverTaker>();
  const judged = (member: PairMember, part: Span): CoverTaker => {
    if (sameSpan(member.taker.span, part)) return member.taker;
    const key = `${member.taker.kind} ${member.taker.id} ${part.day}${part.start}${part.endDay}${part.end}`;
    const found = known.get(key) ?? member.forPart(part);
    known.set(key, found);
    return found;
  };
  for (const head of heads) {
    for (const tail of tails) {
      if (head.taker.kind === tail.taker.kind && head.taker.id === tail.taker.id) continue;
      const from = startOf(head.taker.span);
      const to = endOf(tail.taker.span);
      const stops = endOf(head.taker.span);
      const begins = startOf(tail.taker.span);
      if (stops.at < begins.at) continue;
      const changes = stops.at === begins.at ? [stops] : [stops, begins];
      for (const change of changes) {
        if (change.at - from.at < leastMinutes || to.at - change.at < leastMinutes) continue;
        const first = judged(head, spanBetween(from, change));
        const second = judged(tail, spanBetween(change, to));
        if (first.standing !== 'cannot' && second.standing !== 'cannot') pairs.push([first, second]);
      }
    }
  }
  return pairs;
}
