import { addDays, type IsoDay } from '../dates';
import { type Absence, type AbsenceBook, openAbsenceBook } from './absence';
import { type Doubling, doublings, type OverlapPair, overlapPairs } from './at-the-same-time';
import { kindOfWorkFacts } from './kind-of-work';
import { expandPattern, type PlannedOccurrence, patternOfOccurrence, type RotaPattern } from './pattern';
import { type Employed, isEmployedOn } from './rota-worker';
import { isStaffed, type RotaShift, type RotaShiftState, type Shift, spanThatCounts } from './shift';
import { minutesOfSpan, momentOf, type Span, takeSpans } from './span';

/** A time at which somebody is needed and nobody comes. */
export type Gap = {
  /** Key of the shift it comes from. */
  readonly key: string;
  readonly shift: RotaShift;
  readonly reason: 'open' | 'absence' | 'not-employed';
  /** What is not covered yet, in order; the whole shift when nothing is. */
  readonly uncovered: readonly Span[];
  readonly minutes: number;
};

/** A shift, or a part of one, that somebody from outside covers: an agency or a last resort. */
export type OutsideTime = Span & {
  readonly id: string;
  readonly contactId: string;
  /** Key of the shift it covers. */
  readonly coversKey: string;
};

export type RotaWindow = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Shifts that start in the window, by time, then worker; cancelled ones apart. */
  readonly shifts: readonly RotaShift[];
  readonly cancelled: readonly RotaShift[];
  readonly gaps: readonly Gap[];
  /** Cover from outside of the shifts above. */
  readonly outside: readonly OutsideTime[];
  /** Two shifts of one worker at once. */
  readonly overlaps: readonly OverlapPair[];
  /** Two or more workers at once. */
  readonly doublings: readonly Doubling[];
};

export type RotaInput = {
  readonly patterns: readonly RotaPattern[];
  /**
   * Kept shifts that start from the day before the window to the day after it, and those whose occurrence key names
   * such a day (a moved shift must not leave its old place behind). More does no harm.
   */
  readonly shifts: readonly Shift[];
  readonly absences: readonly Absence[];
  /** Where given, shifts of somebody who is not employed on that day need someone. */
  readonly workers?: readonly Employed[];
  /** Cover from outside: these times need nobody any more. */
  readonly outside?: readonly OutsideTime[];
  readonly from: IsoDay;
  readonly to: IsoDay;
};

/** The rota from `from` to `to`: patterns and kept shifts as one list, with who is away and what needs someone. */
export function rotaForWindow(input: RotaInput): RotaWindow {
  const { from, to } = input;
  // A day on either side, so that overlaps and covers over midnight at the edges are seen.
  const first = addDays(from, -1);
  const last = addDays(to, 1);
  const absences = openAbsenceBook(input.absences);
  const workers = new Map((input.workers ?? []).map((worker) => [worker.id, worker]));
  const replaced = new Map<string, Shift>();
  for (const shift of input.shifts)
    if (shift.occurrenceKey !== null) replaced.set(shift.occurrenceKey, shift);

  const all: RotaShift[] = [];
  const cancelled: RotaShift[] = [];
  for (const pattern of input.patterns) {
    for (const occurrence of expandPattern(pattern, first, last)) {
      if (!replaced.has(occurrence.key)) all.push(fromOccurrence(occurrence, absences, workers));
    }
  }
  for (const shift of input.shifts) {
    if (shift.day < first || shift.day > last) continue;
    const built = fromKept(shift, absences, workers);
    if (built.state === 'cancelled') cancelled.push(built);
    else all.push(built);
  }
  all.sort(byTime);
  cancelled.sort(byTime);

  const pairs = overlapPairs(all);
  const overlapsOf = new Map<string, string[]>();
  for (const pair of pairs) {
    push(overlapsOf, pair.firstKey, pair.secondKey);
    push(overlapsOf, pair.secondKey, pair.firstKey);
  }
  const byKey = new Map(all.map((shift) => [shift.key, shift]));
  const covers = coversOf(byKey);
  const outside = outsideOf(input.outside ?? [], byKey);
  const gaps: Gap[] = [];
  const shifts: RotaShift[] = [];
  for (const shift of all) {
    const coveredBy = covers.get(shift.key) ?? [];
    if (shift.day < from || shift.day > to) continue;
    const gap = gapOf(shift, [
      ...[...coveredBy, ...answeredFor(shift, byKey)].map(spanThatCounts),
      ...(outside.get(shift.key) ?? []),
    ]);
    const done: RotaShift = {
      ...shift,
      coveredBy: coveredBy.map((cover) => cover.key),
      overlaps: overlapsOf.get(shift.key) ?? [],
      needsSomeone: gap !== null,
    };
    shifts.push(done);
    if (gap) gaps.push({ ...gap, shift: done });
  }
  const inWindow = (day: IsoDay): boolean => day >= from && day <= to;
  let double: readonly Doubling[] | undefined;
  return {
    from,
    to,
    shifts,
    cancelled: cancelled.filter((shift) => inWindow(shift.day)),
    gaps,
    outside: shifts.flatMap((shift) =>
      (outside.get(shift.key) ?? []).filter((each) => each.coversKey === shift.key),
    ),
    overlaps: pairs.filter((pair) => inWindow(pair.firstDay) || inWindow(pair.secondDay)),
    // Dear to find in years of rota, and few ask for it: found when it is first asked for.
    get doublings() {
      double ??= doublings(all).filter((doubling) => inWindow(doubling.day));
      return double;
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byTime(a: RotaShift, b: RotaShift): number {
  return (
    compare(a.day, b.day) ||
    compare(a.start, b.start) ||
    compare(a.endDay, b.endDay) ||
    compare(a.end, b.end) ||
    compare(a.workerId ?? '', b.workerId ?? '') ||
    compare(a.key, b.key)
  );
}

type Standing = Pick<RotaShift, 'state' | 'offBecause' | 'absenceId' | 'absenceKind'>;

function standingOf(
  workerId: string | null,
  day: IsoDay,
  status: Shift['status'],
  absences: AbsenceBook,
  workers: ReadonlyMap<string, Employed>,
): Standing {
  const none = { offBecause: null, absenceId: null, absenceKind: null } as const;
  if (status === 'cancelled') return { state: 'cancelled', ...none };
  if (workerId === null) return { state: 'open', ...none };
  const absence = absences.find(workerId, day);
  const away = absence === null ? none : { ...none, absenceId: absence.id, absenceKind: absence.kind };
  if (status === 'confirmed') return { ...away, state: 'confirmed' };
  if (absence !== null) return { ...away, state: 'off', offBecause: 'absence' };
  const worker = workers.get(workerId);
  if (worker && !isEmployedOn(worker, day)) return { ...none, state: 'off', offBecause: 'not-employed' };
  return { state: 'planned', ...none };
}

function fromOccurrence(
  occurrence: PlannedOccurrence,
  absences: AbsenceBook,
  workers: ReadonlyMap<string, Employed>,
): RotaShift {
  const { key, patternId, workerId, day, start, endDay, end, kindOfWork } = occurrence;
  const startsAt = momentOf(day, start);
  const endsAt = momentOf(endDay, end);
  return {
    key,
    shiftId: null,
    patternId,
    occurrenceKey: key,
    workerId,
    day,
    start,
    endDay,
    end,
    kindOfWork,
    ...standingOf(workerId, day, 'planned', absences, workers),
    actual: null,
    plannedMinutes: endsAt - startsAt,
    minutes: endsAt - startsAt,
    startsAt,
    endsAt,
    coversShiftKey: null,
    coversAbsenceId: null,
    coveredBy: [],
    overlaps: [],
    needsSomeone: false,
    paidIn: null,
    note: '',
  };
}

function fromKept(shift: Shift, absences: AbsenceBook, workers: ReadonlyMap<string, Employed>): RotaShift {
  const { day, start, endDay, end, workerId } = shift;
  const counts = shift.status === 'confirmed' ? spanThatCounts(shift) : shift;
  const startsAt = momentOf(counts.day, counts.start);
  const endsAt = momentOf(counts.endDay, counts.end);
  return {
    key: shift.occurrenceKey ?? shift.id,
    shiftId: shift.id,
    patternId: shift.occurrenceKey === null ? null : patternOfOccurrence(shift.occurrenceKey),
    occurrenceKey: shift.occurrenceKey,
    workerId,
    day,
    start,
    endDay,
    end,
    kindOfWork: shift.kindOfWork,
    ...standingOf(workerId, day, shift.status, absences, workers),
    actual: shift.status === 'confirmed' ? shift.actual : null,
    plannedMinutes: minutesOfSpan(shift),
    minutes: endsAt - startsAt,
    startsAt,
    endsAt,
    coversShiftKey: shift.coversShiftKey,
    coversAbsenceId: shift.coversAbsenceId,
    coveredBy: [],
    overlaps: [],
    needsSomeone: false,
    paidIn: shift.paidIn,
    note: shift.note,
  };
}

/** For each shift, the staffed shifts that stand in for it; one who covers a cover stands in for the first shift too. */
function coversOf(byKey: ReadonlyMap<string, RotaShift>): ReadonlyMap<string, RotaShift[]> {
  const covers = new Map<string, RotaShift[]>();
  for (const shift of byKey.values()) {
    if (!isStaffed(shift)) continue;
    const seen = new Set([shift.key]);
    let covered = shift.coversShiftKey;
    while (covered !== null && !seen.has(covered)) {
      seen.add(covered);
      push(covers, covered, shift);
      covered = byKey.get(covered)?.coversShiftKey ?? null;
    }
  }
  return covers;
}

/** For each shift, the cover from outside; one for a cover is one for the first shift too. */
function outsideOf(
  all: readonly OutsideTime[],
  byKey: ReadonlyMap<string, RotaShift>,
): ReadonlyMap<string, OutsideTime[]> {
  const found = new Map<string, OutsideTime[]>();
  for (const each of all) {
    const seen = new Set<string>();
    for (let key: string | null = each.coversKey; key !== null && !seen.has(key); ) {
      seen.add(key);
      push(found, key, each);
      key = byKey.get(key)?.coversShiftKey ?? null;
    }
  }
  return found;
}

/**
 * The shift that a cover was for, when that one still needs someone: then that one is the gap, not the cover.
 * Covers that go round in a circle answer for nobody, so that no gap is lost.
 */
function answeredFor(shift: RotaShift, byKey: ReadonlyMap<string, RotaShift>): readonly RotaShift[] {
  const covered = shift.coversShiftKey === null ? undefined : byKey.get(shift.coversShiftKey);
  if (covered === undefined || isStaffed(covered) || !kindOfWorkFacts(covered.kindOfWork).needsCover)
    return [];
  const seen = new Set([shift.key]);
  for (let next: RotaShift | undefined = covered; next !== undefined; ) {
    if (seen.has(next.key)) return [];
    seen.add(next.key);
    next = next.coversShiftKey === null ? undefined : byKey.get(next.coversShiftKey);
  }
  return [covered];
}

const WAITING: readonly RotaShiftState[] = ['open', 'off'];

function gapOf(shift: RotaShift, covered: readonly Span[]): Omit<Gap, 'shift'> | null {
  if (!WAITING.includes(shift.state) || !kindOfWorkFacts(shift.kindOfWork).needsCover) return null;
  const uncovered = takeSpans(shift, covered);
  const minutes = uncovered.reduce((sum, span) => sum + minutesOfSpan(span), 0);
  if (minutes <= 0) return null;
  return {
    key: shift.key,
    reason: shift.state === 'open' ? 'open' : (shift.offBecause ?? 'open'),
    uncovered,
    minutes,
  };
}
