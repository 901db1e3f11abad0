import { addDays, daysBetween, earlierDay, type IsoDay, laterDay, mondayOf } from '@shared/dates';
import { exact, exactText, roundedToNearest } from '@shared/payroll/exact';
import { holidayEarnedWhileAway } from '@shared/payroll/holiday-balance';
import { type WeeksPayReference, weeksPayReference } from '@shared/payroll/holiday-rates';
import { type RotaShift, spanThatCounts } from '@shared/rota/shift';
import { minutesOfSpan } from '@shared/rota/span';
import { confirmedShiftsOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { shiftOfRow } from './rota-data';

type AbsenceRow = WorkspaceSchema['absence'];
type WorkerRow = WorkspaceSchema['worker'];

/** Whether holiday goes on building up by the average while somebody is away for it. */
function buildsUp(absence: AbsenceRow): boolean {
  return absence.kind === 'sickness' || absence.kind === 'family';
}

type Worked = { readonly day: IsoDay; readonly minutes: number };

/** What a PA worked from one day to another: what was confirmed, whatever the rota plans. */
function workedBetween(db: WorkspaceDatabase, workerId: string, from: IsoDay, to: IsoDay): Worked[] {
  return confirmedShiftsOfWorker(db, workerId, from, to).map((row) => ({
    day: row.day,
    minutes: minutesOfSpan(spanThatCounts(shiftOfRow(row))),
  }));
}

const sumOf = (worked: readonly Worked[], from: IsoDay, to: IsoDay): number =>
  worked.reduce((sum, one) => (one.day >= from && one.day <= to ? sum + one.minutes : sum), 0);

/**
 * Average minutes of the 52 weeks before a leave, weeks without work included and weeks of sick or statutory leave passed
 * over, 104 weeks back at most and never before the first day of work. An exact decimal as text.
 */
function averageBefore(
  db: WorkspaceDatabase,
  worker: WorkerRow,
  absences: readonly AbsenceRow[],
  first: IsoDay,
): string {
  const oldest = laterDay(worker.started_on, addDays(first, -7 * weeksPayReference.lookBackWeeks));
  if (oldest >= first) return '0';
  const own = workedBetween(db, worker.id, oldest, addDays(first, -1));
  let minutes = 0;
  let weeks = 0;
  for (
    let from = addDays(first, -7);
    from >= oldest && weeks < weeksPayReference.weeks;
    from = addDays(from, -7)
  ) {
    const to = addDays(from, 6);
    const isAway = absences.some(
      (one) => buildsUp(one) && one.first_day <= to && (one.last_day ?? to) >= from,
    );
    if (isAway) continue;
    minutes += sumOf(own, from, to);
    weeks += 1;
  }
  return weeks === 0 ? '0' : exactText(exact(minutes).div(weeks));
}

/**
 * Hours of holiday that irregular-hours or part-year work earns in a pay period while away sick or on statutory leave.
 * Source: Working Time Regulations 1998 reg 15C.
 */
export function hoursEarnedAway(
  db: WorkspaceDatabase,
  worker: WorkerRow,
  absences: readonly AbsenceRow[],
  from: IsoDay,
  to: IsoDay,
): number {
  return absences.filter(buildsUp).reduce((sum, absence) => {
    const start = laterDay(absence.first_day, from);
    const end = absence.last_day === null ? to : earlierDay(absence.last_day, to);
    const days = daysBetween(start, end) + 1;
    if (days <= 0) return sum;
    const average = averageBefore(db, worker, absences, absence.first_day);
    return sum + holidayEarnedWhileAway(average, exactText(exact(days).div(7)));
  }, 0);
}

/**
 * The hours of a week of somebody whose hours vary but whose holiday is counted in weeks, in minutes: the average of the
 * last weeks with work that are over by a day, as many as a week's pay looks at; of what there is before that.
 */
export function averageWeekWorked(
  shifts: readonly RotaShift[],
  day: IsoDay,
  reference: WeeksPayReference,
): number {
  const byWeek = new Map<IsoDay, number>();
  for (const shift of shifts) {
    if (shift.state !== 'confirmed' || shift.day > day) continue;
    const monday = mondayOf(shift.day);
    byWeek.set(monday, (byWeek.get(monday) ?? 0) + shift.minutes);
  }
  const weeks = [...byWeek].sort(([a], [b]) => (a < b ? 1 : -1));
  const over = weeks.filter(([monday]) => addDays(monday, 6) <= day);
  const counted = (over.length > 0 ? over : weeks).slice(0, reference.weeks);
  if (counted.length === 0) return 0;
  const total = counted.reduce((sum, [, minutes]) => sum + minutes, 0);
  return roundedToNearest(exact(total).div(counted.length), 0).toNumber();
}
