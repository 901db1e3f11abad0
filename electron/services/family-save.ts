import type { FamilyLeave } from '@shared/api/family';
import { earlierDay, type IsoDay } from '@shared/dates';
import { longestParentalWeeks } from '@shared/payroll/statutory-parental';
import { familyLeaveEnd, familyLeaveTestWeek } from '@shared/payroll/statutory-parental-claim';
import { checkAbsence } from '@shared/rota/absence-rules';
import { familyLeavesOf } from '../db/queries/pay-life';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import { Refusal, refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { leaveRowOf, refuseWrongAverage } from './family-leave';
import { absenceOfRow } from './rota-data';
import { refuseProblems } from './rota-find';
import { workerShortName } from './worker-name';

/** Maternity and adoption leave may last this long, longer than it is paid. */
const WEEKS_OF_LEAVE = 52;

type AbsenceRow = WorkspaceSchema['absence'];

function daysAway(
  worker: WorkspaceSchema['worker'],
  leaveStartsOn: IsoDay,
  weeks: number,
  endedOn: IsoDay | null,
): { firstDay: IsoDay; lastDay: IsoDay } {
  const end = familyLeaveEnd({ leaveStartsOn, weeks, endedOn });
  return {
    firstDay: leaveStartsOn,
    lastDay: worker.left_on === null ? end : earlierDay(end, worker.left_on),
  };
}

/** Days away of this kind that were noted in the rota before the leave itself: they become the leave's own. */
function notedAbsence(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
): string | undefined {
  const db = databaseOf(context);
  const taken = new Set(familyLeavesOf(db, householdId).map((one) => one.absence_id));
  return absencesOfWorker(db, workerId).find(
    (one) =>
      one.kind === 'family' &&
      !taken.has(one.id) &&
      one.first_day <= days.lastDay &&
      (one.last_day === null || one.last_day >= days.firstDay),
  )?.id;
}

/** Refuses days away that can't be: another absence on them, or none of the job. The field is the form's own. */
function checkDays(
  context: ServiceContext,
  worker: WorkspaceSchema['worker'],
  absenceId: string,
  days: { readonly firstDay: IsoDay; readonly lastDay: IsoDay },
): void {
  try {
    const { problems } = checkAbsence(
      { id: absenceId, workerId: worker.id, kind: 'family', ...days, note: '' },
      { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
      absencesOfWorker(databaseOf(context), worker.id).map(absenceOfRow),
    );
    // What is booked on these days is changed by hand first: the form of a leave asks nothing about it.
    refuseProblems(
      problems
        .filter((one) => one.code !== 'absence.very-long')
        .map((one) =>
          one.severity === 'ask' ? { ...one, code: 'absence.overlaps', severity: 'refuse' } : one,
        ),
    );
  } catch (error) {
    if (error instanceof Refusal) refuse(error.code, error.details, 'leaveStartsOn');
    throw error;
  }
}

/**
 * Saves a leave for a baby or child, with its days away in the rota. Whether pay is due is another question: leave may be
 * taken without. Refuses with `family-pay.day-missing`, `family-pay.too-many-weeks`, `money.not-an-amount`, or what the
 * days themselves say.
 */
export function saveLeave(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string | null,
  leave: FamilyLeave,
): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const known = id === null ? undefined : ownedRow(db.byId('family_leave', id), householdId);
  if (known !== undefined && known.worker_id !== workerId) refuse('not-found');
  const leaveId = id ?? context.ids.next();
  const endedOn = known?.ended_on ?? null;
  const row = leaveRowOf(workerId, leaveId, leave, endedOn);
  const isLong = leave.kind === 'SMP' || leave.kind === 'SAP';
  const most = isLong ? WEEKS_OF_LEAVE : longestParentalWeeks(leave.kind);
  if (leave.weeks > most) refuse('family-pay.too-many-weeks', { most }, 'weeks');
  refuseWrongAverage(leave);
  const week = familyLeaveTestWeek({ ...leave, weeksUsed: 0, endedOn: null });
  if (!week.ok) refuse(week.code, {}, String(week.details?.['field'] ?? 'dueOn'));
  if (endedOn !== null && endedOn < leave.leaveStartsOn)
    refuse('family-pay.ended-before-start', { day: endedOn }, 'leaveStartsOn');
  const values = { name: workerShortName(worker), day: leave.leaveStartsOn };
  const full = { ...row, household_id: householdId, note: leave.note };
  if (worker.left_on !== null && worker.left_on < leave.leaveStartsOn) {
    // Pay may be due to somebody who has left before the leave begins: nobody is away from the rota then.
    db.act({ name: 'family.leave-saved', householdId, values }, (write) => {
      if (known === undefined) write.insert('family_leave', { ...full, absence_id: null });
      else write.update('family_leave', leaveId, { ...full, absence_id: null });
      const old = known?.absence_id ?? null;
      if (old !== null && db.byId('absence', old) !== undefined) write.remove('absence', old);
    });
    return leaveId;
  }
  const days = daysAway(worker, leave.leaveStartsOn, leave.weeks, endedOn);
  const absenceId =
    known?.absence_id ?? notedAbsence(context, householdId, workerId, days) ?? context.ids.next();
  checkDays(context, worker, absenceId, days);
  const absence: AbsenceRow = {
    id: absenceId,
    household_id: householdId,
    worker_id: workerId,
    kind: 'family',
    first_day: days.firstDay,
    last_day: days.lastDay,
    holiday_minutes: null,
    note: '',
    reason: '',
    pay_kept: 0,
    told_on: null,
    told_at: null,
  };
  db.act({ name: 'family.leave-saved', householdId, values }, (write) => {
    if (db.byId('absence', absenceId) === undefined) write.insert('absence', absence);
    else write.update('absence', absenceId, { first_day: days.firstDay, last_day: days.lastDay });
    if (known === undefined) write.insert('family_leave', { ...full, absence_id: absenceId });
    else write.update('family_leave', leaveId, { ...full, absence_id: absenceId });
  });
  return leaveId;
}

/** The last day away of a leave that ends early, or as planned again (null). Refuses a day outside the leave. */
export function endLeave(
  context: ServiceContext,
  householdId: string,
  id: string,
  endedOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('family_leave', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  // Pay goes on after the last day of work, so it may end there too: with other work, for one.
  const from = row.leave_starts_on;
  const to = familyLeaveEnd({ leaveStartsOn: from, weeks: row.weeks, endedOn: null });
  if (endedOn !== null && (endedOn < from || endedOn > to))
    refuse('family-pay.end-outside-leave', { from, to }, 'endedOn');
  const days = daysAway(worker, row.leave_starts_on, row.weeks, endedOn);
  if (row.absence_id !== null) checkDays(context, worker, row.absence_id, days);
  const values = { name: workerShortName(worker), day: endedOn ?? days.lastDay };
  db.act({ name: 'family.leave-ended', householdId, values }, (write) => {
    if (row.absence_id !== null) write.update('absence', row.absence_id, { last_day: days.lastDay });
    write.update('family_leave', id, { ended_on: endedOn });
  });
}

/** Takes a leave out of the record, with its days away. What was paid for it stays paid until it is corrected. */
export function removeLeave(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('family_leave', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  const values = { name: workerShortName(worker), day: row.leave_starts_on };
  db.act({ name: 'family.leave-removed', householdId, values }, (write) => {
    write.remove('family_leave', id);
    if (row.absence_id !== null && db.byId('absence', row.absence_id) !== undefined)
      write.remove('absence', row.absence_id);
  });
}
