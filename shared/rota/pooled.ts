import type { AccountCode } from '../budget/ledger';
import type { IsoDay } from '../dates';
import { NO_MONEY, type Pence, sumPence, takePence } from '../money';
import { ok, type Result, refused } from '../result';
import type { RotaProblem } from './problem';
import { addFractions, splitPence, type Weight } from './split-pence';

/** A household that is supported in pooled shifts, from a day to a day, both included. */
export type PoolMember = {
  readonly householdId: string;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
};

/** How the cost of a shift is shared among the households it supports. */
export type PoolRule =
  | { readonly kind: 'equal' }
  /** By the minutes each of them was supported. */
  | { readonly kind: 'by-hours' }
  /** By parts agreed on: 2 and 1 are two thirds and one third. Shared among those the shift is for. */
  | {
      readonly kind: 'fixed';
      readonly shares: readonly { readonly householdId: string; readonly parts: number }[];
    };

/** Several households that share a PA. One of them, and only one, is the employer of record. */
export type Pool = {
  readonly id: string;
  readonly employerHouseholdId: string;
  readonly members: readonly PoolMember[];
  /** In force from their day until the next one. */
  readonly rules: readonly { readonly from: IsoDay; readonly rule: PoolRule }[];
};

/** A shift of the pay that is shared: what it pays, and whom it supported for how long. */
export type PooledShift = {
  readonly key: string;
  readonly day: IsoDay;
  /** What the shift itself pays, never below nothing; the cost of the pay is shared in this proportion. */
  readonly worth: Pence;
  /** A shift for one household alone names that one; it may be the employer's own. */
  readonly supported: readonly { readonly householdId: string; readonly minutes: number }[];
};

/** A part of what the pay cost the employer of record, with the account it is kept under. */
export type PoolCost = { readonly account: AccountCode; readonly amount: Pence };

/**
 * A cost to be shared. `usual`: not for hours worked in this pay (sick pay, holiday pay, family pay), so it is shared as
 * the PA's usual shifts are. Left out, it is shared by the shifts of the pay.
 */
export type PoolCostToShare = PoolCost & { readonly basis?: 'worked' | 'usual' };

export type PoolShare = {
  readonly householdId: string;
  readonly isEmployer: boolean;
  /** Their part of each cost, in the order the costs were given. */
  readonly costs: readonly PoolCost[];
  readonly total: Pence;
  /** What they owe the employer of record: the total, or nothing for the employer itself. */
  readonly owesEmployer: Pence;
  /** Minutes they were supported. */
  readonly minutes: number;
};

/** The cost of one pay, shared. The shares are in order of household and add up to each cost. */
export type PoolSplit = {
  readonly poolId: string;
  readonly employerHouseholdId: string;
  readonly total: Pence;
  readonly shares: readonly PoolShare[];
};

export type PoolSplitProblem =
  /** day: the pool has no rule yet. */
  | 'pooled.no-rule'
  /** day, shiftKey. */
  | 'pooled.nobody-supported'
  /** day, shiftKey, householdId. */
  | 'pooled.not-a-member'
  | 'pooled.supported-twice'
  /** day, shiftKey: shared by hours, and there are none. */
  | 'pooled.no-hours'
  /** day, shiftKey, householdId: shares are fixed, and this household has none. */
  | 'pooled.no-share'
  /** account: there is a cost and no shift that pays anything to share it by. */
  | 'pooled.nothing-to-split-by';

export function isMemberOn(pool: Pool, householdId: string, day: IsoDay): boolean {
  return pool.members.some(
    (member) =>
      member.householdId === householdId && member.from <= day && (member.to === null || member.to >= day),
  );
}

/** The rule in force on a day: the latest that has begun. */
export function poolRuleOn(pool: Pool, day: IsoDay): PoolRule | null {
  let found: Pool['rules'][number] | null = null;
  for (const each of pool.rules)
    if (each.from <= day && (found === null || each.from > found.from)) found = each;
  return found?.rule ?? null;
}

/** The parts of one shift: who has how many of how many. */
function partsOfShift(pool: Pool, shift: PooledShift): Result<readonly Weight[], PoolSplitProblem> {
  const { day, key: shiftKey, supported } = shift;
  const no = (code: PoolSplitProblem, householdId?: string) =>
    refused(code, householdId === undefined ? { day, shiftKey } : { day, shiftKey, householdId });
  if (supported.length === 0) return no('pooled.nobody-supported');
  const seen = new Set<string>();
  for (const { householdId } of supported) {
    if (seen.has(householdId)) return no('pooled.supported-twice', householdId);
    seen.add(householdId);
    const ownOfEmployer = supported.length === 1 && householdId === pool.employerHouseholdId;
    if (!ownOfEmployer && !isMemberOn(pool, householdId, day)) return no('pooled.not-a-member', householdId);
  }
  const [only] = supported;
  if (only !== undefined && supported.length === 1)
    return ok([{ id: only.householdId, over: 1n, under: 1n }]);
  const rule = poolRuleOn(pool, day);
  if (rule === null) return refused('pooled.no-rule', { day });
  const parts: { readonly id: string; readonly parts: number }[] = [];
  for (const { householdId, minutes } of supported) {
    if (rule.kind === 'equal') parts.push({ id: householdId, parts: 1 });
    else if (rule.kind === 'by-hours') parts.push({ id: householdId, parts: minutes });
    else {
      const own = rule.shares.find((share) => share.householdId === householdId);
      if (own === undefined) return no('pooled.no-share', householdId);
      parts.push({ id: householdId, parts: own.parts });
    }
  }
  const under = parts.reduce((sum, each) => sum + each.parts, 0);
  if (under === 0) return no('pooled.no-hours');
  return ok(parts.map((each) => ({ id: each.id, over: BigInt(each.parts), under: BigInt(under) })));
}

type Draft = { readonly over: bigint; readonly under: bigint; readonly minutes: number };

/** What each household has of some shifts together, as a fraction of what they pay, and its minutes. */
function partsOfShifts(
  pool: Pool,
  shifts: readonly PooledShift[],
): Result<ReadonlyMap<string, Draft>, PoolSplitProblem> {
  const drafts = new Map<string, Draft>();
  for (const shift of shifts) {
    const parts = partsOfShift(pool, shift);
    if (!parts.ok) return parts;
    for (const { id, over, under } of parts.value) {
      const draft = drafts.get(id) ?? { over: 0n, under: 1n, minutes: 0 };
      const more = addFractions(draft, { over: over * BigInt(shift.worth), under });
      const minutes = shift.supported.find((each) => each.householdId === id)?.minutes ?? 0;
      drafts.set(id, { ...more, minutes: draft.minutes + minutes });
    }
  }
  return ok(drafts);
}

/**
 * Shares what one pay of a pooled PA cost (gross pay, employer's National Insurance and pension, expenses) among the
 * households its shifts supported: each shift by the rule in force on its day, all shifts in proportion to what they pay.
 * Whoever joins or leaves has a part of the shifts they were there for. `usualShifts` (those of the weeks before, say)
 * share what is not for hours worked. Each cost is shared to the penny by largest remainder; of equal remainders the
 * employer of record bears the penny first.
 */
export function splitPoolCost(
  pool: Pool,
  shifts: readonly PooledShift[],
  costs: readonly PoolCostToShare[],
  usualShifts: readonly PooledShift[] = [],
): Result<PoolSplit, PoolSplitProblem> {
  const worked = partsOfShifts(pool, shifts);
  if (!worked.ok) return worked;
  const usual = partsOfShifts(pool, usualShifts);
  if (!usual.ok) return usual;
  const split: { account: AccountCode; parts: ReadonlyMap<string, Pence> }[] = [];
  for (const { account, amount, basis } of costs) {
    const drafts = basis === 'usual' ? usual.value : worked.value;
    const weights = [...drafts].map(([id, { over, under }]) => ({ id, over, under }));
    if (amount !== 0 && weights.every((weight) => weight.over === 0n))
      return refused('pooled.nothing-to-split-by', { account });
    split.push({ account, parts: splitPence(amount, weights, pool.employerHouseholdId) });
  }
  const ids = new Set([...worked.value.keys(), ...split.flatMap(({ parts }) => [...parts.keys()])]);
  const shares = [...ids].toSorted().map((householdId): PoolShare => {
    const own = split.map(({ account, parts }) => ({ account, amount: parts.get(householdId) ?? NO_MONEY }));
    const minutes = worked.value.get(householdId)?.minutes ?? 0;
    return shareOf(pool.employerHouseholdId, householdId, own, minutes);
  });
  const total = sumPence(costs.map((cost) => cost.amount));
  return ok({ poolId: pool.id, employerHouseholdId: pool.employerHouseholdId, total, shares });
}

function shareOf(
  employerHouseholdId: string,
  householdId: string,
  costs: readonly PoolCost[],
  minutes: number,
): PoolShare {
  const isEmployer = householdId === employerHouseholdId;
  const total = sumPence(costs.map((cost) => cost.amount));
  return { householdId, isEmployer, costs, total, owesEmployer: isEmployer ? NO_MONEY : total, minutes };
}

/**
 * What a correction moves: the shares as they are now less those that were kept. It is a split of its own, with amounts
 * below nothing for whoever gets money back; kept and moved together are the split as it is now.
 */
export function correctionOf(kept: PoolSplit, now: PoolSplit): PoolSplit {
  if (kept.poolId !== now.poolId || kept.employerHouseholdId !== now.employerHouseholdId)
    throw new Error('A correction is of another pool or employer');
  const of = (split: PoolSplit, id: string): PoolShare | undefined =>
    split.shares.find((share) => share.householdId === id);
  const accountsOf = (split: PoolSplit): readonly AccountCode[] =>
    split.shares.flatMap((share) => share.costs.map((cost) => cost.account));
  const accounts = [...new Set([...accountsOf(now), ...accountsOf(kept)])];
  const ids = [...new Set([...kept.shares, ...now.shares].map((share) => share.householdId))].toSorted();
  const amountIn = (share: PoolShare | undefined, account: AccountCode): Pence =>
    sumPence((share?.costs ?? []).filter((cost) => cost.account === account).map((cost) => cost.amount));
  const shares = ids.map((id) => {
    const before = of(kept, id);
    const after = of(now, id);
    const costs = accounts.map((account) => {
      return { account, amount: takePence(amountIn(after, account), amountIn(before, account)) };
    });
    return shareOf(now.employerHouseholdId, id, costs, (after?.minutes ?? 0) - (before?.minutes ?? 0));
  });
  const total = takePence(now.total, kept.total);
  if (sumPence(shares.map((share) => share.total)) !== total) throw new Error('A correction does not add up');
  return { poolId: now.poolId, employerHouseholdId: now.employerHouseholdId, total, shares };
}

/** A kept split and its corrections as one. */
export function joinSplits(first: PoolSplit, more: readonly PoolSplit[]): PoolSplit {
  const zero: PoolSplit = { ...first, total: NO_MONEY, shares: [] };
  return more.reduce((sum, each) => correctionOf(correctionOf(each, zero), sum), first);
}

export type PoolProblem =
  | 'pooled.fewer-than-two'
  | 'pooled.ends-before-it-starts'
  /** householdId: two stays at the same time. */
  | 'pooled.member-twice'
  /** day: somebody is there before the first rule. */
  | 'pooled.no-rule-at-start'
  /** from. */
  | 'pooled.two-rules-on-a-day'
  /** householdId: a part is not a whole number above nothing. */
  | 'pooled.not-a-share'
  /** householdId, from: a member without a part while parts are fixed. */
  | 'pooled.member-without-share'
  /** householdId: has a part, and was never a member. Told, not refused. */
  | 'pooled.share-of-nobody';

/** What is wrong with a pool being entered; empty when it can be saved. */
export function checkPool(pool: Pool): readonly RotaProblem<PoolProblem>[] {
  const problems: RotaProblem<PoolProblem>[] = [];
  const add = (
    code: PoolProblem,
    field: string,
    details?: Readonly<Record<string, string>>,
    severity: 'refuse' | 'warn' = 'refuse',
  ): void => {
    problems.push(details === undefined ? { code, severity, field } : { code, severity, field, details });
  };
  const households = new Set([pool.employerHouseholdId, ...pool.members.map((each) => each.householdId)]);
  if (households.size < 2) add('pooled.fewer-than-two', 'members');
  pool.members.forEach((member, at) => {
    const { householdId, from, to } = member;
    if (to !== null && to < from) add('pooled.ends-before-it-starts', 'members', { householdId });
    const twice = pool.members.some(
      (other, index) =>
        index < at &&
        other.householdId === householdId &&
        (to === null || other.from <= to) &&
        (other.to === null || other.to >= from),
    );
    if (twice) add('pooled.member-twice', 'members', { householdId });
  });
  const firstDay = pool.members.map((member) => member.from).toSorted()[0];
  if (firstDay !== undefined && poolRuleOn(pool, firstDay) === null)
    add('pooled.no-rule-at-start', 'rules', { day: firstDay });
  const rules = pool.rules.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  rules.forEach(({ from, rule }, at) => {
    const next = rules.find((each) => each.from > from)?.from;
    if (rules[at + 1]?.from === from) add('pooled.two-rules-on-a-day', 'rules', { from });
    if (rule.kind !== 'fixed') return;
    const there = pool.members.filter(
      (member) => (member.to === null || member.to >= from) && (next === undefined || member.from < next),
    );
    for (const { householdId } of there)
      if (!rule.shares.some((share) => share.householdId === householdId))
        add('pooled.member-without-share', 'rules', { householdId, from });
    for (const { householdId, parts } of rule.shares) {
      if (!Number.isSafeInteger(parts) || parts <= 0) add('pooled.not-a-share', 'rules', { householdId });
      if (!pool.members.some((member) => member.householdId === householdId))
        add('pooled.share-of-nobody', 'rules', { householdId }, 'warn');
    }
  });
  return problems;
}
