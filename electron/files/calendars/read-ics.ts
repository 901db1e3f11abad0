import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import { ok, type Result } from '@shared/result';
import type { CalendarTime } from '@shared/rota/calendar-events';
import { eventsOf, type IcsShapeProblem } from './calendar-components';
import { type CalendarEvent, type CalendarEventProblem, placeOf, readEvent } from './calendar-event';
import { contentLines, type IcsTextProblem } from './content-lines';
import { londonWall, wallMinutes, wallOf } from './ics-time';
import { dayNumber, repeatedDays, type WorkLeft } from './recurrence';

/** One time of one appointment, by the clock on the wall in London. */
export type Appointment = {
  /** The same whenever the file is read again: the event's UID, and for a repeat its first planned time. */
  readonly key: string;
  readonly uid: string;
  readonly title: string;
  readonly place: string;
  readonly when: CalendarTime;
  /** The file says that it is off. */
  readonly cancelled: boolean;
  readonly repeats: boolean;
  /** The file named no time zone: its times are taken as London's. */
  readonly floating: boolean;
};

/** Something the person should know of what was brought in, with the event's title and line where there is one. */
export type CalendarNote = {
  readonly code:
    | 'calendar.repeats-for-ever'
    | 'calendar.repeats-past-window'
    | 'calendar.rule-too-long'
    | 'calendar.not-understood'
    | 'calendar.zone-not-known'
    | 'calendar.more-than-shown'
    | 'calendar.more-notes';
  readonly details: Readonly<Record<string, string | number>>;
};

export type ReadCalendar = {
  /** By time. Those that touch a day of the window, at most as many as were asked for: the earliest. */
  readonly appointments: readonly Appointment[];
  readonly notes: readonly CalendarNote[];
  /** How many events the file holds, repeats counted once. */
  readonly eventsInFile: number;
};

export type CalendarFileProblem = IcsTextProblem | IcsShapeProblem | CalendarEventProblem;

/** What the program takes from one file: far more than a person's calendar has. */
const MOST_EVENTS = 5000;
const MOST_WORK = 2_000_000;
const MOST_NOTES = 50;
const LONGEST_WINDOW_DAYS = 1100;

/**
 * Brings in the appointments of a calendar file (RFC 5545) that touch the days from `from` to `to`, at most `most`. A
 * broken file is refused whole, with the line. What is right but not understood (another zone, a rare rule) is told in a
 * note. Repeats keep their length by the clock on the wall. Descriptions, guests and alarms are not read.
 * Throws for a window of more than three years: that is our bug.
 */
export function readIcs(
  bytes: Uint8Array,
  given: { readonly from: IsoDay; readonly to: IsoDay; readonly most?: number },
): Result<ReadCalendar, CalendarFileProblem> {
  const { from, to, most = 2000 } = given;
  const windowDays = daysBetween(from, to);
  if (windowDays < 0 || windowDays > LONGEST_WINDOW_DAYS) throw new Error(`Not a window: ${from} to ${to}`);
  const lines = contentLines(bytes);
  if (!lines.ok) return lines;
  const found = eventsOf(lines.value, MOST_EVENTS);
  if (!found.ok) return found;

  const notes: CalendarNote[] = [];
  const events: CalendarEvent[] = [];
  for (const each of found.value) {
    const read = readEvent(each);
    if (!read.ok) return read;
    if ('zone' in read.value) notes.push({ code: 'calendar.zone-not-known', details: { ...read.value } });
    else events.push(read.value);
  }
  const reading: Reading = { from, to, most, work: { steps: MOST_WORK }, notes, found: [], cut: false };
  expandAll(events, reading);
  keepEarliest(reading);
  if (reading.cut) notes.push({ code: 'calendar.more-than-shown', details: { most } });
  const told = notes.slice(0, MOST_NOTES);
  if (notes.length > MOST_NOTES)
    told.push({ code: 'calendar.more-notes', details: { count: notes.length - MOST_NOTES } });
  return ok({ appointments: reading.found, notes: told, eventsInFile: found.value.length });
}

type Reading = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly most: number;
  readonly work: WorkLeft;
  readonly notes: CalendarNote[];
  found: Appointment[];
  cut: boolean;
};

/** The newest version of each event stands; a time of a repeat that has an event of its own gives way to it. */
function expandAll(events: readonly CalendarEvent[], reading: Reading): void {
  const newest = new Map<string, CalendarEvent>();
  const ownTimes = new Map<string, Set<number>>();
  for (const event of events) {
    const { uid, insteadOf } = event;
    const key = insteadOf === null ? uid : `${uid}\n${placeOf(insteadOf)}`;
    const other = newest.get(key);
    if (other === undefined || other.sequence <= event.sequence) newest.set(key, event);
    if (insteadOf === null) continue;
    const times = ownTimes.get(uid);
    if (times) times.add(placeOf(insteadOf));
    else ownTimes.set(uid, new Set([placeOf(insteadOf)]));
  }
  for (const event of newest.values()) {
    for (const part of event.passedOver)
      reading.notes.push({
        code: 'calendar.not-understood',
        details: { line: event.line, title: event.title, part },
      });
    if (event.insteadOf !== null) add(reading, event, startWall(event), placeOf(event.insteadOf));
    else expand(event, ownTimes.get(event.uid) ?? new Set(), reading);
  }
}

/** The start in minutes of its own zone's clock. */
function startWall(event: CalendarEvent): number {
  return wallMinutes(dayNumber(event.start.day), event.start.time);
}

function expand(event: CalendarEvent, ownTimes: ReadonlySet<number>, reading: Reading): void {
  const starts = new Set(timesOfRule(event, reading));
  for (const time of event.also) {
    const place = placeOf(time);
    // An added time is in the zone of its own line; the event's length is kept.
    starts.add(event.start.zone === 'utc' ? utcOf(place, time) : place);
  }
  const without = new Set<number>();
  const withoutDays = new Set<number>();
  for (const time of event.without) {
    if (time.time === null) withoutDays.add(dayNumber(time.day));
    else without.add(placeOf(time));
  }
  for (const start of starts) {
    const place = event.start.zone === 'utc' ? londonWall(start) : start;
    if (ownTimes.has(place) || without.has(place) || withoutDays.has(Math.floor(place / 1440))) continue;
    add(reading, event, start, event.rule === null && event.also.length === 0 ? null : place);
  }
}

function utcOf(place: number, time: CalendarEvent['start']): number {
  if (time.zone === 'utc') return wallMinutes(dayNumber(time.day), time.time);
  return londonWall(place - 60) === place ? place - 60 : place;
}

/** Starts by the rule that can touch the window, in minutes of the event's own clock. */
function timesOfRule(event: CalendarEvent, reading: Reading): readonly number[] {
  const { rule, start, lengthMinutes } = event;
  const first = dayNumber(start.day);
  const time = wallMinutes(0, start.time);
  if (rule === null) return [first * 1440 + time];
  const { until } = rule;
  const untilWall = until === null ? 0 : wallMinutes(dayNumber(until.day), until.time);
  const lastWall = until?.zone === 'utc' && start.zone !== 'utc' ? londonWall(untilWall) : untilWall;
  const isPast = (day: number): boolean => {
    if (until === null) return false;
    if (until.time === null || start.time === null) return day > Math.floor(untilWall / 1440);
    return day * 1440 + time > lastWall;
  };
  const repeated = repeatedDays({
    rule,
    first,
    from: dayNumber(reading.from) - Math.ceil(lengthMinutes / 1440) - 1,
    to: dayNumber(reading.to) + 1,
    isPast,
    most: reading.most + 3,
    work: reading.work,
  });
  const { title, line } = event;
  const details = { title, line, to: reading.to };
  if (reading.work.steps < 0) reading.notes.push({ code: 'calendar.rule-too-long', details });
  else if (!repeated.whole) reading.cut = true;
  else if (repeated.goesOn)
    reading.notes.push({
      code:
        rule.count === null && until === null ? 'calendar.repeats-for-ever' : 'calendar.repeats-past-window',
      details,
    });
  return repeated.days.map((day) => day * 1440 + time);
}

/** Notes one time of an event when it touches the window. */
function add(reading: Reading, event: CalendarEvent, start: number, repeatOf: number | null): void {
  const isUtc = event.start.zone === 'utc';
  const from = wallOf(isUtc ? londonWall(start) : start);
  const end = start + event.lengthMinutes;
  const to = wallOf(isUtc ? londonWall(end) : end);
  if (from === null || to === null) return;
  const allDay = event.start.time === null;
  const when: CalendarTime = allDay
    ? { allDay, fromDay: from.day, toDay: addDays(to.day, -1) }
    : { allDay, fromDay: from.day, from: from.time, toDay: to.day, to: to.time };
  if (when.fromDay > reading.to || when.toDay < reading.from) return;
  if (!when.allDay && when.toDay === reading.from && when.to === '00:00' && when.fromDay < reading.from)
    return;
  reading.found.push({
    key: repeatOf === null ? event.uid : `${event.uid}\n${repeatOf}`,
    uid: event.uid,
    title: event.title,
    place: event.place,
    when,
    cancelled: event.cancelled,
    repeats: repeatOf !== null,
    floating: event.start.zone === 'floating',
  });
  if (reading.found.length > reading.most * 4 + 1000) keepEarliest(reading);
}

function keepEarliest(reading: Reading): void {
  reading.found.sort(byTime);
  if (reading.found.length <= reading.most) return;
  reading.found = reading.found.slice(0, reading.most);
  reading.cut = true;
}

function byTime(a: Appointment, b: Appointment): number {
  const first = sortText(a);
  const second = sortText(b);
  return first < second ? -1 : first > second ? 1 : 0;
}

function sortText({ when, key }: Appointment): string {
  return `${when.fromDay} ${when.allDay ? '' : when.from} ${key}`;
}
