import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** PAs of a household in their order, with whether each has what pay needs. */
export function workersOf(db: WorkspaceDatabase, householdId: string) {
  return db
    .all(
      sql
        .selectFrom('worker')
        .selectAll()
        .select((from) => [
          from
            .exists(
              from
                .selectFrom('contract')
                .select('contract.id')
                .whereRef('contract.worker_id', '=', 'worker.id'),
            )
            .as('has_contract'),
          from
            .exists(
              from
                .selectFrom('tax_detail')
                .select('tax_detail.id')
                .whereRef('tax_detail.worker_id', '=', 'worker.id'),
            )
            .as('has_tax'),
          from
            .exists(
              from
                .selectFrom('pay_rate')
                .select('pay_rate.id')
                .whereRef('pay_rate.worker_id', '=', 'worker.id'),
            )
            .as('has_rates'),
        ])
        .where('household_id', '=', householdId)
        .orderBy('position'),
    )
    .map((row) => ({
      ...row,
      has_contract: Boolean(row.has_contract),
      has_tax: Boolean(row.has_tax),
      has_rates: Boolean(row.has_rates),
    }));
}

/** Contracts of a household's PAs, oldest first. */
export function contractsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('contract').selectAll().where('household_id', '=', householdId).orderBy('starts_on'),
  );
}

export function ratesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('pay_rate')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('kind_of_work')
      .orderBy('from_day'),
  );
}

export function taxDetailsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('tax_detail').selectAll().where('household_id', '=', householdId).orderBy('from_day'),
  );
}

export function pensionsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('pension_membership')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('from_day'),
  );
}

export function startersOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('starter_declaration').selectAll().where('household_id', '=', householdId));
}

export function figuresToDateOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('figures_to_date').selectAll().where('household_id', '=', householdId));
}
