import type { IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence } from '@shared/money';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The newest version of the household's own profile of a key. */
export function newestProfileOf(db: WorkspaceDatabase, householdId: string, key: string) {
  return db.first(
    sql
      .selectFrom('return_profile')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('key', '=', key)
      .orderBy('version', 'desc')
      .limit(1),
  );
}

/** Every version of the household's own profiles, the newest of each first; without what they say. */
export function profileVersionsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('return_profile')
      .select(['id', 'household_id', 'key', 'version', 'name', 'made_from', 'made_on'])
      .where('household_id', '=', householdId)
      .orderBy('name')
      .orderBy('key')
      .orderBy('version', 'desc'),
  );
}

/** One version of one profile of the household. */
export function profileVersionOf(db: WorkspaceDatabase, householdId: string, key: string, version: number) {
  return db.first(
    sql
      .selectFrom('return_profile')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('key', '=', key)
      .where('version', '=', version),
  );
}

/** Whether a return that was sent was made by a profile of a key, in whatever version. */
export function profileWasSentBy(db: WorkspaceDatabase, householdId: string, key: string): boolean {
  return (
    db.first(
      sql
        .selectFrom('monitoring_return')
        .select('id')
        .where('household_id', '=', householdId)
        .where(raw<string>`figures_json ->> '$.view.profile.key'`, '=', key)
        .limit(1),
    ) !== undefined
  );
}

/** What was explained as each payment by a day, by the payment's key; money out negative. */
export function explainedByKey(
  db: WorkspaceDatabase,
  householdId: string,
  keys: readonly string[],
  until: IsoDay,
): ReadonlyMap<string, Pence> {
  if (keys.length === 0) return new Map();
  const rows = db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .select(['line_explanation.match_key as key', raw<Pence>`SUM(line_explanation.amount_pence)`.as('sum')])
      .where('line_explanation.household_id', '=', householdId)
      .where('line_explanation.match_key', 'in', [...keys])
      .where('bank_line.day', '<=', until)
      .groupBy('line_explanation.match_key'),
  );
  return new Map(rows.map(({ key, sum }) => [key ?? '', sum]));
}

/** What was paid out on insurance in some days, by bank lines. */
export function paidOnInsurance(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay): Pence {
  const row = db.first(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select(raw<Pence | null>`-SUM(line_explanation.amount_pence)`.as('paid'))
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('line_explanation.ledger_account', '=', 'insurance'),
  );
  return row?.paid ?? NO_MONEY;
}

/** What the money made possible in some days, in the person's own words, oldest first. */
export function outcomeNotesBetween(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string,
  from: IsoDay,
  to: IsoDay,
) {
  return db.all(
    sql
      .selectFrom('outcome_note')
      .select(['day', 'text'])
      .where('household_id', '=', householdId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where((where) =>
        where.or([where('agreement_id', '=', agreementId), where('agreement_id', 'is', null)]),
      )
      .orderBy('day')
      .limit(40),
  );
}
