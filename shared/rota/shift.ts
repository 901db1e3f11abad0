import type { ClockTime } from '../clock-time';
import type { IsoDay } from '../dates';
import type { AbsenceKind } from './absence';
import type { KindOfWork } from './kind-of-work';
import type { Span } from './span';

export type ShiftStatus = 'planned' | 'confirmed' | 'cancelled';

/** What was really worked, where it differs from the plan or was awake time in a sleep-in. */
export type ActualHours = {
  /** On the day of the shift. */
  readonly start: ClockTime;
  readonly endDay: IsoDay;
  readonly end: ClockTime;
  /** In a sleep-in: minutes awake for the purposes of working; none when left out. */
  readonly awakeMinutes?: number;
  readonly reason: string;
};

/** A shift that is kept: a single one, or one that stands in for what a pattern planned. */
export type Shift = Span & {
  readonly id: string;
  /** Null: open, nobody has it yet. */
  readonly workerId: string | null;
  readonly kindOfWork: KindOfWork;
  readonly status: ShiftStatus;
  /** The planned occurrence it replaces (or, cancelled, takes out). At most one kept shift has the same key. */
  readonly occurrenceKey: string | null;
  readonly actual: ActualHours | null;
  /** The shift it covers, by `RotaShift.key`, and the absence it was needed for. */
  readonly coversShiftKey: string | null;
  readonly coversAbsenceId: string | null;
  /** The pay run that paid it; from then on it is locked. */
  readonly paidIn: string | null;
  readonly note: string;
};

/**
 * How a shift stands. `open`: nobody has it. `off`: whoever has it is away or not employed on that day.
 * A confirmed shift stays confirmed, even on a day of absence: it was worked.
 */
export type RotaShiftState = 'planned' | 'confirmed' | 'open' | 'off' | 'cancelled';

/** A shift as the rota shows it, from a pattern or kept. */
export type RotaShift = Span & {
  /** Stays the same when a planned occurrence becomes a kept shift: its occurrence key, else the kept shift's id. */
  readonly key: string;
  readonly shiftId: string | null;
  readonly patternId: string | null;
  readonly occurrenceKey: string | null;
  readonly workerId: string | null;
  readonly kindOfWork: KindOfWork;
  readonly state: RotaShiftState;
  /** Only of a confirmed shift. */
  readonly actual: ActualHours | null;
  /** Real minutes as planned, and as they count now: worked where the shift is confirmed, else planned. */
  readonly plannedMinutes: number;
  readonly minutes: number;
  /** Begin and end as they count now, in real minutes since 1970 (`momentOf`): for comparing only. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly offBecause: 'absence' | 'not-employed' | null;
  readonly absenceId: string | null;
  readonly absenceKind: AbsenceKind | null;
  readonly coversShiftKey: string | null;
  readonly coversAbsenceId: string | null;
  /** Keys of the shifts that stand in for this one. */
  readonly coveredBy: readonly string[];
  /** Keys of other shifts of the same worker at the same time. */
  readonly overlaps: readonly string[];
  /** Open or off, and not wholly covered. */
  readonly needsSomeone: boolean;
  readonly paidIn: string | null;
  readonly note: string;
};

/** Whether somebody works (or worked) the shift. */
export function isStaffed(shift: { readonly state: RotaShiftState }): boolean {
  return shift.state === 'planned' || shift.state === 'confirmed';
}

/** The span that was worked, or the one that is planned. */
export function spanThatCounts(shift: Span & { readonly actual: ActualHours | null }): Span {
  const { actual } = shift;
  if (actual === null) return shift;
  return { day: shift.day, start: actual.start, endDay: actual.endDay, end: actual.end };
}
