import type { IsoDay } from '@shared/dates';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { inPieces } from './in-pieces';

/** The days of a return, or of a part of a household's record. */
type Days = { readonly from: IsoDay; readonly to: IsoDay };

const LINE = [
  'bank_line.id as line_id',
  'bank_line.account_id as account_id',
  'bank_line.statement_id as statement_id',
  'bank_line.day as day',
  'bank_line.position as line_position',
  'bank_line.amount_pence as line_pence',
  'bank_line.description as description',
] as const;

const PART = [
  'line_explanation.amount_pence as amount_pence',
  'line_explanation.ledger_account as ledger_account',
  'line_explanation.category_id as category_id',
  'line_explanation.agreement_id as agreement_id',
  'line_explanation.fund_part as fund_part',
  'line_explanation.counts_on as counts_on',
  'line_explanation.match_kind as match_kind',
  'line_explanation.match_key as match_key',
] as const;

/** Lines with what they were for, one row a part; a line that nobody has explained is a row without a part. */
function linesWithParts() {
  return sql
    .selectFrom('bank_line')
    .leftJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
    .select([...LINE, ...PART])
    .orderBy('bank_line.day')
    .orderBy('bank_line.position')
    .orderBy('bank_line.id')
    .orderBy('line_explanation.position');
}

/** The parts of every line of some days. */
export function partsBetween(db: WorkspaceDatabase, householdId: string, { from, to }: Days) {
  return db.all(
    linesWithParts()
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to),
  );
}
export type PartRow = ReturnType<typeof partsBetween>[number];

/** The parts of lines by their ids. */
export function partsOfLines(db: WorkspaceDatabase, lineIds: readonly string[]): PartRow[] {
  return inPieces(lineIds, (some) => db.all(linesWithParts().where('bank_line.id', 'in', some)));
}

/** Lines that have a part which counts on another day than their own. */
export function linesCountingElsewhere(db: WorkspaceDatabase, householdId: string): string[] {
  return db
    .all(
      sql
        .selectFrom('line_explanation')
        .select('bank_line_id')
        .distinct()
        .where('household_id', '=', householdId)
        .where('counts_on', 'is not', null),
    )
    .map((row) => row.bank_line_id);
}

/** What the lines of each account come to by the end of a day: all of them, and those of statements alone. */
export function accountSums(db: WorkspaceDatabase, accountId: string, day: IsoDay): number {
  return (
    db.first(
      sql
        .selectFrom('bank_line')
        .select((from) => from.fn.sum<number | null>('amount_pence').as('total'))
        .where('account_id', '=', accountId)
        .where('day', '<=', day),
    )?.total ?? 0
  );
}

/** Of accounts with statements, what was written by hand by the end of a day. */
export function byHandLines(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('bank_account', 'bank_account.id', 'bank_line.account_id')
      .leftJoin('bank_line as shown', 'shown.id', 'bank_line.shown_by')
      .select([
        'bank_line.id as id',
        'bank_line.account_id as account_id',
        'bank_line.day as day',
        'bank_line.amount_pence as amount_pence',
        'bank_line.description as description',
        'shown.id as shown_id',
        'shown.day as shown_day',
      ])
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.statement_id', 'is', null)
      .where('bank_account.kind', '!=', 'cash')
      .orderBy('bank_line.day'),
  );
}

/** Parts that show on a statement what was written by hand before: they count with what was written. */
export function showingSums(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .select((from) => [
        'bank_line.account_id as account_id',
        from.fn.sum<number>('line_explanation.amount_pence').as('total'),
      ])
      .where('line_explanation.household_id', '=', householdId)
      .where('line_explanation.match_key', '>=', 'shown:')
      .where('line_explanation.match_key', '<', 'shown;')
      .where('line_explanation.ledger_account', '=', 'unpresented')
      .where('bank_line.day', '<=', day)
      .groupBy('bank_line.account_id'),
  );
}

/** What the parts of each fund on each account come to by the end of a day, by the days of their lines. */
export function fundSums(
  db: WorkspaceDatabase,
  householdId: string,
  day: IsoDay,
  which: 'all' | 'not-of-the-agreement',
) {
  let query = sql
    .selectFrom('line_explanation')
    .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
    .select((from) => [
      'bank_line.account_id as account_id',
      'line_explanation.agreement_id as agreement_id',
      'line_explanation.fund_part as fund_part',
      from.fn.sum<number>('line_explanation.amount_pence').as('total'),
    ])
    .where('line_explanation.household_id', '=', householdId)
    .where('line_explanation.ledger_account', '!=', 'unpresented')
    .where('bank_line.day', '<=', day)
    .groupBy(['bank_line.account_id', 'line_explanation.agreement_id', 'line_explanation.fund_part']);
  // Written out, as in the index of these few parts: a value that is given apart would not find it.
  if (which === 'not-of-the-agreement')
    query = query
      .where(raw<boolean>`line_explanation.fund_part <> 'agreement'`)
      .where('line_explanation.fund_part', 'in', ['contribution', 'own']);
  return db.all(query);
}

/** Parts of the ledger's own-money account that are not kept as own money: of records from before. */
export function ownMoneySums(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .select((from) => [
        'bank_line.account_id as account_id',
        'line_explanation.agreement_id as agreement_id',
        'line_explanation.fund_part as fund_part',
        from.fn.sum<number>('line_explanation.amount_pence').as('total'),
      ])
      .where('line_explanation.household_id', '=', householdId)
      .where(raw<boolean>`line_explanation.ledger_account = 'own-money'`)
      .where('line_explanation.fund_part', '!=', 'own')
      .where('bank_line.day', '<=', day)
      .groupBy(['bank_line.account_id', 'line_explanation.agreement_id', 'line_explanation.fund_part']),
  );
}

/** Lines of an agreement's sent days that came with a statement after those days were sent, and are in no return yet. */
export function linesBroughtInLate(db: WorkspaceDatabase, householdId: string, agreementId: string) {
  return db.all(
    sql
      .selectFrom('monitoring_return')
      .innerJoin('statement', 'statement.household_id', 'monitoring_return.household_id')
      .innerJoin('bank_line', 'bank_line.statement_id', 'statement.id')
      .select('bank_line.id as id')
      .distinct()
      .where('monitoring_return.household_id', '=', householdId)
      .where('monitoring_return.agreement_id', '=', agreementId)
      .whereRef('statement.imported_at', '>=', 'monitoring_return.closed_at')
      .whereRef('statement.from_day', '<=', 'monitoring_return.to_day')
      .whereRef('bank_line.day', '<=', 'monitoring_return.to_day')
      // In the moment of sending itself, only a line of the very days can have come after.
      .where((where) =>
        where.or([
          where('statement.imported_at', '>', where.ref('monitoring_return.closed_at')),
          where('bank_line.day', '>=', where.ref('monitoring_return.from_day')),
        ]),
      )
      .where((where) => where.not(where.exists(sentWith(agreementId)))),
  );
}

/** The rows that say a bank line is in a sent return of an agreement. */
function sentWith(agreementId: string) {
  return sql
    .selectFrom('return_line')
    .innerJoin('monitoring_return as its', 'its.id', 'return_line.return_id')
    .select('return_line.id')
    .where(raw<boolean>`return_line.household_id = bank_line.household_id`)
    .where(raw<boolean>`return_line.line_id = bank_line.id`)
    .where('its.agreement_id', '=', agreementId);
}

/** Lines written by hand, cash too, in an agreement's sent days that are in no return yet. */
export function linesWrittenLate(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string,
  until: IsoDay,
) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .select('bank_line.id as id')
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.statement_id', 'is', null)
      .where('bank_line.day', '<=', until)
      .where((where) =>
        where.exists(
          where
            .selectFrom('monitoring_return')
            .select('monitoring_return.id')
            .where('monitoring_return.household_id', '=', householdId)
            .where('monitoring_return.agreement_id', '=', agreementId)
            .whereRef('monitoring_return.from_day', '<=', 'bank_line.day')
            .whereRef('monitoring_return.to_day', '>=', 'bank_line.day'),
        ),
      )
      .where((where) => where.not(where.exists(sentWith(agreementId)))),
  );
}

/** Lines with a part of an agreement in its sent days that are in none of its returns: they were given to it since. */
export function linesGivenLate(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string,
  { from, to }: Days,
) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .innerJoin('line_explanation', 'line_explanation.bank_line_id', 'bank_line.id')
      .select('bank_line.id as id')
      .distinct()
      .where('bank_line.household_id', '=', householdId)
      .where('bank_line.day', '>=', from)
      .where('bank_line.day', '<=', to)
      .where('line_explanation.agreement_id', '=', agreementId)
      .where('line_explanation.fund_part', '!=', 'own')
      .where((where) => where.not(where.exists(sentWith(agreementId)))),
  );
}

/** Lines that a sent return of an agreement has as found late, with the day they count there. */
export function linesSentLate(db: WorkspaceDatabase, householdId: string, agreementId: string) {
  return db.all(
    sql
      .selectFrom('return_line')
      .innerJoin('monitoring_return', 'monitoring_return.id', 'return_line.return_id')
      .select(['return_line.line_id as id', 'return_line.counted_on as counted_on'])
      .where('return_line.household_id', '=', householdId)
      .where('return_line.counted_on', 'is not', null)
      .where('monitoring_return.agreement_id', '=', agreementId),
  );
}

/** In which sent returns of an agreement lines are, of those that are asked for. */
export function returnsOfLines(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string,
  lineIds: readonly string[],
) {
  return inPieces(lineIds, (some) =>
    db.all(
      sql
        .selectFrom('return_line')
        .innerJoin('monitoring_return', 'monitoring_return.id', 'return_line.return_id')
        .select([
          'return_line.line_id as line_id',
          'monitoring_return.from_day as from_day',
          'monitoring_return.to_day as to_day',
        ])
        .where('return_line.household_id', '=', householdId)
        .where('return_line.line_id', 'in', some)
        .where('monitoring_return.agreement_id', '=', agreementId),
    ),
  );
}

/** What was ticked as paid in some days. */
export function ticksBetween(db: WorkspaceDatabase, householdId: string, { from, to }: Days) {
  return db.all(
    sql
      .selectFrom('payment_tick')
      .select(['payment_key', 'paid_on'])
      .where('household_id', '=', householdId)
      .where('paid_on', '>=', from)
      .where('paid_on', '<=', to)
      .orderBy('paid_on'),
  );
}

/** The parts that settle payments, by their keys. */
export function partsOfKeys(db: WorkspaceDatabase, householdId: string, keys: readonly string[]) {
  return inPieces(keys, (some) =>
    db.all(
      sql
        .selectFrom('line_explanation')
        .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
        .select([
          'line_explanation.match_key as match_key',
          'line_explanation.amount_pence as amount_pence',
          'line_explanation.agreement_id as agreement_id',
          'bank_line.account_id as account_id',
          'bank_line.day as day',
        ])
        .where('line_explanation.household_id', '=', householdId)
        .where('line_explanation.match_key', 'in', some)
        .orderBy('bank_line.day'),
    ),
  );
}

/** What kinds of paper lie beside lines. */
export function receiptKindsOf(db: WorkspaceDatabase, lineIds: readonly string[]) {
  return inPieces(lineIds, (some) =>
    db.all(
      sql
        .selectFrom('receipt_link')
        .innerJoin('receipt', 'receipt.id', 'receipt_link.receipt_id')
        .select(['receipt_link.bank_line_id as line_id', 'receipt.kind as kind'])
        .where('receipt_link.bank_line_id', 'in', some),
    ),
  );
}

/** The last line of an account's statements by the end of a day, with the balance the bank gave there. */
export function lastStatementLine(db: WorkspaceDatabase, accountId: string, day: IsoDay) {
  return db.first(
    sql
      .selectFrom('bank_line')
      .select(['day', 'balance_pence'])
      .where('account_id', '=', accountId)
      .where('statement_id', 'is not', null)
      .where('day', '<=', day)
      .orderBy('day', 'desc')
      .orderBy('position', 'desc')
      .limit(1),
  );
}

/** What an account's statements say was left on their last day, the newest by a day first. */
export function lastKnownClosing(db: WorkspaceDatabase, accountId: string, day: IsoDay) {
  return db.first(
    sql
      .selectFrom('statement')
      .select(['to_day', 'closing_pence'])
      .where('account_id', '=', accountId)
      .where('closing_pence', 'is not', null)
      .where('to_day', '<=', day)
      .orderBy('to_day', 'desc')
      .limit(1),
  );
}

/** What the lines of an account's statements come to after a day, by another. */
export function statementSumBetween(
  db: WorkspaceDatabase,
  accountId: string,
  after: IsoDay,
  until: IsoDay,
): number {
  return (
    db.first(
      sql
        .selectFrom('bank_line')
        .select((from) => from.fn.sum<number | null>('amount_pence').as('total'))
        .where('account_id', '=', accountId)
        .where('statement_id', 'is not', null)
        .where('day', '>', after)
        .where('day', '<=', until),
    )?.total ?? 0
  );
}

/**
 * Statements of an account that touch some days, oldest first, with the one before and the one after: where a balance goes on
 * from one to the next, nothing happened between them.
 */
export function statementsAround(db: WorkspaceDatabase, accountId: string, { from, to }: Days) {
  const ofAccount = sql
    .selectFrom('statement')
    .select(['id', 'from_day', 'to_day', 'opening_pence', 'closing_pence'])
    .where('account_id', '=', accountId);
  const before = db.first(ofAccount.where('to_day', '<', from).orderBy('to_day', 'desc').limit(1));
  const after = db.first(ofAccount.where('from_day', '>', to).orderBy('from_day').limit(1));
  return [
    ...(before === undefined ? [] : [before]),
    ...db.all(ofAccount.where('from_day', '<=', to).where('to_day', '>=', from).orderBy('from_day')),
    ...(after === undefined ? [] : [after]),
  ];
}
