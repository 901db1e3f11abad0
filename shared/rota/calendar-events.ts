import type { ClockTime } from '../clock-time';
import type { IsoDay } from '../dates';
import type { Absence } from './absence';
import { type KindOfWork, kindOfWorkFacts } from './kind-of-work';
import type { RotaWindow } from './rota-for-window';
import { isStaffed, spanThatCounts } from './shift';
import type { Span } from './span';

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
 * The next calendar to send, given what was sent before. `now` holds every shift that starts from `from` to `to`, and all
 * days away that touch them; one that was sent for such a day and is no longer there was taken off. What was sent for
 * days outside the window is neither changed nor cancelled. Throws when an id comes twice: that is our bug.
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
    const reaches = last.allDay ? last.toDay : last.fromDay;
    if (reaches < input.from || last.fromDay > input.to) untouched.push(last);
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

/** The entries of one PA's calendar: the shifts they work, and the days they are away. */
export function entriesOfWorker(
  rota: Pick<RotaWindow, 'from' | 'to' | 'shifts'>,
  absences: readonly Absence[],
  workerId: string,
): readonly CalendarEntry[] {
  return [
    ...rota.shifts
      .filter((shift) => shift.workerId === workerId && isStaffed(shift))
      .map((shift) => entryOf(shift.key, kindOf(shift.kindOfWork), null, spanThatCounts(shift))),
    ...daysAway(
      rota,
      absences.filter((absence) => absence.workerId === workerId),
    ).map((entry) => ({ ...entry, workerId: null })),
  ];
}

/**
 * The entries of a household's calendar: everybody's shifts, what needs someone, and who is away. A shift that loses its
 * PA keeps its id and becomes one that needs someone; what a cover leaves open in several parts has one entry a part.
 */
export function entriesOfHousehold(
  rota: Pick<RotaWindow, 'from' | 'to' | 'shifts' | 'gaps'>,
  absences: readonly Absence[],
): readonly CalendarEntry[] {
  return [
    ...rota.shifts
      .filter(isStaffed)
      .map((shift) => entryOf(shift.key, kindOf(shift.kindOfWork), shift.workerId, spanThatCounts(shift))),
    ...rota.gaps.flatMap((gap) =>
      gap.uncovered.map((span, part) =>
        entryOf(part === 0 ? gap.key : `${gap.key}+${part}`, 'needs-someone', null, span),
      ),
    ),
    ...daysAway(rota, absences),
  ];
}

function kindOf(kindOfWork: KindOfWork): CalendarKind {
  if (kindOfWorkFacts(kindOfWork).maySleep) return 'sleep-in';
  return kindOfWork === 'training' ? 'training' : 'shift';
}

function entryOf(id: string, kind: CalendarKind, workerId: string | null, span: Span): CalendarEntry {
  const { day, start, endDay, end } = span;
  return { id, kind, workerId, allDay: false, fromDay: day, from: start, toDay: endDay, to: end };
}

/** Days away that touch the window; to its end where nobody knows when they end. */
function daysAway(
  { from, to }: Pick<RotaWindow, 'from' | 'to'>,
  absences: readonly Absence[],
): readonly CalendarEntry[] {
  return absences
    .filter((absence) => absence.firstDay <= to && (absence.lastDay === null || absence.lastDay >= from))
    .map(({ id, workerId, firstDay, lastDay }) => ({
      id: `away:${id}`,
      kind: 'away',
      workerId,
      allDay: true,
      fromDay: firstDay,
      toDay: lastDay ?? to,
    }));
}
