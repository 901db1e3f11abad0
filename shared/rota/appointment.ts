import { addDays, type IsoDay } from '../dates';
import { kindOfWorkFacts } from './kind-of-work';
import type { RotaProblem } from './problem';
import { isStaffed, type RotaShift, spanThatCounts } from './shift';
import { minutesOfSpan, momentOf, type Span, takeSpans } from './span';
import { validateShift } from './validate-shift';

/** Something in the household's day that has a time: a visit, a class. Nobody is paid for it; their shift is. */
export type Appointment = Span & {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly note: string;
};

/**
 * What is wrong with an appointment being entered; an `endDay` of null is not said yet. `appointment.no-title`, and the
 * same words as a shift for its times: `shift.ends-next-day` (ask), `shift.ends-before-it-starts`, `shift.too-long` …
 */
export function checkAppointment(
  appointment: Omit<Appointment, 'endDay'> & { readonly endDay: IsoDay | null },
): readonly RotaProblem[] {
  const { day, start, endDay, end } = appointment;
  const times = validateShift(
    { key: null, workerId: null, day, start, end, endDay },
    { worker: null, absences: [], shifts: [] },
  );
  return appointment.title.trim() === ''
    ? [{ code: 'appointment.no-title', severity: 'refuse', field: 'title' }, ...times]
    : times;
}

export type AppointmentFacts = {
  /** Who is there, and for how long of it. */
  readonly with: readonly { readonly key: string; readonly workerId: string; readonly minutes: number }[];
  /** When nobody is there. */
  readonly alone: readonly Span[];
  readonly aloneMinutes: number;
};

/** Who is at an appointment by the rota. Travel and training are no support. */
export function appointmentFacts(appointment: Appointment, shifts: readonly RotaShift[]): AppointmentFacts {
  const from = momentOf(appointment.day, appointment.start);
  const to = momentOf(appointment.endDay, appointment.end);
  const there = shifts.filter(
    (shift) =>
      isStaffed(shift) &&
      kindOfWorkFacts(shift.kindOfWork).needsCover &&
      shift.startsAt < to &&
      shift.endsAt > from,
  );
  const alone = takeSpans(appointment, there.map(spanThatCounts));
  return {
    with: there.flatMap(({ key, workerId, startsAt, endsAt }) =>
      workerId === null ? [] : [{ key, workerId, minutes: Math.min(endsAt, to) - Math.max(startsAt, from) }],
    ),
    alone,
    aloneMinutes: alone.reduce((sum, span) => sum + minutesOfSpan(span), 0),
  };
}

/** The appointment on another day, at the same times. */
export function appointmentOn(appointment: Appointment, day: IsoDay, id: string): Appointment {
  return { ...appointment, id, day, endDay: addDays(day, appointment.endDay > appointment.day ? 1 : 0) };
}
