import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { type ExpressionBuilder, sql as raw } from 'kysely';
import type { WorkspaceSchema } from '../schema';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

export type ReceiptFilter = {
  readonly only: 'all' | 'no-line' | 'not-read' | 'to-check' | 'twins';
  readonly kind: WorkspaceSchema['receipt']['kind'] | null;
  readonly search: string;
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
};

/** `%` and `_` as themselves. */
function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

const base = () =>
  sql
    .selectFrom('receipt')
    .innerJoin('stored_file', 'stored_file.hash', 'receipt.file_hash')
    .leftJoin('receipt_reading', 'receipt_reading.receipt_id', 'receipt.id');

type Parts = ExpressionBuilder<WorkspaceSchema, 'receipt'>;

const hasLine = (where: Parts) =>
  where.exists(
    where
      .selectFrom('receipt_link')
      .select('receipt_link.id')
      .whereRef('receipt_link.receipt_id', '=', 'receipt.id'),
  );

/** Another receipt of the same day and total, and of the same supplier as far as both are known. */
const hasTwin = (where: Parts) =>
  where.exists(
    where
      .selectFrom('receipt as other')
      .select('other.id')
      .whereRef('other.household_id', '=', 'receipt.household_id')
      .whereRef('other.day', '=', 'receipt.day')
      .whereRef('other.total_pence', '=', 'receipt.total_pence')
      .whereRef('other.id', '!=', 'receipt.id')
      .where(
        raw<boolean>`(other.supplier = '' OR receipt.supplier = '' OR lower(other.supplier) = lower(receipt.supplier))`,
      ),
  );

/** Never read, and what it says is not all there either. */
const isUnread = (where: ExpressionBuilder<WorkspaceSchema, 'receipt' | 'receipt_reading'>) =>
  where.and([
    where('receipt_reading.id', 'is', null),
    where('receipt.told', 'not in', ['locked', 'no-picture']),
    where.or([where('receipt.day', 'is', null), where('receipt.total_pence', 'is', null)]),
  ]);

function filtered(householdId: string, filter: ReceiptFilter) {
  let query = base().where('receipt.household_id', '=', householdId);
  if (filter.only === 'no-line') query = query.where((where) => where.not(hasLine(where)));
  if (filter.only === 'not-read') query = query.where((where) => isUnread(where));
  if (filter.only === 'to-check')
    query = query
      .where('receipt_reading.state', '=', 'read')
      .where((where) =>
        where.or([where('receipt.day', 'is', null), where('receipt.total_pence', 'is', null)]),
      );
  if (filter.only === 'twins') query = query.where((where) => hasTwin(where));
  if (filter.kind !== null) query = query.where('receipt.kind', '=', filter.kind);
  if (filter.from !== null) query = query.where('receipt.day', '>=', filter.from);
  if (filter.to !== null) query = query.where('receipt.day', '<=', filter.to);
  const search = filter.search.trim();
  if (search !== '') {
    const part = like(search);
    query = query.where(
      raw<boolean>`(receipt.supplier LIKE ${part} ESCAPE '\\' OR receipt.file_name LIKE ${part} ESCAPE '\\' OR receipt_reading.text LIKE ${part} ESCAPE '\\')`,
    );
  }
  return query;
}

const newestFirst = raw`coalesce(receipt.day, receipt_reading.day, receipt.added_on)`;

/** How many receipts fit, and one page of them, newest first. */
export function receiptPage(
  db: WorkspaceDatabase,
  householdId: string,
  filter: ReceiptFilter,
  offset: number,
  limit: number,
) {
  const total =
    db.first(filtered(householdId, filter).select((from) => from.fn.countAll<number>().as('count')))?.count ??
    0;
  // The page is found by ids alone: what is shown of a receipt is read of those on it.
  const ids = db.all(
    filtered(householdId, filter)
      .select('receipt.id')
      .orderBy(newestFirst, 'desc')
      .orderBy('receipt.id')
      .limit(limit)
      .offset(offset),
  );
  if (ids.length === 0) return { total, rows: [] };
  const onPage = base().where(
    'receipt.id',
    'in',
    ids.map((one) => one.id),
  );
  const rows = db.all(withColumns(onPage).orderBy(newestFirst, 'desc').orderBy('receipt.id'));
  return { total, rows };
}

function withColumns(query: ReturnType<typeof base>) {
  return query
    .selectAll('receipt')
    .select([
      'stored_file.media_type as media_type',
      'stored_file.size as size',
      'receipt_reading.state as reading_state',
      'receipt_reading.reason as reading_reason',
      'receipt_reading.day as reading_day',
      'receipt_reading.total_pence as reading_total_pence',
      'receipt_reading.supplier as reading_supplier',
      'receipt_reading.text as reading_text',
    ])
    .select((where) => hasTwin(where).as('twin'));
}

export type ReceiptRowFound = ReturnType<typeof receiptPage>['rows'][number];

export function receiptById(db: WorkspaceDatabase, id: string) {
  return db.first(withColumns(base().where('receipt.id', '=', id)));
}

/** Only how many receipts there are: whether the place is empty. */
export function countReceipts(db: WorkspaceDatabase, householdId: string): number {
  return (
    db.first(
      sql
        .selectFrom('receipt')
        .select((from) => from.fn.countAll<number>().as('count'))
        .where('household_id', '=', householdId),
    )?.count ?? 0
  );
}

/** Receipts that were never read and whose day or total nobody has said, the newest first. */
export function unreadReceipts(
  db: WorkspaceDatabase,
  householdId: string,
): readonly { readonly id: string }[] {
  return db.all(
    sql
      .selectFrom('receipt')
      .leftJoin('receipt_reading', 'receipt_reading.receipt_id', 'receipt.id')
      .select('receipt.id')
      .where('receipt.household_id', '=', householdId)
      .where((where) => isUnread(where))
      .orderBy('receipt.added_on', 'desc')
      .orderBy('receipt.id'),
  );
}

/** Receipts of the same day and total, by what was saved or else by what was read. */
export function receiptsLike(
  db: WorkspaceDatabase,
  householdId: string,
  of: { readonly id: string; readonly day: IsoDay; readonly total: Pence },
) {
  return db.all(
    base()
      .select(['receipt.id', 'receipt.file_name', 'receipt.added_on'])
      .select((from) => [
        from.fn
          .coalesce(
            raw<string | null>`nullif(receipt.supplier, '')`,
            'receipt_reading.supplier',
            raw<string>`''`,
          )
          .as('supplier'),
      ])
      .where('receipt.household_id', '=', householdId)
      .where('receipt.id', '!=', of.id)
      .where(raw<boolean>`coalesce(receipt.day, receipt_reading.day) = ${of.day}`)
      .where(raw<boolean>`coalesce(receipt.total_pence, receipt_reading.total_pence) = ${of.total}`)
      .orderBy('receipt.added_on')
      .limit(10),
  );
}

/** The lines that some receipts prove, by day. */
export function linesOfReceipts(db: WorkspaceDatabase, receiptIds: readonly string[]) {
  if (receiptIds.length === 0) return [];
  return db.all(
    sql
      .selectFrom('receipt_link')
      .innerJoin('bank_line', 'bank_line.id', 'receipt_link.bank_line_id')
      .select(['receipt_link.receipt_id', 'bank_line.id', 'bank_line.day', 'bank_line.amount_pence'])
      .select('bank_line.description')
      .select((where) => isSent(where).as('sent'))
      .where('receipt_link.receipt_id', 'in', [...receiptIds])
      .orderBy('bank_line.day')
      .orderBy('bank_line.id'),
  );
}

const isSent = (where: ExpressionBuilder<WorkspaceSchema, 'bank_line'>) =>
  where.exists(
    where
      .selectFrom('return_line')
      .select('return_line.id')
      .whereRef('return_line.household_id', '=', 'bank_line.household_id')
      .whereRef('return_line.line_id', '=', 'bank_line.id'),
  );

export type LineSearch = {
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  /** Money out of exactly this amount. */
  readonly amount: Pence | null;
  readonly text: string;
};

/** Payments out of a household by day, amount and a part of their text, the newest first. */
export function paymentsOut(db: WorkspaceDatabase, householdId: string, search: LineSearch, limit: number) {
  let query = sql
    .selectFrom('bank_line')
    .select(['id', 'day', 'amount_pence', 'description'])
    .select((where) => isSent(where).as('sent'))
    .where('household_id', '=', householdId)
    .where('amount_pence', '<', 0 as Pence);
  if (search.from !== null) query = query.where('day', '>=', search.from);
  if (search.to !== null) query = query.where('day', '<=', search.to);
  if (search.amount !== null) query = query.where('amount_pence', '=', -search.amount as Pence);
  if (search.text !== '')
    query = query.where(raw<boolean>`description LIKE ${like(search.text)} ESCAPE '\\'`);
  return db.all(query.orderBy('day', 'desc').orderBy('id').limit(limit));
}

/** The lines that one receipt is with. */
export function linksOfReceipt(db: WorkspaceDatabase, receiptId: string) {
  return db.all(sql.selectFrom('receipt_link').selectAll().where('receipt_id', '=', receiptId));
}

/** The files of every receipt, by their hashes alone. */
export function receiptFiles(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('receipt')
      .select(['id', 'file_name', 'supplier', 'file_hash', 'picture_hash'])
      .where('household_id', '=', householdId)
      .orderBy('id'),
  );
}
