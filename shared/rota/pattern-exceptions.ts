import { type IsoDay, isIsoDay } from '../dates';
import { dayOfOccurrence, expandPattern, type PlannedOccurrence, type RotaPattern } from './pattern';
import type { RotaProblem } from './problem';
import type { Change, KeptShift } from './rota-plan';

/** Finds what an occurrence of a pattern becomes when the pattern is changed; null when it is planned no more. */
export type Successor = (occurrence: PlannedOccurrence) => PlannedOccurrence | null;

/** The shift that a pattern plans under a key; null when it plans none. */
export function occurrenceOfKey(pattern: RotaPattern, key: string): PlannedOccurrence | null {
  if (!key.startsWith(`${pattern.id}:`)) return null;
  const day = dayOfOccurrence(key);
  if (!isIsoDay(day)) return null;
  return expandPattern(pattern, day, day).find((each) => each.key === key) ?? null;
}

/** The last day of a pattern whose shift is confirmed or paid, or has a cover that is; null when there is none. */
export function lastFixedDay(
  pattern: RotaPattern,
  kept: readonly KeptShift[],
  covers: readonly KeptShift[],
): IsoDay | null {
  const isFixed = (shift: KeptShift): boolean => shift.paidIn !== null || shift.status === 'confirmed';
  const keys = [
    ...kept.filter(isFixed).map((shift) => shift.occurrenceKey),
    ...covers.filter(isFixed).map((shift) => shift.coversShiftKey),
  ];
  const days = keys.flatMap((key) =>
    key?.startsWith(`${pattern.id}:`) === true ? [dayOfOccurrence(key)] : [],
  );
  return days.toSorted().at(-1) ?? null;
}

function hasTimesOf(shift: KeptShift, occurrence: PlannedOccurrence): boolean {
  return (
    shift.day === occurrence.day &&
    shift.start === occurrence.start &&
    shift.endDay === occurrence.endDay &&
    shift.end === occurrence.end
  );
}

function withAllOf(shift: KeptShift, { key, workerId, kindOfWork, ...rest }: PlannedOccurrence): KeptShift {
  const { day, start, endDay, end } = rest;
  return { ...shift, occurrenceKey: key, workerId, kindOfWork, day, start, endDay, end };
}

/** What was said for that one day stays; all else follows the pattern. */
function merged(shift: KeptShift, from: PlannedOccurrence, to: PlannedOccurrence): KeptShift {
  const times = hasTimesOf(shift, from) ? to : shift;
  return {
    ...shift,
    occurrenceKey: to.key,
    workerId: shift.workerId === from.workerId ? to.workerId : shift.workerId,
    kindOfWork: shift.kindOfWork === from.kindOfWork ? to.kindOfWork : shift.kindOfWork,
    day: times.day,
    start: times.start,
    endDay: times.endDay,
    end: times.end,
  };
}

/**
 * Carries exceptions and covers over to a changed pattern, from a day on. Exceptions that fit keep what was said for that
 * day (`pattern.exception-kept` where it differs); a changed shift that is planned no more stands alone
 * (`pattern.exception-stands-alone`); a day left out moves with its shift (`pattern.left-out-moves`) or is needed no more.
 * Covers follow their shift, or stand alone (`pattern.cover-stands-alone`). `subjectKey` is the shift that was edited: it
 * becomes what was asked for.
 */
export function carryExceptions(input: {
  readonly pattern: RotaPattern;
  readonly from: IsoDay;
  readonly subjectKey: string;
  readonly kept: readonly KeptShift[];
  readonly covers: readonly KeptShift[];
  readonly successor: Successor;
}): { readonly changes: readonly Change<KeptShift>[]; readonly problems: readonly RotaProblem[] } {
  const { pattern, from, successor } = input;
  const rows = new Map<string, { readonly before: KeptShift; after: KeptShift | null }>();
  const problems: RotaProblem[] = [];
  const tell = (code: string, severity: 'inform' | 'warn', shift: KeptShift, more = {}): void => {
    problems.push({ code, severity, details: { shiftId: shift.id, day: shift.day, ...more } });
  };
  /** Keys of shifts that are planned no more, with the shift that stands alone in their place. */
  const alone = new Map<string, string>();

  for (const shift of input.kept) {
    const planned = shift.occurrenceKey === null ? null : occurrenceOfKey(pattern, shift.occurrenceKey);
    if (planned === null || planned.day < from) continue;
    const isSubject = planned.key === input.subjectKey;
    const next = successor(planned);
    if (next === null) {
      const goes = shift.status === 'cancelled' || isSubject;
      if (!goes) {
        alone.set(planned.key, shift.id);
        tell('pattern.exception-stands-alone', 'warn', shift);
      }
      rows.set(shift.id, { before: shift, after: goes ? null : { ...shift, occurrenceKey: null } });
    } else if (shift.status === 'cancelled' || isSubject) {
      rows.set(shift.id, { before: shift, after: withAllOf(shift, next) });
      if (next.day !== planned.day && !isSubject)
        tell('pattern.left-out-moves', 'inform', shift, { to: next.day });
    } else {
      const after = merged(shift, planned, next);
      rows.set(shift.id, { before: shift, after });
      const differs =
        !hasTimesOf(after, next) || after.workerId !== next.workerId || after.kindOfWork !== next.kindOfWork;
      if (differs) tell('pattern.exception-kept', 'inform', after);
    }
  }

  for (const cover of input.covers) {
    const planned = cover.coversShiftKey === null ? null : occurrenceOfKey(pattern, cover.coversShiftKey);
    if (planned === null || planned.day < from) continue;
    const row = rows.get(cover.id) ?? { before: cover, after: cover };
    if (row.after === null) continue;
    const coversShiftKey = successor(planned)?.key ?? alone.get(planned.key) ?? null;
    rows.set(cover.id, {
      before: row.before,
      after: {
        ...row.after,
        coversShiftKey,
        coversAbsenceId: coversShiftKey === null ? null : row.after.coversAbsenceId,
      },
    });
    if (coversShiftKey === null && cover.status !== 'cancelled')
      tell('pattern.cover-stands-alone', 'warn', cover);
  }

  const changes = [...rows.values()].flatMap(({ before, after }): Change<KeptShift>[] => {
    if (after === null) return [{ kind: 'remove', before }];
    const names = Object.keys(after) as (keyof KeptShift)[];
    return names.every((name) => before[name] === after[name]) ? [] : [{ kind: 'update', before, after }];
  });
  return { changes, problems };
}

/**
 * Tells what stays on days that a pattern plans no more once it ends or begins otherwise: each shift changed by hand
 * (`pattern.exception-stands-alone`, `day`), how many that are confirmed or paid (`pattern.worked-stays`, `shifts`, `day` of
 * the first), and each cover (`pattern.cover-stands-alone`, `day`). Days left out need no word. `plansStill` says whether the
 * pattern goes on planning a day.
 */
export function leftBehind(input: {
  readonly pattern: RotaPattern;
  readonly plansStill: (day: IsoDay) => boolean;
  readonly kept: readonly KeptShift[];
  readonly covers: readonly KeptShift[];
}): readonly RotaProblem[] {
  const goes = (key: string | null): boolean => {
    const planned = key === null ? null : occurrenceOfKey(input.pattern, key);
    return planned !== null && !input.plansStill(planned.day);
  };
  const stays = input.kept.filter((shift) => shift.status !== 'cancelled' && goes(shift.occurrenceKey));
  const isWorked = (shift: KeptShift): boolean => shift.paidIn !== null || shift.status === 'confirmed';
  const worked = stays.filter(isWorked);
  const covers = input.covers.filter((shift) => shift.status === 'planned' && goes(shift.coversShiftKey));
  const tell = (code: string, { id, day }: KeptShift): RotaProblem => ({
    code,
    severity: 'warn',
    details: { shiftId: id, day },
  });
  const [first] = worked;
  return [
    ...stays
      .filter((shift) => !isWorked(shift))
      .map((shift) => tell('pattern.exception-stands-alone', shift)),
    ...covers.map((shift) => tell('pattern.cover-stands-alone', shift)),
    ...(first === undefined
      ? []
      : [
          {
            code: 'pattern.worked-stays',
            severity: 'inform' as const,
            details: { shifts: worked.length, day: first.day },
          },
        ]),
  ];
}
