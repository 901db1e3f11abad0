import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Absences that end on a day or later, or have no end, newest first. */
export function absencesSince(db: WorkspaceDatabase, householdId: string, since: IsoDay) {
  return db.all(
    sql
      .selectFrom('absence')
      .selectAll()
      .where('household_id', '=', householdId)
      .where((where) => where.or([where('last_day', 'is', null), where('last_day', '>=', since)]))
      .orderBy('first_day', 'desc')
      .orderBy('id'),
  );
}

export function fitNotesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('fit_note')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('from_day')
      .orderBy('id'),
  );
}

export function holidayRequestsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('holiday_request')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('asked_on', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** Late starts with the shift each is of, newest first. */
export function latenessesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('lateness')
      .innerJoin('shift', 'shift.id', 'lateness.shift_id')
      .select([
        'lateness.id',
        'lateness.shift_id',
        'lateness.minutes_late',
        'lateness.reason',
        'lateness.paid',
        'shift.worker_id',
        'shift.day',
        'shift.start_time',
        'shift.occurrence_key',
      ])
      .where('lateness.household_id', '=', householdId)
      .orderBy('shift.day', 'desc')
      .orderBy('shift.start_time', 'desc'),
  );
}
