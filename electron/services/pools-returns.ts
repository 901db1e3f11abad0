import words from '@resources/documents/return-words.json';
import type { AccountCode } from '@shared/budget/ledger';
import { formatDay, type IsoDay } from '@shared/dates';
import { NO_MONEY, negatePence, type Pence, pence, sumPence } from '@shared/money';
import type { ReturnLedgerLine } from '@shared/returns/return-facts';
import { heldInAccount } from '../db/queries/pools';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { fill } from '../files/documents/words';
import { keptSplits, type StoredSplit } from './pools-post';
import { householdName } from './pools-record';
import type { PaidAs } from './pools-split';
import { workerName } from './worker-name';

const POOL_ACCOUNTS: ReadonlySet<string> = new Set(['pooled-owed', 'pooled-owed-to-us']);

/** Whether an account holds what households owe each other for a shared PA. */
export function isPoolAccount(account: string): boolean {
  return POOL_ACCOUNTS.has(account);
}

/**
 * What stands between a household and those it shares PAs with at the end of a day, of one agreement or of all: less than
 * nothing where it owes.
 */
export function pooledBetween(
  db: WorkspaceDatabase,
  householdId: string,
  day: IsoDay,
  agreementId: string | null,
): Pence {
  const of = agreementId === null ? {} : { agreementId };
  return sumPence([...POOL_ACCOUNTS].map((account) => heldInAccount(db, householdId, account, day, of)));
}

/** To whom a part was paid, as the accounts that a payment from the bank is explained by. */
const PAID_ACCOUNTS: readonly (readonly [keyof PaidAs, AccountCode])[] = [
  ['net', 'net-pay-owed'],
  ['hmrc', 'hmrc-owed'],
  ['pension', 'pension-owed'],
  ['passedOn', 'deductions-owed'],
];

function lineOf(
  db: WorkspaceDatabase,
  householdId: string,
  payslipId: string,
  other: string,
  stored: StoredSplit,
  accountId: string,
): ReturnLedgerLine {
  const { split, workerId, periodFrom, periodTo } = stored;
  const isEmployer = householdId === split.employerHouseholdId;
  const paid = stored.paidAs[other];
  // The employer has paid it all: what the others bear comes back. Of the others it is the cost.
  const signed = (amount: Pence): Pence => (isEmployer ? amount : negatePence(amount));
  const fundId = stored.funds[householdId];
  const allocations = PAID_ACCOUNTS.map(([part, account]) => ({
    account,
    ...(fundId === undefined ? {} : { fundId }),
    amount: signed(paid?.[part] ?? NO_MONEY),
  })).filter((one) => one.amount !== 0);
  const worker = db.byId('worker', workerId);
  const values = {
    name: worker === undefined ? '' : workerName(worker),
    from: formatDay(periodFrom),
    to: formatDay(periodTo),
  };
  return {
    id: `pool:${payslipId}:${split.poolId}:${other}`,
    accountId,
    date: stored.days[householdId] ?? stored.payDate,
    amount: pence(allocations.reduce((sum, one) => sum + one.amount, 0)),
    description: isEmployer
      ? fill(words.pool.theirs, { ...values, household: householdName(db, other) })
      : fill(words.pool.our, { ...values, employer: householdName(db, split.employerHouseholdId) }),
    allocations,
    evidence: ['payslip', 'timesheet'],
  };
}

/**
 * The pay of shared PAs as lines of a return, of one agreement or of all: of the employer what the others bear, taken
 * off what it paid; of each other household its own part, on the day its ledger has it.
 */
export function poolReturnLines(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string | null,
  from: IsoDay,
  to: IsoDay,
  accountId: string,
): ReturnLedgerLine[] {
  return keptSplits(db).flatMap(({ payslipId, stored }) => {
    const day = stored.days[householdId];
    if (day === undefined || day < from || day > to) return [];
    if (agreementId !== null && stored.funds[householdId] !== agreementId) return [];
    const isEmployer = householdId === stored.split.employerHouseholdId;
    return stored.split.shares
      .filter((share) => !share.isEmployer && (isEmployer || share.householdId === householdId))
      .filter((share) => share.total !== 0)
      .map((share) => lineOf(db, householdId, payslipId, share.householdId, stored, accountId));
  });
}
