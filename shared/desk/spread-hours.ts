import { type IsoDay, weekdayOf } from '../dates';
import type { KindOfWork } from '../rota/kind-of-work';

/** The days that hours of a kind are spread over: weekends for weekend work, Monday to Friday else; all where there are none. */
export function daysToSpread(kind: KindOfWork, days: readonly IsoDay[]): readonly IsoDay[] {
  const usual = days.filter((day) => weekdayOf(day) >= 5 === (kind === 'weekend'));
  return usual.length === 0 ? days : usual;
}

/** Whole minutes spread evenly over days, exactly: the first days have one more. Days that would have none are left out. */
export function spreadEvenly(
  minutes: number,
  days: readonly IsoDay[],
): readonly { readonly day: IsoDay; readonly minutes: number }[] {
  if (days.length === 0) return [];
  const each = Math.floor(minutes / days.length);
  const more = minutes - each * days.length;
  return days
    .map((day, index) => ({ day, minutes: each + (index < more ? 1 : 0) }))
    .filter((part) => part.minutes > 0);
}
