import type { ClockTime } from '../clock-time';
import type { IsoDay } from '../dates';

/** What an entry in a calendar is. Days away never say why: a calendar travels. */
export type CalendarKind = 'shift' | 'sleep-in' | 'training' | 'needs-someone' | 'away';

/** From one wall-clock moment in London to another, or whole days, both included. */
export type CalendarTime =
  | {
      readonly allDay: false;
      readonly fromDay: IsoDay;
      readonly from: ClockTime;
      readonly toDay: IsoDay;
      readonly to: ClockTime;
    }
  | { readonly allDay: true; readonly fromDay: IsoDay; readonly toDay: IsoDay };

/** One entry as the rota has it now. */
export type CalendarEntry = CalendarTime & {
  /** The same for its whole life: `RotaShift.key`, or `away:` and the absence's id. */
  readonly id: string;
  readonly kind: CalendarKind;
  /** In a household's calendar: whose it is, by id; null in a PA's own, and while nobody has it. */
  readonly workerId: string | null;
};

/** An entry as it was last sent. Kept between one calendar and the next, so that a phone can follow the changes. */
export type SentEntry = CalendarEntry & {
  /** SEQUENCE of RFC 5545: rises by one whenever the entry is changed, taken off or put back. */
  readonly sequence: number;
  readonly cancelled: boolean;
  /** The day it was last changed. */
  readonly changedOn: IsoDay;
};

export type NextCalendar = {
  /** What the calendar file holds: by time, those taken off among them as cancelled. */
  readonly entries: readonly SentEntry[];
  /** What is to be kept as last sent: these, and those outside the window as they were. */
  readonly sent: readonly SentEntry[];
  /** How many were new, changed and taken off since the last time. */
  readonly added: number;
  readonly changed: number;
  readonly takenOff: number;
};

/**
 * The next calendar to send, given what was sent before. `now` holds every entry whose `fromDay` lies from `from` to
 * `to`; one that was sent for such a day and is no longer there was taken off. What was sent for days outside the window
 * is neither changed nor cancelled. Throws when an id comes twice: that is our bug.
 */
export function nextCalendar(input: {
  readonly now: readonly CalendarEntry[];
  readonly sentBefore: readonly SentEntry[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly today: IsoDay;
}): NextCalendar {
  const before = byId(input.sentBefore);
  const now = byId(input.now);
  const entries: SentEntry[] = [];
  const counts = { added: 0, changed: 0, takenOff: 0 };
  for (const entry of now.values()) {
    const last = before.get(entry.id);
    if (last === undefined) counts.added += 1;
    else if (last.cancelled || !saysTheSame(entry, last)) counts.changed += 1;
    else {
      entries.push(last);
      continue;
    }
    const sequence = last === undefined ? 0 : last.sequence + 1;
    entries.push({ ...plain(entry), sequence, cancelled: false, changedOn: input.today });
  }
  const untouched: SentEntry[] = [];
  for (const last of before.values()) {
    if (now.has(last.id)) continue;
    if (last.fromDay < input.from || last.fromDay > input.to) untouched.push(last);
    else if (last.cancelled) entries.push(last);
    else {
      counts.takenOff += 1;
      entries.push({ ...last, sequence: last.sequence + 1, cancelled: true, changedOn: input.today });
    }
  }
  entries.sort(byTime);
  return { entries, sent: [...entries, ...untouched].sort(byTime), ...counts };
}

function byId<Entry extends CalendarEntry>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    if (found.has(entry.id)) throw new Error(`Two entries of a calendar have one id: ${entry.id}`);
    found.set(entry.id, entry);
  }
  return found;
}

/** Only what an entry is made of, so that nothing else a caller's object holds is kept or sent. */
function plain(entry: CalendarEntry): CalendarEntry {
  const { id, kind, workerId, fromDay, toDay } = entry;
  return entry.allDay
    ? { id, kind, workerId, allDay: true, fromDay, toDay }
    : { id, kind, workerId, allDay: false, fromDay, from: entry.from, toDay, to: entry.to };
}

function saysTheSame(a: CalendarEntry, b: CalendarEntry): boolean {
  return (
    a.kind === b.kind &&
    a.workerId === b.workerId &&
    a.fromDay === b.fromDay &&
    a.toDay === b.toDay &&
    timeText(a) === timeText(b)
  );
}

function timeText(entry: CalendarTime): string {
  return entry.allDay ? '' : `${entry.from}-${entry.to}`;
}

function byTime(a: CalendarEntry, b: CalendarEntry): number {
  const first = `${a.fromDay} ${timeText(a)} ${a.id}`;
  const second = `${b.fromDay} ${timeText(b)} ${b.id}`;
  return first < second ? -1 : first > second ? 1 : 0;
}
