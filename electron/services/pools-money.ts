import type { LineExplanation } from '@shared/api/money';
import type { MatchCandidate } from '@shared/budget/matching-types';
import type { IsoDay } from '@shared/dates';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { keptSplits } from './pools-post';
import { householdName, loadPools } from './pools-record';
import { isPoolAccount } from './pools-returns';
import { poolOwed } from './pools-view';

type PoolCandidate = MatchCandidate & {
  readonly kind: 'pool';
  readonly date: IsoDay;
  readonly account: 'pooled-owed' | 'pooled-owed-to-us';
};

/** What a bank line between households is matched to: `pool:` the other household, and a payslip or `all`. */
const matchKey = (other: string, what: string): string => `pool:${other}:${what}`;

/** Other households that a line of an account may be with: who employs for us, or whom we employ for. */
function othersOf(db: WorkspaceDatabase, householdId: string, account: string): string[] {
  const others = loadPools(db).flatMap((one) => {
    const members = one.members.map((each) => each.household_id);
    if (account === 'pooled-owed') return members.includes(householdId) ? [one.row.household_id] : [];
    return one.row.household_id === householdId ? members : [];
  });
  return [...new Set(others)].filter((id) => id !== householdId);
}

/**
 * With whom a part of a line is, where it is about a shared PA: as it says, else the only other household there is.
 * Refuses with `line.pool-nobody` or `line.pool-several`.
 */
export function poolMatchOf(
  db: WorkspaceDatabase,
  householdId: string,
  part: LineExplanation,
): Partial<Pick<LineExplanation, 'matchKind' | 'matchKey'>> {
  if (!isPoolAccount(part.ledgerAccount)) return {};
  const others = othersOf(db, householdId, part.ledgerAccount);
  const said = part.matchKind === 'pool' ? part.matchKey?.split(':')[1] : undefined;
  if (said !== undefined && others.includes(said)) return {};
  const [only, ...more] = others;
  if (only === undefined) refuse('line.pool-nobody', {}, 'parts');
  if (more.length > 0) refuse('line.pool-several', {}, 'parts');
  return { matchKind: 'pool', matchKey: matchKey(only, 'all') };
}

/** What is still to be paid between households: all of it, and each pay of it that is not paid yet, newest first. */
export function poolCandidates(context: ServiceContext, householdId: string): PoolCandidate[] {
  const db = databaseOf(context);
  return poolOwed(context, householdId).flatMap(({ other, weOwe, left }): PoolCandidate[] => {
    if (left <= 0) return [];
    const account = weOwe ? 'pooled-owed' : 'pooled-owed-to-us';
    const [employer, member] = weOwe ? [other.id, householdId] : [householdId, other.id];
    const name = householdName(db, other.id);
    const offer = (what: string, amount: PoolCandidate['amount'], date: IsoDay): PoolCandidate => {
      return { kind: 'pool', id: matchKey(other.id, what), amount, date, name, incoming: !weOwe, account };
    };
    const pays: PoolCandidate[] = [];
    let open: number = left;
    for (const { payslipId, stored } of keptSplits(db).toReversed()) {
      if (open <= 0) break;
      if (stored.split.employerHouseholdId !== employer) continue;
      const share = stored.split.shares.find((one) => one.householdId === member);
      if (share === undefined || share.owesEmployer === 0) continue;
      open -= share.owesEmployer;
      if (share.owesEmployer > 0) pays.push(offer(payslipId, share.owesEmployer, stored.payDate));
    }
    const newest = pays[0];
    if (newest === undefined) return [];
    // One pay alone, with nothing paid of it, is all of it.
    const isWhole = pays.length === 1 && newest.amount === left;
    return isWhole ? pays : [offer('all', left, newest.date), ...pays];
  });
}
