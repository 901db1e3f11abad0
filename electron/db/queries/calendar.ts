import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** What calendars of a household held when they were last made; of one PA, or with null the household's own. */
export function calendarSentOf(db: WorkspaceDatabase, householdId: string, workerId: string | null) {
  return db.all(
    sql
      .selectFrom('calendar_sent')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('worker_id', 'is', workerId),
  );
}

/** When each calendar of a household was last made. */
export function calendarsMadeOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('calendar_made').selectAll().where('household_id', '=', householdId));
}

/** Appointments that touch a window of days, by time. */
export function appointmentsBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('appointment')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('day', '<=', to)
      .where('end_day', '>=', from)
      .orderBy('day')
      .orderBy('start_time')
      .orderBy('id'),
  );
}

/** Appointments that were read from a calendar file. */
export function readAppointmentsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('appointment')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('source_uid', '!=', '')
      .orderBy('day')
      .orderBy('start_time'),
  );
}
