import type { AccountCode } from '../budget/ledger';
import type { IsoDay } from '../dates';
import { negatePence, type Pence, sumPence } from '../money';
import type { PoolSplit } from './pooled';

/** Debit positive, credit negative, as in the ledger. `ref` is the other household, or a bank account. */
export type PoolPosting = {
  readonly account: AccountCode;
  readonly ref?: string;
  readonly amount: Pence;
};

/** An entry for one household's ledger. Its postings add up to nothing. */
export type PoolEntry = {
  readonly householdId: string;
  readonly date: IsoDay;
  readonly kind: 'pay-run' | 'payment' | 'correction';
  readonly sourceId: string;
  readonly postings: readonly PoolPosting[];
};

function entry(parts: PoolEntry): PoolEntry {
  const postings = parts.postings.filter((posting) => posting.amount !== 0);
  if (sumPence(postings.map((posting) => posting.amount)) !== 0)
    throw new Error(`Pooled entry of ${parts.householdId} does not balance`);
  return { ...parts, postings };
}

/**
 * What a split moves in each household's ledger. The pay run has put all of the cost into the employer's ledger, so
 * there the others' parts are taken out again and owed to it; each other household has its part as its own cost, owed to
 * the employer. A correction (`correctionOf`) is kept in the same way. Households with nothing to move are left out.
 */
export function poolSplitEntries(
  split: PoolSplit,
  date: IsoDay,
  sourceId: string,
  kind: 'pay-run' | 'correction' = 'pay-run',
): readonly PoolEntry[] {
  const { employerHouseholdId } = split;
  const others = split.shares.filter((share) => !share.isEmployer);
  const employer = entry({
    householdId: employerHouseholdId,
    date,
    kind,
    sourceId,
    postings: others.flatMap(({ householdId: ref, costs, owesEmployer }): PoolPosting[] => [
      { account: 'pooled-owed-to-us', ref, amount: owesEmployer },
      ...costs.map(({ account, amount }) => ({ account, amount: negatePence(amount) })),
    ]),
  });
  const theirs = others.map(({ householdId, costs, owesEmployer }) =>
    entry({
      householdId,
      date,
      kind,
      sourceId,
      postings: [
        ...costs,
        { account: 'pooled-owed', ref: employerHouseholdId, amount: negatePence(owesEmployer) },
      ],
    }),
  );
  return [employer, ...theirs].filter((each) => each.postings.length > 0);
}
