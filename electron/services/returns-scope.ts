import { fundIdOf, OWN_FUND } from '@shared/budget/funds';
import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { accountsOf, agreementsOf } from '../db/queries/household';
import { type SentReturn, sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext } from './context';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type AccountRow = WorkspaceSchema['bank_account'];

/** What says whose money a part of a line is. */
export type PartOfFund = {
  readonly ledger_account: string;
  readonly agreement_id: string | null;
  readonly fund_part: 'agreement' | 'contribution' | 'own';
};

/** One agreement's return: its days, which money is its own, and what was sent of it before. */
export type ReturnScope = {
  readonly context: ServiceContext;
  readonly db: WorkspaceDatabase;
  readonly householdId: string;
  readonly agreement: AgreementRow;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly before: IsoDay;
  /** The household has no other agreement: all money in its accounts is shown. */
  readonly alone: boolean;
  /** The agreement that pays for work at the end, as finished pay posts it. */
  readonly paysForWork: boolean;
  readonly accounts: readonly AccountRow[];
  /** The account that a payment counts on until a statement says which. */
  readonly mainAccount: string;
  readonly sent: readonly SentReturn[];
  /** The sent return that this one follows on from. */
  readonly last: SentReturn | undefined;
  /** The first day that nothing sent covers. */
  readonly openFrom: IsoDay | undefined;
  readonly fundOf: (part: PartOfFund, accountId: string) => string | undefined;
  /** Whether a fund's money is this return's; `undefined` is money that nobody has sorted. */
  readonly isShown: (fund: string | undefined) => boolean;
};

/** Who pays for work on a day: the first agreement that is in force, as for finished pay. */
function payerOn(agreements: readonly AgreementRow[], day: IsoDay): AgreementRow | undefined {
  return (
    agreements.find((one) => one.starts_on <= day && (one.ends_on === null || one.ends_on >= day)) ??
    agreements[0]
  );
}

/** Every sent return without its figures, read once until something is written. */
function allSent(db: WorkspaceDatabase, householdId: string): readonly SentReturn[] {
  return db.remember(`sent returns ${householdId}`, () => sentReturnsOf(db, householdId));
}

/** Where one agreement's return for some days begins and ends, and what is its own. */
export function scopeOfReturn(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  from: IsoDay,
  to: IsoDay,
): ReturnScope {
  const db = databaseOf(context);
  const agreements = agreementsOf(db, householdId);
  const alone = agreements.length === 1;
  const before = addDays(from, -1);
  const all = accountsOf(db, householdId);
  const began = all.map((account) => account.opened_on).sort()[0];
  // What the first accounts held was there before their record began.
  const accounts = all.filter((account) => account.opened_on <= to || account.opened_on === began);
  const owners = new Map(accounts.map((account) => [account.id, account.agreement_id]));
  const sent = allSent(db, householdId).filter((one) => one.agreement_id === agreement.id);
  const lastDay = sent
    .map((one) => one.to_day)
    .sort()
    .at(-1);
  const own = new Set([agreement.id, fundIdOf('contribution', agreement.id)]);
  const holding = accounts.filter((one) => one.agreement_id === null || one.agreement_id === agreement.id);
  const main = holding.find((one) => one.kind !== 'cash') ?? holding[0] ?? accounts[0];
  return {
    context,
    db,
    householdId,
    agreement,
    from,
    to,
    before,
    alone,
    paysForWork: alone || payerOn(agreements, to)?.id === agreement.id,
    accounts,
    mainAccount: main?.id ?? 'bank',
    sent,
    last: sent.findLast((one) => one.to_day === before),
    openFrom: lastDay === undefined ? undefined : addDays(lastDay, 1),
    fundOf: (part, accountId) => {
      if (part.fund_part === 'own' || part.ledger_account === 'own-money') return OWN_FUND;
      const agreementId = part.agreement_id ?? (alone ? agreement.id : (owners.get(accountId) ?? null));
      return fundIdOf(part.fund_part, agreementId);
    },
    isShown: (fund) => alone || (fund !== undefined && own.has(fund)),
  };
}

/** Part of what was in an account when its record began. */
type OpeningShare = { readonly fund: string | undefined; readonly amount: Pence };

type StoredOpeningPart = {
  readonly fundPart: PartOfFund['fund_part'];
  readonly agreementId: string | null;
  readonly amount: number;
};

/** Whose an account's first balance was: as the person said, else its own agreement's, else the first agreement's. */
export function openingSharesOf(scope: ReturnScope, account: AccountRow): readonly OpeningShare[] {
  if (account.opening_parts_json !== null) {
    const parts = JSON.parse(account.opening_parts_json) as readonly StoredOpeningPart[];
    if (parts.length > 0)
      return parts.map((part) => ({
        fund: scope.fundOf(
          { ledger_account: 'opening-balance', agreement_id: part.agreementId, fund_part: part.fundPart },
          account.id,
        ),
        amount: pence(part.amount),
      }));
  }
  const first = agreementsOf(scope.db, scope.householdId)[0]?.id;
  return [{ fund: account.agreement_id ?? first, amount: account.opening_pence }];
}
