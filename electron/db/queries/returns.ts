import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Everything of a sent return but what was sealed: that is long, and read for one return at a time. */
const WITHOUT_FIGURES = [
  'id',
  'household_id',
  'agreement_id',
  'from_day',
  'to_day',
  'pack_hash',
  'sent_on',
  'sent_how',
  'sent_to',
  'reference',
  'closed_at',
  'kind',
] as const;

/** Returns that have been sent, oldest first, without their figures. */
export function sentReturnsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('monitoring_return')
      .select(WITHOUT_FIGURES)
      .where('household_id', '=', householdId)
      .orderBy('to_day')
      .orderBy('closed_at'),
  );
}
export type SentReturn = ReturnType<typeof sentReturnsOf>[number];

/** The sent return of an agreement for exactly these days. */
export function sentReturnOf(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string,
  from: IsoDay,
  to: IsoDay,
) {
  return db.first(
    sql
      .selectFrom('monitoring_return')
      .select(WITHOUT_FIGURES)
      .where('household_id', '=', householdId)
      .where('agreement_id', '=', agreementId)
      .where('from_day', '=', from)
      .where('to_day', '=', to)
      .limit(1),
  );
}

/** One sent return with what was sealed. */
export function sealedReturn(db: WorkspaceDatabase, id: string) {
  return db.first(sql.selectFrom('monitoring_return').selectAll().where('id', '=', id));
}

/** What a sent return closed with, and what it named as on its way: from its manifest, which is short, where that has it. */
export function sealedClosing(db: WorkspaceDatabase, id: string) {
  return db.first(
    sql
      .selectFrom('monitoring_return')
      .select([
        raw<Pence>`coalesce(manifest_json ->> '$.closing', figures_json ->> '$.view.closing')`.as('closing'),
        raw<string>`coalesce(manifest_json -> '$.unpresented', figures_json -> '$.view.unpresented')`.as(
          'unpresented_json',
        ),
      ])
      .where('id', '=', id),
  );
}

/** The lines that are in returns that have been sent. */
export function sentLinesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('return_line').select('line_id').where('household_id', '=', householdId));
}

/** The sent returns that a line is in, oldest first. */
export function returnsOfLine(db: WorkspaceDatabase, householdId: string, lineId: string) {
  return db.all(
    sql
      .selectFrom('return_line')
      .innerJoin('monitoring_return', 'monitoring_return.id', 'return_line.return_id')
      .select([
        'monitoring_return.id as id',
        'monitoring_return.agreement_id as agreement_id',
        'monitoring_return.from_day as from_day',
        'monitoring_return.to_day as to_day',
        'return_line.number as number',
      ])
      .where('return_line.household_id', '=', householdId)
      .where('return_line.line_id', '=', lineId)
      .orderBy('monitoring_return.to_day'),
  );
}

/** Whether a line is in a return that has been sent. */
export function isSentLine(db: WorkspaceDatabase, householdId: string, lineId: string): boolean {
  return (
    db.all(
      sql
        .selectFrom('return_line')
        .select('id')
        .where('household_id', '=', householdId)
        .where('line_id', '=', lineId)
        .limit(1),
    ).length > 0
  );
}

/** What was put right after returns were sent, in the order it was. */
export function correctionsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('return_correction')
      .innerJoin('bank_line', 'bank_line.id', 'return_correction.bank_line_id')
      .innerJoin('monitoring_return', 'monitoring_return.id', 'return_correction.return_id')
      .selectAll('return_correction')
      .select([
        'bank_line.description as description',
        'bank_line.day as day',
        'bank_line.account_id as account_id',
        'bank_line.amount_pence as amount_pence',
        'monitoring_return.agreement_id as agreement_id',
        'monitoring_return.from_day as from_day',
        'monitoring_return.to_day as to_day',
      ])
      .where('return_correction.household_id', '=', householdId)
      .orderBy(raw`return_correction.rowid`),
  );
}
export type CorrectionRow = ReturnType<typeof correctionsOf>[number];

/** What the person typed for a return that is not sent. */
export function draftOf(db: WorkspaceDatabase, agreementId: string, from: IsoDay, to: IsoDay) {
  return db.first(
    sql
      .selectFrom('return_draft')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .where('from_day', '=', from)
      .where('to_day', '=', to),
  );
}
