import { MONEY_ACCOUNTS, OWN_FUND } from '@shared/budget/funds';
import { type IsoDay, isoDay } from '@shared/dates';
import { sql as raw } from 'kysely';
import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** What a fund has on one account of the ledger, in one place where the account has places; debit positive. */
type Sum = {
  readonly fund: string | null;
  readonly account: string;
  readonly place: string | null;
  readonly amount: number;
};

/** Of money at a bank and in cash, the account it is in; as the sums of months are kept. */
const placeOf = raw<string>`case when account in ('bank', 'cash') then coalesce(ref, '') else '' end`;

/**
 * What the ledger comes to at the end of a day: the kept sums of the months before, and the postings of the day's own month
 * up to it. So it takes as long after ten years as after one. In the order of funds, accounts and places.
 */
function sumsOn(db: WorkspaceDatabase, householdId: string, day: IsoDay): Sum[] {
  const month = day.slice(0, 7);
  const before = db.all(
    sql
      .selectFrom('ledger_month')
      .select((from) => ['agreement_id', 'account', 'ref', from.fn.sum<number>('amount_pence').as('amount')])
      .where('household_id', '=', householdId)
      .where('month', '<', month)
      .groupBy(['agreement_id', 'account', 'ref']),
  );
  const since = db.all(
    sql
      .selectFrom('ledger_posting')
      .select((from) => [
        raw<string>`coalesce(agreement_id, '')`.as('agreement_id'),
        'account',
        placeOf.as('ref'),
        from.fn.sum<number>('amount_pence').as('amount'),
      ])
      .where('household_id', '=', householdId)
      .where('day', '>=', isoDay(`${month}-01`))
      .where('day', '<=', day)
      .groupBy([raw`1`, 'account', raw`3`]),
  );
  const sums = new Map<string, Sum>();
  for (const { agreement_id, account, ref, amount } of [...before, ...since]) {
    const key = [agreement_id, account, ref].join('|');
    const place = ref === '' ? null : ref;
    const fund = agreement_id === '' ? null : agreement_id;
    sums.set(key, { fund, account, place, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

const PLACES: ReadonlySet<string> = new Set(MONEY_ACCOUNTS);

/**
 * What each fund has on each account of the ledger at the end of a day, but for the places where money is; debit positive.
 * `null` is of no fund.
 */
export function fundAccountSums(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  return sumsOn(db, householdId, day)
    .filter((row) => !PLACES.has(row.account))
    .map(({ fund, account, amount }) => ({
      fund: account === 'own-money' ? OWN_FUND : fund,
      account,
      amount,
    }));
}

/** What is in each place where money is at the end of a day; `place` is the account it is in. */
export function placeSums(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  const sums = sumsOn(db, householdId, day);
  return MONEY_ACCOUNTS.flatMap((account) => sums.filter((row) => row.account === account));
}
