import words from '@resources/documents/rota.json';
import { type ClockTime, minutesOf } from '@shared/clock-time';
import { daysBetween, type IsoDay, isoDay } from '@shared/dates';
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator';
import { fill } from './words';

/** A shift in a PA's calendar. Nothing about the person's health or care goes in: calendars travel. */
export type IcsShift = {
  /** The shift's own id, the same for its whole life. */
  readonly id: string;
  /** How often the shift has been changed since it was made. */
  readonly revision: number;
  readonly fromDay: IsoDay;
  readonly from: ClockTime;
  readonly toDay: IsoDay;
  readonly to: ClockTime;
  readonly kind: 'shift' | 'sleep-in' | 'training' | 'holiday';
  readonly cancelled: boolean;
  /** The day of the last change: the calendar's stamp. */
  readonly changedOn: IsoDay;
};

export type RotaCalendar = {
  readonly workerName: string;
  /** Who the work is for, as the household wants it shown, such as `Ruth`. */
  readonly householdName: string;
  readonly shifts: readonly IcsShift[];
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

/** The library writes calendar names as they come: line ends and separators would end the line. */
function calendarText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .trim();
}

/** One PA's calendar as RFC 5545 text in UTF-8: stable UID and SEQUENCE, London time with its rules, cancelled shifts marked. */
export function rotaIcs(rota: RotaCalendar): Uint8Array {
  const calendar = ical({
    name: calendarText(fill(words.calendarName, { worker: rota.workerName, household: rota.householdName })),
    prodId: { company: 'Mainstay', product: 'Rota', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // Set on events alone: on the calendar it would also move the stamps, which have to be UTC.
    timezone: { name: null, generator: () => LONDON },
  });
  const shifts = [...rota.shifts].sort((a, b) =>
    `${a.fromDay}${a.from}${a.id}`.localeCompare(`${b.fromDay}${b.from}${b.id}`, 'en'),
  );
  for (const shift of shifts) {
    const what = fill(words.events[shift.kind], { household: rota.householdName });
    calendar.createEvent({
      id: `${shift.id}@mainstay`,
      sequence: shift.revision,
      stamp: new Date(`${shift.changedOn}T12:00:00Z`),
      timezone: 'Europe/London',
      start: new WallTime(shift.fromDay, shift.from),
      end: new WallTime(shift.toDay, shift.to),
      summary: shift.cancelled ? fill(words.cancelledEvent, { what }) : what,
      status: shift.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus:
        shift.cancelled || shift.kind === 'holiday' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}
