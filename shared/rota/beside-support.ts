import { type Result, refused } from '../result';
import {
  type Around,
  type Change,
  type KeptShift,
  type NextId,
  type Planned,
  planned,
  problemsOf,
  shiftPlan,
} from './rota-plan';
import type { Span } from './span';
import { clockAfter } from './stretches';

/** Longest travel or training that is put beside a shift in one go: the program's own care against slips of the hand. */
const LONGEST_MINUTES = 12 * 60;

/**
 * Puts travel or training right before or after a shift, as a shift of its own: paid by its own rate, no support, and
 * nothing of the shift itself changes. Minutes are real ones, over clock changes too. Refuses `beside.nobody` (an open
 * shift), `beside.minutes`, `shift.time-happens-twice` where it would begin or end in the second of the two hours when
 * the clocks go back, and as `validateShift`.
 */
export function addBesideSupport(input: {
  readonly shift: Span & { readonly workerId: string | null };
  readonly kindOfWork: 'travel' | 'training';
  readonly minutesBefore: number;
  readonly minutesAfter: number;
  readonly note: string;
  readonly around: Around;
  readonly nextId: NextId;
}): Result<Planned> {
  const { shift, minutesBefore, minutesAfter, around } = input;
  const { workerId } = shift;
  if (workerId === null) return refused('beside.nobody');
  const all = [minutesBefore, minutesAfter];
  const isFine = (minutes: number): boolean =>
    Number.isInteger(minutes) && minutes >= 0 && minutes <= LONGEST_MINUTES;
  if (!all.every(isFine) || all.every((minutes) => minutes === 0))
    return refused('beside.minutes', { minutesBefore, minutesAfter });
  const from = clockAfter(shift.day, shift.start, -minutesBefore);
  const to = clockAfter(shift.endDay, shift.end, minutesAfter);
  if (from === null || to === null) return refused('shift.time-happens-twice');
  const spans: Span[] = [];
  if (minutesBefore > 0) spans.push({ day: from.day, start: from.time, endDay: shift.day, end: shift.start });
  if (minutesAfter > 0) spans.push({ day: shift.endDay, start: shift.end, endDay: to.day, end: to.time });
  const inserts = spans.map(
    (span): KeptShift => ({
      ...span,
      id: input.nextId(),
      workerId,
      kindOfWork: input.kindOfWork,
      status: 'planned',
      occurrenceKey: null,
      actual: null,
      coversShiftKey: null,
      coversAbsenceId: null,
      paidIn: null,
      note: input.note,
      groupKey: null,
    }),
  );
  return planned(
    shiftPlan(inserts.map((after): Change<KeptShift> => ({ kind: 'insert', after }))),
    inserts.flatMap((insert) => problemsOf(insert, around)),
  );
}
