import words from '@resources/documents/rota.json';
import { type ClockTime, clockTime, minutesOf } from '@shared/clock-time';
import { addDays, daysBetween, type IsoDay, isoDay } from '@shared/dates';
import { must } from '@shared/result';
import type { CalendarTime, SentEntry } from '@shared/rota/calendar-events';
import { isRepeatedTime, isSkippedTime, momentOf } from '@shared/rota/span';
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { fill } from './words';

/** A PA's own calendar, of entries as `nextCalendar` gives them. Nothing about health or care goes in: calendars travel. */
export type WorkerCalendar = {
  readonly workerName: string;
  readonly householdName: string;
  readonly entries: readonly SentEntry[];
};

/** A household's calendar: everybody's shifts, those that need someone, and who is away. */
export type HouseholdCalendar = {
  readonly householdName: string;
  /** The names of the workers in it by their id. */
  readonly workerNames: ReadonlyMap<string, string>;
  readonly entries: readonly SentEntry[];
};

/** The clock changes of London since 1996, as rules (SI 2002/262; RFC 5545 section 3.6.5). */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const ORIGIN = isoDay('1970-01-01');
const AFTER_THE_JUMP = clockTime('02:00');

/**
 * A wall-clock moment in London. The calendar library writes a plain Date in the computer's own zone, so that a computer
 * set to another zone would shift every hour; it takes this shape (that of a zoned date) at its word instead.
 */
class WallTime extends Date {
  readonly internal: Date;
  constructor(day: IsoDay, time: ClockTime) {
    super((daysBetween(ORIGIN, day) * 1440 + minutesOf(time)) * 60_000);
    this.internal = new Date(this.getTime());
  }
  withTimeZone(): this {
    return this;
  }
  tzComponents(): readonly number[] {
    return [];
  }
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}

/** Line ends and other marks that are no letters become spaces: a name is one line. */
function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** The library writes calendar names as they come: separators would end the name. */
function calendarText(text: string): string {
  return plainText(text).replace(/[\\;,]/g, (mark) => `\\${mark}`);
}

/** The calendar of one PA as RFC 5545 text in UTF-8: their shifts, and the days they are away without a word about why. UID: `id@mainstay`. */
export function workerIcs(calendar: WorkerCalendar): Uint8Array {
  const { workerName, householdName } = calendar;
  return written(fill(words.calendarName, { worker: workerName, household: householdName }), {
    entries: calendar.entries,
    place: 'mainstay',
    say: (entry) => fill(words.events[entry.kind], { household: householdName }),
  });
}

/**
 * The calendar of a household. Its UIDs, `id@household.mainstay`, differ from those of a PA's own calendar, so that one
 * phone can hold both. Throws for an entry of a worker without a name: that is our bug.
 */
export function householdIcs(calendar: HouseholdCalendar): Uint8Array {
  return written(fill(words.householdCalendarName, { household: calendar.householdName }), {
    entries: calendar.entries,
    place: 'household.mainstay',
    say: (entry) =>
      entry.workerId === null
        ? words.householdEvents['needs-someone']
        : fill(words.householdEvents[entry.kind], {
            worker: must(calendar.workerNames.get(entry.workerId), 'a name for each worker in the calendar'),
          }),
  });
}

type Writing = {
  readonly entries: readonly SentEntry[];
  readonly place: string;
  readonly say: (entry: SentEntry) => string;
};

function written(name: string, { entries, place, say }: Writing): Uint8Array {
  const calendar = ical({
    name: calendarText(name),
    prodId: { company: 'Mainstay', product: 'Rota', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // Set on events alone: on the calendar it would also move the stamps, which have to be UTC.
    timezone: { name: null, generator: () => LONDON },
  });
  for (const entry of [...entries].sort(byTime)) {
    const what = say(entry);
    const stamp = new Date(`${entry.changedOn}T12:00:00Z`);
    calendar.createEvent({
      id: `${entry.id}@${place}`,
      sequence: entry.sequence,
      stamp,
      lastModified: stamp,
      ...timesOf(entry),
      summary: plainText(entry.cancelled ? fill(words.cancelledEvent, { what }) : what),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus:
        entry.cancelled || entry.kind === 'away' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

function byTime(a: SentEntry, b: SentEntry): number {
  const first = `${a.fromDay} ${a.allDay ? '' : a.from} ${a.id}`;
  const second = `${b.fromDay} ${b.allDay ? '' : b.from} ${b.id}`;
  return first < second ? -1 : first > second ? 1 : 0;
}

type EventTimes = Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'>;

/** The end of whole days is the day after the last (RFC 5545 section 3.6.1). */
function timesOf(entry: CalendarTime): EventTimes {
  if (entry.allDay) {
    const start = new Date(`${entry.fromDay}T00:00:00Z`);
    return { allDay: true, start, end: new Date(`${addDays(entry.toDay, 1)}T00:00:00Z`) };
  }
  const { fromDay, from, toDay, to } = entry;
  // An end has to be later than the start; what the clocks skip whole is a moment.
  const lasts = momentOf(toDay, to) > momentOf(fromDay, from);
  if (isRepeatedTime(fromDay, from) || isRepeatedTime(toDay, to)) {
    // Programs differ in which of the two times they take, so these are written in UTC.
    const start = new Date(momentOf(fromDay, from) * 60_000);
    return { start, ...(lasts ? { end: new Date(momentOf(toDay, to) * 60_000) } : {}) };
  }
  const start = wallTime(fromDay, from);
  return { timezone: 'Europe/London', start, ...(lasts ? { end: wallTime(toDay, to) } : {}) };
}

/** A time that the clocks skip is the moment at which they jump, as the rota counts it: 2 am. */
function wallTime(day: IsoDay, time: ClockTime): WallTime {
  return new WallTime(day, isSkippedTime(day, time) ? AFTER_THE_JUMP : time);
}
