import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { inPieces } from './in-pieces';

/** The authority's own forms that are kept for an agreement, oldest first. */
export function formsOf(db: WorkspaceDatabase, householdId: string, agreementId: string) {
  return db.all(
    sql
      .selectFrom('form_mapping')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('agreement_id', '=', agreementId)
      .orderBy('made_on')
      .orderBy('id'),
  );
}

/** What happened with a return once it was sealed, oldest first. */
export function sendingsOf(db: WorkspaceDatabase, householdId: string, returnId: string) {
  return db.all(
    sql
      .selectFrom('return_sending')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('return_id', '=', returnId)
      .orderBy('day')
      .orderBy('id'),
  );
}

/** Receipts beside the lines of a return, with the line of each: one row a link, in the order of the lines' days. */
export function receiptsBesideLines(db: WorkspaceDatabase, lineIds: readonly string[]) {
  return inPieces(lineIds, (some) =>
    db.all(
      sql
        .selectFrom('receipt_link')
        .innerJoin('receipt', 'receipt.id', 'receipt_link.receipt_id')
        .select([
          'receipt_link.bank_line_id as line_id',
          'receipt.id as id',
          'receipt.kind as kind',
          'receipt.file_hash as file_hash',
          'receipt.picture_hash as picture_hash',
          'receipt.file_name as file_name',
          'receipt.supplier as supplier',
          'receipt.day as day',
        ])
        .where('receipt_link.bank_line_id', 'in', some),
    ),
  );
}

/** What kind a stored file is, without reading it. */
export function storedKind(db: WorkspaceDatabase, hash: string): string | undefined {
  return db.first(sql.selectFrom('stored_file').select('media_type').where('hash', '=', hash))?.media_type;
}

/** The smaller picture of a receipt whose own file is larger than `most` bytes. */
export function smallerPicture(
  db: WorkspaceDatabase,
  householdId: string,
  hash: string,
  most: number,
): string | undefined {
  const row = db.first(
    sql
      .selectFrom('receipt')
      .innerJoin('stored_file', 'stored_file.hash', 'receipt.file_hash')
      .select('receipt.picture_hash as picture_hash')
      .where('receipt.household_id', '=', householdId)
      .where('receipt.file_hash', '=', hash)
      .where('stored_file.size', '>', most)
      .where('receipt.picture_hash', 'is not', null)
      .limit(1),
  );
  return row?.picture_hash ?? undefined;
}

/** What lines settle, by the keys of payments. */
export function settledByLines(db: WorkspaceDatabase, lineIds: readonly string[]) {
  return inPieces(lineIds, (some) =>
    db.all(
      sql
        .selectFrom('line_explanation')
        .select(['bank_line_id', 'match_key'])
        .where('bank_line_id', 'in', some)
        .where('match_key', 'is not', null)
        .$narrowType<{ match_key: string }>(),
    ),
  );
}

/** Statements that touch some days, oldest first. */
export function statementsOfDays(db: WorkspaceDatabase, householdId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('statement')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('from_day', '<=', to)
      .where('to_day', '>=', from)
      .orderBy('from_day')
      .orderBy('id'),
  );
}

/** The lines of an account in some days that came with a statement, as the bank has them. */
export function statementLines(db: WorkspaceDatabase, accountId: string, from: IsoDay, to: IsoDay) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .select(['day', 'description', 'amount_pence', 'balance_pence'])
      .where('account_id', '=', accountId)
      .where('statement_id', 'is not', null)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('position'),
  );
}
