import { fundOfId } from '@shared/budget/funds';
import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import { lastLineDay, lastStatementDays } from '../db/queries/budget';
import { accountsOf, agreementsOf } from '../db/queries/household';
import { placeSums } from '../db/queries/ledger-sums';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { fundSumsOn } from './money-owed';
import { payingAgreement } from './paying-agreement';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** What one agreement's money comes to. */
export type FundStanding = {
  readonly agreement: AgreementRow;
  /** All of it: the funder's and the client contribution. */
  readonly balance: Pence;
  /** Of it, what the client paid in. */
  readonly contribution: Pence;
};

export type AccountStanding = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'bank' | 'card' | 'cash';
  readonly balance: Pence;
  readonly asOf: IsoDay | null;
  readonly lastStatementTo: IsoDay | null;
};

/** Where all the money is, and whose it is: the sum of both sides is the same. */
export type Standing = {
  readonly accounts: readonly AccountStanding[];
  /** Paid and not on a statement yet, moved between accounts, or paid on another day than it counts; each may be below nothing. */
  readonly underWay: readonly {
    readonly code: 'unpresented' | 'transfer' | 'timing';
    readonly amount: Pence;
  }[];
  readonly held: Pence;
  readonly funds: readonly FundStanding[];
  readonly own: Pence;
  /** In lines that nobody has explained yet, or of no agreement. */
  readonly notSorted: Pence;
};

const UNDER_WAY = ['unpresented', 'transfer', 'timing'] as const;

/** First balances that no entry has posted yet: an account without a line. They are the first agreement's, as when they are posted. */
function openingNotPosted(
  account: WorkspaceSchema['bank_account'],
  posted: ReadonlySet<string>,
  day: IsoDay,
): Pence {
  return posted.has(account.id) || account.opened_on > day ? NO_MONEY : account.opening_pence;
}

/** Where the money is at the end of a day, and whose. Sums of the ledger from indexes; nothing is read whole. */
export function standingOn(db: WorkspaceDatabase, householdId: string, day: IsoDay): Standing {
  const places = placeSums(db, householdId, day);
  const posted = new Set(places.flatMap((row) => (row.place === null ? [] : [row.place])));
  const inPlace = (id: string): Pence =>
    sumPence(places.filter((row) => row.place === id).map((row) => pence(row.amount)));
  const statements = new Map(lastStatementDays(db, householdId).map((row) => [row.account_id, row.to_day]));
  const rows = accountsOf(db, householdId);
  const accounts = rows.map(
    (account): AccountStanding => ({
      id: account.id,
      name: account.name,
      kind: account.kind,
      balance: addPence(inPlace(account.id), openingNotPosted(account, posted, day)),
      asOf: lastLineDay(db, account.id, day),
      lastStatementTo: statements.get(account.id) ?? null,
    }),
  );
  const underWay = UNDER_WAY.flatMap((code) => {
    const amount = sumPence(places.filter((row) => row.account === code).map((row) => pence(row.amount)));
    return amount === 0 ? [] : [{ code, amount }];
  });
  const held = sumPence([...accounts.map((one) => one.balance), ...underWay.map((one) => one.amount)]);
  return { accounts, underWay, held, ...fundsOf(db, householdId, day, held, rows, posted) };
}

function fundsOf(
  db: WorkspaceDatabase,
  householdId: string,
  day: IsoDay,
  held: Pence,
  accounts: readonly WorkspaceSchema['bank_account'][],
  posted: ReadonlySet<string>,
): Pick<Standing, 'funds' | 'own' | 'notSorted'> {
  const agreements = agreementsOf(db, householdId);
  const home = payingAgreement(db, householdId, day);
  const sums = new Map<string, { balance: Pence; contribution: Pence }>();
  let own = NO_MONEY;
  const add = (agreementId: string | null, amount: Pence, isContribution: boolean): void => {
    if (agreementId === null || !agreements.some((one) => one.id === agreementId)) return;
    const before = sums.get(agreementId) ?? { balance: NO_MONEY, contribution: NO_MONEY };
    sums.set(agreementId, {
      balance: addPence(before.balance, amount),
      contribution: isContribution ? addPence(before.contribution, amount) : before.contribution,
    });
  };
  for (const row of fundSumsOn(db, householdId, day)) {
    const amount = pence(-row.amount);
    if (row.account === 'unexplained') continue;
    if (row.fund === null) {
      add(home, amount, false);
      continue;
    }
    const { part, agreementId } = fundOfId(row.fund);
    if (part === 'own') own = addPence(own, amount);
    else add(agreementId, amount, part === 'contribution');
  }
  for (const account of accounts)
    add(account.agreement_id ?? agreements[0]?.id ?? null, openingNotPosted(account, posted, day), false);
  const funds = agreements.map(
    (agreement): FundStanding => ({
      agreement,
      balance: sums.get(agreement.id)?.balance ?? NO_MONEY,
      contribution: sums.get(agreement.id)?.contribution ?? NO_MONEY,
    }),
  );
  const notSorted = takePence(held, addPence(own, ...funds.map((one) => one.balance)));
  return { funds, own, notSorted };
}
