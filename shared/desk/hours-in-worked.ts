import { clockTime, minutesOf, timeFromMinutes } from '../clock-time';
import { addDays, earlierDay, type IsoDay } from '../dates';
import type { Draft, HoursPlanInput, Place, WorkedShift } from './hours-in-types';
import { daysToSpread, spreadEvenly } from './spread-hours';

const FIRST = clockTime('08:00');
/** From 08:00 to midnight: what one day can hold of hours whose times nobody knows. */
export const MOST_MINUTES_A_DAY = 16 * 60;

/** From here on it is asked whether the figure is meant: the program's own care against slips of the hand, not law. */
const MOST_USUAL_MINUTES_A_WEEK = 72 * 60;
const MOST_USUAL_MINUTES_A_DAY = 14 * 60;
const MOST_USUAL_FROM_DAYS = 3;

/** The shifts that hold what was said; null where it is told why there can be none. */
export function workedOf(input: HoursPlanInput, draft: Draft, place: Place): readonly WorkedShift[] | null {
  const { said, kind, days, tell } = place;
  const { amount } = said;
  const isOneDay = said.from === said.to;
  const details = { from: said.from, to: said.to, kind };
  if (amount.per === 'times') {
    return amount.spans.map(({ start, end, endsNextDay }) => ({
      day: said.from,
      start,
      endDay: endsNextDay ? addDays(said.from, 1) : said.from,
      end,
      kindOfWork: kind,
      timesKnown: 'times',
    }));
  }
  if (amount.per === 'taken-back') return [];
  if (amount.per === 'hour' ? amount.minutes === 0 : amount.shifts === 0) return [];
  const worked = days.filter((day) => !input.isAway(day));
  if (worked.length === 0) {
    tell('hours-in.away', isOneDay ? 'ask' : 'stop', details);
    if (!isOneDay) return null;
  }
  const over = worked.length === 0 ? days : worked;
  const timesKnown = isOneDay ? 'day' : 'period';
  if (amount.per === 'shift') {
    const length = input.lengthOf(kind);
    if (length === null) {
      tell('hours-in.night-length', 'stop', details);
      return null;
    }
    if (amount.shifts > over.length) {
      tell('hours-in.too-many-nights', 'stop', { ...details, most: over.length, said: amount.shifts });
      return null;
    }
    return Array.from({ length: amount.shifts }, (_one, index) => {
      const day = over[Math.floor((index * over.length) / amount.shifts)] ?? said.from;
      const endDay = length.endsNextDay ? addDays(day, 1) : day;
      return { day, start: length.start, endDay, end: length.end, kindOfWork: kind, timesKnown } as const;
    });
  }
  const spread = spreadEvenly(amount.minutes, daysToSpread(kind, over));
  if (spread.some((part) => part.minutes > MOST_MINUTES_A_DAY)) {
    tell('hours-in.too-many', 'stop', {
      ...details,
      said: amount.minutes,
      most: MOST_MINUTES_A_DAY * over.length,
      days: over.length,
    });
    return null;
  }
  const mostUsual = isOneDay
    ? MOST_USUAL_MINUTES_A_DAY
    : Math.ceil((over.length * MOST_USUAL_MINUTES_A_WEEK) / 7);
  if (amount.minutes > mostUsual && over.length >= (isOneDay ? 1 : MOST_USUAL_FROM_DAYS))
    tell('hours-in.very-many', 'ask', { ...details, said: amount.minutes, days: over.length });
  const goes = new Set([...place.found.planned, ...place.found.confirmed].map((shift) => shift.key));
  return spread.map(({ day, minutes }) => {
    const start = freeFrom(input, draft, goes, day, minutes);
    const end = start + minutes;
    return {
      day,
      start: timeFromMinutes(start),
      endDay: end >= 1440 ? addDays(day, 1) : day,
      end: timeFromMinutes(end),
      kindOfWork: kind,
      timesKnown,
    };
  });
}

/** From when on, counted in minutes from 8 am of a day, nothing else of the PA stands for so long. */
function freeFrom(
  input: HoursPlanInput,
  draft: Draft,
  goes: ReadonlySet<string>,
  day: IsoDay,
  minutes: number,
): number {
  const gone = new Set([...goes, ...draft.takeOff.map((one) => one.shift.key)]);
  const taken = [
    ...input.shifts.filter(
      (shift) => (shift.state === 'planned' || shift.state === 'confirmed') && !gone.has(shift.key),
    ),
    ...draft.add,
  ]
    .filter((shift) => shift.day <= day && earlierDay(shift.endDay, day) === day)
    .map((shift) => ({
      from: shift.day < day ? 0 : minutesOf(shift.start),
      to: shift.endDay > day ? 1440 : minutesOf(shift.end),
    }))
    .sort((a, b) => a.from - b.from);
  let start = minutesOf(FIRST);
  for (const span of taken) if (span.from < start + minutes && span.to > start) start = span.to;
  return start + minutes <= 1440 ? start : minutesOf(FIRST);
}
