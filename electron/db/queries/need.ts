import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The plan's hours of a household, by agreement, then from when they run. */
export function needLinesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('need_line')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('agreement_id')
      .orderBy('from_day')
      .orderBy('weekday')
      .orderBy('start_time')
      .orderBy('id'),
  );
}

/** What PAs have said about their hours: their own limit, and whether they agreed to more than 48 a week. */
export function hoursLimitsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('worker_cover')
      .select(['worker_id', 'own_weekly_limit_minutes', 'opted_out_of_48_on'])
      .where('household_id', '=', householdId),
  );
}

/** The names of agencies and last resorts. */
export function contactNamesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('cover_contact').select(['id', 'name']).where('household_id', '=', householdId),
  );
}

/** What cover from outside costs in some days, with whose it is. */
export function outsideChargesBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('outside_cover')
      .innerJoin('cover_contact', 'cover_contact.id', 'outside_cover.contact_id')
      .select([
        'outside_cover.day as day',
        'outside_cover.start_time as start',
        'outside_cover.end_day as endDay',
        'outside_cover.end_time as end',
        'outside_cover.charge_pence as charge',
        'outside_cover.rate_ten_thousandths as rate',
        'cover_contact.name as name',
      ])
      .where('outside_cover.household_id', '=', householdId)
      .where('outside_cover.day', '>=', from)
      .where('outside_cover.day', '<=', to)
      .orderBy('outside_cover.day'),
  );
}
