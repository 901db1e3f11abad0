import { type ClockTime, minutesOf, timeFromMinutes } from '@shared/clock-time';
import { addDays, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { momentOf } from '@shared/rota/span';
import type { ContentLine } from './content-lines';

/** How the times of an event are to be read. `floating` has no zone and is taken as the clock on the wall in London. */
export type IcsZone = 'utc' | 'london' | 'floating' | 'day';

/** A moment as written in the file: a day alone (time null) or a wall-clock time in its zone. Seconds are dropped. */
export type IcsTime = { readonly day: IsoDay; readonly time: ClockTime | null; readonly zone: IcsZone };

export type IcsTimeProblem =
  | { readonly problem: 'bad-time' }
  | { readonly problem: 'zone-not-known'; readonly zone: string };

/** Names under which calendar programs write London; the last three from Windows. Guernsey, Jersey, Man and Dublin keep its time. */
const LONDON_NAMES = new Set([
  'EUROPE/LONDON',
  'EUROPE/BELFAST',
  'EUROPE/JERSEY',
  'EUROPE/GUERNSEY',
  'EUROPE/ISLE_OF_MAN',
  'EUROPE/DUBLIN',
  'EIRE',
  'GB',
  'GB-EIRE',
  'GMT STANDARD TIME',
  '(UTC+00:00) DUBLIN, EDINBURGH, LISBON, LONDON',
  '(UTC) DUBLIN, EDINBURGH, LISBON, LONDON',
]);
const UTC_NAMES = new Set(['UTC', 'ETC/UTC', 'ETC/GMT', 'GMT', 'ETC/UCT', 'UCT', 'ZULU', 'ETC/ZULU']);

/** The zone a name stands for; null for any other place. Some programs write a path before the name. */
export function zoneNamed(name: string): 'utc' | 'london' | null {
  const upper = name.trim().toUpperCase();
  if (LONDON_NAMES.has(upper) || upper.endsWith('/EUROPE/LONDON')) return 'london';
  return UTC_NAMES.has(upper) ? 'utc' : null;
}

/** Reads one `DATE` or `DATE-TIME`. Days are those from 1900 to 2199. */
export function readTime(text: string, zoneName: string | undefined): IcsTime | IcsTimeProblem {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(text.trim());
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : '';
  if (!match || !isIsoDay(day)) return { problem: 'bad-time' };
  if (match[4] === undefined) return { day, time: null, zone: 'day' };
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  if (hour > 23 || minute > 59 || Number(match[6] ?? '0') > 60) return { problem: 'bad-time' };
  const time = timeFromMinutes(hour * 60 + minute);
  if (match[7] !== undefined) return { day, time, zone: 'utc' };
  if (zoneName === undefined || zoneName.trim() === '') return { day, time, zone: 'floating' };
  const zone = zoneNamed(zoneName);
  return zone === null ? { problem: 'zone-not-known', zone: zoneName.slice(0, 80) } : { day, time, zone };
}

/** Reads the times of a line, which may be a list; stops at the first that cannot be read. */
export function readTimes(line: ContentLine): readonly IcsTime[] | IcsTimeProblem {
  const times: IcsTime[] = [];
  for (const part of line.value.split(',')) {
    const read = readTime(part, line.parameters.get('TZID'));
    if ('problem' in read) return read;
    times.push(read);
  }
  return times;
}

const ORIGIN = isoDay('1970-01-01');

/** Whole minutes of a wall-clock moment in its own zone since 1970, for reckoning; `day` is given as days since then. */
export function wallMinutes(daysSince: number, time: ClockTime | null): number {
  return daysSince * 1440 + (time === null ? 0 : minutesOf(time));
}

/** The day and time of wall-clock minutes since 1970; null outside the days that are known. */
export function wallOf(minutes: number): { readonly day: IsoDay; readonly time: ClockTime } | null {
  const days = Math.floor(minutes / 1440);
  if (days < -25_567 || days > 84_005) return null;
  return { day: addDays(ORIGIN, days), time: timeFromMinutes(minutes - days * 1440) };
}

/** The clock on the wall in London at a moment in UTC, both in minutes since 1970. */
export function londonWall(utcMinutes: number): number {
  const summer = wallOf(utcMinutes + 60);
  return summer !== null && momentOf(summer.day, summer.time) === utcMinutes ? utcMinutes + 60 : utcMinutes;
}

/** A length of time as RFC 5545 writes it (`PT1H30M`, `P1D`, `P2W`), in whole minutes; null when it is none or negative. */
export function readDuration(text: string): number | null {
  const match =
    /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?)$/.exec(
      text.trim().toUpperCase(),
    );
  if (!match || match.slice(1).every((part) => part === undefined)) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? '0'));
  return (
    (weeks ?? 0) * 10_080 +
    (days ?? 0) * 1440 +
    (hours ?? 0) * 60 +
    (minutes ?? 0) +
    Math.floor((seconds ?? 0) / 60)
  );
}
