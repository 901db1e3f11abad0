import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

export function patternsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('rota_pattern').selectAll().where('household_id', '=', householdId).orderBy('from_day'),
  );
}

export function patternEntriesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('pattern_entry')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('week_index')
      .orderBy('weekday')
      .orderBy('start_time'),
  );
}

/** Stored shifts that start in a window of days. */
export function shiftsBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('start_time'),
  );
}

/** Absences that touch a window of days. */
export function absencesBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('absence')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('first_day', '<=', to)
      .where((where) => where.or([where('last_day', 'is', null), where('last_day', '>=', from)]))
      .orderBy('first_day'),
  );
}

export function absencesOfWorker(db: WorkspaceDatabase, workerId: string) {
  return db.all(sql.selectFrom('absence').selectAll().where('worker_id', '=', workerId).orderBy('first_day'));
}

export function shiftByOccurrence(db: WorkspaceDatabase, householdId: string, occurrenceKey: string) {
  return db.first(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('occurrence_key', '=', occurrenceKey),
  );
}

/** Kept shifts that stand for a planned one of the window but were moved to a day outside it. */
export function movedShiftsBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('occurrence_day', '>=', from)
      .where('occurrence_day', '<=', to)
      .where((where) => where.or([where('day', '<', from), where('day', '>', to)])),
  );
}

/** Kept shifts that cover a given one. */
export function shiftsCovering(db: WorkspaceDatabase, householdId: string, key: string) {
  return db.all(
    sql.selectFrom('shift').selectAll().where('household_id', '=', householdId).where('covers_key', '=', key),
  );
}

/** Shifts of a PA that were worked, from one day to another, both included. */
export function confirmedShiftsOfWorker(db: WorkspaceDatabase, workerId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('shift')
      .selectAll()
      .where('worker_id', '=', workerId)
      .where('status', '=', 'confirmed')
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day'),
  );
}
