import type { IsoDay } from '../dates';
import { type Pence, pence } from '../money';
import { ACCOUNT_NATURES, type AccountCode, type LedgerEntry } from './ledger';

export type AccountBalance = {
  readonly account: AccountCode;
  readonly ref?: string;
  readonly fundId?: string;
  /** Debit positive, credit negative. */
  readonly amount: Pence;
};

/** What each account, of each one of its kind and each fund, holds at the end of a day. Nothing-balances are left out. */
export function balancesAt(entries: Iterable<LedgerEntry>, day: IsoDay): readonly AccountBalance[] {
  const totals = new Map<string, { balance: Omit<AccountBalance, 'amount'>; total: number }>();
  for (const entry of entries) {
    if (entry.date > day) continue;
    for (const { account, ref, fundId, amount } of entry.postings) {
      const key = JSON.stringify([account, ref ?? null, fundId ?? null]);
      const known = totals.get(key);
      if (known !== undefined) known.total += amount;
      else {
        const balance = {
          account,
          ...(ref === undefined ? {} : { ref }),
          ...(fundId === undefined ? {} : { fundId }),
        };
        totals.set(key, { balance, total: amount });
      }
    }
  }
  return [...totals.values()]
    .filter(({ total }) => total !== 0)
    .map(({ balance, total }) => ({ ...balance, amount: pence(total) }));
}

/** The balance of one account at the end of a day, of one of its kind or one fund when asked. Debit positive. */
export function balanceOf(
  entries: Iterable<LedgerEntry>,
  query: { readonly account: AccountCode; readonly ref?: string; readonly fundId?: string },
  day: IsoDay,
): Pence {
  let total = 0;
  for (const entry of entries) {
    if (entry.date > day) continue;
    for (const posting of entry.postings) {
      if (posting.account !== query.account) continue;
      if (query.ref !== undefined && posting.ref !== query.ref) continue;
      if (query.fundId !== undefined && posting.fundId !== query.fundId) continue;
      total += posting.amount;
    }
  }
  return pence(total);
}

/** What is owed on a liability at the end of a day, as a positive amount; negative when too much was paid. */
export function owedOn(
  entries: Iterable<LedgerEntry>,
  query: { readonly account: AccountCode; readonly ref?: string; readonly fundId?: string },
  day: IsoDay,
): Pence {
  if (ACCOUNT_NATURES[query.account] !== 'liability') throw new Error(`Not a liability: ${query.account}`);
  return pence(-balanceOf(entries, query, day));
}

/**
 * The text whose SHA-256 chains an entry to the one before it. The same entry always gives the same text, and no two
 * different entries do: a JSON list in a fixed order, with `null` for what is not there.
 * @param previousHash the hash of the entry before, or an empty text for the first.
 */
export function entryDigestInput(entry: LedgerEntry, previousHash: string): string {
  return JSON.stringify([
    'ledger-entry-1',
    previousHash,
    entry.date,
    entry.kind,
    entry.sourceId ?? null,
    entry.reversesEntryId ?? null,
    entry.postings.map(({ account, ref, fundId, categoryId, amount }) => [
      account,
      ref ?? null,
      fundId ?? null,
      categoryId ?? null,
      amount,
    ]),
  ]);
}
