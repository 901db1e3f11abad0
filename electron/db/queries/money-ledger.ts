import { MONEY_ACCOUNTS, OWN_FUND } from '@shared/budget/funds';
import { ACCOUNT_CODES, ACCOUNT_NATURES } from '@shared/budget/ledger';
import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';
import { among } from './among';

export type LineFilter = {
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  readonly accountId?: string | null;
  readonly fundPart?: 'agreement' | 'contribution' | 'own' | null;
  readonly agreementId?: string | null;
  readonly categoryId?: string | null;
  readonly only?: 'all' | 'needs-a-look' | 'by-hand';
  /** Only these lines. */
  readonly ids?: readonly string[];
  readonly search?: string;
  /** The amount that the search text may stand for, without its sign. */
  readonly searchAmount?: Pence;
};

/** Spending that pay and the bank ask for: no receipt is. */
const WITHOUT_RECEIPT: ReadonlySet<string> = new Set([
  'wages',
  'employer-national-insurance',
  'employer-pension',
  'bank-charges',
  'returned-to-authority',
]);

/** Text that `LIKE` takes as it is written. */
const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The ids of the lines that nobody has explained. */
const openLinesOf = (householdId: string) =>
  sql.selectFrom('open_line').select('line_id').where('household_id', '=', householdId);

function filtered(householdId: string, filter: LineFilter) {
  let query = sql.selectFrom('bank_line');
  // An account is of one household: its own index says its lines, in order. Of named lines, no index but theirs is of use.
  const named = filter.ids !== undefined || filter.only === 'needs-a-look';
  if (filter.accountId) query = query.where('bank_line.account_id', '=', filter.accountId);
  else if (named) query = query.where(raw`+bank_line.household_id`, '=', householdId);
  else query = query.where('bank_line.household_id', '=', householdId);
  if (filter.from !== null) query = query.where('bank_line.day', '>=', filter.from);
  if (filter.to !== null) query = query.where('bank_line.day', '<=', filter.to);
  if (filter.only === 'by-hand') query = query.where('bank_line.statement_id', 'is', null);
  if (filter.only === 'needs-a-look') query = query.where('bank_line.id', 'in', openLinesOf(householdId));
  const { fundPart, agreementId, categoryId } = filter;
  if (fundPart || categoryId)
    query = query.where(({ exists, selectFrom }) => {
      let parts = selectFrom('line_explanation')
        .select('line_explanation.id')
        .whereRef('line_explanation.bank_line_id', '=', 'bank_line.id');
      if (categoryId) parts = parts.where('line_explanation.category_id', '=', categoryId);
      if (fundPart === 'own')
        parts = parts.where((part) =>
          part.or([part('fund_part', '=', 'own'), part('ledger_account', '=', 'own-money')]),
        );
      else if (fundPart)
        parts = parts
          .where('fund_part', '=', fundPart)
          .where('ledger_account', '!=', 'own-money')
          .where('line_explanation.agreement_id', '=', agreementId ?? '');
      return exists(parts);
    });
  if (filter.ids !== undefined) query = query.where('bank_line.id', 'in', among(filter.ids));
  const { search = '', searchAmount } = filter;
  if (search !== '')
    query = query.where((one) =>
      one.or([
        raw<boolean>`bank_line.description like ${likeText(search)} escape '\\'`,
        raw<boolean>`bank_line.note like ${likeText(search)} escape '\\'`,
        one.exists(
          explanationHere().where(raw<boolean>`line_explanation.note like ${likeText(search)} escape '\\'`),
        ),
        ...(searchAmount === undefined
          ? []
          : [one('bank_line.amount_pence', 'in', [searchAmount, pence(-searchAmount)])]),
      ]),
    );
  return query;
}

/** Accounts of the ledger that spending is on, where an agreement may want a receipt: as in `evidenceOf`. */
const WITH_RECEIPT = ACCOUNT_CODES.filter(
  (code) => ACCOUNT_NATURES[code] === 'expense' && !WITHOUT_RECEIPT.has(code),
);

/**
 * Lines that are said to be wages without a payslip, or spending over what their agreement wants receipts for, cash drawn out
 * too, and that no receipt is with. The same as `evidenceOf` says of a line that is explained.
 */
export function missingEvidence(db: WorkspaceDatabase, householdId: string): string[] {
  const query = sql
    .selectFrom('line_explanation as part')
    .innerJoin('bank_line as line', 'line.id', 'part.bank_line_id')
    .leftJoin('funding_agreement as own', 'own.id', 'part.agreement_id')
    .select('part.bank_line_id')
    .where('part.household_id', '=', householdId)
    .where('part.amount_pence', '<', pence(0))
    // Most lines are wages with a payslip: they are left out before anything else of them is read.
    .where('part.ledger_account', 'in', [...WITH_RECEIPT, 'cash', 'transfer', 'net-pay-owed', 'wages'])
    .where((one) =>
      one.or([
        one('part.ledger_account', 'not in', ['net-pay-owed', 'wages']),
        one('part.match_key', 'is', null),
      ]),
    )
    .where((one) =>
      one.or([
        one.and([
          one('part.ledger_account', 'in', ['net-pay-owed', 'wages']),
          one('part.match_key', 'is', null),
        ]),
        one.and([
          one.or([
            one('part.ledger_account', 'in', [...WITH_RECEIPT, 'cash']),
            one.and([
              one('part.ledger_account', '=', 'transfer'),
              one.exists(
                one
                  .selectFrom('bank_line as end')
                  .innerJoin('bank_account as place', 'place.id', 'end.account_id')
                  .select('end.id')
                  .where('end.id', '=', raw<string>`substr(part.match_key, 10)`)
                  .where('place.kind', '=', 'cash'),
              ),
            ]),
          ]),
          raw<boolean>`-line.amount_pence > coalesce(own.receipts_over_pence, (select receipts_over_pence from funding_agreement where household_id = ${householdId} order by position limit 1), 0)`,
          one.not(
            one.exists(
              one
                .selectFrom('line_explanation as wage')
                .select('wage.id')
                .whereRef('wage.bank_line_id', '=', 'part.bank_line_id')
                .where('wage.ledger_account', 'in', ['net-pay-owed', 'wages'])
                .where('wage.match_key', 'is not', null),
            ),
          ),
        ]),
      ]),
    )
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('receipt_link')
            .select('receipt_link.id')
            .whereRef('receipt_link.bank_line_id', '=', 'part.bank_line_id'),
        ),
      ),
    );
  return [...new Set(db.all(query).map((row) => row.bank_line_id))];
}

function explanationHere() {
  return sql
    .selectFrom('line_explanation')
    .select('line_explanation.id')
    .where(raw<boolean>`line_explanation.bank_line_id = bank_line.id`);
}

/** Lines that fit, newest first; a page of them where one is asked for. */
export function linesThatFit(
  db: WorkspaceDatabase,
  householdId: string,
  filter: LineFilter,
  page?: { readonly offset: number; readonly limit: number },
) {
  let query = filtered(householdId, filter)
    .selectAll('bank_line')
    .orderBy('bank_line.day', 'desc')
    .orderBy('bank_line.position', 'desc')
    .orderBy('bank_line.id', 'desc');
  if (page !== undefined) query = query.limit(page.limit).offset(page.offset);
  return db.all(query);
}

/** How many lines fit, and what came in and went out on them. */
export function sumsThatFit(db: WorkspaceDatabase, householdId: string, filter: LineFilter) {
  const row = db.first(
    filtered(householdId, filter).select((from) => [
      from.fn.countAll<number>().as('total'),
      raw<number | null>`sum(max(bank_line.amount_pence, 0))`.as('money_in'),
      raw<number | null>`sum(min(bank_line.amount_pence, 0))`.as('money_out'),
    ]),
  );
  return {
    total: row?.total ?? 0,
    moneyIn: pence(row?.money_in ?? 0),
    moneyOut: pence(-(row?.money_out ?? 0)),
  };
}

export function linesById(db: WorkspaceDatabase, householdId: string, ids: readonly string[]) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .selectAll()
      // The sign keeps SQLite to the index of ids: the household's own would read every line of it.
      .where(raw`+household_id`, '=', householdId)
      .where('id', 'in', among(ids))
      .orderBy('day', 'desc')
      .orderBy('position', 'desc'),
  );
}

/** Parts of what some lines were for. */
export function partsOfLines(db: WorkspaceDatabase, lineIds: readonly string[]) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .selectAll()
      .where('bank_line_id', 'in', among(lineIds))
      .orderBy('bank_line_id')
      .orderBy('position'),
  );
}

/** Parts that are matched with one of these: the other end of a transfer, a payment paid in parts. */
export function partsOfKeys(db: WorkspaceDatabase, householdId: string, keys: readonly string[]) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('match_key', 'in', among(keys)),
  );
}

/** What was paid for each key, all lines together. */
export function paidForKeys(db: WorkspaceDatabase, householdId: string, keys: readonly string[]) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .select((from) => ['match_key', from.fn.sum<Pence>('amount_pence').as('paid')])
      .where('household_id', '=', householdId)
      .where('match_key', 'in', among(keys))
      .groupBy('match_key'),
  );
}

/** Receipts that are with some lines. */
export function receiptsWithLines(db: WorkspaceDatabase, lineIds: readonly string[]) {
  return db.all(
    sql
      .selectFrom('receipt_link')
      .innerJoin('receipt', 'receipt.id', 'receipt_link.receipt_id')
      .innerJoin('stored_file', 'stored_file.hash', 'receipt.file_hash')
      .select([
        'receipt_link.bank_line_id as line_id',
        'receipt_link.id as link_id',
        'receipt.id as id',
        'receipt.file_name as file_name',
        'stored_file.media_type as media_type',
      ])
      .where('receipt_link.bank_line_id', 'in', among(lineIds)),
  );
}

/** Which of some lines are in a return that was sent. */
export function sentAmong(db: WorkspaceDatabase, householdId: string, lineIds: readonly string[]) {
  return db.all(
    sql
      .selectFrom('return_line')
      .select('line_id')
      .where('household_id', '=', householdId)
      .where('line_id', 'in', among(lineIds)),
  );
}

/** Lines of a household or an account around a day, with a size or none, by hand or from statements. */
export function linesAround(
  db: WorkspaceDatabase,
  householdId: string,
  wanted: {
    readonly from: IsoDay;
    readonly to: IsoDay;
    readonly amount?: Pence;
    readonly accountId?: string;
    readonly byHand?: boolean;
  },
) {
  let query = sql
    .selectFrom('bank_line')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('day', '>=', wanted.from)
    .where('day', '<=', wanted.to);
  if (wanted.amount !== undefined) query = query.where('amount_pence', '=', wanted.amount);
  if (wanted.accountId !== undefined) query = query.where('account_id', '=', wanted.accountId);
  if (wanted.byHand !== undefined) query = query.where('statement_id', wanted.byHand ? 'is' : 'is not', null);
  return db.all(query.orderBy('day').orderBy('position'));
}

/** Lines said to be an end of a transfer whose other end is not here. */
export function endsAlone(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('line_explanation')
      .innerJoin('bank_line', 'bank_line.id', 'line_explanation.bank_line_id')
      .selectAll('bank_line')
      .where('line_explanation.household_id', '=', householdId)
      .where('line_explanation.ledger_account', '=', 'transfer')
      .where('line_explanation.match_key', 'is', null)
      .orderBy('bank_line.day', 'desc'),
  );
}

/** The last number that lines of a day and text by hand have, and the last place in an account. */
export function handPlaces(db: WorkspaceDatabase, accountId: string) {
  return db.first(
    sql
      .selectFrom('bank_line')
      .select((from) => [
        from.fn.max<number | null>('occurrence').as('occurrence'),
        from.fn.max<number | null>('position').as('position'),
      ])
      .where('account_id', '=', accountId),
  );
}

/** How many lines each account has, and the day of its last. */
export function accountLines(db: WorkspaceDatabase, accountIds: readonly string[]) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .select((from) => [
        'account_id',
        from.fn.countAll<number>().as('lines'),
        from.fn.max<IsoDay | null>('day').as('last'),
      ])
      .where('account_id', 'in', among(accountIds))
      .groupBy('account_id'),
  );
}

/** What payments by hand that no statement shows come to, by account. */
export function notShown(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('bank_line')
      .select((from) => ['account_id', from.fn.sum<number>('amount_pence').as('amount')])
      .where('statement_id', 'is', null)
      .where('shown_by', 'is', null)
      .where('household_id', '=', householdId)
      .groupBy('account_id'),
  );
}

/** The days of the last statements, by account. */
export function lastStatements(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('statement')
      .select((from) => ['account_id', from.fn.max<IsoDay>('to_day').as('to_day')])
      .where('household_id', '=', householdId)
      .groupBy('account_id'),
  );
}

/** What moved a fund from one day to another, by what it came from, its account and its category. */
export function fundMovements(
  db: WorkspaceDatabase,
  householdId: string,
  fund: string,
  from: IsoDay,
  to: IsoDay,
) {
  return db.all(
    sql
      .selectFrom('ledger_posting')
      .innerJoin('ledger_entry', 'ledger_entry.id', 'ledger_posting.entry_id')
      .select((one) => [
        'ledger_entry.source_kind as source_kind',
        'ledger_entry.source_id as source_id',
        'ledger_posting.account as account',
        'ledger_posting.category_id as category_id',
        one.fn.sum<number>('ledger_posting.amount_pence').as('amount'),
      ])
      .where('ledger_posting.household_id', '=', householdId)
      .where('ledger_posting.day', '>=', from)
      .where('ledger_posting.day', '<=', to)
      .where('ledger_posting.account', 'not in', MONEY_ACCOUNTS)
      .where((one) =>
        fund === OWN_FUND
          ? one.or([
              one('ledger_posting.agreement_id', '=', fund),
              one('ledger_posting.account', '=', 'own-money'),
            ])
          : one.and([
              one('ledger_posting.agreement_id', '=', fund),
              one('ledger_posting.account', '!=', 'own-money'),
            ]),
      )
      .groupBy(['source_kind', 'source_id', 'account', 'category_id']),
  );
}

/** Postings of each line and account, for checking them against the lines. */
export function postedOfLines(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('ledger_posting')
      .innerJoin('ledger_entry', 'ledger_entry.id', 'ledger_posting.entry_id')
      .select((one) => [
        'ledger_entry.source_id as line_id',
        'ledger_posting.account as account',
        one.fn.sum<number>('ledger_posting.amount_pence').as('amount'),
      ])
      .where('ledger_entry.household_id', '=', householdId)
      .where('ledger_entry.source_kind', '=', 'bank-line')
      .groupBy(['line_id', 'account']),
  );
}

/** Ids of accounts whose first balance is posted and stands. */
export function openingsPosted(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('ledger_entry')
      .innerJoin('ledger_posting', 'ledger_posting.entry_id', 'ledger_entry.id')
      .select((one) => [
        'ledger_entry.source_id as account_id',
        one.fn.sum<number>('ledger_posting.amount_pence').as('amount'),
      ])
      .where('ledger_entry.household_id', '=', householdId)
      .where('ledger_entry.source_kind', '=', 'bank-account')
      .where('ledger_posting.account', 'in', ['bank', 'cash'])
      .groupBy('ledger_entry.source_id'),
  );
}
