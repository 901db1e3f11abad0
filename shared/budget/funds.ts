import type { AccountCode } from './ledger';

/** Whose money a part is: the agreement's, the client's contribution to it, or the person's own. */
export const FUND_PARTS = ['agreement', 'contribution', 'own'] as const;
export type FundPart = (typeof FUND_PARTS)[number];

/** The person's own money, in postings. */
export const OWN_FUND = 'own';

const CONTRIBUTION = 'contribution:';

/** The fund of a part as postings name it; `undefined` where it is of no agreement yet. */
export function fundIdOf(part: FundPart, agreementId: string | null): string | undefined {
  if (part === 'own') return OWN_FUND;
  if (agreementId === null) return undefined;
  return part === 'contribution' ? `${CONTRIBUTION}${agreementId}` : agreementId;
}

/** What a fund of a posting stands for: the other way round of `fundIdOf`. */
export function fundOfId(fundId: string): { readonly part: FundPart; readonly agreementId: string | null } {
  if (fundId === OWN_FUND) return { part: 'own', agreementId: null };
  if (fundId.startsWith(CONTRIBUTION))
    return { part: 'contribution', agreementId: fundId.slice(CONTRIBUTION.length) };
  return { part: 'agreement', agreementId: fundId };
}

/** Whose money an account of the ledger is about where nobody says: own money is its own, a contribution the client's. */
export function usualFundPart(account: string): FundPart {
  if (account === 'own-money') return 'own';
  return account === 'client-contribution-income' ? 'contribution' : 'agreement';
}

/**
 * Where money is: in an account, under way between two, paid but not on a statement yet, or paid on another day than it
 * counts. Everything else says whose it is: the sum of all funds and of what is not sorted is the sum of these.
 */
export const MONEY_ACCOUNTS: readonly AccountCode[] = ['bank', 'cash', 'unpresented', 'timing', 'transfer'];
