import { type ClockTime, clockTime } from '@shared/clock-time';
import { type IsoDay, isoDay, type Weekday } from '@shared/dates';
import type { Absence } from '@shared/rota/absence';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import type { PatternEntry, RotaPattern } from '@shared/rota/pattern';
import type { RotaWorker } from '@shared/rota/rota-worker';
import type { Shift } from '@shared/rota/shift';
import type { Span } from '@shared/rota/span';

/** `'2026-11-23 22:00'` to `'2026-11-24 07:00'`. */
export function span(from: string, to: string): Span {
  return { day: dayIn(from), start: timeIn(from), endDay: dayIn(to), end: timeIn(to) };
}

export function dayIn(text: string): IsoDay {
  return isoDay(text.slice(0, 10));
}

export function timeIn(text: string): ClockTime {
  return clockTime(text.slice(11));
}

export function kept(
  id: string,
  workerId: string | null,
  from: string,
  to: string,
  more: Partial<Shift> = {},
): Shift {
  return {
    id,
    workerId,
    ...span(from, to),
    kindOfWork: 'weekday',
    status: 'planned',
    occurrenceKey: null,
    actual: null,
    coversShiftKey: null,
    coversAbsenceId: null,
    paidIn: null,
    note: '',
    ...more,
  };
}

export function entry(
  id: string,
  weekday: Weekday,
  start: string,
  end: string,
  more: Partial<PatternEntry> = {},
): PatternEntry {
  return {
    id,
    weekIndex: 0,
    weekday,
    start: clockTime(start),
    end: clockTime(end),
    endsNextDay: end <= start,
    kindOfWork: 'weekday',
    ...more,
  };
}

/** A weekly pattern from Monday 2 November 2026. */
export function pattern(
  id: string,
  workerId: string | null,
  entries: readonly PatternEntry[],
  more: Partial<RotaPattern> = {},
): RotaPattern {
  const monday = isoDay('2026-11-02');
  return { id, workerId, cycleWeeks: 1, anchorMonday: monday, from: monday, to: null, entries, ...more };
}

export function away(
  id: string,
  workerId: string,
  firstDay: string,
  lastDay: string | null,
  kind: Absence['kind'] = 'sickness',
): Absence {
  return {
    id,
    workerId,
    kind,
    firstDay: isoDay(firstDay),
    lastDay: lastDay === null ? null : isoDay(lastDay),
    note: '',
  };
}

export function worker(id: string, more: Partial<RotaWorker> = {}): RotaWorker {
  return {
    id,
    firstDay: isoDay('2024-01-01'),
    lastDay: null,
    birthDate: isoDay('1990-05-05'),
    coversFor: true,
    optedOutOf48Hours: false,
    treatedAsDomesticWorker: false,
    ownWeeklyLimitMinutes: null,
    ...more,
  };
}

export function rate(
  workerId: string,
  kindOfWork: KindOfWork,
  pounds: string,
  from = '2024-01-01',
  per?: 'shift',
) {
  return { workerId, kindOfWork, per: per ?? ('hour' as const), pounds, from: isoDay(from) };
}
