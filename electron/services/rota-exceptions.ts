import type { PatternException, RotaOutcome, ShiftInside } from '@shared/api/shifts';
import type { IsoDay } from '@shared/dates';
import { dayOfOccurrence } from '@shared/rota/pattern';
import { leaveOutDays } from '@shared/rota/pattern-change';
import { occurrenceOfKey } from '@shared/rota/pattern-exceptions';
import { type KeptShift, keyOfKept, standIn } from '@shared/rota/rota-plan';
import { isStaffed, spanThatCounts } from '@shared/rota/shift';
import { momentOf } from '@shared/rota/span';
import { coversOfPattern, keptOfPattern } from '../db/queries/rota-shifts';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { loadPatterns } from './rota-data';
import { timesInside, workInside } from './rota-nights';
import { aroundDays, carryOut, groupOf, keptOfRow, subjectOf } from './rota-plans';

function patternOf(context: ServiceContext, householdId: string, patternId: string) {
  return (
    loadPatterns(databaseOf(context), householdId).find((one) => one.id === patternId) ?? refuse('not-found')
  );
}

const differences = ['day', 'start', 'endDay', 'end', 'workerId', 'kindOfWork', 'note'] as const;

function differsFrom(shift: KeptShift, planned: KeptShift): boolean {
  return differences.some((name) => shift[name] !== planned[name]);
}

/** The days on which a pattern is not kept to, newest first: left out, or otherwise than planned. */
export function patternExceptions(
  context: ServiceContext,
  householdId: string,
  patternId: string,
): PatternException[] {
  const db = databaseOf(context);
  const pattern = patternOf(context, householdId, patternId);
  return keptOfPattern(db, householdId, patternId)
    .map(keptOfRow)
    .flatMap((shift): PatternException[] => {
      const key = keyOfKept(shift);
      const occurrence = occurrenceOfKey(pattern, key);
      const isLeftOut = shift.status === 'cancelled';
      if (occurrence === null || (!isLeftOut && !differsFrom(shift, standIn(occurrence, shift.id))))
        return [];
      const { day, start, endDay, end } = isLeftOut ? occurrence : shift;
      return [
        {
          key,
          plannedDay: dayOfOccurrence(key),
          kind: isLeftOut ? 'left-out' : 'changed',
          day,
          start,
          endDay,
          end,
          workerId: isLeftOut ? occurrence.workerId : shift.workerId,
          mayPutBack: shift.paidIn === null && shift.status !== 'confirmed',
        },
      ];
    })
    .reverse();
}

/** Leaves days out of a pattern. Refuses `not-found` and `shift.paid`. */
export function leaveDaysOut(
  context: ServiceContext,
  householdId: string,
  patternId: string,
  days: readonly IsoDay[],
): RotaOutcome {
  const db = databaseOf(context);
  const pattern = patternOf(context, householdId, patternId);
  const result = leaveOutDays({
    pattern,
    days,
    kept: keptOfPattern(db, householdId, patternId).map(keptOfRow),
    covers: coversOfPattern(db, householdId, patternId).map(keptOfRow),
    nextId: () => context.ids.next(),
  });
  return carryOut(context, householdId, result, {
    name: 'rota.pattern-days-left-out',
    values: { count: days.length, day: days[0] ?? '' },
    key: patternId,
    said: [],
  });
}

/** What can be done with one shift. */
export function shiftInside(context: ServiceContext, householdId: string, key: string): ShiftInside {
  const db = databaseOf(context);
  const { subject, pattern } = subjectOf(context, householdId, key);
  const { now, kept } = subject;
  const shownKey = keyOfKept(now);
  const span = spanThatCounts(now);
  const from = momentOf(span.day, span.start);
  const to = momentOf(span.endDay, span.end);
  const { shifts } = aroundDays(db, householdId, [now.day, span.endDay]);
  const times = timesInside(db, kept?.id ?? null);
  const work = workInside({ ...span, kindOfWork: now.kindOfWork }, times);
  const planned = pattern === null ? null : occurrenceOfKey(pattern, shownKey);
  return {
    key: shownKey,
    repeats:
      pattern === null
        ? null
        : {
            patternId: pattern.id,
            cycleWeeks: pattern.cycleWeeks,
            fromDay: pattern.from,
            toDay: pattern.to,
          },
    differs:
      kept !== null &&
      planned !== null &&
      kept.status !== 'confirmed' &&
      kept.paidIn === null &&
      differsFrom(kept, standIn(planned, kept.id)),
    together: groupOf(db, householdId, now)
      .filter((shift) => shift.status !== 'cancelled')
      .map((shift) => ({
        key: keyOfKept(shift),
        workerId: shift.workerId,
        ...spanOf(spanThatCounts(shift)),
      })),
    touching: shifts
      .filter(
        (other) =>
          other.key !== shownKey &&
          other.workerId === now.workerId &&
          other.kindOfWork === now.kindOfWork &&
          other.paidIn === null &&
          (isStaffed(other) || other.state === 'open') &&
          (other.state === 'confirmed') === (now.status === 'confirmed') &&
          (other.endsAt === from || other.startsAt === to),
      )
      .map((other) => ({ key: other.key, ...spanOf(other) })),
    times,
    awakeMinutes: work.ok ? work.value.minutes : null,
  };
}

function spanOf({ day, start, endDay, end }: Pick<KeptShift, 'day' | 'start' | 'endDay' | 'end'>) {
  return { day, start, endDay, end };
}
