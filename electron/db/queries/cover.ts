import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Cover from outside that starts in a window of days. */
export function outsideCoversBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('outside_cover')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('start_time'),
  );
}

/** What was agreed to be paid on top for covers. */
export function shiftPremiumsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('shift_premium').selectAll().where('household_id', '=', householdId));
}

/** Who was asked to cover a shift, by time. */
export function asksOf(db: WorkspaceDatabase, householdId: string, shiftKey: string) {
  return db.all(
    sql
      .selectFrom('cover_ask')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('shift_key', '=', shiftKey)
      .orderBy('asked_on')
      .orderBy('asked_at'),
  );
}

/** Who was asked to cover shifts from a day on. */
export function asksFrom(db: WorkspaceDatabase, householdId: string, from: IsoDay) {
  return db.all(
    sql
      .selectFrom('cover_ask')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('day', '>=', from)
      .orderBy('asked_on')
      .orderBy('asked_at'),
  );
}

/** Agencies and last resorts, in the order they are asked. */
export function contactsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('cover_contact')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('kind')
      .orderBy('position'),
  );
}

export function chargesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('contact_charge')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('from_day')
      .orderBy('id'),
  );
}

/** What PAs have said about covering. */
export function workerCoversOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('worker_cover').selectAll().where('household_id', '=', householdId));
}

export function availabilityOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('availability')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('weekday')
      .orderBy('start_time'),
  );
}

export function cannotWorkOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('cannot_work').selectAll().where('household_id', '=', householdId).orderBy('first_day'),
  );
}

export function trainingsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('training').selectAll().where('household_id', '=', householdId).orderBy('done_on'),
  );
}

export function trainingsNeededOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('training_needed').selectAll().where('household_id', '=', householdId).orderBy('name'),
  );
}

/** Money that may pay for cover, in the order it is used. */
export function coverPotsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('cover_pot').selectAll().where('household_id', '=', householdId).orderBy('position'),
  );
}

/** Whether a contact has covered, or was asked to. */
export function contactIsUsed(db: WorkspaceDatabase, contactId: string): boolean {
  const covered = db.first(
    sql.selectFrom('outside_cover').select('id').where('contact_id', '=', contactId).limit(1),
  );
  const asked = db.first(sql.selectFrom('cover_ask').select('id').where('who_id', '=', contactId).limit(1));
  return covered !== undefined || asked !== undefined;
}
