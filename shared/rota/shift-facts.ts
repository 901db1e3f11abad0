import { type IsoDay, type Weekday, weekdayOf } from '../dates';
import type { AbsenceKind } from './absence';
import type { KindOfWork } from './kind-of-work';
import type { RotaShift } from './shift';
import type { Span } from './span';

/** How a shift stands, in the one word that a block on the rota needs. */
export type ShiftStanding = 'planned' | 'confirmed' | 'paid' | 'needs-someone' | 'off' | 'cancelled';

/** What can be said of one shift, in any order and any words: "Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered". */
export type ShiftFacts = Span & {
  readonly key: string;
  readonly weekday: Weekday;
  readonly endsNextDay: boolean;
  readonly minutes: number;
  readonly kindOfWork: KindOfWork;
  readonly workerId: string | null;
  readonly standing: ShiftStanding;
  readonly away: { readonly absenceId: string; readonly kind: AbsenceKind } | null;
  readonly notEmployed: boolean;
  readonly isCover: boolean;
  readonly isCovered: boolean;
  readonly overlapsOwn: boolean;
  readonly day: IsoDay;
};

/** The standing of a shift: paid before confirmed, and needing someone before being off. */
export function standingOfShift(shift: RotaShift): ShiftStanding {
  if (shift.paidIn !== null) return 'paid';
  if (shift.needsSomeone) return 'needs-someone';
  // An open shift that is wholly covered, or of a kind that needs no cover: nobody is missing from it.
  return shift.state === 'open' ? 'off' : shift.state;
}

/** Everything the window needs to speak of a shift. */
export function shiftFacts(shift: RotaShift): ShiftFacts {
  const { key, day, start, endDay, end, minutes, kindOfWork, workerId } = shift;
  return {
    key,
    day,
    start,
    endDay,
    end,
    weekday: weekdayOf(day),
    endsNextDay: endDay > day,
    minutes,
    kindOfWork,
    workerId,
    standing: standingOfShift(shift),
    away:
      shift.absenceId === null || shift.absenceKind === null
        ? null
        : { absenceId: shift.absenceId, kind: shift.absenceKind },
    notEmployed: shift.offBecause === 'not-employed',
    isCover: shift.coversShiftKey !== null,
    isCovered: shift.coveredBy.length > 0,
    overlapsOwn: shift.overlaps.length > 0,
  };
}
