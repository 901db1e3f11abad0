import type { IsoDay } from '@shared/dates';
import type { Compilable } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

export function endingsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('ending').selectAll().where('household_id', '=', householdId));
}

export function endingOf(db: WorkspaceDatabase, agreementId: string) {
  return db.first(sql.selectFrom('ending').selectAll().where('agreement_id', '=', agreementId));
}

export function endingStepsOf(db: WorkspaceDatabase, endingId: string) {
  return db.all(sql.selectFrom('ending_step').selectAll().where('ending_id', '=', endingId));
}

/** What was noted about outcomes from one day to another, the newest first. */
export function outcomesBetween(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('outcome_note')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** The outcomes that notes were kept under, the most used first. */
export function outcomeNamesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('outcome_note')
      .select(['outcome', (from) => from.fn.countAll<number>().as('count')])
      .where('household_id', '=', householdId)
      .where('outcome', '!=', '')
      .groupBy('outcome')
      .orderBy('count', 'desc')
      .orderBy('outcome')
      .limit(50),
  );
}

/** Explained money by what it was for, from one day to another. */
export function moneyByKind(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select([
        'line_explanation.ledger_account as account',
        'line_explanation.category_id as category_id',
        (one) => one.fn.sum<number>('line_explanation.amount_pence').as('total'),
        (one) => one.fn.countAll<number>().as('lines'),
      ])
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .groupBy(['line_explanation.ledger_account', 'line_explanation.category_id']),
  );
}

/** How many bank lines of some days nobody has said anything about. */
export function unexplainedBetween(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): number {
  const row = db.first(
    sql
      .selectFrom('bank_line')
      .leftJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select((one) => one.fn.countAll<number>().as('count'))
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('line_explanation.id', 'is', null),
  );
  return row?.count ?? 0;
}

/** What came in as direct payments and contributions for an agreement, from one day to another. */
export function incomeOf(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string,
  from: IsoDay,
  to: IsoDay,
) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select([
        'line_explanation.ledger_account as account',
        (one) => one.fn.sum<number>('line_explanation.amount_pence').as('total'),
      ])
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('line_explanation.agreement_id', '=', agreementId)
      .where('line_explanation.ledger_account', 'in', ['direct-payment-income', 'client-contribution-income'])
      .groupBy('line_explanation.ledger_account'),
  );
}

export type OldestRecord = { readonly oldest: IsoDay | null; readonly count: number };

/** The oldest day and the count of each kind of record that is kept; what was begun and not ended is for the caller. */
export function oldestRecords(db: WorkspaceDatabase, householdId: string) {
  const one = (query: Compilable<OldestRecord>): OldestRecord =>
    db.first(query) ?? { oldest: null, count: 0 };
  return {
    statements: one(
      sql
        .selectFrom('statement')
        .select((of) => [
          of.fn.min<IsoDay | null>('from_day').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId),
    ),
    receipts: one(
      sql
        .selectFrom('receipt')
        .select((of) => [of.fn.min<IsoDay | null>('day').as('oldest'), of.fn.countAll<number>().as('count')])
        .where('household_id', '=', householdId),
    ),
    returns: one(
      sql
        .selectFrom('monitoring_return')
        .select((of) => [
          of.fn.min<IsoDay | null>('from_day').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId),
    ),
    agreements: one(
      sql
        .selectFrom('certificate')
        .select((of) => [
          of.fn.min<IsoDay | null>('valid_from').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId)
        .where('kind', '=', 'agreement-letter'),
    ),
    payslips: one(
      sql
        .selectFrom('payslip')
        .select((of) => [
          of.fn.min<IsoDay | null>('pay_date').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId),
    ),
    hours: one(
      sql
        .selectFrom('shift')
        .select((of) => [of.fn.min<IsoDay | null>('day').as('oldest'), of.fn.countAll<number>().as('count')])
        .where('household_id', '=', householdId)
        .where('status', '=', 'confirmed'),
    ),
    holiday: one(
      sql
        .selectFrom('absence')
        .select((of) => [
          of.fn.min<IsoDay | null>('first_day').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId)
        .where('kind', '=', 'holiday'),
    ),
    pension: one(
      sql
        .selectFrom('pension_membership')
        .select((of) => [
          of.fn.min<IsoDay | null>('from_day').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId)
        .where('status', '!=', 'opted-out'),
    ),
    'opt-out': one(
      sql
        .selectFrom('pension_membership')
        .select((of) => [
          of.fn.min<IsoDay | null>('from_day').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId)
        .where('status', '=', 'opted-out'),
    ),
    insurance: one(
      sql
        .selectFrom('certificate')
        .select((of) => [
          of.fn.min<IsoDay | null>('valid_from').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('household_id', '=', householdId)
        .where('kind', '=', 'employers-liability-insurance'),
    ),
    equipment: one(
      sql
        .selectFrom('bank_line')
        .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
        .select((of) => [
          of.fn.min<IsoDay | null>('bank_line.day').as('oldest'),
          of.fn.countAll<number>().as('count'),
        ])
        .where('bank_line.household_id', '=', householdId)
        .where('line_explanation.ledger_account', '=', 'equipment'),
    ),
  };
}
