import type { IsoDay } from '@shared/dates';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The usual terms, by name. */
export function feeScalesOf(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('fee_scale').selectAll().orderBy('name'));
}

/** A household's terms, oldest first. */
export function feeTermsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('household_fee').selectAll().where('household_id', '=', householdId).orderBy('starts_on'),
  );
}

/** The households that have no terms at all, in their order. */
export function householdsWithoutFees(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('household')
      .select(['household.id', 'household.name'])
      .where('household.id', 'not in', sql.selectFrom('household_fee').select('household_id'))
      .orderBy('household.position'),
  );
}

/** How many households have terms, and how many there are. */
export function feeCounts(db: WorkspaceDatabase): { readonly withTerms: number; readonly all: number } {
  const withTerms = db.first(
    sql
      .selectFrom('household_fee')
      .select((of) => of.fn.count<number>('household_id').distinct().as('count')),
  );
  const all = db.first(sql.selectFrom('household').select((of) => of.fn.countAll<number>().as('count')));
  return { withTerms: withTerms?.count ?? 0, all: all?.count ?? 0 };
}

/** The first day that any terms are of. */
export function firstFeeDay(db: WorkspaceDatabase): IsoDay | undefined {
  return db.first(sql.selectFrom('household_fee').select('starts_on').orderBy('starts_on').limit(1))
    ?.starts_on;
}

/** Finished runs in the days of a household's terms that are not charged, each with its payslips. */
export function runsToCharge(db: WorkspaceDatabase, until: IsoDay, householdId: string | null) {
  let query = sql
    .selectFrom('household_fee as f')
    .innerJoin('pay_run as r', (join) =>
      join.onRef('r.household_id', '=', 'f.household_id').onRef('r.pay_date', '>=', 'f.starts_on'),
    )
    .leftJoin('payslip as p', 'p.pay_run_id', 'r.id')
    .leftJoin('fee_charge as c', (join) =>
      join
        .onRef('c.household_id', '=', 'r.household_id')
        .on('c.kind', '=', 'run')
        .onRef('c.source_id', '=', 'r.id'),
    )
    .select((of) => [
      'f.id as terms_id',
      'r.household_id as household_id',
      'r.id as source_id',
      'r.pay_date as day',
      of.fn.count<number>('p.id').as('payslips'),
    ])
    .where('r.kind', '=', 'regular')
    .where('r.pay_date', '<=', until)
    .where((of) => of.or([of('f.ends_on', 'is', null), of('f.ends_on', '>=', of.ref('r.pay_date'))]))
    .where('c.id', 'is', null)
    .groupBy(['r.id', 'f.id']);
  if (householdId !== null) query = query.where('f.household_id', '=', householdId);
  return db.all(query);
}

/** PAs who began in the days of a household's terms and are not charged. */
export function startersToCharge(db: WorkspaceDatabase, until: IsoDay, householdId: string | null) {
  let query = sql
    .selectFrom('household_fee as f')
    .innerJoin('worker as w', (join) =>
      join.onRef('w.household_id', '=', 'f.household_id').onRef('w.started_on', '>=', 'f.starts_on'),
    )
    .leftJoin('fee_charge as c', (join) =>
      join
        .onRef('c.household_id', '=', 'w.household_id')
        .on('c.kind', '=', 'starter')
        .onRef('c.source_id', '=', 'w.id'),
    )
    .select([
      'f.id as terms_id',
      'w.household_id as household_id',
      'w.id as source_id',
      'w.started_on as day',
      'w.first_names as first_names',
      'w.last_name as last_name',
    ])
    .where('w.started_on', '<=', until)
    .where('f.starter_pence', '>', 0 as never)
    .where((of) => of.or([of('f.ends_on', 'is', null), of('f.ends_on', '>=', of.ref('w.started_on'))]))
    .where('c.id', 'is', null);
  if (householdId !== null) query = query.where('f.household_id', '=', householdId);
  return db.all(query);
}

/** Households that were paid for in a tax year that ended in the days of their terms, where that is not charged. */
export function yearEndsToCharge(
  db: WorkspaceDatabase,
  taxYear: string,
  endedOn: IsoDay,
  householdId: string | null,
) {
  let query = sql
    .selectFrom('household_fee as f')
    .select(['f.id as terms_id', 'f.household_id as household_id'])
    .where('f.year_end_pence', '>', 0 as never)
    .where('f.starts_on', '<=', endedOn)
    .where((of) => of.or([of('f.ends_on', 'is', null), of('f.ends_on', '>=', endedOn)]))
    .where((of) =>
      of.exists(
        of
          .selectFrom('payslip as p')
          .select('p.id')
          .whereRef('p.household_id', '=', 'f.household_id')
          .where('p.tax_year', '=', taxYear),
      ),
    )
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('fee_charge as c')
            .select('c.id')
            .whereRef('c.household_id', '=', 'f.household_id')
            .where('c.kind', '=', 'year-end')
            .where('c.source_id', '=', taxYear),
        ),
      ),
    );
  if (householdId !== null) query = query.where('f.household_id', '=', householdId);
  return db.all(query);
}

/** What was added by hand and is on no invoice. */
export function othersToCharge(db: WorkspaceDatabase, until: IsoDay, householdId: string | null) {
  let query = sql
    .selectFrom('fee_charge')
    .selectAll()
    .where('invoice_id', 'is', null)
    .where('day', '<=', until);
  if (householdId !== null) query = query.where('household_id', '=', householdId);
  return db.all(query);
}

/** Terms by their ids: all, or a household's. */
export function allFeeTerms(db: WorkspaceDatabase, householdId: string | null) {
  let query = sql.selectFrom('household_fee').selectAll();
  if (householdId !== null) query = query.where('household_id', '=', householdId);
  return db.all(query);
}

/** The numbers of all invoices. */
export function invoiceNumbers(db: WorkspaceDatabase): string[] {
  return db.all(sql.selectFrom('fee_invoice').select('number')).map((one) => one.number);
}

/** What an invoice charges for. */
export function chargesOfInvoice(db: WorkspaceDatabase, invoiceId: string) {
  return db.all(sql.selectFrom('fee_charge').selectAll().where('invoice_id', '=', invoiceId).orderBy('day'));
}

const shownInvoices = (householdId: string | null, words: string) => {
  let query = sql.selectFrom('fee_invoice as i').innerJoin('household as h', 'h.id', 'i.household_id');
  if (householdId !== null) query = query.where('i.household_id', '=', householdId);
  if (words !== '')
    query = query.where((of) =>
      of.or([of('i.number', 'like', `%${words}%`), of('h.supported_name', 'like', `%${words}%`)]),
    );
  return query;
};

/** Invoices, newest first: of everybody or of one household, with words in their number or the household's name. */
export function invoicesOf(
  db: WorkspaceDatabase,
  filter: {
    readonly householdId: string | null;
    readonly words: string;
    readonly from: number;
    readonly most: number;
  },
) {
  const { householdId, words, from, most } = filter;
  const rows = db.all(
    shownInvoices(householdId, words)
      .selectAll('i')
      .select('h.supported_name as name')
      .orderBy('i.issued_on', 'desc')
      .orderBy('i.number', 'desc')
      .limit(most)
      .offset(from),
  );
  const count = db.first(
    shownInvoices(householdId, words).select((of) => of.fn.countAll<number>().as('count')),
  );
  return { rows, count: count?.count ?? 0 };
}

/** The invoices of a day that stand, by number, each with its household's name. */
export function invoicesOfDay(db: WorkspaceDatabase, issuedOn: IsoDay) {
  return db.all(
    sql
      .selectFrom('fee_invoice as i')
      .innerJoin('household as h', 'h.id', 'i.household_id')
      .select(['i.number as number', 'i.file_hash as file_hash', 'h.supported_name as name'])
      .where('i.issued_on', '=', issuedOn)
      .where('i.cancelled_on', 'is', null)
      .orderBy('i.number'),
  );
}
