import names from '@resources/documents/file-names.json';
import type { CalendarChange, MadeCalendar } from '@shared/api/calendar';
import { addDays, addMonths, dayFromParts, daysInMonth, type IsoDay, partsOf } from '@shared/dates';
import {
  type CalendarTime,
  entriesOfHousehold,
  entriesOfWorker,
  type NextCalendar,
  nextCalendar,
  type SentEntry,
} from '@shared/rota/calendar-events';
import { calendarSentOf, calendarsMadeOf } from '../db/queries/calendar';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { householdIcs, workerIcs } from '../files/documents/rota-ics';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import { type LoadedRota, loadRota } from './rota-data';
import { workerName, workerShortName } from './worker-name';

/** How much of the rota a calendar holds, in whole months, so that its edges move once a month and not every day. */
const MONTHS_BACK = 3;
const MONTHS_AHEAD = 6;
/** What was sent is kept for so long after it was over. */
const KEPT_DAYS = 366;
/** Changes that are named one by one. */
const MOST_CHANGES = 60;

function monthOf(day: IsoDay): { readonly first: IsoDay; readonly last: IsoDay } {
  const { year, month } = partsOf(day);
  const of = (dayOfMonth: number): IsoDay => {
    const made = dayFromParts(year, month, dayOfMonth);
    if (!made.ok) throw new Error(`No such day: ${year}-${month}-${dayOfMonth}`);
    return made.value;
  };
  return { first: of(1), last: of(daysInMonth(year, month)) };
}

function windowOf(today: IsoDay): { readonly from: IsoDay; readonly to: IsoDay } {
  const { first } = monthOf(today);
  return { from: addMonths(first, -MONTHS_BACK), to: monthOf(addMonths(first, MONTHS_AHEAD)).last };
}

type SentRow = { readonly rowId: string; readonly entry: SentEntry };

function sentBefore(db: WorkspaceDatabase, householdId: string, workerId: string | null): SentRow[] {
  return calendarSentOf(db, householdId, workerId).map((row) => ({
    rowId: row.id,
    entry: JSON.parse(row.entry_json) as SentEntry,
  }));
}

type Next = { readonly before: readonly SentRow[]; readonly next: NextCalendar };

/** The calendar as a file made today would hold it. */
function nextOf(
  db: WorkspaceDatabase,
  householdId: string,
  workerId: string | null,
  { window, absences }: LoadedRota,
  today: IsoDay,
): Next {
  const before = sentBefore(db, householdId, workerId);
  const next = nextCalendar({
    now:
      workerId === null ? entriesOfHousehold(window, absences) : entriesOfWorker(window, absences, workerId),
    sentBefore: before.map((one) => one.entry),
    from: window.from,
    to: window.to,
    today,
  });
  return { before, next };
}

function timeOf(entry: SentEntry): CalendarTime {
  return entry.allDay
    ? { allDay: true, fromDay: entry.fromDay, toDay: entry.toDay }
    : { allDay: false, fromDay: entry.fromDay, from: entry.from, toDay: entry.toDay, to: entry.to };
}

function sameTime(a: CalendarTime, b: CalendarTime): boolean {
  return (
    a.fromDay === b.fromDay &&
    a.toDay === b.toDay &&
    (a.allDay ? b.allDay : !b.allDay && a.from === b.from && a.to === b.to)
  );
}

function changesOf(
  { before, next }: Next,
  nameOf: (workerId: string | null) => string | null,
): CalendarChange[] {
  const last = new Map(before.map(({ entry }) => [entry.id, entry]));
  return next.entries.flatMap((entry) => {
    const was = last.get(entry.id);
    if (was !== undefined && was.sequence === entry.sequence) return [];
    const when = timeOf(entry);
    return {
      id: entry.id,
      change: entry.cancelled ? 'taken-off' : was === undefined || was.cancelled ? 'added' : 'changed',
      kind: entry.kind,
      name: nameOf(entry.workerId),
      when,
      before: was === undefined || was.cancelled || sameTime(timeOf(was), when) ? null : timeOf(was),
    };
  });
}

/** The household's calendar and each PA's: when a file was last made, and what has changed since. */
export function calendarView(
  context: ServiceContext,
  householdId: string,
): { from: IsoDay; to: IsoDay; calendars: MadeCalendar[] } {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const today = todayOf(context);
  const { from, to } = windowOf(today);
  const loaded = loadRota(db, householdId, from, to);
  const made = calendarsMadeOf(db, householdId);
  const workers = workersOf(db, householdId);
  const short = new Map(workers.map((worker) => [worker.id, workerShortName(worker)]));
  const one = (workerId: string | null, name: string): MadeCalendar => {
    const found = nextOf(db, householdId, workerId, loaded, today);
    const madeOn = made.find((row) => row.worker_id === workerId)?.made_on ?? null;
    const changes =
      madeOn === null
        ? []
        : changesOf(found, (id) => (workerId !== null || id === null ? null : (short.get(id) ?? null)));
    const count = (change: CalendarChange['change']): number =>
      changes.filter((each) => each.change === change).length;
    return {
      workerId,
      name,
      madeOn,
      entries: found.next.entries.filter((entry) => !entry.cancelled).length,
      added: count('added'),
      changed: count('changed'),
      takenOff: count('taken-off'),
      changes: changes.slice(0, MOST_CHANGES),
    };
  };
  return {
    from,
    to,
    calendars: [
      one(null, household.name),
      ...workers
        .filter((worker) => worker.left_on === null || worker.left_on >= from)
        .map((worker) => one(worker.id, workerName(worker))),
    ],
  };
}

/**
 * Makes the calendar file of a PA, or with null of the household, and keeps what it held. A phone that is given the next
 * file changes the entries it has. Keeping it is no step of the household's undo: what was sent cannot be taken back.
 */
export function makeCalendar(
  context: ServiceContext,
  householdId: string,
  workerId: string | null,
): { file: MadeFile; added: number; changed: number; takenOff: number } {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const worker = workerId === null ? null : ownedRow(db.byId('worker', workerId), householdId);
  const today = todayOf(context);
  const { from, to } = windowOf(today);
  const found = nextOf(db, householdId, workerId, loadRota(db, householdId, from, to), today);
  const { next } = found;
  const file: MadeFile =
    worker === null
      ? {
          name: safeFileName(fill(names.householdCalendar, { household: household.name })),
          mediaType: 'text/calendar',
          bytes: householdIcs({
            householdName: household.name,
            workerNames: new Map(workersOf(db, householdId).map((one) => [one.id, workerShortName(one)])),
            entries: next.entries,
          }),
        }
      : {
          name: safeFileName(fill(names.calendar, { worker: workerName(worker) })),
          mediaType: 'text/calendar',
          bytes: workerIcs({
            workerName: workerName(worker),
            householdName: household.name,
            entries: next.entries,
          }),
        };
  keepSent(context, db, { householdId, workerId, found, oldest: addDays(from, -KEPT_DAYS), today });
  return { file, added: next.added, changed: next.changed, takenOff: next.takenOff };
}

function keepSent(
  context: ServiceContext,
  db: WorkspaceDatabase,
  {
    householdId,
    workerId,
    found: { before, next },
    oldest,
    today,
  }: {
    readonly householdId: string;
    readonly workerId: string | null;
    readonly found: Next;
    readonly oldest: IsoDay;
    readonly today: IsoDay;
  },
): void {
  const rows = new Map(before.map((one) => [one.entry.id, one]));
  const madeBefore = calendarsMadeOf(db, householdId).find((row) => row.worker_id === workerId);
  db.act({ name: 'calendar.made', householdId: null, undoable: false }, (write) => {
    for (const entry of next.sent) {
      const kept = rows.get(entry.id);
      if (entry.toDay < oldest) {
        if (kept !== undefined) write.remove('calendar_sent', kept.rowId);
      } else if (kept === undefined)
        write.insert('calendar_sent', {
          id: context.ids.next(),
          household_id: householdId,
          worker_id: workerId,
          entry_id: entry.id,
          entry_json: JSON.stringify(entry),
        });
      else if (kept.entry.sequence !== entry.sequence)
        write.update('calendar_sent', kept.rowId, { entry_json: JSON.stringify(entry) });
    }
    if (madeBefore === undefined)
      write.insert('calendar_made', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        made_on: today,
      });
    else write.update('calendar_made', madeBefore.id, { made_on: today });
  });
}
