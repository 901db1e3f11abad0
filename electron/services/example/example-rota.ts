import cast from '@resources/example/household.json';
import { clockTime } from '@shared/clock-time';
import { addDays, daysBetween, type IsoDay, weekdayOf } from '@shared/dates';
import { fixedClock } from '../../system/clock';
import { saveAbsence } from '../absences-save';
import type { ServiceContext } from '../context';
import { databaseOf } from '../context';
import { fillCover } from '../cover-fill';
import { loadRota } from '../rota-data';
import { confirmHours, saveShift } from '../rota-shifts';
import type { ExampleDays } from './example-days';
import type { ExampleRecord } from './example-people';

type Who = keyof ExampleRecord['workers'];
type Away = {
  readonly who: Who;
  readonly kind: 'sickness' | 'holiday';
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly coveredBy: Who | null;
};

/** Who is away when, laid back from today so that every tax year and the present week have something to show. */
export function absencesOf(days: ExampleDays): Away[] {
  const week = (back: number): IsoDay => addDays(mondayBefore(days.today), -7 * back);
  const all: Away[] = [
    {
      who: 'grace',
      kind: 'sickness',
      from: addDays(week(44), 4),
      to: addDays(week(43), 1),
      coveredBy: 'maya',
    },
    { who: 'maya', kind: 'holiday', from: week(38), to: addDays(week(38), 3), coveredBy: 'grace' },
    { who: 'dev', kind: 'sickness', from: week(30), to: addDays(week(30), 2), coveredBy: 'grace' },
    // Longer than a week: with a fit note.
    { who: 'maya', kind: 'sickness', from: week(24), to: addDays(week(23), 3), coveredBy: 'dev' },
    {
      who: 'grace',
      kind: 'holiday',
      from: addDays(week(18), 4),
      to: addDays(week(18), 6),
      coveredBy: 'maya',
    },
    { who: 'maya', kind: 'holiday', from: week(15), to: addDays(week(14), 3), coveredBy: 'dev' },
    { who: 'grace', kind: 'holiday', from: addDays(week(8), 4), to: addDays(week(8), 6), coveredBy: 'maya' },
    { who: 'maya', kind: 'sickness', from: week(3), to: addDays(week(3), 1), coveredBy: 'grace' },
    // Next week's gap: nobody has been found yet.
    {
      who: 'maya',
      kind: 'holiday',
      from: addDays(mondayBefore(days.today), 8),
      to: addDays(mondayBefore(days.today), 8),
      coveredBy: null,
    },
  ];
  return all.filter(
    (one) =>
      one.from >= addDays(days.firstMonday, 70) &&
      (one.who !== 'dev' || one.to < days.leftOn) &&
      (one.coveredBy !== 'dev' || one.to < days.leftOn),
  );
}

function mondayBefore(day: IsoDay): IsoDay {
  return addDays(day, -weekdayOf(day));
}

/** Notes each absence that begins in a week, and gives its shifts to whoever covers. */
export function noteAbsences(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  monday: IsoDay,
): void {
  for (const away of absencesOf(days)) {
    if (away.from < monday || away.from > addDays(monday, 6)) continue;
    saveAbsence(context, record.householdId, {
      id: null,
      workerId: record.workers[away.who],
      kind: away.kind,
      firstDay: away.from,
      lastDay: away.to,
      holidayMinutes: null,
      note: away.kind === 'sickness' ? cast.sicknessNote : '',
    });
    if (away.coveredBy === null) continue;
    // Who is ill rings early in the morning; holiday is known before.
    const rung =
      away.kind === 'sickness' ? { ...context, clock: fixedClock(away.from, clockTime('06:50')) } : context;
    const { window } = loadRota(databaseOf(context), record.householdId, away.from, away.to);
    for (const gap of window.gaps) {
      if (gap.shift.workerId !== record.workers[away.who]) continue;
      const busy = window.shifts.some(
        (shift) =>
          shift.workerId === record.workers[away.coveredBy as Who] &&
          shift.startsAt < gap.shift.endsAt &&
          shift.endsAt > gap.shift.startsAt,
      );
      // Now and then nobody can come: the hours are lost, and the return says so.
      if (busy) continue;
      const who = { kind: 'worker', id: record.workers[away.coveredBy] } as const;
      fillCover(rung, record.householdId, {
        key: gap.key,
        takers: gap.uncovered.map((span) => ({ who, span })),
        how: 'call',
      });
    }
  }
}

/** Confirms the hours worked from one day to another; in some weeks a shift ran over, with the reason. */
export function confirmWorked(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  from: IsoDay,
  to: IsoDay,
  only?: Who,
): void {
  const { window } = loadRota(databaseOf(context), record.householdId, from, to);
  const worked = window.shifts.filter(
    (shift) => shift.state === 'planned' && (only === undefined || shift.workerId === record.workers[only]),
  );
  if (worked.length === 0) return;
  const weeks = Math.floor(daysBetween(days.firstMonday, from) / 7);
  confirmHours(
    context,
    record.householdId,
    worked.map((shift) => ({
      key: shift.key,
      actual:
        weeks % 9 === 4 && shift.workerId === record.workers.maya && weekdayOf(shift.day) === 2
          ? {
              start: shift.start,
              end: clockTime('13:45'),
              endsNextDay: false,
              awakeMinutes: null,
              reason: cast.lateReason,
            }
          : null,
    })),
  );
}

/** One evening next week that nobody has yet: the rota shows it as a gap. */
export function openShift(context: ServiceContext, record: ExampleRecord, days: ExampleDays): void {
  saveShift(context, record.householdId, {
    key: null,
    workerId: null,
    day: addDays(mondayBefore(days.today), 9),
    start: clockTime('18:00'),
    end: clockTime('22:00'),
    endsNextDay: false,
    kindOfWork: 'weekday',
    coversKey: null,
    note: '',
  });
}

/** After the leaver: their Friday mornings go to somebody each week, until a new PA is found. */
export function shareOutShifts(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  monday: IsoDay,
): void {
  const friday = addDays(monday, 4);
  if (friday <= days.leftOn) return;
  saveShift(context, record.householdId, {
    key: null,
    workerId: record.workers.maya,
    day: friday,
    start: clockTime('08:00'),
    end: clockTime('12:00'),
    endsNextDay: false,
    kindOfWork: 'weekday',
    coversKey: null,
    note: '',
  });
}
